package render

import (
	"fmt"
	"strings"
)

// markdownPage is a page of CommonMark.
type markdownPage struct{ b strings.Builder }

func (m *markdownPage) title(s string)            { m.printf("# %s\n\n", s) }
func (m *markdownPage) section(_, s string)       { m.printf("## %s\n\n", s) }
func (m *markdownPage) heading(_, s string)       { m.printf("### %s\n\n", s) }
func (m *markdownPage) speaker(name, does string) { m.printf("**%s** %s\n\n", name, does) }
func (m *markdownPage) item(_ int, s string)      { m.printf("**%s**\n\n", s) }
func (m *markdownPage) say(_ int, _, s string)    { m.printf("%s\n\n", s) }
func (m *markdownPage) aside(_ int, s string)     { m.printf("*%s*\n\n", s) }
func (m *markdownPage) gap()                      {}
func (m *markdownPage) text() string              { return m.b.String() }
func (m *markdownPage) quote(c citation)          { m.printf("> %s\n>\n> – %s\n\n", c.text, c.origin) }

// printf writes with every argument escaped: the format is ours, the arguments are
// the input's.
func (m *markdownPage) printf(format string, args ...string) {
	safe := make([]any, len(args))
	for i, a := range args {
		safe[i] = escape(a)
	}
	fmt.Fprintf(&m.b, format, safe...)
}

// escape makes s harmless in Markdown: the ASCII punctuation that CommonMark gives
// a meaning is escaped (section 2.4, backslash escapes), some of it only where a
// block may begin.
func escape(s string) string {
	var b strings.Builder
	for i, r := range harmless(s) {
		if strings.ContainsRune("\\`*_[]<>!|~&", r) || i == 0 && strings.ContainsRune("#+-=", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
