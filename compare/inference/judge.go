package inference

import (
	"context"
	"strings"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/narrative"
)

// Facet is the facet of [Judge].
const Facet narrative.Facet = "x-content"

// Judge returns a judge of claims in which no structure was found, only their
// text: what the sides say is the same, entailed or contradicted by what others
// say, as i infers it. Append it to [compare.DefaultJudges].
//
// Claims with an event are left to the other judges.
func Judge(i compare.Inferrer) *compare.Judge {
	return &compare.Judge{
		Facet:    Facet,
		Doc:      "What is said, where it has no structure?",
		Optional: true,
		Values: func(_ *compare.Matter, a *narrative.Assertion) []compare.Value {
			if a.Claim.Event != "" || a.Claim.Text == "" {
				return nil
			}
			return []compare.Value{{Says: "“" + strings.TrimRight(strings.TrimSpace(a.Claim.Text), ".") + "”", Data: a.Claim.Text}}
		},
		Relate: func(ctx context.Context, _ *compare.Matter, x, y compare.Value) (compare.Verdict, error) {
			s, t := x.Data.(string), y.Data.(string)
			there, err := i.Infer(ctx, s, t)
			if err != nil {
				return compare.Verdict{}, err
			}
			back, err := i.Infer(ctx, t, s)
			if err != nil {
				return compare.Verdict{}, err
			}
			return relation(there, back), nil
		},
	}
}

// sure is how sure an inference must be to stand in a report, where it accuses
// somebody of saying what can't be so beside another's word.
const sure = 0.6

// relation puts the inferences of both directions together. Relating the other way
// round gives the converse, whatever the inferrer says: a contradiction counts
// where either direction finds it.
func relation(there, back compare.Inference) compare.Verdict {
	var v compare.Verdict
	for _, i := range []*compare.Inference{&there, &back} {
		if i.Confidence < sure {
			i.Entailment = compare.Neither
		}
	}
	switch {
	case there.Entailment == compare.Contradicts || back.Entailment == compare.Contradicts:
		v.Relation, v.Why = narrative.Opposed, there.Why
		if there.Entailment != compare.Contradicts {
			v.Why = back.Why
		}
	case there.Entailment == compare.Entails && back.Entailment == compare.Entails:
		v.Relation, v.Why = narrative.Same, "each has what the other says"
	case there.Entailment == compare.Entails:
		v.Relation, v.Why = narrative.Narrower, "one has all that the other says"
	case back.Entailment == compare.Entails:
		v.Relation, v.Why = narrative.Broader, "one has all that the other says"
	}
	return v
}
