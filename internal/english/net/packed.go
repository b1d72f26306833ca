package net

import "math"

// A packed is a matrix with its bias, three weights to a machine word, so that one
// multiplication does the work of three.
//
// A weight is an integer of at most 7 bits and a sign; so is what it is multiplied
// by. Three weights u, v, w are kept as the one number u + v·2²¹ + w·2⁴²: a times
// that is a·u + a·v·2²¹ + a·w·2⁴², and sums of such products stay sums in each of the
// three lanes as long as no sum leaves ±2²⁰. The scale of each column is chosen
// so that it can't.
//
// The matrix is cut into strips of 32 machine words, so that what a sentence's words
// share of it stays in the cache close to the processor.
type packed struct {
	rows, cols int
	strips     []int64 // by strip, then by row; each strip ends in a row of zeros
	scale      []float32
	b          []float32
}

const (
	laneBits = 21
	lanes    = 3
	most     = 127 // of a weight, and of what it is multiplied by
	least    = 8   // inputs of this size or less count as nothing: it costs no accuracy on dev
	strip    = 32
)

// pack quantizes rows by cols weights. Where no input is negative, the columns may
// be scaled more finely.
func pack(rows, cols int, w, b []float32, positive bool) *packed {
	p := &packed{rows: rows, cols: cols, b: b, scale: make([]float32, cols)}
	p.strips = make([]int64, (cols+strip*lanes-1)/(strip*lanes)*(rows+1)*strip)
	above, below := make([]float32, cols), make([]float32, cols)
	for i := range rows {
		for j, x := range w[i*cols : (i+1)*cols] {
			p.scale[j] = max(p.scale[j], x, -x)
			above[j] += max(x, 0)
			below[j] += max(-x, 0)
		}
	}
	inverse := make([]float32, cols)
	for j, s := range p.scale {
		// The largest sum has every input at its most with the sign of its weight.
		// Rounding may add a half for each row: hence the margin.
		sum := above[j] + below[j]
		if positive {
			sum = max(above[j], below[j])
		}
		limit := (float32(int(1)<<(laneBits-1))/most - float32(rows)) / (sum + 1e-9)
		inverse[j] = min(most/(s+1e-9), limit)
		p.scale[j] = 1 / inverse[j]
	}
	for i := range rows {
		for j, x := range w[i*cols : (i+1)*cols] {
			at := (j/lanes/strip*(rows+1)+i)*strip + j/lanes%strip
			p.strips[at] += int64(round(x*inverse[j])) << (j % lanes * laneBits)
		}
	}
	return p
}

// round rounds half away from zero.
func round(x float32) int {
	if x < 0 {
		return -int(0.5 - x)
	}
	return int(x + 0.5)
}

// A sparse is a vector of small integers without its zeros, filled up to a multiple
// of eight.
type sparse struct {
	row   []int32
	value []int64
	scale float32
}

// room makes place for n elements and returns it.
func (s *sparse) room(n int) ([]int32, []int64) {
	if cap(s.row) < n+8 {
		s.row, s.value = make([]int32, n+8), make([]int64, n+8)
	}
	return s.row[:n+8], s.value[:n+8]
}

// fill ends the vector after n elements; zeros stands for a row of zeros.
func (s *sparse) fill(n, zeros int, scale float32) {
	s.row, s.value, s.scale = s.row[:n], s.value[:n], scale
	for len(s.row)%8 != 0 {
		s.row, s.value = append(s.row, int32(zeros)), append(s.value, 0)
	}
}

// set quantizes x, the inputs of rows from on.
//
// What is small is overwritten by the next, here and in rectify, without a branch,
// which would be mispredicted as often as not.
func (s *sparse) set(x []float32, from, zeros int) {
	largest := float32(1e-9)
	for _, v := range x {
		if v = float32(math.Abs(float64(v))); v > largest {
			largest = v
		}
	}
	row, value := s.room(len(x))
	n := 0
	k := most / largest
	for i, v := range x {
		q := int64(float32(v*k)+(most+1.5)) - (most + 1)
		row[n], value[n] = int32(from+i), q
		n += int(uint64(least*least-q*q) >> 63) // 1 if q is larger than least
	}
	s.fill(n, zeros, largest/most)
}

