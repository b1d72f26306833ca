package compare_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/internal/random"
	"github.com/seed514b815a/rashomon/narrative"
)

func timeline(t testing.TB, d *narrative.Dossier) (*compare.Timeline, string) {
	t.Helper()
	tl, err := new(compare.Comparer).Timeline(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := tl.Encode(&b); err != nil {
		t.Fatal(err)
	}
	return tl, b.String()
}

// course writes a track: "05-02 4 first; 05-03 9 raised".
func course(steps []compare.Step) string {
	var out []string
	for _, s := range steps {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s %s", strings.TrimPrefix(s.Said.String(), "2031-"), s.Says, s.Turn)))
	}
	return strings.Join(out, "; ")
}

func TestTimeline(t *testing.T) {
	killed := func(n int) string {
		return fmt.Sprintf(`"event": "raid", "count": [{"of": "killed", "min": %d, "max": %d}]`, n, n)
	}
	for _, tt := range []struct{ name, words, facet, want string }{
		{"raised, repeated, lowered", `2 {` + killed(4) + `} 3 {` + killed(9) + `} 4 {` + killed(9) + `} 5 {` + killed(7) + `}`, "count",
			"05-02 4 first; 05-03 9 raised; 05-04 9 repeated; 05-05 7 lowered"},
		{"told in another order", `5 {` + killed(7) + `} 2 {` + killed(4) + `}`, "count", "05-02 4 first; 05-05 7 raised"},
		{"one moment", `2 {` + killed(4) + `} 2 {` + killed(9) + `} 2 {` + killed(4) + `}`, "count", "05-02 4 first; 05-02 9 inconsistent"},
		{"refined", `2 {"event": "raid", "count": [{"of": "killed", "min": 4}]} 3 {` + killed(6) + `}`, "count", "05-02 at least 4 first; 05-03 6 refined"},
		{"the same day more exactly, then raised", `2 {` + killed(4) + `} 2 {"event": "raid", "count": [{"of": "killed", "min": 4}]} 3 {` + killed(9) + `}`, "count",
			"05-02 4 first; 05-02 at least 4 refined; 05-03 9 raised"},
		{"repeated is not raised", `2 {` + killed(4) + `} 3 {` + killed(9) + `} 4 {"event": "raid", "count": [{"of": "killed", "min": 9}]} 5 {` + killed(9) + `}`, "count",
			"05-02 4 first; 05-03 9 raised; 05-04 at least 9 refined; 05-05 9 refined"},
		{"not known first", `2 unknown {"event": "raid"} 3 {` + killed(6) + `}`, "count", "05-03 6 first"},
		{"a crowd at another hour", `2 {"event": "raid", "count": [{"of": "participants", "min": 50, "max": 50}]} 3 {"event": "raid", "count": [{"of": "participants", "min": 20, "max": 20}]}`, "count",
			"05-02 50 first; 05-03 20 added"},
		{"named, then another", `2 {"act": "accuse", "event": "raid", "agent": ["birch"]} 3 {"act": "accuse", "event": "raid", "agent": ["cedar"]}`, "responsibility",
			"05-02 birch first; 05-03 cedar changed"},
		{"withdrawn", `2 {"event": "raid", "agent": ["birch"]} 3 denies {"act": "deny", "event": "raid", "agent": ["birch"]}`, "occurrence",
			"05-02 raid first; 05-03 denies a raid by birch withdrawn"},
		{"denied, then told", `2 denies {"act": "deny", "event": "raid", "agent": ["birch"]} 3 {"event": "raid", "agent": ["birch"]}`, "occurrence",
			"05-02 denies a raid by birch first; 05-03 raid changed"},
		{"another kind stands beside", `2 {"event": "raid"} 3 {"event": "arrest"} 4 {"event": "raid"}`, "occurrence", "05-02 raid first; 05-03 arrest added; 05-04 raid repeated"},
		{"declines, then speaks", `2 {"act": "decline", "event": "raid"} 3 {"event": "raid"}`, "occurrence", "05-02 declines to comment first; 05-03 raid added"},
		{"a place within", `2 {"event": "raid", "place": ["vale"]} 3 {"event": "raid", "place": ["mill"]}`, "place", "05-02 vale first; 05-03 mill refined"},
		{"of an earlier moment, told later", `2 {"event": "raid", "count": [{"of": "killed", "min": 9, "max": 9}]} 3 {"event": "raid", "count": [{"of": "killed", "min": 4, "max": 4, "asOf": "2031-05-01"}]}`, "count",
			"05-02 9 first; 05-03 4 added"},
		{"undated, another is one answer with it", `0 {"act": "accuse", "event": "raid", "agent": ["birch"]} 2 {"act": "accuse", "event": "raid", "agent": ["cedar"]}`, "responsibility",
			"05-02 cedar first; birch added"},
		{"undated comes last", `0 {"event": "raid", "place": ["fen"]} 3 {"event": "raid", "place": ["mill"]}`, "place", "05-03 mill first; fen added"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := told(t, tt.words)
			tl, _ := timeline(t, d)
			if len(tl.Issues) != 1 {
				t.Fatalf("%d issues", len(tl.Issues))
			}
			var got []string
			for _, tr := range tl.Issues[0].Tracks {
				if string(tr.Facet) == tt.facet && tr.Side == "ash" {
					got = append(got, course(tr.Steps))
				}
			}
			if len(got) != 1 || got[0] != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

// told makes a dossier of one side's words on one happening: each is a day of May,
// perhaps "denies" or "unknown", and a claim.
func told(t testing.TB, words string) *narrative.Dossier {
	t.Helper()
	var list, ids []string
	for i, part := range strings.Split(strings.TrimSpace(words), "} ") {
		head, claim, _ := strings.Cut(strings.TrimSuffix(part, "}"), "{")
		a := fmt.Sprintf(`"id": "a%d", "party": "ash"`, i)
		f := strings.Fields(head)
		if f[0] != "0" {
			a += fmt.Sprintf(`, "said": "2031-05-0%s"`, f[0])
		}
		switch {
		case len(f) < 2:
		case f[1] == "unknown":
			a += `, "certainty": "unknown"`
		default:
			a += `, "stance": "denies"`
		}
		if strings.Count(claim, "{") > strings.Count(claim, "}") { // the last one's was cut off with its own
			claim += "}"
		}
		list = append(list, fmt.Sprintf(`{%s, "claim": {%s}}`, a, claim))
		ids = append(ids, fmt.Sprintf("%q", fmt.Sprint("a", i)))
	}
	list = append(list, `{"id": "z", "party": "birch", "claim": {"event": "fair"}}`)
	ids = append(ids, `"z"`)
	return decode(t, `{"rashomon": 1, "parties": [{"id": "ash"}, {"id": "birch"}, {"id": "cedar"}],
	 "places": [{"id": "vale"}, {"id": "mill", "within": "vale"}, {"id": "fen"}],
	 "assertions": [`+strings.Join(list, ",\n")+`], "decisions": [{"same": [`+strings.Join(ids, ", ")+`]}]}`)
}

func TestTimelineDependsOnNoOrder(t *testing.T) {
	for i := range random.Rounds(t, 1000) {
		g := random.New(uint64(i))
		d := g.Dossier(8)
		_, want := timeline(t, d)
		if _, got := timeline(t, g.Shuffled(d)); got != want {
			t.Fatalf("seed %d: another order gives another timeline:\n%s", i, firstDifference(want, got))
		}
	}
}

// What the timeline calls a revision, or inconsistent, the report does. What the report
// does, the timeline tells as a step that does something to an earlier one: it holds
// each against the nearest alone.
func TestTimelineTellsTheRevisionsOfTheReport(t *testing.T) {
	for i := range random.Rounds(t, 2000) {
		d := random.New(uint64(i)).Dossier(8)
		r, _ := report(t, d)
		tl, _ := timeline(t, d)
		found, told, moved := map[string]bool{}, map[string]bool{}, map[string]bool{}
		for _, f := range r.All() {
			for _, p := range f.Positions {
				if f.Outcome == compare.Revision || f.Kind == "inconsistent" {
					found[fmt.Sprint(f.Facet, " ", f.Kind, " ", p.Side)] = true
				}
			}
		}
		for _, is := range tl.Issues {
			for _, tr := range is.Tracks {
				for j, s := range tr.Steps {
					if !slices.Contains(compare.Turns(), s.Turn) || len(s.Assertions) == 0 || (j == 0) != (s.Turn == "first") {
						t.Errorf("seed %d: step %d is %+v", i, j, s)
					}
					if s.Turn != "first" && s.Turn != "added" {
						moved[fmt.Sprint(tr.Facet, " ", tr.Side)] = true
					}
					if s.Turn.Revises() || s.Turn == "inconsistent" {
						told[fmt.Sprint(tr.Facet, " ", s.Turn, " ", tr.Side)] = true
					}
				}
			}
		}
		for k := range told {
			if !found[k] {
				t.Errorf("seed %d: %s is no finding", i, k)
			}
		}
		for k := range found {
			if f := strings.Fields(k); !moved[f[0]+" "+f[2]] {
				t.Errorf("seed %d: %s isn't told", i, k)
			}
		}
	}
}

// What an adversary says that a side said is no step of its account.
func TestTimelineLeavesOutWhatIsPutIntoAMouth(t *testing.T) {
	tl, _ := timeline(t, decode(t, `{"rashomon": 1, "parties": [{"id": "ash"}, {"id": "birch"}],
	 "assertions": [
	  {"id": "a1", "party": "ash", "said": "2031-05-02", "claim": {"event": "raid", "agent": ["birch"], "target": ["ash"]}},
	  {"id": "a2", "party": "ash", "said": "2031-05-03", "chain": [{"party": "birch"}, {"party": "ash"}], "claim": {"act": "decline", "event": "raid"}}],
	 "decisions": [{"same": ["a1", "a2"]}]}`))
	for _, tr := range tl.Issues[0].Tracks {
		for _, s := range tr.Steps {
			if slices.Contains(s.Assertions, "a2") {
				t.Errorf("%s on %s: %s", tr.Side, tr.Facet, course(tr.Steps))
			}
		}
	}
}

func TestTimelineAsOf(t *testing.T) {
	d := told(t, `2 {"event": "raid"} 4 {"event": "arrest"}`)
	c := compare.Comparer{AsOf: edtf.MustParse("2031-05-03")}
	tl, err := c.Timeline(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	if len(tl.Assertions) != 1 || len(tl.Unplaced) != 1 || tl.Unplaced[0].Assertion != "z" {
		t.Errorf("%d assertions, unplaced %+v", len(tl.Assertions), tl.Unplaced)
	}
}

func ExampleComparer_Timeline() {
	d, err := narrative.Decode(strings.NewReader(`{"rashomon": 1, "parties": [{"id": "mine", "name": "The mine"}],
	 "assertions": [
	  {"id": "a1", "party": "mine", "said": "2031-05-02", "claim": {"event": "explosion", "place": ["shaft"], "time": "2031-05-01", "count": [{"of": "killed", "min": 3, "max": 3}]}},
	  {"id": "a2", "party": "mine", "said": "2031-05-04", "claim": {"event": "explosion", "place": ["shaft"], "time": "2031-05-01", "count": [{"of": "killed", "min": 11, "max": 11}]}}]}`), "mine.json")
	if err != nil {
		fmt.Println(err)
		return
	}
	var c compare.Comparer
	t, err := c.Timeline(context.Background(), d)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, track := range t.Issues[0].Tracks {
		for _, s := range track.Steps {
			if track.Facet == narrative.FacetCount {
				fmt.Println(track.Side, track.Scope.Of, s.Said, s.Says, s.Turn)
			}
		}
	}
	// Output:
	// mine killed 2031-05-02 3 first
	// mine killed 2031-05-04 11 raised
}
