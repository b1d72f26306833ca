package compare_test

import (
	"slices"

	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/narrative"
)

// later: b was said after a, for certain. "A date and a time within it: order unknown".
func later(b, a edtf.Time) bool { return a.Before(b) }

// pairs calls f with every two items of different sides, each pair once.
func (n *nIssue) pairs(f func(a, b *nItem)) {
	for i, a := range n.items {
		for _, b := range n.items[i+1:] {
			if a.side != b.side {
				f(a, b)
			}
		}
	}
}

// stateTimes: "A state without time against one with: undetermined on every facet,
// missing `time`; where its times don't overlap nothing is compared but time itself".
func stateTimes(a, b *nItem) (ok, open bool) {
	if !a.state() || !b.state() {
		return true, false
	}
	x, y := a.Claim.Time, b.Claim.Time
	if x.IsZero() != y.IsZero() {
		return true, true
	}
	return x.IsZero() || x.Overlaps(y), false
}

// occurrence: "kinds of event: the same, one is a kind of the other, or both under one
// family below the root". "every assertion that its side has not taken back stands, not
// only the latest"; "Two `statement`s give no finding on occurrence."
func (n *nIssue) occurrence() {
	n.pairs(func(a, b *nItem) {
		if !a.happens() || !b.happens() || a.kind() == "" || b.kind() == "" || family(a.kind()) != family(b.kind()) {
			return
		}
		ok, open := stateTimes(a, b)
		switch {
		case !ok:
		case open:
			n.undetermined(narrative.FacetOccurrence, nil, a, b, "time")
		case a.kind() == b.kind():
			n.add(narrative.FacetOccurrence, nil, "agreement", "exact").pair(a, b)
		default:
			n.add(narrative.FacetOccurrence, nil, "agreement", "narrower").pair(a, b)
		}
	})
}

// undetermined: "An undetermined outcome has no kind; missing parts of one facet and
// scope are united."
func (n *nIssue) undetermined(facet narrative.Facet, scope map[string]string, a, b *nItem, missing ...string) {
	f := n.add(facet, scope, "undetermined", "")
	f.pair(a, b)
	f.missing = append(f.missing, missing...)
}

// ownResponse: "A side's own act given as a response holds no position on responsibility".
func ownResponse(a *nItem) bool {
	return slices.Contains(a.agents, a.side) && slices.ContainsFunc(a.Claim.Cause, func(c string) bool { return lemma(c) == "response" })
}

// blames: a holds a position on responsibility, its latest or not.
func blames(a *nItem) bool {
	return a.happens() && len(a.agents) > 0 && !ownResponse(a) && !a.lost[narrative.FacetResponsibility]
}

// sameQuestion: a and b answer the same question of who did it: "Responsibility is
// compared only between kinds of one family"; "a state is compared only where its times overlap".
func sameQuestion(a, b *nItem) bool {
	ok, open := stateTimes(a, b)
	return family(a.kind()) == family(b.kind()) && ok && !open
}

// nBlame is one answer to who did it.
type nBlame struct {
	a      *nItem   // the assertion
	with   []*nItem // those whose agents are united with its own, itself included
	agents []string
	only   bool
}

// blame gives the latest answers, and the agents that a side names at one moment united.
func (n *nIssue) blame() []nBlame {
	var latest []*nItem
	for _, a := range n.items {
		if blames(a) && !slices.ContainsFunc(n.items, func(b *nItem) bool {
			return b.side == a.side && blames(b) && sameQuestion(a, b) && later(b.said, a.said) && !n.reblames(a, b)
		}) {
			latest = append(latest, a)
		}
	}
	var out []nBlame
	for _, a := range latest {
		out = append(out, unite(a, latest))
	}
	return out
}

// reblames: the side says at b's moment what it said at a's, as surely.
func (n *nIssue) reblames(a, b *nItem) bool {
	at := func(a *nItem) nBlame {
		return unite(a, slices.DeleteFunc(slices.Clone(n.items), func(b *nItem) bool { return !b.said.Equal(a.said) }))
	}
	x, y := at(a), at(b)
	return timedAlike(a, b) && slices.Equal(x.agents, y.agents) && x.only == y.only && oneAgent[a.kind()] == oneAgent[b.kind()] &&
		slices.ContainsFunc(x.with, (*nItem).certain) == slices.ContainsFunc(y.with, (*nItem).certain)
}

// timedAlike: a and b are no states of two times.
func timedAlike(a, b *nItem) bool {
	return !a.state() || a.Claim.Time.IsZero() || relTimes(a.Claim.Time, b.Claim.Time) == relSame
}

