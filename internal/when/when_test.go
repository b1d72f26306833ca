package when_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/internal/when"
)

var plus4 = time.FixedZone("", 4*3600)

// Tuesday, 13 September 2022.
var tuesday = when.Context{Published: edtf.MustParse("2022-09-13"), Zone: plus4}

func TestResolve(t *testing.T) {
	tests := []struct {
		in   string
		want string // what is found, and the time: several are separated by "; "
	}{
		// days
		{"It began on Monday.", "Monday = 2022-09-12"},
		{"on Tuesday", "Tuesday = 2022-09-13"},
		{"on Wednesday", "Wednesday = 2022-09-07"},
		{"last Tuesday", "last Tuesday = 2022-09-06"},
		{"next Tuesday", "next Tuesday = 2022-09-20"},
		{"yesterday", "yesterday = 2022-09-12"},
		{"Today", "Today = 2022-09-13"},
		{"tomorrow", "tomorrow = 2022-09-14"},
		{"the day before yesterday", "day before yesterday = 2022-09-11"},
		{"two days ago", "two days ago = 2022-09-11"},
		{"a few days ago", "a few days ago = 2022-09-08/2022-09-11"},
		{"12 September 2022", "12 September 2022 = 2022-09-12"},
		{"on the 12th of September, 2022", "12th of September, 2022 = 2022-09-12"},
		{"September 12", "September 12 = 2022-09-12"},
		{"Sept. 12, 2022", "Sept. 12, 2022 = 2022-09-12"},
		{"on September 12: nothing", "September 12 = 2022-09-12"},
		{"in the year 2000", "2000 = 2000"},
		{"September 12th", "September 12th = 2022-09-12"},
		{"Monday, 12 September", "Monday, 12 September = 2022-09-12"},
		{"Monday, September 12, 2022", "Monday, September 12, 2022 = 2022-09-12"},
		{"Mon 12 Sep 2022", "Mon 12 Sep 2022 = 2022-09-12"},
		{"2022-09-12", "2022-09-12 = 2022-09-12"},
		{"12.09.2022", "12.09.2022 = 2022-09-12"},
		{"13/09/2022 and 09/12/2022", "13/09/2022 = 2022-09-13"},
		{"on 20 December", "20 December = 2021-12-20"},
		{"on 1 October", "1 October = 2022-10-01"},

		// longer than a day
		{"in August", "August = 2022-08"},
		{"in September", "September = 2022-09"},
		{"in October", "October = 2021-10"},
		{"in August 2020", "August 2020 = 2020-08"},
		{"last August", "last August = 2022-08"},
		{"in 2020", "2020 = 2020"},
		{"the fall of 2020", "fall of 2020 = 2020-23"},
		{"autumn 2020", "autumn 2020 = 2020-23"},
		{"in the spring", "spring = 2022-21"},
		{"last summer", "last summer = 2022-22"},
		{"in the 1990s", "1990s = 199X"},
		{"last week", "last week = 2022-09-05/2022-09-11"},
		{"earlier this week", "earlier this week = 2022-09-12/2022-09-18"},
		{"at the weekend", "weekend = 2022-09-10/2022-09-11"},
		{"last month", "last month = 2022-08"},
		{"this year", "this year = 2022"},
		{"three weeks ago", "three weeks ago = 2022-08-20/2022-08-26"},
		{"two years ago", "two years ago = 2020"},
		{"in the past two days", "past two days = 2022-09-11/2022-09-13"},
		{"in recent days", "recent days = 2022-09-03/2022-09-13"},
		{"over the last 24 hours", "last 24 hours = 2022-09-12/2022-09-13"},
		{"early September", "early September = 2022-09-01/2022-09-10"},
		{"in mid-September 2021", "mid-September 2021 = 2021-09-11/2021-09-20"},
		{"at the end of August", "end of August = 2022-08-21/2022-08-31"},
		{"in late 2020", "late 2020 = 2020-09/2020-12"},
		{"in the early 1990s", "early 1990s = 1990/1993"},

		// parts of a day
		{"on Monday night", "Monday night = 2022-09-12T18:00:00+04:00/2022-09-13T06:00:00+04:00"},
		{"on the night of 12 September", "night of 12 September = 2022-09-12T18:00:00+04:00/2022-09-13T06:00:00+04:00"},
		{"on the night of 12 to 13 September", "night of 12 to 13 September = 2022-09-12T18:00:00+04:00/2022-09-13T06:00:00+04:00"},
		{"the night of September 12-13", "night of September 12-13 = 2022-09-12T18:00:00+04:00/2022-09-13T06:00:00+04:00"},
		{"the night from Monday to Tuesday", "night from Monday to Tuesday = 2022-09-12T18:00:00+04:00/2022-09-13T06:00:00+04:00"},
		{"overnight", "overnight = 2022-09-12T18:00:00+04:00/2022-09-13T06:00:00+04:00"},
		{"overnight Monday", "overnight Monday = 2022-09-12T18:00:00+04:00/2022-09-13T06:00:00+04:00"},
		{"overnight on Tuesday", "overnight on Tuesday = 2022-09-12T18:00:00+04:00/2022-09-13T06:00:00+04:00"},
		{"overnight into Tuesday", "overnight into Tuesday = 2022-09-12T18:00:00+04:00/2022-09-13T06:00:00+04:00"},
		{"last night", "last night = 2022-09-12T18:00:00+04:00/2022-09-13T06:00:00+04:00"},
		{"this morning", "this morning = 2022-09-13T06:00:00+04:00/2022-09-13T12:00:00+04:00"},
		{"yesterday evening", "yesterday evening = 2022-09-12T18:00:00+04:00/2022-09-12T23:59:59+04:00"},
		{"during the night", "night = 2022-09-12T18:00:00+04:00/2022-09-13T06:00:00+04:00"},
		{"early Tuesday", "early Tuesday = 2022-09-13T00:00:00+04:00/2022-09-13T09:00:00+04:00"},
		{"early on Tuesday morning", "early on Tuesday morning = 2022-09-13T00:00:00+04:00/2022-09-13T09:00:00+04:00"},
		{"late on Monday", "late on Monday = 2022-09-12T17:00:00+04:00/2022-09-12T23:59:59+04:00"},
		{"late Monday night", "late Monday night = 2022-09-12T21:00:00+04:00/2022-09-13T04:00:00+04:00"},
		{"in the early hours of Tuesday", "early hours of Tuesday = 2022-09-13T00:00:00+04:00/2022-09-13T06:00:00+04:00"},
		{"in the early hours of September 13", "early hours of September 13 = 2022-09-13T00:00:00+04:00/2022-09-13T06:00:00+04:00"},
		{"before dawn on Tuesday", "before dawn on Tuesday = 2022-09-13T00:00:00+04:00/2022-09-13T06:00:00+04:00"},
		{"at noon on Monday", "noon on Monday = 2022-09-12T12:00+04:00"},
		{"the morning of 13 September 2022", "morning of 13 September 2022 = 2022-09-13T06:00:00+04:00/2022-09-13T12:00:00+04:00"},

		// times of day
		{"on 13 September, at 00:05", "13 September, at 00:05 = 2022-09-13T00:05+04:00"},
		{"at 00:05 on September 13", "00:05 on September 13 = 2022-09-13T00:05+04:00"},
		{"at 2:30 a.m. on Tuesday", "2:30 a.m. on Tuesday = 2022-09-13T02:30+04:00"},
		{"at 2:30 a.m. Tuesday", "2:30 a.m. Tuesday = 2022-09-13T02:30+04:00"},
		{"at 2 pm yesterday", "2 pm yesterday = 2022-09-12T14:00+04:00"},
		{"Monday at 12 a.m.", "Monday at 12 a.m. = 2022-09-12T00:00+04:00"},
		{"Monday, 20:15 GMT", "Monday, 20:15 GMT = 2022-09-12T20:15Z"},
		{"at 00:05 local time on Tuesday (20:05 GMT)", "00:05 local time on Tuesday = 2022-09-13T00:05+04:00; 20:05 GMT = "},
		{"Tuesday at 00:05 local time (20:05 GMT)", "Tuesday at 00:05 local time (20:05 GMT) = 2022-09-13T00:05+04:00"},
		{"around 8 a.m. on Monday", "around 8 a.m. on Monday = 2022-09-12T07:30+04:00/2022-09-12T08:30+04:00"},
		{"about 00:05 on Tuesday", "about 00:05 on Tuesday = 2022-09-12T23:55+04:00/2022-09-13T00:15+04:00"},
		{"just after midnight on Tuesday, at about 00:05", "just after midnight on Tuesday, at about 00:05 = 2022-09-13T00:00+04:00/2022-09-13T00:15+04:00"},
		{"Monday around 8 a.m.", "Monday around 8 a.m. = 2022-09-12T07:30+04:00/2022-09-12T08:30+04:00"},
		{"shortly after 2 a.m. on Tuesday", "shortly after 2 a.m. on Tuesday = 2022-09-13T02:00+04:00/2022-09-13T03:00+04:00"},
		{"Monday evening at 8:30", "Monday evening at 8:30 = 2022-09-12T20:30+04:00"},
		{"Monday night at 00:30", "Monday night at 00:30 = 2022-09-13T00:30+04:00"},
		{"at 6 in the evening on Monday", "6 in the evening on Monday = 2022-09-12T18:00+04:00"},
		{"at 1430 GMT on Monday", "1430 GMT on Monday = 2022-09-12T14:30Z"},
		{"at 10:00 Moscow time on Monday", "10:00 Moscow time on Monday = 2022-09-12T10:00+03:00"},
		{"at 00:05", "00:05 = "},

		// intervals
		{"12 to 13 September 2022", "12 to 13 September 2022 = 2022-09-12/2022-09-13"},
		{"12-13 September", "12-13 September = 2022-09-12/2022-09-13"},
		{"September 12 and 13", "September 12 and 13 = 2022-09-12/2022-09-13"},
		{"on 12 and 13 September", "12 and 13 September = 2022-09-12/2022-09-13"},
		{"on November 14, 15 and 16, 2021", "November 14, 15 and 16, 2021 = 2021-11-14/2021-11-16"},
		{"on 14, 15 and 16 November 2021", "14, 15 and 16 November 2021 = 2021-11-14/2021-11-16"},
		{"on November 14, 25 and 26", "November 14 = 2021-11-14"},
		{"30 August to 2 September 2022", "30 August to 2 September 2022 = 2022-08-30/2022-09-02"},
		{"from December 30 to January 2, 2021", "from December 30 to January 2, 2021 = 2020-12-30/2021-01-02"},
		{"from Friday to Monday", "from Friday to Monday = 2022-09-09/2022-09-12"},
		{"between Monday and Tuesday", "between Monday and Tuesday = 2022-09-12/2022-09-13"},
		{"on Monday and Tuesday", "Monday and Tuesday = 2022-09-12/2022-09-13"},
		{"on Monday and Friday", "Monday = 2022-09-12; Friday = 2022-09-09"},
		{"from Monday night to Tuesday morning", "from Monday night to Tuesday morning = 2022-09-12T18:00:00+04:00/2022-09-13T12:00:00+04:00"},
		{"between 2014 and 2020", "between 2014 and 2020 = 2014/2020"},
		{"from September to November 2020", "from September to November 2020 = 2020-09/2020-11"},
		{"between 2 and 4 a.m. on Tuesday", "between 2 and 4 a.m. on Tuesday = 2022-09-13T02:00+04:00/2022-09-13T04:00+04:00"},
		{"from 00:05 to 01:00 on Tuesday", "from 00:05 to 01:00 on Tuesday = 2022-09-13T00:05+04:00/2022-09-13T01:00+04:00"},
		{"on Monday from 23:00 to 01:00", "Monday from 23:00 to 01:00 = 2022-09-12T23:00+04:00/2022-09-13T01:00+04:00"},
		{"on Monday, 10-12 p.m.", "Monday = 2022-09-12; 10-12 p.m. = "},

		// one end
		{"since Monday", "since Monday = 2022-09-12/.."},
		{"since Wednesday morning", "since Wednesday morning = 2022-09-07T06:00:00+04:00/.."},
		{"since 2020", "since 2020 = 2020/.."},
		{"until Monday", "until Monday = ../2022-09-12"},
		{"by 20:00 on Monday", "by 20:00 on Monday = ../2022-09-12T20:00+04:00"},
		{"after September 12", "after September 12 = 2022-09-12/.."},
		{"before 2020", "before 2020 = ../2020"},
		{"from 1 September onwards", "from 1 September onwards = 2022-09-01/.."},
		{"from 2014 to the present", "from 2014 to the present = 2014/.."},
		{"around 2014", "around 2014 = 2014~"},

		// orders
		{"hours after the truce", "hours after = "},
		{"shortly before the strike", "shortly before = "},
		{"the next day", "next day = "},
		{"two days after September 10", "two days after September 10 = 2022-09-12"},

		// nothing
		{"It may march on; the second fall in 49 days.", ""},
		{"May God help them, they march for three days.", ""},
		{"The Sunday Times of Bloody Sunday", ""},
		{"In a 2-1 vote, 1,200 people, 2.30 of 12.5 and BM-21", ""},
		{"the night shift and a morning paper", ""},
	}
	for _, tt := range tests {
		t.Run(tt.in, func(t *testing.T) {
			if got := all(tt.in, tuesday); got != tt.want {
				t.Errorf("%s\n got %s\nwant %s", tt.in, got, tt.want)
			}
		})
	}
}

