package compare

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/compare/relation"
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
		return slices.ContainsFunc(list, func(o string) bool { return relation.Lemma(o) == relation.Lemma(w) })
	}
	for _, w := range x.words {
		for _, o := range y.words {
			if !relation.Share(x.words, y.words) && relation.Opposed(f, w, o) {
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
	case relation.Share(x.words, y.words):
		return Verdict{Relation: narrative.Same}
	case f == narrative.FacetLabel:
		return Verdict{Relation: narrative.Disjoint}
	}
	return Verdict{Missing: []string{string(f)}}
}
