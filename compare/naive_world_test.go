package compare_test

import (
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/narrative"
)

// The naive reading of RULES.md, in files naive_*_test.go: all pairs, slow, and
// written from the text alone. It shares no helper with package compare, so that
// where both agree, two people have read the same sentence alike. A comment in
// quotes is the sentence of RULES.md that the code below it reads.
//
// This file: who is on whose side, what lies where, and the kinds of event.

// rel is how two values stand to each other.
type rel int

const (
	relNone     rel = iota // not comparable, or nothing can be said
	relSame                // each entails the other
	relNarrower            // the first entails the second
	relBroader             // the second entails the first
	relOverlap
	relDisjoint
	relOpposed
	relUnknown
)

// kindRow is one kind of event, from "Kinds of event".
type kindRow struct{ parent, nature string }

var nKinds = map[string]kindRow{
	"assault": {"", "act"}, "attack": {"assault", "act"}, "casualties": {"assault", "act"}, "damage": {"assault", "act"},
	"shelling": {"attack", "act"}, "airstrike": {"attack", "act"}, "drone-strike": {"attack", "act"}, "missile-strike": {"attack", "act"},
	"shooting": {"attack", "act"}, "bombing": {"attack", "act"}, "raid": {"attack", "act"}, "incursion": {"attack", "act"},
	"sabotage": {"attack", "act"}, "explosion": {"attack", "act"}, "clash": {"attack", "act"},
	"coerce": {"", "act"}, "arrest": {"coerce", "act"}, "blockade": {"coerce", "act"}, "expulsion": {"coerce", "act"},
	"protest": {"", "act"}, "demonstration": {"protest", "act"}, "strike": {"protest", "act"}, "riot": {"protest", "act"},
	"crash": {"", "act"}, "election": {"", "act"}, "victory": {"", "act"},
	"ceasefire": {"", "state"}, "control": {"", "state"}, "detention": {"", "state"}, "siege": {"", "state"},
	"statement": {"", "speech"}, "admission": {"", "speech"}, "agreement": {"", "speech"}, "offer": {"", "speech"},
}

var (
	onePlace = map[string]bool{"explosion": true, "crash": true}
	oneAgent = map[string]bool{"victory": true, "control": true}
	grows    = map[string]bool{"killed": true, "wounded": true, "casualties": true, "arrested": true, "expelled": true, "displaced": true}
	losses   = map[string]bool{"killed": true, "wounded": true, "casualties": true, "captured": true, "missing": true}
	// "The built-in checklists": count:killed asks for that measure, count for any.
	checklist = map[string][]string{
		"assault": {"place", "time", "count:killed"}, "strike": {"count"}, "demonstration": {"count"}, "riot": {"count"},
		"election": {"count"}, "crash": {"place", "time", "count:killed", "cause"},
	}
	kindOfMeans = map[string]string{"mortar": "artillery"}
	// "opposed by a table"
	opposites = map[string]string{"unprovoked": "response", "response": "unprovoked", "deliberate": "accident", "accident": "deliberate",
		"aggression": "self-defence", "self-defence": "aggression"}
)

func nature(kind string) string {
	if k, ok := nKinds[kind]; ok {
		return k.nature
	}
	return "act" // "A kind that the table doesn't know is its own kind."
}

// isA tells whether kind is above, or a kind of it.
func isA(kind, above string) bool {
	for k := kind; k != ""; k = nKinds[k].parent {
		if k == above {
			return true
		}
	}
	return false
}

func family(kind string) string {
	for nKinds[kind].parent != "" {
		kind = nKinds[kind].parent
	}
	return kind
}

// world answers who belongs to whom.
type world struct {
	of, within, kind map[string]string
	party, place     map[string]bool
}

func newWorld(d *narrative.Dossier) *world {
	w := &world{map[string]string{}, map[string]string{}, map[string]string{}, map[string]bool{}, map[string]bool{}}
	for _, p := range d.Parties {
		w.party[p.ID], w.of[p.ID] = true, p.Of
	}
	for _, p := range d.Places {
		w.place[p.ID], w.within[p.ID], w.kind[p.ID] = true, p.Within, p.Kind
	}
	return w
}

