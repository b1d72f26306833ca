package english_test

import (
	"context"
	"testing"

	"github.com/seed514b815a/rashomon/internal/english"
)

// FuzzAnalyze holds that tokens lie in the text in order, that every byte outside
// them is space, and that each sentence is a tree with one root.
func FuzzAnalyze(f *testing.F) {
	for _, s := range []string{
		"", " ", "a", "They don't know.", "\"We won.\" He left.", "U.S. troops shouldn't've...", "x\x00\xff\xfe y\n\n\n.",
		"Why?\" Smith asked :-) AT&T 9/11 http://a.b/c). non-U.S.-'s", "‘’“”’s n’t\u200b\u2028\r\n \u00a0'", "'''''s's's't'",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a, err := english.Analyze(context.Background(), text)
		if err != nil {
			t.Fatal(err)
		}
		check(t, a)
	})
}

func check(t *testing.T, a *english.Analysis) {
	t.Helper()
	at := 0
	for _, s := range a.Sentences {
		if len(s.Tokens) == 0 || s.Start != s.Tokens[0].Start || s.End != s.Tokens[len(s.Tokens)-1].End {
			t.Fatalf("sentence %d-%d doesn't span its %d tokens", s.Start, s.End, len(s.Tokens))
		}
		roots := 0
		for i, tok := range s.Tokens {
			if tok.Start < at || tok.End <= tok.Start || tok.End > len(a.Text) || a.Text[tok.Start:tok.End] != tok.Form {
				t.Fatalf("token %q at %d-%d after %d", tok.Form, tok.Start, tok.End, at)
			}
			at = tok.End
			if tok.Head < 0 {
				roots++
			}
			if !s.Dominates(s.Root(), i) {
				t.Fatalf("token %d hangs on no root", i)
			}
		}
		if roots != 1 {
			t.Fatalf("%d roots", roots)
		}
	}
}
