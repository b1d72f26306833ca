// Package enum gives closed vocabularies one table each: printing, parsing and
// validation read the same list of words, so that they cannot drift apart.
//
// The value of a word is its place in the table, and the first word is what a
// forgotten assignment means: "undetermined", "unknown", or the documented
// default of a file format.
package enum

import (
	"fmt"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/internal/prose"
)

// Table lists the words of one closed vocabulary in the order of their values.
type Table struct {
	What  string   // what the words are, for messages: "stance"
	Words []string // Words[i] is the word of value i
}

// String returns the word of value i, or "stance(7)" for a value without one.
func (t Table) String(i int) string {
	if i < 0 || i >= len(t.Words) {
		return fmt.Sprintf("%s(%d)", t.What, i)
	}
	return t.Words[i]
}

// Marshal returns the word of value i, or an error for a value without one.
func (t Table) Marshal(i int) ([]byte, error) {
	if i < 0 || i >= len(t.Words) {
		return nil, fmt.Errorf("%s %d has no word", t.What, i)
	}
	return []byte(t.Words[i]), nil
}

// Parse returns the value of word. The error names the word and those that
// would have been right.
func (t Table) Parse(word string) (int, error) {
	if i := slices.Index(t.Words, word); i >= 0 {
		return i, nil
	}
	return 0, fmt.Errorf("unknown %s %q (want %s)", t.What, prose.Clip(word, 60), strings.Join(t.Words, ", "))
}
