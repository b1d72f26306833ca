package narrative_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/seed514b815a/rashomon/narrative"
)

func decode(t *testing.T, s string) *narrative.Dossier {
	t.Helper()
	d, err := narrative.Decode(strings.NewReader(s), "test.json")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestMerge(t *testing.T) {
	base := `{"rashomon": 1, "parties": [{"id": "crew", "name": "Crew"}], "assertions": [{"id": "a1", "party": "crew", "claim": {"text": "we left"}}]}`
	for _, tt := range []struct {
		name, other string
		want        string // in the error; "" for none
		assertions  int
	}{
		{"itself: nothing new", base, "", 1},
		{"another assertion", strings.Replace(base, "a1", "a2", 1), "", 2},
		{"an id for two claims", strings.Replace(base, "we left", "we stayed", 1), `$.assertions[0].id: the id "a1"`, 1},
		{"an id for two parties", strings.Replace(base, `"Crew"`, `"Crow"`, 1), `$.parties[0].id: the id "crew"`, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := decode(t, base)
			err := d.Merge(decode(t, tt.other), "other.json")
			if (err != nil) != (tt.want != "") || err != nil && !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want %q", err, tt.want)
			}
			if len(d.Assertions) != tt.assertions {
				t.Errorf("%d assertions, want %d", len(d.Assertions), tt.assertions)
			}
		})
	}
}

func TestMergeUnitesAliases(t *testing.T) {
	d := decode(t, `{"parties": [{"id": "crew", "name": "Crew", "aliases": ["the men"]}], "assertions": []}`)
	other := decode(t, `{"parties": [{"id": "crew", "name": "Crew", "aliases": ["hands", "the men"]}], "assertions": []}`)
	if err := d.Merge(other, "other.json"); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"hands", "the men"}, d.Parties[0].Aliases); diff != "" {
		t.Errorf("aliases (-want +got):\n%s", diff)
	}
}

// Two reviewers' copies of one dossier are merged: what both hold stands once, in
// the same order whoever comes first.
func TestMergeUnitesDecisions(t *testing.T) {
	base := `{"parties": [{"id": "crew"}], "assertions": [{"id": "a1", "party": "crew", "claim": {"text": "we left"}}, {"id": "a2", "party": "crew", "claim": {"text": "we stayed"}}], "decisions": [%s]}`
	const (
		both  = `{"apart": ["a1", "a2"]}`
		yours = `{"dismiss": "f1", "by": "you", "on": "2031-02-02"}`
		mine  = `{"confirm": "f1", "by": "me", "on": "2031-02-01"}`
	)
	a, b := fmt.Sprintf(base, both+","+yours), fmt.Sprintf(base, mine+","+both)
	ab, ba := decode(t, a), decode(t, b)
	if err := ab.Merge(decode(t, b), "b.json"); err != nil {
		t.Fatal(err)
	}
	if err := ba.Merge(decode(t, a), "a.json"); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(encoded(t, ab), encoded(t, ba)); diff != "" {
		t.Errorf("-ours first +theirs first:\n%s", diff)
	}
	if diff := cmp.Diff(decode(t, fmt.Sprintf(base, both+","+mine+","+yours)).Decisions, ab.Decisions); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestSettle(t *testing.T) {
	for _, tt := range []struct {
		name, decisions string
		want            narrative.Review
	}{
		{"nobody", ``, narrative.NoReview},
		{"not on findings", `{"same": ["a1", "a2"]}`, narrative.NoReview},
		{"one", `{"dismiss": "f1"}`, narrative.Dismissed},
		{"of one mind", `{"confirm": "f1"}, {"confirm": "f1", "on": "2031"}`, narrative.Confirmed},
		{"undated", `{"confirm": "f1"}, {"dismiss": "f1"}`, narrative.Pending},
		{"one undated", `{"confirm": "f1", "on": "2031"}, {"dismiss": "f1"}`, narrative.Pending},
		{"the later", `{"confirm": "f1", "on": "2031-02-01"}, {"dismiss": "f1", "on": "2031-02-02"}`, narrative.Dismissed},
		{"the same day", `{"confirm": "f1", "on": "2031-02-01"}, {"dismiss": "f1", "on": "2031-02-01"}`, narrative.Pending},
		{"a day of that month", `{"confirm": "f1", "on": "2031-02-01"}, {"dismiss": "f1", "on": "2031-02"}`, narrative.Pending},
		{"two later of one mind", `{"dismiss": "f1", "on": "2030"}, {"confirm": "f1", "on": "2031-02-01"}, {"confirm": "f1", "on": "2031-02"}`, narrative.Confirmed},
		{"asked again", `{"confirm": "f1", "on": "2031-02-01"}, {"pending": "f1", "on": "2031-02-02"}`, narrative.Pending},
	} {
		t.Run(tt.name, func(t *testing.T) {
			ds := decode(t, `{"parties": [{"id": "crew"}], "assertions": [{"id": "a1", "party": "crew", "claim": {}}, {"id": "a2", "party": "crew", "claim": {}}], "decisions": [`+tt.decisions+`]}`).Decisions
			if got := narrative.Settle(ds); got != tt.want {
				t.Errorf("got %v, want %v", got, tt.want)
			}
			slices.Reverse(ds)
			if got := narrative.Settle(ds); got != tt.want {
				t.Errorf("reversed: got %v, want %v", got, tt.want)
			}
		})
	}
}
