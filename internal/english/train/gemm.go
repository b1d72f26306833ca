//go:build !(goexperiment.simd && amd64)

package main

// gemm adds A·B to C, row by row: c is m by n, a is m by k, b is k by n. Each sum
// runs over k in order, product and sum rounded apart, so that the version with
// vector instructions gives the same bytes.
func gemm(c, a, b []float32, m, k, n int) {
	for i := range m {
		ci := c[i*n : (i+1)*n]
		for p, x := range a[i*k : (i+1)*k] {
			if x == 0 {
				continue
			}
			bp := b[p*n : (p+1)*n]
			for j := range ci {
				ci[j] += float32(x * bp[j])
			}
		}
	}
}

// accumulate adds b to a.
func accumulate(a, b []float32) {
	for i, x := range b {
		a[i] += x
	}
}
