package main

import "math"

// exp is e to the x from additions and multiplications only, rounded one by one,
// so that every platform gets the same bits; math.Exp has versions in assembly.
func exp(x float32) float32 {
	if x < -80 {
		return 0
	}
	if x > 80 {
		x = 80
	}
	n := int(float64(x)*1.4426950408889634 + 1000.5)
	n -= 1000
	r := float64(x) - float64(float64(n)*0.6931471805599453)
	// Horner's scheme, to r^7.
	p := 1 + float64(r*(1.0/7))
	p = 1 + float64(float64(r*p)*(1.0/6))
	p = 1 + float64(float64(r*p)*(1.0/5))
	p = 1 + float64(float64(r*p)*(1.0/4))
	p = 1 + float64(float64(r*p)*(1.0/3))
	p = 1 + float64(float64(r*p)*(1.0/2))
	p = 1 + float64(r*p)
	return float32(p * math.Float64frombits(uint64(1023+n)<<52))
}

func sigmoid(x float32) float32 { return 1 / (1 + exp(-x)) }

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
