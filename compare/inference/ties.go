package inference

import (
	"slices"

	"github.com/seed514b815a/rashomon/internal/english"
)

// tie is a word that holds between two others: who does what to whom, or who
// is what of whom.
type tie struct {
	word, first, second int
}

// ties lists what the words of a text say of two others each: "X bought Y", "Y was
// bought by X", "the purchase of Y by X", "X is Y's buyer", "X, the buyer of Y".
func (r *reading) ties() []tie {
	var out []tie
	for i := range r.words {
		w := &r.words[i]
		if !w.content || w.polarity == open {
			continue
		}
		var firsts, seconds []int
		for _, n := range r.from[i] {
			switch e := r.edges[n]; {
			case e.role == doer && w.pos == english.VERB, e.role == at && e.prep == "by" && w.pos == english.NOUN:
				firsts = append(firsts, e.dep)
			case e.role == undergo && w.pos == english.VERB, e.role == of && w.pos == english.NOUN:
				seconds = append(seconds, e.dep)
			}
		}
		for _, n := range r.to[i] {
			if e := r.edges[n]; e.role == is && w.pos == english.NOUN {
				firsts = append(firsts, e.head)
			}
		}
		if len(seconds) > 0 && r.child(i, english.Nsubj) >= 0 {
			// "X is a part of the group, Y": the tree may hang Y on "part".
			for _, c := range r.kids[i] {
				if r.words[c].rel == english.Appos && c > seconds[0] {
					seconds = append(seconds, c)
					firsts = slices.DeleteFunc(firsts, func(x int) bool { return x == c })
				}
			}
		}
		for _, x := range r.appositions(firsts) {
			for _, y := range r.appositions(seconds) {
				if x != y && x != i && y != i && len(out) < maxWords {
					out = append(out, tie{i, x, y})
				}
			}
		}
	}
	return out
}

// appositions adds to words those that stand in apposition to them: "its owner,
// Arven Mills".
func (r *reading) appositions(words []int) []int {
	for _, i := range words {
		for _, c := range r.kids[i] {
			if r.words[c].rel == english.Appos {
				words = append(words, c)
			}
		}
		if r.words[i].rel == english.Appos {
			words = append(words, r.words[i].head)
		}
	}
	return words
}

// swaps finds two of whom text and hypothesis say the same the other way round.
func (a *alignment) swaps(add func(sign, int, int, float64)) {
	x := lexica()
	theirs := a.t.ties()
	for _, h := range a.h.ties() {
		if a.links[h.first].word < 0 || a.links[h.second].word < 0 || mutuals[a.h.words[h.word].lemma] {
			continue
		}
		first, second := a.links[h.first].word, a.links[h.second].word
		if slices.ContainsFunc(theirs, func(t tie) bool {
			return t.first == first && t.second == second && x.akin(&a.t.words[t.word], &a.h.words[h.word])
		}) {
			continue
		}
		for _, t := range theirs {
			tw, hw := &a.t.words[t.word], &a.h.words[h.word]
			if apartly(tw.polarity, hw.polarity) || a.elsewhen(t.word, h.word) {
				continue
			}
			if a.t.oneName(t.first, second) && a.t.oneName(t.second, first) && x.akin(tw, hw) || t.first == first && t.second == second && x.converseOf(tw, hw) {
				add(swapped, t.word, h.word, 1)
				break
			}
		}
	}
}

// oneName reports whether two words are one, or the one stands before the other in a
// name, as "champion" does in "champion Tolvan".
func (r *reading) oneName(i, j int) bool {
	part := func(i, j int) bool {
		return r.words[j].head == i && r.words[j].name && (r.words[j].rel == english.Compound || r.words[j].rel == english.Flat)
	}
	return i == j || part(i, j) || part(j, i)
}

// handovers finds who gives what by the hypothesis and gets it by the text, or the
// other way round: "sold to Tolva", "Tolva sold".
func (a *alignment) handovers(add func(sign, int, int, float64)) {
	x := lexica()
	for _, h := range a.h.ties() {
		who, what := a.links[h.first].word, a.links[h.second].word
		if who < 0 || what < 0 || a.h.words[h.word].pos != english.VERB {
			continue
		}
		for i := range a.t.words {
			w := &a.t.words[i]
			if w.pos != english.VERB || w.polarity != a.h.words[h.word].polarity || !x.akin(w, &a.h.words[h.word]) {
				continue
			}
			same, other, end := false, false, false
			for _, n := range a.t.from[i] {
				switch e := a.t.edges[n]; {
				case e.role == undergo && e.dep == what:
					same = true
				case e.role == doer && e.dep == who:
					other = true
				case e.role == at && (e.prep == "to" || e.prep == "from") && e.dep == who:
					end = true
				}
			}
			if same && end && !other {
				add(swapped, i, h.word, 1)
			}
		}
	}
}

// elsewhen reports whether the text has the place or time, at which hypothesis word h
// happens, with another verb than that of text word t: of two happenings, each may
// have its own.
func (a *alignment) elsewhen(t, h int) bool {
	verb := a.t.predicateOf(t)
	for _, n := range a.h.from[h] {
		e := a.h.edges[n]
		if e.role != at || !locative[e.prep] || !a.answered(e.dep) {
			continue
		}
		if v := a.t.predicateOf(a.links[e.dep].word); v != verb && a.t.words[v].pos == english.VERB {
			return true
		}
	}
	return false
}

// akin reports whether two words may tell the same: one word, synonyms, or one made
// from the other.
func (x *lexicon) akin(t, h *word) bool {
	switch x.compare(t, h) {
	case sameWord, sameStem, synonym:
		return true
	}
	return false
}

// converseOf reports whether two words tell one thing from its two ends, whatever
// their parts of speech: "owns", "a subsidiary of".
func (x *lexicon) converseOf(t, h *word) bool {
	for _, pos := range [...]byte{'v', 'n'} {
		for _, w := range x.converse[term{pos, h.lemma}] {
			if w == t.lemma || x.kin(w, t.lemma) {
				return true
			}
		}
		for _, w := range x.converse[term{pos, t.lemma}] {
			if x.kin(w, h.lemma) {
				return true
			}
		}
	}
	return false
}
