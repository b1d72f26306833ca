package inference

import (
	"context"
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/gazetteer"
)

// maxWords bounds what is read of each text: claims and sentences are short, and
// alignment looks at every pair of words.
const maxWords = 300

// word is a token of a text, with what the sentence makes of it.
type word struct {
	start, end int
	low        string // in lower case
	lemma      string // in lower case
	pos        english.UPOS
	xpos       string
	rel        english.Rel
	head       int // index of a word, or -1
	sentence   int
	content    bool // it carries meaning of its own
	name       bool
	number     bool
	value      narrative.Count // of a number
	states     []*gazetteer.State
	polarity   polarity // what the sentence says of a predicate: so, not so, open
	by         int      // the word that makes it so, or -1
	aim        bool     // it is what something is done for, which may be missed
}

// reading is a text as the rules see it: its words, and who does what to whom.
type reading struct {
	text    string
	words   []word
	kids    [][]int
	content []int // indices of content words
	edges   []edge
	from    [][]int // edges by head
	to      [][]int // edges by dependent
	moments []occasion
	amounts []amount
}

// read analyses a text.
func read(ctx context.Context, text string) (*reading, error) {
	a, err := english.Shared(ctx, text)
	if err != nil {
		return nil, err
	}
	r := &reading{text: text}
	for i := range a.Sentences {
		s := &a.Sentences[i]
		base := len(r.words)
		if base+len(s.Tokens) > maxWords {
			break
		}
		for _, t := range s.Tokens {
			head := -1
			if t.Head >= 0 {
				head = base + t.Head
			}
			w := word{start: t.Start, end: t.End, low: strings.ToLower(t.Form), lemma: strings.ToLower(t.Lemma),
				pos: t.UPOS, xpos: t.XPOS, rel: t.Rel, head: head, sentence: i, by: -1}
			w.name = t.UPOS == english.PROPN
			if w.lemma == "people" && t.XPOS == "NNS" {
				w.lemma = "person"
			}
			if t.UPOS == english.NUM {
				c, err := narrative.ParseCount(t.Form)
				w.value, w.number = c, err == nil
			}
			if w.name || t.UPOS == english.ADJ {
				w.states = statesOf(t.Form)
			}
			w.content = carries(&w)
			r.words = append(r.words, w)
		}
		findVerb(r.words, base)
		findSubject(r.words, base)
	}
	r.kids = make([][]int, len(r.words))
	for i, w := range r.words {
		if w.head >= 0 {
			r.kids[w.head] = append(r.kids[w.head], i)
		}
		if w.content {
			r.content = append(r.content, i)
		}
	}
	r.paraphrase()
	r.polarities()
	r.relate()
	r.quantify()
	return r, nil
}

// paraphrase gives verbs with a particle, a preposition or an object the verb that
// they amount to.
func (r *reading) paraphrase() {
	x := lexica()
	for i := range r.words {
		w := &r.words[i]
		if w.pos != english.VERB && w.pos != english.NOUN {
			continue
		}
		try := func(second string) bool {
			p, ok := x.phrases[[2]string{w.lemma, second}]
			if ok {
				w.lemma, w.content = p, true
			}
			return ok
		}
		for _, c := range r.kids[i] {
			k := &r.words[c]
			switch k.rel {
			case english.CompoundPrt, english.Obj, english.Advmod, english.Xcomp:
				if try(k.lemma) {
					goto next
				}
			case english.Obl, english.Nmod:
				if p := r.child(c, english.Case); p >= 0 && try(r.words[p].low) {
					goto next
				}
			}
		}
	next:
	}
}

// light words say little by themselves, whatever their part of speech.
var light = map[string]bool{"be": true, "have": true, "do": true, "get": true, "also": true, "very": true, "so": true,
	"just": true, "even": true, "only": true, "still": true, "already": true, "then": true, "there": true, "here": true,
	"now": true, "too": true, "however": true, "more": true, "most": true, "other": true, "such": true, "same": true,
	"when": true, "where": true, "how": true, "why": true, "not": true, "n't": true, "never": true, "as": true,
	"many": true, "mr.": true, "mr": true, "mrs.": true, "mrs": true, "ms.": true, "ms": true, "dr.": true, "dr": true, "ever": true, "yet": true, "about": true, "%": true}

func carries(w *word) bool {
	switch w.pos {
	case english.VERB:
		return w.lemma != "be"
	case english.NOUN, english.PROPN, english.ADJ, english.ADV, english.NUM:
		return !light[w.lemma] && !light[w.low]
	case english.SYM:
		return false
	}
	return false
}

// child returns the first dependent with one of the relations, -1 for none.
func (r *reading) child(i int, rels ...english.Rel) int {
	for _, c := range r.kids[i] {
		for _, rel := range rels {
			if r.words[c].rel == rel {
				return c
			}
		}
	}
	return -1
}

// has reports whether a dependent of i has one of the lemmas.
func (r *reading) has(i int, lemmas ...string) bool {
	for _, c := range r.kids[i] {
		for _, l := range lemmas {
			if r.words[c].low == l {
				return true
			}
		}
	}
	return false
}

// phrase returns the text of a word with what belongs to it, for messages.
func (r *reading) phrase(i int) string {
	lo, hi := i, i
	for _, c := range r.kids[i] {
		switch r.words[c].rel {
		case english.Compound, english.Flat, english.Nummod, english.Amod, english.AuxPass, english.CompoundPrt:
			lo, hi = min(lo, c), max(hi, c)
		case english.Advmod, english.Aux, english.Det:
			if negators[r.words[c].low] || r.words[c].rel == english.Aux {
				lo, hi = min(lo, c), max(hi, c)
			}
		}
	}
	s := r.text[r.words[lo].start:r.words[hi].end]
	if len(s) > 80 {
		s = r.text[r.words[i].start:r.words[i].end]
	}
	return strings.Join(strings.Fields(s), " ")
}

// statesOf returns those that a word names or is an adjective of.
func statesOf(form string) []*gazetteer.State {
	if form[0] >= 'a' && form[0] <= 'z' {
		return nil
	}
	var out []*gazetteer.State
	for _, n := range gazetteer.Names(form) {
		if n.Sense != gazetteer.Capital && n.Sense != gazetteer.House {
			out = append(out, n.State)
		}
	}
	return out
}
