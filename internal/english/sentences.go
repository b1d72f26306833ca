package english

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxTokens bounds a sentence: the parser's time for a word grows with the square of
// the length. Longer ones are cut at a mark of punctuation where there is one.
const maxTokens = 150

// segment cuts a text into sentences, their tokens without tags or tree.
func segment(text string) iter.Seq[Sentence] {
	return func(yield func(Sentence) bool) {
		var pieces []piece
		number := 0
		for start, end := range paragraphs(text) {
			pieces = appendWords(pieces[:0], text, start, end)
			if len(pieces) == 0 {
				continue
			}
			for from := 0; from < len(pieces); {
				to := sentenceEnd(text, pieces, from)
				if !yield(makeSentence(text, pieces[from:to], number)) {
					return
				}
				from = to
			}
			number++
		}
	}
}

func makeSentence(text string, pieces []piece, paragraph int) Sentence {
	s := Sentence{Start: pieces[0].start, End: pieces[len(pieces)-1].end, Paragraph: paragraph,
		Tokens: make([]Token, len(pieces))}
	for i, p := range pieces {
		s.Tokens[i] = Token{Start: p.start, End: p.end, Form: text[p.start:p.end], Head: -1}
	}
	return s
}

// sentenceEnd returns the index after the last piece of the sentence that starts
// at from.
func sentenceEnd(text string, pieces []piece, from int) int {
	for i := from; i < len(pieces); i++ {
		if i-from == maxTokens-1 {
			for j := i; j > from+maxTokens/2; j-- {
				switch text[pieces[j].start] {
				case ';', ',', ':', ')', '-':
					return j + 1
				}
			}
			return i + 1
		}
		if end := breakAfter(text, pieces, from, i); end > 0 {
			return min(end, from+maxTokens)
		}
	}
	return len(pieces)
}

// breakAfter returns the index after the sentence that the stop at piece i ends,
// with its closing quotes and brackets, or 0.
func breakAfter(text string, pieces []piece, from, i int) int {
	w := text[pieces[i].start:pieces[i].end]
	abbreviated := false
	switch {
	case w == "…" || strings.HasSuffix(w, "?") || strings.HasSuffix(w, "!"):
	case !strings.HasSuffix(w, "."):
		return 0
	case isWordByte(w[0]) && len(w) > 1:
		abbreviated = true
	}
	j := i + 1
	for j < len(pieces) {
		if n := note(text, pieces, j); n > 0 {
			j += n
		} else if closes(text, pieces, from, j) {
			j++
		} else {
			break
		}
	}
	if j == len(pieces) {
		return j
	}
	next := text[pieces[j].start:pieces[j].end]
	r, _ := utf8.DecodeRuneInString(next)
	spaced := pieces[j-1].end < pieces[j].start
	if abbreviated {
		return endOfAbbreviation(w, next, r, j)
	}
	switch {
	case unicode.IsLower(r):
		return 0
	case !spaced && !unicode.IsUpper(r) && !strings.ContainsRune("\"“'‘([«", r):
		return 0
	case i-from == 1 && w == "." && isDigit(text[pieces[from].start]) && pieces[from].end-pieces[from].start <= 3:
		return 0 // "1. First": the number of a list
	case j > i+1 && w != "." && j+1 < len(pieces) && asked(text, pieces, j):
		return 0 // "Why?" Smith asked.
	case strings.ContainsRune(",;:-–—/%", r) && next != "--":
		return 0
	}
	return j
}

// note returns the number of pieces of a reference to a note, "[17]", at piece j, 0
// for none.
func note(text string, pieces []piece, j int) int {
	if j+2 < len(pieces) && text[pieces[j].start] == '[' && isDigit(text[pieces[j+1].start]) && text[pieces[j+2].start] == ']' &&
		pieces[j+2].end-pieces[j].start < 8 {
		return 3
	}
	return 0
}

// endOfAbbreviation decides whether an abbreviation ends its sentence before next.
func endOfAbbreviation(w, next string, r rune, j int) int {
	bare := strings.ToLower(strings.TrimSuffix(w, "."))
	class := abbreviations[bare]
	if class == title || class == beforeNumber || class == date || len(bare) == 1 {
		return 0
	}
	if r == '"' || r == '“' {
		return j
	}
	if unicode.IsUpper(r) && starters[strings.ToLower(next)] && next != "I" {
		return j
	}
	return 0
}

// asked reports whether a verb of saying stands among the next pieces, after a
// name or pronoun at most.
func asked(text string, pieces []piece, j int) bool {
	for k := j; k < len(pieces) && k < j+4; k++ {
		w := text[pieces[k].start:pieces[k].end]
		if sayings[w] {
			return true
		}
		if !isWordByte(w[0]) {
			return false
		}
	}
	return false
}

// closes reports whether piece j closes what the sentence opened: a bracket, or a
// quotation mark with no space before it.
func closes(text string, pieces []piece, from, j int) bool {
	switch w := text[pieces[j].start:pieces[j].end]; w {
	case ")", "]", "}", "”", "’", "»", "''", "’’":
		return true
	case "\"", "'":
		if pieces[j-1].end == pieces[j].start {
			// Straight marks may open what follows without space before: only if a
			// space follows do they close.
			return pieces[j].end == len(text) || j+1 == len(pieces) || pieces[j].end < pieces[j+1].start || !isWordByte(text[pieces[j].end])
		}
		open := 0
		for k := max(from, j-maxTokens); k < j; k++ {
			if text[pieces[k].start:pieces[k].end] == w {
				open++
			}
		}
		return open%2 == 1 && (j+1 == len(pieces) || pieces[j].end < pieces[j+1].start)
	}
	return false
}
