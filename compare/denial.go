package compare

import (
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/compare/relation"
	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/event"
)

// content is what a denial rejects, or what a claim holds against it: a part that
// is not stated is empty.
type content struct {
	event  string
	agents []string // sides
	target []string
	place  []string
	time   edtf.Time
	means  []string
	cause  []string
	label  []string // only where the label is what is denied
	count  []narrative.Count
}

func (c *content) empty() bool {
	return c.event == "" && len(c.agents) == 0 && len(c.target) == 0 && len(c.place) == 0 && c.time.IsZero() &&
		len(c.means) == 0 && len(c.cause) == 0 && len(c.label) == 0 && len(c.count) == 0
}

// contentOf returns the parts of a word's claim; the label is a part only where a
// denial has it in focus.
func (w *word) contentOf(withLabel bool) content {
	c := &w.a.Claim
	out := content{c.Event, w.agents, c.Target, c.Place, c.Time, c.Means, c.Cause, nil, c.Count}
	if withLabel {
		out.label = c.Label
	}
	return out
}

// focus returns the facet that a denial, or a word of not knowing, is about.
func (w *word) focus() narrative.Facet {
	if w.a.Focus == "" {
		return narrative.FacetOccurrence
	}
	return w.a.Focus
}

// about returns the assertion that the word answers, in this issue or another;
// nil if it answers none.
func (q *inquiry) about(w *word) *word {
	id := w.a.Claim.About
	if id == "" {
		return nil
	}
	if t := q.byID[id]; t != nil {
		return t
	}
	if a := q.b.assertions[id]; a != nil {
		return q.read(a)
	}
	return nil
}

// deniedAct returns the agents of the act that a denial speaks of: those that it
// names, else those of the charge that it answers; none where it speaks of
// whatever happened.
func (q *inquiry) deniedAct(d *word) []string {
	if len(d.agents) > 0 {
		return d.agents
	}
	if t := q.about(d); t != nil && !t.denies {
		return t.agents
	}
	return nil
}

// deniedScope is the scope of what a denial gives: the act that it speaks of and,
// where a figure is what it denies, what that counts.
func (q *inquiry) deniedScope(d *word) Scope {
	s := Scope{}
	if n := d.a.Claim.Count; d.focus() == narrative.FacetCount && len(n) > 0 {
		s = countScope(q.b.cast, n[0])
	}
	s.Agent = agentScope(q.deniedAct(d)).Agent
	return s
}

// answer is what a denial does to a claim.
type answer int

const (
	passes answer = iota // it speaks of something else
	open                 // whether it meets the claim depends on what is missing
	meets                // it rejects the claim
)

// rejects says what the denial d does to the claim c (law 6): it meets exactly
// what it denies, that is the assertion that it answers, and whatever is as narrow
// as its own content in every part that it states.
func (q *inquiry) rejects(d, c *word) (answer, []string) {
	own := d.contentOf(d.focus() == narrative.FacetLabel)
	t := q.about(d)
	switch {
	case c.takenBy[d.focus()], d.focus() == narrative.FacetResponsibility && q.m.ownResponse(c.a, c.agents),
		c.a.Claim.Event == "" && (t == nil || t.a.ID != c.a.ID):
		return passes, nil // it holds nothing of what is denied
	case t == nil && own.empty():
		return passes, nil
	case t == nil:
		a, missing := q.covers(own, c)
		if a != passes && own.time.IsZero() && !c.a.Claim.Time.IsZero() && d.kind.Nature == event.State && c.kind.Nature == event.State {
			return open, append(missing, "time") // whether the state ever held, or then
		}
		return a, missing
	case t.a.ID == c.a.ID:
		if own.empty() {
			return meets, nil
		}
		return q.covers(own, c)
	}
	// Others who claim the same as the assertion answered, or more narrowly, are
	// opposed with it; of those who leave parts open nothing is known.
	if t.denies || q.deniesHavingSaid(d, t) {
		return passes, nil
	}
	whole := t.contentOf(false)
	if whole.empty() {
		return passes, nil
	}
	if a, _ := q.covers(whole, c); a != meets {
		return passes, nil
	}
	if !own.empty() {
		if a, _ := q.covers(own, c); a != meets {
			return passes, nil
		}
	}
	return meets, nil
}

