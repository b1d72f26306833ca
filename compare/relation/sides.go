package relation

import (
	"slices"

	"github.com/seed514b815a/rashomon/narrative"
)

// SidesOf returns the sides that the ids belong to, sorted. A place counts as the
// side that it lies in.
func SidesOf(cast *narrative.Cast, ids []string) []string {
	var out []string
	for _, id := range ids {
		out = append(out, cast.Side(id))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Sides relates two open, sorted sets of sides: the one that names more says more.
func Sides(x, y []string) narrative.Relation {
	return between(Subset(y, x), Subset(x, y), func() bool {
		return slices.ContainsFunc(x, func(s string) bool { return slices.Contains(y, s) })
	})
}

// Subset reports whether y has all that x has.
func Subset(x, y []string) bool {
	return !slices.ContainsFunc(x, func(s string) bool { return !slices.Contains(y, s) })
}
