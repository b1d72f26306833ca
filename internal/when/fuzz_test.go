package when_test

import (
	"strings"
	"testing"
	"time"

	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/internal/when"
)

// FuzzFind checks that expressions stand in order inside the text, begin and end
// at a word, are the same in their own text's surroundings, and resolve to a
// time or to nothing in every context.
func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"on the night of 12 to 13 September 2022, at 00:05 local time (20:05 GMT)",
		"from Monday night to early Tuesday; between 2 and 4 a.m. since last week",
		"two days after the fall of 2020, in mid-September, around 1430 GMT on 30.02.2022",
		"Feb. 29-30, 12/13/2022, 2022-02-31, the past three months, overnight into Friday",
	} {
		f.Add(s, "2022-09-13T10:00+04:00", "2022-09-12")
	}
	f.Add("last year, two decades ago", "0001-01-01", "9999-12-31T23:59:59Z")
	zone := time.FixedZone("", -9*3600-1800)
	f.Fuzz(func(t *testing.T, text, published, spoken string) {
		pub, _ := edtf.Parse(published)
		sp, _ := edtf.Parse(spoken)
		end := 0
		for _, e := range when.Find(text) {
			if e.Start < end || e.End <= e.Start || e.End > len(text) {
				t.Fatalf("[%d:%d] after %d in %q", e.Start, e.End, end, text)
			}
			end = e.End
			if s := text[e.Start:e.End]; strings.TrimSpace(s) != s {
				t.Fatalf("%q has space around it", s)
			}
			for _, c := range []when.Context{{}, {Published: pub}, {Published: pub, Zone: zone, Spoken: sp}, {Published: pub, Future: true}} {
				got := e.Resolve(c)
				if got.IsZero() {
					continue
				}
				if again, err := edtf.Parse(got.String()); err != nil || again != got {
					t.Fatalf("%q gives %q: %v", text[e.Start:e.End], got, err)
				}
			}
		}
	})
}

// TestFindPunished reads texts that punish looking ahead: quadratic work would take
// it minutes.
func TestFindPunished(t *testing.T) {
	for _, s := range []string{"Mon. ", "from Monday to ", "between ", "since the ", "12-", "early late ", "the ", "at 2:30 on ", "September ", "two or three ", "the day before ", "overnight from ", "after ", "around about ", "the night of ", "from ", "the beginning of ", "Mon, ", "by ", "earlier this "} {
		text := strings.Repeat(s, 200_000/len(s))
		for _, e := range when.Find(text) {
			if e.Start < 0 || e.End > len(text) || e.Start >= e.End {
				t.Fatalf("%q: an expression at %d to %d", s, e.Start, e.End)
			}
		}
	}
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("The ministry said on Tuesday that shelling had begun shortly after midnight, at 00:05, near two villages. ", 1000)
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		when.Find(text)
	}
}
