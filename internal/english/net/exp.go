package net

import "math"

// Exp is e to the x from additions and multiplications only, rounded one by one,
// so that every platform gets the same bits; math.Exp has versions in assembly.
func Exp(x float32) float32 {
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
