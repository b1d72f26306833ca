package edtf_test

import (
	"testing"

	"github.com/seed514b815a/rashomon/edtf"
)

// FuzzParse checks that what is read is written as it was, that spans have a
// length, and that comparisons have their converse.
func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"2022-09-12", "2022-09", "202X", "2022-XX-XX", "-0044-03-15", "Y-17000", "2022-24?",
		"2022-09-12T18:00:00+04:00/2022-09-13T06:00:00+04:00", "2022-09-12/..", "/2022%", "../..", "0000-01-01T00:00Z",
	} {
		f.Add(s, "2022-09-12T18:00")
	}
	f.Add("2022-01-01T20:00-14/2022-01-01T21:00", "2022-01-01T22:00Z/2023")
	f.Add("2022-09-12T18:00+04/2022-09-12T14:30Z", "2022-09-12T16:00/..")
	f.Fuzz(func(t *testing.T, a, b string) {
		x, err := edtf.Parse(a)
		if err != nil {
			if !x.IsZero() {
				t.Errorf("Parse(%q) gives a Time beside the error", a)
			}
			return
		}
		if x.String() != a {
			t.Errorf("Parse(%q).String() = %q", a, x)
		}
		if again, err := edtf.Parse(x.String()); err != nil || again != x {
			t.Errorf("Parse(%q) twice: %v, %v", a, again, err)
		}
		if x.Before(x) || !x.Within(x) || !x.Overlaps(x) || !x.Equal(x) {
			t.Errorf("%s isn't itself", x)
		}
		y, err := edtf.Parse(b)
		if err != nil {
			return
		}
		switch {
		case x.Overlaps(y) != y.Overlaps(x), x.Equal(y) != y.Equal(x):
			t.Errorf("%s and %s: not symmetric", x, y)
		case x.Before(y) && y.Before(x):
			t.Errorf("%s and %s: each before the other", x, y)
		case x.Within(y) && (x.Before(y) || y.Before(x)):
			t.Errorf("%s within %s and apart from it", x, y)
		case x.Equal(y) && !(x.Within(y) && y.Within(x)):
			t.Errorf("%s equals %s and doesn't lie in it", x, y)
		}
	})
}
