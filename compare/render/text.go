package render

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The colours of a terminal (ECMA-48, SGR).
const (
	bold   = "\x1b[1m"
	faint  = "\x1b[2m"
	red    = "\x1b[31m"
	green  = "\x1b[32m"
	yellow = "\x1b[33m"
	blue   = "\x1b[34m"
	plain  = "\x1b[0m"
)

// textPage is a page for a terminal.
type textPage struct {
	Printer
	b strings.Builder
}

func (t *textPage) title(string) {} // a terminal shows the command above

func (t *textPage) section(colour, s string) {
	if t.b.Len() > 0 {
		t.gap()
	}
	t.line(0, colour, s)
}

func (t *textPage) heading(colour, s string) {
	t.gap()
	t.line(3, colour, s)
}

func (t *textPage) speaker(name, does string)       { t.heading(bold, name+" "+does) }
func (t *textPage) item(depth int, s string)        { t.line(depth, bold, s) }
func (t *textPage) say(depth int, colour, s string) { t.line(depth, colour, s) }
func (t *textPage) aside(depth int, s string)       { t.line(depth, faint, s) }
func (t *textPage) gap()                            { t.b.WriteByte('\n') }
func (t *textPage) text() string                    { return t.b.String() }

func (t *textPage) quote(c citation) {
	t.line(7, "", c.text)
	t.line(9, faint, "– "+c.origin)
}

// line writes s, harmless and wrapped, indented by n columns.
func (t *textPage) line(n int, colour, s string) {
	if !t.Color {
		colour = ""
	}
	for i, l := range wrap(harmless(s), t.width()-n) {
		indent := n
		if i > 0 {
			indent += 2
		}
		if colour != "" {
			l = colour + l + plain
		}
		t.b.WriteString(strings.Repeat(" ", indent) + l + "\n")
	}
}

// harmless replaces what a terminal might obey: control characters and the marks
// that turn the direction of text. All white space becomes a space.
func harmless(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
			return '\uFFFD'
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

// wrap breaks s into lines of at most width runes where words allow it; lines after
// the first leave room for two columns of indent.
func wrap(s string, width int) []string {
	var lines []string
	line, n := "", 0
	for word := range strings.FieldsSeq(s) {
		w := utf8.RuneCountInString(word)
		switch {
		case line == "":
			line, n = word, w
		case n+1+w <= width:
			line, n = line+" "+word, n+1+w
		default:
			lines = append(lines, line)
			line, n = word, w+2
		}
	}
	return append(lines, line)
}
