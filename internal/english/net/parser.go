package net

import (
	"fmt"
	"math"
	"sync"
)

// MaxWords is the longest sentence a [Parser] takes.
const MaxWords = 250

// A Parser tags words and finds their heads. It is safe for concurrent use.
type Parser struct {
	w                        *Weights
	tables                   [Tables]*Matrix
	conv1, scan1             layer
	conv2, scan2, heads, rel layer
	reach, width, scan       int // of the first layer
	top, scans2              int // widths of the second
	tags, arc, dists, label  int

	mu         sync.RWMutex
	cache, old map[string]*form
	pool       sync.Pool
}

// A layer is a matrix with its bias.
type layer struct {
	rows, cols int
	w, b       []float32
}

// A form holds what the first layer makes of a form, wherever it stands.
type form struct {
	conv []float32 // 2·reach+1 blocks
	scan []float32 // value and gate there, value and gate back
}

// A Word is what the parser says of a word.
type Word struct {
	Tag  int // index in Weights.Tags
	Head int // index of a word, -1 for the root
	Rel  int // index in Weights.Rels
}

// maxForms bounds the cache: two generations of so many forms.
const maxForms = 4096

// NewParser checks that the matrices fit together.
func NewParser(w *Weights) (*Parser, error) {
	p := &Parser{w: w, cache: map[string]*form{}}
	var missing string
	get := func(name string) *Matrix {
		m := w.Matrices[name]
		if m == nil {
			missing = name
			m = &Matrix{}
		}
		return m
	}
	join := func(names ...string) layer {
		l := layer{rows: get(names[0]).Rows}
		for _, n := range names {
			l.cols += get(n).Cols
		}
		l.w = make([]float32, l.rows*l.cols)
		at := 0
		for _, n := range names {
			m := get(n)
			for i := range min(l.rows, m.Rows) {
				copy(l.w[i*l.cols+at:], m.W[i*m.Cols:(i+1)*m.Cols])
			}
			l.b = append(l.b, get(n+".b").W...)
			at += m.Cols
		}
		return l
	}
	in := w.Dims
	for t, name := range TableNames {
		p.tables[t] = get(name)
		in += p.tables[t].Cols
	}
	p.conv1, p.scan1 = join("conv1"), join("scan1")
	p.conv2, p.scan2, p.rel = join("conv2"), join("scan2"), join("rel")
	p.heads = join("tag", "dep", "head", "dist", "rel.dep", "rel.head")
	p.width = p.conv2.rows - p.scan1.cols/2
	p.scan = p.scan1.cols / 4
	p.top, p.scans2 = p.conv2.cols, p.scan2.cols/4
	p.tags, p.arc, p.dists, p.label = get("tag").Cols, get("dep").Cols, get("dist").Cols, get("rel.dep").Cols
	switch {
	case missing != "":
		return nil, fmt.Errorf("weights: no matrix %q", missing)
	case p.width <= 0 || p.conv1.cols%p.width != 0 || p.conv1.cols/p.width%2 != 1 || p.conv1.rows != in || p.scan1.rows != in,
		p.heads.rows != p.top+2*p.scans2, p.dists != 2*len(Distances)+2, p.rel.rows != p.label,
		len(w.Tags) != p.tags, len(w.Rels) != p.rel.cols, get("head").Cols != p.arc, p.scan2.rows != p.conv2.rows:
		return nil, fmt.Errorf("weights: the matrices don't fit together")
	}
	p.reach = p.conv1.cols / p.width / 2
	p.pool.New = func() any { return new(scratch) }
	return p, nil
}

// TableNames are the names of the tables of trained vectors.
var TableNames = [Tables]string{"word", "suffix2", "suffix3", "prefix", "shape"}

// Distances are the lower bounds of the classes of distance between a head and its
// dependent, on each side.
var Distances = [...]int{1, 2, 3, 4, 5, 7, 10, 15, 25, 40}

// Distance returns the class of head h for dependent d, rows of the sentence; row
// 0 is the root.
func Distance(d, h int) int {
	if h == 0 {
		return 2 * len(Distances)
	}
	n, c := h-d, 0
	if n < 0 {
		n, c = -n, len(Distances)
	}
	for i := len(Distances) - 1; i > 0; i-- {
		if n >= Distances[i] {
			return c + i
		}
	}
	return c
}

