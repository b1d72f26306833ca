package inference_test

import (
	"context"
	"strings"
	"testing"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/compare/inference"
)

// FuzzInfer: no panic, spans within the texts, confidence within bounds, the same
// again for the same, and no contradiction in one direction alone.
func FuzzInfer(f *testing.F) {
	f.Add("The army did not shell the port.", "The army shelled the port on 3 May 1999.")
	f.Add("At least 12 of 40 miners died, she said; \"nobody\" was saved.", "Not one miner died.")
	f.Add("", "A")
	f.Add("\xff\xfe 9 99", "IX (9%) – non-U.S. \u00ad")
	f.Add(strings.Repeat("who that no ", 60), "if if if not not")
	f.Fuzz(func(t *testing.T, text, hypothesis string) {
		if len(text)+len(hypothesis) > 2000 {
			return
		}
		var e inference.English
		ctx := context.Background()
		there, err := e.Infer(ctx, text, hypothesis)
		if err != nil {
			t.Fatal(err)
		}
		back, err := e.Infer(ctx, hypothesis, text)
		if err != nil {
			t.Fatal(err)
		}
		if (there.Entailment == compare.Contradicts) != (back.Entailment == compare.Contradicts) {
			t.Errorf("%q, %q: %v there, %v back", text, hypothesis, there.Entailment, back.Entailment)
		}
		if there.Confidence < 0 || there.Confidence > 1 || there.Why == "" {
			t.Errorf("%q, %q: %+v", text, hypothesis, there)
		}
		check := func(spans []compare.Span, s string) {
			last := 0
			for _, p := range spans {
				if p.Start < last || p.End <= p.Start || p.End > len(s) {
					t.Errorf("%q: span %+v", s, p)
				}
				last = p.Start
			}
		}
		check(there.Text, text)
		check(there.Hypothesis, hypothesis)
	})
}

func BenchmarkInfer(b *testing.B) {
	const text = "The ministry said on Monday that its troops had not shelled the port of Tolva, where at least 12 dockers were killed, " +
		"and accused the rebels of firing the rockets from positions near the town of Arven."
	var e inference.English
	if _, err := e.Infer(context.Background(), text, text); err != nil { // which reads the tables
		b.Fatal(err)
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if _, err := e.Infer(context.Background(), text, "The troops shelled the port and killed 12 dockers."); err != nil {
			b.Fatal(err)
		}
	}
}
