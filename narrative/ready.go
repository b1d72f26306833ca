package narrative

import "slices"

// Ready returns a copy of d as it is compared: with corrections applied, and
// without decisions that were taken back and what names assertions that are not
// there any more. A decision on such an assertion, as of a text that has been edited
// since, goes over to the one that says the same to the word, if there is just one.
// A dossier without decisions and corrections is returned itself.
func (d *Dossier) Ready() (*Dossier, []Corrected) {
	if len(d.Decisions) == 0 && len(d.Corrections) == 0 {
		return d, nil
	}
	out := *d
	out.Assertions = slices.Clone(d.Assertions)
	corrections := out.Correct()
	out.Corrections = nil
	a := &archive{of: out.Assertions, ids: map[string]bool{}}
	for _, x := range out.Assertions {
		a.ids[x.ID] = true
	}
	for i := range out.Assertions {
		if c := &out.Assertions[i].Claim; !a.ids[c.About] {
			c.About = ""
		}
	}
	out.Decisions = nil
	for _, x := range d.Binding() {
		x.Same, x.Apart = a.known(x.Same, x.Seen), a.known(x.Apart, x.Seen)
		if len(x.Same) > 1 || len(x.Apart) > 1 {
			out.Decisions = append(out.Decisions, x)
		}
	}
	return &out, corrections
}

// Binding returns the decisions of d that nobody has taken back.
func (d *Dossier) Binding() []Decision {
	return slices.DeleteFunc(slices.Clone(d.Decisions), func(x Decision) bool { return x.Withdrawn != nil })
}

// An archive finds assertions by what they say.
type archive struct {
	of       []Assertion
	ids      map[string]bool
	byDigest map[string][]string // nil until somebody asks
}

// known returns the assertions of a decision that are there, by the ids that they
// have now.
func (a *archive) known(ids []string, seen *Evidence) []string {
	var out []string
	for _, id := range ids {
		if !a.ids[id] && seen != nil {
			id = a.again(id, seen)
		}
		if a.ids[id] && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// again returns the id of the only assertion that says what the one of that id said.
func (a *archive) again(id string, seen *Evidence) string {
	if a.byDigest == nil {
		a.byDigest = map[string][]string{}
		for i := range a.of {
			c := a.of[i].Cited()
			a.byDigest[c.Digest] = append(a.byDigest[c.Digest], c.ID)
		}
	}
	for _, c := range seen.Cites {
		if now := a.byDigest[c.Digest]; c.ID == id && len(now) == 1 {
			return now[0]
		}
	}
	return id
}
