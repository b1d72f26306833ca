package compare

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/seed514b815a/rashomon/compare/relation"
	"github.com/seed514b815a/rashomon/internal/prose"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/event"
)

// counting judges how many. Another measure, population or span is another
// question (law 4); what the figures of two moments say of each other depends on
// whether the measure grows (law 3).
func counting() *Judge {
	return &Judge{
		Facet: narrative.FacetCount,
		Doc:   "How many?",
		Values: func(m *Matter, a *narrative.Assertion) []Value {
			var out []Value
			for _, c := range a.Claim.Count {
				if c.Min == nil && c.Max == nil {
					continue // "there are casualties" is no figure
				}
				asOf := c.AsOf
				if asOf.IsZero() {
					asOf = m.Said(a)
				}
				out = append(out, Value{Scope: countScope(m.Cast, c), AsOf: asOf, Says: prose.Figure(c.Min, c.Max, c.About), Data: c})
			}
			return out
		},
		Relate: func(ctx context.Context, m *Matter, x, y Value) (Verdict, error) {
			return relateFigures(x, y), nil
		},
	}
}

// countScope is the scope of a figure.
func countScope(cast *narrative.Cast, c narrative.Count) Scope {
	k := relation.WhatIsCounted(cast, c)
	return Scope{Of: k.Of, Who: k.Who, Among: k.Among, Span: k.Span}
}

func (b *book) population(who []string) string { return relation.Population(b.cast, who) }

// relateFigures relates two figures for one population.
//
// At one moment they are intervals. At two moments, a toll that grows can be equal
// or more later; anything else is another question. Where a date is missing, the
// verdict stands only if no date could change its outcome.
func relateFigures(x, y Value) Verdict {
	a, b := x.Data.(narrative.Count), y.Data.(narrative.Count)
	atOnce := relateAtOnce(a, b)
	switch {
	case x.AsOf.IsZero() && y.AsOf.IsZero():
		return atOnce
	case x.AsOf.IsZero() || y.AsOf.IsZero():
		first, later := relateInTurn(a, b), relateInTurn(b, a)
		outcome := func(v Verdict) Outcome { o, _, _ := rule(narrative.FacetCount, v); return o }
		if outcome(first) == outcome(atOnce) && outcome(later) == outcome(atOnce) {
			return atOnce
		}
		return Verdict{Missing: []string{"asOf"}}
	case x.AsOf.Before(y.AsOf):
		return relateInTurn(a, b)
	case y.AsOf.Before(x.AsOf):
		v := relateInTurn(b, a)
		v.Relation = v.Relation.Converse()
		return v
	}
	return atOnce // moments that may coincide are one
}

func relateAtOnce(a, b narrative.Count) Verdict {
	v := Verdict{Relation: narrative.RelateCounts(a, b)}
	if (a.About || b.About) && v.Relation != narrative.Disjoint {
		// The tolerance widens a figure: that one then contains the other is an
		// artefact, and what they do is meet.
		v.Relation, v.Note = narrative.Overlapping, Approximate
		if relation.SameFigure(a, b) {
			v.Relation = narrative.Same
		}
	}
	return v
}

// relateInTurn relates a figure to one of a later moment.
func relateInTurn(earlier, later narrative.Count) Verdict {
	elsewhen := Verdict{Relation: narrative.Disjoint, Note: Elsewhen}
	if !event.LookupMeasure(earlier.Of).Grows {
		return elsewhen
	}
	if relation.SameFigure(earlier, later) {
		return relateAtOnce(earlier, later)
	}
	least, _, _ := narrative.DefaultReadings().Range(earlier)
	_, most, _ := narrative.DefaultReadings().Range(later)
	if most < least {
		return Verdict{Relation: narrative.Disjoint, Why: "a toll can only grow"}
	}
	return elsewhen
}

// toldOrder orders two undated figures where a text does so itself: "105, up from
// 49" says that 49 came first.
func toldOrder(a, b *narrative.Assertion, x, y narrative.Count) order {
	mentions := func(text string, c narrative.Count) bool {
		for _, cue := range []string{"up from ", "down from "} {
			_, rest, found := strings.Cut(strings.ToLower(text), cue)
			n, _, _ := strings.Cut(rest, " ")
			n = strings.ReplaceAll(strings.TrimRight(n, ".,;:)"), ",", "")
			v, err := strconv.ParseFloat(n, 64)
			if found && err == nil && c.Min != nil && *c.Min == v {
				return true
			}
		}
		return false
	}
	text := func(a *narrative.Assertion) string { return a.Claim.Text + " " + a.Quoted() }
	switch xFirst, yFirst := mentions(text(b), x), mentions(text(a), y); {
	case xFirst && !yFirst:
		return before
	case yFirst && !xFirst:
		return after
	}
	return unordered
}

// rollUp gathers the figures of the issue: for each measure, population and moment
// the lowest and the highest, and whose word they are. It never gives a best
// estimate, and counts the voices, not the outlets (law 8).
func (q *inquiry) rollUp() []Roll {
	rolls := map[string]*Roll{}
	for _, h := range q.held[narrative.FacetCount] {
		c, s, voice := h.v.Data.(narrative.Count), h.v.Scope, h.first().a.Voice()
		key := fmt.Sprintf("%q", []string{s.Of, s.Who, s.Among, s.Span, h.asOf().String()})
		r := rolls[key]
		if r == nil {
			rolls[key] = &Roll{Of: s.Of, Who: s.Who, Among: s.Among, Span: s.Span, AsOf: h.asOf(), Low: c.Min, LowBy: []string{voice}, High: c.Max, HighBy: []string{voice}}
			continue
		}
		r.Low, r.LowBy = extreme(r.Low, r.LowBy, c.Min, voice, -1)
		r.High, r.HighBy = extreme(r.High, r.HighBy, c.Max, voice, +1)
	}
	out := make([]Roll, 0, len(rolls))
	for _, r := range rolls {
		out = append(out, *r)
	}
	slices.SortFunc(out, func(a, b Roll) int {
		return cmp.Or(cmp.Compare(a.Of, b.Of), cmp.Compare(a.Who, b.Who), cmp.Compare(a.Among, b.Among), cmp.Compare(a.Span, b.Span), cmp.Compare(a.AsOf.String(), b.AsOf.String()))
	})
	return out
}

// extreme joins a bound and the voices that set it with another one's; an open
// bound reaches furthest.
func extreme(bound *float64, by []string, other *float64, voice string, dir int) (*float64, []string) {
	c := 0
	switch {
	case bound == nil && other == nil:
	case bound == nil:
		c = 1
	case other == nil:
		c = -1
	default:
		c = cmp.Compare(*bound, *other) * dir
	}
	switch {
	case c < 0:
		return other, []string{voice}
	case c > 0:
		return bound, by
	}
	by = append(slices.Clone(by), voice)
	slices.Sort(by)
	return bound, slices.Compact(by)
}
