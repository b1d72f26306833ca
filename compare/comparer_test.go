package compare_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/compare/align"
	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/narrative"
)

// decode reads a dossier that is part of a test.
func decode(t testing.TB, text string) *narrative.Dossier {
	t.Helper()
	d, err := narrative.Decode(strings.NewReader(text), t.Name())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// parties declares sides by their ids.
func parties(ids ...string) []narrative.Party {
	var out []narrative.Party
	for _, id := range ids {
		out = append(out, narrative.Party{ID: id, Name: id})
	}
	return out
}

// word returns an assertion of an event, with a time where one is given.
func word(id, party, said, kind, when string, places ...string) narrative.Assertion {
	a := narrative.Assertion{ID: id, Party: party, Claim: narrative.Claim{Event: kind, Place: places}}
	if said != "" {
		a.Said = edtf.MustParse(said)
	}
	if when != "" {
		a.Claim.Time = edtf.MustParse(when)
	}
	return a
}

func weather(relate func(x, y compare.Value) compare.Verdict) *compare.Judge {
	return &compare.Judge{
		Facet: "x-weather",
		Doc:   "What was the weather like?",
		Values: func(m *compare.Matter, a *narrative.Assertion) []compare.Value {
			_, after, ok := strings.Cut(a.Claim.Text, "weather: ")
			if !ok {
				return nil
			}
			return []compare.Value{{Says: after, Data: after}}
		},
		Relate: func(ctx context.Context, m *compare.Matter, x, y compare.Value) (compare.Verdict, error) {
			return relate(x, y), nil
		},
	}
}

func weatherDossier() *narrative.Dossier {
	d := &narrative.Dossier{Parties: parties("ash", "birch", "cedar")}
	for i, sky := range []string{"clear", "fog", "fog"} {
		a := word(fmt.Sprint("a", i), d.Parties[i].ID, "2031-05-02", "raid", "2031-05-01")
		a.Claim.Text = "weather: " + sky
		d.Assertions = append(d.Assertions, a)
	}
	return d
}

func TestJudgeOfOnesOwn(t *testing.T) {
	c := compare.Comparer{Judges: append(compare.DefaultJudges(), weather(func(x, y compare.Value) compare.Verdict {
		if x.Data == y.Data {
			return compare.Verdict{Relation: narrative.Same}
		}
		return compare.Verdict{Relation: narrative.Opposed}
	}))}
	r, err := c.Compare(context.Background(), weatherDossier())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range r.All() {
		if f.Facet == "x-weather" {
			got = append(got, fmt.Sprint(f.Outcome, " ", f.Kind, " ", len(f.Positions)))
		}
	}
	if want := []string{"conflict disjoint 3", "agreement exact 2"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestAsymmetricJudgeIsNamed(t *testing.T) {
	c := compare.Comparer{Judges: []*compare.Judge{weather(func(x, y compare.Value) compare.Verdict {
		if x.Says < y.Says {
			return compare.Verdict{Relation: narrative.Narrower}
		}
		return compare.Verdict{Relation: narrative.Same}
	})}}
	_, err := c.Compare(context.Background(), weatherDossier())
	if err == nil || !strings.Contains(err.Error(), "judge of x-weather contradicts itself") {
		t.Errorf("%v, want the judge to be named", err)
	}
}

func TestFaultyJudgesAreRefused(t *testing.T) {
	ok := compare.DefaultJudges()[0]
	fails := weather(func(x, y compare.Value) compare.Verdict { return compare.Verdict{} })
	fails.Relate = func(context.Context, *compare.Matter, compare.Value, compare.Value) (compare.Verdict, error) {
		return compare.Verdict{}, errors.New("out of ink")
	}
	for _, tt := range []struct {
		name   string
		judges []*compare.Judge
		want   string
	}{
		{"nil", []*compare.Judge{nil}, "judge 0: is nil"},
		{"facet", []*compare.Judge{{Facet: "mood", Doc: "?", Values: ok.Values, Relate: ok.Relate}}, `facet "mood"`},
		{"no doc", []*compare.Judge{{Facet: "x-mood", Values: ok.Values, Relate: ok.Relate}}, "Doc is missing"},
		{"no function", []*compare.Judge{{Facet: "x-mood", Doc: "?"}}, "Values and Relate"},
		{"twice", []*compare.Judge{ok, ok}, "a second judge of occurrence"},
		{"fails", []*compare.Judge{fails}, "judge of x-weather: out of ink"},
	} {
		c := compare.Comparer{Judges: tt.judges}
		if _, err := c.Compare(context.Background(), weatherDossier()); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %q", tt.name, err, tt.want)
		}
	}
}

func TestContextEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := new(compare.Comparer).Compare(ctx, campaign(200)); !errors.Is(err, context.Canceled) {
		t.Errorf("%v, want that the context was cancelled", err)
	}
}

// aligner is one that gives what a test wants.
type aligner struct{ align.Alignment }

func (a aligner) Align(context.Context, *narrative.Dossier) (*align.Alignment, error) {
	return &a.Alignment, nil
}

func TestFaultyAlignersAreRefused(t *testing.T) {
	d := weatherDossier()
	for _, tt := range []struct {
		name   string
		issues [][]string
		want   string
	}{
		{"left out", [][]string{{"a0", "a1"}}, "left out 1 of 3"},
		{"twice", [][]string{{"a0", "a1"}, {"a1", "a2"}}, `"a1" in two issues`},
		{"unknown", [][]string{{"a0", "a1", "a2", "a9"}}, `"a9"`},
	} {
		c := compare.Comparer{Align: aligner{align.Alignment{Issues: tt.issues}}}
		if _, err := c.Compare(context.Background(), d); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %q", tt.name, err, tt.want)
		}
	}
}

