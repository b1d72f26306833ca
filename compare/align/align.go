package align

import (
	"cmp"
	"context"
	"slices"

	"github.com/seed514b815a/rashomon/narrative"
)

// Alignment is what aligning a dossier gives.
type Alignment struct {
	Issues  [][]string           // ids of assertions: one list, one happening
	Matches []Match              // why they were joined
	Bridges []Match              // matches that were not followed, since they would have joined two happenings
	LeftOut []narrative.Decision // pairs decided to be the same that would have joined what is decided apart
}

// Match is why two assertions are held to speak of one happening.
type Match struct {
	A      string  `json:"a"`
	B      string  `json:"b"`
	Bits   float64 `json:"bits"`   // the sum of the levels'; 0 where the reason needs no weighing
	Levels []Level `json:"levels"` // feature by feature
}

// Level is how two assertions compare on one feature, and its weight.
type Level struct {
	Feature string  `json:"feature"`
	Level   string  `json:"level"`
	Bits    float64 `json:"bits"`
}

// Linkage aligns by probabilistic record linkage after Fellegi and Sunter (A theory
// for record linkage, JASA 64, 1969). Two assertions are compared feature by
// feature; each level of likeness has a weight in bits, the logarithm of how much
// commoner it is among assertions of one happening than among others (weights.go).
// Where the sum reaches the threshold, the two speak of one happening, unless
// their groups as a whole don't: a single vague record never welds two matters.
//
// Only pairs that share a key are compared (blocks.go), so that the cost grows
// close to linearly. People's decisions bind: what they hold apart is never
// joined, what they hold to be the same is, and an assertion that answers another
// stands with it.
type Linkage struct {
	Threshold float64 // in bits; 0 means 4
	Weights   Weights // nil means DefaultWeights()
}

const defaultThreshold = 4

func (l Linkage) threshold() float64 {
	if l.Threshold == 0 {
		return defaultThreshold
	}
	return l.Threshold
}

func (l Linkage) weights() Weights {
	if l.Weights == nil {
		return weights
	}
	return l.Weights
}

// Align puts every assertion of d into exactly one issue, whatever the order of
// d's lists.
func (l Linkage) Align(ctx context.Context, d *narrative.Dossier) (*Alignment, error) {
	threshold := l.threshold()
	ws := l.weights()
	records := readRecords(d)
	decisions := d.Binding()
	c := newClusters(records, decisions)
	c.weights = ws
	c.decide(decisions)
	c.answers()

	var matches []candidate
	pairs := candidates(records)
	for n, p := range pairs {
		if n%4096 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		x, y := records[p[0]], records[p[1]]
		if bits := total(ws.weigh(x, y)); bits >= threshold {
			matches = append(matches, candidate{p[0], p[1], bits})
		}
	}
	// The surest first; ties by id: determinism.
	slices.SortFunc(matches, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.bits, a.bits), cmp.Compare(a.i, b.i), cmp.Compare(a.j, b.j))
	})
	for n, m := range matches {
		if n%4096 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		c.match(m)
	}
	return c.alignment(), nil
}

// candidate is a pair of records worth joining, by index; i < j.
type candidate struct {
	i, j int
	bits float64
}
