package narrative_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/seed514b815a/rashomon/narrative"
)

// notation writes a Count as the tables below do: [40, 60], [40, ∞)~ for about.
func notation(c narrative.Count) string {
	if c.Min == nil && c.Max == nil {
		return "none"
	}
	lo, hi := "(", "∞)"
	if c.Min != nil {
		lo = fmt.Sprintf("[%.15g", *c.Min)
	}
	if c.Max != nil {
		hi = fmt.Sprintf("%.15g]", *c.Max)
	}
	if c.About {
		hi += "~"
	}
	return lo + ", " + hi
}

func TestParseCount(t *testing.T) {
	tests := []struct{ in, want string }{
		{"49", "[49, 49]"},
		{"0", "[0, 0]"},
		{"1,200", "[1200, 1200]"},
		{"1,234,567", "[1234567, 1234567]"},
		{"6\u00a0500", "[6500, 6500]"},
		{"1.2 million", "[1200000, 1200000]"},
		{"1.1 million", "[1100000, 1100000]"},
		{"3.5", "[3.5, 3.5]"},
		{"2bn", "[2000000000, 2000000000]"},
		{"5%", "[5, 5]"},
		{"51.3 per cent", "[51.3, 51.3]"},
		{"$5 million", "[5000000, 5000000]"},

		{"twenty-three", "[23, 23]"},
		{"Twenty three", "[23, 23]"},
		{"seventeen", "[17, 17]"},
		{"two hundred", "[200, 200]"},
		{"two hundred and twelve", "[212, 212]"},
		{"three thousand four hundred fifty-six", "[3456, 3456]"},
		{"one hundred and five thousand and six", "[105006, 105006]"},
		{"twelve hundred", "[1200, 1200]"},
		{"a hundred", "[100, 100]"},
		{"half a million", "[500000, 500000]"},
		{"one", "[1, 1]"},
		{"zero", "[0, 0]"},
		{"no", "[0, 0]"},
		{"none", "[0, 0]"},
		{"no one", "[0, 0]"},

		{"at least 49", "[49, ∞)"},
		{"no fewer than forty", "[40, ∞)"},
		{"50 or more", "[50, ∞)"},
		{"100+", "[100, ∞)"},
		{"100-plus", "[100, ∞)"},
		{"as few as five", "[5, ∞)"},
		{"more than 6,500", "[6501, ∞)"},
		{"over 1.2 million", "[1200001, ∞)"},
		{"more than 50%", "[50, ∞)"},
		{"more than one", "[2, ∞)"},
		{"up to 60", "(, 60]"},
		{"as many as 60", "(, 60]"},
		{"no more than five", "(, 5]"},
		{"sixty or fewer", "(, 60]"},
		{"fewer than 10", "(, 9]"},
		{"less than 50%", "(, 50]"},

		{"about 50", "[50, 50]~"},
		{"some 200", "[200, 200]~"},
		{"nearly two hundred", "[200, 200]~"},
		{"almost 50", "[50, 50]~"},
		{"roughly 50", "[50, 50]~"},
		{"around 50", "[50, 50]~"},
		{"an estimated 7,000", "[7000, 7000]~"},
		{"50 or so", "[50, 50]~"},
		{"at least about 50", "[50, ∞)~"},
		{"up to around 50", "(, 50]~"},
		{"a dozen", "[12, 12]~"},
		{"half a dozen", "[6, 6]~"},
		{"two dozen", "[24, 24]~"},
		{"more than a dozen", "[13, ∞)~"},

		{"49 or 50", "[49, 50]"},
		{"two or three", "[2, 3]"},
		{"40 to 60", "[40, 60]"},
		{"40-60", "[40, 60]"},
		{"40 – 60", "[40, 60]"},
		{"between 40 and 60", "[40, 60]"},
		{"from 40 to 60", "[40, 60]"},
		{"about 40 to 60", "[40, 60]~"},
		{"two to three dozen", "[24, 36]~"},
		{"5 to 6 million", "[5000000, 6000000]"},
		{"500 to 1,000", "[500, 1000]"},
		{"900 to 2 thousand", "[900, 2000]"},
		{"up to 40 or 50", "(, 50]"},

		{"dozens", "[24, 199]"},
		{"dozens of", "[24, 199]"},
		{"tens", "[20, 199]"},
		{"scores", "[40, 199]"},
		{"hundreds", "[200, 1999]"},
		{"thousands", "[2000, 19999]"},
		{"tens of thousands", "[20000, 199999]"},
		{"hundreds of thousands", "[200000, 1999999]"},
		{"several", "[3, 11]"},
		{"a few", "[3, 11]"},
		{"a handful of", "[3, 11]"},
		{"a couple", "[2, 3]"},
		{"several dozen", "[36, 143]"},
		{"a few hundred", "[300, 1199]"},
		{"at least several hundred", "[300, ∞)"},
		{"up to several dozen", "(, 143]"},

		{"unquantified", "none"},
		{"an unknown number of", "none"},
		{"many", "none"},
		{"some", "none"},
		{"no figure", "none"},
	}
	for _, tt := range tests {
		c, err := narrative.ParseCount(tt.in)
		if err != nil {
			t.Errorf("%q: %v, want %s", tt.in, err, tt.want)
			continue
		}
		if got := notation(c); got != tt.want {
			t.Errorf("%q is %s, want %s", tt.in, got, tt.want)
		}
	}
}