func TestInvalidDossierIsRefused(t *testing.T) {
	d := weatherDossier()
	d.Assertions[0].Party = "nobody"
	if _, err := new(compare.Comparer).Compare(context.Background(), d); err == nil || !strings.Contains(err.Error(), "nobody") {
		t.Errorf("%v, want the unknown party", err)
	}
}

// A vague word fits two explosions three weeks apart. It goes with one of them, the
// two are not welded, and the report says what was not followed.
func TestBridgingWordWeldsNothing(t *testing.T) {
	d := &narrative.Dossier{Parties: parties("ash", "birch", "cedar"), Places: []narrative.Place{{ID: "port"}}}
	d.Assertions = []narrative.Assertion{
		word("a1", "ash", "2031-03-03", "explosion", "2031-03-02", "port"),
		word("a2", "birch", "2031-03-03", "explosion", "2031-03-02", "port"),
		word("b1", "ash", "2031-03-24", "explosion", "2031-03-23", "port"),
		word("b2", "birch", "2031-03-24", "explosion", "2031-03-23", "port"),
		word("m", "cedar", "", "explosion", "", "port"),
	}
	r, _ := report(t, d)
	if len(r.Issues) != 2 {
		t.Fatalf("%d issues, want 2", len(r.Issues))
	}
	if len(r.Bridges) == 0 {
		t.Error("no bridge is reported")
	}
	for _, b := range r.Bridges {
		if b.A != "m" && b.B != "m" {
			t.Errorf("a bridge from %s to %s", b.A, b.B)
		}
	}
}

// Where a later word joins two issues, the older id stays and the other is listed.
func TestJoinedIssuesRememberTheirIds(t *testing.T) {
	d := &narrative.Dossier{Parties: parties("ash", "birch", "cedar", "dale")}
	d.Assertions = []narrative.Assertion{
		word("a1", "ash", "2031-03-03", "raid", "", "mill"), word("a2", "birch", "2031-03-03", "raid", "", "mill"),
		word("b1", "ash", "2031-03-04", "arrest", "", "fen"), word("b2", "birch", "2031-03-04", "arrest", "", "fen"),
	}
	before, _ := report(t, d)
	if len(before.Issues) != 2 {
		t.Fatalf("%d issues, want 2", len(before.Issues))
	}
	d.Assertions = append(d.Assertions, word("c1", "cedar", "2031-03-09", "riot", ""))
	d.Decisions = []narrative.Decision{{Same: []string{"a1", "c1"}, By: "editor"}, {Same: []string{"b1", "c1"}, By: "editor"}}
	after, _ := report(t, d)
	if len(after.Issues) != 1 {
		t.Fatalf("%d issues, want 1", len(after.Issues))
	}
	is := after.Issues[0]
	if is.ID != before.Issues[0].ID || !slices.Equal(is.Was, []string{before.Issues[1].ID}) {
		t.Errorf("id %s, was %v; want %s, was %s", is.ID, is.Was, before.Issues[0].ID, before.Issues[1].ID)
	}
}

