package render

import (
	"fmt"
	"io"

	"github.com/seed514b815a/rashomon/narrative"
)

// page is what text and Markdown have in common, so that what is told in both is
// walked once.
type page interface {
	title(s string)   // of the whole
	say(s string)     // below the title
	section(s string) // a happening
	note(s string)    // below a section
	heading(colour, s string)
	item(s string)
	remark(s string) // on the item or heading above
	quote(c citation)
}

// text has walk fill a page of text, and writes it.
func (p Printer) text(w io.Writer, n names, walk func(page)) error {
	t := &textWriter{p: p, names: n}
	walk(textPage{t})
	_, err := io.WriteString(w, t.b.String())
	return err
}

// markdown has walk fill a page of Markdown, and writes it.
func (p Printer) markdown(w io.Writer, n names, walk func(page)) error {
	m := &markdownWriter{p: p, names: n}
	walk(markdownPage{m})
	_, err := io.WriteString(w, m.b.String())
	return err
}

type textPage struct{ *textWriter }

func (t textPage) title(string)    {} // a terminal shows the command above
func (t textPage) say(s string)    { t.line(0, "", s) }
func (t textPage) item(s string)   { t.line(5, bold, s) }
func (t textPage) remark(s string) { t.line(7, faint, s) }
func (t textPage) note(s string)   { t.line(3, faint, s) }
func (t textPage) section(s string) {
	if t.b.Len() > 0 {
		t.b.WriteByte('\n')
	}
	t.line(0, bold, s)
}
func (t textPage) heading(colour, s string) {
	t.b.WriteByte('\n')
	t.line(3, colour, s)
}

type markdownPage struct{ *markdownWriter }

func (m markdownPage) title(s string)      { m.printf("# %s\n\n", s) }
func (m markdownPage) say(s string)        { m.printf("%s\n\n", s) }
func (m markdownPage) section(s string)    { m.printf("## %s\n\n", s) }
func (m markdownPage) heading(_, s string) { m.printf("### %s\n\n", s) }
func (m markdownPage) note(s string)       { m.printf("%s\n\n", s) }
func (m markdownPage) item(s string)       { m.printf("**%s**\n\n", s) }
func (m markdownPage) remark(s string)     { m.printf("*%s*\n\n", s) }

// cites writes the quotes of some assertions on a page.
func (p Printer) cites(g page, n names, ids []string, all map[string]*narrative.Assertion) {
	shown, more := p.citations(n, ids, all)
	for _, c := range shown {
		g.quote(c)
	}
	if more > 0 {
		g.remark(fmt.Sprintf("and %d more", more))
	}
}
