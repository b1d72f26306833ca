package edtf

import (
	"fmt"
	"strings"
	"time"
)

// maxLen bounds the texts that are read. The longest in use is an interval
// between two times of day before year 0, of 53 bytes.
const maxLen = 64

// maxYearDigits bounds the years after "Y", so that their seconds can be
// counted: the universe needs eleven digits, history five.
const maxYearDigits = 9

// A ParseError says why a text is no [Time].
type ParseError struct {
	Value  string // the text, cut if it is very long
	Reason string
}

func (e *ParseError) Error() string {
	return fmt.Sprintf("edtf: %q: %s", e.Value, e.Reason)
}

// Parse reads one EDTF string; the package comment lists what is read. The
// error is a [*ParseError]. Spaces around the text are not removed.
func Parse(s string) (Time, error) {
	t, reason := parse(s)
	if reason == "" {
		return t, nil
	}
	if len(s) > maxLen {
		s = s[:maxLen] + "..."
	}
	return Time{}, &ParseError{Value: s, Reason: reason}
}

// parse is [Parse] with a reason in place of an error.
func parse(s string) (Time, string) {
	if len(s) > maxLen {
		return Time{}, fmt.Sprintf("longer than %d bytes", maxLen)
	}
	if s == "" {
		return Time{}, "no date or time"
	}
	from, to, interval := strings.Cut(s, "/")
	if !interval {
		p, reason := parsePoint(s)
		p.text = s
		return p, reason
	}
	if from == "" && to == "" {
		return Time{}, "an interval without any end"
	}
	a, reason := parseEnd(from)
	if reason != "" {
		return Time{}, reason
	}
	b, reason := parseEnd(to)
	if reason != "" {
		return Time{}, reason
	}
	a.start, b.end = oneClock(a.start, b.end)
	if a.start.limit == Stated && b.end.limit == Stated && a.start.compare(b.end) >= 0 {
		return Time{}, "an inverted interval: it starts after its end is over"
	}
	return Time{text: s, start: a.start, end: b.end, qual: a.qual | b.qual}, ""
}

// oneClock puts both ends of an interval on one clock, that of its start if it
// has one: a reading of each end on its own clock could put the end before the
// start. An end without an offset is on the other's clock.
func oneClock(start, end Bound) (Bound, Bound) {
	switch {
	case start.limit != Stated || end.limit != Stated:
	case start.zoned && end.zoned:
		end.wall += int64(start.offset - end.offset)
		end.offset = start.offset
	case start.zoned:
		end.offset, end.zoned = start.offset, true
	case end.zoned:
		start.offset, start.zoned = end.offset, true
	}
	return start, end
}

// parseEnd reads one end of an interval.
func parseEnd(s string) (Time, string) {
	switch s {
	case "":
		return Time{start: Bound{limit: Unknown}, end: Bound{limit: Unknown}}, ""
	case "..":
		return Time{start: Bound{limit: Open}, end: Bound{limit: Open}}, ""
	}
	return parsePoint(s)
}

// parsePoint reads an expression that isn't an interval.
func parsePoint(s string) (Time, string) {
	if date, clock, ok := strings.Cut(s, "T"); ok {
		return parseDateTime(date, clock)
	}
	var t Time
	if s != "" {
		if q, ok := qualifiers[s[len(s)-1]]; ok {
			t.qual = q
			s = s[:len(s)-1]
		}
	}
	first, after, reason := parseDate(s)
	if reason != "" {
		return Time{}, reason
	}
	t.start, t.end = first.bound(), after.bound()
	return t, ""
}

// A day is a day of the proleptic Gregorian calendar; its fields may overflow
// into the next month or year, as for [time.Date].
type day struct {
	year  int
	month time.Month
	day   int
}

func (d day) unix() int64 {
	return time.Date(d.year, d.month, d.day, 0, 0, 0, 0, time.UTC).Unix()
}

func (d day) bound() Bound { return Bound{wall: d.unix(), limit: Stated} }

// notDate is the reason for all that has the wrong shape.
const notDate = "not an EDTF date, time or interval (as 2022-09-12, 2022-09, 2022-09-12/2022-09-13)"

// seasons are the season codes with their first day and the first day after
// them, by month and day. The first is the meteorologists', the second the
// astronomers' at its latest; winter ends in the next year.
var seasons = map[int][2][2]int{
	21: {{3, 1}, {6, 22}},   // spring
	22: {{6, 1}, {9, 24}},   // summer
	23: {{9, 1}, {12, 23}},  // autumn
	24: {{12, 1}, {15, 22}}, // winter, over on 22 March
}

