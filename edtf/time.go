package edtf

import (
	"fmt"
	"time"
)

// A Time is a date, a time of day or an interval, as vague as it was said.
// The zero Time is unstated. Times are values: they may be copied, shared
// between goroutines and compared with ==, which compares the text too;
// [Time.Equal] compares what the text means.
type Time struct {
	text       string
	start, end Bound
	qual       qualifier
}

// qualifier is the set of marks on any part of a Time.
type qualifier uint8

const (
	uncertain   qualifier = 1 << iota // "?", or half of "%"
	approximate                       // "~", the other half
)

// qualifiers gives the meaning of the three marks of level 1.
var qualifiers = map[byte]qualifier{
	'?': uncertain,
	'~': approximate,
	'%': uncertain | approximate,
}

// MustParse is [Parse] for texts that are part of the program; it panics where
// Parse would give an error.
func MustParse(s string) Time {
	t, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return t
}

// Date gives a day, or with a day of 0 a month, or with a month of 0 a year.
// As in EDTF, the months 21 to 24 are the seasons. It is an error if the calendar has no such day, or the year isn't one of
// those that [Parse] reads.
func Date(year int, month time.Month, day int) (Time, error) {
	s := formatYear(year)
	if month != 0 || day != 0 {
		s += fmt.Sprintf("-%02d", int(month))
	}
	if day != 0 {
		s += fmt.Sprintf("-%02d", day)
	}
	return Parse(s)
}

// FromTime gives the second in which t falls, with the offset of its location.
// An offset that isn't in whole minutes, as of local mean time, can't be
// written; such a time is given in UTC.
func FromTime(t time.Time) (Time, error) {
	_, offset := t.Zone()
	if offset%60 != 0 {
		t, offset = t.UTC(), 0
	}
	zone := "Z"
	if offset != 0 {
		sign := '+'
		if offset < 0 {
			sign, offset = '-', -offset
		}
		zone = fmt.Sprintf("%c%02d:%02d", sign, offset/3600, offset/60%60)
	}
	return Parse(formatYear(t.Year()) + t.Format("-01-02T15:04:05") + zone)
}

// formatYear writes a year in the form that its size asks for.
func formatYear(year int) string {
	switch {
	case year > 9999 || year < -9999:
		return fmt.Sprintf("Y%d", year)
	case year < 0:
		return fmt.Sprintf("-%04d", -year)
	}
	return fmt.Sprintf("%04d", year)
}

// Interval gives the interval from one time to another. The zero Time as an
// end leaves it open ("..").
func Interval(from, to Time) (Time, error) {
	a, b := from.text, to.text
	if from.IsZero() {
		a = ".."
	}
	if to.IsZero() {
		b = ".."
	}
	return Parse(a + "/" + b)
}

// String returns the text as it was given, "" for the zero Time.
func (t Time) String() string { return t.text }

// IsZero tells whether t is unstated. It lets encoding/json leave t out
// ("omitzero").
func (t Time) IsZero() bool { return t.text == "" }

// Uncertain tells whether any part of t is marked as uncertain, "?" or "%".
func (t Time) Uncertain() bool { return t.qual&uncertain != 0 }

// Approximate tells whether any part of t is marked as approximate, "~" or
// "%". The span of an approximate time is that of the time without its mark:
// how far about reaches is for the reader to say.
func (t Time) Approximate() bool { return t.qual&approximate != 0 }

// HasZone tells whether t carries an offset from UTC, at either end.
func (t Time) HasZone() bool { return t.start.Zoned() || t.end.Zoned() }

// MarshalText returns the text as it was given.
func (t Time) MarshalText() ([]byte, error) { return []byte(t.text), nil }

// UnmarshalText reads what [Parse] reads. An empty text is refused as by
// Parse: an unstated time is left out ("omitzero"), not written.
func (t *Time) UnmarshalText(text []byte) error {
	u, err := Parse(string(text))
	if err != nil {
		return err
	}
	*t = u
	return nil
}
