package compare

import (
	"fmt"
	"slices"

	"github.com/seed514b815a/rashomon/compare/align"
	"github.com/seed514b815a/rashomon/narrative"
)

// place finds the groups that a claim belongs to: where the aligner puts it, and
// those that resemble it though they are another happening.
func (k *checker) place(s *narrative.Assertion) (in, beside map[int]bool, err error) {
	if l, ok := k.aligner.(align.Linkage); ok {
		ids := make([][]string, len(k.groups))
		for i, g := range k.groups {
			for _, a := range g.of {
				ids[i] = append(ids[i], a.ID)
			}
		}
		in, beside, err = l.Place(k.ctx, k.b.d, ids, s)
	} else {
		in, beside, err = k.placeBy(k.aligner, s)
	}
	if err != nil {
		return nil, nil, err
	}
	// A word that says all that the claim says, or rejects it, needs no resemblance.
	q := k.b.newInquiry(k.ctx, k.judges, group{})
	w := q.read(s)
	for i := range k.groups {
		if !in[i] && !beside[i] && slices.ContainsFunc(k.groups[i].of, func(a *narrative.Assertion) bool { return q.settles(w, q.read(a)) }) {
			beside[i] = true
		}
	}
	return in, beside, nil
}

// placeBy asks an aligner of somebody's own where the claim would stand, had it
// been in the dossier. What it would have joined but for a bridge is beside.
func (k *checker) placeBy(aligner Aligner, s *narrative.Assertion) (in, beside map[int]bool, err error) {
	at := map[string]int{}
	for i := range k.groups {
		for _, a := range k.groups[i].of {
			at[a.ID] = i
		}
	}
	e := *k.b.d
	e.Assertions = append(slices.Clone(e.Assertions), *s)
	al, err := aligner.Align(k.ctx, &e)
	if err != nil {
		return nil, nil, fmt.Errorf("compare: aligning: %w", err)
	}
	in, beside = map[int]bool{}, map[int]bool{}
	for _, ids := range al.Issues {
		if !slices.Contains(ids, s.ID) {
			continue
		}
		for _, id := range ids {
			if i, ok := at[id]; ok {
				in[i] = true
			}
		}
	}
	for _, m := range al.Bridges {
		for _, pair := range [2][2]string{{m.A, m.B}, {m.B, m.A}} {
			if i, ok := at[pair[1]]; ok && pair[0] == s.ID && !in[i] {
				beside[i] = true
			}
		}
	}
	return in, beside, nil
}
