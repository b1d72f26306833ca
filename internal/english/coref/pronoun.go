package coref

import (
	"math"
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
)

// How far back a pronoun looks, in sentences and in mentions.
const (
	sentencesBack = 6
	mentionsBack  = 70
)

// pronouns links each pronoun of the third person with the candidate before it
// that the weights prefer, if they prefer any to none.
func (r *resolver) pronouns() {
	w := weights()
	r.choices(func(c *Choice) int {
		best, most := 0, math.Inf(-1)
		for i := range c.Candidates {
			if i == 0 && c.Must && len(c.Candidates) > 1 {
				continue
			}
			score := 0.0
			for _, f := range c.Candidates[i].Features {
				score += w[f]
			}
			if score > most {
				best, most = i, score
			}
		}
		return best
	})
}

// A Choice is a pronoun and what it may stand for, the nearest last; the first
// candidate is nothing at all.
type Choice struct {
	Pronoun    Mention
	Candidates []Candidate
	Must       bool // it stands for something: "he", "its", "it said"
}

// A Candidate is a mention with its [Feature]s.
type Candidate struct {
	Mention  Mention
	Features []Feature
}

// Choices resolves a text as [Resolve] does, but lets choose say which candidate
// each pronoun stands for: it is how the weights are trained.
func Choices(a *english.Analysis, choose func(*Choice) int) {
	r := newResolver(a)
	r.constructions()
	r.names()
	r.descriptions()
	r.speakers(nil)
	r.choices(choose)
}

func (r *resolver) choices(choose func(*Choice) int) {
	var c Choice
	var at []int
	later := map[int]int{}
	for i := range r.ms {
		m := &r.ms[i]
		if m.Kind != Pronoun || m.person != 3 || r.entity(i).size > 1 && r.root(i) != i {
			continue
		}
		if j := r.reflexive(i); j >= 0 {
			r.link(j, i)
			continue
		}
		at = r.candidates(i, at[:0])
		c.Pronoun = m.Mention
		c.Must = m.lemma == "he" || m.lemma == "she" || m.rel == english.NmodPoss || r.says(m) && kindOf(m.lemma) != 4
		c.Candidates = c.Candidates[:0]
		f := featuresOf{r: r, i: i, m: m, s: &r.a.Sentences[m.Sentence], kind: kindOf(m.lemma), later: later}
		clear(later)
		for _, j := range at {
			if r.ms[j].Start < m.Start {
				later[r.root(j)] = j
			}
		}
		c.add(Mention{}).Features = f.none(c.last().Features)
		for k, j := range at {
			cand := c.add(r.ms[j].Mention)
			cand.Features = f.of(j, len(at)-1-k, cand.Features)
		}
		if n := choose(&c); n > 0 && n <= len(at) {
			r.link(at[n-1], i)
		}
	}
}

// add returns the next candidate, whose features have room from earlier use.
func (c *Choice) add(m Mention) *Candidate {
	if n := len(c.Candidates); n < cap(c.Candidates) {
		c.Candidates = c.Candidates[:n+1]
		c.Candidates[n].Mention, c.Candidates[n].Features = m, c.Candidates[n].Features[:0]
	} else {
		c.Candidates = append(c.Candidates, Candidate{Mention: m})
	}
	return c.last()
}

func (c *Choice) last() *Candidate { return &c.Candidates[len(c.Candidates)-1] }

// candidates returns the mentions that the pronoun i may stand for, the nearest
// last. Besides those before it there is the subject of a main clause that its own
// clause opens: "After its troops attacked, Armenia ...".
func (r *resolver) candidates(i int, out []int) []int {
	m := &r.ms[i]
	if m.rel == english.Expl {
		return out
	}
	says := r.says(m)
	lo := max(r.first[max(0, m.Sentence-sentencesBack)], i-mentionsBack)
	end := r.first[m.Sentence+1]
	for j := lo; j < end; j++ {
		o := &r.ms[j]
		if j == i || o.Kind == Modifier || o.Kind == Relative || o.Kind == Pronoun && o.person != 3 || !r.fits(i, j) || r.clash(i, j) {
			continue
		}
		if o.Sentence == m.Sentence && o.Start > m.Start && !r.opens(i, j) {
			continue
		}
		if says && r.entity(j).class&(person|group) == 0 && !nouns()["paper"][o.lemma] {
			continue
		}
		if m.quote > 0 {
			if v, ok := r.voices[m.quote]; ok && r.same(v, j) {
				continue // nobody speaks of himself so
			}
		}
		out = append(out, j)
	}
	return out
}

// says reports whether a mention is the subject of a verb of speech.
func (r *resolver) says(m *mention) bool {
	s := &r.a.Sentences[m.Sentence]
	v := s.Tokens[m.Head].Head
	return v >= 0 && m.rel == english.Nsubj && s.Tokens[v].UPOS == english.VERB && nouns()["speech"][s.Tokens[v].Lemma]
}

// opens reports whether mention j is the subject of the main clause before which
// the clause or phrase of pronoun i stands.
func (r *resolver) opens(i, j int) bool {
	m, o := &r.ms[i], &r.ms[j]
	s := &r.a.Sentences[m.Sentence]
	if o.rel != english.Nsubj && o.rel != english.NsubjPass || o.Kind == Pronoun {
		return false
	}
	main := s.Tokens[o.Head].Head
	for t, steps := m.Head, 0; t >= 0 && steps < len(s.Tokens); t, steps = s.Tokens[t].Head, steps+1 {
		if s.Tokens[t].Head == main {
			rel := s.Tokens[t].Rel
			return rel == english.Advcl || rel == english.Obl
		}
	}
	return false
}

// clash reports whether a pronoun can't stand for a mention because both are
// arguments of one verb: principle B of binding theory.
func (r *resolver) clash(i, j int) bool {
	m, o := &r.ms[i], &r.ms[j]
	if m.Sentence != o.Sentence || m.rel == english.NmodPoss || o.rel == english.NmodPoss {
		return false
	}
	s := &r.a.Sentences[m.Sentence]
	return s.Tokens[m.Head].Head == s.Tokens[o.Head].Head
}

// reflexive returns the subject that "itself" stands for.
func (r *resolver) reflexive(i int) int {
	m := &r.ms[i]
	s := &r.a.Sentences[m.Sentence]
	if !strings.HasSuffix(lower(s.Tokens[m.Head].Form), "self") && !strings.HasSuffix(lower(s.Tokens[m.Head].Form), "selves") {
		return -1
	}
	for t, steps := s.Tokens[m.Head].Head, 0; t >= 0 && steps < 6; t, steps = s.Tokens[t].Head, steps+1 {
		for _, c := range [2]int{t, s.Child(t, english.Nsubj, english.NsubjPass)} {
			if c >= 0 && c < m.Head && r.at[m.Sentence][c] >= 0 {
				if j := int(r.at[m.Sentence][c]); r.entity(i).fits(r.entity(j).traits) && r.ms[j].Kind != Modifier {
					return j
				}
			}
		}
	}
	return -1
}

// recent returns the last mention before a pronoun that agrees with it.
func (r *resolver) recent(i int) int {
	m := &r.ms[i]
	for j := i - 1; j >= 0 && j > i-mentionsBack; j-- {
		o := &r.ms[j]
		if m.Sentence-o.Sentence > sentencesBack {
			break
		}
		if o.Kind == Modifier || o.Kind == Relative || o.person != 3 || o.Start > m.Start || !r.fits(i, j) || r.clash(i, j) {
			continue
		}
		return j
	}
	return -1
}
