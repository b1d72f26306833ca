package main

import "github.com/seed514b815a/rashomon/internal/english/net"

// A mat is a matrix of activations with its gradient, row by row.
type mat struct {
	rows, cols int
	v, g       []float32
}

func (m *mat) row(i int) []float32  { return m.v[i*m.cols : (i+1)*m.cols] }
func (m *mat) grow(i int) []float32 { return m.g[i*m.cols : (i+1)*m.cols] }

// A param is a matrix of weights. Each shard of a batch has a gradient of its own,
// added up in order: the sum doesn't depend on who finished first.
type param struct {
	name       string
	rows, cols int
	w          []float32
	g          [][]float32
	m, s       []float32 // Adam's running means
	t          []float32 // the transpose of w, for going back
	sparse     bool      // only touched rows are updated
	touched    [][]int32
}

// A tape computes forward and remembers how to go back.
type tape struct {
	shard int
	train bool
	rng   rng
	back  []func()
	arena []float32
	used  int
	segs  []int // row where each sentence starts, and the end
}

func (t *tape) reset() {
	t.back = t.back[:0]
	t.used = 0
}

func (t *tape) floats(n int) []float32 {
	if t.used+n > len(t.arena) {
		t.arena = make([]float32, max(2*len(t.arena), n+1<<20))
		t.used = 0
	}
	s := t.arena[t.used : t.used+n : t.used+n]
	t.used += n
	clear(s)
	return s
}

func (t *tape) mat(rows, cols int) *mat {
	m := &mat{rows: rows, cols: cols, v: t.floats(rows * cols)}
	if t.train {
		m.g = t.floats(rows * cols)
	}
	return m
}

func (t *tape) then(f func()) {
	if t.train {
		t.back = append(t.back, f)
	}
}

func (t *tape) backward() {
	for i := len(t.back) - 1; i >= 0; i-- {
		t.back[i]()
	}
}

func (t *tape) transpose(a []float32, rows, cols int) []float32 {
	out := t.floats(rows * cols)
	transpose(out, a, rows, cols)
	return out
}

// linear returns x·w + b; b may be nil.
func (t *tape) linear(x *mat, w, b *param) *mat {
	y := t.mat(x.rows, w.cols)
	if b != nil {
		for i := range y.rows {
			copy(y.row(i), b.w)
		}
	}
	gemm(y.v, x.v, w.w, x.rows, x.cols, w.cols)
	t.then(func() {
		if b != nil {
			gb := b.g[t.shard]
			for i := range y.rows {
				accumulate(gb, y.grow(i))
			}
		}
		gemm(w.g[t.shard], t.transpose(x.v, x.rows, x.cols), y.g, x.cols, x.rows, y.cols)
		if x.g != nil {
			gemm(x.g, y.g, w.t, y.rows, y.cols, x.cols)
		}
	})
	return y
}

func (t *tape) relu(x *mat) *mat {
	y := t.mat(x.rows, x.cols)
	rectify(y.v, x.v)
	t.then(func() { rectified(x.g, y.g, y.v) })
	return y
}

func (t *tape) sigmoid(x *mat) *mat {
	y := t.mat(x.rows, x.cols)
	for i, v := range x.v {
		y.v[i] = sigmoid(v)
	}
	t.then(func() {
		for i, v := range y.v {
			x.g[i] += float32(y.g[i] * float32(v*(1-v)))
		}
	})
	return y
}

func (t *tape) concat(ms ...*mat) *mat {
	cols := 0
	for _, m := range ms {
		cols += m.cols
	}
	y := t.mat(ms[0].rows, cols)
	for i := range y.rows {
		j := 0
		for _, m := range ms {
			copy(y.row(i)[j:], m.row(i))
			j += m.cols
		}
	}
	t.then(func() {
		for i := range y.rows {
			j := 0
			for _, m := range ms {
				if m.g != nil {
					accumulate(m.grow(i), y.grow(i)[j:j+m.cols])
				}
				j += m.cols
			}
		}
	})
	return y
}

// columns returns x[:, from:to].
func (t *tape) columns(x *mat, from, to int) *mat {
	y := t.mat(x.rows, to-from)
	for i := range x.rows {
		copy(y.row(i), x.row(i)[from:to])
	}
	t.then(func() {
		for i := range x.rows {
			accumulate(x.grow(i)[from:to], y.grow(i))
		}
	})
	return y
}

