package source

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"
)

// mustAnchor returns the anchor of the nth occurrence of quote, from 0.
func mustAnchor(t *testing.T, d *Document, quote string, nth int) Anchor {
	t.Helper()
	start := 0
	for i := 0; ; i++ {
		at := strings.Index(d.Text[start:], quote)
		if at < 0 {
			t.Fatalf("no occurrence %d of %q", nth, quote)
		}
		start += at
		if i == nth {
			break
		}
		start++
	}
	a, err := d.Anchor(start, start+len(quote))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestAnchor(t *testing.T) {
	d := &Document{Text: "The harbour board said on Friday that nobody had been hurt – «Ніхто», in its words – by the crane."}
	a := mustAnchor(t, d, "nobody had been hurt", 0)
	want := Anchor{
		Exact:  "nobody had been hurt",
		Prefix: "board said on Friday that ",
		Suffix: " – «Ніхто», in its",
		Start:  38, End: 58,
	}
	if a != want {
		t.Errorf("got  %+v\nwant %+v", a, want)
	}
	for _, c := range []struct {
		name, want string
		start, end int
	}{
		{"before the text", "outside", -1, 3},
		{"behind the text", "outside", 3, len(d.Text) + 1},
		{"empty", "nothing", 3, 3},
		{"inverted", "nothing", 5, 3},
		{"starts in a rune", "inside a rune", strings.Index(d.Text, "–") + 1, len(d.Text)},
		{"ends in a rune", "inside a rune", 0, strings.Index(d.Text, "–") + 1},
	} {
		if _, err := d.Anchor(c.start, c.end); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got error %v, want one with %q", c.name, err, c.want)
		}
	}
}

func TestFind(t *testing.T) {
	const text = "The mayor said 5 were hurt. Later, the mayor said 5 were missing. The union said that the lorry had no brakes. It did not."
	d := &Document{Text: text}
	hurt := mustAnchor(t, d, "5", 0)
	missing := mustAnchor(t, d, "5", 1)
	lorry := mustAnchor(t, d, "that the lorry had no brakes", 0)
	for _, c := range []struct {
		name, text string
		a          Anchor
		want       int // the start; -1: not found, -2: ambiguous
	}{
		{"unchanged, first of two", text, hurt, 15},
		{"unchanged, second of two", text, missing, 50},
		{"moved", "CORRECTED. " + text, missing, 61},
		{"position lost", text, Anchor{Exact: "5", Prefix: missing.Prefix, Suffix: missing.Suffix}, 50},
		{"position of the other one", text, Anchor{Exact: "5", Prefix: missing.Prefix, Suffix: missing.Suffix, Start: hurt.Start, End: hurt.End}, 50},
		{"sentence gone, the other looks alike", text[28:], hurt, -1},
		{"context edited, the quote tells enough", strings.Replace(text, "The union said", "The drivers' union says", 1), lorry, 90},
		{"context edited, the quote tells too little", strings.Replace(text, "hurt. Later", "wounded. Later", 1), hurt, -1},
		{"gone", text[:66], lorry, -1},
		{"the quote twice, each with the context", text + " " + text, lorry, 81},
		{"the same, moved by one", " " + text + " " + text, lorry, -2},
		{"no context, one place", text, Anchor{Exact: "lorry"}, 90},
		{"no context, two places", text, Anchor{Exact: "mayor"}, -2},
		{"no context, a position", text, Anchor{Exact: "mayor", Start: 39, End: 44}, 39},
		{"position out of range", text, Anchor{Exact: "lorry", Start: 1000, End: 1005}, 90},
		{"position negative", text, Anchor{Exact: "lorry", Start: -7, End: -2}, 90},
		{"zero", text, Anchor{}, -1},
		{"inside a rune", "é", Anchor{Exact: "\xa9", Start: 1, End: 2}, -1},
	} {
		d := &Document{Text: c.text}
		got, err := d.Find(c.a)
		switch {
		case c.want == -1:
			if !errors.Is(err, ErrNotFound) {
				t.Errorf("%s: got %+v, %v, want not found", c.name, got, err)
			}
		case c.want == -2:
			if !errors.Is(err, ErrAmbiguous) {
				t.Errorf("%s: got %+v, %v, want ambiguous", c.name, got, err)
			}
		case err != nil:
			t.Errorf("%s: %v", c.name, err)
		case got.Start != c.want || got.Exact != c.a.Exact:
			t.Errorf("%s: got %+v, want start %d", c.name, got, c.want)
		default:
			checkAnchor(t, d, got)
		}
	}
}

