package compare_test

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/compare/align"
	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/internal/random"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// ferry is two accounts of one fire on a ferry, and a third of something else.
func ferry() *narrative.Dossier {
	five, eight := 5.0, 8.0
	crew := func(n *float64) []narrative.Count {
		return []narrative.Count{{Of: "wounded", Who: []string{"line"}, Min: n, Max: n}}
	}
	return &narrative.Dossier{
		Parties: []narrative.Party{{ID: "line", Name: "Ferry Line"}, {ID: "union", Name: "Seamen's Union"}, {ID: "port", Name: "Port"}},
		Places:  []narrative.Place{{ID: "quay", Name: "North Quay"}},
		Assertions: []narrative.Assertion{
			{ID: "l1", Party: "line", Said: edtf.MustParse("2031-06-02"), Claim: narrative.Claim{Event: "explosion", Place: []string{"quay"}, Time: edtf.MustParse("2031-06-01"), Count: crew(&five)}},
			{ID: "u1", Party: "union", Said: edtf.MustParse("2031-06-02"), Claim: narrative.Claim{Event: "explosion", Place: []string{"quay"}, Time: edtf.MustParse("2031-06-01"), Count: crew(&eight)}},
		},
	}
}

// conflict returns the finding that the tests decide on.
func conflict(t *testing.T, r *compare.Report) *compare.Finding {
	t.Helper()
	for _, f := range r.All() {
		if f.Outcome == compare.Conflict && f.Facet == narrative.FacetCount {
			return f
		}
	}
	t.Fatal("no conflict on count")
	return nil
}

func decided(r *compare.Report, id string) narrative.Decision {
	return narrative.Decision{Dismiss: id, By: "reviewer", On: edtf.MustParse("2031-06-05"), Why: "two shifts", Seen: r.Seen(id)}
}

// A decision stays with its finding as long as the finding is made, and tells when
// what it was made on has changed.
func TestDecisionsInLaterRuns(t *testing.T) {
	more := func(id, party, said string, n float64) narrative.Assertion {
		a := ferry().Assertions[1]
		a.ID, a.Party, a.Said = id, party, edtf.MustParse(said)
		a.Claim.Count = []narrative.Count{{Of: "wounded", Who: []string{"line"}, Min: &n, Max: &n}}
		return a
	}
	for _, tt := range []struct {
		name   string
		change func(*narrative.Dossier)
		review narrative.Review
		state  compare.Standing
		says   []string // what has changed
	}{
		{"the same again", func(*narrative.Dossier) {}, narrative.Dismissed, compare.Current, nil},
		{"another matter", func(d *narrative.Dossier) {
			d.Assertions = append(d.Assertions, narrative.Assertion{ID: "p1", Party: "port", Claim: narrative.Claim{Event: "regatta", Text: "The regatta is put off."}})
		}, narrative.Dismissed, compare.Current, nil},
		{"another facet of it", func(d *narrative.Dossier) {
			a := more("p1", "port", "2031-06-02", 0)
			a.Claim.Count, a.Claim.Cause = nil, []string{"accident"}
			d.Assertions = append(d.Assertions, a)
		}, narrative.Dismissed, compare.Current, nil},
		{"an earlier word of it", func(d *narrative.Dossier) {
			a := more("a0", "port", "2031-06-01", 0)
			a.Claim.Count = nil
			d.Assertions = append(d.Assertions, a)
		}, narrative.Dismissed, compare.Current, nil},
		{"a third figure", func(d *narrative.Dossier) { d.Assertions = append(d.Assertions, more("p1", "port", "2031-06-02", 11)) },
			narrative.Pending, compare.Stale, []string{"p1 is new: port: explosion"}},
		{"another figure", func(d *narrative.Dossier) {
			*d.Assertions[1].Claim.Count[0].Min, *d.Assertions[1].Claim.Count[0].Max = 9, 9
		},
			narrative.Pending, compare.Stale, []string{"u1 has changed: union: explosion; at quay; on 2031-06-01; 9 wounded line; before: union: explosion; at quay; on 2031-06-01; 8 wounded line"}},
		{"a word is gone, another says so", func(d *narrative.Dossier) {
			d.Assertions[1] = more("u2", "union", "2031-06-02", 9)
		}, narrative.Pending, compare.Stale, []string{"u2 is new", "u1 is gone: union"}},
		{"the same words under another id", func(d *narrative.Dossier) { d.Assertions[1].ID = "u9" }, narrative.Dismissed, compare.Current, nil},
		{"all under other ids", func(d *narrative.Dossier) { d.Assertions[0].ID, d.Assertions[1].ID = "l9", "u9" }, narrative.Dismissed, compare.Current, nil},
		{"the earliest is gone", func(d *narrative.Dossier) {
			a := more("l9", "line", "2031-06-02", 6)
			d.Assertions[0] = a
		}, narrative.Pending, compare.Stale, []string{"l9 is new", "l1 is gone"}},
		{"they agree by now", func(d *narrative.Dossier) {
			*d.Assertions[1].Claim.Count[0].Min, *d.Assertions[1].Claim.Count[0].Max = 5, 5
		},
			narrative.NoReview, compare.Gone, []string{"No finding and no issue has the id"}},
		{"others decide later", func(d *narrative.Dossier) {
			d.Decisions = append(d.Decisions, narrative.Decision{Confirm: d.Decisions[0].Dismiss, On: edtf.MustParse("2031-06-06")})
		}, narrative.Confirmed, compare.Current, nil},
		{"others decide, nobody knows when", func(d *narrative.Dossier) {
			d.Decisions = append(d.Decisions, narrative.Decision{Confirm: d.Decisions[0].Dismiss})
		}, narrative.Pending, compare.Current, nil},
		{"made on nobody knows what", func(d *narrative.Dossier) { d.Decisions[0].Seen = nil }, narrative.Dismissed, compare.Unchecked, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := ferry()
			r, _ := report(t, d)
			id := conflict(t, r).ID
			d.Decisions = []narrative.Decision{decided(r, id)}
			tt.change(d)
			r, text := report(t, d)
			rulings, review := r.Decisions, narrative.NoReview
			if tt.state != compare.Gone {
				f := conflict(t, r)
				rulings, review = f.Decisions, f.Review
				if len(r.Decisions) > 0 {
					t.Errorf("listed apart, too: %+v", r.Decisions)
				}
			}
			i := slices.IndexFunc(rulings, func(r compare.Ruling) bool { return r.By == "reviewer" })
			if i < 0 {
				t.Fatalf("the decision is lost:\n%s", text)
			}
			got := rulings[i]
			if got.State != tt.state || review != tt.review || len(got.Changed) != len(tt.says) {
				t.Fatalf("%v, the finding %v: %q; want %v and %v", got.State, review, got.Changed, tt.state, tt.review)
			}
			for i, want := range tt.says {
				if !strings.Contains(got.Changed[i], want) {
					t.Errorf("changed: %q, want %q", got.Changed[i], want)
				}
			}
			again, err := compare.Decode(strings.NewReader(text), "report.json")
			if err != nil {
				t.Fatal(err)
			}
			var b bytes.Buffer
			if err := again.Encode(&b); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(text, b.String()); diff != "" {
				t.Errorf("read again, it is another report:\n%s", diff)
			}
		})
	}
}

