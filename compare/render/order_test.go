package render_test

import (
	"strings"
	"testing"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/compare/render"
)

// What accounts differ on is read first, what one alone tells last, in either format.
func TestIssuesInOrder(t *testing.T) {
	r := &compare.Report{Issues: []compare.Issue{
		{ID: "i1", Title: "Fair"},
		{ID: "i2", Title: "Flood", Findings: []compare.Finding{{ID: "f2", Outcome: compare.Gap, Kind: "shared"}}},
		{ID: "i3", Title: "Raid", Findings: []compare.Finding{{ID: "f3", Outcome: compare.Gap, Kind: "shared"}, {ID: "f4", Outcome: compare.Conflict, Kind: "denial"}}},
	}}
	var text, markdown strings.Builder
	if err := new(render.Printer).Text(&text, r); err != nil {
		t.Fatal(err)
	}
	if err := new(render.Printer).Markdown(&markdown, r); err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{text.String(), markdown.String()} {
		raid, flood, fair := strings.Index(s, "1. Raid"), strings.Index(s, "2. Flood"), strings.Index(s, "3. Fair")
		if raid < 0 || raid > flood || flood > fair {
			t.Errorf("Raid, Flood, Fair are not in this order:\n%s", s)
		}
	}
}
