package compare_test

import (
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/narrative"
)

// nHeld is one position that a side holds: what a gap of another side is about.
type nHeld struct {
	a     *nItem
	scope map[string]string
	count narrative.Count
}

// held gives the positions on a facet, the latest of each side.
func (n *nIssue) held(f narrative.Facet) []nHeld {
	var out []nHeld
	switch f {
	case narrative.FacetOccurrence:
		for _, a := range n.items {
			if n.onOccurrence(a) {
				out = append(out, nHeld{a: a})
			}
		}
	case narrative.FacetResponsibility:
		for _, b := range n.blame() {
			out = append(out, nHeld{a: b.a})
		}
	case narrative.FacetCount:
		for _, x := range n.figures() {
			c := x.c // "a count ... of that `of` and `who`": a gap asks for no more
			c.Among, c.Span = nil, ""
			out = append(out, nHeld{x.a, n.countScope(c), c})
		}
	default:
		for _, a := range n.items {
			if n.latest(a, f) {
				out = append(out, nHeld{a: a, scope: agentScope(n.actOf(a))})
			}
		}
	}
	return out
}

// onOccurrence: a says that it happened, or that it didn't.
func (n *nIssue) onOccurrence(a *nItem) bool {
	return a.happens() && a.kind() != "" || a.denial() && a.focus() == narrative.FacetOccurrence && !n.ofSaying(a)
}

// gaps: "Gaps are for participants."
func (n *nIssue) gaps() {
	n.relayed()
	n.unanswered()
	n.unknownToObservers()
	n.shared()
	for _, s := range n.participants {
		if !slices.ContainsFunc(n.items, func(a *nItem) bool { return a.side == s && a.own }) {
			n.absent(s)
			continue
		}
		n.declinedOccurrence(s)
		n.leftOpen(s)
		if !slices.ContainsFunc(n.items, func(a *nItem) bool { return a.side == s && a.speaks }) {
			continue // "A side that only demands or promises ... has no further gaps."
		}
		for _, f := range narrative.Facets() {
			n.silences(s, f)
		}
	}
}

// relayed: "`relayed` is one gap per issue on occurrence: the quoted side is `silent`,
// the relaying side holds the position".
func (n *nIssue) relayed() {
	for _, a := range n.items {
		for _, r := range a.relayers {
			f := n.add(narrative.FacetOccurrence, nil, "gap", "relayed")
			rel := *a
			rel.side = r
			f.position(&rel)
			f.silent = append(f.silent, a.side)
		}
	}
}

// absent: "One that has no assertion in the issue: one gap `silent` on occurrence";
// relayed "replaces `silent`".
func (n *nIssue) absent(s string) {
	held := n.held(narrative.FacetOccurrence)
	for _, a := range n.items {
		if len(a.relayers) > 0 && (a.side == s || slices.Contains(a.relayers, s)) {
			return
		}
	}
	if len(held) > 0 {
		n.gap(narrative.FacetOccurrence, nil, "silent", s, held)
	}
}

// gap notes that s is silent on what others hold. "Positions are the sides that hold one".
func (n *nIssue) gap(facet narrative.Facet, scope map[string]string, kind, s string, held []nHeld) {
	f := n.add(facet, scope, "gap", kind)
	f.silent = append(f.silent, s)
	for _, h := range held {
		if h.a.side != s && scopeKey(h.scope) == scopeKey(scope) {
			f.position(h.a)
		}
	}
}

// unknownToObservers: what an observer says isn't known (certainty `unknown`) and nobody
// gives is a gap `unknown` of all participants, with the observer's word as a position.
func (n *nIssue) unknownToObservers() {
	for _, a := range n.items {
		if f := a.Focus; f != "" && a.own && a.speaks && a.Certainty == narrative.NotKnown && len(n.participants) > 0 && !slices.Contains(n.participants, a.side) && len(n.held(f)) == 0 {
			g := n.add(f, nil, "gap", "unknown")
			g.silent = append(g.silent, n.participants...)
			g.position(a)
		}
	}
}

