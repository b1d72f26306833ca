package align

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/seed514b815a/rashomon/compare/relation"
	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/event"
)

// record is an assertion as alignment sees it.
type record struct {
	a        *narrative.Assertion
	cast     *narrative.Cast
	event    string
	kind     event.Kind
	family   string
	side     string   // whose word it is
	agents   []string // sides
	targets  []string // sides, counted groups included
	responds bool     // the act is called a response
	sides    []string // that take part: agents, targets, counted groups, and who accuses, admits or denies
	time     edtf.Time
	said     edtf.Time
	day      int      // of the week, 1 for Monday, where its words name one and give no date; 0: none
	toldOn   int      // the same, of when it was said
	things   []string // targets in plain words, by lemma
	places   []string // with those that hold them, nearest first
	words    map[string]bool
	first    int // where its quotes begin and end in the source; -1: it has none
	last     int
}

// readRecords reads the assertions in order of id.
func readRecords(d *narrative.Dossier) []*record {
	cast, published := narrative.NewCast(d), map[string]edtf.Time{}
	for _, s := range d.Sources {
		published[s.ID] = s.Published
	}
	records := make([]*record, len(d.Assertions))
	for i := range d.Assertions {
		a := &d.Assertions[i]
		r := &record{a: a, cast: cast, event: impliedEvent(&a.Claim), time: a.Claim.Time, said: a.Said, first: -1}
		if r.said.IsZero() {
			r.said = published[a.Source]
		}
		r.kind, r.family = event.Lookup(r.event), event.Family(r.event)
		r.side = cast.Side(a.Party)
		r.agents = relation.SidesOf(cast, a.Claim.Agent)
		r.targets = sidesIn(cast, &narrative.Assertion{Claim: narrative.Claim{Target: a.Claim.Target, Count: a.Claim.Count}})
		r.responds = slices.ContainsFunc(a.Claim.Cause, func(c string) bool { return relation.Lemma(c) == "response" })
		r.sides = sidesIn(cast, a)
		r.places = placesIn(cast, a.Claim.Place)
		r.day, r.toldOn = weekday(a.Claim.When), weekday(a.SaidWhen)
		for _, id := range a.Claim.Target {
			if cast.Party(id) == nil && cast.Place(id) == nil {
				r.things = append(r.things, relation.Lemma(id))
			}
		}
		r.words = relation.Words(a.Claim.Text + " " + a.Quoted())
		for _, q := range a.Quotes {
			if r.first < 0 || q.Start < r.first {
				r.first = q.Start
			}
			r.last = max(r.last, q.End)
		}
		records[i] = r
	}
	slices.SortFunc(records, func(x, y *record) int { return cmp.Compare(x.a.ID, y.a.ID) })
	return records
}

// weekdays are the days of the week as English texts name them, from Monday on. In
// other languages a day without a date says nothing here.
var weekdays = []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}

// weekday returns the day of the week that the words name, 1 for Monday; 0: none.
func weekday(words string) int {
	for _, w := range strings.Fields(strings.ToLower(words)) {
		if i := slices.Index(weekdays, strings.Trim(w, ",.")); i >= 0 {
			return i + 1
		}
	}
	return 0
}

// impliedEvent returns the kind of event; of a claim that has none but counts the
// dead or the wounded, that there were casualties.
func impliedEvent(c *narrative.Claim) string {
	if c.Event == "" && slices.ContainsFunc(c.Count, func(n narrative.Count) bool { return event.LookupMeasure(n.Of).Loss }) {
		return "casualties"
	}
	return c.Event
}

