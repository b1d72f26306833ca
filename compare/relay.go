package compare

import "slices"

// relays finds the words that an adversary puts into somebody's mouth. What a
// participant is said to have said by another participant is not its position: it
// holds nothing, and leaves a gap (law 9). An observer's mouth changes nothing,
// nor does the mouth of one's own side.
func (q *inquiry) relays() {
	for _, w := range q.words {
		if !slices.Contains(q.m.Participants, w.side) {
			continue
		}
		for _, side := range q.links(w) {
			if slices.Contains(q.m.Participants, side) {
				w.relayers = append(w.relayers, side)
			}
		}
		w.holds = w.holds && w.own()
	}
}

// links returns the sides, other than its own, through which a word came.
func (q *inquiry) links(w *word) []string {
	var out []string
	for _, l := range w.a.Chain {
		if side := q.b.cast.Side(l.Party); side != w.side {
			out = append(out, side)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (q *inquiry) throughOthers(w *word) bool { return len(q.links(w)) > 0 }

// echoes reports whether the word is another side's, passed on: it adds no voice
// of its own (law 8). The chain alone never makes an echo: who quotes a word
// hasn't said it.
func (q *inquiry) echoes(w *word) bool {
	return w.a.Origin == "?" || w.a.Origin != "" && q.b.cast.Side(w.a.Origin) != w.side
}
