package narrative_test

import (
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