// all finds and resolves as the tables show it.
func all(text string, c when.Context) string {
	var out []string
	for _, e := range when.Find(text) {
		out = append(out, text[e.Start:e.End]+" = "+e.Resolve(c).String())
	}
	return strings.Join(out, "; ")
}

func TestResolveContext(t *testing.T) {
	at := func(s string) edtf.Time { return edtf.MustParse(s) }
	tests := []struct {
		name, in string
		c        when.Context
		want     string
	}{
		{"no publication, weekday", "Monday", when.Context{}, ""},
		{"no publication, date without year", "12 September", when.Context{}, ""},
		{"no publication, full date", "12 September 2022", when.Context{}, "2022-09-12"},
		{"no zone", "at 00:05 on 13 September 2022", when.Context{}, "2022-09-13T00:05"},
		{"publication of a month", "Monday", when.Context{Published: at("2022-09")}, ""},
		{"publication of a year", "12 September", when.Context{Published: at("2022")}, "2022-09-12"},
		{"open publication", "Monday", when.Context{Published: at("2022-09-13/..")}, ""},
		{"future weekday", "Monday", when.Context{Published: at("2022-09-13"), Future: true}, "2022-09-19"},
		{"future month", "in March", when.Context{Published: at("2022-09-13"), Future: true}, "2023-03"},
		{"future date", "on 20 December", when.Context{Published: at("2022-09-13"), Future: true}, "2022-12-20"},
		{"future range", "from Monday to Friday", when.Context{Published: at("2022-09-13"), Future: true}, "2022-09-19/2022-09-23"},
		{"the place's day isn't the publisher's", "today", when.Context{Published: at("2022-09-12T22:00Z"), Zone: plus4}, "2022-09-13"},
		{"hours ago, by the minute", "two hours ago", when.Context{Published: at("2022-09-13T10:00+04:00"), Zone: plus4}, "2022-09-13T07:30+04:00/2022-09-13T08:30+04:00"},
		{"hours ago, by the day", "two hours ago", when.Context{Published: at("2022-09-13")}, "2022-09-12/2022-09-13"},
		{"a day spoken of", "at 00:05", when.Context{Spoken: at("2022-09-13")}, "2022-09-13T00:05"},
		{"the next day", "the next day", when.Context{Spoken: at("2022-09-13")}, "2022-09-14"},
		{"the night before", "the night before", when.Context{Spoken: at("2022-09-13")}, "2022-09-12T18:00:00/2022-09-13T06:00:00"},
		{"that night", "that night", when.Context{Spoken: at("2022-09-13")}, "2022-09-13T18:00:00/2022-09-14T06:00:00"},
		{"a week later", "a week later", when.Context{Spoken: at("2022-09-13")}, "2022-09-17/2022-09-23"},
		{"three hours later", "three hours later", when.Context{Spoken: at("2022-09-13T23:00+04:00")}, "2022-09-14T02:00+04:00"},
		{"three hours after a day", "three hours later", when.Context{Spoken: at("2022-09-13")}, ""},
		{"leap day", "on 29 February", when.Context{Published: at("2023-05-01")}, "2020-02-29"},
		{"a month before the 31st", "a month ago", when.Context{Published: at("2022-03-31")}, "2022-02"},
		{"zones from a pair of clocks", "Tuesday at 00:05 local time (20:05 GMT)", when.Context{Published: at("2022-09-13")}, "2022-09-13T00:05+04:00"},
		{"year's end", "on Saturday", when.Context{Published: at("2023-01-02")}, "2022-12-31"},
		{"year 1", "last year", when.Context{Published: at("0001-01-01")}, "0000"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			found := when.Find(tt.in)
			if len(found) != 1 {
				t.Fatalf("%s: found %d expressions", tt.in, len(found))
			}
			if got := found[0].Resolve(tt.c).String(); got != tt.want {
				t.Errorf("%s: got %s, want %s", tt.in, got, tt.want)
			}
		})
	}
}

func TestOrder(t *testing.T) {
	text := "Hours after the truce, two days before it, on the same day, and on Monday."
	var got []string
	for _, e := range when.Find(text) {
		got = append(got, fmt.Sprint(text[e.Start:e.End], ": ", e.Order(), ", ", e.HasDay()))
	}
	want := []string{"Hours after: after, false", "two days before: before, false", "same day: during, false", "Monday: none, true"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestFindStopsAtParagraphs(t *testing.T) {
	text := "12\n\nSeptember, and 13\nSeptember 2022"
	if got, want := all(text, when.Context{}), "13\nSeptember 2022 = 2022-09-13"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func Example() {
	text := "Shelling began late on Monday; the truce has held since 15 September, 20:00."
	published := edtf.MustParse("2022-09-16")
	for _, e := range when.Find(text) {
		fmt.Println(text[e.Start:e.End], "->", e.Resolve(when.Context{Published: published}))
	}
	// Output:
	// late on Monday -> 2022-09-12T17:00:00/2022-09-12T23:59:59
	// since 15 September, 20:00 -> 2022-09-15T20:00/..
}
