package narrative_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/seed514b815a/rashomon/narrative"
)

func ExampleDossier_Surer() {
	sure, unsure := 0.95, 0.4
	d := &narrative.Dossier{Rashomon: narrative.Version, Assertions: []narrative.Assertion{
		{ID: "a1", Party: "norland", Confidence: &sure, Claim: narrative.Claim{Event: "shelling"}},
		{ID: "a2", Party: "norland", Confidence: &unsure, Claim: narrative.Claim{Event: "attack"}},
	}}
	for _, a := range d.Surer(0.9).Assertions {
		fmt.Println(a.ID)
	}
	// Output: a1
}

func TestSurer(t *testing.T) {
	c := func(x float64) *float64 { return &x }
	d := &narrative.Dossier{Rashomon: narrative.Version,
		Parties: []narrative.Party{{ID: "p"}, {ID: "q"}},
		Assertions: []narrative.Assertion{
			{ID: "a1", Party: "p", Confidence: c(0.5), Claim: narrative.Claim{Event: "shelling"}},
			{ID: "a2", Party: "q", Confidence: c(0.9), Stance: narrative.Denies, Claim: narrative.Claim{About: "a1"}},
			{ID: "a3", Party: "q", Confidence: c(0.9), Stance: narrative.Denies, Claim: narrative.Claim{About: "a1", Event: "shelling"}},
			{ID: "a4", Party: "p", Stance: narrative.Denies, Claim: narrative.Claim{About: "a2"}},
			{ID: "a5", Party: "p", Claim: narrative.Claim{Event: "attack"}},
		},
		Decisions: []narrative.Decision{{Same: []string{"a1", "a5"}}, {Apart: []string{"a1", "a3", "a5"}}},
	}
	for _, x := range []struct {
		name      string
		bound     float64
		want      string
		decisions int
	}{
		{"all", 0, "[a1 a2 a3 a4 a5]", 2},
		{"an empty answer goes with what it answers, and so on", 0.8, "[a3 a5]", 1},
		{"without a confidence is sure", 1, "[a5]", 0},
	} {
		t.Run(x.name, func(t *testing.T) {
			got := d.Surer(x.bound)
			var ids []string
			for _, a := range got.Assertions {
				ids = append(ids, a.ID)
			}
			if s := fmt.Sprint(ids); s != x.want {
				t.Errorf("got %s, want %s", s, x.want)
			}
			if len(got.Decisions) != x.decisions {
				t.Errorf("got %d decisions, want %d", len(got.Decisions), x.decisions)
			}
			if err := got.Validate(); err != nil {
				t.Error(err)
			}
			if i := slices.IndexFunc(got.Assertions, func(a narrative.Assertion) bool { return a.ID == "a3" }); i >= 0 && (got.Assertions[i].Claim.About == "") != (x.bound > 0) {
				t.Errorf("a3 answers %q", got.Assertions[i].Claim.About)
			}
		})
	}
	if d.Assertions[2].Claim.About != "a1" {
		t.Error("the dossier was changed")
	}
}
