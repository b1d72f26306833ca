package english

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// A piece is text[start:end], a word on its way to becoming a token.
type piece struct{ start, end int }

// isSpace reports whether r parts words: white space, and the marks of no width
// that web pages leave behind.
func isSpace(r rune) bool {
	return unicode.IsSpace(r) || r == 0x200B || r == 0xFEFF || r == 0x2060
}

// appendWords appends the words of text[start:end], which is one paragraph. Words
// are those of Unicode's UAX #29 within each stretch without space, put together
// and cut the way UD EWT does.
func appendWords(out []piece, text string, start, end int) []piece {
	for i := start; i < end; {
		r, size := utf8.DecodeRuneInString(text[i:end])
		if isSpace(r) {
			i += size
			continue
		}
		j := i + size
		for j < end {
			r, size := utf8.DecodeRuneInString(text[j:end])
			if isSpace(r) {
				break
			}
			j += size
		}
		out = appendChunk(out, text, i, j, end)
		i = j
	}
	return out
}

// appendChunk appends the words of a stretch without space; the paragraph ends at
// limit.
func appendChunk(out []piece, text string, start, end, limit int) []piece {
	if n := len(text[start:end]) - len(strings.TrimLeft(text[start:end], "<([{'\"“‘")); n > 0 && address(text[start+n:end]) > 0 {
		for i, r := range text[start : start+n] {
			out = append(out, piece{start + i, start + i + utf8.RuneLen(r)})
		}
		start += n
	}
	if n := address(text[start:end]); n > 0 {
		out = append(out, piece{start, start + n})
		start += n
		if start == end {
			return out
		}
	}
	// Marks join from left to right; what can no longer grow is cut and goes out.
	var last piece
	it := words.FromString(text[start:end])
	for it.Next() {
		w := piece{start + it.Start(), start + it.End()}
		if last.end == 0 {
			last = w
		} else if joins(text, last, w, limit) {
			last.end = w.end
		} else {
			out = appendCut(out, text, last)
			last = w
		}
	}
	return appendCut(out, text, last)
}

// joins reports whether w continues the piece before it, which it touches.
func joins(text string, last, w piece, limit int) bool {
	a, b := text[last.start:last.end], text[w.start:w.end]
	af, bf := a[0], b[0]
	switch {
	case isRun(a, bf): // "...", "--", "!!"
		return true
	case (a == "#" || a == "@") && isLetterByte(bf): // a tag or an account
		return true
	case b == "/" && (af == 'w' || af == 'b') && len(a) == 1, a == "b/": // b/c, w/
		return true
	case isEnder(a[len(a)-1]) && isEnder(bf) && !isWordByte(af): // "?!"
		return true
	case b == "." && isWordByte(af):
		return stopBelongs(text, a, w.end, limit)
	case (b == "-" || b == "‑") && hyphenPrefixes[strings.ToLower(a)]:
		return w.end < limit && isWordByte(text[w.end])
	case endsInHyphen(a) && len(a) > 1 && isWordByte(bf):
		return true
	case (b == "-" || b == "/" || b == ":") && len(a) < 32 && isNumber(a): // 555-1234, 9/11, 10:30, but not 2003-2004
		rest := text[w.end:min(limit, w.end+4)]
		if b == "-" && len(a) == 4 {
			return false
		}
		return len(rest) > 0 && isDigit(rest[0])
	case len(a) > 1 && len(a) < 32 && strings.IndexByte("-/:", a[len(a)-1]) >= 0 && isDigit(a[0]) && isDigit(bf):
		return true
	case b == "&" && isUpper(a) && w.end < limit: // AT&T
		return isUpper(text[w.end : w.end+1])
	case len(a) > 1 && a[len(a)-1] == '&' && isUpper(b):
		return true
	case (b == ")" || b == "(" || b == "D" || b == "P" || b == "-") && (a == ":" || a == ";" || a == ":-" || a == ";-"): // :-)
		return w.end == limit || isSpaceByte(text[w.end]) || text[w.end] == '-' || text[w.end] == ')' || text[w.end] == '('
	}
	return false
}

// stopBelongs reports whether the stop after word, ending at end, is part of it.
func stopBelongs(text, word string, end, limit int) bool {
	if strings.IndexByte(word, '.') > 0 && dotted(word) { // U.S.
		return true
	}
	next := strings.TrimLeftFunc(text[end:min(limit, end+40)], isSpace)
	spaced := end < limit && len(next) < len(text[end:min(limit, end+40)])
	if len(word) == 1 && 'A' <= word[0] && word[0] <= 'Z' { // the initial of a name
		r, _ := utf8.DecodeRuneInString(next)
		if unicode.IsUpper(r) {
			after, _, _ := strings.Cut(next, " ")
			return word != "I" && (len(after) < 3 || !starters[strings.ToLower(after)])
		}
		return r == ',' || r == ';'
	}
	if !spaced && next != "" && isWordByte(next[0]) {
		return false
	}
	lower := strings.ToLower(word)
	switch abbreviations[lower] {
	case title:
		return next != "" && (lower != word || lower == "vs")
	case ending:
		return true
	case beforeNumber:
		return next != "" && (isDigit(next[0]) || next[0] == '#')
	case date:
		return word != lower && next != "" && (isDigit(next[0]) || next[0] == ',' || 'a' <= next[0] && next[0] <= 'z')
	}
	return false
}

