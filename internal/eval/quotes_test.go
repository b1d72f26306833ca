package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// committed reads the texts of the repository: its examples, and what the
// attribution and coding are tested on.
func committed(t *testing.T) map[string][]*source.Document {
	t.Helper()
	out := map[string][]*source.Document{}
	for _, pattern := range []string{"examples/quickstart/*.txt", "examples/borderclash/reports/*.md", "source/attribution/testdata/*.txt", "narrative/coding/testdata/cases/*.txtar"} {
		docs, err := source.Load(os.DirFS("../.."), pattern)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Dir(pattern)] = docs
	}
	return out
}

// Every finding on the texts of the repository, each alone and all of a folder
// together, leads back to an exact span of a text. On other texts, "eval quotes"
// says the same.
func TestFindingsQuoteTheirTexts(t *testing.T) {
	for dir, docs := range committed(t) {
		c, err := quoteRuns(docs)
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: %v", dir, c)
		for _, f := range c.faults {
			t.Errorf("%s: %s", dir, f)
		}
		if c.cite == 0 || c.exact != c.cite || c.carried != c.silent || c.quotes == 0 {
			t.Errorf("%s: %v", dir, c)
		}
	}
}

// The check sees a finding without a quote, and a quote that stands elsewhere.
func TestQuoteFaultsAreSeen(t *testing.T) {
	text := "The club said that it won. The rival said that it won."
	d := &narrative.Dossier{
		Parties: []narrative.Party{{ID: "club"}, {ID: "rival"}},
		Sources: []*source.Document{{ID: "s1", Text: text}},
		Assertions: []narrative.Assertion{
			{ID: "a1", Party: "club", Source: "s1", Quotes: []source.Anchor{{Exact: "it won", Start: 19, End: 25}}, Claim: narrative.Claim{Event: "victory", Agent: []string{"club"}}},
			{ID: "a2", Party: "rival", Source: "s1", Quotes: []source.Anchor{{Exact: "it won", Start: 47, End: 53}}, Claim: narrative.Claim{Event: "victory", Agent: []string{"rival"}}},
		},
		Decisions: []narrative.Decision{{Same: []string{"a1", "a2"}}},
	}
	r, err := new(compare.Comparer).Compare(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	sound := &quoteCount{}
	sound.count(d, r)
	if len(sound.faults) > 0 || sound.cite == 0 {
		t.Fatalf("nothing is wrong: %v %q", sound, sound.faults)
	}
	moved := &quoteCount{}
	r.Assertions[0].Quotes = []source.Anchor{{Exact: "it won", Start: 18, End: 24}}
	moved.count(d, r)
	if len(moved.faults) == 0 || !strings.Contains(moved.faults[0], "doesn't stand") {
		t.Errorf("a quote that stands elsewhere: %q", moved.faults)
	}
	none := &quoteCount{}
	r.Assertions[0].Quotes, r.Assertions[1].Quotes = nil, nil
	none.count(d, r)
	if none.exact > 0 || len(none.faults) < none.cite {
		t.Errorf("no quotes at all: %v %q", none, none.faults)
	}
	d.Sources[0].Text = "" // written by hand: nothing can be quoted
	byHand := &quoteCount{}
	byHand.count(d, r)
	if len(byHand.faults) > 0 {
		t.Errorf("there is no text to quote: %q", byHand.faults)
	}
}

// Whatever people decide and correct holds when a text is read again, or beside
// another.
func TestRerunsKeepWhatPeopleDecide(t *testing.T) {
	for dir, docs := range committed(t) {
		if testing.Short() && len(docs) > 5 {
			docs = docs[:5]
		}
		for _, again := range reruns[:2] {
			c := &rerunCount{decisions: map[compare.Standing]int{}, corrections: map[narrative.CorrectionState]int{}}
			for _, doc := range docs {
				d, err := reviewed(doc)
				if err != nil {
					t.Fatal(err)
				}
				if err := c.run(d, again.docs(doc)); err != nil {
					t.Fatal(err)
				}
			}
			t.Logf("%s, %s: %v", dir, again.name, c)
			if len(c.decisions) != 1 || c.decisions[compare.Current] == 0 || len(c.corrections) != 1 || c.corrections[narrative.Applied] == 0 {
				t.Errorf("%s, %s: %v", dir, again.name, c)
			}
		}
	}
}
