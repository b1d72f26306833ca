package main

import (
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// toy has sentences enough for the sizes below; no treebank's text.
const toy = `1	Rebels	rebel	NOUN	NNS	_	2	nsubj	_	_
2	shelled	shell	VERB	VBD	_	0	root	_	_
3	villages	village	NOUN	NNS	_	2	obj	_	SpaceAfter=No
4	.	.	PUNCT	.	_	2	punct	_	_

1	Villages	village	NOUN	NNS	_	3	nsubj:pass	_	_
2	were	be	AUX	VBD	_	3	aux:pass	_	_
3	shelled	shell	VERB	VBN	_	0	root	_	SpaceAfter=No
4	.	.	PUNCT	.	_	3	punct	_	_

`

const toyVectors = `{"size":3,"words":["rebels","shelled","were"],"vectors":{"shelled":%s,"rebels":%s,"were":%s}}`

// TestReproducible holds that the same input gives the same bytes, whatever the number
// of processors, the platform and the instructions used: the sum below was taken from
// the plain loops and from the vector instructions.
func TestReproducible(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"ewt-train", "gum-train", "ewt-dev", "gum-dev"} {
		f, err := os.Create(filepath.Join(dir, name+".conllu.gz"))
		if err != nil {
			t.Fatal(err)
		}
		z := gzip.NewWriter(f)
		if _, err := z.Write([]byte(strings.Repeat(toy, 20))); err != nil {
			t.Fatal(err)
		}
		z.Close()
		f.Close()
	}
	row := func(x float64) string {
		var b strings.Builder
		for i := range dims + 2 {
			fmt.Fprintf(&b, ",%v", x*float64(i%9-4))
		}
		return "[" + b.String()[1:] + "]"
	}
	vectors := filepath.Join(dir, "toy-100d.json")
	if err := os.WriteFile(vectors, fmt.Appendf(nil, toyVectors, row(0.1), row(-0.2), row(0.33)), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, procs := range []int{1, 4} {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(procs))
		out := filepath.Join(dir, "out.bin")
		var log strings.Builder
		err := run([]string{"-treebank", dir, "-vectors", vectors, "-out", out, "-epochs", "20", "-batch", "8", "-window", "20", "-scan", "8",
			"-window2", "16", "-scan2", "4", "-arc", "8", "-label", "8", "-rate", "0.02"}, &log)
		if err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		const want = "39eb13e54b1dcc0e"
		if sum := fmt.Sprintf("%x", sha256.Sum256(b))[:16]; sum != want {
			t.Errorf("GOMAXPROCS=%d: the weights sum up to %s, want %s", procs, sum, want)
		}
		if last := log.String(); !strings.Contains(last[strings.LastIndex(last, "ewt-dev"):], "uas 100.00 las 100.00") {
			t.Errorf("what was trained on is not learnt:\n%s", last)
		}
	}
}
