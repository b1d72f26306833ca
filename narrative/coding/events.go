package coding

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"github.com/seed514b815a/rashomon/narrative"
)

//go:embed tables/verbs.txt
var verbTable string

//go:embed tables/nouns.txt
var nounTable string

//go:embed tables/light.txt
var lightTable string

//go:embed tables/means.txt
var meansTable string

//go:embed tables/marks.txt
var markTable string

//go:embed tables/losses.txt
var lossTable string

//go:embed tables/sites.txt
var siteTable string

//go:embed tables/deeds.txt
var deedTable string

//go:embed tables/units.txt
var unitTable string

//go:embed tables/open.txt
var openTable string

//go:embed tables/withheld.txt
var withheldTable string

// A frame says which part of a verb's sentence is who. tables/README.md explains
// each.
type frame int

const (
	act frame = iota
	at
	cease
	die
	fall
	give
	guard
	kill
	lose
	meansFrame
	move
	receive
	start
	suffer
	under
	with
	wound
)

var frameNames = map[string]frame{
	"act": act, "at": at, "cease": cease, "die": die, "fall": fall, "give": give, "guard": guard, "kill": kill, "lose": lose, "means": meansFrame, "move": move, "receive": receive, "start": start, "suffer": suffer,
	"under": under, "with": with, "wound": wound,
}

// A way says what a light verb makes of the event that its object names.
type way int

const (
	noWay way = iota
	bring
	do
	get
	meet
	stop
	try
)

var wayNames = map[string]way{"bring": bring, "do": do, "get": get, "meet": meet, "stop": stop, "try": try}

type verbEntry struct {
	rest  []string // words behind the verb
	kind  string
	frame frame
}

// eventLexicon is what the tables of events give.
type eventLexicon struct {
	verbs  map[string][]verbEntry // lemma → the longest first
	nouns  map[string]string      // singular → kind
	light  map[string]way
	deeds  map[string]string // verb or noun → the word of its kind
	units  map[string]unit
	means  map[string]string // word → name
	losses map[string]string // word → measure
	open   map[string]narrative.Facet
	// class → words by which something is left unsaid
	withheld map[string]map[string]bool
	sites    map[string]string // words → the label of an attack on them
	marks    map[string]mark   // words → facet and value
	most     int               // words of the longest noun, means or mark
}

type mark struct{ facet, value string }

// A unit is what figures are given in, and how many of its measure it is: an hour is
// sixty minutes.
type unit struct {
	of     string
	factor float64
}

var events = sync.OnceValue(func() *eventLexicon {
	x := &eventLexicon{verbs: map[string][]verbEntry{}, nouns: map[string]string{}, light: map[string]way{}, deeds: map[string]string{}, units: map[string]unit{}, means: map[string]string{}, losses: map[string]string{}, open: map[string]narrative.Facet{}, sites: map[string]string{}, marks: map[string]mark{}, most: 3}
	for f, words := range rows(verbTable, 3) {
		for _, w := range words {
			head, rest, _ := strings.Cut(w, " ")
			e := verbEntry{kind: f[0], frame: frameNames[f[1]]}
			if rest != "" {
				e.rest = strings.Fields(rest)
			}
			es := append(x.verbs[head], e)
			for i := len(es) - 1; i > 0 && len(es[i].rest) > len(es[i-1].rest); i-- {
				es[i], es[i-1] = es[i-1], es[i]
			}
			x.verbs[head] = es
		}
	}
	for f, words := range rows(nounTable, 2) {
		for _, w := range words {
			x.nouns[w] = f[0]
		}
	}
	for f, words := range rows(lightTable, 2) {
		for _, w := range words {
			if x.light[w] == noWay || w == "try" {
				x.light[w] = wayNames[f[0]]
			}
		}
	}
	for f, words := range rows(deedTable, 2) {
		for _, w := range words {
			x.deeds[w] = f[0]
		}
	}
	for f, words := range rows(unitTable, 3) {
		n, _ := strconv.ParseFloat(f[1], 64) // a test reads every line
		for _, w := range words {
			x.units[w] = unit{f[0], n}
		}
	}
	for f, words := range rows(markTable, 3) {
		for _, w := range words {
			x.marks[w] = mark{f[0], f[1]}
		}
	}
	for f, words := range rows(siteTable, 2) {
		for _, w := range words {
			x.sites[w] = f[0]
		}
	}
	for f, words := range rows(openTable, 2) {
		for _, w := range words {
			x.open[w] = narrative.Facet(f[0])
		}
	}
	x.withheld = wordClasses(withheldTable)
	for f, words := range rows(lossTable, 2) {
		for _, w := range words {
			x.losses[w] = f[0]
		}
	}
	for l := range strings.Lines(meansTable) {
		if l = strings.TrimSpace(l); l == "" || l[0] == '#' {
			continue
		}
		name, list, _ := strings.Cut(l, ":")
		x.means[name] = name
		for w := range strings.SplitSeq(list, ",") {
			if w = strings.TrimSpace(w); w != "" {
				x.means[w] = name
			}
		}
	}
	return x
})

