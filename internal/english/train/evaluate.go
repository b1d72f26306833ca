package main

import (
	"fmt"
	"strings"

	"github.com/seed514b815a/rashomon/internal/english/net"
)

type scores struct{ words, upos, xpos, uas, las int }

func (s scores) String() string {
	p := func(n int) float64 { return 100 * float64(n) / float64(s.words) }
	return fmt.Sprintf("upos %.2f xpos %.2f uas %.2f las %.2f", p(s.upos), p(s.xpos), p(s.uas), p(s.las))
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

func (m *model) evaluate(dev []*example) scores {
	var sc scores
	t := &tape{}
	var eis net.Eisner
	for _, e := range dev {
		t.reset()
		n := len(e.ids)
		t.segs = []int{0, n}
		o := m.forward(t, e.ids)
		y := m.arcs(t, o, 0)
		tree := eis.Tree(y.v[n:], n-1)
		heads := make([]int, n)
		heads[0] = -1
		for i, h := range tree {
			heads[i+1] = h + 1
		}
		r := m.rels(t, o, heads)
		for i := 1; i < n; i++ {
			sc.words++
			tag := argmax(o.tags.row(i))
			if e.tags[i] >= 0 {
				a, b := m.labels.tags[tag], m.labels.tags[e.tags[i]]
				if a == b {
					sc.xpos++
				}
				if a[:strings.IndexByte(a, ' ')] == b[:strings.IndexByte(b, ' ')] {
					sc.upos++
				}
			}
			if heads[i] == int(e.heads[i]) {
				sc.uas++
				if int32(argmax(r.row(i))) == e.rels[i] {
					sc.las++
				}
			}
		}
	}
	return sc
}
