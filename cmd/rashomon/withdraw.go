package main

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/narrative"
)

// withdrawal is what -by, -on and -why say of a word that is taken back.
func (s *signed) withdrawal() *narrative.Withdrawal {
	return &narrative.Withdrawal{By: s.by, On: s.on, Why: s.why}
}

// whose is the person whose word is taken back.
func (s *signed) whose() string {
	if s.of != nil {
		return *s.of
	}
	return s.by
}

// withdrawDecisions takes back the person's decisions on what -withdraw names: a
// finding or issue by the id that it has in the report or in the decision, and
// assertions, all of which a decision on them is about.
func (c *call) withdrawDecisions(d *narrative.Dossier, r *compare.Report) error {
	ids := list(c.decisions.withdraw)
	used := map[string]bool{}
	for i := range d.Decisions {
		x := &d.Decisions[i]
		if x.By != c.signed.whose() || x.Withdrawn != nil {
			continue
		}
		about := decidedOn(r, x)
		if len(about) == 0 {
			about = slices.Concat(x.Same, x.Apart)
			if slices.ContainsFunc(about, func(id string) bool { return !slices.Contains(ids, id) }) {
				continue
			}
		}
		hit := false
		for _, id := range about {
			if slices.Contains(ids, id) {
				hit, used[id] = true, true
			}
		}
		if hit {
			c.note("withdrawn: " + strings.Join(slices.Concat([]string{decisionWord(x)}, about), " ") + signature(x.By, x.Why))
			x.Withdrawn = c.signed.withdrawal()
		}
	}
	for _, id := range ids {
		if !used[id] {
			return fmt.Errorf("%s has no decision on %q to take back%s", cmp.Or(c.signed.whose(), "somebody"), id, others(d, r, id))
		}
	}
	return nil
}

// decidedOn returns the ids of what a decision is on: its own word and, where the
// finding or issue goes under another id now, that one. It returns nil for one on
// assertions.
func decidedOn(r *compare.Report, x *narrative.Decision) []string {
	_, id := x.Review()
	if id == "" {
		return nil
	}
	out := []string{id}
	here := func(rs []compare.Ruling, at string) {
		if at != id && slices.ContainsFunc(rs, func(r compare.Ruling) bool { return reflect.DeepEqual(&r.Decision, x) }) {
			out = append(out, at)
		}
	}
	for i := range r.Issues {
		is := &r.Issues[i]
		here(is.Decisions, is.ID)
		for j := range is.Findings {
			here(is.Findings[j].Decisions, is.Findings[j].ID)
		}
	}
	return out
}

// others says whose decisions there are on what has that id.
func others(d *narrative.Dossier, r *compare.Report, id string) string {
	var out []string
	for i := range d.Decisions {
		x := &d.Decisions[i]
		if x.Withdrawn == nil && slices.Contains(slices.Concat(decidedOn(r, x), x.Same, x.Apart), id) {
			out = append(out, strings.TrimSpace(decisionWord(x)+" "+strings.Join(slices.Concat(x.Same, x.Apart), ","))+signature(x.By, x.Why))
		}
	}
	if len(out) == 0 {
		return ""
	}
	return ": there is " + strings.Join(out, "; ") + " (-withdraw takes all assertions of a decision, -of another's name)"
}

// decisionWord says what is decided.
func decisionWord(x *narrative.Decision) string {
	switch review, _ := x.Review(); {
	case review != narrative.NoReview:
		return review.String()
	case len(x.Same) > 0:
		return "same"
	}
	return "apart"
}

func signature(by, why string) string {
	out := " by " + cmp.Or(by, "somebody")
	if why != "" {
		out += ": " + why
	}
	return out
}

// withdrawCorrections takes back the person's corrections of -assertion.
func (c *call) withdrawCorrections(d *narrative.Dossier) error {
	id := c.correction.assertion
	of := slices.DeleteFunc(d.Correct(), func(f narrative.Corrected) bool {
		return f.State == narrative.Withdrawn || !slices.Contains(f.Assertions, id) && (f.Was == nil || f.Was.ID != id)
	})
	var hit []int
	var theirs []string
	for i := range d.Corrections {
		x := &d.Corrections[i]
		if !slices.ContainsFunc(of, func(f narrative.Corrected) bool { return reflect.DeepEqual(&f.Correction, x) }) {
			continue
		}
		if x.By == c.signed.whose() {
			hit = append(hit, i)
		} else if by := cmp.Or(x.By, "somebody"); !slices.Contains(theirs, by) {
			theirs = append(theirs, by)
		}
	}
	switch {
	case len(hit) == 0 && len(theirs) > 0:
		return fmt.Errorf("%s has corrected nothing in %q to take back; corrected by %s (-of another's name)", cmp.Or(c.signed.whose(), "somebody"), id, strings.Join(theirs, ", "))
	case len(hit) == 0:
		return fmt.Errorf("%s has corrected nothing in %q to take back: 'rashomon extract -ids' shows the corrections", cmp.Or(c.signed.whose(), "somebody"), id)
	}
	for _, i := range hit {
		x := d.Corrections[i]
		if err := d.WithdrawCorrection(i, *c.signed.withdrawal()); err != nil {
			return err
		}
		c.note("withdrawn: correction of “" + x.Quote.Exact + "”" + signature(x.By, x.Why))
		if x.Was == nil && x.Said == nil {
			c.note("it doesn't say what was read: '-again' reads the text again")
		}
	}
	return nil
}

// note tells the user something that is no error.
func (c *call) note(s string) { fmt.Fprintf(c.errOut, "rashomon: %s\n", printable(s)) }
