package compare

import (
	"context"
	"fmt"

	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/event"
)

// occurrence judges whether something happened. Who did it, where and when are
// other questions: two sides that accuse each other of one shelling agree that
// there was a shelling.
func occurrence() *Judge {
	return &Judge{
		Facet: narrative.FacetOccurrence,
		Doc:   "Did it happen, is it so?",
		Values: func(m *Matter, a *narrative.Assertion) []Value {
			if a.Claim.Event == "" {
				return nil
			}
			return []Value{{Says: a.Claim.Event, Data: a.Claim.Event}}
		},
		Relate: func(ctx context.Context, m *Matter, x, y Value) (Verdict, error) {
			return relateKinds(x.Data.(string), y.Data.(string)), nil
		},
	}
}

// relateKinds relates two kinds of event. Kinds of one family both entail it, so
// shelled and sabotaged agree that there was an assault; kinds of two families
// have nothing to do with each other.
func relateKinds(x, y string) Verdict {
	switch {
	case x == y:
		return Verdict{Relation: narrative.Same}
	case event.IsA(x, y):
		return Verdict{Relation: narrative.Narrower}
	case event.IsA(y, x):
		return Verdict{Relation: narrative.Broader}
	case event.Family(x) == event.Family(y):
		return Verdict{Relation: narrative.Overlapping, Why: fmt.Sprintf("both are kinds of %s", event.Family(x))}
	}
	return Verdict{}
}
