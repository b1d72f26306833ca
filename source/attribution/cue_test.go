package attribution

import (
	"strings"
	"testing"
)

func TestCueTable(t *testing.T) {
	if _, err := parseCues(cuesTSV); err != nil {
		t.Fatal(err)
	}
	order := map[string]int{"verb": 1, "noun": 2, "adjective": 3, "adverb": 4, "preposition": 5}
	acts := " assert accuse deny admit demand promise decline other "
	var last Cue
	for _, c := range table().cues {
		if order[c.Class] == 0 {
			t.Errorf("%s: unknown class %q", c.Words, c.Class)
		}
		if !strings.Contains(acts, " "+c.Act+" ") {
			t.Errorf("%s: unknown act %q", c.Words, c.Act)
		}
		if order[last.Class] > order[c.Class] || last.Class == c.Class && last.Words >= c.Words {
			t.Errorf("%s %s stands behind %s %s", c.Class, c.Words, last.Class, last.Words)
		}
		last = c
	}
}

func TestLookupCue(t *testing.T) {
	for _, c := range []struct{ words, want, act string }{
		{"said", "say", "assert"},
		{"has strongly denied", "deny", "deny"},
		{"pointed out", "point out", "assert"},
		{"Accusing", "accuse", "accuse"},
		{"According to", "according to", "assert"},
		{"made it clear", "make it clear", "assert"},
		{"refusal", "refusal", "decline"},
		{"vowed", "vow", "promise"},
		{"calls for", "call for", "demand"},
	} {
		got, ok := LookupCue(c.words)
		if !ok || got.Words != c.want || got.Act != c.act {
			t.Errorf("LookupCue(%q) = %s, %s, %v: want %s, %s", c.words, got.Words, got.Act, ok, c.want, c.act)
		}
	}
	if c, ok := LookupCue("table"); ok {
		t.Errorf("LookupCue(table) = %v", c.Words)
	}
}