// unite: "A side's agents at one moment are the union of those it names, unless it says
// `only`"; "victory (an act with one agent only)".
func unite(a *nItem, all []*nItem) nBlame {
	v := nBlame{a, []*nItem{a}, a.agents, onlyOn(a, narrative.FacetResponsibility)}
	var with []*nItem
	united := !oneAgent[a.kind()]
	for _, b := range all {
		if b.side == a.side && blames(b) && sameQuestion(a, b) && timedAlike(a, b) && !later(a.said, b.said) && !later(b.said, a.said) {
			with = append(with, b)
			united = united && !onlyOn(b, narrative.FacetResponsibility)
		}
	}
	if united {
		v.with = with
		for _, b := range with {
			v.agents = uniq(append(v.agents, b.agents...))
		}
	}
	return v
}

func onlyOn(a *nItem, f narrative.Facet) bool { return slices.Contains(a.Claim.Only, f) }

// agentConflict tells whether two answers can't both be true.
func agentConflict(x, y nBlame) bool {
	return len(meet(x.agents, y.agents)) == 0 || x.only && !subset(y.agents, x.agents) || y.only && !subset(x.agents, y.agents)
}

func (n *nIssue) responsibility() {
	resp := narrative.FacetResponsibility
	all := n.blame()
	// "Mirror accusations (each side names the other as agent)"
	type mirror struct {
		x, y   []string
		family string
	}
	var mirrors []mirror
	for _, x := range all {
		for _, y := range all {
			if x.a.side != y.a.side && sameQuestion(x.a, y.a) && agentConflict(x, y) &&
				slices.Contains(x.agents, y.a.side) && slices.Contains(y.agents, x.a.side) {
				mirrors = append(mirrors, mirror{x.agents, y.agents, family(x.a.kind())})
			}
		}
	}
	for i, x := range all {
		for _, y := range all[i+1:] {
			if family(x.a.kind()) != family(y.a.kind()) {
				continue
			}
			if ok, open := stateTimes(x.a, y.a); !ok {
				continue
			} else if open {
				if x.a.side != y.a.side {
					n.undetermined(resp, nil, x.a, y.a, "time")
				}
				continue
			}
			var f *nFinding
			switch {
			case x.a.side == y.a.side:
			case agentConflict(x, y) && slices.ContainsFunc(mirrors, func(m mirror) bool {
				// "A third voice joins the mirror accusation if its agents equal one accuser's"
				return m.family == family(x.a.kind()) && slices.Equal(m.x, x.agents) && slices.Equal(m.y, y.agents)
			}):
				f = n.add(resp, nil, "conflict", "mirror-accusation")
			case agentConflict(x, y) && x.a.state(): // "of a state `status`"
				f = n.add(resp, nil, "conflict", "status")
			case agentConflict(x, y):
				f = n.add(resp, nil, "conflict", "disjoint")
			case slices.Equal(x.agents, y.agents):
				f = n.add(resp, nil, "agreement", "exact")
			case subset(x.agents, y.agents), subset(y.agents, x.agents):
				f = n.add(resp, nil, "agreement", "narrower")
			default:
				f = n.add(resp, nil, "compatible", "overlapping")
			}
			if f == nil {
				continue
			}
			for _, a := range x.with {
				for _, b := range y.with {
					f.pair(a, b)
				}
			}
		}
	}
	for i, a := range n.items { // "`inconsistent` (one side against itself at one moment)"
		for _, b := range n.items[i+1:] {
			if a.side == b.side && blames(a) && blames(b) && sameQuestion(a, b) && !later(a.said, b.said) && !later(b.said, a.said) && agentConflict(unite(a, n.items), unite(b, n.items)) {
				n.add(resp, nil, "conflict", "inconsistent").pair(a, b)
			}
		}
	}
	// "naming other agents later is `changed`"; "a later value that the earlier one
	// entails, or that entails it, is no revision"
	n.revisions(func(a, b *nItem) {
		if !blames(a) || !blames(b) || !sameQuestion(a, b) {
			return
		}
		// "Only them", after more were named, is not entailed by the earlier word.
		x, y := n.atOneMoment(a), n.atOneMoment(b)
		out := onlyOn(a, resp) && !subset(y, x) || onlyOn(b, resp) && !subset(x, y)
		if !subset(x, y) && !subset(y, x) || out {
			n.add(resp, nil, "revision", "changed").pair(a, b)
		}
	})
}

// atOneMoment: "A side's agents at one moment are the union of those it names, unless it
// says `only`", so that an earlier answer is what it was as a whole.
func (n *nIssue) atOneMoment(a *nItem) []string {
	agents := a.agents
	for _, b := range n.items {
		same := b.said.IsZero() && a.said.IsZero() || b.said.Within(a.said) && a.said.Within(b.said)
		sameTime := !a.state() || a.Claim.Time.IsZero() || relTimes(a.Claim.Time, b.Claim.Time) == relSame
		if b.side != a.side || !blames(b) || !sameQuestion(a, b) || !same || !sameTime {
			continue
		}
		if oneAgent[a.kind()] || onlyOn(b, narrative.FacetResponsibility) {
			return a.agents
		}
		agents = uniq(append(agents, b.agents...))
	}
	return agents
}

