package net

import (
	"math"
	"testing"
)

func TestExp(t *testing.T) {
	for x := float32(-79); x < 79; x += 0.37 {
		got, want := float64(Exp(x)), math.Exp(float64(x))
		if math.Abs(got-want) > 1e-5*want {
			t.Errorf("Exp(%v) = %v, want %v", x, got, want)
		}
	}
}
