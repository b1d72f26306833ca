package narrative_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

var slip = narrative.Withdrawal{By: "B. Editor", On: edtf.MustParse("2031-03-01"), Why: "it was right"}

// What was taken back leaves the dossier as if it had never been said, whatever else
// was corrected, and says so.
func TestWithdrawnCorrectionsLeaveNoTrace(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 9))
		fresh := func() *narrative.Dossier {
			d := readLines(t, &narrative.Dossier{Parties: []narrative.Party{{ID: "miller"}}, Sources: []*source.Document{doc("s1", bell)}})
			for i := range d.Assertions {
				if d.Assertions[i].Party == "guild" {
					d.Assertions[i].Stance, d.Assertions[i].Focus = narrative.Denies, narrative.FacetPlace
				}
			}
			return d
		}
		d := fresh()
		fills := []func(*narrative.Correction){notSaid, byWarden, byGuild, tolls, denies, func(c *narrative.Correction) { s := narrative.Asserts; c.Stance = &s }}
		var cs []narrative.Correction
		for range 1 + r.IntN(6) {
			a := d.Assertions[r.IntN(len(d.Assertions))]
			c, err := d.NewCorrection(a.ID)
			if err != nil {
				t.Fatal(err)
			}
			fills[r.IntN(len(fills))](c)
			if r.IntN(5) == 0 {
				if c, err = d.NewMissed("s1", "carried it to the yard"); err != nil {
					t.Fatal(err)
				}
				c.Said.Party, c.Said.Claim = "miller", narrative.Claim{Event: []string{"carried", "stolen"}[r.IntN(2)]}
			}
			c.By = []string{"A. Reader", "B. Editor"}[r.IntN(2)]
			if r.IntN(3) > 0 {
				on(c, []string{"2031-02-01", "2031-02-02", "2031-02"}[r.IntN(3)])
			}
			cs = append(cs, *c)
		}
		gone := r.IntN(len(cs))
		d.Corrections = slices.Clone(cs)
		d.Correct()
		if r.IntN(2) == 0 {
			d.Correct()
		}
		applied := encoded(t, d)
		if err := d.WithdrawCorrection(gone, slip); err != nil {
			t.Fatal(err)
		}
		never := fresh()
		never.Corrections = slices.Delete(slices.Clone(cs), gone, gone+1)
		want := states(never.Correct())
		if diff := cmp.Diff(want, states(never.Correct())); diff != "" {
			t.Errorf("seed %d twice: %s", seed, diff)
		}

		back := d.Correct()
		last := back[len(back)-1]
		if last.State != narrative.Withdrawn || last.Withdrawn == nil || *last.Withdrawn != slip || last.In != "s1" {
			t.Fatalf("seed %d: %+v", seed, last)
		}
		if diff := cmp.Diff(want, states(back[:len(back)-1])); diff != "" {
			t.Fatalf("seed %d: the others (-never made +withdrawn):\n%s\n%+v\n%v", seed, diff, cs[gone], states(back))
		}
		kept := d.Corrections
		d.Corrections = never.Corrections
		sortAssertions(d, never) // what is brought back stands last
		if diff := cmp.Diff(encoded(t, never), encoded(t, d)); diff != "" {
			t.Fatalf("seed %d, %+v (-never made +withdrawn):\n%s", seed, cs[gone], diff)
		}
		d.Corrections = kept
		if err := d.WithdrawCorrection(gone, slip); err == nil {
			t.Fatal("taken back twice")
		}

		// One who hadn't heard of it yet doesn't bring it back, whoever merges whom.
		for _, turned := range []bool{false, true} {
			mine, theirs := decode(t, applied), decode(t, encoded(t, d))
			if turned {
				mine, theirs = theirs, mine
			}
			same := slices.ContainsFunc(never.Corrections, func(c narrative.Correction) bool { return cmp.Equal(c, cs[gone]) })
			if err := mine.Merge(theirs, "theirs.json"); err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
			if !same && len(mine.Corrections) > 0 {
				mine.Corrections = slices.DeleteFunc(mine.Corrections, func(c narrative.Correction) bool { return c.Withdrawn != nil })
				if diff := cmp.Diff(said(never), said(mine)); diff != "" {
					t.Fatalf("seed %d, merged (turned: %v), %+v\n(-never made +withdrawn):\n%s", seed, turned, cs[gone], diff)
				}
			}
		}
	}
}

func sortAssertions(ds ...*narrative.Dossier) {
	for _, d := range ds {
		slices.SortFunc(d.Assertions, func(a, b narrative.Assertion) int { return strings.Compare(a.ID, b.ID) })
	}
}

// A reading that has come to say the same as a withdrawn correction stays as it is.
func TestWithdrawnCorrectionsAreNotUndoneTwice(t *testing.T) {
	d := readLines(t, &narrative.Dossier{Sources: []*source.Document{doc("s1", bell)}})
	c := bound(t, d, "sexton", "it rings", byGuild)
	d.Corrections = []narrative.Correction{c}
	d.Correct()
	if err := d.WithdrawCorrection(0, slip); err != nil {
		t.Fatal(err)
	}
	if slices.Contains(said(d), "guild asserts it rings [rope]") {
		t.Fatal("not undone")
	}
	for i := range d.Assertions {
		if a := &d.Assertions[i]; a.ID == c.Was.ID {
			a.Party, a.Chain[0].Party = "guild", "guild" // as another extractor may have it
		}
	}
	want := encoded(t, d)
	d.Correct()
	if diff := cmp.Diff(want, encoded(t, d)); diff != "" {
		t.Errorf("undone again:\n%s", diff)
	}
}

