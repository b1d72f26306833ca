package inference_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/compare/inference"
	"github.com/seed514b815a/rashomon/narrative"
)

func ExampleJudge() {
	d := &narrative.Dossier{
		Rashomon: narrative.Version,
		Parties:  []narrative.Party{{ID: "union", Name: "Union"}, {ID: "works", Name: "Works"}},
		Assertions: []narrative.Assertion{
			{ID: "a1", Party: "union", Claim: narrative.Claim{Text: "The company refused to publish the safety report on the Tolva plant."}},
			{ID: "a2", Party: "works", Claim: narrative.Claim{Text: "The company published the safety report on the Tolva plant."}},
		},
	}
	c := compare.Comparer{Judges: append(compare.DefaultJudges(), inference.Judge(inference.English{}))}
	r, err := c.Compare(context.Background(), d)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range r.All() {
		fmt.Println(f.Facet, f.Outcome, f.Kind)
	}
	// Output:
	// x-content conflict disjoint
}

// scripted infers what the test says, by text and hypothesis.
type scripted map[[2]string]compare.Inference

func (s scripted) Infer(_ context.Context, text, hypothesis string) (compare.Inference, error) {
	return s[[2]string{text, hypothesis}], nil
}

// TestJudgeConverse holds the judge to the law for judges, whatever the inferrer
// says in the two directions.
func TestJudgeConverse(t *testing.T) {
	all := []compare.Inference{
		{},
		{Entailment: compare.Entails, Confidence: 0.9},
		{Entailment: compare.Entails, Confidence: 0.5},
		{Entailment: compare.Contradicts, Confidence: 0.8},
		{Entailment: compare.Contradicts, Confidence: 0.4},
	}
	want := [5][5]narrative.Relation{ // by there and back
		{narrative.Unknown, narrative.Broader, narrative.Unknown, narrative.Opposed, narrative.Unknown},
		{narrative.Narrower, narrative.Same, narrative.Narrower, narrative.Opposed, narrative.Narrower},
		{narrative.Unknown, narrative.Broader, narrative.Unknown, narrative.Opposed, narrative.Unknown},
		{narrative.Opposed, narrative.Opposed, narrative.Opposed, narrative.Opposed, narrative.Opposed},
		{narrative.Unknown, narrative.Broader, narrative.Unknown, narrative.Opposed, narrative.Unknown},
	}
	for i, there := range all {
		for j, back := range all {
			judge := inference.Judge(scripted{{"x", "y"}: there, {"y", "x"}: back})
			value := func(s string) compare.Value {
				return judge.Values(nil, &narrative.Assertion{Claim: narrative.Claim{Text: s}})[0]
			}
			v, err := judge.Relate(context.Background(), nil, value("x"), value("y"))
			if err != nil {
				t.Fatal(err)
			}
			w, err := judge.Relate(context.Background(), nil, value("y"), value("x"))
			if err != nil {
				t.Fatal(err)
			}
			if v.Relation != want[i][j] || w.Relation != v.Relation.Converse() {
				t.Errorf("%v (%.1f) there, %v (%.1f) back: %v, and the other way round %v; want %v and its converse",
					there.Entailment, there.Confidence, back.Entailment, back.Confidence, v.Relation, w.Relation, want[i][j])
			}
		}
	}
}

// TestJudgeLeavesEvents: claims with an event are for the other judges.
func TestJudgeLeavesEvents(t *testing.T) {
	judge := inference.Judge(inference.English{})
	for _, c := range []narrative.Claim{{Event: "attack", Text: "The army attacked."}, {}} {
		if got := judge.Values(nil, &narrative.Assertion{Claim: c}); len(got) > 0 {
			t.Errorf("%+v: %+v, want no value", c, got)
		}
	}
}
