package compare_test

import (
	"math"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/narrative"
)

// nFigure is one figure of one assertion.
type nFigure struct {
	a      *nItem
	c      narrative.Count
	moment edtf.Time // "As-of defaults to `said`, then to the source's date."
}

// figure tells whether a count has one: "`min` or `max` missing: open on that end; both: no figure".
func figure(c narrative.Count) bool { return c.Min != nil || c.Max != nil }

// bounds gives the interval of a figure, wider by "10 % unless the measure's table says
// otherwise" where it is marked `about`.
func bounds(c narrative.Count) (lo, hi float64) {
	lo, hi = 0, math.Inf(1)
	if c.Min != nil {
		lo = *c.Min
	}
	if c.Max != nil {
		hi = *c.Max
	}
	if c.About {
		lo, hi = lo*0.9, hi*1.1
	}
	return lo, hi
}

// rawEqual tells whether two figures are the same as said.
func rawEqual(x, y narrative.Count) bool {
	x.About, y.About = false, false
	return relFigures(x, y) == relSame
}

func relFigures(x, y narrative.Count) rel {
	xl, xh := bounds(x)
	yl, yh := bounds(y)
	switch {
	case xl == yl && xh == yh:
		return relSame
	case xl >= yl && xh <= yh:
		return relNarrower
	case xl <= yl && xh >= yh:
		return relBroader
	case xl <= yh && yl <= xh:
		return relOverlap
	}
	return relDisjoint
}

// population is the `who` of a count: sides, where "a place stays a place".
func (n *nIssue) population(c narrative.Count) []string {
	var out []string
	for _, id := range c.Who {
		switch {
		case n.w.party[id]:
			out = append(out, n.w.side(id))
		case n.w.place[id]:
			out = append(out, id)
		default:
			out = append(out, lemma(id))
		}
	}
	return uniq(out)
}

func (n *nIssue) who(c narrative.Count) string { return strings.Join(n.population(c), "+") }

func among(c narrative.Count) string {
	var out []string
	for _, w := range c.Among {
		out = append(out, lemma(w))
	}
	return strings.Join(uniq(out), "+")
}

func span(c narrative.Count) string {
	if c.Span == "cumulative" {
		return ""
	}
	return c.Span
}

// question names what a count answers: "another measure, population or span is another
// question", and so is "another `among`".
func (n *nIssue) question(c narrative.Count) string {
	return strings.Join([]string{c.Of, n.who(c), among(c), span(c)}, "|")
}

func (n *nIssue) countScope(c narrative.Count) map[string]string {
	s := map[string]string{"of": c.Of}
	for k, v := range map[string]string{"who": n.who(c), "among": among(c), "span": span(c)} {
		if v != "" {
			s[k] = v
		}
	}
	return s
}

// allFigures gives every figure that stands or once stood.
func (n *nIssue) allFigures() []nFigure {
	var out []nFigure
	for _, a := range n.items {
		if !a.stands() || a.kind() == "statement" || a.lost[narrative.FacetCount] {
			continue
		}
		for _, c := range a.Claim.Count {
			if figure(c) {
				m := c.AsOf
				if m.IsZero() {
					m = a.said
				}
				out = append(out, nFigure{a, c, m})
			}
		}
	}
	return out
}

// oneMoment: "Moments that may coincide ("March", "13 March") are one moment."
func oneMoment(x, y nFigure) bool {
	return x.moment.IsZero() && y.moment.IsZero() || x.moment.Overlaps(y.moment)
}

// supersedes: x is a later figure of the same side: "figures by as-of, then `said`"; of
// what doesn't grow "figures of other moments stand beside it".
func (n *nIssue) supersedes(x, y nFigure) bool {
	if x.a.side != y.a.side || n.question(x.c) != n.question(y.c) {
		return false
	}
	if ok, open := stateTimes(x.a, y.a); !ok || open {
		return false
	}
	if later(x.moment, y.moment) {
		return grows[x.c.Of]
	}
	return oneMoment(x, y) && !x.moment.IsZero() && later(x.a.said, y.a.said)
}

// figures gives each side's latest figures.
func (n *nIssue) figures() []nFigure {
	all := n.allFigures()
	var out []nFigure
	for _, y := range all {
		if !slices.ContainsFunc(all, func(x nFigure) bool { return n.supersedes(x, y) }) {
			out = append(out, y)
		}
	}
	return out
}

