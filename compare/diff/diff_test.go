package diff_test

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/compare/diff"
	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/internal/random"
	"github.com/seed514b815a/rashomon/narrative"
)

// asOf is the report of a moment; zero, of all that was said.
func asOf(t testing.TB, d *narrative.Dossier, moment edtf.Time) *compare.Report {
	t.Helper()
	c := compare.Comparer{AsOf: moment}
	r, err := c.Compare(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func decode(t testing.TB, text string) *narrative.Dossier {
	t.Helper()
	d, err := narrative.Decode(strings.NewReader(text), t.Name())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// asked makes the report of the words of some days on one happening; each word is a
// line "ID PARTY DAY {CLAIM}", with "denies" before the claim where it does.
func asked(t testing.TB, until int, words string) *compare.Report {
	t.Helper()
	var list, ids []string
	for line := range strings.Lines(words) {
		head, claim, ok := strings.Cut(strings.TrimSpace(line), " {")
		f := strings.Fields(head)
		if !ok || f[2] > fmt.Sprint(until) {
			continue
		}
		stance := ""
		if len(f) > 3 {
			stance = `"stance": "denies", `
		}
		list = append(list, fmt.Sprintf(`{"id": %q, "party": %q, "said": "2031-05-0%s", %s"claim": {%s}`, f[0], f[1], f[2], stance, claim))
		ids = append(ids, fmt.Sprintf("%q", f[0]))
	}
	decisions := ""
	if len(ids) > 1 {
		decisions = `, "decisions": [{"same": [` + strings.Join(ids, ", ") + `]}]`
	}
	return asOf(t, decode(t, `{"rashomon": 1, "parties": [{"id": "ash", "name": "Ash"}, {"id": "birch", "name": "Birch"}, {"id": "cedar", "name": "Cedar"}],
	 "assertions": [`+strings.Join(list, ",\n")+`]`+decisions+`}`), edtf.Time{})
}

func TestReports(t *testing.T) {
	const figures = `
	 a1 ash 1 {"event": "raid", "count": [{"of": "killed", "min": 4, "max": 4}]}
	 b1 birch 1 {"event": "raid", "count": [{"of": "killed", "min": 9, "max": 9}]}
	 a2 ash 2 {"event": "raid", "count": [{"of": "killed", "min": 9, "max": 9}]}
	 c3 cedar 3 {"event": "raid", "count": [{"of": "killed", "min": 9, "max": 9}]}`
	const charge = `
	 a1 ash 1 {"act": "accuse", "event": "raid", "agent": ["birch"]}
	 a2 ash 2 {"act": "demand", "event": "raid", "agent": ["birch"]}
	 b3 birch 3 {"event": "raid"}
	 b4 birch 4 denies {"act": "deny", "event": "raid", "agent": ["birch"], "about": "a1"}
	 b5 birch 5 {"act": "admit", "event": "raid", "agent": ["birch"]}`
	for _, tt := range []struct {
		name     string
		was, is  int
		words    string
		want     []string // "what facet kind sides by"
		unwanted string
	}{
		{"a figure is raised and meets the other's", 1, 2, figures,
			[]string{"settled count disjoint ash+birch by a2", "revised count raised ash by a2", "new-agreement count exact ash+birch by a2"}, "new-conflict"},
		{"a third voice joins", 2, 3, figures, []string{"moved count exact ash+birch+cedar by c3"}, "new-agreement"},
		{"the other way round", 2, 1, figures,
			[]string{"new-conflict count disjoint ash+birch by ", "lapsed count raised ash by ", "lapsed count exact ash+birch by "}, "settled"},
		{"an accusation is denied", 1, 4, charge, []string{"answered occurrence silent birch by b3+b4", "new-conflict occurrence denial ash+birch by b4"}, "unanswered"},
		{"spoken, and not answered", 1, 3, charge, []string{"unanswered responsibility unanswered birch by b3", "gap-filled occurrence silent birch by b3"}, "answered"},
		{"answered later", 3, 4, charge, []string{"answered responsibility unanswered birch by b4"}, "new-gap"},
		{"taken back", 4, 5, charge, []string{"settled occurrence denial ash+birch by b5", "revised occurrence changed birch by b5"}, "new-conflict"},
		{"figures, then none", 3, 4, `
	 a1 ash 1 {"event": "raid", "count": [{"of": "killed", "who": ["birch"], "min": 4, "max": 4}]}
	 b3 birch 3 {"event": "raid", "agent": ["ash"]}
	 b4 birch 4 {"event": "raid", "count": [{"of": "killed", "who": ["birch"]}]}`,
			[]string{"moved count unquantified birch by b4"}, "new-gap"},
		{"nothing", 2, 2, charge, nil, "moved"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := diff.Reports(asked(t, tt.was, tt.words), asked(t, tt.is, tt.words))
			var got []string
			for _, is := range c.Issues {
				for _, ch := range is.Changes {
					f := ch.Is
					if f == nil || ch.What == "answered" || ch.What == "gap-filled" {
						f = ch.Was
					}
					got = append(got, fmt.Sprintf("%s %s %s %s by %s", ch.What, f.Facet, f.Kind, strings.Join(ch.Sides, "+"), strings.Join(ch.By, "+")))
					if string(ch.What) == tt.unwanted {
						t.Errorf("unwanted: %s", got[len(got)-1])
					}
				}
			}
			for _, w := range tt.want {
				if !slices.Contains(got, w) {
					t.Errorf("missing: %s\ngot:\n%s", w, strings.Join(got, "\n"))
				}
			}
		})
	}
}

func TestDiffShowsHowAPositionMoved(t *testing.T) {
	const words = `
	 a1 ash 1 {"event": "raid", "count": [{"of": "killed", "min": 4, "max": 4}]}
	 b1 birch 1 {"event": "raid", "count": [{"of": "killed", "min": 90, "max": 90}]}
	 a2 ash 2 {"event": "raid", "count": [{"of": "killed", "min": 9, "max": 9}]}`
	c := diff.Reports(asked(t, 1, words), asked(t, 2, words))
	i := slices.IndexFunc(c.Issues[0].Changes, func(ch diff.Change) bool { return ch.What == "moved" })
	if i < 0 {
		t.Fatal("nothing moved")
	}
	ch := c.Issues[0].Changes[i]
	if ch.Why != `The conflict on count stands, and Ash says "9" where it said "4".` {
		t.Error(ch.Why)
	}
	if len(ch.Shifts) != 1 || len(ch.Shifts[0].Parts) == 0 || ch.Shifts[0].Parts[0] != (diff.Difference{Part: "count", X: "4 killed", Y: "9 killed"}) {
		t.Errorf("%+v", ch.Shifts)
	}
}

func TestOneReportHasNoChanges(t *testing.T) {
	for i := range random.Rounds(t, 1000) {
		d := random.New(uint64(i)).Dossier(8)
		if i%2 == 0 {
			d.Decisions = nil
		}
		r := asOf(t, d, edtf.Time{})
		var file bytes.Buffer
		if err := r.Encode(&file); err != nil {
			t.Fatal(err)
		}
		again, err := compare.Decode(&file, "again")
		if err != nil {
			t.Fatal(err)
		}
		for _, other := range []*compare.Report{r, again} {
			if c := diff.Reports(r, other); !c.Empty() || len(c.Assertions) > 0 {
				t.Fatalf("seed %d: %+v", i, c)
			}
		}
	}
}

// Told the other way round, it is the same pairs of findings and the same sides.
func TestDiffMirrors(t *testing.T) {
	pairs := func(c *diff.Changes, swap bool) []string {
		id := func(f *compare.Finding) string {
			if f == nil {
				return "-"
			}
			return f.ID
		}
		var out []string
		for _, is := range c.Issues {
			was, now := is.Was, is.Is
			said, unsaid := is.Said, is.Unsaid
			if swap {
				was, now, said, unsaid = now, was, unsaid, said
			}
			out = append(out, fmt.Sprint(was, now, said, unsaid))
			for _, ch := range is.Changes {
				x, y := id(ch.Was), id(ch.Is)
				if swap {
					x, y = y, x
				}
				out = append(out, fmt.Sprint(x, " ", y, " ", ch.Sides))
			}
		}
		slices.Sort(out)
		return out
	}
	for i := range random.Rounds(t, 1000) {
		d := random.New(uint64(i)).Dossier(9)
		d.Decisions = nil
		was, is := asOf(t, d, edtf.MustParse("2031-05-03T09:00:00Z")), asOf(t, d, edtf.MustParse("2031/.."))
		a, b := pairs(diff.Reports(was, is), false), pairs(diff.Reports(is, was), true)
		for _, s := range a { // a change about gaps names who is silent, one about positions who holds them
			if !slices.Contains(b, s) {
				t.Fatalf("seed %d: %s isn't mirrored\n%s\n--\n%s", i, s, strings.Join(a, "\n"), strings.Join(b, "\n"))
			}
		}
		if len(a) != len(b) {
			t.Fatalf("seed %d: %d and %d", i, len(a), len(b))
		}
	}
}

// Every change is well formed: a way that is listed, an id of its own, a sentence,
// and words that only the new report has.
func TestDiffIsWellFormed(t *testing.T) {
	for i := range random.Rounds(t, 1000) {
		d := random.New(uint64(i)).Dossier(9)
		was, is := asOf(t, d, edtf.MustParse("2031-05-02")), asOf(t, d, edtf.MustParse("2031/.."))
		old := map[string]bool{}
		for _, a := range was.Assertions {
			old[a.ID] = true
		}
		c := diff.Reports(was, is)
		ids := map[string]bool{}
		for _, ic := range c.Issues {
			for _, ch := range ic.Changes {
				if !slices.Contains(diff.Whats(), ch.What) || ids[ch.ID] || ch.Was == nil && ch.Is == nil {
					t.Errorf("seed %d: %+v", i, ch)
				}
				ids[ch.ID] = true
				if !strings.HasSuffix(ch.Why, ".") || strings.Contains(ch.Why, "%!") {
					t.Errorf("seed %d: why: %s", i, ch.Why)
				}
				for _, id := range ch.By {
					if old[id] {
						t.Errorf("seed %d: %s is no new word", i, id)
					}
				}
			}
		}
	}
}

// Nothing that came or went is left out: each finding that only one report has is in
// a change, and of a gap each side that it is about.
func TestDiffIsComplete(t *testing.T) {
	for i := range random.Rounds(t, 1000) {
		d := random.New(uint64(i)).Dossier(9)
		was, is := asOf(t, d, edtf.MustParse("2031-05-03")), asOf(t, d, edtf.MustParse("2031/.."))
		told := map[string]bool{}
		for _, ic := range diff.Reports(was, is).Issues {
			for _, ch := range ic.Changes {
				for _, f := range []*compare.Finding{ch.Was, ch.Is} {
					if f != nil {
						told[f.ID] = true
					}
				}
			}
		}
		ids := func(r *compare.Report) map[string]bool {
			m := map[string]bool{}
			for _, f := range r.All() {
				m[f.ID] = true
			}
			return m
		}
		x, y := ids(was), ids(is)
		for _, pair := range [][2]map[string]bool{{x, y}, {y, x}} {
			for id := range pair[0] {
				if !pair[1][id] && !told[id] {
					t.Errorf("seed %d: nothing is told of %s", i, id)
				}
			}
		}
	}
}

// Of several answers in one position it doesn't matter which comes first.
func TestDiffOfAnswersInAnotherOrder(t *testing.T) {
	with := func(says string) *compare.Report {
		return &compare.Report{Issues: []compare.Issue{{ID: "i1", Findings: []compare.Finding{{ID: "f1", Facet: narrative.FacetOccurrence, Outcome: compare.Agreement, Kind: "exact",
			Positions: []compare.Position{{Side: "ash", Says: says}, {Side: "birch", Says: "raid"}}}}}}}
	}
	if c := diff.Reports(with("raid; arrest; blockade"), with("raid; blockade; arrest")); !c.Empty() {
		t.Errorf("%+v", c.Issues)
	}
	if c := diff.Reports(with("raid; arrest"), with("raid; blockade")); c.Empty() {
		t.Error("another answer is a change")
	}
}

// A finding that became of another kind moved; where it isn't clear which became
// which, each came or went.
func TestDiffOfKinds(t *testing.T) {
	with := func(kinds ...compare.Kind) *compare.Report {
		is := compare.Issue{ID: "i1"}
		for _, k := range kinds {
			is.Findings = append(is.Findings, compare.Finding{ID: "f-" + string(k), Facet: narrative.FacetCount, Outcome: compare.Agreement, Kind: k,
				Positions: []compare.Position{{Side: "ash", Says: "4"}, {Side: "birch", Says: "4"}}})
		}
		return &compare.Report{Issues: []compare.Issue{is}}
	}
	for _, tt := range []struct {
		was, is *compare.Report
		want    string
	}{
		{with("exact"), with("approximate"), "[moved]"},
		{with("exact", "narrower"), with("approximate"), "[new-agreement agreement-gone agreement-gone]"},
		{with("exact", "narrower"), with("exact"), "[agreement-gone]"},
	} {
		var got []diff.What
		for _, ic := range diff.Reports(tt.was, tt.is).Issues {
			for _, ch := range ic.Changes {
				got = append(got, ch.What)
			}
		}
		if fmt.Sprint(got) != tt.want {
			t.Errorf("%v, want %s", got, tt.want)
		}
	}
}

// Issues that a later word joins are one happening, under the older id.
func TestDiffFollowsJoinedIssues(t *testing.T) {
	d := decode(t, `{"rashomon": 1, "parties": [{"id": "ash"}, {"id": "birch"}, {"id": "cedar"}], "assertions": [
	 {"id": "a1", "party": "ash", "said": "2031-03-03", "claim": {"event": "raid", "place": ["mill"]}},
	 {"id": "a2", "party": "birch", "said": "2031-03-03", "claim": {"event": "raid", "place": ["mill"]}},
	 {"id": "b1", "party": "ash", "said": "2031-03-04", "claim": {"event": "arrest", "place": ["fen"]}},
	 {"id": "b2", "party": "birch", "said": "2031-03-04", "claim": {"event": "arrest", "place": ["fen"]}}]}`)
	before := asOf(t, d, edtf.Time{})
	d.Assertions = append(d.Assertions, narrative.Assertion{ID: "c1", Party: "cedar", Said: edtf.MustParse("2031-03-09"), Claim: narrative.Claim{Event: "riot"}})
	d.Decisions = []narrative.Decision{{Same: []string{"a1", "c1"}}, {Same: []string{"b1", "c1"}}}
	after := asOf(t, d, edtf.Time{})
	for course, c := range map[string]*diff.Changes{"joined": diff.Reports(before, after), "split": diff.Reports(after, before)} {
		if len(c.Issues) != 1 || c.Issues[0].Course != course || len(c.Issues[0].Was)+len(c.Issues[0].Is) != 3 {
			t.Errorf("%s: %+v", course, c.Issues)
		}
	}
}

func TestDiffTellsWhatWasReadAnew(t *testing.T) {
	d := decode(t, `{"rashomon": 1, "parties": [{"id": "ash"}, {"id": "birch"}], "assertions": [
	 {"id": "a0", "party": "ash", "said": "2031-05-02", "claim": {"event": "raid", "time": "2031-05-01"}},
	 {"id": "a1", "party": "birch", "said": "2031-05-02", "claim": {"event": "raid", "time": "2031-05-01"}}]}`)
	was := asOf(t, d, edtf.Time{})
	d.Assertions[1].Claim.Event, d.Assertions[1].Certainty = "arrest", narrative.Hedged
	is := asOf(t, d, edtf.Time{})
	c := diff.Reports(was, is)
	want := []diff.Difference{{Part: "certainty", X: "certain", Y: "hedged"}, {Part: "claim.event", X: "raid", Y: "arrest"}}
	if len(c.Reread) != 1 || c.Reread[0].Assertion != "a1" || !slices.Equal(c.Reread[0].Parts, want) {
		t.Errorf("%+v, want %+v", c.Reread, want)
	}
}

func ExampleReports() {
	d, err := narrative.Decode(strings.NewReader(`{"rashomon": 1,
	 "parties": [{"id": "port", "name": "The port"}, {"id": "union", "name": "The union"}],
	 "assertions": [
	  {"id": "u1", "party": "union", "said": "2031-05-02", "claim": {"act": "accuse", "event": "expulsion", "agent": ["port"], "target": ["union"]}},
	  {"id": "p1", "party": "port", "said": "2031-05-03", "stance": "denies", "claim": {"act": "deny", "about": "u1"}}]}`), "port.json")
	if err != nil {
		fmt.Println(err)
		return
	}
	var reports []*compare.Report
	for _, day := range []string{"2031-05-02", "2031-05-03"} {
		c := compare.Comparer{AsOf: edtf.MustParse(day)}
		r, err := c.Compare(context.Background(), d)
		if err != nil {
			fmt.Println(err)
			return
		}
		reports = append(reports, r)
	}
	for _, is := range diff.Reports(reports[0], reports[1]).Issues {
		for _, c := range is.Changes {
			fmt.Println(c.What, c.By, c.Why)
		}
	}
	// Output:
	// new-conflict [p1] The port denies what The union says, and The union tells of an expulsion: one denies what the other says.
	// answered [p1] The port, which had left it unanswered, now denies it.
}
