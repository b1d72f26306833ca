package attribution

import (
	"github.com/seed514b815a/rashomon/internal/english"
)

// subject returns the token that heads the subject of the verb t, -1 for none. A
// verb without one has that of the verb that it is joined to: "said it would go
// and insists it can", "left, saying it was ill".
func (v *view) subject(t int) int {
	if s := v.participleSubject(t); s >= 0 {
		return s
	}
	if s := v.subjectBefore(t); s >= 0 {
		return s
	}
	if s := v.subjectAbove(t); s >= 0 {
		return s
	}
	return v.subjectFar(t)
}

// subjectAbove returns the subject that the verb t has by the tree, its own or that
// of a verb above it.
func (v *view) subjectAbove(t int) int {
	for steps := 0; t >= 0 && steps < len(v.Tokens); steps++ {
		if s := v.nsubj(t); s >= 0 && v.subjectPlace(s, t) && !times[lower(v.Tokens[s].Lemma)] {
			return s
		}
		head := v.Tokens[t].Head
		if g := v.joined(t); g >= 0 {
			t = g
			continue
		}
		switch v.Tokens[t].Rel {
		case english.Conj, english.Advcl, english.Parataxis, english.Dep:
			t = head
		case english.Xcomp, english.Ccomp:
			if head >= 0 {
				if o := v.Child(head, english.Obj); o >= 0 && o < t && v.Tokens[t].Rel == english.Xcomp && v.Tokens[o].UPOS != english.PRON {
					return o // "urged them to say"
				}
			}
			t = head
		case english.Acl, english.AclRelcl:
			return head // "a statement saying"
		default:
			return -1
		}
		if t >= 0 && v.Tokens[t].UPOS != english.VERB && v.Tokens[t].UPOS != english.AUX && v.Child(t, english.Nsubj, english.NsubjPass) < 0 {
			return -1
		}
	}
	return -1
}

// participleSubject returns the subject of a participle behind a comma, ", saying
// that": that of the nearest verb above it whose subject can speak, whatever noun
// the tree hangs it on. It is -1 for another verb.
func (v *view) participleSubject(t int) int {
	if v.Tokens[t].XPOS != "VBG" || t < 2 || v.Child(t, english.Nsubj) >= 0 || v.Child(t, english.Mark, english.Aux) >= 0 || v.joined(t) >= 0 {
		return -1
	}
	k := t - 1
	for k > 0 && (v.Tokens[k].UPOS == english.ADV || v.Tokens[k].UPOS == english.PUNCT && !v.comma(k)) {
		k--
	}
	if !v.comma(k) || v.Tokens[t].Rel != english.Acl && v.Tokens[t].Rel != english.Advcl {
		return -1
	}
	h := v.Tokens[t].Head
	for steps := 0; h >= 0 && h < t && steps < 12; steps++ {
		if u := v.Tokens[h].UPOS; u == english.VERB || u == english.AUX || v.Child(h, english.Cop) >= 0 {
			if s := v.Child(h, english.Nsubj, english.NsubjPass); s >= 0 && s < t && v.holder(s) && !times[lower(v.Tokens[s].Lemma)] && v.Tokens[s].XPOS != "WDT" {
				return s
			} else if s < 0 {
				if s := v.subjectFar(h); s >= 0 {
					return s
				}
			}
		}
		h = v.Tokens[h].Head
	}
	return -1
}

