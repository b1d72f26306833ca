package main

import (
	"math"
	"sync"
)

const beta1, beta2, epsilon float32 = 0.9, 0.98, 1e-8

func sqrt32(x float32) float32 { return float32(math.Sqrt(float64(x))) }

// update is Adam with a rate that rises over the first steps and then falls to
// nothing.
func (m *model) update(step, steps int) {
	lr := float32(m.rate)
	if step < 200 {
		lr *= float32(step) / 200
	}
	lr *= float32(steps-step+1) / float32(steps)
	c1, c2 := float32(1), float32(1)
	if step < 400 {
		p1, p2 := 1.0, 1.0
		for range step {
			p1 = float64(p1 * float64(beta1))
			p2 = float64(p2 * float64(beta2))
		}
		c1, c2 = float32(1-p1), float32(1-p2)
	}
	var wg sync.WaitGroup
	half := make([]func(), 0, len(m.params))
	for _, p := range m.params {
		half = append(half, func() {
			if p.sparse {
				for _, rows := range p.touched {
					for _, r := range rows {
						p.step(int(r)*p.cols, int(r+1)*p.cols, lr, c1, c2)
					}
				}
				for k := range p.touched {
					p.touched[k] = p.touched[k][:0]
				}
				return
			}
			p.step(0, len(p.w), lr, c1, c2)
			p.transpose()
		})
	}
	wg.Go(func() {
		for i := 0; i < len(half); i += 2 {
			half[i]()
		}
	})
	wg.Go(func() {
		for i := 1; i < len(half); i += 2 {
			half[i]()
		}
	})
	wg.Wait()
}

// step updates w[a:b]; a row touched twice has no gradient the second time.
func (p *param) step(a, b int, lr, c1, c2 float32) {
	g := p.g[0][a:b]
	for _, o := range p.g[1:] {
		accumulate(g, o[a:b])
		clear(o[a:b])
	}
	if p.sparse {
		zero := true
		for _, x := range g {
			if x != 0 {
				zero = false
				break
			}
		}
		if zero {
			return
		}
	}
	adam(p.w[a:b], p.m[a:b], p.s[a:b], g, lr, c1, c2)
}
