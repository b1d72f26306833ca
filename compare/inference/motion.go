package inference

// moving verbs lead from one place to another. The value says which of the two
// their object is.
var moving = map[string]end{"leave": source, "depart": source, "exit": source, "flee": source, "quit": source, "evacuate": source,
	"abandon": source, "escape": source, "reach": goal, "enter": goal, "approach": goal, "visit": goal,
	"go": goal, "come": goal, "travel": goal, "head": goal, "sail": goal, "fly": goal, "return": goal, "arrive": goal,
	"move": goal, "withdraw": goal, "march": goal, "drive": goal, "walk": goal, "retreat": goal, "migrate": goal}

// end is one of the two ends of a way.
type end uint8

const (
	noEnd end = iota
	source
	goal
)

// ends are the prepositions that lead in the ends of a way.
var ends = map[string]end{"from": source, "for": goal, "to": goal, "into": goal, "toward": goal, "towards": goal}

// way says that one of the ends of a motion is a place.
type way struct {
	verb, place int
	end         end
}

// ways lists the ends of the motions that a text tells of.
func (r *reading) ways() []way {
	var out []way
	for i := range r.words {
		object, ok := moving[r.words[i].lemma]
		if !ok || r.words[i].polarity == open {
			continue
		}
		for _, n := range r.from[i] {
			switch e := r.edges[n]; {
			case e.role == undergo:
				out = append(out, way{i, e.dep, object})
			case e.role == at && ends[e.prep] != noEnd:
				out = append(out, way{i, e.dep, ends[e.prep]})
			}
		}
	}
	return out
}

// turns finds motions that lead to a place by one account and away from it by the
// other: "left for Vienna", "left Vienna".
func (a *alignment) turns(add func(sign, int, int, float64)) {
	theirs := a.t.ways()
	for _, h := range a.h.ways() {
		place := a.links[h.place].word
		if place < 0 || !a.h.words[h.place].content {
			continue
		}
		found := -1
		for _, t := range theirs {
			if t.place != place || apartly(a.t.words[t.verb].polarity, a.h.words[h.verb].polarity) || a.rivals(h.verb, t.verb) {
				continue
			}
			if t.end == h.end {
				found = -1
				break
			}
			// Who comes to a place may leave it later: one moment, or one verb, makes it one way.
			if a.sameMoment(t.verb, h.verb) || lexica().akin(&a.t.words[t.verb], &a.h.words[h.verb]) {
				found = t.verb
			}
		}
		if found >= 0 {
			add(opposite, found, h.verb, a.support(h.verb, found))
		}
	}
}
