package compare

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/seed514b815a/rashomon/compare/align"
	"github.com/seed514b815a/rashomon/compare/copies"
	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// Comparer compares the accounts in a dossier. Its zero value is ready. It may be
// shared by goroutines while nobody changes it.
type Comparer struct {
	Judges []*Judge // nil means DefaultJudges()
	Align  Aligner  // nil means align.Linkage{}
	Infer  Inferrer // relates claims that are only words, for Check; nil: they aren't compared

	// Explain adds to each finding an Explanation: the law, the weights, and what
	// would have had to be otherwise.
	Explain bool

	// AsOf is the moment up to which words are compared, as [narrative.Dossier.UpTo]
	// reads it: the report holds nothing that was said later, and lists what may have
	// been. Zero means all that was ever said.
	AsOf edtf.Time
}

// Compare finds which assertions of d speak of one happening and what the sides'
// accounts of each come to, once the corrections of d are applied to a copy of it.
// It doesn't change d. The same dossier gives the same report, whatever the order
// of its lists and the number of cores.
//
// An error says that d is no valid dossier, that a judge or the aligner is at
// fault, or that ctx ended.
func (c *Comparer) Compare(ctx context.Context, d *narrative.Dossier) (*Report, error) {
	m, err := c.open(ctx, d)
	if err != nil {
		return nil, err
	}
	if m.b.copied, err = copies.Find(ctx, m.b.d, m.b.cast); err != nil {
		return nil, err
	}
	issues, err := each(ctx, m.groups, func(g group) (Issue, error) { return m.b.judge(ctx, m.judges, g) })
	if err != nil {
		return nil, err
	}
	return m.report(issues), nil
}

// matter is a dossier ready to be asked: checked, cut to its moment, aligned.
type matter struct {
	b        *book
	judges   []*Judge
	al       *align.Alignment
	groups   []group
	asOf     edtf.Time
	unplaced []Unplaced

	asked       *narrative.Dossier // as it was handed in, with all decisions
	corrections []narrative.Corrected
}

func (c *Comparer) open(ctx context.Context, d *narrative.Dossier) (*matter, error) {
	m := &matter{judges: c.Judges, asOf: c.AsOf}
	if m.judges == nil {
		m.judges = DefaultJudges()
	}
	if err := checkJudges(m.judges); err != nil {
		return nil, err
	}
	if err := d.Validate(); err != nil {
		return nil, fmt.Errorf("compare: %w", err)
	}
	m.asked = d
	d, m.corrections = d.Ready()
	d, unplaced, err := upTo(d, c.AsOf)
	if err != nil {
		return nil, fmt.Errorf("compare: as of %w", err)
	}
	m.unplaced = unplaced
	m.b = newBook(d)
	m.b.plain = c.Judges == nil
	aligner := c.Align
	if aligner == nil {
		aligner = align.Linkage{}
	}
	if c.Explain {
		m.b.explain = &explainer{}
		if l, ok := aligner.(align.Linkage); ok {
			m.b.explain.scale = l.Scale(d)
		}
	}
	if m.al, err = aligner.Align(ctx, d); err != nil {
		return nil, fmt.Errorf("compare: aligning: %w", err)
	}
	m.groups, err = m.b.groups(m.al)
	return m, err
}

// each asks f of every group, on all cores.
func each[T any](ctx context.Context, groups []group, f func(group) (T, error)) ([]T, error) {
	out := make([]T, len(groups))
	errs := make([]error, len(groups))
	var wg sync.WaitGroup
	next := make(chan int)
	for range min(runtime.GOMAXPROCS(0), len(groups)) {
		wg.Go(func() {
			for i := range next {
				out[i], errs[i] = f(groups[i])
			}
		})
	}
	for i := range groups {
		if ctx.Err() != nil {
			break
		}
		next <- i
	}
	close(next)
	wg.Wait()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	for _, err := range errs { // the first in order of issues: determinism
		if err != nil {
			return nil, fmt.Errorf("compare: %w", err)
		}
	}
	return out, nil
}

