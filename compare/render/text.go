package render

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/narrative"
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

var outcomeColour = map[compare.Outcome]string{
	compare.Agreement: green,
	compare.Conflict:  red,
	compare.Gap:       yellow,
	compare.Framing:   blue,
	compare.Revision:  blue,
}

// Text writes the report for a terminal: issue by issue, finding by finding, each
// with its reason, its positions and their quotes.
func (p Printer) Text(w io.Writer, r *compare.Report) error {
	t := &textWriter{p: p, names: newNames(r.Parties, r.Places, r.Sources)}
	t.report(r)
	_, err := io.WriteString(w, t.b.String())
	return err
}

// DossierText writes who says what, source by source.
func (p Printer) DossierText(w io.Writer, d *narrative.Dossier) error {
	t := &textWriter{p: p, names: newNames(d.Parties, d.Places, d.Sources)}
	t.dossier(d)
	_, err := io.WriteString(w, t.b.String())
	return err
}

type textWriter struct {
	p     Printer
	b     strings.Builder
	names names
}

func (t *textWriter) report(r *compare.Report) {
	if !r.AsOf.IsZero() {
		t.line(0, "", asOfWords(r.AsOf))
	}
	if len(r.Issues) == 0 {
		t.line(0, "", nothing)
		t.p.afterword(textPage{t}, t.names, r)
		return
	}
	t.line(0, "", "Sides: "+t.names.list(r.Sides))
	all := byID(r)
	for i, issue := range r.Issues {
		if t.p.hides(issue.Review) {
			continue
		}
		t.b.WriteByte('\n')
		t.line(0, bold, t.p.marks(fmt.Sprintf("%d. %s", i+1, issue.Title), issue.ID, issue.Review))
		for _, s := range rulingWords(issue.Decisions) {
			t.line(3, faint, s)
		}
		if issue.Review == narrative.Dismissed {
			continue
		}
		if len(issue.Participants) > 0 {
			t.line(3, faint, "Participants: "+t.names.list(issue.Participants))
		}
		for j := range issue.Findings {
			t.finding(&issue.Findings[j], all)
		}
		if s := t.p.hidden(&issue); s != "" {
			t.b.WriteByte('\n')
			t.line(3, faint, s)
		}
		if len(issue.Findings) == 0 {
			t.line(3, "", alone)
			t.quotes(issue.Assertions, all)
		}
	}
	t.doubts(r, all)
	t.p.afterword(textPage{t}, t.names, r)
}

func (t *textWriter) doubts(r *compare.Report, all map[string]*narrative.Assertion) {
	for i, d := range r.Doubts {
		if i == 0 {
			t.b.WriteByte('\n')
			t.line(0, bold, doubtful)
		}
		t.line(3, yellow, d.Why)
		if a := all[d.Assertion]; a != nil {
			t.quote(t.p.cite(t.names, a))
		}
	}
}

func (t *textWriter) finding(f *compare.Finding, all map[string]*narrative.Assertion) {
	if t.p.hides(f.Review) {
		return
	}
	t.b.WriteByte('\n')
	colour := outcomeColour[f.Outcome]
	if f.Review == narrative.Dismissed {
		colour = faint
	}
	t.line(3, colour, t.p.marks(headline(t.names, f), f.ID, f.Review))
	if f.Review != narrative.Dismissed {
		t.grounds(f, all)
	}
	for _, s := range rulingWords(f.Decisions) {
		t.line(5, faint, s)
	}
}

// grounds says why, and quotes.
func (t *textWriter) grounds(f *compare.Finding, all map[string]*narrative.Assertion) {
	t.line(5, "", f.Why)
	for _, pos := range f.Positions {
		t.line(5, bold, position(t.names, pos))
		t.quotes(pos.Assertions, all)
	}
	for _, s := range slices.Concat(t.names.apart(f, all), remarks(t.names, f), explained(f.Explanation)) {
		t.line(5, faint, s)
	}
}

func (t *textWriter) quotes(ids []string, all map[string]*narrative.Assertion) {
	shown, more := t.p.citations(t.names, ids, all)
	for _, c := range shown {
		t.quote(c)
	}
	if more > 0 {
		t.line(7, faint, fmt.Sprintf("and %d more", more))
	}
}

func (t *textWriter) quote(c citation) {
	t.line(7, "", c.text)
	t.line(9, faint, "– "+c.origin)
}

func (t *textWriter) dossier(d *narrative.Dossier) {
	d, corrections := correctedCopy(d)
	for i, s := range bySource(d) {
		if i > 0 {
			t.b.WriteByte('\n')
		}
		t.line(0, bold, s.title)
		if len(s.assertions) == 0 {
			t.line(3, faint, nobody)
		}
		for _, a := range s.assertions {
			t.b.WriteByte('\n')
			t.line(3, bold, t.names.of(a.Party)+" "+verb(a))
			t.quote(t.p.cite(t.names, a))
			if s := claimWords(t.names, &a.Claim); s != "" {
				t.line(7, "", s)
			}
		}
	}
	t.p.corrections(textPage{t}, t.names, corrections)
}

// line writes s, harmless and wrapped, indented by n columns.
func (t *textWriter) line(n int, colour, s string) {
	if !t.p.Color {
		colour = ""
	}
	for i, l := range wrap(harmless(s), t.p.width()-n) {
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
