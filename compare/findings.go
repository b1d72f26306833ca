package compare

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/event"
)

// findings gathers what the laws note. One finding stands for one facet, scope,
// outcome and kind; its positions are all the sides that stand in that relation
// to at least one other.
type findings struct{ drafts map[draftKey]*draft }

type draftKey struct {
	facet   narrative.Facet
	scope   Scope
	outcome Outcome
	kind    Kind
}

type draft struct {
	positions map[string]map[*word]bool // side → the words that give its position
	says      map[*word][]string
	silent    map[string]bool
	missing   map[string]bool
	strength  float64
	hard      bool
	x, y      *holding // the strongest pair; y is nil where there is but one
	verdict   Verdict  // of that pair
}

func (f *findings) draft(facet narrative.Facet, scope Scope, o Outcome, k Kind) *draft {
	if f.drafts == nil {
		f.drafts = map[draftKey]*draft{}
	}
	key := draftKey{facet, scope, o, k}
	d := f.drafts[key]
	if d == nil {
		d = &draft{positions: map[string]map[*word]bool{}, says: map[*word][]string{}, silent: map[string]bool{}, missing: map[string]bool{}}
		f.drafts[key] = d
	}
	return d
}

// pair notes that two values stand in a relation.
func (f *findings) pair(facet narrative.Facet, scope Scope, o Outcome, k Kind, x, y *holding, v Verdict) {
	d := f.draft(facet, scope, o, k)
	d.hold(x)
	d.hold(y)
	for _, m := range v.Missing {
		d.missing[m] = true
	}
	strength, hard := min(x.confidence(), y.confidence()), x.certain() && y.certain()
	d.hard = d.hard || hard
	if y.side() < x.side() || y.side() == x.side() && y.first().a.ID < x.first().a.ID {
		x, y, v.Relation = y, x, v.Relation.Converse()
	}
	better := d.x == nil || d.y == nil ||
		cmp.Or(cmp.Compare(d.strength, strength), cmp.Compare(x.first().a.ID, d.x.first().a.ID), cmp.Compare(y.first().a.ID, d.y.first().a.ID),
			cmp.Compare(x.v.Says, d.x.v.Says), cmp.Compare(y.v.Says, d.y.v.Says)) < 0
	if better {
		d.x, d.y, d.verdict = x, y, v
	}
	d.strength = max(d.strength, strength)
}

// hold adds a value to the positions of the finding.
func (d *draft) hold(h *holding) {
	p := d.positions[h.side()]
	if p == nil {
		p = map[*word]bool{}
		d.positions[h.side()] = p
	}
	for _, w := range h.words {
		p[w] = true
		if !slices.Contains(d.says[w], h.v.Says) {
			d.says[w] = append(d.says[w], h.v.Says)
		}
	}
}

// gap notes that sides are silent where others hold a value.
func (f *findings) gap(facet narrative.Facet, scope Scope, k Kind, silent []string, holders []*holding) {
	d := f.draft(facet, scope, Gap, k)
	for _, s := range silent {
		d.silent[s] = true
	}
	for _, h := range holders {
		d.hold(h)
		d.strength = max(d.strength, h.confidence())
		if d.x == nil || cmp.Or(cmp.Compare(d.x.confidence(), h.confidence()), cmp.Compare(h.first().a.ID, d.x.first().a.ID)) < 0 {
			d.x = h
		}
	}
}

// findings returns what was noted, in order, with ids and reasons.
func (q *inquiry) findings() []Finding {
	out := make([]Finding, 0, len(q.out.drafts))
	drafts := map[string]*draft{}
	for key, d := range q.out.drafts {
		f := Finding{Facet: key.facet, Scope: key.scope, Outcome: key.outcome, Kind: key.kind,
			Strength: d.strength, Silent: sortedKeys(d.silent), Missing: sortedKeys(d.missing)}
		f.ID = findingID(q.g.id, &f)
		if f.Outcome == Conflict {
			f.Force = Soft
			if d.hard {
				f.Force = Hard
			}
		}
		for _, side := range sortedKeys(d.positions) {
			f.Positions = append(f.Positions, q.position(key, side, d))
		}
		q.originate(&f, d)
		drafts[f.ID] = d
		out = append(out, f)
	}
	slices.SortFunc(out, func(a, b Finding) int { return a.Compare(&b) })
	for i := range out {
		out[i].Why = q.why(&out[i], drafts[out[i].ID])
		if q.b.explain != nil {
			out[i].Explanation = q.explain(&out[i], drafts[out[i].ID])
		}
	}
	return out
}

// findingID is a short hash of what the finding is about, so that it stays when
// input is added.
func findingID(issue string, f *Finding) string {
	return "f" + digest(issue, string(f.Facet), f.Scope.Agent, f.Scope.Of, f.Scope.Who, f.Scope.Among, f.Scope.Span, f.Outcome.String(), string(f.Kind))
}

// originate says of each position whose voices it rests on. In an agreement all speak
// of one answer; else those do who say the same.
func (q *inquiry) originate(f *Finding, d *draft) {
	answer := func(p Position) string {
		if f.Outcome == Agreement {
			return ""
		}
		return p.Says
	}
	words := map[string][]*word{}
	for _, p := range f.Positions {
		words[answer(p)] = append(words[answer(p)], slices.SortedFunc(maps.Keys(d.positions[p.Side]), stronger)...)
	}
	voices := map[string]*voices{}
	for a, ws := range words {
		voices[a] = q.voices(ws)
	}
	for i, p := range f.Positions {
		f.Positions[i].Origins = voices[answer(p)].origins(slices.Collect(maps.Keys(d.positions[p.Side])))
	}
}

