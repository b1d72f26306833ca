package diff

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"reflect"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/narrative"
)

// issue says what changed in one happening; changed is false where nothing did.
func (d *differ) issue(h happening) (ic IssueChange, changed bool) {
	x := &pairing{d: d, was: findingsOf(d.was.r, h.was), is: findingsOf(d.is.r, h.is)}
	ic.Was, x.before = ids(d.was.r, h.was)
	ic.Is, x.after = ids(d.is.r, h.is)
	ic.Said, ic.Unsaid = lacking(x.after, d.was), lacking(x.before, d.is)
	x.said, x.isNew = ic.Said, map[string]bool{}
	for _, id := range x.said {
		x.isNew[id] = true
	}
	for _, i := range h.was {
		ic.Title = cmp.Or(ic.Title, d.was.r.Issues[i].Title)
	}
	if len(h.is) > 0 {
		ic.Title = d.is.r.Issues[h.is[0]].Title
	}
	switch w, i := len(h.was), len(h.is); {
	case w == 0:
		ic.Course = "new"
	case i == 0:
		ic.Course = "gone"
	case w > 1 && i > 1:
		ic.Course = "regrouped"
	case w > 1:
		ic.Course = "joined"
	case i > 1:
		ic.Course = "split"
	}
	x.match()
	x.gaps()
	slices.SortStableFunc(x.out, compareChanges)
	ic.Changes = append([]Change{}, x.out...)
	return ic, ic.Course != "" || len(ic.Changes)+len(ic.Said)+len(ic.Unsaid) > 0
}

func findingsOf(r *compare.Report, issues []int) []*compare.Finding {
	var out []*compare.Finding
	for _, i := range issues {
		for j := range r.Issues[i].Findings {
			out = append(out, &r.Issues[i].Findings[j])
		}
	}
	return out
}

// ids returns the ids of the issues and of their assertions.
func ids(r *compare.Report, issues []int) (of, assertions []string) {
	of = []string{}
	for _, i := range issues {
		of = append(of, r.Issues[i].ID)
		assertions = append(assertions, r.Issues[i].Assertions...)
	}
	slices.Sort(assertions)
	return of, assertions
}

// lacking returns those of the assertions that the report lacks.
func lacking(assertions []string, e edition) []string {
	out := []string{}
	for _, id := range assertions {
		if e.assertions[id] == nil {
			out = append(out, id)
		}
	}
	return out
}

// pairing holds the findings on one happening in two reports against each other.
type pairing struct {
	d             *differ
	was, is       []*compare.Finding
	before, after []string // assertions
	said          []string // those that only the new report has
	isNew         map[string]bool
	out           []Change
}

type findingKey struct {
	facet   narrative.Facet
	scope   compare.Scope
	outcome compare.Outcome
	kind    compare.Kind
}

func keyOf(f *compare.Finding) findingKey { return findingKey{f.Facet, f.Scope, f.Outcome, f.Kind} }

// match pairs the findings, gaps aside, and says what came, went and moved. Findings
// are one where facet, scope, outcome and kind are equal. Of what is left, a
// finding that is the only one of its facet, scope and outcome in both reports, and
// that two sides share, is one that became of another kind.
func (x *pairing) match() {
	was, is := map[findingKey]*compare.Finding{}, map[findingKey]*compare.Finding{}
	for _, f := range slices.Backward(x.was) { // of issues that were joined the first stands
		was[keyOf(f)] = f
	}
	for _, f := range slices.Backward(x.is) {
		is[keyOf(f)] = f
	}
	left := map[findingKey][2][]*compare.Finding{} // without a kind
	leave := func(f *compare.Finding, at int) {
		k := keyOf(f)
		k.kind = ""
		l := left[k]
		l[at] = append(l[at], f)
		left[k] = l
	}
	for k, f := range was {
		if k.outcome == compare.Gap {
			continue
		}
		if g := is[k]; g != nil {
			x.moved(f, g)
		} else {
			leave(f, 0)
		}
	}
	for k, g := range is {
		if k.outcome != compare.Gap && was[k] == nil {
			leave(g, 1)
		}
	}
	for _, l := range left {
		if len(l[0]) == 1 && len(l[1]) == 1 && len(common(holdersOf(l[0][0]), holdersOf(l[1][0]))) > 1 {
			x.moved(l[0][0], l[1][0])
			continue
		}
		for _, f := range l[0] {
			x.went(f, holdersOf(f), nil)
		}
		for _, g := range l[1] {
			x.add(Change{What: whats[g.Outcome].came, Sides: holdersOf(g), Is: g, By: x.by(g, holdersOf(g)), Why: g.Why})
		}
	}
}

