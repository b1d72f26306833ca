package narrative_test

import (
	"strings"
	"testing"

	"github.com/seed514b815a/rashomon/narrative"
)

// TestFindFiguresPunished reads texts that punish looking ahead: quadratic work
// would take it minutes.
func TestFindFiguresPunished(t *testing.T) {
	p := narrative.DefaultReadings()
	for _, s := range []string{"1,111,111,", "one hundred and ", "between ", "1-", "at least about ", "1.", "a half a ", "twenty-", "1\u00a0111\u00a0", "several hundred or "} {
		text := strings.Repeat(s, 200_000/len(s))
		for _, f := range p.FindFigures(text) {
			if f.Start < 0 || f.End > len(text) || f.Start >= f.End {
				t.Fatalf("%q: a figure at %d to %d", s, f.Start, f.End)
			}
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
