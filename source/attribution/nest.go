package attribution

import "slices"

// nest returns for each finding the index of the one that reports it, -1 where
// the author does: the tightest other finding whose content holds its cue. A
// speaker may stand outside, as in "promised to say". The findings are sorted by
// the start of their content, so a stack of open contents would nearly do; but
// contents come in pieces, so the few candidates of nearby sentences are tried.
func (r *reader) nest() []int {
	at := make(map[*finding]int, len(r.found))
	for i, f := range r.found {
		at[f] = i
	}
	// holders[i] lists the findings that have content in sentence i.
	holders := make([][]int, len(r.a.Sentences))
	for i, f := range r.found {
		for _, c := range f.content {
			for s := r.a.At(c.start); s >= 0 && s < len(r.a.Sentences) && r.a.Sentences[s].Start < c.end; s++ {
				if n := len(holders[s]); n == 0 || holders[s][n-1] != i {
					holders[s] = append(holders[s], i)
				}
			}
		}
	}
	outer := make([]int, len(r.found))
	for i, f := range r.found {
		outer[i] = -1
		if j, ok := at[f.via]; ok {
			outer[i] = j
			continue
		}
		best := 0
		for _, j := range holders[f.sent] {
			g := r.found[j]
			if i == j || g.cue == f.cue || !g.reports(f) || f.reports(g) {
				continue
			}
			if n := g.length(); outer[i] < 0 || n < best {
				outer[i], best = j, n
			}
		}
	}
	// Contents that hold each other's cues crosswise can't come in a ring of two,
	// but a longer ring is cut where it closes.
	for i := range outer {
		steps := 0
		for j := i; j >= 0; j = outer[j] {
			if steps++; steps > len(outer) {
				outer[i] = -1
				break
			}
		}
	}
	// What isn't told reports nothing either.
	told := slices.Clone(outer)
	for i := range told {
		for j := told[i]; j >= 0 && outer[j] >= 0 && !r.found[j].tells(); j = told[i] {
			told[i] = outer[j]
		}
	}
	return told
}

// reports reports whether the content of g holds the cue of f.
func (g *finding) reports(f *finding) bool {
	c := f.cue
	if c.empty() {
		c = f.content[0]
	}
	for _, p := range g.content {
		if p.holds(c) {
			return true
		}
	}
	return false
}

func (f *finding) length() int {
	n := 0
	for _, c := range f.content {
		n += c.end - c.start
	}
	return n
}
