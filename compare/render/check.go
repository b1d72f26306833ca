package render

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/narrative"
)

// bearingColour is the colour of each answer to a statement.
var bearingColour = map[compare.Bearing]string{
	compare.Supports: green,
	compare.Opposes:  red,
	compare.Partly:   yellow,
}

// The order in which a reader looks for answers.
var bearingOrder = []compare.Bearing{compare.Supports, compare.Opposes, compare.Partly, compare.Undecided, compare.SaysNothing}

// answered returns the answers, those that decide first.
func answered(c *compare.Checked) []*compare.Answer {
	var out []*compare.Answer
	for i := range c.Answers {
		out = append(out, &c.Answers[i])
	}
	slices.SortStableFunc(out, func(x, y *compare.Answer) int {
		return cmp.Compare(slices.Index(bearingOrder, x.Bearing), slices.Index(bearingOrder, y.Bearing))
	})
	return out
}

// answerHead names an answer: "SUPPORTS: Norlund [hedged]".
func answerHead(n names, a *compare.Answer) string {
	s := strings.ToUpper(strings.ReplaceAll(a.Bearing.String(), "-", " ")) + ": " + n.of(a.Side)
	if len(a.Flags) > 0 {
		s += " [" + strings.Join(flagWords(a.Flags), ", ") + "]"
	}
	return s
}

// partHead names what a side says on one facet: "count: 5 (the statement: 8)".
func partHead(n names, p *compare.Part) string {
	s := string(p.Facet) + ", " + p.Bearing.String()
	switch {
	case p.Says == "":
	case p.Says == p.Asked:
		s += ": " + n.says(p.Says)
	default:
		s += fmt.Sprintf(": %s (the statement: %s)", n.says(p.Says), n.says(p.Asked))
	}
	return s
}

// quotedParts is parts of an answer that rest on the same words.
type quotedParts struct{ heads, cited []string }

// partsByQuote brings together the parts that rest on the same words, so that each
// quote is shown once. Two claims may ask the same.
func partsByQuote(n names, a *compare.Answer) []quotedParts {
	var out []quotedParts
	for i := range a.Parts {
		p := &a.Parts[i]
		at := slices.IndexFunc(out, func(g quotedParts) bool { return slices.Equal(g.cited, p.Assertions) })
		if at < 0 {
			at = len(out)
			out = append(out, quotedParts{cited: p.Assertions})
		}
		if head := partHead(n, p); !slices.Contains(out[at].heads, head) {
			out[at].heads = append(out[at].heads, head)
		}
	}
	return out
}

// readAs shows a claim of the statement as it was read: what isn't in it was not
// checked.
func readAs(n names, a *narrative.Assertion) string {
	s := claimWords(n, &a.Claim)
	if s == "" {
		return "words alone, without structure"
	}
	if a.Stance == narrative.Denies {
		s = "denied: " + s
	}
	return s
}

func cited(c *compare.Checked) map[string]*narrative.Assertion {
	return byID(&compare.Report{Assertions: c.Assertions})
}

// unsaid is what is said where no side has a word.
const unsaid = "In these sources nobody is reported to have said anything: there is nothing to check it against."

// CheckText writes for a terminal what the sides say of a statement.
func (p Printer) CheckText(w io.Writer, c *compare.Checked) error {
	t := &textWriter{p: p, names: newNames(c.Parties, c.Places, c.Sources)}
	for i := range c.Statement {
		t.line(0, bold, "Checked: "+readAs(t.names, &c.Statement[i]))
	}
	if len(c.Answers) == 0 {
		t.line(0, "", unsaid)
	}
	all := cited(c)
	for _, a := range answered(c) {
		t.b.WriteByte('\n')
		t.line(0, bearingColour[a.Bearing], answerHead(t.names, a))
		t.line(3, "", a.Why)
		for _, g := range partsByQuote(t.names, a) {
			for _, head := range g.heads {
				t.line(3, bold, head)
			}
			t.quotes(g.cited, all)
		}
		t.quotes(a.Instead, all)
		if len(a.Missing) > 0 {
			t.line(3, faint, "Missing to decide: "+strings.Join(a.Missing, ", "))
		}
	}
	_, err := io.WriteString(w, t.b.String())
	return err
}

// CheckMarkdown writes as CommonMark what the sides say of a statement.
func (p Printer) CheckMarkdown(w io.Writer, c *compare.Checked) error {
	m := &markdownWriter{p: p, names: newNames(c.Parties, c.Places, c.Sources)}
	m.printf("# A statement checked\n\n")
	for i := range c.Statement {
		m.printf("Checked: %s\n\n", readAs(m.names, &c.Statement[i]))
	}
	if len(c.Answers) == 0 {
		m.printf("%s\n", unsaid)
	}
	all := cited(c)
	for _, a := range answered(c) {
		m.printf("## %s\n\n%s\n\n", answerHead(m.names, a), a.Why)
		for _, g := range partsByQuote(m.names, a) {
			for _, head := range g.heads {
				m.printf("**%s**\n\n", head)
			}
			m.quotes(g.cited, all)
		}
		m.quotes(a.Instead, all)
		if len(a.Missing) > 0 {
			m.printf("*Missing to decide: %s*\n\n", strings.Join(a.Missing, ", "))
		}
	}
	_, err := io.WriteString(w, m.b.String())
	return err
}

// CheckJSON writes the result in the format of its version: see
// [compare.Checked.Encode].
func (p Printer) CheckJSON(w io.Writer, c *compare.Checked) error { return c.Encode(w) }
