package inference

import (
	"github.com/seed514b815a/rashomon/internal/english"
)

// feature is a measure of how a text stands to a hypothesis, from 0 to 1 but for
// the names missing.
type feature uint8

const (
	bias           feature = iota // always 1
	covered                       // how much of the hypothesis's words the text has, by what they are worth
	overlap                       // how many of its words, as they are written
	namesMissing                  // names that the text lacks, 2 at most
	numbersMissing                // the text lacks a number
	mainMissing                   // the text lacks the main verb
	edgesNear                     // how near words that belong together stand in the text
	unsaid                        // what isn't covered, the more so the less the text says besides
	openness                      // the text leaves open what the hypothesis asserts
	others                        // the text tells it of somebody else
	oneDenies                     // one of the two denies something
	negation                      // the signs
	antonymy
	figureApart
	momentApart
	roleSwap
	doerOther
	placeOther
	leaning
	features
)

// weights are what each feature adds to the logarithm of the odds of entailment
// and of contradiction against neither.
var weights = [features]pull{
	bias:           {-3, -5},
	covered:        {4, 4},
	overlap:        {2, 2},
	namesMissing:   {-1, -0.5},
	numbersMissing: {-2, -1},
	mainMissing:    {0, 0.5},
	edgesNear:      {0, -1},
	unsaid:         {-6, -2},
	openness:       {-3, 0.5},
	others:         {-3, 0},
	oneDenies:      {0, 1},
	negation:       {-1, 3},
	antonymy:       {0, 4},
	figureApart:    {-1, 4},
	momentApart:    {-1, 4},
	roleSwap:       {-1, 4},
	doerOther:      {0, 4},
	placeOther:     {0, 3},
	leaning:        {0, 3},
}

type vector [features]float64

// measure computes the features.
func (a *alignment) measure(clues []clue) vector {
	var v vector
	v[bias] = 1
	sum, n, missing := 0.0, 0.0, 0.0
	for _, i := range a.h.content {
		w := &a.h.words[i]
		n++
		if !a.answered(i) {
			missing++
		}
		switch {
		case a.answered(i):
			sum += worth[a.links[i].like]
		case w.name:
			v[namesMissing] = min(v[namesMissing]+1, 2)
		case w.pos == english.NUM:
			v[numbersMissing] = 1
		}
	}
	v[covered] = sum / max(n, 1)
	v[unsaid] = missing / max(n, 1) * min(1, n/float64(max(1, len(a.t.content))))
	v[overlap] = a.overlap()
	if main := a.h.main(); main >= 0 {
		l := a.links[main]
		switch {
		case !a.answered(main):
			if a.h.words[main].content {
				v[mainMissing] = 1
			}
		case a.t.words[l.word].polarity == open && a.h.words[main].polarity != open:
			v[openness] = 1
		}
	}
	if main := a.h.main(); main >= 0 && a.answered(main) && a.rivals(main, a.links[main].word) {
		v[others] = 1
	}
	v[edgesNear] = a.edgesNear()
	if a.h.denies() != a.t.denies() {
		v[oneDenies] = 1
	}
	for _, c := range clues {
		f := signFeatures[c.sign]
		v[f] = max(v[f], 0.5+0.5*c.weight)
	}
	return v
}

// overlap is the share of the hypothesis's words that stand in the text as they
// are written.
func (a *alignment) overlap() float64 {
	has := make(map[string]bool, len(a.t.words))
	for _, w := range a.t.words {
		has[w.low] = true
	}
	n, k := 0.0, 0.0
	for _, w := range a.h.words {
		if w.pos != english.PUNCT {
			n++
			if has[w.low] {
				k++
			}
		}
	}
	return k / max(n, 1)
}

// edgesNear is how near the words stand in the text that answer words of the
// hypothesis that belong together.
func (a *alignment) edgesNear() float64 {
	near, n := 0.0, 0.0
	for _, e := range a.h.edges {
		if !a.h.words[e.head].content || !a.h.words[e.dep].content {
			continue
		}
		n++
		if p, d := a.links[e.head].word, a.links[e.dep].word; p >= 0 && d >= 0 {
			if dist := a.t.distance(p, d, 3); dist <= 3 {
				near += 1 / float64(max(dist, 1))
			}
		}
	}
	return near / max(n, 1)
}

// main returns the word at the top of the first sentence, -1 for no words.
func (r *reading) main() int {
	for i, w := range r.words {
		if w.head < 0 {
			return i
		}
	}
	return -1
}

// denies reports whether the text denies anything.
func (r *reading) denies() bool {
	for _, w := range r.words {
		if w.polarity == not && (w.pos == english.VERB || w.head < 0) {
			return true
		}
	}
	return false
}