// revisions calls f with every two items of one side of which the second was said later.
func (n *nIssue) revisions(f func(a, b *nItem)) {
	for _, a := range n.items {
		for _, b := range n.items {
			if a.side == b.side && later(b.said, a.said) {
				f(a, b)
			}
		}
	}
}

// partFacets are the facets whose scope is the act.
var partFacets = []narrative.Facet{narrative.FacetTarget, narrative.FacetPlace, narrative.FacetTime, narrative.FacetMeans, narrative.FacetCause, narrative.FacetLabel}

// list gives what a says on a facet that is a list.
func list(c *narrative.Claim, f narrative.Facet) []string {
	switch f {
	case narrative.FacetTarget: // "Another measure, population or span is another question"
		var out []string
		for _, id := range c.Target {
			counted := slices.ContainsFunc(c.Count, func(n narrative.Count) bool { return slices.Contains(n.Who, id) })
			if !counted || c.Event != "casualties" && c.Event != "damage" {
				out = append(out, id)
			}
		}
		return out
	case narrative.FacetPlace:
		return c.Place
	case narrative.FacetMeans:
		return c.Means
	case narrative.FacetCause:
		return c.Cause
	case narrative.FacetLabel:
		return c.Label
	}
	return nil
}

func states(c *narrative.Claim, f narrative.Facet) bool {
	if f == narrative.FacetTime {
		return !c.Time.IsZero()
	}
	return len(list(c, f)) > 0
}

// value tells whether a holds, or held, a value on a part of the act.
func value(a *nItem, f narrative.Facet) bool {
	return a.happens() && states(&a.Claim, f) && !a.lost[f]
}

// soleAct gives the agents of the issue's only act, among assertions of one nature.
// two: it has several.
func (n *nIssue) soleAct(nat string) (agents []string, two bool) {
	var all [][]string
	for _, a := range n.items {
		if a.holds && !a.withdrawn && !a.reversed && len(a.agents) > 0 && nature(a.kind()) == nat {
			all = append(all, a.agents)
		}
	}
	for i, x := range all {
		agents = x
		for _, y := range all[:i] {
			two = two || !slices.Equal(x, y) // an act is named by all its agents: "sorted and joined by `+`"
		}
	}
	return agents, two
}

// act says in what scope the acts of a and b are one.
func (n *nIssue) act(a, b *nItem) (scope []string, same, open bool) {
	if nature(a.kind()) != nature(b.kind()) { // "Assertions whose kinds differ in nature ... are not compared on the facets of an act."
		return nil, false, false
	}
	sole, two := n.soleAct(nature(a.kind()))
	switch {
	case len(a.agents) > 0 && len(b.agents) > 0: // "the assertions that name the same agent side speak of one act"
		return a.agents, slices.Equal(a.agents, b.agents), false
	case len(a.agents) == 0 && len(b.agents) == 0:
		if two { // "two assertions that both name no agent are compared with each other, in scope {}"
			return nil, true, false
		}
		return sole, true, false
	}
	// "an assertion without agent joins the act if the issue has only one, else `agent` is missing"
	return uniq(slices.Concat(a.agents, b.agents)), !two, two
}

// relPart relates two values on a part of the act.
func (n *nIssue) relPart(f narrative.Facet, a, b *narrative.Claim) rel {
	switch f {
	case narrative.FacetTime:
		return relTimes(a.Time, b.Time)
	case narrative.FacetCause, narrative.FacetLabel:
		return relWords(list(a, f), list(b, f))
	}
	return relLists(list(a, f), list(b, f), n.inside(f))
}

func (n *nIssue) inside(f narrative.Facet) func(a, b string) bool {
	if f == narrative.FacetMeans {
		return meansInside
	}
	return n.w.inside
}

