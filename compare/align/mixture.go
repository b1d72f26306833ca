package align

import (
	"context"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/narrative"
)

// features are what two records are compared by, in order.
var features = []string{"participants", "agents", "kind", "time", "place", "things", "count", "words", "text"}

// unsaid is the level of a pair of which one says nothing on the feature.
const unsaid = "not known"

// tally counts the patterns of likeness, level by level, that pairs show. Pairs
// that were drawn stand for more than themselves.
type tally struct {
	patterns map[string]map[float64]int // levels joined by tabs, in order of features → what a pair stands for → how many
	blocked  int
}

func newTally() *tally { return &tally{patterns: map[string]map[float64]int{}} }

func (t *tally) add(x, y *record, weight float64) {
	levels := weights.weigh(x, y)
	names := make([]string, len(levels))
	for i, l := range levels {
		names[i] = l.Level
	}
	key := strings.Join(names, "\t")
	if t.patterns[key] == nil {
		t.patterns[key] = map[float64]int{}
	}
	t.patterns[key][weight]++
}

// count adds up the pairs of a pattern, in an order of its own: determinism.
func count(pairs map[float64]int) float64 {
	sum := 0.0
	for _, w := range slices.Sorted(maps.Keys(pairs)) {
		sum += float64(w * float64(pairs[w]))
	}
	return sum
}

// read adds the pairs of records: all that share a block, since nearly all of one
// happening do, and of the others as many as drawn, standing for all. Blocks alone
// would not do: what shares a block is alike in what makes the block, whether it is
// of one happening or not, and the features are then no longer independent.
func (t *tally) read(ctx context.Context, records []*record, drawn int) error {
	pairs := candidates(records)
	in := make(map[[2]int]bool, len(pairs))
	for n, p := range pairs {
		if n%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		in[p] = true
		t.add(records[p[0]], records[p[1]], 1)
	}
	t.blocked += len(pairs)
	rest := len(records)*(len(records)-1)/2 - len(pairs)
	if rest <= drawn {
		for i := range records {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			for j := i + 1; j < len(records); j++ {
				if !in[[2]int{i, j}] {
					t.add(records[i], records[j], 1)
				}
			}
		}
		return nil
	}
	r := rand.New(rand.NewPCG(1969, uint64(len(records)))) // the same at each run
	for n := 0; n < drawn; {
		i, j := r.IntN(len(records)), r.IntN(len(records)-1)
		if j >= i {
			j++
		}
		if p := [2]int{min(i, j), max(i, j)}; !in[p] {
			t.add(records[p[0]], records[p[1]], float64(rest)/float64(drawn))
			n++
		}
		if n%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
	}
	return nil
}

// mixture is the model: patterns of two sorts, in each of which every feature has
// a distribution of its own.
type mixture struct {
	levels   [][]string // of each feature, sorted, without the silent one
	patterns [][]int    // of each pattern, the level of each feature; -1: silent
	counts   []float64
	pairs    float64
	blocked  int
	share    float64
	m, u     [][]float64
	most     [][]float64 // what m may be at most, and u must be at least; 1: no bounds
	prior    [][]float64 // pairs of one happening, by level, that are counted beside those seen: see trust
	held     []bool      // features whose m stays as it is
	steps    []float64
}

// newMixture starts from the built-in weights: u is what is seen, and m as much
// commoner as the weights say.
func newMixture(t *tally) *mixture {
	x := &mixture{blocked: t.blocked, share: firstShare}
	index := make([]map[string]int, len(features))
	for f, name := range features {
		index[f] = map[string]int{}
		for _, l := range slices.Sorted(maps.Keys(weights[name])) {
			if l != unsaid {
				index[f][l] = len(index[f])
			}
		}
		x.levels = append(x.levels, slices.DeleteFunc(slices.Sorted(maps.Keys(weights[name])), func(l string) bool { return l == unsaid }))
	}
	for _, key := range slices.Sorted(maps.Keys(t.patterns)) { // determinism
		p := make([]int, len(features))
		for f, l := range strings.Split(key, "\t") {
			p[f] = -1
			if i, ok := index[f][l]; ok {
				p[f] = i
			}
		}
		x.patterns = append(x.patterns, p)
		x.counts = append(x.counts, count(t.patterns[key]))
		x.pairs += x.counts[len(x.counts)-1]
	}
	x.u = x.seen()
	x.m, x.most, x.prior = make([][]float64, len(features)), make([][]float64, len(features)), make([][]float64, len(features))
	for f := range features {
		x.prior[f] = make([]float64, len(x.levels[f]))
		x.held = append(x.held, false)
		x.m[f], x.most[f] = make([]float64, len(x.levels[f])), make([]float64, len(x.levels[f]))
		for l, name := range x.levels[f] {
			bits := weights[features[f]][name]
			x.m[f][l], x.most[f][l] = x.u[f][l]*math.Exp2(bits), 1
			if bits <= against {
				x.most[f][l] = x.u[f][l]
			}
		}
		normalise(x.m[f])
		bound(x.m[f], x.most[f], func(v, most float64) bool { return v > most })
	}
	return x
}