// sidesIn returns the sides that take part in what is claimed. Whoever accuses,
// admits or denies takes part too: mostly it is what the charge names no target
// for.
func sidesIn(cast *narrative.Cast, a *narrative.Assertion) []string {
	var out []string
	add := func(ids ...string) {
		for _, id := range ids {
			if relation.Known(cast, id) {
				if side := cast.Side(id); cast.Party(side) != nil {
					out = append(out, side)
				}
			}
		}
	}
	add(a.Claim.Agent...)
	add(a.Claim.Target...)
	for _, c := range a.Claim.Count {
		add(c.Who...)
	}
	switch a.Claim.Act {
	case narrative.Accuse, narrative.Admit, narrative.Deny:
		if p := cast.Party(cast.Side(a.Party)); p != nil && p.Kind != "outlet" && p.Kind != "anonymous" {
			out = append(out, p.ID)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// placesIn returns the places, with those that hold them. A place is worth a key
// only up to the party that it lies in: a state holds too much.
func placesIn(cast *narrative.Cast, ids []string) []string {
	var out []string
	for _, id := range ids {
		if cast.Place(id) == nil {
			if cast.Party(id) == nil {
				out = append(out, relation.Lemma(id))
			} else {
				out = append(out, id)
			}
			continue
		}
		for n := 0; n < 8 && cast.Place(id) != nil; n++ {
			out = append(out, id)
			id = cast.Place(id).Within
		}
	}
	return out
}

// window bounds how many neighbours a record is compared with in a block that is
// too big to be compared whole.
const window = 24

// candidates returns the pairs of records worth comparing, by index, each once
// and in order: those that share a key. A big block is sorted by what its records
// say, and each is compared with its neighbours only.
func candidates(records []*record) [][2]int {
	blocks := map[string][]int{}
	for i, r := range records {
		for _, k := range r.keys() {
			blocks[k] = append(blocks[k], i)
		}
	}
	keys := slices.Sorted(maps.Keys(blocks)) // determinism
	seen := map[[2]int]bool{}
	var out [][2]int
	for _, k := range keys {
		block := blocks[k]
		reach := len(block)
		if len(block) > 2*window {
			reach = window
			block = slices.Clone(block)
			slices.SortFunc(block, func(i, j int) int {
				return cmp.Or(cmp.Compare(records[i].sortKey(), records[j].sortKey()), cmp.Compare(i, j))
			})
		}
		for n, i := range block {
			for _, j := range block[n+1 : min(len(block), n+1+reach)] {
				p := [2]int{min(i, j), max(i, j)}
				if !seen[p] {
					seen[p] = true
					out = append(out, p)
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	return out
}

// sortKey brings together, within a block, what is most alike.
func (r *record) sortKey() string {
	t := r.time
	if t.IsZero() {
		t = r.said
	}
	place := ""
	if len(r.places) > 0 {
		place = r.places[len(r.places)-1]
	}
	return t.String() + "|" + place + "|" + strings.Join(r.sides, "+") + "|" + r.event
}

// bare reports whether the claim has no structure, only words.
func (r *record) bare() bool {
	return r.event == "" && len(r.a.Claim.Count) == 0 && r.a.Claim.Text != ""
}

// keys returns the keys of the blocks that the record stands in:
//
//	what and when      the family of its kind, on each of its days
//	who and when       its sides, on each of its days
//	what and where     the family of its kind, at each place and what holds it
//	who and what       its sides and the family
//	in which text      a stretch of its source
//	in which words     of one that has only words, the longest of them
func (r *record) keys() []string {
	var out []string
	days := r.days()
	who := ""
	if len(r.sides) >= 2 {
		who = strings.Join(r.sides, "+")
	}
	for _, day := range days {
		if r.family != "" {
			out = append(out, "kind "+r.family+" "+day)
		}
		if who != "" {
			out = append(out, "sides "+who+" "+day)
		}
		for _, w := range r.things {
			out = append(out, "thing "+w+" "+day)
		}
	}
	if r.family != "" {
		for _, p := range r.places {
			out = append(out, "place "+r.family+" "+p)
		}
		if who != "" {
			out = append(out, "sides "+who+" "+r.family)
		}
	}
	if r.first >= 0 {
		for n := r.first / stretch; n <= min(r.last/stretch, r.first/stretch+4); n++ {
			out = append(out, "text "+r.a.Source+" "+strconv.Itoa(n))
		}
	}
	if r.bare() {
		words := slices.Sorted(maps.Keys(r.words))
		slices.SortStableFunc(words, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
		for _, w := range words[:min(len(words), 8)] {
			out = append(out, "word "+w)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// stretch is how many bytes of a text are near each other.
const stretch = 400

// days returns the days of the record, and the day before and after, at most ten:
// what is vaguer than that is no key. Without a time it is when it was said.
func (r *record) days() []string {
	t := r.time
	if t.IsZero() {
		t = r.said
	}
	from, to := t.Start(), t.End()
	if from.Limit() != edtf.Stated || to.Limit() != edtf.Stated {
		return nil
	}
	var out []string
	day := from.At().Add(-24 * time.Hour).Truncate(24 * time.Hour)
	for ; len(out) < 10 && day.Before(to.At().Add(24*time.Hour)); day = day.Add(24 * time.Hour) {
		out = append(out, day.Format(time.DateOnly))
	}
	return out
}
