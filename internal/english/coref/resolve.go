package coref

import (
	"github.com/seed514b815a/rashomon/internal/english"
)

// A Quote is what somebody is known to say: "I" and "we" between the quotation
// marks of Content stand for Speaker.
type Quote struct{ Content, Speaker Span }

// Resolve finds the mentions of a text and which of them stand for the same. Time
// and memory grow linearly with the text. Quotes may be nil: where they are, the
// speaker of a quotation is taken from the sentence beside it.
func Resolve(a *english.Analysis, quotes []Quote) *Chains {
	r := newResolver(a)
	r.constructions()
	r.names()
	r.descriptions()
	r.speakers(quotes)
	r.pronouns()
	r.owned()
	return r.chains()
}

// A resolver resolves one text, pass by pass, the surest first.
type resolver struct {
	a      *english.Analysis
	quotes [][]int   // by sentence and token: the quotation it stands in, 0 for none
	at     [][]int32 // by sentence and token: the mention that it heads, -1 for none
	ms     []mention
	first  []int // by sentence: its first mention
	parent []int32
	ents   []entity // by the mention that represents it

	lo, hi []int32     // of the sentence at hand, by token: its subtree
	voices map[int]int // quotation → a mention of who speaks
}

// An entity is what several mentions stand for. It is known by its first mention.
type entity struct {
	traits
	size  int
	owner int // a name that owns it: "Armenia's", -1 for none
}

func newResolver(a *english.Analysis) *resolver {
	r := &resolver{a: a, voices: map[int]int{}}
	r.quotations()
	for i := range a.Sentences {
		r.first = append(r.first, len(r.ms))
		r.find(i)
	}
	r.first = append(r.first, len(r.ms))
	r.parent, r.ents = make([]int32, len(r.ms)), make([]entity, len(r.ms))
	for i := range r.ms {
		r.parent[i] = int32(i)
		r.ents[i] = entity{traits: r.ms[i].traits, size: 1, owner: -1}
		if o := r.ms[i].owner; o >= 0 && r.ms[o].Kind == Name {
			r.ents[i].owner = o
		}
	}
	return r
}

// root returns the mention that stands for the entity of mention i.
func (r *resolver) root(i int) int {
	for int(r.parent[i]) != i {
		r.parent[i] = r.parent[r.parent[i]]
		i = int(r.parent[i])
	}
	return i
}

func (r *resolver) entity(i int) *entity { return &r.ents[r.root(i)] }

func (r *resolver) same(i, j int) bool { return r.root(i) == r.root(j) }

// fits reports whether the entities of two mentions agree, and neither mention
// holds the other.
func (r *resolver) fits(i, j int) bool {
	if !r.entity(i).fits(r.entity(j).traits) {
		return false
	}
	return !r.within(i, j) && !r.apart(i, j)
}

// apart reports whether two phrases of one noun have different owners: "Armenia's
// defence ministry" and "Azerbaijan's".
func (r *resolver) apart(i, j int) bool {
	a, b := &r.ms[i], &r.ms[j]
	if a.lemma != b.lemma {
		return false
	}
	a, b = r.ownerOf(i), r.ownerOf(j)
	if a == nil || b == nil {
		return false
	}
	for _, w := range a.words {
		for _, x := range b.words {
			if alike(w, x) {
				return false
			}
		}
	}
	return true
}

// ownerOf returns the name that owns the entity of mention i, nil where none is
// known to.
func (r *resolver) ownerOf(i int) *mention {
	o := r.ms[i].owner
	if o < 0 {
		o = r.entity(i).owner
	}
	if o < 0 || r.ms[o].Kind != Name {
		return nil
	}
	return &r.ms[o]
}

// within reports whether one mention is part of the other ("its" in "its own
// army", "the ministry" in "the ministry's spokesman"), so that both can't be the
// same: the i-within-i filter. What stands in a clause of the other may be.
func (r *resolver) within(i, j int) bool {
	a, b := &r.ms[i], &r.ms[j]
	if a.Sentence != b.Sentence {
		return false
	}
	return a.Span.Holds(b.Span) || b.Span.Holds(a.Span)
}

// link makes the entities of two mentions one.
func (r *resolver) link(i, j int) {
	i, j = r.root(i), r.root(j)
	if i == j {
		return
	}
	if j < i {
		i, j = j, i
	}
	r.parent[j] = int32(i)
	a, b := &r.ents[i], &r.ents[j]
	a.class = narrow(a.class, b.class)
	a.gender = narrow(a.gender, b.gender)
	a.number = narrow(a.number, b.number)
	a.size += b.size
	if a.owner < 0 {
		a.owner = b.owner
	}
}

// narrow returns what both masks allow, or the first where that is nothing.
func narrow[T ~uint8](a, b T) T {
	if a&b != 0 {
		return a & b
	}
	return a
}

// quotations numbers the quotations of the text. A mark that has no partner ends
// with its paragraph.
func (r *resolver) quotations() {
	open, n, paragraph := 0, 0, -1
	r.quotes = make([][]int, len(r.a.Sentences))
	for i := range r.a.Sentences {
		s := &r.a.Sentences[i]
		if s.Paragraph != paragraph {
			open, paragraph = 0, s.Paragraph
		}
		r.quotes[i] = make([]int, len(s.Tokens))
		for j := range s.Tokens {
			switch s.Tokens[j].Form {
			case "“", "„", "«", "``":
				n++
				open = n
			case "”", "»", "''":
				open = 0
			case "\"":
				if open > 0 {
					open = 0
				} else {
					n++
					open = n
				}
			}
			r.quotes[i][j] = open
		}
	}
}

// Baseline is what Resolve is measured against: equal names and phrases are the
// same, and a pronoun stands for the last mention that agrees with it.
func Baseline(a *english.Analysis) *Chains {
	r := newResolver(a)
	last := map[string]int{}
	for i := range r.ms {
		m := &r.ms[i]
		switch m.Kind {
		case Pronoun:
			if m.person < 3 {
				if j, ok := last[m.lemma]; ok {
					r.link(j, i)
				}
				last[m.lemma] = i
			} else if j := r.recent(i); j >= 0 {
				r.link(j, i)
			}
		case Relative:
		default:
			if j, ok := last[m.key]; ok && m.det != indefinite && r.fits(i, j) {
				r.link(j, i)
			}
			last[m.key] = i
		}
	}
	return r.chains()
}
