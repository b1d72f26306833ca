package english

import "iter"

// Children returns the indices of the dependents of token i, in order.
func (s *Sentence) Children(i int) []int {
	var out []int
	for c := range s.children(i) {
		out = append(out, c)
	}
	return out
}

// Dependents walks the dependents of token i in order, without allocating.
func (s *Sentence) Dependents(i int) iter.Seq[int] { return s.children(i) }

// children walks the dependents of i without allocating. Sentences put together
// by hand have no index and are searched.
func (s *Sentence) children(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		if s.first == nil {
			for j, t := range s.Tokens {
				if t.Head == i && !yield(j) {
					return
				}
			}
			return
		}
		for _, c := range s.kids[s.first[i]:s.first[i+1]] {
			if !yield(int(c)) {
				return
			}
		}
	}
}

// Child returns the first dependent of token i with one of the relations, -1 for
// none.
func (s *Sentence) Child(i int, rels ...Rel) int {
	for c := range s.children(i) {
		for _, r := range rels {
			if s.Tokens[c].Rel == r {
				return c
			}
		}
	}
	return -1
}

// Subtree returns the first and last token beneath token i, itself included.
// Trees that cross have tokens of others in between; see [Sentence.Dominates].
func (s *Sentence) Subtree(i int) (first, last int) {
	first, last = i, i
	todo := []int{i}
	for steps := 0; len(todo) > 0 && steps <= len(s.Tokens); steps++ {
		top := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		first, last = min(first, top), max(last, top)
		for c := range s.children(top) {
			todo = append(todo, c)
		}
	}
	return first, last
}

// Phrase returns the forms of the subtree of token i, joined by single spaces
// where the text has any space between them.
func (s *Sentence) Phrase(i int) string {
	first, last := s.Subtree(i)
	var b []byte
	for j := first; j <= last; j++ {
		if j > first && s.Tokens[j-1].End < s.Tokens[j].Start {
			b = append(b, ' ')
		}
		b = append(b, s.Tokens[j].Form...)
	}
	return string(b)
}

// Dominates reports whether token i stands above token j or is j.
func (s *Sentence) Dominates(i, j int) bool {
	for steps := 0; j >= 0 && steps <= len(s.Tokens); steps++ {
		if i == j {
			return true
		}
		j = s.Tokens[j].Head
	}
	return false
}

// Passive reports whether the verb i is passive: "was shelled", "got hit" or a
// participle with its agent, "shelled by".
func (s *Sentence) Passive(i int) bool {
	return s.Child(i, AuxPass, NsubjPass, CsubjPass, OblAgent) >= 0
}

// Negated reports whether the predicate i carries a negation of its own: "did not
// shell", "never shelled", "no shelling". It says nothing of a negation above it.
func (s *Sentence) Negated(i int) bool {
	for c := range s.children(i) {
		switch t := &s.Tokens[c]; t.Rel {
		case Advmod, Det, Discourse, CcPreconj:
			if t.Feats.Negative {
				return true
			}
		}
	}
	return false
}