// position tells what a side says, by its words with the strongest first.
func (q *inquiry) position(key draftKey, side string, d *draft) Position {
	words := slices.Collect(maps.Keys(d.positions[side]))
	slices.SortFunc(words, stronger)
	p := Position{Side: side}
	p.Flags = q.flags(key, side, words)
	if d.silent[side] { // what it leaves out it doesn't concede
		p.Flags = slices.DeleteFunc(p.Flags, func(f string) bool { return f == "admission" })
	}
	words = telling(words, d.says)
	var says []string
	var cited []*narrative.Assertion
	for _, w := range words {
		cited = append(cited, w.assertions()...)
		texts := slices.Clone(d.says[w])
		slices.Sort(texts)
		for _, s := range texts {
			if s != "" && !slices.Contains(says, s) {
				says = append(says, s)
			}
		}
	}
	slices.SortFunc(cited, strongest)
	for _, a := range cited {
		p.Assertions = append(p.Assertions, a.ID)
	}
	p.Says = strings.Join(says, "; ")
	return p
}

// A position that many words give cites those that tell most: a reader who is sent
// to fifty quotes is sent to none.
const (
	perSource   = 6
	perPosition = 16
)

// telling returns the words, strongest first, that a position cites: all, where
// they are few, else the strongest for each value and then the strongest of the
// rest, at most six of one source and sixteen in all.
func telling(words []*word, says map[*word][]string) []*word {
	sources := map[string]bool{}
	source := func(w *word) string { return cmp.Or(w.a.Source, w.a.ID) } // one written by hand stands for itself
	for _, w := range words {
		sources[source(w)] = true
	}
	most := min(perPosition, perSource*len(sources))
	if len(words) <= most {
		return words
	}
	var out []*word
	of := map[string]int{}
	take := func(w *word) {
		if len(out) < most && of[source(w)] < perSource && !slices.Contains(out, w) {
			of[source(w)]++
			out = append(out, w)
		}
	}
	told := map[string]bool{}
	for _, w := range words {
		for _, s := range says[w] {
			if !told[s] {
				told[s] = true
				take(w)
			}
		}
	}
	for _, w := range words {
		take(w)
	}
	slices.SortFunc(out, stronger)
	return out
}

// stronger orders words as [strongest] orders their assertions.
func stronger(x, y *word) int { return strongest(x.a, y.a) }

// strongest orders assertions: by confidence, then the certain before the hedged,
// then by id.
func strongest(x, y *narrative.Assertion) int {
	return cmp.Or(cmp.Compare(y.Confident(), x.Confident()), cmp.Compare(x.Certainty, y.Certainty), cmp.Compare(x.ID, y.ID))
}

// flags says what a reader must know of a position:
//
//	admission  the side concedes an act, or losses of its own
//	echo       nothing in it is the side's own word: law 8
//	hedged     nothing in it is said without a hedge
//	relayed    every word of it came through another side
func (q *inquiry) flags(key draftKey, side string, words []*word) []string {
	admission, echo, hedged, relayed := false, true, true, true
	for _, w := range words {
		hedged = hedged && w.a.Certainty == narrative.Hedged
		if w.mouthOf != nil { // that the side passes on a word says nothing of its own deeds
			echo, relayed = false, false
			continue
		}
		admission = admission || w.a.Claim.Act == narrative.Admit && !w.denies ||
			key.facet == narrative.FacetCount && q.ownLoss(w, side, key.scope) || key.facet == narrative.FacetOccurrence && q.tellsOwnLoss(w, side)
		echo = echo && q.echoes(w)
		relayed = relayed && q.throughOthers(w)
	}
	var out []string
	for _, f := range []struct {
		set  bool
		name string
	}{{admission, "admission"}, {echo, "echo"}, {hedged, "hedged"}, {relayed, "relayed"}} {
		if f.set {
			out = append(out, f.name)
		}
	}
	return out
}

// ownLoss reports whether the word counts losses of its own side in that scope.
// To have lost nobody is no admission.
func (q *inquiry) ownLoss(w *word, side string, scope Scope) bool {
	if w.denies {
		return false
	}
	for _, c := range w.a.Claim.Count {
		if c.Of != scope.Of || !event.LookupMeasure(c.Of).Loss || c.Min == nil && c.Max == nil || c.Max != nil && *c.Max == 0 {
			continue
		}
		if slices.Contains(q.b.sidesOf(c.Who), side) && scope.Who == q.b.population(c.Who) {
			return true
		}
	}
	return false
}

// tellsOwnLoss reports whether the word tells of casualties or damage, and of its
// own side's, with a figure or without one. To have lost nobody is no admission.
func (q *inquiry) tellsOwnLoss(w *word, side string) bool {
	if w.denies || !w.kind.Consequence {
		return false
	}
	own := false
	for _, c := range w.a.Claim.Count {
		if c.Max != nil && *c.Max == 0 {
			return false
		}
		own = own || event.LookupMeasure(c.Of).Loss && slices.Contains(q.b.sidesOf(c.Who), side)
	}
	return own
}

func sortedKeys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
