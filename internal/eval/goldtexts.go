package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/source"
)

// A goldText is one text with its annotation, or with Docs, the annotation of
// several texts together.
type goldText struct {
	ID, Provenance, Split string
	URL, Published        string
	AuthorParty           *string `json:"author_party"`
	Docs                  []string
	Parties               []struct {
		ID, Name, Side string
		Mentions       []string
	}
	Attributions []goldAttribution
	Findings     []goldFinding

	text   string
	tokens []wordSpan
}

type goldAttribution struct {
	Party      *string
	NestedIn   *int     `json:"nested_in"`
	JointSides []string `json:"joint_sides"`
	Offsets    struct {
		Source, Cue []int
		Content     [][2]int
	}
}

type goldFinding struct {
	Kind, Aspect string
	Parties      []string // sides
	Evidence     []goldEvidence
	Soft         bool
}

// A goldEvidence is words of a text; Doc is empty where there is but one.
type goldEvidence struct{ Doc, Text string }

func (e *goldEvidence) UnmarshalJSON(b []byte) error {
	if err := json.Unmarshal(b, &e.Text); err == nil {
		return nil
	}
	type plain goldEvidence
	return json.Unmarshal(b, (*plain)(e))
}

// readGold reads the annotations of a folder, texts and cases, in order of name.
func readGold(dir string) (all []*goldText, texts map[string]*goldText, err error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.gold.json"))
	if err != nil {
		return nil, nil, err
	}
	if len(names) == 0 {
		return nil, nil, fmt.Errorf("no NAME.gold.json in %s", dir)
	}
	slices.Sort(names)
	texts = map[string]*goldText{}
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			return nil, nil, err
		}
		g := new(goldText)
		if err := json.Unmarshal(raw, g); err != nil {
			return nil, nil, fmt.Errorf("%s: %w", name, err)
		}
		if g.Split == "dev+test" && filepath.Base(filepath.Clean(dir)) == "test" {
			continue // it is scored with the other half
		}
		all = append(all, g)
		if len(g.Docs) > 0 {
			continue
		}
		base := strings.TrimSuffix(name, ".gold.json")
		text, err := os.ReadFile(base + ".txt")
		if err != nil {
			return nil, nil, err
		}
		g.ID, g.text = filepath.Base(base), string(text)
		g.tokens = words(g.text)
		texts[g.ID] = g
	}
	for _, g := range all {
		for _, d := range g.Docs {
			if texts[d] == nil {
				return nil, nil, fmt.Errorf("%s: no text %s", g.ID, d)
			}
		}
	}
	return all, texts, nil
}

// cover returns the tokens that spans of the text touch.
func (g *goldText) cover(spans ...[2]int) tokenSet {
	d := attributed{tokens: g.tokens}
	out := tokenSet{}
	for _, i := range d.cover(spans) {
		out[i] = true
	}
	return out
}

// occurrences returns where words stand in the text, one behind the other.
func (g *goldText) occurrences(words string) (out [][2]int) {
	for at := 0; words != ""; {
		i := strings.Index(g.text[at:], words)
		if i < 0 {
			break
		}
		out = append(out, [2]int{at + i, at + i + len(words)})
		at += i + len(words)
	}
	return out
}

// goldExtractor finds in each text the attributions that its annotation has, so that
// what is wrong then is wrong in coding or in comparing.
type goldExtractor map[string]*goldText

var _ source.Extractor = goldExtractor{}

func (x goldExtractor) Extract(ctx context.Context, d *source.Document) ([]source.Attribution, error) {
	g := x[d.ID]
	if g == nil {
		return nil, fmt.Errorf("no annotation of %s", d.ID)
	}
	var out []source.Attribution
	for i := range g.Attributions {
		a := source.Attribution{Confidence: 0.9}
		for j, steps := i, 0; steps < len(g.Attributions); steps++ { // from the inner link outwards
			o := &g.Attributions[j].Offsets
			a.Chain = append(a.Chain, source.Link{Speaker: anchor(d, o.Source), Cue: anchor(d, o.Cue)})
			outer := g.Attributions[j].NestedIn
			if outer == nil || *outer < 0 || *outer >= len(g.Attributions) {
				break
			}
			j = *outer
		}
		slices.Reverse(a.Chain)
		for _, c := range g.Attributions[i].Offsets.Content {
			a.Content = append(a.Content, anchor(d, c[:]))
		}
		if len(a.Content) > 0 {
			out = append(out, a)
		}
	}
	return out, nil
}

func anchor(d *source.Document, span []int) source.Anchor {
	if len(span) != 2 || span[0] < 0 || span[1] < span[0] || span[1] > len(d.Text) {
		return source.Anchor{}
	}
	return source.Anchor{Exact: d.Text[span[0]:span[1]], Start: span[0], End: span[1]}
}
