package coding

import (
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/event"
	"github.com/seed514b815a/rashomon/source/attribution"
)

// link joins the happenings of a content that are one, and gives those without an
// agent the one that the speaker named before.
func (t *teller) link() {
	for i := 0; i < len(t.hs); i++ {
		h := t.hs[i]
		for j := i + 1; j < len(t.hs); j++ {
			o := t.hs[j]
			// "the strikes hit the sites", "a missile strike killed 600": the noun's
			// event is the verb's.
			if !h.verb && o.verb && o.at >= h.end && o.at-h.end < 12 && h.kind != "casualties" && t.ws[h.at].sent == t.ws[o.at].sent {
				if slo, shi, passive, ok := t.subject(o.at, t.lo); ok && !passive && slo <= h.at && h.at < shi {
					if o.measure == "" && (o.kind == "attack" || o.kind == h.kind) {
						o.kind = h.kind
						if len(o.agent) == 0 {
							o.agent = h.agent
						}
						t.hs = slices.Delete(t.hs, i, i+1)
						i--
						break
					}
					if len(h.target) == 0 && len(h.things) == 0 {
						h.target = o.target
					}
					if len(o.agent) == 0 {
						o.agent = h.agent
					}
				}
			}
		}
	}
	for i, h := range t.hs {
		if len(h.agent) > 0 || !h.verb || h.suffered || !t.controlled(h.at) || h.kind == "casualties" {
			continue
		}
		for _, o := range slices.Backward(t.hs[:i]) { // "shelled ... after trying to mine"
			if o.verb && len(o.agent) > 0 && t.ws[o.at].sent == t.ws[h.at].sent {
				h.agent = o.agent
				break
			}
		}
	}
	t.responsible()
	for _, h := range t.hs {
		// "defending their positions from rebel attacks": those are on who defends.
		for _, o := range t.hs {
			if o != h && o.kind == "clash" && o.verb && !h.verb && len(h.target) == 0 && len(h.things) == 0 && t.violent(h.kind) && o.at < h.at && t.ws[o.at].sent == t.ws[h.at].sent && len(o.agent) > 0 && slices.Equal(o.target, h.agent) {
				h.target = o.agent
			}
		}
		if len(h.agent) == 0 && h.kind == "clash" && len(t.rivals) > 0 {
			h.agent = t.rivals // "blame each other for the violence"
		}
	}
	// The losses of the same breath tell whom the act was done to.
	for _, h := range t.hs {
		if h.kind == "casualties" || h.kind == "damage" {
			continue
		}
		if len(h.agent) == 0 && t.returned(h) {
			h.agent = []string{t.side}
		}
		if len(h.agent) == 0 && t.violent(h.kind) && !h.negated && !h.stranger {
			h.agent = t.supposed(h)
		}
	}
}

// responsible gives the events of a content to whom it calls responsible for them:
// "responsibility rests with Lima", "Lima is to blame for the attack".
func (t *teller) responsible() {
	r := t.reading
	var ids []string
	for i := t.lo; i < t.hi && len(ids) == 0; i++ {
		switch w := r.ws[i].lower; {
		case w == "responsibility" && i == t.lo && t.s.acts.words == "claim":
			ids = []string{t.side}
		case w == "responsibility" || w == "blame" && r.token(i).UPOS == english.NOUN:
			for j := i + 1; j < t.hi && len(ids) == 0; j++ {
				if w := strings.ToLower(r.token(j).Lemma); w == "rest" || w == "lie" || w == "fall" || w == "be" {
					for _, p := range r.prepositional(j, t.hi, "with", "on", "upon") {
						ids = append(ids, t.sides(r.actors(p[0], p[1], t.scene))...)
					}
				}
			}
		case w == "responsible" || w == "guilty" || w == "culpable" || w == "blame" && i > t.lo && r.ws[i-1].lower == "to":
			if lo, hi, _, ok := r.subject(i, t.lo); ok {
				ids = t.sides(r.actors(max(lo, t.lo), min(hi, i), t.scene))
			}
		}
	}
	if len(ids) == 0 {
		return
	}
	for _, h := range t.hs {
		if len(h.agent) == 0 {
			h.agent = ids
		}
	}
	t.rivals = ids
}

// returned reports whether the words call the event an answer, as a side calls its
// own: "return fire", "retaliatory measures".
func (t *teller) returned(h *happening) bool {
	for i := max(t.lo, h.at-1); i < min(t.hi, h.end); i++ {
		switch w := t.ws[i].lower; {
		case strings.HasPrefix(w, "retaliat") || w == "return" || strings.HasPrefix(w, "counterattack"):
			return true
		}
	}
	return false
}

