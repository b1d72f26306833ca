package net

import "testing"

// brute returns the best score over all projective trees with one root.
func brute(scores []float32, n int) float32 {
	head := make([]int, n)
	best := float32(-1e9)
	var try func(i int)
	try = func(i int) {
		if i == n {
			var sum float32
			roots := 0
			for d, h := range head {
				if h < 0 {
					roots++
				}
				sum += scores[d*(n+1)+h+1]
				steps := 0
				for k := d; k >= 0; k = head[k] {
					if steps++; steps > n {
						return
					}
				}
				for k := min(d, h) + 1; h >= 0 && k < max(d, h); k++ {
					if head[k] < min(d, h) || head[k] > max(d, h) {
						return
					}
				}
			}
			if roots == 1 {
				best = max(best, sum)
			}
			return
		}
		for h := -1; h < n; h++ {
			if h != i {
				head[i] = h
				try(i + 1)
			}
		}
	}
	try(0)
	return best
}

func TestEisner(t *testing.T) {
	var e Eisner
	x := uint32(7)
	for trial := range 200 {
		n := 1 + trial%6
		scores := make([]float32, n*(n+1))
		for i := range scores {
			x = x*1664525 + 1013904223
			scores[i] = float32(int32(x)>>20) / 16
		}
		var got float32
		for d, h := range e.Tree(scores, n) {
			got += scores[d*(n+1)+h+1]
		}
		if want := brute(scores, n); got != want {
			t.Fatalf("n=%d: score %v, want %v", n, got, want)
		}
	}
}