// checkAnchor fails where a doesn't hold in d.
func checkAnchor(t *testing.T, d *Document, a Anchor) {
	t.Helper()
	if a.Start < 0 || a.End > len(d.Text) || a.Start >= a.End || d.Text[a.Start:a.End] != a.Exact {
		t.Fatalf("%+v doesn't hold", a)
	}
	if !strings.HasSuffix(d.Text[:a.Start], a.Prefix) || !strings.HasPrefix(d.Text[a.End:], a.Suffix) {
		t.Fatalf("context of %+v isn't the text's", a)
	}
	if !utf8.ValidString(a.Exact + a.Prefix + a.Suffix) {
		t.Fatalf("%+v cuts a rune", a)
	}
}

// Occurrences without number, or as long as the text, must not take long.
func TestFindPunished(t *testing.T) {
	const n = 1 << 18
	for name, c := range map[string]struct {
		text string
		a    Anchor
	}{
		"one letter":        {strings.Repeat("a", n), Anchor{Exact: strings.Repeat("a", n/2), Prefix: "b"}},
		"all but the last":  {strings.Repeat("a", n), Anchor{Exact: strings.Repeat("a", n/2) + "b", Suffix: "a"}},
		"words":             {strings.Repeat("no comment ", n/11), Anchor{Exact: "comment no", Prefix: "yes "}},
		"words, edited":     {strings.Repeat("no comment ", n/11), Anchor{Exact: strings.Repeat("no comment ", 100) + "yes"}},
		"words, recased":    {strings.Repeat("no comment ", n/11), Anchor{Exact: strings.Repeat("No comment ", 1000)}},
		"words, much alike": {strings.Repeat("a b c d e f g h ", n/16), Anchor{Exact: strings.Repeat("h g f e d c b a ", 100)}},
	} {
		d := &Document{Text: c.text}
		if a, err := d.Find(c.a); err == nil && d.Text[a.Start:a.End] != a.Exact {
			t.Errorf("%s: found %d to %d, where it doesn't stand", name, a.Start, a.End)
		}
		if m, err := d.FindFuzzy(c.a); err == nil && d.Text[m.Start:m.End] != m.Exact {
			t.Errorf("%s: matched %d to %d, where it doesn't stand", name, m.Start, m.End)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("The mayor said 5 were hurt. Later, the mayor said 5 were missing.", "CORRECTED. ", 15, 16)
	f.Add("– «Ніхто» –", "é", 3, 9)
	f.Add("aaaaaaaa", "a", 2, 4)
	f.Fuzz(func(t *testing.T, text, more string, start, end int) {
		d := &Document{Text: text}
		if !utf8.ValidString(text) || !utf8.ValidString(more) {
			return
		}
		a, err := d.Anchor(start, end)
		if err != nil {
			return
		}
		checkAnchor(t, d, a)
		if got, err := d.Find(a); err != nil || got != a {
			t.Fatalf("got %+v, %v, want %+v", got, err, a)
		}
		moved := &Document{Text: more + text}
		got, err := moved.Find(a)
		if err != nil {
			return // an orphan
		}
		checkAnchor(t, moved, got)
		if got.Exact != a.Exact {
			t.Fatalf("found %q for %q", got.Exact, a.Exact)
		}
	})
}