// covers compares a claim with what is denied, part by part. In a part that the
// denial states, the claim must be the same or narrower; where it is broader,
// overlapping or silent the part is missing; where it is disjoint the denial
// passes it by.
func (q *inquiry) covers(denied content, c *word) (answer, []string) {
	return q.coversContent(denied, c.contentOf(len(denied.label) > 0))
}

func (q *inquiry) coversContent(denied, claim content) (answer, []string) {
	var missing []string
	fit := func(part string, stated, silent bool, relate func() narrative.Relation) bool {
		if !stated {
			return true
		}
		if silent {
			missing = append(missing, part)
			return true
		}
		switch relate() {
		case narrative.Same, narrative.Narrower:
		case narrative.Disjoint, narrative.Opposed:
			return false
		default:
			missing = append(missing, part)
		}
		return true
	}
	lists := func(f narrative.Facet, x, y []string) func() narrative.Relation {
		return func() narrative.Relation {
			one := f == narrative.FacetPlace && event.Lookup(claim.event).OnePlace
			return relateLists(q.b.cast, f, members{ids: x, onePlace: one}, members{ids: y, onePlace: one}).Relation
		}
	}
	ok := fit("event", denied.event != "", claim.event == "", func() narrative.Relation { return relateDenied(claim.event, denied.event) }) &&
		fit("agent", len(denied.agents) > 0, len(claim.agents) == 0, func() narrative.Relation { return relation.Sides(claim.agents, denied.agents) }) &&
		fit("target", len(denied.target) > 0, len(claim.target) == 0, lists(narrative.FacetTarget, claim.target, denied.target)) &&
		fit("place", len(denied.place) > 0, len(claim.place) == 0, lists(narrative.FacetPlace, claim.place, denied.place)) &&
		fit("time", !denied.time.IsZero(), claim.time.IsZero(), func() narrative.Relation { return narrative.RelateTimes(claim.time, denied.time) }) &&
		fit("means", len(denied.means) > 0, len(claim.means) == 0, lists(narrative.FacetMeans, claim.means, denied.means)) &&
		fit("cause", len(denied.cause) > 0, len(claim.cause) == 0, func() narrative.Relation {
			return relateNames(narrative.FacetCause, names{words: claim.cause}, names{words: denied.cause}).Relation
		}) &&
		fit("label", len(denied.label) > 0, len(claim.label) == 0, func() narrative.Relation {
			if relation.Share(claim.label, denied.label) {
				return narrative.Same
			}
			return narrative.Disjoint
		})
	for _, n := range denied.count {
		same := slices.DeleteFunc(slices.Clone(claim.count), func(k narrative.Count) bool {
			return countScope(q.b.cast, k) != countScope(q.b.cast, n) || k.Min == nil && k.Max == nil
		})
		ok = ok && fit("count", true, len(same) == 0, func() narrative.Relation { return nearest(same, n) })
	}
	if !ok {
		return passes, nil
	}
	if len(missing) > 0 {
		return open, missing
	}
	return meets, nil
}

// nearest relates to a denied figure the one of a claim's figures that comes
// closest to entailing it.
func nearest(figures []narrative.Count, denied narrative.Count) narrative.Relation {
	if denied.Min == nil && denied.Max == nil {
		return narrative.Narrower // that there were any at all
	}
	best := narrative.Disjoint
	for _, c := range figures {
		switch r := narrative.RelateCounts(c, denied); r {
		case narrative.Same, narrative.Narrower:
			return r
		case narrative.Disjoint:
		default:
			best = r
		}
	}
	return best
}

