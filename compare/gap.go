package compare

import (
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/event"
)

// gaps notes what the participants leave open (law 11): a charge, a facet on which
// others hold a value, what the kind of event calls for. Observers owe nothing.
func (q *inquiry) gaps() {
	if len(q.m.Participants) == 0 {
		return
	}
	relayed := q.relayed()
	asked := q.charges()
	for _, p := range q.m.Participants {
		own := q.wordsOf(p)
		if len(own) == 0 {
			if !relayed[p] {
				q.lacks(p, narrative.FacetOccurrence, Scope{}, "silent", q.positions())
			}
			continue
		}
		s := &silence{q: q, side: p, own: own, asked: asked[p]}
		s.declines()
		if s.speaks() {
			s.facets()
		}
	}
	q.shared()
}

// lacks notes a gap of one side, where anybody holds what it lacks.
func (q *inquiry) lacks(side string, f narrative.Facet, scope Scope, k Kind, holders []*holding) {
	if len(holders) > 0 {
		q.out.gap(f, scope, k, []string{side}, holders)
	}
}

// wordsOf returns the words of a side that are its own: not those that an
// adversary relays.
func (q *inquiry) wordsOf(side string) []*word {
	var out []*word
	for _, w := range q.words {
		if w.side == side && w.own() {
			out = append(out, w)
		}
	}
	return out
}

// positions returns what is held on occurrence: that it was so, and that it wasn't.
func (q *inquiry) positions() []*holding {
	out := slices.Clone(q.held[narrative.FacetOccurrence])
	for _, d := range q.words {
		if d.denies && d.focus() == narrative.FacetOccurrence && d.stands(narrative.FacetOccurrence) && !q.deniesHavingSaid(d, q.about(d)) {
			out = append(out, q.denial(d))
		}
	}
	return out
}

// relayed notes, once for the issue, whose words stand here only in the mouths of
// others (law 9).
func (q *inquiry) relayed() map[string]bool {
	sides := map[string]bool{}
	for _, w := range q.words {
		if w.relayed {
			for _, r := range w.relayers {
				q.out.gap(narrative.FacetOccurrence, Scope{}, "relayed", []string{w.side}, []*holding{q.mouth(w, r)})
			}
			sides[w.side] = true
		}
	}
	return sides
}

// charge is an accusation of one side by another.
type charge struct{ by *word }

// charges notes who leaves an accusation unanswered, or declined to answer it, and
// returns the accused with their charges.
func (q *inquiry) charges() map[string][]charge {
	all := map[string][]charge{}
	for _, w := range q.words {
		if w.a.Claim.Act != narrative.Accuse || w.denies || !w.stands(narrative.FacetResponsibility) {
			continue
		}
		for _, p := range w.agents {
			if p == w.side || !slices.Contains(q.m.Participants, p) {
				continue
			}
			all[p] = append(all[p], charge{w})
			own := q.wordsOf(p)
			if len(own) == 0 || q.answered(p, own, w) {
				continue
			}
			kind := Kind("unanswered")
			if q.declined(p, own, w) {
				kind = "declined"
			}
			q.out.gap(narrative.FacetResponsibility, Scope{}, kind, []string{p}, []*holding{q.holding(w, narrative.FacetResponsibility)})
		}
	}
	return all
}

// answered reports whether the side p answers the charge c: it accuses the accuser
// of whatever kind of act, names another side as the agent, or says a word on the
// accused act. Its own act given as a response is no answer to who began.
func (q *inquiry) answered(p string, own []*word, c *word) bool {
	for _, w := range own {
		if !w.holds {
			continue
		}
		related := w.family == c.family && w.kind.Nature == c.kind.Nature
		switch {
		case w.denies:
			if q.onAct(w, p, c) {
				return true
			}
		case w.a.Claim.Act == narrative.Accuse && slices.Contains(w.agents, c.side):
			return true
		case !related || len(w.agents) == 0 || q.m.ownResponse(w.a, w.agents):
		default:
			return true // it names another side, or owns the act
		}
	}
	return false
}

// onAct reports whether the denial d of side p speaks of the act that c charges p
// with.
func (q *inquiry) onAct(d *word, p string, c *word) bool {
	t := q.about(d)
	if q.deniesHavingSaid(d, t) {
		return false
	}
	if t != nil && t.a.ID == c.a.ID {
		return true
	}
	family := d.family
	if d.a.Claim.Event == "" && t != nil {
		family = t.family
	}
	if family != "" && family != c.family {
		return false
	}
	act := q.deniedAct(d)
	return len(act) == 0 || slices.Contains(act, p)
}

