// Package gum reads the mentions and entities of the GUM corpus from the Entity=
// annotation of its CoNLL-U files, https://gucorpling.org/gum/: enough to train
// and to measure coreference.
package gum

import (
	"fmt"
	"os"
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/internal/english/conllu"
)

// A Document is a document of GUM with its mentions.
type Document struct {
	ID       string
	Text     string
	Words    int
	Mentions []Mention // in the order in which they open
	sents    []*conllu.Sentence
	at       [][]int // by sentence and word: where it begins
}

// A Mention is Text[Start:End] of its document.
type Mention struct {
	Start, End int
	Head       int    // where its head word begins
	Form       string // of the head, in lower case, with " ..." for a phrase of several words
	Entity     string // the same for all mentions of an entity
	Kind       string // the corpus's word for the link: ana, coref, sgl ...
}

// Read reads the documents of a file.
func Read(name string) ([]*Document, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var docs []*Document
	for s, err := range conllu.Read(f, name) {
		if err != nil {
			return nil, err
		}
		if len(docs) == 0 || docs[len(docs)-1].ID != s.Document {
			docs = append(docs, &Document{ID: s.Document})
		}
		d := docs[len(docs)-1]
		d.sents = append(d.sents, s)
	}
	for _, d := range docs {
		if err := d.build(); err != nil {
			return nil, fmt.Errorf("%s: %s: %w", name, d.ID, err)
		}
	}
	return docs, nil
}

// build lays out the text and reads the mentions.
func (d *Document) build() error {
	var b strings.Builder
	type open struct{ m, sent, word int }
	var stack []open
	for si, s := range d.sents {
		if si > 0 {
			if s.Paragraph {
				b.WriteString("\n\n")
			} else {
				b.WriteByte(' ')
			}
		}
		at := make([]int, len(s.Words))
		for i, w := range s.Words {
			at[i] = b.Len()
			b.WriteString(w.Form)
			end := b.Len()
			if w.SpaceAfter && i+1 < len(s.Words) {
				b.WriteByte(' ')
			}
			d.Words++
			for f := range strings.SplitSeq(w.Misc, "|") {
				e, ok := strings.CutPrefix(f, "Entity=")
				if !ok {
					continue
				}
				for e != "" {
					if e[0] == '(' {
						n := strings.IndexAny(e[1:], "()") + 1
						if n == 0 {
							n = len(e)
						}
						p := strings.Split(e[1:n], "-")
						if len(p) < 7 {
							return fmt.Errorf("mention %q", e)
						}
						stack = append(stack, open{len(d.Mentions), si, i})
						d.Mentions = append(d.Mentions, Mention{Start: at[i], Entity: p[0], Kind: p[6]})
						e = e[n:]
						if e != "" && e[0] == ')' {
							d.close(stack[len(stack)-1].m, s, stack[len(stack)-1].word, i, at, end)
							stack = stack[:len(stack)-1]
							e = e[1:]
						}
						continue
					}
					n := strings.IndexByte(e, ')')
					if n < 0 {
						return fmt.Errorf("mention %q", e)
					}
					id := e[:n]
					k := len(stack) - 1
					for k >= 0 && d.Mentions[stack[k].m].Entity != id {
						k--
					}
					if k < 0 {
						return fmt.Errorf("nothing for %q to close", e)
					}
					d.close(stack[k].m, s, stack[k].word, i, at, end)
					stack = append(stack[:k], stack[k+1:]...)
					e = e[n+1:]
				}
			}
		}
		d.at = append(d.at, at)
	}
	d.Text = b.String()
	return nil
}

func (d *Document) close(m int, s *conllu.Sentence, from, to int, at []int, end int) {
	g := &d.Mentions[m]
	g.End = end
	head := from
	for i := from; i <= to; i++ {
		if h := s.Words[i].Head; h < from || h > to {
			head = i
			break
		}
	}
	g.Head, g.Form = at[head], strings.ToLower(s.Words[head].Form)
	if from != to {
		g.Form += " ..."
	}
}

// Analysis makes an analysis of the trees in the file.
func (d *Document) Analysis() *english.Analysis {
	a := &english.Analysis{Text: d.Text}
	par := 0
	for si, s := range d.sents {
		if s.Paragraph && si > 0 {
			par++
		}
		e := english.Sentence{Start: d.at[si][0], Paragraph: par}
		for i, w := range s.Words {
			t := english.Token{Start: d.at[si][i], End: d.at[si][i] + len(w.Form), Form: w.Form, Lemma: w.Lemma, UPOS: english.ParseUPOS(w.UPOS),
				XPOS: w.XPOS, Head: w.Head, Rel: english.ParseRel(w.Rel)}
			t.Feats.Negative = strings.Contains(w.Feats, "Polarity=Neg")
			e.Tokens = append(e.Tokens, t)
			e.End = t.End
		}
		a.Sentences = append(a.Sentences, e)
	}
	return a
}