// violent reports whether events of that kind are done by one side to another.
func (t *teller) violent(kind string) bool {
	switch event.Family(kind) {
	case "assault", "coerce":
		return kind != "casualties" && kind != "damage" && kind != "clash" && kind != "explosion"
	}
	return kind == "ceasefire-violation" || kind == "deployment" && t.s.acts.act == narrative.Accuse
}

// supposed is whom the speaker means without naming them: those whom it has been
// accusing, or whom the sentence's means of attack or patients leave.
func (t *teller) supposed(h *happening) []string {
	if len(t.rivals) > 0 {
		return t.rivals
	}
	for j := h.at - 1; j >= t.lo && j > h.at-5; j-- {
		if l := strings.ToLower(t.token(j).Lemma); answers[l] {
			return t.opponent(t.side) // "our troops responded to firing"
		} else if t.token(j).UPOS == english.VERB {
			break
		}
	}
	if v := t.governor(h.end - 1); v >= 0 && answers[strings.ToLower(t.token(v).Lemma)] {
		return t.opponent(t.side) // "our troops responded to firing"
	}
	if slices.Contains(h.target, t.side) || len(h.target) == 0 {
		if ids := t.lately(h.at); len(ids) > 0 && !slices.ContainsFunc(ids, func(id string) bool { return slices.Contains(h.target, id) }) {
			return ids
		}
	}
	return nil
}

// lately returns whom the party has been accusing as its account goes on: in a
// statement of its own anywhere before, in a report a few sentences back, for there
// the next paragraph may be about something else.
func (t *teller) lately(i int) []string {
	c, ok := t.charged[t.party]
	if t.by != "" && t.cast.Side(t.by) == t.side {
		return t.accused[t.side]
	}
	if !ok || t.ws[i].sent-c.sent > 4 {
		return nil
	}
	return c.ids
}

var answers = map[string]bool{"respond": true, "answer": true, "retaliate": true, "react": true, "repel": true, "reply": true, "counter": true, "defend": true}

// fill makes h the claim of c.
func (t *teller) fill(c *claim, h *happening) {
	c.Event, c.stranger = h.kind, h.stranger
	c.Agent = limit(h.agent)
	c.Target = limit(append(slices.Clone(h.target), h.things...))
	if t.violent(h.kind) && len(h.agent) == 1 && len(h.target) == 1 && h.agent[0] == t.side && h.target[0] == t.side {
		// Nobody says to have attacked itself: the subject of a verb did it.
		if h.verb {
			c.Target = limit(h.things)
		} else {
			c.Agent = nil
		}
	}
	switch h.kind {
	case "agreement", "meeting":
		c.Target = nil
		for _, id := range h.target {
			if !slices.Contains(c.Agent, id) {
				c.Agent = append(c.Agent, id)
			}
		}
	case "clash":
		if len(c.Agent) > 1 { // "clashes between": that says nothing of whose doing it was
			c.Agent, c.Target = nil, c.Agent
		}
	}
	t.implied(c, h)
	t.counts(c, h)
	lo, hi := t.own(h)
	t.places(c, lo, hi)
	t.struck(c, h)
	t.means(c, h, lo, hi)
	if c.Event == "shooting" {
		c.Event = byMeans(c.Means)
	}
	t.marks(c, lo, hi)
	if h.response && !slices.Contains(c.Cause, "response") {
		c.Cause = append(c.Cause, "response")
	}
	t.time(c, lo, hi)
	if f := event.Family(h.kind); h.verb && h.measure == "" && !h.negated && f != "assault" && f != "coerce" {
		t.quantify(c, h.at, lo, hi)
	}
	t.attacked(c, h, lo, hi)
	t.complete(c, h.clause[0], h.clause[1])
	if t.hedged(min(lo, h.at), h.end) {
		c.certainty = narrative.Hedged
	}
	if h.negated {
		zero := h.kind == "casualties" && t.s.acts.act != narrative.Deny
		if !zero {
			c.stance = narrative.Denies
		}
	}
	if c.Act == narrative.Assert && t.demanded(h) {
		c.Act = narrative.Demand
		c.Agent = slices.DeleteFunc(c.Agent, func(id string) bool { return id == t.side }) // who demands does nothing yet
	}
	if h.future && c.Act == narrative.Assert {
		c.Act = narrative.Promise
		if len(c.Agent) > 0 && !slices.Contains(c.Agent, t.side) {
			c.Act = narrative.Other
		}
	}
	c.confidence = 0.8
	if len(c.Agent) == 0 && len(c.Target) == 0 {
		c.confidence = 0.7
	}
}

