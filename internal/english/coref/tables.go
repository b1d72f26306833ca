package coref

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed tables/nouns.txt
var nounsTXT string

//go:embed tables/persons.txt
var personsTXT string

//go:embed tables/states.txt
var statesTXT string

//go:embed tables/male.txt
var maleTXT string

//go:embed tables/female.txt
var femaleTXT string

// nouns are the classes of nouns.txt, by class and word.
var nouns = sync.OnceValue(func() map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for line := range strings.Lines(nounsTXT) {
		class, words, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		if out[class] == nil {
			out[class] = map[string]bool{}
		}
		for _, w := range strings.Fields(words) {
			out[class][w] = true
		}
	}
	return out
})

// given are given names with their gender.
var given = sync.OnceValue(func() map[string]gender {
	out := map[string]gender{}
	for _, w := range strings.Fields(maleTXT) {
		out[w] = male
	}
	for _, w := range strings.Fields(femaleTXT) {
		out[w] |= female
	}
	return out
})

var persons = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(personsTXT) {
		out[w] = true
	}
	return out
})

// states are the names of states, their capitals and their seats, in lower case.
var states = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for line := range strings.Lines(statesTXT) {
		out[strings.TrimSpace(line)] = true
	}
	return out
})

// Given reports whether a word is known as a given name.
func Given(word string) bool { return given()[strings.ToLower(word)] != 0 }

// Person reports whether a noun, in lower case and singular, is one for people:
// "minister", "witness".
func Person(noun string) bool {
	return persons()[noun] || nouns()["person"][noun] || strings.HasSuffix(noun, "man") && len(noun) > 5 || strings.HasSuffix(noun, "woman") ||
		strings.HasSuffix(noun, "person") && len(noun) > 6
}
