package align

import (
	"context"
	"slices"

	"github.com/seed514b815a/rashomon/narrative"
)

// A Scale weighs any two assertions of a dossier, whether or not they share a block.
type Scale struct {
	weights Weights
	records map[string]*record
}

// Scale reads the assertions of d for weighing.
func (l Linkage) Scale(d *narrative.Dossier) *Scale {
	s := &Scale{l.weights(), make(map[string]*record, len(d.Assertions))}
	for _, r := range readRecords(d) {
		s.records[r.a.ID] = r
	}
	return s
}

// Weigh returns how the assertions with the ids a and b compare; ok is false where
// the dossier lacks one.
func (s *Scale) Weigh(a, b string) (m Match, ok bool) {
	x, y := s.records[a], s.records[b]
	if x == nil || y == nil {
		return Match{}, false
	}
	levels := s.weights.weigh(x, y)
	return Match{a, b, total(levels), levels}, true
}

// nearly is by how many bits a group may fall short of the likeliest and still be
// taken for what a claim is about: it is then at least a quarter as likely. Words
// on one happening, read from texts, often stand in two issues.
const nearly = 2

// Place says, by index, in which groups of the assertions of d a claim stands that
// is not one of them, and beside which: those that it resembles though they are
// another happening. It is weighed against every word of the groups, given by id.
// One claim needs no blocks, and shares no day or place with words that leave them
// out.
func (l Linkage) Place(ctx context.Context, d *narrative.Dossier, groups [][]string, claim *narrative.Assertion) (in, beside map[int]bool, err error) {
	e := *d
	e.Assertions = append(slices.Clone(e.Assertions), *claim)
	s := l.Scale(&e)
	mine := s.records[claim.ID]
	best := make([]float64, len(groups))
	most := l.threshold()
	for i, g := range groups {
		if ctx.Err() != nil {
			return nil, nil, ctx.Err()
		}
		for n, id := range g {
			if bits := total(s.weights.weigh(mine, s.records[id])); n == 0 || bits > best[i] {
				best[i] = bits
			}
		}
		most = max(most, best[i])
	}
	in, beside = map[int]bool{}, map[int]bool{}
	for i, g := range groups {
		members := make([]*record, len(g))
		for n, id := range g {
			members[n] = s.records[id]
		}
		switch {
		case best[i] < l.threshold():
		case best[i] == most, best[i] >= most-nearly && s.weights.alike([]*record{mine}, members):
			in[i] = true
		default:
			beside[i] = true
		}
	}
	return in, beside, nil
}
