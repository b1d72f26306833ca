package render_test

import (
	"bytes"
	"context"
	"flag"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"golang.org/x/net/html"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/compare/diff"
	"github.com/seed514b815a/rashomon/compare/render"
	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func yard(t *testing.T) (*narrative.Dossier, *compare.Report) {
	t.Helper()
	data, err := os.ReadFile("testdata/yard.json")
	if err != nil {
		t.Fatal(err)
	}
	d, err := narrative.Decode(bytes.NewReader(data), "yard.json")
	if err != nil {
		t.Fatal(err)
	}
	r, err := new(compare.Comparer).Compare(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	return d, r
}

func TestGolden(t *testing.T) {
	d, r := yard(t)
	tl, err := new(compare.Comparer).Timeline(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		file  string
		print func(io.Writer) error
	}{
		{"report.txt", func(w io.Writer) error { return render.Printer{}.Text(w, r) }},
		{"report-narrow-colour.txt", func(w io.Writer) error { return render.Printer{Color: true, Width: 40, Quote: 20}.Text(w, r) }},
		{"report.md", func(w io.Writer) error { return render.Printer{}.Markdown(w, r) }},
		{"timeline.txt", func(w io.Writer) error { return render.Printer{}.TimelineText(w, tl) }},
		{"timeline.md", func(w io.Writer) error { return render.Printer{}.TimelineMarkdown(w, tl) }},
		{"changes.txt", func(w io.Writer) error { return render.Printer{}.ChangesText(w, changes(t)) }},
		{"changes.md", func(w io.Writer) error { return render.Printer{}.ChangesMarkdown(w, changes(t)) }},
		{"dossier.txt", func(w io.Writer) error { return render.Printer{}.DossierText(w, d) }},
		{"dossier.html", func(w io.Writer) error { return render.Printer{}.DossierHTML(w, d) }},
		{"dossier.md", func(w io.Writer) error { return render.Printer{}.DossierMarkdown(w, d) }},
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

// changes are what a day brings: the yard raises its figure and the union, which
// another accuses, speaks.
func changes(t *testing.T) *diff.Changes {
	t.Helper()
	data, err := os.ReadFile("testdata/days.json")
	if err != nil {
		t.Fatal(err)
	}
	d, err := narrative.Decode(bytes.NewReader(data), "days.json")
	if err != nil {
		t.Fatal(err)
	}
	var rs []*compare.Report
	for _, day := range []string{"2031-05-02", "2031-05-03"} {
		r, err := (&compare.Comparer{AsOf: edtf.MustParse(day)}).Compare(context.Background(), d)
		if err != nil {
			t.Fatal(err)
		}
		rs = append(rs, r)
	}
	return diff.Reports(rs[0], rs[1])
}

// Whatever an input holds, it can't move a terminal's cursor or put markup in a page.
func TestHostileInputIsHarmless(t *testing.T) {
	nasty := "\x1b[2Jboo\x07 <script>alert(1)</script> [x](javascript:y) \u202egnp.\r\n# head\n```"
	d := &narrative.Dossier{
		Parties:    []narrative.Party{{ID: "p", Name: nasty}, {ID: "q", Name: "Q"}},
		Assertions: []narrative.Assertion{{ID: "a", Party: "p", Claim: narrative.Claim{Event: "raid", Agent: []string{"q"}, Text: nasty}}},
	}
	r, err := new(compare.Comparer).Compare(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	tl, err := new(compare.Comparer).Timeline(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	for name, print := range map[string]func(io.Writer) error{
		"report":   func(w io.Writer) error { return render.Printer{}.Text(w, r) },
		"timeline": func(w io.Writer) error { return render.Printer{}.TimelineText(w, tl) },
		"changes":  func(w io.Writer) error { return render.Printer{}.ChangesText(w, diff.Reports(new(compare.Report), r)) },
		"dossier":  func(w io.Writer) error { return render.Printer{}.DossierText(w, d) },
	} {
		var text bytes.Buffer
		if err := print(&text); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(text.String(), "boo") || strings.ContainsAny(text.String(), "\x1b\x07\r\u202e") {
			t.Errorf("%s as text: %q", name, text.String())
		}
	}
	for name, print := range map[string]func(io.Writer) error{
		"report":   func(w io.Writer) error { return render.Printer{}.Markdown(w, r) },
		"timeline": func(w io.Writer) error { return render.Printer{}.TimelineMarkdown(w, tl) },
		"changes": func(w io.Writer) error {
			return render.Printer{}.ChangesMarkdown(w, diff.Reports(new(compare.Report), r))
		},
		"dossier": func(w io.Writer) error { return render.Printer{}.DossierMarkdown(w, d) },
	} {
		var md, html bytes.Buffer
		if err := print(&md); err != nil {
			t.Fatal(err)
		}
		if err := goldmark.Convert(md.Bytes(), &html); err != nil {
			t.Fatal(err)
		}
		if s := html.String(); !strings.Contains(s, "boo") || strings.Contains(s, "<script") || strings.Contains(s, "<a ") || strings.Contains(s, "raw HTML") || strings.Contains(s, "<pre") {
			t.Errorf("%s as Markdown: %s", name, s)
		}
	}
}

// A page shows the whole text, in order, and no markup of the input's.
func TestDossierHTML(t *testing.T) {
	text := "<b>A</b> & \"B\" said <script>alert(1)</script> & more"
	d := &narrative.Dossier{
		Parties: []narrative.Party{{ID: "p", Name: "<i>P</i>"}},
		Sources: []*source.Document{{ID: "s", URL: "javascript:alert(1)", Text: text}},
		Assertions: []narrative.Assertion{
			{ID: "a", Party: "p", Source: "s", Quotes: []source.Anchor{{Exact: text[3:20], Start: 3, End: 20}}},
			{ID: "b", Party: "p", Source: "s", Quotes: []source.Anchor{{Exact: text[10:], Start: 10, End: len(text)}}},
		},
	}
	var out bytes.Buffer
	if err := (render.Printer{}).DossierHTML(&out, d); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(&out)
	if err != nil {
		t.Fatal(err)
	}
	var shown strings.Builder
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && (n.Data == "script" || n.Data == "i" || n.Data == "b") {
			t.Errorf("the input's <%s> reached the page", n.Data)
		}
		for _, a := range n.Attr {
			if a.Key == "href" && strings.HasPrefix(a.Val, "javascript") {
				t.Errorf("link to %s", a.Val)
			}
			if a.Key == "class" && a.Val == "text" {
				for c := range n.Descendants() {
					if c.Type == html.TextNode {
						shown.WriteString(c.Data)
					}
				}
			}
		}
	}
	if shown.String() != text {
		t.Errorf("the page shows %q, want %q", shown.String(), text)
	}
}

func TestJSONIsTheReport(t *testing.T) {
	_, r := yard(t)
	var out bytes.Buffer
	if err := (render.Printer{}).JSON(&out, r); err != nil {
		t.Fatal(err)
	}
	again, err := compare.Decode(&out, "report.json")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(r, again); diff != "" {
		t.Errorf("-before +after:\n%s", diff)
	}
}

func ExamplePrinter() {
	d := &narrative.Dossier{
		Parties: []narrative.Party{{ID: "club", Name: "Chess Club"}, {ID: "hall", Name: "Town Hall"}},
		Assertions: []narrative.Assertion{
			{ID: "a", Party: "club", Claim: narrative.Claim{Event: "demonstration", Agent: []string{"club"}, Text: "we stood before the hall"}},
			{ID: "b", Party: "hall", Stance: narrative.Denies, Claim: narrative.Claim{Act: narrative.Deny, Event: "demonstration", Agent: []string{"club"}, About: "a", Text: "nobody stood there"}},
		},
	}
	report, err := new(compare.Comparer).Compare(context.Background(), d)
	if err != nil {
		panic(err)
	}
	p := render.Printer{Width: 72}
	if err := p.Text(os.Stdout, report); err != nil {
		panic(err)
	}
	// Output:
	// Sides: Chess Club, Town Hall
	//
	// 1. Demonstration
	//    Participants: Chess Club
	//
	//    CONFLICT on occurrence (denial; hard; act of Chess Club)
	//      Chess Club tells of a demonstration, and Town Hall denies a
	//        demonstration by Chess Club: one denies what the other says.
	//      Chess Club: demonstration
	//        we stood before the hall
	//          – Chess Club
	//      Town Hall: denies a demonstration by Chess Club
	//        nobody stood there
	//          – Town Hall
	//
	//    GAP on count (shared)
	//      Nobody says how many there were, though an event of this kind calls
	//        for it.
	//      Silent, in these sources: Chess Club
}
