package inference

import (
	"slices"

	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/narrative"
)

// clue is a sign that text and hypothesis can't both be so, and the words that
// show it.
type clue struct {
	sign   sign
	t, h   int     // words of text and hypothesis
	weight float64 // from 0 to 1: how well what stands around them agrees
}

// sign is what a clue is a sign of.
type sign uint8

const (
	negated    sign = iota // one says so, the other not
	opposite               // words that exclude each other
	figure                 // another number of the same
	moment                 // another time of the same
	swapped                // who did it and to whom it was done change places
	otherDoer              // another does it
	otherPlace             // it happened elsewhere
	contrary               // words that exclude each other, where one of the two leaves open what it tells
	signs
)

// enough is how well what stands around two words must agree for them to speak of
// one thing: three steps in the tree will do for most signs. A negation three steps
// away is too often another's, and in longer sentences so is a time.
const enough, closer = 0.33, 0.34

// clues looks for signs of contradiction.
func (a *alignment) clues() []clue {
	var out []clue
	add := func(s sign, t, h int, weight float64) {
		if weight > closer || weight > enough && s != negated && s != moment {
			out = append(out, clue{s, t, h, weight})
		}
	}
	for _, i := range a.h.content {
		a.oppositions(i, add)
		l := a.links[i]
		if l.word < 0 || l.like == antonym || l.like == general || l.like == undone {
			continue
		}
		if apartly(a.t.words[l.word].polarity, a.h.words[i].polarity) {
			add(negated, l.word, i, a.support(i, l.word))
		}
	}
	a.figures(add)
	a.sums(add)
	a.times(add)
	a.roles(add)
	a.swaps(add)
	a.handovers(add)
	a.turns(add)
	a.reversals(add)
	a.crossed(add)
	a.contrasts(add)
	a.ranks(add)
	a.fillings(add)
	return out
}

// oppositions finds words of the text that exclude hypothesis word i and stand
// among the words that answer its neighbours.
func (a *alignment) oppositions(i int, add func(sign, int, int, float64)) {
	h, x := &a.h.words[i], lexica()
	best, top, s := -1, 0.0, opposite
	for _, j := range a.t.content {
		t := &a.t.words[j]
		if apartly(h.polarity, t.polarity) || x.compare(t, h) != antonym {
			continue
		}
		if pos := letter(h.pos); x.converses(pos, t.lemma, h.lemma) && !a.sameDoer(j, i) {
			continue
		}
		if x.successive(t, h) && !a.sameMoment(j, i) || !a.ofOne(j, i) {
			continue
		}
		if near := a.support(i, j); near > top {
			best, top, s = j, near, opposite
			if h.polarity == open || t.polarity == open || h.aim || t.aim {
				s = contrary
			}
		}
	}
	if l := a.links[i]; best < 0 || l.word >= 0 && l.like != antonym && l.like != general && (a.support(i, l.word) >= top || a.both(i, l.word, best)) {
		return
	}
	add(s, best, i, top)
}

// both reports whether the text tells what hypothesis word i tells, at word same,
// beside what excludes it, at word other: "rejected in March and adopted in June".
func (a *alignment) both(i, same, other int) bool {
	who := a.doerOf(i)
	if a.sameDoer(other, i) && a.t.told(same) && !a.sameDoer(same, i) { // "she survived the crash in which they died"
		return false
	}
	if a.h.words[i].pos == english.VERB && a.t.words[same].pos == english.VERB && a.links[i].like == sameWord && !a.ofAnother(same, i) {
		return true
	}
	return a.t.joined(same, other) || a.supportBut(i, same, who) > a.supportBut(i, other, who)
}

// told reports whether the text tells who does word i.
func (r *reading) told(i int) bool {
	return slices.ContainsFunc(r.from[i], func(n int) bool { return r.edges[n].role == doer && !personal[r.words[r.edges[n].dep].low] })
}

