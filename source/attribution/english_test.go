package attribution

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed514b815a/rashomon/source"
)

var update = flag.Bool("update", false, "rewrite the expectations in testdata")

// TestCases runs testdata/*.txt: a comment that says what the case proves, the
// text, and the attributions one a line, from the outermost speaker to the content:
//
//	[speaker] (cue) [speaker] (cue) {content} {content} mode
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			head, rest, ok := strings.Cut(string(data), "-- text --\n")
			text, want, ok2 := strings.Cut(rest, "-- want --\n")
			if !ok || !ok2 || head == "" {
				t.Fatalf("%s: want a comment, -- text -- and -- want --", name)
			}
			text = strings.TrimSuffix(text, "\n")
			d := &source.Document{Text: text, Language: "en"}
			as, err := English{}.Extract(context.Background(), d)
			if err != nil {
				t.Fatal(err)
			}
			checkAnchors(t, d, as)
			got := show(as)
			if *update {
				if err := os.WriteFile(name, []byte(head+"-- text --\n"+text+"\n-- want --\n"+got), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got != want {
				t.Errorf("got\n%swant\n%s", got, want)
			}
		})
	}
}

// show prints attributions as the cases have them.
func show(as []source.Attribution) string {
	var b strings.Builder
	for _, a := range as {
		for _, l := range a.Chain {
			fmt.Fprintf(&b, "[%s] (%s) ", l.Speaker.Exact, l.Cue.Exact)
		}
		for _, c := range a.Content {
			fmt.Fprintf(&b, "{%s} ", c.Exact)
		}
		fmt.Fprintln(&b, a.Mode)
	}
	return b.String()
}

func checkAnchors(t testing.TB, d *source.Document, as []source.Attribution) {
	t.Helper()
	check := func(a source.Anchor, may bool) {
		t.Helper()
		if a.IsZero() && may {
			return
		}
		if a.Start < 0 || a.End > len(d.Text) || a.Start >= a.End || d.Text[a.Start:a.End] != a.Exact ||
			!strings.HasSuffix(d.Text[:a.Start], a.Prefix) || !strings.HasPrefix(d.Text[a.End:], a.Suffix) {
			t.Fatalf("the anchor %+v doesn't hold in %q", a, d.Text)
		}
	}
	for _, a := range as {
		if len(a.Chain) == 0 || len(a.Content) == 0 {
			t.Fatalf("empty attribution %+v", a)
		}
		if a.Confidence <= 0 || a.Confidence > 1 {
			t.Fatalf("confidence %v", a.Confidence)
		}
		for _, l := range a.Chain {
			check(l.Speaker, true)
			check(l.Cue, true)
			check(l.Antecedent, true)
		}
		last := -1
		for _, c := range a.Content {
			check(c, false)
			if c.Start < last {
				t.Fatalf("contents out of order: %+v", a.Content)
			}
			last = c.End
		}
	}
}

func TestLanguage(t *testing.T) {
	for _, c := range []struct{ name, language, text, want string }{
		{"stated", "fr", "Anything.", `the document's language is "fr"`},
		{"region", "en-GB", "The mayor said so.", ""},
		{"stated English is believed", "en", "Der Minister sagte, dass die Brücke gesperrt ist.", ""},
		{"unstated German", "", "Der Minister sagte, dass die Brücke gesperrt ist.", "the text looks like German"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := English{}.Extract(context.Background(), &source.Document{Text: c.text, Language: c.language})
			if c.want == "" && err != nil {
				t.Error(err)
			}
			if _, ok := errors.AsType[*LanguageError](err); c.want != "" && (!ok || !strings.Contains(err.Error(), c.want)) {
				t.Errorf("got %v: want %q", err, c.want)
			}
		})
	}
}

// TestGuessLanguage reads testdata/languages.tsv: a language, - for English and for
// what can't be told, and a text.
func TestGuessLanguage(t *testing.T) {
	data, err := os.ReadFile("testdata/languages.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		want, text, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok {
			t.Fatalf("%q: want a language and a text", line)
		}
		got := ""
		_, err := English{}.Extract(context.Background(), &source.Document{Text: text})
		if e, ok := errors.AsType[*LanguageError](err); ok && e.Guessed {
			got = e.Language
		} else if err != nil {
			t.Fatal(err)
		}
		if want == "-" && got != "" || want != "-" && (got == "" || !strings.HasPrefix(got, want)) {
			t.Errorf("%q: got %q, want %s", text, got, want)
		}
	}
}

func FuzzExtract(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txt")
	for _, name := range files {
		if data, err := os.ReadFile(name); err == nil {
			f.Add(string(data))
		}
	}
	for _, s := range []string{"\"", "“", "“ ” ”", "said", "he said", "\"a\" said", ": ", "A:", "according to", "''", "according to according to", "— (@", "\xff said \xfe", "(@x) — y (@z)", "said said said, said \"said\" said"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		d := &source.Document{Text: text, Language: "en"}
		as, err := English{}.Extract(context.Background(), d)
		if err != nil {
			t.Fatal(err)
		}
		checkAnchors(t, d, as)
		guessLanguage(text)
	})
}

// TestPunished feeds what would take quadratic time if quotations, chains or
// speakers were searched for without a bound.
func TestPunished(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	for _, s := range []string{"“", "‘a ", "\"a ", "he said ", "\"No,\" he said. ", "A: b\n\n", "“He said that ", "— (@a) ", "«", "according to it, "} {
		text := strings.Repeat(s, 30_000/len(s))
		if _, err := (English{}).Extract(context.Background(), &source.Document{Text: text, Language: "en"}); err != nil {
			t.Fatal(err)
		}
	}
}

func BenchmarkExtract(b *testing.B) {
	text := strings.Repeat("The harbour master said that two ferries had collided in fog. \"We heard three blasts,\" Marta Olsen said. Varland denied Ostmark's claim that its soldiers had crossed the river.\n\n", 100)
	d := &source.Document{Text: text, Language: "en"}
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := (English{}).Extract(b.Context(), d); err != nil {
			b.Fatal(err)
		}
	}
}
