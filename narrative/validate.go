package narrative

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/internal/prose"
	"github.com/seed514b815a/rashomon/source"
)

// maxFaults bounds how many faults of one dossier are reported.
const maxFaults = 20

// Validate reports what makes d no dossier: unknown and duplicate ids, cycles,
// inverted ranges, quotes that don't stand where they say, and the like. The error
// joins one [*source.Error] for each of the first 20 faults, with its JSON path
// and the offending value.
func (d *Dossier) Validate() error {
	v := &validator{d: d, ids: map[string]string{}, sources: map[string]*source.Document{}, assertions: map[string]int{}}
	v.dossier()
	return errors.Join(v.faults...)
}

type validator struct {
	d          *Dossier
	ids        map[string]string // party or place id → path
	sources    map[string]*source.Document
	assertions map[string]int
	struck     map[string]bool // ids of assertions that a correction keeps as they were read
	faults     []error
}

func (v *validator) fault(path, format string, args ...any) {
	if len(v.faults) < maxFaults {
		v.faults = append(v.faults, &source.Error{Path: path, Err: fmt.Errorf(format, args...)})
	}
}

func (v *validator) dossier() {
	d := v.d
	if d.Rashomon != 0 && d.Rashomon != Version {
		v.fault("$.rashomon", "version %d is not one that this program reads (want %d)", d.Rashomon, Version)
	}
	v.declare()
	of, within, about := map[string]string{}, map[string]string{}, map[string]string{}
	for i, p := range d.Parties {
		if p.Of != "" && v.party(fmt.Sprintf("$.parties[%d].of", i), p.Of) {
			of[p.ID] = p.Of
		}
	}
	for i, p := range d.Places {
		if p.Within != "" && v.known(fmt.Sprintf("$.places[%d].within", i), p.Within) {
			within[p.ID] = p.Within
		}
		if p.Zone != "" && !validZone(p.Zone) {
			v.fault(fmt.Sprintf("$.places[%d].zone", i), "zone %q is no offset from UTC such as +04:00", p.Zone)
		}
	}
	for i := range d.Assertions {
		a := &d.Assertions[i]
		v.assertion(fmt.Sprintf("$.assertions[%d]", i), a)
		if a.Claim.About != "" {
			about[a.ID] = a.Claim.About
		}
	}
	v.decisions()
	v.corrections()
	v.cycles("$.parties", "of", of, func(i int) string { return d.Parties[i].ID }, len(d.Parties))
	both := map[string]string{}
	for k, to := range of {
		both[k] = to
	}
	for k, to := range within {
		both[k] = to
	}
	v.cycles("$.places", "within", both, func(i int) string { return d.Places[i].ID }, len(d.Places))
	v.cycles("$.assertions", "claim.about", about, func(i int) string { return d.Assertions[i].ID }, len(d.Assertions))
}

// declare notes every id and faults those that are missing or taken.
func (v *validator) declare() {
	for i, p := range v.d.Parties {
		v.id(v.ids, fmt.Sprintf("$.parties[%d].id", i), p.ID)
	}
	for i, p := range v.d.Places {
		v.id(v.ids, fmt.Sprintf("$.places[%d].id", i), p.ID)
	}
	taken := map[string]string{}
	for i, s := range v.d.Sources {
		path := fmt.Sprintf("$.sources[%d]", i)
		if s == nil {
			v.fault(path, "no source stands here")
			continue
		}
		v.id(taken, path+".id", s.ID)
		v.sources[s.ID] = s
	}
	taken = map[string]string{}
	for i, a := range v.d.Assertions {
		v.id(taken, fmt.Sprintf("$.assertions[%d].id", i), a.ID)
		v.assertions[a.ID] = i
	}
	v.struck = map[string]bool{}
	for _, c := range v.d.Corrections {
		if c.Was != nil {
			v.struck[c.Was.ID] = true
		}
	}
}

func (v *validator) id(taken map[string]string, path, id string) {
	switch first, dup := taken[id]; {
	case id == "":
		v.fault(path, "the id is missing")
	case id == "?":
		v.fault(path, "the id %q is kept for an unknown voice", id)
	case dup:
		v.fault(path, "duplicate id %q, first at %s", id, first)
	default:
		taken[id] = path
	}
}

func (v *validator) known(path, id string) bool {
	if _, ok := v.ids[id]; !ok {
		v.fault(path, "unknown id %q: no party or place declares it", id)
		return false
	}
	return true
}

// party faults an id that no party declares.
func (v *validator) party(path, id string) bool {
	if at, ok := v.ids[id]; !ok || !strings.HasPrefix(at, "$.parties") {
		v.fault(path, "unknown party %q", id)
		return false
	}
	return true
}

func (v *validator) assertion(path string, a *Assertion) {
	if a.Party == "" {
		v.fault(path+".party", "the party is missing")
	} else {
		v.party(path+".party", a.Party)
	}
	if a.Origin != "" && a.Origin != "?" {
		v.party(path+".origin", a.Origin)
	}
	if a.Source != "" && v.sources[a.Source] == nil {
		v.fault(path+".source", "unknown source %q", a.Source)
	}
	if a.Focus != "" {
		if !a.Focus.Valid() {
			v.fault(path+".focus", "unknown facet %q", a.Focus)
		}
		if a.Stance != Denies && a.Certainty != NotKnown {
			v.fault(path+".focus", "focus %q needs a denial or the certainty unknown", a.Focus)
		}
	}
	if c := a.Confidence; c != nil && !(*c >= 0 && *c <= 1) {
		v.fault(path+".confidence", "confidence %v is outside [0, 1]", *c)
	}
	v.chain(path, a)
	if len(a.Quotes) > 0 && a.Source == "" {
		v.fault(path+".quotes", "quotes need a source: %q", a.Quotes[0].Exact)
	}
	for i, q := range a.Quotes {
		v.anchor(fmt.Sprintf("%s.quotes[%d]", path, i), a.Source, q)
	}
	v.claim(path+".claim", &a.Claim)
}

