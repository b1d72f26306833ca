package compare_test

import (
	"slices"

	"github.com/seed514b815a/rashomon/narrative"
)

// meets is how a denial stands to a claim.
type meets int

const (
	passes  meets = iota // says nothing of it
	opens                // undetermined
	opposes              // denies it
)

// content tells whether a denial has content of its own: "A denial without content
// ("baseless") rejects its target".
func content(c *narrative.Claim) bool {
	for _, f := range partFacets { // "a label only with `focus` label"
		if f != narrative.FacetLabel && states(c, f) {
			return true
		}
	}
	return c.Event != "" || len(c.Agent) > 0 || len(c.Count) > 0
}

func (n *nIssue) hasContent(d *nItem) bool {
	return content(&d.Claim) || d.focus() == narrative.FacetLabel && len(d.Claim.Label) > 0
}

// denied gives the claim that d denies: its own, or its target's whole.
func (n *nIssue) denied(d *nItem) *narrative.Claim {
	if t := n.byID[d.Claim.About]; t != nil && !n.hasContent(d) {
		if t.denies() {
			return &narrative.Claim{} // to reject a denial denies no claim
		}
		return &t.Claim
	}
	return &d.Claim
}

// deniedAct gives the agents of the act that d speaks of: "A denial that names an agent,
// or answers an accusation by `about`, speaks of that act".
func (n *nIssue) deniedAct(d *nItem) []string {
	if t := n.byID[d.Claim.About]; t != nil && len(d.agents) == 0 && !t.denies() {
		return t.agents
	}
	return d.agents
}

// deniedScope: "`scope` says which act and which count is meant, as far as it applies"
func (n *nIssue) deniedScope(d *nItem) map[string]string {
	s := map[string]string{}
	if d.focus() == narrative.FacetCount && len(d.Claim.Count) > 0 {
		s = n.countScope(d.Claim.Count[0])
	}
	if act := n.deniedAct(d); len(act) > 0 {
		s["agent"] = agentScope(act)["agent"]
	}
	return s
}

// ofSaying tells whether d denies that a relayed word was said: "A denial with a speech
// kind and `about` a relayed assertion denies that it was said"; "A denial without content
// about a relayed word denies that it was said."
func (n *nIssue) ofSaying(d *nItem) bool {
	t := n.byID[d.Claim.About]
	return t != nil && !t.own && (!n.hasContent(d) || nature(d.kind()) == "speech")
}

// covers compares a claim with a denied one, part by part: "assertions of the same kind
// of event that are as narrow as the denied claim or narrower in every part that the
// denial states". "A part in which the claim is broader, overlapping or silent:
// undetermined, that part missing. A part in which they are disjoint: no finding."
func (n *nIssue) covers(d, c *narrative.Claim, label bool) (meets, []string) {
	var missing []string
	judge := func(part string, stated, has bool, r func() rel) bool {
		switch {
		case !stated:
		case !has:
			missing = append(missing, part)
		default:
			switch r() {
			case relSame, relNarrower:
			case relDisjoint, relOpposed:
				return false
			default:
				missing = append(missing, part)
			}
		}
		return true
	}
	ok := judge("event", d.Event != "", c.Event != "", func() rel {
		switch {
		case isA(c.Event, d.Event): // "A denied kind of event covers the kinds below it"
			return relNarrower
		case isA(d.Event, c.Event): // "a claim of a kind above it is undetermined"
			return relBroader
		}
		return relDisjoint
	})
	da, ca := n.w.sides(d.Agent), n.w.sides(c.Agent) // "Agents compare as sides, in denials too."
	ok = ok && judge("agent", len(da) > 0, len(ca) > 0, func() rel {
		switch {
		case subset(da, ca): // "a denied list is met by a claim that entails the whole list"
			return relNarrower
		case len(meet(da, ca)) > 0:
			return relOverlap
		}
		return relDisjoint
	})
	for _, f := range partFacets {
		if f == narrative.FacetLabel && !label { // "A cause is a part of a denial, a label only with `focus` label."
			continue
		}
		ok = ok && judge(string(f), states(d, f), states(c, f), func() rel {
			r := n.relPart(f, c, d)
			if f == narrative.FacetLabel && r != relSame {
				return relDisjoint
			}
			return r
		})
	}
	for _, dc := range d.Count {
		var same []narrative.Count
		for _, cc := range c.Count {
			if n.question(dc) == n.question(cc) && figure(cc) {
				same = append(same, cc)
			}
		}
		ok = ok && judge("count", true, len(same) > 0, func() rel {
			best := relDisjoint
			for _, cc := range same {
				if r := relFigures(cc, dc); r == relSame || r == relNarrower {
					return r
				} else if r != relDisjoint {
					best = r
				}
			}
			return best
		})
	}
	switch {
	case !ok:
		return passes, nil
	case missing != nil:
		return opens, uniq(missing)
	}
	return opposes, nil
}

// meetsClaim says how the denial d stands to the assertion c, of whatever side.
func (n *nIssue) meetsClaim(d, c *nItem) (meets, []string) {
	if n.ofSaying(d) || c.kind() == "" && d.Claim.About != c.ID {
		return passes, nil
	}
	if f := d.focus(); f != narrative.FacetOccurrence && c.lost[f] || f == narrative.FacetResponsibility && ownResponse(c) {
		return passes, nil // it holds no position on what is denied
	}
	label := d.focus() == narrative.FacetLabel
	own, missing := opposes, []string(nil)
	if n.hasContent(d) {
		own, missing = n.covers(&d.Claim, &c.Claim, label)
	}
	if d.Claim.About == c.ID {
		return own, missing
	}
	if t := n.byID[d.Claim.About]; t != nil {
		// "A denial with `about` also opposes other sides' claims that are equal to that
		// assertion or narrower", "in every part but label, counts included"; "other
		// sides' claims that leave parts open: no finding".
		if t.denies() || !content(&t.Claim) {
			return passes, nil
		}
		if m, _ := n.covers(&t.Claim, &c.Claim, false); m != opposes || own != opposes {
			return passes, nil
		}
		return opposes, nil
	}
	if !n.hasContent(d) {
		return passes, nil
	}
	// "A state without time against one with: undetermined on every facet, missing `time`"
	if nature(d.kind()) == "state" && c.state() && d.Claim.Time.IsZero() && !c.Claim.Time.IsZero() && own != passes {
		return opens, uniq(append(missing, "time"))
	}
	return own, missing
}