// relateDenied relates a claimed kind of event to a denied one: what is denied
// covers the kinds below it.
func relateDenied(claimed, denied string) narrative.Relation {
	switch {
	case event.IsA(claimed, denied):
		return narrative.Narrower
	case event.IsA(denied, claimed):
		return narrative.Broader
	}
	return narrative.Disjoint
}

// deniesHavingSaid reports whether d, which answers t, denies that t was said and
// not what it says: t came through an adversary, and d has no content or speaks of
// speech.
func (q *inquiry) deniesHavingSaid(d, t *word) bool {
	if t == nil || t.own() {
		return false
	}
	c := d.contentOf(false)
	return c.empty() || d.kind.Nature == event.Speech
}

// takeBack finds what each side has taken back: a word that it later denies, and a
// denial that it later contradicts. Denial and word of one moment both stand, and
// the side is inconsistent.
func (q *inquiry) takeBack() {
	var taken []taking // all pairs are judged before any word falls
	for _, d := range q.words {
		if !d.denies || !d.holds || q.deniesHavingSaid(d, q.about(d)) {
			continue
		}
		for _, c := range q.words {
			if c.denies || !c.holds || c.side != d.side || c.a.Claim.Event == reported {
				continue
			}
			if a, _ := q.rejects(d, c); a != meets || !q.gives(c, d.focus()) {
				continue
			}
			o, k := Revision, Kind("")
			switch orderOf(c.said, d.said) {
			case before:
				k = "withdrawn"
				taken = append(taken, taking{c, d.focus()})
			case after:
				k = "changed"
				taken = append(taken, taking{d, d.focus()})
			default: // neither is later, as far as anybody knows
				o, k = Conflict, "inconsistent"
			}
			q.turned[[2]*word{c, d}] = k
			q.out.pair(d.focus(), q.deniedScope(d), o, k, q.holding(c, d.focus()), q.denial(d), Verdict{})
		}
	}
	for _, t := range taken {
		t.w.takenBy[t.facet] = true
	}
}

// taking is a word that its side has taken back on a facet.
type taking struct {
	w     *word
	facet narrative.Facet
}

// gives reports whether the claim of w says anything on the facet.
func (q *inquiry) gives(w *word, f narrative.Facet) bool {
	if w.takenBy[f] {
		return false
	}
	if f == narrative.FacetOccurrence {
		return true
	}
	return len(q.values(w, f)) > 0
}

// values returns what the claim of w says on the facet.
func (q *inquiry) values(w *word, f narrative.Facet) []Value {
	for _, j := range q.judges {
		if j.Facet == f {
			return j.Values(q.m, w.a)
		}
	}
	return nil
}

// holding returns what w says on the facet, for a finding to show.
func (q *inquiry) holding(w *word, f narrative.Facet) *holding {
	h := &holding{words: []*word{w}}
	for _, v := range q.values(w, f) {
		h.v.Says = strings.TrimPrefix(h.v.Says+", "+v.Says, ", ")
	}
	if h.v.Says == "" {
		h.v.Says = w.a.Claim.Event
	}
	return h
}

// denial returns a denial as a position.
func (q *inquiry) denial(d *word) *holding {
	return &holding{words: []*word{d}, v: Value{Says: q.deniedText(d)}}
}

// denials holds the denials against what others claim, and against each other.
func (q *inquiry) denials() {
	var ds []*word
	for _, d := range q.words {
		if d.denies && d.stands(d.focus()) {
			ds = append(ds, d)
		}
	}
	for i, d := range ds {
		if t := q.about(d); q.deniesHavingSaid(d, t) {
			q.representation(d, t)
			continue
		}
		for _, c := range q.words {
			if c.side != d.side && !c.denies && c.stands(d.focus()) {
				q.oppose(d, c)
			}
		}
		for _, e := range ds[i+1:] {
			if e.side != d.side && e.focus() == d.focus() && !q.deniesHavingSaid(e, q.about(e)) {
				q.agree(d, e)
			}
		}
	}
}

