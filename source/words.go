package source

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A word is text[start:end], as far as the search for an edited quote cares.
type word struct {
	start, end int
	folded     string // in lower case, composed, with plain apostrophes
	weighty    bool   // a quote with another word here is another quote
}

// words cuts s into words: letters and digits with the marks and apostrophes
// inside them, symbols, and single signs in scripts that set no spaces. All other
// punctuation is dropped.
func words(s string) []word {
	var ws []word
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		end := i + n
		switch {
		case wordRune(r) && !unspaced(r):
			end = wordEnd(s, end)
		case wordRune(r), unicode.IsSymbol(r), r == '%':
		default:
			i = end
			continue
		}
		w := word{start: i, end: end, folded: fold(s[i:end])}
		w.weighty = weighty(s[i:end], w.folded)
		ws = append(ws, w)
		i = end
	}
	return ws
}

// wordEnd returns where the word ends that has begun before s[i].
func wordEnd(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		next, _ := utf8.DecodeRuneInString(s[i+n:])
		inner := apostrophe(r) && unicode.IsLetter(next) ||
			(r == '.' || r == ',') && unicode.IsDigit(next) && isDigit(s[i-1]) // 1,200
		if !inner && (!wordRune(r) || unspaced(r)) {
			break
		}
		i += n
	}
	return i
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) }

func apostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' }

// unspaced reports whether r is of a script that sets no spaces between words.
func unspaced(r rune) bool {
	return r >= 0x0e00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// fold returns word in the form in which words are compared.
func fold(word string) string {
	word = strings.ToLower(norm.NFC.String(word))
	return strings.Map(func(r rune) rune {
		if apostrophe(r) {
			return '\''
		}
		return r
	}, word)
}

// weighty reports whether word may not be changed without changing what is said.
// Names can't be told from other words with a capital, so all those count.
func weighty(word, folded string) bool {
	if strings.ContainsFunc(word, func(r rune) bool { return unicode.IsUpper(r) || unicode.IsNumber(r) || unicode.IsSymbol(r) || r == '%' }) {
		return true
	}
	_, found := slices.BinarySearch(weightyWords, folded)
	return found || strings.HasSuffix(folded, "n't")
}

// weightyWords are the English number words and negations, sorted.
var weightyWords = []string{
	"billion", "cannot", "couple", "denied", "denies", "deny", "denying", "dozen", "dozens", "eight", "eighteen", "eighty",
	"eleven", "few", "fifteen", "fifty", "five", "forty", "four", "fourteen", "half", "hardly", "hundred", "hundreds",
	"million", "millions", "neither", "never", "nine", "nineteen", "ninety", "no", "nobody", "none", "nor", "not",
	"nothing", "one", "scores", "seven", "seventeen", "seventy", "several", "six", "sixteen", "sixty", "ten", "thirteen",
	"thirty", "thousand", "thousands", "three", "twelve", "twenty", "two", "without", "zero",
}

// occurrences yields where sub stands in s, overlapping ones included, in one walk:
// it is the algorithm of Knuth, Morris and Pratt.
func occurrences(s, sub []rune) iter.Seq[int] {
	return func(yield func(int) bool) {
		border := make([]int, len(sub)) // border[i]: the longest proper border of sub[:i+1]
		for i, k := 1, 0; i < len(sub); i++ {
			for k > 0 && sub[i] != sub[k] {
				k = border[k-1]
			}
			if sub[i] == sub[k] {
				k++
			}
			border[i] = k
		}
		k := 0
		for i, r := range s {
			for k > 0 && (k == len(sub) || r != sub[k]) {
				k = border[k-1]
			}
			if r == sub[k] {
				k++
			}
			if k == len(sub) && !yield(i+1-k) {
				return
			}
		}
	}
}