// appendCut appends p, with clitics, fused words and units cut off.
func appendCut(out []piece, text string, p piece) []piece {
	n := cut(text[p.start:p.end])
	if n == 0 {
		return append(out, p)
	}
	// Either half may be cut again: "shouldn't've".
	out = appendCut(out, text, piece{p.start, p.start + n})
	return appendCut(out, text, piece{p.start + n, p.end})
}

// cut returns the length of the first token of a word of two, or 0.
func cut(w string) int {
	if len(w) < 2 || len(w) > 64 {
		return 0
	}
	if n := fused[strings.ToLower(w)]; n > 0 {
		return n
	}
	if i := strings.LastIndexAny(w, "'’"); i > 0 {
		_, size := utf8.DecodeRuneInString(w[i:])
		switch tail := strings.ToLower(w[i+size:]); tail {
		case "s", "re", "ve", "ll", "d", "m":
			if isDigit(w[0]) && tail == "s" { // 1930's
				return 0
			}
			return i
		case "t":
			if i > 1 && (w[i-1] == 'n' || w[i-1] == 'N') {
				return i - 1
			}
		case "":
			return i
		}
	}
	if isDigit(w[0]) {
		i := 1
		for i < len(w) && (isDigit(w[i]) || strings.IndexByte(".,:", w[i]) >= 0) {
			i++
		}
		if i < len(w) && units[strings.ToLower(strings.TrimSuffix(w[i:], "."))] {
			return i
		}
	}
	// A stop without its space: "fighting.The".
	if i := strings.IndexByte(w, '.'); i > 2 && i+2 < len(w) && 'A' <= w[i+1] && w[i+1] <= 'Z' && 'a' <= w[i-1] && w[i-1] <= 'z' && 'a' <= w[i+2] && w[i+2] <= 'z' {
		return i
	}
	if w[0] == '.' && 'A' <= w[1] && w[1] <= 'Z' {
		return 1
	}
	return 0
}

// address returns the length of the web or mail address s starts with, 0 for none.
func address(s string) int {
	lower := s
	if len(s) > 12 {
		lower = s[:12]
	}
	lower = strings.ToLower(lower)
	at := strings.IndexByte(s, '@')
	switch {
	case strings.HasPrefix(lower, "http://"), strings.HasPrefix(lower, "https://"), strings.HasPrefix(lower, "www."),
		strings.HasPrefix(lower, "ftp://"):
	case at > 0 && at+3 < len(s) && strings.IndexByte(s[at:], '.') > 1 && isWordByte(s[0]):
	case domain(s):
	default:
		return 0
	}
	return len(strings.TrimRight(s, ".,;:!?)]}>'\"”’"))
}

// domain reports whether s is a bare name of a site, "mod.gov.az".
func domain(s string) bool {
	s = strings.TrimRight(s, ".,;:!?)")
	i := strings.LastIndexByte(s, '.')
	if i < 2 {
		return false
	}
	switch s[i+1:] {
	case "com", "org", "net", "gov", "edu", "info", "html", "htm", "pdf", "doc":
	default:
		return false
	}
	for j := range i {
		if !isWordByte(s[j]) && s[j] != '.' && s[j] != '-' && s[j] != '/' && s[j] != '_' || s[j] >= 0x80 {
			return false
		}
	}
	return true
}

// dotted reports whether w is letters with single stops between them: U.S, p.m, Ph.D.
func dotted(w string) bool {
	run, longest := 0, 0
	for i := range len(w) {
		if w[i] == '.' {
			run = 0
			continue
		}
		if !isLetterByte(w[i]) {
			return false
		}
		run++
		longest = max(longest, run)
	}
	return longest <= 2
}

// isRun reports whether a is nothing but b repeated, b a mark that comes in runs.
func isRun(a string, b byte) bool {
	switch b {
	case '.', '-', '!', '?', '*', '=', '_', '~', '<', '>', '+', '\'', '`', '$':
	default:
		return false
	}
	if len(a) > 16 {
		a = a[len(a)-16:] // the end of a long rule stands for it: linear time
	}
	return strings.Trim(a, string(b)) == ""
}

func isEnder(b byte) bool { return b == '.' || b == '!' || b == '?' }

func endsInHyphen(a string) bool {
	return strings.HasSuffix(a, "-") && isLetterByte(a[0]) || strings.HasSuffix(a, "‑")
}

func isNumber(a string) bool {
	for i := range len(a) {
		if !isDigit(a[i]) && strings.IndexByte("-/:", a[i]) < 0 {
			return false
		}
	}
	return isDigit(a[0])
}

func isUpper(a string) bool {
	for i := range len(a) {
		if a[i] < 'A' || a[i] > 'Z' {
			return false
		}
	}
	return true
}

func isDigit(b byte) bool      { return '0' <= b && b <= '9' }
func isSpaceByte(b byte) bool  { return b == ' ' || '\t' <= b && b <= '\r' }
func isLetterByte(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }
func isWordByte(b byte) bool   { return isLetterByte(b) || isDigit(b) || b >= 0x80 }
