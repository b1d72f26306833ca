package render

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/narrative"
)

var outcomeColour = map[compare.Outcome]string{
	compare.Agreement: green,
	compare.Conflict:  red,
	compare.Gap:       yellow,
	compare.Framing:   blue,
	compare.Revision:  blue,
}

// Text writes the report for a terminal: issue by issue (what the accounts differ or
// agree on first, what only one tells of last), finding by finding, each
// with its reason, its positions and their quotes.
func (p Printer) Text(w io.Writer, r *compare.Report) error {
	return p.text(w, func(g page) { p.report(g, r) })
}

// Markdown writes the report as CommonMark.
func (p Printer) Markdown(w io.Writer, r *compare.Report) error {
	return p.markdown(w, func(g page) { p.report(g, r) })
}

func (p Printer) report(g page, r *compare.Report) {
	n := newNames(r.Parties, r.Places, r.Sources)
	g.title("Accounts compared")
	if !r.AsOf.IsZero() {
		g.say(0, "", asOfWords(r.AsOf))
	}
	if len(r.Issues) == 0 {
		g.say(0, "", nothing)
		p.afterword(g, n, r)
		return
	}
	g.say(0, "", "Sides: "+n.list(r.Sides))
	all := assertionsByID(r.Assertions)
	for i, is := range inOrder(r.Issues) {
		p.issue(g, n, i+1, is, all)
	}
	for i, d := range r.Doubts {
		if i == 0 {
			g.section(bold, doubtful)
		}
		g.say(3, yellow, d.Why)
		if a := all[d.Assertion]; a != nil {
			g.quote(p.cite(n, a))
		}
	}
	p.afterword(g, n, r)
}

// inOrder puts first what the accounts differ or agree on, then what only gaps tell of,
// last what has one account alone; each in the order of the report.
func inOrder(issues []compare.Issue) []*compare.Issue {
	rank := func(is *compare.Issue) int {
		switch {
		case len(is.Findings) == 0:
			return 2
		case slices.ContainsFunc(is.Findings, func(f compare.Finding) bool { return f.Outcome != compare.Gap }):
			return 0
		}
		return 1
	}
	out := make([]*compare.Issue, len(issues))
	for i := range issues {
		out[i] = &issues[i]
	}
	slices.SortStableFunc(out, func(x, y *compare.Issue) int { return cmp.Compare(rank(x), rank(y)) })
	return out
}

func (p Printer) issue(g page, n names, number int, is *compare.Issue, all map[string]*narrative.Assertion) {
	if p.hides(is.Review) {
		return
	}
	g.section(bold, p.marks(fmt.Sprintf("%d. %s", number, is.Title), is.ID, is.Review))
	for _, s := range rulingWords(is.Decisions) {
		g.aside(3, s)
	}
	if is.Review == narrative.Dismissed {
		return
	}
	if len(is.Participants) > 0 {
		g.say(3, faint, "Participants: "+n.list(is.Participants))
	}
	for j := range is.Findings {
		p.finding(g, n, &is.Findings[j], all)
	}
	if s := p.hidden(is); s != "" {
		g.gap()
		g.aside(3, s)
	}
	if len(is.Findings) == 0 {
		g.say(3, "", alone)
		p.cites(g, n, is.Assertions, all)
	}
}

func (p Printer) finding(g page, n names, f *compare.Finding, all map[string]*narrative.Assertion) {
	if p.hides(f.Review) {
		return
	}
	colour := outcomeColour[f.Outcome]
	if f.Review == narrative.Dismissed {
		colour = faint
	}
	g.heading(colour, p.marks(headline(n, f), f.ID, f.Review))
	if f.Review != narrative.Dismissed {
		p.grounds(g, n, f, all)
	}
	for _, s := range rulingWords(f.Decisions) {
		g.aside(5, s)
	}
}

// grounds says why, and quotes.
func (p Printer) grounds(g page, n names, f *compare.Finding, all map[string]*narrative.Assertion) {
	g.say(5, "", f.Why)
	for _, pos := range f.Positions {
		g.item(5, position(n, pos))
		p.cites(g, n, pos.Assertions, all)
	}
	for _, s := range slices.Concat(n.apart(f, all), remarks(n, f), explained(f.Explanation)) {
		g.aside(5, s)
	}
}