// judgePart maps the relation on a part of the act to an outcome and a kind.
func (n *nIssue) judgePart(f narrative.Facet, a, b *nItem) (outcome, kind string) {
	r := n.relPart(f, &a.Claim, &b.Claim)
	bound := onePlace[a.kind()] && onePlace[b.kind()] // "A pair is bound to one place or moment where both kinds are."
	plain := func(c *narrative.Claim) bool {
		return slices.ContainsFunc(c.Place, func(p string) bool { return !n.w.known(p) })
	}
	switch f {
	case narrative.FacetCause:
		return map[rel]string{relSame: "agreement", relOpposed: "conflict", relUnknown: "undetermined"}[r], map[rel]string{relSame: "exact", relOpposed: "cause"}[r]
	case narrative.FacetLabel:
		return map[rel]string{relSame: "agreement", relOpposed: "framing", relUnknown: "framing"}[r], map[rel]string{relSame: "exact", relOpposed: "opposed", relUnknown: "different"}[r]
	case narrative.FacetTime:
		if r == relDisjoint && (bound || onlyOn(a, f) || onlyOn(b, f)) {
			return "conflict", "disjoint"
		}
	default:
		x, y := list(&a.Claim, f), list(&b.Claim, f)
		if onlyOn(a, f) && outside(x, y, n.inside(f)) || onlyOn(b, f) && outside(y, x, n.inside(f)) || r == relDisjoint && bound && f == narrative.FacetPlace {
			if f == narrative.FacetPlace && (plain(&a.Claim) || plain(&b.Claim)) {
				return "undetermined", "" // "A plain word on place may name any place"
			}
			return "conflict", "disjoint"
		}
	}
	switch r {
	case relSame:
		return "agreement", "exact"
	case relNarrower, relBroader:
		return "agreement", "narrower"
	case relOverlap:
		return "compatible", "overlapping"
	}
	return "compatible", "different-scope"
}

// replaced: b is a later word of a's side on the same act, so a is history on f.
// "A later value whose act, time or population is open replaces no earlier one".
func (n *nIssue) replaces(b, a *nItem, f narrative.Facet) bool {
	if b.side != a.side || !value(b, f) || !later(b.said, a.said) {
		return false
	}
	_, same, _ := n.act(a, b)
	ok, open := stateTimes(a, b)
	return same && ok && !open
}

// latest: "A side's position on a facet is its latest", and "positions name the assertions
// that give the side's latest value": an earlier word that only says it again does.
func (n *nIssue) latest(a *nItem, f narrative.Facet) bool {
	return value(a, f) && !slices.ContainsFunc(n.items, func(b *nItem) bool {
		return n.replaces(b, a, f) && !repeats(a, b, f)
	})
}

// repeats: a and b say the same as surely and as completely, of kinds of event that
// are bound alike.
func repeats(a, b *nItem, f narrative.Facet) bool {
	same := slices.Equal(list(&a.Claim, f), list(&b.Claim, f))
	if f == narrative.FacetTime {
		same = a.Claim.Time.Equal(b.Claim.Time)
	}
	return same && timedAlike(a, b) && a.certain() == b.certain() && slices.Contains(a.Claim.Only, f) == slices.Contains(b.Claim.Only, f) &&
		(f != narrative.FacetPlace || onePlace[a.kind()] == onePlace[b.kind()])
}

// parts judges target, place, time, means, cause and label.
func (n *nIssue) parts() {
	for _, f := range partFacets {
		for i, a := range n.items {
			for _, b := range n.items[i+1:] {
				if a.side == b.side && value(a, f) && value(b, f) || n.latest(a, f) && n.latest(b, f) {
					n.part(f, a, b)
				}
			}
		}
		n.revisions(func(a, b *nItem) {
			if !value(a, f) || !n.replaces(b, a, f) {
				return
			}
			scope, _, _ := n.act(a, b)
			outcome, _ := n.judgePart(f, a, b)
			switch r := n.relPart(f, &a.Claim, &b.Claim); {
			case outcome == "conflict": // so neither entails the other, as where one says `only`
				n.add(f, agentScope(scope), "revision", "changed").pair(a, b)
			case r == relSame, r == relNarrower, r == relBroader:
			case f == narrative.FacetCause && r == relUnknown: // "a later cause of unknown relation is no revision"
			default:
				n.add(f, agentScope(scope), "revision", "changed").pair(a, b)
			}
		})
	}
}

func (n *nIssue) part(f narrative.Facet, a, b *nItem) {
	scope, same, open := n.act(a, b)
	if !same && !open {
		return
	}
	ok, timeless := stateTimes(a, b)
	if !ok && f != narrative.FacetTime {
		return
	}
	var missing []string
	if open {
		missing = append(missing, "agent")
	}
	if timeless {
		missing = append(missing, "time")
	}
	outcome, kind := n.judgePart(f, a, b)
	if outcome == "undetermined" {
		missing = append(missing, string(f))
	}
	switch {
	case a.side == b.side:
		if outcome == "conflict" && missing == nil && !later(a.said, b.said) && !later(b.said, a.said) {
			n.add(f, agentScope(scope), outcome, "inconsistent").pair(a, b)
		}
	case missing != nil:
		n.undetermined(f, agentScope(scope), a, b, missing...)
	default:
		n.add(f, agentScope(scope), outcome, kind).pair(a, b)
	}
}
