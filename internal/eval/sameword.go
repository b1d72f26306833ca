package main

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/compare/align"
	"github.com/seed514b815a/rashomon/narrative"
)

// Pairs that nobody has marked, and that are yet known to be of one happening: two
// texts that quote the same words tell of one utterance. By the other features,
// all but the words and the text, weights should tell them from pairs drawn at
// random.

// wordPairs are pairs of assertions from different texts.
type wordPairs struct{ same, drawn []wordPair }

type wordPair struct {
	d    *narrative.Dossier
	x, y int // indexes of assertions
}

// The bounds of what is the same.
const (
	sameShare   = 0.6 // of the words of both
	fewestWords = 6
	drawnPairs  = 400 // of each dossier
)

// findWordPairs finds the pairs of each dossier, and draws others.
func findWordPairs(dossiers []*narrative.Dossier) wordPairs {
	var out wordPairs
	for _, d := range dossiers {
		words := make([]map[string]bool, len(d.Assertions))
		holds := map[string][]int{}
		for i := range d.Assertions {
			words[i] = quotedWords(&d.Assertions[i])
			for w := range words[i] {
				holds[w] = append(holds[w], i)
			}
		}
		for i := range d.Assertions {
			shared := map[int]int{}
			for w := range words[i] {
				for _, j := range holds[w] {
					if j > i && d.Assertions[j].Source != d.Assertions[i].Source {
						shared[j]++
					}
				}
			}
			for j, n := range shared {
				if len(words[i]) >= fewestWords && len(words[j]) >= fewestWords && float64(n) >= sameShare*float64(len(words[i])+len(words[j])-n) {
					out.same = append(out.same, wordPair{d, i, j})
				}
			}
		}
		r := rand.New(rand.NewPCG(1988, uint64(len(d.Assertions)))) // the same at each run
		for n := 0; n < drawnPairs && len(d.Assertions) > 1; n++ {
			i, j := r.IntN(len(d.Assertions)), r.IntN(len(d.Assertions))
			if d.Assertions[i].Source != d.Assertions[j].Source {
				out.drawn = append(out.drawn, wordPair{d, min(i, j), max(i, j)})
			}
		}
	}
	return out
}

func quotedWords(a *narrative.Assertion) map[string]bool {
	out := map[string]bool{}
	for _, q := range a.Quotes {
		for _, w := range strings.FieldsFunc(strings.ToLower(q.Exact), func(r rune) bool { return r != '\'' && (r < 'a' || r > 'z') && (r < '0' || r > '9') && r < 128 }) {
			if len(w) > 3 {
				out[w] = true
			}
		}
	}
	return out
}

// bits returns how much the features but the words and the text tell for one
// happening. known is false where alignment wouldn't compare the two.
func (p wordPair) bits(l align.Linkage) (bits float64, known bool, err error) {
	l.Threshold = -1e6 // every pair is a match
	d := *p.d
	d.Assertions = []narrative.Assertion{p.d.Assertions[p.x], p.d.Assertions[p.y]}
	for i := range d.Assertions {
		d.Assertions[i].Claim.About = ""
	}
	d.Decisions, d.Corrections = nil, nil
	al, err := l.Align(context.Background(), &d)
	if err != nil || len(al.Matches) == 0 {
		return 0, false, err
	}
	for _, level := range al.Matches[0].Levels {
		if level.Feature != "words" && level.Feature != "text" {
			bits += level.Bits
		}
	}
	return bits, true, nil
}

// separation is the chance that a pair in the same words has more bits than one
// drawn at random (the area under the ROC curve), ties by half.
func (ps wordPairs) separation(l align.Linkage) (auc float64, same, drawn int, err error) {
	read := func(pairs []wordPair) ([]float64, error) {
		var out []float64
		for _, p := range pairs {
			bits, known, err := p.bits(l)
			if err != nil {
				return nil, err
			}
			if known {
				out = append(out, bits)
			}
		}
		slices.Sort(out)
		return out, nil
	}
	xs, err := read(ps.same)
	if err != nil {
		return 0, 0, 0, err
	}
	ys, err := read(ps.drawn)
	if err != nil {
		return 0, 0, 0, err
	}
	sum := 0.0
	for _, x := range xs {
		below, _ := slices.BinarySearch(ys, x)
		above, _ := slices.BinarySearchFunc(ys, x, func(y, x float64) int {
			if y <= x {
				return -1
			}
			return 1
		})
		sum += float64(below) + float64(above-below)/2
	}
	return sum / float64(max(1, len(xs)*len(ys))), len(xs), len(ys), nil
}

func writeSeparation(out io.Writer, ps wordPairs, name string, l align.Linkage) error {
	auc, same, drawn, err := ps.separation(l)
	if err != nil || same == 0 {
		return err
	}
	fmt.Fprintf(out, "%s: %d pairs in the same words are told from %d drawn ones by the other features with a chance of %.3f\n", name, same, drawn, auc)
	return nil
}