func (n *nIssue) hasValue(c *nItem, f narrative.Facet) bool {
	switch f {
	case narrative.FacetOccurrence:
		return true
	case narrative.FacetResponsibility:
		return blames(c)
	case narrative.FacetCount:
		return slices.ContainsFunc(c.Claim.Count, figure) && !c.lost[f]
	}
	return value(c, f)
}

// takeBack finds what each side has taken back itself.
func (n *nIssue) takeBack() {
	for _, d := range n.items {
		for _, c := range n.items {
			if d.side != c.side || !d.holds || !d.denies() || !c.holds || c.denies() || c.kind() == "statement" {
				continue
			}
			f := d.focus()
			if m, _ := n.meetsClaim(d, c); m != opposes || !n.hasValue(c, f) {
				continue
			}
			switch {
			case later(d.said, c.said): // "`withdrawn` (it denies what it had asserted)"
				n.add(f, n.deniedScope(d), "revision", "withdrawn").pair(d, c)
				if f == narrative.FacetOccurrence { // "A denied occurrence withdraws all facets of the assertion, another focus that facet alone."
					defer func() { c.withdrawn = true }()
				} else {
					defer func() { c.lost[f] = true }()
				}
			case later(c.said, d.said): // "`changed` (all else, also asserting what it had denied)"
				n.add(f, n.deniedScope(d), "revision", "changed").pair(d, c)
				defer func() { d.reversed = true }()
			default: // "A side that asserts and denies at one moment is `inconsistent`."
				n.add(f, n.deniedScope(d), "conflict", "inconsistent").pair(d, c)
			}
		}
	}
}

// denials holds denials against what other sides say, and against each other.
func (n *nIssue) denials() {
	for _, d := range n.items {
		if !d.denial() {
			continue
		}
		f, scope := d.focus(), n.deniedScope(d)
		if t := n.byID[d.Claim.About]; t != nil && n.ofSaying(d) {
			// "In a `representation` the relaying side holds the position that it was said."
			for _, r := range t.relayers {
				if r != d.side {
					rel := *t
					rel.side = r
					n.add(narrative.FacetOccurrence, scope, "conflict", "representation").pair(d, &rel)
				}
			}
			continue
		}
		for _, c := range n.items {
			if c.side == d.side || !c.stands() || f != narrative.FacetOccurrence && !c.happens() || n.hasValue(c, f) && !n.current(c, f) {
				continue
			}
			m, missing := n.meetsClaim(d, c)
			switch {
			case m == opens:
				n.undetermined(f, scope, d, c, missing...)
			case m == passes, !n.hasValue(c, f):
			case f == narrative.FacetLabel: // "A denied label is `opposed`."
				n.add(f, scope, "framing", "opposed").pair(d, c)
			default:
				n.add(f, scope, "conflict", map[string]string{"act": "denial", "state": "status", "speech": "representation"}[nature(c.kind())]).pair(d, c)
			}
		}
	}
	n.pairs(func(d, e *nItem) {
		if d.denial() && e.denial() && d.focus() == e.focus() && !n.ofSaying(d) && !n.ofSaying(e) {
			n.twoDenials(d, e)
		}
	})
}

// current: c's value on f is its side's latest.
func (n *nIssue) current(c *nItem, f narrative.Facet) bool {
	switch f {
	case narrative.FacetOccurrence:
		return true
	case narrative.FacetResponsibility:
		return slices.ContainsFunc(n.blame(), func(b nBlame) bool { return b.a == c })
	case narrative.FacetCount:
		return slices.ContainsFunc(n.figures(), func(x nFigure) bool { return x.a == c })
	}
	return n.latest(c, f)
}

// twoDenials: "Two denials of one thing agree"; "Two denials are `exact` if what they
// deny is equal, else `narrower`."; "A denial that names no act may agree with one that
// does; the scope is the named act."
func (n *nIssue) twoDenials(d, e *nItem) {
	x, y := n.denied(d), n.denied(e)
	if !content(x) || !content(y) {
		return
	}
	act, other := n.deniedAct(d), n.deniedAct(e)
	if len(act) > 0 && len(other) > 0 {
		if !slices.Equal(act, other) { // each denies an act of its own
			return
		}
	} else {
		act = uniq(slices.Concat(act, other))
	}
	scope := n.deniedScope(d)
	if len(act) > 0 {
		scope["agent"] = agentScope(act)["agent"]
	}
	label := d.focus() == narrative.FacetLabel
	xx, yy := *x, *y
	xx.Agent, yy.Agent = n.deniedAct(d), other // what answers an accusation denies that act
	xy, _ := n.covers(&yy, &xx, label)
	yx, _ := n.covers(&xx, &yy, label)
	switch {
	case xy == opposes && yx == opposes:
		n.add(d.focus(), scope, "agreement", "exact").pair(d, e)
	case xy != passes || yx != passes: // "else `narrower`"
		n.add(d.focus(), scope, "agreement", "narrower").pair(d, e)
	}
}
