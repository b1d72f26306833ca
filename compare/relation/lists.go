package relation

import (
	"slices"

	"github.com/seed514b815a/rashomon/narrative"
)

// Lists relates two open lists that claims give on a facet: ids of parties and
// places, and plain words. A list entails another if for each member of the other
// it has one that lies at or within it, so that the longer and the more precise
// list says more.
func Lists(cast *narrative.Cast, f narrative.Facet, x, y []string) narrative.Relation {
	entails := func(a, b []string) bool {
		return !slices.ContainsFunc(b, func(o string) bool {
			return !slices.ContainsFunc(a, func(i string) bool { return holds(cast, f, o, i) })
		})
	}
	return between(entails(x, y), entails(y, x), func() bool {
		return slices.ContainsFunc(x, func(a string) bool { return touches(cast, f, a, y) })
	})
}

// between returns the relation of two values x and y: whether x entails y, y entails x
// and, where neither does, they meet.
func between(xy, yx bool, meet func() bool) narrative.Relation {
	switch {
	case xy && yx:
		return narrative.Same
	case xy:
		return narrative.Narrower
	case yx:
		return narrative.Broader
	case meet():
		return narrative.Overlapping
	}
	return narrative.Disjoint
}

// Outside reports whether a member of the list is outside all that the complete
// list names. A whole that contains one of the complete list's members is not
// outside.
func Outside(cast *narrative.Cast, f narrative.Facet, list, complete []string) bool {
	return slices.ContainsFunc(list, func(a string) bool { return !touches(cast, f, a, complete) })
}

func touches(cast *narrative.Cast, f narrative.Facet, a string, list []string) bool {
	return slices.ContainsFunc(list, func(b string) bool { return holds(cast, f, b, a) || holds(cast, f, a, b) })
}

// holds reports whether outer is inner, or contains it: a place what lies in it, a
// party its bodies, a plain word the places of that kind, artillery a mortar.
func holds(cast *narrative.Cast, f narrative.Facet, outer, inner string) bool {
	if outer == inner {
		return true
	}
	if Known(cast, outer) {
		return Known(cast, inner) && cast.Contains(outer, inner)
	}
	word := Lemma(outer)
	if !Known(cast, inner) {
		if f == narrative.FacetMeans {
			return meansWithin(Lemma(inner), word)
		}
		return Lemma(inner) == word
	}
	for p := cast.Place(inner); p != nil; p = cast.Place(p.Within) {
		if p.Kind != "" && Lemma(p.Kind) == word {
			return true
		}
	}
	return false
}

// Known reports whether id is a party's or a place's, and no plain word.
func Known(cast *narrative.Cast, id string) bool {
	return cast.Party(id) != nil || cast.Place(id) != nil
}

// Vague reports whether a plain word stands in the list.
func Vague(cast *narrative.Cast, ids []string) bool {
	return slices.ContainsFunc(ids, func(id string) bool { return !Known(cast, id) })
}