func (v *validator) chain(path string, a *Assertion) {
	for i, l := range a.Chain {
		at := fmt.Sprintf("%s.chain[%d]", path, i)
		v.party(at+".party", l.Party)
		if l.Speaker != nil {
			v.anchor(at+".speaker", a.Source, *l.Speaker)
		}
		if l.Cue != nil {
			v.anchor(at+".cue", a.Source, *l.Cue)
		}
	}
	if n := len(a.Chain); n > 0 && a.Chain[n-1].Party != a.Party {
		v.fault(fmt.Sprintf("%s.chain[%d].party", path, n-1), "the chain ends in %q, not in the party %q", a.Chain[n-1].Party, a.Party)
	}
}

// anchor faults a quote that does not stand where it says.
func (v *validator) anchor(path, id string, q source.Anchor) {
	s := v.sources[id]
	if s == nil {
		if id == "" {
			v.fault(path, "an anchor needs a source: %q", q.Exact)
		}
		return // an unknown source is a fault of its own
	}
	switch t := s.Text; {
	case q.Start < 0 || q.End > len(t) || q.Start > q.End:
		v.fault(path, "the offsets %d to %d of %q are outside the text of %d bytes", q.Start, q.End, prose.Clip(q.Exact, 80), len(t))
	case inside(t, q.Start):
		v.fault(path+".start", "the offset %d of %q is inside a character", q.Start, prose.Clip(q.Exact, 80))
	case inside(t, q.End):
		v.fault(path+".end", "the offset %d of %q is inside a character", q.End, prose.Clip(q.Exact, 80))
	case t[q.Start:q.End] != q.Exact:
		v.fault(path+".exact", "the quote %q does not stand at %d to %d: there stands %q", prose.Clip(q.Exact, 80), q.Start, q.End, prose.Clip(t[q.Start:q.End], 80))
	}
}

func inside(text string, at int) bool { return at < len(text) && !utf8.RuneStart(text[at]) }

func (v *validator) claim(path string, c *Claim) {
	for i, id := range c.Agent {
		v.known(fmt.Sprintf("%s.agent[%d]", path, i), id)
	}
	for i, f := range c.Only {
		if !f.Valid() {
			v.fault(fmt.Sprintf("%s.only[%d]", path, i), "unknown facet %q", f)
		}
	}
	for i := range c.Count {
		v.count(fmt.Sprintf("%s.count[%d]", path, i), &c.Count[i])
	}
	if c.About != "" {
		if _, ok := v.assertions[c.About]; !ok && !v.struck[c.About] {
			v.fault(path+".about", "unknown assertion %q", c.About)
		}
	}
	for _, l := range []struct {
		name  string
		words []string
	}{{"target", c.Target}, {"place", c.Place}, {"means", c.Means}, {"cause", c.Cause}, {"label", c.Label}} {
		for i, w := range l.words {
			if strings.TrimSpace(w) == "" {
				v.fault(fmt.Sprintf("%s.%s[%d]", path, l.name, i), "an empty word")
			}
		}
	}
}

func (v *validator) count(path string, c *Count) {
	if c.Of == "" {
		v.fault(path+".of", "what is counted is missing")
	}
	for _, b := range []struct {
		name  string
		bound *float64
	}{{"min", c.Min}, {"max", c.Max}} {
		if b.bound == nil {
			continue
		}
		if n := *b.bound; n < 0 {
			v.fault(path+"."+b.name, "the count %s is negative", prose.Number(n))
		} else if math.IsNaN(n) || n > 1e15 {
			v.fault(path+"."+b.name, "the count %s is out of range", prose.Number(n))
		}
	}
	if c.Min != nil && c.Max != nil && *c.Min > *c.Max {
		v.fault(path, "the range from %s to %s is inverted", prose.Number(*c.Min), prose.Number(*c.Max))
	}
	if c.Span != "" && c.Span != "cumulative" {
		if _, err := edtf.Parse(c.Span); err != nil {
			v.fault(path+".span", "%v (or write \"cumulative\")", err)
		}
	}
}

// cycles faults every cycle that next makes among the ids, once, naming all of
// its members.
func (v *validator) cycles(list, field string, next map[string]string, id func(int) string, n int) {
	done := map[string]bool{}
	for i := range n {
		var path []string
		for at := id(i); at != "" && !done[at]; at = next[at] {
			done[at] = true
			path = append(path, at)
			if k := slices.Index(path, next[at]); k >= 0 {
				names := strings.Join(append(path[k:], path[k]), ", ")
				v.fault(fmt.Sprintf("%s[%d].%s", list, i, field), "a cycle in %s: %s", field[strings.LastIndex(field, ".")+1:], names)
				break
			}
		}
	}
}

func validZone(z string) bool {
	if len(z) != 6 || (z[0] != '+' && z[0] != '-') || z[3] != ':' {
		return false
	}
	h, errH := strconv.Atoi(z[1:3])
	m, errM := strconv.Atoi(z[4:])
	return errH == nil && errM == nil && h <= 14 && m < 60
}