// against is the built-in weight from which on a level tells against one happening.
// Such a level may be no commoner in pairs of one happening than in all, and no
// rarer in the others, convex constraints as Winkler (Improved decision rules in the Fellegi-Sunter model, 1993)
// uses them: else the sort called one happening may become any other in which
// features go together, as that of explosions in different places.
const against = -2

// bound puts the entries of a distribution that are beyond their bound on it, and
// changes the others in proportion: of all distributions within the bounds that is
// the likeliest. Entries without a bound have 1.
func bound(list, bounds []float64, beyond func(v, bound float64) bool) {
	held := make([]bool, len(list))
	for range list {
		free, left := 0.0, 1.0
		for i, v := range list {
			if held[i] {
				left -= bounds[i]
			} else {
				free += v
			}
		}
		over := false
		for i := range list {
			if !held[i] {
				list[i] *= left / free
				if bounds[i] < 1 && beyond(list[i], bounds[i]) {
					held[i], over = true, true
				}
			}
		}
		for i := range list {
			if held[i] {
				list[i] = bounds[i]
			}
		}
		if !over {
			return
		}
	}
}

// seen returns how common each level is, as if each had been seen half a time more.
func (x *mixture) seen() [][]float64 {
	out := make([][]float64, len(features))
	for f := range features {
		out[f] = make([]float64, len(x.levels[f]))
		for l := range out[f] {
			out[f][l] = half
		}
		for i, p := range x.patterns {
			if p[f] >= 0 {
				out[f][p[f]] += x.counts[i]
			}
		}
		normalise(out[f])
	}
	return out
}

// half is the count that each level has before anything is seen (Jeffreys' prior):
// what isn't seen in a sort is rare in it, and not impossible.
const half = 0.5

// firstShare is where the share of pairs of one happening starts.
const firstShare = 0.01

func normalise(list []float64) {
	sum := 0.0
	for _, v := range list {
		sum += v
	}
	for i := range list {
		list[i] /= sum
	}
}

// run repeats the two steps until the objective, the likelihood of what is seen
// times the prior, grows no more. Each round can only raise it.
func (x *mixture) run(ctx context.Context, rounds int) error {
	for range rounds {
		if err := ctx.Err(); err != nil {
			return err
		}
		x.steps = append(x.steps, x.step())
		if n := len(x.steps); n > 1 && x.steps[n-1]-x.steps[n-2] <= 1e-10*math.Abs(x.steps[n-1]) {
			break
		}
	}
	return nil
}

// step says, by m and u as they are, how likely each pattern is of one happening,
// and takes m and u anew from that. It returns the objective before it. Products
// are rounded before they are added, so that all machines add the same.
func (x *mixture) step() float64 {
	objective := 0.0
	m, u := make([][]float64, len(features)), make([][]float64, len(features))
	for f := range features {
		m[f], u[f] = make([]float64, len(x.levels[f])), make([]float64, len(x.levels[f]))
		for l := range m[f] {
			m[f][l], u[f][l] = half+x.prior[f][l], half
			objective += float64(m[f][l]*math.Log(x.m[f][l])) + float64(half*math.Log(x.u[f][l]))
		}
	}
	objective += float64(half*math.Log(x.share)) + float64(half*math.Log(1-x.share))
	matches := half
	for i, p := range x.patterns {
		a, b, top := x.likely(p)
		objective += float64(x.counts[i] * (top + math.Log(a+b)))
		one := float64(x.counts[i] * (a / (a + b)))
		matches += one
		for f, l := range p {
			if l >= 0 {
				m[f][l] += one
				u[f][l] += x.counts[i] - one
			}
		}
	}
	for f := range features {
		if x.held[f] {
			m[f] = x.m[f]
		}
		normalise(m[f])
		bound(m[f], x.most[f], func(v, most float64) bool { return v > most })
		normalise(u[f])
		bound(u[f], x.most[f], func(v, least float64) bool { return v < least })
	}
	x.m, x.u = m, u
	x.share = matches / (x.pairs + 2*half)
	return objective
}