// personal pronouns may stand for whom the text has named.
var personal = map[string]bool{"he": true, "she": true, "it": true, "they": true, "who": true, "which": true, "that": true, "i": true, "we": true, "you": true}

// ofAnother reports whether text verb t is done to something, and not to what
// hypothesis verb h is done to.
func (a *alignment) ofAnother(t, h int) bool {
	other := false
	for _, n := range a.t.from[t] {
		if f := a.t.edges[n]; f.role == undergo {
			for _, m := range a.h.from[h] {
				if e := a.h.edges[m]; e.role == undergo {
					if a.links[e.dep].word == f.dep {
						return false
					}
					other = true
				}
			}
		}
	}
	return other
}

// joined reports whether two words, or the verbs or phrases that they stand in, are
// joined by "and" or "but".
func (r *reading) joined(i, j int) bool {
	over := func(i int) []int { // the word and what it belongs to
		out := []int{i}
		for steps := 0; steps < 3 && r.words[i].head >= 0 && r.words[i].rel != english.Conj; steps++ {
			i = r.words[i].head
			out = append(out, i)
		}
		return out
	}
	joins := func(x int, ys []int) bool {
		return r.words[x].rel == english.Conj && slices.ContainsFunc(over(r.words[x].head), func(y int) bool { return slices.Contains(ys, y) })
	}
	up, down := over(i), over(j)
	return slices.ContainsFunc(up, func(x int) bool { return joins(x, down) }) || slices.ContainsFunc(down, func(y int) bool { return joins(y, up) })
}

// doerOf returns who does hypothesis word i, or of whom it is told, -1 for none.
func (a *alignment) doerOf(i int) int {
	for _, n := range a.h.from[i] {
		if e := a.h.edges[n]; e.role == doer {
			return e.dep
		}
	}
	return -1
}

// ofOne reports whether two words, where both go with nouns, go with nouns that
// answer each other, if one of them is an adjective. Other words need not.
func (a *alignment) ofOne(t, h int) bool {
	x, y := &a.t.words[t], &a.h.words[h]
	if x.pos != english.ADJ && y.pos != english.ADJ {
		return true
	}
	if x.modifies() && y.modifies() {
		return a.links[y.head].word == x.head
	}
	if x.modifies() && y.pos == english.VERB { // "lower sales", "sales rose"
		return slices.ContainsFunc(a.h.from[h], func(n int) bool {
			e := a.h.edges[n]
			return (e.role == doer || e.role == undergo) && a.links[e.dep].word == x.head
		})
	}
	if y.modifies() && x.pos == english.VERB {
		return slices.ContainsFunc(a.t.from[t], func(n int) bool {
			e := a.t.edges[n]
			return (e.role == doer || e.role == undergo) && a.links[y.head].word == e.dep
		})
	}
	return x.pos == y.pos || !x.modifies() && !y.modifies()
}

// modifies reports whether a word goes with the noun that it hangs on.
func (w *word) modifies() bool {
	return w.head >= 0 && (w.rel == english.Amod || w.rel == english.Compound)
}

// sameMoment reports whether a time named with hypothesis word h is named with text
// word t.
func (a *alignment) sameMoment(t, h int) bool {
	for _, n := range a.h.from[h] {
		d := a.h.edges[n].dep
		if w := &a.h.words[d]; (calendar[w.low] || w.number) && a.answered(d) && a.t.near(t, a.links[d].word) {
			return true
		}
	}
	return false
}

// sameDoer reports whether who does text word t does hypothesis word h.
func (a *alignment) sameDoer(t, h int) bool {
	for _, n := range a.h.from[h] {
		if e := a.h.edges[n]; e.role == doer && a.links[e.dep].word >= 0 {
			for _, m := range a.t.from[t] {
				if f := a.t.edges[m]; f.role == doer && f.dep == a.links[e.dep].word {
					return true
				}
			}
		}
	}
	return false
}

