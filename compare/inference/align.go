package inference

import (
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/narrative"
)

// likeness is how a word of the text bears on a word of the hypothesis.
type likeness uint8

const (
	unlike    likeness = iota
	sameWord           // the same lemma or name
	sameStem           // made from the same word: deny, denial
	sameState          // China, Chinese
	synonym            // they share a sense
	special            // the text's is a kind of the hypothesis's
	general            // the other way round
	antonym            // they exclude each other
	fragment           // they begin alike
	undone             // they exclude each other, and one of them is denied
)

// worth is how far each likeness goes to say the same.
var worth = [...]float64{unlike: 0, sameWord: 1, sameStem: 0.9, sameState: 0.9, synonym: 0.8, special: 0.7, general: 0.4, antonym: 0.45, fragment: 0.6, undone: 0.7}

// link is the word of the text that answers a word of the hypothesis.
type link struct {
	word int // of the text; -1: none
	like likeness
}

// alignment leads from each word of the hypothesis to one of the text.
type alignment struct {
	t, h  *reading
	links []link  // by word of the hypothesis
	best  int     // the sentence of the text that answers most
	share float64 // how much of what is answered stands in that sentence
}

// align looks for each content word of the hypothesis in the text. Of several that
// would do it takes the one whose neighbours in the tree answer its neighbours.
func align(t, h *reading) *alignment {
	a := &alignment{t: t, h: h, links: make([]link, len(h.words))}
	x := lexica()
	options := make([][]link, len(h.words))
	for i := range a.links {
		a.links[i].word = -1
	}
	const most = 12
	for _, i := range h.content {
		for _, j := range t.content {
			if l := x.compare(&t.words[j], &h.words[i]); l != unlike && len(options[i]) < most {
				options[i] = append(options[i], link{j, l})
			}
		}
	}
	// First the best by itself, then twice with a look at the neighbours.
	sentences := map[int]float64{}
	for round := range 3 {
		for _, i := range h.content {
			best, top := link{word: -1}, 0.0
			for _, o := range options[i] {
				score := worth[o.like]
				if round > 0 {
					score += 0.25*a.support(i, o.word) + 0.05*sentences[t.words[o.word].sentence]
				}
				if score > top {
					best, top = o, score
				}
			}
			a.links[i] = best
		}
		clear(sentences)
		n := 0.0
		for _, i := range h.content {
			if l := a.links[i]; l.word >= 0 {
				sentences[t.words[l.word].sentence]++
				n++
			}
		}
		a.best, a.share = 0, 0
		for s := range t.sentences() {
			if v := sentences[s] / max(n, 1); v > a.share {
				a.best, a.share = s, v
			}
			sentences[s] /= max(n, 1)
		}
	}
	for _, i := range h.content {
		if l := &a.links[i]; l.like == antonym && apartly(t.words[l.word].polarity, h.words[i].polarity) {
			l.like = undone
		}
	}
	return a
}

// apartly reports whether one says so and the other not.
func apartly(p, q polarity) bool { return p != open && q != open && p != q }

// sentences is one more than the last sentence.
func (r *reading) sentences() int {
	if len(r.words) == 0 {
		return 0
	}
	return r.words[len(r.words)-1].sentence + 1
}

// support is how many neighbours of hypothesis word i are answered by near
// neighbours of text word j, of all that are answered. It looks through words that
// aren't answered: "NATO has 16 members", "NATO's 19 members".
func (a *alignment) support(i, j int) float64 { return a.supportBut(i, j, -1) }

// supportBut leaves neighbour but out of account.
func (a *alignment) supportBut(i, j, but int) float64 {
	n, near := 0, 0.0
	a.h.around(i, func(k int) {
		if k == but {
			return
		}
		l := a.links[k].word
		if l < 0 {
			a.h.around(k, func(m int) {
				if l := a.links[m].word; m != i && l >= 0 && l != j {
					n++
					near += a.t.nearness(j, l)
				}
			})
			return
		}
		n++
		if l != j {
			near += a.t.nearness(j, l)
		}
	})
	if n == 0 {
		return 0
	}
	return near / float64(n)
}

// around calls f with each word that shares an edge with word i.
func (r *reading) around(i int, f func(int)) {
	for _, n := range r.from[i] {
		f(r.edges[n].dep)
	}
	for _, n := range r.to[i] {
		f(r.edges[n].head)
	}
}

