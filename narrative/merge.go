package narrative

import (
	"errors"
	"fmt"
	"reflect"
	"slices"

	"github.com/seed514b815a/rashomon/source"
)

// Merge adds what other holds to d: several dossiers are one matter. What both
// hold alike is kept once, and aliases are united. Decisions and corrections of
// both hold, unless one of the two has taken them back; where people differ, see [Settle] and [Dossier.Correct]. Where one id stands for two
// different things nothing is added, and the error names each such id by its JSON
// path in other; name stands for other's file in messages.
func (d *Dossier) Merge(other *Dossier, name string) error {
	m := merger{name: name}
	out := *d
	out.Corrections = uniteStanding(d.Corrections, other.Corrections, (*Correction).rank, bareCorrection)
	if out.Title == "" {
		out.Title = other.Title
	}
	out.Parties = merge(&m, "parties", d.Parties, other.Parties, func(p Party) string { return p.ID }, joinParties)
	out.Places = merge(&m, "places", d.Places, other.Places, func(p Place) string { return p.ID }, joinPlaces)
	// What one has corrected and the other hasn't is the same assertion.
	d, before := d.corrected(&out), d
	other = other.corrected(&out)
	out.Sources = merge(&m, "sources", d.Sources, other.Sources, func(s *source.Document) string { return s.ID }, equal)
	out.Assertions = merge(&m, "assertions", d.Assertions, other.Assertions, func(a Assertion) string { return a.ID }, equal)
	out.Decisions = uniteStanding(d.Decisions, other.Decisions, (*Decision).rank, bareDecision)
	if len(m.faults) == 0 {
		out.Correct()
		if err := out.Validate(); err != nil {
			return located(err, name)
		}
		*before = out
	}
	return errors.Join(m.faults...)
}

// corrected returns a copy of d to which the corrections of all are applied, which
// may name parties that d lacks. Those of d that others have taken back are undone.
func (d *Dossier) corrected(all *Dossier) *Dossier {
	out := *d
	out.Assertions = slices.Clone(d.Assertions)
	out.Parties, out.Places = all.Parties, all.Places
	for _, c := range d.Corrections {
		if key := asJSON(c); c.Withdrawn == nil && !slices.ContainsFunc(all.Corrections, func(x Correction) bool { return asJSON(x) == key }) {
			out.undo(&c)
		}
	}
	out.Corrections = all.Corrections
	out.Correct()
	return &out
}

type merger struct {
	name   string
	faults []error
}

// merge returns old with those of more that it lacks. join unites two of one id
// and reports whether they can be one.
func merge[T any](m *merger, list string, old, more []T, id func(T) string, join func(a, b T) (T, bool)) []T {
	out := slices.Clone(old)
	at := make(map[string]int, len(old))
	for i, x := range old {
		at[id(x)] = i
	}
	for i, x := range more {
		j, known := at[id(x)]
		if !known {
			out = append(out, x)
			continue
		}
		both, ok := join(out[j], x)
		if !ok && len(m.faults) < maxFaults {
			m.faults = append(m.faults, &source.Error{File: m.name, Path: fmt.Sprintf("$.%s[%d].id", list, i),
				Err: fmt.Errorf("the id %q stands for something else in another input: rename one", id(x))})
		}
		out[j] = both
	}
	return out
}

func equal[T any](a, b T) (T, bool) { return a, reflect.DeepEqual(a, b) }

func joinParties(a, b Party) (Party, bool) {
	ok := a.Name == b.Name && a.Of == b.Of && a.Kind == b.Kind
	found := a.Found == a.mark() && b.Found == b.mark()
	a.Aliases, a.Found = union(a.Aliases, b.Aliases), ""
	if found {
		a.Found = a.mark()
	}
	return a, ok
}

func joinPlaces(a, b Place) (Place, bool) {
	ok := a.Name == b.Name && a.Within == b.Within && a.Kind == b.Kind && a.Zone == b.Zone
	found := a.Found == a.mark() && b.Found == b.mark()
	a.Aliases, a.Found = union(a.Aliases, b.Aliases), ""
	if found {
		a.Found = a.mark()
	}
	return a, ok
}

func union(a, b []string) []string {
	if len(b) == 0 {
		return a
	}
	out := slices.Concat(a, b)
	slices.Sort(out)
	return slices.Compact(out)
}
