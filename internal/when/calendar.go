package when

import (
	"fmt"
	"time"

	"github.com/seed514b815a/rashomon/edtf"
)

// dayspan is a run of days, both ends included. For what is longer than a day,
// whole is how EDTF writes it.
type dayspan struct {
	lo, hi time.Time // at 00:00 UTC
	whole  edtf.Time
	kind   dayKind
}

// modified writes the days, or the early, mid or late part of something longer.
func (d dayspan) modified(mod string) (span, bool) {
	if mod != "" && d.kind != dateRef {
		if s, ok := d.third(mod); ok {
			return s, true
		}
	}
	if !d.whole.IsZero() {
		return span{from: d.whole}, true
	}
	a, err1 := edtf.Date(d.lo.Year(), d.lo.Month(), d.lo.Day())
	b, err2 := edtf.Date(d.hi.Year(), d.hi.Month(), d.hi.Day())
	if d.lo.Equal(d.hi) {
		b = edtf.Time{}
	}
	return span{a, b}, err1 == nil && err2 == nil
}

// third gives the early, mid or late third of a month, a year or a decade.
func (d dayspan) third(mod string) (span, bool) {
	n := map[string]int{"early": 0, "mid": 1, "late": 2}[mod]
	y, m := d.lo.Year(), d.lo.Month()
	switch d.kind {
	case monthRef, monthCount:
		from, to := 10*n+1, 10*n+10
		if n == 2 {
			to = d.hi.Day()
		}
		return dayspan{lo: day(y, m, from), hi: day(y, m, to)}.modified("")
	case yearRef, yearCount:
		t := months2(day(y, time.Month(4*n+1), 1), day(y, time.Month(4*n+4), 1))
		return span{from: t}, !t.IsZero()
	case decadeRef:
		bounds := [][2]int{{0, 3}, {4, 6}, {7, 9}}[n]
		t := years(y+bounds[0], y+bounds[1])
		return span{from: t}, !t.IsZero()
	}
	return span{}, false
}

