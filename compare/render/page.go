package render

import (
	"fmt"
	"io"

	"github.com/seed514b815a/rashomon/narrative"
)

// page is what text and Markdown have in common, so that what is told in both is
// walked once. Depth, in columns, and colour are for text; Markdown has levels of its
// own.
type page interface {
	title(s string)                  // of the whole
	section(colour, s string)        // a happening, a source
	heading(colour, s string)        // a finding in it
	speaker(name, does string)       // who said what follows
	item(depth int, s string)        // what stands out below a heading
	say(depth int, colour, s string) // a paragraph
	aside(depth int, s string)       // the same in a low voice, on what stands above
	quote(c citation)
	gap() // an empty line, where there is none after each paragraph anyway
	text() string
}

var (
	_ page = (*textPage)(nil)
	_ page = (*markdownPage)(nil)
)

// text has walk fill a page of text, and writes it.
func (p Printer) text(w io.Writer, walk func(page)) error {
	return write(w, &textPage{Printer: p}, walk)
}

// markdown has walk fill a page of Markdown, and writes it.
func (p Printer) markdown(w io.Writer, walk func(page)) error {
	return write(w, new(markdownPage), walk)
}

func write(w io.Writer, g page, walk func(page)) error {
	walk(g)
	_, err := io.WriteString(w, g.text())
	return err
}

// cites writes the quotes of some assertions on a page.
func (p Printer) cites(g page, n names, ids []string, all map[string]*narrative.Assertion) {
	shown, more := p.citations(n, ids, all)
	for _, c := range shown {
		g.quote(c)
	}
	if more > 0 {
		g.aside(7, fmt.Sprintf("and %d more", more))
	}
}
