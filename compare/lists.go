package compare

import (
	"context"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/compare/relation"
	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/event"
)

// members is a list of places, targets or means. It is open, unless it is said to
// be complete.
type members struct {
	ids      []string
	only     bool
	onePlace bool // of a kind of event with one place: it is bound to it
}

// list returns the judge of a facet that holds a list.
func list(f narrative.Facet, doc string, of func(*narrative.Claim) []string) *Judge {
	return &Judge{
		Facet: f,
		Doc:   doc,
		Values: func(m *Matter, a *narrative.Assertion) []Value {
			ids := of(&a.Claim)
			if len(ids) == 0 {
				return nil
			}
			return []Value{{Says: strings.Join(ids, ", "), Data: members{ids,
				slices.Contains(a.Claim.Only, f), f == narrative.FacetPlace && event.Lookup(a.Claim.Event).OnePlace}}}
		},
		Relate: func(ctx context.Context, m *Matter, x, y Value) (Verdict, error) {
			return relateLists(m.Cast, f, x.Data.(members), y.Data.(members)), nil
		},
	}
}

// targets returns to whom or what a claim says that it was done. Whose dead a toll
// counts is the count's question, not the target's: one side's are another population
// than the other's (law 4), and no common answer to what was hit. Of a clash that is
// laid at nobody's door the targets are those who took part.
func targets(c *narrative.Claim) []string {
	k := event.Lookup(c.Event)
	if k.Mutual && len(c.Agent) == 0 {
		return nil
	}
	if !k.Consequence {
		return c.Target
	}
	return slices.DeleteFunc(slices.Clone(c.Target), func(id string) bool {
		return slices.ContainsFunc(c.Count, func(n narrative.Count) bool { return slices.Contains(n.Who, id) })
	})
}

// relateLists relates two lists, which are open unless they are said to be complete
// or bound to one place.
func relateLists(cast *narrative.Cast, f narrative.Facet, x, y members) Verdict {
	v := Verdict{Relation: relation.Lists(cast, f, x.ids, y.ids)}
	exclusive := x.only && relation.Outside(cast, f, y.ids, x.ids) || y.only && relation.Outside(cast, f, x.ids, y.ids) ||
		x.onePlace && y.onePlace && v.Relation == narrative.Disjoint
	switch {
	case !exclusive:
	case f == narrative.FacetPlace && (relation.Vague(cast, x.ids) || relation.Vague(cast, y.ids)):
		v.Missing = []string{string(f)} // a plain word may name any place: whether it is another one is open
	default:
		v = Verdict{Relation: narrative.Disjoint, Note: Exclusive}
	}
	return v
}

// span is when something was.
type span struct {
	t                edtf.Time
	only, oneInstant bool
}

// timing judges when it was. Times are intervals, as vague as they were said.
func timing() *Judge {
	return &Judge{
		Facet: narrative.FacetTime,
		Doc:   "When?",
		Values: func(m *Matter, a *narrative.Assertion) []Value {
			t := a.Claim.Time
			if t.IsZero() {
				return nil
			}
			return []Value{{Says: t.String(), Data: span{t, slices.Contains(a.Claim.Only, narrative.FacetTime), event.Lookup(a.Claim.Event).OnePlace}}}
		},
		Relate: func(ctx context.Context, m *Matter, x, y Value) (Verdict, error) {
			return relateSpans(x.Data.(span), y.Data.(span)), nil
		},
	}
}

func relateSpans(x, y span) Verdict {
	v := Verdict{Relation: narrative.RelateTimes(x.t, y.t)}
	switch {
	case v.Relation == narrative.Unknown:
		v.Missing = []string{"time"}
	case v.Relation == narrative.Disjoint && (x.only || y.only || x.oneInstant && y.oneInstant):
		v.Note = Exclusive
	}
	return v
}
