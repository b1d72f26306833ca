package english

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/seed514b815a/rashomon/internal/english/net"
)

//go:embed weights/english.bin
var weightsFile string

// A reader holds what is built once from the embedded files.
type reader struct {
	parser *net.Parser
	lemmas *lemmatizer
	upos   []UPOS   // by tag of the parser
	xpos   []string // likewise
	rels   []Rel
}

var loaded = sync.OnceValue(func() *reader {
	w, err := net.Decode(weightsFile)
	if err != nil {
		panic("english: embedded " + err.Error()) // a fault of the build, not of a caller
	}
	r := &reader{lemmas: newLemmatizer()}
	if r.parser, err = net.NewParser(w); err != nil {
		panic("english: embedded " + err.Error())
	}
	for _, t := range w.Tags {
		upos, xpos, _ := strings.Cut(t, " ")
		r.upos, r.xpos = append(r.upos, ParseUPOS(upos)), append(r.xpos, xpos)
	}
	for _, rel := range w.Rels {
		r.rels = append(r.rels, ParseRel(rel))
	}
	return r
})

// parse fills tags, lemmas and tree of the tokens of one sentence.
func (r *reader) parse(tokens []Token, forms []string, words []net.Word) {
	r.read(tokens, forms, words)
	if lo, at, hi, ok := day(tokens); ok {
		r.withoutDay(tokens, lo, at, hi)
	}
}

// read does so as the parser has it.
func (r *reader) read(tokens []Token, forms []string, words []net.Word) {
	for i, t := range tokens {
		forms[i] = t.Form
	}
	r.parser.Parse(forms[:len(tokens)], words[:len(tokens)])
	for i := range tokens {
		t, w := &tokens[i], words[i]
		t.UPOS, t.XPOS, t.Rel, t.Head = r.upos[w.Tag], r.xpos[w.Tag], r.rels[w.Rel], w.Head
		if t.Head < 0 {
			t.Rel = Root
		} else if t.Rel == Root {
			t.Rel = Dep
		}
		t.Lemma = r.lemmas.lemma(t.Form, t.UPOS, t.XPOS, i == 0)
		t.Feats = feats(t)
	}
}

// feats derives the features from tag and lemma, which decide them in English.
func feats(t *Token) Feats {
	var f Feats
	switch t.XPOS {
	case "VBD":
		f.Tense, f.VerbForm = Past, Finite
	case "VBP", "VBZ":
		f.Tense, f.VerbForm = Present, Finite
	case "MD":
		f.VerbForm = Finite
	case "VB":
		f.VerbForm = Infinitive
	case "VBN":
		f.Tense, f.VerbForm = Past, Participle
	case "VBG":
		f.Tense, f.VerbForm = Present, Participle
	case "NN", "NNP":
		f.Number = Singular
	case "NNS", "NNPS":
		f.Number = Plural
	case "PRP", "PRP$", "DT":
		switch t.Lemma {
		case "we", "they", "our", "their", "ourselves", "themselves":
			f.Number = Plural
		case "I", "he", "she", "it", "my", "his", "her", "its", "myself", "himself", "herself", "itself":
			f.Number = Singular
		case "this", "that":
			f.Number = Singular
			if strings.HasSuffix(t.Form, "ese") || strings.HasSuffix(t.Form, "ose") {
				f.Number = Plural
			}
		}
	}
	switch t.Lemma {
	case "not", "no", "never", "neither", "nor", "nobody", "none", "nothing", "nowhere", "without":
		f.Negative = true
	}
	return f
}

// Known reports whether a word, in lower case, is among the commonest of English
// texts: those that have a vector. Foreign words that such texts cite are among them.
func Known(word string) bool { return loaded().parser.Knows(word) }
