package coding

import (
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
)

// The tree of a sentence is right for seven words in eight, and news has long
// sentences. So each question here looks at the tree first and, where that has no
// answer, at the order of the words.

// sentence returns the sentence of word i and the index of its first word.
func (r *reading) sentence(i int) (*english.Sentence, int) {
	s := r.ws[i].sent
	return &r.an.Sentences[s], r.first[s]
}

// child returns the first dependent of word i with one of the relations, or -1.
func (r *reading) child(i int, rels ...english.Rel) int {
	s, base := r.sentence(i)
	if c := s.Child(i-base, rels...); c >= 0 {
		return base + c
	}
	return -1
}

// head returns the head of word i, or -1 for the root.
func (r *reading) head(i int) int {
	s, base := r.sentence(i)
	if h := s.Tokens[i-base].Head; h >= 0 {
		return base + h
	}
	return -1
}

// np returns the noun phrase whose head is word i: what stands around it and hangs
// on it, without clauses.
func (r *reading) np(i int) (lo, hi int) {
	s, base := r.sentence(i)
	h := i - base
	a, b := h, h+1
	for a > 0 && s.Dominates(h, a-1) {
		t := &s.Tokens[a-1]
		if t.UPOS == english.VERB || t.UPOS == english.AUX || t.UPOS == english.SCONJ || isBreak(t.Form) && !(a-2 >= 0 && s.Dominates(h, a-2) && s.Tokens[a].UPOS == english.PROPN) {
			break
		}
		a--
	}
	for b < len(s.Tokens) && s.Dominates(h, b) {
		t := &s.Tokens[b]
		switch {
		case t.Rel == english.Acl || t.Rel == english.AclRelcl || t.Rel == english.Parataxis || t.Rel == english.Advcl:
		case t.UPOS == english.VERB || t.UPOS == english.AUX || t.UPOS == english.SCONJ || t.UPOS == english.PRON && relative[strings.ToLower(t.Form)]:
		case isBreak(t.Form) && !(b+1 < len(s.Tokens) && s.Dominates(h, b+1) && (s.Tokens[b+1].Rel == english.Conj || s.Tokens[b+1].UPOS == english.CCONJ)):
		default:
			b++
			continue
		}
		break
	}
	return base + a, base + b
}

// subject returns the noun phrase that does (or, with passive, suffers) the verb
// i; from is the first word it may begin at.
func (r *reading) subject(i, from int) (lo, hi int, passive, ok bool) {
	passive = r.passive(i)
	for v, steps := i, 0; v >= 0 && steps < 6; steps++ {
		if c := r.subjectOf(v, from); c >= 0 && c != i {
			if relative[r.ws[c].lower] && r.head(v) >= 0 {
				c = r.head(v)
			}
			lo, hi = r.np(c)
			if lo-1 >= from && r.ws[lo].lower == "of" && r.token(lo-1).UPOS == english.NUM {
				lo-- // "89 of its soldiers", which the tree may cut in two
			}
			if hi > i && c < i {
				hi = i
			}
			if c < i || steps == 0 {
				return lo, hi, passive, true
			}
		}
		t := r.token(v)
		h := r.head(v)
		if h < 0 {
			break
		}
		switch t.Rel {
		case english.AclRelcl:
			lo, hi = r.np(h)
			return lo, hi, passive, true
		case english.Acl:
			if steps == 0 && i > 0 && r.ws[i-1].lower == "to" {
				return 0, 0, passive, false // "a scheme to overthrow him": the scheme does nothing
			}
			if steps == 0 && i > from && h != i-1 && r.nominal(i-1) && h < i {
				h = i - 1 // "the names of 71 soldiers killed": the soldiers were
			}
			if r.nominal(h) {
				lo, hi = r.np(h)
				if hi > i && lo < i {
					hi = min(hi, i)
				}
				// "forces attacked" where the tree has no verb above: a clause after all.
				clause := t.UPOS == english.VERB && !strings.HasSuffix(r.ws[v].lower, "ing") && r.ws[h].at == r.ws[v].at-1 && (r.child(v, english.Obj) >= 0 || lo <= from+1 && !(i+1 < len(r.ws) && r.ws[i+1].lower == "by"))
				if steps == 0 && strings.HasSuffix(r.ws[v].lower, "ing") || clause {
					return lo, hi, false, true
				}
				return lo, hi, steps == 0, true
			}
		case english.Conj, english.Xcomp, english.Advcl, english.Parataxis, english.Ccomp, english.Dep:
			if t.Rel == english.Xcomp && steps == 0 {
				// "urged them to go": the object goes.
				if o := r.child(h, english.Obj); o >= 0 && o < v && !r.reflexive(o) {
					lo, hi = r.np(o)
					return lo, min(hi, i), passive, true
				}
			}
			if h < from {
				return r.before(i, from, passive)
			}
			if (t.Rel == english.Ccomp || t.Rel == english.Dep || t.Rel == english.Parataxis) && steps == 0 {
				if lo, hi, passive, ok := r.before(i, from, passive); ok {
					return lo, hi, passive, true
				}
			}
			v = h
			continue
		}
		break
	}
	return r.before(i, from, passive)
}

