package compare

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/internal/enum"
	"github.com/seed514b815a/rashomon/narrative"
)

// Ruling is a person's decision as it stands in a report. One on a finding or an
// issue stands there; one whose finding is no longer made, and one on assertions
// that have changed or gone, stands in the report's own list, so that it isn't lost.
// One that was taken back stands at its finding, or nowhere.
type Ruling struct {
	narrative.Decision
	State   Standing `json:"state"`
	Changed []string `json:"changed,omitempty"` // what has changed since it was made, in sentences
}

// Standing says whether a decision still rests on what it was made on.
type Standing int

// The standings. A stale, gone or withdrawn decision has lost its force; the assertions
// that somebody held to be the same, or apart, stay so for as long as they are there.
const (
	Unchecked Standing = iota // it doesn't say what it was made on
	Current                   // the evidence is the same
	Stale                     // the evidence has changed
	Gone                      // what it was made on is no longer found
	Withdrawn                 // somebody has taken it back
)

var standings = enum.Table{What: "standing of a decision", Words: []string{"unchecked", "current", "stale", "gone", "withdrawn"}}

func (s Standing) String() string                { return standings.String(int(s)) }
func (s Standing) MarshalText() ([]byte, error)  { return standings.Marshal(int(s)) }
func (s *Standing) UnmarshalText(b []byte) error { return parse(standings, b, (*int)(s)) }

// Seen returns what a decision on the finding or issue with that id is made on, or
// nil where the report has none of that id.
func (r *Report) Seen(id string) *narrative.Evidence {
	e := newEvidence(r)
	for i := range r.Issues {
		is := &r.Issues[i]
		if is.ID == id {
			return e.issue(is)
		}
		for j := range is.Findings {
			if f := &is.Findings[j]; f.ID == id {
				return e.finding(is, f)
			}
		}
	}
	return nil
}

// evidence tells what findings and issues rest on.
type evidence struct {
	assertions map[string]*Assertion
	cited      map[string]narrative.Cited // of those that were asked for
}

func newEvidence(r *Report) *evidence {
	e := &evidence{make(map[string]*Assertion, len(r.Assertions)), map[string]narrative.Cited{}}
	for i := range r.Assertions {
		e.assertions[r.Assertions[i].ID] = &r.Assertions[i]
	}
	return e
}

// of returns the assertion of that id as evidence, if the report holds it.
func (e *evidence) of(id string) (narrative.Cited, bool) {
	c, ok := e.cited[id]
	if a := e.assertions[id]; !ok && a != nil {
		c, ok = a.Cited(), true
		e.cited[id] = c
	}
	return c, ok
}

func (e *evidence) finding(is *Issue, f *Finding) *narrative.Evidence {
	out := &narrative.Evidence{Issue: is.ID, First: e.first(is), Says: inBrief(f), Silent: slices.Clone(f.Silent), Missing: slices.Clone(f.Missing)}
	for _, p := range f.Positions {
		e.cite(out, p.Side, p.Assertions)
	}
	return tidy(out)
}

func (e *evidence) issue(is *Issue) *narrative.Evidence {
	out := &narrative.Evidence{Issue: is.ID, First: e.first(is), Says: is.Title}
	e.cite(out, "", is.Assertions)
	return tidy(out)
}

// first returns the earliest assertion of the issue, whose id gave the issue its own.
func (e *evidence) first(is *Issue) *narrative.Cited {
	for _, id := range is.Assertions {
		if issueID(id) == is.ID {
			if c, ok := e.of(id); ok {
				return &c
			}
		}
	}
	return nil
}

func (e *evidence) cite(out *narrative.Evidence, side string, ids []string) {
	for _, id := range ids {
		c, ok := e.of(id)
		c.Side = side
		if ok {
			out.Cites = append(out.Cites, c)
		}
	}
}

// tidy gives evidence the form that it has when it is read from a file.
func tidy(e *narrative.Evidence) *narrative.Evidence {
	slices.SortFunc(e.Cites, func(a, b narrative.Cited) int { return cmp.Or(cmp.Compare(a.Side, b.Side), cmp.Compare(a.ID, b.ID)) })
	e.Cites = slices.Compact(e.Cites)
	if len(e.Silent) == 0 {
		e.Silent = nil
	}
	if len(e.Missing) == 0 {
		e.Missing = nil
	}
	return e
}

// inBrief names a finding and what its positions say.
func inBrief(f *Finding) string {
	s := fmt.Sprintf("%v on %s", f.Outcome, f.Facet)
	if f.Kind != "" {
		s += fmt.Sprintf(" (%s)", f.Kind)
	}
	var sides []string
	for _, p := range f.Positions {
		sides = append(sides, strings.TrimSuffix(p.Side+": "+p.Says, ": "))
	}
	if len(sides) > 0 {
		s += ": " + strings.Join(sides, " / ")
	}
	return s
}

// rule puts the decisions of d at what they are on.
func (r *Report) rule(d *narrative.Dossier) {
	if len(d.Decisions) == 0 {
		return
	}
	b := newBench(r)
	for _, x := range d.Decisions {
		if review, id := x.Review(); review != narrative.NoReview {
			b.review(x, id)
		} else if x.Withdrawn == nil {
			b.assertions(x)
		}
	}
	for i := range r.Issues {
		is := &r.Issues[i]
		is.Review = settle(is.Decisions)
		for j := range is.Findings {
			f := &is.Findings[j]
			f.Review = settle(f.Decisions)
		}
	}
	sortRulings(r.Decisions)
}

// settle returns where the decisions leave what they are on. A stale one leaves it
// open, unless another has been made since.
func settle(rs []Ruling) narrative.Review {
	sortRulings(rs)
	var held []narrative.Decision
	open := false
	for _, r := range rs {
		switch r.State {
		case Current, Unchecked:
			held = append(held, r.Decision)
		case Stale, Gone:
			open = true
		}
	}
	if len(held) == 0 && open {
		return narrative.Pending
	}
	return narrative.Settle(held)
}
