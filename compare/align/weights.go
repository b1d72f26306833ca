package align

import (
	"maps"
	"math"
	"slices"
	"time"

	"github.com/seed514b815a/rashomon/compare/relation"
	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/event"
)

// Weights says how much each level of likeness of two assertions tells for or
// against their speaking of one happening: feature → level → bits. A level that is
// missing weighs nothing. Weights must not be changed while they are used.
type Weights map[string]map[string]float64

// DefaultWeights returns a copy of the built-in weights.
func DefaultWeights() Weights {
	out := Weights{}
	for f, levels := range weights {
		out[f] = maps.Clone(levels)
	}
	return out
}

// The weights of alignment, in bits: log2(m/u), where m is how often a level of
// likeness is seen between assertions of one happening, and u between assertions
// of two. They are set by hand from the founding case and texts of its kind, to
// the nearest half bit; what is silent on a feature weighs nothing.
var weights = Weights{
	"participants": {
		"the same sides":                4, // whoever is agent and whoever target: mirror accusations
		"two sides shared":              3, // one names a third side too
		"one side shared":               1, // a toll names its own side only
		"one side shared, the agent":    2,
		"each its own":                  -0.5, // two tolls of two sides: of one clash there are often two
		"one the agent, one the target": 0,    // each names whom the other leaves out
		"no side shared":                -3,
		"not known":                     0,
	},
	"agents": {
		"one side names two": -2.5, // it tells of two acts, unless one answers the other
		"no sign":            0,
	},
	"kind": {
		"the same":         3,
		"one of the other": 2.5,
		"one family":       1.5, // charges that differ in kind: shelling here, sabotage there
		"not related":      -5,
		"another nature":   -3, // a siege and a shelling
		"not known":        -0.5,
		"only words":       1, // of both: where they are mostly the same, they decide
	},
	"time": {
		"the same":                             3.5,
		"one within the other":                 3,
		"overlapping":                          2.5,
		"a day apart":                          0.5, // nights, and clocks
		"days apart":                           -3,
		"more than a week apart":               -10,
		"one told soon after the other's time": 0.5,
		"told within two days":                 0.5,
		"told days apart":                      -2,
		"told more than a week apart":          -6,
		"the same day named":                   2.5, // of two words in one text without a date
		"another day named":                    -3,
		"told before the day named":            -5,
		"not known":                            0,
	},
	"place": {
		"the same":                3,
		"one within the other":    2.5,
		"elsewhere":               -3,
		"elsewhere, of one place": -7,
		"not known":               0,
	},
	"things": {
		"one shared": 2, // the same bus, the same school
		"not known":  0, // lists are open: other things say nothing
	},
	"count": {
		"the same figure": 2.5,
		"another figure":  0, // that is what comparing is for
		"not known":       0,
	},
	"words": {
		"mostly the same": 3,
		"many the same":   1.5,
		"few the same":    0,
		"not known":       0,
	},
	"text": {
		"two of a kind in one quote": -4, // it tells them apart
		"one passage":                2,  // as when a sentence tells of a clash and its dead
		"one text":                   1,  // a report is mostly of one matter
		"two texts":                  0,
	},
}

// weigh compares two records feature by feature.
func (ws Weights) weigh(x, y *record) []Level {
	out := make([]Level, 0, 8)
	for _, f := range [...]struct {
		name  string
		level func(x, y *record) string
	}{{"participants", levelOfSides}, {"agents", levelOfAgents}, {"kind", levelOfKinds}, {"time", levelOfTimes}, {"place", levelOfPlaces}, {"things", levelOfThings},
		{"count", levelOfCounts}, {"words", levelOfWords}, {"text", levelOfText}} {
		level := f.level(x, y)
		out = append(out, Level{f.name, level, ws[f.name][level]})
	}
	return out
}

func total(levels []Level) float64 {
	sum := 0.0
	for _, l := range levels {
		sum += l.Bits
	}
	return sum
}

func levelOfSides(x, y *record) string {
	if len(x.sides) == 0 || len(y.sides) == 0 {
		return "not known"
	}
	if len(x.sides) > 1 && slices.Equal(x.sides, y.sides) {
		return "the same sides"
	}
	shared := 0
	for _, s := range x.sides {
		if slices.Contains(y.sides, s) {
			shared++
		}
	}
	switch shared {
	case 0:
		if x.kind.Consequence && y.kind.Consequence {
			return "each its own"
		}
		if x.kind.OneAgent && y.kind.OneAgent && x.event == y.event && x.kind.Nature != event.State {
			return "not known" // each claims what only one can have: that they differ tells nothing
		}
		if (len(x.agents) == 0 || len(y.agents) == 0) && (len(x.targets) == 0 || len(y.targets) == 0) {
			return "one the agent, one the target"
		}
		return "no side shared"
	case 1:
		if len(x.agents) == 1 && slices.Equal(x.agents, y.agents) {
			return "one side shared, the agent"
		}
		return "one side shared"
	}
	return "two sides shared"
}

// levelOfAgents tells where one side names two agents. Two sides that do so accuse
// each other; one that does so mostly tells of two happenings.
func levelOfAgents(x, y *record) string {
	if x.side != y.side || len(x.agents) == 0 || len(y.agents) == 0 || relation.Sides(x.agents, y.agents) != narrative.Disjoint || x.responds || y.responds {
		return "no sign"
	}
	return "one side names two"
}

