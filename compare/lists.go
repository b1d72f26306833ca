package compare

import (
	"context"
	"slices"
	"strings"

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

// relateLists relates two lists. A list entails another if for each member of the
// other it has one that lies at or within it, so that the longer and the more
// precise list says more.
func relateLists(cast *narrative.Cast, f narrative.Facet, x, y members) Verdict {
	within := func(a, b string) bool { return holds(cast, f, b, a) }
	entails := func(a, b []string) bool {
		return !slices.ContainsFunc(b, func(o string) bool {
			return !slices.ContainsFunc(a, func(i string) bool { return within(i, o) })
		})
	}
	touches := func(a string, list []string) bool {
		return slices.ContainsFunc(list, func(b string) bool { return within(a, b) || within(b, a) })
	}
	// A member outside a list that is said to be complete. A whole that contains one
	// of its members is not outside.
	outside := func(list, complete []string) bool {
		return slices.ContainsFunc(list, func(a string) bool { return !touches(a, complete) })
	}
	v := Verdict{Relation: narrative.Disjoint}
	switch xy, yx := entails(x.ids, y.ids), entails(y.ids, x.ids); {
	case xy && yx:
		v.Relation = narrative.Same
	case xy:
		v.Relation = narrative.Narrower
	case yx:
		v.Relation = narrative.Broader
	case slices.ContainsFunc(x.ids, func(a string) bool { return touches(a, y.ids) }):
		v.Relation = narrative.Overlapping
	}
	exclusive := x.only && outside(y.ids, x.ids) || y.only && outside(x.ids, y.ids) ||
		x.onePlace && y.onePlace && v.Relation == narrative.Disjoint
	switch {
	case !exclusive:
	case f == narrative.FacetPlace && (vague(cast, x.ids) || vague(cast, y.ids)):
		v.Missing = []string{string(f)} // a plain word may name any place: whether it is another one is open
	default:
		v = Verdict{Relation: narrative.Disjoint, Note: Exclusive}
	}
	return v
}

// holds reports whether outer is inner, or contains it: a place what lies in it, a
// party its bodies, a plain word the places of that kind, artillery a mortar.
func holds(cast *narrative.Cast, f narrative.Facet, outer, inner string) bool {
	if outer == inner {
		return true
	}
	if known(cast, outer) {
		return known(cast, inner) && cast.Contains(outer, inner)
	}
	word := lemma(outer)
	if !known(cast, inner) {
		if f == narrative.FacetMeans {
			return meansWithin(lemma(inner), word)
		}
		return lemma(inner) == word
	}
	for p := cast.Place(inner); p != nil; p = cast.Place(p.Within) {
		if p.Kind != "" && lemma(p.Kind) == word {
			return true
		}
	}
	return false
}

func known(cast *narrative.Cast, id string) bool {
	return cast.Party(id) != nil || cast.Place(id) != nil
}

// vague reports whether a plain word stands in the list.
func vague(cast *narrative.Cast, ids []string) bool {
	return slices.ContainsFunc(ids, func(id string) bool { return !known(cast, id) })
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
