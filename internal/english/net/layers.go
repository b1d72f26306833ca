package net

// first computes the first layer: windows over the forms, and scans there and back.
func (p *Parser) first(s *scratch, n int) {
	cols := p.two.rows
	s.one = grow(s.one, n*cols)
	block := packedLen(p.Window)
	base := packWindow(make([]int64, 0, block), p.one.b[:p.Window])
	sum := make([]int64, block)
	for i := range n {
		copy(sum, base)
		for k := max(-p.Reach, -i); k <= min(p.Reach, n-1-i); k++ {
			b := s.forms[i+k].window[(k+p.Reach)*block:][:len(sum)]
			for c, x := range b {
				sum[c] += x
			}
		}
		unpackWindow(s.one[i*cols:][:p.Window], sum)
	}
	s.raw = grow(s.raw, n*4*p.Scan)
	for i, f := range s.forms {
		copy(s.raw[i*4*p.Scan:], f.scan)
	}
	scan(s.one, cols, p.Window, s.raw, p.Scan, n)
}

// second computes the second layer from the first.
func (p *Parser) second(s *scratch, n int) {
	cols, m := p.heads.rows, p.Scan2
	s.two, s.raw = grow(s.two, n*cols), grow(s.raw, n*4*m)
	s.y = p.two.apply(s.y, s.one, s, n)
	for i := range n {
		y := s.y[i*p.two.cols : (i+1)*p.two.cols]
		copy(s.two[i*cols:], y[:p.Window2])
		g := s.raw[i*4*m : (i+1)*4*m]
		copy(g, y[p.Window2:])
		gates(g[m:2*m], g[3*m:4*m])
	}
	scan(s.two, cols, p.Window2, s.raw, m, n)
}

// scan runs c = f·c' + (1-f)·h there and back, into columns from at on of each row.
// Raw has four blocks of m a row: h and f there, h and f back. It is the recurrent
// layer with the least work, all of it by element; see Lei et al. 2018, Simple
// Recurrent Units.
func scan(out []float32, cols, at int, raw []float32, m, n int) {
	zero := make([]float32, m)
	last := zero
	for i := range n {
		c := out[i*cols+at:][:m]
		step(c, last, raw[i*4*m:], raw[i*4*m+m:])
		last = c
	}
	last = zero
	for i := n - 1; i >= 0; i-- {
		c := out[i*cols+at+m:][:m]
		step(c, last, raw[i*4*m+2*m:], raw[i*4*m+3*m:])
		last = c
	}
}

func step(c, last, h, f []float32) {
	last, h, f = last[:len(c)], h[:len(c)], f[:len(c)]
	for k := range c {
		c[k] = h[k] + float32(f[k]*(last[k]-h[k]))
	}
}

// gates squashes the gates of scans to between 0 and 1, by a table.
func gates(blocks ...[]float32) {
	for _, b := range blocks {
		for i, x := range b {
			b[i] = squash[clamp(int((x+8)*128), 0, len(squash)-1)]
		}
	}
}

// squash is the logistic function from -8 to 8.
var squash = func() (t [2048]float32) {
	for i := range t {
		t[i] = 1 / (1 + Exp(8-(float32(i)+0.5)/128))
	}
	return t
}()

// scores computes tags and relations by word, and scores every head for every word:
// a row a dependent, a column a head.
func (p *Parser) scores(s *scratch, n int) {
	h := p.heads.cols
	s.head = p.heads.apply(s.head, s.two, s, n)
	s.arcs = grow(s.arcs, n*n)
	from := p.tags
	for d := 1; d < n; d++ {
		row := s.head[d*h+from:]
		dep, dist := row[:p.Arc], row[2*p.Arc:2*p.Arc+Distances]
		for g := range n {
			s.arcs[d*n+g] = dot(dep, s.head[g*h+from+p.Arc:]) + dist[Distance(d, g)]
		}
	}
}

// dot is the inner product; four sums at a time keep the processor busy.
func dot(a, b []float32) float32 {
	b = b[:len(a)]
	var s, t, u, v float32
	i := 0
	for ; i+4 <= len(a); i += 4 {
		s += float32(a[i] * b[i])
		t += float32(a[i+1] * b[i+1])
		u += float32(a[i+2] * b[i+2])
		v += float32(a[i+3] * b[i+3])
	}
	for ; i < len(a); i++ {
		s += float32(a[i] * b[i])
	}
	return (s + t) + (u + v)
}

// apply returns in y, grown, the products of the positive part of n rows of x with
// the matrix, and its bias.
func (p *packed) apply(y, x []float32, s *scratch, n int) []float32 {
	y = grow(y, n*p.cols)
	vectors := s.sparse(n)
	for i := range n {
		copy(y[i*p.cols:], p.b)
		vectors[i].rectify(x[i*p.rows:(i+1)*p.rows], p.rows)
	}
	p.add(y, p.cols, vectors)
	return y
}

// clamp keeps x in bounds. It takes integers since min and max of floats mind NaN and
// are slow.
func clamp(x, low, high int) int {
	return min(max(x, low), high)
}
