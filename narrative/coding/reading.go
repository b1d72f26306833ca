package coding

import (
	"cmp"
	"context"
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/internal/english/coref"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/gazetteer"
	"github.com/seed514b815a/rashomon/source"
)

// A word is a token of the document with what its spelling alone tells.
type word struct {
	start, end int
	form       string
	lower      string
	upper      bool // begins with a capital
	sent       int  // index of its sentence
	at         int  // index in the sentence
	known      known
}

// known is the name of a state, organisation, outlet or place that begins at a
// word. n is the number of its words, 0: none.
type known struct {
	n      int
	state  *gazetteer.State
	sense  gazetteer.Sense
	org    string
	outlet string
	place  *gazetteer.Place
}

// A reading is one document being coded.
type reading struct {
	doc   *source.Document
	an    *english.Analysis
	coref *coref.Chains
	told  []int // by word: where what is said begins that it is part of
	ws    []word
	first []int // index in ws of each sentence's first word
	cast  *narrative.Cast

	sides  []*gazetteer.State // states that the text names, the most often named first
	spoken []spoken           // who has been found speaking so far, in order of the text
	named  map[string]string  // last name, lower case → id of the person
	titles map[string]string  // office, lower case → id of the person named with it last
	bodies map[string]string  // head noun → id of the body or organisation named with it last

	accused map[string][]string // side → whom it accused last
	charged map[string]charge   // party → its last charge
	latest  map[string]told     // side → the claim that it made last
	saidOn  map[string]dating   // side → when it last spoke, where the text says so

	onVote, onPolice func() bool // what the text speaks of, looked for once

	strangers map[string]bool // ids of the assertions of what somebody did whom no table knows

	outlet1     string // the one outlet that the text names, "" for none or several
	outletKnown bool   // outlet1 has been looked for

	workStops *bool // the text tells of strikers, once that has been looked for

	deep int // how many phrases are being resolved within one another

	lastAgent string // who was last said to have done wrong
	by        string // the party whose statement the document is, "" for a report
	nobody    string // the party of the document's own words, once it is needed and nothing names it
	times     []dated
	speeches  []*speech
	spokenDay edtf.Time // the day on which those spoke who spoke last

	full      map[string]string          // last name, lower case → the full name that the text has
	counted   map[string]narrative.Count // side → the figure that it gave last
	lastCount narrative.Count            // the figure given last by anybody
	lastEvent string                     // and of what kind of event
	tallies   []tally                    // the figures of other things, in order

	proper     map[string]bool    // words, lower case, with a capital inside a sentence
	introduced []*phrase          // the words that introduce persons, in order
	described  map[string]*phrase // last name, lower case → the words that introduce the person
}

// A charge says whom a party accused, and in which sentence.
type charge struct {
	ids  []string
	sent int
}

// spoken says that a party speaks at a word.
type spoken struct {
	at    int
	party string
}

func read(ctx context.Context, d *source.Document, cast *narrative.Cast) (*reading, error) {
	an, err := english.Shared(ctx, d.Text)
	if err != nil {
		return nil, err
	}
	r := &reading{doc: d, an: an, cast: cast, named: map[string]string{}, titles: map[string]string{}, bodies: map[string]string{}, described: map[string]*phrase{}, proper: map[string]bool{}, accused: map[string][]string{}, charged: map[string]charge{}, latest: map[string]told{}, saidOn: map[string]dating{}, strangers: map[string]bool{}, full: map[string]string{}, counted: map[string]narrative.Count{}}
	for s := range an.Sentences {
		r.first = append(r.first, len(r.ws))
		for i := range an.Sentences[s].Tokens {
			t := &an.Sentences[s].Tokens[i]
			c, _ := utf8.DecodeRuneInString(t.Form)
			r.ws = append(r.ws, word{start: t.Start, end: t.End, form: t.Form, lower: strings.ToLower(strings.ReplaceAll(t.Form, "’", "'")), upper: unicode.IsUpper(c), sent: s, at: i})
		}
	}
	for i := range r.ws {
		if w := &r.ws[i]; w.upper && w.at > 1 {
			r.proper[w.lower] = true
		}
	}
	r.nameAll()
	r.fullNames()
	r.polities()
	r.countSides()
	r.findTimes()
	r.onVote, r.onPolice = sync.OnceValue(r.voted), sync.OnceValue(r.policed)
	r.profiles()
	return r, nil
}

