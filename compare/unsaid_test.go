package compare_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/seed514b815a/rashomon/compare"
)

// A remark of the report has no quote. The gap that it opens cites it with the words of
// the same side that leave the question open, and shows its own words as the reason.
func TestRemarkIsCitedBesideWhatItIsAbout(t *testing.T) {
	text := "Reed Town said it had raided the mill, without saying when."
	d := decode(t, `{"rashomon": 1,
	 "parties": [{"id": "reed-town", "name": "Reed Town"}, {"id": "mill", "name": "The mill"}],
	 "sources": [{"id": "s", "text": "`+text+`"}],
	 "assertions": [
	  {"id": "r1", "party": "reed-town", "source": "s", "claim": {"event": "raid", "agent": ["reed-town"], "target": ["mill"]},
	   "quotes": [{"exact": "it had raided the mill", "start": 15, "end": 37}]},
	  {"id": "r2", "party": "reed-town", "source": "s", "focus": "time", "certainty": "unknown",
	   "chain": [{"party": "reed-town", "cue": {"exact": "without saying when", "start": 39, "end": 58}}],
	   "claim": {"act": "decline", "event": "raid", "agent": ["reed-town"], "target": ["mill"], "about": "r1", "text": "without saying when"}}]}`)
	r, err := new(compare.Comparer).Compare(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.All() {
		if f.Facet != "time" || f.Kind != "declined" {
			continue
		}
		if len(f.Positions) != 1 || !slices.Equal(f.Positions[0].Assertions, []string{"r1", "r2"}) || !slices.Equal(f.Silent, []string{"reed-town"}) {
			t.Errorf("positions %+v, silent %v", f.Positions, f.Silent)
		}
		if want := `declined to say ("without saying when")`; !strings.Contains(f.Why, want) {
			t.Errorf("why %q, want %q in it", f.Why, want)
		}
		return
	}
	t.Error("no gap on time")
}
