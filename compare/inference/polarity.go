package inference

import (
	"github.com/seed514b815a/rashomon/internal/english"
)

// polarity is what a sentence says of one of its predicates.
type polarity int8

const (
	so   polarity = iota // it is so
	not                  // it is not so
	open                 // it may be so
)

// signature is what a verb, noun or adjective makes of the clause below it, in a
// positive and in a negated sentence.
type signature struct {
	plain, negated polarity
	nominal        bool // it goes for an event that is its object, too
}

func parsePolarity(s string) polarity {
	switch s {
	case "+":
		return so
	case "-":
		return not
	}
	return open
}

// negators turn what they stand with into its opposite.
var negators = map[string]bool{"not": true, "n't": true, "never": true, "no": true, "neither": true, "nor": true,
	"none": true, "nobody": true, "nothing": true, "nowhere": true, "hardly": true, "scarcely": true,
	"without": true, "cannot": true, "no-one": true}

// modals leave open what they stand with. "Would" and "will" look ahead.
var modals = map[string]bool{"may": true, "might": true, "could": true, "should": true, "must": true,
	"ought": true, "perhaps": true, "maybe": true, "possibly": true, "probably": true, "likely": true,
	"allegedly": true, "reportedly": true, "supposedly": true}

// carriers say that their object is there or takes place, so that it shares their
// polarity: "didn't have plans", "gave no figures", "failed to reach agreement".
var carriers = map[string]bool{"have": true, "possess": true, "contain": true, "include": true, "hold": true, "keep": true,
	"give": true, "provide": true, "offer": true, "find": true, "see": true, "show": true, "get": true, "receive": true,
	"make": true, "take": true, "reach": true, "conduct": true, "launch": true, "carry": true, "perform": true, "grant": true,
	"sign": true, "issue": true, "impose": true, "cause": true, "suffer": true, "face": true, "commit": true}

// conditionals begin a clause that isn't said to be so.
var conditionals = map[string]bool{"if": true, "unless": true, "whether": true, "lest": true,
	"until": true}

// polarities says of each word whether the sentence has it so. It goes from the
// root down: what stands below a negated, open or counterfactive word takes after
// it, as Nairn, Condoravdi and Karttunen (2006) compute it.
func (r *reading) polarities() {
	x := lexica()
	var visit func(i int, p polarity, by, depth int)
	visit = func(i int, p polarity, by, depth int) {
		if depth > maxWords {
			return
		}
		w := &r.words[i]
		for _, c := range r.kids[i] {
			k := &r.words[c]
			switch {
			case negators[k.low] && (k.rel == english.Advmod || k.rel == english.Det || k.rel == english.Cc && k.low == "nor" ||
				k.rel == english.CcPreconj || k.rel == english.Case && k.low == "without" || k.rel == english.Mark && k.low == "without" || k.rel == english.Aux):
				p, by = p.negated(), c
			case negators[k.low] && (k.rel == english.Nsubj || k.rel == english.NsubjPass):
				p, by = p.negated(), c
			case (k.rel == english.Nsubj || k.rel == english.NsubjPass || k.rel == english.Obj) && r.has(c, "no"):
				// "No troops entered", "gave no figures": the happening is denied.
				p, by = p.negated(), c
			case k.rel == english.Aux && k.low == "would" && r.has(i, "have") && p != open,
				(k.rel == english.Aux || k.rel == english.Advmod) && modals[k.low] && p != open:
				p, by = open, c
			case k.rel == english.Mark && conditionals[k.low] && !(k.low == "until" && (w.xpos == "VBD" || w.xpos == "VBG")), // "until it fell", it fell
				k.low == "to" && k.rel == english.Mark && w.head < 0:
				p, by = open, c
			case k.low == "against" && (k.rel == english.Mark || k.rel == english.Case) && w.pos == english.VERB: // "decided against leaving"
				p, by = p.negated(), c
			case k.low == "rather" && r.has(c, "than") || k.low == "than" && r.has(i, "rather") || k.low == "instead" && (k.rel == english.Case || k.rel == english.Mark):
				p, by = p.negated(), c
			}
		}
		w.polarity, w.by = p, by
		w.aim = w.rel == english.Advcl && r.has(i, "to")
		sig, known := x.context[w.lemma]
		for _, c := range r.kids[i] {
			k := &r.words[c]
			q, b := so, -1
			switch k.rel {
			case english.Ccomp, english.Xcomp, english.Csubj, english.CsubjPass:
				switch {
				case known && sig.plain == not && k.rel == english.Xcomp && (k.pos == english.ADJ || k.xpos == "VBN" && r.child(c, english.Mark, english.AuxPass) < 0): // "escaped unharmed"
					q, b = p, by
				case known:
					if q = sig.apply(p); q != so {
						b = i
					}
				case p != so:
					q, b = open, by
				}
			case english.Conj:
				if p == open && r.child(c, english.Aux, english.Nsubj, english.NsubjPass) < 0 || p == not && sharesNegation(r, i, c) {
					q, b = p, by
				}
			case english.Acl, english.Obj, english.NsubjPass, english.Nmod:
				// "Denied the attack", "prevented an escape", "a plan to leave".
				switch {
				case known && (k.rel == english.Acl || sig.nominal && (k.pos == english.NOUN || k.pos == english.ADJ)):
					q, b = sig.apply(p), i
				case known && sig.plain == not && k.rel == english.Obj && x.holds(k.lemma): // "abandoned its plan to leave"
					q, b = sig.apply(p), i
				case p != so && k.rel == english.Obj && carriers[w.lemma] && !r.has(c, "no"):
					q, b = p, by
				}
			case english.Advmod, english.Aux, english.Cop:
				q, b = p, by
			}
			visit(c, q, b, depth+1)
		}
	}
	for i, w := range r.words {
		if w.head < 0 {
			visit(i, so, -1, 0)
		}
	}
}

// holds reports whether a noun has a clause below it that it says something of: a plan
// to leave.
func (x *lexicon) holds(lemma string) bool {
	_, ok := x.context[lemma]
	return ok
}

// sharesNegation reports whether "not" reaches the second of two joined verbs:
// "did not see or hear", "neither saw nor heard", unless it has a subject or an auxiliary of its own.
func sharesNegation(r *reading, i, c int) bool {
	return r.child(c, english.Nsubj, english.NsubjPass, english.Aux, english.AuxPass) < 0 && r.has(c, "or", "nor")
}

func (p polarity) negated() polarity {
	switch p {
	case so:
		return not
	case not:
		return so
	}
	return open
}

// apply returns the polarity of the clause below a word of polarity p.
func (s signature) apply(p polarity) polarity {
	switch p {
	case so:
		return s.plain
	case not:
		return s.negated
	}
	if s.plain == so && s.negated == so { // factives hold whatever stands above
		return so
	}
	return open
}