// Where two issues become one, what was decided on either is shown there.
func TestDecisionsOnJoinedIssues(t *testing.T) {
	d := ferry()
	d.Assertions = append(d.Assertions, ferry().Assertions...)
	for i := range d.Assertions[2:] { // the same again, a year later
		a := &d.Assertions[2+i]
		a.ID, a.Said, a.Claim.Time = "x"+a.ID, edtf.MustParse("2032-06-02"), edtf.MustParse("2032-06-01")
	}
	r, _ := report(t, d)
	if len(r.Issues) != 2 {
		t.Fatalf("%d issues, want 2", len(r.Issues))
	}
	for i := range r.Issues {
		is := &r.Issues[i]
		d.Decisions = append(d.Decisions, narrative.Decision{Confirm: is.ID, Seen: r.Seen(is.ID)}, narrative.Decision{Pending: is.ID})
		for j := range is.Findings {
			id := is.Findings[j].ID
			d.Decisions = append(d.Decisions, narrative.Decision{Dismiss: id, Seen: r.Seen(id)}, narrative.Decision{Dismiss: id, By: "no evidence"})
		}
	}
	n := len(d.Decisions)
	d.Decisions = append(d.Decisions, narrative.Decision{Same: []string{"l1", "xu1"}})
	r, text := report(t, d)
	if len(r.Issues) != 1 || len(r.Issues[0].Was) != 1 {
		t.Fatalf("%d issues, want one that was two:\n%s", len(r.Issues), text)
	}
	is := &r.Issues[0]
	found := len(is.Decisions)
	if found != 4 {
		t.Errorf("%d decisions on the issue, want 4", found)
	}
	for _, x := range is.Decisions {
		if x.Seen != nil && x.State != compare.Stale {
			t.Errorf("the issue has gained, and the decision is %v", x.State)
		}
	}
	for _, f := range r.All() {
		found += len(f.Decisions)
	}
	for _, x := range r.Decisions {
		if x.State != compare.Gone {
			t.Errorf("listed apart: %+v", x)
		}
	}
	if found+len(r.Decisions) != n || found < n-8 {
		t.Errorf("%d of %d decisions found, %d listed apart", found, n, len(r.Decisions))
	}
}

