package net

import (
	"strings"
	"sync"
	"sync/atomic"
)

// A form holds what the first layer makes of a form, wherever it stands.
type form struct {
	spelling string
	window   []int64     // a block of products, packed, for each neighbour it can be
	scan     []float32   // value and gate for the way there, value and gate for the way back
	asked    atomic.Bool // for again, since the hand of the cache passed
}

// A cache keeps forms by their spelling. When it is full, a hand goes round and takes
// out the first form that nobody has asked for since it passed there last: the CLOCK
// algorithm (Corbato, A Paging Experiment with the Multics System, 1968).
type cache struct {
	mu    sync.RWMutex
	forms map[string]*form
	ring  []*form
	hand  int
}

// maxForms bounds the cache: with the sizes that ship it takes 38 MB.
const maxForms = 6800

func (c *cache) get(s string) *form {
	c.mu.RLock()
	f := c.forms[s]
	c.mu.RUnlock()
	if f != nil && !f.asked.Load() {
		f.asked.Store(true)
	}
	return f
}

func (c *cache) put(f *form) {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch {
	case c.forms[f.spelling] != nil: // somebody else was faster
		return
	case c.forms == nil:
		c.forms = make(map[string]*form)
	}
	c.forms[f.spelling] = f
	if len(c.ring) < maxForms {
		c.ring = append(c.ring, f)
		return
	}
	for c.ring[c.hand].asked.Swap(false) { // ends within a round
		c.hand = (c.hand + 1) % maxForms
	}
	delete(c.forms, c.ring[c.hand].spelling)
	c.ring[c.hand] = f
	c.hand = (c.hand + 1) % maxForms
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
