package net

import "testing"

func TestPacked(t *testing.T) {
	const rows, cols = 517, 40
	seed := uint32(3)
	next := func() float32 { seed = seed*1664525 + 1013904223; return float32(int32(seed)) / (1 << 31) }
	w, x := make([]float32, rows*cols), make([]float32, rows)
	for i := range w {
		w[i] = next()
	}
	for i := range x {
		x[i] = next()
	}
	same := make([]float32, rows*cols) // all weights and inputs as large as can be
	for i := range same {
		same[i] = 1 - 2*float32(i%cols%2)
	}
	for _, c := range []struct {
		name string
		w, x []float32
	}{{"random", w, x}, {"extreme", same, same[:0]}} {
		x := c.x
		if len(x) == 0 {
			x = make([]float32, rows)
			for i := range x {
				x[i] = 1
			}
		}
		p := pack(rows, cols, c.w, nil, false)
		vectors := make([]sparse, 1)
		vectors[0].set(x, 0, rows)
		got := make([]float32, cols)
		p.add(got, cols, vectors)
		for j := range cols {
			var want, size float32
			for i := range rows {
				v := x[i] * c.w[i*cols+j]
				want += v
				size += max(v, -v)
			}
			if d := got[j] - want; d > size/50 || d < -size/50 {
				t.Errorf("%s: column %d is %v, want %v", c.name, j, got[j], want)
			}
		}
	}
}
