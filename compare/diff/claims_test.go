package diff_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/seed514b815a/rashomon/compare/diff"
	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/narrative"
)

func ExampleClaims() {
	five, eight := 5.0, 8.0
	x := narrative.Claim{Event: "shelling", Place: []string{"hask"}, Time: edtf.MustParse("2031-04-08"), Count: []narrative.Count{{Of: "killed", Min: &five, Max: &five}}}
	y := narrative.Claim{Event: "shelling", Place: []string{"hask", "sarn"}, Time: edtf.MustParse("2031-04-08"), Count: []narrative.Count{{Of: "killed", Min: &eight, Max: &eight}}}
	for _, d := range diff.Claims(&x, &y) {
		fmt.Printf("%s: %q, %q\n", d.Part, d.X, d.Y)
	}
	// Output:
	// place: "hask", "hask, sarn"
	// count: "5 killed", "8 killed"
}

func ExampleWording() {
	marks := map[diff.In]string{diff.InBoth: "%s", diff.InX: "[-%s-]", diff.InY: "{+%s+}"}
	for _, p := range diff.Wording("14 soldiers died at the ridge", "41 soldiers died near the ridge") {
		fmt.Printf(marks[p.In], p.Text)
	}
	fmt.Println()
	// Output:
	// [-14-]{+41+} soldiers died [-at-]{+near+} the ridge
}

func FuzzWording(f *testing.F) {
	f.Add("14 soldiers", "41 soldiers")
	f.Add("", "a b c")
	f.Add("\xff\xfe", "née née")
	f.Fuzz(func(t *testing.T, x, y string) {
		if !utf8.ValidString(x) || !utf8.ValidString(y) {
			diff.Wording(x, y)
			return
		}
		var xs, ys strings.Builder
		for _, p := range diff.Wording(x, y) {
			if p.In != diff.InY {
				xs.WriteString(p.Text)
			}
			if p.In != diff.InX {
				ys.WriteString(p.Text)
			}
		}
		if xs.String() != x || ys.String() != y {
			t.Errorf("%q and %q came back as %q and %q", x, y, xs.String(), ys.String())
		}
	})
}

func TestWordingOfLongTexts(t *testing.T) {
	long := strings.Repeat("word ", 10_000)
	if got := diff.Wording(long, "short"); len(got) != 2 {
		t.Errorf("%d pieces, want 2: too long to be compared", len(got))
	}
}
