package main

import "github.com/seed514b815a/rashomon/internal/english/net"

func sigmoid(x float32) float32 { return 1 / (1 + net.Exp(-x)) }

// rng is xorshift64*: the same numbers everywhere, forever.
type rng uint64

func (r *rng) next() uint64 {
	x := uint64(*r)
	x ^= x >> 12
	x ^= x << 25
	x ^= x >> 27
	*r = rng(x)
	return x * 2685821657736338717
}

// float returns a number in [0, 1).
func (r *rng) float() float32 { return float32(r.next()>>40) / (1 << 24) }

func (r *rng) intn(n int) int { return int(r.next() >> 33 % uint64(n)) }

// normal is near enough to a Gaussian of variance 1.
func (r *rng) normal() float32 {
	var s float32
	for range 12 {
		s += r.float()
	}
	return s - 6
}
