package inference

import (
	"github.com/seed514b815a/rashomon/internal/english"
)

// fact says that somebody fills a place that only one can fill: who founded what,
// who is the capital of what.
type fact struct {
	word, filler, of int
}

// facts lists who does what to what, and who is what of what; if single, only of places
// that one alone fills, and of nouns that are told of one: "is a member". Where nothing is named that it is done to, of is -1.
// Of what a text leaves open it tells nothing.
func (r *reading) facts(single bool) []fact {
	var out []fact
	x := lexica()
	for i := range r.words {
		w := &r.words[i]
		if !w.content || w.polarity != so || w.aim || single && w.xpos != "NN" && !x.single[term{letter(w.pos), w.lemma}] {
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
		if ofs = r.appositions(ofs); len(ofs) == 0 {
			ofs = append(ofs, -1)
		}
		for _, f := range r.appositions(fillers) {
			for _, o := range ofs {
				if f != o && f != i && o != i && len(out) < 2*maxWords {
					out = append(out, fact{i, f, o})
				}
			}
		}
	}
	return out
}

// fillings finds places that one fills by the hypothesis and another by the text.
func (a *alignment) fillings(add func(sign, int, int, float64)) {
	ours := a.h.facts(true)
	if len(ours) == 0 {
		return
	}
	theirs := a.t.facts(false)
	for _, h := range ours {
		if h.of < 0 || !a.h.called(h.filler) || !a.answered(h.of) {
			continue
		}
		// Of members there are many. But where the text speaks of both, and it is the other
		// that it calls a member, that is what it denies the one.
		if w := &a.h.words[h.word]; !lexica().single[term{letter(w.pos), w.lemma}] && !a.answered(h.filler) {
			continue
		}
		if other := a.otherFiller(h, theirs); other >= 0 {
			add(otherDoer, other, h.filler, 1)
		}
	}
}

// otherFiller returns who fills, by the text, the place that h fills by the
// hypothesis, -1 if h may fill it as well.
func (a *alignment) otherFiller(h fact, theirs []fact) int {
	x, other := lexica(), -1
	for _, t := range theirs {
		if !x.akin(&a.t.words[t.word], &a.h.words[h.word]) {
			continue
		}
		link := a.links[h.filler].word
		if (link == t.filler || a.t.within(t.filler, link)) && !a.namesakes(link, h.filler) {
			return -1
		}
		names := a.t.namesUnder(t.filler)
		for _, z := range names {
			if a.sameThing(z, h.filler) {
				return -1
			}
		}
		// "Her father": of whom, an earlier sentence tells.
		if len(names) > 0 && t.of >= 0 && (t.of == a.links[h.of].word || a.t.words[t.of].pos == english.PRON && a.t.words[t.of].sentence > 0) {
			other = names[len(names)-1]
		}
	}
	return other
}

// called reports whether a word is a name or has one: "the Tolva group".
func (r *reading) called(i int) bool {
	if r.words[i].name {
		return true
	}
	for _, c := range r.kids[i] {
		if k := &r.words[c]; k.name && (k.rel == english.Compound || k.rel == english.Flat) {
			return true
		}
	}
	return false
}

// namesUnder lists word i, if it is a name, or else the names that its phrase gives:
// "artists like Arven and Tolva".
func (r *reading) namesUnder(i int) []int {
	var out []int
	if r.called(i) {
		out = append(out, i)
	}
	for _, n := range r.from[i] {
		if e := r.edges[n]; r.words[e.dep].name && (e.role == is || e.role == at && r.words[i].pos == english.NOUN && (e.prep == "like" || e.prep == "including" || e.prep == "as")) {
			out = append(out, e.dep)
		}
	}
	return out
}
