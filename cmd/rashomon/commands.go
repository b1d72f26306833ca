package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/compare/conformance"
	"github.com/seed514b815a/rashomon/compare/render"
	"github.com/seed514b815a/rashomon/narrative"
)

// runExtract prints who says what as a dossier.
func runExtract(ctx context.Context, c *call) error {
	d, faults := c.read(ctx)
	if d == nil {
		return faults
	}
	p := render.Printer{Color: c.output == "" && colourful(c.out)}
	err := c.write(func(w io.Writer) error {
		switch c.format {
		case "json":
			return narrative.Encode(w, d)
		case "markdown":
			return p.DossierMarkdown(w, d)
		case "html":
			return p.DossierHTML(w, d)
		}
		return p.DossierText(w, d)
	})
	if err != nil {
		return err
	}
	return faults
}

// runCompare prints what the accounts agree on, where they conflict and what they
// leave open.
func runCompare(ctx context.Context, c *call) error {
	d, faults := c.read(ctx)
	if d == nil {
		return faults
	}
	var comparer compare.Comparer
	report, err := comparer.Compare(ctx, d)
	if err != nil {
		return err
	}
	p := render.Printer{Color: c.output == "" && colourful(c.out)}
	err = c.write(func(w io.Writer) error {
		switch c.format {
		case "json":
			return p.JSON(w, report)
		case "markdown":
			return p.Markdown(w, report)
		}
		return p.Text(w, report)
	})
	if err != nil {
		return err
	}
	return faults
}

// runConform runs the conformance cases of a folder: a line for each case, and what
// is missing below those that fail.
func runConform(ctx context.Context, c *call) error {
	if len(c.args) != 1 {
		return usageError("conform takes one folder")
	}
	cases, err := conformance.Load(os.DirFS(c.args[0]))
	if err != nil {
		return err
	}
	if len(cases) == 0 {
		return fmt.Errorf("%s: no cases (*.json) here", c.args[0])
	}
	var comparer compare.Comparer
	failed := 0
	for _, cs := range cases {
		faults := cs.Run(ctx, &comparer)
		if err := ctx.Err(); err != nil {
			return err
		}
		verdict := "ok  "
		if len(faults) > 0 {
			verdict = "FAIL"
			failed++
		}
		fmt.Fprintf(c.out, "%s %s: %s\n", verdict, cs.File, printable(cs.Name))
		for _, f := range faults {
			fmt.Fprintf(c.out, "     %s\n", printable(f))
		}
	}
	fmt.Fprintf(c.out, "%d passed, %d failed\n", len(cases)-failed, failed)
	if failed > 0 {
		return fmt.Errorf("%d of %d cases failed", failed, len(cases))
	}
	return nil
}
