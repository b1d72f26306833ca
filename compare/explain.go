package compare

import (
	"fmt"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/compare/align"
	"github.com/seed514b815a/rashomon/narrative"
)

// Explanation is how a finding came about, step by step: which law, which row of
// the table, what was weighed, and what would have had to be otherwise. Comparer
// adds it to each finding where its Explain is set.
type Explanation struct {
	Law     int          `json:"law,omitempty"` // 1 to 12; 0: none but the table
	LawName string       `json:"lawName,omitempty"`
	Rule    string       `json:"rule"` // the row of the table, or the law that stands in its place
	Pair    []Valued     `json:"pair"` // the pair that carries it, or the one value that others lack
	Match   *align.Match `json:"match,omitempty"`
	Joined  bool         `json:"joined,omitempty"` // Match joined the two; else they came together through others
	Near    []Verging    `json:"near"`             // the neighbouring verdicts
}

// Valued is a value as it was compared.
type Valued struct {
	Assertion string `json:"assertion"`
	Says      string `json:"says"` // normalised: ids, plain words, figures, EDTF
}

// Verging is a verdict that a finding comes close to.
type Verging struct {
	Outcome Outcome `json:"outcome"`
	Kind    Kind    `json:"kind,omitempty"`
	If      string  `json:"if"` // what would have to be otherwise: "if the later figure were lower"
}

// laws names the twelve laws of an open world.
var laws = [...]string{
	1:  "silence is never denial",
	2:  "a longer list never contradicts a shorter one",
	3:  "a toll has a moment and can only grow",
	4:  "another measure, population or span is another question",
	5:  "mirror accusations are one conflict",
	6:  "a denial conflicts with exactly what it denies",
	7:  "another name for an act is framing",
	8:  "one origin is one voice",
	9:  "what an adversary says that somebody said is not that side's position",
	10: "the speech act and the act that it speaks of are coded apart",
	11: "gaps are for participants",
	12: "which side is right is nobody's business here",
}

// lawOf says which law a finding rests on, 0 where the table alone decides.
func lawOf(f *Finding, denial bool) int {
	switch {
	case f.Kind == "relayed", f.Kind == "representation":
		return 9
	case f.Outcome == Gap && f.Kind == "silent" && f.Facet == narrative.FacetOccurrence:
		return 1
	case f.Outcome == Gap:
		return 11
	case denial:
		return 6
	case f.Outcome == Framing:
		return 7
	case f.Kind == "mirror-accusation":
		return 5
	case f.Facet == narrative.FacetCount && (slices.Contains(f.Missing, "who") || slices.Contains(f.Missing, "among")):
		return 4
	case f.Facet == narrative.FacetCount:
		return 3
	case f.Kind == "different-scope", f.Kind == "overlapping", f.Kind == "disjoint" && f.Facet != narrative.FacetResponsibility:
		return 2
	}
	return 0
}

// explainer knows what explanations need beside the issue.
type explainer struct {
	scale *align.Scale // nil: the aligner is somebody's own, and weighs nothing
}

// explain says how a finding came about.
func (q *inquiry) explain(f *Finding, d *draft) *Explanation {
	e := &Explanation{Pair: []Valued{}, Near: []Verging{}}
	denial := false
	for _, h := range []*holding{d.x, d.y} {
		if h != nil {
			denial = denial || h.first().denies
			e.Pair = append(e.Pair, Valued{h.first().a.ID, h.v.Says})
		}
	}
	e.Law = lawOf(f, denial)
	e.LawName = laws[e.Law]
	e.Rule = ruleWords(f, d, denial)
	if d.x != nil && d.y != nil {
		e.Match, e.Joined = q.matchOf(d.x.first().a.ID, d.y.first().a.ID)
	}
	for _, n := range neighbours {
		if n.of == f.Outcome && (n.kind == f.Kind || n.kind == "") && (n.facet == "" || n.facet == f.Facet) && (n.denial == denial || n.of != Agreement && n.of != Undetermined) {
			e.Near = append(e.Near, Verging{n.to, n.toKind, n.when})
		}
	}
	if f.Outcome == Conflict && f.Force == Soft {
		e.Near = append(e.Near, Verging{Conflict, f.Kind, "with the force hard, if neither side hedged"})
	}
	return e
}

// matchOf returns why two assertions are held to speak of one happening: the match
// that joined them or, where others did, how the two alone weigh.
func (q *inquiry) matchOf(x, y string) (m *align.Match, joined bool) {
	for i := range q.g.links {
		if l := &q.g.links[i]; l.A == x && l.B == y || l.A == y && l.B == x {
			return l, true
		}
	}
	if q.b.explain.scale == nil {
		return nil, false
	}
	w, ok := q.b.explain.scale.Weigh(x, y)
	if !ok {
		return nil, false
	}
	return &w, false
}

// ruleWords writes the row of the table that decided, or what stands in its place.
func ruleWords(f *Finding, d *draft, denial bool) string {
	end := f.Outcome.String()
	if f.Kind != "" {
		end += " (" + string(f.Kind) + ")"
	}
	switch {
	case f.Outcome == Gap:
		return fmt.Sprintf("a gap on %s → %s", f.Facet, end)
	case denial:
		return fmt.Sprintf("a denial with %s in focus → %s", f.Facet, end)
	case f.Kind == "representation":
		return "a word put into a side's mouth, and denied → " + end
	case f.Outcome == Revision:
		return fmt.Sprintf("%s, an earlier and a later word of one side, %s → %s", f.Facet, relationWords(d), end)
	case f.Outcome == Undetermined:
		return fmt.Sprintf("%s, with %s open → %s", f.Facet, strings.Join(f.Missing, " and "), end)
	}
	return fmt.Sprintf("%s, %s → %s", f.Facet, relationWords(d), end)
}

func relationWords(d *draft) string {
	s := d.verdict.Relation.String()
	if n := d.verdict.Note; n != Plain {
		s += ", " + n.String()
	}
	return s
}
