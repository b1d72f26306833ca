// Package partition keeps a set of things, by index, divided into disjoint sets that
// are joined two by two (union-find). What comes out doesn't depend on the order of
// joining.
package partition

import "slices"

// Sets is a partition of 0 to n-1, each set known by its root, the lowest index.
type Sets struct {
	root    []int
	members [][]int // of each root, sorted
}

// New returns n sets of one member each.
func New(n int) Sets {
	s := Sets{make([]int, n), make([][]int, n)}
	for i := range n {
		s.root[i], s.members[i] = i, []int{i}
	}
	return s
}

// Find returns the root of the set that i is in.
func (s Sets) Find(i int) int {
	for s.root[i] != i {
		s.root[i] = s.root[s.root[i]]
		i = s.root[i]
	}
	return i
}

// Join unites the sets that x and y are in and returns the root of both.
func (s Sets) Join(x, y int) int {
	x, y = min(s.Find(x), s.Find(y)), max(s.Find(x), s.Find(y))
	if x == y {
		return x
	}
	s.root[y] = x
	inOrder := s.members[x][len(s.members[x])-1] < s.members[y][0]
	s.members[x] = append(s.members[x], s.members[y]...)
	if !inOrder {
		slices.Sort(s.members[x])
	}
	s.members[y] = nil
	return x
}

// Members returns the members of the set with that root, sorted; nil if i is no
// root. They are the partition's own: not to be changed.
func (s Sets) Members(root int) []int { return s.members[root] }
