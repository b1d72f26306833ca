package inference

import (
	"slices"

	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/narrative/gazetteer"
)

// contrasts finds what somebody or something is by one account and can't be by the
// other: "a liberal thinker", "is a conservative politician"; "the former mayor",
// "is the mayor"; "Mrs Tolva", "Mr Tolva".
func (a *alignment) contrasts(add func(sign, int, int, float64)) {
	x := lexica()
	for _, e := range a.h.edges {
		if e.role != is || a.links[e.head].word < 0 || a.links[e.head].like == antonym || !a.h.words[e.dep].content {
			continue
		}
		who := a.links[e.head].word
		mine, found, shown := a.h.describing(e.dep), -1, -1
		theirs := a.t.descriptions(who)
		for _, t := range theirs {
			if apartly(a.t.words[t].polarity, a.h.words[e.dep].polarity) || !a.sameOwner(t, e.dep) {
				continue
			}
			if past := a.t.past(t); past >= 0 && x.akin(&a.t.words[t], &a.h.words[e.dep]) && a.h.past(e.dep) < 0 && a.h.present(e.dep) {
				add(opposite, past, e.dep, 1)
				return
			}
			for _, j := range a.t.describing(t) {
				for _, i := range mine {
					if x.compare(&a.t.words[j], &a.h.words[i]) == antonym {
						found, shown = j, i
					}
				}
			}
		}
		if found < 0 {
			a.origins(theirs, e.dep, add)
			continue
		}
		if a.answered(shown) && a.t.joined(a.links[shown].word, found) {
			continue
		}
		// What it is told to be, too, it may be.
		if !slices.ContainsFunc(theirs, func(t int) bool {
			return slices.ContainsFunc(a.t.describing(t), func(j int) bool { return x.akin(&a.t.words[j], &a.h.words[shown]) })
		}) {
			add(opposite, found, shown, 1)
		}
	}
}

// origins finds what is of one state by the hypothesis, in noun h, and of another by
// the nouns theirs of the text: "a Danish painter", "the Polish painter".
func (a *alignment) origins(theirs []int, h int, add func(sign, int, int, float64)) {
	here := a.h.statesOfNoun(h)
	found := -1
	for _, t := range theirs {
		for _, c := range a.t.kids[t] {
			w := &a.t.words[c]
			if len(w.states) == 0 || w.rel != english.Amod && w.rel != english.Compound {
				continue
			}
			if slices.ContainsFunc(w.states, func(s *gazetteer.State) bool { return slices.Contains(here, s) }) {
				return
			}
			if lexica().akin(&a.t.words[t], &a.h.words[h]) {
				found = c
			}
		}
	}
	if found >= 0 && len(here) > 0 {
		add(otherPlace, found, h, 1)
	}
}

// statesOfNoun returns the states whose adjectives stand before a noun.
func (r *reading) statesOfNoun(i int) []*gazetteer.State {
	var out []*gazetteer.State
	for _, c := range r.kids[i] {
		if w := &r.words[c]; w.rel == english.Amod || w.rel == english.Compound {
			out = append(out, w.states...)
		}
	}
	return out
}

// ranks finds what is the largest by one account and the second largest by the other.
func (a *alignment) ranks(add func(sign, int, int, float64)) {
	for i, w := range a.h.words {
		if w.xpos != "JJS" || w.head < 0 || a.links[i].word < 0 || a.t.words[a.links[i].word].low != w.low {
			continue
		}
		t := a.links[i].word
		if a.t.words[t].head < 0 || a.links[w.head].word != a.t.words[t].head {
			continue
		}
		r, s := a.t.rank(t), a.h.rank(i)
		if r != s && (r < 0 || s < 0 || a.t.words[r].low != a.h.words[s].low) {
			if r < 0 {
				r = t
			}
			if s < 0 {
				s = i
			}
			add(figure, r, s, max(0.5, a.support(w.head, a.t.words[t].head)))
		}
	}
}

// rank returns the ordinal that goes with a superlative, -1 for none.
func (r *reading) rank(i int) int {
	for _, c := range append(slices.Clone(r.kids[r.words[i].head]), r.kids[i]...) {
		if ordinals[r.words[c].low] {
			return c
		}
	}
	return -1
}

// ordinals that can go with a superlative; "first" says no more than it.
var ordinals = map[string]bool{"second": true, "third": true, "fourth": true, "fifth": true, "sixth": true, "seventh": true, "eighth": true, "ninth": true, "tenth": true,
	"2nd": true, "3rd": true, "4th": true, "5th": true}

// descriptions lists the words that say what word i is.
func (r *reading) descriptions(i int) []int {
	var out []int
	for _, j := range r.appositions([]int{i}) {
		for _, n := range r.from[j] {
			if e := r.edges[n]; e.role == is && !slices.Contains(out, e.dep) {
				out = append(out, e.dep)
			}
		}
	}
	return out
}

// describing lists a noun or adjective and the adjectives before it.
func (r *reading) describing(i int) []int {
	out := []int{i}
	for _, c := range r.kids[i] {
		if r.words[c].rel == english.Amod {
			out = append(out, c)
		}
	}
	return out
}

// past returns the word that says that somebody no longer is what noun i says, -1
// for none.
func (r *reading) past(i int) int {
	for _, c := range r.kids[i] {
		switch k := &r.words[c]; {
		case k.rel != english.Amod && k.rel != english.Compound && k.rel != english.Advmod:
		case k.low == "former" || k.low == "ex" || k.low == "late" || k.low == "ousted" || k.low == "deposed" || k.low == "erstwhile" || k.low == "onetime":
			return c
		}
	}
	return -1
}

// present reports whether the sentence says that something is now what noun i says.
func (r *reading) present(i int) bool {
	c := r.child(i, english.Cop)
	return c >= 0 && (r.words[c].low == "is" || r.words[c].low == "are")
}

// sameOwner reports whether what two nouns are of may be the same: where both name
// it, it is.
func (a *alignment) sameOwner(t, h int) bool {
	x, y := a.t.owners(t), a.h.owners(h)
	if len(x) == 0 || len(y) == 0 {
		return true
	}
	for _, i := range y {
		if slices.Contains(x, a.links[i].word) {
			return true
		}
	}
	return false
}

// owners lists what a noun is of.
func (r *reading) owners(i int) []int {
	var out []int
	for _, n := range r.from[i] {
		if e := r.edges[n]; e.role == of {
			out = append(out, e.dep)
		}
	}
	return out
}
