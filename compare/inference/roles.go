package inference

import (
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/narrative/gazetteer"
)

// roles finds participants that change places, and others in a place that only
// one can fill.
func (a *alignment) roles(add func(sign, int, int, float64)) {
	for i, w := range a.h.words {
		p := a.links[i]
		if p.word < 0 || !w.content || p.like == antonym || p.like == general || a.t.words[p.word].polarity == open {
			continue
		}
		if t, h := a.rivalDoer(i, p.word); t >= 0 && !a.elsewhen(p.word, i) {
			add(otherDoer, t, h, a.supportBut(i, p.word, h))
		}
		for _, n := range a.h.from[i] {
			if e := a.h.edges[n]; e.role == at && locative[e.prep] {
				if t := a.elsewhere(p.word, e); t >= 0 {
					add(otherPlace, t, e.dep, a.support(i, p.word))
				}
			}
		}
	}
	a.homes(add)
}

// rivalDoer returns who does text word p, and who does hypothesis word i, where
// the text tells the same but of another, and speaks of both.
func (a *alignment) rivalDoer(i, p int) (int, int) {
	x := lexica()
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
	if doerOf < 0 || rest == 0 || !x.akin(&a.t.words[p], &a.h.words[i]) {
		return -1, -1
	}
	d := a.links[doerOf].word
	if d >= 0 && a.t.within(p, d) {
		return -1, -1
	}
	if d >= 0 && (a.t.doesAkin(d, p) || a.t.compared(d, p)) { // in another place of the text
		return -1, -1
	}
	other := -1
	for _, m := range a.t.from[p] {
		f := a.t.edges[m]
		if f.role != doer {
			continue
		}
		if a.t.words[f.dep].head != p && !a.t.relative(p, f.dep) { // a subject that it borrows: the tree may err
			return -1, -1
		}
		if a.foreign(f.dep, doerOf) {
			other = f.dep
			continue
		}
		if w := &a.t.words[f.dep]; !a.answered(doerOf) || f.dep == d || !w.content || a.t.within(f.dep, d) || a.t.within(d, f.dep) || a.sameThing(f.dep, doerOf) || a.t.takesUp(f.dep, d) {
			return -1, -1
		}
		other = f.dep
	}
	return other, doerOf
}

// compared reports whether what verb p tells may be told of i as well: "joined five
// years after Poland".
func (r *reading) compared(i, p int) bool {
	for _, n := range r.to[i] {
		if e := r.edges[n]; e.role == at && e.head == p && alongside[e.prep] {
			return true
		}
	}
	return r.words[i].head >= 0 && alongside[r.caseOf(i)] && r.within(p, r.words[i].head)
}

// caseOf returns the preposition of a word, "" for none.
func (r *reading) caseOf(i int) string {
	if c := r.child(i, english.Case, english.Mark); c >= 0 {
		return r.words[c].low
	}
	return ""
}

// alongside are prepositions behind which stands another that does the same.
var alongside = map[string]bool{"after": true, "before": true, "like": true, "than": true, "with": true, "as": true, "alongside": true}

// doesAkin reports whether i does what verb p tells, by another verb of the text.
func (r *reading) doesAkin(i, p int) bool {
	x := lexica()
	for _, n := range r.to[i] {
		if e := r.edges[n]; e.role == doer && e.head != p && r.words[e.head].polarity == r.words[p].polarity && x.akin(&r.words[e.head], &r.words[p]) {
			return true
		}
	}
	return false
}

// takesUp reports whether noun i may speak of what an earlier sentence calls by name
// at word j: "the former president".
func (r *reading) takesUp(i, j int) bool {
	return !r.words[i].name && r.words[j].sentence < r.words[i].sentence && r.has(i, "the", "this", "that", "he", "she")
}

// relative reports whether verb p stands in a relative clause whose pronoun stands
// for noun i: "the pope, who died".
func (r *reading) relative(p, i int) bool {
	s := r.child(p, english.Nsubj, english.NsubjPass)
	return s >= 0 && r.words[s].low == "who" && r.referent(s) == i && r.words[p].head == i
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
		if f.role == e.role && (a.foreign(f.dep, e.dep) || t.name && h.name && !calendar[t.low] && !calendar[h.low] && !a.sameThing(f.dep, e.dep)) {
			out = f.dep
		}
	}
	return out
}

// foreign reports whether a word of the text and one of the hypothesis are each of
// a state, and not of one: "Armenian soldiers", "Azerbaijan".
func (a *alignment) foreign(t, h int) bool {
	x, y := a.t.statesAround(t), a.h.statesAround(h)
	return len(x) > 0 && len(y) > 0 && !slices.ContainsFunc(x, func(s *gazetteer.State) bool { return slices.Contains(y, s) })
}

// statesAround returns the states that the name or noun at word i is of.
func (r *reading) statesAround(i int) []*gazetteer.State {
	var out []*gazetteer.State
	for _, j := range r.naming(i) {
		out = append(out, r.words[j].states...)
	}
	for _, c := range r.kids[i] {
		if r.words[c].rel == english.NmodPoss {
			out = append(out, r.words[c].states...)
		}
	}
	return out
}

// sameThing reports whether the names around two words share a word, or one place
// may lie in the other.
func (a *alignment) sameThing(t, h int) bool {
	x := lexica()
	if a.namesakes(t, h) {
		return false
	}
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

// namesakes reports whether two people share a family name but no first name.
func (a *alignment) namesakes(t, h int) bool {
	x, y := a.t.fullName(t), a.h.fullName(h)
	if len(x) < 2 || len(y) < 2 || x[len(x)-1] != y[len(y)-1] {
		return false
	}
	f, g := x[0], y[0]
	return f != g && f[0] != g[0] && len(f) > 2 && len(g) > 2 && !titles[f] && !titles[g]
}

// fullName returns the words of the name that word i heads or is part of.
func (r *reading) fullName(i int) []string {
	for r.words[i].head >= 0 && r.words[i].rel == english.Flat && r.words[r.words[i].head].name {
		i = r.words[i].head
	}
	if !r.words[i].name {
		return nil
	}
	out := []string{r.words[i].low}
	for _, c := range r.kids[i] {
		if r.words[c].rel == english.Flat {
			out = append(out, r.words[c].low)
		}
	}
	return out
}

// titles before names are no first names.
var titles = map[string]bool{"mr": true, "mr.": true, "mrs": true, "mrs.": true, "ms": true, "ms.": true, "miss": true, "dr": true, "dr.": true,
	"sir": true, "lord": true, "lady": true, "president": true, "prime": true, "king": true, "queen": true, "prince": true, "princess": true,
	"pope": true, "general": true, "gen.": true, "captain": true, "capt.": true, "col.": true, "sen.": true, "judge": true, "bishop": true,
	"emperor": true, "count": true, "saint": true, "st.": true, "minister": true, "senator": true, "professor": true, "colonel": true}

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
