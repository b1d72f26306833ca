package render

import (
	"fmt"
	"io"
	"strings"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/narrative"
)

// TimelineText writes for a terminal how each side's account went: happening by
// happening and question by question, each step with its quotes.
func (p Printer) TimelineText(w io.Writer, t *compare.Timeline) error {
	n := newNames(t.Parties, t.Places, t.Sources)
	return p.text(w, func(g page) { p.timeline(g, n, t) })
}

// TimelineMarkdown writes the same as CommonMark.
func (p Printer) TimelineMarkdown(w io.Writer, t *compare.Timeline) error {
	n := newNames(t.Parties, t.Places, t.Sources)
	return p.markdown(w, func(g page) { p.timeline(g, n, t) })
}

func (p Printer) timeline(g page, n names, t *compare.Timeline) {
	g.title("How the accounts went")
	if !t.AsOf.IsZero() {
		g.say(0, "", asOfWords(t.AsOf))
	}
	if len(t.Issues) == 0 {
		g.say(0, "", nothing)
	} else {
		g.say(0, "", "Sides: "+n.list(t.Sides))
	}
	all := assertionsByID(t.Assertions)
	for i, h := range t.Issues {
		g.section(bold, fmt.Sprintf("%d. %s", i+1, h.Title))
		for _, tr := range h.Tracks {
			g.heading(trackColour(tr), trackHeadline(n, tr))
			for _, s := range tr.Steps {
				g.item(5, stepWords(n, s))
				p.cites(g, n, s.Assertions, all)
			}
		}
		if len(h.Tracks) == 0 {
			p.cites(g, n, h.Assertions, all)
		}
	}
	p.unplaced(g, n, t.Unplaced)
}

// trackHeadline names a question and who answers it: "The port on count (killed)".
func trackHeadline(n names, tr compare.Track) string {
	s := n.of(tr.Side) + " on " + string(tr.Facet)
	if scope := scopeWords(n, tr.Scope); len(scope) > 0 {
		s += " (" + strings.Join(scope, "; ") + ")"
	}
	return s
}

// trackColour makes stand out where a side no longer says what it said.
func trackColour(tr compare.Track) string {
	for _, s := range tr.Steps {
		switch {
		case s.Turn.Revises():
			return outcomeColour[compare.Revision]
		case s.Turn == "inconsistent":
			return outcomeColour[compare.Conflict]
		}
	}
	return faint
}

// stepWords says what a side answered and what that did: "2031-05-04: 11 (raised)".
func stepWords(n names, s compare.Step) string {
	when := s.Said.String()
	if when == "" {
		when = "undated"
	}
	if !s.AsOf.IsZero() {
		when += ", as of " + s.AsOf.String()
	}
	out := when + ": " + n.says(s.Says)
	notes := flagWords(s.Flags)
	if s.Turn != "first" {
		notes = append([]string{string(s.Turn)}, notes...)
	}
	if len(notes) > 0 {
		out += " [" + strings.Join(notes, ", ") + "]"
	}
	return out
}

func assertionsByID(list []compare.Assertion) map[string]*narrative.Assertion {
	out := make(map[string]*narrative.Assertion, len(list))
	for i := range list {
		out[list[i].ID] = &list[i].Assertion
	}
	return out
}
