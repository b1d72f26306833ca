package align_test

import (
	"context"
	"strings"
	"testing"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/compare/align"
	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/narrative"
)

// FuzzDecodeEstimate checks that weights which are read are written and read again
// alike, and can be used.
func FuzzDecodeEstimate(f *testing.F) {
	w := align.Estimate{Rashomon: narrative.Version, Weights: align.DefaultWeights(), Threshold: 4.5,
		M: map[string]map[string]float64{"kind": {"the same": 0.9}}, Seen: map[string]map[string]int{"kind": {"the same": 12}}}
	var file strings.Builder
	if err := w.Encode(&file); err != nil {
		f.Fatal(err)
	}
	f.Add(file.String())
	two := &narrative.Dossier{Parties: []narrative.Party{{ID: "p"}, {ID: "q"}}, Assertions: []narrative.Assertion{
		{ID: "a", Party: "p", Claim: narrative.Claim{Event: "shelling", Agent: []string{"p"}, Target: []string{"q"}, Time: edtf.MustParse("2031-05-01")}},
		{ID: "b", Party: "q", Claim: narrative.Claim{Event: "raid", Agent: []string{"q"}, Target: []string{"p"}, Time: edtf.MustParse("2031-05-01")}}}}
	f.Fuzz(func(t *testing.T, text string) {
		e, err := align.DecodeEstimate(strings.NewReader(text), "fuzz")
		if err != nil {
			return
		}
		var once, twice strings.Builder
		if err := e.Encode(&once); err != nil {
			t.Fatalf("what was read can't be written: %v", err)
		}
		again, err := align.DecodeEstimate(strings.NewReader(once.String()), "again")
		if err != nil {
			t.Fatalf("what was written can't be read: %v", err)
		}
		if err := again.Encode(&twice); err != nil || twice.String() != once.String() {
			t.Fatalf("%v: read and written again it is another file: %s", err, twice.String())
		}
		if _, err := (&compare.Comparer{Align: e.Linkage()}).Compare(context.Background(), two); err != nil {
			t.Fatal(err)
		}
	})
}
