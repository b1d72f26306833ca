package narrative

import (
	"fmt"
	"slices"

	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/source"
)

// UpTo returns what had been said by a moment, its end included: "2022-09-13" takes
// in all of that day. The zero time, and one with an open end ("2022/.."), take in
// everything. d isn't changed, and must be valid.
//
// A word is in where it is certain that it had been said by then: by its own date,
// by that of its source, which can't quote what hasn't been said yet, by the date
// on which the source was fetched, or since a word that is in answers it. It is out
// where its own date comes after the moment. What remains may have been said by then
// or not: undated words, and dates that the moment divides ("September", as of the
// 13th). They are out too, and unplaced lists their ids, in order of the dossier.
//
// A word that answers one which is out no longer says which it answers and, where it
// says nothing else ("baseless"), is unplaced. Decisions are kept as far as what they
// are about is in, whatever their own dates: they tell of words, not of the moment.
// Sources are kept that are cited, or not known to be later.
//
// The error says that nobody knows when the moment is over ("2022-09/").
func (d *Dossier) UpTo(moment edtf.Time) (said *Dossier, unplaced []string, err error) {
	out := *d
	switch {
	case moment.IsZero() || moment.End().Limit() == edtf.Open:
		return &out, nil, nil
	case moment.End().Limit() == edtf.Unknown:
		return nil, nil, fmt.Errorf("%q has an end that nobody knows: name a day", moment)
	}
	c := newClock(d, moment)
	in := c.in()
	out.Sources, out.Assertions = nil, nil
	cited := map[string]bool{}
	for i, a := range d.Assertions {
		switch {
		case in[i]:
			if to, ok := c.index[a.Claim.About]; ok && !in[to] {
				a.Claim.About = ""
			}
			out.Assertions = append(out.Assertions, a)
		case !c.later(&a):
			unplaced = append(unplaced, a.ID)
		default:
			continue
		}
		cited[a.Source] = true
	}
	for _, s := range d.Sources {
		if cited[s.ID] || !moment.Before(s.Published) {
			out.Sources = append(out.Sources, s)
		}
	}
	out.Decisions = decisionsOn(d.Decisions, func(id string) bool {
		i, ok := c.index[id]
		return !ok || in[i]
	})
	return &out, unplaced, nil
}

// decisionsOn returns the decisions as far as what they are about is in.
func decisionsOn(ds []Decision, in func(id string) bool) []Decision {
	kept := func(ids []string) []string {
		return slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return !in(id) })
	}
	var out []Decision
	for _, dec := range ds {
		same, apart := kept(dec.Same), kept(dec.Apart)
		if len(same) == 1 || len(apart) == 1 || len(same) == 0 && len(dec.Same) > 0 || len(apart) == 0 && len(dec.Apart) > 0 {
			continue // too few are left to decide about
		}
		dec.Same, dec.Apart = same, apart
		out = append(out, dec)
	}
	return out
}

// clock says what had been said by a moment.
type clock struct {
	d       *Dossier
	moment  edtf.Time
	sources map[string]*source.Document
	index   map[string]int // assertion id → index
}

func newClock(d *Dossier, moment edtf.Time) *clock {
	c := &clock{d, moment, map[string]*source.Document{}, map[string]int{}}
	for _, s := range d.Sources {
		c.sources[s.ID] = s
	}
	for i := range d.Assertions {
		c.index[d.Assertions[i].ID] = i
	}
	return c
}

// in says of each assertion whether it is certain that it had been said. Those that
// nobody answers come first, so that each is asked once: whoever answers a word
// vouches for it.
func (c *clock) in() []bool {
	in := make([]bool, len(c.d.Assertions))
	answers := make([]int, len(in)) // not yet judged
	for i := range in {
		if to, ok := c.answered(i); ok {
			answers[to]++
		}
	}
	vouched := make([]bool, len(in))
	for i := range in {
		// Down the chain of answers as far as all that answer are judged. answers is -1
		// for what is judged itself.
		for answers[i] == 0 {
			answers[i] = -1
			a := &c.d.Assertions[i]
			to, ok := c.answered(i)
			in[i] = !c.later(a) && (vouched[i] || c.by(a))
			if !ok {
				break
			}
			if in[i] && c.later(&c.d.Assertions[to]) {
				in[i] = a.Claim.hasContent()
			}
			vouched[to] = vouched[to] || in[i]
			answers[to]--
			i = to
		}
	}
	return in
}

func (c *clock) answered(i int) (int, bool) {
	to, ok := c.index[c.d.Assertions[i].Claim.About]
	return to, ok
}

// date is when a word was said, by its own date or that of its source.
func (c *clock) date(a *Assertion) edtf.Time {
	if s := c.sources[a.Source]; a.Said.IsZero() && s != nil {
		return s.Published
	}
	return a.Said
}

// later reports whether the word was said after the moment, for certain.
func (c *clock) later(a *Assertion) bool { return c.moment.Before(c.date(a)) }

// by reports whether a date says that the word had been said by the moment.
func (c *clock) by(a *Assertion) bool {
	if c.date(a).EndsBy(c.moment) {
		return true
	}
	s := c.sources[a.Source]
	return s != nil && (s.Published.EndsBy(c.moment) || s.Retrieved.EndsBy(c.moment))
}

// hasContent reports whether a claim says anything beside what it answers.
func (c *Claim) hasContent() bool {
	return c.Event != "" || len(c.Agent) > 0 || len(c.Target) > 0 || len(c.Place) > 0 || !c.Time.IsZero() ||
		len(c.Means) > 0 || len(c.Cause) > 0 || len(c.Label) > 0 || len(c.Count) > 0
}
