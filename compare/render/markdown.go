package render

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/narrative"
)

// Markdown writes the report as CommonMark.
func (p Printer) Markdown(w io.Writer, r *compare.Report) error {
	m := &markdownWriter{p: p, names: newNames(r.Parties, r.Places, r.Sources)}
	m.report(r)
	_, err := io.WriteString(w, m.b.String())
	return err
}

// DossierMarkdown writes who says what, source by source, as CommonMark.
func (p Printer) DossierMarkdown(w io.Writer, d *narrative.Dossier) error {
	m := &markdownWriter{p: p, names: newNames(d.Parties, d.Places, d.Sources)}
	d, corrections := correctedCopy(d)
	for _, g := range bySource(d) {
		m.printf("## %s\n\n", g.title)
		if len(g.assertions) == 0 {
			m.printf("%s\n\n", nobody)
		}
		for _, a := range g.assertions {
			m.printf("**%s** %s\n\n", m.names.of(a.Party), verb(a))
			m.quote(m.p.cite(m.names, a))
			if s := claimWords(m.names, &a.Claim); s != "" {
				m.printf("%s\n\n", s)
			}
		}
	}
	p.corrections(markdownPage{m}, m.names, corrections)
	_, err := io.WriteString(w, m.b.String())
	return err
}

type markdownWriter struct {
	p     Printer
	b     strings.Builder
	names names
}

// printf writes with every argument escaped: the format is ours, the arguments are
// the input's.
func (m *markdownWriter) printf(format string, args ...string) {
	safe := make([]any, len(args))
	for i, a := range args {
		safe[i] = escape(a)
	}
	fmt.Fprintf(&m.b, format, safe...)
}

func (m *markdownWriter) report(r *compare.Report) {
	m.printf("# Accounts compared\n\n")
	if !r.AsOf.IsZero() {
		m.printf("%s\n\n", asOfWords(r.AsOf))
	}
	if len(r.Issues) == 0 {
		m.printf("%s\n\n", nothing)
		m.p.afterword(markdownPage{m}, m.names, r)
		return
	}
	m.printf("Sides: %s\n", m.names.list(r.Sides))
	all := byID(r)
	for i, issue := range r.Issues {
		if m.p.hides(issue.Review) {
			continue
		}
		m.printf("\n## %s. %s\n\n", fmt.Sprint(i+1), m.p.marks(issue.Title, issue.ID, issue.Review))
		for _, s := range rulingWords(issue.Decisions) {
			m.printf("*%s*\n\n", s)
		}
		if issue.Review == narrative.Dismissed {
			continue
		}
		if len(issue.Participants) > 0 {
			m.printf("Participants: %s\n\n", m.names.list(issue.Participants))
		}
		for j := range issue.Findings {
			m.finding(&issue.Findings[j], all)
		}
		if s := m.p.hidden(&issue); s != "" {
			m.printf("*%s*\n\n", s)
		}
		if len(issue.Findings) == 0 {
			m.printf("%s\n\n", alone)
			m.quotes(issue.Assertions, all)
		}
	}
	for i, d := range r.Doubts {
		if i == 0 {
			m.printf("## %s\n\n", doubtful)
		}
		m.printf("%s\n\n", d.Why)
		if a := all[d.Assertion]; a != nil {
			m.quote(m.p.cite(m.names, a))
		}
	}
	m.p.afterword(markdownPage{m}, m.names, r)
}

func (m *markdownWriter) finding(f *compare.Finding, all map[string]*narrative.Assertion) {
	if m.p.hides(f.Review) {
		return
	}
	m.printf("### %s\n\n", m.p.marks(headline(m.names, f), f.ID, f.Review))
	if f.Review != narrative.Dismissed {
		m.grounds(f, all)
	}
	for _, s := range rulingWords(f.Decisions) {
		m.printf("*%s*\n\n", s)
	}
}

// grounds says why, and quotes.
func (m *markdownWriter) grounds(f *compare.Finding, all map[string]*narrative.Assertion) {
	m.printf("%s\n\n", f.Why)
	for _, pos := range f.Positions {
		m.printf("**%s**\n\n", position(m.names, pos))
		m.quotes(pos.Assertions, all)
	}
	for _, s := range slices.Concat(m.names.apart(f, all), remarks(m.names, f), explained(f.Explanation)) {
		m.printf("*%s*\n\n", s)
	}
}

func (m *markdownWriter) quotes(ids []string, all map[string]*narrative.Assertion) {
	shown, more := m.p.citations(m.names, ids, all)
	for _, c := range shown {
		m.quote(c)
	}
	if more > 0 {
		m.printf("*and %s more*\n\n", strconv.Itoa(more))
	}
}

func (m *markdownWriter) quote(c citation) {
	m.printf("> %s\n>\n> – %s\n\n", c.text, c.origin)
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
