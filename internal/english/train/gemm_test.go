package main

import "testing"

func TestGemm(t *testing.T) {
	m, k, n := 7, 13, 75
	a, b, c, want := make([]float32, m*k), make([]float32, k*n), make([]float32, m*n), make([]float32, m*n)
	x := uint32(1)
	next := func() float32 { x = x*1664525 + 1013904223; return float32(int32(x)) / (1 << 31) }
	for _, s := range [][]float32{a, b, c} {
		for i := range s {
			s[i] = next()
		}
	}
	copy(want, c)
	for i := range m {
		for p := range k {
			for j := range n {
				want[i*n+j] += float32(a[i*k+p] * b[p*n+j])
			}
		}
	}
	gemm(c, a, b, m, k, n)
	for i := range c {
		if c[i] != want[i] {
			t.Fatalf("element %d is %v, want %v", i, c[i], want[i])
		}
	}
}

func BenchmarkGemm(b *testing.B) {
	m, k, n := 256, 512, 512
	x, y, z := make([]float32, m*k), make([]float32, k*n), make([]float32, m*n)
	for i := range x {
		x[i] = 1
	}
	for b.Loop() {
		gemm(z, x, y, m, k, n)
	}
	b.ReportMetric(float64(m*k*n)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GMAC/s")
}
