package attribution

import (
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
)

// dateline returns the first token behind "WASHINGTON (AP) -", 0 where the sentence
// has none: a word in capitals, and a dash soon after.
func (v *view) dateline() int {
	if k := v.clock(); k > 0 {
		return k
	}
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

// clock returns the first token behind the time of a live report's entry, "10:42 BST
// Police say", 0 where the sentence has none.
func (v *view) clock() int {
	if len(v.Tokens) < 3 || v.Tokens[0].UPOS != english.NUM || !strings.ContainsAny(v.Tokens[0].Form, ":.") {
		return 0
	}
	k := 1
	for k < len(v.Tokens)-1 && clocks[lower(v.Tokens[k].Form)] {
		k++
	}
	if k == 1 {
		return 0
	}
	return k
}

// clocks are what stands behind a time of day: half-days and zones.
var clocks = setOf("a.m. p.m. am pm gmt utc bst cet cest eet est edt et cst cdt pst pdt msk ist sgt aest local time")

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
				if from, _ := v.Subtree(c); from > 0 && v.Tokens[from-1].UPOS == english.PUNCT || v.Tokens[from].UPOS == english.PUNCT {
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