// leftOpen: what a side says that it leaves open is a gap of its own where nobody gives
// it: "said not to be known yet (certainty `unknown`): `unknown`", "`declined` (on the
// facet asked about", "`unquantified` (\"there are casualties\"", with the words as its position.
func (n *nIssue) leftOpen(s string) {
	for _, a := range n.items {
		if a.side != s || !a.own {
			continue
		}
		if f := a.Focus; f != "" && len(n.held(f)) == 0 {
			switch {
			case a.speaks && a.Certainty == narrative.NotKnown:
				n.gapOf(f, nil, "unknown", a)
			case a.word && a.Claim.Act == narrative.Decline && !(f == narrative.FacetResponsibility && len(n.charges(s)) > 0):
				n.gapOf(f, nil, "declined", a)
			}
		}
		calls := false
		for k := a.kind(); k != ""; k = nKinds[k].parent {
			for _, ask := range checklist[k] {
				calls = calls || strings.HasPrefix(ask, "count")
			}
		}
		if !a.happens() || !calls {
			continue
		}
		for _, c := range a.Claim.Count {
			given := slices.ContainsFunc(n.held(narrative.FacetCount), func(h nHeld) bool {
				return h.count.Of == c.Of && (n.who(h.count) == n.who(c) || len(h.count.Who) == 0)
			})
			lossOfIts := losses[c.Of] && slices.Contains(n.w.sides(c.Who), s)
			if !figure(c) && lossOfIts && !given {
				c.Among, c.Span = nil, ""
				n.gapOf(narrative.FacetCount, n.countScope(c), "unquantified", a)
			}
		}
	}
}

// gapOf notes a gap that the side's own word shows.
func (n *nIssue) gapOf(facet narrative.Facet, scope map[string]string, kind string, a *nItem) {
	f := n.add(facet, scope, "gap", kind)
	f.silent = append(f.silent, a.side)
	f.position(a)
}

// silences finds what s leaves open of what others say on a facet: "One that speaks but
// holds no position on a facet that another side holds for the same act: `silent`".
func (n *nIssue) silences(s string, f narrative.Facet) {
	held := n.held(f)
	for _, h := range held {
		if h.a.side == s || n.gives(s, f, h) || n.owesNothing(s, h.a) {
			continue
		}
		kind := "silent"
		switch known, spared := n.unknown(s, f, h); {
		case spared:
			continue
		case known:
			kind = "unknown"
		case f == narrative.FacetCount && n.unquantified(s, h.count):
			kind = "unquantified"
		case n.declinedOn(s, f):
			continue
		case f == narrative.FacetResponsibility && n.charged(s): // "`unanswered` and `declined` ... replace `silent`"
			continue
		case f == narrative.FacetOccurrence && n.declines(s, nil):
			continue
		}
		n.gap(f, h.scope, kind, s, held)
	}
}

// gives tells whether s holds a position where h is one.
func (n *nIssue) gives(s string, f narrative.Facet, h nHeld) bool {
	return slices.ContainsFunc(n.items, func(a *nItem) bool {
		if a.side != s {
			return false
		}
		switch f {
		case narrative.FacetOccurrence:
			return n.onOccurrence(a)
		case narrative.FacetResponsibility:
			return blames(a)
		case narrative.FacetCount: // "no such count at all is `silent`"
			return a.happens() && !a.lost[f] && slices.ContainsFunc(a.Claim.Count, func(c narrative.Count) bool { return figure(c) && n.samePopulation(c, h.count) })
		}
		return value(a, f) && n.mayBeOneAct(a, h.a)
	})
}

func (n *nIssue) samePopulation(c, d narrative.Count) bool {
	return c.Of == d.Of && (n.who(c) == n.who(d) || len(c.Who) == 0 || len(d.Who) == 0)
}

// mayBeOneAct: "the assertions that name the same agent side speak of one act", whatever
// their kinds; one that names none may speak of any.
func (n *nIssue) mayBeOneAct(a, b *nItem) bool {
	x, y := n.actOf(a), n.actOf(b)
	return len(x) == 0 || len(y) == 0 || slices.Equal(x, y)
}

// owesNothing: "A side that denies an act, or only answers about it, has no further gaps
// on that act but `relayed`".
func (n *nIssue) owesNothing(s string, of *nItem) bool {
	if n.deniedBy(s, of) {
		return true
	}
	answers, other := false, false
	for _, a := range n.items {
		if a.side != s || !a.own || !a.word {
			continue
		}
		t, act := n.byID[a.Claim.About], n.actOf(a)
		if t != nil && len(a.agents) == 0 {
			act = n.actOf(t)
		}
		if slices.Equal(act, n.actOf(of)) {
			answers = answers || t != nil
			other = other || t == nil && a.speaks
		}
	}
	return answers && !other
}

