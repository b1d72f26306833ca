// Generate writes the tables of lemmas, into the current folder, from the database of WordNet 3.0:
//
//	cd internal/english/lemmas && go run ./generate /usr/share/wordnet
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

func main() {
	dir := os.Args[1]
	write("verbs.txt", index(dir, "verb", func(w string) bool { return true }))
	write("nouns-e.txt", index(dir, "noun", func(w string) bool {
		for _, end := range []string{"se", "xe", "ze", "che", "she", "ie", "oe"} {
			if strings.HasSuffix(w, end) {
				return true
			}
		}
		return false
	}))
	write("adjectives-e.txt", index(dir, "adj", func(w string) bool { return len(w) < 10 && strings.HasSuffix(w, "e") }))
	var irregular []string
	for _, pos := range []string{"verb", "noun", "adj"} {
		for _, line := range lines(filepath.Join(dir, pos+".exc")) {
			f := strings.Fields(line)
			if len(f) >= 2 && plain(f[0]) && plain(f[1]) {
				irregular = append(irregular, pos+" "+f[0]+" "+f[1])
			}
		}
	}
	write("irregular.txt", irregular)
}

func index(dir, pos string, keep func(string) bool) []string {
	var out []string
	for _, line := range lines(filepath.Join(dir, "index."+pos)) {
		w, _, _ := strings.Cut(line, " ")
		if plain(w) && keep(w) {
			out = append(out, w)
		}
	}
	return out
}

func plain(w string) bool {
	return w != "" && strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") == ""
}

func lines(name string) []string {
	b, err := os.ReadFile(name)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	return strings.Split(string(b), "\n")
}

func write(name string, words []string) {
	sort.Strings(words)
	if err := os.WriteFile(name, []byte(strings.Join(words, "\n")+"\n"), 0o666); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