// parseDate reads a date, without marks, and gives its first day and the first
// day after it.
func parseDate(s string) (first, after day, reason string) {
	if rest, ok := strings.CutPrefix(s, "Y"); ok {
		return parseLongYear(rest)
	}
	body, negative := strings.CutPrefix(s, "-")
	parts := strings.Split(body, "-")
	if len(parts) > 3 || len(parts[0]) != 4 {
		return first, after, notDate
	}
	lo, hi, ok := parseYear(parts[0])
	if !ok || lo != hi && len(parts) > 1 {
		return first, after, notDate
	}
	if negative {
		if hi == 0 {
			return first, after, "no year -0000"
		}
		lo, hi = -hi, -max(lo, 1)
	}
	for _, p := range parts[1:] {
		if len(p) != 2 {
			return first, after, notDate
		}
	}
	switch {
	case len(parts) == 1,
		len(parts) == 2 && parts[1] == "XX",
		len(parts) == 3 && parts[1] == "XX" && parts[2] == "XX":
		return day{lo, 1, 1}, day{hi + 1, 1, 1}, ""
	}
	m, ok := number(parts[1])
	if !ok {
		return first, after, notDate
	}
	if span, ok := seasons[m]; ok && len(parts) == 2 {
		from, to := span[0], span[1]
		return day{lo, time.Month(from[0]), from[1]}, day{lo, time.Month(to[0]), to[1]}, ""
	}
	if m < 1 || m > 12 {
		return first, after, fmt.Sprintf("the calendar has no month %s", parts[1])
	}
	month := time.Month(m)
	if len(parts) == 2 || parts[2] == "XX" {
		return day{lo, month, 1}, day{lo, month + 1, 1}, ""
	}
	d, ok := number(parts[2])
	if !ok {
		return first, after, notDate
	}
	if last := time.Date(lo, month+1, 0, 0, 0, 0, 0, time.UTC).Day(); d < 1 || d > last {
		return first, after, fmt.Sprintf("the calendar has no day %s in %s %d", parts[2], month, lo)
	}
	return day{lo, month, d}, day{lo, month, d + 1}, ""
}

// parseYear reads four digits of which the last or the last two may be left
// open, and gives the lowest and highest year.
func parseYear(s string) (lo, hi int, ok bool) {
	known := strings.TrimRight(s, "X")
	if len(known) < 2 {
		return 0, 0, false
	}
	lo, ok = number(known)
	hi = lo
	for range len(s) - len(known) {
		lo, hi = lo*10, hi*10+9
	}
	return lo, hi, ok
}

// parseLongYear reads what follows a "Y": a year of more than four digits.
func parseLongYear(s string) (first, after day, reason string) {
	digits, negative := strings.CutPrefix(s, "-")
	if len(digits) > maxYearDigits {
		return first, after, fmt.Sprintf("a year of more than %d digits", maxYearDigits)
	}
	y, ok := number(digits)
	if !ok {
		return first, after, notDate
	}
	if y <= 9999 || digits[0] == '0' {
		return first, after, "a year after Y needs more than four digits"
	}
	if negative {
		y = -y
	}
	return day{y, 1, 1}, day{y + 1, 1, 1}, ""
}

// parseDateTime reads a complete date and a time of day.
func parseDateTime(date, clock string) (Time, string) {
	first, _, reason := parseDate(date)
	if reason != "" {
		return Time{}, reason
	}
	if len(date) < len("2022-09-12") || strings.ContainsAny(date, "XY") {
		return Time{}, "a time of day needs a complete date (as 2022-09-12T18:00:00)"
	}
	b := Bound{limit: Stated}
	if i := strings.IndexAny(clock, "Z+-"); i >= 0 {
		var ok bool
		if b.offset, ok = parseOffset(clock[i:]); !ok {
			return Time{}, "not an offset from UTC (Z, or up to 14 hours, as +04:00)"
		}
		b.zoned = true
		clock = clock[:i]
	}
	seconds, length, ok := parseClock(clock)
	if !ok {
		return Time{}, "not a time of day (00:00 to 23:59, or with seconds)"
	}
	b.wall = first.unix() + int64(seconds)
	end := b
	end.wall += int64(length)
	return Time{start: b, end: end}, ""
}

// parseClock reads hh:mm or hh:mm:ss and gives the second of the day and the
// seconds that it lasts. There is no 24:00, as in ISO 8601-1:2019, and no leap
// second.
func parseClock(s string) (second, length int, ok bool) {
	if len(s) != len("18:00") && len(s) != len("18:00:00") || s[2] != ':' {
		return 0, 0, false
	}
	h, ok1 := number(s[:2])
	m, ok2 := number(s[3:5])
	if !ok1 || !ok2 || h > 23 || m > 59 {
		return 0, 0, false
	}
	second, length = h*3600+m*60, 60
	if len(s) > len("18:00") {
		sec, ok := number(s[6:])
		if s[5] != ':' || !ok || sec > 59 {
			return 0, 0, false
		}
		second, length = second+sec, 1
	}
	return second, length, true
}

// parseOffset reads Z, +hh or +hh:mm, in seconds. The limit of 14 hours is
// that of the world's clocks and of XML Schema.
func parseOffset(s string) (int32, bool) {
	if s == "Z" {
		return 0, true
	}
	if len(s) != len("+04") && (len(s) != len("+04:00") || s[3] != ':') {
		return 0, false
	}
	h, ok := number(s[1:3])
	m := 0
	if ok && len(s) > len("+04") {
		m, ok = number(s[4:])
	}
	if !ok || m > 59 || h*60+m > 14*60 {
		return 0, false
	}
	offset := int32(h*3600 + m*60)
	if s[0] == '-' {
		offset = -offset
	}
	return offset, s[0] != 'Z'
}

// number reads digits only: no sign, no space, at least one.
func number(s string) (int, bool) {
	n := 0
	for i := range len(s) {
		c := s[i] - '0'
		if c > 9 {
			return 0, false
		}
		n = n*10 + int(c)
	}
	return n, s != ""
}
