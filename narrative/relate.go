package narrative

import (
	"math"

	"github.com/seed514b815a/rashomon/edtf"
)

// RelateCounts says how two figures of one measure stand to each other, by the
// default readings: "49" is narrower than "at least 40", "about 50" and "60"
// are disjoint. It looks at the figures alone; whether they count the same
// thing at the same moment is for the caller to know first. It is Unknown where
// either has no figure.
func RelateCounts(x, y Count) Relation { return new(Readings).RelateCounts(x, y) }

// RelateCounts is the function [RelateCounts] with these readings' tolerance.
func (p *Readings) RelateCounts(x, y Count) Relation {
	xLo, xHi, ok := p.Range(x)
	if !ok {
		return Unknown
	}
	yLo, yHi, ok := p.Range(y)
	if !ok {
		return Unknown
	}
	return relate(xLo >= yLo && xHi <= yHi, xLo <= yLo && xHi >= yHi, xLo <= yHi && yLo <= xHi)
}

// Range returns the interval of the figures that c allows, both ends included:
// from 0 where Min is open, to infinity where Max is. A figure marked About
// reaches further by the tolerance of its measure. ok is false if c has no figure.
func (p *Readings) Range(c Count) (lo, hi float64, ok bool) {
	if c.Min == nil && c.Max == nil {
		return 0, 0, false
	}
	hi = math.Inf(1)
	if c.Min != nil {
		lo = *c.Min
	}
	if c.Max != nil {
		hi = *c.Max
	}
	if c.About {
		tolerance := p.tolerance(c.Of)
		lo, hi = lo*(1-tolerance), hi*(1+tolerance)
	}
	return lo, hi, true
}

// RelateTimes says how two times stand to each other as spans: a day is narrower
// than its month. It is Unknown where either is unstated, where the end that
// matters is not known ("2022-09-12/"), and where times that don't meet are
// marked as uncertain or approximate: nobody is contradicted by a guess.
func RelateTimes(x, y edtf.Time) Relation {
	if x.IsZero() || y.IsZero() {
		return Unknown
	}
	r := relate(x.Within(y), y.Within(x), x.Overlaps(y))
	guess := x.Uncertain() || x.Approximate() || y.Uncertain() || y.Approximate()
	if r == Overlapping && (x.HasUnknown() || y.HasUnknown()) || r == Disjoint && guess {
		return Unknown
	}
	return r
}

// relate names the relation of two intervals.
func relate(within, around, overlaps bool) Relation {
	switch {
	case within && around:
		return Same
	case within:
		return Narrower
	case around:
		return Broader
	case overlaps:
		return Overlapping
	}
	return Disjoint
}
