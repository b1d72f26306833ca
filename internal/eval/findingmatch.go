package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// tokenSet holds tokens of a text by index.
type tokenSet map[int]bool

func (s tokenSet) common(o tokenSet) int {
	n := 0
	for i := range s {
		if o[i] {
			n++
		}
	}
	return n
}

func (s tokenSet) add(o tokenSet) {
	for i := range o {
		s[i] = true
	}
}

func (s tokenSet) without(o tokenSet) tokenSet {
	out := tokenSet{}
	for i := range s {
		if !o[i] {
			out[i] = true
		}
	}
	return out
}

// findingMatch holds the findings of one report against those annotated. A finding
// matches if outcome, facet and sides are the annotated ones and the words that it
// cites of each side hold that side's evidence.
type findingMatch struct {
	docs  []string
	texts map[string]*goldText
	score *findingScore
	out   io.Writer // where misses and extras are listed; nil: nowhere

	names  sideNames
	report *compare.Report
	byID   map[string]*compare.Assertion
	shown  map[string]*exhibit // by assertion
	found  []foundFinding
}

// An exhibit is what an assertion shows: the tokens of its quotes, and with framed
// those of its speaker and cue.
type exhibit struct {
	doc            string
	quoted, framed tokenSet
}

type foundFinding struct {
	*compare.Finding
	positions []foundPosition
	silent    map[string]bool // sides of the annotation
}

type foundPosition struct {
	side  string // of the annotation, "" for none
	words []*compare.Assertion
	flags []string
}

// A witness is evidence of an annotated finding: where it stands and whose it is.
type witness struct {
	doc    string
	places []place
	sides  map[string]bool
}

// A place is tokens that a finding must cite half of; framed says that they are all
// speaker and cue.
type place struct {
	need   tokenSet
	framed bool
}

// run matches the report's findings with those annotated and counts.
func (m *findingMatch) run(report *compare.Report, gold []goldFinding) {
	m.read(report)
	used := map[string]map[int]bool{}
	good, neutral := map[int]bool{}, map[int]bool{}
	gold = slices.Clone(gold)
	slices.SortStableFunc(gold, func(a, b goldFinding) int {
		rank := map[bool]int{true: 1}
		return rank[a.Soft] - rank[b.Soft]
	})
	evidence := make([][]witness, len(gold))
	for i := range gold {
		g := &gold[i]
		evidence[i] = m.witnesses(g)
		want := facetOf(g.Aspect)
		var fit []int
		for n := range m.found {
			if !used[g.Kind][n] && m.fits(g, evidence[i], &m.found[n]) {
				fit = append(fit, n)
			}
		}
		slices.SortStableFunc(fit, func(a, b int) int {
			rank := func(n int) int {
				r := 0
				if good[n] {
					r += 2
				}
				if string(m.found[n].Facet) != want {
					r++
				}
				return r
			}
			return cmp.Compare(rank(a), rank(b))
		})
		if g.Soft {
			for _, n := range fit {
				neutral[n] = true
			}
			continue
		}
		m.score.want[g.Kind]++
		if len(fit) == 0 {
			m.list("miss %s %s %s %v %v\n", m.docs[0], g.Kind, g.Aspect, g.Parties, g.Evidence)
			continue
		}
		m.score.hit[g.Kind]++
		if g.Kind != "admission" { // a flag, of which a finding may carry several
			if used[g.Kind] == nil {
				used[g.Kind] = map[int]bool{}
			}
			used[g.Kind][fit[0]] = true
		}
		good[fit[0]] = true
	}
	for n := range m.found {
		f := &m.found[n]
		if f.Outcome == compare.Gap {
			m.score.gaps++
		}
		switch f.Outcome {
		case compare.Agreement, compare.Conflict, compare.Revision:
		default:
			continue
		}
		if !good[n] && (neutral[n] || m.presupposed(f, gold, evidence)) {
			continue
		}
		m.score.strict++
		if good[n] {
			m.score.good++
		} else {
			m.list("extra %s %v %s %s: %s\n", m.docs[0], f.Outcome, f.Facet, f.Kind, f.Why)
		}
	}
}

