package net

import (
	"fmt"
	"strings"
	"sync"
)

// MaxWords is the longest sentence a [Parser] takes.
const MaxWords = 250

// A Parser tags words and finds their heads. It is safe for concurrent use.
//
// Two layers read the sentence. In the first, each word sees a window of its
// neighbours, and two scans gather what stands before and after it: all products
// there depend on a form alone and are kept by form. The second mixes these and
// scans again. From it come a tag for each word, a score for each pair of word and
// head, and, for the tree of highest score, the relations.
type Parser struct {
	w      *Weights
	tables [Tables]*Matrix
	Sizes
	tags            int
	group           []int // of each tag: those of one part of speech
	known           int   // columns of all tables: what precedes the fixed vector
	one             *packed
	two, heads, rel *packed
	cache           cache
	pool            sync.Pool
}

// Sizes are the widths of the layers.
type Sizes struct {
	Reach, Window, Scan int // first layer: neighbours on each side, width of the window, of a scan
	Window2, Scan2      int // second layer
	Arc, Label          int // scores of arcs, of relations
}

// A Word is what the parser says of a word.
type Word struct {
	Tag  int // index in Weights.Tags
	Head int // index of a word, -1 for the root
	Rel  int // index in Weights.Rels
}

// NewParser checks that the matrices fit together.
func NewParser(w *Weights) (*Parser, error) {
	p := &Parser{w: w, Sizes: w.Sizes, tags: len(w.Tags)}
	for t, name := range TableNames {
		if p.tables[t] = w.Matrices[name]; p.tables[t] == nil || p.tables[t].Rows != len(w.Keys[t]) {
			return nil, fmt.Errorf("weights: no table %q of the right size", name)
		}
		p.known += p.tables[t].Cols
	}
	groups := map[string]int{}
	for _, t := range w.Tags {
		upos, _, _ := strings.Cut(t, " ")
		if _, ok := groups[upos]; !ok {
			groups[upos] = len(groups)
		}
		p.group = append(p.group, groups[upos])
	}
	missing := ""
	get := func(name string, rows, cols, bias int) (m, b *Matrix) {
		m, b = w.Matrices[name], w.Matrices[name+".b"]
		if m == nil || b == nil || m.Rows != rows || m.Cols != cols || b.Cols != bias {
			missing = name
			return &Matrix{rows, cols, make([]float32, rows*cols)}, &Matrix{1, bias, make([]float32, bias)}
		}
		return m, b
	}
	whole := func(name string, rows, cols int) *packed {
		m, b := get(name, rows, cols, cols)
		return pack(rows, cols, m.W, b.W, true)
	}
	in, blocks, scans := p.known+w.Dims, (2*p.Reach+1)*p.Window, 4*p.Scan
	conv, convB := get("conv1", in, blocks, p.Window)
	scan, scanB := get("scan1", in, scans, scans)
	one := make([]float32, 0, in*(blocks+scans))
	for i := range in {
		one = append(append(one, conv.W[i*blocks:(i+1)*blocks]...), scan.W[i*scans:(i+1)*scans]...)
	}
	p.one = pack(in, blocks+scans, one, append(append([]float32(nil), convB.W...), scanB.W...), false)
	p.two = whole("two", p.Window+2*p.Scan, p.Window2+4*p.Scan2)
	p.heads = whole("heads", p.Window2+2*p.Scan2, p.tags+2*p.Arc+Distances+2*p.Label)
	p.rel = whole("rel", p.Label, len(w.Rels))
	if missing != "" {
		return nil, fmt.Errorf("weights: no matrix %q of the right size", missing)
	}
	w.Matrices = nil // what is still of use is held above
	p.pool.New = func() any { return new(scratch) }
	return p, nil
}

// TableNames are the names of the tables of trained vectors.
var TableNames = [Tables]string{"word", "suffix2", "suffix3", "suffix4", "prefix", "shape"}

// steps are the lower bounds of the classes of distance between a head and its
// dependent, on each side.
var steps = [...]int{1, 2, 3, 4, 5, 7, 10, 15, 25, 40}

// Distances is the number of classes of distance.
const Distances = 2*len(steps) + 2

// Distance returns the class of head h for dependent d, rows of the sentence; row
// 0 is the root.
func Distance(d, h int) int {
	if h == 0 {
		return 2 * len(steps)
	}
	n, c := h-d, 0
	if n < 0 {
		n, c = -n, len(steps)
	}
	for i := len(steps) - 1; i > 0; i-- {
		if n >= steps[i] {
			return c + i
		}
	}
	return c
}

// A scratch is the working memory of one sentence.
type scratch struct {
	forms          []*form
	one, two, head []float32
	raw, y         []float32
	arcs           []float32
	vectors        []sparse
	eisner         Eisner
}

// sparse returns n vectors to set.
func (s *scratch) sparse(n int) []sparse {
	for len(s.vectors) < n {
		s.vectors = append(s.vectors, sparse{})
	}
	return s.vectors[:n]
}

// grow returns a slice of n zeros, s if it is large enough.
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
	s.forms = append(s.forms[:0], p.form(root, s))
	for _, f := range forms {
		s.forms = append(s.forms, p.form(f, s))
	}
	p.first(s, n)
	p.second(s, n)
	p.scores(s, n)
	h := p.heads.cols
	at := h - 2*p.Label
	tree := s.eisner.Tree(s.arcs[n:], n-1)
	s.raw = grow(s.raw, (n-1)*p.Label)
	for i, head := range tree {
		dep, gov := s.head[(i+1)*h+at:][:p.Label], s.head[(head+1)*h+at+p.Label:][:p.Label]
		for k, x := range dep {
			s.raw[i*p.Label+k] = x + gov[k]
		}
	}
	s.y = p.rel.apply(s.y, s.raw, s, n-1)
	for i, head := range tree {
		out[i] = Word{Tag: p.tag(s.head[(i+1)*h:][:p.tags]), Head: head, Rel: argmax(s.y[i*p.rel.cols:][:p.rel.cols])}
	}
}

// tag returns the best tag of the likeliest part of speech, whose tags are taken
// together: three likely kinds of noun outweigh one likelier adjective.
func (p *Parser) tag(scores []float32) int {
	best := argmax(scores)
	var likely [32]float32
	top := 0
	for t, x := range scores {
		if x > scores[best]-6 {
			g := p.group[t] % len(likely)
			likely[g] += Exp(x - scores[best])
			if likely[g] > likely[top] {
				top = g
			}
		}
	}
	if g := p.group[best] % len(likely); top == g || likely[top] <= likely[g] {
		return best
	}
	best = -1
	for t, x := range scores {
		if p.group[t]%len(likely) == top && (best < 0 || x > scores[best]) {
			best = t
		}
	}
	return best
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
