package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/coding"
	"github.com/seed514b815a/rashomon/source"
	"github.com/seed514b815a/rashomon/source/attribution"
)

// errNothingLeft says that no input could be used; what was wrong with each is
// joined to it.
var errNothingLeft = errors.New("no input is left to read: nothing was written")

// A rejection is a dossier at fault. Unlike a text, it ends the run.
type rejection struct{ error }

func (r rejection) Unwrap() error { return r.error }

// read gathers all inputs into one dossier and finds who says what in the sources
// that have no assertions yet. Where a dossier comes back beside an error, the
// error names the texts that were left out.
func (c *call) read(ctx context.Context) (*narrative.Dossier, error) {
	date, err := edtf.Parse(c.published)
	if c.published == "" {
		date = edtf.Time{}
	} else if err != nil {
		return nil, usageError(fmt.Sprintf("-published: %v", err))
	}
	d := &narrative.Dossier{Rashomon: narrative.Version}
	var faults []error
	kept := 0
	for _, name := range c.args {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		err := c.add(d, name, date)
		var r rejection
		if errors.As(err, &r) {
			return nil, r.error
		}
		if err != nil {
			faults = append(faults, err)
			continue
		}
		kept++
	}
	if kept == 0 {
		return nil, errors.Join(append(faults, errNothingLeft)...)
	}
	if err := c.extract(ctx, d); ctx.Err() != nil {
		return nil, ctx.Err()
	} else if err != nil {
		faults = append(faults, err)
		if d.Assertions == nil && faulty(err) == len(d.Sources) {
			return nil, errors.Join(append(faults, errNothingLeft)...)
		}
	}
	if c.minConfidence > 0 {
		d = d.Surer(c.minConfidence)
	}
	return d, errors.Join(faults...)
}

// add reads one input into d.
func (c *call) add(d *narrative.Dossier, name string, date edtf.Time) error {
	data, label, err := c.load(name)
	if err != nil {
		return err
	}
	if isDossier(data) {
		other, err := narrative.Decode(bytes.NewReader(data), label)
		if err == nil {
			err = d.Merge(other, label)
		}
		if err != nil {
			return rejection{err}
		}
		return nil
	}
	doc, err := source.Read(bytes.NewReader(data), label)
	if err != nil {
		return err
	}
	if doc.Published.IsZero() {
		doc.Published = date
	}
	if slices.ContainsFunc(d.Sources, func(s *source.Document) bool { return s.ID == doc.ID }) {
		return nil // the same text twice is one source
	}
	d.Sources = append(d.Sources, doc)
	return nil
}

// load returns the bytes of a file, or of standard input for "-", and the name for
// messages.
func (c *call) load(name string) ([]byte, string, error) {
	if name == "-" {
		data, err := readAll(c.in, "standard input")
		return data, "standard input", err
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, name, &source.Error{File: name, Err: cause(err)}
	}
	defer f.Close()
	data, err := readAll(f, name)
	return data, name, err
}

func readAll(r io.Reader, name string) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, narrative.MaxFile+1))
	if err != nil {
		return nil, &source.Error{File: name, Err: cause(err)}
	}
	if len(data) > narrative.MaxFile {
		return nil, &source.Error{File: name, Err: fmt.Errorf("larger than %d MB", narrative.MaxFile>>20)}
	}
	return data, nil
}

// cause takes the path off an error of package os: the source error names it.
func cause(err error) error {
	if p := (*os.PathError)(nil); errors.As(err, &p) {
		return p.Err
	}
	return err
}

// isDossier reports whether data is meant as JSON: no text or page begins with a
// brace that is followed by a quotation mark or a closing brace.
func isDossier(data []byte) bool {
	data = bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\ufeff")), " \t\r\n")
	rest, ok := bytes.CutPrefix(data, []byte("{"))
	rest = bytes.TrimLeft(rest, " \t\r\n")
	return ok && (len(rest) == 0 || rest[0] == '"' || rest[0] == '}')
}

// extract reads the sources that have no assertions yet, with -again all of them,
// and shows how far it is.
func (c *call) extract(ctx context.Context, d *narrative.Dossier) error {
	p := startProgress(c.errOut, "reading", len(d.Sources))
	defer p.stop()
	if c.again {
		return d.Reread(ctx, counting{attribution.English{}, p}, coding.English{})
	}
	return d.Extract(ctx, counting{attribution.English{}, p}, coding.English{})
}

// counting is an extractor that tells a progress line of each document.
type counting struct {
	source.Extractor
	p *progress
}

func (x counting) Extract(ctx context.Context, d *source.Document) ([]source.Attribution, error) {
	defer x.p.step()
	return x.Extractor.Extract(ctx, d)
}

// faulty counts the errors that err joins.
func faulty(err error) int {
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		return len(many.Unwrap())
	}
	return 1
}