// subjectFar returns the head of the phrase before the finite verb t to which the
// tree gives no subject: behind an adverb, brackets, dashes or a phrase between
// commas, "Others, however, say"; and the one that the tree has made the subject of
// a participle, "People briefed on it said". It is -1 for none.
func (v *view) subjectFar(t int) int {
	switch v.Tokens[t].XPOS {
	case "VBD", "VBZ", "VBP", "VB", "VBN":
	default:
		return -1
	}
	if v.bare(t) || v.Tokens[t].Rel == english.Acl || v.Tokens[t].Rel == english.AclRelcl || v.Tokens[t].Rel == english.Conj && t > 0 && v.Tokens[t-1].UPOS == english.CCONJ {
		return -1
	}
	if c := v.Child(t, english.Ccomp); c >= 0 && c < t && v.reduced(c) {
		return v.Child(c, english.Nsubj)
	}
	k := t - 1
	for range 2 {
		for k >= 0 && (v.Tokens[k].UPOS == english.AUX || v.Tokens[k].UPOS == english.ADV) {
			k--
		}
		if k < 0 || v.Tokens[k].UPOS != english.PUNCT || v.quote[k] != v.quote[t] {
			break
		}
		open := map[string]string{",": ",", ")": "(", "-": "-", "–": "–", "—": "—", "--": "--"}[v.Tokens[k].Form]
		m := k - 1
		for m > 0 && v.Tokens[m].Form != open {
			if x := v.Tokens[m].XPOS; x == "VBD" || x == "VBZ" || x == "VBP" || x == "MD" || v.quote[m] != v.quote[t] {
				return -1
			}
			m--
		}
		if open == "" || m <= 0 {
			return -1
		}
		k = m - 1
	}
	if k < 0 || !nominal(v.Tokens[k].UPOS) || v.quote[k] != v.quote[t] {
		return -1
	}
	lo := v.phraseStart(k)
	if lo < 0 || lo > 0 && v.Tokens[lo-1].UPOS != english.PUNCT && v.Tokens[lo-1].UPOS != english.CCONJ && v.Tokens[lo-1].UPOS != english.SCONJ {
		return -1
	}
	h := k
	for steps := 0; steps < len(v.Tokens); steps++ {
		p := v.Tokens[h].Head
		if p < lo || p > k {
			break
		}
		h = p
	}
	if times[lower(v.Tokens[h].Lemma)] || v.Child(h, english.Case) >= 0 && v.Child(h, english.Case) < lo+1 || !v.holder(h) {
		return -1
	}
	return h
}

// reduced reports whether the participle c describes its subject, and the verb that
// follows without a pause is the finite one: "People briefed on it said".
func (v *view) reduced(c int) bool {
	h := v.Tokens[c].Head
	s := v.Child(c, english.Nsubj)
	if v.Tokens[c].Rel != english.Ccomp || h < c || s < 0 || s > c || v.Child(c, english.Aux, english.AuxPass) >= 0 || v.Tokens[c].XPOS != "VBD" && v.Tokens[c].XPOS != "VBN" {
		return false
	}
	for k := s; k < h; k++ {
		if v.Tokens[k].UPOS == english.PUNCT && v.Tokens[k].Form != "-" || v.quote[k] != v.quote[h] {
			return false
		}
	}
	return true
}

// joined returns the cue that the cue t is to be joined with, where the tree joins
// it to the verb of what that cue reports: "says he respects her and calls her
// able", "said it had fired, rejecting the charge" have one speaker for both. It
// is -1 where the tree stands.
func (v *view) joined(t int) int {
	if t == 0 || v.Child(t, english.Nsubj, english.NsubjPass) >= 0 {
		return -1
	}
	h := v.Tokens[t].Head
	if h < 0 || h > t || v.Tokens[h].Rel != english.Ccomp {
		return -1
	}
	g := v.Tokens[h].Head
	if g < 0 || g > h || v.quote[g] != v.quote[t] {
		return -1
	}
	switch {
	case v.Tokens[t].Rel == english.Advcl && v.Tokens[t].XPOS == "VBG" && v.comma(t-1):
	case v.Tokens[t].Rel == english.Conj && sameTense(v.Tokens[g].XPOS, v.Tokens[t].XPOS):
		if before := v.Tokens[t-1].UPOS; before != english.CCONJ && before != english.ADV && !v.comma(t-1) {
			return -1
		}
		// Somebody else's deeds stay in the report: "said rebels came and threatened".
		if s := v.Child(h, english.Nsubj, english.NsubjPass, english.NsubjOuter); s < 0 || v.Tokens[s].XPOS != "PRP" && v.holder(s) && v.Tokens[t].Lemma != v.Tokens[g].Lemma {
			return -1
		}
		if _, _, ok := v.cueAt("verb", h); ok {
			return -1
		}
	default:
		return -1
	}
	if e, _, ok := v.cueAt("verb", g); !ok || e.frames&frameClause == 0 {
		return -1
	}
	if e, _, ok := v.cueAt("verb", t); !ok || e.Mode > 1 {
		return -1
	}
	return g
}

