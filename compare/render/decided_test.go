package render_test

import (
	"bytes"
	"context"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/compare/render"
	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/narrative"
)

// reviewed is the yard after people have been through it.
func reviewed(t *testing.T) (*narrative.Dossier, *compare.Report) {
	t.Helper()
	d, _ := yard(t)
	post := d.Assertions[0]
	post.ID, post.Party, post.Chain, post.Quotes, post.Claim.Text = "p1", "post", nil, nil, "Dockers stood before the North Gate."
	post.Claim.Count = nil
	d.Assertions = append(d.Assertions, post)
	r, err := new(compare.Comparer).Compare(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	what := func(outcome compare.Outcome) *compare.Finding {
		for _, f := range r.All() {
			if f.Outcome == outcome {
				return f
			}
		}
		t.Fatalf("no %v", outcome)
		return nil
	}
	conflict, other := what(compare.Conflict).ID, what(compare.Agreement).ID
	old := r.Seen(other)
	old.Missing = []string{"time"}
	d.Decisions = []narrative.Decision{
		{Confirm: conflict, By: "B. Editor", On: edtf.MustParse("2031-05-04"), Why: "both quotes are theirs", Seen: r.Seen(conflict)},
		{Dismiss: other, By: "A. <b>Reader</b>", Why: "they were never *asked*", Seen: r.Seen(other)},
		{Dismiss: other, By: "C. Reader", Seen: old},
		{Dismiss: other, By: "D. Reader", Withdrawn: &narrative.Withdrawal{By: "B. Editor", On: edtf.MustParse("2031-05-06"), Why: "not *his* to say"}},
		{Dismiss: "f00", By: "C. Reader", Seen: &narrative.Evidence{Says: "conflict on place"}},
	}
	c, err := d.NewCorrection("d1")
	if err != nil {
		t.Fatal(err)
	}
	c.Claim, c.Without, c.By, c.Why = &narrative.Claim{Place: []string{"gate"}}, []string{"cause"}, "B. Editor", "the North Gate is meant"
	gone := *c
	gone.Was, gone.Alone, gone.Quote.Exact, gone.NotSaid, gone.Claim, gone.Without = nil, false, "anybody left by a gate", true, nil, nil
	back := *c
	back.Without, back.Withdrawn = nil, &narrative.Withdrawal{By: "B. Editor", Why: "<i>read</i> again"}
	d.Corrections = []narrative.Correction{*c, gone, back}
	again, err := new(compare.Comparer).Compare(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	return d, again
}

func TestDecisionsAreShown(t *testing.T) {
	d, r := reviewed(t)
	for _, tt := range []struct {
		file  string
		print func(io.Writer) error
	}{
		{"reviewed.txt", func(w io.Writer) error { return render.Printer{IDs: true}.Text(w, r) }},
		{"reviewed-hidden.txt", func(w io.Writer) error { return render.Printer{HideDismissed: true}.Text(w, r) }},
		{"reviewed.md", func(w io.Writer) error { return render.Printer{}.Markdown(w, r) }},
		{"reviewed-dossier.txt", func(w io.Writer) error { return render.Printer{}.DossierText(w, d) }},
		{"reviewed-dossier.md", func(w io.Writer) error { return render.Printer{IDs: true}.DossierMarkdown(w, d) }},
		{"reviewed-dossier.html", func(w io.Writer) error { return render.Printer{}.DossierHTML(w, d) }},
	} {
		t.Run(tt.file, func(t *testing.T) {
			var got bytes.Buffer
			if err := tt.print(&got); err != nil {
				t.Fatal(err)
			}
			if *update {
				if err := os.WriteFile("testdata/"+tt.file, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile("testdata/" + tt.file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got.String()); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// Hiding takes away findings that were dismissed, and no other.
func TestDismissedFindingsAreHidden(t *testing.T) {
	_, r := reviewed(t)
	r.Issues[0].Review = narrative.Dismissed
	var all, hidden bytes.Buffer
	if err := (render.Printer{}).Markdown(&all, r); err != nil {
		t.Fatal(err)
	}
	if err := (render.Printer{HideDismissed: true}).Markdown(&hidden, r); err != nil {
		t.Fatal(err)
	}
	if title := r.Issues[0].Title; !strings.Contains(all.String(), title) || strings.Contains(hidden.String(), title) {
		t.Errorf("a dismissed issue: with\n%s\nwithout\n%s", all.String(), hidden.String())
	}
}
