package prose_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/seed514b815a/rashomon/internal/prose"
)

func TestTime(t *testing.T) {
	for in, want := range map[string]string{
		"2031-04-08": "8 April 2031", "2031-04": "April 2031", "2031": "2031", "2031-04-08/..": "since 8 April 2031", "2031-04-08/2031-04-09": "8 April 2031 to 9 April 2031",
		"2031-04-08T00:00:00+04:00/2031-04-08T04:00:00+04:00": "8 April 2031, 00:00 to 04:00",
		"2031-04-08T22:00:00Z/2031-04-09T06:00:00Z":           "8 April 2031, 22:00 to 9 April 2031, 06:00",
	} {
		if got := prose.Time(in); got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}

func TestSeries(t *testing.T) {
	for want, list := range map[string][]string{"nobody": nil, "a": {"a"}, "a and b": {"a", "b"}, "a, b and c": {"a", "b", "c"}} {
		if got := prose.Series(list); got != want {
			t.Errorf("%q: %q, want %q", list, got, want)
		}
	}
}

func TestFigure(t *testing.T) {
	low, high := 40.0, 1200.5
	for want, got := range map[string]string{
		"40": prose.Figure(&low, &low, false), "at least 40": prose.Figure(&low, nil, false), "about up to 1200.5": prose.Figure(nil, &high, true),
		"about 40 to 1200.5": prose.Figure(&low, &high, true), "no figure": prose.Figure(nil, nil, true),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestClip(t *testing.T) {
	for _, c := range []struct {
		text string
		n    int
		want string
	}{
		{"short", 5, "short"},
		{"the harbour was closed", 14, "the harbour..."},
		{strings.Repeat("x", 20), 6, "xxxxxx..."}, // no space to cut at
		{"ééé", 3, "é..."},
	} {
		if got := prose.Clip(c.text, c.n); got != c.want || !utf8.ValidString(got) {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestCapital(t *testing.T) {
	for in, want := range map[string]string{"": "", "elks": "Elks", "émigrés": "Émigrés", "9 men": "9 men"} {
		if got := prose.Capital(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