// subjectOf returns the head of the subject of the verb i: where the tree has two, as
// of a verb behind a cue ("by its count nine died"), the one from the word from on.
func (r *reading) subjectOf(i, from int) int {
	c := r.child(i, english.Nsubj, english.NsubjPass)
	if c < 0 || c >= from {
		return c
	}
	s, base := r.sentence(i)
	for j := from; j < i; j++ {
		if t := &s.Tokens[j-base]; t.Head == i-base && (t.Rel == english.Nsubj || t.Rel == english.NsubjPass) {
			return j
		}
	}
	return c
}

func (r *reading) reflexive(i int) bool {
	return strings.HasSuffix(r.ws[i].lower, "self") || strings.HasSuffix(r.ws[i].lower, "selves")
}

// before takes the words in front of a finite verb, back to the last verb, break
// or conjunction, as its subject.
func (r *reading) before(i, from int, passive bool) (lo, hi int, pass, ok bool) {
	if strings.HasSuffix(r.ws[i].lower, "ing") && !r.auxiliary(i-1) {
		return 0, 0, passive, false
	}
	hi = i
	for hi > from {
		switch p := r.token(hi - 1); {
		case p.UPOS == english.AUX || p.UPOS == english.ADV || p.UPOS == english.PART || isMark(p.Form):
			hi--
			continue
		}
		break
	}
	lo = hi
	for lo > from && r.ws[lo-1].sent == r.ws[i].sent {
		p := r.token(lo - 1)
		if p.UPOS == english.VERB && p.Rel != english.Acl && p.Rel != english.AclRelcl && p.Rel != english.Amod || p.UPOS == english.AUX || p.UPOS == english.SCONJ || isBreak(p.Form) || p.UPOS == english.PRON && relative[r.ws[lo-1].lower] {
			break
		}
		lo--
	}
	return lo, hi, passive, lo < hi && r.nominalSpan(lo, hi)
}

func (r *reading) nominal(i int) bool {
	switch r.token(i).UPOS {
	case english.NOUN, english.PROPN, english.PRON, english.NUM, english.ADJ:
		return true
	}
	return false
}

func (r *reading) nominalSpan(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		switch r.token(i).UPOS {
		case english.NOUN, english.PROPN, english.PRON, english.NUM:
			return true
		}
	}
	return false
}

func (r *reading) auxiliary(i int) bool {
	return i >= 0 && r.token(i).UPOS == english.AUX
}

// passive reports whether the verb i is passive.
func (r *reading) passive(i int) bool {
	s, base := r.sentence(i)
	if s.Tokens[i-base].UPOS == english.ADJ && !strings.HasSuffix(r.ws[i].lower, "ed") || s.Tokens[i-base].XPOS == "JJ" {
		return false // "is biased"
	}
	if s.Passive(i - base) {
		return true
	}
	if strings.HasSuffix(r.ws[i].lower, "ing") {
		return false
	}
	for j := i - 1; j >= base && j >= i-3; j-- {
		t := &s.Tokens[j-base]
		if t.UPOS == english.ADV || t.UPOS == english.PART {
			continue
		}
		return t.Lemma == "be" && (r.token(i).Feats.VerbForm == english.Participle || r.token(i).XPOS == "VBN")
	}
	return false
}

