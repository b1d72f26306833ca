package source

import (
	"fmt"
	"strings"
)

// An Error is a fault in an input file, with its place.
type Error struct {
	File string // the name of the file
	Path string // where in it, for structured files a JSON path such as "assertions[3].claim"; may be empty
	Line int    // the line, from 1; 0: unknown or the whole file
	Err  error
}

// Error returns "file:line: path: what", less what isn't known.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.File)
	if e.Line > 0 {
		fmt.Fprintf(&b, ":%d", e.Line)
	}
	if b.Len() > 0 {
		b.WriteString(": ")
	}
	if e.Path != "" {
		b.WriteString(e.Path + ": ")
	}
	if e.Err != nil {
		b.WriteString(e.Err.Error())
	}
	return b.String()
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }
