package compare

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/seed514b815a/rashomon/narrative"
)

// A bench finds what decisions are on.
type bench struct {
	r        *Report
	e        *evidence
	findings map[string]place
	issues   map[string]*Issue
	former   map[string]*Issue // by the ids that an issue may have had: of what joined it, and with each of its assertions as the earliest
	citing   map[[2]string][]place
}

type place struct {
	is *Issue
	f  *Finding
}

func newBench(r *Report) *bench {
	b := &bench{r: r, e: newEvidence(r), findings: map[string]place{}, issues: map[string]*Issue{}, former: map[string]*Issue{}, citing: map[[2]string][]place{}}
	for i := range r.Issues {
		is := &r.Issues[i]
		b.issues[is.ID] = is
		for _, id := range is.Assertions {
			b.former[issueID(id)] = is
		}
		for _, was := range is.Was {
			b.former[was] = is
		}
		for j := range is.Findings {
			p := place{is, &is.Findings[j]}
			b.findings[p.f.ID] = p
			for _, c := range b.e.finding(is, p.f).Cites {
				key := [2]string{c.Side, c.Digest}
				b.citing[key] = append(b.citing[key], p)
			}
		}
	}
	return b
}

// review puts a decision at its finding or issue, or into the report's list.
func (b *bench) review(x narrative.Decision, id string) {
	if p, note := b.find(x, id); p.f != nil {
		p.f.Decisions = append(p.f.Decisions, ruling(x, b.e.finding(p.is, p.f), note))
		return
	}
	if is, note := b.findIssue(x, id); is != nil {
		is.Decisions = append(is.Decisions, ruling(x, b.e.issue(is), note))
		return
	}
	note := fmt.Sprintf("No finding and no issue has the id %s now.", id)
	if x.Seen != nil {
		if is := b.former[x.Seen.Issue]; is != nil {
			note += fmt.Sprintf(" It was made on a finding of what is the issue %s, “%s”.", is.ID, is.Title)
		}
	}
	b.r.Decisions = append(b.r.Decisions, Ruling{x, Gone, []string{note}})
}

// find returns the finding that a decision is on. One whose issue goes under
// another id now, since an earlier word or another issue was joined to it, is
// known by the id that it would have had; one in a text that was edited elsewhere,
// or whose earliest word is gone, by that and by the words that it rests on.
func (b *bench) find(x narrative.Decision, id string) (p place, note string) {
	if p, ok := b.findings[id]; ok {
		return p, ""
	}
	if x.Seen == nil || x.Seen.Issue == "" {
		for i := range b.r.Issues {
			is := &b.r.Issues[i]
			for _, was := range is.Was {
				if f := is.under(was, id); f != nil {
					return place{is, f}, fmt.Sprintf("Its issue, %s, was joined to %s.", was, is.ID)
				}
			}
		}
		return place{}, ""
	}
	if is := b.former[x.Seen.Issue]; is != nil {
		if f := is.under(x.Seen.Issue, id); f != nil {
			return place{is, f}, "" // what the issue has gained shows in the evidence, if at all
		}
	}
	shared, best, tie := map[place]int{}, place{}, false
	for _, c := range x.Seen.Cites {
		for _, p := range b.citing[[2]string{c.Side, c.Digest}] {
			if findingID(x.Seen.Issue, p.f) != id {
				continue
			}
			shared[p]++
			switch {
			case p == best:
				tie = false
			case shared[p] > shared[best]:
				best, tie = p, false
			case shared[p] == shared[best]:
				tie = true
			}
		}
	}
	if tie {
		return place{}, ""
	}
	return best, ""
}

// under returns the finding that had that id while its issue had that one.
func (is *Issue) under(issue, id string) *Finding {
	for i := range is.Findings {
		if f := &is.Findings[i]; findingID(issue, f) == id {
			return f
		}
	}
	return nil
}

func (b *bench) findIssue(x narrative.Decision, id string) (*Issue, string) {
	if is := b.issues[id]; is != nil {
		return is, ""
	}
	if is := b.former[id]; is != nil {
		return is, fmt.Sprintf("The issue %s is part of %s now.", id, is.ID)
	}
	return nil, ""
}

// ruling tells how a decision stands to the evidence of now.
func ruling(x narrative.Decision, now *narrative.Evidence, note string) Ruling {
	r := Ruling{Decision: x}
	if note != "" {
		r.Changed = []string{note}
	}
	if x.Seen == nil {
		return r
	}
	changes := x.Seen.Changes(now)
	r.Changed = append(r.Changed, changes...)
	r.State = Current
	if len(changes) > 0 {
		r.State = Stale
	}
	return r
}

// assertions notes a decision on assertions that have changed since.
func (b *bench) assertions(x narrative.Decision) {
	ids := slices.Concat(x.Same, x.Apart)
	now := new(narrative.Evidence)
	b.e.cite(now, "", ids)
	if x.Seen == nil {
		x := Ruling{Decision: x, State: Stale}
		for _, id := range ids {
			if _, there := b.e.cited[id]; !there {
				x.Changed = append(x.Changed, id+" is gone")
			}
		}
		if len(now.Cites) < 2 {
			x.State = Gone
		}
		if len(x.Changed) > 0 {
			b.r.Decisions = append(b.r.Decisions, x)
		}
		return
	}
	for _, c := range x.Seen.Cites { // by the same words under another id: see prepared
		if _, there := b.e.cited[c.ID]; !there {
			for _, a := range b.r.Assertions {
				if y := b.e.cited[a.ID]; y.Digest == c.Digest {
					now.Cites = append(now.Cites, y)
				}
			}
		}
	}
	r := ruling(x, tidy(now), "")
	if r.State == Current {
		return
	}
	if len(now.Cites) < 2 {
		r.State = Gone
	}
	b.r.Decisions = append(b.r.Decisions, r)
}

func sortRulings(rs []Ruling) {
	slices.SortFunc(rs, func(a, b Ruling) int {
		return cmp.Or(cmp.Compare(a.On.String(), b.On.String()), cmp.Compare(a.By, b.By), cmp.Compare(text(a), text(b)))
	})
}

// text returns a ruling as it stands in a file: those that differ do so there.
func text(r Ruling) string {
	b, err := json.Marshal(r)
	if err != nil {
		return err.Error()
	}
	return string(b)
}
