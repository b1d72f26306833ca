package attribution

import (
	"github.com/seed514b815a/rashomon/internal/english"
)

// arguments are the dependents that may carry content; -1 for none.
type arguments struct {
	clause, open, object, indirect int
	oblique                        []int
}

func (v *view) arguments(t, n int) arguments {
	a := arguments{-1, -1, -1, -1, nil}
	heads := []int{t}
	if n > 1 { // "make it clear that": the clause may hang on "clear"
		for k := t + 1; k < t+n; k++ {
			heads = append(heads, k)
		}
	}
	for _, h := range heads {
		for _, c := range v.Children(h) {
			if c > t && c < t+n {
				continue
			}
			if c > t && a.clause < 0 && v.reported(c, t+n) {
				a.clause = c
				continue
			}
			if c > t && a.clause < 0 {
				if k := v.saidIn(c, t); k > 0 {
					a.clause = k
				}
			}
			if p := v.Child(c, english.Case); n > 1 && p > t && p < t+n && a.object < 0 {
				a.object = c // "scoffed at it": the cue has the preposition
				continue
			}
			switch v.Tokens[c].Rel {
			case english.Ccomp:
				if a.clause < 0 && !(c < t && v.reduced(c)) {
					a.clause = c
				}
			case english.Csubj:
				if a.clause < 0 && c > t {
					a.clause = c
				}
			case english.Xcomp:
				a.open = c
			case english.Obj:
				if a.object < 0 {
					a.object = c
				}
			case english.Iobj:
				a.indirect = c
			case english.Obl, english.Advcl, english.Nmod:
				if first, _ := v.Subtree(c); first == t+n && v.Tokens[c].XPOS == "VBG" && v.Tokens[first].UPOS == english.VERB && a.open < 0 {
					a.open = c // denied provoking
					continue
				}
				a.oblique = append(a.oblique, c)
			}
		}
	}
	return a
}

// saysIt are the verbs whose object is always what is said: "said no".
var saysIt = setOf("say insist contend argue assert exclaim quip opine")

// anythingAfter returns where the words begin that follow the cue at t and are
// neither an addressee nor a date, -1 for none.
func (v *view) anythingAfter(t, n int) int {
	for k := t + n; k < len(v.Tokens); {
		tok := &v.Tokens[k]
		if v.quote[k] >= 0 {
			return -1 // direct sees to quotations
		}
		if tok.UPOS == english.PUNCT || tok.UPOS == english.SCONJ || tok.UPOS == english.CCONJ || tok.XPOS == "VBG" || tok.XPOS == "TO" {
			return -1
		}
		if top := v.topBetween(k, t); top >= 0 {
			switch v.Tokens[top].Rel {
			case english.Nsubj: // the clause's own subject
				if top > t {
					return k
				}
				return -1
			case english.Obl, english.Advmod, english.OblUnmarked, english.Iobj, english.Advcl, english.Conj, english.Parataxis:
				_, last := v.Subtree(top)
				if last < k {
					return -1
				}
				k = last + 1
				continue
			}
		} else {
			return -1
		}
		if times[lower(tok.Lemma)] || tok.UPOS == english.ADP {
			k++
			continue
		}
		return k
	}
	return -1
}

// thatAfter returns the "that" which begins the clause of the cue at t, and before
// which there is nothing but an addressee, a date and the like; -1 where there is
// none.
func (v *view) thatAfter(t, n int) int {
	for k := t + n; k < len(v.Tokens)-1 && k < t+n+16; k++ {
		tok := &v.Tokens[k]
		if lower(tok.Form) == "that" && tok.XPOS != "WDT" && tok.XPOS != "DT" {
			// "said the claim that it rained was a lie": a noun's clause
			if k > t+n && len(table().byLemma["noun "+lower(v.Tokens[k-1].Lemma)]) > 0 && v.Tokens[k-1].Rel != english.Obl && v.Child(k-1, english.Case) < 0 {
				return -1
			}
			return k
		}
		switch tok.UPOS {
		case english.VERB, english.AUX, english.SCONJ, english.CCONJ:
			return -1
		case english.PUNCT:
			if f := tok.Form; f != "," && f != "-" && f != "“" && f != "”" && f != "\"" && f != "(" && f != ")" {
				return -1
			}
		}
	}
	return -1
}

