package narrative

import (
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/internal/enum"
)

// Stance says whether an assertion holds its claim or rejects it.
type Stance int

// The stances. Asserts is what a missing one means.
const (
	Asserts Stance = iota
	Denies
)

var stances = enum.Table{What: "stance", Words: []string{"asserts", "denies"}}

func (s Stance) String() string                { return stances.String(int(s)) }
func (s Stance) MarshalText() ([]byte, error)  { return stances.Marshal(int(s)) }
func (s *Stance) UnmarshalText(b []byte) error { return parse(stances, b, s) }

// Certainty says how firmly the party holds its claim.
type Certainty int

// The certainties. NotKnown means that the party itself says that it doesn't know
// ("is being clarified"): such an assertion holds no position.
const (
	Certain Certainty = iota
	Hedged
	NotKnown
)

var certainties = enum.Table{What: "certainty", Words: []string{"certain", "hedged", "unknown"}}

func (c Certainty) String() string                { return certainties.String(int(c)) }
func (c Certainty) MarshalText() ([]byte, error)  { return certainties.Marshal(int(c)) }
func (c *Certainty) UnmarshalText(b []byte) error { return parse(certainties, b, c) }

// Act is the speech act by which a claim is made. The act and what it speaks of
// are coded apart: rejecting an accusation of shelling is a word about shelling.
type Act int

// The speech acts. Only Assert, Accuse, Admit and Deny hold a position on the event.
const (
	Assert Act = iota
	Accuse
	Deny
	Admit
	Demand
	Promise
	Decline
	Other
)

var acts = enum.Table{What: "act", Words: []string{"assert", "accuse", "deny", "admit", "demand", "promise", "decline", "other"}}

func (a Act) String() string                { return acts.String(int(a)) }
func (a Act) MarshalText() ([]byte, error)  { return acts.Marshal(int(a)) }
func (a *Act) UnmarshalText(b []byte) error { return parse(acts, b, a) }

// ParseAct returns the speech act of that name; the error lists those there are.
func ParseAct(s string) (a Act, err error) {
	err = a.UnmarshalText([]byte(s))
	return a, err
}

// Facet is a question about a happening. A facet of one's own is named "x-...".
type Facet string

// The facets.
const (
	FacetOccurrence     Facet = "occurrence"
	FacetResponsibility Facet = "responsibility"
	FacetTarget         Facet = "target"
	FacetPlace          Facet = "place"
	FacetTime           Facet = "time"
	FacetMeans          Facet = "means"
	FacetCount          Facet = "count"
	FacetCause          Facet = "cause"
	FacetLabel          Facet = "label"
)

// Facets lists the built-in facets in the order in which reports show them.
func Facets() []Facet {
	return []Facet{FacetOccurrence, FacetResponsibility, FacetTarget, FacetPlace, FacetTime, FacetMeans, FacetCount, FacetCause, FacetLabel}
}

// Valid reports whether f is a built-in facet or one of somebody's own ("x-...").
func (f Facet) Valid() bool {
	return slices.Contains(Facets(), f) || strings.HasPrefix(string(f), "x-") && len(f) > 2
}

// Relation is how two comparable values stand to each other: the first is
// narrower than the second where it entails it.
type Relation int

// The relations. The zero Relation abstains.
const (
	Unknown Relation = iota
	Same
	Narrower
	Broader
	Overlapping
	Disjoint
	Opposed
)

var relations = enum.Table{What: "relation", Words: []string{"unknown", "same", "narrower", "broader", "overlapping", "disjoint", "opposed"}}

func (r Relation) String() string                { return relations.String(int(r)) }
func (r Relation) MarshalText() ([]byte, error)  { return relations.Marshal(int(r)) }
func (r *Relation) UnmarshalText(b []byte) error { return parse(relations, b, r) }

// Converse returns the relation of the second value to the first.
func (r Relation) Converse() Relation {
	switch r {
	case Narrower:
		return Broader
	case Broader:
		return Narrower
	}
	return r
}

func parse[T ~int](t enum.Table, b []byte, v *T) error {
	i, err := t.Parse(string(b))
	if err != nil {
		return err
	}
	*v = T(i)
	return nil
}
