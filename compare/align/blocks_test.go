package align

import (
	"fmt"
	"testing"

	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/narrative"
)

// Four times the assertions must not cost sixteen times the comparisons: alignment
// compares within blocks, and in a big block with neighbours only, never all with
// all. Counted, not timed: the machine may be busy.
func TestCandidatesGrowNearLinearly(t *testing.T) {
	pairs := func(n int, crowd bool) int {
		d := &narrative.Dossier{Parties: []narrative.Party{{ID: "a"}, {ID: "b"}}}
		for i := range n {
			a := narrative.Assertion{ID: fmt.Sprint(i), Party: "a"}
			a.Claim = narrative.Claim{Event: "shelling", Act: narrative.Accuse, Agent: []string{"b"}, Time: edtf.MustParse(fmt.Sprintf("%04d-%02d-%02d", 2000+i/8/336, 1+i/8/28%12, 1+i/8%28))}
			if crowd { // all of one day and place
				a.Claim.Time, a.Claim.Place = edtf.MustParse("2031-05-01"), []string{"towns"}
			}
			d.Assertions = append(d.Assertions, a)
		}
		return len(candidates(readRecords(d)))
	}
	for _, crowd := range []bool{false, true} {
		few, many := pairs(1_000, crowd), pairs(4_000, crowd)
		if many > 5*few || many > 4_000*200 {
			t.Errorf("crowd %v: %d pairs of 1,000 assertions, %d of 4,000", crowd, few, many)
		}
	}
}
