package exchange

import (
	"errors"
	"iter"

	"github.com/seed514b815a/rashomon/source"
)

// each yields the errors that err joins, or err itself.
func each(err error) iter.Seq[error] {
	return func(yield func(error) bool) {
		many, ok := err.(interface{ Unwrap() []error })
		if !ok {
			if err != nil {
				yield(err)
			}
			return
		}
		for _, e := range many.Unwrap() {
			if !yield(e) {
				return
			}
		}
	}
}

// named puts the name of the file into the errors that err joins.
func named(err error, name string) error {
	var out []error
	for e := range each(err) {
		at := (*source.Error)(nil)
		if !errors.As(e, &at) {
			at = &source.Error{Err: e}
		}
		at.File = name
		out = append(out, at)
	}
	return errors.Join(out...)
}
