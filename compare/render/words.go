package render

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/compare/diff"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// What is said where there is little to say.
const (
	nothing = "In these sources nobody is reported to have said anything: there is nothing to compare."
	alone   = "No other account of this was found: there is nothing to compare it with."
	nobody  = "Nobody is quoted here."

	doubtful = "Figures to check"
)

// headline names a finding: "CONFLICT on responsibility (mirror-accusation; hard)".
func headline(n names, f *compare.Finding) string {
	s := strings.ToUpper(f.Outcome.String()) + " on " + string(f.Facet)
	var notes []string
	for _, x := range append([]string{string(f.Kind), forceWord(f)}, scopeWords(n, f.Scope)...) {
		if x != "" {
			notes = append(notes, x)
		}
	}
	if len(notes) > 0 {
		s += " (" + strings.Join(notes, "; ") + ")"
	}
	return s
}

func forceWord(f *compare.Finding) string {
	if f.Outcome != compare.Conflict {
		return ""
	}
	return f.Force.String()
}

// scopeWords says which act and which figure a finding is about.
func scopeWords(n names, s compare.Scope) []string {
	var out []string
	add := func(what, id string) {
		if id != "" {
			out = append(out, what+" "+n.of(id))
		}
	}
	add("act of", s.Agent)
	add("measure", s.Of)
	add("of", s.Who)
	add("among", s.Among)
	add("span", s.Span)
	return out
}

// position says what a side holds.
func position(n names, p compare.Position) string {
	s := n.of(p.Side)
	if p.Says != "" {
		s += ": " + n.says(p.Says)
	}
	if len(p.Flags) > 0 {
		s += " [" + strings.Join(flagWords(p.Flags), ", ") + "]"
	}
	return s
}

func (n names) says(s string) string { return compare.WithNames(s, n.cast.Name) }

// flagWords puts the flags of a position in words.
func flagWords(flags []string) []string {
	out := slices.Clone(flags)
	for i, f := range out {
		switch f {
		case "echo":
			out[i] = "echo of another's word"
		case "relayed":
			out[i] = "relayed by another side"
		}
	}
	return out
}

// remarks says on whose word it rests, who is silent and what is missing.
func remarks(n names, f *compare.Finding) []string {
	var out []string
	if s := independence(n, f); s != "" {
		out = append(out, s)
	}
	if len(f.Silent) > 0 {
		out = append(out, "Silent, in these sources: "+n.list(f.Silent))
	}
	if len(f.Missing) > 0 {
		out = append(out, "Missing to decide: "+strings.Join(f.Missing, ", "))
	}
	return out
}

// apart shows, of a conflict or revision, in which parts of their claims the
// strongest words of two positions differ and, of one side's, how the wording did.
func (n names) apart(f *compare.Finding, all map[string]*narrative.Assertion) []string {
	var x, y *narrative.Assertion
	switch {
	case f.Outcome == compare.Conflict && len(f.Positions) == 2:
		x, y = first(f.Positions[0], all), first(f.Positions[1], all)
	case f.Outcome == compare.Revision && len(f.Positions) == 1 && len(f.Positions[0].Assertions) == 2:
		x, y = all[f.Positions[0].Assertions[0]], all[f.Positions[0].Assertions[1]]
	}
	if x == nil || y == nil {
		return nil
	}
	if x.Said.String() > y.Said.String() {
		x, y = y, x
	}
	var out []string
	ds := slices.DeleteFunc(diff.Claims(&x.Claim, &y.Claim), func(d diff.Difference) bool {
		return d.Part == "act" // that one accuses and the other denies is what the finding says
	})
	if len(ds) > 0 {
		out = append(out, "The two claims differ in "+differenceWords(n, ds))
	}
	if f.Outcome == compare.Revision && len(x.Quotes) > 0 && len(y.Quotes) > 0 {
		out = append(out, "The wording: "+marked(diff.Wording(x.Quotes[0].Exact, y.Quotes[0].Exact)))
	}
	return out
}

