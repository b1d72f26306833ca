package align

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"

	"github.com/seed514b815a/rashomon/internal/jsonfile"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// Estimator estimates the weights of alignment from dossiers in which nobody has
// marked what speaks of what. Its zero value is ready.
//
// Pairs of assertions are of two sorts, those of one happening and others, and
// nobody says which are which. Expectation maximisation finds the
// shares of each level of likeness in the two sorts, m and u, under which what is
// seen is likeliest, taking the features to be independent within a sort (Fellegi
// and Sunter 1969; Winkler, Using the EM algorithm for weight computation in the
// Fellegi-Sunter model of record linkage, 1988). It starts from the built-in
// weights, so that the sort which they call one happening keeps that name.
//
// Real accounts don't keep to the model: in one text, words on one party go together.
// Left to themselves the two sorts drift until one of them is that of a party in a
// text. So the built-in weights count, too, as Prior says, and those of the text are
// not estimated.
//
// What that is worth was measured on three hundred articles on an election
// (internal/eval weights): weights estimated from them find in texts on clashes and
// protests what the built-in ones find, and no more; in the articles they tell pairs
// that quote the same words from others about as well. With a Prior below 0 they do
// the latter better and the former much worse. So estimating is of use where the
// corpus is large and of the kind that the weights are then used on: for tables of
// events, where each feature was coded for itself and the model holds, with a Prior
// below 0. Else the built-in weights serve.
//
// What a pair is silent on tells nothing and is left out of both. Levels that are
// seldom seen keep their built-in weight, and so do those that are the only one of
// their feature.
type Estimator struct {
	Rounds int     // at most this many; 0 means 500
	Prior  float64 // how many times the pairs that they hold to be of one happening the built-in weights count beside what is seen; 0 means 4, below 0 not at all
	Random int     // how many pairs are drawn, of each dossier, from those that share no block; 0 means 200,000
}

// Estimate is what an [Estimator] found, and a file: see [Estimate.Encode].
type Estimate struct {
	Rashomon  int                           `json:"rashomon"`
	Weights   Weights                       `json:"weights"`   // log2(m/u), to the thousandth
	Threshold float64                       `json:"threshold"` // the bits from which a pair is likelier of one happening than not, at least 2
	Share     float64                       `json:"share"`     // of all pairs, those of one happening
	Pairs     int                           `json:"pairs"`     // that share a block
	Rounds    int                           `json:"rounds"`
	M         map[string]map[string]float64 `json:"m"` // feature → level → its share in pairs of one happening
	U         map[string]map[string]float64 `json:"u"` // and in others
	Seen      map[string]map[string]int     `json:"seen"`

	steps []float64 // the objective after each round
}

// ErrTooFew and ErrNoContrast say why no weights could be estimated.
var (
	ErrTooFew     = errors.New("too few pairs of assertions share a day, a place, two sides or a passage: hand in more dossiers, or keep the built-in weights")
	ErrNoContrast = errors.New("the pairs don't fall into two sorts, as where all speak of one happening or no two do: hand in dossiers on several happenings with several accounts of each, or keep the built-in weights")
)

// defaultPrior is the least that did no harm: with 1 or 2, the estimate from a large
// corpus of news served worse than the built-in weights on texts of another matter
// (internal/eval weights).
const defaultPrior = 4

// The bounds of what is estimated.
const (
	fewestPairs   = 200  // below it m would rest on a handful of pairs
	seldom        = 10   // a level seen less often keeps its built-in weight
	mostBits      = 12.0 // no single feature decides against all others together
	mostThreshold = 20.0
	mostShare     = 0.1 // beyond it the second sort is one matter, not one happening
	fewestMatches = 50  // pairs of one happening, below which m would rest on chance
	leastApart    = 1.5 // bits by which the two sorts must differ on average, either way
)

// Linkage returns an aligner that uses the estimate.
func (e *Estimate) Linkage() Linkage { return Linkage{Threshold: e.Threshold, Weights: e.Weights} }

// Estimate estimates weights from all pairs of assertions within each dossier. The
// same dossiers give the same weights, whatever their order.
//
// An error wraps [ErrTooFew] or [ErrNoContrast], says that a dossier is none, or
// that ctx ended.
func (e Estimator) Estimate(ctx context.Context, dossiers ...*narrative.Dossier) (*Estimate, error) {
	drawn := e.Random
	if drawn <= 0 {
		drawn = 200_000
	}
	t := newTally()
	for i, d := range dossiers {
		if err := d.Validate(); err != nil {
			return nil, fmt.Errorf("align: dossier %d: %w", i, err)
		}
		d, _ = d.Ready()
		if err := t.read(ctx, readRecords(d), drawn); err != nil {
			return nil, err
		}
	}
	if t.blocked < fewestPairs {
		return nil, fmt.Errorf("align: estimating weights from %d pairs that share a block, of %d at least: %w", t.blocked, fewestPairs, ErrTooFew)
	}
	x := newMixture(t)
	prior := e.Prior
	if prior == 0 {
		prior = defaultPrior
	}
	if err := x.trust(ctx, prior); err != nil {
		return nil, err
	}
	rounds := e.Rounds
	if rounds <= 0 {
		rounds = 500
	}
	if err := x.run(ctx, rounds); err != nil {
		return nil, err
	}
	return x.estimate()
}

// Encode writes the estimate as a file.
func (e *Estimate) Encode(w io.Writer) error { return jsonfile.Encode(w, "weights", e) }

// maxEstimate bounds a file of weights, in bytes.
const maxEstimate = 1 << 20

// DecodeEstimate reads a file of weights, strictly: an unknown field, feature or
// level is an error, and so are bits beyond 40 either way. Weights may be edited by
// hand; a level that is left out weighs nothing. name stands for the file in
// messages.
func DecodeEstimate(r io.Reader, name string) (*Estimate, error) {
	return jsonfile.Decode(r, name, maxEstimate, (*Estimate).check)
}

func (e *Estimate) check() *source.Error {
	switch {
	case e.Rashomon != narrative.Version:
		return jsonfile.Fault("$.rashomon", "version %d is not one that this program reads (want %d)", e.Rashomon, narrative.Version)
	case len(e.Weights) == 0:
		return jsonfile.Fault("$.weights", "no weights")
	case !(e.Threshold > 0 && e.Threshold < 40):
		return jsonfile.Fault("$.threshold", "%v is no threshold between 0 and 40 bits", e.Threshold)
	}
	for _, f := range slices.Sorted(maps.Keys(e.Weights)) { // determinism: the first fault
		for _, l := range slices.Sorted(maps.Keys(e.Weights[f])) {
			path := "$.weights." + f + "." + l
			if _, known := weights[f][l]; !known {
				return jsonfile.Fault(path, "no feature or level that is compared")
			}
			if b := e.Weights[f][l]; math.Abs(b) > 40 {
				return jsonfile.Fault(path, "%v bits are beyond 40", b)
			}
		}
	}
	return nil
}
