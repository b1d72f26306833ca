package coding

import (
	"cmp"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
)

// bare makes a claim of a content without an event that the lexicon knows: the
// verb's own word is its kind, if it has one. It returns that verb, or -1.
func (t *teller) bare(c *claim) int {
	r := t.reading
	c.confidence = 0.6
	v := t.predicate()
	lo, hi := t.lo, t.hi
	if v >= 0 {
		if x := t.child(v, english.Xcomp); x > v && x < t.hi && aspects[strings.ToLower(r.token(v).Lemma)] && r.token(x).UPOS == english.VERB {
			v = x // "proceeded to lie": that is what was done
		}
		if x := t.child(v, english.AclRelcl); x > v && x < t.hi && t.expletive(v) {
			v = x // "it was Lima that started it"
		}
		if ps := t.predicates(); len(ps) > 1 {
			if k := slices.Index(ps, v); k >= 0 {
				lo, hi = t.clauseOf(ps, k)
			}
		}
		t.deed(c, v, lo, hi)
		_, _, passive, _ := r.subject(v, lo)
		t.began(c, v, hi, cmp.Or(t.latest[t.side].event, t.latest[""].event))
		if means := t.meansOnly(v); len(means) > 0 && !passive && len(c.Agent) > 0 {
			c.Event, c.Target, c.Means = "attack", nil, means // "their troops used drones"
			if t.party != "" && !slices.Contains(c.Agent, t.side) {
				t.implied(c, &happening{kind: c.Event})
			}
		} else if len(means) > 0 && passive {
			// "Artillery and drones were used": in what the speaker has been telling.
			c.Event, c.Agent, c.Target, c.Means = "attack", t.lately(v), nil, means
		}
	}
	if v < 0 {
		t.nominalDeed(c)
	}
	if len(c.Agent) == 0 && len(t.rivals) > 0 {
		c.Agent = t.rivals
	}
	t.places(c, t.lo, t.hi)
	t.marks(c, t.lo, t.hi)
	t.time(c, t.lo, t.hi)
	if v < 0 && t.amount(c, v, lo, hi) {
		return v
	}
	if t.bareCount(c); v >= 0 {
		t.quantify(c, v, lo, hi)
	}
	return v
}

// began makes c a word on who brought about what a pronoun stands for, an event of the
// kind told, if the verb v says so: "it was Lima that started it".
func (t *teller) began(c *claim, v, hi int, told string) {
	if told == "" || !t.begun(v, hi) {
		return
	}
	c.Event, c.Target = told, nil
	if ids := t.cleft(v); len(ids) > 0 {
		c.Agent = limit(ids)
	}
	t.implied(c, &happening{kind: c.Event})
}

// begun reports whether the verb says that its subject brought about what a pronoun
// stands for, where something was told of before: "unleashed it", "started all this".
func (t *teller) begun(v, hi int) bool {
	if way := events().light[strings.ToLower(t.token(v).Lemma)]; way != bring && way != do {
		return false
	}
	lo, to, ok := t.object(v, hi)
	if !ok {
		return false
	}
	for i := lo; i < to; i++ {
		switch t.ws[i].lower {
		case "it", "this", "that", "them", "these":
			return to-lo <= 2
		}
	}
	return false
}

// expletive reports whether the subject of the predicate v is an "it".
func (t *teller) expletive(v int) bool {
	c := t.child(v, english.Nsubj, english.Expl)
	return c >= t.lo && c < v && t.ws[c].lower == "it"
}

// cleft returns whom "it was Lima that started it" puts in front of the verb v.
func (t *teller) cleft(v int) []string {
	for i := v - 1; i > t.lo && t.ws[i].sent == t.ws[v].sent; i-- {
		if w := t.ws[i].lower; w != "that" && w != "who" && w != "which" {
			continue
		}
		for j := i - 1; j >= t.lo; j-- {
			if t.token(j).Lemma == "be" {
				return t.sides(t.actors(j+1, i, t.scene))
			}
		}
	}
	return nil
}

// meansOnly returns the means of which the verb says that they were used.
func (t *teller) meansOnly(v int) []string {
	switch strings.ToLower(t.token(v).Lemma) {
	case "use", "employ", "deploy", "involve":
	default:
		return nil
	}
	var out []string
	for i := t.lo; i < t.hi; i++ {
		if n, name := t.meansAt(events(), i, t.hi); n > 0 && t.nominal(i) && !slices.Contains(out, name) {
			out = append(out, name)
			i += n - 1
		}
	}
	return out
}

// topic gives the claims of a content without an agent the subject of its main
// verb: "the electoral council is biased" is a word on the council.
func (t *teller) topic(out []claim) {
	for i := range out {
		if len(out[i].Agent) > 0 {
			return
		}
	}
	v := t.predicate()
	if v < 0 || len(out) == 0 || perceived[strings.ToLower(t.token(v).Lemma)] {
		return
	}
	for _, h := range t.hs {
		if h.verb || h.kind == "casualties" || t.verbAbove(h.at) != v {
			return
		}
	}
	lo, hi, passive, ok := t.subject(v, t.lo)
	if !ok || hi == lo+1 && relative[t.ws[lo].lower] || passive && events().marks[t.ws[v].lower].facet != "label" {
		return
	}
	if ids := t.sides(t.actors(max(lo, t.lo), min(hi, t.hi), t.scene)); len(ids) > 0 {
		out[0].Agent = limit(ids)
	}
}

// verbAbove returns the nearest predicate that word i hangs on, or -1.
func (t *teller) verbAbove(i int) int {
	for h, steps := i, 0; h >= 0 && steps < 20; h, steps = t.head(h), steps+1 {
		if h != i && (t.token(h).UPOS == english.VERB || t.child(h, english.Cop) >= 0) {
			return h
		}
	}
	return -1
}

// perceived are verbs whose subject has no part in what happens: residents hear
// explosions.
var perceived = map[string]bool{"hear": true, "see": true, "witness": true, "watch": true, "feel": true, "notice": true, "observe": true, "report": true, "fear": true, "expect": true, "monitor": true, "detect": true, "record": true, "document": true}

// aspects are verbs that only say how another is done.
var aspects = map[string]bool{"begin": true, "start": true, "proceed": true, "continue": true, "go": true, "manage": true, "try": true, "come": true, "keep": true, "seem": true, "appear": true, "tend": true}

// plain verbs name no kind of event.
var plain = map[string]bool{"be": true, "have": true, "do": true, "say": true, "make": true, "get": true, "go": true, "take": true, "come": true, "give": true, "seem": true, "become": true, "know": true, "see": true, "want": true, "can": true, "will": true, "show": true, "need": true, "put": true, "call": true}

// predicate returns the verb, or the noun or adjective with a copula, that the
// content hangs on; -1 where there is none.
func (t *teller) predicate() int {
	return t.hangsOn(t.s, 0)
}

// hangsOn returns the predicate of the content of s that hangs on no other, the first
// of those; -1 where there is none. What makes it a predicate stands at word from or
// behind.
func (r *reading) hangsOn(s *speech, from int) int {
	best, depth := -1, 99
	for _, piece := range s.content {
		for i := piece[0]; i < piece[1]; i++ {
			if !r.predicative(i, from) {
				continue
			}
			if d := r.depth(i); d < depth {
				best, depth = i, d
			}
		}
	}
	return best
}

func (r *reading) depth(i int) int {
	n := 0
	for h := r.head(i); h >= 0 && n < 60; h = r.head(h) {
		n++
	}
	return n
}
