package compare

import (
	"slices"

	"github.com/seed514b815a/rashomon/narrative"
)

// unknownVoice is the origin of a word that came from somebody, nobody knows whom.
const unknownVoice = "?"

// voices finds, for the words that one finding rests on, whose they are in the
// end. Corroboration counts origins, not outlets: who passes on a word adds none
// (law 8).
//
// A word is its origin's, else its party's, and of parties the side's: organs of
// one side don't corroborate each other. Where all that a side has on the matter is
// others' words, that side is no origin but a station on the way, and the origin is
// theirs: a ring of sides that have it from each other is one voice, as are sides
// that tell it in the same copied wording. The unknown voice may be any other: it
// counts where there is none beside it.
type voices struct {
	q    *inquiry
	same map[string]string          // copies: voice → voice that it is one with
	copy map[string][]string        // copies that credit somebody: assertion → those sides
	own  map[string]bool            // voices with a word of their own
	from map[string]map[string]bool // voice → the voices whose words are all that it has
}

func (q *inquiry) voices(words []*word) *voices {
	v := &voices{q, map[string]string{}, map[string][]string{}, map[string]bool{}, map[string]map[string]bool{}}
	v.copies(words)
	for _, w := range words {
		voice := v.of(w)
		side := v.rep(w.side)
		if voice != side && w.mouthOf == nil {
			v.link(side, voice)
		}
		for _, a := range w.assertions() {
			carried := false
			for _, c := range v.carriers(a) {
				if c := v.rep(c); c != voice && c != side {
					// An outlet's word that only others carry is known by hearsay; a
					// ministry speaks through outlets.
					carried = carried || v.outlet(voice)
					v.link(c, voice)
				}
			}
			for _, c := range v.copy[a.ID] {
				if c := v.rep(c); c != voice {
					carried = true
					v.link(voice, c)
				}
			}
			if !carried && voice == side {
				v.own[voice] = true
			}
		}
	}
	return v
}

func (v *voices) link(from, to string) {
	if v.from[from] == nil {
		v.from[from] = map[string]bool{}
	}
	v.from[from][to] = true
}

// of returns whose word it is, by its origin.
func (v *voices) of(w *word) string {
	switch {
	case w.mouthOf != nil: // that it was said is the relayer's word
		return v.rep(w.side)
	case w.a.Origin == unknownVoice:
		return unknownVoice
	case w.a.Origin != "":
		return v.rep(v.q.b.cast.Side(w.a.Origin))
	}
	return v.rep(w.side)
}

// carriers returns the outlets through which an assertion reached us: those of its
// chain, and who published it. A ministry that quotes somebody passes on nothing: it
// has a word of its own.
func (v *voices) carriers(a *narrative.Assertion) []string {
	var out []string
	add := func(side string) {
		if v.outlet(side) {
			out = append(out, side)
		}
	}
	for _, l := range a.Chain {
		add(v.q.b.cast.Side(l.Party))
	}
	add(v.q.b.houses[a.Source])
	return out
}

func (v *voices) outlet(side string) bool {
	p := v.q.b.cast.Party(side)
	return p != nil && p.Kind == "outlet"
}

// rep returns the voice that stands for all that are one with it.
func (v *voices) rep(voice string) string {
	for v.same[voice] != "" {
		voice = v.same[voice]
	}
	return voice
}

// copies joins the voices of words that stand alike in a copied passage. Where it is
// said from whom the words come, both come from there.
func (v *voices) copies(words []*word) {
	if len(v.q.b.copied.List) == 0 {
		return
	}
	bySource := map[string][]*narrative.Assertion{}
	side := map[string]string{}
	for _, w := range words {
		if w.mouthOf != nil || w.a.Origin != "" {
			continue
		}
		for _, a := range w.assertions() {
			if v.q.b.copied.Among(a.Source) && len(a.Quotes) > 0 {
				bySource[a.Source] = append(bySource[a.Source], a)
				side[a.ID] = w.side
			}
		}
	}
	sources := sortedKeys(bySource)
	for i, s := range sources {
		for _, t := range sources[i+1:] {
			for _, a := range bySource[s] {
				for _, b := range bySource[t] {
					if !v.q.b.copied.Alike(a, b) {
						continue
					}
					if from := v.q.b.copied.From(s, t); len(from) > 0 {
						v.copy[a.ID], v.copy[b.ID] = append(v.copy[a.ID], from...), append(v.copy[b.ID], from...)
					} else {
						v.join(side[a.ID], side[b.ID])
					}
				}
			}
		}
	}
}

// join makes two voices one; the first by id stands for both: determinism.
func (v *voices) join(x, y string) {
	x, y = v.rep(x), v.rep(y)
	if x != y {
		v.same[max(x, y)] = min(x, y)
	}
}

// origins returns the voices that words rest on, sorted.
func (v *voices) origins(words []*word) []string {
	found := map[string]bool{}
	for _, w := range words {
		for _, o := range v.roots(v.of(w)) {
			found[o] = true
		}
	}
	if len(found) > 1 {
		delete(found, unknownVoice)
	}
	return sortedKeys(found)
}

// roots follows a voice to those that have it from nobody. Of a ring, out of which
// no way leads, the first by id stands for all.
func (v *voices) roots(voice string) []string {
	if v.isRoot(voice) {
		return []string{voice}
	}
	comes := v.reach(voice)
	found := map[string]bool{}
	size := map[string]int{}
	for _, at := range comes {
		if v.isRoot(at) {
			found[at] = true
		} else {
			size[at] = len(v.reach(at))
		}
	}
	for at, n := range size {
		ring := v.reach(at)
		// What comes from fewer voices leads out of the ring.
		if !slices.ContainsFunc(ring, func(r string) bool { return size[r] < n }) {
			found[ring[0]] = true
		}
	}
	return sortedKeys(found)
}

func (v *voices) isRoot(voice string) bool { return v.own[voice] || len(v.from[voice]) == 0 }

// reach returns the voices that one comes from, at any remove, sorted.
func (v *voices) reach(voice string) []string {
	seen := map[string]bool{}
	for queue := []string{voice}; len(queue) > 0; queue = queue[1:] {
		if v.isRoot(queue[0]) {
			continue
		}
		for next := range v.from[queue[0]] {
			if !seen[next] {
				seen[next] = true
				queue = append(queue, next)
			}
		}
	}
	return sortedKeys(seen)
}
