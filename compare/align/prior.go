package align

import (
	"context"
	"math"
)

// trust gives the built-in weights a say beside what is seen: they count times as
// much as the pairs that they themselves hold to be of one happening, as a Dirichlet
// prior on m. How many pairs that are is found by the steps below with m and u held
// as they are, so that only the share is learnt.
//
// Without it the two sorts drift. Real accounts are not independent by feature, as
// the model has it: within one text, words on the same party go together, and the
// sort that explains most of what is seen is soon that of one party in one text and
// no happening at all. For the same reason the weights of the text are held: what
// they would be estimated to be is how much a text keeps to its matter, which the
// other features tell already.
func (x *mixture) trust(ctx context.Context, times float64) error {
	if !(times > 0) {
		return nil
	}
	times = min(times, 1e6) // from there on the built-in weights are all
	m, u := x.m, x.u
	for range 200 {
		if err := ctx.Err(); err != nil {
			return err
		}
		before := x.share
		x.step()
		x.m, x.u = m, u
		if math.Abs(x.share-before) <= 1e-6*before {
			break
		}
	}
	known := make([]float64, len(features))
	for i, p := range x.patterns {
		a, b, _ := x.likely(p)
		one := float64(x.counts[i] * a / (a + b))
		for f, l := range p {
			if l >= 0 {
				known[f] += one
			}
		}
	}
	for f := range features {
		x.held[f] = features[f] == "text"
		for l := range m[f] {
			x.prior[f][l] = times * known[f] * m[f][l]
		}
	}
	return nil
}
