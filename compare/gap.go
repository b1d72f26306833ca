package compare

import (
	"slices"

	"github.com/seed514b815a/rashomon/compare/relation"
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
	asked, left := q.charges()
	for _, p := range q.m.Participants {
		own := q.wordsOf(p)
		if len(own) == 0 {
			if !relayed[p] {
				q.lacks(p, narrative.FacetOccurrence, Scope{}, "silent", q.positions())
			}
			continue
		}
		s := &silence{q: q, side: p, own: own, asked: asked[p], charged: len(left[p]) > 0}
		s.declines()
		s.unsaid()
		if s.speaks() {
			s.facets()
		}
	}
	q.unknown()
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

// relayed notes, once for the issue, whose words stand here in the mouths of others
// (law 9), and returns who has been heard in that way.
func (q *inquiry) relayed() map[string]bool {
	sides := map[string]bool{}
	for _, w := range q.words {
		if !w.own() {
			for _, r := range w.relayers {
				q.out.gap(narrative.FacetOccurrence, Scope{}, "relayed", []string{w.side}, []*holding{q.mouth(w, r)})
			}
			sides[w.side] = true
			for _, r := range w.relayers {
				sides[r] = true // it has been heard, if only with another's words
			}
		}
	}
	return sides
}

// charges notes who leaves an accusation unanswered, or declined to answer it. It
// returns the accused with their charges, and those that they leave open.
func (q *inquiry) charges() (all, left map[string][]*word) {
	all, left = map[string][]*word{}, map[string][]*word{}
	for _, w := range q.words {
		if w.a.Claim.Act != narrative.Accuse || w.denies || !w.stands(narrative.FacetOccurrence) {
			continue
		}
		for _, p := range w.agents {
			if p == w.side || !slices.Contains(q.m.Participants, p) {
				continue
			}
			all[p] = append(all[p], w)
			own := q.wordsOf(p)
			if len(own) == 0 || q.answered(p, own, w) {
				continue
			}
			left[p] = append(left[p], w)
			kind := Kind("unanswered")
			if q.declined(p, own, w) {
				kind = "declined"
			}
			q.out.gap(narrative.FacetResponsibility, Scope{}, kind, []string{p}, []*holding{q.holding(w, narrative.FacetResponsibility)})
		}
	}
	return all, left
}

// answered reports whether the side p answers the charge c: it accuses the accuser
// of whatever kind of act, names another side as the agent, or says a word on the
// accused act. Its own act given as a response is no answer to who began.
func (q *inquiry) answered(p string, own []*word, c *word) bool {
	return slices.ContainsFunc(own, func(w *word) bool {
		if !w.holds {
			return false
		}
		t := q.about(w)
		onCharge := t != nil && t.own() && slices.Contains(t.agents, p) && t.family == c.family
		if w.denies {
			if q.deniesHavingSaid(w, t) {
				return false
			}
			act := q.deniedAct(w)
			return onCharge || event.Family(q.rejected(w).event) == c.family && (len(act) == 0 || slices.Contains(act, p))
		}
		if w.a.Claim.Act == narrative.Accuse && slices.Contains(w.agents, c.side) {
			return true
		}
		return !q.m.ownResponse(w.a, w.agents) && (onCharge || w.family == c.family && len(w.agents) > 0)
	})
}

// declined reports whether p refused to comment on the charge.
func (q *inquiry) declined(p string, own []*word, c *word) bool {
	return slices.ContainsFunc(own, func(w *word) bool {
		if !w.declines() || w.a.Focus != "" && w.a.Focus != narrative.FacetResponsibility {
			return false
		}
		t := q.about(w)
		return t == nil || t.a.ID == c.a.ID || t.family == c.family && slices.Contains(t.agents, p)
	})
}

// declines reports whether the word refuses to comment.
func (w *word) declines() bool { return w.a.Claim.Act == narrative.Decline && w.spoken() }

// silence is one participant's, who has a word in the issue.
type silence struct {
	q       *inquiry
	side    string
	own     []*word
	asked   []*word // charges against it
	charged bool    // and one of them is left open
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
		return w.a.Certainty == narrative.NotKnown && w.spoken()
	}
	return false
}