// demanded reports whether the words demand the event, "we urge an end to the
// shelling": a verb above it is a cue of demanding. Who orders its own troops will
// see to it.
func (t *teller) demanded(h *happening) bool {
	r := t.reading
	for j, steps := r.head(h.at), 0; j >= t.lo && j < t.hi && steps < 5; j, steps = r.head(j), steps+1 {
		if r.token(j).UPOS != english.VERB {
			continue
		}
		words := r.token(j).Lemma
		if words == "order" && slices.Contains(h.agent, t.side) {
			continue
		}
		if j+1 < t.hi {
			words += " " + r.ws[j+1].lower // "call for"
		}
		if c, ok := attribution.LookupCue(words); !ok || c.Act != "demand" {
			continue
		}
		lo, hi, _, ok := r.subject(j, t.lo) // what others demand is told of, not demanded
		if !ok || !slices.ContainsFunc(t.sides(r.actors(max(lo, t.lo), min(hi, j), t.scene)), func(id string) bool { return t.cast.Side(id) != t.side }) {
			return true
		}
	}
	return false
}

// implied adds the target that an accusation leaves unsaid: who charges another
// side with opening fire means that it was fired at itself.
func (t *teller) implied(c *claim, h *happening) {
	if !t.violent(h.kind) && h.kind != "clash" && h.kind != "casualties" && h.kind != "reject" || len(h.target) > 0 || len(c.Agent) != 1 {
		return
	}
	if q := t.cast.Party(t.side); q == nil || q.Kind != "state" && q.Kind != "territory" {
		return
	}
	if q := t.cast.Party(c.Agent[0]); q == nil || q.Kind != "state" && q.Kind != "territory" {
		return
	}
	switch opponent := t.opponent(t.side); {
	case len(opponent) != 1:
	case c.Agent[0] == opponent[0] && !h.negated:
		c.Target = append([]string{t.side}, c.Target...)
	case c.Agent[0] == t.side && t.s.acts.act == narrative.Deny && len(c.Target) == 0:
		c.Target = append(c.Target, opponent[0]) // "denied provoking the clashes"
	}
}

// byMeans tells shots from shells by what was fired.
func byMeans(means []string) string {
	for _, m := range means {
		switch m {
		case "artillery", "mortar", "howitzer", "shell":
			return "shelling"
		case "missile", "rocket", "cruise missile", "ballistic missile":
			return "missile-strike"
		}
	}
	return "shooting"
}

// own returns the words in which the places, times and means of h stand: its
// sentence within the content, or its part of it where other happenings share it.
func (t *teller) own(h *happening) (lo, hi int) {
	lo, hi = h.clause[0], h.clause[1]
	for _, o := range t.hs {
		if o == h || t.ws[o.at].sent != t.ws[h.at].sent {
			continue
		}
		if o.at > h.at {
			hi = min(hi, t.clauseStart(o))
		} else {
			lo = max(lo, min(h.at, t.clauseEnd(o, h)))
		}
	}
	if lo > h.at {
		lo = h.at
	}
	if h.verb { // "a strike on the port killed two": the verb's place is its subject's
		if slo, shi, _, ok := t.subject(h.at, t.lo); ok && slo < lo && shi <= h.at {
			for i := slo; i < shi; i++ {
				if n, _ := t.nounAt(events(), i, shi); n > 0 {
					lo = max(slo, h.clause[0])
					break
				}
			}
		}
	}
	return lo, max(hi, h.end)
}

// clauseStart is where the words of the happening o begin: its subject, or itself.
func (t *teller) clauseStart(o *happening) int {
	if o.verb {
		if c := t.child(o.at, english.Nsubj, english.NsubjPass); c >= 0 && c < o.at {
			lo, _ := t.np(c)
			return lo
		}
	}
	return o.at
}

// clauseEnd is where the words that go with o end and those of h, which stands
// behind, begin.
func (t *teller) clauseEnd(o, h *happening) int {
	return max(o.end, t.clauseStart(h))
}

func limit(ids []string) []string {
	var out []string
	for _, id := range ids {
		if !slices.Contains(out, id) && len(out) < 6 {
			out = append(out, id)
		}
	}
	return out
}
