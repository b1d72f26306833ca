package edtf_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/seed514b815a/rashomon/edtf"
)

// show writes a bound as the tables below do.
func show(b edtf.Bound) string {
	switch {
	case b.Limit() != edtf.Stated:
		return b.Limit().String()
	case b.Zoned():
		return b.At().Format(time.RFC3339)
	}
	return b.At().Format("2006-01-02T15:04:05")
}

func TestParse(t *testing.T) {
	tests := []struct{ name, in, start, end string }{
		{"day", "1985-04-12", "1985-04-12T00:00:00", "1985-04-13T00:00:00"},
		{"last day of a year", "1999-12-31", "1999-12-31T00:00:00", "2000-01-01T00:00:00"},
		{"leap day", "2024-02-29", "2024-02-29T00:00:00", "2024-03-01T00:00:00"},
		{"leap day of a fourth century", "2000-02-29", "2000-02-29T00:00:00", "2000-03-01T00:00:00"},
		{"month", "1985-04", "1985-04-01T00:00:00", "1985-05-01T00:00:00"},
		{"year", "1985", "1985-01-01T00:00:00", "1986-01-01T00:00:00"},
		{"year zero", "0000", "0000-01-01T00:00:00", "0001-01-01T00:00:00"},

		{"clock", "1985-04-12T23:20:30", "1985-04-12T23:20:30", "1985-04-12T23:20:31"},
		{"clock in UTC", "1985-04-12T23:20:30Z", "1985-04-12T23:20:30Z", "1985-04-12T23:20:31Z"},
		{"offset in hours", "1985-04-12T23:20:30-04", "1985-04-12T23:20:30-04:00", "1985-04-12T23:20:31-04:00"},
		{"offset in minutes", "1985-04-12T23:20:30+04:30", "1985-04-12T23:20:30+04:30", "1985-04-12T23:20:31+04:30"},
		{"without seconds", "2022-09-13T00:05", "2022-09-13T00:05:00", "2022-09-13T00:06:00"},
		{"without seconds, offset", "2022-09-13T23:59+04:00", "2022-09-13T23:59:00+04:00", "2022-09-14T00:00:00+04:00"},

		{"years", "1964/2008", "1964-01-01T00:00:00", "2009-01-01T00:00:00"},
		{"months", "2004-06/2006-08", "2004-06-01T00:00:00", "2006-09-01T00:00:00"},
		{"days", "2004-02-01/2005-02-08", "2004-02-01T00:00:00", "2005-02-09T00:00:00"},
		{"day to month", "2004-02-01/2005-02", "2004-02-01T00:00:00", "2005-03-01T00:00:00"},
		{"day to its own month", "2004-02-10/2004-02", "2004-02-10T00:00:00", "2004-03-01T00:00:00"},
		{"one day", "2004-02-01/2004-02-01", "2004-02-01T00:00:00", "2004-02-02T00:00:00"},

		{"open end", "1985-04-12/..", "1985-04-12T00:00:00", "open"},
		{"open start", "../1985-04", "open", "1985-05-01T00:00:00"},
		{"unknown end", "1985-04-12/", "1985-04-12T00:00:00", "unknown"},
		{"unknown start", "/1985-04-12", "unknown", "1985-04-13T00:00:00"},
		{"always", "../..", "open", "open"},
		{"unknown start, open end", "/..", "unknown", "open"},

		{"uncertain", "1984?", "1984-01-01T00:00:00", "1985-01-01T00:00:00"},
		{"approximate month", "2004-06~", "2004-06-01T00:00:00", "2004-07-01T00:00:00"},
		{"both, day", "2004-06-11%", "2004-06-11T00:00:00", "2004-06-12T00:00:00"},
		{"marks at both ends", "1984~/2004-06-11%", "1984-01-01T00:00:00", "2004-06-12T00:00:00"},

		{"decade", "201X", "2010-01-01T00:00:00", "2020-01-01T00:00:00"},
		{"century", "20XX", "2000-01-01T00:00:00", "2100-01-01T00:00:00"},
		{"some month", "2004-XX", "2004-01-01T00:00:00", "2005-01-01T00:00:00"},
		{"some day", "1985-04-XX", "1985-04-01T00:00:00", "1985-05-01T00:00:00"},
		{"some month and day", "1985-XX-XX", "1985-01-01T00:00:00", "1986-01-01T00:00:00"},
		{"unspecified and uncertain", "201X?", "2010-01-01T00:00:00", "2020-01-01T00:00:00"},
		{"unspecified in an interval", "201X/2015-XX", "2010-01-01T00:00:00", "2016-01-01T00:00:00"},

		{"spring", "2001-21", "2001-03-01T00:00:00", "2001-06-22T00:00:00"},
		{"summer", "2001-22", "2001-06-01T00:00:00", "2001-09-24T00:00:00"},
		{"autumn", "2001-23", "2001-09-01T00:00:00", "2001-12-23T00:00:00"},
		{"winter runs into the next year", "2001-24", "2001-12-01T00:00:00", "2002-03-22T00:00:00"},
		{"approximate season", "2001-23~", "2001-09-01T00:00:00", "2001-12-23T00:00:00"},

		{"before year 0", "-0044-03-15", "-0044-03-15T00:00:00", "-0044-03-16T00:00:00"},
		{"negative decade", "-004X", "-0049-01-01T00:00:00", "-0039-01-01T00:00:00"},
		{"negative first century", "-00XX", "-0099-01-01T00:00:00", "0000-01-01T00:00:00"},
		{"long year", "Y17000", "17000-01-01T00:00:00", "17001-01-01T00:00:00"},
		{"long negative year", "Y-17000", "-17000-01-01T00:00:00", "-16999-01-01T00:00:00"},
		{"nine digits", "Y170000002", "170000002-01-01T00:00:00", "170000003-01-01T00:00:00"},

		{"night", "2022-09-12T18:00:00+04:00/2022-09-13T06:00:00+04:00", "2022-09-12T18:00:00+04:00", "2022-09-13T06:00:01+04:00"},
		{"night across offsets", "2022-09-12T18:00:00+04:00/2022-09-12T14:00:00Z", "2022-09-12T18:00:00+04:00", "2022-09-12T18:00:01+04:00"},
		{"an end without an offset is on the start's clock", "2022-09-12T18:00+04:00/2022-09-13", "2022-09-12T18:00:00+04:00", "2022-09-14T00:00:00+04:00"},
		{"a start without an offset is on the end's clock", "2022-09-12/2022-09-13T06:00Z", "2022-09-12T00:00:00Z", "2022-09-13T06:01:00Z"},
		{"day to time of day", "2022-09-12/2022-09-13T06:00", "2022-09-12T00:00:00", "2022-09-13T06:01:00"},
		{"since a time of day", "2022-09-12T18:00Z/..", "2022-09-12T18:00:00Z", "open"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := edtf.Parse(tt.in)
			if err != nil {
				t.Fatal(err)
			}
			if s := show(got.Start()); s != tt.start {
				t.Errorf("%s starts %s, want %s", tt.in, s, tt.start)
			}
			if s := show(got.End()); s != tt.end {
				t.Errorf("%s ends %s, want %s", tt.in, s, tt.end)
			}
			if got.String() != tt.in {
				t.Errorf("String gives %q, want %q", got, tt.in)
			}
		})
	}
}

