package render

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/narrative"
)

const (
	setAside  = "Decisions whose ground has gone"
	corrected = "Corrections"
)

// marks adds to the name of a finding or issue where people's decisions leave it
// and, where asked for, its id.
func (p Printer) marks(name, id string, r narrative.Review) string {
	if r != narrative.NoReview {
		name += " – " + r.String()
	}
	return p.named(name, id)
}

// named adds an id where they are asked for.
func (p Printer) named(name, id string) string {
	if p.IDs {
		name += " [" + id + "]"
	}
	return name
}

// hides reports whether what people have dismissed is left out.
func (p Printer) hides(r narrative.Review) bool { return p.HideDismissed && r == narrative.Dismissed }

// hidden says how many findings of an issue are left out.
func (p Printer) hidden(is *compare.Issue) string {
	n := 0
	for _, f := range is.Findings {
		if p.hides(f.Review) {
			n++
		}
	}
	switch n {
	case 0:
		return ""
	case 1:
		return "1 dismissed finding is hidden."
	}
	return fmt.Sprintf("%d dismissed findings are hidden.", n)
}

// rulingWords tells of each decision who made it, why, and what has changed since.
func rulingWords(rs []compare.Ruling) []string {
	var out []string
	for _, r := range rs {
		s := decisionWords(&r.Decision)
		if r.State != compare.Current && r.State != compare.Unchecked {
			s += " [" + r.State.String() + "]"
		}
		out = append(out, s)
		if w := r.Withdrawn; w != nil {
			out = append(out, "Withdrawn"+signature(w.By, w.On.String(), w.Why))
		}
		out = append(out, r.Changed...)
	}
	return out
}

func decisionWords(d *narrative.Decision) string {
	s := map[narrative.Review]string{narrative.Confirmed: "Confirmed", narrative.Dismissed: "Dismissed", narrative.Pending: "Left pending"}
	review, _ := d.Review()
	what := s[review]
	switch {
	case len(d.Same) > 0:
		what = "Held to be the same: " + strings.Join(d.Same, ", ") + "; decided"
	case len(d.Apart) > 0:
		what = "Held apart: " + strings.Join(d.Apart, ", ") + "; decided"
	}
	return what + signature(d.By, d.On.String(), d.Why)
}

// signature says by whom, when and why.
func signature(by, on, why string) string {
	s := " by " + cmp.Or(by, "somebody")
	if on != "" {
		s += ", " + on
	}
	if why != "" {
		s += ": " + why
	}
	return s
}

// aside tells of the decisions that stand at no finding.
func (p Printer) aside(g page, rs []compare.Ruling) {
	for i, r := range rs {
		if i == 0 {
			g.section(bold, setAside)
		}
		if r.Seen != nil && r.Seen.Says != "" {
			g.item(5, r.Seen.Says)
		} else {
			_, id := r.Review()
			g.item(5, cmp.Or(id, strings.Join(slices.Concat(r.Same, r.Apart), ", ")))
		}
		for _, s := range rulingWords([]compare.Ruling{r}) {
			g.aside(7, s)
		}
	}
}

// corrections tells what came of each correction.
func (p Printer) corrections(g page, n names, cs []narrative.Corrected) {
	for i := range cs {
		if i == 0 {
			g.section(bold, corrected)
		}
		title, notes := p.correctionWords(n, &cs[i])
		g.item(5, title)
		for _, s := range notes {
			g.aside(7, s)
		}
	}
}

// correctionWords says which quote is corrected and to what, and what came of it.
func (p Printer) correctionWords(n names, c *narrative.Corrected) (title string, notes []string) {
	title = "“" + p.clip(strings.Join(strings.Fields(c.Quote.Exact), " ")) + "”: "
	switch {
	case c.NotSaid:
		title += "not said"
		if c.Was != nil {
			title += " by " + n.of(c.Was.Party)
		}
	case c.Party != "":
		title += "said by " + n.of(c.Party)
	case c.Said != nil:
		title += "said by " + n.of(c.Said.Party) + ", and missed: " + claimWords(n, &c.Said.Claim)
	default:
		title += changeWords(n, &c.Correction)
	}
	notes = []string{strings.ToUpper(c.State.String()[:1]) + c.State.String()[1:] + "; corrected" + signature(c.By, c.On.String(), c.Why)}
	if w := c.Withdrawn; w != nil {
		notes = append([]string{"Corrected" + signature(c.By, c.On.String(), c.Why)}, "Withdrawn"+signature(w.By, w.On.String(), w.Why))
	}
	if c.Note != "" {
		notes = append(notes, c.Note)
	}
	if c.Was != nil {
		title = p.named(title, c.Was.ID) // in the dossier no more, where it was struck
	}
	return title, notes
}

// changeWords says what is claimed instead.
func changeWords(n names, c *narrative.Correction) string {
	var parts []string
	if c.Stance != nil {
		parts = append(parts, c.Stance.String())
	}
	if c.Certainty != nil {
		parts = append(parts, c.Certainty.String())
	}
	if c.Focus != nil && *c.Focus != "" {
		parts = append(parts, "as to "+string(*c.Focus))
	}
	if c.Claim != nil {
		if s := claimWords(n, c.Claim); s != "" {
			parts = append(parts, s)
		}
	}
	if len(c.Without) > 0 {
		parts = append(parts, "without "+strings.Join(c.Without, ", "))
	}
	return strings.Join(parts, " · ")
}

// correctedCopy returns a copy of d with its corrections applied, and what came of
// each.
func correctedCopy(d *narrative.Dossier) (*narrative.Dossier, []narrative.Corrected) {
	c := *d
	c.Assertions = slices.Clone(d.Assertions)
	return &c, c.Correct()
}
