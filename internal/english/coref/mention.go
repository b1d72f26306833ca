package coref

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed514b815a/rashomon/internal/english"
)

// A Span is text[Start:End].
type Span struct{ Start, End int }

// Holds reports whether t lies within s.
func (s Span) Holds(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// A Kind says how a mention names its entity.
type Kind uint8

// The kinds of mention.
const (
	UnknownKind Kind = iota
	Pronoun          // it, its, this
	Relative         // who, which
	Common           // the ministry
	Name             // Armenia, the Ministry of Defence
	Modifier         // "grain" in "the grain deal": never stands for another by itself
)

// A Mention is a phrase that stands for something.
type Mention struct {
	Span          // the whole phrase with its clauses, without appositions and what it is joined to
	Core     Span // the phrase that names it: with appositions, without clauses
	Kind     Kind
	Sentence int // index in the analysis
	Head     int // index of the head word in the sentence
	Entity   int // index in [Chains.Entities]
}

// Agreement is by masks of what a mention may be; 0 is never used.
type (
	class  uint8
	gender uint8
	number uint8
)

const (
	person class = 1 << iota
	group
	place
	thing
	when
	anyClass = person | group | place | thing | when
)

const (
	male gender = 1 << iota
	female
	anyGender = male | female
)

const (
	one number = 1 << iota
	many
	anyNumber = one | many
)

// A determiner says how a common noun is introduced.
type determiner uint8

const (
	bare determiner = iota
	definite
	demonstrative
	indefinite
	possessed
)

// traits are what agreement compares.
type traits struct {
	class  class
	gender gender
	number number
}

func (t traits) fits(u traits) bool {
	return t.class&u.class != 0 && t.number&u.number != 0 && (t.class&u.class&person == 0 || t.gender&u.gender != 0)
}

// mention is a Mention with what resolving it needs.
type mention struct {
	Mention
	traits
	lemma  string     // of the head, lower case
	words  []string   // names: the proper words without titles; common nouns: what stands before the head; lower case
	titles []string   // common nouns and titles before a name, lower case
	key    string     // of all content words: equal for mentions of equal text
	det    determiner // how a common noun is introduced
	person uint8      // 1, 2 or 3
	owner  int        // the mention that owns it: "Armenia's", "its"; -1 for none
	joined bool       // "A and B" as one
	parts  []int      // of a joined mention, the heads
	quote  int        // the quotation it stands in, 0 for none
	first  int        // its first and last token
	last   int
	rel    english.Rel
	digits string // a number that counts or names it: it tells things of one noun apart
}

// spelling makes American and British spellings one, where they tell names apart.
var spelling = map[string]string{"defense": "defence", "organization": "organisation", "labor": "labour", "center": "centre"}

func lower(s string) string {
	s = strings.ToLower(s)
	if b, ok := spelling[s]; ok {
		return b
	}
	if strings.Contains(s, "’") {
		s = strings.ReplaceAll(s, "’", "'")
	}
	return s
}

// find makes the mentions of sentence si, in the order of their heads.
func (r *resolver) find(si int) {
	s := &r.a.Sentences[si]
	r.at = append(r.at, make([]int32, len(s.Tokens)))
	at := r.at[si]
	r.lo, r.hi = r.lo[:0], r.hi[:0]
	for i := range at {
		at[i] = -1
		r.lo, r.hi = append(r.lo, int32(i)), append(r.hi, int32(i))
	}
	for i := range s.Tokens { // a tree has no cycles; a broken one ends at the bound
		for h, steps := s.Tokens[i].Head, 0; h >= 0 && steps < len(s.Tokens); h, steps = s.Tokens[h].Head, steps+1 {
			r.lo[h], r.hi[h] = min(r.lo[h], int32(i)), max(r.hi[h], int32(i))
		}
	}
	for i := range s.Tokens {
		m, ok := r.mention(si, i)
		if !ok {
			continue
		}
		at[i] = int32(len(r.ms))
		r.ms = append(r.ms, m)
	}
	// A coordination is a mention of its own: "they" are both.
	for i := range s.Tokens {
		if at[i] < 0 || r.ms[at[i]].Kind == Modifier {
			continue
		}
		if j, ok := r.joined(si, i); ok {
			r.ms = append(r.ms, j)
		}
	}
	for i := range s.Tokens {
		if at[i] < 0 {
			continue
		}
		m := &r.ms[at[i]]
		for c := range s.Dependents(i) {
			if s.Tokens[c].Rel == english.NmodPoss && at[c] >= 0 {
				m.owner = int(at[c])
				if r.ms[m.owner].Kind == Pronoun || m.det == bare {
					m.det = possessed
				}
			}
		}
	}
}

// mention describes the phrase headed by token i, if it is one.
func (r *resolver) mention(si, i int) (mention, bool) {
	s := &r.a.Sentences[si]
	t := &s.Tokens[i]
	m := mention{Mention: Mention{Sentence: si, Head: i}, person: 3, owner: -1, rel: t.Rel, quote: r.quotes[si][i]}
	switch t.Rel {
	case english.Flat, english.Fixed, english.Goeswith, english.CompoundPrt, english.Case, english.Mark, english.Cc, english.Discourse, english.Expl,
		english.Punct, english.Aux, english.AuxPass, english.Cop, english.Reparandum:
		return m, false
	}
	form := lower(t.Form)
	m.lemma = lower(t.Lemma)
	switch t.UPOS {
	case english.PRON:
		p, ok := pronouns[form]
		if !ok || t.XPOS == "WDT" || t.XPOS == "WP" {
			if form != "who" && form != "which" && form != "that" && form != "whom" && form != "whose" {
				return m, false
			}
			m.Kind, m.traits, m.lemma = Relative, traits{anyClass, anyGender, anyNumber}, form
			if form != "which" && form != "that" && form != "whose" {
				m.class = person | group
			}
		} else {
			m.Kind, m.traits, m.person, m.lemma = Pronoun, p.traits, p.person, p.lemma
		}
		m.first, m.last = i, i
		m.Span = Span{t.Start, t.End}
		m.Core = m.Span
		return m, true
	case english.NOUN, english.PROPN:
	case english.NUM:
		switch t.Rel {
		case english.Nummod, english.Compound, english.Amod, english.Dep, english.Advmod:
			return m, false
		}
	case english.ADJ:
		if s.Child(i, english.Det) < 0 {
			return m, false
		}
		switch t.Rel {
		case english.Nsubj, english.NsubjPass, english.Obj, english.Obl, english.Nmod, english.NmodPoss, english.OblAgent, english.Conj:
		default:
			return m, false
		}
	default:
		return m, false
	}
	m.Kind = Common
	if t.UPOS == english.PROPN {
		m.Kind = Name
	}
	r.extent(s, &m)
	r.content(s, &m)
	r.classify(s, &m)
	switch t.Rel {
	case english.Compound, english.NmodDesc, english.Amod:
		m.Kind = Modifier
		if m.class == person && m.titled() {
			return m, false // "President" in "President Chavez"
		}
		if t.Head >= 0 && capital(t.Form) && s.Tokens[t.Head].UPOS == english.PROPN {
			return m, false // part of a name
		}
	}
	return m, true
}

// titled reports whether the mention is nothing but a title.
func (m *mention) titled() bool { return nouns()["title"][m.lemma] }

// outside are relations that a phrase doesn't reach over.
func outside(rel english.Rel) bool {
	switch rel {
	case english.Conj, english.Cc, english.CcPreconj, english.Appos, english.Parataxis, english.Punct, english.Cop, english.Aux, english.AuxPass, english.Mark, english.Nsubj, english.NsubjPass,
		english.NsubjOuter, english.Csubj, english.CsubjPass, english.CsubjOuter, english.Advcl, english.Expl, english.Discourse, english.Vocative,
		english.Dislocated, english.List, english.Orphan, english.AdvclRelcl, english.Dep:
		return true
	}
	return false
}

// extent finds where the phrase of m begins and ends.
func (r *resolver) extent(s *english.Sentence, m *mention) {
	first, last := m.Head, m.Head
	coreFirst, coreLast := m.Head, m.Head
	predicate := s.Child(m.Head, english.Cop) >= 0
	opens := 0 // what stands before the preposition doesn't belong: "shortly before her death"
	if c := s.Child(m.Head, english.Case); c >= 0 && c < m.Head {
		opens = c
	}
	for c := range s.Dependents(m.Head) {
		rel := s.Tokens[c].Rel
		if c < opens {
			continue
		}
		if outside(rel) && rel != english.Appos || rel == english.Case && c < m.Head {
			continue
		}
		if predicate {
			switch rel {
			case english.Advmod, english.Obl, english.OblUnmarked, english.Ccomp, english.Xcomp:
				continue
			}
		}
		a, b := int(r.lo[c]), int(r.hi[c])
		if rel != english.Appos {
			first, last = min(first, a), max(last, b)
		}
		switch rel {
		case english.AclRelcl, english.Ccomp, english.Acl:
			continue
		}
		coreFirst, coreLast = min(coreFirst, a), max(coreLast, b)
	}
	m.first, m.last = trim(s, first, last)
	m.Span = Span{s.Tokens[m.first].Start, s.Tokens[m.last].End}
	coreFirst, coreLast = trim(s, coreFirst, coreLast)
	m.Core = Span{s.Tokens[coreFirst].Start, s.Tokens[coreLast].End}
}

// trim returns tokens first to last without punctuation at its ends, but for what
// has its partner inside, and without a conjunction before it.
func trim(s *english.Sentence, first, last int) (int, int) {
	for first < last && (s.Tokens[first].UPOS == english.CCONJ || s.Tokens[first].UPOS == english.PUNCT && !partner(s, first, last, 1)) {
		first++
	}
	for last > first && s.Tokens[last].UPOS == english.PUNCT && !partner(s, last, first, -1) {
		last--
	}
	return first, last
}

// partner reports whether the bracket or quotation mark at token i has its
// counterpart on the way to token end.
func partner(s *english.Sentence, i, end, step int) bool {
	var want string
	switch s.Tokens[i].Form {
	case "(":
		want = ")"
	case ")":
		want = "("
	case "[":
		want = "]"
	case "]":
		want = "["
	case "“":
		want = "”"
	case "”":
		want = "“"
	case "\"":
		want = "\""
	default:
		return false
	}
	for j := i + step; j != end+step; j += step {
		if s.Tokens[j].Form == want {
			return true
		}
	}
	return false
}

func capital(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(c)
}

// joined makes the mention of a coordination headed by token i.
func (r *resolver) joined(si, i int) (mention, bool) {
	s := &r.a.Sentences[si]
	m := r.ms[r.at[si][i]]
	if m.Kind == Pronoun || m.Kind == Relative {
		return m, false
	}
	last := m.Span
	c := m.class
	m.parts = []int{i}
	for k := range s.Dependents(i) {
		if s.Tokens[k].Rel != english.Conj || r.at[si][k] < 0 || r.ms[r.at[si][k]].Kind == Modifier {
			continue
		}
		part := &r.ms[r.at[si][k]]
		m.parts = append(m.parts, k)
		c &= part.class
		if part.End > last.End {
			last = part.Span
		}
	}
	if len(m.parts) < 2 {
		return m, false
	}
	m.End = max(m.End, last.End)
	m.Core = m.Span
	m.joined, m.Kind, m.words, m.titles, m.lemma, m.owner, m.det = true, Common, nil, nil, "", -1, bare
	m.key = lower(strings.Join(strings.Fields(r.a.Text[m.Start:m.End]), " "))
	m.number, m.gender = many, anyGender
	if c != 0 {
		m.class = c
	} else {
		m.class = anyClass
	}
	return m, true
}