// root is the form of row 0; no text has it.
const root = "\x00root"

// form returns the products of a form, from the cache if it is there.
func (p *Parser) form(s string) *form {
	if len(s) > 2*maxKey {
		s = s[:maxKey] + s[len(s)-maxKey:] // known by its ends
	}
	p.mu.RLock()
	f := p.cache[s]
	if f == nil {
		f = p.old[s]
	}
	p.mu.RUnlock()
	if f != nil {
		return f
	}
	f = p.compute(s)
	p.mu.Lock()
	if len(p.cache) >= maxForms {
		p.old, p.cache = p.cache, make(map[string]*form, maxForms)
	}
	p.cache[s] = f
	p.mu.Unlock()
	return f
}

func (p *Parser) compute(s string) *form {
	var ids [Tables + 1]int32
	if s == root {
		ids = [Tables + 1]int32{1, 1, 1, 1, 1, 0}
	} else {
		ids = p.w.IDs(s)
	}
	x := make([]float32, 0, p.conv1.rows)
	for t, m := range p.tables {
		x = append(x, m.W[int(ids[t])*m.Cols:(int(ids[t])+1)*m.Cols]...)
	}
	v := int(ids[Tables])
	for _, c := range []byte(p.w.Bytes[v*p.w.Dims : (v+1)*p.w.Dims]) {
		x = append(x, float32(int8(c))*p.w.Scale[v])
	}
	f := &form{conv: make([]float32, p.conv1.cols), scan: make([]float32, p.scan1.cols)}
	multiply(f.conv, x, p.conv1.w)
	copy(f.scan, p.scan1.b)
	multiply(f.scan, x, p.scan1.w)
	n := p.scan
	for _, gate := range [][]float32{f.scan[n : 2*n], f.scan[3*n : 4*n]} {
		for i, x := range gate {
			gate[i] = sigmoid(x)
		}
	}
	return f
}

// multiply adds x·w to y.
func multiply(y, x, w []float32) {
	n := len(y)
	for i, v := range x {
		if v == 0 {
			continue
		}
		row := w[i*n : (i+1)*n]
		for j := range row {
			y[j] += float32(v * row[j])
		}
	}
}

func sigmoid(x float32) float32 { return float32(1 / (1 + math.Exp(float64(-x)))) }

// A scratch is the working memory of one sentence.
type scratch struct {
	forms          []*form
	one, two, head []float32
	raw            []float32
	arcs           []float32
	eisner         Eisner
}

func grow(s []float32, n int) []float32 {
	if cap(s) < n {
		return make([]float32, n)
	}
	s = s[:n]
	clear(s)
	return s
}

// Parse reads a sentence of at most MaxWords forms into out, which has as many words.
func (p *Parser) Parse(forms []string, out []Word) {
	if len(forms) == 0 {
		return
	}
	s := p.pool.Get().(*scratch)
	defer p.pool.Put(s)
	n := len(forms) + 1
	s.forms = append(s.forms[:0], p.form(root))
	for _, f := range forms {
		s.forms = append(s.forms, p.form(f))
	}
	p.first(s, n)
	p.second(s, n)
	h := p.heads.cols
	s.head = grow(s.head, n*h)
	for i := range n {
		row := s.head[i*h : (i+1)*h]
		copy(row, p.heads.b)
		multiply(row, s.two[i*p.heads.rows:(i+1)*p.heads.rows], p.heads.w)
	}
	p.arcsOf(s, n)
	heads := s.eisner.Tree(s.arcs[n:], n-1)
	at := p.tags + 2*p.arc + p.dists
	hidden, rels := make([]float32, p.label), make([]float32, p.rel.cols)
	for i := range out {
		d := s.head[(i+1)*h : (i+2)*h]
		g := s.head[(heads[i]+1)*h : (heads[i]+2)*h]
		out[i].Tag = argmax(d[:p.tags])
		out[i].Head = heads[i]
		for k := range hidden {
			hidden[k] = max(0, d[at+k]+g[at+p.label+k])
		}
		copy(rels, p.rel.b)
		multiply(rels, hidden, p.rel.w)
		out[i].Rel = argmax(rels)
	}
}