// rectify quantizes the positive part of x. Most of x is small: what isn't is found
// first, and only that is scaled.
func (s *sparse) rectify(x []float32, zeros int) {
	largest := float32(1e-9)
	for _, v := range x {
		if v > largest {
			largest = v
		}
	}
	row, value := s.room(len(x))
	n := 0
	k := most / largest
	// Floats above zero are ordered as the integers of the same bits.
	bound := int64(math.Float32bits((least + 0.5) / k))
	for i, v := range x {
		row[n] = int32(i)
		n += int(uint64(bound-int64(int32(math.Float32bits(v)))) >> 63)
	}
	for i, r := range row[:n] {
		value[i] = int64(float32(x[r]*k) + 0.5)
	}
	s.fill(n, zeros, largest/most)
}

// add adds to each row of y, of as many columns as the matrix, the product of a
// vector and the matrix. Rows of y start stride apart.
func (p *packed) add(y []float32, stride int, vectors []sparse) {
	size := (p.rows + 1) * strip
	for k := 0; k*size < len(p.strips); k++ {
		w := p.strips[k*size : (k+1)*size]
		from := k * strip * lanes
		to := min(from+strip*lanes, p.cols)
		for i := range vectors {
			v := &vectors[i]
			var acc [strip + 1]int64
			for j := 0; j < len(v.row); j += 8 {
				rows8((*[strip]int64)(acc[:]), w, (*[8]int32)(v.row[j:]), (*[8]int64)(v.value[j:]))
			}
			unpack(y[i*stride+from:i*stride+to], &acc, p.scale[from:to], v.scale)
		}
	}
}

// unpack adds the sums, scaled, to y. Lanes come out from below; a negative one has
// borrowed from the next.
func unpack(y []float32, acc *[strip + 1]int64, scales []float32, scale float32) {
	const up = 64 - laneBits
	scales = scales[:len(y)]
	j := 0
	for ; j+3 <= len(y); j += 3 {
		x := acc[j/3%(strip+1)]
		a := x << up >> up
		x = (x - a) >> laneBits
		b := x << up >> up
		c := (x - b) >> laneBits
		y[j] += float32(float32(a) * float32(scale*scales[j]))
		y[j+1] += float32(float32(b) * float32(scale*scales[j+1]))
		y[j+2] += float32(float32(c) * float32(scale*scales[j+2]))
	}
	for x := acc[j/3%(strip+1)]; j < len(y); j++ {
		a := x << up >> up
		x = (x - a) >> laneBits
		y[j] += float32(float32(a) * float32(scale*scales[j]))
	}
}

// rows8 adds eight rows, each times its value: loads and stores of the sums are what
// costs, so they are shared by eight.
func rows8(acc *[strip]int64, w []int64, row *[8]int32, value *[8]int64) {
	r0, r1 := (*[strip]int64)(w[int(row[0])*strip:]), (*[strip]int64)(w[int(row[1])*strip:])
	r2, r3 := (*[strip]int64)(w[int(row[2])*strip:]), (*[strip]int64)(w[int(row[3])*strip:])
	r4, r5 := (*[strip]int64)(w[int(row[4])*strip:]), (*[strip]int64)(w[int(row[5])*strip:])
	r6, r7 := (*[strip]int64)(w[int(row[6])*strip:]), (*[strip]int64)(w[int(row[7])*strip:])
	v0, v1, v2, v3, v4, v5, v6, v7 := value[0], value[1], value[2], value[3], value[4], value[5], value[6], value[7]
	for j := range acc {
		acc[j] += (v0*r0[j] + v1*r1[j]) + (v2*r2[j] + v3*r3[j]) + (v4*r4[j] + v5*r5[j]) + (v6*r6[j] + v7*r7[j])
	}
}
