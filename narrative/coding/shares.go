package coding

import (
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/narrative"
)

// What a text says of shares of a vote, and of figures that it puts against others'.

// share reads the share of the vote that a content gives somebody: "won 52 percent", "gave
// its candidate 51 percent", "its man at 51 percent". More than half is a victory, which
// only one can have.
func (t *teller) share(base claim) (claim, bool) {
	r := t.reading
	if t.lo >= t.hi || !r.onVote() {
		return claim{}, false
	}
	from, to := r.ws[t.lo].start, r.ws[t.hi-1].end
	for _, f := range narrative.DefaultReadings().FindFigures(r.doc.Text[from:to]) {
		lo, hi := r.span(from+f.Start, from+f.End)
		if f.Count.Min == nil || lo <= t.lo || lo >= hi {
			continue
		}
		if u, _ := t.unitAt(hi, t.hi); u.of != "percent" && events().units[f.Unit].of != "percent" {
			continue
		}
		ids := t.holders(lo)
		if len(ids) == 0 {
			continue
		}
		c := base
		c.Event, c.Agent, c.confidence = "election", ids, 0.7
		if *f.Count.Min > 50 && base.Act != narrative.Deny {
			c.Event = "victory"
		}
		n := f.Count
		n.Of, n.Who = "percent", ids
		c.Count = []narrative.Count{n}
		return c, true
	}
	return claim{}, false
}

// holders returns whose share the figure at word i is: of a verb of winning its subject,
// of one of giving whom it is given.
func (t *teller) holders(i int) []string {
	r := t.reading
	for v := i - 1; v >= t.lo && r.ws[v].sent == r.ws[i].sent; v-- {
		if r.token(v).UPOS != english.VERB {
			continue
		}
		switch l := strings.ToLower(r.token(v).Lemma); {
		case wins[l]:
			if lo, hi, passive, ok := r.subject(v, t.lo); ok && !passive {
				return t.candidates(max(lo, t.lo), min(hi, v))
			}
		case gives[l]:
			return t.candidates(v+1, i)
		}
		return nil
	}
	if gives[t.s.acts.words] {
		for at := i - 1; at > t.lo; at-- {
			if r.ws[at].lower == "at" || r.ws[at].lower == "on" {
				return t.candidates(t.lo, at)
			}
		}
	}
	return nil
}

var (
	wins  = map[string]bool{"win": true, "take": true, "get": true, "gain": true, "secure": true, "receive": true, "poll": true, "capture": true, "garner": true}
	gives = map[string]bool{"give": true, "put": true, "credit": true, "show": true, "place": true}
)

// candidates returns the sides that words lo to hi stand for: who is called somebody's man
// or candidate stands for those.
func (t *teller) candidates(lo, hi int) []string {
	if lo >= hi {
		return nil
	}
	if ours[t.ws[lo].lower] {
		return []string{t.side}
	}
	return t.whom(lo, hi)
}

// voted reports whether the text speaks of a vote.
func (r *reading) voted() bool {
	for i := range r.ws {
		switch r.ws[i].lower {
		case "election", "elections", "vote", "votes", "ballot", "ballots", "runoff", "referendum", "polling":
			return true
		}
	}
	return false
}

// rejectedFigure is the claim of the figure that the words put another against: "two, not
// nine, of the passengers". Of its own people a side corrects itself; else it denies what
// others have said.
func (t *teller) rejectedFigure(c *claim) (claim, bool) {
	r := t.reading
	if len(c.Count) == 0 || c.Count[0].Min == nil || c.Count[0].Max == nil {
		return claim{}, false
	}
	n := c.Count[0]
	for i := t.lo + 1; i+1 < t.hi; i++ {
		if r.ws[i].lower != "not" {
			continue
		}
		f, err := narrative.ParseCount(r.ws[i+1].lower)
		if err != nil || f.Min == nil || f.Max == nil || !t.stated(n, i) {
			continue
		}
		old := *c
		old.Count = []narrative.Count{n}
		old.Count[0].Min, old.Count[0].Max, old.Count[0].About = f.Min, f.Max, f.About
		old.confidence = 0.7
		if slices.Contains(n.Who, t.side) {
			old.said = r.earlier(t.s) // its own dead are its own figure
			return old, !old.said.IsZero()
		}
		old.stance, old.focus, old.Act = narrative.Denies, narrative.FacetCount, narrative.Deny
		old.Agent, old.Target, old.Place, old.Cause, old.Label, old.Means = nil, nil, nil, nil, nil, nil
		for _, a := range slices.Backward(t.tallies) {
			if a.side != t.side && a.of == n.Of && a.min == *f.Min {
				old.Event, old.Count[0].Who, old.Count[0].Among = a.kind, a.who, a.among
				break
			}
		}
		return old, true
	}
	return claim{}, false
}

// stated reports whether the figure n stands right before word i, beyond a comma or what
// is counted.
func (t *teller) stated(n narrative.Count, i int) bool {
	for j := i - 1; j >= t.lo && j >= i-6; j-- {
		if c, err := narrative.ParseCount(t.ws[j].lower); err == nil && c.Min != nil && *c.Min == *n.Min {
			return true
		}
	}
	return false
}

// against returns where the subject of the verb i begins if it puts a figure against
// another, "two, not nine, of the passengers", which the tree takes apart; else -1.
func (r *reading) against(i, from int) int {
	for j := i - 1; j > from+1 && j > i-12; j-- {
		if r.ws[j].lower != "not" || !isNumber(r.ws[j+1].lower) {
			continue
		}
		for k := j - 1; k >= from && k >= j-6; k-- {
			if isNumber(r.ws[k].lower) {
				return k
			}
		}
	}
	return -1
}
