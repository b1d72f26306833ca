package main

import (
	"math"
	"testing"
)

// The example of Luo (2005) and Pradhan et al. (2014): key {1 2 3 4 5}, {6 7},
// {8 9 10 11 12}.
func TestCorefScore(t *testing.T) {
	chain := func(from, to int) (c []span) {
		for i := from; i <= to; i++ {
			c = append(c, span{i, i + 1})
		}
		return c
	}
	key := [][]span{chain(1, 5), chain(6, 7), chain(8, 12)}
	for _, c := range []struct {
		name           string
		response       [][]span
		muc, b3, ceafe float64 // F1
	}{
		{"the same", key, 1, 1, 1},
		{"two joined", [][]span{chain(1, 5), chain(6, 12)}, 18.0 / 19, 2 * 0.7619 / 1.7619, 2 * (1 + 10.0/12) / 5},
		{"nothing", nil, 0, 0, 0},
		{"one mention each", [][]span{chain(1, 1), chain(6, 6)}, 0, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			var s corefScore
			s.add(key, c.response)
			for _, x := range []struct {
				name      string
				got, want float64
			}{{"MUC", f1(s.muc), c.muc}, {"B³", f1(s.b3), c.b3}, {"CEAF-e", f1(s.ceaf), c.ceafe}} {
				if math.Abs(x.got-x.want) > 1e-3 {
					t.Errorf("%s %.4f, want %.4f", x.name, x.got, x.want)
				}
			}
		})
	}
}

func f1(x ratio) float64 { _, _, f := x.prf(); return f }