// What is held the same, or apart, binds for as long as the assertions are there, and
// is told of where they have changed.
func TestDecisionsOnAssertions(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(*narrative.Dossier)
		state  compare.Standing // Unchecked: nothing is told
		issues int
		says   string
	}{
		{"the same again", func(*narrative.Dossier) {}, compare.Unchecked, 2, ""},
		{"another figure", func(d *narrative.Dossier) {
			*d.Assertions[1].Claim.Count[0].Min, *d.Assertions[1].Claim.Count[0].Max = 9, 9
		}, compare.Stale, 2, "u1 has changed"},
		{"another id", func(d *narrative.Dossier) { d.Assertions[1].ID = "u9" }, compare.Unchecked, 2, ""},
		{"another id, twice", func(d *narrative.Dossier) {
			d.Assertions[1].ID = "u9"
			d.Assertions = append(d.Assertions, d.Assertions[1])
			d.Assertions[2].ID = "u8"
		}, compare.Gone, 1, "u1 is gone"},
		{"gone", func(d *narrative.Dossier) { d.Assertions = d.Assertions[:1] }, compare.Gone, 1, "u1 is gone"},
		{"seen in part", func(d *narrative.Dossier) { d.Decisions[0].Seen = d.Seen("l1") }, compare.Unchecked, 2, ""},
		{"not seen", func(d *narrative.Dossier) { d.Decisions[0].Seen = nil }, compare.Unchecked, 2, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := ferry()
			d.Decisions = []narrative.Decision{{Apart: []string{"l1", "u1"}, Seen: d.Seen("l1", "u1")}}
			tt.change(d)
			r, text := report(t, d)
			if len(r.Issues) != tt.issues {
				t.Errorf("%d issues, want %d", len(r.Issues), tt.issues)
			}
			if (tt.state == compare.Unchecked) != (len(r.Decisions) == 0) {
				t.Fatalf("told: %+v\n%s", r.Decisions, text)
			}
			if tt.state != compare.Unchecked && (r.Decisions[0].State != tt.state || !strings.Contains(strings.Join(r.Decisions[0].Changed, "\n"), tt.says)) {
				t.Errorf("told: %v %q, want %v, %s", r.Decisions[0].State, r.Decisions[0].Changed, tt.state, tt.says)
			}
		})
	}
}

// A decision that was taken back is told of where it was made, and has no force.
func TestWithdrawnDecisions(t *testing.T) {
	back := &narrative.Withdrawal{By: "reviewer", On: edtf.MustParse("2031-06-07"), Why: "one shift"}
	d := ferry()
	r, _ := report(t, d)
	id := conflict(t, r).ID
	stale := decided(r, id)
	stale.Seen.Missing = []string{"time"}
	for _, tt := range []struct {
		name      string
		decisions []narrative.Decision
		review    narrative.Review
		withdrawn int // shown at the finding
		issues    int
	}{
		{"the only one", []narrative.Decision{decided(r, id)}, narrative.NoReview, 1, 1},
		{"beside another's", []narrative.Decision{decided(r, id), {Confirm: id, By: "editor"}}, narrative.Confirmed, 1, 1},
		{"beside a stale one", []narrative.Decision{decided(r, id), stale}, narrative.Pending, 1, 1},
		{"a stale one", []narrative.Decision{stale}, narrative.NoReview, 1, 1},
		{"on nothing that is there", []narrative.Decision{{Dismiss: "f00"}}, narrative.NoReview, 0, 1},
		{"apart", []narrative.Decision{{Apart: []string{"l1", "u1"}}}, narrative.NoReview, 0, 1},
		{"apart, and gone", []narrative.Decision{{Apart: []string{"l1", "u9"}, Seen: &narrative.Evidence{Cites: []narrative.Cited{{ID: "u9", Digest: "x"}}}}}, narrative.NoReview, 0, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := ferry()
			d.Decisions = tt.decisions
			d.Decisions[0].Withdrawn = back
			r, text := report(t, d)
			if len(r.Issues) != tt.issues || len(r.Decisions) > 0 {
				t.Fatalf("%d issues, %d decisions listed apart:\n%s", len(r.Issues), len(r.Decisions), text)
			}
			f := conflict(t, r)
			n := 0
			for _, x := range f.Decisions {
				if x.State == compare.Withdrawn {
					n++
				}
			}
			if f.Review != tt.review || n != tt.withdrawn {
				t.Errorf("%v, %d withdrawn, want %v, %d", f.Review, n, tt.review, tt.withdrawn)
			}
			if _, err := compare.Decode(strings.NewReader(text), "report.json"); err != nil {
				t.Error(err)
			}
			if a, err := new(align.Linkage).Align(context.Background(), d); err != nil || len(a.Issues) != tt.issues {
				t.Errorf("aligned alone: %v, %v", a, err)
			}
		})
	}
}

