package english

import (
	"iter"
	"strings"
	"unicode/utf8"
)

// wrapWidth is the widest line, in bytes, that a text broken into lines by hand or
// by a mailer has.
const wrapWidth = 120

// paragraphs walks the paragraphs of a text as text[start:end]. They end at blank
// lines. A single line break ends one too, unless the lines look wrapped: none is
// wider than wrapWidth, and the first word of the next line would not have fitted.
func paragraphs(text string) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		widest := 0
		for line := range strings.Lines(text) {
			widest = max(widest, len(strings.TrimRight(line, " \t\r\n")))
		}
		start := 0
		for start < len(text) {
			end, next := start, start
			for {
				lineEnd, after := lineAt(text, next)
				blank := strings.TrimFunc(text[next:lineEnd], isSpace) == ""
				if !blank {
					end = lineEnd
				}
				width := lineEnd - next
				next = after
				if next >= len(text) || blank || widest > wrapWidth || !wrapped(text, next, width, widest) {
					break
				}
			}
			if end > start && !yield(start, end) {
				return
			}
			start = next
		}
	}
}

// lineAt returns where the line that starts at i ends, and where the next starts.
func lineAt(text string, i int) (end, next int) {
	for j := i; j < len(text); {
		r, size := utf8.DecodeRuneInString(text[j:])
		switch r {
		case '\n', '\r', '\v', '\f', 0x2028, 0x2029:
			if r == '\r' && strings.HasPrefix(text[j+1:], "\n") {
				size++
			}
			return j, j + size
		}
		j += size
	}
	return len(text), len(text)
}

// wrapped reports whether the line break before text[next:] is there for want of
// room: the next word does not fit after a line of the given width.
func wrapped(text string, next, width, widest int) bool {
	end, _ := lineAt(text, next)
	if end > next+wrapWidth {
		end = next + wrapWidth
	}
	line := text[next:end]
	if line == "" || isSpaceByte(line[0]) {
		return false
	}
	word := strings.IndexAny(line, " \t")
	if word < 0 {
		word = len(line)
	}
	return width+1+word > widest
}
