package compare

import (
	"context"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/compare/relation"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/event"
)

// agency is the answer to whose doing it was: a set of sides.
type agency struct {
	sides []string // sorted
	only  bool     // said to be all
	one   bool     // the kind of event has one agent only
}

// responsibility judges whose doing it was. Agents are compared as sides: the
// ministry's strike is the state's.
func responsibility() *Judge {
	return &Judge{
		Facet:  narrative.FacetResponsibility,
		Doc:    "Whose doing was it? Of a state: who holds it?",
		Values: agencyOf,
		Relate: func(ctx context.Context, m *Matter, x, y Value) (Verdict, error) {
			return relateAgencies(x.Data.(agency), y.Data.(agency)), nil
		},
		Unite: func(m *Matter, x, y Value) (Value, bool) {
			a, b := x.Data.(agency), y.Data.(agency)
			if a.only || b.only || a.one || b.one {
				return Value{}, false
			}
			a.sides = slices.Compact(slices.Sorted(slices.Values(slices.Concat(a.sides, b.sides))))
			x.Data, x.Says = a, strings.Join(a.sides, ", ")
			return x, true
		},
	}
}

func agencyOf(m *Matter, a *narrative.Assertion) []Value {
	c := &a.Claim
	if len(c.Agent) == 0 {
		return nil
	}
	g := agency{only: slices.Contains(c.Only, narrative.FacetResponsibility), one: event.Lookup(c.Event).OneAgent}
	for _, id := range c.Agent {
		g.sides = append(g.sides, m.Cast.Side(id))
	}
	g.sides = slices.Compact(slices.Sorted(slices.Values(g.sides)))
	if m.ownResponse(a, g.sides) {
		return nil
	}
	return []Value{{Says: strings.Join(g.sides, ", "), Data: g}}
}

// ownResponse reports whether a side gives its own act as a response: that is no
// answer to who began.
func (m *Matter) ownResponse(a *narrative.Assertion, agents []string) bool {
	return slices.Contains(agents, m.Cast.Side(a.Party)) &&
		slices.ContainsFunc(a.Claim.Cause, func(w string) bool { return relation.Lemma(w) == "response" })
}

func relateAgencies(x, y agency) Verdict {
	if x.only && !relation.Subset(y.sides, x.sides) || y.only && !relation.Subset(x.sides, y.sides) {
		return Verdict{Relation: narrative.Disjoint, Note: Exclusive}
	}
	return Verdict{Relation: relation.Sides(x.sides, y.sides)}
}

// quarrel is a conflict of two sides on responsibility.
type quarrel struct {
	x, y *holding
	v    Verdict
}

func (c quarrel) agents() (x, y []string) {
	return c.x.v.Data.(agency).sides, c.y.v.Data.(agency).sides
}

// mutual reports whether each side names the other.
func (c quarrel) mutual() bool {
	x, y := c.agents()
	return slices.Contains(x, c.y.side()) && slices.Contains(y, c.x.side())
}

// settle tells mirror accusations from other conflicts on responsibility (law 5).
// Where each of two sides names the other, that is one conflict, and a third voice
// that names the same agents as one of the two joins it. Other disjoint answers
// are a conflict of their own: of a state, about its status.
func (q *inquiry) settle(quarrels []quarrel) {
	var mirrors []quarrel
	for _, c := range quarrels {
		if c.mutual() {
			mirrors = append(mirrors, c)
		}
	}
	for _, c := range quarrels {
		kind := Kind("disjoint")
		switch {
		case c.mutual() || slices.ContainsFunc(mirrors, c.joins):
			kind = "mirror-accusation"
		case c.x.first().kind.Nature == event.State:
			kind = "status"
		}
		q.out.pair(narrative.FacetResponsibility, Scope{}, Conflict, kind, c.x, c.y, c.v)
	}
}

// joins reports whether the quarrel only repeats the mirror accusation m: its two
// answers are those of m's two accusers.
func (c quarrel) joins(m quarrel) bool {
	if c.x.first().family != m.x.first().family {
		return false
	}
	x, y := c.agents()
	a, b := m.agents()
	return slices.Equal(x, a) && slices.Equal(y, b) || slices.Equal(x, b) && slices.Equal(y, a)
}
