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

// reversals finds ways whose ends change places: "from Malta to Cyprus", "from Cyprus
// to Malta".
func (a *alignment) reversals(add func(sign, int, int, float64)) {
	theirs := a.t.routes()
	for _, h := range a.h.routes() {
		from, to := a.links[h.first].word, a.links[h.second].word
		if from < 0 || to < 0 {
			continue
		}
		for _, t := range theirs {
			if t.first == to && t.second == from && (a.links[h.word].word == t.word || lexica().akin(&a.t.words[t.word], &a.h.words[h.word])) {
				add(swapped, t.word, h.word, 1)
				break
			}
		}
	}
}

// routes lists what leads from one thing to another.
func (r *reading) routes() []tie {
	var out []tie
	for i := range r.words {
		from, to := -1, -1
		for _, n := range r.from[i] {
			switch e := r.edges[n]; {
			case e.role == at && e.prep == "from":
				from = e.dep
			case e.role == at && (e.prep == "to" || e.prep == "into"):
				to = e.dep
			}
		}
		for _, n := range r.from[max(from, 0)] { // "from Malta to Cyprus", the one hung on the other
			if e := r.edges[n]; from >= 0 && to < 0 && e.role == at && e.prep == "to" {
				to = e.dep
			}
		}
		if from >= 0 && to >= 0 {
			out = append(out, tie{i, from, to})
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
