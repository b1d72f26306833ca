package compare

import (
	"context"
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/narrative"
)

// naming returns the judge of a facet that holds names for one thing: they are
// the same if they share one, else opposed if a table says so. What no table
// opposes is, of causes, unknown (two causes may both be true) and, of labels,
// different (another name).
func naming(f narrative.Facet, doc string, of func(*narrative.Claim) []string) *Judge {
	return &Judge{
		Facet: f,
		Doc:   doc,
		Values: func(m *Matter, a *narrative.Assertion) []Value {
			words := of(&a.Claim)
			if len(words) == 0 {
				return nil
			}
			return []Value{{Says: strings.Join(words, ", "), Data: names{words, f == narrative.FacetCause && slices.Contains(a.Claim.Only, f)}}}
		},
		Relate: func(ctx context.Context, m *Matter, x, y Value) (Verdict, error) {
			return relateNames(f, x.Data.(names), y.Data.(names)), nil
		},
	}
}

type names struct {
	words []string
	only  bool
}

func relateNames(f narrative.Facet, x, y names) Verdict {
	shared := func(list []string, w string) bool {
		return slices.ContainsFunc(list, func(o string) bool { return lemma(o) == lemma(w) })
	}
	for _, w := range x.words {
		for _, o := range y.words {
			if !sharesAny(x.words, y.words) && opposed(f, w, o) {
				return Verdict{Relation: narrative.Opposed, Why: fmt.Sprintf("%q and %q exclude each other", min(w, o), max(w, o))}
			}
		}
	}
	outside := func(list, complete []string) bool {
		return slices.ContainsFunc(list, func(w string) bool { return !shared(complete, w) })
	}
	switch {
	case x.only && outside(y.words, x.words) || y.only && outside(x.words, y.words):
		return Verdict{Relation: narrative.Disjoint, Note: Exclusive}
	case sharesAny(x.words, y.words):
		return Verdict{Relation: narrative.Same}
	case f == narrative.FacetLabel:
		return Verdict{Relation: narrative.Disjoint}
	}
	return Verdict{Missing: []string{string(f)}}
}

func sharesAny(x, y []string) bool {
	return slices.ContainsFunc(x, func(a string) bool {
		return slices.ContainsFunc(y, func(b string) bool { return lemma(a) == lemma(b) })
	})
}

//go:embed tables/opposites.txt
var oppositesTxt string

//go:embed tables/means.txt
var meansTxt string

var (
	opposites    = parseOpposites(oppositesTxt)
	kindsOfMeans = parseMeans(meansTxt)
)

// opposed reports whether two words for a cause or a label exclude each other.
func opposed(f narrative.Facet, a, b string) bool {
	return opposites[[3]string{string(f), lemma(a), lemma(b)}]
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
	for line := range tableLines(text) {
		if f, ok := strings.CutPrefix(line, "["); ok {
			facet = strings.TrimSuffix(f, "]")
			continue
		}
		left, right, ok := strings.Cut(line, "|")
		if !ok || facet == "" {
			panic("compare: opposites.txt: no bar, or no facet above it: " + line)
		}
		for a := range strings.SplitSeq(left, ",") {
			for b := range strings.SplitSeq(right, ",") {
				a, b := lemma(a), lemma(b)
				m[[3]string{facet, a, b}], m[[3]string{facet, b, a}] = true, true
			}
		}
	}
	return m
}

// parseMeans reads lines "kind: word, word": each word is a kind of it.
func parseMeans(text string) map[string]string {
	m := map[string]string{}
	for line := range tableLines(text) {
		kind, words, ok := strings.Cut(line, ":")
		if !ok {
			panic("compare: means.txt: no colon in " + line)
		}
		for w := range strings.SplitSeq(words, ",") {
			m[lemma(w)] = lemma(kind)
		}
	}
	return m
}

// tableLines walks the lines of an embedded table, without comments.
func tableLines(text string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.Lines(text) {
			line, _, _ = strings.Cut(line, "#")
			if line = strings.TrimSpace(line); line != "" && !yield(line) {
				return
			}
		}
	}
}

// lemma makes plain words comparable, whatever their case and number: "Sluices"
// is "sluice". It knows the regular plurals and, as a comparison needs no more,
// nothing else of English: a word that only looks like a plural loses its s on
// both sides alike.
func lemma(word string) string {
	fields := strings.FieldsFunc(strings.ToLower(word), func(r rune) bool { return r == ' ' || r == '-' || r == '_' || r == '\t' || r == '\u00a0' })
	if len(fields) == 0 {
		return ""
	}
	last := len(fields) - 1
	fields[last] = singular(fields[last])
	return strings.Join(fields, "-")
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
