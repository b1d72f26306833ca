package coref

import (
	"slices"
	"strings"
	"testing"
)

func TestTables(t *testing.T) {
	classes := []string{"group", "place", "polity", "person", "time", "male", "female", "title", "maletitle", "femaletitle", "speech", "paper", "abbreviated"}
	seen := map[string]bool{}
	last := map[string]string{}
	for line := range strings.Lines(nounsTXT) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		class, words, ok := strings.Cut(line, ": ")
		if !ok || !slices.Contains(classes, class) {
			t.Errorf("nouns.txt: %q has no class", line)
			continue
		}
		for _, w := range strings.Fields(words) {
			if seen[class+" "+w] || w <= last[class] {
				t.Errorf("nouns.txt: %s: %q is twice or out of order", class, w)
			}
			if w != strings.ToLower(w) || lower(w) != w {
				t.Errorf("nouns.txt: %q can't be found: write it %q", w, lower(w))
			}
			seen[class+" "+w] = true
			last[class] = w
		}
	}
	for name, list := range map[string]string{"persons": personsTXT, "states": statesTXT, "male": maleTXT, "female": femaleTXT} {
		before := ""
		for line := range strings.Lines(list) {
			line = strings.TrimSuffix(line, "\n")
			if line <= before || line != strings.ToLower(line) {
				t.Errorf("%s.txt: %q after %q", name, line, before)
			}
			before = line
		}
	}
	for _, w := range strings.Fields(femaleTXT) {
		if given()[w] != female {
			t.Errorf("%q is in both lists of names", w)
		}
	}
}

func TestWeights(t *testing.T) {
	n := 0
	for f, w := range weights() {
		if w != 0 {
			n++
			name := Feature(f).String()
			if !strings.Contains("\n"+weightsTXT, "\n"+name+"\t") {
				t.Errorf("no line for %s", name)
			}
		}
	}
	if lines := strings.Count(weightsTXT, "\n") - 1; n != lines {
		t.Errorf("%d weights from %d lines", n, lines)
	}
}
