// Package when reads English expressions of time and resolves them against the
// date of publication and the clocks of the place, staying as vague as they are:
//
//	for _, e := range when.Find("Shelling began on Monday night, at 23:55.") {
//		t := e.Resolve(when.Context{Published: edtf.MustParse("2022-09-13")})
//	}
//
// An [Expr] is found where it stands, without "on", "in" or "at" in front, but
// with the words that change what it means ("since", "until", "from", "about").
//
// # How expressions are resolved
//
// Published on Tuesday, 13 September 2022, for a place at +04:00:
//
//	Monday, on Monday           2022-09-12, the nearest such day that isn't yet to come
//	Monday, in a future tense   2022-09-19, where [Context.Future] says so
//	yesterday, two days ago     2022-09-12, 2022-09-11
//	September 12, 12 September  2022-09-12
//	in August, in 2020          2022-08, 2020
//	the fall of 2020            2020-23
//	last week                   2022-09-05/2022-09-11, weeks begin on Monday
//	Monday night                2022-09-12T18:00:00+04:00/2022-09-13T06:00:00+04:00
//	13 September, at 00:05      2022-09-13T00:05+04:00
//	since Monday                2022-09-12/..
//	around 8 a.m. on Monday     2022-09-12T07:30+04:00/2022-09-12T08:30+04:00
//
// Without a date of publication a weekday, "yesterday" and a date without a year
// stay unresolved: the zero [edtf.Time]. So does a time of day without a day,
// unless [Context.Spoken] says which day is spoken of, and an order ("hours after
// the truce"), which is found all the same, see [Expr.Order].
//
// The hours of "morning", "early" and the like are a readable table, in
// tables.go. Without [Context.Zone] times of day carry no offset.
//
// # What it is not for
//
// Durations ("for three days") and how often ("every Monday") are not read, nor
// is tense: whether a Monday is yet to come is for the caller to say. Names of
// feasts, and numeric dates that could be read in two ways (09/12/2022), are left
// alone.
package when
