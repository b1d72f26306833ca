package attribution

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed514b815a/rashomon/internal/english"
)

// A quotation is a stretch of text between quotation marks.
type quotation struct {
	outer span // with the marks
	inner span // without them
	// open means that the closing mark is missing: the quotation ends with its
	// paragraph, and goes on where the next begins with an opening mark.
	open      bool
	goesOn    bool // it continues the quotation before
	paragraph int
}

// quotations finds the outermost quotations of a text, in order. Marks are paired
// within a paragraph, so that a lost one does no harm beyond it.
func quotations(a *english.Analysis) []quotation {
	var out []quotation
	for i := 0; i < len(a.Sentences); {
		j := i
		for j < len(a.Sentences) && a.Sentences[j].Paragraph == a.Sentences[i].Paragraph {
			j++
		}
		out = appendQuotations(out, a.Text, a.Sentences[i].Start, a.Sentences[j-1].End, a.Sentences[i].Paragraph)
		i = j
	}
	return out
}

// appendQuotations adds those of the paragraph text[start:end].
func appendQuotations(out []quotation, text string, start, end, paragraph int) []quotation {
	first := len(out)
	for at := start; at < end; {
		r, n := utf8.DecodeRuneInString(text[at:end])
		closer := ""
		switch {
		case r == '“' || r == '„':
			closer = "”“"
		case r == '”' && opensWord(text, at, at+n, start, end): // a slip of the typesetter's
			closer = "”"
		case r == '«':
			closer = "»"
		case r == '"' && !closesWord(text, at, at+n, start, end):
			closer = "\""
		case r == '\'' && strings.HasPrefix(text[at:end], "''"):
			n, closer = 2, "''"
		case (r == '‘' || r == '\'') && opensWord(text, at, at+n, start, end):
			closer = "’'"
		}
		if closer == "" {
			at += n
			continue
		}
		q := quotation{outer: span{at, end}, inner: span{at + n, end}, open: true, paragraph: paragraph}
		if i, m := closing(text, at+n, end, r, closer); i >= 0 {
			q.outer.end, q.inner.end, q.open = i+m, i, false
		} else if closer == "’'" {
			at += n // an apostrophe: 'em
			continue
		} else if strings.TrimSpace(text[start:at]) != "" && !leadsIn(text[start:at]) {
			at += n // a stray mark in the middle of a paragraph
			continue
		}
		if k := len(out); k > 0 && k == first && out[k-1].open && out[k-1].paragraph == paragraph-1 && strings.TrimSpace(text[start:at]) == "" {
			q.goesOn = true
		}
		out = append(out, q)
		at = q.outer.end
	}
	return out
}

// Bounds that keep the search for a closing mark linear: single marks are mostly
// apostrophes, and nobody nests quotations deeply.
const (
	maxSingle = 1000 // bytes
	maxDepth  = 8
)

// closing finds the mark that closes a quotation opened with r, and its length.
func closing(text string, from, end int, r rune, closers string) (at, size int) {
	depth := 0
	if closers == "’'" {
		end = min(end, from+maxSingle)
	}
	for at := from; at < end && depth <= maxDepth; {
		c, n := utf8.DecodeRuneInString(text[at:end])
		switch {
		case closers == "''":
			if strings.HasPrefix(text[at:end], "''") {
				return at, 2
			}
		case closers == "’'":
			// An apostrophe stands between letters, or ends a plural; a closing mark
			// stands behind a stop or before what isn't a letter.
			if (c == '’' || c == '\'') && closesWord(text, at, at+n, from, end) {
				return at, n
			}
			if c == '“' || c == '"' {
				return -1, 0 // crossing: more likely an apostrophe
			}
		case c == r && r != '"' && opensWord(text, at, at+n, from, end):
			depth++
		case strings.ContainsRune(closers, c):
			if c == '"' && opensWord(text, at, at+n, from, end) && !closesWord(text, at, at+n, from, end) {
				// "a "nested" one": the inner mark opens where a word begins behind space.
				depth++
			} else if depth == 0 || c == '"' && depth > 0 && !strings.ContainsRune(text[at+n:end], '"') {
				return at, n
			} else {
				depth--
			}
		}
		at += n
	}
	return -1, 0
}

// opensWord reports whether a mark at text[at:next] stands before a word and
// behind space, a dash or another opening mark.
func opensWord(text string, at, next, start, end int) bool {
	if next >= end {
		return false
	}
	after, _ := utf8.DecodeRuneInString(text[next:end])
	if unicode.IsSpace(after) || strings.ContainsRune(".,;:!?)]", after) {
		return false
	}
	if at <= start {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(text[start:at])
	return unicode.IsSpace(before) || strings.ContainsRune("([-–—―/\"“‘'", before)
}

// closesWord reports whether a mark stands behind a word or stop and not before
// a word.
func closesWord(text string, at, next, start, end int) bool {
	if at <= start {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[start:at])
	if unicode.IsSpace(before) || strings.ContainsRune("([", before) {
		return false
	}
	if next >= end {
		return true
	}
	after, _ := utf8.DecodeRuneInString(text[next:end])
	return !isWord(after)
}

// leadsIn reports whether the text before an opening mark announces a quotation.
func leadsIn(before string) bool {
	before = strings.TrimSpace(before)
	return strings.HasSuffix(before, ":") || strings.HasSuffix(before, ",") || strings.HasSuffix(before, ".")
}

// quoteAt returns the index of the quotation that holds text[offset], or -1.
func (r *reader) quoteAt(offset int) int {
	lo, hi := 0, len(r.quotes)
	for lo < hi {
		m := (lo + hi) / 2
		if r.quotes[m].outer.end <= offset {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < len(r.quotes) && r.quotes[lo].outer.start <= offset {
		return lo
	}
	return -1
}
