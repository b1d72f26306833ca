// Command minutes compares what was said at a meeting, with an extractor of its own
// for the format of the minutes: a line for each speaker, "Army: all is quiet".
package main

import (
	"context"
	"fmt"
	"log"
	"strings"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/coding"
	"github.com/seed514b815a/rashomon/source"
)

// Minutes finds speaker and words on both sides of each line's first colon.
type Minutes struct{}

func (Minutes) Extract(ctx context.Context, d *source.Document) ([]source.Attribution, error) {
	var out []source.Attribution
	at := 0
	for line := range strings.Lines(d.Text) {
		if who, words, ok := strings.Cut(strings.TrimRight(line, "\r\n"), ": "); ok {
			speaker, err := d.Anchor(at, at+len(who))
			if err != nil {
				return nil, err
			}
			said, err := d.Anchor(at+len(who)+2, at+len(who)+2+len(words))
			if err != nil {
				return nil, err
			}
			out = append(out, source.Attribution{Chain: []source.Link{{Speaker: speaker}}, Content: []source.Anchor{said}, Confidence: 1})
		}
		at += len(line)
	}
	return out, ctx.Err()
}

const text = `Norway's army: Sweden shelled the village of Lund on Monday.
Sweden's army: We did not shell the village of Lund.
`

func main() {
	ctx := context.Background()
	d := &narrative.Dossier{Sources: []*source.Document{{ID: "minutes", Language: "en", Text: text}}}
	if err := d.Extract(ctx, Minutes{}, coding.English{}); err != nil {
		log.Fatal(err)
	}
	var c compare.Comparer
	report, err := c.Compare(ctx, d)
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range report.All() {
		fmt.Printf("%v on %s: %s\n", f.Outcome, f.Facet, f.Why)
	}
}
