// Command quickstart is the smallest useful program: two short texts in, and what
// their accounts agree on, where they conflict and what they leave open.
package main

import (
	"context"
	"embed"
	"fmt"
	"log"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/coding"
	"github.com/seed514b815a/rashomon/source"
	"github.com/seed514b815a/rashomon/source/attribution"
)

//go:embed *.txt
var texts embed.FS

func main() {
	docs, err := source.Load(texts, "*.txt")
	if err != nil {
		log.Fatal(err)
	}
	d := &narrative.Dossier{Sources: docs}
	if err := d.Extract(context.Background(), attribution.English{}, coding.English{}); err != nil {
		log.Fatal(err)
	}
	var c compare.Comparer // the zero value is ready
	report, err := c.Compare(context.Background(), d)
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range report.All() {
		fmt.Printf("%v on %s: %s\n", f.Outcome, f.Facet, f.Why)
	}
}
