package net

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Tables of trained vectors, one for each view of a form.
const (
	WordTable = iota
	Suffix2Table
	Suffix3Table
	Suffix4Table
	PrefixTable
	ShapeTable
	Tables
)

// A Vocab numbers the keys of each table and the words of the fixed vectors. Id 0 is
// "none of these", id 1 the root.
type Vocab struct {
	Keys    [Tables][]string
	Vectors []string // words with a fixed vector; id 0 has none

	index   [Tables]map[string]int32
	vectors map[string]int32
}

// Index builds the maps from keys to ids.
func (v *Vocab) Index() {
	for t, keys := range v.Keys {
		m := make(map[string]int32, len(keys))
		for i, k := range keys {
			m[k] = int32(i)
		}
		v.index[t] = m
	}
	v.vectors = make(map[string]int32, len(v.Vectors))
	for i, w := range v.Vectors {
		v.vectors[w] = int32(i)
	}
}

// maxKey bounds the length of a form looked up: longer ones are known by their ends.
const maxKey = 40

// Keys returns what the tables know a form by.
func Keys(form string) (keys [Tables]string, lower string) {
	ends := form
	if len(form) > maxKey {
		ends = form[:maxKey/2] + form[len(form)-maxKey/2:]
	}
	lower = normalize(ends)
	word := lower
	if strings.ContainsAny(word, "0123456789") {
		word = strings.Map(func(r rune) rune {
			if '0' <= r && r <= '9' {
				return '0'
			}
			return r
		}, word)
	}
	keys[WordTable] = word
	keys[Suffix2Table] = suffix(word, 2)
	keys[Suffix3Table] = suffix(word, 3)
	keys[Suffix4Table] = suffix(word, 4)
	keys[PrefixTable] = prefix(word, 3)
	keys[ShapeTable] = shape(ends)
	return keys, lower
}

// normalize lowers the case and makes apostrophes straight, but for marks that are
// a token of their own.
func normalize(s string) string {
	plain := true
	for i := range len(s) {
		if s[i] >= 0x80 || 'A' <= s[i] && s[i] <= 'Z' {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	s = strings.ToLower(s)
	if len(s) > len("’") {
		s = strings.ReplaceAll(s, "’", "'")
	}
	return s
}

func suffix(s string, n int) string {
	i := len(s)
	for ; n > 0 && i > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s[i:]
}

func prefix(s string, n int) string {
	i := 0
	for ; n > 0 && i < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
	}
	return s[:i]
}

// shape draws a form in classes: "Xx" for Baku, "XX" for NATO, "d-x" for 5-year.
func shape(s string) string {
	var b [8]byte
	n := 0
	last := byte(0)
	twice := false
	for _, r := range s {
		c := byte('o')
		switch {
		case unicode.IsUpper(r):
			c = 'X'
		case unicode.IsLetter(r):
			c = 'x'
		case unicode.IsDigit(r):
			c = 'd'
		case r < 0x80:
			c = byte(r)
		}
		if c == last && (twice || c == 'x') {
			continue
		}
		if n == len(b) {
			break
		}
		twice = c == last
		last = c
		b[n] = c
		n++
	}
	return string(b[:n])
}

// IDs are the rows of a form: one in each table, then that of its fixed vector.
type IDs [Tables + 1]int32

// Root stands for the root, the row before the first word.
func Root() (ids IDs) {
	for t := range Tables {
		ids[t] = 1
	}
	return ids
}

// IDs returns the ids of a form.
func (v *Vocab) IDs(form string) (ids IDs) {
	keys, lower := Keys(form)
	for t, k := range keys {
		ids[t] = v.index[t][k]
	}
	id, ok := v.vectors[lower]
	if !ok {
		switch lower {
		case "“", "”":
			id = v.vectors["\""]
		case "‘", "’":
			id = v.vectors["'"]
		case "–":
			id = v.vectors["-"]
		case "—":
			id = v.vectors["--"]
		}
	}
	ids[Tables] = id
	return ids
}

// Knows reports whether a word in lower case has a fixed vector.
func (p *Parser) Knows(word string) bool { return p.w.vectors[word] > 0 }
