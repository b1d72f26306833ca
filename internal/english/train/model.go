package main

import (
	"errors"
	"reflect"
	"slices"

	"github.com/seed514b815a/rashomon/internal/english/net"
)

// A config is what the flags set.
type config struct {
	net.Sizes
	drop, dropInput, dropWord float64
	rate                      float64
	epochs, batch             int
}

// shards is the number of parts of a batch.
const shards = 2

type model struct {
	config
	params []*param
	by     map[string]*param
	tables []*param // of vectors, the fixed ones last
	cols   int      // of all tables
	rng    rng
	labels *labels
}

func (m *model) param(name string, rows, cols int, scale float32) *param {
	p := &param{name: name, rows: rows, cols: cols, w: make([]float32, rows*cols), m: make([]float32, rows*cols), s: make([]float32, rows*cols)}
	for i := range p.w {
		if scale != 0 {
			p.w[i] = scale * m.rng.normal()
		}
	}
	p.g = make([][]float32, shards)
	for k := range p.g {
		p.g[k] = make([]float32, rows*cols)
	}
	p.touched = make([][]int32, shards)
	m.params = append(m.params, p)
	m.by[name] = p
	return p
}

func (m *model) dense(name string, in, out int) {
	m.param(name, in, out, sqrt32(1/float32(in)))
	m.by[name].t = make([]float32, in*out)
	m.param(name+".b", 1, out, 0) // a window uses the first of its blocks only
}

var tableCols = [net.Tables]int{64, 16, 32, 24, 24, 16}

func newModel(c config, v *net.Vocab, l *labels, vec *vectors, seed uint64) *model {
	m := &model{config: c, by: map[string]*param{}, rng: rng(seed*0x9E3779B97F4A7C15 + 1), labels: l}
	for t, keys := range v.Keys {
		p := m.param(net.TableNames[t], len(keys), tableCols[t], 0.1)
		p.sparse = true
		m.tables = append(m.tables, p)
		m.cols += p.cols
	}
	m.tables = append(m.tables, &param{name: "vectors", rows: len(vec.words), cols: dims, w: vec.floats()})
	m.cols += dims
	n := 2*c.Reach + 1
	m.dense("conv1", m.cols, n*c.Window)
	m.dense("scan1", m.cols, 4*c.Scan)
	m.dense("two", c.Window+2*c.Scan, c.Window2+4*c.Scan2)
	m.dense("heads", c.Window2+2*c.Scan2, len(l.tags)+2*c.Arc+net.Distances+2*c.Label)
	m.dense("rel", c.Label, len(l.rels))
	for _, p := range m.params {
		p.transpose()
	}
	return m
}

// start takes its weights from a file of the same vocabulary and sizes.
func (m *model) start(file string, v *net.Vocab) error {
	w, err := net.Decode(file)
	if err != nil {
		return err
	}
	if !reflect.DeepEqual(w.Keys, v.Keys) || w.Sizes != m.Sizes || !slices.Equal(w.Tags, m.labels.tags) || !slices.Equal(w.Rels, m.labels.rels) {
		return errors.New("written from other data or with other sizes")
	}
	for _, p := range m.params {
		copy(p.w, w.Matrices[p.name].W)
		p.transpose()
	}
	return nil
}

func (p *param) transpose() {
	if p.t != nil {
		transpose(p.t, p.w, p.rows, p.cols)
	}
}

// transpose goes by small squares, which stay in cache.
func transpose(out, a []float32, rows, cols int) {
	const side = 16
	for i0 := 0; i0 < rows; i0 += side {
		i1 := min(i0+side, rows)
		for j0 := 0; j0 < cols; j0 += side {
			for j := j0; j < min(j0+side, cols); j++ {
				for i := i0; i < i1; i++ {
					out[j*rows+i] = a[i*cols+j]
				}
			}
		}
	}
}

type output struct {
	tags            *mat
	dep, head, dist *mat
	relDep, relHead *mat
}

func (m *model) d(t *tape, x *mat, name string) *mat {
	return t.linear(x, m.by[name], m.by[name+".b"])
}

// scans runs two scans, there and back, over h and f from the columns of x.
func (t *tape) scans(x *mat, n int) (*mat, *mat) {
	h1, f1 := t.columns(x, 0, n), t.sigmoid(t.columns(x, n, 2*n))
	h2, f2 := t.columns(x, 2*n, 3*n), t.sigmoid(t.columns(x, 3*n, 4*n))
	return t.scan(h1, f1, false), t.scan(h2, f2, true)
}