// nearness is how closely two words belong together: by steps in the tree or, since
// trees err, by place in the sentence.
func (r *reading) nearness(i, j int) float64 {
	if r.linked(i, j) || r.linked(j, i) { // a subject that it borrows may be far
		return 1
	}
	if d := r.distance(i, j, 3); d <= 3 {
		return 1 / float64(max(1, d))
	}
	if d := i - j; r.words[i].sentence == r.words[j].sentence && d >= -4 && d <= 4 {
		return 1. / 3
	}
	return 0
}

// linked reports whether word j, or what it is in apposition to, has a part in what
// word i tells.
func (r *reading) linked(i, j int) bool {
	for _, n := range r.from[i] {
		e := r.edges[n]
		if e.role == clause || e.role == kind || e.role == is {
			continue
		}
		if e.dep == j || r.words[j].rel == english.Appos && r.words[j].head == e.dep {
			return true
		}
	}
	return false
}

// distance is the number of steps between two words in the tree, at most limit+1.
func (r *reading) distance(i, j, limit int) int {
	if r.words[i].sentence != r.words[j].sentence {
		return limit + 1
	}
	for up, x := 0, i; up <= limit && x >= 0; up, x = up+1, r.words[x].head {
		for down, y := 0, j; up+down <= limit && y >= 0; down, y = down+1, r.words[y].head {
			if x == y {
				return up + down
			}
		}
	}
	return limit + 1
}

// compare says how a word of the text bears on one of the hypothesis.
func (x *lexicon) compare(t, h *word) likeness {
	if t.low == h.low || t.lemma == h.lemma {
		return sameWord
	}
	if t.number || h.number {
		if t.number && h.number && narrative.RelateCounts(t.value, h.value) == narrative.Same {
			return sameWord
		}
		return unlike
	}
	if t.name || h.name || len(t.states) > 0 && len(h.states) > 0 {
		return sameName(t, h)
	}
	pt, ph := letter(t.pos), letter(h.pos)
	if pt == ph {
		switch {
		case x.opposed(pt, t.lemma, h.lemma), pt == 'v' && x.opposed('a', t.low, h.low):
			return antonym
		case x.above(pt, t.lemma, h.lemma, 0) == 0:
			return synonym
		}
	}
	switch {
	case x.kin(t.lemma, h.lemma):
		return sameStem
	case pt == ph && x.above(pt, t.lemma, h.lemma, 3) > 0:
		return special
	case pt == ph && x.above(pt, h.lemma, t.lemma, 2) > 0:
		return general
	case pt != ph && x.crossOpposed(t, h):
		return antonym
	case beginAlike(t.lemma, h.lemma):
		return fragment
	}
	return unlike
}

// crossOpposed reports whether the verb or noun that one word is made from
// excludes that of the other: "rejected", "approval".
func (x *lexicon) crossOpposed(t, h *word) bool {
	if x.opposed('a', t.low, h.low) { // participles, as "unharmed" and "injured"
		return true
	}
	for _, pos := range [...]byte{'v', 'n'} {
		if x.opposed(pos, t.lemma, h.lemma) {
			return true
		}
		for _, w := range x.derived[t.lemma] {
			if x.opposed(pos, w, h.lemma) {
				return true
			}
		}
		for _, w := range x.derived[h.lemma] {
			if x.opposed(pos, t.lemma, w) {
				return true
			}
		}
	}
	return false
}

// beginAlike reports whether two words share all but their endings.
func beginAlike(a, b string) bool {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= 5 && n >= len(a)-4 && n >= len(b)-4
}

// sameName compares names: the noun and adjective of one state, an acronym, a
// spelling.
func sameName(t, h *word) likeness {
	for _, s := range t.states {
		if slices.Contains(h.states, s) {
			return sameState
		}
	}
	a, b := strings.ReplaceAll(t.low, ".", ""), strings.ReplaceAll(h.low, ".", "")
	switch {
	case a == b && a != "":
		return sameWord
	case len(a) >= 6 && len(b) >= 6 && beginAlike(a, b):
		return fragment
	case t.pos != h.pos && !(t.name && h.name) && beginAlike(a, b):
		return fragment
	}
	return unlike
}
