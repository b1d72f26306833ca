package inference

import (
	"embed"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/seed514b815a/rashomon/internal/english"
)

//go:embed tables/*.txt
var tables embed.FS

// term is a word as a part of speech.
type term struct {
	pos  byte // n, v, a or r; 0: none that the tables know
	word string
}

// lexicon is what the tables know about words.
type lexicon struct {
	senses   map[term][]int32 // the sets of synonyms that a word stands in
	parents  [][]int32        // the sets above a set
	against  map[term][]string
	then     map[[2]term]bool    // arrest, release
	converse map[term][]string   // sell, buy
	derived  map[string][]string // deny, denial
	phrases  map[[2]string]string
	context  map[string]signature
	single   map[term]bool // one alone fills its place: found, capital
}

var lexica = sync.OnceValue(func() *lexicon {
	x := &lexicon{
		senses:   make(map[term][]int32, 1<<16),
		parents:  [][]int32{nil}, // sets are numbered from 1
		against:  make(map[term][]string, 1<<13),
		then:     map[[2]term]bool{},
		converse: map[term][]string{},
		derived:  make(map[string][]string, 1<<15),
		phrases:  map[[2]string]string{},
		context:  map[string]signature{},
		single:   map[term]bool{},
	}
	for f := range rows("senses.txt") {
		var up []int32
		at := int32(len(x.parents))
		for _, w := range f[1:] {
			if w[0] >= '0' && w[0] <= '9' {
				if n, err := strconv.Atoi(w); err == nil {
					up = append(up, int32(n))
				}
				continue
			}
			key := term{f[0][0], w}
			x.senses[key] = append(x.senses[key], at)
		}
		x.parents = append(x.parents, up)
	}
	for f := range rows("opposites.txt") {
		x.oppose(f[0][0], f[1:2], f[2:])
	}
	for f := range rows("exclusive.txt") {
		var groups [][]string
		start := 1
		for i, w := range f {
			if w == "|" || w == ">" {
				groups, start = append(groups, f[start:i]), i+1
			}
		}
		groups = append(groups, f[start:])
		for i, g := range groups {
			for _, h := range groups[i+1:] {
				x.oppose(f[0][0], g, h)
				if slices.Contains(f, ">") {
					x.succeed(f[0][0], g, h)
				}
			}
		}
	}
	for f := range rows("converses.txt") {
		a, b := term{f[0][0], f[1]}, term{f[0][0], f[2]}
		x.converse[a] = append(x.converse[a], b.word)
		x.converse[b] = append(x.converse[b], a.word)
	}
	for _, name := range []string{"derived.txt", "kin.txt"} {
		for f := range rows(name) {
			x.derived[f[0]] = append(x.derived[f[0]], f[1])
			x.derived[f[1]] = append(x.derived[f[1]], f[0])
		}
	}
	for f := range rows("phrases.txt") {
		x.phrases[[2]string{f[0], f[1]}] = f[2]
	}
	for f := range rows("single.txt") {
		for _, w := range f[1:] {
			x.single[term{f[0][0], w}] = true
		}
	}
	for f := range rows("contexts.txt") {
		x.context[f[0]] = signature{parsePolarity(f[1]), parsePolarity(f[2]), len(f) > 3}
	}
	return x
})

// rows walks the lines of a table, each cut into its words; "#" begins a comment.
func rows(name string) func(func([]string) bool) {
	b, err := tables.ReadFile("tables/" + name)
	if err != nil {
		panic("inference: embedded " + err.Error()) // a fault of the build
	}
	return func(yield func([]string) bool) {
		for line := range strings.Lines(string(b)) {
			line, _, _ = strings.Cut(line, "#")
			if f := strings.Fields(line); len(f) > 0 && !yield(f) {
				return
			}
		}
	}
}

// letter is how the tables name a part of speech; 0 for one that they lack.
func letter(p english.UPOS) byte {
	switch p {
	case english.NOUN, english.PROPN:
		return 'n'
	case english.VERB, english.AUX:
		return 'v'
	case english.ADJ:
		return 'a'
	case english.ADV:
		return 'r'
	}
	return 0
}

// oppose notes that the words of one list exclude those of the other.
func (x *lexicon) oppose(pos byte, these, those []string) {
	for _, a := range these {
		for _, b := range those {
			x.against[term{pos, a}] = append(x.against[term{pos, a}], b)
			x.against[term{pos, b}] = append(x.against[term{pos, b}], a)
		}
	}
}

// succeed notes that those words tell of what may come after what these tell of.
func (x *lexicon) succeed(pos byte, these, those []string) {
	for _, a := range these {
		for _, b := range those {
			x.then[[2]term{{pos, a}, {pos, b}}] = true
			x.then[[2]term{{pos, b}, {pos, a}}] = true
		}
	}
}

// successive reports whether what one of two opposed words tells may come after
// what the other tells.
func (x *lexicon) successive(t, h *word) bool {
	for _, pos := range [...]byte{'v', 'n'} {
		if x.then[[2]term{{pos, t.lemma}, {pos, h.lemma}}] {
			return true
		}
	}
	return false
}

// opposed reports whether two words of one part of speech exclude each other.
func (x *lexicon) opposed(pos byte, a, b string) bool {
	return slices.Contains(x.against[term{pos, a}], b)
}

// converses reports whether two words tell one thing from its two ends.
func (x *lexicon) converses(pos byte, a, b string) bool {
	return slices.Contains(x.converse[term{pos, a}], b)
}

// kin reports whether one word is made from the other: deny, denial.
func (x *lexicon) kin(a, b string) bool {
	for _, w := range x.derived[a] {
		if w == b {
			return true
		}
	}
	// "killer" and "killing" are kin through "kill".
	for _, w := range x.derived[a] {
		for _, v := range x.derived[w] {
			if v == b {
				return true
			}
		}
	}
	return false
}

// above returns how many steps lead up from a sense of a to a sense of b: 0 for
// synonyms, -1 where none of at most limit do.
func (x *lexicon) above(pos byte, a, b string, limit int) int {
	goal := x.senses[term{pos, b}]
	level := x.senses[term{pos, a}]
	if len(goal) == 0 {
		return -1
	}
	for step := 0; step <= limit && len(level) > 0; step++ {
		var next []int32
		for _, s := range level {
			for _, g := range goal {
				if s == g {
					return step
				}
			}
			if step < limit {
				next = append(next, x.parents[s]...)
			}
		}
		level = next
	}
	return -1
}
