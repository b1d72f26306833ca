package main

import (
	"maps"
	"regexp"
	"slices"
	"strings"
)

// A nameKey is the words of a name that tell, each cut to its first five letters:
// "Russian forces" and "Russia" share one.
type nameKey map[string]bool

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

var (
	generic = set(`the a an its his her their our of for and in on to by it he she they we them him who which s ministry
		officials official army military authorities sources source spokesman spokeswoman statement government forces
		president minister police leader leaders head side both`)
	grammatical = set("the its his her it he she they we them him who which both")
	american    = regexp.MustCompile(`\b(?:u\.s\.?|us|usa|america[\pL\pN_]*|pentagon|washington)([^\pL\pN_]|$)`)
)

// keyOf returns the key of a name; of one without a telling word, its words.
func keyOf(name string) nameKey {
	k := nameKey{}
	ws := words(american.ReplaceAllString(strings.ToLower(name), "united states$1"))
	for _, w := range ws {
		if !generic[w.lower] {
			r := []rune(w.lower)
			k[string(r[:min(5, len(r))])] = true
		}
	}
	if len(k) == 0 {
		for _, w := range ws {
			if !grammatical[w.lower] {
				k[w.lower] = true
			}
		}
	}
	return k
}

func (k nameKey) dice(o nameKey) float64 {
	n := 0
	for w := range k {
		if o[w] {
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return 2 * float64(n) / float64(len(k)+len(o))
}

// sideNames holds the names of each side of a text.
type sideNames map[string][]nameKey

// add adds the names of the sides of g.
func (s sideNames) add(g *goldText) {
	for _, p := range g.Parties {
		own := keyOf(p.Side)
		for _, n := range append([]string{p.Name, p.Side}, p.Mentions...) {
			k := keyOf(n)
			tells := slices.ContainsFunc(slices.Collect(maps.Keys(k)), func(w string) bool { return !generic[w] })
			if tells || maps.Equal(k, own) {
				s[p.Side] = append(s[p.Side], k)
			}
		}
	}
}

// of returns the side that the names fit best, "" where none fits or two fit alike.
func (s sideNames) of(names ...string) string {
	best, side, tie := 0.0, "", false
	for id, keys := range s {
		fit := 0.0
		for _, n := range names {
			if n == "" {
				continue
			}
			k := keyOf(n)
			for _, o := range keys {
				fit = max(fit, k.dice(o))
			}
		}
		switch {
		case fit > best:
			best, side, tie = fit, id, false
		case fit == best:
			tie = true
		}
	}
	if best < 0.25 || tie {
		return ""
	}
	return side
}