// subjectBefore returns the head of the noun phrase right before the finite verb
// t, where the tree gives it no subject or one that can't speak.
func (v *view) subjectBefore(t int) int {
	if s := v.nsubj(t); s >= 0 && !times[lower(v.Tokens[s].Lemma)] && v.Child(s, english.Case) < 0 && s >= v.dateline() && v.subjectPlace(s, t) {
		return s
	}
	switch v.Tokens[t].XPOS {
	case "VB", "VBG":
		return -1
	}
	np := t - 1
	for np >= 0 && (v.Tokens[np].UPOS == english.AUX || v.Tokens[np].UPOS == english.ADV || v.comma(np)) {
		if rel := v.Tokens[t].Rel; v.comma(np) && (rel == english.Conj || rel == english.Parataxis) && v.Tokens[t].Head >= 0 && v.Tokens[t].Head < np && v.Child(v.Tokens[t].Head, english.Nsubj) >= 0 {
			return -1 // "offered her a job in Paris, then said"
		}
		np--
	}
	if np < 0 || !nominal(v.Tokens[np].UPOS) {
		return -1
	}
	if v.Tokens[t].XPOS == "VBN" && np == t-1 && !v.finiteBehind(t) {
		return -1 // "the man accused of it"; "accused them of it" has its subject before
	}
	if v.Tokens[np].UPOS == english.PRON && (v.Tokens[np].XPOS == "WDT" || v.Tokens[np].XPOS == "WP") {
		return np
	}
	lo := v.phraseStart(np)
	if lo < 0 {
		// The nearest name at least: "and South Korea says".
		if v.Tokens[np].UPOS != english.PROPN && v.Tokens[np].XPOS != "PRP" {
			return -1
		}
		return np
	}
	h := np
	for steps := 0; steps < len(v.Tokens); steps++ {
		p := v.Tokens[h].Head
		if p < lo || p > np {
			break
		}
		h = p
	}
	if times[lower(v.Tokens[h].Lemma)] || v.Child(h, english.Case) == lo {
		return -1 // "in an interview on Friday, said"
	}
	return h
}

// nsubj returns the subject of t by the tree: of several, the last before t.
func (v *view) nsubj(t int) int {
	first := v.Child(t, english.Nsubj, english.NsubjPass, english.NsubjOuter)
	if k := t - 1; first < 0 && k > 1 && v.Tokens[k].Rel == english.Expl && v.Tokens[k-1].Rel == english.Aux && v.Tokens[k-2].UPOS == english.CCONJ {
		return k // "Nor does it accept that"
	}
	last := first
	for _, c := range v.Children(t) {
		switch v.Tokens[c].Rel {
		case english.Nsubj, english.NsubjPass, english.NsubjOuter:
			if c < t {
				last = c
			}
		}
	}
	return last
}

// subjectPlace reports whether s may be the subject of t: before it, or behind it
// where a pause before t makes an inversion of it.
func (v *view) subjectPlace(s, t int) bool {
	if q := v.quote[s]; q >= 0 && q != v.quote[t] && v.Tokens[max(t-1, 0)].UPOS == english.PUNCT {
		return false // "No truce", says the rebel leader
	}
	return s < t || t == 0 || v.Tokens[t-1].UPOS == english.PUNCT
}

// sameTense reports whether two verbs may be joined by "and"; past forms are often
// taken for participles.
func sameTense(x, y string) bool {
	past := func(s string) bool { return s == "VBD" || s == "VBN" }
	return x == y || past(x) && past(y)
}
