package attribution

import (
	"github.com/seed514b815a/rashomon/internal/english"
)

// What has a verb of saying and is no speech.

// negated reports whether the verb t carries a negation of its own. One before its
// subject is another's, wherever the tree hangs it: "It is not, and she says so".
func (v *view) negated(t int) bool {
	if !v.Negated(t) {
		return false
	}
	s := -1 // the last before t
	for _, c := range v.Children(t) {
		if rel := v.Tokens[c].Rel; c < t && (rel == english.Nsubj || rel == english.NsubjPass) {
			s = c
		}
	}
	for _, c := range v.Children(t) {
		if v.Tokens[c].Feats.Negative && v.Tokens[c].Rel != english.Nsubj && (c > s || c == 0) {
			return true
		}
	}
	return false
}

// leftUnsaid reports whether the cue at t is what somebody doesn't say: "without saying
// when", "refused to say how many", "has yet to say".
func (v *view) leftUnsaid(t int) bool {
	for _, c := range v.Children(t) {
		if c < t && v.Tokens[c].Lemma == "without" {
			return true
		}
	}
	if t < 2 || v.Tokens[t-1].XPOS != "TO" || v.Tokens[t].XPOS != "VB" {
		return false
	}
	k := t - 2
	for k > 0 && v.Tokens[k].UPOS == english.ADV && v.Tokens[k].Lemma != "yet" {
		k--
	}
	if w := v.Tokens[k].Lemma; w == "yet" || w == "fail" || w == "unable" || w == "unwilling" {
		return true
	}
	e, _, ok := v.cueAt("verb", k)
	return ok && e.Act == "decline"
}

// nothing reports whether the object of the cue is no word: "offered no comment".
func (v *view) nothing(object int, e Cue) bool {
	if object < 0 || e.frames&frameObj != 0 || e.frames&frameWeakObj == 0 {
		return false
	}
	k := v.Child(object, english.Det)
	return k >= 0 && v.Tokens[k].Lemma == "no"
}

// compares reports whether the cue at t is the author's comparison of what was said
// with another's word, and no word of its own: "said it rained, contradicting them".
func (v *view) compares(t int, e Cue) bool {
	return e.Words == "contradict" && v.Tokens[t].XPOS == "VBG" && t > 0 && v.comma(t-1)
}

// anonymous reports whether what the verb at token t asks for or declines is only to
// be named: "who asked not to be identified".
func (v *view) anonymous(t, n int) bool {
	k := t + n
	for _, w := range []string{"not", "to", "be"} {
		if k < len(v.Tokens) && lower(v.Tokens[k].Form) == w {
			k++
		} else if w != "not" {
			return false
		}
	}
	return k < len(v.Tokens) && namings[lower(v.Tokens[k].Form)]
}

// nobody reports whether the subject is none: "neither ministry commented".
func (v *view) nobody(subject int) bool {
	if subject < 0 {
		return false
	}
	for _, c := range append(v.Children(subject), subject) {
		if w := lower(v.Tokens[c].Form); (c == subject || v.Tokens[c].Rel == english.Det) && (w == "no" || w == "neither" || w == "nobody" || w == "none") {
			return true
		}
	}
	return false
}

// bare reports whether the verb t is an infinitive with "to": what it says is
// planned or wanted, not said.
func (v *view) bare(t int) bool {
	for _, c := range v.Children(t) {
		if v.Tokens[c].XPOS == "TO" || v.Tokens[c].Rel == english.Mark && lower(v.Tokens[c].Form) == "to" {
			return true
		}
	}
	return false
}

// suffers reports whether the verb t is passive.
func (v *view) suffers(t int) bool {
	if v.Child(t, english.AuxPass, english.OblAgent) >= 0 {
		return true
	}
	if v.Tokens[t].XPOS != "VBN" {
		return false
	}
	for _, c := range v.Children(t) {
		if v.Tokens[c].Rel == english.Aux && v.Tokens[c].Lemma == "have" {
			return false
		}
	}
	if v.Tokens[t].Rel == english.Root && saysIt[lower(v.Tokens[t].Lemma)] && v.Child(t, english.Ccomp) > t {
		return false // "a man who fled said it burned": only the tag is passive
	}
	if s := v.Child(t, english.Nsubj); v.Tokens[t].Rel == english.Acl && s > v.Tokens[t].Head && s < t {
		return false // "a charge Baku called baseless"
	}
	return v.Tokens[t].Rel == english.Acl || v.Child(t, english.NsubjPass) >= 0
}
