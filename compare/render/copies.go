package render

import (
	"fmt"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/compare/copies"
	"github.com/seed514b815a/rashomon/compare/diff"
)

const sameWording = "Sources in the same wording"

// copies tells on a page which sources have near-identical wording, and where the
// wordings part.
func (p Printer) copies(g page, n names, list []copies.Copy) {
	for i, c := range list {
		if i == 0 {
			g.section(bold, sameWording)
		}
		g.item(5, c.Why)
		for _, s := range c.Passages {
			g.quote(citation{"“" + p.clip(marked(diff.Wording(fields(s.A.Exact), fields(s.B.Exact)))) + "”",
				fmt.Sprintf("%s, and %s", n.source(c.Sources[0]), n.source(c.Sources[1]))})
		}
	}
}

// afterword tells on a page, after all issues, what a report says of its sources and
// of people's decisions.
func (p Printer) afterword(g page, n names, r *compare.Report) {
	p.copies(g, n, r.Copies)
	p.aside(g, r.Decisions)
	p.corrections(g, n, r.Corrections)
	p.unplaced(g, n, r.Unplaced)
}

// independence says of an agreement on whose word it rests, where those are fewer
// than the sides that agree.
func independence(n names, f *compare.Finding) string {
	voices := f.Independent()
	if f.Outcome != compare.Agreement || len(voices) == 0 || len(voices) >= len(f.Positions) {
		return ""
	}
	list := n.list(voices)
	if voices[0] == "?" {
		list = "nobody knows whose"
	}
	if len(voices) == 1 {
		return fmt.Sprintf("%d sides, one voice: %s", len(f.Positions), list)
	}
	return fmt.Sprintf("%d sides, %d voices: %s", len(f.Positions), len(voices), list)
}
