package compare_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/internal/random"
	"github.com/seed514b815a/rashomon/narrative"
)

func asOf(t testing.TB, d *narrative.Dossier, moment string) *compare.Report {
	t.Helper()
	c := compare.Comparer{AsOf: edtf.MustParse(moment)}
	r, err := c.Compare(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// As of a moment after everything the report is the plain one; an open end is after
// undated words, too.
func TestAsOfTheEndIsThePlainReport(t *testing.T) {
	for i := range random.Rounds(t, 1000) {
		d := random.New(uint64(i)).Dossier(8)
		if i%2 == 0 {
			d.Decisions = nil
		}
		moment := "2031/.."
		if !slices.ContainsFunc(d.Assertions, func(a narrative.Assertion) bool { return a.Said.IsZero() }) {
			moment = "9999"
		}
		_, want := report(t, d)
		r := asOf(t, d, moment)
		if r.AsOf.String() != moment {
			t.Fatalf("as of %q, want %q", r.AsOf, moment)
		}
		r.AsOf = edtf.Time{}
		if got := encoded(t, r); got != want {
			t.Fatalf("seed %d: as of %s: %s", i, moment, firstDifference(want, got))
		}
	}
}

func encoded(t testing.TB, r *compare.Report) string {
	t.Helper()
	var b strings.Builder
	if err := r.Encode(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// As time goes by words are added and none goes, and no report holds a word of
// later. What is known to be a word of later is held back without a mention.
func TestAsOfIsMonotone(t *testing.T) {
	for i := range random.Rounds(t, 1000) {
		d := random.New(uint64(i)).Dossier(8)
		said := map[string]edtf.Time{}
		for _, a := range d.Assertions {
			said[a.ID] = a.Said
		}
		var before []string
		for _, m := range []string{"2031-05-01", "2031-05-02", "2031-05-03T09:00:00Z", "2031-05-03", "2031-05-04", "2031-05-05"} {
			moment := edtf.MustParse(m)
			r := asOf(t, d, m)
			var ids []string
			for _, a := range r.Assertions {
				ids = append(ids, a.ID)
				if moment.Before(said[a.ID]) {
					t.Errorf("seed %d: as of %s: %s of %s", i, m, a.ID, said[a.ID])
				}
			}
			for _, u := range r.Unplaced {
				if moment.Before(said[u.Assertion]) || slices.Contains(ids, u.Assertion) {
					t.Errorf("seed %d: as of %s: %s of %s is unplaced", i, m, u.Assertion, said[u.Assertion])
				}
			}
			for _, id := range before {
				if !slices.Contains(ids, id) {
					t.Errorf("seed %d: as of %s: %s is gone", i, m, id)
				}
			}
			before = ids
			for _, f := range r.All() {
				for _, p := range f.Positions {
					for _, id := range p.Assertions {
						if !slices.Contains(ids, id) {
							t.Errorf("seed %d: as of %s: a finding cites %s", i, m, id)
						}
					}
				}
			}
		}
	}
}

// What was a gap on the 2nd is a conflict on the 3rd.
func ExampleComparer_asOf() {
	d, err := narrative.Decode(strings.NewReader(`{"rashomon": 1,
	 "parties": [{"id": "port", "name": "The port"}, {"id": "union", "name": "The union"}],
	 "assertions": [
	  {"id": "u1", "party": "union", "said": "2031-05-02", "claim": {"act": "accuse", "event": "expulsion", "agent": ["port"], "target": ["union"]}},
	  {"id": "p1", "party": "port", "said": "2031-05-03", "stance": "denies", "claim": {"act": "deny", "about": "u1"}}]}`), "port.json")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, day := range []string{"2031-05-02", "2031-05-03"} {
		c := compare.Comparer{AsOf: edtf.MustParse(day)}
		r, err := c.Compare(context.Background(), d)
		if err != nil {
			fmt.Println(err)
			return
		}
		for _, f := range r.All() {
			fmt.Println(day, f.Outcome, f.Kind, f.Silent)
		}
	}
	// Output:
	// 2031-05-02 gap silent [port]
	// 2031-05-03 conflict denial []
}

func TestAsOfRefuses(t *testing.T) {
	c := compare.Comparer{AsOf: edtf.MustParse("2031-05/")}
	if _, err := c.Compare(context.Background(), weatherDossier()); err == nil || !strings.Contains(err.Error(), "name a day") {
		t.Errorf("%v, want what to do", err)
	}
}