func TestParseRefuses(t *testing.T) {
	tests := []struct{ name, in, reason string }{
		{"nothing", "", "no date"},
		{"words", "Monday night", "not an EDTF"},
		{"space", " 2022", "not an EDTF"},
		{"no such month", "2031-13-40", "no month 13"},
		{"month zero", "2022-00", "no month 00"},
		{"no such day", "2023-02-29", "no day 29 in February 2023"},
		{"no leap day in a century", "1900-02-29", "no day 29"},
		{"day zero", "2022-09-00", "no day 00"},
		{"31 September", "2022-09-31", "no day 31 in September 2022"},
		{"day of a season", "2022-21-05", "no month 21"},
		{"season beyond level 1", "2022-25", "no month 25"},
		{"basic format", "20220912", "not an EDTF"},
		{"slashes", "12/09/2022", "not an EDTF"},
		{"three ends", "2022/2023/2024", "not an EDTF"},
		{"one digit", "2022-9-1", "not an EDTF"},
		{"sign inside", "2022-+9", "not an EDTF"},
		{"letters", "20a2", "not an EDTF"},
		{"other digits", "２０２２", "not an EDTF"},
		{"short year", "985", "not an EDTF"},
		{"five digits", "12022", "not an EDTF"},
		{"minus year zero", "-0000", "no year -0000"},
		{"double sign", "--2022", "not an EDTF"},
		{"plus", "+2022", "not an EDTF"},
		{"three open digits", "2XXX", "not an EDTF"},
		{"all digits open", "XXXX", "not an EDTF"},
		{"open digit on the left", "X022", "not an EDTF"},
		{"half open month", "2022-1X", "not an EDTF"},
		{"half open day", "2022-09-1X", "not an EDTF"},
		{"day of an open month", "2022-XX-12", "not an EDTF"},
		{"month of an open year", "202X-09", "not an EDTF"},
		{"mark on the left (level 2)", "?2022-09", "not an EDTF"},
		{"mark inside (level 2)", "2022?-09", "not an EDTF"},
		{"two marks", "2022?~", "not an EDTF"},
		{"mark alone", "?", "not an EDTF"},
		{"set (level 2)", "[2022,2023]", "not an EDTF"},
		{"exponent (level 2)", "Y17E7", "not an EDTF"},
		{"Y with four digits", "Y2022", "more than four digits"},
		{"Y with leading zeros", "Y02022", "more than four digits"},
		{"Y alone", "Y", "not an EDTF"},
		{"year of ten digits", "Y1700000020", "more than 9 digits"},
		{"clock without day", "2022-09T18:00:00", "complete date"},
		{"clock of an open day", "2022-09-XXT18:00:00", "complete date"},
		{"clock of no date", "T18:00:00", "not an EDTF"},
		{"clock on no day", "2022-02-30T18:00:00", "no day 30"},
		{"hour 24", "2022-09-12T24:00:00", "not a time of day"},
		{"minute 60", "2022-09-12T23:60:00", "not a time of day"},
		{"second 60", "2022-09-12T23:59:60", "not a time of day"},
		{"fraction", "2022-09-12T23:59:59.5", "not a time of day"},
		{"hour only", "2022-09-12T18", "not a time of day"},
		{"marked clock", "2022-09-12T18:00~", "not a time of day"},
		{"mark after the offset", "2022-09-12T18:00Z?", "not an offset"},
		{"basic offset", "2022-09-12T18:00:00+0400", "not an offset"},
		{"offset of a day", "2022-09-12T18:00:00+24:00", "not an offset"},
		{"small z", "2022-09-12T18:00:00z", "not a time of day"},
		{"slash alone", "/", "without any end"},
		{"dots alone", "..", "not an EDTF"},
		{"inverted days", "2022-09-13/2022-09-12", "inverted"},
		{"inverted by precision", "2022-09/2022-08-15", "inverted"},
		{"inverted at midnight", "2022-09-14T00:00/2022-09-13", "inverted"},
		{"inverted instants", "2022-09-12T18:00:00Z/2022-09-12T18:00:00+04:00", "inverted"},
		{"bad end", "2022-09-12/2022-09-31", "no day 31"},
		{"too long", strings.Repeat("2", 1000), "longer than"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := edtf.Parse(tt.in)
			var pe *edtf.ParseError
			if !errors.As(err, &pe) {
				t.Fatalf("Parse(%q) = %v, %v, want a ParseError", tt.in, got, err)
			}
			if !strings.Contains(pe.Reason, tt.reason) {
				t.Errorf("reason %q, want %q in it", pe.Reason, tt.reason)
			}
			if len(tt.in) < 64 && !strings.Contains(err.Error(), tt.in) {
				t.Errorf("error %q doesn't quote %q", err, tt.in)
			}
			if !got.IsZero() {
				t.Errorf("a Time beside the error: %v", got)
			}
		})
	}
}