// first computes the first layer: windows over the forms, and scans there and back.
func (p *Parser) first(s *scratch, n int) {
	cols := p.width + 2*p.scan
	s.one = grow(s.one, n*cols)
	for i := range n {
		row := s.one[i*cols : i*cols+p.width]
		copy(row, p.conv1.b)
		for k := -p.reach; k <= p.reach; k++ {
			if j := i + k; j >= 0 && j < n {
				b := s.forms[j].conv[(k+p.reach)*p.width : (k+p.reach+1)*p.width]
				for c := range row {
					row[c] += b[c]
				}
			}
		}
	}
	s.raw = grow(s.raw, n*4*p.scan)
	for i, f := range s.forms {
		copy(s.raw[i*4*p.scan:], f.scan)
	}
	scan(s.one, cols, p.width, s.raw, p.scan, n)
	for i, x := range s.one {
		s.one[i] = max(0, x)
	}
}

// second computes the second layer from the first.
func (p *Parser) second(s *scratch, n int) {
	in, cols, raw := p.conv2.rows, p.heads.rows, 4*p.scans2
	s.two = grow(s.two, n*cols)
	s.raw = grow(s.raw, n*raw)
	for i := range n {
		x := s.one[i*in : (i+1)*in]
		row := s.two[i*cols : i*cols+p.top]
		copy(row, p.conv2.b)
		multiply(row, x, p.conv2.w)
		g := s.raw[i*raw : (i+1)*raw]
		copy(g, p.scan2.b)
		multiply(g, x, p.scan2.w)
		m := p.scans2
		for k := m; k < 2*m; k++ {
			g[k] = sigmoid(g[k])
			g[2*m+k] = sigmoid(g[2*m+k])
		}
	}
	scan(s.two, cols, p.top, s.raw, p.scans2, n)
	for i, x := range s.two {
		s.two[i] = max(0, x)
	}
}

// scan runs c = f·c' + (1-f)·h there and back, into columns from at on of each row.
// Raw has four blocks of m a row: h and f there, h and f back.
func scan(out []float32, cols, at int, raw []float32, m, n int) {
	for i := range n {
		c := out[i*cols+at : i*cols+at+m]
		h, f := raw[i*4*m:i*4*m+m], raw[i*4*m+m:i*4*m+2*m]
		if i == 0 {
			for k := range c {
				c[k] = h[k] - float32(f[k]*h[k])
			}
			continue
		}
		last := out[(i-1)*cols+at : (i-1)*cols+at+m]
		for k := range c {
			c[k] = h[k] + float32(f[k]*(last[k]-h[k]))
		}
	}
	at += m
	for i := n - 1; i >= 0; i-- {
		c := out[i*cols+at : i*cols+at+m]
		h, f := raw[i*4*m+2*m:i*4*m+3*m], raw[i*4*m+3*m:i*4*m+4*m]
		if i == n-1 {
			for k := range c {
				c[k] = h[k] - float32(f[k]*h[k])
			}
			continue
		}
		last := out[(i+1)*cols+at : (i+1)*cols+at+m]
		for k := range c {
			c[k] = h[k] + float32(f[k]*(last[k]-h[k]))
		}
	}
}

// arcsOf scores every head for every word: a row a dependent, a column a head.
func (p *Parser) arcsOf(s *scratch, n int) {
	s.arcs = grow(s.arcs, n*n)
	h := p.heads.cols
	for d := 1; d < n; d++ {
		row := s.head[d*h : (d+1)*h]
		dep, dist := row[p.tags:p.tags+p.arc], row[p.tags+2*p.arc:p.tags+2*p.arc+p.dists]
		for g := range n {
			head := s.head[g*h+p.tags+p.arc : g*h+p.tags+2*p.arc]
			var sum float32
			for k, x := range dep {
				sum += float32(x * head[k])
			}
			s.arcs[d*n+g] = sum + dist[Distance(d, g)]
		}
	}
}

func argmax(x []float32) int {
	best := 0
	for i, v := range x {
		if v > x[best] {
			best = i
		}
	}
	return best
}