// actOf gives the agents of the act that a speaks of: those that it names, else those of
// the only act.
func (n *nIssue) actOf(a *nItem) []string {
	if sole, two := n.soleAct(nature(a.kind())); len(a.agents) == 0 && !two {
		return sole
	}
	return a.agents
}

// deniesAct tells whether the denial d speaks of the act of a.
func (n *nIssue) deniesAct(d, a *nItem) bool {
	kind := n.denied(d).Event
	switch act := n.deniedAct(d); {
	case d.Claim.About == a.ID:
		return true
	case nature(kind) != nature(a.kind()):
		return false
	case len(act) > 0:
		return slices.Equal(act, n.actOf(a))
	}
	return isA(kind, a.kind()) || isA(a.kind(), kind)
}

// unknown: "Certainty `unknown` gives `unknown` on the facet that `focus` names, else on
// every facet without a value that another side gives"; "a value that it states only
// spares its side the gap".
func (n *nIssue) unknown(s string, f narrative.Facet, h nHeld) (unknown, spared bool) {
	for _, a := range n.items {
		if a.side != s || !a.speaks || a.Certainty != narrative.NotKnown {
			continue
		}
		has := false
		switch f {
		case narrative.FacetOccurrence:
			has = a.kind() != ""
		case narrative.FacetResponsibility:
			has = len(a.agents) > 0
		case narrative.FacetCount:
			has = slices.ContainsFunc(a.Claim.Count, func(c narrative.Count) bool { return figure(c) && n.samePopulation(c, h.count) })
		default:
			has = states(&a.Claim, f) && n.mayBeOneAct(a, h.a)
		}
		part := f != narrative.FacetOccurrence && f != narrative.FacetResponsibility && f != narrative.FacetCount
		// "on every facet": who names no act may mean any
		mayBe := !part || len(a.agents) == 0 || n.mayBeOneAct(a, h.a)
		if a.Focus == f && mayBe {
			return true, false // what is in focus is not known, whatever it is said to be
		}
		spared = spared || has
		unknown = unknown || a.Focus == "" && mayBe
	}
	return unknown, spared
}

// unquantified: "needs a count without figures of that `of` and `who`"
func (n *nIssue) unquantified(s string, c narrative.Count) bool {
	return slices.ContainsFunc(n.items, func(a *nItem) bool {
		return a.side == s && a.happens() && slices.ContainsFunc(a.Claim.Count, func(d narrative.Count) bool {
			return !figure(d) && d.Of == c.Of && n.who(d) == n.who(c)
		})
	})
}

// charges gives the accusations of s: "A participant that another side accuses (act
// `accuse`, with it as agent)".
func (n *nIssue) charges(s string) []*nItem {
	var out []*nItem
	for _, c := range n.items {
		if c.side != s && c.stands() && c.Claim.Act == narrative.Accuse && slices.Contains(c.agents, s) {
			out = append(out, c)
		}
	}
	return out
}

// answered: "neither denies, admits nor charges back".
func (n *nIssue) answered(s string, c *nItem) bool {
	return slices.ContainsFunc(n.items, func(a *nItem) bool {
		if a.side != s || !a.holds {
			return false
		}
		about := n.byID[a.Claim.About]
		ofCharge := about != nil && about.own && slices.Contains(about.agents, s) && family(about.kind()) == family(c.kind())
		kind := a.kind()
		if a.denies() {
			if n.ofSaying(a) { // "denying an alleged admission doesn't"
				return false
			}
			kind = n.denied(a).Event
			act := n.deniedAct(a)
			return ofCharge || family(kind) == family(c.kind()) && (len(act) == 0 || slices.Contains(act, s))
		}
		// "so does any accusation of the accuser in the issue, of whatever kind"
		if a.Claim.Act == narrative.Accuse && slices.Contains(a.agents, c.side) {
			return true
		}
		if ownResponse(a) { // "An own act with cause `response`, admitted or not, is no answer to who began"
			return false
		}
		// "`unanswered` is judged per act and family of kinds"; "naming another side as
		// the agent answers it"; "else only a word on the accused act does"
		return ofCharge || family(kind) == family(c.kind()) && len(a.agents) > 0
	})
}

