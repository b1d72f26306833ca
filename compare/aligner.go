package compare

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/seed514b815a/rashomon/compare/align"
	"github.com/seed514b815a/rashomon/internal/partition"
	"github.com/seed514b815a/rashomon/narrative"
)

// Aligner says which assertions speak of the same happening. [align.Linkage] is the
// built-in one.
type Aligner interface {
	// Align puts every assertion of d into exactly one issue, whatever the order of
	// d's lists.
	Align(ctx context.Context, d *narrative.Dossier) (*align.Alignment, error)
}

var _ Aligner = align.Linkage{}

// group is the assertions of one issue, in order of id, with why they were joined.
type group struct {
	of    []*narrative.Assertion
	id    string
	was   []string
	links []align.Match
}

// groups checks what the aligner gave, since it may be anybody's: every assertion
// stands in exactly one issue. Issues come in order of their earliest assertion.
func (b *book) groups(al *align.Alignment) ([]group, error) {
	seen := map[string]bool{}
	var out []group
	for _, ids := range al.Issues {
		var g group
		for _, id := range ids {
			a := b.assertions[id]
			if a == nil || seen[id] {
				return nil, fmt.Errorf("compare: the aligner put the assertion %q in two issues, or the dossier lacks it", id)
			}
			seen[id] = true
			g.of = append(g.of, a)
		}
		if len(g.of) > 0 {
			out = append(out, g)
		}
	}
	if len(seen) != len(b.assertions) {
		return nil, fmt.Errorf("compare: the aligner left out %d of %d assertions", len(b.assertions)-len(seen), len(b.assertions))
	}
	issueOf := map[string]int{}
	for i := range out {
		g := &out[i]
		g.id = issueID(slices.MinFunc(g.of, b.earlier).ID)
		slices.SortFunc(g.of, func(x, y *narrative.Assertion) int { return cmp.Compare(x.ID, y.ID) })
	}
	slices.SortFunc(out, func(x, y group) int {
		return cmp.Or(b.earlier(slices.MinFunc(x.of, b.earlier), slices.MinFunc(y.of, b.earlier)), cmp.Compare(x.id, y.id))
	})
	for i := range out {
		for _, a := range out[i].of {
			issueOf[a.ID] = i
		}
	}
	for _, l := range al.Matches {
		i, j := issueOf[l.A], issueOf[l.B]
		if i == j {
			out[i].links = append(out[i].links, l)
		}
	}
	for i := range out {
		b.history(&out[i])
	}
	return out, nil
}

// issueID is a short hash of the earliest assertion of an issue.
func issueID(first string) string { return "i" + digest(first) }

// history fills in which issues a later assertion joined. Reading the assertions
// in order of time, each link that meets two groups joins them: the older id
// stays, the younger one is noted.
func (b *book) history(g *group) {
	if len(g.links) == 0 || len(g.of) < 3 {
		return
	}
	order := slices.Clone(g.of)
	slices.SortFunc(order, b.earlier)
	rank := map[string]int{}
	for i, a := range order {
		rank[a.ID] = i
	}
	links := slices.Clone(g.links)
	slices.SortFunc(links, func(x, y align.Match) int {
		return cmp.Or(cmp.Compare(max(rank[x.A], rank[x.B]), max(rank[y.A], rank[y.B])), cmp.Compare(min(rank[x.A], rank[x.B]), min(rank[y.A], rank[y.B])))
	})
	sets := partition.New(len(order))
	for _, l := range links {
		x, y := sets.Find(rank[l.A]), sets.Find(rank[l.B])
		if x == y {
			continue
		}
		x, y = min(x, y), max(x, y)
		// A group of the new assertion alone never was an issue that anybody saw.
		if y != max(rank[l.A], rank[l.B]) || len(sets.Members(y)) > 1 {
			g.was = append(g.was, issueID(order[y].ID))
		}
		sets.Join(x, y)
	}
	slices.Sort(g.was)
	g.was = slices.Compact(g.was)
}
