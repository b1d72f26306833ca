package main

import (
	"bytes"
	"context"
	"regexp"
	"testing"
)

// The founding case shows at least an agreement, the mirror accusation, a gap and an
// admission, each with quotes.
func TestFindings(t *testing.T) {
	var out bytes.Buffer
	if err := run(context.Background(), &out); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"agreement":         `AGREEMENT on occurrence[^“]*“`,
		"mirror accusation": `CONFLICT on responsibility \(mirror-accusation[^“]*“`,
		"gap":               `GAP on count \(silent[^“]*“`,
		"admission":         `Azerbaijan: 50 \[admission\]\s*“50 Azerbaijani servicemen were killed”`,
	} {
		if !regexp.MustCompile(want).MatchString(out.String()) {
			t.Errorf("no %s with a quote in:\n%s", name, &out)
		}
	}
}
