package lex

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
)

func TestTokens(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"words and marks", "At least 49, they said.", "at least 49 , they said ."},
		{"groups touch", "6,500", "6 , 500"},
		{"ordinals touch", "12th", "12 th"},
		{"unbreakable space", "13\u00a0September", "13 september"},
		{"accents", "Côte d’Ivoire", "côte d ’ ivoire"},
		{"combining accents", "Co\u0302te", "co\u0302te"},
		{"line end is a space", "13\nSeptember", "13 september"},
		{"empty line is a break", "13\r\n\r\n\nSeptember", "13 \n september"},
		{"not UTF-8", "a\xff1", "a \xff 1"},
		{"nothing", " \t", ""},
	}
	for _, tt := range tests {
		var got []string
		for _, tok := range Tokens(tt.in) {
			got = append(got, tok.Low)
		}
		if s := strings.Join(got, " "); s != strings.ToValidUTF8(tt.want, "\ufffd") && s != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, s, tt.want)
		}
	}
}

func ExampleTokens() {
	for _, t := range Tokens("Monday, 00:05") {
		fmt.Print(t.Start, "-", t.End, " ", t.Low, "; ")
	}
	// Output: 0-6 monday; 6-7 ,; 8-10 00; 10-11 :; 11-13 05;
}

// FuzzTokens checks that tokens stand in order, cover all but space, and hold
// no empty text.
func FuzzTokens(f *testing.F) {
	f.Add("At least 49, they said.\n\n6,500 of 12th")
	f.Add("a\xff1")
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, tok := range Tokens(text) {
			if tok.Start < end || tok.End <= tok.Start || tok.End > len(text) {
				t.Fatalf("token %+v after %d in %q", tok, end, text)
			}
			for _, r := range text[end:tok.Start] {
				if !unicode.IsSpace(r) {
					t.Fatalf("%q was left out of %q", r, text)
				}
			}
			end = tok.End
		}
	})
}
