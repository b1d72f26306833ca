package net

// An Eisner finds the projective tree of highest score, one root, in time n³
// (Eisner 1996). It keeps its tables from call to call; the zero value is ready.
type Eisner struct {
	score [4][]float32 // complete right, complete left, incomplete right, incomplete left
	from  [4][]uint8
	head  []int
}

const (
	completeRight = iota // head at the left end
	completeLeft
	openRight // an arc from the left end to the right end
	openLeft
)

// Tree returns the head of each of n words, -1 for the root. Scores has a row for
// each word: the score of the root as its head, then of each word. The result is
// overwritten by the next call.
func (e *Eisner) Tree(scores []float32, n int) []int {
	if cap(e.head) < n {
		e.head = make([]int, n)
	}
	e.head = e.head[:n]
	if n == 0 {
		return e.head
	}
	for k := range e.score {
		if len(e.score[k]) < n*n {
			e.score[k] = make([]float32, n*n)
			e.from[k] = make([]uint8, n*n)
		}
	}
	cr, cl, or, ol := e.score[0][:n*n], e.score[1][:n*n], e.score[2][:n*n], e.score[3][:n*n]
	// Cells of spans [i, j] are at i*n+j. The left tables are kept transposed, at
	// j*n+i, so that the inner loops run along both.
	for i := range n {
		cr[i*n+i], cl[i*n+i] = 0, 0
	}
	w := n + 1
	for d := 1; d < n; d++ {
		for i := 0; i+d < n; i++ {
			j := i + d
			best, at := cr[i*n+i]+cl[j*n+i+1], 0
			a, b := cr[i*n+i:i*n+j], cl[j*n+i+1:j*n+j+1]
			for k, x := range a {
				if s := x + b[k]; s > best {
					best, at = s, k
				}
			}
			or[i*n+j] = best + scores[j*w+1+i]
			ol[j*n+i] = best + scores[i*w+1+j]
			e.from[openRight][i*n+j] = uint8(at)

			best, at = or[i*n+i+1]+cr[(i+1)*n+j], 1
			for k := i + 1; k <= j; k++ {
				if s := or[i*n+k] + cr[k*n+j]; s > best {
					best, at = s, k-i
				}
			}
			cr[i*n+j] = best
			e.from[completeRight][i*n+j] = uint8(at)

			best, at = cl[i*n+i]+ol[j*n+i], 0
			for k := i; k < j; k++ {
				if s := cl[k*n+i] + ol[j*n+k]; s > best {
					best, at = s, k-i
				}
			}
			cl[j*n+i] = best
			e.from[completeLeft][j*n+i] = uint8(at)
		}
	}
	root, best := 0, float32(0)
	for r := range n {
		if s := cl[r*n] + cr[r*n+n-1] + scores[r*w]; r == 0 || s > best {
			root, best = r, s
		}
	}
	e.head[root] = -1
	e.complete(n, root, 0, completeLeft)
	e.complete(n, root, n-1, completeRight)
	return e.head
}

// complete sets the heads in the span between head and end. The depth of its
// recursion is at most n.
func (e *Eisner) complete(n, head, end int, kind int) {
	if head == end {
		return
	}
	if kind == completeRight {
		k := head + int(e.from[kind][head*n+end])
		e.head[k] = head
		e.open(n, head, k)
		e.complete(n, k, end, completeRight)
		return
	}
	k := end + int(e.from[kind][head*n+end])
	e.head[k] = head
	e.open(n, k, head)
	e.complete(n, k, end, completeLeft)
}

func (e *Eisner) open(n, i, j int) {
	k := i + int(e.from[openRight][i*n+j])
	e.complete(n, i, k, completeRight)
	e.complete(n, j, k+1, completeLeft)
}
