package coding

import (
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/event"
)

// An account names the enemy once and then goes on without it: "Units opened fire at
// dawn. Nine of our men were killed." So what a side tells without an agent has the
// one that the same side names beside it: in the same content, the same sentence, or
// the sentence before or after of the same paragraph. Farther off nothing is
// carried: the text may have gone on to something else.

// carry gives the violence and the losses that are told without an agent the one of
// their neighbours. from is the attribution of each assertion.
func (r *reading) carry(as []narrative.Assertion, from []*speech) {
	agents := make([][]string, len(as))
	for i := range as {
		if len(as[i].Claim.Agent) == 0 && r.done(&as[i]) && !r.strangers[as[i].ID] {
			agents[i] = r.neighbour(as, from, i)
		}
	}
	for i, ids := range agents { // only now, so that what was carried is carried no farther
		if len(ids) > 0 {
			as[i].Claim.Agent = ids
			less := as[i].Confident() * 0.9 // it isn't in the words: those that say it come first
			as[i].Confidence = &less
		}
	}
}

// done reports whether the assertion tells of what somebody must have done to
// somebody: an attack, or what one leaves behind.
func (r *reading) done(a *narrative.Assertion) bool {
	c := &a.Claim
	if a.Stance == narrative.Denies || c.Act != narrative.Assert && c.Act != narrative.Accuse && c.Act != narrative.Admit || event.Family(c.Event) != "assault" || c.Event == "clash" || c.Event == "explosion" || slices.Contains(c.Cause, "response") {
		return false
	}
	return !slices.ContainsFunc(c.Count, func(n narrative.Count) bool { return n.Max != nil && *n.Max == 0 })
}

// neighbour returns the agent that the same side names next to assertion i: whom it
// accuses, where the patient is itself or is left open, and itself, where it tells
// of what befell those whom it accuses.
func (r *reading) neighbour(as []narrative.Assertion, from []*speech, i int) []string {
	a := &as[i]
	side := r.cast.Side(a.Party)
	patients := r.patientsOf(a)
	var best []string
	score := 0
	for j := max(0, i-window); j < min(len(as), i+window); j++ {
		b := &as[j]
		if j == i || r.cast.Side(b.Party) != side || len(b.Claim.Agent) != 1 || !r.done(b) || b.Certainty == narrative.NotKnown {
			continue
		}
		accused := r.cast.Side(b.Claim.Agent[0])
		n := r.nearness(from[i], from[j])
		if accused == side || n <= score {
			continue
		}
		switch {
		case len(patients) == 0 && !event.Lookup(a.Claim.Event).Consequence, slices.Contains(patients, side):
			best, score = b.Claim.Agent, n
		case len(patients) == 1 && patients[0] == accused:
			best, score = []string{side}, n
		}
	}
	return best
}

// patientsOf returns the sides to which the assertion says that it was done.
func (r *reading) patientsOf(a *narrative.Assertion) []string {
	var out []string
	add := func(ids []string) {
		for _, id := range ids {
			if r.cast.Party(id) == nil {
				continue // plain words are somebody's, and nobody says whose
			}
			if s := r.cast.Side(id); !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	add(a.Claim.Target)
	for _, n := range a.Claim.Count {
		add(n.Who)
	}
	return out
}

// nearness says how near two speeches stand: 4 in one content, 3 in one sentence, 2
// right before and 1 right behind in one paragraph, else 0.
func (r *reading) nearness(of, other *speech) int {
	x, y := min(of.at, len(r.ws)-1), min(other.at, len(r.ws)-1)
	switch gap := r.ws[x].sent - r.ws[y].sent; {
	case of == other:
		return 4
	case gap == 0:
		return 3
	case gap != 1 && gap != -1 || strings.Contains(r.doc.Text[r.ws[min(x, y)].end:r.ws[max(x, y)].start], "\n\n"):
		return 0
	case gap == 1:
		return 2
	}
	return 1
}
