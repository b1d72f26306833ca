package attribution

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/seed514b815a/rashomon/source"
)

// The table has a weight for every construction and for nothing that isn't a sign.
func TestWeights(t *testing.T) {
	signs := append([]string{"any", "brief", "intention", "long sentence", "nested", "nobody", "pronoun", "quoted", "relative", "said", "thought"}, constructions[:]...)
	var seen []string
	for line := range strings.Lines(confidenceTSV) {
		sign, _, _ := strings.Cut(line, "\t")
		if _, ok := weights()[sign]; !ok || !slices.Contains(signs, sign) {
			t.Errorf("confidence.tsv: %q", line)
		}
		seen = append(seen, sign)
	}
	for _, sign := range signs {
		if !slices.Contains(seen, sign) {
			t.Errorf("confidence.tsv: no weight for %q", sign)
		}
	}
}

func TestConfidence(t *testing.T) {
	for _, c := range []struct{ name, text, signs string }{
		{"clause", "The mayor said that the bridge was closed.", "clause said"},
		{"quotation", "“The bridge is closed,” the mayor said.", "quote quoted said"},
		{"object", "They rejected the demands of the dockers.", "object pronoun"},
		{"noun without owner", "A rumour that the bridge was closed spread.", "noun nobody"},
		{"thought", "The mayor believes that the bridge is safe.", "clause thought said"},
		{"brief", "The mayor denied it.", "object brief"},
	} {
		t.Run(c.name, func(t *testing.T) {
			as, err := English{}.Extract(context.Background(), &source.Document{Text: c.text, Language: "en"})
			if err != nil || len(as) != 1 {
				t.Fatalf("%v, %v: want one attribution", as, err)
			}
			if got := strings.Join(as[0].Signs, " "); got != c.signs {
				t.Errorf("signs %q, want %q", got, c.signs)
			}
			if got := as[0].Confidence; got != confidence(as[0].Signs) || got <= 0 || got >= 1 {
				t.Errorf("confidence %v", got)
			}
		})
	}
	if sure, unsure := confidence([]string{"clause", "said"}), confidence([]string{"noun", "nested", "nobody"}); sure < 0.9 || unsure > 0.8 {
		t.Errorf("a clause has %v, a nested noun of nobody's %v", sure, unsure)
	}
}