// conv returns, for each row of the sentences, the sum over its neighbours of their
// products with weights of their own: w has (2r+1) blocks of columns, one a
// neighbour. The products are those of the forms x, of which row i has form[i].
func (t *tape) conv(x *mat, form []int32, w, b *param, r int) *mat {
	p := t.linear(x, w, nil)
	n := 2*r + 1
	cols := w.cols / n
	y := t.mat(len(form), cols)
	each := func(f func(i, j, k int)) {
		for s := range len(t.segs) - 1 {
			for i := t.segs[s]; i < t.segs[s+1]; i++ {
				for k := range n {
					if j := i + k - r; j >= t.segs[s] && j < t.segs[s+1] {
						f(i, int(form[j]), k)
					}
				}
			}
		}
	}
	for i := range y.rows {
		copy(y.row(i), b.w)
	}
	each(func(i, j, k int) { accumulate(y.row(i), p.row(j)[k*cols:(k+1)*cols]) })
	t.then(func() {
		gb := b.g[t.shard]
		for i := range y.rows {
			accumulate(gb, y.grow(i))
		}
		each(func(i, j, k int) { accumulate(p.grow(j)[k*cols:(k+1)*cols], y.grow(i)) })
	})
	return y
}

// dropout zeroes elements with probability p and scales the rest.
func (t *tape) dropout(x *mat, p float32) *mat {
	if !t.train || p == 0 {
		return x
	}
	y := t.mat(x.rows, x.cols)
	keep := t.floats(len(x.v))
	scale := 1 / (1 - p)
	for i, v := range x.v {
		if t.rng.float() >= p {
			keep[i] = scale
			y.v[i] = v * scale
		}
	}
	t.then(func() {
		if x.g != nil {
			for i, k := range keep {
				x.g[i] += float32(y.g[i] * k)
			}
		}
	})
	return y
}

// scan runs c = f·c' + (1-f)·h along each sentence, backwards if asked.
func (t *tape) scan(h, f *mat, reverse bool) *mat {
	y := t.mat(h.rows, h.cols)
	zero := t.floats(h.cols)
	dz := t.floats(h.cols)
	order := func(s, i int) (row, prev int) {
		a, b := t.segs[s], t.segs[s+1]
		if reverse {
			if i == 0 {
				return b - 1, -1
			}
			return b - 1 - i, b - i
		}
		if i == 0 {
			return a, -1
		}
		return a + i, a + i - 1
	}
	for s := range len(t.segs) - 1 {
		for i := range t.segs[s+1] - t.segs[s] {
			r, p := order(s, i)
			prev := zero
			if p >= 0 {
				prev = y.row(p)
			}
			yr, hr, fr := y.row(r), h.row(r), f.row(r)
			for k, c := range prev {
				yr[k] = hr[k] + float32(fr[k]*(c-hr[k]))
			}
		}
	}
	t.then(func() {
		for s := range len(t.segs) - 1 {
			for i := t.segs[s+1] - t.segs[s] - 1; i >= 0; i-- {
				r, p := order(s, i)
				prev, dp := zero, dz
				if p >= 0 {
					prev, dp = y.row(p), y.grow(p)
				}
				hr, fr, gh, gf := h.row(r), f.row(r), h.grow(r), f.grow(r)
				for k, g := range y.grow(r) {
					dp[k] += float32(g * fr[k])
					gh[k] += float32(g * (1 - fr[k]))
					gf[k] += float32(g * (prev[k] - hr[k]))
				}
			}
		}
	})
	return y
}

// lookup concatenates rows of tables: ids[i] has one id for each table.
func (t *tape) lookup(tables []*param, ids []net.IDs, cols int) *mat {
	y := t.mat(len(ids), cols)
	for i, id := range ids {
		j := 0
		for k, p := range tables {
			copy(y.row(i)[j:], p.w[int(id[k])*p.cols:(int(id[k])+1)*p.cols])
			j += p.cols
		}
	}
	t.then(func() {
		for i, id := range ids {
			j := 0
			for k, p := range tables {
				if p.g != nil {
					g := p.g[t.shard][int(id[k])*p.cols : (int(id[k])+1)*p.cols]
					for c, d := range y.grow(i)[j : j+p.cols] {
						g[c] += d
					}
					p.touched[t.shard] = append(p.touched[t.shard], id[k])
				}
				j += p.cols
			}
		}
	})
	return y
}
