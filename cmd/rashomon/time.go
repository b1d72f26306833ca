package main

import (
	"context"
	"io"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/compare/render"
)

// runTimeline prints how each side's account went.
func runTimeline(ctx context.Context, c *call) error {
	d, faults := c.read(ctx)
	if d == nil {
		return faults
	}
	comparer := compare.Comparer{AsOf: c.asOf}
	t, err := comparer.Timeline(ctx, d)
	if err != nil {
		return err
	}
	p := render.Printer{Color: c.output == "" && colourful(c.out)}
	err = c.write(func(w io.Writer) error {
		switch c.format {
		case "json":
			return t.Encode(w)
		case "markdown":
			return p.TimelineMarkdown(w, t)
		}
		return p.TimelineText(w, t)
	})
	if err != nil {
		return err
	}
	return faults
}