// figures finds numbers of one thing that exclude each other.
func (a *alignment) figures(add func(sign, int, int, float64)) {
	for _, e := range a.h.edges {
		if e.role != counts || !a.h.words[e.dep].number {
			continue
		}
		l := a.links[e.head]
		if l.word < 0 || l.like == antonym || a.ofOthers(l.word, e.head) {
			continue
		}
		if n := a.links[e.dep].word; n >= 0 && (a.t.words[n].head < 0 || a.t.distance(n, l.word, 3) <= 3 || a.t.words[a.t.words[n].head].lemma == a.h.words[e.head].lemma) {
			continue // the text has the figure, and of this
		}
		for _, n := range a.t.from[l.word] {
			f := a.t.edges[n]
			if f.role == counts && f.prep == e.prep && a.t.words[f.dep].number && disjoint(a.t.words[f.dep].value, a.h.words[e.dep].value) {
				add(figure, f.dep, e.dep, a.support(e.head, l.word))
				break
			}
		}
	}
}

// sums finds sums of money and shares that exclude each other.
func (a *alignment) sums(add func(sign, int, int, float64)) {
	for _, h := range a.h.amounts {
		best := -1
		for k, t := range a.t.amounts {
			if t.unit != h.unit || !a.sameHappening(t.word, h.word) {
				continue
			}
			if !disjoint(t.count, h.count) {
				best = -1
				break
			}
			best = k
		}
		if best >= 0 {
			add(figure, a.t.amounts[best].word, h.word, a.support(a.h.predicateOf(h.word), a.t.predicateOf(a.t.amounts[best].word)))
		}
	}
}

// answered reports whether hypothesis word i stands in the text.
func (a *alignment) answered(i int) bool { return a.links[i].word >= 0 && a.links[i].like != antonym }

func disjoint(x, y narrative.Count) bool {
	return narrative.RelateCounts(x, y) == narrative.Disjoint
}

// times finds moments of one happening that exclude each other.
func (a *alignment) times(add func(sign, int, int, float64)) {
	for _, h := range a.h.moments {
		best, met := -1, false
		for k, t := range a.t.moments {
			switch narrative.RelateTimes(t.time, h.time) {
			case narrative.Disjoint:
				if best < 0 && a.sameHappening(t.word, h.word) {
					best = k
				}
			case narrative.Unknown:
			default:
				met = met || a.sameHappening(t.word, h.word)
			}
		}
		if best >= 0 && !met {
			add(moment, a.t.moments[best].word, h.word, a.support(a.h.predicateOf(h.word), a.t.predicateOf(a.t.moments[best].word)))
		}
	}
}

// sameHappening reports whether the predicate above a word of the text answers
// that above a word of the hypothesis.
func (a *alignment) sameHappening(t, h int) bool {
	p := a.h.predicateOf(h)
	return a.answered(p) && a.t.predicateOf(a.links[p].word) == a.t.predicateOf(t) && !a.rivals(p, a.links[p].word)
}

// ofOthers reports whether the verb above text word t is told of another name than
// that above hypothesis word h.
func (a *alignment) ofOthers(t, h int) bool {
	v := a.h.predicateOf(h)
	who := a.doerOf(v)
	if who < 0 || !a.h.words[who].name || a.h.within(who, h) {
		return false
	}
	u := a.t.predicateOf(t)
	for _, n := range a.t.from[u] {
		if f := a.t.edges[n]; f.role == doer && a.t.words[f.dep].name && a.links[who].word != f.dep && !a.sameThing(f.dep, who) {
			return true
		}
	}
	return false
}

// rivals reports whether hypothesis word h and text word t are told of others.
func (a *alignment) rivals(h, t int) bool {
	for _, n := range a.h.from[h] {
		if e := a.h.edges[n]; e.role == doer || e.role == undergo {
			if a.rival(t, e) >= 0 {
				return true
			}
		}
	}
	return false
}

// predicateOf returns the nearest verb above a word, or the top of its sentence.
func (r *reading) predicateOf(i int) int {
	for r.words[i].pos != english.VERB && r.words[i].head >= 0 {
		i = r.words[i].head
	}
	return i
}
