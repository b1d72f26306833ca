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

// TestKernels holds that the versions with vector instructions give the bytes of
// plain loops, whatever the length.
func TestKernels(t *testing.T) {
	for n := range 50 {
		x := uint32(n)
		some := func() []float32 {
			s := make([]float32, n)
			for i := range s {
				x = x*1664525 + 1013904223
				s[i] = float32(int32(x)) / (1 << 31)
			}
			return s
		}
		y, a, b := make([]float32, n), some(), some()
		rectify(y, a)
		gx := some()
		want := make([]float32, n)
		for i := range want {
			want[i] = gx[i]
			if a[i] > 0 {
				want[i] += b[i]
			}
		}
		rectified(gx, b, y)
		w, m, s, g := some(), some(), some(), some()
		rectify(s, s)
		wantW := make([]float32, n)
		for i, x := range g {
			mm := float32(beta1*m[i]) + float32((1-beta1)*x)
			ss := float32(beta2*s[i]) + float32((1-beta2)*float32(x*x))
			wantW[i] = w[i] - float32(0.01*float32(mm/0.5))/(sqrt32(ss/0.25)+epsilon)
		}
		adam(w, m, s, g, 0.01, 0.5, 0.25)
		for i := range n {
			if y[i] != max(0, a[i]) || gx[i] != want[i] || w[i] != wantW[i] || g[i] != 0 {
				t.Fatalf("n=%d, i=%d: %v %v %v, want %v %v %v", n, i, y[i], gx[i], w[i], max(0, a[i]), want[i], wantW[i])
			}
		}
	}
}
