package net

// fine is the unit of what is kept of windows: as whole numbers of it, the sums of
// a word's neighbours stay within a lane of [packed], each of them within far.
const (
	fine = 512
	far  = 60 * fine
)

// inFine returns x in whole units. It rounds above zero, where that takes no branch.
func inFine(x float32) int {
	return clamp(int(float32(x*fine)+(far+0.5)), 0, 2*far) - far
}

// packedLen is the number of machine words that n numbers of a window take.
func packedLen(n int) int { return (n + lanes - 1) / lanes }

// packWindow appends x, three numbers to a machine word, so that one addition does
// the work of three.
func packWindow(to []int64, x []float32) []int64 {
	for len(x) > 0 {
		n := min(lanes, len(x))
		var w int64
		for l, v := range x[:n] {
			w += int64(inFine(v)) << (l * laneBits)
		}
		to, x = append(to, w), x[n:]
	}
	return to
}

// unpackWindow gives the numbers of a sum of packed windows.
func unpackWindow(y []float32, sum []int64) {
	const up = 64 - laneBits
	for i, x := range sum {
		z := y[i*lanes : min(i*lanes+lanes, len(y))]
		for l := range z {
			a := x << up >> up
			x = (x - a) >> laneBits
			z[l] = float32(a) * (1.0 / fine)
		}
	}
}
