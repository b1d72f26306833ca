package relation

import (
	"slices"
	"strings"
)

// Lemma makes plain words comparable, whatever their case and number: "Sluices"
// is "sluice". It knows the regular plurals and, as a comparison needs no more,
// nothing else of English: a word that only looks like a plural loses its s on
// both sides alike.
func Lemma(word string) string {
	fields := strings.FieldsFunc(strings.ToLower(word), func(r rune) bool { return r == ' ' || r == '-' || r == '_' || r == '\t' || r == '\u00a0' })
	if len(fields) == 0 {
		return ""
	}
	last := len(fields) - 1
	fields[last] = singular(fields[last])
	return strings.Join(fields, "-")
}

// Share reports whether two lists of plain words have one in common, by lemma.
func Share(x, y []string) bool {
	return slices.ContainsFunc(x, func(a string) bool {
		return slices.ContainsFunc(y, func(b string) bool { return Lemma(a) == Lemma(b) })
	})
}

// Words returns the longer words of a text, in the singular.
func Words(text string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !(r == '\'' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r > 127) }) {
		if len(w) > 3 {
			m[singular(w)] = true
		}
	}
	return m
}

func singular(w string) string {
	if s, ok := irregular[w]; ok {
		return s
	}
	switch {
	case len(w) < 4 || !strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "us") || strings.HasSuffix(w, "is"):
		return w
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	}
	for _, end := range []string{"sses", "shes", "ches", "xes", "zes"} {
		if strings.HasSuffix(w, end) {
			return w[:len(w)-2]
		}
	}
	return w[:len(w)-1]
}

// irregular plurals that news has of people, buildings and arms.
var irregular = map[string]string{
	"men": "man", "women": "woman", "children": "child", "people": "person", "servicemen": "serviceman",
	"policemen": "policeman", "knives": "knife", "wolves": "wolf", "lives": "life", "buses": "bus", "gases": "gas",
	"churches": "church", "canvases": "canvas", "aircraft": "aircraft", "series": "series", "species": "species",
	"thieves": "thief", "halves": "half", "potatoes": "potato", "torpedoes": "torpedo", "embargoes": "embargo",
	"militia": "militia", "barracks": "barracks", "headquarters": "headquarters", "news": "news",
}