func (m *findingMatch) list(format string, args ...any) {
	if m.out != nil {
		fmt.Fprintf(m.out, format, args...)
	}
}

// presupposed reports whether the finding is only that there was fighting, which the
// sides' mutual charges presuppose and no annotation lists.
func (m *findingMatch) presupposed(f *foundFinding, gold []goldFinding, evidence [][]witness) bool {
	if f.Outcome != compare.Agreement || f.Facet != narrative.FacetOccurrence {
		return false
	}
	for i, g := range gold {
		if g.Kind != "conflict" || g.Aspect != "responsibility" && g.Aspect != "characterization" {
			continue
		}
		n := 0
		for k := range evidence[i] {
			if m.rests(&evidence[i][k], f.words(), nil) {
				n++
			}
		}
		if n >= min(2, len(g.Evidence)) {
			return true
		}
	}
	return false
}

func (f *foundFinding) words() (out []*compare.Assertion) {
	for _, p := range f.positions {
		out = append(out, p.words...)
	}
	return out
}

// read takes the findings of the report apart.
func (m *findingMatch) read(report *compare.Report) {
	m.report, m.names = report, sideNames{}
	for _, id := range m.docs {
		m.names.add(m.texts[id])
	}
	m.byID, m.shown = map[string]*compare.Assertion{}, map[string]*exhibit{}
	for i := range report.Assertions {
		a := &report.Assertions[i]
		m.byID[a.ID] = a
		if x := m.exhibit(a); x != nil {
			m.shown[a.ID] = x
		}
	}
	for i := range report.Issues {
		for k := range report.Issues[i].Findings {
			f := foundFinding{Finding: &report.Issues[i].Findings[k], silent: map[string]bool{}}
			for _, p := range f.Positions {
				fp := foundPosition{side: m.side(p.Side, p.Assertions), flags: p.Flags}
				for _, id := range p.Assertions {
					if a := m.byID[id]; a != nil {
						fp.words = append(fp.words, a)
					}
				}
				f.positions = append(f.positions, fp)
			}
			for _, s := range f.Silent {
				f.silent[m.side(s, nil)] = true
			}
			m.found = append(m.found, f)
		}
	}
}

// exhibit returns what an assertion shows. A quote of a third of the text shows
// nothing.
func (m *findingMatch) exhibit(a *compare.Assertion) *exhibit {
	g := m.texts[a.Source]
	if g == nil {
		return nil
	}
	x := &exhibit{doc: a.Source, quoted: tokenSet{}, framed: tokenSet{}}
	span := func(s *source.Anchor) [2]int { return [2]int{s.Start, s.End} }
	for i := range a.Quotes {
		x.quoted.add(g.cover(span(&a.Quotes[i])))
	}
	if len(x.quoted) > max(60, len(g.tokens)/3) {
		return nil
	}
	x.framed.add(x.quoted)
	if n := len(a.Chain); n > 0 {
		for _, s := range []*source.Anchor{a.Chain[n-1].Speaker, a.Chain[n-1].Cue} {
			if s != nil {
				x.framed.add(g.cover(span(s)))
			}
		}
	}
	return x
}

// side returns the annotated side that a side of the report is, by its names or else
// by those who speak for it.
func (m *findingMatch) side(id string, said []string) string {
	names := func(id string) []string {
		for _, p := range m.report.Parties {
			if p.ID == id {
				return append([]string{p.Name}, p.Aliases...)
			}
		}
		return []string{id}
	}
	if s := m.names.of(names(id)...); s != "" || len(said) == 0 {
		return s
	}
	var all []string
	for _, i := range said {
		a := m.byID[i]
		if a == nil {
			continue
		}
		all = append(all, names(a.Party)[0])
		if n := len(a.Chain); n > 0 && a.Chain[n-1].Speaker != nil {
			all = append(all, a.Chain[n-1].Speaker.Exact)
		}
	}
	return m.names.of(all...)
}
