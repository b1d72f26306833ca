package inference

import (
	"github.com/seed514b815a/rashomon/internal/english"
)

// fact says that somebody fills a place that only one can fill: who founded what,
// who is the capital of what.
type fact struct {
	word, filler, of int
}

// facts lists what a text tells of places that one alone fills. Of one that it
// leaves open it tells nothing.
func (r *reading) facts(all bool) []fact {
	var out []fact
	x := lexica()
	for i := range r.words {
		w := &r.words[i]
		if !w.content || w.polarity != so || w.aim || !all && !x.single[term{letter(w.pos), w.lemma}] {
			continue
		}
		var fillers, ofs []int
		for _, n := range r.from[i] {
			switch e := r.edges[n]; {
			case e.role == doer, e.role == is, e.role == at && e.prep == "by" && w.pos != english.VERB:
				fillers = append(fillers, e.dep)
			case e.role == undergo, e.role == of, e.role == at && e.prep == "of":
				ofs = append(ofs, e.dep)
			}
		}
		for _, n := range r.to[i] {
			if e := r.edges[n]; e.role == is && w.pos != english.VERB {
				fillers = append(fillers, e.head)
			}
		}
		for _, f := range r.appositions(fillers) {
			for _, o := range r.appositions(ofs) {
				if f != o && f != i && o != i && len(out) < maxWords {
					out = append(out, fact{i, f, o})
				}
			}
		}
	}
	return out
}

// fillings finds places that one fills by the hypothesis and another by the text.
func (a *alignment) fillings(add func(sign, int, int, float64)) {
	x := lexica()
	theirs := a.t.facts(true)
	for _, h := range a.h.facts(false) {
		if !a.h.words[h.filler].name || !a.answered(h.of) {
			continue
		}
		other, same := -1, false
		for _, t := range theirs {
			if t.of != a.links[h.of].word && !(a.t.words[t.of].pos == english.PRON && a.t.words[t.of].sentence > 0) || !x.akin(&a.t.words[t.word], &a.h.words[h.word]) {
				continue
			}
			if a.links[h.filler].word == t.filler || a.t.within(t.filler, a.links[h.filler].word) {
				same = true
			}
			for _, z := range a.t.namesUnder(t.filler) {
				same = same || a.sameThing(z, h.filler)
				other = z
			}
		}
		if other >= 0 && !same {
			add(otherDoer, other, h.filler, 1)
		}
	}
}

// namesUnder lists word i, if it is a name, or else the names that its phrase gives:
// "artists like Arven and Tolva".
func (r *reading) namesUnder(i int) []int {
	var out []int
	if r.words[i].name {
		out = append(out, i)
	}
	for _, n := range r.from[i] {
		if e := r.edges[n]; r.words[e.dep].name && (e.role == is || e.role == at && r.words[i].pos == english.NOUN && (e.prep == "like" || e.prep == "including" || e.prep == "as")) {
			out = append(out, e.dep)
		}
	}
	return out
}
