package coref

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/seed514b815a/rashomon/internal/english"
)

// A Feature is one thing that speaks for or against a candidate of a pronoun. Its
// name is template.pronoun.value.
type Feature uint16

// The templates, with the number of their values.
const (
	fSentences = iota // between the two
	fRoles            // of pronoun and candidate
	fKind             // of the candidate
	fClass            // of its entity
	fNumber
	fGender
	fRank      // from the nearest
	fSize      // of its entity
	fQuote     // which of the two is in a quotation
	fWords     // between the two, in one sentence
	fDepth     // in the tree
	fGovernor  // what the verbs of the two share
	fParagraph // whether it is the same
	fCommand   // a subject over the clause of the pronoun
	fFirst     // the first mention of its sentence
	fPlace     // role and distance
	fWhere     // kind and distance
	fBehind    // the candidate follows
	fTopic     // subjects of main clauses, by distance
	fStale     // its entity has been mentioned again since
	fJoined    // the verbs of the two are joined
	fNested    // it is part of a larger phrase
	fRoleClass // role and class
	fNone      // no candidate at all: the role of the pronoun
	fDummy     // no candidate at all: signs of "it rains", "it is clear that"
	templates
)

var templateNames = [templates]string{"sentences", "roles", "kind", "class", "number", "gender", "rank", "size", "quote", "words", "depth", "governor",
	"paragraph", "command", "first", "place", "where", "behind", "topic", "stale", "joined", "nested", "roleclass", "none", "dummy"}

// pronounKinds are the pronouns with weights of their own; "any" has those that all
// share.
var pronounKinds = [...]string{"any", "he", "it", "they", "this"}

const (
	kinds     = len(pronounKinds)
	maxValue  = 128
	nFeatures = int(templates) * kinds * maxValue
)

func kindOf(lemma string) int {
	switch lemma {
	case "he", "she":
		return 1
	case "it":
		return 2
	case "they":
		return 3
	}
	return 4
}

func feature(template, kind, value int) Feature {
	return Feature((template*kinds+kind)*maxValue + min(value, maxValue-1))
}

// String returns the name of the feature as it stands in the table of weights.
func (f Feature) String() string {
	value := int(f) % maxValue
	kind := int(f) / maxValue % kinds
	return fmt.Sprintf("%s.%s.%d", templateNames[int(f)/maxValue/kinds], pronounKinds[kind], value)
}

// Features is the number of features; each is less.
const Features = nFeatures

//go:embed tables/pronouns.txt
var weightsTXT string

// weights are those of tables/pronouns.txt, by feature.
var weights = sync.OnceValue(func() []float64 {
	w := make([]float64, nFeatures)
	byName := map[string]int{}
	for i, n := range templateNames {
		for k, p := range pronounKinds {
			byName[n+"."+p] = (i*kinds + k) * maxValue
		}
	}
	for line := range strings.Lines(weightsTXT) {
		name, weight, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		dot := strings.LastIndexByte(name, '.')
		at, known := byName[name[:max(0, dot)]]
		value, err := strconv.Atoi(name[dot+1:])
		x, err2 := strconv.ParseFloat(weight, 64)
		if !known || err != nil || err2 != nil || value < 0 || value >= maxValue {
			panic("coref: tables/pronouns.txt: " + line) // a fault of the build
		}
		w[at+value] = x
	}
	return w
})

// featuresOf makes the features of the candidates of one pronoun.
type featuresOf struct {
	r     *resolver
	i     int
	m     *mention
	s     *english.Sentence
	kind  int
	later map[int]int // by entity: the last candidate that stands for it
}

// The roles of a mention.
const (
	asSubject = iota
	asPassive
	asObject
	asOblique
	asOwner
	asAttribute
	asApposition
	asPredicate
	asOther
	roles
)

func (r *resolver) role(m *mention) int {
	s := &r.a.Sentences[m.Sentence]
	rel := m.rel
	for t, steps := m.Head, 0; rel == english.Conj && steps < 8; steps++ {
		if t = s.Tokens[t].Head; t < 0 {
			break
		}
		rel = s.Tokens[t].Rel
	}
	switch rel {
	case english.Nsubj, english.NsubjOuter:
		if s.Passive(max(0, s.Tokens[m.Head].Head)) {
			return asPassive
		}
		return asSubject
	case english.NsubjPass:
		return asPassive
	case english.Obj, english.Iobj:
		return asObject
	case english.Obl, english.OblAgent, english.OblUnmarked:
		return asOblique
	case english.NmodPoss:
		return asOwner
	case english.Nmod, english.NmodUnmarked, english.NmodDesc:
		return asAttribute
	case english.Appos:
		return asApposition
	case english.Root, english.Ccomp, english.Xcomp, english.Parataxis, english.Advcl:
		return asPredicate
	}
	return asOther
}

// emit adds a feature for this pronoun and for all.
func (f *featuresOf) emit(out []Feature, template, value int) []Feature {
	return append(out, feature(template, 0, value), feature(template, f.kind, value))
}

