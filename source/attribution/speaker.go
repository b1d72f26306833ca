package attribution

import (
	"slices"
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
		if s := v.Child(t, english.Nsubj, english.NsubjPass, english.NsubjOuter); s >= 0 && v.subjectPlace(s, t) && !times[lower(v.Tokens[s].Lemma)] {
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
		if s := v.Child(h, english.Nsubj, english.NsubjPass); s < 0 || v.Tokens[s].XPOS != "PRP" && v.holder(s) {
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
	if s := v.Child(t, english.Nsubj, english.NsubjPass); s >= 0 && !times[lower(v.Tokens[s].Lemma)] && v.Child(s, english.Case) < 0 && s >= v.dateline() && v.subjectPlace(s, t) {
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
	if times[lower(v.Tokens[h].Lemma)] {
		return -1
	}
	return h
}

// subjectPlace reports whether s may be the subject of t: before it, or behind it
// where a pause before t makes an inversion of it.
func (v *view) subjectPlace(s, t int) bool {
	if q := v.quote[s]; q >= 0 && q != v.quote[t] && v.Tokens[max(t-1, 0)].UPOS == english.PUNCT {
		return false // "No truce", says the rebel leader
	}
	return s < t || t == 0 || v.Tokens[t-1].UPOS == english.PUNCT
}

// dateline returns the first token behind "WASHINGTON (AP) -", 0 where the sentence
// has none: a word in capitals, and a dash soon after.
func (v *view) dateline() int {
	if len(v.Tokens) < 3 || strings.ToUpper(v.Tokens[0].Form) != v.Tokens[0].Form || v.Tokens[0].UPOS == english.PUNCT || len(v.Tokens[0].Form) < 3 {
		return 0
	}
	for k := 1; k < len(v.Tokens)-1 && k < 16; k++ {
		switch v.Tokens[k].Form {
		case "—", "–", "--", "-", "―":
			if v.Tokens[k-1].End < v.Tokens[k].Start {
				return k + 1
			}
		}
		if v.Tokens[k].UPOS == english.VERB {
			return 0
		}
	}
	return 0
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
			if v.dates(c) {
				continue
			}
			todo = append(todo, c)
		}
	}
	// "The vice president for news, Jane Doe, said": the name behind the role.
	if last+2 < len(v.Tokens) && v.comma(last+1) && v.Tokens[last+2].UPOS == english.PROPN && v.Tokens[last].UPOS != english.PROPN {
		k := last + 2
		for k+1 < len(v.Tokens) && v.Tokens[k+1].UPOS == english.PROPN {
			k++
		}
		if k+2 < len(v.Tokens) && v.comma(k+1) && (v.Tokens[k+2].UPOS == english.VERB || v.Tokens[k+2].UPOS == english.AUX) {
			last = k
		}
	}
	if first < v.dateline() && v.dateline() <= t {
		first = v.dateline()
	}
	return v.r.trim(v.span(first, last))
}

// dates reports whether the dependent c of a name says when, and was hung on the
// name instead of the cue: "the union on Monday said", "A day earlier Kyiv said".
func (v *view) dates(c int) bool {
	switch v.Tokens[c].Rel {
	case english.Nmod, english.Obl, english.OblUnmarked, english.NmodUnmarked:
		return times[lower(v.Tokens[c].Lemma)] && (v.Child(c, english.Case) >= 0 || v.Tokens[c].Rel == english.OblUnmarked)
	case english.Amod, english.Advmod:
		o := v.Child(c, english.OblUnmarked)
		return o >= 0 && times[lower(v.Tokens[o].Lemma)]
	}
	return false
}

// parties returns the names that "and" joins before the cue at t, in whose subject
// the token subject stands.
func (v *view) parties(t, subject int) []span {
	last := t - 1
	for last > 0 && (v.Tokens[last].UPOS == english.AUX || v.Tokens[last].UPOS == english.ADV) {
		last--
	}
	first, _ := v.Subtree(subject)
	if k := v.phraseStart(last); k >= 0 {
		first = min(first, k)
	}
	var out []span
	from := first
	for k := first; k <= last; k++ {
		if v.Tokens[k].UPOS == english.CCONJ || v.comma(k) {
			if k > from {
				out = append(out, v.r.trim(v.span(from, k-1)))
			}
			from = k + 1
		}
	}
	if from <= last {
		out = append(out, v.r.trim(v.span(from, last)))
	}
	return slices.DeleteFunc(out, span.empty)
}

func lower(s string) string { return strings.ToLower(s) }

// sameTense reports whether two verbs may be joined by "and"; past forms are often
// taken for participles.
func sameTense(x, y string) bool {
	past := func(s string) bool { return s == "VBD" || s == "VBN" }
	return x == y || past(x) && past(y)
}
