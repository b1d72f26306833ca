package main

import (
	"sort"

	"github.com/seed514b815a/rashomon/internal/english/conllu"
	"github.com/seed514b815a/rashomon/internal/english/net"
)

// An example is a sentence ready for the net. Row 0 is the root.
type example struct {
	ids   []net.IDs // one row for the root, one a word
	tags  []int32   // by row; that of the root is unused
	heads []int32
	rels  []int32
}

// A labels numbers the tags and relations. A tag is UPOS and XPOS in one.
type labels struct {
	tags, rels   []string
	tagID, relID map[string]int32
}

func newLabels(train []*conllu.Sentence) *labels {
	tags, rels := map[string]int{}, map[string]int{}
	for _, s := range train {
		for _, w := range s.Words {
			tags[w.UPOS+" "+w.XPOS]++
			rels[w.Rel]++
		}
	}
	l := &labels{tagID: map[string]int32{}, relID: map[string]int32{}}
	l.tags, l.rels = common(tags, 3), common(rels, 1)
	for i, t := range l.tags {
		l.tagID[t] = int32(i)
	}
	for i, r := range l.rels {
		l.relID[r] = int32(i)
	}
	return l
}

// common returns the keys with at least n, sorted for determinism.
func common(m map[string]int, n int) []string {
	var out []string
	for k, c := range m {
		if c >= n {
			out = append(out, k)
		}
	}
	sort.Strings(out)
	return out
}

// newVocab takes the forms that training has often enough, and the fixed vectors.
func newVocab(train []*conllu.Sentence, vectors []string) *net.Vocab {
	var counts [net.Tables]map[string]int
	for t := range counts {
		counts[t] = map[string]int{}
	}
	for _, s := range train {
		for _, w := range s.Words {
			keys, _ := net.Keys(w.Form)
			for t, k := range keys {
				counts[t][k]++
			}
		}
	}
	v := &net.Vocab{Vectors: vectors}
	least := [net.Tables]int{2, 3, 3, 3, 3, 3}
	for t := range counts {
		v.Keys[t] = append([]string{"", "\x00root"}, common(counts[t], least[t])...)
	}
	v.Index()
	return v
}

func newExample(s *conllu.Sentence, v *net.Vocab, l *labels) *example {
	n := len(s.Words) + 1
	e := &example{ids: make([]net.IDs, n), tags: make([]int32, n), heads: make([]int32, n), rels: make([]int32, n)}
	e.ids[0] = net.Root()
	e.heads[0] = -1
	for i, w := range s.Words {
		e.ids[i+1] = v.IDs(w.Form)
		tag, ok := l.tagID[w.UPOS+" "+w.XPOS]
		if !ok {
			tag = -1
		}
		rel, ok := l.relID[w.Rel]
		if !ok {
			rel = -1
		}
		e.tags[i+1], e.rels[i+1], e.heads[i+1] = tag, rel, int32(w.Head+1)
	}
	return e
}

func newExamples(sentences []*conllu.Sentence, v *net.Vocab, l *labels) []*example {
	var out []*example
	for _, s := range sentences {
		out = append(out, newExample(s, v, l))
	}
	return out
}
