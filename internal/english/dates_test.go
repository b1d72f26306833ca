package english_test

import (
	"testing"

	"github.com/seed514b815a/rashomon/internal/english"
)

// TestDayBetween holds that a day between subject and verb hangs on the verb, and that
// the subject keeps it.
func TestDayBetween(t *testing.T) {
	for _, c := range []struct{ text, subject, day, verb string }{
		{"Senator Ola Berg Tuesday said the dam had burst.", "Ola", "Tuesday", "said"},
		{"The commission late Thursday rejected the claim.", "commission", "Thursday", "rejected"},
		{"The transport union on Friday night rejected the offer.", "union", "night", "rejected"},
		{"The union on Friday had accused the bank of fraud.", "union", "Friday", "accused"},
	} {
		s := &analyze(t, c.text).Sentences[0]
		at := func(form string) int {
			for i := range s.Tokens {
				if s.Tokens[i].Form == form {
					return i
				}
			}
			return -1
		}
		verb := at(c.verb)
		if s.Tokens[at(c.day)].Head != verb || s.Tokens[at(c.subject)].Head != verb || s.Tokens[at(c.subject)].Rel != english.Nsubj {
			t.Errorf("%s: %q hangs on %d, %q on %d as %v, want %d", c.text, c.day, s.Tokens[at(c.day)].Head, c.subject, s.Tokens[at(c.subject)].Head, s.Tokens[at(c.subject)].Rel, verb)
		}
	}
}
