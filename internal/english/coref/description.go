package coref

import (
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
)

// descriptions links common nouns: phrases of equal words, and definite ones with
// the last that has their head and does not contradict them.
func (r *resolver) descriptions() {
	byKey := map[string]int{}
	byHead := map[string][]int{}
	lastGroups := []int{} // names that may be groups, for "the group"
	for i := range r.ms {
		m := &r.ms[i]
		if m.Kind == Pronoun || m.Kind == Relative {
			continue
		}
		if m.Kind == Common || m.Kind == Modifier {
			if j, ok := byKey[m.key]; ok && r.repeats(i) && r.fits(i, j) {
				r.link(j, i)
			}
		}
		if m.Kind == Common && !m.joined && r.root(i) == i && r.ents[i].size == 1 || m.Kind == Name && m.class&person == 0 && nouns()["group"][m.lemma] && r.entity(i).size == 1 {
			if m.det == definite || m.det == demonstrative || m.Kind == Name || m.owner >= 0 && r.ms[m.owner].Kind != Pronoun {
				r.describe(i, tail(byHead[m.lemma]))
			}
			if r.entity(i).size == 1 && (m.det == definite || m.det == demonstrative) && len(m.words) == 0 && m.Kind == Common {
				r.generic(i, lastGroups)
			}
		}
		if m.joined {
			byKey[m.key] = i
			continue
		}
		byKey[m.key] = i
		if m.Kind != Modifier {
			if m.Kind != Name || !states()[strings.Join(m.words, " ")] { // "the state" isn't the United States
				byHead[m.lemma] = append(byHead[m.lemma], i)
			}
			for _, t := range m.titles {
				if t != m.lemma {
					byHead[t] = append(byHead[t], i)
				}
			}
			for _, w := range m.words {
				if m.Kind == Name && w != m.lemma && nouns()["group"][w] {
					byHead[w] = append(byHead[w], i)
				}
			}
		}
		if m.Kind == Name && m.class&person == 0 && m.class&(group|place) != 0 {
			lastGroups = append(lastGroups, i)
			if len(lastGroups) > 4*bound {
				lastGroups = append(lastGroups[:0], lastGroups[2*bound:]...)
			}
		}
	}
}

// repeats reports whether a phrase of the same words as an earlier one stands for
// the same. An indefinite one introduces something new; a pronoun in it must have
// been the same, which only shows later.
func (r *resolver) repeats(i int) bool {
	m := &r.ms[i]
	if m.det == indefinite || m.owner >= 0 && r.ms[m.owner].Kind == Pronoun || m.class == when && m.det != bare {
		return false
	}
	return strings.TrimSpace(m.key) != ""
}

// describe looks for what a definite phrase takes up again.
func (r *resolver) describe(i int, before []int) {
	m := &r.ms[i]
	for _, j := range slices.Backward(before) {
		o := &r.ms[j]
		if m.class == when || !r.fits(i, j) || (m.number == many) != (o.number == many) {
			continue
		}
		if m.digits != "" && o.digits != "" && m.digits != o.digits {
			continue
		}
		if !r.covered(m, j) {
			continue
		}
		r.link(j, i)
		return
	}
}

// covered reports whether all that m says before and behind its head has been said
// of the entity of mention j.
func (r *resolver) covered(m *mention, j int) bool {
	o := &r.ms[j]
	said := func(w string) bool {
		if slices.ContainsFunc(o.words, func(x string) bool { return alike(w, x) }) || slices.Contains(o.titles, w) {
			return true
		}
		if o.owner >= 0 && slices.ContainsFunc(r.ms[o.owner].words, func(x string) bool { return alike(w, x) }) {
			return true
		}
		return false
	}
	for _, w := range m.words {
		switch w {
		case "same", "latter", "former", "of", "the", "and":
			continue
		}
		if !said(w) && !alike(w, o.lemma) && w != m.lemma {
			return false
		}
	}
	for _, w := range m.titles {
		if w != o.lemma && !slices.Contains(o.titles, w) {
			return false
		}
	}
	if m.owner >= 0 {
		w := &r.ms[m.owner]
		if w.Kind == Pronoun {
			return o.owner >= 0 && r.same(m.owner, o.owner)
		}
		if o.owner >= 0 && r.same(m.owner, o.owner) {
			return true
		}
		for _, x := range w.words {
			if said(x) {
				return true
			}
		}
		return false
	}
	return true
}

// alike reports whether two words are of one stem: "Armenia" and "Armenian".
func alike(a, b string) bool {
	if a == b {
		return true
	}
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= 4 && len(a)-n <= 4 && len(b)-n <= 4
}

// generic links "the group" or "the country" to the last name that may be one.
func (r *resolver) generic(i int, names []int) {
	m := &r.ms[i]
	var want class
	switch m.lemma {
	case "group", "organisation", "company", "agency", "movement", "firm", "party", "union", "newspaper", "network", "alliance", "institution", "body":
		want = group
	case "country", "nation", "kingdom", "republic":
		want = place
	default:
		return
	}
	if m.number == many {
		return
	}
	for _, j := range slices.Backward(names) {
		o := &r.ms[j]
		if m.Sentence-o.Sentence > 3 {
			return
		}
		e := r.entity(j)
		if e.class&want == 0 || want == group && e.class != group || !r.fits(i, j) {
			continue
		}
		if want == place && !r.located(o) {
			continue
		}
		r.link(j, i)
		return
	}
}

// located reports whether a name is used as a place: "in Armenia".
func (r *resolver) located(m *mention) bool {
	s := &r.a.Sentences[m.Sentence]
	k := s.Child(m.Head, english.Case)
	if k < 0 {
		return false
	}
	switch lower(s.Tokens[k].Form) {
	case "in", "into", "from", "across", "throughout", "within":
		return true
	}
	return false
}

// owned links "its army" and "its army", once the pronouns are known.
func (r *resolver) owned() {
	byHead := map[string][]int{}
	for i := range r.ms {
		m := &r.ms[i]
		if m.Kind != Common || m.joined || m.owner < 0 {
			continue
		}
		if r.ms[m.owner].Kind == Pronoun && r.entity(i).size == 1 {
			for _, j := range slices.Backward(tail(byHead[m.lemma])) {
				o := &r.ms[j]
				if r.fits(i, j) && r.same(m.owner, o.owner) && (m.number == many) == (o.number == many) && r.covered(m, j) {
					r.link(j, i)
					break
				}
			}
		}
		byHead[m.lemma] = append(byHead[m.lemma], i)
	}
}
