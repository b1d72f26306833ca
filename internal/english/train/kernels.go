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

// rectify sets y to the positive part of x.
func rectify(y, x []float32) {
	for i, v := range x {
		y[i] = max(0, v)
	}
}

// rectified adds to gx the gradient gy where y is positive.
func rectified(gx, gy, y []float32) {
	for i, v := range y {
		if v > 0 {
			gx[i] += gy[i]
		}
	}
}

// adam moves w against the gradient g and clears g; m and s are its running means.
func adam(w, m, s, g []float32, lr, c1, c2 float32) {
	for i, x := range g {
		g[i] = 0
		m[i] = float32(beta1*m[i]) + float32((1-beta1)*x)
		s[i] = float32(beta2*s[i]) + float32((1-beta2)*float32(x*x))
		w[i] -= float32(lr*float32(m[i]/c1)) / (sqrt32(s[i]/c2) + epsilon)
	}
}
