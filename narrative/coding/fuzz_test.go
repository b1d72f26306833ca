package coding

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// Whatever is said to be attributed, the outcome is a valid dossier: no panic, ids
// that are known, quotes that stand where they say.
func FuzzCode(f *testing.F) {
	f.Add("Mali said Niger fired at Gao on Tuesday, killing 12.", uint8(0), uint8(4), uint8(5), uint8(9), uint8(10), uint8(50))
	f.Add("No unit, he said, had fired.", uint8(9), uint8(11), uint8(12), uint8(16), uint8(0), uint8(7))
	f.Add("Statement by the army\n\nIt was a lie. We deny it.", uint8(37), uint8(39), uint8(40), uint8(44), uint8(45), uint8(47))
	f.Add("“It’s theirs”, and the U.S.-led, the 's", uint8(0), uint8(0), uint8(0), uint8(0), uint8(0), uint8(20))
	f.Fuzz(func(t *testing.T, text string, a, b, c, d, e, g uint8) {
		if !utf8.ValidString(text) || len(text) > 2000 {
			return
		}
		anchor := func(from, to uint8) source.Anchor {
			i, j := min(int(from), len(text)), min(int(to), len(text))
			for i > 0 && i < len(text) && !utf8.RuneStart(text[i]) {
				i--
			}
			for j < len(text) && !utf8.RuneStart(text[j]) {
				j++
			}
			if i >= j {
				return source.Anchor{}
			}
			return source.Anchor{Exact: text[i:j], Start: i, End: j}
		}
		doc := &source.Document{ID: "s", Text: text}
		as := []source.Attribution{{Chain: []source.Link{{Speaker: anchor(a, b), Cue: anchor(c, d)}}, Confidence: 0.5}}
		if x := anchor(e, g); !x.IsZero() {
			as[0].Content = []source.Anchor{x}
		}
		cast := narrative.NewCast(&narrative.Dossier{})
		out, err := English{}.Code(context.Background(), doc, as, cast)
		if err != nil {
			t.Fatal(err)
		}
		if len(as[0].Content) > 0 && len(out) == 0 {
			t.Error("an attribution gave no assertion")
		}
		for _, x := range out {
			for _, q := range x.Quotes {
				if text[q.Start:q.End] != q.Exact {
					t.Errorf("quote %q doesn't stand at %d", q.Exact, q.Start)
				}
			}
		}
		if len(as[0].Content) > 0 {
			check(t, doc, out, cast)
		}
	})
}

// Coding a text of a megabyte takes time in proportion to its length.
func TestCodeIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("reads half a megabyte")
	}
	para := "Kenya's army said Ugandan troops had fired on its posts near Busia, killing 12 soldiers. Kampala denied the report.\n\n"
	doc := &source.Document{ID: "s", Text: strings.Repeat(para, 2000)}
	var as []source.Attribution
	for i := range 2000 {
		at := i * len(para)
		anchor := func(words string) source.Anchor {
			k := at + strings.Index(para, words)
			return source.Anchor{Exact: words, Start: k, End: k + len(words)}
		}
		as = append(as,
			source.Attribution{Chain: []source.Link{{Speaker: anchor("Kenya's army"), Cue: anchor("said")}}, Content: []source.Anchor{anchor("Ugandan troops had fired on its posts near Busia, killing 12 soldiers")}, Confidence: 1},
			source.Attribution{Chain: []source.Link{{Speaker: anchor("Kampala"), Cue: anchor("denied")}}, Content: []source.Anchor{anchor("the report")}, Confidence: 1})
	}
	if _, err := (English{}).Code(context.Background(), doc, as, narrative.NewCast(&narrative.Dossier{})); err != nil {
		t.Fatal(err)
	}
}
