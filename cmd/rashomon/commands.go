package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/compare/conformance"
	"github.com/seed514b815a/rashomon/compare/inference"
	"github.com/seed514b815a/rashomon/compare/render"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/exchange"
)

// runExtract prints who says what as a dossier.
func runExtract(ctx context.Context, c *call) error {
	d, faults := c.read(ctx)
	if d == nil {
		return faults
	}
	p := c.printer()
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

// wording gives the compare command its flags.
func wording(c *call, fs *flag.FlagSet) {
	comparing("text", "markdown", "json")(c, fs)
	fs.BoolVar(&c.words, "words", false, "relate claims that are only words, too: what entails or contradicts what")
}

// runCompare prints what the accounts agree on, where they conflict and what they
// leave open.
func runCompare(ctx context.Context, c *call) error {
	d, faults := c.read(ctx)
	if d == nil {
		return faults
	}
	align, err := c.aligner()
	if err != nil {
		return err
	}
	comparer := compare.Comparer{Align: align, AsOf: c.asOf, Explain: c.explain}
	if c.words {
		comparer.Judges = append(compare.DefaultJudges(), inference.Judge(inference.English{}))
	}
	report, err := comparer.Compare(ctx, d)
	if err != nil {
		return err
	}
	p := c.printer()
	err = c.show(
		func(w io.Writer) error { return p.JSON(w, report) },
		func(w io.Writer) error { return p.Markdown(w, report) },
		func(w io.Writer) error { return p.Text(w, report) })
	if err != nil {
		return err
	}
	return faults
}

// printer returns the printer that the flags ask for.
func (c *call) printer() render.Printer {
	return render.Printer{Color: c.output == "" && colourful(c.out), IDs: c.ids, HideDismissed: c.hide}
}

// runConvert rewrites dossiers in another format. Without -from the inputs are those
// of the other commands: texts are read, too.
func runConvert(ctx context.Context, c *call) error {
	to, err := exchange.Lookup(c.to)
	if err != nil {
		return usageError("-to: " + err.Error())
	}
	if to.Write == nil {
		return usageError(fmt.Sprintf("-to: %s can only be read", to.Name))
	}
	read := c.read
	if c.from != "" {
		read = c.readFormat
	}
	d, faults := read(ctx)
	if d == nil {
		return faults
	}
	if err := c.write(func(w io.Writer) error { return to.Write(w, d) }); err != nil {
		return err
	}
	return faults
}

// readFormat gathers inputs of one format. Records at fault are left out, where the
// format allows that, and told in the error beside the dossier.
func (c *call) readFormat(ctx context.Context) (*narrative.Dossier, error) {
	from, err := exchange.Lookup(c.from)
	if err != nil {
		return nil, usageError("-from: " + err.Error())
	}
	if from.Read == nil {
		return nil, usageError(fmt.Sprintf("-from: %s can only be written", from.Name))
	}
	d := &narrative.Dossier{Rashomon: narrative.Version}
	var faults []error
	for _, file := range c.args {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		data, label, err := c.load(file)
		if err != nil {
			return nil, err
		}
		other, err := from.Read(bytes.NewReader(data), label)
		if other == nil {
			return nil, err
		}
		if err != nil {
			faults = append(faults, err)
		}
		if err := d.Merge(other, label); err != nil {
			return nil, err
		}
	}
	return d, errors.Join(faults...)
}

// converting gives a command the flags of convert.
func converting(c *call, fs *flag.FlagSet) {
	var names []string
	for _, f := range exchange.Formats() {
		names = append(names, f.Name)
	}
	list := strings.Join(names, ", ")
	fs.StringVar(&c.from, "from", "", "`FORMAT` of the input: "+list+" (default: texts, pages and dossiers, told apart by their content)")
	fs.StringVar(&c.to, "to", names[0], "`FORMAT` of the output: "+list)
	fs.StringVar(&c.output, "o", "", "write to `FILE` instead of standard output")
	fs.StringVar(&c.published, "published", "", "`DATE` of the texts that don't state theirs (EDTF: 2022-09-13)")
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
