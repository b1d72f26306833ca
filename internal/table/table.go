// Package table walks the lines of the tables that this module's knowledge stands
// in: plain text, one entry a line, "#" for a comment.
package table

import (
	"iter"
	"strings"
)

// Lines returns the lines of a table without comments and surrounding spaces; a
// line of which nothing is left is skipped.
func Lines(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range strings.Lines(text) {
			line, _, _ = strings.Cut(line, "#")
			if line = strings.TrimSpace(line); line != "" && !yield(line) {
				return
			}
		}
	}
}
