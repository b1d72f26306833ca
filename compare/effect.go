package compare

import (
	"slices"
	"strings"
	"time"

	"github.com/seed514b815a/rashomon/compare/relation"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/event"
)

// question is one thing that a statement says: a value on a facet.
type question struct {
	facet narrative.Facet
	n     int    // of several on one facet, figures mostly
	judge *Judge // nil for what a denial rejects
	v     Value
}

// effect is what words of one side do to one question of the statement.
type effect struct {
	question
	claim   int
	side    string
	bearing Bearing
	held    *holding // what the side says
	missing []string
	denial  bool
	textual bool     // two texts were compared: there is no structure to tell of
	sure    *float64 // the confidence of that
	q       *inquiry
}

// confidence is that of what the effect rests on.
func (r *effect) confidence() float64 {
	c := r.held.confidence()
	if r.sure != nil {
		c *= *r.sure
	}
	return c
}

// field names the part of a claim that answers a facet.
func field(f narrative.Facet) string {
	switch f {
	case narrative.FacetOccurrence:
		return "event"
	case narrative.FacetResponsibility:
		return "agent"
	}
	return string(f)
}

// questions returns what the statement says, facet by facet; of a denial, the one
// facet that it rejects.
func (q *inquiry) questions(s *word) []question {
	if s.denies {
		if c := q.rejected(s); c.event == "" && len(c.count) == 0 {
			return nil
		}
		return []question{{facet: s.focus(), v: Value{Says: q.deniedText(s)}}}
	}
	var out []question
	for _, j := range q.judges {
		for n, v := range j.Values(q.m, s.a) {
			v.By = []*narrative.Assertion{s.a}
			out = append(out, question{j.Facet, n, j, v})
		}
	}
	// Where and when something was says nothing without what it was.
	if s.a.Claim.Event == "" {
		out = slices.DeleteFunc(out, func(a question) bool {
			return a.facet != narrative.FacetCount && !strings.HasPrefix(string(a.facet), "x-")
		})
	}
	// Of losses that are counted the figure is what is said: that there were any
	// follows from it.
	if s.kind.Consequence && slices.ContainsFunc(out, func(a question) bool { return a.facet == narrative.FacetCount }) {
		out = slices.DeleteFunc(out, func(a question) bool { return a.facet == narrative.FacetOccurrence })
	}
	return out
}