// A correction changes what is compared, and not the dossier; who struck an
// assertion strikes what was decided on it.
func TestCorrectionsAreCompared(t *testing.T) {
	d := ferry()
	r, _ := report(t, d)
	id := conflict(t, r).ID
	d.Decisions = []narrative.Decision{decided(r, id), {Same: []string{"l1", "u1"}, By: "editor"}, {Apart: []string{"l1", "u1"}, By: "seer", Seen: d.Seen("l1", "u1")}}
	text := "The union counted eight."
	d.Sources = []*source.Document{{ID: "s1", Text: text}}
	d.Assertions[1].Source = "s1"
	d.Assertions[1].Quotes = []source.Anchor{{Exact: text, End: len(text)}}
	d.Assertions[0].Claim.About = "u1"
	file := func() string {
		var b bytes.Buffer
		if err := narrative.Encode(&b, d); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	before := file()
	c, err := d.NewCorrection("u1")
	if err != nil {
		t.Fatal(err)
	}
	c.NotSaid = true
	d.Corrections = []narrative.Correction{*c}
	r, _ = report(t, d)
	if len(r.Assertions) != 1 || len(r.Corrections) != 1 || r.Corrections[0].State != narrative.Applied {
		t.Errorf("%d assertions, %+v", len(r.Assertions), r.Corrections)
	}
	if len(r.Decisions) != 3 {
		t.Errorf("%d decisions have lost what they were on, want 3: %+v", len(r.Decisions), r.Decisions)
	}
	for _, x := range r.Decisions {
		if x.State != compare.Gone || len(x.Changed) == 0 {
			t.Errorf("%+v", x)
		}
	}
	d.Corrections = nil
	if diff := cmp.Diff(before, file()); diff != "" {
		t.Errorf("comparing changed the dossier:\n%s", diff)
	}
}

// Deciding on every finding of a random dossier, nothing is stale in the next run,
// nor when something else is told beside it; whatever the order of the input, the
// bytes are the same.
func TestDecisionsOutliveReruns(t *testing.T) {
	for seed := range random.Rounds(t, 600) {
		g := random.New(uint64(seed))
		d := g.Dossier(8)
		r, _ := report(t, d)
		n := 0
		for is, f := range r.All() {
			x := narrative.Decision{By: random.Choose(g, "ann", "bo"), Seen: r.Seen(f.ID)}
			*random.Choose(g, &x.Dismiss, &x.Confirm, &x.Pending) = f.ID
			d.Decisions = append(d.Decisions, x)
			if n == 0 {
				d.Decisions = append(d.Decisions, narrative.Decision{Confirm: is.ID, Seen: r.Seen(is.ID)})
			}
			n++
		}
		same, text := report(t, d)
		allCurrent(t, seed, same, n)
		if _, again := report(t, g.Shuffled(d)); again != text {
			t.Fatalf("seed %d: another order gives another report:\n%s", seed, firstDifference(text, again))
		}
		e := *d
		e.Parties = append(slices.Clone(d.Parties), narrative.Party{ID: "onlooker"})
		e.Assertions = append(slices.Clone(d.Assertions),
			narrative.Assertion{ID: "z1", Party: "onlooker", Claim: narrative.Claim{Text: "It was a cold night."}},
			narrative.Assertion{ID: "z2", Party: "onlooker", Claim: narrative.Claim{Event: "regatta"}})
		more, _ := report(t, &e)
		allCurrent(t, seed, more, n)
	}
}

func allCurrent(t *testing.T, seed int, r *compare.Report, n int) {
	t.Helper()
	for _, f := range r.All() {
		for _, x := range f.Decisions {
			if n--; x.State != compare.Current {
				t.Fatalf("seed %d: %s is %v: %q", seed, f.ID, x.State, x.Changed)
			}
		}
		if f.Review == narrative.NoReview {
			t.Fatalf("seed %d: %s lost its decision", seed, f.ID)
		}
	}
	if n != 0 || len(r.Decisions) > 0 {
		t.Fatalf("seed %d: %d decisions are missing, %+v", seed, n, r.Decisions)
	}
}

// Evidence that changes makes stale exactly the decisions that cite it.
func TestChangedEvidenceIsStale(t *testing.T) {
	seen := 0
	for seed := range random.Rounds(t, 600) {
		g := random.New(uint64(seed))
		d := g.Dossier(8)
		r, _ := report(t, d)
		for _, f := range r.All() {
			d.Decisions = append(d.Decisions, narrative.Decision{Confirm: f.ID, Seen: r.Seen(f.ID)})
		}
		e := *d
		e.Assertions = slices.Clone(d.Assertions)
		i := g.IntN(len(e.Assertions))
		e.Assertions[i].Claim.Text += "!" // no judge reads it
		s, _ := report(t, &e)
		for _, f := range s.All() {
			for _, x := range f.Decisions {
				cited := slices.ContainsFunc(x.Seen.Cites, func(c narrative.Cited) bool { return c.ID == e.Assertions[i].ID })
				if cited != (x.State == compare.Stale) && !slices.ContainsFunc(x.Changed, func(c string) bool { return strings.Contains(c, "is new") || strings.Contains(c, "is gone") }) {
					t.Fatalf("seed %d: %s is %v, cites the changed %s: %v: %q", seed, f.ID, x.State, e.Assertions[i].ID, cited, x.Changed)
				}
				if cited {
					seen++
				}
			}
		}
	}
	if seen == 0 {
		t.Error("nothing was tried")
	}
}

// A word that joins in makes stale exactly the decisions on findings that cite other
// words now, or tell of other sides' silence.
func TestAddedWordsAreStaleWhereTheyCount(t *testing.T) {
	rests := func(f *compare.Finding) string {
		var out []string
		for _, p := range f.Positions {
			for _, id := range p.Assertions {
				out = append(out, p.Side+" "+id)
			}
		}
		slices.Sort(out)
		return fmt.Sprint(slices.Compact(out), f.Silent, f.Missing)
	}
	stale, current := 0, 0
	for seed := range random.Rounds(t, 600) {
		g := random.New(uint64(seed))
		d := g.Dossier(6)
		r, _ := report(t, d)
		before := map[string]string{}
		for _, f := range r.All() {
			before[f.ID] = rests(f)
			d.Decisions = append(d.Decisions, narrative.Decision{Dismiss: f.ID, Seen: r.Seen(f.ID)})
		}
		d.Assertions = append(d.Assertions, g.Assertion("z9", nil))
		d.Assertions[len(d.Assertions)-1].Said = edtf.MustParse("2031-05-05") // later than all that are dated
		d.Decisions[0].Same = append(slices.Clone(d.Decisions[0].Same), "z9")
		s, _ := report(t, d)
		if s.Issues[0].ID != r.Issues[0].ID {
			continue // the earlier words are undated, and the ids others
		}
		for _, f := range s.All() {
			was, known := before[f.ID]
			if known != (len(f.Decisions) == 1) {
				t.Fatalf("seed %d: %s has %d decisions", seed, f.ID, len(f.Decisions))
			}
			if !known {
				continue
			}
			changed := was != rests(f)
			if got := f.Decisions[0].State; changed != (got == compare.Stale) || (f.Review == narrative.Dismissed) == changed {
				t.Fatalf("seed %d: %s is %v and %v; it rested on %s and rests on %s", seed, f.ID, got, f.Review, was, rests(f))
			}
			if changed {
				stale++
			} else {
				current++
			}
		}
	}
	if stale == 0 || current == 0 {
		t.Errorf("%d stale, %d current: one of them was not tried", stale, current)
	}
}

func ExampleReport_Seen() {
	d := ferry()
	var c compare.Comparer
	r, err := c.Compare(context.Background(), d)
	if err != nil {
		panic(err)
	}
	for _, f := range r.All() {
		if f.Outcome == compare.Conflict {
			d.Decisions = append(d.Decisions, narrative.Decision{Dismiss: f.ID, By: "A. Reader", Why: "two shifts, two counts", Seen: r.Seen(f.ID)})
		}
	}
	// Later, the union counts again.
	*d.Assertions[1].Claim.Count[0].Min, *d.Assertions[1].Claim.Count[0].Max = 9, 9
	r, err = c.Compare(context.Background(), d)
	if err != nil {
		panic(err)
	}
	for _, f := range r.All() {
		for _, x := range f.Decisions {
			fmt.Println(f.Review, x.State, x.Changed)
		}
	}
	// Output:
	// pending stale [u1 has changed: union: explosion; at quay; on 2031-06-01; 9 wounded line; before: union: explosion; at quay; on 2031-06-01; 8 wounded line]
}
