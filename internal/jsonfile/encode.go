// Package jsonfile writes and reads the files of this module that are JSON: results
// and weights. They are bounded, and read strictly, all or nothing.
package jsonfile

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
)

// Encode writes v as our files are written, with what it is for messages ("report"):
// one space for each level, "<" and "&" as they are. The same value gives the same
// bytes, and nothing is written of one that JSON can't hold.
func Encode(w io.Writer, what string, v any) error {
	var buf bytes.Buffer
	e := json.NewEncoder(&buf)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(v); err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	_, err := w.Write(buf.Bytes())
	return err
}
