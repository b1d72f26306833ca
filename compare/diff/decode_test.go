package diff_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"strings"
	"testing"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/compare/diff"
	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/internal/random"
	"github.com/seed514b815a/rashomon/source"
)

// written is what a run writes.
func written(t testing.TB, c *diff.Changes) string {
	t.Helper()
	var b strings.Builder
	if err := c.Encode(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// sameAgain faults changes that are others once they were written and read.
func sameAgain(t testing.TB, c *diff.Changes) {
	t.Helper()
	text := written(t, c)
	again, err := diff.Decode(strings.NewReader(text), "changes.json")
	if err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	if got := written(t, again); got != text {
		t.Fatalf("decoded and encoded it is another:\n%s\nwant\n%s", got, text)
	}
}

// run gives what changed in the course of a random dossier, with explanations.
func run(t testing.TB, seed uint64) *diff.Changes {
	t.Helper()
	d := random.New(seed).Dossier(8)
	var rs []*compare.Report
	for _, moment := range []string{"2031-05-02", "2031/.."} {
		c := compare.Comparer{AsOf: edtf.MustParse(moment), Explain: true}
		r, err := c.Compare(context.Background(), d)
		if err != nil {
			t.Fatal(err)
		}
		rs = append(rs, r)
	}
	return diff.Reports(rs[0], rs[1])
}

// What any run writes is read, and written again to the byte.
func TestChangesAreReadAsTheyAreWritten(t *testing.T) {
	for seed := range random.Rounds(t, 400) {
		sameAgain(t, run(t, uint64(seed)))
	}
}

// Lists that somebody's program has left out are empty, and not null.
func TestChangesOfFewFields(t *testing.T) {
	c, err := diff.Decode(strings.NewReader(`{"rashomon": 1, "issues": [{"title": "x", "changes": [{"what": "moved", "is": {"facet": "place", "outcome": "gap", "kind": "silent", "positions": [{"side": "p"}]}, "shifts": [{"side": "p", "was": {"side": "p"}}]}]}], "reread": []}`), "changes.json")
	if err != nil {
		t.Fatal(err)
	}
	if text := written(t, c); strings.Contains(text, "null") {
		t.Error(text)
	}
}

func TestDecodeRefuses(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"no such change", `{"rashomon": 1, "issues": [{"changes": [{"what": "solved"}]}]}`, `$.issues[0].changes[0].what: unknown change "solved"`},
		{"no such course", `{"rashomon": 1, "issues": [{"course": "away"}]}`, `$.issues[0].course: unknown course "away"`},
		{"of nothing", `{"rashomon": 1, "issues": [{"changes": [{"what": "moved"}]}]}`, `$.issues[0].changes[0]: neither "was" nor "is"`},
		{"kind of another outcome", `{"rashomon": 1, "issues": [{"changes": [{"what": "moved", "was": {"facet": "place", "outcome": "gap", "kind": "exact"}}]}]}`, `changes[0].was.kind: "exact" is no kind of gap`},
		{"a shift to what isn't there", `{"rashomon": 1, "issues": [{"changes": [{"what": "moved", "is": {"facet": "place", "outcome": "gap", "kind": "silent"}, "shifts": [{"was": {"assertions": ["a9"]}}]}]}]}`, `changes[0].shifts[0].was.assertions: unknown assertion "a9"`},
		{"read anew, and not there", `{"rashomon": 1, "reread": [{"assertion": "a9"}]}`, `$.reread[0].assertion: unknown assertion "a9"`},
		{"not JSON", `[`, `changes.json`},
	} {
		if _, err := diff.Decode(strings.NewReader(tt.text), "changes.json"); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %q", tt.name, err, tt.want)
		} else if at := (*source.Error)(nil); !errors.As(err, &at) {
			t.Errorf("%s: %T has no place", tt.name, err)
		}
	}
}

// FuzzDecode checks that whatever is read is written and read again alike.
func FuzzDecode(f *testing.F) {
	for seed := range 20 {
		f.Add(written(f, run(f, uint64(seed))))
	}
	f.Fuzz(func(t *testing.T, text string) {
		if c, err := diff.Decode(strings.NewReader(text), "changes.json"); err == nil {
			sameAgain(t, c)
		}
	})
}

// What was stored is read again without comparing anything: here, what has changed
// from one report to the next, for a desk that only wants the conflicts.
func ExampleDecode() {
	const stored = `{"rashomon": 1, "parties": [{"id": "yard", "name": "Yard"}],
	"assertions": [{"id": "y1", "party": "yard", "side": "yard", "claim": {"event": "blockade"}}],
	"issues": [{"title": "Blockade", "said": ["y1"], "changes": [{"what": "new-conflict", "sides": ["union", "yard"], "why": "They differ on the crowd.",
		"is": {"facet": "count", "outcome": "conflict", "kind": "disjoint", "positions": [{"side": "yard", "says": "400", "assertions": ["y1"]}]}}]}]}`

	changes, err := diff.Decode(strings.NewReader(stored), "changes.json")
	if err != nil {
		log.Fatal(err)
	}
	for _, is := range changes.Issues {
		for _, c := range is.Changes {
			fmt.Printf("%s: %s (%v on %s)\n", is.Title, c.Why, c.What, c.Is.Facet)
		}
	}
	_, err = diff.Decode(strings.NewReader(`{"rashomon": 1, "issues": [{"changes": [{"what": "solved"}]}]}`), "changes.json")
	fmt.Println(err)
	// Output:
	// Blockade: They differ on the crowd. (new-conflict on count)
	// changes.json: $.issues[0].changes[0].what: unknown change "solved"
}