// holdersOf returns the sides that hold a position in a finding.
func holdersOf(f *compare.Finding) []string {
	out := []string{}
	for _, p := range f.Positions {
		out = append(out, p.Side)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func common(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(s string) bool { return !slices.Contains(b, s) })
}

// moved notes a finding that stands, if any position in it is another.
func (x *pairing) moved(f, g *compare.Finding) {
	var shifts []Shift
	for _, side := range sorted(slices.Concat(holdersOf(f), holdersOf(g))) {
		p, q := positionOf(f, side), positionOf(g, side)
		if p != nil && q != nil && sameAnswers(p.Says, q.Says) && slices.Equal(p.Flags, q.Flags) {
			continue
		}
		shifts = append(shifts, x.shift(side, p, q))
	}
	if len(shifts) == 0 && f.Kind == g.Kind && f.Force == g.Force && slices.Equal(f.Missing, g.Missing) {
		return
	}
	sides := sorted(slices.Concat(holdersOf(f), holdersOf(g)))
	x.add(Change{What: "moved", Sides: sides, Was: f, Is: g, Shifts: shifts, By: x.by(g, sides), Why: x.d.whyMoved(f, g, shifts)})
}

// sameAnswers reports whether two positions say the same. Which of several answers
// comes first follows from the words that carry them, and is no answer of its own.
func sameAnswers(x, y string) bool {
	return x == y || slices.Equal(sorted(strings.Split(x, "; ")), sorted(strings.Split(y, "; ")))
}

func sorted(list []string) []string {
	slices.Sort(list)
	return slices.Compact(list)
}

func positionOf(f *compare.Finding, side string) *compare.Position {
	for i := range f.Positions {
		if f.Positions[i].Side == side {
			return &f.Positions[i]
		}
	}
	return nil
}

func (x *pairing) shift(side string, p, q *compare.Position) Shift {
	s := Shift{Side: side, Was: p, Is: q}
	if p == nil || q == nil || len(p.Assertions) == 0 || len(q.Assertions) == 0 {
		return s
	}
	a, b := x.d.was.assertions[p.Assertions[0]], x.d.is.assertions[q.Assertions[0]]
	if a == nil || b == nil || reflect.DeepEqual(a.Claim, b.Claim) && reflect.DeepEqual(a.Quotes, b.Quotes) {
		return s
	}
	s.Parts = Claims(&a.Claim, &b.Claim)
	if m, n := a.Assertion.Quoted(), b.Assertion.Quoted(); m != n && m != "" && n != "" {
		s.Wording = Wording(m, n)
	}
	return s
}

// went notes that a finding no longer stands for some sides. Is is what stands for
// them in its place, if anything does.
func (x *pairing) went(f *compare.Finding, sides []string, is *compare.Finding) {
	ch := Change{What: whats[f.Outcome].gone, Sides: sides, Was: f, Is: is, By: x.newWords(f.Facet, sides)}
	switch {
	case x.lost(f):
		ch.What = "lapsed"
	case len(ch.By) > 0:
		ch.What = whats[f.Outcome].went
		if f.Kind == "unanswered" || f.Kind == "declined" && f.Facet == narrative.FacetResponsibility || f.Kind == "silent" && x.accused(f, sides) && !x.stillUnanswered(sides) {
			ch.What = "answered"
		}
	}
	ch.Why = x.d.whyWent(&ch)
	x.add(ch)
}

// lost reports whether a position of an old finding has no word left in the new
// report; of what one side said against itself, whether a word is gone.
func (x *pairing) lost(f *compare.Finding) bool {
	gone := func(id string) bool { return x.d.is.assertions[id] == nil }
	return slices.ContainsFunc(f.Positions, func(p compare.Position) bool {
		if len(f.Positions) == 1 && f.Outcome != compare.Gap {
			return slices.ContainsFunc(p.Assertions, gone)
		}
		return len(p.Assertions) > 0 && !slices.ContainsFunc(p.Assertions, func(id string) bool { return !gone(id) })
	})
}

// accused reports whether the sides that were not heard at all stood accused by those
// who were.
func (x *pairing) accused(f *compare.Finding, sides []string) bool {
	if f.Facet != narrative.FacetOccurrence {
		return false
	}
	return slices.ContainsFunc(x.before, func(id string) bool {
		a := x.d.was.assertions[id]
		return a != nil && a.Claim.Act == narrative.Accuse && !slices.Contains(sides, a.Side) &&
			slices.ContainsFunc(a.Claim.Agent, func(id string) bool { return slices.Contains(sides, x.d.cast.Side(id)) })
	})
}

// stillUnanswered reports whether one of the sides, heard by now, leaves a charge
// open.
func (x *pairing) stillUnanswered(sides []string) bool {
	return slices.ContainsFunc(x.is, func(f *compare.Finding) bool {
		return (f.Kind == "unanswered" || f.Kind == "declined") && len(common(sides, f.Silent)) > 0
	})
}

// by returns the new words that a finding rests on or, where it rests on old ones,
// those of its sides that brought it about.
func (x *pairing) by(f *compare.Finding, sides []string) []string {
	out := []string{}
	for _, p := range f.Positions {
		for _, id := range p.Assertions {
			if x.isNew[id] {
				out = append(out, id)
			}
		}
	}
	if len(out) > 0 {
		return sorted(out)
	}
	return x.newWords(f.Facet, sides)
}

// mostWords bounds the words that a change names.
const mostWords = 8

// newWords returns the words of the sides that only the new report has, those
// that its findings on the facet cite before all others.
func (x *pairing) newWords(f narrative.Facet, sides []string) []string {
	cited := map[string]bool{}
	for _, g := range x.is {
		for _, p := range g.Positions {
			for _, id := range p.Assertions {
				cited[id] = cited[id] || g.Facet == f
			}
		}
	}
	var first, rest []string
	for _, id := range x.said {
		switch a := x.d.is.assertions[id]; {
		case a == nil || !slices.Contains(sides, a.Side):
		case cited[id]:
			first = append(first, id)
		default:
			rest = append(rest, id)
		}
	}
	if len(first) > 0 {
		rest = nil
	}
	out := append([]string{}, append(first, rest...)...)
	return sorted(out[:min(len(out), mostWords)])
}

// add notes a change, with its id.
func (x *pairing) add(ch Change) {
	ch.By, ch.Sides = append([]string{}, ch.By...), append([]string{}, ch.Sides...) // "[]" in JSON, not "null"
	var was, is string
	if ch.Was != nil {
		was = ch.Was.ID
	}
	if ch.Is != nil {
		is = ch.Is.ID
	}
	sum := sha256.Sum256([]byte(strings.Join([]string{string(ch.What), was, is, strings.Join(ch.Sides, "+")}, "\x00")))
	ch.ID = "c" + hex.EncodeToString(sum[:6])
	x.out = append(x.out, ch)
}

// compareChanges orders changes as they are told: by What, then as their findings,
// then by whom they are about.
func compareChanges(a, b Change) int {
	finding := func(c Change) *compare.Finding {
		if c.Is != nil && c.What != "answered" && c.What != "gap-filled" {
			return c.Is
		}
		return cmp.Or(c.Was, c.Is)
	}
	return cmp.Or(cmp.Compare(slices.Index(Whats(), a.What), slices.Index(Whats(), b.What)), finding(a).Compare(finding(b)),
		slices.Compare(a.Sides, b.Sides), cmp.Compare(a.ID, b.ID))
}
