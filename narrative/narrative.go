package narrative

import (
	"cmp"
	"slices"

	"github.com/seed514b815a/rashomon/source"
)

// Narrative is the account of one side: its assertions on the matter.
type Narrative struct {
	Side       string       // id of the side
	Parties    []string     // the parties of that side that speak, in order of id
	Assertions []*Assertion // by when they were said, then by id
}

// Narratives gathers the assertions into one narrative for each side that speaks,
// in order of side. Thoughts and intentions are nobody's account and are left out.
func (d *Dossier) Narratives() []*Narrative {
	cast := NewCast(d)
	bySide := map[string]*Narrative{}
	for i := range d.Assertions {
		a := &d.Assertions[i]
		if a.Mode == source.Thought || a.Mode == source.Intention {
			continue
		}
		side := cast.Side(a.Party)
		n := bySide[side]
		if n == nil {
			n = &Narrative{Side: side}
			bySide[side] = n
		}
		n.Assertions = append(n.Assertions, a)
		if !slices.Contains(n.Parties, a.Party) {
			n.Parties = append(n.Parties, a.Party)
		}
	}
	out := make([]*Narrative, 0, len(bySide))
	for _, n := range bySide {
		slices.Sort(n.Parties)
		slices.SortFunc(n.Assertions, func(a, b *Assertion) int {
			return cmp.Or(cmp.Compare(a.Said.String(), b.Said.String()), cmp.Compare(a.ID, b.ID))
		})
		out = append(out, n)
	}
	slices.SortFunc(out, func(a, b *Narrative) int { return cmp.Compare(a.Side, b.Side) }) // determinism
	return out
}
