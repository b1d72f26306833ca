package attribution_test

import (
	"context"
	"fmt"

	"github.com/seed514b815a/rashomon/source"
	"github.com/seed514b815a/rashomon/source/attribution"
)

func ExampleEnglish() {
	d := &source.Document{Text: "Public radio reported that the council had said the talks were over. " +
		"The ministry denied the report."}
	as, err := attribution.English{}.Extract(context.Background(), d)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, a := range as {
		for _, l := range a.Chain {
			fmt.Printf("%s %s: ", l.Speaker.Exact, l.Cue.Exact)
		}
		fmt.Println(a.Content[0].Exact)
	}
	// Output:
	// Public radio reported: the council had said the talks were over
	// Public radio reported: the council said: the talks were over
	// The ministry denied: the report
}

func ExampleLookupCue() {
	for _, words := range []string{"accused", "has flatly denied", "vowed", "suggested"} {
		c, _ := attribution.LookupCue(words)
		fmt.Println(c.Words, c.Act, c.Hedged)
	}
	// Output:
	// accuse accuse false
	// deny deny false
	// vow promise false
	// suggest assert true
}
