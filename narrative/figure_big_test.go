package narrative_test

import (
	"strings"
	"testing"
	"time"

	"github.com/seed514b815a/rashomon/narrative"
)

// TestFindFiguresIsLinear reads texts that punish looking ahead: the time for
// eight times the text stays far below the 64 times of quadratic work.
func TestFindFiguresIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	p := narrative.DefaultReadings()
	took := func(s string) time.Duration {
		best := time.Hour
		for range 3 {
			start := time.Now()
			p.FindFigures(s)
			best = min(best, time.Since(start))
		}
		return best
	}
	for _, s := range []string{"1,111,111,", "one hundred and ", "between ", "1-", "at least about ", "1.", "a half a ", "twenty-", "1\u00a0111\u00a0", "several hundred or "} {
		n := 40_000 / len(s)
		small, large := took(strings.Repeat(s, n)), took(strings.Repeat(s, 8*n))
		if large > 30*small+200*time.Millisecond {
			t.Errorf("%q: %v, eight times the text %v", s, small, large)
		}
	}
}

func BenchmarkFindFigures(b *testing.B) {
	text := strings.Repeat("At least 49 soldiers died and dozens were hurt, the ministry said on Tuesday of the two villages. ", 1000)
	p := narrative.DefaultReadings()
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		p.FindFigures(text)
	}
}
