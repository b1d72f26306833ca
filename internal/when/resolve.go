package when

import (
	"math"
	"time"

	"github.com/seed514b815a/rashomon/edtf"
)

// A Context is what an expression is resolved against. All of it may be missing.
type Context struct {
	Published edtf.Time      // when the text was published
	Zone      *time.Location // of the place where it happened; nil: times of day carry no offset
	Spoken    edtf.Time      // the day or moment spoken of before, for "at 00:05" and "the next day"
	Future    bool           // the tense says that it is yet to come
}

// Resolve returns the time that e stands for, as vague as e is; the zero Time
// where that can't be known from c.
func (e Expr) Resolve(c Context) edtf.Time {
	r := newResolver(c)
	if e.op == order {
		return r.order(e)
	}
	s, ok := r.expr(e)
	if !ok {
		return edtf.Time{}
	}
	var t edtf.Time
	var err error
	switch e.op {
	case since, after:
		t, err = edtf.Interval(s.from, edtf.Time{})
	case until:
		t, err = edtf.Interval(edtf.Time{}, s.last())
	case before:
		t, err = edtf.Interval(edtf.Time{}, s.from)
	case about:
		t, err = s.about()
	default:
		t, err = s.time()
	}
	if err != nil {
		return edtf.Time{}
	}
	return t
}

// span is a time as one EDTF expression or, where to is stated, as two.
type span struct{ from, to edtf.Time }

func (s span) last() edtf.Time {
	if s.to.IsZero() {
		return s.from
	}
	return s.to
}

func (s span) time() (edtf.Time, error) {
	if s.to.IsZero() || s.to == s.from {
		return s.from, nil
	}
	return edtf.Interval(s.from, s.to)
}

// about marks a date as approximate, which EDTF has no mark for on a time of day
// or an interval: those stay as they are.
func (s span) about() (edtf.Time, error) {
	if t, err := edtf.Parse(s.from.String() + "~"); err == nil && s.to.IsZero() {
		return t, nil
	}
	return s.time()
}

// resolver knows the day of publication, as far as there is one.
type resolver struct {
	Context
	dated       bool      // first and last are known
	first, last time.Time // the days of publication, at 00:00 UTC
	timed       bool      // moment is known
	moment      time.Time // the moment of publication on the clocks of the place
	slack       int       // days after the publication that a date without a year may lie
}

func newResolver(c Context) *resolver {
	r := &resolver{Context: c, slack: 31}
	start, end := c.Published.Start(), c.Published.End()
	if start.Limit() != edtf.Stated || end.Limit() != edtf.Stated {
		return r
	}
	from, to := start.At(), end.At()
	if start.Zoned() && c.Zone != nil {
		from, to = from.In(c.Zone), to.In(c.Zone)
	}
	if to.Sub(from) <= time.Hour {
		r.moment, r.timed = wall(from), true
	}
	r.first, r.last, r.dated = date(from), date(to.Add(-time.Second)), true
	return r
}

// day tells whether the publication is known to the day.
func (r *resolver) day() bool { return r.dated && r.first.Equal(r.last) }

