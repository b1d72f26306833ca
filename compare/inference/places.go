package inference

import (
	"slices"

	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/narrative/gazetteer"
)

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
		if w := &a.t.words[f.dep]; len(there) == 0 && (!w.name || calendar[w.low]) { // "in 1931", "in captivity"
			continue
		}
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
	if r.words[i].name && !calendar[r.words[i].low] && !continents[r.words[i].low] {
		out = append(out, likely(gazetteer.Places(r.name(i)))...)
	}
	return out
}

// likely leaves out the places that a writer would have to tell from larger ones of
// the same name: the Madrid of Iowa, beside that of Spain. Places come the largest
// first; a size is a number of digits.
func likely(places []gazetteer.Place) []gazetteer.Place {
	for i, p := range places {
		if p.Size+1 < places[0].Size {
			return places[:i]
		}
	}
	return places
}

// continents hold places in all sorts of states; towns of their names are others.
var continents = map[string]bool{"africa": true, "america": true, "asia": true, "australia": true, "europe": true, "oceania": true, "antarctica": true}

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

// homing verbs and nouns say where somebody or something belongs.
var homing = map[string]bool{"base": true, "locate": true, "headquarter": true, "situate": true, "live": true, "reside": true,
	"headquarters": true, "seat": true, "home": true}

// homes finds somebody or something that belongs in one place by the hypothesis and
// in another by the text: "is based in Geneva", "the Vienna-based agency", "the
// Austrian agency".
func (a *alignment) homes(add func(sign, int, int, float64)) {
	who, place := a.h.home()
	if who < 0 || a.links[who].word < 0 || a.answered(place) && a.t.near(a.links[who].word, a.links[place].word) {
		return
	}
	here := a.h.whereabouts(place)
	if len(here) == 0 {
		return
	}
	found := -1
	for _, t := range a.t.appositions([]int{a.links[who].word}) {
		for _, k := range a.t.homesOf(t) {
			there := a.t.whereabouts(k)
			if len(there) == 0 {
				continue
			}
			if a.sameThing(k, place) || !apart(here, there) {
				return
			}
			found = k
		}
	}
	if found >= 0 {
		add(otherPlace, found, place, 1)
	}
}

// home returns who belongs where, if that is what the text says; -1, -1 if not.
func (r *reading) home() (who, place int) {
	m := r.main()
	if m < 0 {
		return -1, -1
	}
	subject := r.child(m, english.Nsubj, english.NsubjPass)
	if subject < 0 {
		return -1, -1
	}
	if c := r.child(m, english.Case); c >= 0 && locative[r.words[c].low] { // "is in Geneva"
		if !homing[r.words[subject].lemma] {
			return subject, m
		}
		if owner := r.child(subject, english.NmodPoss, english.Nmod); owner >= 0 {
			return owner, m
		}
		return -1, -1
	}
	if homing[r.words[m].lemma] {
		for _, n := range r.from[m] {
			if e := r.edges[n]; e.role == at && locative[e.prep] {
				return subject, e.dep
			}
		}
	}
	return -1, -1
}

// homesOf lists the words that say where word i belongs.
func (r *reading) homesOf(i int) []int {
	var out []int
	for _, c := range r.kids[i] {
		k := &r.words[c]
		switch {
		case (k.rel == english.Amod || k.rel == english.Compound) && len(k.states) > 0 && !r.words[i].name: // "British Columbia" is a name
			out = append(out, c)
		case k.rel == english.Amod && k.lemma == "base": // "Vienna-based"
			if p := r.child(c, english.Compound, english.Obl, english.OblUnmarked, english.Nmod); p >= 0 {
				out = append(out, p)
			}
		}
	}
	for _, n := range r.to[i] {
		if e := r.edges[n]; homing[r.words[e.head].lemma] && r.words[e.head].polarity == so {
			for _, m := range r.from[e.head] {
				if f := r.edges[m]; f.role == at && locative[f.prep] {
					out = append(out, f.dep)
				}
			}
		}
	}
	return out
}