// upTo returns what had been said by the moment, and what may have been.
func upTo(d *narrative.Dossier, moment edtf.Time) (*narrative.Dossier, []Unplaced, error) {
	said, ids, err := d.UpTo(moment)
	if err != nil || len(ids) == 0 {
		return said, nil, err
	}
	left := map[string]bool{}
	for _, id := range ids {
		left[id] = true
	}
	var out []Unplaced
	for i := range d.Assertions {
		if a := &d.Assertions[i]; left[a.ID] {
			out = append(out, Unplaced{a.ID, a.Party, a.Source, a.Said})
		}
	}
	slices.SortFunc(out, func(x, y Unplaced) int { return cmp.Compare(x.Assertion, y.Assertion) })
	return said, out, nil
}

// book is the dossier as the laws read it: sorted, with ids looked up.
type book struct {
	explain    *explainer // nil: nothing is to be explained
	d          *narrative.Dossier
	plain      bool // judged by DefaultJudges alone
	cast       *narrative.Cast
	dates      map[string]edtf.Time
	assertions map[string]*narrative.Assertion
	houses     map[string]string // source → the side that published it, where that is known
	copied     *copies.Found
}

func newBook(d *narrative.Dossier) *book {
	b := &book{d: d, copied: new(copies.Found), cast: narrative.NewCast(d), dates: dates(d), assertions: make(map[string]*narrative.Assertion, len(d.Assertions))}
	for i := range d.Assertions {
		a := &d.Assertions[i]
		b.assertions[a.ID] = a
	}
	b.houses = copies.Houses(d, b.cast)
	return b
}

// dates says when each source was published.
func dates(d *narrative.Dossier) map[string]edtf.Time {
	m := map[string]edtf.Time{}
	for _, s := range d.Sources {
		m[s.ID] = s.Published
	}
	return m
}

func (b *book) said(a *narrative.Assertion) edtf.Time {
	if !a.Said.IsZero() {
		return a.Said
	}
	return b.dates[a.Source]
}

// earlier orders assertions by when they were said, then by id; the undated last.
func (b *book) earlier(x, y *narrative.Assertion) int {
	return cmp.Or(b.inTime(x, y), cmp.Compare(x.ID, y.ID))
}

// inTime orders assertions by when they were said, the undated last.
func (b *book) inTime(x, y *narrative.Assertion) int {
	s, t := b.said(x), b.said(y)
	switch {
	case s.IsZero() != t.IsZero():
		if s.IsZero() {
			return 1
		}
		return -1
	case s.Before(t):
		return -1
	case t.Before(s):
		return 1
	}
	// Times that overlap have no order of their own; by text it is a total one.
	return cmp.Compare(s.String(), t.String())
}

// report puts the issues together with what they cite.
func (m *matter) report(issues []Issue) *Report {
	b := m.b
	r := &Report{Title: b.d.Title, AsOf: m.asOf, Issues: issues, Doubts: b.doubts(), Copies: b.copied.List, Unplaced: m.unplaced, Bridges: m.al.Bridges, LeftOut: m.al.LeftOut}
	r.Parties, r.Places = b.cast.Parties(), b.cast.Places()
	for _, s := range b.d.Sources {
		bare := *s
		bare.Text = ""
		r.Sources = append(r.Sources, &bare)
	}
	slices.SortFunc(r.Sources, func(x, y *source.Document) int { return cmp.Compare(x.ID, y.ID) })
	for _, a := range b.assertions {
		side := b.cast.Side(a.Party)
		r.Assertions = append(r.Assertions, Assertion{*a, side})
		r.Sides = append(r.Sides, side)
	}
	slices.SortFunc(r.Assertions, func(x, y Assertion) int { return cmp.Compare(x.ID, y.ID) })
	for _, is := range issues {
		r.Sides = append(r.Sides, is.Participants...)
	}
	slices.Sort(r.Sides)
	r.Sides = slices.Compact(r.Sides)
	r.Corrections = m.corrections
	r.rule(m.asked)
	r.normalise()
	return r
}

// digest is a short hash for ids: 48 bits, so that a million of them rarely meet.
func digest(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:6])
}
