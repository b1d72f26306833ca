package winnow

import (
	"cmp"
	"slices"
)

// Passage is a part of one text that stands nearly alike in another: a[AStart:AEnd]
// and b[BStart:BEnd].
type Passage struct {
	AStart, AEnd int
	BStart, BEnd int
	Words        int // that the two have in common, in order
}

// Candidates returns the pairs of texts, by index, that may share a passage of
// twelve words: i < j, in order. Of a fingerprint that more than 32 texts bear each
// is paired with its neighbours alone, so that the cost stays close to linear in the
// length of all texts.
func Candidates(texts []*Text) [][2]int {
	bearers := map[uint64][]int{}
	for i, t := range texts {
		for _, m := range t.marks {
			bearers[m] = append(bearers[m], i)
		}
	}
	seen := map[[2]int]bool{}
	for _, at := range bearers {
		for n, i := range at {
			for _, j := range at[n+1:] {
				seen[[2]int{i, j}] = true
				if len(at) > maxTexts {
					break
				}
			}
		}
	}
	out := make([][2]int, 0, len(seen))
	for p := range seen {
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	return out
}

// run is words that stand alike in two texts: from i in the one, from j in the other.
type run struct{ i, j, n int }

// Passages returns the passages that two texts share, in order of the first. A
// passage is made of runs of five words and more that follow each other in both,
// with few words between them, and of which most are shared.
func Passages(a, b *Text) []Passage {
	var out []Passage
	var chain []run
	flush := func() {
		if p, ok := passage(a, b, chain); ok {
			out = append(out, p)
		}
		chain = chain[:0]
	}
	for _, r := range runs(a, b) {
		if n := len(chain); n > 0 {
			last := chain[n-1]
			if gi, gj := r.i-last.i-last.n, r.j-last.j-last.n; gi > maxGap || gj < 0 || gj > maxGap {
				flush()
			}
		}
		chain = append(chain, r)
	}
	flush()
	return out
}

// passage makes one of the runs, if most of its words are shared: three of five, as
// a text has that was edited here and there.
func passage(a, b *Text, chain []run) (Passage, bool) {
	if len(chain) == 0 {
		return Passage{}, false
	}
	first, last := chain[0], chain[len(chain)-1]
	p := Passage{AStart: a.words[first.i].start, AEnd: a.words[last.i+last.n-1].end, BStart: b.words[first.j].start, BEnd: b.words[last.j+last.n-1].end}
	for _, r := range chain {
		p.Words += r.n
	}
	length := max(last.i+last.n-first.i, last.j+last.n-first.j)
	return p, 5*p.Words >= 3*length
}

// runs finds the longest runs that the two texts share, from left to right in a.
func runs(a, b *Text) []run {
	places := map[uint64][]int{}
	b.grams(func(i int, h uint64) {
		if len(places[h]) < maxPlaces {
			places[h] = append(places[h], i)
		}
	})
	var out []run
	next := 0
	a.grams(func(i int, h uint64) {
		if i < next {
			return
		}
		after := 0 // where the last run ended in b
		if n := len(out); n > 0 {
			after = out[n-1].j + out[n-1].n
		}
		best := run{}
		for _, j := range places[h] {
			n := 0
			for i+n < len(a.words) && j+n < len(b.words) && a.words[i+n].hash == b.words[j+n].hash && a.words[i+n].hash != 0 {
				n++
			}
			if n > best.n || n == best.n && best.j < after && j >= after { // of equals the one that goes on
				best = run{i, j, n}
			}
		}
		if best.n >= gram {
			out = append(out, best)
			next = i + best.n
		}
	})
	return out
}

// grams gives f each run of the text that no quotation interrupts.
func (t *Text) grams(f func(i int, hash uint64)) {
	since := 0
	for i, w := range t.words {
		if w.hash == 0 {
			since = i + 1
			continue
		}
		if i-since+1 >= gram {
			f(i-gram+1, t.gramAt(i-gram+1))
		}
	}
}
