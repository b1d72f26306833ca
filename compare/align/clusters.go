package align

import (
	"cmp"
	"slices"
	"time"

	"github.com/seed514b815a/rashomon/compare/relation"
	"github.com/seed514b815a/rashomon/internal/partition"
	"github.com/seed514b815a/rashomon/narrative"
)

// clusters joins records into issues. Within an issue, those that look alike form
// groups: what people decided, and what answers what, says nothing of how the
// words of one happening look.
type clusters struct {
	records []*record // in order of id
	weights Weights
	index   map[string]int
	issues  partition.Sets
	groups  partition.Sets
	apart   []map[int]bool // of each issue: the records that none of its members may meet
	out     Alignment
}

func newClusters(records []*record, decisions []narrative.Decision) *clusters {
	c := &clusters{records: records, index: map[string]int{}, issues: partition.New(len(records)), groups: partition.New(len(records)), apart: make([]map[int]bool, len(records))}
	for i, r := range records {
		c.index[r.a.ID] = i
	}
	for _, d := range decisions {
		for _, x := range d.Apart {
			for _, y := range d.Apart {
				if x != y {
					i := c.index[x]
					if c.apart[i] == nil {
						c.apart[i] = map[int]bool{}
					}
					c.apart[i][c.index[y]] = true
				}
			}
		}
	}
	return c
}

// barred reports whether joining two issues would join a pair that is decided
// apart.
func (c *clusters) barred(x, y int) bool {
	if len(c.apart[x]) == 0 || len(c.apart[y]) == 0 {
		return false
	}
	return slices.ContainsFunc(c.issues.Members(y), func(m int) bool { return c.apart[x][m] })
}

// join unites two issues.
func (c *clusters) join(x, y int) {
	root := c.issues.Join(x, y)
	other := x + y - root
	if len(c.apart[other]) > 0 {
		if c.apart[root] == nil {
			c.apart[root] = map[int]bool{}
		}
		for m := range c.apart[other] {
			c.apart[root][m] = true
		}
		c.apart[other] = nil
	}
}

// decide joins the pairs that people hold to be the same, in order of id. One that
// would join what they hold apart is left out, and reported.
func (c *clusters) decide(decisions []narrative.Decision) {
	type pair struct {
		i, j int
		d    *narrative.Decision
	}
	apart := slices.ContainsFunc(decisions, func(d narrative.Decision) bool { return len(d.Apart) > 0 })
	var pairs []pair
	for k := range decisions {
		d := &decisions[k]
		same := slices.Sorted(slices.Values(d.Same))
		for n, x := range same {
			rest := same[n+1:]
			if !apart && len(rest) > 0 {
				rest = rest[:1] // nothing can be left out: neighbours are enough
			}
			for _, y := range rest {
				i, j := c.index[x], c.index[y]
				if i != j {
					pairs = append(pairs, pair{min(i, j), max(i, j), d})
				}
			}
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(a.i, b.i), cmp.Compare(a.j, b.j), cmp.Compare(a.d.By, b.d.By), cmp.Compare(a.d.Why, b.d.Why), cmp.Compare(a.d.On.String(), b.d.On.String()))
	})
	for n, p := range pairs {
		x, y := c.issues.Find(p.i), c.issues.Find(p.j)
		if x == y {
			continue
		}
		if c.barred(x, y) {
			if n == 0 || pairs[n-1].i != p.i || pairs[n-1].j != p.j {
				left := *p.d
				left.Same = []string{c.records[p.i].a.ID, c.records[p.j].a.ID}
				c.out.LeftOut = append(c.out.LeftOut, left)
			}
			continue
		}
		c.note(p.i, p.j, 0, []Level{{"decision", "decided to be the same", 0}})
		c.join(x, y)
	}
}

// answers joins each assertion to the one that it answers.
func (c *clusters) answers() {
	for i, r := range c.records {
		if r.a.Claim.About == "" {
			continue
		}
		j := c.index[r.a.Claim.About]
		if x, y := c.issues.Find(i), c.issues.Find(j); x != y && !c.barred(x, y) {
			c.note(min(i, j), max(i, j), 0, []Level{{"about", "answers it", 0}})
			c.join(x, y)
		}
	}
}

// match joins the issues of a pair that is alike, if the groups that the two stand
// in are alike as wholes.
func (c *clusters) match(m candidate) {
	x, y := c.issues.Find(m.i), c.issues.Find(m.j)
	g, h := c.groups.Find(m.i), c.groups.Find(m.j)
	if g == h || x != y && c.barred(x, y) {
		return
	}
	if !c.alike(g, h) {
		if x != y {
			c.out.Bridges = append(c.out.Bridges, Match{c.records[m.i].a.ID, c.records[m.j].a.ID, m.bits, c.weights.weigh(c.records[m.i], c.records[m.j])})
		}
		return
	}
	c.groups.Join(g, h)
	if x != y {
		c.note(m.i, m.j, m.bits, c.weights.weigh(c.records[m.i], c.records[m.j]))
		c.join(x, y)
	}
}

// sampled bounds how many members of a group speak for it.
const sampled = 12

// alike reports whether the members of two groups, taken together, speak of one
// happening.
func (c *clusters) alike(x, y int) bool {
	xs, ys := sample(c.groups.Members(x)), sample(c.groups.Members(y))
	if len(xs) == 1 && len(ys) == 1 {
		return true
	}
	read := func(members []int) []*record {
		out := make([]*record, len(members))
		for i, m := range members {
			out[i] = c.records[m]
		}
		return out
	}
	return c.weights.alike(read(xs), read(ys))
}

// alike reports whether two groups of records speak of one happening: on the
// average of their pairs the evidence isn't against it, and of the times that they
// state some meet. Without this a vague record, which fits two happenings, would
// weld them.
func (ws Weights) alike(xs, ys []*record) bool {
	sum, dated, meet := 0.0, false, false
	for _, x := range sample(xs) {
		for _, y := range sample(ys) {
			sum += max(-8, total(ws.weigh(x, y)))
			if !x.time.IsZero() && !y.time.IsZero() {
				dated, meet = true, meet || relation.Apart(x.time, y.time) < 24*time.Hour
			} else if level := levelOfDays(x, y); level != "" {
				dated, meet = true, meet || level == "the same day named"
			}
		}
	}
	return sum > 0 && (meet || !dated)
}

// sample picks members evenly, in order of id.
func sample[T any](members []T) []T {
	if len(members) <= sampled {
		return members
	}
	out := make([]T, sampled)
	for i := range out {
		out[i] = members[i*len(members)/sampled]
	}
	return out
}

func (c *clusters) note(i, j int, bits float64, levels []Level) {
	c.out.Matches = append(c.out.Matches, Match{c.records[i].a.ID, c.records[j].a.ID, bits, levels})
}

func (c *clusters) alignment() *Alignment {
	for i := range c.records {
		if c.issues.Find(i) != i {
			continue
		}
		var ids []string
		for _, m := range c.issues.Members(i) {
			ids = append(ids, c.records[m].a.ID)
		}
		c.out.Issues = append(c.out.Issues, ids)
	}
	return &c.out
}
