package compare_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/internal/random"
	"github.com/seed514b815a/rashomon/narrative"
)

func explained(t *testing.T, d *narrative.Dossier) *compare.Report {
	t.Helper()
	c := compare.Comparer{Explain: true}
	r, err := c.Compare(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Every finding of every dossier has a rule, a neighbour and, where two values
// carry it, both of them and why they are held to be of one happening.
func TestEveryFindingIsExplained(t *testing.T) {
	for i := range random.Rounds(t, 1000) {
		g := random.New(uint64(i))
		d := g.Dossier(8)
		if i%2 == 0 {
			d.Decisions = nil
		}
		for _, f := range explained(t, d).All() {
			e := f.Explanation
			if e == nil || e.Rule == "" || len(e.Near) == 0 || (e.Law > 0) != (e.LawName != "") {
				t.Fatalf("seed %d: %v on %s, %s: %+v", i, f.Outcome, f.Facet, f.Kind, e)
			}
			for _, n := range e.Near {
				if n.Kind != "" && !strings.Contains(fmt.Sprint(n.Outcome.Kinds()), string(n.Kind)) {
					t.Errorf("%v has no kind %s", n.Outcome, n.Kind)
				}
				if n.Outcome == f.Outcome && n.Kind == f.Kind && f.Force != compare.Soft {
					t.Errorf("%v (%s) is its own neighbour", f.Outcome, f.Kind)
				}
			}
			if f.Outcome != compare.Gap && (len(e.Pair) != 2 || e.Match == nil) {
				t.Errorf("seed %d: %v on %s, %s: pair %v, match %v", i, f.Outcome, f.Facet, f.Kind, e.Pair, e.Match)
			}
			if e.Match != nil {
				sum := 0.0
				for _, l := range e.Match.Levels {
					sum += l.Bits
				}
				if sum != e.Match.Bits {
					t.Errorf("seed %d: levels of %v bits, match of %v", i, sum, e.Match.Bits)
				}
			}
		}
	}
}

// What was asked for without an explanation comes without one, and is the same.
func TestExplainingChangesNothing(t *testing.T) {
	for i := range random.Rounds(t, 300) {
		d := random.New(uint64(i)).Dossier(8)
		r := explained(t, d)
		for _, f := range r.All() {
			f.Explanation = nil
		}
		var b strings.Builder
		if err := r.Encode(&b); err != nil {
			t.Fatal(err)
		}
		if _, want := report(t, d); b.String() != want {
			t.Fatalf("seed %d: %s", i, firstDifference(want, b.String()))
		}
	}
}

func ExampleExplanation() {
	const dossier = `{"rashomon": 1, "parties": [{"id": "norlund"}, {"id": "suvelia"}],
	"assertions": [
		{"id": "n1", "party": "norlund", "said": "2031-04-09", "claim": {"act": "accuse", "event": "shelling", "agent": ["suvelia"], "time": "2031-04-08"}},
		{"id": "s1", "party": "suvelia", "said": "2031-04-09", "claim": {"act": "accuse", "event": "shelling", "agent": ["norlund"], "time": "2031-04-08"}}]}`
	d, _ := narrative.Decode(strings.NewReader(dossier), "example")
	c := compare.Comparer{Explain: true}
	r, _ := c.Compare(context.Background(), d)
	for _, f := range r.All() {
		if f.Kind != "mirror-accusation" {
			continue
		}
		e := f.Explanation
		fmt.Printf("law %d: %s\n%s\n", e.Law, e.LawName, e.Rule)
		for _, l := range e.Match.Levels[:4] {
			fmt.Printf("%+g bits: %s, %s\n", l.Bits, l.Feature, l.Level)
		}
		for _, n := range e.Near {
			fmt.Println(n.Outcome, n.Kind, n.If)
		}
	}
	// Output:
	// law 5: mirror accusations are one conflict
	// responsibility, disjoint → conflict (mirror-accusation)
	// +4 bits: participants, the same sides
	// +0 bits: agents, no sign
	// +3 bits: kind, the same
	// +3.5 bits: time, the same
	// conflict disjoint if only one of the two named the other
	// agreement narrower if one of them named both
}