// token returns the analysed token of word i.
func (r *reading) token(i int) *english.Token {
	return &r.an.Sentences[r.ws[i].sent].Tokens[r.ws[i].at]
}

// span returns the words that touch text[start:end], half-open.
func (r *reading) span(start, end int) (lo, hi int) {
	lo = sort.Search(len(r.ws), func(i int) bool { return r.ws[i].end > start })
	hi = sort.Search(len(r.ws), func(i int) bool { return r.ws[i].start >= end })
	return lo, max(lo, hi)
}

// words returns the text of words lo to hi.
func (r *reading) text(lo, hi int) string {
	if lo >= hi {
		return ""
	}
	return r.doc.Text[r.ws[lo].start:r.ws[hi-1].end]
}

// nameAll finds where known names begin.
func (r *reading) nameAll() {
	x := words()
	for i := 0; i < len(r.ws); i++ {
		if !r.ws[i].upper {
			continue
		}
		k := r.nameAt(x, i)
		if k.n > 0 && (i > 0 && r.ws[i-1].lower == "-" && r.ws[i-1].end == r.ws[i].start || r.hyphenated(i+k.n)) {
			continue // "pro-Russian", "Moscow-backed": not the side itself
		}
		r.ws[i].known = k
		if k.n > 1 {
			i += k.n - 1 // names don't begin inside names
		}
	}
	r.sharedNames()
	r.surnames()
}

// sharedNames finds the state in a name that shares its last words with the one
// joined to it: "North and South Korea".
func (r *reading) sharedNames() {
	for i := 0; i+2 < len(r.ws); i++ {
		k := r.ws[i+2].known
		if !r.ws[i].upper || r.ws[i].known.n > 0 || k.state == nil || k.n < 2 || r.ws[i+1].lower != "and" && r.ws[i+1].lower != "or" {
			continue
		}
		if found := gazetteer.Names(r.ws[i].form + " " + r.text(i+3, i+2+k.n)); len(found) > 0 {
			r.ws[i].known = known{n: 1, state: found[0].State, sense: found[0].Sense}
		}
	}
}

// surnames takes back the places that are people: where "Daniel Montalvo" stands,
// "Montalvo" is no town.
func (r *reading) surnames() {
	x := words()
	people := map[string]bool{}
	for i := range r.ws {
		if k := r.ws[i].known; k.place != nil && k.n == 1 && i > 0 && r.ws[i].at > 0 && r.ws[i-1].upper && r.ws[i-1].known.n == 0 {
			_, c, _ := x.actor(r.ws[i-1].lower)
			if c == noClass && !articles[r.ws[i-1].lower] && !ins[r.ws[i-1].lower] && !ofs[r.ws[i-1].lower] && (r.ws[i-1].at > 0 || i+1 < len(r.ws) && !r.ws[i+1].upper) || c == role || c == honorific {
				people[r.ws[i].lower] = true
			}
		}
	}
	// Two towns side by side are a person's first and last name: "Marta Lind".
	for i := 1; i < len(r.ws); i++ {
		town := func(j int) bool {
			return r.ws[j].known.place != nil && r.ws[j].known.n == 1 && r.token(j).UPOS == english.PROPN
		}
		if r.ws[i].sent == r.ws[i-1].sent && town(i-1) && town(i) && (r.ws[i-1].at == 0 || !ins[r.ws[i-2].lower] && !ofs[r.ws[i-2].lower]) {
			people[r.ws[i-1].lower], people[r.ws[i].lower] = true, true
		}
	}
	for i := range r.ws {
		if k := r.ws[i].known; k.place != nil && k.n == 1 && (people[r.ws[i].lower] || i > 1 && i+1 < len(r.ws) && r.ws[i+1].upper && r.possessed(i-1, 0)) { // "Dockers' Unity Congress"
			r.ws[i].known = known{}
		}
	}
}