// oppose notes what a denial does to another side's claim.
func (q *inquiry) oppose(d, c *word) {
	a, missing := q.rejects(d, c)
	f := d.focus()
	if a == passes || c.a.Claim.Event == reported && f != narrative.FacetOccurrence || !q.upheld(c, f) && (a == meets || q.gives(c, f)) {
		return // or it says something else by now
	}
	if a == open {
		q.out.pair(f, q.deniedScope(d), Undetermined, "", q.holding(c, f), q.denial(d), Verdict{Missing: missing})
		return
	}
	o, k := Conflict, Kind("denial")
	switch {
	case f == narrative.FacetLabel:
		o, k = Framing, "opposed" // never a factual conflict (law 7)
	case c.kind.Nature == event.Speech:
		k = "representation"
	case c.kind.Nature == event.State:
		k = "status"
	}
	q.out.pair(f, q.deniedScope(d), o, k, q.holding(c, f), q.denial(d), Verdict{})
}

// upheld reports whether c still gives its side's position on the facet: on
// occurrence every word that was not taken back does, else the latest.
func (q *inquiry) upheld(c *word, f narrative.Facet) bool {
	if f == narrative.FacetOccurrence {
		return true
	}
	return slices.ContainsFunc(q.held[f], func(h *holding) bool { return slices.Contains(h.words, c) })
}

// representation is the conflict on whether somebody said what an adversary
// relays: the relaying sides hold that it was said (law 9).
func (q *inquiry) representation(d, t *word) {
	if q.byID[t.a.ID] == nil {
		return
	}
	for _, side := range t.relayers {
		if side != d.side {
			q.out.pair(narrative.FacetOccurrence, q.deniedScope(d), Conflict, "representation", q.mouth(t, side), q.denial(d), Verdict{})
		}
	}
}

// mouth returns a relayed word as the position of the side that relays it.
func (q *inquiry) mouth(t *word, side string) *holding {
	key := [2]string{t.a.ID, side}
	w := q.mouths[key]
	if w == nil {
		as := *t
		as.side, as.mouthOf = side, t
		w = &as
		q.mouths[key] = w
	}
	return &holding{words: []*word{w}, v: Value{Says: "said by " + t.side}}
}

// agree notes that two sides deny one thing: exactly, where what they deny is
// equal, else narrower, as long as it may be one thing.
func (q *inquiry) agree(d, e *word) {
	x, y := q.rejected(d), q.rejected(e)
	if x.empty() || y.empty() {
		return
	}
	// One that names no act may agree with one that does: the named act is meant.
	act := slices.Compact(slices.Sorted(slices.Values(slices.Concat(x.agents, y.agents))))
	if len(x.agents) > 0 && len(y.agents) > 0 {
		if !slices.Equal(x.agents, y.agents) {
			return // each denies an act of its own
		}
		act = x.agents
	}
	xy, _ := q.coversContent(y, x)
	yx, _ := q.coversContent(x, y)
	k := Kind("narrower")
	switch {
	case xy == meets && yx == meets:
		k = "exact"
	case xy == passes && yx == passes:
		return
	}
	scope := q.deniedScope(d)
	scope.Agent = agentScope(act).Agent
	q.out.pair(d.focus(), scope, Agreement, k, q.denial(d), q.denial(e), Verdict{})
}

// rejected is what a denial denies: its content, else that of the assertion which
// it answers, with the act that it speaks of.
func (q *inquiry) rejected(d *word) content {
	withLabel := d.focus() == narrative.FacetLabel
	c := d.contentOf(withLabel)
	if c.empty() {
		t := q.about(d)
		if t == nil || t.denies {
			return content{}
		}
		c = t.contentOf(withLabel)
	}
	c.agents = q.deniedAct(d)
	return c
}
