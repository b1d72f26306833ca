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
	s := bearingHead(a.Bearing) + ": " + n.of(a.Side)
	if len(a.Flags) > 0 {
		s += " [" + strings.Join(flagWords(a.Flags), ", ") + "]"
	}
	return s
}

func bearingHead(b compare.Bearing) string {
	return strings.ToUpper(strings.ReplaceAll(b.String(), "-", " "))
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

// unsaid is what is said where no side has a word.
const unsaid = "In these sources nobody is reported to have said anything: there is nothing to check it against."

// CheckText writes for a terminal what the sides say of a statement.
func (p Printer) CheckText(w io.Writer, c *compare.Checked) error {
	return p.text(w, func(g page) { p.check(g, c) })
}

// CheckMarkdown writes as CommonMark what the sides say of a statement.
func (p Printer) CheckMarkdown(w io.Writer, c *compare.Checked) error {
	return p.markdown(w, func(g page) { p.check(g, c) })
}

func (p Printer) check(g page, c *compare.Checked) {
	n := newNames(c.Parties, c.Places, c.Sources)
	g.title("A statement checked")
	for i := range c.Statement {
		g.say(0, bold, "Checked: "+readAs(n, &c.Statement[i]))
	}
	if len(c.Answers) == 0 {
		g.say(0, "", unsaid)
	}
	all := assertionsByID(c.Assertions)
	answers := answered(c)
	var quiet []string // more than one side of which there is nothing else to say
	for _, a := range answers {
		if wordless(a) {
			quiet = append(quiet, n.of(a.Side))
		}
	}
	for _, a := range answers {
		if wordless(a) && len(quiet) > 1 {
			continue
		}
		g.section(bearingColour[a.Bearing], answerHead(n, a))
		g.say(3, "", a.Why)
		for _, q := range partsByQuote(n, a) {
			for _, head := range q.heads {
				g.item(3, head)
			}
			p.cites(g, n, q.cited, all)
		}
		p.cites(g, n, a.Instead, all)
		if len(a.Missing) > 0 {
			g.aside(3, "Missing to decide: "+strings.Join(a.Missing, ", "))
		}
	}
	if len(quiet) > 1 {
		g.section(bearingColour[compare.SaysNothing], bearingHead(compare.SaysNothing)+": "+strings.Join(quiet, ", "))
		g.say(3, "", "In these sources they say nothing of it.")
	}
}

// wordless reports whether of a side there is nothing to say but that it says nothing.
func wordless(a *compare.Answer) bool {
	return a.Bearing == compare.SaysNothing && len(a.Flags)+len(a.Parts)+len(a.Missing)+len(a.Instead) == 0
}

// CheckJSON writes the result in the format of its version: see
// [compare.Checked.Encode].
func (p Printer) CheckJSON(w io.Writer, c *compare.Checked) error { return c.Encode(w) }
