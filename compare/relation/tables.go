package relation

import (
	_ "embed"
	"strings"

	"github.com/seed514b815a/rashomon/internal/table"
	"github.com/seed514b815a/rashomon/narrative"
)

//go:embed tables/opposites.txt
var oppositesTxt string

//go:embed tables/means.txt
var meansTxt string

var (
	opposites    = parseOpposites(oppositesTxt)
	kindsOfMeans = parseMeans(meansTxt)
)

// Opposed reports whether two words for a cause or a label exclude each other.
func Opposed(f narrative.Facet, a, b string) bool {
	return opposites[[3]string{string(f), Lemma(a), Lemma(b)}]
}

// meansWithin reports whether one means is the other, or a kind of it.
func meansWithin(inner, outer string) bool {
	for range len(kindsOfMeans) + 1 {
		if inner == outer {
			return true
		}
		next, ok := kindsOfMeans[inner]
		if !ok {
			return false
		}
		inner = next
	}
	return false
}

// parseOpposites reads, below a line "[facet]", lines "word, word | word": each
// word opposes all those on the other side of the bar.
func parseOpposites(text string) map[[3]string]bool {
	m := map[[3]string]bool{}
	facet := ""
	for line := range table.Lines(text) {
		if f, ok := strings.CutPrefix(line, "["); ok {
			facet = strings.TrimSuffix(f, "]")
			continue
		}
		left, right, ok := strings.Cut(line, "|")
		if !ok || facet == "" {
			panic("relation: opposites.txt: no bar, or no facet above it: " + line)
		}
		for a := range strings.SplitSeq(left, ",") {
			for b := range strings.SplitSeq(right, ",") {
				a, b := Lemma(a), Lemma(b)
				m[[3]string{facet, a, b}], m[[3]string{facet, b, a}] = true, true
			}
		}
	}
	return m
}

// parseMeans reads lines "kind: word, word": each word is a kind of it.
func parseMeans(text string) map[string]string {
	m := map[string]string{}
	for line := range table.Lines(text) {
		kind, words, ok := strings.Cut(line, ":")
		if !ok {
			panic("relation: means.txt: no colon in " + line)
		}
		for w := range strings.SplitSeq(words, ",") {
			m[Lemma(w)] = Lemma(kind)
		}
	}
	return m
}
