package diff

import (
	"fmt"
	"slices"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/narrative"
)

// gaps says, side by side, what is left open that was not, and the other way round.
func (x *pairing) gaps() {
	type question struct {
		facet narrative.Facet
		scope compare.Scope
		side  string
	}
	open := func(fs []*compare.Finding) map[question]map[compare.Kind]*compare.Finding {
		m := map[question]map[compare.Kind]*compare.Finding{}
		for _, f := range slices.Backward(fs) { // of issues that were joined the first stands
			if f.Outcome != compare.Gap {
				continue
			}
			for _, s := range f.Silent {
				k := question{f.Facet, f.Scope, s}
				if m[k] == nil {
					m[k] = map[compare.Kind]*compare.Finding{}
				}
				m[k][f.Kind] = f
			}
		}
		return m
	}
	was, is := open(x.was), open(x.is)
	type pair struct{ was, is *compare.Finding }
	sides := map[pair][]string{}
	note := func(side string, f, g *compare.Finding) { sides[pair{f, g}] = append(sides[pair{f, g}], side) }
	without := func(kinds, other map[compare.Kind]*compare.Finding) (out []*compare.Finding) {
		for k, f := range kinds {
			if other[k] == nil {
				out = append(out, f)
			}
		}
		return out
	}
	for q, kinds := range was {
		left, came := without(kinds, is[q]), without(is[q], kinds)
		if len(left) == 1 && len(came) == 1 {
			note(q.side, left[0], came[0])
			continue
		}
		for _, f := range left {
			note(q.side, f, nil)
		}
		for _, g := range came {
			note(q.side, nil, g)
		}
	}
	for q, kinds := range is {
		if was[q] == nil {
			for _, g := range kinds {
				note(q.side, nil, g)
			}
		}
	}
	for p, who := range sides {
		who = sorted(who)
		switch {
		case p.was == nil:
			ch := Change{What: "new-gap", Sides: who, Is: p.is, By: x.by(p.is, who), Why: p.is.Why}
			if len(ch.By) == 0 {
				ch.By = x.newWords(p.is.Facet, holdersOf(p.is))
			}
			if p.is.Kind == "unanswered" {
				ch.What = "unanswered"
			}
			x.add(ch)
		case p.is == nil:
			x.went(p.was, who, nil)
		default:
			x.add(Change{What: "moved", Sides: who, Was: p.was, Is: p.is, By: x.newWords(p.is.Facet, who),
				Why: fmt.Sprintf("On %s, %s left it open before (%s) and now does so otherwise (%s).", p.is.Facet, x.d.list(who), p.was.Kind, p.is.Kind)})
		}
	}
}
