package english

import (
	"context"
	"runtime"
	"slices"
	"sort"
	"sync"

	"github.com/seed514b815a/rashomon/internal/english/net"
)

// An Analysis is a text with its sentences in order. It is plain data, shared
// freely between goroutines once made.
type Analysis struct {
	Text      string
	Sentences []Sentence
}

// A Sentence is Text[Start:End] of its [Analysis].
type Sentence struct {
	Start, End int
	Tokens     []Token
	// Paragraph counts the paragraphs of the text from 0. A paragraph ends at a
	// blank line, or at a line break where the text has one line per paragraph.
	Paragraph int

	kids  []int32 // dependents of all tokens, grouped by head
	first []int32 // dependents of token i: kids[first[i]:first[i+1]]
}

// A Token is one word of Universal Dependencies.
type Token struct {
	Start, End int    // text[Start:End]
	Form       string // text[Start:End]
	Lemma      string // dictionary form, lower case but for names: "say" for "said"
	UPOS       UPOS
	XPOS       string // Penn Treebank tag
	Feats      Feats
	Head       int // index in Sentence.Tokens, -1 for the root
	Rel        Rel // relation to the head
}

// Analyze reads a text. Its only error is the context's: every input, valid
// UTF-8 or not, has an analysis. Time and memory grow linearly with the text.
// It is safe for concurrent use.
func Analyze(ctx context.Context, text string) (*Analysis, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	a := &Analysis{Text: text}
	for s := range segment(text) {
		a.Sentences = append(a.Sentences, s)
	}
	// Sentences are read apart from each other, a batch at a time, on all cores:
	// which core reads one changes nothing in it.
	const batch = 64
	var wg sync.WaitGroup
	batches := make(chan []Sentence)
	for range min(runtime.GOMAXPROCS(0), len(a.Sentences)/batch+1) {
		wg.Go(func() {
			r, forms, words := loaded(), make([]string, maxTokens), make([]net.Word, maxTokens)
			for sentences := range batches {
				for i := range sentences {
					if ctx.Err() != nil {
						break
					}
					s := &sentences[i]
					r.parse(s.Tokens, forms, words)
					s.link()
				}
			}
		})
	}
	for sentences := range slices.Chunk(a.Sentences, batch) {
		batches <- sentences
	}
	close(batches)
	wg.Wait()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return a, nil
}

// Parse reads a text cut by someone else: the forms of one sentence. Offsets are
// those of the forms joined by spaces. It is what the measurements with gold
// segmentation use.
func Parse(forms []string) Sentence {
	r := loaded()
	var s Sentence
	at := 0
	for _, f := range forms {
		s.Tokens = append(s.Tokens, Token{Start: at, End: at + len(f), Form: f})
		s.End = at + len(f)
		at = s.End + 1
	}
	words := make([]net.Word, net.MaxWords)
	buf := make([]string, net.MaxWords)
	for from := 0; from < len(forms); from += net.MaxWords {
		part := s.Tokens[from:min(from+net.MaxWords, len(forms))]
		r.parse(part, buf, words)
		for i := range part {
			switch {
			case part[i].Head >= 0:
				part[i].Head += from
			case from > 0:
				part[i].Head, part[i].Rel = from-1, Parataxis
			}
		}
	}
	s.link()
	return s
}

// At returns the index of the sentence holding text[offset], or -1 where there
// is none.
func (a *Analysis) At(offset int) int {
	i := sort.Search(len(a.Sentences), func(i int) bool { return a.Sentences[i].End > offset })
	if i < len(a.Sentences) && a.Sentences[i].Start <= offset {
		return i
	}
	return -1
}

// link builds the index of dependents.
func (s *Sentence) link() {
	n := len(s.Tokens)
	buf := make([]int32, 2*n+2)
	s.first, s.kids = buf[:n+2], buf[n+2:n+2]
	for _, t := range s.Tokens {
		if t.Head >= 0 {
			s.first[t.Head+2]++
		}
	}
	for i := 2; i < n+2; i++ {
		s.first[i] += s.first[i-1]
	}
	s.kids = s.kids[:s.first[n+1]]
	for i, t := range s.Tokens {
		if t.Head >= 0 {
			s.kids[s.first[t.Head+1]] = int32(i)
			s.first[t.Head+1]++
		}
	}
	s.first = s.first[:n+1]
}

// Root returns the index of the token without a head, -1 for no tokens.
func (s *Sentence) Root() int {
	for i, t := range s.Tokens {
		if t.Head < 0 {
			return i
		}
	}
	return -1
}
