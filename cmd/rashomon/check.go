package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"strings"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/compare/inference"
	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/coding"
	"github.com/seed514b815a/rashomon/source"
	"github.com/seed514b815a/rashomon/source/attribution"
)

// checking gives the check command its flags.
func checking(c *call, fs *flag.FlagSet) {
	comparing("text", "markdown", "json")(c, fs)
	fs.StringVar(&c.said, "said", "", "`DATE` of the statement (EDTF): a toll is of that day, and \"on Monday\" the one before it")
}

// runCheck prints which sides support a statement, which contradict it, and which
// say nothing of it.
func runCheck(ctx context.Context, c *call) error {
	if len(c.args) < 2 || strings.TrimSpace(c.args[0]) == "" {
		return usageError("check takes a statement in quotation marks, and then files")
	}
	said, err := edtf.Parse(c.said)
	if c.said == "" {
		said = edtf.Time{}
	} else if err != nil {
		return usageError(fmt.Sprintf("-said: %v", err))
	}
	text := c.args[0]
	c.args = c.args[1:]
	d, faults := c.read(ctx)
	if d == nil {
		return faults
	}
	claims, err := codeStatement(ctx, d, text, said)
	if err != nil {
		return err
	}
	align, err := c.aligner()
	if err != nil {
		return err
	}
	comparer := compare.Comparer{Align: align, AsOf: c.asOf, Infer: inference.English{}}
	checked, err := comparer.Check(ctx, d, claims...)
	if err != nil {
		return err
	}
	p := c.printer()
	err = c.show(
		func(w io.Writer) error { return p.CheckJSON(w, checked) },
		func(w io.Writer) error { return p.CheckMarkdown(w, checked) },
		func(w io.Writer) error { return p.CheckText(w, checked) })
	if err != nil {
		return err
	}
	return faults
}

// codeStatement reads the claims of a statement as those of a text, with the names
// that d knows. It adds to d the parties and places that the statement names.
func codeStatement(ctx context.Context, d *narrative.Dossier, text string, said edtf.Time) ([]narrative.Assertion, error) {
	s := &narrative.Dossier{Parties: d.Parties, Places: d.Places,
		Sources: []*source.Document{{ID: "statement", Title: "the statement", Language: "en", Published: said, Text: text}}}
	if err := s.Extract(ctx, whole{attribution.English{}}, coding.English{}); err != nil {
		return nil, err
	}
	d.Parties, d.Places = s.Parties, s.Places
	return s.Assertions, nil
}

// whole is an extractor for a statement: what it reports as somebody's word is what
// is checked, and where it reports nobody's, all of it is.
type whole struct{ source.Extractor }

func (x whole) Extract(ctx context.Context, d *source.Document) ([]source.Attribution, error) {
	found, err := x.Extractor.Extract(ctx, d)
	if err != nil || len(found) > 0 {
		return found, err
	}
	return []source.Attribution{{Content: []source.Anchor{{Exact: d.Text, End: len(d.Text)}}, Confidence: 1}}, nil
}
