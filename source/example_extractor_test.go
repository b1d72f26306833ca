package source_test

import (
	"context"
	"fmt"
	"strings"

	"github.com/seed514b815a/rashomon/source"
)

// colons takes every line with a colon for a quote: "Army: all quiet".
type colons struct{}

var _ source.Extractor = colons{}

func (colons) Extract(ctx context.Context, d *source.Document) ([]source.Attribution, error) {
	var as []source.Attribution
	start := 0
	for line := range strings.Lines(d.Text) {
		from := start
		start += len(line)
		who, what, found := strings.Cut(strings.TrimRight(line, "\r\n"), ": ")
		if !found {
			continue
		}
		speaker, err := d.Anchor(from, from+len(who))
		if err != nil {
			return nil, err
		}
		content, err := d.Anchor(from+len(who)+len(": "), from+len(who)+len(": ")+len(what))
		if err != nil {
			return nil, err
		}
		as = append(as, source.Attribution{
			Chain:      []source.Link{{Speaker: speaker}},
			Content:    []source.Anchor{content},
			Confidence: 0.5,
		})
	}
	return as, ctx.Err()
}

func ExampleExtractor() {
	d := &source.Document{Text: "Army: all quiet\nUnion: no work today\n"}
	as, err := colons{}.Extract(context.Background(), d)
	for _, a := range as {
		fmt.Printf("%s: %q (%s)\n", a.Chain[0].Speaker.Exact, a.Content[0].Exact, a.Mode)
	}
	fmt.Println(err)
	// Output:
	// Army: "all quiet" (speech)
	// Union: "no work today" (speech)
	// <nil>
}
