package coref

import (
	"cmp"
	"slices"
	"sort"
)

// Chains are the mentions of a text and the entities that they stand for. They
// are plain data, which goroutines may share.
type Chains struct {
	Mentions []Mention // by place in the text, the wider first
	// Entities are lists of mentions, in the order of their first mention. One that
	// is mentioned once is a list of one.
	Entities [][]int
	names    []bool // by mention: it holds a name
}

// chains turns what was found into what the caller gets.
func (r *resolver) chains() *Chains {
	order := make([]int, len(r.ms))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		a, b := &r.ms[i], &r.ms[j]
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(i, j))
	})
	c := &Chains{}
	entities := map[int]int{}
	for _, i := range order {
		if r.ms[i].joined && r.entity(i).size == 1 {
			continue // nothing stands for both
		}
		root := r.root(i)
		e, ok := entities[root]
		if !ok {
			e = len(c.Entities)
			entities[root] = e
			c.Entities = append(c.Entities, nil)
		}
		m := r.ms[i].Mention
		m.Entity = e
		c.Entities[e] = append(c.Entities[e], len(c.Mentions))
		c.Mentions = append(c.Mentions, m)
		c.names = append(c.names, m.Kind == Name || r.ms[i].joined && r.named(i))
	}
	return c
}

// named reports whether a part of a joined mention is a name.
func (r *resolver) named(i int) bool {
	for _, p := range r.ms[i].parts {
		if r.ms[r.at[r.ms[i].Sentence][p]].Kind == Name {
			return true
		}
	}
	return false
}

// Find returns the index of the mention with that span or core, or whose core the
// span covers best, and -1 for none. The span of a pronoun finds the pronoun.
func (c *Chains) Find(s Span) int {
	// Mentions that begin at s, the wider first.
	i := sort.Search(len(c.Mentions), func(i int) bool { return c.Mentions[i].Start >= s.Start })
	best, most := -1, 0
	// A span without the article of its mention: "ministry" of "the ministry".
	for j := i - 1; j >= max(0, i-8); j-- {
		if m := &c.Mentions[j]; m.Kind != Modifier && (m.End == s.End || m.Core.End == s.End) && s.Start-m.Start <= len("those ") && (best < 0 || m.Start > c.Mentions[best].Start) {
			best, most = j, 2
		}
	}
	for j := i; j < len(c.Mentions) && c.Mentions[j].Start < s.End; j++ {
		m := &c.Mentions[j]
		if m.Kind == Modifier {
			continue
		}
		n := 0
		switch {
		case m.Span == s || m.Core == s:
			n = 1 << 30
		case s.Holds(m.Core) && (m.Start == s.Start || best < 0):
			n = m.Core.End - m.Core.Start
		case m.Start == s.Start && m.End >= s.End: // a phrase that goes on behind the span
			n = 1
		}
		if n > most {
			best, most = j, n
		}
	}
	return best
}

// Antecedent returns the phrase that says most fully who the one mentioned at s
// is, and that stands before it, or, where none does, behind it. It is false where
// s is no mention, or itself is the fullest.
func (c *Chains) Antecedent(s Span) (Span, bool) {
	i := c.Find(s)
	if i < 0 {
		return Span{}, false
	}
	m := &c.Mentions[i]
	best := i
	for _, j := range c.Entities[m.Entity] {
		o := &c.Mentions[j]
		if j == i || o.Core.Holds(m.Core) && o.Kind != Name {
			continue
		}
		if o.Start >= m.Start && best != i {
			break
		}
		if c.fuller(j, best) {
			best = j
		}
	}
	if best == i {
		return Span{}, false
	}
	return c.Mentions[best].Core, true
}

// fuller reports whether mention j says more of who it is than mention i.
func (c *Chains) fuller(j, i int) bool {
	rank := func(k int) int {
		switch m := &c.Mentions[k]; {
		case c.names[k]:
			return 2
		case m.Kind == Common:
			return 1
		}
		return 0
	}
	if a, b := rank(j), rank(i); a != b {
		return a > b
	}
	if rank(j) == 0 {
		return false
	}
	a, b := c.Mentions[j].Core, c.Mentions[i].Core
	return a.End-a.Start > b.End-b.Start
}
