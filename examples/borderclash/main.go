// Command borderclash holds the accounts of the Armenian and the Azerbaijani
// defence ministries on the border clashes of September 2022 against each other.
// The reports in this folder tell, in words of our own, what was published then.
package main

import (
	"context"
	"embed"
	"fmt"
	"io"
	"os"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/compare/render"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/coding"
	"github.com/seed514b815a/rashomon/source"
	"github.com/seed514b815a/rashomon/source/attribution"
)

//go:embed reports/*.md
var reports embed.FS

func main() {
	if err := run(context.Background(), os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "borderclash:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, w io.Writer) error {
	docs, err := source.Load(reports, "reports/*.md")
	if err != nil {
		return err
	}
	d := &narrative.Dossier{Title: "Border clashes, 12 to 13 September 2022", Sources: docs}
	if err := d.Extract(ctx, attribution.English{}, coding.English{}); err != nil {
		return err
	}
	var c compare.Comparer
	report, err := c.Compare(ctx, d)
	if err != nil {
		return err
	}
	var p render.Printer
	return p.Text(w, report)
}
