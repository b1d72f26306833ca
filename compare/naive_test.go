package compare_test

import (
	"maps"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// nFinding is a finding of the naive reading.
type nFinding struct {
	facet, outcome, kind, force string
	scope                       map[string]string
	positions                   map[string][]string // side → assertions
	flags                       map[string][]string // side → flags
	silent, missing             []string
}

// nItem is one assertion and what the rules make of it.
type nItem struct {
	*narrative.Assertion
	side      string
	said      edtf.Time
	agents    []string // sides
	relayers  []string // the participants in whose mouth it is
	own       bool     // its side's own word, not one put in its mouth
	word      bool     // "thought and intention hold no position"
	speaks    bool     // own, a word, and of an act that can hold a position
	holds     bool     // speaks, and knows
	withdrawn bool     // its occurrence is denied later by its own side
	reversed  bool     // a denial of what its own side asserts later
	lost      map[narrative.Facet]bool
}

func (a *nItem) denies() bool  { return a.Stance == narrative.Denies }
func (a *nItem) kind() string  { return a.Claim.Event }
func (a *nItem) state() bool   { return nature(a.kind()) == "state" }
func (a *nItem) certain() bool { return a.Certainty == narrative.Certain }

// stands: "every assertion that its side has not taken back stands"
func (a *nItem) stands() bool { return a.holds && !a.denies() && !a.withdrawn }

// happens: it stands and speaks of the happening: an outer link's `statement`
// "holds no position on the happening".
func (a *nItem) happens() bool { return a.stands() && a.kind() != "statement" }

// denial: it denies, and has not been taken back.
func (a *nItem) denial() bool { return a.holds && a.denies() && !a.reversed }

// focus is the facet that a denial denies.
func (a *nItem) focus() narrative.Facet {
	if a.Focus == "" {
		return narrative.FacetOccurrence
	}
	return a.Focus
}

// issue is one happening.
type nIssue struct {
	w            *world
	items        []*nItem
	byID         map[string]*nItem
	participants []string
	out          map[string]*nFinding
}

// naive reads a dossier whose issues people have decided.
func naive(d *narrative.Dossier) []*nFinding {
	var all []*nFinding
	for _, ids := range nPartition(d) {
		n := newIssue(d, ids)
		n.takeBack()
		n.occurrence()
		n.denials()
		n.responsibility()
		n.parts()
		n.counts()
		n.gaps()
		for _, k := range slices.Sorted(maps.Keys(n.out)) {
			all = append(all, n.finish(n.out[k]))
		}
	}
	return all
}

// nPartition joins what decisions call the same and what answers it; what no
// decision names, where there is none at all, is one happening.
func nPartition(d *narrative.Dossier) [][]string {
	root := map[string]string{}
	var find func(string) string
	find = func(x string) string {
		if root[x] == "" || root[x] == x {
			return x
		}
		return find(root[x])
	}
	join := func(x, y string) { root[find(x)] = find(y) }
	decided := false
	for _, dec := range d.Decisions {
		for _, id := range dec.Same {
			decided = true
			join(id, dec.Same[0])
		}
	}
	for _, a := range d.Assertions {
		if !decided {
			join(a.ID, d.Assertions[0].ID)
		} else if a.Claim.About != "" {
			join(a.ID, a.Claim.About)
		}
	}
	parts := map[string][]string{}
	for _, a := range d.Assertions {
		parts[find(a.ID)] = append(parts[find(a.ID)], a.ID)
	}
	var out [][]string
	for _, k := range slices.Sorted(maps.Keys(parts)) {
		out = append(out, parts[k])
	}
	return out
}

func newIssue(d *narrative.Dossier, ids []string) *nIssue {
	n := &nIssue{w: newWorld(d), byID: map[string]*nItem{}, out: map[string]*nFinding{}}
	published := map[string]edtf.Time{}
	for _, s := range d.Sources {
		if !s.Published.IsZero() {
			published[s.ID] = s.Published
		}
	}
	for i := range d.Assertions {
		a := &d.Assertions[i]
		if !slices.Contains(ids, a.ID) {
			continue
		}
		it := &nItem{Assertion: a, side: n.w.side(a.Party), said: a.Said, agents: n.w.sides(a.Claim.Agent), lost: map[narrative.Facet]bool{}}
		if it.said.IsZero() { // "`said`: when it was said; the source's date"
			it.said = published[a.Source]
		}
		n.items = append(n.items, it)
		n.byID[a.ID] = it
		// "A participant of an issue is a side named in it as agent, target or counted group"
		named := slices.Concat(a.Claim.Agent, a.Claim.Target)
		for _, c := range a.Claim.Count {
			named = append(named, c.Who...)
		}
		for _, id := range named {
			if s := n.w.side(id); s != "" {
				n.participants = append(n.participants, s)
			}
		}
	}
	n.participants = uniq(n.participants)
	for _, it := range n.items {
		// "an assertion whose chain passes through another participant's side";
		// "`relayed` needs a speaker that is itself a participant"
		if slices.Contains(n.participants, it.side) {
			for _, l := range it.Chain {
				if s := n.w.side(l.Party); s != it.side && slices.Contains(n.participants, s) {
					it.relayers = append(it.relayers, s)
				}
			}
		}
		it.own = len(it.relayers) == 0
		it.word = it.Mode == source.Speech || it.Mode == source.Writing
		switch it.Claim.Act { // "Only the acts assert, accuse, admit and deny hold a position on the event"
		case narrative.Assert, narrative.Accuse, narrative.Admit, narrative.Deny:
			it.speaks = it.own && it.word
		}
		it.holds = it.speaks && it.Certainty != narrative.NotKnown
	}
	return n
}

// add notes a finding, or joins it to one of the same facet, scope, outcome and kind.
func (n *nIssue) add(facet narrative.Facet, scope map[string]string, outcome, kind string) *nFinding {
	key := string(facet) + scopeKey(scope) + outcome + "/" + kind
	f := n.out[key]
	if f == nil {
		f = &nFinding{facet: string(facet), scope: scope, outcome: outcome, kind: kind, positions: map[string][]string{}, flags: map[string][]string{}}
		if outcome == "conflict" {
			f.force = "soft"
		}
		n.out[key] = f
	}
	return f
}

func (f *nFinding) position(a *nItem) {
	f.positions[a.side] = append(f.positions[a.side], a.ID)
}

// pair puts two assertions into f. "A conflict is `hard` if at least one opposing pair
// is certain on both sides."
func (f *nFinding) pair(a, b *nItem) {
	f.position(a)
	f.position(b)
	if f.force != "" && a.certain() && b.certain() {
		f.force = "hard"
	}
}

func scopeKey(scope map[string]string) string {
	var s []string
	for _, k := range slices.Sorted(maps.Keys(scope)) {
		s = append(s, k+"="+scope[k])
	}
	return "{" + strings.Join(s, " ") + "}"
}

// agentScope: "sides, sorted and joined by `+` where there are several"
func agentScope(sides []string) map[string]string {
	if len(sides) == 0 {
		return map[string]string{}
	}
	return map[string]string{"agent": strings.Join(uniq(sides), "+")}
}

// finish sorts a finding and sets the flags of its positions.
func (n *nIssue) finish(f *nFinding) *nFinding {
	f.silent, f.missing = uniq(f.silent), uniq(f.missing)
	for side, ids := range f.positions {
		ids = uniq(ids)
		f.positions[side] = ids
		hedged, echo, relayed, admission := true, true, true, false
		for _, id := range ids {
			a := n.byID[id]
			hedged = hedged && a.Certainty == narrative.Hedged
			if a.side != side { // the side that relays it holds that it was said, no more
				echo, relayed = false, false
				continue
			}
			// "its origin is another side's"; "`echo` is not set where a side also has a word of its own"
			echo = echo && a.Origin != "" && (a.Origin == "?" || n.w.side(a.Origin) != side)
			// "every assertion of the position came through another side's chain"
			relayed = relayed && slices.ContainsFunc(a.Chain, func(l narrative.Link) bool { return n.w.side(l.Party) != a.side })
			// "act admit, or losses of its own side"; "Zero losses are no admission."
			admission = admission || a.Claim.Act == narrative.Admit && !a.denies()
			if f.facet == "occurrence" && !a.denies() && (a.kind() == "casualties" || a.kind() == "damage") {
				own, none := false, false // "losses of its own side", told of with a figure or without
				for _, c := range a.Claim.Count {
					none = none || c.Max != nil && *c.Max == 0
					own = own || losses[c.Of] && slices.Contains(n.w.sides(c.Who), a.side)
				}
				admission = admission || own && !none
			}
			if f.facet == "count" && !a.denies() {
				for _, c := range a.Claim.Count {
					admission = admission || n.ownLoss(a, c) && f.scope["of"] == c.Of && f.scope["who"] == n.who(c)
				}
			}
		}
		admission = admission && !slices.Contains(f.silent, side) // what it leaves out it doesn't concede
		for flag, on := range map[string]bool{"hedged": hedged, "echo": echo, "relayed": relayed, "admission": admission} {
			if on {
				f.flags[side] = append(f.flags[side], flag)
			}
		}
		slices.Sort(f.flags[side])
	}
	return f
}

func (n *nIssue) ownLoss(a *nItem, c narrative.Count) bool {
	return losses[c.Of] && slices.Contains(n.w.sides(c.Who), a.side) && (c.Min != nil || c.Max != nil) && (c.Max == nil || *c.Max > 0)
}
