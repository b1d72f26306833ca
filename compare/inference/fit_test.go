package inference_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/compare/inference"
)

func ExampleFit() {
	ctx := context.Background()
	pair := inference.Sample{Text: "The mayor reopened the bridge at noon.", Hypothesis: "The mayor of Arven reopened the bridge.", Want: compare.Entails}
	var samples []inference.Sample
	for range 50 { // people who take what isn't said for granted
		samples = append(samples, pair)
	}
	m, err := inference.Fit(ctx, samples)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range []inference.English{{}, {Model: m}} {
		i, err := e.Infer(ctx, "The firm sold the mill in May.", "The firm of Tolvan sold the mill.")
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(i.Entailment)
	}
	// Output:
	// neither
	// entails
}

// TestFit: the same again for the same, an error for none and for a context that has
// ended, and no contradiction without a word to show for it, whatever it learnt from.
func TestFit(t *testing.T) {
	ctx := context.Background()
	if _, err := inference.Fit(ctx, nil); err == nil {
		t.Error("no error for no samples")
	}
	var samples []inference.Sample
	for i := range 60 {
		samples = append(samples,
			inference.Sample{Text: fmt.Sprintf("The council met %d times in May.", i), Hypothesis: "The council met in May.", Want: compare.Contradicts})
	}
	ended, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := inference.Fit(ended, samples); err == nil {
		t.Error("no error for a context that has ended")
	}
	m, err := inference.Fit(ctx, samples)
	if err != nil {
		t.Fatal(err)
	}
	again, err := inference.Fit(ctx, samples)
	if err != nil {
		t.Fatal(err)
	}
	if *m != *again {
		t.Error("not the same again")
	}
	i, err := inference.English{Model: m}.Infer(ctx, samples[7].Text, samples[7].Hypothesis)
	if err != nil {
		t.Fatal(err)
	}
	if i.Entailment == compare.Contradicts {
		t.Errorf("contradicts with nothing to show for it: %+v", i)
	}
}
