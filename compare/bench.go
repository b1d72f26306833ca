package compare

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/narrative"
)

// A bench finds what decisions are on.
type bench struct {
	r        *Report
	e        *evidence
	findings map[string]place
	issues   map[string]*Issue
	former   map[string]*Issue   // by the ids that an issue may have had: of what joined it, and with each of its assertions as the earliest
	saying   map[string][]*Issue // by the digests of their assertions
}

type place struct {
	is *Issue
	f  *Finding
}

func newBench(r *Report) *bench {
	b := &bench{r: r, e: newEvidence(r), findings: map[string]place{}, issues: map[string]*Issue{}, former: map[string]*Issue{}, saying: map[string][]*Issue{}}
	for i := range r.Issues {
		is := &r.Issues[i]
		b.issues[is.ID] = is
		for _, id := range is.Assertions {
			b.former[issueID(id)] = is
			if said, ok := b.e.of(id); ok && !slices.Contains(b.saying[said.Digest], is) {
				b.saying[said.Digest] = append(b.saying[said.Digest], is)
			}
		}
		for _, was := range is.Was {
			b.former[was] = is
		}
		for j := range is.Findings {
			b.findings[is.Findings[j].ID] = place{is, &is.Findings[j]}
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
	if x.Withdrawn != nil {
		return
	}
	note := fmt.Sprintf("No finding and no issue has the id %s now.", id)
	if x.Seen != nil {
		for _, issues := range b.homes(x.Seen) {
			if len(issues) == 1 {
				note += fmt.Sprintf(" Its issue is %s, “%s”.", issues[0].ID, issues[0].Title)
				break
			}
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
	for _, issues := range b.homes(x.Seen) {
		var found []place
		for _, is := range issues {
			if f := is.under(x.Seen.Issue, id); f != nil {
				found = append(found, place{is, f}) // what the issue has gained shows in the evidence, if at all
			}
		}
		if len(found) == 1 {
			return found[0], ""
		}
	}
	return place{}, ""
}

// homes returns the issues that an issue of another run may be now, the surest
// first: the one with its earliest assertion, those with one that says the same,
// those with words that the decision rests on.
func (b *bench) homes(seen *narrative.Evidence) [][]*Issue {
	var out [][]*Issue
	if is := b.former[seen.Issue]; is != nil {
		out = append(out, []*Issue{is})
	}
	if seen.First != nil {
		out = append(out, b.saying[seen.First.Digest])
	}
	var cited []*Issue
	for _, c := range seen.Cites {
		for _, is := range b.saying[c.Digest] {
			if !slices.Contains(cited, is) {
				cited = append(cited, is)
			}
		}
	}
	return append(out, cited)
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
	if x.Seen != nil && x.Seen.Issue == id {
		for _, issues := range b.homes(x.Seen) {
			if len(issues) == 1 {
				return issues[0], ""
			}
		}
	}
	return nil, ""
}

// ruling tells how a decision stands to the evidence of now.
func ruling(x narrative.Decision, now *narrative.Evidence, note string) Ruling {
	r := Ruling{Decision: x}
	if x.Withdrawn != nil {
		r.State = Withdrawn
		return r
	}
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
	if !b.r.AsOf.IsZero() && slices.ContainsFunc(ids, func(id string) bool { return b.e.assertions[id] == nil }) {
		return // not said by then, as far as anybody knows
	}
	var there, seen []string // of the decision's assertions; those of them that it says something of
	var gone []string
	for _, id := range ids {
		told := x.Seen != nil && slices.ContainsFunc(x.Seen.Cites, func(c narrative.Cited) bool { return c.ID == id })
		switch here := b.e.assertions[id] != nil; {
		case here && told:
			there, seen = append(there, id), append(seen, id)
		case here:
			there = append(there, id)
		case !told:
			gone = append(gone, id+" is gone")
		}
	}
	r := Ruling{Decision: x, Changed: gone}
	if x.Seen != nil {
		now := new(narrative.Evidence)
		b.e.cite(now, "", seen)
		for _, c := range x.Seen.Cites { // by the same words under another id: see [narrative.Dossier.Ready]
			if id := b.again(c); id != "" {
				there = append(there, id)
				b.e.cite(now, "", []string{id})
			}
		}
		r = ruling(x, tidy(now), "")
		r.Changed = append(r.Changed, gone...)
	}
	switch {
	case len(there) < 2:
		r.State = Gone
	case len(r.Changed) == 0:
		return
	default:
		r.State = Stale
	}
	b.r.Decisions = append(b.r.Decisions, r)
}

// again returns the id of the only assertion that says what one that is gone said.
func (b *bench) again(c narrative.Cited) string {
	if b.e.assertions[c.ID] != nil {
		return ""
	}
	var out []string
	for i := range b.r.Assertions {
		if y, _ := b.e.of(b.r.Assertions[i].ID); y.Digest == c.Digest {
			out = append(out, y.ID)
		}
	}
	if len(out) != 1 {
		return ""
	}
	return out[0]
}

// sortRulings puts decisions in order of date and name; those that differ have an
// order.
func sortRulings(rs []Ruling) {
	type ranked struct {
		rank string
		of   Ruling
	}
	all := make([]ranked, len(rs))
	for i, r := range rs {
		text, err := json.Marshal(r)
		if err != nil {
			text = []byte(err.Error()) // a value without a word, which no valid dossier holds
		}
		all[i] = ranked{strings.Join([]string{r.On.String(), r.By, string(text)}, "\x00"), r}
	}
	slices.SortFunc(all, func(a, b ranked) int { return cmp.Compare(a.rank, b.rank) })
	for i, x := range all {
		rs[i] = x.of
	}
}
