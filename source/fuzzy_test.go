package source

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestFindFuzzy(t *testing.T) {
	const text = `Clashes at the depot. The railway said that "guards at the north gate were attacked by strangers with iron bars", and it blamed the union. ` +
		`The union said that the guards had attacked first. Two people were hurt, a doctor said. Three people were hurt, the police said. It was over by noon.`
	d := &Document{Text: text}
	guards := mustAnchor(t, d, `"guards at the north gate were attacked by strangers with iron bars"`, 0)
	two := mustAnchor(t, d, "Two people were hurt", 0)
	first := mustAnchor(t, d, "the guards had attacked first", 0)
	for _, c := range []struct {
		name     string
		old, new string // what was edited
		a        Anchor
		want     string // "-": not found, "2": ambiguous
		edited   bool
	}{
		{"nothing", "", "", guards, guards.Exact, false},
		{"moved", "Clashes at", "More clashes at", guards, guards.Exact, false},
		{"other marks", `"`, "”", guards, "”guards at the north gate were attacked by strangers with iron bars”", true},
		{"no marks", `"`, "", guards, "guards at the north gate were attacked by strangers with iron bars", true},
		{"other spaces", "north gate", "north\u00a0\ngate", guards, "\"guards at the north\u00a0\ngate were attacked by strangers with iron bars\"", true},
		{"case", "the guards had", "The Guards had", first, "The Guards had attacked first", true},
		{"a word in between", "were attacked", "were suddenly attacked", guards, `"guards at the north gate were suddenly attacked by strangers with iron bars"`, true},
		{"a word less", "iron bars", "bars", guards, `"guards at the north gate were attacked by strangers with bars"`, true},
		{"another word", "gate were attacked", "gate were assaulted", guards, `"guards at the north gate were assaulted by strangers with iron bars"`, true},
		{"one word more at the end", "iron bars", "iron bars and sticks", guards, `"guards at the north gate were attacked by strangers with iron bars`, true},

		{"gone", text[22:138], "", guards, "-", false},
		{"another figure", "Two people", "Five people", two, "-", false},
		{"gone, and the other looks alike", "Two people were hurt, a doctor said. ", "", two, "-", false},
		{"short and edited", "Two people were", "Two people are", two, "-", false},
		{"a negation", "were attacked", "were not attacked", guards, "-", false},
		{"another name", "north gate", "North Bridge", guards, "-", false},
		{"most words changed", "guards at the north gate were attacked", "men near some gate got hit", guards, "-", false},
		{"context gone too", text[:140], `Notes: "guards at the north gate were assaulted by strangers with iron bars"; end of notes. `, guards, "-", false},
		{"twice, edited", text, strings.ReplaceAll(text+" "+text, "were attacked", "were assaulted"), guards, "2", false},
		{"twice, by its case", text, strings.ToUpper(text + " " + text), guards, "2", false},
	} {
		d := &Document{Text: strings.ReplaceAll(text, c.old, c.new)}
		if c.old == "" {
			d.Text = text
		}
		got, err := d.FindFuzzy(c.a)
		switch c.want {
		case "-":
			if !errors.Is(err, ErrNotFound) {
				t.Errorf("%s: got %q, %v, want not found", c.name, got.Exact, err)
			}
			continue
		case "2":
			if !errors.Is(err, ErrAmbiguous) {
				t.Errorf("%s: got %q, %v, want ambiguous", c.name, got.Exact, err)
			}
			continue
		}
		if err != nil || got.Exact != c.want || got.Edited != c.edited {
			t.Errorf("%s: got %q, edited %v, %v, want %q", c.name, got.Exact, got.Edited, err, c.want)
			continue
		}
		checkMatch(t, d, c.a, got)
	}
}

// checkMatch fails where m isn't what FindFuzzy promises for a.
func checkMatch(t *testing.T, d *Document, a Anchor, m Match) {
	t.Helper()
	checkAnchor(t, d, m.Anchor)
	if m.Edited != (m.Exact != a.Exact) {
		t.Fatalf("edited is %v: %q for %q", m.Edited, m.Exact, a.Exact)
	}
	if m.Similarity < minSimilarity || m.Similarity > 1 {
		t.Fatalf("similarity %v", m.Similarity)
	}
}

// A mirror accusation differs in a name only.
func TestFindFuzzyMirror(t *testing.T) {
	old := &Document{Text: "Northland opened fire on the villages along the river, the ministry said."}
	a := mustAnchor(t, old, "Northland opened fire on the villages along the river", 0)
	d := &Document{Text: "Southland opened fire on the villages along the river, the ministry said."}
	if got, err := d.FindFuzzy(a); !errors.Is(err, ErrNotFound) {
		t.Errorf("got %q, %v", got.Exact, err)
	}
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"marks", `"Well," he said – 'no'.`, "well he said no"},
		{"figures", "1,200 or 1.2 million, 3%", "1,200 or 1.2 million 3 %"},
		{"end of a sentence", "It was 12. It was 13", "it was 12 it was 13"},
		{"apostrophes", "didn’t didn't rock'n'roll", "didn't didn't rock'n'roll"},
		{"composed", "cafe\u0301 café", "café café"},
		{"hyphens", "large-calibre cease‑fire", "large calibre cease fire"},
		{"unspaced script", "他说没有", "他 说 没 有"},
		{"nothing", " … ", ""},
	} {
		var got []string
		for _, w := range words(c.in) {
			got = append(got, w.folded)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
	if !slices.IsSorted(weightyWords) || !slices.IsSorted(asides) {
		t.Error("a list that is searched isn't sorted")
	}
}

func TestOccurrences(t *testing.T) {
	for _, c := range []struct {
		s, sub string
		want   []int
	}{
		{"abcabc", "abc", []int{0, 3}},
		{"aaaa", "aa", []int{0, 1, 2}},
		{"abababc", "ababc", []int{2}},
		{"aabaaab", "aaab", []int{3}},
		{"abc", "d", nil},
		{"a", "ab", nil},
	} {
		if got := slices.Collect(occurrences([]rune(c.s), []rune(c.sub))); !slices.Equal(got, c.want) {
			t.Errorf("%q in %q: got %v, want %v", c.sub, c.s, got, c.want)
		}
	}
}

func FuzzFindFuzzy(f *testing.F) {
	const text = `The railway said that "guards at the north gate were attacked by strangers with iron bars", and it blamed the union.`
	f.Add(text, strings.ReplaceAll(text, "were", "had been"), 22, 90)
	f.Add(text, strings.ToUpper(text), 22, 90)
	f.Add(text, text+text, 22, 90)
	f.Add("a b c d e a b c d e", "a b c x d e a b c d e", 0, 9)
	f.Add("他说没有人受伤", "她说没有人受伤", 0, 21)
	f.Fuzz(func(t *testing.T, before, after string, start, end int) {
		if !utf8.ValidString(before) || !utf8.ValidString(after) {
			return
		}
		a, err := (&Document{Text: before}).Anchor(start, end)
		if err != nil {
			return
		}
		d := &Document{Text: after}
		m, err := d.FindFuzzy(a)
		if err != nil {
			if !errors.Is(err, ErrNotFound) && !errors.Is(err, ErrAmbiguous) {
				t.Fatal(err)
			}
			return
		}
		checkMatch(t, d, a, m)
		if again, err := d.FindFuzzy(m.Anchor); err != nil || again.Anchor != m.Anchor {
			t.Fatalf("found %+v, then %+v, %v", m, again, err)
		}
	})
}