// date gives the day of t at 00:00 UTC, wall the reading of its clock.
func date(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

func wall(t time.Time) time.Time {
	return date(t).Add(time.Duration(t.Hour())*time.Hour + time.Duration(t.Minute())*time.Minute + time.Duration(t.Second())*time.Second)
}

// expr resolves one point or the two ends of an interval.
func (r *resolver) expr(e Expr) (span, bool) {
	if !e.pair {
		return r.point(e.a)
	}
	a, b := e.a, e.b
	switch {
	case a.day.kind == noDay && b.day.kind != noDay && a.part != "" && parts[a.part].to > 24:
		end, ok := r.days(b.day) // "overnight into Tuesday"
		if !ok {
			return span{}, false
		}
		return r.hours(end.lo.AddDate(0, 0, -1), parts[a.part].from, end.hi, parts[a.part].to-24)
	case a.day.kind == noDay:
		a.day = b.day
	case b.day.kind == noDay:
		b.day = a.day
	case b.day.hasYear && !a.day.hasYear && a.day.kind == b.day.kind:
		a.day.y, a.day.hasYear = b.day.y, true
		if a.day.m > b.day.m || a.day.m == b.day.m && a.day.d > b.day.d {
			a.day.y--
		}
	}
	ra, rb := r, r
	if a.day.kind == b.day.kind && a.day != b.day && !a.day.hasYear {
		if r.Future {
			ra, rb = r, r.around(a.day)
		} else {
			ra, rb = r.around(b.day), r
		}
	}
	if ra == nil || rb == nil {
		return span{}, false
	}
	from, ok := ra.point(a)
	if !ok {
		return span{}, false
	}
	if p := parts[a.part]; a.part != "" && p.to > 24 && b.part == "" && !b.clock.stated {
		from, ok1 := ra.days(a.day) // "the night of Monday to Tuesday"
		to, ok2 := rb.days(b.day)
		if !ok1 || !ok2 {
			return span{}, false
		}
		return r.hours(from.lo, p.from, to.hi, p.to-24)
	}
	to, ok := rb.point(b)
	if !ok {
		return span{}, false
	}
	if e.b.day.kind == noDay && b.clock.stated && to.from.Before(from.from) { // 23:00 to 01:00
		to, ok = rb.shifted(b, 1)
	}
	return span{from.from, to.last()}, ok
}

// around returns a resolver for days next to d, as if d were the publication.
func (r *resolver) around(d dayRef) *resolver {
	s, ok := r.days(d)
	if !ok {
		return nil
	}
	q := *r
	q.dated, q.first, q.last, q.slack = true, s.lo, s.lo, 0
	return &q
}

// point resolves a point.
func (r *resolver) point(p point) (span, bool) { return r.shifted(p, 0) }

// shifted resolves a point that lies some days after the day it names.
func (r *resolver) shifted(p point, shift int) (span, bool) {
	name := p.part
	if p.day.kind.daily() || p.day.kind == noDay {
		switch _, ok := parts[p.mod+" "+p.part]; {
		case p.mod == "mid":
		case p.part == "":
			name = p.mod
		case ok:
			name = p.mod + " " + p.part
		}
	}
	if p.day.kind == noDay {
		return r.unnamed(p, name, shift)
	}
	if p.day.kind == ago || p.day.kind == past {
		return r.counted(p.day)
	}
	d, ok := r.days(p.day)
	if !ok {
		return span{}, false
	}
	if name == "" && !p.clock.stated || !p.day.kind.daily() {
		return d.modified(p.mod)
	}
	if name == "overnight" && !r.Future && r.day() && !d.lo.Before(r.first) {
		shift-- // the night that was over when it was told
	}
	return r.timeOfDay(p, name, d.lo.AddDate(0, 0, shift), d.hi.AddDate(0, 0, shift))
}

// unnamed resolves a time of day whose day isn't named.
func (r *resolver) unnamed(p point, name string, shift int) (span, bool) {
	start, end := r.Spoken.Start(), r.Spoken.End()
	switch {
	case start.Limit() == edtf.Stated && end.Limit() == edtf.Stated && end.At().Sub(start.At()) <= 24*time.Hour:
		at := start.At()
		if start.Zoned() && r.Zone != nil {
			at = at.In(r.Zone)
		}
		day := date(at).AddDate(0, 0, shift)
		return r.timeOfDay(p, name, day, day)
	case (name == "overnight" || name == "night") && !r.Future && r.day(): // "during the night"
		day := r.first.AddDate(0, 0, -1)
		return r.timeOfDay(p, name, day, day)
	}
	return span{}, false
}

// timeOfDay resolves a part of the days lo to hi, or a moment of the day lo.
func (r *resolver) timeOfDay(p point, name string, lo, hi time.Time) (span, bool) {
	if p.clock.stated {
		return r.clock(p.clock, name, lo)
	}
	part := parts[name]
	to := part.to
	if part.to > 24 && hi.After(lo) {
		to -= 24 // the night of 12 to 13 September is one night
	}
	return r.hours(lo, part.from, hi, to)
}

// clock resolves a time of day on a day, of which a part may be named.
func (r *resolver) clock(c clockRef, name string, day time.Time) (span, bool) {
	part := parts[name]
	h := float64(c.h)
	switch {
	case name == "":
	case part.to > 24 && h < part.to-24:
		day = day.AddDate(0, 0, 1) // Monday night at 00:30
	case h > 0 && h < 12 && h < part.from && h+12 >= part.from && h+12 < part.to:
		c.h += 12 // Monday evening at 8:30
	}
	at := day.Add(time.Duration(c.h)*time.Hour + time.Duration(c.m)*time.Minute + time.Duration(c.s)*time.Second)
	zone := r.Zone
	if c.zoned && (!c.derived || zone == nil) {
		zone = time.FixedZone("", c.offset*60)
	}
	layout := "2006-01-02T15:04"
	if c.seconds {
		layout += ":05"
	}
	stamp := func(t time.Time) (edtf.Time, bool) { return stamp(t, layout, zone) }
	from, to := at, at
	switch {
	case c.about:
		from, to = at.Add(-c.reach()), at.Add(c.reach())
		if name == "after midnight" && from.Before(day) {
			from = day
		}
	case c.lean < 0:
		from = at.Add(-time.Hour)
	case c.lean > 0:
		to = at.Add(time.Hour)
	}
	x, ok1 := stamp(from)
	y, ok2 := stamp(to)
	if from.Equal(to) {
		y = edtf.Time{}
	}
	return span{x, y}, ok1 && ok2
}

// reach is how far "about" goes from a time of day: half an hour from an hour or
// its half, ten minutes from what is said to five minutes, else five.
func (c clockRef) reach() time.Duration {
	switch {
	case c.m%30 == 0:
		return 30 * time.Minute
	case c.m%5 == 0:
		return 10 * time.Minute
	}
	return 5 * time.Minute
}

// hours gives the time from an hour of the day lo to an hour of the day hi.
func (r *resolver) hours(lo time.Time, from float64, hi time.Time, to float64) (span, bool) {
	start := lo.Add(time.Duration(from * float64(time.Hour)))
	end := hi.Add(time.Duration(to * float64(time.Hour)))
	if start.Equal(end) { // noon
		t, ok := stamp(start, "2006-01-02T15:04", r.Zone)
		return span{from: t}, ok
	}
	if math.Mod(to, 24) == 0 {
		end = end.Add(-time.Second) // the day's last second, not the next day's first
	}
	x, ok1 := stamp(start, "2006-01-02T15:04:05", r.Zone)
	y, ok2 := stamp(end, "2006-01-02T15:04:05", r.Zone)
	return span{x, y}, ok1 && ok2
}

// stamp writes a reading of the clocks of a zone, nil for unknown ones. An offset
// that isn't in whole minutes can't be written.
func stamp(t time.Time, layout string, zone *time.Location) (edtf.Time, bool) {
	if t.Year() < 1 || t.Year() > 9999 {
		return edtf.Time{}, false
	}
	s := t.Format(layout)
	if zone != nil {
		y, m, d := t.Date()
		local := time.Date(y, m, d, t.Hour(), t.Minute(), t.Second(), 0, zone)
		if _, offset := local.Zone(); offset%60 == 0 {
			s += local.Format("Z07:00")
		}
	}
	e, err := edtf.Parse(s)
	return e, err == nil
}

// order resolves "two days after" and its like, against the time that they name
// or the one spoken of before.
func (r *resolver) order(e Expr) edtf.Time {
	base := r.Spoken
	if e.a.day.kind != noDay {
		s, ok := r.point(point{day: e.a.day})
		if !ok {
			return edtf.Time{}
		}
		if base, _ = s.time(); base.IsZero() {
			return edtf.Time{}
		}
	}
	start, end := base.Start(), base.End()
	if start.Limit() != edtf.Stated || end.Limit() != edtf.Stated {
		return edtf.Time{}
	}
	lo, hi := start.At(), end.At().Add(-time.Second)
	if start.Zoned() && r.Zone != nil {
		lo, hi = lo.In(r.Zone), hi.In(r.Zone)
	}
	length := hi.Sub(lo)
	d := e.dist
	n1, n2 := d.lo, d.hi
	switch d.order {
	case NoOrder:
		return edtf.Time{}
	case Before:
		n1, n2 = -d.hi, -d.lo
	}
	if d.order != During && d.lo == 0 {
		return edtf.Time{}
	}
	q := *r
	var t edtf.Time
	switch {
	case d.order == During && d.unit != dayUnit || d.unit == noUnit:
	case d.unit == dayUnit && length <= 24*time.Hour:
		from, to := date(lo).AddDate(0, 0, n1), date(lo).AddDate(0, 0, n2)
		if e.a.part != "" && e.a.day.kind == noDay {
			s, ok := q.timeOfDay(point{}, e.a.part, from, to)
			if ok {
				t, _ = s.time()
			}
			return t
		}
		s, ok := dayspan{lo: from, hi: to}.modified("")
		if ok {
			t, _ = s.time()
		}
	case d.unit == week && length <= 24*time.Hour:
		s, ok := dayspan{lo: date(lo).AddDate(0, 0, 7*n1-3), hi: date(lo).AddDate(0, 0, 7*n2+3)}.modified("")
		if ok {
			t, _ = s.time()
		}
	case d.unit == month:
		from, to := addMonths(lo, n1), addMonths(hi, n2)
		t = months2(from, to)
	case d.unit == year:
		t = years(lo.Year()+n1, hi.Year()+n2)
	case length <= time.Hour && (d.unit == hour || d.unit == minute):
		u := time.Hour
		if d.unit == minute {
			u = time.Minute
		}
		x, ok1 := stamp(wall(lo).Add(time.Duration(n1)*u), "2006-01-02T15:04", zoneOf(start, lo))
		y, ok2 := stamp(wall(hi).Add(time.Duration(n2)*u), "2006-01-02T15:04", zoneOf(start, lo))
		if ok1 && ok2 {
			t, _ = span{x, y}.time()
		}
	}
	return t
}

// zoneOf gives the zone of a moment, nil if it has none.
func zoneOf(b edtf.Bound, t time.Time) *time.Location {
	if !b.Zoned() {
		return nil
	}
	return t.Location()
}

// months2 gives the time from one month to another, years from one year to another.
func months2(from, to time.Time) edtf.Time {
	a, err1 := edtf.Date(from.Year(), from.Month(), 0)
	b, err2 := edtf.Date(to.Year(), to.Month(), 0)
	if err1 != nil || err2 != nil {
		return edtf.Time{}
	}
	t, _ := span{a, b}.time()
	return t
}

func years(from, to int) edtf.Time {
	a, err1 := edtf.Date(from, 0, 0)
	b, err2 := edtf.Date(to, 0, 0)
	if err1 != nil || err2 != nil {
		return edtf.Time{}
	}
	t, _ := span{a, b}.time()
	return t
}
