package net

import (
	"strings"
	"sync"
)

// A form holds what the first layer makes of a form, wherever it stands.
type form struct {
	spelling string
	window   []int64   // a block of products, packed, for each neighbour it can be
	scan     []float32 // value and gate for the way there, value and gate for the way back
}

// A cache keeps forms by their spelling: two generations, the older of which goes
// when the younger is full. What is asked for again is young again.
type cache struct {
	mu         sync.RWMutex
	young, old map[string]*form
}

// maxForms bounds a generation: with the sizes that ship, two of them take 38 MB.
const maxForms = 3400

func (c *cache) get(s string) *form {
	c.mu.RLock()
	f := c.young[s]
	young := f != nil
	if !young {
		f = c.old[s]
	}
	c.mu.RUnlock()
	if f != nil && !young {
		c.put(f)
	}
	return f
}

func (c *cache) put(f *form) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.young) >= maxForms || c.young == nil {
		c.young, c.old = make(map[string]*form, maxForms), c.young
	}
	c.young[f.spelling] = f
}

// root is the form of the row before the first word; no text has it.
const root = "\x00root"

// form returns the products of a form. Forms of great length are known by their
// ends.
func (p *Parser) form(s string, w *scratch) *form {
	if len(s) > 2*maxKey {
		s = s[:maxKey] + s[len(s)-maxKey:]
	}
	if f := p.cache.get(s); f != nil {
		return f
	}
	f := p.compute(s, w)
	p.cache.put(f)
	return f
}

// compute multiplies the vectors of a form with the first layer.
func (p *Parser) compute(s string, w *scratch) *form {
	ids := Root()
	if s != root {
		ids = p.w.IDs(s)
	}
	y := grow(w.arcs, p.one.cols)
	w.arcs = y
	w.y = w.y[:0]
	for t, m := range p.tables {
		w.y = append(w.y, m.W[int(ids[t])*m.Cols:(int(ids[t])+1)*m.Cols]...)
	}
	// Trained and fixed vectors differ in size: each has a scale of its own.
	v := w.sparse(1)
	v[0].set(w.y, 0, p.one.rows)
	p.one.add(y, 0, v)
	w.y = w.y[:0]
	id := int(ids[Tables])
	for _, c := range []byte(p.w.Bytes[id*p.w.Dims : (id+1)*p.w.Dims]) {
		w.y = append(w.y, float32(int8(c))*p.w.Scale[id])
	}
	v[0].set(w.y, p.known, p.one.rows)
	p.one.add(y, 0, v)
	blocks, n := (2*p.Reach+1)*p.Window, p.Scan
	f := &form{
		spelling: strings.Clone(s), // it may point into a large text, which the cache must not hold on to
		window:   make([]int64, 0, (2*p.Reach+1)*packedLen(p.Window)),
		scan:     make([]float32, 4*n),
	}
	for i := 0; i < blocks; i += p.Window {
		f.window = packWindow(f.window, y[i:i+p.Window])
	}
	copy(f.scan, y[blocks:])
	for i, b := range p.one.b[p.Window:] {
		f.scan[i] += b
	}
	gates(f.scan[n:2*n], f.scan[3*n:4*n])
	return f
}