// saidIn returns the head of the clause with "that" which the tree has hung on the
// noun of "said in a statement that", or -1.
func (v *view) saidIn(o, t int) int {
	if v.Tokens[o].Rel != english.Obl && v.Tokens[o].Rel != english.Nmod || v.Tokens[o].UPOS != english.NOUN && v.Tokens[o].UPOS != english.PROPN {
		return -1
	}
	for _, k := range v.Children(o) {
		if k > o && v.Tokens[k].Rel != english.AclRelcl && v.ledBy(k, "that") {
			return k
		}
	}
	return -1
}

// gapped reports whether the cue at t stands in a relative clause whose subject is
// the noun before it: "a deadline that insiders said went unnoticed".
func (v *view) gapped(t, n int) bool {
	if t+n >= len(v.Tokens) {
		return false
	}
	switch v.Tokens[t+n].XPOS {
	case "VBD", "VBZ", "VBP", "MD":
	default:
		return false
	}
	for k := t - 1; k >= 0 && k > t-8; k-- {
		switch tok := &v.Tokens[k]; tok.XPOS {
		case "WDT", "WP":
			return k < t-1
		default:
			if !nominal(tok.UPOS) && tok.UPOS != english.DET && tok.UPOS != english.ADJ && tok.UPOS != english.AUX && tok.UPOS != english.ADP && tok.UPOS != english.ADV {
				return false
			}
		}
	}
	return false
}

// finiteAfter returns the finite verb of a clause without "that" that follows the
// cue at t at once, where the tree has made its subject an object: "says rebels
// attacked". It is -1 where none does.
func (v *view) finiteAfter(t, n int) int {
	for k := t + n; k < len(v.Tokens) && k < t+n+25; k++ {
		tok := &v.Tokens[k]
		switch tok.XPOS {
		case "WDT", "WP", "WRB", "TO", "WP$":
			return -1
		case "VBD", "VBZ", "VBP", "MD":
			if k == t+n || v.Tokens[k-1].UPOS == english.CCONJ {
				return -1
			}
			h := k
			if tok.UPOS == english.AUX && tok.Head > k && v.Tokens[h].Head < len(v.Tokens) {
				h = tok.Head
			}
			return h
		case "VB":
			return -1
		}
		switch tok.UPOS {
		case english.SCONJ:
			return -1
		case english.PUNCT:
			if f := tok.Form; v.quote[k] == v.quote[t] && f != "-" && f != "(" && f != ")" {
				return -1
			}
		}
	}
	return -1
}

// reported reports whether the dependent c of a cue that ends before token from is
// a reported clause under another label: it begins with "that", or it follows at
// once with a subject and a finite verb of its own.
func (v *view) reported(c, from int) bool {
	switch v.Tokens[c].Rel {
	case english.Ccomp:
		return true
	case english.Advcl, english.Conj, english.Parataxis, english.Dep, english.Acl, english.AclRelcl, english.Obj, english.Obl, english.Xcomp:
	default:
		return false
	}
	if !v.verbal(c) {
		return false
	}
	first, _ := v.Subtree(c)
	if v.ledBy(c, "that") && lower(v.Tokens[first].Form) == "that" {
		return true
	}
	s := v.Child(c, english.Nsubj, english.NsubjPass, english.Expl)
	return first == from && s >= 0 && s < c && v.Child(c, english.Mark) < 0
}

// verbal reports whether token c heads a clause.
func (v *view) verbal(c int) bool {
	switch v.Tokens[c].UPOS {
	case english.VERB, english.AUX:
		return true
	}
	return v.Child(c, english.Cop, english.Nsubj, english.NsubjPass) >= 0
}