// marked shows how a wording became another: what went in [-…-], what came in
// {+…+}, as word-level differences are commonly written.
func marked(pieces []diff.Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		switch p.In {
		case diff.InX:
			b.WriteString("[-" + p.Text + "-]")
		case diff.InY:
			b.WriteString("{+" + p.Text + "+}")
		default:
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

func first(p compare.Position, all map[string]*narrative.Assertion) *narrative.Assertion {
	if len(p.Assertions) == 0 {
		return nil
	}
	return all[p.Assertions[0]]
}

// verb tells in words how an assertion is made.
func verb(a *narrative.Assertion) string {
	s := map[narrative.Act]string{
		narrative.Assert: "says", narrative.Accuse: "accuses", narrative.Deny: "denies", narrative.Admit: "admits",
		narrative.Demand: "demands", narrative.Promise: "promises", narrative.Decline: "declines to say", narrative.Other: "speaks of",
	}[a.Claim.Act]
	if a.Stance == narrative.Denies && a.Claim.Act != narrative.Deny {
		s += ", denying"
	}
	if a.Certainty != narrative.Certain {
		s += " (" + a.Certainty.String() + ")"
	}
	if a.Mode != source.Speech {
		s += " (" + a.Mode.String() + ")"
	}
	return s
}

// claimWords shows the structure that was found in a claim.
func claimWords(n names, c *narrative.Claim) string {
	var out []string
	add := func(name, value string) {
		if value != "" {
			out = append(out, name+" "+value)
		}
	}
	add("event", c.Event)
	add("agent", n.list(c.Agent))
	add("target", n.list(c.Target))
	add("place", n.list(c.Place))
	add("time", c.Time.String())
	add("when", c.When)
	add("means", strings.Join(c.Means, ", "))
	add("cause", strings.Join(c.Cause, ", "))
	add("label", strings.Join(c.Label, ", "))
	for _, k := range c.Count {
		add("count", countWords(n, k))
	}
	add("about", c.About)
	return strings.Join(out, " · ")
}

func countWords(n names, c narrative.Count) string {
	num := func(f *float64) string { return strconv.FormatFloat(*f, 'f', -1, 64) }
	var s string
	switch {
	case c.Min == nil && c.Max == nil:
		s = "some"
	case c.Max == nil:
		s = "at least " + num(c.Min)
	case c.Min == nil:
		s = "at most " + num(c.Max)
	case *c.Min == *c.Max:
		s = num(c.Min)
	default:
		s = num(c.Min) + " to " + num(c.Max)
	}
	if c.About {
		s = "about " + s
	}
	s += " " + c.Of
	if len(c.Who) > 0 {
		s += " (" + n.list(c.Who) + ")"
	}
	return s
}

// A group is the assertions of one source.
type group struct {
	title      string
	assertions []*narrative.Assertion
}

// bySource groups the assertions of d, those without a source last.
func bySource(d *narrative.Dossier) []group {
	at := map[string]int{}
	var out []group
	for i, s := range d.Sources {
		at[s.ID] = i
		out = append(out, group{title: sourceTitle(s)})
	}
	rest := group{title: "Without a source"}
	for i := range d.Assertions {
		a := &d.Assertions[i]
		if g, ok := at[a.Source]; ok {
			out[g].assertions = append(out[g].assertions, a)
		} else {
			rest.assertions = append(rest.assertions, a)
		}
	}
	if len(rest.assertions) > 0 {
		out = append(out, rest)
	}
	return out
}

// sourceTitle names a source: its title, publisher and date, as far as they are known.
func sourceTitle(s *source.Document) string {
	title := cmp.Or(s.Title, s.ID)
	for _, x := range []string{s.Publisher, s.Published.String()} {
		if x != "" {
			title += " – " + x
		}
	}
	return title
}