// none makes the features of a pronoun that stands for nothing before it.
func (f *featuresOf) none(out []Feature) []Feature {
	m, s := f.m, f.s
	out = f.emit(out, fNone, f.r.role(m))
	out = f.emit(out, fNone, 20+min(m.quote, 1))
	if m.Head == 0 {
		out = f.emit(out, fNone, 22)
	}
	verb := s.Tokens[m.Head].Head
	if verb >= 0 {
		if s.Child(verb, english.Csubj, english.CsubjPass, english.Ccomp) >= 0 {
			out = f.emit(out, fDummy, 0)
		}
		if s.Child(verb, english.Cop) >= 0 {
			out = f.emit(out, fDummy, 1)
		}
		if s.Tokens[verb].UPOS == english.ADJ {
			out = f.emit(out, fDummy, 2)
		}
		switch s.Tokens[verb].Lemma {
		case "seem", "appear", "take", "happen", "rain", "mean", "turn":
			out = f.emit(out, fDummy, 3)
		}
		if c := s.Child(verb, english.Advcl, english.Xcomp); c > verb {
			out = f.emit(out, fDummy, 4)
		}
	}
	return out
}

// of makes the features of candidate j, the rank-th from the pronoun.
func (f *featuresOf) of(j, rank int, out []Feature) []Feature {
	r, m := f.r, f.m
	o := &r.ms[j]
	e := r.entity(j)
	apart := min(m.Sentence-o.Sentence, 5)
	mine, role := r.role(m), r.role(o)
	kind := 0
	switch {
	case o.joined:
		kind = 0
	case o.Kind == Pronoun && o.lemma == m.lemma:
		kind = 1
	case o.Kind == Pronoun:
		kind = 2
	case o.Kind == Name:
		kind = 3
	default:
		kind = 4 + int(o.det)
	}
	out = f.emit(out, fSentences, apart)
	out = f.emit(out, fRoles, mine*roles+role)
	out = f.emit(out, fKind, kind)
	out = f.emit(out, fClass, int(e.class)+1)
	out = f.emit(out, fNumber, int(e.number))
	out = f.emit(out, fGender, int(e.gender))
	out = f.emit(out, fRank, min(rank, 8))
	size := e.size
	switch {
	case size > 8:
		size = 5
	case size > 4:
		size = 4
	}
	out = f.emit(out, fSize, size)
	quote := 0
	switch {
	case m.quote == o.quote && m.quote > 0:
		quote = 1
	case m.quote > 0 && o.quote > 0:
		quote = 2
	case m.quote > 0:
		quote = 3
	case o.quote > 0:
		quote = 4
	}
	out = f.emit(out, fQuote, quote)
	if apart == 0 {
		n := m.Head - o.Head
		switch {
		case n < 0:
			out = f.emit(out, fBehind, min(rank, 3))
		case n <= 3:
			out = f.emit(out, fWords, 0)
		case n <= 8:
			out = f.emit(out, fWords, 1)
		case n <= 15:
			out = f.emit(out, fWords, 2)
		default:
			out = f.emit(out, fWords, 3)
		}
		s := f.s
		if h := s.Tokens[o.Head].Head; h >= 0 && n > 0 && (role == asSubject || role == asPassive) && s.Dominates(h, m.Head) {
			out = f.emit(out, fCommand, 1)
		} else {
			out = f.emit(out, fCommand, 0)
		}
	}
	other := &r.a.Sentences[o.Sentence]
	depth := 0
	for t := o.Head; t >= 0 && depth < 6; t = other.Tokens[t].Head {
		depth++
	}
	out = f.emit(out, fDepth, depth)
	a, b := f.s.Tokens[m.Head].Head, other.Tokens[o.Head].Head
	if a >= 0 && b >= 0 {
		la, lb := f.s.Tokens[a].Lemma, other.Tokens[b].Lemma
		says := nouns()["speech"]
		g := 0
		switch {
		case la == lb && f.s.Tokens[a].UPOS == english.VERB:
			g = 1
		case says[la] && says[lb] && mine == role:
			g = 2
		case says[lb] && role == asSubject:
			g = 3
		case says[la] && mine == asSubject:
			g = 4
		}
		out = f.emit(out, fGovernor, g)
	}
	if f.s.Paragraph != other.Paragraph {
		out = f.emit(out, fParagraph, min(f.s.Paragraph-other.Paragraph, 3))
	}
	if r.first[o.Sentence] == j {
		out = f.emit(out, fFirst, min(apart, 2))
	}
	if b >= 0 && (other.Tokens[b].Head < 0 || other.Tokens[b].Rel == english.Parataxis) && (role == asSubject || role == asPassive) {
		out = f.emit(out, fTopic, apart)
	}
	if f.later[r.root(j)] != j {
		out = f.emit(out, fStale, 1)
	}
	if apart == 0 && a >= 0 && b >= 0 && a != b && role == mine && f.s.Tokens[a].Head == b && f.s.Tokens[a].Rel == english.Conj {
		out = f.emit(out, fJoined, 1)
	}
	if role == asOwner || role == asAttribute {
		out = f.emit(out, fNested, min(apart, 2))
	}
	out = f.emit(out, fPlace, role*4+min(apart, 3))
	out = f.emit(out, fWhere, kind*4+min(apart, 3))
	c := 0
	switch e.class {
	case person:
		c = 1
	case group:
		c = 2
	case thing:
		c = 3
	case place, place | group:
		c = 4
	case when:
		c = 5
	}
	out = f.emit(out, fRoleClass, role*6+c)
	return out
}