func day(y int, m time.Month, d int) time.Time {
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// days resolves a reference to a day or something longer.
func (r *resolver) days(d dayRef) (dayspan, bool) {
	switch d.kind {
	case dateRef:
		return r.date(d)
	case weekdayRef, dayCount, weekRef, weekendRef:
		return r.near(d)
	case monthRef, seasonRef:
		return r.yearly(d)
	case monthCount:
		if !r.dated || r.first.Month() != r.last.Month() || r.first.Year() != r.last.Year() {
			return dayspan{}, false
		}
		t := day(r.first.Year(), r.first.Month()+time.Month(d.shift), 1)
		return monthOf(t.Year(), t.Month(), d.kind)
	case yearCount:
		if !r.dated || r.first.Year() != r.last.Year() {
			return dayspan{}, false
		}
		return yearOf(r.first.Year()+d.shift, d.kind)
	case yearRef:
		return yearOf(d.y, d.kind)
	case decadeRef:
		t, err := edtf.Parse(fmt.Sprintf("%03dX", d.y/10))
		return dayspan{lo: day(d.y, 1, 1), hi: day(d.y+9, 12, 31), whole: t, kind: d.kind}, err == nil
	}
	return dayspan{}, false
}

func monthOf(y int, m time.Month, k dayKind) (dayspan, bool) {
	t, err := edtf.Date(y, m, 0)
	return dayspan{lo: day(y, m, 1), hi: day(y, m+1, 0), whole: t, kind: k}, err == nil
}

func yearOf(y int, k dayKind) (dayspan, bool) {
	t, err := edtf.Date(y, 0, 0)
	return dayspan{lo: day(y, 1, 1), hi: day(y, 12, 31), whole: t, kind: k}, err == nil
}

// date resolves a day of a month. Without a year it is the last such day that
// isn't more than a month after the publication, since texts announce what is
// near, and give the year of what is far.
func (r *resolver) date(d dayRef) (dayspan, bool) {
	at := func(y int) (dayspan, bool) {
		lo, hi := day(y, time.Month(d.m), d.d), day(y, time.Month(d.m), max(d.d, d.d2))
		return dayspan{lo: lo, hi: hi, kind: d.kind}, hi.Month() == time.Month(d.m) && lo.Month() == time.Month(d.m)
	}
	if d.hasYear {
		return at(d.y)
	}
	if !r.dated {
		return dayspan{}, false
	}
	for n := range 9 { // a leap day may be eight years away
		if r.Future {
			if s, ok := at(r.first.Year() + n); ok && !s.hi.Before(r.first) {
				return s, true
			}
			continue
		}
		if s, ok := at(r.last.Year() + 1 - n); ok && !s.lo.After(r.last.AddDate(0, 0, r.slack)) {
			return s, true
		}
	}
	return dayspan{}, false
}

// near resolves what is counted in days from the publication.
func (r *resolver) near(d dayRef) (dayspan, bool) {
	if !r.day() {
		return dayspan{}, false
	}
	pub := r.first
	wd := int(pub.Weekday())
	one := func(shift int) (dayspan, bool) {
		t := pub.AddDate(0, 0, shift)
		return dayspan{lo: t, hi: t, kind: dateRef}, true
	}
	run := func(shift, days int) (dayspan, bool) {
		return dayspan{lo: pub.AddDate(0, 0, shift), hi: pub.AddDate(0, 0, shift+days-1), kind: d.kind}, true
	}
	switch d.kind {
	case weekdayRef:
		back := (wd - d.wd + 7) % 7 // days since the last one, or 0
		switch {
		case d.shift > 0 || r.Future && d.shift == 0 && back > 0:
			return one(7 - back)
		case d.shift < 0 && back == 0:
			return one(-7)
		}
		return one(-back)
	case dayCount:
		return one(d.shift)
	case weekRef:
		return run(-((wd+6)%7)+7*d.shift, 7) // weeks begin on Monday
	case weekendRef:
		back := (wd + 1) % 7 // days since Saturday
		switch {
		case d.shift > 0 || r.Future && back > 1:
			return run(7-back, 2)
		case d.shift < 0 && back < 2:
			return run(-back-7, 2)
		}
		return run(-back, 2)
	}
	return dayspan{}, false
}

// yearly resolves a month or a season. Without a year it is the last that has
// begun, with "last" the last that is over, with "next" or in a future tense the
// next that isn't.
func (r *resolver) yearly(d dayRef) (dayspan, bool) {
	at := func(y int) (dayspan, bool) {
		if d.kind == monthRef {
			return monthOf(y, time.Month(d.m), d.kind)
		}
		t, err := edtf.Date(y, time.Month(d.m), 0)
		first := day(y, time.Month(3*(d.m-20)), 1)
		return dayspan{lo: first, hi: first.AddDate(0, 3, -1), whole: t, kind: d.kind}, err == nil
	}
	if d.hasYear {
		return at(d.y)
	}
	if !r.dated {
		return dayspan{}, false
	}
	for n := range 4 {
		if d.shift > 0 || r.Future && d.shift == 0 {
			s, ok := at(r.first.Year() - 1 + n)
			if ok && (s.lo.After(r.last) || d.shift == 0 && !s.hi.Before(r.first)) {
				return s, true
			}
			continue
		}
		s, ok := at(r.last.Year() + 1 - n)
		if ok && (d.shift < 0 && s.hi.Before(r.first) || d.shift == 0 && !s.lo.After(r.last)) {
			return s, true
		}
	}
	return dayspan{}, false
}

// counted resolves "two days ago" and "the past 24 hours".
func (r *resolver) counted(d dayRef) (span, bool) {
	if d.unit == minute || d.unit == hour {
		return r.countedHours(d)
	}
	if d.unit == month || d.unit == year || d.unit == decade {
		if !r.dated {
			return span{}, false
		}
	} else if !r.day() {
		return span{}, false
	}
	lo, hi := r.first, r.last
	switch d.unit {
	case dayUnit:
		lo, hi = lo.AddDate(0, 0, -d.hi), hi.AddDate(0, 0, -d.lo)
	case weekend, week:
		lo, hi = lo.AddDate(0, 0, -7*d.hi), hi.AddDate(0, 0, -7*d.lo)
		if d.kind == ago { // to the week, not to the day
			lo, hi = lo.AddDate(0, 0, -3), hi.AddDate(0, 0, 3)
		}
	case month:
		lo, hi = addMonths(lo, -d.hi), addMonths(hi, -d.lo)
		if d.kind == ago {
			t := months2(lo, hi)
			return span{from: t}, !t.IsZero()
		}
	case year, decade:
		n := 1
		if d.unit == decade {
			n = 10
		}
		lo, hi = addMonths(lo, -12*n*d.hi), addMonths(hi, -12*n*d.lo)
		if d.kind == ago {
			t := years(lo.Year()-n/10, hi.Year()+n/10)
			return span{from: t}, !t.IsZero()
		}
	}
	if d.kind == past {
		hi = r.last
	}
	return dayspan{lo: lo, hi: hi}.modified("")
}

// addMonths gives the same day of another month, or its last day: a month before
// 31 March is 28 February, where [time.Time.AddDate] gives 3 March.
func addMonths(t time.Time, n int) time.Time {
	y, m, d := t.Date()
	last := day(y, m+time.Month(n)+1, 0)
	return day(last.Year(), last.Month(), min(d, last.Day()))
}

// countedHours counts from the moment of publication or, where only its day is
// known, in days.
func (r *resolver) countedHours(d dayRef) (span, bool) {
	u := time.Hour
	if d.unit == minute {
		u = time.Minute
	}
	from, to := time.Duration(d.hi)*u, time.Duration(d.lo)*u
	if d.kind == past {
		to = 0
	}
	if r.timed {
		if d.kind == ago && d.unit == hour {
			from, to = from+30*time.Minute, to-30*time.Minute
		}
		x, ok1 := stamp(r.moment.Add(-from), "2006-01-02T15:04", r.Zone)
		y, ok2 := stamp(r.moment.Add(-to), "2006-01-02T15:04", r.Zone)
		return span{x, y}, ok1 && ok2
	}
	if !r.day() {
		return span{}, false
	}
	days := func(d time.Duration) int { return int((d + 24*time.Hour - 1) / (24 * time.Hour)) }
	return dayspan{lo: r.first.AddDate(0, 0, -days(from)), hi: r.last.AddDate(0, 0, -int(to/(24*time.Hour)))}.modified("")
}
