package compare

import (
	"context"
	"errors"
	"fmt"

	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/narrative"
)

// Judge answers one question about a happening. Its place in [Comparer.Judges] is
// where its findings stand among those of one issue.
//
// A judge may be shared by goroutines if its functions may.
type Judge struct {
	Facet narrative.Facet // one of the built-in ones, or "x-..."
	Doc   string          // the question, in a sentence

	// Optional says that nobody owes an answer: silence on the facet is no gap.
	Optional bool

	// Values returns what an assertion says on the facet; nothing where it is
	// silent. The Comparer asks only for assertions that hold a position, and fills
	// in By and the agent of Scope.
	Values func(m *Matter, a *narrative.Assertion) []Value

	// Relate says how two values stand to each other. Relating y to x must give the
	// converse: Compare tests that on live calls and refuses a judge that fails.
	Relate func(ctx context.Context, m *Matter, x, y Value) (Verdict, error)

	// Unite joins two values that one side gives at one moment, where they are one
	// answer; nil, or false, where each stands for itself.
	Unite func(m *Matter, x, y Value) (Value, bool)
}

// Value is what assertions of one side say on a facet.
type Value struct {
	By    []*narrative.Assertion // whose value it is: one assertion, or those united
	Scope Scope                  // a count's measure and population
	AsOf  edtf.Time              // the moment it holds of; zero: when it was said
	Says  string                 // as reports show it, in ids and plain words
	Data  any                    // the judge's own
}

// Verdict is the relation of two values. The zero Verdict abstains.
type Verdict struct {
	Relation narrative.Relation
	Note     Note
	Why      string   // a clause on what the relation rests on, where the values alone don't show it
	Missing  []string // the fields that would settle it, where the relation is unknown or not sure
}

// Matter is what a judge may know beside the two values.
type Matter struct {
	Cast         *narrative.Cast
	Assertions   []*narrative.Assertion // of the issue, in order of id
	Participants []string               // sides, in order of id

	dates map[string]edtf.Time // source id → when it was published
}

// Said returns when the assertion was said: by its own word, else by the date of
// its source; zero where neither is known.
func (m *Matter) Said(a *narrative.Assertion) edtf.Time {
	if !a.Said.IsZero() {
		return a.Said
	}
	return m.dates[a.Source]
}

// DefaultJudges returns a judge for each built-in facet, in the order in which
// reports show them. The slice is the caller's, to append to.
func DefaultJudges() []*Judge {
	return []*Judge{
		occurrence(),
		responsibility(),
		list(narrative.FacetTarget, "Done to whom, to what?", targets),
		list(narrative.FacetPlace, "Where?", func(c *narrative.Claim) []string { return c.Place }),
		timing(),
		list(narrative.FacetMeans, "With what?", func(c *narrative.Claim) []string { return c.Means }),
		counting(),
		naming(narrative.FacetCause, "Why?", func(c *narrative.Claim) []string { return c.Cause }),
		naming(narrative.FacetLabel, "What is it called?", func(c *narrative.Claim) []string { return c.Label }),
	}
}

// checkJudges refuses judges that can't run, before the first one does.
func checkJudges(judges []*Judge) error {
	seen := map[narrative.Facet]bool{}
	var faults []error
	for i, j := range judges {
		fault := func(what string) { faults = append(faults, fmt.Errorf("compare: judge %d: %s", i, what)) }
		switch {
		case j == nil:
			fault("is nil")
			continue
		case !j.Facet.Valid():
			fault(fmt.Sprintf("facet %q is neither built in nor named x-...", j.Facet))
		case seen[j.Facet]:
			fault(fmt.Sprintf("a second judge of %s", j.Facet))
		}
		if j.Doc == "" {
			fault(fmt.Sprintf("%s: Doc is missing: say which question it answers", j.Facet))
		}
		if j.Values == nil || j.Relate == nil {
			fault(fmt.Sprintf("%s: Values and Relate are both needed", j.Facet))
		}
		seen[j.Facet] = true
	}
	return errors.Join(faults...)
}

// relate asks the judge and tests that the other way round it gives the converse.
func (q *inquiry) relate(j *Judge, x, y Value) (Verdict, error) {
	v, err := j.Relate(q.ctx, q.m, x, y)
	if err != nil {
		return Verdict{}, fmt.Errorf("judge of %s: %w", j.Facet, err)
	}
	if q.asked++; q.asked > 64 && q.asked%16 != 0 { // all of the first calls, then a sample
		return v, nil
	}
	w, err := j.Relate(q.ctx, q.m, y, x)
	if err != nil {
		return Verdict{}, fmt.Errorf("judge of %s: %w", j.Facet, err)
	}
	if w.Relation != v.Relation.Converse() || w.Note != v.Note {
		return Verdict{}, fmt.Errorf("the judge of %s contradicts itself: %q to %q is %v (%v), but the other way round %v (%v): make Relate give the converse",
			j.Facet, x.Says, y.Says, v.Relation, v.Note, w.Relation, w.Note)
	}
	return v, nil
}
