package inference

import (
	"context"
	"errors"
	"math"

	"github.com/seed514b815a/rashomon/compare"
)

// Model is what an inference weighs its signs by. [Fit] makes one.
type Model struct{ weights [features]pull }

// shipped is the model of the package.
var shipped = Model{weights}

// Sample is a pair of texts of which somebody has said how they stand.
type Sample struct {
	Text, Hypothesis string
	Want             compare.Entailment
}

// pull is what a feature adds to the logarithm of the odds of entailment and of
// contradiction against neither.
type pull struct{ entails, contradicts float64 }

// hold is how strongly [Fit] holds to the weights that the package ships, as the
// penalty on the square of what it moves them by: a dozen signs seen a few times
// each tell little of their own.
const hold = 5.0

// Fit returns a model with the weights that make samples most probable, not far from
// those that the package ships. Which signs there are stays as it is, so that a
// model never finds a contradiction without words to show for it. It fails only
// with ctx or for no samples. The same samples in the same order give the same model.
func Fit(ctx context.Context, samples []Sample) (*Model, error) {
	if len(samples) == 0 {
		return nil, errors.New("inference: no samples to fit a model to")
	}
	seen := make([]vector, len(samples))
	for i, s := range samples {
		t, err := read(ctx, s.Text)
		if err != nil {
			return nil, err
		}
		h, err := read(ctx, s.Hypothesis)
		if err != nil {
			return nil, err
		}
		a := align(t, h)
		seen[i] = a.measure(a.clues())
	}
	// Adam (Kingma and Ba 2015), from the weights shipped; the problem is convex.
	const rounds, rate, keep, spread = 150, 0.08, 0.9, 0.99
	m := shipped
	var mean, square [features]pull
	for round := 1; round <= rounds; round++ {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		var slope [features]pull
		for f := range slope {
			slope[f] = pull{hold * (m.weights[f].entails - weights[f].entails), hold * (m.weights[f].contradicts - weights[f].contradicts)}
		}
		for i, v := range seen {
			_, e, c := m.odds(v)
			if samples[i].Want == compare.Entails {
				e--
			}
			if samples[i].Want == compare.Contradicts {
				c--
			}
			for f, x := range v {
				slope[f].entails += e * x
				slope[f].contradicts += c * x
			}
		}
		step := func(w, mean, square *float64, slope float64) {
			*mean = keep**mean + (1-keep)*slope
			*square = spread**square + (1-spread)*slope*slope
			n := float64(round)
			*w -= rate * *mean / (1 - math.Pow(keep, n)) / (math.Sqrt(*square/(1-math.Pow(spread, n))) + 1e-8)
		}
		for f := range slope {
			w := &m.weights[f]
			step(&w.entails, &mean[f].entails, &square[f].entails, slope[f].entails)
			step(&w.contradicts, &mean[f].contradicts, &square[f].contradicts, slope[f].contradicts)
		}
	}
	return &m, nil
}

// odds returns the probabilities of neither, entailment and contradiction.
func (m *Model) odds(v vector) (neither, entails, contradicts float64) {
	x, y := 0.0, 0.0
	for f, u := range v {
		x += m.weights[f].entails * u
		y += m.weights[f].contradicts * u
	}
	top := max(0, x, y)
	n, e, c := math.Exp(-top), math.Exp(x-top), math.Exp(y-top)
	sum := n + e + c
	return n / sum, e / sum, c / sum
}
