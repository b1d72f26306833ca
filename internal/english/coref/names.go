package coref

import (
	"slices"
	"strings"
)

// bound is how many earlier mentions of one word are tried.
const bound = 16

// names links names: equal ones, short forms and acronyms.
func (r *resolver) names() {
	byKey := map[string]int{}    // the words of a name in any order → its last mention
	byLast := map[string][]int{} // last word → mentions
	byFirst := map[string][]int{}
	byAcronym := map[string]int{}
	for i := range r.ms {
		m := &r.ms[i]
		if m.Kind != Name && !(m.Kind == Modifier && m.words != nil && capital(r.a.Text[m.Start:])) || m.joined || len(m.words) == 0 || m.class == when {
			continue
		}
		key := nameKey(m.words)
		last := m.words[len(m.words)-1]
		linked := false
		try := func(j int) bool {
			if !linked && j != i && r.fits(i, j) {
				r.link(j, i)
				linked = true
			}
			return linked
		}
		if j, ok := byKey[key]; ok {
			try(j)
		}
		if a := acronymOf(r.a.Text[m.Start:m.End], m); a != "" && !linked {
			if j, ok := byAcronym[a]; ok {
				try(j)
			}
		}
		if !linked {
			for _, j := range slices.Backward(tail(byLast[last])) {
				if shortForm(m, &r.ms[j]) && try(j) {
					break
				}
			}
		}
		if !linked && len(m.words) == 1 {
			for _, j := range slices.Backward(tail(byFirst[last])) {
				if firstForm(m, &r.ms[j]) && try(j) {
					break
				}
			}
		}
		byKey[key] = i
		byLast[last] = append(byLast[last], i)
		if len(m.words) > 1 {
			byFirst[m.words[0]] = append(byFirst[m.words[0]], i)
			words := strings.Fields(m.key)
			a, b := initials(words)
			for _, x := range []string{a, b} {
				if len(x) > 1 {
					byAcronym[x] = i
				}
			}
			c, _ := initials(m.words)
			byAcronym[c] = i
		} else if a := acronymOf(r.a.Text[m.Start:m.End], m); a != "" {
			byAcronym[a] = i
		}
	}
}

func tail(js []int) []int { return js[max(0, len(js)-bound):] }

// nameKey is equal for "Ministry of Defence" and "Defence Ministry".
func nameKey(words []string) string {
	w := make([]string, 0, len(words))
	for _, x := range words {
		switch x {
		case "of", "the", "and", "for":
			continue
		}
		w = append(w, x)
	}
	slices.Sort(w)
	return strings.Join(w, " ")
}

func acronymOf(text string, m *mention) string {
	if len(m.words) != 1 {
		return ""
	}
	for _, f := range strings.Fields(text) {
		f = strings.Trim(f, "()'’s,")
		if acronym(f) && strings.EqualFold(strings.TrimSuffix(f, "."), m.words[0]) {
			return strings.ToLower(strings.ReplaceAll(f, ".", ""))
		}
	}
	return ""
}

// shortForm reports whether one of two names that end alike is the other's short
// form: a surname, or a name with fewer of the words before it. "South Korea" is
// not "North Korea", and not Korea either.
func shortForm(m, o *mention) bool {
	a, b := m.words, o.words
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == len(b) {
		return slices.Equal(a, b)
	}
	for _, w := range a {
		if !slices.Contains(b, w) {
			return false
		}
	}
	if m.class == person || o.class == person {
		return len(a) == 1 || a[0] == b[0]
	}
	if len(a) == 1 {
		return false
	}
	return true
}

// firstForm reports whether a name of one word is the first word of o: a given
// name, or "Globovision" for "Globovision Television".
func firstForm(m, o *mention) bool {
	if o.class == person {
		return given()[m.words[0]] != 0
	}
	switch m.words[0] {
	case "north", "south", "east", "west": // "the North" for North Korea
		return m.det == definite && len(o.words) == 2 && o.words[0] == m.words[0]
	}
	n := nouns()
	last := o.words[len(o.words)-1]
	return o.class&person == 0 && (n["group"][last] || n["abbreviated"][last]) && m.words[0] == o.words[0]
}