// rows walks the lines of a table of n columns parted by bars, the last a list
// parted by commas.
func rows(table string, n int) func(yield func([]string, []string) bool) {
	return func(yield func([]string, []string) bool) {
		for l := range strings.Lines(table) {
			if strings.HasPrefix(l, "#") {
				continue
			}
			f := strings.Split(strings.TrimSpace(l), " | ")
			if len(f) != n {
				continue
			}
			var words []string
			for w := range strings.SplitSeq(f[n-1], ",") {
				if w = strings.TrimSpace(w); w != "" {
					words = append(words, w)
				}
			}
			if !yield(f[:n-1], words) {
				return
			}
		}
	}
}

// nounAt returns the kind of the longest noun of an event at word i.
func (r *reading) nounAt(x *eventLexicon, i, hi int) (n int, kind string) {
	for n := min(x.most, hi-i); n > 0; n-- {
		if k, ok := x.nouns[r.lemmas(i, i+n)]; ok {
			return n, k
		}
	}
	return 0, ""
}

// meansAt returns the name of the longest means at word i.
func (r *reading) meansAt(x *eventLexicon, i, hi int) (n int, name string) {
	for n := min(x.most+1, hi-i); n > 0; n-- {
		if m, ok := x.means[r.lemmas(i, i+n)]; ok {
			return n, m
		}
	}
	return 0, ""
}

// lemmas joins the words lo to hi in lower case, the last in dictionary form.
func (r *reading) lemmas(lo, hi int) string {
	last := strings.ToLower(r.token(hi - 1).Lemma)
	if hi == lo+1 {
		return last
	}
	var b strings.Builder
	for i := lo; i < hi; i++ {
		if i > lo && r.ws[i-1].end < r.ws[i].start {
			b.WriteByte(' ')
		}
		if i == hi-1 {
			b.WriteString(last)
		} else {
			b.WriteString(r.ws[i].lower)
		}
	}
	return b.String()
}

// verbAt returns the entry of the verb at word i that fits most words behind it.
func (r *reading) verbAt(x *eventLexicon, i, hi int) (e verbEntry, end int, ok bool) {
	lemma := strings.ToLower(r.token(i).Lemma)
	for _, e := range x.verbs[lemma] {
		if end, ok := r.followed(e.rest, i+1, hi); ok {
			return e, end, true
		}
	}
	return verbEntry{}, 0, false
}

// followed reports whether the words of rest follow from word i on, with at most
// two others before each, and where they end.
func (r *reading) followed(rest []string, i, hi int) (end int, ok bool) {
	for _, w := range rest {
		found := false
		for j := i; j < min(hi, i+3); j++ {
			if r.ws[j].lower == w || strings.EqualFold(r.token(j).Lemma, w) {
				i, found = j+1, true
				break
			}
			if isBreak(r.ws[j].lower) {
				break
			}
		}
		if !found {
			return 0, false
		}
	}
	return i, true
}

// wordClasses reads a table of lines "class | words": class → its words.
func wordClasses(table string) map[string]map[string]bool {
	m := map[string]map[string]bool{}
	for f, words := range rows(table, 2) {
		m[f[0]] = map[string]bool{}
		for _, w := range words {
			m[f[0]][w] = true
		}
	}
	return m
}