func TestParseCountRefuses(t *testing.T) {
	for name, in := range map[string]string{
		"nothing":            "",
		"words":              "the ministry",
		"figure and a noun":  "49 soldiers",
		"two figures":        "49 50",
		"half a range":       "between 40",
		"inverted range":     "between 60 and 40",
		"ordinal":            "12th",
		"clock":              "00:05",
		"date":               "12.09.2022",
		"weapon":             "BM-21",
		"negative":           "-5",
		"less than none":     "fewer than 0",
		"too many digits":    "123456789012345678901234567890",
		"beyond all counts":  "9999999 trillion",
		"bad groups":         "1,20",
		"leading zeros":      "007",
		"too long":           strings.Repeat("a", 300),
		"word for the limit": "at least",
	} {
		if c, err := narrative.ParseCount(in); err == nil {
			t.Errorf("%s: %q is read as %v", name, in, c)
		} else if len(in) < 80 && !strings.Contains(err.Error(), in) {
			t.Errorf("%s: error %q doesn't quote %q", name, err, in)
		}
	}
}

func TestACLED(t *testing.T) {
	p := narrative.ACLED()
	for in, want := range map[string]string{
		"tens of":         "[10, 10]~",
		"dozens":          "[12, 12]~",
		"hundreds":        "[100, 100]~",
		"several":         "[3, 11]",
		"at least dozens": "[12, ∞)~",
	} {
		c, err := p.ParseCount(in)
		if err != nil {
			t.Errorf("%q: %v", in, err)
		} else if got := notation(c); got != want {
			t.Errorf("%q is %s, want %s", in, got, want)
		}
	}
}

