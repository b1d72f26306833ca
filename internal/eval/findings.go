package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/coding"
	"github.com/seed514b815a/rashomon/source"
	"github.com/seed514b815a/rashomon/source/attribution"
)

// evalFindings scores the whole way from text to findings against a folder of
// NAME.txt and NAME.gold.json. With -gold the attributions are those of the
// annotation, so that errors of reading and of comparing are told apart.
func evalFindings(args []string, out io.Writer) error {
	fs := flag.NewFlagSet("findings", flag.ContinueOnError)
	fs.SetOutput(out)
	gold := fs.Bool("gold", false, "take the attributions of the annotation")
	list := fs.Bool("list", false, "list the findings that were missed, and those that nobody annotated")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if fs.NArg() != 1 {
		return fmt.Errorf("usage: eval findings [-gold] [-list] DIR")
	}
	run := findingRun{gold: *gold}
	if *list {
		run.list = out
	}
	scores, err := run.score(fs.Arg(0))
	if err != nil {
		return err
	}
	for _, s := range scores {
		fmt.Fprintln(out, s)
	}
	return nil
}

// A findingRun is one way from texts to findings.
type findingRun struct {
	gold  bool            // the attributions are those of the annotation
	align compare.Aligner // nil: the built-in one
	list  io.Writer       // of what was missed, and what nobody annotated; nil: nowhere
}

// A groupScore is the score over one group of texts.
type groupScore struct {
	name string
	*findingScore
}

func (s groupScore) String() string { return s.name + ": " + s.findingScore.String() }

// score scores the findings group by group, over those of all texts last.
func (run findingRun) score(dir string) ([]groupScore, error) {
	all, texts, err := readGold(dir)
	if err != nil {
		return nil, err
	}
	var x source.Extractor = attribution.English{}
	if run.gold {
		x = goldExtractor(texts)
	}
	var scores []groupScore
	pooled := groupScore{"pooled", newFindingScore()}
	for _, g := range all {
		group, docs := "reworded", []string{g.ID}
		switch {
		case len(g.Docs) > 0:
			group, docs = "cases", g.Docs
		case strings.HasPrefix(g.Provenance, "verbatim"):
			group = "verbatim"
		}
		m := &findingMatch{docs: docs, texts: texts, score: newFindingScore(), out: run.list}
		report, err := reportOn(docs, texts, x, compare.Comparer{Align: run.align})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", g.ID, err)
		}
		m.run(report, g.Findings)
		i := slices.IndexFunc(scores, func(s groupScore) bool { return s.name == group })
		if i < 0 {
			i, scores = len(scores), append(scores, groupScore{group, newFindingScore()})
		}
		scores[i].add(m.score)
		pooled.add(m.score)
	}
	if len(scores) > 1 {
		scores = append(scores, pooled)
	}
	return scores, nil
}

// reportOn compares what the texts say, handed in with their dates as a dossier
// without assertions.
func reportOn(docs []string, texts map[string]*goldText, x source.Extractor, c compare.Comparer) (*compare.Report, error) {
	type handed struct {
		ID        string `json:"id"`
		URL       string `json:"url,omitempty"`
		Published string `json:"published,omitempty"`
		Language  string `json:"language"`
		Text      string `json:"text"`
	}
	var in struct {
		Rashomon   int        `json:"rashomon"`
		Parties    []struct{} `json:"parties"`
		Sources    []handed   `json:"sources"`
		Assertions []struct{} `json:"assertions"`
	}
	in.Rashomon, in.Parties, in.Assertions = 1, []struct{}{}, []struct{}{}
	for _, id := range docs {
		g := texts[id]
		in.Sources = append(in.Sources, handed{id, g.URL, g.Published, "en", g.text})
	}
	raw, err := json.Marshal(in)
	if err != nil {
		return nil, err
	}
	d, err := narrative.Decode(bytes.NewReader(raw), "dossier.json")
	if err != nil {
		return nil, err
	}
	if err := d.Extract(context.Background(), x, coding.English{}); err != nil {
		return nil, err
	}
	return c.Compare(context.Background(), d)
}

// A findingScore counts findings, those wanted by their kind.
type findingScore struct {
	want, hit          map[string]int // by kind
	strict, good, gaps int            // found: conflicts, agreements and revisions; those that are right; gaps
}

func newFindingScore() *findingScore {
	return &findingScore{want: map[string]int{}, hit: map[string]int{}}
}

func (s *findingScore) add(t *findingScore) {
	for k, n := range t.want {
		s.want[k] += n
	}
	for k, n := range t.hit {
		s.hit[k] += n
	}
	s.strict += t.strict
	s.good += t.good
	s.gaps += t.gaps
}

// String shows the rates. Precision leaves gaps out, since nobody can list all that
// is left unsaid, and so does F1.
func (s *findingScore) String() string {
	ratio := func(a, b int) float64 { return float64(a) / float64(max(1, b)) }
	want, hit := 0, 0
	for k := range s.want {
		want += s.want[k]
		hit += s.hit[k]
	}
	r := ratio(hit-s.hit["gap"], want-s.want["gap"])
	p := ratio(s.good, s.strict)
	f := 0.0
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "gold %d recall %.3f | without gaps R %.3f F1 %.3f | strict findings %d precision(lower bound) %.3f | gap findings %d |", want, ratio(hit, want), r, f, s.strict, p, s.gaps)
	for _, k := range sortedNames(s.want) {
		fmt.Fprintf(&b, " %s %d/%d", k, s.hit[k], s.want[k])
	}
	return b.String()
}

func sortedNames(m map[string]int) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.SortFunc(out, cmp.Compare[string]) // determinism
	return out
}
