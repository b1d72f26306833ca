package partition_test

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/seed514b815a/rashomon/internal/partition"
)

// However the same pairs are joined, the sets are those that the pairs connect, and
// each is known by its lowest member.
func TestJoinDependsOnNoOrder(t *testing.T) {
	pairs := [][2]int{{5, 3}, {1, 4}, {3, 8}, {4, 7}, {7, 1}, {0, 0}}
	want := [][]int{{0}, {1, 4, 7}, {2}, {3, 5, 8}, nil, nil, {6}, nil, nil}
	r := rand.New(rand.NewPCG(1, 1))
	for range 50 {
		s := partition.New(9)
		for _, k := range r.Perm(len(pairs)) {
			x, y := pairs[k][0], pairs[k][1]
			if root := s.Join(x, y); root != s.Find(x) || root != s.Find(y) {
				t.Fatalf("joining %d and %d gives root %d", x, y, root)
			}
		}
		var got [][]int
		for i := range 9 {
			got = append(got, s.Members(i))
			if root := s.Find(i); root > i {
				t.Errorf("the root of %d is %d", i, root)
			}
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("got %v, want %v", got, want)
		}
	}
}
