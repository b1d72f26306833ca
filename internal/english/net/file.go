package net

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// Weights are what the trainer writes and the reader embeds.
type Weights struct {
	Vocab
	Tags     []string  // "UPOS XPOS"
	Rels     []string  // relations, as the treebanks write them
	Bytes    string    // fixed vectors: Dims signed bytes for each of Vocab.Vectors
	Scale    []float32 // what to multiply the bytes of each vector by
	Dims     int
	Sizes    Sizes
	Matrices map[string]*Matrix
	names    []string // of the matrices, in order of the file
}

// A Matrix is Rows by Cols, row by row.
type Matrix struct {
	Rows, Cols int
	W          []float32
}

const magic = "rashomon english 2\n"

// Add appends a matrix.
func (w *Weights) Add(name string, rows, cols int, values []float32) {
	if w.Matrices == nil {
		w.Matrices = map[string]*Matrix{}
	}
	m := &Matrix{rows, cols, make([]float32, rows*cols)}
	copy(m.W, values)
	w.Matrices[name] = m
	w.names = append(w.names, name)
}

func (z *Sizes) list() []*int {
	return []*int{&z.Reach, &z.Window, &z.Scan, &z.Window2, &z.Scan2, &z.Arc, &z.Label}
}

// Encode writes the file: strings and numbers as they come, matrices as 16-bit
// integers with a scale for each column.
func (w *Weights) Encode() []byte {
	b := []byte(magic)
	str := func(s string) {
		b = binary.AppendUvarint(b, uint64(len(s)))
		b = append(b, s...)
	}
	list := func(l []string) {
		b = binary.AppendUvarint(b, uint64(len(l)))
		for _, s := range l {
			str(s)
		}
	}
	float := func(f float32) { b = binary.LittleEndian.AppendUint32(b, math.Float32bits(f)) }
	for _, k := range w.Keys {
		list(k)
	}
	list(w.Vectors)
	list(w.Tags)
	list(w.Rels)
	b = binary.AppendUvarint(b, uint64(w.Dims))
	for _, n := range w.Sizes.list() {
		b = binary.AppendUvarint(b, uint64(*n))
	}
	for _, s := range w.Scale {
		float(s)
	}
	str(w.Bytes)
	b = binary.AppendUvarint(b, uint64(len(w.names)))
	for _, name := range w.names {
		m := w.Matrices[name]
		str(name)
		b = binary.AppendUvarint(b, uint64(m.Rows))
		b = binary.AppendUvarint(b, uint64(m.Cols))
		scale := make([]float32, m.Cols)
		for i, x := range m.W {
			c := i % m.Cols
			scale[c] = max(scale[c], x, -x)
		}
		for c := range scale {
			scale[c] /= 32767
			float(scale[c])
		}
		for i, x := range m.W {
			var q int16
			if s := scale[i%m.Cols]; s > 0 {
				q = int16(math.Round(float64(x) / float64(s)))
			}
			b = binary.LittleEndian.AppendUint16(b, uint16(q))
		}
	}
	return b
}

var errShort = errors.New("weights: the file ends early")

// Decode reads a file; strings and vectors keep pointing into it.
func Decode(file string) (w *Weights, err error) {
	if len(file) < len(magic) || file[:len(magic)] != magic {
		return nil, errors.New("weights: not a file of weights, or of another version")
	}
	file = file[len(magic):]
	defer func() {
		if r := recover(); r == errShort {
			w, err = nil, errShort
		} else if r != nil {
			panic(r)
		}
	}()
	take := func(n int) string {
		if n < 0 || n > len(file) {
			panic(errShort)
		}
		s := file[:n]
		file = file[n:]
		return s
	}
	number := func() int {
		n, shift := 0, 0
		for {
			c := take(1)[0]
			n |= int(c&0x7f) << shift
			if c < 0x80 {
				return n
			}
			if shift += 7; shift > 28 {
				panic(errShort)
			}
		}
	}
	list := func() []string {
		n := number()
		if n > len(file) {
			panic(errShort)
		}
		l := make([]string, n)
		for i := range l {
			l[i] = take(number())
		}
		return l
	}
	floats := func(n int) []float32 {
		s := take(4 * n)
		f := make([]float32, n)
		for i := range f {
			f[i] = math.Float32frombits(uint32(s[4*i]) | uint32(s[4*i+1])<<8 | uint32(s[4*i+2])<<16 | uint32(s[4*i+3])<<24)
		}
		return f
	}
	w = &Weights{Matrices: map[string]*Matrix{}}
	for t := range w.Keys {
		w.Keys[t] = list()
	}
	w.Vectors = list()
	w.Tags = list()
	w.Rels = list()
	w.Dims = number()
	for _, n := range w.Sizes.list() {
		*n = number()
	}
	w.Scale = floats(len(w.Vectors))
	w.Bytes = take(number())
	for range number() {
		name := take(number())
		rows, cols := number(), number()
		scale := floats(cols)
		s := take(2 * rows * cols)
		m := &Matrix{rows, cols, make([]float32, rows*cols)}
		for i := range rows {
			row := m.W[i*cols : (i+1)*cols]
			for j := range row {
				k := 2 * (i*cols + j)
				row[j] = float32(int16(uint16(s[k])|uint16(s[k+1])<<8)) * scale[j]
			}
		}
		w.Matrices[name] = m
		w.names = append(w.names, name)
	}
	if len(w.Bytes) != len(w.Vectors)*w.Dims {
		return nil, fmt.Errorf("weights: %d bytes of vectors for %d words", len(w.Bytes), len(w.Vectors))
	}
	w.Index()
	return w, nil
}
