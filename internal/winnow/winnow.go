// Package winnow finds where texts have the same wording, or nearly so, as copies
// have.
//
// Texts are cut into words, and every run of five words is hashed. Of the hashes a
// few are kept as the text's fingerprints by winnowing (Schleimer, Wilkerson and
// Aiken, Winnowing: Local Algorithms for Document Fingerprinting, SIGMOD 2003): of
// each window of eight runs the least hash. So any twelve words that two texts share
// leave a fingerprint in both, wherever they stand. Texts that share a fingerprint
// are then compared word by word.
//
// What stands in quotation marks is left out: two who quote one speaker have the
// same words without having copied.
package winnow

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"
)

const (
	// gram is the number of words in a run. Of 302,400 pairs of articles that seven
	// outlets wrote of one election, 10,000 share a run of five words: few
	// enough to be looked at word by word.
	gram = 5

	// window is how many runs of which one is kept, so that shared wording of
	// gram+window-1 words is never missed.
	window = 8

	// maxGap is how many words of a passage in a row may differ, or stand in one text
	// alone.
	maxGap = 10

	// maxPlaces bounds the places in a text at which one run is looked for, and the
	// texts of one fingerprint of which every two are compared.
	maxPlaces = 8
	maxTexts  = 32
)

// Text is a text ready to be compared. It may be shared by goroutines.
type Text struct {
	words []word
	count int // words outside quotation marks
	marks []uint64
}

// word is a word and where it stands: text[start:end]. A hash of 0 stands for a
// quotation, or the end of a paragraph's worth of it, which is like no other word.
type word struct {
	hash       uint64
	start, end int
}

// New reads a text.
func New(text string) *Text {
	t := &Text{}
	quoted := quotations(text)
	for w := range wordsOf(text) {
		for len(quoted) > 0 && quoted[0].end <= w.start {
			quoted = quoted[1:]
		}
		if len(quoted) > 0 && quoted[0].start <= w.start {
			if n := len(t.words); n == 0 || t.words[n-1].hash != 0 {
				t.words = append(t.words, word{0, w.start, w.end})
			} else {
				t.words[n-1].end = w.end
			}
			continue
		}
		t.words = append(t.words, w)
		t.count++
	}
	t.marks = t.fingerprints()
	return t
}

// Words returns how many words the text has outside quotation marks.
func (t *Text) Words() int { return t.count }

// wordsOf walks the words of a text, folded and hashed. Where a script puts no space
// between words, each character is one.
func wordsOf(text string) func(yield func(word) bool) {
	return func(yield func(word) bool) {
		start, hash := -1, uint64(0)
		flush := func(end int) bool {
			if start < 0 {
				return true
			}
			w := word{hash, start, end}
			start = -1
			return yield(w)
		}
		for i, r := range text {
			switch {
			case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai):
				if !flush(i) || !yield(word{mix(seed, r), i, i + utf8.RuneLen(r)}) {
					return
				}
			case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
				if start < 0 {
					start, hash = i, seed
				}
				hash = mix(hash, unicode.ToLower(r))
			default:
				if !flush(i) {
					return
				}
			}
		}
		flush(len(text))
	}
}

// The hash is FNV-1a, over runes: the same on every machine and in every run.
const (
	seed  = 14695981039346656037
	prime = 1099511628211
)

func mix(hash uint64, r rune) uint64 { return max(1, (hash^uint64(r))*prime) } // 0 is kept for quotations

// fingerprints winnows the hashes of the text's runs.
func (t *Text) fingerprints() []uint64 {
	var out []uint64
	t.runs(func(hashes []uint64) {
		if len(hashes) < window {
			if len(hashes) > 0 {
				out = append(out, slices.Min(hashes))
			}
			return
		}
		// The least of each window, kept in a queue of which the values rise.
		var queue []int
		for i, h := range hashes {
			for len(queue) > 0 && hashes[queue[len(queue)-1]] >= h {
				queue = queue[:len(queue)-1]
			}
			queue = append(queue, i)
			if queue[0] <= i-window {
				queue = queue[1:]
			}
			if i >= window-1 {
				out = append(out, hashes[queue[0]])
			}
		}
	})
	slices.Sort(out)
	return slices.Compact(out)
}

// runs gives f the hashes of the runs between two quotations.
func (t *Text) runs(f func(hashes []uint64)) {
	var hashes []uint64
	from := 0
	for i := 0; i <= len(t.words); i++ {
		if i < len(t.words) && t.words[i].hash != 0 {
			if i-from+1 >= gram {
				hashes = append(hashes, t.gramAt(i-gram+1))
			}
			continue
		}
		f(hashes)
		hashes, from = hashes[:0], i+1
	}
}

// gramAt hashes the run that begins at the word i.
func (t *Text) gramAt(i int) uint64 {
	h := uint64(seed)
	for _, w := range t.words[i : i+gram] {
		h = (h ^ w.hash) * prime
		h ^= h >> 29 // so that the order of words matters in all bits
	}
	return h
}

// span is a part of a text: text[start:end].
type span struct{ start, end int }

// quotations finds what stands in quotation marks, each within its paragraph. Marks
// without a partner are none.
func quotations(text string) []span {
	var out []span
	open := map[rune]int{}
	closes := map[rune]rune{'”': '“', '»': '«', '“': '„', '」': '「', '』': '『'}
	note := func(from, to int) {
		// Quotations within quotations: the outer one holds.
		for len(out) > 0 && out[len(out)-1].start >= from {
			out = out[:len(out)-1]
		}
		out = append(out, span{from, to})
	}
	for i, r := range text {
		if r == '\n' {
			clear(open)
			continue
		}
		if from, ok := open[r]; ok && r == '"' {
			note(from, i+1)
			delete(open, r)
			continue
		}
		if from, ok := open[closes[r]]; ok && closes[r] != 0 {
			note(from, i+utf8.RuneLen(r))
			delete(open, closes[r])
			continue
		}
		switch r {
		case '"', '“', '«', '„', '「', '『':
			if _, is := open[r]; !is {
				open[r] = i
			}
		}
	}
	slices.SortFunc(out, func(a, b span) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end)) })
	return out
}
