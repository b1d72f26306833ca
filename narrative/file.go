package narrative

import (
	"errors"
	"fmt"
	"io"

	"github.com/seed514b815a/rashomon/internal/jsonfile"
	"github.com/seed514b815a/rashomon/internal/strictjson"
	"github.com/seed514b815a/rashomon/source"
)

// MaxFile bounds a dossier file, in bytes, so that reading one takes bounded
// memory. It holds some hundred thousand assertions.
const MaxFile = 256 << 20

// Decode reads a dossier file, whole and strictly: an unknown field, a word that a
// closed vocabulary doesn't know, and whatever [Dossier.Validate] refuses is an
// error that names the file, the JSON path and the value. name stands for the file
// in messages. The error is a [*source.Error] or several of them joined.
func Decode(r io.Reader, name string) (*Dossier, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxFile+1))
	if err != nil {
		return nil, &source.Error{File: name, Err: err}
	}
	if len(data) > MaxFile {
		return nil, &source.Error{File: name, Err: fmt.Errorf("larger than %d MB: split the dossier", MaxFile>>20)}
	}
	d := new(Dossier)
	if err := strictjson.Unmarshal(data, d); err != nil {
		return nil, located(err, name)
	}
	if err := d.Validate(); err != nil {
		return nil, located(err, name)
	}
	return d, nil
}

// Encode writes d as a dossier file, once it is known to be valid: nothing is
// written of one that is not. Decode gives the same dossier back.
func Encode(w io.Writer, d *Dossier) error {
	if err := d.Validate(); err != nil {
		return err
	}
	out := *d
	out.Rashomon = Version
	if out.Assertions == nil {
		out.Assertions = []Assertion{}
	}
	return jsonfile.Encode(w, "dossier", out)
}

// located turns the faults of a file into source errors that name it.
func located(err error, name string) error {
	var js *strictjson.Error
	if errors.As(err, &js) {
		return &source.Error{File: name, Path: js.Path, Line: js.Line, Err: js.Err}
	}
	many, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return &source.Error{File: name, Err: err}
	}
	var out []error
	for _, e := range many.Unwrap() {
		var se *source.Error
		if errors.As(e, &se) {
			se.File = name
			e = se
		}
		out = append(out, e)
	}
	return errors.Join(out...)
}
