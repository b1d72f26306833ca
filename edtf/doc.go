// Package edtf holds dates and times that are as vague as they were said: "in
// September 2022", "some day of that April", "since the 12th", "Monday night".
//
// A [Time] is one string of the Extended Date/Time Format (EDTF, ISO 8601-2
// as profiled by the Library of Congress) and the span of time that it stands
// for:
//
//	t, err := edtf.Parse("2022-09")
//	t.Start() // 1 September 2022, 00:00, inclusive
//	t.End()   // 1 October 2022, 00:00, exclusive
//
// # What is read
//
// All of EDTF level 0 and level 1:
//
//	2022  2022-09  2022-09-12             year, month, day
//	2022-09-12T18:00:00                   a time of day, by some clock on some wall
//	2022-09-12T18:00:00Z  ...+04  +04:00  a time of day with its offset from UTC
//	2022-09/2022-10-15                    from September to 15 October, both included
//	2022-09-12/..  ../2022-09-12          open: no end, no start
//	2022-09-12/    /2022-09-12            there is an end, or a start; nobody knows when
//	2022?  2022-09~  2022-09-12%          uncertain, approximate, both
//	202X  20XX  2022-XX  2022-09-XX  2022-XX-XX   digits left open
//	2022-21  ...  2022-24                 spring, summer, autumn, winter
//	Y17000  Y-17000  -0044                years beyond four digits, years before year 0
//
// Beyond level 1, the ends of an interval may be times of day
// ("2022-09-12T18:00:00+04:00/2022-09-13T06:00:00+04:00"), and a time of day
// may lack its seconds ("2022-09-13T00:05").
//
// Everything else is refused with a [*ParseError] that quotes the value: words,
// a day that the calendar doesn't have, an interval that starts after its end
// is over, level 2.
//
// # Spans
//
// Every expression stands for a span as long as its last stated part: a year,
// a month, a minute, a second. An interval runs from the start of its first
// expression until its last one is over. Comparisons ([Time.Within],
// [Time.Overlaps], [Time.Before]) are comparisons of spans.
//
// A season is what the meteorologists and the astronomers of the northern
// hemisphere call it, taken together, so that nobody's "autumn" is
// contradicted by a difference of calendars; a winter is named by the year in
// which it begins.
//
// # Clocks
//
// A time without an offset is a wall-clock time: nobody said which wall. Next
// to one with an offset it is read on that one's own clock, so that "12
// September" holds 12 September, 23:30 at +04:00.
// Two times with offsets are compared as instants. The two ends of an interval
// are on one clock, that of its start where it has one.
//
// # What it is not for
//
// There are no durations, no recurrence, no time zone rules: an offset is all
// that a string can carry. English expressions are not read here.
package edtf
