package inference

import (
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
)

// What follows mends trees where an analysis of short claims and headlines is known
// to err: one noun after another that are a subject and its verb.

// findVerb gives a sentence that the tagger left without a verb the verb that it
// has, if a noun's form can be one: headlines and short claims, as "Arven Mills
// owns Tolva Works", give a tagger little to go by. What hung on the noun before it
// becomes its subject, what stood behind it its object or its complements.
func findVerb(words []word, base int) {
	v, lemma := -1, ""
	for i := base; i < len(words); i++ {
		w := &words[i]
		switch {
		case w.pos == english.VERB && w.rel != english.Amod, w.rel == english.Cop, w.pos == english.AUX && w.head >= 0:
			return
		case w.pos == english.AUX && v < 0: // "has ten members"
			v, lemma = i, w.lemma
			continue
		}
		if i == base || i+1 >= len(words) || v >= 0 {
			continue
		}
		if l := verbOf(&words[i-1], w, &words[i+1]); l != "" {
			v, lemma = i, l
		}
	}
	if v >= 0 {
		reroot(words, base, v, lemma)
	}
}

// findSubject makes a noun that the tree joins with the finite verb behind it, as
// if the two were one word, the subject of that verb.
func findSubject(words []word, base int) {
	for v := base; v < len(words); v++ {
		w := &words[v]
		if w.pos != english.VERB || w.xpos != "VBZ" && w.xpos != "VBD" && w.xpos != "VBP" || w.head >= 0 {
			continue
		}
		subject := -1
		for i := base; i < len(words); i++ {
			k := &words[i]
			switch {
			case k.head != v:
			case k.rel == english.Nsubj || k.rel == english.NsubjPass || k.rel == english.Expl || k.rel == english.Csubj:
				return
			case k.rel == english.Compound && i < v && k.nominal():
				subject = i
			}
		}
		if subject >= 0 {
			words[subject].rel = english.Nsubj
		}
		return
	}
}

// verbOf returns the verb that a word between two others may be a form of, "" for
// none.
func verbOf(before, w, after *word) string {
	if w.pos != english.NOUN || before.pos != english.NOUN && before.pos != english.PROPN && before.pos != english.SYM {
		return ""
	}
	switch after.pos {
	case english.DET, english.ADP, english.PROPN, english.NUM, english.ADJ, english.NOUN, english.PRON, english.SYM:
	default:
		return ""
	}
	if after.low == "of" {
		return ""
	}
	x := lexica()
	known := func(lemma string) bool { return len(x.senses[term{'v', lemma}]) > 0 }
	plural := before.xpos == "NNS" || before.pos == english.SYM || before.rel == english.Conj
	if stem, ok := strings.CutSuffix(w.low, "s"); ok && w.xpos == "NNS" && !plural {
		for _, l := range []string{stem, strings.TrimSuffix(stem, "e"), strings.TrimSuffix(stem, "ie") + "y"} {
			if known(l) && (l != strings.TrimSuffix(stem, "ie")+"y" || strings.HasSuffix(stem, "ie")) {
				return l
			}
		}
	}
	if w.xpos == "NN" && plural && known(w.low) && (after.pos == english.ADP || after.pos == english.DET) {
		return w.low
	}
	return ""
}

// reroot hangs a sentence on the word v as its verb.
func reroot(words []word, base, v int, lemma string) {
	w := &words[v]
	w.pos, w.lemma, w.head, w.rel = english.VERB, lemma, -1, english.Root
	w.content = carries(w) && !light[lemma]
	subject, object, prep := -1, false, false
	for i := v - 1; i >= base && subject < 0; i-- {
		if words[i].nominal() && loose(words, base, v, i) {
			subject = i
		}
	}
	for i := base; i < len(words); i++ {
		k := &words[i]
		prep = i > v && (prep || k.pos == english.ADP)
		if i == v || !loose(words, base, v, i) {
			continue
		}
		switch next := i + 1; {
		case i < v && subject >= 0 && i < subject && k.pos != english.PUNCT: // what hung on the verb with the subject belongs to that
			k.head = subject
			if k.nominal() {
				k.rel = english.Compound
			}
		case i == subject:
			k.head, k.rel = v, english.Nsubj
		case i < v || !k.nominal():
			k.head = v
		case next < len(words) && words[next].nominal() && loose(words, base, v, next): // a noun before a noun is part of its name
			k.head, k.rel = next, english.Compound
		case prep:
			k.head, k.rel, prep = v, english.Obl, false
		case object:
			k.head = v
		default:
			k.head, k.rel, object = v, english.Obj, true
		}
	}
}

// loose reports whether word i hangs on nothing on its own side of the verb v.
func loose(words []word, base, v, i int) bool {
	h := words[i].head
	return h < base || h == v || (i < v) != (h < v)
}

// nominal reports whether a word can stand for what a verb is told of.
func (w *word) nominal() bool {
	switch w.pos {
	case english.NOUN, english.PROPN, english.PRON, english.SYM, english.NUM:
		return true
	}
	return false
}
