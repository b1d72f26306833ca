package render

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/seed514b815a/rashomon/compare/diff"
	"github.com/seed514b815a/rashomon/internal/prose"
	"github.com/seed514b815a/rashomon/narrative"
)

// unchanged is what is said of two reports that found the same.
const unchanged = "Nothing changed: the two reports found the same."

// ChangesText writes for a terminal what changed between two reports: happening by
// happening, each change with the words that brought it about.
func (p Printer) ChangesText(w io.Writer, c *diff.Changes) error {
	n := newNames(c.Parties, c.Places, c.Sources)
	return p.text(w, func(g page) { p.changes(g, n, c) })
}

// ChangesMarkdown writes the same as CommonMark.
func (p Printer) ChangesMarkdown(w io.Writer, c *diff.Changes) error {
	n := newNames(c.Parties, c.Places, c.Sources)
	return p.markdown(w, func(g page) { p.changes(g, n, c) })
}

func (p Printer) changes(g page, n names, c *diff.Changes) {
	g.title("What changed")
	if !c.WasAsOf.IsZero() || !c.IsAsOf.IsZero() {
		g.say(0, "", fmt.Sprintf("From as of %s to as of %s.", cmp.Or(c.WasAsOf.String(), "the end"), cmp.Or(c.IsAsOf.String(), "the end")))
	}
	if c.Empty() {
		g.say(0, "", unchanged)
		return
	}
	all := assertionsByID(c.Assertions)
	for i, is := range c.Issues {
		g.section(bold, fmt.Sprintf("%d. %s", i+1, is.Title))
		for _, s := range courseWords(is) {
			g.say(3, faint, s)
		}
		for i := range is.Changes {
			p.change(g, n, &is.Changes[i], all)
		}
		if len(is.Changes) == 0 {
			p.cites(g, n, append(is.Said, is.Unsaid...), all)
		}
	}
	for i, r := range c.Reread {
		if i == 0 {
			g.section(bold, "Read anew")
		}
		if a := all[r.Assertion]; a != nil {
			g.quote(p.cite(n, a))
		}
		g.aside(7, "Read differently: "+differenceWords(n, r.Parts))
	}
}

// courseWords says what became of a happening, and how many words came and went.
func courseWords(is diff.IssueChange) []string {
	var out []string
	switch is.Course {
	case "new":
		out = append(out, "This is new.")
	case "gone":
		out = append(out, "This is gone.")
	case "joined":
		out = append(out, fmt.Sprintf("%d happenings are held to be one now.", len(is.Was)))
	case "split":
		out = append(out, fmt.Sprintf("One happening is held to be %d now.", len(is.Is)))
	case "regrouped":
		out = append(out, fmt.Sprintf("%d happenings have become %d others.", len(is.Was), len(is.Is)))
	}
	var parts []string
	if n := len(is.Said); n > 0 {
		parts = append(parts, plural(n, "new assertion"))
	}
	if n := len(is.Unsaid); n > 0 {
		parts = append(parts, plural(n, "assertion")+" no longer there")
	}
	if len(parts) > 0 {
		out = append(out, prose.Capital(strings.Join(parts, ", "))+".")
	}
	return out
}

func plural(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

func (p Printer) change(g page, n names, c *diff.Change, all map[string]*narrative.Assertion) {
	f := c.Is
	if f == nil || c.Was != nil && c.What != "moved" {
		f = c.Was
	}
	head := strings.ToUpper(strings.ReplaceAll(string(c.What), "-", " ")) + " on " + string(f.Facet)
	if notes := append([]string{string(f.Kind)}, scopeWords(n, f.Scope)...); notes[0] != "" || len(notes) > 1 {
		head += " (" + strings.TrimPrefix(strings.Join(notes, "; "), "; ") + ")"
	}
	g.heading(changeColour[c.What], head)
	g.item(5, c.Why)
	for _, s := range c.Shifts {
		if len(s.Parts) > 0 {
			g.aside(7, n.of(s.Side)+": the two claims differ in "+differenceWords(n, s.Parts))
		}
		if len(s.Wording) > 0 {
			g.aside(7, n.of(s.Side)+", the wording: "+marked(s.Wording))
		}
	}
	p.cites(g, n, c.By, all)
}

// changeColour is that of the outcome that came, or faint where one went.
var changeColour = map[diff.What]string{
	"new-conflict": red, "settled": green, "answered": green, "unanswered": yellow, "revised": blue, "moved": blue,
	"new-agreement": green, "agreement-gone": red, "new-gap": yellow, "gap-filled": green, "new-framing": blue,
}

func differenceWords(n names, ds []diff.Difference) string {
	var parts []string
	for _, d := range ds {
		parts = append(parts, fmt.Sprintf("%s (%s / %s)", d.Part, cmp.Or(n.says(d.X), "–"), cmp.Or(n.says(d.Y), "–")))
	}
	return strings.Join(parts, ", ")
}
