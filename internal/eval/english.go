package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/internal/english/conllu"
)

// evalEnglish measures package english against a treebank: with the segmentation
// of the treebank, with its own, and in words a second on one core.
func evalEnglish(args []string, out io.Writer) error {
	if len(args) == 0 {
		return fmt.Errorf("english needs FILE.conllu or FILE.conllu.gz")
	}
	for _, name := range args {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		var gold []*conllu.Sentence
		for s, err := range conllu.Read(f, name) {
			if err != nil {
				f.Close()
				return err
			}
			gold = append(gold, s)
		}
		f.Close()
		fmt.Fprintln(out, name)
		englishGold(gold, out)
		if err := englishRaw(gold, out); err != nil {
			return err
		}
	}
	return nil
}

// englishGold scores tags, lemmas and trees over given words, punctuation counted.
func englishGold(gold []*conllu.Sentence, out io.Writer) {
	var words, upos, xpos, lemmas, uas, las int
	read := func() time.Duration {
		words, upos, xpos, lemmas, uas, las = 0, 0, 0, 0, 0, 0
		var spent time.Duration
		for _, g := range gold {
			forms := make([]string, len(g.Words))
			for i, w := range g.Words {
				forms[i] = w.Form
			}
			start := time.Now()
			s := english.Parse(forms)
			spent += time.Since(start)
			for i, w := range g.Words {
				t := &s.Tokens[i]
				words++
				count(&upos, t.UPOS.String() == w.UPOS)
				count(&xpos, t.XPOS == w.XPOS)
				count(&lemmas, t.Lemma == w.Lemma)
				count(&uas, t.Head == w.Head)
				count(&las, t.Head == w.Head && t.Rel.String() == w.Rel)
			}
		}
		return spent
	}
	start := time.Now()
	english.Parse([]string{"Load", "."})
	load := time.Since(start)
	cold := read()
	n := words
	warm := read()
	p := func(n int) float64 { return 100 * float64(n) / float64(words) }
	fmt.Fprintf(out, "  given words:  UPOS %.2f  XPOS %.2f  lemma %.2f  UAS %.2f  LAS %.2f\n", p(upos), p(xpos), p(lemmas), p(uas), p(las))
	fmt.Fprintf(out, "  words/s:      %.0f at first, %.0f warm, loading %d ms\n", float64(n)/cold.Seconds(), float64(n)/warm.Seconds(), load.Milliseconds())
}

func count(n *int, ok bool) {
	if ok {
		*n++
	}
}

// A span is a word or sentence by the places of its first and last character, spaces not counted.
type span struct{ start, end int }

// A wordAt is what is compared of a word: its head by the place of that word.
type wordAt struct {
	upos, rel string
	head      span
}

// englishRaw scores segmentation and trees from text alone, as the CoNLL 2018
// shared task did: F1, relations without their subtypes.
func englishRaw(gold []*conllu.Sentence, out io.Writer) error {
	var b strings.Builder
	goldWords, goldSentences := map[span]wordAt{}, map[span]bool{}
	at := 0
	for i, g := range gold {
		if i > 0 {
			if g.Document != gold[i-1].Document {
				b.WriteString("\n\n")
			} else {
				b.WriteByte(' ')
			}
		}
		spans := make([]span, len(g.Words))
		first := at
		for j, w := range g.Words {
			n := 0
			for _, r := range w.Form {
				if r != ' ' && r != '\u00a0' {
					n++
				}
			}
			spans[j] = span{at, at + n}
			at += n
			b.WriteString(w.Form)
			if w.SpaceAfter && j+1 < len(g.Words) {
				b.WriteByte(' ')
			}
		}
		goldSentences[span{first, at}] = true
		for j, w := range g.Words {
			goldWords[spans[j]] = wordAt{w.UPOS, universal(w.Rel), headSpan(spans, w.Head)}
		}
	}
	text := b.String()
	a, err := english.Analyze(context.Background(), text)
	if err != nil {
		return err
	}
	chars := make([]int, len(text)+1) // characters that are no space before each byte
	n := 0
	for i, r := range text {
		chars[i] = n
		if r != ' ' && r != '\n' && r != '\u00a0' {
			n++
		}
	}
	chars[len(text)] = n
	var words, sentences, upos, uas, las, own int
	for _, s := range a.Sentences {
		spans := make([]span, len(s.Tokens))
		for i, t := range s.Tokens {
			spans[i] = span{chars[t.Start], chars[t.End]}
		}
		count(&sentences, goldSentences[span{spans[0].start, spans[len(spans)-1].end}])
		for i, t := range s.Tokens {
			own++
			g, ok := goldWords[spans[i]]
			count(&words, ok)
			count(&upos, ok && g.upos == t.UPOS.String())
			head := ok && g.head == headSpan(spans, t.Head)
			count(&uas, head)
			count(&las, head && g.rel == universal(t.Rel.String()))
		}
	}
	f1 := func(n, a, b int) float64 { return 200 * float64(n) / float64(a+b) }
	w := func(n int) float64 { return f1(n, own, len(goldWords)) }
	fmt.Fprintf(out, "  text, F1:     words %.2f  sentences %.2f  UPOS %.2f  UAS %.2f  LAS %.2f\n", w(words),
		f1(sentences, len(a.Sentences), len(goldSentences)), w(upos), w(uas), w(las))
	return nil
}

func headSpan(spans []span, head int) span {
	if head < 0 {
		return span{-1, -1}
	}
	return spans[head]
}

func universal(rel string) string {
	rel, _, _ = strings.Cut(rel, ":")
	return rel
}