// declined reports whether p refused to comment on the charge.
func (q *inquiry) declined(p string, own []*word, c *word) bool {
	return slices.ContainsFunc(own, func(w *word) bool {
		if w.a.Claim.Act != narrative.Decline || w.a.Focus != "" && w.a.Focus != narrative.FacetResponsibility {
			return false
		}
		t := q.about(w)
		return t == nil || t.a.ID == c.a.ID || t.family == c.family && slices.Contains(t.agents, p)
	})
}

// silence is one participant's, who has a word in the issue.
type silence struct {
	q     *inquiry
	side  string
	own   []*word
	asked []charge
}

// speaks reports whether the side says anything of the happening, be it that it
// doesn't know. Who only demands, promises or refuses to comment owes no more.
func (s *silence) speaks() bool {
	return slices.ContainsFunc(s.own, func(w *word) bool { return w.holds || w.notKnowing() })
}

// notKnowing reports whether the word says that something is not known yet.
func (w *word) notKnowing() bool {
	switch w.a.Claim.Act {
	case narrative.Assert, narrative.Accuse, narrative.Admit, narrative.Deny:
		return w.a.Certainty == narrative.NotKnown
	}
	return false
}

// declines notes refusals to comment on anything but a charge.
func (s *silence) declines() {
	for _, w := range s.own {
		if w.a.Claim.Act != narrative.Decline {
			continue
		}
		f := w.a.Focus
		if f == "" {
			f = narrative.FacetOccurrence
			if len(s.asked) > 0 {
				continue // it is a word on the charges
			}
		}
		if f == narrative.FacetResponsibility && len(s.asked) > 0 || s.has(f) {
			continue
		}
		s.q.lacks(s.side, f, Scope{}, "declined", s.holders(f))
	}
}

// has reports whether the side holds any position on the facet.
func (s *silence) has(f narrative.Facet) bool {
	return slices.ContainsFunc(s.holders(f), func(h *holding) bool { return h.side() == s.side })
}

func (s *silence) holders(f narrative.Facet) []*holding {
	if f == narrative.FacetOccurrence {
		return s.q.positions()
	}
	return s.q.held[f]
}

// declinedOn reports whether the side refused to comment on that facet.
func (s *silence) declinedOn(f narrative.Facet) bool {
	return slices.ContainsFunc(s.own, func(w *word) bool { return w.a.Claim.Act == narrative.Decline && w.a.Focus == f })
}

// facets notes on which facets the side holds nothing though others do.
func (s *silence) facets() {
	q := s.q
	for _, j := range q.judges {
		f := j.Facet
		if s.declinedOn(f) || f == narrative.FacetResponsibility && len(s.asked) > 0 {
			// A charge that nobody answers is a gap of its own kind. Not to know who
			// did it is another.
			if k, _ := s.unknown(f, Scope{}, nil); k != "" && !s.has(f) && !s.declinedOn(f) {
				q.lacks(s.side, f, Scope{}, k, s.others(s.holders(f)))
			}
			continue
		}
		for _, scope := range q.scopes(f) {
			if s.within(f, scope) {
				continue
			}
			holders := s.others(q.inScope(f, scope, s.holders(f)))
			if !slices.ContainsFunc(holders, func(h *holding) bool { return !s.exempt(h) }) {
				continue
			}
			kind, spared := s.unknown(f, scope, holders)
			if spared {
				continue
			}
			if kind == "" {
				kind = "silent"
				if f == narrative.FacetCount && s.unquantified(scope) {
					kind = "unquantified"
				}
			}
			q.lacks(s.side, f, scope, kind, holders)
		}
	}
}

// others leaves out the side's own holdings.
func (s *silence) others(hs []*holding) []*holding {
	return slices.DeleteFunc(slices.Clone(hs), func(h *holding) bool { return h.side() == s.side })
}