// declines tells whether s refused to comment, on that charge or at all.
func (n *nIssue) declines(s string, c *nItem) bool {
	return slices.ContainsFunc(n.items, func(a *nItem) bool {
		if a.side != s || !a.own || !a.word || a.Claim.Act != narrative.Decline || a.Focus != "" && (c == nil || a.Focus != narrative.FacetResponsibility) {
			return false
		}
		t := n.byID[a.Claim.About]
		return c == nil || t == nil || t == c || slices.Contains(t.agents, s) && family(t.kind()) == family(c.kind())
	})
}

// charged tells whether an accusation of s stands unanswered.
func (n *nIssue) charged(s string) bool {
	return slices.ContainsFunc(n.charges(s), func(c *nItem) bool { return !n.answered(s, c) })
}

// unanswered: "Its scope is {}: all accused sides that are left unanswered stand in one
// finding." "An accused participant without any assertion in the issue is `silent` on
// occurrence, not `unanswered`".
func (n *nIssue) unanswered() {
	for _, s := range n.participants {
		if !slices.ContainsFunc(n.items, func(a *nItem) bool { return a.side == s && a.own }) {
			continue
		}
		for _, c := range n.charges(s) {
			if n.answered(s, c) {
				continue
			}
			kind := "unanswered"
			if n.declines(s, c) { // "(`declined` where it refused to comment)"
				kind = "declined"
			}
			f := n.add(narrative.FacetResponsibility, nil, "gap", kind)
			f.silent = append(f.silent, s)
			f.position(c)
		}
	}
}

// declinedOccurrence: "on responsibility where accused, else on occurrence".
func (n *nIssue) declinedOccurrence(s string) {
	n.declinedFacets(s)
	if !n.declines(s, nil) || len(n.charges(s)) > 0 || slices.ContainsFunc(n.items, func(a *nItem) bool { return a.side == s && n.onOccurrence(a) }) {
		return
	}
	if held := n.held(narrative.FacetOccurrence); len(held) > 0 {
		n.gap(narrative.FacetOccurrence, nil, "declined", s, held)
	}
}

// declinedFacets: "`declined` (on the facet asked about, ...)" replaces `silent` there.
func (n *nIssue) declinedFacets(s string) {
	for _, f := range narrative.Facets() {
		if !n.declinedOn(s, f) || f == narrative.FacetResponsibility && len(n.charges(s)) > 0 {
			continue
		}
		held := n.held(f)
		for _, h := range held {
			if h.a.side != s && !n.gives(s, f, h) && !n.deniedBy(s, h.a) {
				n.gap(f, h.scope, "declined", s, held)
			}
		}
	}
}

func (n *nIssue) declinedOn(s string, f narrative.Facet) bool {
	return slices.ContainsFunc(n.items, func(a *nItem) bool {
		return a.side == s && a.own && a.word && a.Claim.Act == narrative.Decline && a.Focus == f
	})
}

// deniedBy tells whether s denies the act of a.
func (n *nIssue) deniedBy(s string, a *nItem) bool {
	return slices.ContainsFunc(n.items, func(d *nItem) bool {
		return d.side == s && d.holds && d.denies() && !n.ofSaying(d) && n.deniesAct(d, a)
	})
}

// shared: "What the kind of event calls for and nobody answers: `shared`, from a readable
// checklist"; "`silent` are all participants"; "not reported where an issue has no participant".
func (n *nIssue) shared() {
	if len(n.participants) == 0 {
		return
	}
	for _, a := range n.items {
		if !a.happens() {
			continue
		}
		for k := a.kind(); k != ""; k = nKinds[k].parent {
			for _, ask := range checklist[k] {
				facet, of, _ := strings.Cut(ask, ":")
				f := narrative.Facet(facet)
				if slices.ContainsFunc(n.held(f), func(h nHeld) bool { return of == "" || h.count.Of == of }) {
					continue
				}
				var scope map[string]string
				if of != "" {
					scope = map[string]string{"of": of}
				}
				n.add(f, scope, "gap", "shared").silent = n.participants
			}
		}
	}
}