func TestMarks(t *testing.T) {
	tests := []struct {
		in                     string
		uncertain, approximate bool
	}{
		{"2022", false, false},
		{"2022?", true, false},
		{"2022~", false, true},
		{"2022%", true, true},
		{"2022?/2023~", true, true},
	}
	for _, tt := range tests {
		got := edtf.MustParse(tt.in)
		if got.Uncertain() != tt.uncertain || got.Approximate() != tt.approximate {
			t.Errorf("%s: uncertain %v, approximate %v", tt.in, got.Uncertain(), got.Approximate())
		}
	}
}

func TestConstructors(t *testing.T) {
	yerevan := time.FixedZone("", 4*3600)
	paris1900 := time.FixedZone("LMT", 9*60+21)
	day := func(y int, m time.Month, d int) edtf.Time {
		t.Helper()
		got, err := edtf.Date(y, m, d)
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	from := func(x time.Time) edtf.Time {
		t.Helper()
		got, err := edtf.FromTime(x)
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	interval := func(a, b edtf.Time) edtf.Time {
		t.Helper()
		got, err := edtf.Interval(a, b)
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	tests := []struct {
		name string
		got  edtf.Time
		want string
	}{
		{"day", day(2022, 9, 12), "2022-09-12"},
		{"month", day(2022, 9, 0), "2022-09"},
		{"year", day(2022, 0, 0), "2022"},
		{"season", day(2022, 23, 0), "2022-23"},
		{"negative year", day(-44, 3, 15), "-0044-03-15"},
		{"long year", day(17000, 0, 0), "Y17000"},
		{"instant", from(time.Date(2022, 9, 13, 0, 5, 7, 999, yerevan)), "2022-09-13T00:05:07+04:00"},
		{"instant in UTC", from(time.Date(2022, 9, 13, 0, 5, 7, 0, time.UTC)), "2022-09-13T00:05:07Z"},
		{"offset with seconds", from(time.Date(1900, 1, 1, 0, 9, 21, 0, paris1900)), "1900-01-01T00:00:00Z"},
		{"west", from(time.Date(2022, 9, 13, 0, 5, 7, 0, time.FixedZone("", -3*3600-1800))), "2022-09-13T00:05:07-03:30"},
		{"interval", interval(day(2022, 9, 12), day(2022, 9, 13)), "2022-09-12/2022-09-13"},
		{"since", interval(day(2022, 9, 12), edtf.Time{}), "2022-09-12/.."},
		{"until", interval(edtf.Time{}, day(2022, 9, 12)), "../2022-09-12"},
	}
	for _, tt := range tests {
		if tt.got.String() != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, tt.got, tt.want)
		}
	}
	if got, err := edtf.Date(2023, 2, 29); err == nil {
		t.Errorf("29 February 2023 is %v", got)
	}
	if got, err := edtf.Date(2023, 0, 5); err == nil {
		t.Errorf("the fifth of no month is %v", got)
	}
	if got, err := edtf.Interval(day(2023, 0, 0), day(2022, 0, 0)); err == nil {
		t.Errorf("inverted interval %v", got)
	}
}

func TestJSON(t *testing.T) {
	type claim struct {
		Time edtf.Time `json:"time,omitzero"`
	}
	for _, in := range []string{`{}`, `{"time":"2022-09-12/.."}`} {
		var c claim
		if err := json.Unmarshal([]byte(in), &c); err != nil {
			t.Fatal(err)
		}
		out, err := json.Marshal(c)
		if err != nil {
			t.Fatal(err)
		}
		if string(out) != in {
			t.Errorf("%s comes back as %s", in, out)
		}
	}
	for _, in := range []string{`{"time":""}`, `{"time":"2031-13-40"}`} {
		var c claim
		if err := json.Unmarshal([]byte(in), &c); err == nil {
			t.Errorf("%s is read as %v", in, c.Time)
		}
	}
}
