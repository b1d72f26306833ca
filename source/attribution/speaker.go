package attribution

import (
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
)

// subject returns the token that heads the subject of the verb t, -1 for none. A
// verb without one has that of the verb that it is joined to: "said it would go
// and insists it can", "left, saying it was ill".
func (v *view) subject(t int) int {
	if s := v.subjectBefore(t); s >= 0 {
		return s
	}
	for steps := 0; t >= 0 && steps < len(v.Tokens); steps++ {
		if s := v.Child(t, english.Nsubj, english.NsubjPass, english.NsubjOuter); s >= 0 {
			return s
		}
		head := v.Tokens[t].Head
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

// subjectBefore returns the head of the noun phrase right before the finite verb
// t, where the tree gives it no subject or one that can't speak.
func (v *view) subjectBefore(t int) int {
	if s := v.Child(t, english.Nsubj, english.NsubjPass); s >= 0 && !times[lower(v.Tokens[s].Lemma)] {
		return s
	}
	switch v.Tokens[t].XPOS {
	case "VB", "VBG":
		return -1
	}
	np := t - 1
	for np >= 0 && (v.Tokens[np].UPOS == english.AUX || v.Tokens[np].UPOS == english.ADV || v.comma(np)) {
		np--
	}
	if np < 0 || !nominal(v.Tokens[np].UPOS) || v.Tokens[t].XPOS == "VBN" && np == t-1 {
		return -1
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
	if times[lower(v.Tokens[h].Lemma)] {
		return -1
	}
	return h
}

// times are nouns that the parser takes for subjects: "Hours before, they said".
var times = setOf(`hour minute day week month year morning evening night noon midnight today yesterday tomorrow monday tuesday wednesday thursday friday
	saturday sunday january february march april may june july august september october november december weekend time moment`)

// name returns the span that names a speaker: the noun phrase headed by t with
// its apposition, without relative clauses.
func (v *view) name(t int) span {
	if t < 0 {
		return span{}
	}
	first, last := t, t
	todo := []int{t}
	for len(todo) > 0 {
		top := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		first, last = min(first, top), max(last, top)
		for _, c := range v.Children(top) {
			switch v.Tokens[c].Rel {
			case english.Case:
				if c < top && top == t {
					continue
				}
			case english.AclRelcl, english.Parataxis, english.Punct, english.Ccomp, english.Advcl, english.Cop, english.Aux, english.Nsubj:
				continue
			case english.Acl:
				if c > 0 && v.Tokens[c-1].UPOS == english.PUNCT {
					continue
				}
			}
			todo = append(todo, c)
		}
	}
	return v.r.trim(v.span(first, last))
}

// nameAlone is name without coordinated speakers.
func (v *view) nameAlone(t int) span {
	first, last := t, t
	for _, c := range v.Children(t) {
		switch v.Tokens[c].Rel {
		case english.Det, english.Amod, english.Compound, english.Flat, english.NmodPoss, english.Nummod, english.Nmod, english.Case:
			a, b := v.Subtree(c)
			first, last = min(first, a), max(last, b)
		}
	}
	return v.r.trim(v.span(first, last))
}

// conjuncts returns the heads of a coordination.
func (v *view) conjuncts(t int) []int {
	out := []int{t}
	for _, c := range v.Children(t) {
		if v.Tokens[c].Rel == english.Conj {
			out = append(out, c)
		}
	}
	return out
}

func lower(s string) string { return strings.ToLower(s) }
