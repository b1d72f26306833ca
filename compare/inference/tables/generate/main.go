// Generate writes the tables drawn from the database of WordNet 3.0 into the current folder:
//
//	cd compare/inference/tables && go run ./generate /usr/share/wordnet
package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// deep is how many senses of a word are kept: the later ones are rare, and would
// make nearly everything a synonym of everything.
var deep = map[string]int{"n": 3, "v": 4, "a": 3, "r": 2}

type synset struct {
	words   []string
	kept    []string // those of which this is a frequent sense
	parents []string // keys of what is more general
	alike   []string // keys of adjectives that are nearly the same
	against []string // keys of the opposite, where any of its words has one
	line    int
}

type wordnet struct {
	synsets map[string]*synset // "v00123456"
	lemmas  []lemma
}

// lemma is a word with its synsets, the most frequent first.
type lemma struct {
	pos, word string
	synsets   []string
}

func main() {
	if len(os.Args) != 2 {
		fail(fmt.Errorf("want the folder of the database, as /usr/share/wordnet"))
	}
	w, pairs := read(os.Args[1])
	senses := w.senses() // which tells the frequent senses from the rare
	write("opposites.txt", append(pairs["!"], w.opposites()...))
	write("derived.txt", pairs["+"])
	write("senses.txt", senses)
}

// read reads the database, and the pairs of words that its lexical pointers make.
func read(dir string) (*wordnet, map[string][]string) {
	w := &wordnet{synsets: map[string]*synset{}}
	type pointer struct {
		kind, from, to string
		i, j           int
	}
	var pointers []pointer
	for _, file := range []struct{ name, pos string }{{"noun", "n"}, {"verb", "v"}, {"adj", "a"}, {"adv", "r"}} {
		for line := range lines(filepath.Join(dir, "index."+file.name)) {
			f := strings.Fields(line)
			if len(f) < 6 || !plain(f[0]) {
				continue
			}
			n := number(f[2], 10)
			l := lemma{pos: file.pos, word: f[0]}
			for _, at := range f[len(f)-n:] {
				l.synsets = append(l.synsets, file.pos+at)
			}
			w.lemmas = append(w.lemmas, l)
		}
		for line := range lines(filepath.Join(dir, "data."+file.name)) {
			f := strings.Fields(line)
			if len(f) < 6 || number(f[0], 10) == 0 {
				continue
			}
			key, s := file.pos+f[0], &synset{}
			n := number(f[3], 16)
			for i := range n {
				word, _, _ := strings.Cut(strings.ToLower(f[4+2*i]), "(")
				s.words = append(s.words, word)
			}
			w.synsets[key] = s
			rest := f[4+2*n:]
			for k := range number(rest[0], 10) {
				p := rest[1+4*k : 5+4*k]
				to := strings.Replace(p[2], "s", "a", 1) + p[1]
				switch p[0] {
				case "@":
					s.parents = append(s.parents, to)
				case "&":
					s.alike = append(s.alike, to)
				case "!", "+", "\\":
					kind := p[0]
					if kind == "\\" { // "quickly" from "quick"
						kind = "+"
					}
					if kind == "!" {
						s.against = append(s.against, to)
					}
					pointers = append(pointers, pointer{kind, key, to, number(p[3][:2], 16) - 1, number(p[3][2:], 16) - 1})
				}
			}
		}
	}
	pairs := map[string][]string{}
	for _, p := range pointers {
		if p.i < 0 || p.j < 0 {
			continue
		}
		a, b := w.synsets[p.from].words[p.i], w.synsets[p.to].words[p.j]
		if !plain(a) || !plain(b) || a == b {
			continue
		}
		if p.kind == "!" {
			if a < b {
				pairs["!"] = append(pairs["!"], p.from[:1]+" "+a+" "+b)
			}
		} else {
			pairs["+"] = append(pairs["+"], min(a, b)+" "+max(a, b))
		}
	}
	return w, pairs
}

// senses lists the sets of synonyms, each with those above it by their number of
// line.
func (w *wordnet) senses() []string {
	for _, l := range w.lemmas {
		for _, key := range l.synsets[:min(deep[l.pos], len(l.synsets))] {
			s := w.synsets[key]
			s.kept = append(s.kept, l.word)
		}
	}
	keys := make([]string, 0, len(w.synsets))
	needed := map[string]bool{}
	for key, s := range w.synsets {
		keys = append(keys, key)
		if len(s.kept) > 0 {
			for _, p := range w.above(key) {
				needed[p] = true
			}
		}
	}
	slices.Sort(keys)
	n := 0
	keys = slices.DeleteFunc(keys, func(key string) bool {
		s := w.synsets[key]
		// A set of one word with nothing above it says nothing.
		return len(s.kept) == 0 || len(s.kept) == 1 && len(w.above(key)) == 0 && !needed[key]
	})
	for _, key := range keys {
		n++
		w.synsets[key].line = n
	}
	var out []string
	for _, key := range keys {
		s := w.synsets[key]
		slices.Sort(s.kept)
		line := key[:1] + " " + strings.Join(slices.Compact(s.kept), " ")
		for _, p := range w.above(key) {
			if n := w.synsets[p].line; n > 0 {
				line += " " + strconv.Itoa(n)
			}
		}
		out = append(out, line)
	}
	return out
}

// opposites lists the pairs of words that are opposites because synonyms of theirs
// are or, of adjectives, words nearly the same, in frequent senses of both.
func (w *wordnet) opposites() []string {
	var out []string
	pair := func(pos string, a, b *synset) {
		for _, x := range a.kept {
			for _, y := range b.kept {
				if x != y {
					out = append(out, pos+" "+min(x, y)+" "+max(x, y))
				}
			}
		}
	}
	for key, s := range w.synsets {
		for _, to := range s.against {
			t := w.synsets[to]
			pair(key[:1], s, t)
			for _, near := range s.alike {
				pair(key[:1], w.synsets[near], t)
			}
		}
	}
	return out
}

// above returns the nearest sets above one that have a word of their own.
func (w *wordnet) above(key string) []string {
	var out []string
	seen := map[string]bool{}
	todo := w.synsets[key].parents
	for len(todo) > 0 {
		p := todo[0]
		todo = todo[1:]
		if s := w.synsets[p]; s == nil || seen[p] {
			continue
		} else if seen[p] = true; len(s.kept) > 0 {
			out = append(out, p)
		} else {
			todo = append(todo, s.parents...)
		}
	}
	slices.Sort(out)
	return out
}

// plain reports whether a word is one of lower-case letters alone.
func plain(w string) bool {
	return w != "" && strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") == ""
}

func number(s string, base int) int {
	n, err := strconv.ParseInt(s, base, 64)
	if err != nil {
		return 0
	}
	return int(n)
}

func lines(name string) func(func(string) bool) {
	return func(yield func(string) bool) {
		f, err := os.Open(name)
		fail(err)
		defer f.Close()
		in := bufio.NewScanner(f)
		in.Buffer(nil, 1<<20)
		for in.Scan() {
			if !strings.HasPrefix(in.Text(), " ") && !yield(in.Text()) { // the licence is indented
				return
			}
		}
		fail(in.Err())
	}
}

func write(name string, rows []string) {
	if name != "senses.txt" { // whose lines are numbered
		slices.Sort(rows)
		rows = slices.Compact(rows)
	}
	fail(os.WriteFile(name, []byte(strings.Join(rows, "\n")+"\n"), 0o666))
}

func fail(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}
