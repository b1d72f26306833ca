package main

import (
	"sync"

	"github.com/seed514b815a/rashomon/internal/english/net"
)

// fit trains on the sentences, reporting after each epoch. A batch is cut into shards,
// each with a goroutine and gradients of its own: the result is the same
// whatever the number of processors.
func (m *model) fit(train []*example, report func(epoch int, loss float32) error) error {
	steps := m.epochs * ((len(train) + m.batch - 1) / m.batch)
	step := 0
	tapes := make([]*tape, shards)
	for k := range tapes {
		tapes[k] = &tape{shard: k, train: true}
	}
	order := make([]int, len(train))
	for i := range order {
		order[i] = i
	}
	for epoch := range m.epochs {
		for i := len(order) - 1; i > 0; i-- {
			j := m.rng.intn(i + 1)
			order[i], order[j] = order[j], order[i]
		}
		var total float32
		batches := 0
		for a := 0; a < len(order); a += m.batch {
			batch := order[a:min(a+m.batch, len(order))]
			words := 0
			for _, i := range batch {
				words += len(train[i].ids) - 1
			}
			losses := make([]float32, shards)
			var wg sync.WaitGroup
			for k, t := range tapes {
				t.rng = rng(m.rng.next() | 1)
				wg.Go(func() {
					var part []*example
					for j, i := range batch {
						if j%shards == k {
							part = append(part, train[i])
						}
					}
					if len(part) > 0 {
						losses[k] = m.learn(t, part, 1/float32(words))
					}
				})
			}
			wg.Wait()
			for _, l := range losses {
				total += l
			}
			batches++
			step++
			m.update(step, steps)
		}
		if err := report(epoch+1, total/float32(batches)); err != nil {
			return err
		}
	}
	return nil
}

// learn adds the gradients of some sentences.
func (m *model) learn(t *tape, part []*example, weight float32) float32 {
	t.reset()
	var ids []net.IDs
	t.segs = t.segs[:0]
	for _, e := range part {
		t.segs = append(t.segs, len(ids))
		for i, id := range e.ids {
			if i > 0 && t.rng.float() < float32(m.dropWord) {
				id[net.WordTable] = 0
				if t.rng.float() < 0.3 {
					id[net.Tables] = 0
				}
			}
			ids = append(ids, id)
		}
	}
	t.segs = append(t.segs, len(ids))
	o := m.forward(t, ids)
	heads := make([]int, len(ids))
	var loss float32
	for s, e := range part {
		a := t.segs[s]
		y := m.arcs(t, o, s)
		heads[a] = -1
		for i := 1; i < len(e.ids); i++ {
			heads[a+i] = a + int(e.heads[i])
			loss += float32(weight * t.loss(y.row(i), y.grow(i), int(e.heads[i]), weight, i))
			if e.tags[i] >= 0 {
				loss += float32(weight * t.loss(o.tags.row(a+i), o.tags.grow(a+i), int(e.tags[i]), weight, -1))
			}
		}
	}
	r := m.rels(t, o, heads)
	for s, e := range part {
		a := t.segs[s]
		for i := 1; i < len(e.ids); i++ {
			if e.rels[i] >= 0 {
				loss += float32(weight * t.loss(r.row(a+i), r.grow(a+i), int(e.rels[i]), weight, -1))
			}
		}
	}
	t.backward()
	return loss
}