func TestLeftOutPairIsReported(t *testing.T) {
	d := &narrative.Dossier{Parties: parties("ash", "birch", "cedar")}
	d.Assertions = []narrative.Assertion{word("a1", "ash", "", "raid", ""), word("b1", "birch", "", "raid", ""), word("c1", "cedar", "", "raid", "")}
	d.Decisions = []narrative.Decision{{Same: []string{"b1", "c1"}, By: "y"}, {Same: []string{"a1", "b1"}, By: "x"}, {Apart: []string{"a1", "c1"}, By: "x"}}
	r, _ := report(t, d)
	if len(r.LeftOut) != 1 || !slices.Equal(r.LeftOut[0].Same, []string{"b1", "c1"}) || r.LeftOut[0].By != "y" {
		t.Errorf("left out: %+v, want the pair b1, c1", r.LeftOut)
	}
}

// The roll-up gives the ends and whose word they are, counts a voice once, and
// never a figure that nobody gave.
func TestRollUp(t *testing.T) {
	d := decode(t, `{"rashomon": 1, "parties": [{"id": "ash"}, {"id": "birch"}, {"id": "wire"}, {"id": "post"}],
	"assertions": [
	 {"id": "a1", "party": "ash", "said": "2031-05-02", "claim": {"event": "raid", "count": [{"of": "killed", "min": 4, "max": 4}]}},
	 {"id": "b1", "party": "birch", "said": "2031-05-02", "claim": {"event": "raid", "count": [{"of": "killed", "min": 9}]}},
	 {"id": "w1", "party": "wire", "said": "2031-05-02", "claim": {"event": "raid", "count": [{"of": "killed", "min": 4, "max": 4}]}},
	 {"id": "p1", "party": "post", "said": "2031-05-02", "origin": "wire", "claim": {"event": "raid", "count": [{"of": "killed", "min": 4, "max": 4}]}}],
	"decisions": [{"same": ["a1", "b1", "w1", "p1"]}]}`)
	r, _ := report(t, d)
	rolls := r.Issues[0].Counts
	if len(rolls) != 1 {
		t.Fatalf("%+v, want one roll", rolls)
	}
	c := rolls[0]
	if *c.Low != 4 || !slices.Equal(c.LowBy, []string{"ash", "wire"}) || c.High != nil || !slices.Equal(c.HighBy, []string{"birch"}) {
		t.Errorf("low %v by %v, high %v by %v", *c.Low, c.LowBy, c.High, c.HighBy)
	}
}

func TestEmptyDossier(t *testing.T) {
	r, text := report(t, &narrative.Dossier{})
	if len(r.Issues) != 0 || strings.Contains(text, "null") {
		t.Errorf("%s", text)
	}
}

func ExampleJudge() {
	fog := &compare.Judge{
		Facet: "x-visibility",
		Doc:   "How far could one see?",
		Values: func(m *compare.Matter, a *narrative.Assertion) []compare.Value {
			if !strings.Contains(a.Claim.Text, "fog") {
				return nil
			}
			return []compare.Value{{Says: "fog", Data: "fog"}}
		},
		Relate: func(ctx context.Context, m *compare.Matter, x, y compare.Value) (compare.Verdict, error) {
			return compare.Verdict{Relation: narrative.Same}, nil
		},
	}
	c := compare.Comparer{Judges: append(compare.DefaultJudges(), fog)}
	d := &narrative.Dossier{
		Parties: []narrative.Party{{ID: "pilots", Name: "Pilots"}, {ID: "tower", Name: "The tower"}},
		Assertions: []narrative.Assertion{
			{ID: "p1", Party: "pilots", Claim: narrative.Claim{Event: "crash", Text: "there was fog"}},
			{ID: "t1", Party: "tower", Claim: narrative.Claim{Event: "crash", Text: "fog came in"}},
		},
		Decisions: []narrative.Decision{{Same: []string{"p1", "t1"}}},
	}
	r, err := c.Compare(context.Background(), d)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range r.All() {
		if f.Facet == "x-visibility" {
			fmt.Println(f.Outcome, f.Why)
		}
	}
	// Output:
	// agreement Pilots says fog, and The tower says fog: the two agree.
}
