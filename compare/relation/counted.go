package relation

import (
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/narrative"
)

// Counted is what a figure counts, in a form that can be compared with ==: figures
// of two measures, populations or spans answer two questions.
type Counted struct {
	Of    string // the measure
	Who   string // see [Population]
	Among string // the plain words that narrow it, by lemma, sorted and joined by "+"
	Span  string // "" for all of the happening
}

// WhatIsCounted says what a figure counts.
func WhatIsCounted(cast *narrative.Cast, c narrative.Count) Counted {
	k := Counted{Of: c.Of, Who: Population(cast, c.Who), Span: c.Span}
	if k.Span == "cumulative" {
		k.Span = ""
	}
	if t, err := edtf.Parse(k.Span); err == nil {
		k.Span = t.String()
	}
	var among []string
	for _, w := range c.Among {
		among = append(among, Lemma(w))
	}
	k.Among = joined(among)
	return k
}

// Population names those who are counted. Groups are compared as sides, while a
// place that is counted stays a place.
func Population(cast *narrative.Cast, who []string) string {
	var out []string
	for _, id := range who {
		if cast.Party(id) != nil {
			id = cast.Side(id)
		}
		out = append(out, id)
	}
	return joined(out)
}

func joined(list []string) string {
	return strings.Join(slices.Compact(slices.Sorted(slices.Values(list))), "+")
}

// SameFigure reports whether two figures are equal, whether or not one is marked
// "about".
func SameFigure(a, b narrative.Count) bool {
	a.About, b.About = false, false
	return narrative.RelateCounts(a, b) == narrative.Same
}