func (m *model) forward(t *tape, ids []net.IDs) *output {
	drop := float32(m.drop)
	// Every form of the batch is looked at once.
	known := make(map[net.IDs]int32, len(ids))
	var forms []net.IDs
	form := make([]int32, len(ids))
	for i, id := range ids {
		k, ok := known[id]
		if !ok {
			k = int32(len(forms))
			known[id] = k
			forms = append(forms, id)
		}
		form[i] = k
	}
	x := t.lookup(m.tables, forms, m.cols)
	x = t.dropout(x, float32(m.dropInput))
	c1 := t.relu(t.conv(x, form, m.by["conv1"], m.by["conv1.b"], m.Reach))
	s1 := t.conv(x, form, m.by["scan1"], m.by["scan1.b"], 0)
	f, b := t.scans(s1, m.Scan)
	l1 := t.dropout(t.relu(t.concat(c1, f, b)), drop)
	two := m.d(t, l1, "two")
	f, b = t.scans(t.columns(two, m.Window2, two.cols), m.Scan2)
	l2 := t.dropout(t.relu(t.concat(t.columns(two, 0, m.Window2), f, b)), drop)
	heads := m.d(t, l2, "heads")
	at := 0
	next := func(n int) *mat {
		at += n
		return t.columns(heads, at-n, at)
	}
	return &output{tags: next(len(m.labels.tags)), dep: next(m.Arc), head: next(m.Arc), dist: next(net.Distances),
		relDep: next(m.Label), relHead: next(m.Label)}
}

// arcs returns the scores of heads for dependents of sentence s, a row a word of
// the sentence (the root's row first), a column a head.
func (m *model) arcs(t *tape, o *output, s int) *mat {
	a, b := t.segs[s], t.segs[s+1]
	n := b - a
	y := t.mat(n, n)
	k := o.head.cols
	dep, head := o.dep.v[a*k:b*k], o.head.v[a*k:b*k]
	gemm(y.v, dep, t.transpose(head, n, k), n, k, n)
	for d := range n {
		row, dist := y.row(d), o.dist.row(a+d)
		for h := range row {
			row[h] += dist[net.Distance(d, h)]
		}
	}
	t.then(func() {
		gemm(o.dep.g[a*k:b*k], y.g, head, n, n, k)
		gemm(o.head.g[a*k:b*k], t.transpose(y.g, n, n), dep, n, n, k)
		for d := range n {
			g := o.dist.grow(a + d)
			for h, x := range y.grow(d) {
				g[net.Distance(d, h)] += x
			}
		}
	})
	return y
}

// rels returns the scores of relations for each row with the given heads, -1 for none.
func (m *model) rels(t *tape, o *output, heads []int) *mat {
	x := t.mat(len(heads), o.relDep.cols)
	for i, h := range heads {
		if h >= 0 {
			r, d, hd := x.row(i), o.relDep.row(i), o.relHead.row(h)
			for k := range r {
				r[k] = d[k] + hd[k]
			}
		}
	}
	t.then(func() {
		for i, h := range heads {
			if h >= 0 {
				d, hd := o.relDep.grow(i), o.relHead.grow(h)
				for k, g := range x.grow(i) {
					d[k] += g
					hd[k] += g
				}
			}
		}
	})
	return m.d(t, t.dropout(t.relu(x), float32(m.drop)), "rel")
}

// softmax turns scores into probabilities, in place of out.
func softmax(out, scores []float32) {
	most := scores[0]
	for _, s := range scores {
		most = max(most, s)
	}
	var sum float32
	for i, s := range scores {
		out[i] = net.Exp(s - most)
		sum += out[i]
	}
	for i := range out {
		out[i] /= sum
	}
}

// loss adds the gradient of a cross entropy times weight, and returns its value.
func (t *tape) loss(scores, grad []float32, gold int, weight float32, skip int) float32 {
	p := t.floats(len(scores))
	if skip >= 0 {
		scores[skip] = -1e9
	}
	softmax(p, scores)
	for i, x := range p {
		grad[i] += float32(weight * x)
	}
	grad[gold] -= weight
	return 1 - p[gold]
}

// weights returns what ships.
func (m *model) weights(v *net.Vocab, vec *vectors) *net.Weights {
	w := &net.Weights{Vocab: *v, Tags: m.labels.tags, Rels: m.labels.rels, Dims: dims, Scale: vec.scale}
	b := make([]byte, len(vec.bytes))
	for i, x := range vec.bytes {
		b[i] = byte(x)
	}
	w.Bytes = string(b)
	w.Sizes = m.Sizes
	for _, p := range m.params {
		values, cols := p.w, p.cols
		switch p.name {
		case "conv1.b": // the rest is not used
			cols = m.Window
		case "scan1.b":
			cols = 4 * m.Scan
		}
		w.Add(p.name, p.rows, cols, values[:p.rows*cols])
	}
	return w
}
