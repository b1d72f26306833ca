package net

import (
	"math"
	"strings"
	"testing"
)

func tiny() *Weights {
	w := &Weights{Tags: []string{"NOUN NN", "VERB VBD"}, Rels: []string{"nsubj", "root"}, Dims: 2,
		Sizes: Sizes{Reach: 1, Window: 3, Scan: 2, Window2: 3, Scan2: 2, Arc: 4, Label: 3}}
	in := w.Dims
	for t, name := range TableNames {
		w.Keys[t] = []string{"", "\x00root", "a"}
		w.Add(name, 3, 2, []float32{0, 0, 1, 2, 3, -4})
		in += 2
	}
	w.Vectors, w.Scale, w.Bytes = []string{"", "the"}, []float32{0, 0.5}, "\x00\x00\x01\xff"
	dense := func(name string, rows, cols, bias int) {
		x := make([]float32, rows*cols)
		for i := range x {
			x[i] = float32(i%7) - 3
		}
		w.Add(name, rows, cols, x)
		w.Add(name+".b", 1, bias, x[:bias])
	}
	z := w.Sizes
	dense("conv1", in, 3*z.Window, z.Window)
	dense("scan1", in, 4*z.Scan, 4*z.Scan)
	dense("two", z.Window+2*z.Scan, z.Window2+4*z.Scan2, z.Window2+4*z.Scan2)
	heads := len(w.Tags) + 2*z.Arc + Distances + 2*z.Label
	dense("heads", z.Window2+2*z.Scan2, heads, heads)
	dense("rel", z.Label, len(w.Rels), len(w.Rels))
	return w
}

func TestFile(t *testing.T) {
	w := tiny()
	file := string(w.Encode())
	got, err := Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	for name, m := range w.Matrices {
		for i, x := range got.Matrices[name].W {
			if math.Abs(float64(x-m.W[i])) > 1e-3 {
				t.Errorf("%s: element %d is %v, want %v", name, i, x, m.W[i])
			}
		}
	}
	if again := string(got.Encode()); len(again) != len(file) {
		t.Errorf("written again, the file has %d bytes, not %d", len(again), len(file))
	}
	for n := range len(file) {
		if _, err := Decode(file[:n]); err == nil {
			t.Fatalf("the first %d of %d bytes are read without an error", n, len(file))
		}
	}
	p, err := NewParser(got)
	if err != nil {
		t.Fatal(err)
	}
	out := make([]Word, 3)
	p.Parse(strings.Fields("the a unknown"), out)
	roots := 0
	for _, x := range out {
		if x.Head < 0 {
			roots++
		}
	}
	if roots != 1 {
		t.Errorf("%v has %d roots", out, roots)
	}
	bad := tiny()
	bad.Sizes.Scan2++
	if _, err := NewParser(bad); err == nil {
		t.Error("matrices that don't fit are taken")
	}
}