// side: "the root of that chain is its side"; "Places as agents, targets or `who`
// count as the side they lie in". "" where it is on no side.
func (w *world) side(id string) string {
	for w.place[id] {
		id = w.within[id]
	}
	if !w.party[id] {
		return ""
	}
	for w.of[id] != "" {
		id = w.of[id]
	}
	return id
}

// sides gives the sides of agents; a place on no side stands for itself.
func (w *world) sides(ids []string) []string {
	var out []string
	for _, id := range ids {
		s := w.side(id)
		if s == "" {
			s = id
		}
		out = append(out, s)
	}
	return uniq(out)
}

func (w *world) known(id string) bool { return w.party[id] || w.place[id] }

// inside: x is y or lies in it. "a plain word ("towns") contains the places of that
// kind", and so what lies in these.
func (w *world) inside(x, y string) bool {
	if !w.known(x) {
		return !w.known(y) && lemma(x) == lemma(y)
	}
	for z := x; z != ""; {
		if z == y || !w.known(y) && w.place[z] && w.kind[z] != "" && lemma(w.kind[z]) == lemma(y) {
			return true
		}
		if w.place[z] {
			z = w.within[z]
		} else {
			z = w.of[z]
		}
	}
	return false
}

// meansInside: "a mortar is a kind of artillery"
func meansInside(x, y string) bool {
	x, y = lemma(x), lemma(y)
	return x == y || kindOfMeans[x] == y && y != ""
}

// entails: every member of y is covered by a member of x: "artillery and drones"
// entails "artillery", "near Jermuk" entails "in Armenia".
func entails(x, y []string, inside func(a, b string) bool) bool {
	for _, b := range y {
		if !slices.ContainsFunc(x, func(a string) bool { return inside(a, b) }) {
			return false
		}
	}
	return true
}

// relLists relates two open lists.
func relLists(x, y []string, inside func(a, b string) bool) rel {
	xy, yx := entails(x, y, inside), entails(y, x, inside)
	switch {
	case xy && yx:
		return relSame
	case xy:
		return relNarrower
	case yx:
		return relBroader
	}
	for _, a := range x {
		for _, b := range y {
			if inside(a, b) || inside(b, a) {
				return relOverlap
			}
		}
	}
	return relDisjoint
}

// outside: "A member outside another claim's `only` list, and outside all that its
// members contain"; "An `only` list is not contradicted by a whole that contains one
// of its members."
func outside(only, y []string, inside func(a, b string) bool) bool {
	return slices.ContainsFunc(y, func(b string) bool {
		return !slices.ContainsFunc(only, func(a string) bool { return inside(a, b) || inside(b, a) })
	})
}

// relTimes relates two spans of time.
func relTimes(x, y edtf.Time) rel {
	xy, yx := x.Within(y), y.Within(x)
	switch {
	case xy && yx:
		return relSame
	case xy:
		return relNarrower
	case yx:
		return relBroader
	case x.Overlaps(y):
		return relOverlap
	}
	return relDisjoint
}

// relWords: "Lists on cause and label: the same if they share a member, else opposed
// if any pair is, else unknown".
func relWords(x, y []string) rel {
	r := relUnknown
	for _, a := range x {
		for _, b := range y {
			switch a, b := lemma(a), lemma(b); {
			case a == b:
				return relSame
			case opposites[a] == b:
				r = relOpposed
			}
		}
	}
	return r
}

// lemma: "Plain words compare by lemma".
func lemma(s string) string {
	s = strings.ToLower(s)
	switch {
	case strings.HasSuffix(s, "ies") && len(s) > 4:
		return s[:len(s)-3] + "y"
	case strings.HasSuffix(s, "ches"), strings.HasSuffix(s, "shes"), strings.HasSuffix(s, "xes"), strings.HasSuffix(s, "sses"):
		return s[:len(s)-2]
	case strings.HasSuffix(s, "s") && !strings.HasSuffix(s, "ss") && !strings.HasSuffix(s, "us"):
		return s[:len(s)-1]
	}
	return s
}

func uniq(s []string) []string {
	s = slices.Clone(s)
	slices.Sort(s)
	return slices.Compact(s)
}

func meet(x, y []string) []string {
	var out []string
	for _, a := range x {
		if slices.Contains(y, a) {
			out = append(out, a)
		}
	}
	return uniq(out)
}

func subset(x, y []string) bool { return len(meet(x, y)) == len(uniq(x)) }