// declines notes refusals to comment on anything but a charge.
func (s *silence) declines() {
	for _, w := range s.own {
		if !w.declines() {
			continue
		}
		f := w.a.Focus
		if f == "" {
			f = narrative.FacetOccurrence
			if len(s.asked) > 0 {
				continue // it is a word on the charges
			}
		}
		if f == narrative.FacetResponsibility && len(s.asked) > 0 {
			continue
		}
		all := s.others(s.holders(f))
		for _, h := range all {
			denied := !slices.ContainsFunc(h.words, func(w *word) bool { return !s.deniesActOf(w) })
			if s.gives(f, h) || denied && w.a.Focus != "" {
				continue
			}
			scope := s.q.scopeOf(f, h)
			s.q.lacks(s.side, f, scope, "declined", slices.DeleteFunc(slices.Clone(all), func(o *holding) bool { return s.q.scopeOf(f, o) != scope }))
		}
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

// declinedOn reports whether the side refused to comment on that facet; without a
// facet in focus, on the occurrence.
func (s *silence) declinedOn(f narrative.Facet) bool {
	return slices.ContainsFunc(s.own, func(w *word) bool { return w.declines() && w.focus() == f })
}

// facets notes on which facets the side holds nothing though others do.
func (s *silence) facets() {
	q := s.q
	for _, j := range q.judges {
		if j.Optional {
			continue
		}
		f := j.Facet
		all := s.others(s.holders(f))
		for _, h := range all {
			if s.gives(f, h) || s.exempt(h) {
				continue
			}
			kind, spared := s.unknown(f, h)
			switch {
			case spared:
				continue
			case kind != "":
			case s.declinedOn(f), f == narrative.FacetResponsibility && s.charged:
				continue // these gaps are of their own kind
			case f == narrative.FacetCount && s.unquantified(h.v.Scope):
				kind = "unquantified"
			default:
				kind = "silent"
			}
			scope := q.scopeOf(f, h)
			q.lacks(s.side, f, scope, kind, slices.DeleteFunc(slices.Clone(all), func(o *holding) bool { return q.scopeOf(f, o) != scope }))
		}
	}
}

// others leaves out the side's own holdings.
func (s *silence) others(hs []*holding) []*holding {
	return slices.DeleteFunc(slices.Clone(hs), func(h *holding) bool { return h.side() == s.side })
}

func (q *inquiry) scopeOf(f narrative.Facet, h *holding) Scope {
	switch f {
	case narrative.FacetOccurrence, narrative.FacetResponsibility:
		return Scope{}
	case narrative.FacetCount:
		return Scope{Of: h.v.Scope.Of, Who: h.v.Scope.Who}
	}
	act, _ := q.actOf(h.first())
	return agentScope(act)
}

// gives reports whether the side gives a value, its latest or not, where another
// holds h: on the same act or for the same population, or for one that is left
// open and may be the same.
func (s *silence) gives(f narrative.Facet, h *holding) bool {
	if f == narrative.FacetOccurrence {
		return s.has(f)
	}
	return slices.ContainsFunc(s.own, func(w *word) bool {
		return !w.denies && w.stands(f) && w.a.Claim.Event != reported && s.stated(w, f, h)
	})
}

// stated reports whether the claim of w gives a value where another holds h.
func (s *silence) stated(w *word, f narrative.Facet, h *holding) bool {
	switch f {
	case narrative.FacetOccurrence:
		return w.a.Claim.Event != ""
	case narrative.FacetResponsibility:
		if !w.holds {
			return len(w.agents) > 0
		}
	case narrative.FacetTime:
		if w.a.Claim.When != "" { // said, though no date can be made of it
			return s.q.mayBeOneAct(w, h.first())
		}
	}
	return slices.ContainsFunc(s.q.values(w, f), func(v Value) bool {
		switch f {
		case narrative.FacetResponsibility:
			return true
		case narrative.FacetCount:
			x, y := v.Scope, h.v.Scope
			return x.Of == y.Of && (x.Who == y.Who || x.Who == "" || y.Who == "")
		}
		return s.q.mayBeOneAct(w, h.first())
	})
}

// mayBeOneAct reports whether two words may speak of one act, whatever their kinds:
// an act is what its agents make it, and who names none may mean any.
func (q *inquiry) mayBeOneAct(x, y *word) bool {
	a, _ := q.actOf(x)
	b, _ := q.actOf(y)
	return len(a) == 0 || len(b) == 0 || slices.Equal(a, b)
}

// exempt reports whether the side owes nothing on the act that the holding speaks
// of: it denies it, or only answers about it.
func (s *silence) exempt(h *holding) bool {
	return !slices.ContainsFunc(h.words, func(w *word) bool { return !s.deniesActOf(w) && !s.onlyAnswers(w) })
}

// deniesActOf reports whether the side denies the act that c speaks of. Who denies
// having said something denies no act.
func (s *silence) deniesActOf(c *word) bool {
	return slices.ContainsFunc(s.own, func(d *word) bool {
		if !d.denies || !d.holds || s.q.deniesHavingSaid(d, s.q.about(d)) {
			return false
		}
		if d.a.Claim.About == c.a.ID {
			return true
		}
		kind := s.q.rejected(d).event
		if event.Lookup(kind).Nature != c.kind.Nature {
			return false
		}
		if denied := s.q.deniedAct(d); len(denied) > 0 {
			act, _ := s.q.actOf(c)
			return slices.Equal(denied, act)
		}
		return event.IsA(kind, c.a.Claim.Event) || event.IsA(c.a.Claim.Event, kind)
	})
}

// onlyAnswers reports whether all that the side says of the act of c answers
// somebody else's word.
func (s *silence) onlyAnswers(c *word) bool {
	act, _ := s.q.actOf(c)
	answers := false
	for _, w := range s.own {
		if !w.spoken() {
			continue
		}
		of, _ := s.q.actOf(w)
		t := s.q.about(w)
		if t != nil && len(w.agents) == 0 {
			of, _ = s.q.actOf(t)
		}
		switch {
		case !slices.Equal(of, act):
		case t != nil:
			answers = true
		case w.holds || w.notKnowing():
			return false
		}
	}
	return answers
}

// unknown says whether the side says, of what another holds, that it isn't known:
// with that facet in focus, or without any. A value that such a word states spares
// its side the gap on any facet but the one in focus.
func (s *silence) unknown(f narrative.Facet, h *holding) (k Kind, spared bool) {
	for _, w := range s.own {
		if !w.notKnowing() {
			continue
		}
		may := true
		switch f {
		case narrative.FacetOccurrence, narrative.FacetResponsibility, narrative.FacetCount:
		default:
			may = len(w.agents) == 0 || s.q.mayBeOneAct(w, h.first())
		}
		switch {
		case may && w.a.Focus == f:
			return "unknown", false // whatever it is said to be
		case s.stated(w, f, h):
			spared = true
		case may && w.a.Focus == "":
			k = "unknown"
		}
	}
	return k, spared
}

// unquantified reports whether the side speaks of that count without a figure.
func (s *silence) unquantified(scope Scope) bool {
	return slices.ContainsFunc(s.own, func(w *word) bool {
		return !w.denies && w.stands(narrative.FacetOccurrence) && w.a.Claim.Event != reported && slices.ContainsFunc(w.a.Claim.Count, func(c narrative.Count) bool {
			return c.Min == nil && c.Max == nil && c.Of == scope.Of && relation.Population(s.q.b.cast, c.Who) == scope.Who
		})
	})
}

// unknown notes what an observer says isn't known, and nobody gives: a report that
// "it is unclear how many died" owes no figure, but those have none who take part.
func (q *inquiry) unknown() {
	for _, w := range q.words {
		f := w.a.Focus
		if f == "" || !w.own() || !w.notKnowing() || slices.Contains(q.m.Participants, w.side) || len((&silence{q: q}).holders(f)) > 0 {
			continue
		}
		q.out.gap(f, Scope{}, "unknown", q.m.Participants, q.open(w, "unknown"))
	}
}

// shared notes what the kinds of event call for and nobody answers.
func (q *inquiry) shared() {
	for _, h := range q.held[narrative.FacetOccurrence] {
		for _, item := range h.first().kind.Checklist {
			given := slices.ContainsFunc(q.held[item.Facet], func(o *holding) bool { return item.Of == "" || o.v.Scope.Of == item.Of }) ||
				item.Facet == narrative.FacetTime && slices.ContainsFunc(q.words, func(w *word) bool { return w.a.Claim.When != "" })
			if !given {
				q.out.gap(item.Facet, Scope{Of: item.Of}, "shared", q.m.Participants, nil)
			}
		}
	}
}
