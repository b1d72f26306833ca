package narrative_test

import (
	"testing"

	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/narrative"
)

// count gives a figure from min to max; a negative end is open.
func count(min, max float64, about bool) narrative.Count {
	c := narrative.Count{Of: "killed", About: about}
	if min >= 0 {
		c.Min = &min
	}
	if max >= 0 {
		c.Max = &max
	}
	return c
}

func TestRelateCounts(t *testing.T) {
	const open = -1
	tests := []struct {
		name string
		x, y narrative.Count
		want narrative.Relation
	}{
		{"equal", count(49, 49, false), count(49, 49, false), narrative.Same},
		{"one more", count(49, 49, false), count(50, 50, false), narrative.Disjoint},
		{"exact within at least", count(49, 49, false), count(40, open, false), narrative.Narrower},
		{"at least around a range", count(40, open, false), count(45, 50, false), narrative.Broader},
		{"at least and up to", count(40, open, false), count(open, 60, false), narrative.Overlapping},
		{"they meet in one figure", count(40, open, false), count(open, 40, false), narrative.Overlapping},
		{"up to holds zero", count(0, 0, false), count(open, 60, false), narrative.Narrower},
		{"two at least", count(50, open, false), count(40, open, false), narrative.Narrower},
		{"more than 6,500 excludes it", count(6501, open, false), count(6500, 6500, false), narrative.Disjoint},
		{"about reaches a tenth", count(200, 200, true), count(215, 215, false), narrative.Broader},
		{"about reaches no further", count(200, 200, true), count(240, 240, false), narrative.Disjoint},
		{"about and about meet half-way", count(200, 200, true), count(240, 240, true), narrative.Overlapping},
		{"about is wider than the figure itself", count(200, 200, true), count(200, 200, false), narrative.Broader},
		{"about none is none", count(0, 0, true), count(0, 0, false), narrative.Same},
		{"no figure", count(open, open, false), count(49, 49, false), narrative.Unknown},
		{"no figures", count(open, open, false), count(open, open, true), narrative.Unknown},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := narrative.RelateCounts(tt.x, tt.y); got != tt.want {
				t.Errorf("got %v, want %v", got, tt.want)
			}
			if got := narrative.RelateCounts(tt.y, tt.x); got != tt.want.Converse() {
				t.Errorf("the other way round: got %v, want %v", got, tt.want.Converse())
			}
		})
	}
}

func TestToleranceByMeasure(t *testing.T) {
	p := narrative.DefaultReadings()
	p.Tolerance = map[string]float64{"participants": 0.5, "exact": 0}
	x, y := count(1000, 1000, true), count(1400, 1400, false)
	for of, want := range map[string]narrative.Relation{
		"killed":       narrative.Disjoint,
		"participants": narrative.Broader,
		"exact":        narrative.Disjoint,
	} {
		x.Of, y.Of = of, of
		if got := p.RelateCounts(x, y); got != want {
			t.Errorf("%s: got %v, want %v", of, got, want)
		}
	}
}

func TestRelateTimes(t *testing.T) {
	tests := []struct {
		name, x, y string
		want       narrative.Relation
	}{
		{"equal", "2022-09-12", "2022-09-12", narrative.Same},
		{"spelled otherwise", "2022-09", "2022-09-01/2022-09-30", narrative.Same},
		{"a night in a month", "2022-09-12T18:00:00+04:00/2022-09-13T06:00:00+04:00", "2022-09", narrative.Narrower},
		{"a night over two days", "2022-09-12T18:00/2022-09-13T06:00", "2022-09-13", narrative.Overlapping},
		{"other days", "2022-09-12", "2022-09-13", narrative.Disjoint},
		{"since", "2022-09-12/..", "2022-09-20", narrative.Broader},
		{"unstated", "", "2022-09-20", narrative.Unknown},
		{"an end that nobody knows", "2022-09-12/", "2022-09-20", narrative.Unknown},
		{"an end that nobody knows, but later", "2022-09-12/", "2022-09-10", narrative.Disjoint},
		{"a guess contradicts nobody", "2022-09-12~", "2022-09-13", narrative.Unknown},
		{"a guess may agree", "2022-09-12~", "2022-09", narrative.Narrower},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var x edtf.Time
			if tt.x != "" {
				x = edtf.MustParse(tt.x)
			}
			y := edtf.MustParse(tt.y)
			if got := narrative.RelateTimes(x, y); got != tt.want {
				t.Errorf("%s to %s: got %v, want %v", x, y, got, tt.want)
			}
			if got := narrative.RelateTimes(y, x); got != tt.want.Converse() {
				t.Errorf("%s to %s: got %v, want %v", y, x, got, tt.want.Converse())
			}
		})
	}
}

func FuzzRelateCounts(f *testing.F) {
	f.Add(49.0, 49.0, false, 40.0, -1.0, false)
	f.Add(200.0, 200.0, true, 215.0, 215.0, false)
	f.Add(-1.0, -1.0, true, 0.0, 0.0, true)
	f.Fuzz(func(t *testing.T, a, b float64, ab bool, c, d float64, cd bool) {
		x, y := count(a, b, ab), count(c, d, cd)
		if a > b && b >= 0 || c > d && d >= 0 {
			return // no dossier holds inverted ranges
		}
		r := narrative.RelateCounts(x, y)
		if back := narrative.RelateCounts(y, x); back != r.Converse() {
			t.Errorf("%v and %v: %v, the other way round %v", x, y, r, back)
		}
		if self := narrative.RelateCounts(x, x); self != narrative.Same && (x.Min != nil || x.Max != nil) {
			t.Errorf("%v to itself: %v", x, self)
		}
	})
}

func FuzzRelateTimes(f *testing.F) {
	f.Add("2022-09-12", "2022-09")
	f.Add("2022-09-12T18:00:00+04:00/2022-09-13T06:00:00Z", "2022-09-13/")
	f.Add("../2022-24~", "Y-17000")
	f.Fuzz(func(t *testing.T, a, b string) {
		x, err := edtf.Parse(a)
		if err != nil {
			return
		}
		y, err := edtf.Parse(b)
		if err != nil {
			return
		}
		r := narrative.RelateTimes(x, y)
		if back := narrative.RelateTimes(y, x); back != r.Converse() {
			t.Errorf("%s and %s: %v, the other way round %v", x, y, r, back)
		}
		if self := narrative.RelateTimes(x, x); self != narrative.Same {
			t.Errorf("%s to itself: %v", x, self)
		}
	})
}
