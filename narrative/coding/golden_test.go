package coding

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

var update = flag.Bool("update", false, "rewrite what the cases of testdata/cases want")

// A case is a txtar file: what it proves, then the text, the attributions in it and
// the assertions wanted of them. An attribution is a line of chain and content:
// "speaker/cue > speaker/cue | content | more content", each the first occurrence of
// those words from the attribution before on; "-" is none, "^" begins anew.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			head, text, as, want := sections(t, string(raw))
			got := code(t, text, as)
			if got == want {
				return
			}
			if !*update {
				t.Errorf("%s\ngot:\n%s\nwant:\n%s", head, got, want)
				return
			}
			out := fmt.Sprintf("%s-- text --\n%s-- attributions --\n%s-- want --\n%s", head, text, as, got)
			if err := os.WriteFile(file, []byte(out), 0o666); err != nil {
				t.Fatal(err)
			}
		})
	}
}

func sections(t *testing.T, raw string) (head, text, as, want string) {
	head, rest, ok1 := strings.Cut(raw, "-- text --\n")
	text, rest, ok2 := strings.Cut(rest, "-- attributions --\n")
	as, want, ok3 := strings.Cut(rest, "-- want --\n")
	if !ok1 || !ok2 || !ok3 {
		t.Fatal("a case has the sections text, attributions and want")
	}
	return head, text, as, want
}

// code codes a case and prints each assertion in a line.
func code(t *testing.T, text, list string) string {
	d := &source.Document{ID: "s", Text: text, Language: "en"}
	d.Published, _ = edtf.Parse("2021-03-10") // a Wednesday
	from := 0
	find := func(words string) source.Anchor {
		words = strings.TrimSpace(words)
		if words == "-" || words == "" {
			return source.Anchor{}
		}
		i := strings.Index(text[from:], words)
		at := from + i
		if i < 0 {
			if at = strings.Index(text, words); at < 0 {
				t.Fatalf("the text has no %q", words)
			}
		}
		return source.Anchor{Exact: words, Start: at, End: at + len(words)}
	}
	var as []source.Attribution
	for l := range strings.Lines(list) {
		l = strings.TrimSpace(l)
		if l == "" {
			continue
		}
		if rest, ok := strings.CutPrefix(l, "^"); ok {
			from, l = 0, rest
		}
		parts := strings.Split(l, " | ")
		a := source.Attribution{Confidence: 1}
		for link := range strings.SplitSeq(parts[0], " > ") {
			speaker, cue, _ := strings.Cut(link, "/")
			a.Chain = append(a.Chain, source.Link{Speaker: find(speaker), Cue: find(cue)})
		}
		for _, c := range parts[1:] {
			a.Content = append(a.Content, find(c))
		}
		from = max(0, a.Content[0].Start-60)
		as = append(as, a)
	}
	cast := narrative.NewCast(&narrative.Dossier{})
	out, err := English{}.Code(context.Background(), d, as, cast)
	if err != nil {
		t.Fatal(err)
	}
	check(t, d, out, cast)
	var b strings.Builder
	for i := range out {
		a := &out[i]
		var q []string
		for _, x := range a.Words() {
			q = append(q, x.Exact)
		}
		a.Claim.Text = ""
		if a.Claim.About != "" {
			for j := range out {
				if out[j].ID == a.Claim.About {
					a.Claim.About = fmt.Sprint("#", j+1)
				}
			}
		}
		claim, err := json.Marshal(a.Claim)
		if err != nil {
			t.Fatal(err)
		}
		side := a.Party
		if s := cast.Side(a.Party); s != side {
			side += "/" + s
		}
		fmt.Fprintf(&b, "#%d %s", i+1, side)
		if a.Stance == narrative.Denies {
			b.WriteString(" denies")
		}
		if a.Certainty != narrative.Certain {
			fmt.Fprintf(&b, " (%v)", a.Certainty)
		}
		if !a.Said.IsZero() {
			fmt.Fprintf(&b, " on %v", a.Said)
		}
		fmt.Fprintf(&b, ": %s\n   %s\n", strings.Join(q, " ... "), claim)
	}
	return b.String()
}

// check proves what holds of any output: it makes a valid dossier.
func check(t *testing.T, d *source.Document, as []narrative.Assertion, cast *narrative.Cast) {
	t.Helper()
	dossier := &narrative.Dossier{Parties: cast.Parties(), Places: cast.Places(), Sources: []*source.Document{d}, Assertions: as}
	if err := dossier.Validate(); err != nil {
		t.Errorf("no valid dossier: %v", err)
	}
}
