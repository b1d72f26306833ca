//go:build goexperiment.simd && amd64

package main

import "simd/archsimd"

// gemm adds A·B to C; see the plain version for what it must equal, bit by bit. It
// needs AVX-512, and no multiplication is fused with its addition.
func gemm(c, a, b []float32, m, k, n int) {
	panel := make([]float32, k*32)
	for j := 0; j < n; j += 32 {
		w := min(32, n-j)
		for p := range k {
			copy(panel[p*32:p*32+w], b[p*n+j:p*n+j+w])
			clear(panel[p*32+w : p*32+32])
		}
		i := 0
		if w == 32 {
			for ; i+4 <= m; i += 4 {
				block4(c[i*n+j:], a[i*k:(i+4)*k], panel, k, n)
			}
			for ; i < m; i++ {
				block1(c[i*n+j:], a[i*k:(i+1)*k], panel)
			}
			continue
		}
		var row [32]float32
		for ; i < m; i++ {
			copy(row[:w], c[i*n+j:i*n+j+w])
			block1(row[:], a[i*k:(i+1)*k], panel)
			copy(c[i*n+j:i*n+j+w], row[:w])
		}
	}
}

func at(c []float32) *[16]float32 { return (*[16]float32)(c) }

func block1(c, a, panel []float32) {
	x, y := archsimd.LoadFloat32x16(at(c)), archsimd.LoadFloat32x16(at(c[16:]))
	for _, v := range a {
		p := (*[32]float32)(panel)
		s := archsimd.BroadcastFloat32x16(v)
		x = x.Add(s.Mul(archsimd.LoadFloat32x16((*[16]float32)(p[:16]))))
		y = y.Add(s.Mul(archsimd.LoadFloat32x16((*[16]float32)(p[16:]))))
		panel = panel[32:]
	}
	x.Store(at(c))
	y.Store(at(c[16:]))
}

func block4(c, a, panel []float32, k, n int) {
	c0, c1, c2, c3 := c, c[n:], c[2*n:], c[3*n:]
	x0, y0 := archsimd.LoadFloat32x16(at(c0)), archsimd.LoadFloat32x16(at(c0[16:]))
	x1, y1 := archsimd.LoadFloat32x16(at(c1)), archsimd.LoadFloat32x16(at(c1[16:]))
	x2, y2 := archsimd.LoadFloat32x16(at(c2)), archsimd.LoadFloat32x16(at(c2[16:]))
	x3, y3 := archsimd.LoadFloat32x16(at(c3)), archsimd.LoadFloat32x16(at(c3[16:]))
	a0, a1, a2, a3 := a[:k], a[k:2*k], a[2*k:3*k], a[3*k:4*k]
	for i, v := range a0 {
		p := (*[32]float32)(panel)
		u, w := archsimd.LoadFloat32x16((*[16]float32)(p[:16])), archsimd.LoadFloat32x16((*[16]float32)(p[16:]))
		s := archsimd.BroadcastFloat32x16(v)
		x0, y0 = x0.Add(s.Mul(u)), y0.Add(s.Mul(w))
		s = archsimd.BroadcastFloat32x16(a1[i])
		x1, y1 = x1.Add(s.Mul(u)), y1.Add(s.Mul(w))
		s = archsimd.BroadcastFloat32x16(a2[i])
		x2, y2 = x2.Add(s.Mul(u)), y2.Add(s.Mul(w))
		s = archsimd.BroadcastFloat32x16(a3[i])
		x3, y3 = x3.Add(s.Mul(u)), y3.Add(s.Mul(w))
		panel = panel[32:]
	}
	x0.Store(at(c0))
	y0.Store(at(c0[16:]))
	x1.Store(at(c1))
	y1.Store(at(c1[16:]))
	x2.Store(at(c2))
	y2.Store(at(c2[16:]))
	x3.Store(at(c3))
	y3.Store(at(c3[16:]))
}

// accumulate adds b to a.
func accumulate(a, b []float32) {
	for len(b) >= 16 && len(a) >= 16 {
		archsimd.LoadFloat32x16(at(a)).Add(archsimd.LoadFloat32x16(at(b))).Store(at(a))
		a, b = a[16:], b[16:]
	}
	for i, x := range b {
		a[i] += x
	}
}

func rectify(y, x []float32) {
	zero := archsimd.BroadcastFloat32x16(0)
	for len(x) >= 16 && len(y) >= 16 {
		archsimd.LoadFloat32x16(at(x)).Max(zero).Store(at(y))
		x, y = x[16:], y[16:]
	}
	for i, v := range x {
		y[i] = max(0, v)
	}
}

func rectified(gx, gy, y []float32) {
	zero := archsimd.BroadcastFloat32x16(0)
	for len(gx) >= 16 && len(gy) >= 16 && len(y) >= 16 {
		on := archsimd.LoadFloat32x16(at(y)).Greater(zero)
		archsimd.LoadFloat32x16(at(gx)).Add(archsimd.LoadFloat32x16(at(gy)).Masked(on)).Store(at(gx))
		gx, gy, y = gx[16:], gy[16:], y[16:]
	}
	for i, v := range y {
		if v > 0 {
			gx[i] += gy[i]
		}
	}
}

func adam(w, m, s, g []float32, lr, c1, c2 float32) {
	all := archsimd.BroadcastFloat32x16
	zero := all(0)
	one, b1, b2, d1, d2, eps := all(lr), all(beta1), all(beta2), all(1-beta1), all(1-beta2), all(epsilon)
	e1, e2 := all(c1), all(c2)
	for len(g) >= 16 && len(w) >= 16 && len(m) >= 16 && len(s) >= 16 {
		x := archsimd.LoadFloat32x16(at(g))
		zero.Store(at(g))
		mm := archsimd.LoadFloat32x16(at(m)).Mul(b1).Add(x.Mul(d1))
		mm.Store(at(m))
		ss := archsimd.LoadFloat32x16(at(s)).Mul(b2).Add(x.Mul(x).Mul(d2))
		ss.Store(at(s))
		step := one.Mul(mm.Div(e1)).Div(ss.Div(e2).Sqrt().Add(eps))
		archsimd.LoadFloat32x16(at(w)).Sub(step).Store(at(w))
		w, m, s, g = w[16:], m[16:], s[16:], g[16:]
	}
	for i, x := range g {
		g[i] = 0
		m[i] = float32(beta1*m[i]) + float32((1-beta1)*x)
		s[i] = float32(beta2*s[i]) + float32((1-beta2)*float32(x*x))
		w[i] -= float32(lr*float32(m[i]/c1)) / (sqrt32(s[i]/c2) + epsilon)
	}
}
