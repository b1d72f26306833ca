package inference

import (
	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/gazetteer"
	"slices"
	"strings"
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
	signs
)

// enough is how well what stands around two words must agree for them to speak of
// one thing.
const enough = 0.34

// clues looks for signs of contradiction.
func (a *alignment) clues() []clue {
	var out []clue
	add := func(s sign, t, h int, weight float64) {
		if weight > enough {
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
	return out
}

// oppositions finds words of the text that exclude hypothesis word i and stand
// among the words that answer its neighbours.
func (a *alignment) oppositions(i int, add func(sign, int, int, float64)) {
	h, x := &a.h.words[i], lexica()
	best, top := -1, 0.0
	for _, j := range a.t.content {
		t := &a.t.words[j]
		if h.polarity == open || t.polarity == open || h.polarity != t.polarity || x.compare(t, h) != antonym {
			continue
		}
		if pos := letter(h.pos); x.converses(pos, t.lemma, h.lemma) && !a.sameDoer(j, i) {
			continue
		}
		if x.successive(t, h) && !a.sameMoment(j, i) {
			continue
		}
		if near := a.support(i, j); near > top {
			best, top = j, near
		}
	}
	if l := a.links[i]; best < 0 || l.word >= 0 && l.like != antonym && l.like != general && a.support(i, l.word) >= top {
		return
	}
	add(opposite, best, i, top)
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
		if l.word < 0 || l.like == antonym || a.answered(e.dep) {
			continue
		}
		for _, n := range a.t.from[l.word] {
			f := a.t.edges[n]
			if f.role == counts && a.t.words[f.dep].number && disjoint(a.t.words[f.dep].value, a.h.words[e.dep].value) {
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

// roles finds participants that change places, and others in a place that only
// one can fill.
func (a *alignment) roles(add func(sign, int, int, float64)) {
	for i, w := range a.h.words {
		p := a.links[i]
		if p.word < 0 || !w.content || p.like == antonym || p.like == general || a.t.words[p.word].polarity == open {
			continue
		}
		if t, h := a.rivalDoer(i, p.word); t >= 0 {
			add(otherDoer, t, h, a.support(i, p.word))
		}
		for _, n := range a.h.from[i] {
			if e := a.h.edges[n]; e.role == at && locative[e.prep] {
				if t := a.elsewhere(p.word, e); t >= 0 {
					add(otherPlace, t, e.dep, a.support(i, p.word))
				}
			}
		}
	}
}

// rivalDoer returns who does text word p, and who does hypothesis word i, where
// the text tells the same but of another, and speaks of both.
func (a *alignment) rivalDoer(i, p int) (int, int) {
	doerOf, rest := -1, 0
	for _, n := range a.h.from[i] {
		switch e := a.h.edges[n]; {
		case e.role == doer && doerOf < 0:
			doerOf = e.dep
		case e.role == undergo || e.role == at && rest == 0:
			if !a.answered(e.dep) || !a.t.near(p, a.links[e.dep].word) {
				return -1, -1
			}
			rest++
		}
	}
	if doerOf < 0 || rest == 0 || !a.answered(doerOf) || a.links[i].like > sameStem && a.links[i].like != synonym {
		return -1, -1
	}
	d := a.links[doerOf].word
	if a.t.within(p, d) {
		return -1, -1
	}
	other := -1
	for _, m := range a.t.from[p] {
		f := a.t.edges[m]
		if f.role != doer {
			continue
		}
		if a.t.words[f.dep].head != p { // a subject that it borrows: the tree may err
			return -1, -1
		}
		if w := &a.t.words[f.dep]; f.dep == d || !w.content || a.t.within(f.dep, d) || a.t.within(d, f.dep) || a.sameThing(f.dep, doerOf) {
			return -1, -1
		}
		other = f.dep
	}
	return other, doerOf
}

// near reports whether two words are at most two steps apart.
func (r *reading) near(i, j int) bool { return r.distance(i, j, 2) <= 2 }

// within reports whether word j hangs on word i by at most three steps of phrases.
func (r *reading) within(i, j int) bool {
	for steps := 0; steps < 4 && j >= 0; steps++ {
		if i == j {
			return true
		}
		switch r.words[j].rel {
		case english.Nmod, english.NmodPoss, english.NmodDesc, english.NmodUnmarked, english.Compound, english.Flat, english.Amod, english.Appos, english.Conj, english.List, english.Nummod, english.Acl:
			j = r.words[j].head
		default:
			return false
		}
	}
	return false
}

// rival returns the name of the text that stands to p as e.dep does to e.head but
// names something else, -1 for none.
func (a *alignment) rival(p int, e edge) int {
	h, out := &a.h.words[e.dep], -1
	for _, n := range a.t.from[p] {
		f := a.t.edges[n]
		if a.links[e.dep].word == f.dep {
			return -1
		}
		t := &a.t.words[f.dep]
		if f.role == e.role && t.name && h.name && !calendar[t.low] && !calendar[h.low] && !a.sameThing(f.dep, e.dep) {
			out = f.dep
		}
	}
	return out
}

// locative prepositions say where.
var locative = map[string]bool{"in": true, "at": true, "near": true, "outside": true, "inside": true, "around": true, "on": true}

// elsewhere returns the place where the text has happen at p what the hypothesis
// has happen at the place e.dep, if it is another; -1 where that isn't known.
func (a *alignment) elsewhere(p int, e edge) int {
	here, out := a.h.whereabouts(e.dep), -1
	if len(here) == 0 {
		return -1
	}
	for _, n := range a.t.from[p] {
		f := a.t.edges[n]
		if a.links[e.dep].word == f.dep || f.role != at || !locative[f.prep] {
			continue
		}
		there := a.t.whereabouts(f.dep)
		if len(there) == 0 || a.sameThing(f.dep, e.dep) || !apart(here, there) {
			return -1
		}
		out = f.dep
	}
	return out
}

// whereabouts returns the places that a name may stand for: states, and towns and
// regions in states.
func (r *reading) whereabouts(i int) []gazetteer.Place {
	var out []gazetteer.Place
	for _, s := range r.words[i].states {
		out = append(out, gazetteer.Place{State: s})
	}
	if r.words[i].name && !calendar[r.words[i].low] {
		out = append(out, gazetteer.Places(r.name(i))...)
	}
	return out
}

// apart reports whether no reading of two places has one in the other. A town and
// a region of one state may be so, for all that is known here.
func apart(x, y []gazetteer.Place) bool {
	for _, p := range x {
		for _, q := range y {
			if p.State == nil || q.State == nil || p.State == q.State && (p.Name == "" || q.Name == "" || !p.Town || !q.Town || p.Name == q.Name) {
				return false
			}
		}
	}
	return true
}

// sameThing reports whether the names around two words share a word, or one place
// may lie in the other.
func (a *alignment) sameThing(t, h int) bool {
	x := lexica()
	for _, i := range a.h.naming(h) {
		for _, j := range a.t.naming(t) {
			if l := x.compare(&a.t.words[j], &a.h.words[i]); l != unlike && l != antonym {
				return true
			}
		}
	}
	return acronym(a.t, a.t.naming(t), a.h, a.h.naming(h)) || acronym(a.h, a.h.naming(h), a.t, a.t.naming(t)) ||
		a.t.holds(t, a.h, h) || a.h.holds(h, a.t, t)
}

// naming lists the words of the name that word i heads or is part of.
func (r *reading) naming(i int) []int {
	for r.words[i].head >= 0 && (r.words[i].rel == english.Flat || r.words[i].rel == english.Compound) && r.words[r.words[i].head].name {
		i = r.words[i].head
	}
	out := []int{i}
	for _, c := range r.kids[i] {
		if rel := r.words[c].rel; rel == english.Flat || rel == english.Compound || rel == english.Appos || rel == english.Amod {
			out = append(out, c)
		}
	}
	return out
}

// acronym reports whether one name is the initials of the other.
func acronym(r *reading, short []int, s *reading, long []int) bool {
	initials := ""
	for i := slices.Min(long); i <= slices.Max(long); i++ {
		if w := &s.words[i]; w.name || w.pos == english.ADJ || w.pos == english.NOUN {
			initials += w.low[:1]
		}
	}
	for _, i := range short {
		if w := strings.ReplaceAll(r.words[i].low, ".", ""); len(w) > 1 && w == initials {
			return true
		}
	}
	return false
}

// holds reports whether the state that word i names holds the place that word j of
// s names.
func (r *reading) holds(i int, s *reading, j int) bool {
	w := &r.words[i]
	if len(w.states) == 0 {
		return false
	}
	for _, p := range gazetteer.Places(s.name(j)) {
		if p.State != nil && slices.Contains(w.states, p.State) {
			return true
		}
	}
	return false
}

// name returns the name around word i as it is written.
func (r *reading) name(i int) string {
	n := r.naming(i)
	return r.text[r.words[slices.Min(n)].start:r.words[slices.Max(n)].end]
}

// calendar names are no participants.
var calendar = map[string]bool{"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
	"january": true, "february": true, "march": true, "april": true, "may": true, "june": true, "july": true, "august": true, "september": true,
	"october": true, "november": true, "december": true, "jan.": true, "feb.": true, "aug.": true, "sept.": true, "oct.": true, "nov.": true, "dec.": true}

// mutuals are done by each to the other.
var mutuals = map[string]bool{"meet": true, "marry": true, "fight": true, "talk": true, "differ": true, "resemble": true, "equal": true, "divorce": true, "date": true, "border": true, "merge": true}