func TestFindFigures(t *testing.T) {
	tests := []struct {
		name, in string
		want     []string // each figure and what it is
	}{
		{"in a sentence", "At least 49 soldiers died and dozens were hurt, the ministry said.",
			[]string{"At least 49 [49, ∞)", "dozens [24, 199]"}},
		{"none of them", "No casualties were reported; no one knows more.",
			[]string{"No [0, 0]", "no one [0, 0]"}},
		{"a change is two figures", "The toll rose from 49 to 105.",
			[]string{"49 [49, 49]", "105 [105, 105]"}},
		{"a range", "Between two and three thousand people, 40-60 of them armed.",
			[]string{"Between two and three thousand [2000, 3000]", "40-60 [40, 60]"}},
		{"no figures", "The 12th brigade fired BM-21 rockets at 00:05; a 20-year-old and a five-storey house; no longer.",
			nil},
		{"possessives and plurals", "The 1990s and Aliyev's two visits",
			[]string{"two [2, 2]"}},
		{"money and shares", "It cost $5m, or 12% of the budget.",
			[]string{"$5m [5000000, 5000000]", "12% [12, 12]"}},
		{"a number of", "A number of houses and an unspecified number of men; many others.",
			[]string{"A number none", "an unspecified number none"}},
		{"sentence ends in a figure", "They lost 7. 12 came back.",
			[]string{"7 [7, 7]", "12 [12, 12]"}},
		{"list", "It took 3, 4 and 5 days.",
			[]string{"3 [3, 3]", "4 [4, 4]", "5 [5, 5]"}},
		{"scores is a verb too", "He scores twice; scores of men cheered.",
			[]string{"scores [40, 199]"}},
		{"one of many", "One of two hundred and fifty men.",
			[]string{"One [1, 1]", "two hundred and fifty [250, 250]"}},
		{"votes", "a 7-4 vote, and one of 5-5", []string{"one [1, 1]"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, f := range narrative.DefaultReadings().FindFigures(tt.in) {
				got = append(got, tt.in[f.Start:f.End]+" "+notation(f.Count))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.in, diff)
			}
		})
	}
}

// FuzzFindFigures checks that figures stand in order inside the text, are in
// range, and can be written and read again.
func FuzzFindFigures(f *testing.F) {
	f.Add("At least 49 soldiers died and dozens were hurt, up to two or three hundred.")
	f.Add("between 1.2 million and $5bn or so, a few hundred and counting 12th 00:05 7-4 100+")
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, fig := range narrative.DefaultReadings().FindFigures(text) {
			if fig.Start < end || fig.End <= fig.Start || fig.End > len(text) {
				t.Fatalf("figure %+v after %d in %q", fig, end, text)
			}
			end = fig.End
			c := fig.Count
			for _, b := range []*float64{c.Min, c.Max} {
				if b != nil && !(*b >= 0 && *b <= 2e15) {
					t.Fatalf("%q gives %v", text[fig.Start:fig.End], c)
				}
			}
			if c.Min != nil && c.Max != nil && *c.Min > *c.Max {
				t.Fatalf("%q is inverted: %v", text[fig.Start:fig.End], c)
			}
		}
	})
}

// FuzzCountString checks that every figure is read as it is written.
func FuzzCountString(f *testing.F) {
	f.Add(49.0, 49.0, false)
	f.Add(6501.0, -1.0, true)
	f.Add(-1.0, 51.3, false)
	f.Fuzz(func(t *testing.T, min, max float64, about bool) {
		min, max = math.Round(min*1000)/1000, math.Round(max*1000)/1000
		if !(min <= 1e15 && max <= 1e15) || max >= 0 && min > max {
			return // no dossier holds these
		}
		want := count(min, max, about)
		want.Of = ""
		if want.Min == nil && want.Max == nil {
			want.About = false
		}
		got, err := narrative.ParseCount(want.String())
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", want, diff)
		}
	})
}

func ExampleParseCount() {
	for _, s := range []string{"more than 6,500", "49 or 50", "about two hundred", "dozens"} {
		c, err := narrative.ParseCount(s)
		fmt.Println(c, err)
	}
	// Output:
	// at least 6,501 <nil>
	// 49 to 50 <nil>
	// about 200 <nil>
	// 24 to 199 <nil>
}

func ExampleReadings_FindFigures() {
	text := "Baku lost 71 men, and dozens were wounded."
	for _, f := range narrative.ACLED().FindFigures(text) {
		fmt.Printf("%s: %v\n", text[f.Start:f.End], f.Count)
	}
	// Output:
	// 71: 71
	// dozens: about 12
}

func ExampleRelateCounts() {
	forty, _ := narrative.ParseCount("at least 40")
	exact, _ := narrative.ParseCount("49")
	fmt.Println(narrative.RelateCounts(exact, forty), narrative.RelateCounts(forty, exact))
	// Output: narrower broader
}
