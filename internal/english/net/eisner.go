package net

// An Eisner finds the projective tree of highest score, one root, in time n³
// (Eisner 1996). It keeps its tables from call to call; the zero value is ready.
type Eisner struct {
	score [6][]float32
	from  [3][]uint8
	head  []int
}

const (
	completeRight = iota // head at the left end
	completeLeft
	openRight // an arc from the left end to the right end, or back
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
	if len(e.score[0]) < n*n {
		for k := range e.score {
			e.score[k] = make([]float32, n*n)
		}
		for k := range e.from {
			e.from[k] = make([]uint8, n*n)
		}
	}
	cr, cl, or := e.score[0][:n*n], e.score[1][:n*n], e.score[2][:n*n]
	crT, clT, olT := e.score[3][:n*n], e.score[4][:n*n], e.score[5][:n*n]
	// Cells of spans [i, j] are at i*n+j. Those that the inner loops walk by their left
	// end are kept again at j*n+i, so that every loop runs along its cells.
	for i := range n {
		cr[i*n+i], cl[i*n+i], crT[i*n+i], clT[i*n+i] = 0, 0, 0, 0
	}
	w := n + 1
	for d := 1; d < n; d++ {
		for i := 0; i+d < n; i++ {
			j := i + d
			best, at := bestPair(cr[i*n+i:i*n+j], clT[j*n+i+1:j*n+j+1])
			or[i*n+j] = best + scores[j*w+1+i]
			olT[j*n+i] = best + scores[i*w+1+j]
			e.from[openRight][i*n+j] = uint8(at)

			best, at = bestPair(or[i*n+i+1:i*n+j+1], crT[j*n+i+1:j*n+j+1])
			cr[i*n+j], crT[j*n+i] = best, best
			e.from[completeRight][i*n+j] = uint8(at + 1)

			best, at = bestPair(cl[i*n+i:i*n+j], olT[j*n+i:j*n+j])
			cl[i*n+j], clT[j*n+i] = best, best
			e.from[completeLeft][j*n+i] = uint8(at)
		}
	}
	root, best := 0, float32(0)
	for r := range n {
		if s := cl[r] + cr[r*n+n-1] + scores[r*w]; r == 0 || s > best {
			root, best = r, s
		}
	}
	e.head[root] = -1
	e.complete(n, root, 0, completeLeft)
	e.complete(n, root, n-1, completeRight)
	return e.head
}

// bestPair returns the largest sum of a pair and the first place it is at.
func bestPair(a, b []float32) (best float32, at int) {
	b = b[:len(a)]
	best = a[0] + b[0]
	for k := 1; k < len(a); k++ {
		if s := a[k] + b[k]; s > best {
			best, at = s, k
		}
	}
	return best, at
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