func (n *nIssue) counts() {
	latest := n.figures()
	for i, x := range latest {
		for _, y := range latest[i+1:] {
			if x.a.side != y.a.side {
				n.twoFigures(x, y)
			}
		}
	}
	all := n.allFigures()
	for i, y := range all {
		for _, x := range all[i+1:] {
			if x.a.side == y.a.side && !n.supersedes(x, y) && !n.supersedes(y, x) {
				n.ownFigures(x, y)
			}
		}
		for _, x := range all {
			if !n.supersedes(x, y) {
				continue
			}
			// "`raised`, `lowered` and `inconsistent` need disjoint figures"; "later figures
			// that overlap without entailment are `changed`"; "only measures that grow are
			// `raised` or `lowered`"
			kind := "changed"
			r := relFigures(x.c, y.c)
			if r == relDisjoint && grows[x.c.Of] {
				xl, _ := bounds(x.c)
				yl, _ := bounds(y.c)
				kind = "lowered"
				if xl > yl {
					kind = "raised"
				}
			}
			if r == relDisjoint || r == relOverlap && !(x.c.About || y.c.About) {
				n.add(narrative.FacetCount, n.countScope(x.c), "revision", kind).pair(x.a, y.a)
			}
		}
	}
}

// ownFigures: two figures of one side, neither of which is later.
func (n *nIssue) ownFigures(x, y nFigure) {
	if n.question(x.c) != n.question(y.c) {
		return
	}
	if ok, open := stateTimes(x.a, y.a); !ok || open {
		return
	}
	r := relFigures(x.c, y.c)
	switch {
	case x.moment.IsZero() || y.moment.IsZero():
		// "Two figures of one side without any date are undetermined (missing `asOf`)"
		if r == relDisjoint || r == relOverlap {
			n.undetermined(narrative.FacetCount, n.countScope(x.c), x.a, y.a, "asOf")
		}
	case oneMoment(x, y) && r == relDisjoint: // "only figures said at one moment are `inconsistent`"
		n.add(narrative.FacetCount, n.countScope(x.c), "conflict", "inconsistent").pair(x.a, y.a)
	}
}

// twoFigures: figures of two sides.
func (n *nIssue) twoFigures(x, y nFigure) {
	if x.c.Of != y.c.Of || span(x.c) != span(y.c) {
		return
	}
	ok, timeless := stateTimes(x.a, y.a)
	if !ok {
		return
	}
	var missing []string
	scope := n.countScope(x.c)
	for _, p := range []struct{ name, x, y string }{{"who", n.who(x.c), n.who(y.c)}, {"among", among(x.c), among(y.c)}} {
		switch {
		case p.x == p.y:
		case p.x == "" || p.y == "": // "missing on one side only: undetermined"
			missing = append(missing, p.name)
			scope[p.name] = p.x + p.y
		default:
			return
		}
	}
	if timeless {
		missing = append(missing, "time")
	}
	outcome, kind := judgeFigures(x, y)
	if outcome == "undetermined" {
		missing = append(missing, "asOf")
	}
	if missing != nil {
		n.undetermined(narrative.FacetCount, scope, x.a, y.a, missing...)
		return
	}
	n.add(narrative.FacetCount, scope, outcome, kind).pair(x.a, y.a)
}

// judgeFigures compares two figures that answer one question.
func judgeFigures(x, y nFigure) (outcome, kind string) {
	if x.moment.IsZero() == y.moment.IsZero() {
		switch {
		case oneMoment(x, y):
			return judgeAt(x, y, 0)
		case later(y.moment, x.moment):
			return judgeAt(x, y, 1)
		default:
			return judgeAt(x, y, -1)
		}
	}
	// One moment is missing: "two ways of filling it give different outcomes ... and two
	// fillings that are both compatible are no flip".
	o0, k0 := judgeAt(x, y, 0)
	for _, at := range []int{-1, 1} {
		if o, _ := judgeAt(x, y, at); o != o0 {
			return "undetermined", ""
		}
	}
	return o0, k0
}

// judgeAt compares two figures at one moment (0), or where y's is the later one (1) or
// x's (-1).
func judgeAt(x, y nFigure, order int) (outcome, kind string) {
	r := relFigures(x.c, y.c)
	about := x.c.About || y.c.About
	if order != 0 {
		xl, xh := bounds(x.c)
		yl, yh := bounds(y.c)
		switch toll := grows[x.c.Of]; {
		case toll && rawEqual(x.c, y.c): // "equal figures of these agree whatever their moments"
			if about {
				return "agreement", "approximate"
			}
			return "agreement", "exact"
		case toll && (order > 0 && xl > yh || order < 0 && yl > xh): // "no common moment lets both be true"
			return "conflict", "disjoint"
		}
		return "compatible", "different-scope"
	}
	switch {
	case r == relDisjoint:
		return "conflict", "disjoint"
	case about: // "Figures are `approximate` where one is marked `about` and they meet within its tolerance"
		return "agreement", "approximate"
	case r == relSame:
		return "agreement", "exact"
	case r == relOverlap:
		return "compatible", "overlapping"
	}
	return "agreement", "narrower"
}