// object returns the direct object of the verb i.
func (r *reading) object(i, to int) (lo, hi int, ok bool) {
	if c := r.child(i, english.Obj); c >= 0 {
		lo, hi = r.np(c)
		lo, hi = max(lo, i+1), min(hi, to)
		if hi < to && r.ws[hi].lower == "than" || r.ws[hi-1].lower == "than" { // "more than 600 soldiers"
			for hi < to && (r.ws[hi].lower == "than" || r.token(hi).UPOS == english.NUM || r.nominal(hi)) {
				hi++
			}
		}
		return lo, hi, c > i && c < to
	}
	if i+1 < to && !r.passive(i) {
		// The tree has none: the words right behind the verb, up to a preposition.
		j := i + 1
		for j < to && r.ws[j].sent == r.ws[i].sent {
			t := r.token(j)
			if t.UPOS == english.ADP && r.ws[j].lower != "of" && r.ws[j].lower != "than" && !(j == i+1 && r.ws[j].lower == "at") || t.UPOS == english.VERB || t.UPOS == english.AUX || t.UPOS == english.SCONJ || isBreak(t.Form) || t.UPOS == english.PART && t.Form == "to" || t.UPOS == english.PRON && relative[r.ws[j].lower] {
				break
			}
			j++
		}
		if j > i+1 && r.nominalSpan(i+1, j) {
			return i + 1, j, true
		}
	}
	return 0, 0, false
}

// prepositional returns the noun phrases led in by one of the prepositions behind
// word i and before word to, as long as no other verb comes between.
func (r *reading) prepositional(i, to int, preps ...string) (out [][2]int) {
	for j := i + 1; j < to && r.ws[j].sent == r.ws[i].sent; j++ {
		t := r.token(j)
		if t.UPOS == english.VERB && t.Feats.VerbForm == english.Finite || t.Form == ";" {
			break
		}
		w := r.ws[j].lower
		hit := false
		for _, p := range preps {
			hit = hit || p == w
		}
		if !hit {
			continue
		}
		lo, hi := j+1, j+1
		for hi < to && r.ws[hi].sent == r.ws[i].sent {
			t := r.token(hi)
			if t.UPOS == english.ADP && r.ws[hi].lower != "of" || t.UPOS == english.VERB || t.UPOS == english.AUX || t.UPOS == english.SCONJ || t.UPOS == english.PRON && relative[r.ws[hi].lower] || isBreak(t.Form) && !r.goesOn(hi, to) {
				break
			}
			hi++
		}
		if lo < hi {
			out = append(out, [2]int{lo, hi})
			j = hi - 1
		}
	}
	return out
}

// goesOn reports whether a comma at word i parts the members of a list.
func (r *reading) goesOn(i, to int) bool {
	if r.ws[i].lower != "," || i+1 >= to {
		return false
	}
	for j := i + 1; j < to && j < i+6; j++ {
		switch w := r.ws[j].lower; {
		case w == "and" || w == "," || w == "or":
			return true
		case r.token(j).UPOS == english.VERB || r.token(j).UPOS == english.AUX || r.token(j).UPOS == english.SCONJ:
			return false
		}
	}
	return false
}

// negated reports whether the predicate or noun at word i is negated where it
// stands: "did not fire", "never fired", "no shelling", "without shelling".
func (r *reading) negated(i int) bool {
	s, base := r.sentence(i)
	for j := max(base, i-6); j+1 < i; j++ {
		if r.ws[j].lower == "not" && (onlys[r.ws[j+1].lower] || r.ws[j+1].lower == "just" || r.ws[j+1].lower == "merely") {
			return false // "not only mortars were fired"
		}
	}
	if s.Negated(i - base) {
		return true
	}
	for j := i - 1; j >= base && j >= i-5; j-- {
		t := &s.Tokens[j-base]
		switch w := strings.ToLower(t.Form); {
		case w == "not" || w == "n't" || w == "never" || w == "no" || w == "without" || w == "neither":
			// "No" in front of a noun denies the noun, and a verb of which it is the subject.
			return true
		case t.UPOS == english.ADJ || t.UPOS == english.ADV || t.UPOS == english.AUX || t.UPOS == english.PART || t.Rel == english.Compound:
			continue
		case r.token(i).UPOS == english.VERB && (t.UPOS == english.NOUN || t.UPOS == english.PROPN) && w != "time":
			continue // "no unit had fired"
		}
		return false
	}
	return false
}
