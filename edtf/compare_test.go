package edtf_test

import (
	"testing"

	"github.com/seed514b815a/rashomon/edtf"
)

func TestCompare(t *testing.T) {
	// relation of x to y: "equal", "same" span, "within", "around", "overlap",
	// "before", "after" (which may touch), "maybe": they may overlap, for all
	// that is known.
	tests := []struct{ name, x, y, want string }{
		{"equal days", "2022-09-12", "2022-09-12", "equal"},
		{"equal instants, other clocks", "2022-09-12T18:00Z", "2022-09-12T22:00+04:00", "equal"},
		{"a month spelled as days", "2022-09", "2022-09-01/2022-09-30", "equal"},
		{"unspecified month is the year", "2022-XX", "2022", "equal"},
		{"uncertain isn't certain", "2022?", "2022", "same"},
		{"zone or none", "2022-09-12T18:00", "2022-09-12T18:00+04:00", "same"},
		{"day in month", "2022-09-12", "2022-09", "within"},
		{"month around day", "2022-09", "2022-09-12", "around"},
		{"second in minute", "2022-09-12T18:00:00", "2022-09-12T18:00", "within"},
		{"next day", "2022-09-12", "2022-09-13", "before"},
		{"intervals overlap", "2022-09-10/2022-09-12", "2022-09-12/2022-09-14", "overlap"},
		{"late evening is of its own clock's day", "2022-09-12T23:30+04:00", "2022-09-12", "within"},
		{"small hours are of their own clock's day", "2022-09-13T00:30+04:00", "2022-09-12", "after"},
		{"instants are compared as such", "2022-09-13T00:30+04:00", "2022-09-12T20:30Z", "equal"},
		{"since and a later day", "2022-09-12/..", "2022-10-01", "around"},
		{"since and an earlier day", "2022-09-12/..", "2022-08", "after"},
		{"since and since later", "2022-10/..", "2022-09-12/..", "within"},
		{"since and its own start", "2022-09-12/..", "2022-09", "overlap"},
		{"until and a day", "../2022-09-12", "2022-09-01", "around"},
		{"until and since touch on a day", "../2022-09-12", "2022-09-12/..", "overlap"},
		{"always", "2022", "../..", "within"},
		{"unknown end may reach", "2022-09-12/", "2022-10-01", "maybe"},
		{"unknown end, earlier day", "2022-09-12/", "2022-09-11", "after"},
		{"unknown end lies in an open one", "2022-09-12/", "2022-09-12/..", "within"},
		{"unknown ends of one text", "2022-09-12/", "2022-09-12/", "equal"},
		{"unknown start", "/2022-09-12", "2022-09-13", "before"},
		{"autumn holds a war", "2020-09-27/2020-11-10", "2020-23", "within"},
		{"autumn meets winter", "2020-23", "2020-24", "overlap"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			x, y := edtf.MustParse(tt.x), edtf.MustParse(tt.y)
			if got := relation(x, y); got != tt.want {
				t.Errorf("%s to %s: %s, want %s", x, y, got, tt.want)
			}
			converse := map[string]string{"within": "around", "around": "within", "before": "after", "after": "before"}
			want := tt.want
			if c, ok := converse[want]; ok {
				want = c
			}
			if got := relation(y, x); got != want {
				t.Errorf("%s to %s: %s, want the converse %s", y, x, got, want)
			}
		})
	}
}

func relation(x, y edtf.Time) string {
	switch in, around := x.Within(y), y.Within(x); {
	case x.Equal(y):
		return "equal"
	case in && around:
		return "same"
	case in:
		return "within"
	case around:
		return "around"
	case x.Before(y):
		return "before"
	case y.Before(x):
		return "after"
	case x.HasUnknown() || y.HasUnknown():
		return "maybe"
	case x.Overlaps(y):
		return "overlap"
	}
	return "none"
}

func TestCompareUnstated(t *testing.T) {
	var none edtf.Time
	day := edtf.MustParse("2022-09-12")
	for _, p := range [][2]edtf.Time{{none, day}, {day, none}, {none, none}} {
		if p[0].Before(p[1]) || p[0].Overlaps(p[1]) || p[0].Within(p[1]) {
			t.Errorf("%q and %q are related", p[0], p[1])
		}
	}
	if !none.Equal(none) || none.Equal(day) || day.Equal(none) {
		t.Error("only the unstated equals the unstated")
	}
	if none.Start().Limit() != edtf.Unstated || !none.Start().At().IsZero() {
		t.Errorf("the unstated starts %v", none.Start())
	}
}

func TestEndsBy(t *testing.T) {
	for _, tt := range []struct {
		x, y string
		want bool
	}{
		{"2022-09-12", "2022-09-12", true},
		{"2022-09-12T18:00Z", "2022-09-12", true},
		{"2022-09", "2022-09-12", false},
		{"2021", "2022-09-12", true},
		{"2022-09-12", "2022-09-12T18:00", false},
		{"2022-09-10/2022-09-12", "2022-09-12", true},
		{"2022-09-12/..", "2022-09-12/..", true},
		{"2022-09-12/", "2022-10", false},
		{"2022-09-12/", "2021/..", true},
		{"2022-09-12", "2022-09/", false},
		{"/2022-09-12", "2022-09-12", true},
	} {
		if got := edtf.MustParse(tt.x).EndsBy(edtf.MustParse(tt.y)); got != tt.want {
			t.Errorf("%s ends by %s: %v", tt.x, tt.y, got)
		}
	}
	var none edtf.Time
	if day := edtf.MustParse("2022"); none.EndsBy(day) || day.EndsBy(none) {
		t.Error("the unstated ends by nothing, nothing by it")
	}
}
