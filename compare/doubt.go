package compare

import (
	"fmt"

	"github.com/seed514b815a/rashomon/internal/prose"
	"github.com/seed514b815a/rashomon/narrative"
)

// Doubt is a figure of an assertion that names a source, quotes nothing of it, and
// whose figure doesn't stand in the source's text: a slip of whoever wrote the
// dossier, or another source. It changes no finding.
type Doubt struct {
	Assertion string `json:"assertion"`
	Source    string `json:"source"`
	Why       string `json:"why"` // one sentence
}

// doubts checks the figures of assertions without quotes against their sources.
// Those with quotes are anchored in what they quote.
func (b *book) doubts() []Doubt {
	var out []Doubt
	figures := map[string][]narrative.Figure{}
	texts := map[string]string{}
	for _, s := range b.d.Sources {
		texts[s.ID] = s.Text
	}
	for _, id := range sortedKeys(b.assertions) {
		a := b.assertions[id]
		if len(a.Quotes) > 0 || texts[a.Source] == "" {
			continue
		}
		for _, c := range a.Claim.Count {
			if c.Min == nil && c.Max == nil {
				continue
			}
			if _, read := figures[a.Source]; !read {
				figures[a.Source] = narrative.DefaultReadings().FindFigures(texts[a.Source])
			}
			if !stated(c, figures[a.Source]) {
				out = append(out, Doubt{a.ID, a.Source, fmt.Sprintf("The figure of %s %s does not stand in the source that the assertion names.", prose.Figure(c.Min, c.Max, c.About), c.Of)})
			}
		}
	}
	return out
}

// stated reports whether one of the figures has a bound of c's.
func stated(c narrative.Count, figures []narrative.Figure) bool {
	same := func(x, y *float64) bool { return x != nil && y != nil && *x == *y }
	for _, f := range figures {
		if same(c.Min, f.Count.Min) || same(c.Max, f.Count.Max) {
			return true
		}
	}
	return false
}
