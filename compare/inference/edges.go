package inference

import (
	"github.com/seed514b815a/rashomon/internal/english"
)

// role is how a word stands to a predicate, whatever the voice.
type role uint8

const (
	doer    role = iota // who does it, or of whom something is said
	undergo             // who or what it is done to
	is                  // what something is: "X is a Y", "X, the Y,", "Y X"
	of                  // whose it is, or what it is of
	at                  // by a preposition: the place, time, means, goal
	kind                // an adjective or noun before a noun
	counts              // a number and what it counts
	clause              // a clause below a word
)

// edge says that the word dep stands in a role to the word head.
type edge struct {
	head, dep int
	role      role
	prep      string // of at; "of" where it counts a part: "two of the nine"
}

func (r *reading) add(head, dep int, ro role, prep string) {
	if head == dep || len(r.edges) > 8*maxWords {
		return
	}
	r.edges = append(r.edges, edge{head, dep, ro, prep})
}

// relate finds the edges.
func (r *reading) relate() {
	for i := range r.words {
		r.predicate(i)
	}
	// Names and nouns joined by "and" share their roles.
	for n := len(r.edges) - 1; n >= 0; n-- {
		e := r.edges[n]
		for _, c := range r.kids[e.dep] {
			if r.words[c].rel == english.Conj && (r.words[c].pos == english.NOUN || r.words[c].pos == english.PROPN) {
				r.add(e.head, c, e.role, e.prep)
			}
		}
	}
	r.from, r.to = make([][]int, len(r.words)), make([][]int, len(r.words))
	for n, e := range r.edges {
		r.from[e.head] = append(r.from[e.head], n)
		r.to[e.dep] = append(r.to[e.dep], n)
	}
}

// predicate finds the edges of one word.
func (r *reading) predicate(i int) {
	w := &r.words[i]
	passive := r.child(i, english.AuxPass, english.NsubjPass, english.OblAgent) >= 0 ||
		w.xpos == "VBN" && (w.rel == english.Acl || w.rel == english.Amod || w.rel == english.Advcl && r.child(i, english.Aux, english.Obj) < 0)
	if w.rel == english.Conj && (w.xpos == "VBN" || w.xpos == "VBD") && w.head >= 0 && r.child(i, english.Aux, english.Nsubj, english.Obj) < 0 && r.child(w.head, english.AuxPass) >= 0 {
		passive = true // "was rejected and, in June, approved"
	}
	copula := r.child(i, english.Cop) >= 0
	subject := -1
	for _, c := range r.kids[i] {
		k := &r.words[c]
		switch k.rel {
		case english.Nsubj, english.Csubj, english.NsubjOuter:
			subject = c
			if copula && w.pos != english.VERB {
				r.add(c, i, is, "")
			}
			r.add(i, r.referent(c), doer, "")
		case english.NsubjPass:
			subject = c
			r.add(i, r.referent(c), undergo, "")
		case english.OblAgent:
			r.add(i, c, doer, "")
		case english.Obj, english.Iobj:
			r.add(i, r.referent(c), undergo, "")
		case english.Obl, english.OblUnmarked, english.Nmod, english.NmodUnmarked, english.NmodDesc:
			prep := ""
			if p := r.child(c, english.Case); p >= 0 {
				prep = r.words[p].low
			}
			switch {
			case prep == "by" && passive:
				r.add(i, c, doer, "")
			case prep == "of" && (k.rel == english.Nmod):
				r.add(i, c, of, "")
				if w.pos == english.NUM { // "two of the nine judges"
					r.add(c, i, counts, "of")
				}
				if k.pos == english.NUM && w.pos == english.NOUN { // "a staff of 900"
					r.add(i, c, counts, "")
				}
			default:
				r.add(i, c, at, prep)
			}
		case english.NmodPoss:
			r.add(i, c, of, "")
		case english.Appos:
			r.add(i, c, is, "")
			r.add(c, i, is, "")
			// "A member of the council, X": X is the member, as the council was known.
			if h := w.head; h >= 0 && w.rel == english.Nmod && k.name && r.has(c, ",") && r.has(i, "the") && r.has(h, "a", "an") {
				r.add(h, c, is, "")
				r.add(c, h, is, "")
			}
		case english.Compound, english.Amod, english.Flat:
			r.add(i, c, kind, "")
			if k.pos == english.NOUN && w.name {
				r.add(i, c, is, "") // "spokesman Ivanov"
			}
			if k.xpos == "VBN" {
				r.add(c, i, undergo, "")
			}
		case english.Nummod:
			r.add(i, c, counts, "")
		case english.Xcomp:
			if r.words[c].pos != english.VERB {
				r.add(i, c, at, "as")
			} else {
				r.add(i, c, clause, "")
			}
		case english.Advcl, english.Ccomp, english.Acl, english.AclRelcl:
			r.add(i, c, clause, "")
		case english.Advmod:
			r.add(i, c, kind, "")
		}
	}
	if w.pos != english.VERB && !copula || subject >= 0 {
		return
	}
	// A verb without a subject of its own borrows one.
	for steps, at, rel := 0, i, w.rel; steps < 4; steps++ {
		h := r.words[at].head
		if h < 0 {
			return
		}
		var s int
		switch rel {
		case english.Conj, english.Advcl:
			s = r.child(h, english.Nsubj, english.NsubjPass)
		case english.Xcomp:
			if s = r.child(h, english.Obj); s < 0 {
				s = r.child(h, english.Nsubj, english.NsubjPass)
			}
		case english.Acl, english.AclRelcl, english.Amod:
			s = h
		default:
			return
		}
		if s >= 0 {
			ro := doer
			if passive {
				ro = undergo
			}
			r.add(i, r.referent(s), ro, "")
			return
		}
		at, rel = h, r.words[h].rel
	}
}

// referent leads a relative pronoun to the noun that it stands for.
func (r *reading) referent(i int) int {
	w := &r.words[i]
	if w.low != "who" && w.low != "which" && w.low != "that" && w.low != "whom" || w.head < 0 {
		return i
	}
	for at, steps := w.head, 0; steps < 4; steps++ {
		if r.words[at].rel == english.AclRelcl && r.words[at].head >= 0 {
			return r.words[at].head
		}
		if at = r.words[at].head; at < 0 {
			break
		}
	}
	return i
}
