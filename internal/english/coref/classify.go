package coref

import (
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
)

// classify finds what a name or noun may stand for.
func (r *resolver) classify(s *english.Sentence, m *mention) {
	head := &s.Tokens[m.Head]
	m.traits = traits{anyClass, anyGender, one}
	if head.XPOS == "NNS" || head.XPOS == "NNPS" || head.UPOS == english.ADJ {
		m.number = many
	}
	n := nouns()
	if m.Kind == Common {
		m.class = r.commonClass(m.lemma)
		if head.UPOS == english.NUM {
			m.class = thing | when
			if m.lemma != "one" {
				m.number = anyNumber
			}
		}
		if head.UPOS == english.ADJ {
			m.class = person
		}
		switch {
		case n["male"][m.lemma]:
			m.gender = male
		case n["female"][m.lemma]:
			m.gender = female
		}
		if m.class == group || m.lemma == "people" || m.lemma == "person" && m.number == one || m.lemma == "police" {
			if m.number == one {
				m.number = anyNumber // "the team ... they"
			}
			if m.lemma == "people" || m.lemma == "police" || m.lemma == "personnel" {
				m.number = many
				if m.lemma != "people" {
					m.number = anyNumber
				}
			}
		}
		return
	}
	m.class = person | group | place | thing
	last := m.words[len(m.words)-1]
	for _, w := range m.titles {
		m.class = person
		switch {
		case n["maletitle"][w] || n["male"][w]:
			m.gender &= male
		case n["femaletitle"][w] || n["female"][w]:
			m.gender &= female
		}
	}
	if m.gender == 0 {
		m.gender = anyGender
	}
	switch {
	case n["time"][last] && len(m.words) == 1:
		m.class = when
	case m.class == person:
	case states()[strings.Join(m.words, " ")]:
		m.class, m.number = place|group, anyNumber
		return
	case n["group"][last] || n["abbreviated"][last] || n["group"][m.lemma]:
		m.class, m.number = group, anyNumber
	case n["place"][last] || n["place"][m.lemma] && len(m.words) > 1:
		m.class, m.number = place|group, anyNumber
	case given()[m.words[0]] != 0 && (len(m.words) > 1 || s.Child(m.Head, english.Det) < 0):
		if len(m.words) > 1 {
			m.class = person
		}
	case len(m.words) > 1 && s.Child(m.Head, english.Flat) >= 0:
		m.class = person
	case len(m.words) == 1 && acronym(head.Form):
		m.class, m.number = group|thing|place, anyNumber
	}
	if m.class&group != 0 && m.number == one {
		m.number = anyNumber
	}
	if m.class&person != 0 && m.gender == anyGender {
		// Of "Massachusetts Senator Elizabeth Warren" the second word tells.
		for _, w := range m.words[:max(1, len(m.words)-1)] {
			if g := given()[w]; g != 0 && m.class == person {
				m.gender = g
				break
			}
		}
	}
}

func (r *resolver) commonClass(lemma string) class {
	n := nouns()
	lemma = lemma[strings.LastIndexByte(lemma, '-')+1:]
	var c class
	if n["group"][lemma] {
		c |= group
	}
	if n["place"][lemma] {
		c |= place
	}
	if n["polity"][lemma] {
		c |= group
	}
	if n["time"][lemma] {
		return when
	}
	if c != 0 {
		return c
	}
	if Person(lemma) || n["male"][lemma] || n["female"][lemma] || n["title"][lemma] || lemma == "people" {
		return person
	}
	return thing
}

// acronym reports whether a word is all capitals: "CSTO", "U.N.".
func acronym(w string) bool {
	letters := 0
	for _, c := range w {
		if c == '.' {
			continue
		}
		if c < 'A' || c > 'Z' {
			return false
		}
		letters++
	}
	return letters >= 2 && letters <= 6
}

// initials returns the acronyms that the words of a name may have.
func initials(words []string) (short, long string) {
	var a, b strings.Builder
	for _, w := range words {
		switch w {
		case "of", "the", "and", "for", "in", "on", "to":
			b.WriteByte(w[0])
			continue
		}
		a.WriteByte(w[0])
		b.WriteByte(w[0])
	}
	return a.String(), b.String()
}