// A correction that doesn't say what it was made on can't be undone, and says what
// to do.
func TestWithdrawnWithoutWas(t *testing.T) {
	d := readLines(t, &narrative.Dossier{Sources: []*source.Document{doc("s1", bell)}})
	before := encoded(t, d)
	c := bound(t, d, "warden", "the bell", byGuild)
	c.Was, c.Alone = nil, false
	d.Corrections = []narrative.Correction{c}
	d.Correct()
	if err := d.WithdrawCorrection(0, slip); err != nil {
		t.Fatal(err)
	}
	if got := d.Correct()[0]; got.State != narrative.Withdrawn || !strings.Contains(got.Note, "read again") {
		t.Errorf("%+v", got)
	}
	d.Forget()
	readLines(t, d).Corrections = nil
	if diff := cmp.Diff(before, encoded(t, d)); diff != "" {
		t.Errorf("read again:\n%s", diff)
	}
}

// A decision that somebody has taken back doesn't count and doesn't come back, unless
// it was made again.
func TestWithdrawnDecisions(t *testing.T) {
	const dismissed, withdrawn = `{"dismiss": "f1", "by": "A. Reader"}`, `{"dismiss": "f1", "by": "A. Reader", "withdrawn": {"by": "A. Reader", "on": "2031-03-01", "why": "one gate"}}`
	file := func(decisions string) *narrative.Dossier {
		return decode(t, `{"parties": [{"id": "crew"}], "assertions": [{"id": "a1", "party": "crew", "claim": {}}, {"id": "a2", "party": "crew", "claim": {}}], "decisions": [`+decisions+`]}`)
	}
	for _, tt := range []struct {
		name, mine, theirs string
		left               int
		want               narrative.Review
	}{
		{"taken back by one", dismissed, withdrawn, 1, narrative.NoReview},
		{"by both", withdrawn, withdrawn, 1, narrative.NoReview},
		{"and made again", withdrawn + ", " + dismissed, withdrawn, 2, narrative.Dismissed},
		{"again, and the other has heard of neither", withdrawn + ", " + dismissed, dismissed, 2, narrative.Dismissed},
		{"another's stands", withdrawn, `{"confirm": "f1", "by": "B. Editor"}`, 2, narrative.Confirmed},
		{"assertions", `{"same": ["a1", "a2"], "withdrawn": {}}`, `{"same": ["a1", "a2"]}`, 1, narrative.NoReview},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, turned := range []bool{false, true} {
				mine, theirs := file(tt.mine), file(tt.theirs)
				if turned {
					mine, theirs = theirs, mine
				}
				for range 2 {
					if err := mine.Merge(theirs, "theirs.json"); err != nil {
						t.Fatal(err)
					}
					if got := narrative.Settle(mine.Decisions); len(mine.Decisions) != tt.left || got != tt.want {
						t.Errorf("turned %v: %d decisions, %v: %+v", turned, len(mine.Decisions), got, mine.Decisions)
					}
				}
			}
		})
	}
	if _, err := narrative.Decode(strings.NewReader(`{"assertions": [], "decisions": [{"withdrawn": {}}]}`), "x"); err == nil {
		t.Error("a withdrawal of nothing was taken")
	}
	if _, err := narrative.Decode(strings.NewReader(`{"assertions": [], "decisions": [{"dismiss": "f1", "withdrawn": {"of": "me"}}]}`), "x"); err == nil || !strings.Contains(err.Error(), "$.decisions[0].withdrawn") {
		t.Errorf("unknown field: %v", err)
	}
}

// A word that was struck stays the only one, also when its neighbours were corrected,
// and however often.
func TestStrikingOneWordLeavesItsNeighbours(t *testing.T) {
	d := readLines(t, &narrative.Dossier{Sources: []*source.Document{doc("s1", bell)}})
	earlier := bound(t, d, "sexton", "nobody", tolls)
	on(&earlier, "2031-02-01")
	struck := bound(t, d, "sexton", "nobody", notSaid)
	on(&struck, "2031-02-02")
	d.Corrections = []narrative.Correction{earlier, struck, bound(t, d, "sexton", "it rings", byGuild)}
	for range 3 {
		d.Correct()
		if got := said(d); len(got) != 4 || !slices.Contains(got, "sexton asserts it hangs [rope]") {
			t.Errorf("%q", got)
		}
	}
}

func ExampleDossier_WithdrawCorrection() {
	d := &narrative.Dossier{Sources: []*source.Document{{ID: "s1", Text: "Mayor: the road is open\nRider: the road is under water\n"}}}
	if err := d.Extract(context.Background(), lines{}, lines{}); err != nil {
		panic(err)
	}
	c, err := d.NewCorrection(d.Assertions[0].ID)
	if err != nil {
		panic(err)
	}
	c.NotSaid, c.By = true, "A. Reader"
	d.Corrections = append(d.Corrections, *c)
	d.Correct()
	fmt.Println(len(d.Assertions), "assertion")
	if err := d.WithdrawCorrection(0, narrative.Withdrawal{By: "A. Reader", Why: "the mayor did say so"}); err != nil {
		panic(err)
	}
	fmt.Println(len(d.Assertions), "assertions")
	for _, c := range d.Correct() {
		fmt.Printf("%v by %s: %s\n", c.State, c.Withdrawn.By, c.Withdrawn.Why)
	}
	// Output:
	// 1 assertion
	// 2 assertions
	// withdrawn by A. Reader: the mayor did say so
}