func levelOfKinds(x, y *record) string {
	a, b := x.event, y.event
	switch {
	case x.bare() && y.bare():
		return "only words"
	case a == "" || b == "":
		return "not known"
	case a == b:
		return "the same"
	case x.kind.Nature != y.kind.Nature:
		return "another nature"
	}
	switch relation.Kinds(a, b) {
	case narrative.Narrower, narrative.Broader:
		return "one of the other"
	case narrative.Overlapping:
		return "one family"
	}
	return "not related"
}

func levelOfTimes(x, y *record) string {
	switch {
	case x.time.IsZero() && y.time.IsZero():
		if level := levelOfDays(x, y); level != "" {
			return level
		}
		if x.said.IsZero() || y.said.IsZero() {
			return "not known"
		}
		switch g := relation.Apart(x.said, y.said); {
		case g <= 2*24*time.Hour:
			return "told within two days"
		case g <= 7*24*time.Hour:
			return "told days apart"
		}
		return "told more than a week apart"
	case x.time.IsZero():
		return levelOfTelling(y.time, x.said)
	case y.time.IsZero():
		return levelOfTelling(x.time, y.said)
	}
	switch narrative.RelateTimes(x.time, y.time) {
	case narrative.Same:
		return "the same"
	case narrative.Narrower, narrative.Broader:
		return "one within the other"
	case narrative.Overlapping:
		return "overlapping"
	}
	switch g := relation.Apart(x.time, y.time); {
	case g < 24*time.Hour:
		return "a day apart"
	case g <= 7*24*time.Hour:
		return "days apart"
	}
	return "more than a week apart"
}

// levelOfDays compares two words of one text by the days of the week that they name
// where no date can be made of them: "" where that says nothing. Of two days the one
// that the other follows within half a week is held to be the earlier.
func levelOfDays(x, y *record) string {
	if x.a.Source == "" || x.a.Source != y.a.Source {
		return ""
	}
	toldBefore := func(told, day int) bool {
		return told > 0 && day > 0 && told != day && (day-told+7)%7 <= 3
	}
	switch {
	case x.day > 0 && x.day == y.day:
		return "the same day named"
	case x.day > 0 && y.day > 0:
		return "another day named"
	case toldBefore(x.toldOn, y.day), toldBefore(y.toldOn, x.day):
		return "told before the day named"
	}
	return ""
}

// levelOfTelling compares when something was with when the other, which says no
// time, was told.
func levelOfTelling(when, said edtf.Time) string {
	if said.IsZero() {
		return "not known"
	}
	switch g := relation.Apart(when, said); {
	case g <= 4*24*time.Hour && !said.Before(when):
		return "one told soon after the other's time"
	case g <= 7*24*time.Hour:
		return "told days apart"
	}
	return "told more than a week apart"
}

func levelOfPlaces(x, y *record) string {
	if len(x.a.Claim.Place) == 0 || len(y.a.Claim.Place) == 0 {
		return "not known"
	}
	switch relation.Lists(x.cast, narrative.FacetPlace, x.a.Claim.Place, y.a.Claim.Place) {
	case narrative.Same:
		return "the same"
	case narrative.Narrower, narrative.Broader, narrative.Overlapping:
		return "one within the other"
	}
	if x.kind.OnePlace && y.kind.OnePlace {
		return "elsewhere, of one place"
	}
	return "elsewhere"
}

// levelOfThings compares what was hit or spoken of, in plain words.
func levelOfThings(x, y *record) string {
	if slices.ContainsFunc(x.things, func(w string) bool { return slices.Contains(y.things, w) }) {
		return "one shared"
	}
	return "not known"
}

func levelOfCounts(x, y *record) string {
	level := "not known"
	for _, a := range x.a.Claim.Count {
		for _, b := range y.a.Claim.Count {
			if a.Min == nil && a.Max == nil || b.Min == nil && b.Max == nil || relation.WhatIsCounted(x.cast, a) != relation.WhatIsCounted(x.cast, b) {
				continue
			}
			if relation.SameFigure(a, b) && (a.Min == nil || math.Abs(*a.Min) > 2) {
				return "the same figure"
			}
			level = "another figure"
		}
	}
	return level
}

// oneQuote reports whether two assertions were read from the same words.
func oneQuote(x, y *record) bool {
	return x.first >= 0 && x.a.Source == y.a.Source && x.first == y.first && x.last == y.last
}

func levelOfWords(x, y *record) string {
	if len(x.words) < 4 || len(y.words) < 4 || oneQuote(x, y) {
		return "not known"
	}
	shared := 0
	for w := range x.words {
		if y.words[w] {
			shared++
		}
	}
	switch part := float64(shared) / float64(len(x.words)+len(y.words)-shared); {
	case part >= 0.6:
		return "mostly the same"
	case part >= 0.3:
		return "many the same"
	}
	return "few the same"
}

// levelOfText tells how near two words stand to each other.
func levelOfText(x, y *record) string {
	switch {
	case x.a.Source == "" || x.a.Source != y.a.Source:
		return "two texts"
	case oneQuote(x, y) && x.event != "" && x.event == y.event && !x.kind.Consequence:
		return "two of a kind in one quote"
	case x.first >= 0 && y.first >= 0 && max(x.first, y.first)-min(x.last, y.last) < 40:
		return "one passage"
	}
	return "one text"
}
