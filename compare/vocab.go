package compare

import (
	"fmt"
	"slices"

	"github.com/seed514b815a/rashomon/internal/enum"
)

// Outcome is what a facet of an issue comes to. The zero Outcome abstains.
type Outcome int

// The outcomes.
const (
	Undetermined Outcome = iota // the scope, the event or the reference can't be settled
	Agreement                   // both hold, and one entails the other
	Compatible                  // both can hold, neither entails the other
	Conflict                    // comparable, and they can't both be true
	Framing                     // one act under two names: never a factual conflict
	Gap                         // a side holds no position that another holds, or that the event calls for
	Revision                    // one side, later, says something else
)

var outcomes = enum.Table{What: "outcome", Words: []string{"undetermined", "agreement", "compatible", "conflict", "framing", "gap", "revision"}}

func (o Outcome) String() string                { return outcomes.String(int(o)) }
func (o Outcome) MarshalText() ([]byte, error)  { return outcomes.Marshal(int(o)) }
func (o *Outcome) UnmarshalText(b []byte) error { return parse(outcomes, b, (*int)(o)) }

// Kind says in which way an outcome came about: "exact", "mirror-accusation",
// "unanswered". [Outcome.Kinds] lists those of an outcome; an undetermined one
// has none.
type Kind string

// kindsOf lists the kinds of each outcome. Strings, validation and the order in
// which reports show findings all come from here.
var kindsOf = [...][]Kind{
	Undetermined: {},
	Agreement:    {"exact", "approximate", "narrower"},
	Compatible:   {"overlapping", "different-scope"},
	Conflict:     {"denial", "mirror-accusation", "disjoint", "status", "representation", "cause", "inconsistent"},
	Framing:      {"opposed", "different"},
	Gap:          {"silent", "declined", "unquantified", "unknown", "relayed", "unanswered", "shared"},
	Revision:     {"raised", "lowered", "withdrawn", "changed"},
}

// Kinds returns the kinds that the outcome can have.
func (o Outcome) Kinds() []Kind {
	if o < 0 || int(o) >= len(kindsOf) {
		return nil
	}
	return slices.Clone(kindsOf[o])
}

// has reports whether the outcome can have that kind.
func (o Outcome) has(k Kind) bool {
	if o == Undetermined {
		return k == ""
	}
	return slices.Contains(o.Kinds(), k)
}

// Force says how firmly the sides of a conflict stand against each other.
type Force int

// The forces. Only a conflict has one.
const (
	NoForce Force = iota
	Soft          // in every opposing pair one side hedges
	Hard          // in one pair at least both sides are certain
)

var forces = enum.Table{What: "force", Words: []string{"", "soft", "hard"}}

func (f Force) String() string                { return forces.String(int(f)) }
func (f Force) MarshalText() ([]byte, error)  { return forces.Marshal(int(f)) }
func (f *Force) UnmarshalText(b []byte) error { return parse(forces, b, (*int)(f)) }

// Note qualifies a relation where the relation alone doesn't decide the outcome.
type Note int

// The notes.
const (
	Plain       Note = iota
	Exclusive        // the values leave no room for each other: lists said to be complete, a kind of event with one place
	Approximate      // the values meet within the tolerance of a figure marked "about"
	Elsewhen         // the values hold of different moments
)

var notes = enum.Table{What: "note", Words: []string{"plain", "exclusive", "approximate", "elsewhen"}}

func (n Note) String() string { return notes.String(int(n)) }

func parse(t enum.Table, b []byte, v *int) error {
	i, err := t.Parse(string(b))
	if err != nil {
		return fmt.Errorf("report: %w", err)
	}
	*v = i
	return nil
}