// rule says what each word of the issue does to the statement.
func (q *inquiry) rule(s *word, asked []question) ([]*effect, error) {
	var out []*effect
	note := func(a question, b Bearing, h *holding, missing []string, denial bool) {
		out = append(out, &effect{question: a, side: h.side(), bearing: b, held: h, missing: missing, denial: denial, q: q})
	}
	for _, a := range asked {
		for _, c := range q.words {
			if !c.stands(a.facet) || c.a.Claim.Event == reported {
				continue
			}
			var err error
			switch {
			case s.denies || c.denies:
				q.ruleDenial(s, c, a, note)
			default:
				err = q.ruleSupport(s, c, a, note)
			}
			if err != nil {
				return nil, err
			}
		}
		if a.judge != nil {
			if err := q.ruleConflict(s, a, note); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

type noter func(a question, b Bearing, h *holding, missing []string, denial bool)

// ruleDenial rules where the statement, the word or both deny (law 6).
func (q *inquiry) ruleDenial(s, c *word, a question, note noter) {
	bearing := func(met Bearing, ans answer, h *holding, missing []string) {
		other, undated := q.otherTime(s, c)
		switch {
		case other:
		case undated && ans == meets:
			note(a, Undecided, h, []string{"time"}, c.denies)
		case ans == open:
			note(a, Undecided, h, missing, c.denies)
		case ans == meets && a.facet == narrative.FacetLabel && met == Opposes:
			note(a, Undecided, h, []string{"label"}, c.denies) // never a factual conflict (law 7)
		case ans == meets:
			note(a, met, h, nil, c.denies)
		}
	}
	switch {
	case c.denies && (c.focus() != a.facet || q.deniesHavingSaid(c, q.about(c))):
	case s.denies && c.denies:
		// Whoever denies the wider denies the narrower.
		if x, y := q.rejected(c), q.rejected(s); !x.empty() && !y.empty() {
			ans, missing := q.coversContent(x, y)
			bearing(Supports, ans, q.denial(c), missing)
		}
	case c.denies:
		ans, missing := q.rejects(c, s)
		if ans == open {
			if a, _ := q.rejects(c, q.struck(s)); a == meets {
				ans = meets
			}
		}
		bearing(Opposes, ans, q.denial(c), missing)
	default:
		ans, missing := q.rejects(s, c)
		if q.upheld(c, a.facet) && q.gives(c, a.facet) {
			bearing(Opposes, ans, q.holding(c, a.facet), missing)
		}
	}
}

// struck returns a statement that names no target with its places for targets: who
// denies having shelled towns denies that such a town was shelled.
func (q *inquiry) struck(s *word) *word {
	if len(s.a.Claim.Target) > 0 || len(s.a.Claim.Place) == 0 || relation.Vague(q.b.cast, s.a.Claim.Place) {
		return s
	}
	a, w := *s.a, *s
	a.Claim.Target = a.Claim.Place
	w.a = &a
	return &w
}

// ruleSupport rules whether a word bears the statement out: what the statement
// leaves out the word may add, what it states the word must state as exactly.
func (q *inquiry) ruleSupport(s, c *word, a question, note noter) error {
	if q.beside(s, c, true) {
		return nil
	}
	apart := len(s.agents) > 0 && len(c.agents) > 0 && relation.Sides(s.agents, c.agents) == narrative.Disjoint
	var missing []string
	switch a.facet {
	case narrative.FacetOccurrence:
		act, several := q.actOf(c)
		switch {
		case apart, len(s.agents) > 0 && len(act) > 0 && relation.Sides(s.agents, act) == narrative.Disjoint:
			return nil // another's act (law 5)
		case len(s.agents) > 0 && several:
			missing = []string{"agent"} // a clash of whomever
		}
	case narrative.FacetResponsibility:
		// Of a side's own response, too, it is true that it was the side's doing.
		if len(c.agents) > 0 && s.family == c.family && s.kind.Nature == c.kind.Nature && (len(q.values(c, a.facet)) == 0 || q.upheld(c, a.facet)) {
			q.noteSupport(a, c, Value{Says: strings.Join(c.agents, ", ")}, Verdict{Relation: relation.Sides(s.agents, c.agents)}, nil, note)
		}
		return nil
	case narrative.FacetCount:
	default:
		if apart || !event.IsA(c.a.Claim.Event, s.a.Claim.Event) && !event.IsA(s.a.Claim.Event, c.a.Claim.Event) {
			return nil // when the dead were counted is not when it was shelled
		}
		if act, _ := q.actOf(c); len(s.agents) > 0 && len(c.agents) == 0 && !slices.Equal(act, s.agents) {
			missing = []string{"agent"}
		}
	}
	if !q.upheld(c, a.facet) {
		return nil
	}
	for _, v := range a.judge.Values(q.m, c.a) {
		lacking := missing
		if a.facet == narrative.FacetCount {
			more, same := countsTheSame(a.v.Scope, v.Scope)
			if !same || !q.standing(c, v) {
				continue
			}
			lacking = more
		}
		verdict, err := q.relate(a.judge, a.v, v)
		if err != nil {
			return err
		}
		if slices.Contains(s.a.Claim.Only, a.facet) && (verdict.Relation != narrative.Same || !slices.Contains(c.a.Claim.Only, a.facet)) {
			lacking = append(slices.Clone(lacking), field(a.facet)) // whether that is all
		}
		q.noteSupport(a, c, v, verdict, lacking, note)
	}
	return nil
}

// noteSupport notes what a value of the word c does for the question, unless it is
// a conflict, which [inquiry.ruleConflict] finds, or speaks of something else. The
// verdict relates the statement's value to the word's.
func (q *inquiry) noteSupport(a question, c *word, v Value, verdict Verdict, missing []string, note noter) {
	o, kind, ok := rule(a.facet, verdict)
	if !ok {
		return
	}
	h := &holding{[]*word{c}, v}
	entails := verdict.Relation == narrative.Same || verdict.Relation == narrative.Broader || kind == "approximate"
	switch {
	case o == Agreement && entails && len(missing) == 0:
		note(a, Supports, h, nil, false)
	case o == Agreement && entails:
		note(a, Undecided, h, missing, false)
	case o == Undetermined:
		note(a, Undecided, h, slices.Concat(missing, verdict.Missing), false)
	case a.facet == narrative.FacetOccurrence && verdict.Relation == narrative.Overlapping:
		// another kind of the family: sabotage is no shelling
	case o == Agreement, kind == "overlapping", o == Framing:
		note(a, Undecided, h, append(slices.Clone(missing), field(a.facet)), false)
	}
}

// standing reports whether a figure of the word has not been replaced.
func (q *inquiry) standing(c *word, v Value) bool {
	return slices.ContainsFunc(q.held[narrative.FacetCount], func(h *holding) bool {
		return slices.Contains(h.words, c) && h.v.Scope == v.Scope && h.v.Says == v.Says
	})
}

// countsTheSame reports whether a figure counts what the statement's does; more
// exactly so is enough. missing names what only the statement states, and whom the
// word counts among others: of "49 killed" and "49 civilians killed" nobody knows.
func countsTheSame(stated, held Scope) (missing []string, ok bool) {
	if stated.Who == "" {
		held.Who = ""
	}
	_, missing, ok = samePopulation(stated, held)
	return missing, ok
}

// ruleConflict rules where a standing value of a side can't be true beside the
// statement's.
func (q *inquiry) ruleConflict(s *word, a question, note noter) error {
	mine := &holding{[]*word{s}, a.v}
	for _, h := range q.held[a.facet] {
		mutual := a.facet == narrative.FacetResponsibility && slices.Contains(s.agents, h.side())
		met, dated := false, false
		for _, c := range h.words {
			other, undated := q.otherTime(s, c)
			if !other && !q.beside(s, c, !mutual) {
				met, dated = true, dated || !undated
			}
		}
		if !met {
			continue
		}
		_, missing, ok := q.comparable(a.facet, mine, h)
		if !ok {
			continue
		}
		verdict, err := q.relate(a.judge, a.v, h.v)
		if err != nil {
			return err
		}
		switch o, _, ok := rule(a.facet, verdict); {
		case !ok || o != Conflict:
		case !dated:
			note(a, Undecided, h, append(missing, "time"), false)
		case len(missing) > 0:
			note(a, Undecided, h, missing, false)
		default:
			note(a, Opposes, h, nil, false)
		}
	}
	return nil
}

// beside reports whether a word speaks of another time, place, target or group than
// the statement: then it neither bears it out nor speaks against it. Plain words
// for places may name any place, and towns may be those of a side. Where sides
// charge each other, each has targets of its own: then targets don't count.
func (q *inquiry) beside(s, c *word, targets bool) bool {
	x, y := &s.a.Claim, &c.a.Claim
	apart := func(v Verdict) bool {
		return v.Relation == narrative.Disjoint && v.Note == Plain && len(v.Missing) == 0
	}
	if !x.Time.IsZero() && !y.Time.IsZero() {
		one := s.kind.OnePlace && c.kind.OnePlace
		if apart(relateSpans(span{x.Time, slices.Contains(x.Only, narrative.FacetTime), one}, span{y.Time, slices.Contains(y.Only, narrative.FacetTime), one})) {
			return true
		}
	}
	lists := func(f narrative.Facet, x, y []string, one bool) bool {
		return len(x) > 0 && len(y) > 0 && apart(relateLists(q.b.cast, f,
			members{x, slices.Contains(s.a.Claim.Only, f), one}, members{y, slices.Contains(c.a.Claim.Only, f), one}))
	}
	plain := func(ids []string) bool { return relation.Vague(q.b.cast, ids) }
	if lists(narrative.FacetPlace, x.Place, y.Place, s.kind.OnePlace && c.kind.OnePlace) && !plain(x.Place) && !plain(y.Place) {
		return true
	}
	if targets && lists(narrative.FacetTarget, x.Target, y.Target, false) && plain(x.Target) == plain(y.Target) {
		return true
	}
	return (s.kind.Consequence || c.kind.Consequence) && q.othersCounted(x.Count, y.Count)
}

// otherTime reports, of a statement that states a time and a word that states none,
// whether the word was said too far from that time to speak of it, or before it;
// undated that nobody knows.
func (q *inquiry) otherTime(s, c *word) (other, undated bool) {
	when := s.a.Claim.Time
	switch {
	case when.IsZero() || !c.a.Claim.Time.IsZero():
		return false, false
	case c.said.IsZero():
		return false, true
	}
	return c.said.Before(when) || relation.Apart(when, c.said) > 7*24*time.Hour, false
}

// othersCounted reports whether two claims count different groups, and no group in
// common.
func (q *inquiry) othersCounted(x, y []narrative.Count) bool {
	other := false
	for _, a := range x {
		for _, b := range y {
			m, n := q.b.population(a.Who), q.b.population(b.Who)
			if m == "" || n == "" || m == n {
				return false
			}
			other = true
		}
	}
	return other
}

// settles reports whether the word c, whatever happening it belongs to, says all
// that the claim s says, or rejects it.
func (q *inquiry) settles(s, c *word) bool {
	if c.a.Claim.Event == reported || !c.holds {
		return false
	}
	ans := passes
	switch {
	case s.denies && c.denies:
		if x, y := q.rejected(c), q.rejected(s); !x.empty() && !y.empty() && c.focus() == s.focus() {
			ans, _ = q.coversContent(x, y)
		}
	case c.denies:
		ans, _ = q.rejects(c, s)
	case s.denies:
		ans, _ = q.rejects(s, c)
	default:
		if whole := s.contentOf(true); !whole.empty() {
			ans, _ = q.covers(whole, c)
		}
	}
	return ans == meets
}

// settled keeps, of another happening, the effects of those sides that bear the
// statement out as a whole, and the denials that meet it.
func settled(effects []*effect, asked int) []*effect {
	type key struct {
		facet narrative.Facet
		n     int
	}
	answered := map[string]map[key]bool{}
	for _, r := range effects {
		if r.bearing == Supports {
			if answered[r.side] == nil {
				answered[r.side] = map[key]bool{}
			}
			answered[r.side][key{r.facet, r.n}] = true
		}
	}
	return slices.DeleteFunc(effects, func(r *effect) bool {
		whole := len(answered[r.side]) == asked
		return !(r.bearing == Supports && whole || r.bearing == Opposes && (r.denial || r.judge == nil))
	})
}
