package coref

import (
	"github.com/seed514b815a/rashomon/internal/english"
)

// constructions links what a sentence itself says to be the same: appositions,
// relative pronouns, predicates and reflexives.
func (r *resolver) constructions() {
	for i := range r.ms {
		m := &r.ms[i]
		if m.joined {
			continue
		}
		s := &r.a.Sentences[m.Sentence]
		head := s.Tokens[m.Head].Head
		switch {
		case m.Kind == Relative:
			// The nearest relative clause above says of what.
			for t, steps := m.Head, 0; t >= 0 && steps < 8; t, steps = s.Tokens[t].Head, steps+1 {
				if rel := s.Tokens[t].Rel; rel == english.AclRelcl || rel == english.Acl {
					if h := s.Tokens[t].Head; h >= 0 && r.at[m.Sentence][h] >= 0 {
						r.link(int(r.at[m.Sentence][h]), i)
					}
					break
				}
			}
		case m.Kind == Pronoun:
		case m.rel == english.Appos && head >= 0 && r.at[m.Sentence][head] >= 0:
			j := int(r.at[m.Sentence][head])
			list := s.Child(m.Head, english.Conj) >= 0 // "Sudan, the rebels and the truce"
			if !list && r.ms[j].Kind != Pronoun && r.ms[j].Kind != Modifier && m.class&^when != 0 && r.entity(i).fits(r.entity(j).traits) {
				r.link(j, i)
			}
		case m.det != indefinite || m.Kind == Name:
			r.predicate(i)
		}
	}
}

// predicate links "X is the Y".
func (r *resolver) predicate(i int) {
	m := &r.ms[i]
	s := &r.a.Sentences[m.Sentence]
	cop := s.Child(m.Head, english.Cop)
	subject := s.Child(m.Head, english.Nsubj, english.NsubjOuter)
	if cop < 0 || subject < 0 || r.at[m.Sentence][subject] < 0 || s.Negated(m.Head) || s.Child(m.Head, english.Case) >= 0 {
		return
	}
	switch m.det {
	case definite, possessed, demonstrative:
	default:
		if m.Kind != Name {
			return
		}
	}
	for c := range s.Dependents(m.Head) {
		if s.Tokens[c].Rel == english.Aux && s.Tokens[c].XPOS == "MD" {
			return
		}
	}
	j := int(r.at[m.Sentence][subject])
	if r.ms[j].Kind != Relative && r.entity(i).fits(r.entity(j).traits) {
		r.link(j, i)
	}
}
