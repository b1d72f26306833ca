// Package lex cuts a text into words, numbers and marks, for the readers of
// figures and of times (packages narrative and internal/when). It knows no
// grammar: "6,500" is three tokens that touch, and so are "12th" and "U.S".
//
// Offsets are exact for any input, valid UTF-8 or not, and the time it takes is
// linear in the length of the text.
package lex

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind is what a token is made of.
type Kind uint8

const (
	Mark   Kind = iota // one character that is none of the others
	Word               // letters
	Number             // the digits 0 to 9
	Break              // an empty line: no expression reaches across it
)

// A Token stands at text[Start:End].
type Token struct {
	Start, End int
	Kind       Kind
	Low        string // the token in lower case
	Upper      bool   // it begins with a capital
}

// Is tells whether the token is one of the words or marks, given in lower case.
func (t Token) Is(words ...string) bool {
	for _, w := range words {
		if t.Low == w {
			return true
		}
	}
	return false
}

// Touches tells whether nothing stands between t and the next token u.
func (t Token) Touches(u Token) bool { return t.End == u.Start }

// Tokens cuts the text. Spaces, the unbreakable ones included, are left out.
func Tokens(text string) []Token {
	out := make([]Token, 0, len(text)/5+1)
	newlines := 0
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			if r == '\n' {
				if newlines++; newlines == 2 {
					out = append(out, Token{Start: i, End: i + n, Kind: Break, Low: "\n"})
				}
			}
			i += n
			continue
		}
		newlines = 0
		t := Token{Start: i, End: i + n, Kind: kind(r)}
		for t.Kind != Mark && t.End < len(text) {
			r, n := utf8.DecodeRuneInString(text[t.End:])
			if kind(r) != t.Kind && !(t.Kind == Word && unicode.IsMark(r)) {
				break
			}
			t.End += n
		}
		t.Upper = unicode.IsUpper(r)
		t.Low = strings.ToLower(text[t.Start:t.End])
		out = append(out, t)
		i = t.End
	}
	return out
}

func kind(r rune) Kind {
	switch {
	case '0' <= r && r <= '9':
		return Number
	case unicode.IsLetter(r):
		return Word
	}
	return Mark
}
