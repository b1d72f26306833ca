package coref

import (
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
)

// personal pronouns by form.
var pronouns = map[string]struct {
	lemma  string
	person uint8
	traits
}{
	"i": {"i", 1, traits{person, anyGender, one}}, "me": {"i", 1, traits{person, anyGender, one}}, "my": {"i", 1, traits{person, anyGender, one}},
	"mine": {"i", 1, traits{person, anyGender, one}}, "myself": {"i", 1, traits{person, anyGender, one}},
	"we": {"we", 1, traits{person | group, anyGender, many}}, "us": {"we", 1, traits{person | group, anyGender, many}},
	"our": {"we", 1, traits{person | group, anyGender, many}}, "ours": {"we", 1, traits{person | group, anyGender, many}},
	"ourselves": {"we", 1, traits{person | group, anyGender, many}},
	"you":       {"you", 2, traits{person | group, anyGender, anyNumber}}, "your": {"you", 2, traits{person | group, anyGender, anyNumber}},
	"yours": {"you", 2, traits{person | group, anyGender, anyNumber}}, "yourself": {"you", 2, traits{person | group, anyGender, one}},
	"yourselves": {"you", 2, traits{person | group, anyGender, many}},
	"he":         {"he", 3, traits{person, male, one}}, "him": {"he", 3, traits{person, male, one}}, "his": {"he", 3, traits{person, male, one}},
	"himself": {"he", 3, traits{person, male, one}},
	"she":     {"she", 3, traits{person, female, one}}, "her": {"she", 3, traits{person, female, one}}, "hers": {"she", 3, traits{person, female, one}},
	"herself": {"she", 3, traits{person, female, one}},
	"it":      {"it", 3, traits{group | place | thing | when, anyGender, one}}, "its": {"it", 3, traits{group | place | thing | when, anyGender, one}},
	"itself": {"it", 3, traits{group | place | thing | when, anyGender, one}},
	"they":   {"they", 3, traits{anyClass, anyGender, many}}, "them": {"they", 3, traits{anyClass, anyGender, many}},
	"their": {"they", 3, traits{anyClass, anyGender, many}}, "theirs": {"they", 3, traits{anyClass, anyGender, many}},
	"themselves": {"they", 3, traits{anyClass, anyGender, many}},
	"this":       {"this", 3, traits{group | place | thing | when, anyGender, one}}, "that": {"this", 3, traits{group | place | thing | when, anyGender, one}},
	"these": {"these", 3, traits{anyClass, anyGender, many}}, "those": {"these", 3, traits{anyClass, anyGender, many}},
}

// content collects the words by which m is known.
func (r *resolver) content(s *english.Sentence, m *mention) {
	head := &s.Tokens[m.Head]
	var key strings.Builder
	for c := range s.Dependents(m.Head) {
		if s.Tokens[c].Rel == english.Det && c < m.Head {
			switch lower(s.Tokens[c].Form) {
			case "the":
				m.det = definite
			case "this", "that", "these", "those", "such":
				m.det = demonstrative
			case "a", "an", "another", "some", "any", "no", "every", "each":
				m.det = indefinite
			}
		}
	}
	for i := m.first; i <= m.last; i++ {
		t := &s.Tokens[i]
		w := lower(t.Form)
		switch t.UPOS {
		case english.DET, english.PUNCT:
			continue
		case english.PART:
			if strings.HasPrefix(w, "'") {
				continue
			}
		}
		if t.UPOS == english.NUM && i != m.Head && t.Head == m.Head {
			m.digits = w
		}
		key.WriteString(w)
		key.WriteByte(' ')
	}
	m.key = key.String()
	title := nouns()["title"]
	if m.Kind == Name {
		r.nameWords(s, m.Head, m, 0)
		if len(m.words) == 0 { // nothing but titles: "the President"
			m.Kind = Common
		}
	}
	if m.Kind != Name {
		for c := range s.Dependents(m.Head) {
			t := &s.Tokens[c]
			switch t.Rel {
			case english.Amod, english.Compound, english.Nmod, english.NmodDesc, english.Nummod, english.NmodUnmarked:
				if t.Rel == english.Nmod && c < m.Head {
					break
				}
				m.words = append(m.words, lower(t.Lemma))
				for d := range s.Dependents(c) {
					switch s.Tokens[d].Rel {
					case english.Amod, english.Compound, english.Flat, english.Nmod:
						m.words = append(m.words, lower(s.Tokens[d].Lemma))
					}
				}
			}
		}
	}
	if title[lower(head.Form)] && m.Kind == Name {
		m.titles = append(m.titles, lower(head.Form))
	}
}

// nameWords collects the proper words of a name in order, titles and what stands
// with them apart.
func (r *resolver) nameWords(s *english.Sentence, i int, m *mention, depth int) {
	if depth > 4 {
		return
	}
	own := false
	for c := range s.Dependents(i) {
		if c > i && !own {
			own = true
			r.nameWord(s, i, m)
		}
		t := &s.Tokens[c]
		switch t.Rel {
		case english.Flat, english.Compound, english.NmodDesc:
			r.nameWords(s, c, m, depth+1)
		case english.Amod:
			if t.UPOS == english.PROPN || capital(t.Form) {
				r.nameWords(s, c, m, depth+1)
			}
		case english.Nmod: // Ministry of Defence
			if c > i && depth == 0 && capital(t.Form) {
				if k := s.Child(c, english.Case); k >= 0 && (lower(s.Tokens[k].Form) == "of" || lower(s.Tokens[k].Form) == "for") {
					r.nameWords(s, c, m, depth+1)
				}
			}
		}
	}
	if !own {
		r.nameWord(s, i, m)
	}
}

func (r *resolver) nameWord(s *english.Sentence, i int, m *mention) {
	w := lower(strings.TrimSuffix(s.Tokens[i].Form, "."))
	switch {
	case nouns()["title"][w] || Person(w) && s.Tokens[i].UPOS == english.NOUN:
		m.titles = append(m.titles, w)
	case s.Tokens[i].UPOS == english.PUNCT:
	default:
		m.words = append(m.words, w)
	}
}
