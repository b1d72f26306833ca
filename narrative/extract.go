package narrative

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/seed514b815a/rashomon/source"
)

// Coder turns the attributed spans of one document into assertions. It names the
// parties and places that it meets in cast, or adds them, and finds there those of
// documents read earlier. [coding.English] is one.
//
// [coding.English]: https://pkg.go.dev/github.com/seed514b815a/rashomon/narrative/coding
type Coder interface {
	Code(ctx context.Context, d *source.Document, as []source.Attribution, cast *Cast) ([]Assertion, error)
}

// Extract reads every source of d that has no assertions yet: x finds who is said
// to have said what, c codes it, and the assertions, parties and places are added
// to d. Sources are read in order of date and id, whatever their order in d. Last,
// the corrections of d are applied: see [Dossier.Correct].
//
// A source at fault is left as it is and the others are kept; the error joins one
// [*source.Error] for each. Where ctx ends, Extract stops and returns its error.
func (d *Dossier) Extract(ctx context.Context, x source.Extractor, c Coder) error {
	_, err := d.read(ctx, x, c)
	return err
}

// read does what Extract does, and returns the ids of the sources at fault.
func (d *Dossier) read(ctx context.Context, x source.Extractor, c Coder) (left []string, err error) {
	declared := d.declared()
	defer func() {
		d.markFound(declared)
		d.Correct()
	}()
	read, added := map[string]bool{}, d.added()
	for i := range d.Assertions {
		if !added[d.Assertions[i].ID] {
			read[d.Assertions[i].Source] = true
		}
	}
	docs := slices.Clone(d.Sources)
	slices.SortStableFunc(docs, func(a, b *source.Document) int {
		return cmp.Or(cmp.Compare(fmt.Sprint(a.Published), fmt.Sprint(b.Published)), cmp.Compare(a.ID, b.ID))
	})
	cast := NewCast(d)
	var faults []error
	for _, doc := range docs {
		if read[doc.ID] || doc.Text == "" {
			continue
		}
		if err := ctx.Err(); err != nil {
			return left, err
		}
		as, err := d.extract(ctx, doc, x, c, cast)
		if ctx.Err() != nil {
			return left, ctx.Err()
		}
		if err != nil {
			left = append(left, doc.ID)
			faults = append(faults, &source.Error{File: cmp.Or(doc.URL, doc.Title, doc.ID), Err: err})
			continue
		}
		d.Assertions = append(d.Assertions, as...)
		d.Parties, d.Places = cast.Parties(), cast.Places()
	}
	return left, errors.Join(faults...)
}

// extract reads one source. It distrusts the coder: what it returns must be the
// document's, and every quote must stand where it says.
func (d *Dossier) extract(ctx context.Context, doc *source.Document, x source.Extractor, c Coder, cast *Cast) ([]Assertion, error) {
	found, err := x.Extract(ctx, doc)
	if err != nil {
		return nil, err
	}
	as, err := c.Code(ctx, doc, found, cast)
	if err != nil {
		return nil, err
	}
	trial := &Dossier{Parties: cast.Parties(), Places: cast.Places(), Sources: []*source.Document{doc}, Assertions: as}
	if err := trial.Validate(); err != nil {
		return nil, fmt.Errorf("the coder %T gave what is no dossier: %w", c, err)
	}
	for i := range as {
		if as[i].Source != doc.ID {
			return nil, fmt.Errorf("the coder %T gave an assertion of the source %q for %q", c, as[i].Source, doc.ID)
		}
	}
	return as, nil
}
