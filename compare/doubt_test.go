package compare_test

import (
	"context"
	"strings"
	"testing"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/narrative"
)

// A figure in a hand-written dossier is held against the source that it names.
func TestDoubts(t *testing.T) {
	const dossier = `{"rashomon": 1, "parties": [{"id": "mill", "name": "Mill"}],
	 "sources": [{"id": "s1", "text": "Two hundred and forty looms stood still, the mill said; more than 30 hands were hurt."}],
	 "assertions": [
	  {"id": "a1", "party": "mill", "source": "s1", "claim": {"event": "strike", "count": [{"of": "looms", "min": 240, "max": 240}]}},
	  {"id": "a2", "party": "mill", "source": "s1", "claim": {"event": "strike", "count": [{"of": "wounded", "min": 31}]}},
	  {"id": "a3", "party": "mill", "source": "s1", "claim": {"event": "strike", "count": [{"of": "killed", "min": 3, "max": 3}]}},
	  {"id": "a4", "party": "mill", "claim": {"event": "strike", "count": [{"of": "killed", "min": 4, "max": 4}]}}]}`
	d, err := narrative.Decode(strings.NewReader(dossier), "mill.json")
	if err != nil {
		t.Fatal(err)
	}
	r, err := new(compare.Comparer).Compare(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Doubts) != 1 || r.Doubts[0].Assertion != "a3" || !strings.Contains(r.Doubts[0].Why, "3") {
		t.Errorf("got %+v, want one of a3", r.Doubts)
	}
}
