package compare

import (
	"context"
	"fmt"

	"github.com/seed514b815a/rashomon/compare/relation"
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

// relateKinds relates two kinds of event, and says what those of one family share.
func relateKinds(x, y string) Verdict {
	v := Verdict{Relation: relation.Kinds(x, y)}
	if v.Relation == narrative.Overlapping {
		v.Why = fmt.Sprintf("both are kinds of %s", event.Family(x))
	}
	return v
}
