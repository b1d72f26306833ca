package align_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"strings"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/compare/align"
	"github.com/seed514b815a/rashomon/narrative"
)

// Two words on a shelling are held to be of one happening, with the reasons weighed;
// the arrest a month later stands alone.
func Example() {
	d, err := narrative.Decode(strings.NewReader(`{"rashomon": 1,
	"parties": [{"id": "norlund", "name": "Norlund"}, {"id": "suvelia", "name": "Suvelia"}],
	"places": [{"id": "hask", "name": "Hask"}],
	"assertions": [
		{"id": "n1", "party": "norlund", "claim": {"act": "accuse", "event": "shelling", "agent": ["suvelia"], "place": ["hask"], "time": "2031-04-08"}},
		{"id": "s1", "party": "suvelia", "claim": {"act": "accuse", "event": "attack", "agent": ["norlund"], "time": "2031-04-08"}},
		{"id": "s2", "party": "suvelia", "claim": {"event": "arrest", "agent": ["norlund"], "place": ["hask"], "time": "2031-05-10"}}]}`), "example")
	if err != nil {
		log.Fatal(err)
	}
	al, err := align.Linkage{}.Align(context.Background(), d)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(al.Issues)
	for _, m := range al.Matches {
		fmt.Printf("%s and %s: %.1f bits\n", m.A, m.B, m.Bits)
		for _, l := range m.Levels[:4] {
			fmt.Printf("  %s: %s (%+.1f)\n", l.Feature, l.Level, l.Bits)
		}
	}
	// Output:
	// [[n1 s1] [s2]]
	// n1 and s1: 10.0 bits
	//   participants: the same sides (+4.0)
	//   agents: no sign (+0.0)
	//   kind: one of the other (+2.5)
	//   time: the same (+3.5)
}

// Weights are estimated from the accounts themselves, where there are enough of
// them, and handed to the aligner.
func ExampleEstimator() {
	small, err := narrative.Decode(strings.NewReader(`{"rashomon": 1, "parties": [{"id": "norlund"}], "assertions": [{"id": "n1", "party": "norlund", "claim": {"event": "shelling"}}]}`), "small")
	if err != nil {
		log.Fatal(err)
	}
	var c compare.Comparer
	estimate, err := align.Estimator{}.Estimate(context.Background(), small)
	switch {
	case errors.Is(err, align.ErrTooFew), errors.Is(err, align.ErrNoContrast):
		fmt.Println("built-in weights") // Comparer's zero value
	case err != nil:
		log.Fatal(err)
	default:
		c.Align = estimate.Linkage()
	}
	_, err = c.Compare(context.Background(), small)
	fmt.Println(err)
	// Output:
	// built-in weights
	// <nil>
}
