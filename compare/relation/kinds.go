package relation

import (
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/event"
)

// Kinds relates two kinds of event. Kinds of one family overlap, since both entail
// it: shelled and sabotaged agree that there was an assault. Kinds of two families
// have nothing to do with each other, and their relation is unknown.
func Kinds(x, y string) narrative.Relation {
	switch {
	case x == y:
		return narrative.Same
	case event.IsA(x, y):
		return narrative.Narrower
	case event.IsA(y, x):
		return narrative.Broader
	case event.Family(x) == event.Family(y):
		return narrative.Overlapping
	}
	return narrative.Unknown
}
