package relation_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/seed514b815a/rashomon/compare/relation"
	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/narrative"
)

func cast() *narrative.Cast {
	return narrative.NewCast(&narrative.Dossier{
		Parties: []narrative.Party{{ID: "norlund"}, {ID: "army", Of: "norlund"}, {ID: "suvelia"}},
		Places:  []narrative.Place{{ID: "valley"}, {ID: "hask", Kind: "town", Within: "valley"}, {ID: "sarn", Kind: "village", Within: "valley"}},
	})
}

func Example() {
	fmt.Println(relation.Kinds("shelling", "attack"))
	fmt.Println(relation.Lists(cast(), narrative.FacetPlace, []string{"valley"}, []string{"hask"}))
	fmt.Println(relation.Sides([]string{"norlund"}, []string{"norlund", "suvelia"}))
	fmt.Println(relation.Opposed(narrative.FacetCause, "unprovoked", "response"))
	// Output:
	// narrower
	// broader
	// broader
	// true
}

// A relation that is turned round is its converse.
func TestLists(t *testing.T) {
	for name, c := range map[string]struct {
		facet narrative.Facet
		x, y  []string
		want  narrative.Relation
	}{
		"the same, in another order":  {narrative.FacetPlace, []string{"hask", "sarn"}, []string{"sarn", "hask"}, narrative.Same},
		"longer says more":            {narrative.FacetPlace, []string{"hask", "sarn"}, []string{"hask"}, narrative.Narrower},
		"a whole, and what is in it":  {narrative.FacetPlace, []string{"valley"}, []string{"sarn"}, narrative.Broader},
		"a member shared":             {narrative.FacetTarget, []string{"army", "hask"}, []string{"army", "sarn"}, narrative.Overlapping},
		"a body of a party":           {narrative.FacetTarget, []string{"army"}, []string{"norlund"}, narrative.Narrower},
		"a plain word, in the plural": {narrative.FacetPlace, []string{"hask"}, []string{"Towns"}, narrative.Narrower},
		"another kind of place":       {narrative.FacetPlace, []string{"sarn"}, []string{"towns"}, narrative.Disjoint},
		"a kind of means":             {narrative.FacetMeans, []string{"mortars"}, []string{"artillery"}, narrative.Narrower},
		"of a target it isn't one":    {narrative.FacetTarget, []string{"mortars"}, []string{"artillery"}, narrative.Disjoint},
	} {
		t.Run(name, func(t *testing.T) {
			if got := relation.Lists(cast(), c.facet, c.x, c.y); got != c.want {
				t.Errorf("%q to %q: %v, want %v", c.x, c.y, got, c.want)
			}
			if got := relation.Lists(cast(), c.facet, c.y, c.x); got != c.want.Converse() {
				t.Errorf("%q to %q: %v, want %v", c.y, c.x, got, c.want.Converse())
			}
		})
	}
}

func TestOutside(t *testing.T) {
	for name, c := range map[string]struct {
		list, complete []string
		want           bool
	}{
		"another town":             {[]string{"sarn"}, []string{"hask"}, true},
		"a town of the valley":     {[]string{"sarn"}, []string{"valley"}, false},
		"the valley that holds it": {[]string{"valley"}, []string{"hask"}, false},
	} {
		if got := relation.Outside(cast(), narrative.FacetPlace, c.list, c.complete); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func TestLemma(t *testing.T) {
	for word, want := range map[string]string{
		"": "", "Sluices": "sluice", "rocket launchers": "rocket-launcher", "rocket-launcher": "rocket-launcher", "batteries": "battery", "gas": "gas",
		"women": "woman", "barracks": "barracks", "buses": "bus", "crosses": "cross", "crisis": "crisis",
	} {
		if got := relation.Lemma(word); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
		if got := relation.Lemma(relation.Lemma(word)); got != want {
			t.Errorf("the lemma of %q has another lemma, %q", word, got)
		}
	}
}

// What is asked of a figure doesn't depend on order or case, nor on which body of a
// side is named.
func TestWhatIsCounted(t *testing.T) {
	count := func(who, among []string, span string) relation.Counted {
		return relation.WhatIsCounted(cast(), narrative.Count{Of: "killed", Who: who, Among: among, Span: span})
	}
	base := count([]string{"norlund", "hask"}, []string{"Civilians", "child"}, "")
	if got := count([]string{"hask", "army"}, []string{"children", "civilian"}, "cumulative"); got != base {
		t.Errorf("%+v, want %+v", got, base)
	}
	for _, other := range []relation.Counted{count([]string{"norlund", "sarn"}, []string{"civilians", "child"}, ""), count([]string{"norlund", "hask"}, nil, ""), count([]string{"norlund", "hask"}, []string{"civilians", "child"}, "2031-04")} {
		if other == base {
			t.Errorf("%+v is another question", other)
		}
	}
}

func TestApart(t *testing.T) {
	for _, c := range []struct {
		x, y string
		want time.Duration
	}{
		{"2031-04-08", "2031-04-08T10:00:00Z", 0},
		{"2031-04-08", "2031-04-10", 24 * time.Hour},
		{"2031-04", "2031-04-30/..", 0},
	} {
		x, y := edtf.MustParse(c.x), edtf.MustParse(c.y)
		if a, b := relation.Apart(x, y), relation.Apart(y, x); a != b || a.Round(time.Minute) != c.want {
			t.Errorf("%s and %s: %v and %v, want %v", c.x, c.y, a, b, c.want)
		}
	}
}
