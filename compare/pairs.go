package compare

import (
	"slices"

	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/event"
)

// holding is a value that a side holds, with the words that give it.
type holding struct {
	words []*word
	v     Value
}

func (h *holding) first() *word { return h.words[0] }
func (h *holding) side() string { return h.words[0].side }

// certain reports whether the side holds the value without a hedge.
func (h *holding) certain() bool {
	for _, w := range h.words {
		if w.a.Certainty == narrative.Certain {
			return true
		}
	}
	return false
}

// confidence is that of the strongest word.
func (h *holding) confidence() float64 {
	c := 0.0
	for _, w := range h.words {
		c = max(c, w.a.Confident())
	}
	return c
}

// facet asks one question of all words: what does each say, what still stands of
// it, and how do the sides' values relate?
func (q *inquiry) facet(j *Judge) error {
	var all []*holding
	for _, w := range q.words {
		if w.denies || !w.stands(j.Facet) || w.a.Claim.Event == reported {
			continue
		}
		for _, v := range j.Values(q.m, w.a) {
			v.By = []*narrative.Assertion{w.a}
			all = append(all, &holding{[]*word{w}, v})
		}
	}
	standing, err := q.latest(j, all)
	if err != nil {
		return err
	}
	q.held[j.Facet] = standing

	var quarrels []quarrel // conflicts on responsibility, which may be mirror accusations
	for i, x := range standing {
		if q.ctx.Err() != nil {
			return q.ctx.Err()
		}
		for _, y := range standing[i+1:] {
			if x.side() == y.side() {
				continue
			}
			scope, missing, ok := q.comparable(j.Facet, x, y)
			if !ok {
				continue
			}
			v, err := q.relate(j, x.v, y.v)
			if err != nil {
				return err
			}
			o, k, ok := rule(j.Facet, v)
			if !ok {
				continue
			}
			if len(missing) > 0 {
				// Filled in one way the two meet, in the other they don't speak of the
				// same: the verdict could flip.
				v.Missing = append(missing, v.Missing...)
				o, k = Undetermined, ""
			}
			if j.Facet == narrative.FacetResponsibility && o == Conflict {
				quarrels = append(quarrels, quarrel{x, y, v})
				continue
			}
			q.out.pair(j.Facet, scope, o, k, x, y, v)
		}
	}
	q.settle(quarrels)
	return nil
}

// reported is the event of a word that only passes on another's: it holds no
// position on the happening.
const reported = "statement"

// comparable reports whether two values speak of one thing on the facet, and in
// which scope. A part that neither states is taken as the same; missing names the
// parts that only one states.
func (q *inquiry) comparable(f narrative.Facet, x, y *holding) (scope Scope, missing []string, ok bool) {
	wx, wy := x.first(), y.first()
	switch f {
	case narrative.FacetOccurrence:
		ok = wx.kind.Nature == wy.kind.Nature
	case narrative.FacetResponsibility:
		ok = wx.kind.Nature == wy.kind.Nature && wx.family == wy.family
	case narrative.FacetCount:
		scope, missing, ok = samePopulation(x.v.Scope, y.v.Scope)
	default:
		scope, missing, ok = q.sameAct(wx, wy)
	}
	if !ok || wx.kind.Nature != event.State || wy.kind.Nature != event.State {
		return scope, missing, ok
	}
	// A state holds for a while: what was so in May says nothing about July. Of
	// values that are united, one that fits is enough.
	apart, timeless := true, true
	for _, w := range x.words {
		for _, o := range y.words {
			switch tx, ty := w.a.Claim.Time, o.a.Claim.Time; {
			case tx.IsZero() != ty.IsZero():
				apart = false
			case tx.IsZero() || tx.Overlaps(ty):
				apart, timeless = false, false
			}
		}
	}
	switch {
	case apart:
		return scope, missing, f == narrative.FacetTime
	case timeless:
		missing = append(missing, "time")
	}
	return scope, missing, true
}

// sameAct reports whether two words speak of one act, and in which scope. One that
// names no agent joins the only act, if there is only one.
func (q *inquiry) sameAct(x, y *word) (scope Scope, missing []string, ok bool) {
	if x.kind.Nature != y.kind.Nature {
		return scope, nil, false
	}
	ax, openX := q.actOf(x)
	ay, openY := q.actOf(y)
	switch {
	case len(x.agents) > 0 && len(y.agents) > 0:
		return agentScope(ax), nil, slices.Equal(ax, ay)
	case openX && openY:
		return scope, nil, true
	case openX:
		return agentScope(ay), []string{"agent"}, true
	case openY:
		return agentScope(ax), []string{"agent"}, true
	case len(x.agents) > 0:
		return agentScope(ax), nil, true
	}
	return agentScope(ay), nil, true
}

// samePopulation reports whether two figures count the same.
func samePopulation(x, y Scope) (scope Scope, missing []string, ok bool) {
	if x.Of != y.Of || x.Span != y.Span {
		return scope, nil, false
	}
	scope = x
	for _, part := range []struct {
		name string
		x, y string
		to   *string
	}{{"who", x.Who, y.Who, &scope.Who}, {"among", x.Among, y.Among, &scope.Among}} {
		switch {
		case part.x == part.y:
		case part.x == "":
			missing, *part.to = append(missing, part.name), part.y
		case part.y == "":
			missing = append(missing, part.name)
		default:
			return scope, nil, false
		}
	}
	return scope, missing, true
}