// scopes returns the scopes in which anything is held on the facet: each act, each
// measure with its population, or the whole issue.
func (q *inquiry) scopes(f narrative.Facet) []Scope {
	if f == narrative.FacetOccurrence {
		return []Scope{{}}
	}
	var out []Scope
	for _, h := range q.held[f] {
		if s := q.scopeOf(f, h); !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	slices.SortFunc(out, compareScopes) // determinism
	return out
}

func (q *inquiry) scopeOf(f narrative.Facet, h *holding) Scope {
	switch f {
	case narrative.FacetOccurrence, narrative.FacetResponsibility:
		return Scope{}
	case narrative.FacetCount:
		return Scope{Of: h.v.Scope.Of, Who: h.v.Scope.Who}
	}
	act, _ := q.actOf(h.first())
	return Scope{Agent: act}
}

func (q *inquiry) inScope(f narrative.Facet, scope Scope, hs []*holding) []*holding {
	return slices.DeleteFunc(slices.Clone(hs), func(h *holding) bool { return q.scopeOf(f, h) != scope })
}

// within reports whether the side holds a value in that scope, or one that may be
// in it: an act or a population that is left open.
func (s *silence) within(f narrative.Facet, scope Scope) bool {
	return slices.ContainsFunc(s.holders(f), func(h *holding) bool {
		if h.side() != s.side {
			return false
		}
		own := s.q.scopeOf(f, h)
		switch f {
		case narrative.FacetOccurrence, narrative.FacetResponsibility:
			return true
		case narrative.FacetCount:
			return own.Of == scope.Of && (own.Who == scope.Who || own.Who == "" || scope.Who == "")
		}
		return own == scope || own.Agent == "" || scope.Agent == ""
	}) || f == narrative.FacetOccurrence && slices.ContainsFunc(s.own, func(w *word) bool { return w.denies && w.stands(w.focus()) })
}

// exempt reports whether the side owes nothing on the act that the holding speaks
// of: it denies it, or only answers about it.
func (s *silence) exempt(h *holding) bool {
	return !slices.ContainsFunc(h.words, func(w *word) bool { return !s.deniesActOf(w) && !s.onlyAnswers(w) })
}

// deniesActOf reports whether the side denies the act that c speaks of.
func (s *silence) deniesActOf(c *word) bool {
	return slices.ContainsFunc(s.own, func(d *word) bool {
		if !d.denies || !d.stands(d.focus()) || s.q.deniesHavingSaid(d, s.q.about(d)) || d.kind.Nature == event.Speech && c.kind.Nature != event.Speech {
			return false
		}
		if d.a.Claim.About == c.a.ID {
			return true
		}
		act, _ := s.q.actOf(c)
		if denied := s.q.deniedAct(d); len(denied) > 0 {
			return act == strings.Join(denied, "+") || len(c.agents) > 0 && subset(denied, c.agents)
		}
		if own, open := s.q.actOf(d); !open {
			return own == act
		}
		e := s.q.rejected(d).event // of whatever act, but of one kind
		return e == "" || event.IsA(e, c.a.Claim.Event) || event.IsA(c.a.Claim.Event, e)
	})
}

// onlyAnswers reports whether all that the side says of the act of c answers
// somebody else's word.
func (s *silence) onlyAnswers(c *word) bool {
	act, _ := s.q.actOf(c)
	n := 0
	for _, w := range s.own {
		of, _ := s.q.actOf(w)
		t := s.q.about(w)
		if t != nil && w.act == "" {
			of, _ = s.q.actOf(t)
		}
		if of != act {
			continue
		}
		if t == nil {
			return false
		}
		n++
	}
	return n > 0
}

// unknown says whether the side says of the facet that it isn't known: with that
// facet in focus, or without any. A value that such a word states spares its side
// the gap.
func (s *silence) unknown(f narrative.Facet, scope Scope, holders []*holding) (k Kind, spared bool) {
	for _, w := range s.own {
		if !w.notKnowing() || w.a.Focus != "" && w.a.Focus != f {
			continue
		}
		if w.a.Focus == "" && s.stated(w, f, scope) {
			return "", true
		}
		if scope.Agent != "" && w.act != "" && w.act != scope.Agent {
			continue
		}
		k = "unknown"
	}
	return k, false
}

// stated reports whether the claim of w gives a value on the facet in that scope.
func (s *silence) stated(w *word, f narrative.Facet, scope Scope) bool {
	if f == narrative.FacetOccurrence {
		return w.a.Claim.Event != ""
	}
	for _, j := range s.q.judges {
		if j.Facet != f {
			continue
		}
		return slices.ContainsFunc(j.Values(s.q.m, w.a), func(v Value) bool {
			return f != narrative.FacetCount || v.Scope.Of == scope.Of && v.Scope.Who == scope.Who
		})
	}
	return false
}

// unquantified reports whether the side speaks of that count without a figure.
func (s *silence) unquantified(scope Scope) bool {
	return slices.ContainsFunc(s.own, func(w *word) bool {
		return w.holds && !w.denies && slices.ContainsFunc(w.a.Claim.Count, func(c narrative.Count) bool {
			return c.Min == nil && c.Max == nil && c.Of == scope.Of && population(s.q.b.cast, c.Who) == scope.Who
		})
	})
}

// shared notes what the kinds of event call for and nobody answers.
func (q *inquiry) shared() {
	for _, h := range q.held[narrative.FacetOccurrence] {
		for _, item := range h.first().kind.Checklist {
			given := slices.ContainsFunc(q.held[item.Facet], func(o *holding) bool { return item.Of == "" || o.v.Scope.Of == item.Of })
			if !given {
				q.out.gap(item.Facet, Scope{Of: item.Of}, "shared", q.m.Participants, nil)
			}
		}
	}
}