// likely says how likely a pattern is of one happening and of others, both in units
// of e to the power of unit.
func (x *mixture) likely(p []int) (one, other, unit float64) {
	a, b := math.Log(x.share), math.Log(1-x.share)
	for f, l := range p {
		if l >= 0 {
			a += math.Log(x.m[f][l])
			b += math.Log(x.u[f][l])
		}
	}
	unit = max(a, b)
	return math.Exp(a - unit), math.Exp(b - unit), unit
}

// estimate turns the model into weights, or says why it is of no use.
func (x *mixture) estimate() (*Estimate, error) {
	if x.leaning() < 0 { // the two sorts have changed names
		x.m, x.u, x.share = x.u, x.m, 1-x.share
	}
	if up, down := x.apart(); x.leaning() <= 0 || !x.bounded() || x.share*x.pairs < fewestMatches || x.share > mostShare || up < leastApart || down < leastApart {
		return nil, fmt.Errorf("align: estimating weights from %.0f pairs, of which %.0f would be of one happening: %w", x.pairs, x.share*x.pairs, ErrNoContrast)
	}
	e := &Estimate{Rashomon: narrative.Version, Weights: DefaultWeights(), Share: x.share, Pairs: x.blocked, Rounds: len(x.steps), steps: x.steps,
		M: map[string]map[string]float64{}, U: map[string]map[string]float64{}, Seen: map[string]map[string]int{}}
	e.Threshold = round(min(mostThreshold, max(2, math.Log2((1-x.share)/x.share))))
	for f, name := range features {
		e.M[name], e.U[name], e.Seen[name] = map[string]float64{}, map[string]float64{}, map[string]int{}
		for i, p := range x.patterns {
			if p[f] >= 0 {
				e.Seen[name][x.levels[f][p[f]]] += int(x.counts[i])
			}
		}
		for l, level := range x.levels[f] {
			e.M[name][level], e.U[name][level] = round(x.m[f][l]), round(x.u[f][l])
			// Of a feature with one level, what tells is whether it is known at all, which
			// the model leaves out.
			if e.Seen[name][level] >= seldom && !x.held[f] && len(x.levels[f]) > 1 {
				e.Weights[name][level] = round(min(mostBits, max(-mostBits, math.Log2(x.m[f][l]/x.u[f][l]))))
			}
		}
		if _, ok := e.Weights[name][unsaid]; ok {
			e.Weights[name][unsaid] = 0 // what the model takes it for
		}
	}
	return e, nil
}

func round(v float64) float64 { return math.Round(v*1000) / 1000 }

// bounded reports whether what tells against one happening does so still: after the
// sorts have changed names it may not.
func (x *mixture) bounded() bool {
	for f := range features {
		for l, p := range x.m[f] {
			if p > x.most[f][l]*(1+1e-9) {
				return false
			}
		}
	}
	return true
}

// leaning says whether the sort called m is the one that the built-in weights call
// one happening: by how many of their bits it is likelier so.
func (x *mixture) leaning() float64 {
	sum := 0.0
	for f, name := range features {
		for l, level := range x.levels[f] {
			sum += float64((x.m[f][l] - x.u[f][l]) * weights[name][level])
		}
	}
	return sum
}

// apart returns how many bits pairs of one happening tell for it on average, and
// the others against it, as the features are known.
func (x *mixture) apart() (up, down float64) {
	for f := range features {
		known, toward, against := 0.0, 0.0, 0.0
		for i, p := range x.patterns {
			if p[f] >= 0 {
				known += x.counts[i]
			}
		}
		for l := range x.levels[f] {
			bits := math.Log2(x.m[f][l] / x.u[f][l])
			toward += float64(x.m[f][l] * bits)
			against -= float64(x.u[f][l] * bits)
		}
		up += float64(toward * known / x.pairs)
		down += float64(against * known / x.pairs)
	}
	return up, down
}