// hyphenated reports whether a hyphen and a word in lower case touch what ends
// before word i.
func (r *reading) hyphenated(i int) bool {
	return i > 0 && i+1 < len(r.ws) && r.ws[i].lower == "-" && r.ws[i-1].end == r.ws[i].start && r.ws[i].end == r.ws[i+1].start && !r.ws[i+1].upper
}

func (r *reading) nameAt(x *lexicon, i int) known {
	most := i + 1
	for most < len(r.ws) && most-i < max(gazetteer.MaxWords, x.maxName) && r.ws[most].sent == r.ws[i].sent {
		w := &r.ws[most]
		if !w.upper && !linking[w.lower] {
			break
		}
		most++
	}
	for n := most - i; n > 0; n-- {
		if n > 1 && linking[r.ws[i+n-1].lower] {
			continue
		}
		s := r.text(i, i+n)
		if c, ok := x.outlets[s]; ok {
			return known{n: n, outlet: c}
		}
		if c, ok := x.orgs[s]; ok {
			return known{n: n, org: c}
		}
		if found := gazetteer.Names(s); len(found) > 0 {
			return known{n: n, state: found[0].State, sense: found[0].Sense}
		}
		if n <= 3 {
			if p := r.placeNamed(s, i, n); p != nil {
				return known{n: n, place: p}
			}
		}
	}
	return known{}
}

// placeNamed returns the place that a name stands for: the largest of that name.
// A first word of a sentence that is small and common is none.
func (r *reading) placeNamed(name string, i, n int) *gazetteer.Place {
	if n == 1 && (len(name) < 4 || compass[strings.ToLower(name)] || r.ws[i].at == 0 && !r.placeContext(i)) {
		return nil
	}
	if _, c, _ := words().actor(strings.ToLower(name)); c != noClass {
		return nil
	}
	if u := r.token(i).UPOS; u != english.PROPN && !(n > 1 && u == english.ADJ) {
		return nil // "Line" is a town, too
	}
	ps := gazetteer.Places(name)
	if len(ps) == 0 {
		return nil
	}
	return &ps[0]
}

// compass words are regions of some state and adjectives of all.
var compass = map[string]bool{"northern": true, "southern": true, "eastern": true, "western": true, "central": true, "north": true, "south": true, "east": true, "west": true, "northeast": true, "northwest": true, "southeast": true, "southwest": true, "capital": true, "upper": true, "lower": true, "union": true, "coast": true, "march": true, "middle": true, "centre": true, "national": true, "federal": true}

// placeContext reports whether a name at the beginning of a sentence is used as a
// place is.
func (r *reading) placeContext(i int) bool {
	return i+1 < len(r.ws) && (r.ws[i+1].lower == "'s" || r.ws[i+1].lower == ",")
}

// linking words stand inside names.
var linking = map[string]bool{"of": true, "and": true, "the": true, "for": true, "'s": true, "de": true, "del": true, "la": true, "on": true, "in": true, "-": true, "–": true, "to": true, "’s": true, ".": true, "with": true, "without": true, "against": true, "&": true}

// countSides lists the states of the text, by how often it names them.
func (r *reading) countSides() {
	count, first := map[*gazetteer.State]int{}, map[*gazetteer.State]int{}
	for i := range r.ws {
		if s := r.ws[i].known.state; s != nil {
			if count[s]++; count[s] == 1 {
				first[s] = i
				r.sides = append(r.sides, s)
			}
		}
	}
	slices.SortFunc(r.sides, func(a, b *gazetteer.State) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(first[a], first[b]))
	})
}

// place returns the place that the text calls by that name, adding it where there
// is none. known is another name for it, under which other texts may know it.
func (r *reading) place(name, kind string, in *gazetteer.State, known string) string {
	for _, n := range []string{name, known} {
		for _, id := range r.cast.Named(n) {
			if r.cast.Place(id) != nil {
				return id
			}
		}
	}
	if ids := r.cast.Named(name); len(ids) > 0 {
		return ids[0]
	}
	p := narrative.Place{Name: name, Kind: kind}
	if known != name {
		p.Aliases = []string{known}
	}
	if in != nil {
		p.Within, p.Zone = r.state(in), in.Zone
	}
	return r.cast.AddPlace(p)
}
