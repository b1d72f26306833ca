package source

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// An Anchor says where in a document a quote stands: Text[Start:End] == Exact.
// The zero Anchor says that there is none.
//
// Its fields are those of the TextQuoteSelector and the TextPositionSelector
// of https://www.w3.org/TR/annotation-model/, but Start and End count bytes.
type Anchor struct {
	Exact  string `json:"exact"`            // the quote
	Prefix string `json:"prefix,omitempty"` // some of the text before it
	Suffix string `json:"suffix,omitempty"` // some of the text after it
	Start  int    `json:"start"`            // offset of the quote's first byte in Text
	End    int    `json:"end"`              // offset behind its last byte
}

// IsZero reports whether a is the zero Anchor, which points nowhere.
func (a Anchor) IsZero() bool { return a == Anchor{} }

var (
	ErrNotFound  = errors.New("the quote doesn't stand in the text")
	ErrAmbiguous = errors.New("the quote fits several places")
)

// contextSize is the number of bytes of the text before and after a quote that an
// anchor keeps, 32 as in other implementations of the W3C model.
const contextSize = 32

// Anchor returns the anchor of Text[start:end], with up to 32 bytes of the text
// before and after it, in whole words where there are any. It fails where the
// bounds are outside of Text, inside a rune, or enclose nothing.
func (d *Document) Anchor(start, end int) (Anchor, error) {
	switch {
	case start < 0 || end > len(d.Text):
		return Anchor{}, fmt.Errorf("%d to %d is outside of a text of %d bytes", start, end, len(d.Text))
	case start >= end:
		return Anchor{}, fmt.Errorf("nothing stands between %d and %d", start, end)
	}
	for _, at := range []int{start, end} {
		if !onRune(d.Text, at) {
			return Anchor{}, fmt.Errorf("offset %d is inside a rune", at)
		}
	}
	return Anchor{
		Exact:  d.Text[start:end],
		Prefix: prefix(d.Text[:start]),
		Suffix: suffix(d.Text[end:]),
		Start:  start,
		End:    end,
	}, nil
}

// onRune reports whether at is where a rune of s begins, or the end of s.
func onRune(s string, at int) bool { return at == len(s) || utf8.RuneStart(s[at]) }

// prefix returns the last words of s, without the one that the limit cuts.
func prefix(s string) string {
	from := len(s) - contextSize
	if from <= 0 {
		return s
	}
	for !onRune(s, from) {
		from++
	}
	words := strings.TrimLeftFunc(s[from:], notSpace)
	if strings.TrimSpace(words) == "" {
		return s[from:] // one long word
	}
	return strings.TrimLeftFunc(words, unicode.IsSpace)
}

// suffix returns the first words of s, without the one that the limit cuts.
func suffix(s string) string {
	to := contextSize
	if to >= len(s) {
		return s
	}
	for !onRune(s, to) {
		to--
	}
	words := strings.TrimRightFunc(s[:to], notSpace)
	if strings.TrimSpace(words) == "" {
		return s[:to]
	}
	return strings.TrimRightFunc(words, unicode.IsSpace)
}

func notSpace(r rune) bool { return !unicode.IsSpace(r) }

// telling is the number of bytes from which on a quote is told from others by
// itself: "50 were killed" isn't, the words may come again about others.
const telling = 24

// Find returns the anchor of a's quote in d, to the letter:
//
//   - where a says, if the text before and after agrees;
//   - else at the one place with the quote between a's Prefix and Suffix;
//   - else, for a quote of 24 bytes and more, at the one place that has it.
//
// An anchor without Prefix and Suffix agrees with any. Find returns an error
// wrapping [ErrNotFound] if there is no such place, and one wrapping [ErrAmbiguous]
// if there are several: it never returns a place that only looks like the right
// one. [Document.FindFuzzy] finds quotes that have been edited.
func (d *Document) Find(a Anchor) (Anchor, error) {
	if a.Exact == "" || !utf8.ValidString(a.Exact) {
		return Anchor{}, ErrNotFound // text is never inside of a rune, and never nothing
	}
	if d.standsAt(a) {
		return d.Anchor(a.Start, a.End)
	}
	start, err := only(d.Text, a.Prefix+a.Exact+a.Suffix)
	switch {
	case err == nil:
		start += len(a.Prefix)
	case errors.Is(err, ErrNotFound) && len(a.Exact) >= telling:
		start, err = only(d.Text, a.Exact)
	case errors.Is(err, ErrNotFound) && strings.Contains(d.Text, a.Exact):
		err = fmt.Errorf("%w between %q and %q", err, a.Prefix, a.Suffix)
	}
	if err != nil {
		return Anchor{}, fmt.Errorf("%q: %w", shorten(a.Exact), err)
	}
	return d.Anchor(start, start+len(a.Exact))
}

// standsAt reports whether a's quote, with its context, stands where a says.
func (d *Document) standsAt(a Anchor) bool {
	return 0 <= a.Start && a.Start < a.End && a.End <= len(d.Text) &&
		d.Text[a.Start:a.End] == a.Exact &&
		strings.HasSuffix(d.Text[:a.Start], a.Prefix) &&
		strings.HasPrefix(d.Text[a.End:], a.Suffix)
}

// only returns where sub stands in text if it stands there once. It looks for no
// third occurrence, which keeps it linear.
func only(text, sub string) (int, error) {
	at := strings.Index(text, sub)
	if at < 0 {
		return 0, ErrNotFound
	}
	_, n := utf8.DecodeRuneInString(text[at:])
	if strings.Contains(text[at+n:], sub) {
		return 0, ErrAmbiguous
	}
	return at, nil
}

// shorten returns s with its middle left out where it is long.
func shorten(s string) string {
	const most = 80
	if len(s) <= most {
		return s
	}
	head, tail := most/2, len(s)-most/2
	for !onRune(s, head) {
		head--
	}
	for !onRune(s, tail) {
		tail++
	}
	return s[:head] + " … " + s[tail:]
}
