package coding

import (
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/narrative"
)

// A speaker may say of something that it isn't known yet, and a report may say of a
// speaker that something was left out. Neither is a happening: the first is a claim
// whose certainty is unknown, the second one whose act is to decline, both with the
// facet in focus, and of the happening that the speaker last told of.

// told is the claim that a side made last, so that what is said to be open of it
// stands beside it.
type told struct {
	event         string
	agent, target []string
	count         []narrative.Count
}

// opened returns the claim that something is not known yet, if the content is that:
// "the number of wounded is being established", "it is unclear who fired".
func (t *teller) opened(base claim) (claim, bool) {
	at := t.unsettled()
	if at < 0 {
		return claim{}, false
	}
	lo, hi := max(t.lo, t.first[t.ws[at].sent]), min(t.hi, t.sentenceEnd(at))
	f := t.question(lo, hi)
	if f == "" {
		return claim{}, false
	}
	c := base
	c.certainty, c.focus = narrative.NotKnown, f
	t.last(&c, lo, hi)
	return c, true
}

// keepsBack returns the claim that the speaker says nothing of something, if the content
// has that: "we will not comment", "they could not say how many were hurt". What it
// says nothing of is then no happening.
func (t *teller) keepsBack(base claim) (claim, bool) {
	for _, piece := range t.s.content {
		for i := piece[0]; i < piece[1]; i++ {
			lo, hi := max(piece[0], t.first[t.ws[i].sent]), min(piece[1], t.sentenceEnd(i))
			w, ok := t.withholds(i, lo, hi, nil)
			if !ok && t.inquires(i, lo, hi, &w) {
				w.unknown, ok = true, t.whose(i, lo, &w, nil)
			}
			if !ok || t.others[i] || !t.itself(w.by.Speaker.Exact) {
				continue
			}
			t.hs = slices.DeleteFunc(t.hs, func(h *happening) bool { return w.words[0] <= h.at && h.at < w.words[1] })
			c := base
			c.Act = narrative.Decline
			if w.unknown {
				c.Act = narrative.Assert
			}
			if w.ask[0] < w.ask[1] {
				c.focus, c.certainty = t.question(w.ask[0], w.ask[1]), narrative.NotKnown
			}
			t.last(&c, w.ask[0], w.ask[1])
			return c, true
		}
	}
	return claim{}, false
}

// itself reports whether the words in a content are likely to mean who says it.
func (t *teller) itself(who string) bool {
	switch who = strings.ToLower(who); who {
	case "we", "i":
		return true
	case "he", "she", "it", "they":
		return !t.scene.direct
	}
	return false
}

// leftTo reports whether the happening is only what the words leave open: how many
// died, whether anybody fired.
func (t *teller) leftTo(f narrative.Facet, h *happening) bool {
	at := t.unsettled()
	if at < 0 || t.ws[h.at].sent != t.ws[at].sent {
		return false
	}
	return f == narrative.FacetCount && h.kind == "casualties" || f == narrative.FacetOccurrence || at < h.at && t.hasAny(at, h.at, "if", "whether")
}

// last makes c a claim on what the side last told of, and of a figure that words lo to
// hi leave open, on whom they count.
func (t *teller) last(c *claim, lo, hi int) {
	k, ok := t.latest[t.side]
	if !ok {
		k = t.latest[""] // what it leaves open is what others told of
	}
	c.Event, c.Agent, c.Target = k.event, k.agent, k.target
	c.confidence = 0.7
	if c.focus != narrative.FacetCount {
		return
	}
	n := narrative.Count{}
	if len(k.count) > 0 {
		n.Of, n.Who, n.Among = k.count[0].Of, k.count[0].Who, k.count[0].Among
	}
	for i := lo; i < hi; i++ {
		if m := t.loss(i); m != "" && m != "participants" {
			n.Of = m
		}
	}
	if n.Of != "" {
		c.Count = []narrative.Count{n}
	}
}

// unsettled returns the word that says that something isn't known yet, or -1.
func (t *teller) unsettled() int {
	for i := t.lo; i < t.hi; i++ {
		if t.reading.unsettled(i) || i > t.lo && t.ws[i].lower == "early" && t.ws[i-1].lower == "too" {
			return i
		}
	}
	return -1
}

// unsettled reports whether word i says that something isn't known yet.
func (r *reading) unsettled(i int) bool {
	tok := r.token(i)
	before := ""
	if r.ws[i].at > 0 {
		before = r.ws[i-1].lower
	}
	if before == "being" && tok.UPOS == english.VERB && settling[strings.ToLower(tok.Lemma)] {
		return true
	}
	switch r.ws[i].lower {
	case "unclear", "unknown", "undetermined", "uncertain":
		return tok.Rel != english.Amod // "unknown gunmen"
	case "clear", "known", "established", "determined", "certain":
		return r.negated(i)
	case "investigation":
		return before == "under"
	}
	return false
}

var settling = map[string]bool{"ascertain": true, "assess": true, "calculate": true, "check": true, "clarify": true, "count": true, "determine": true, "establish": true, "examine": true, "investigate": true, "verify": true}

// question returns the facet that words lo to hi ask for, "" for none.
func (r *reading) question(lo, hi int) narrative.Facet {
	x := events()
	for i := lo; i < hi; i++ {
		for n := min(3, hi-i); n > 0; n-- {
			f := x.open[r.lowerText(i, i+n)]
			if f == "" {
				f = x.open[r.lemmas(i, i+n)]
			}
			if f == narrative.FacetOccurrence && r.asksLosses(i+n, hi) {
				return narrative.FacetCount // "whether anybody was hurt"
			}
			if f != "" {
				return f
			}
		}
	}
	return ""
}

// asksLosses reports whether words lo to hi speak of people who came to harm.
func (r *reading) asksLosses(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if m := r.loss(i); m != "" && m != "participants" {
			return true
		}
		if r.token(i).UPOS != english.VERB {
			continue
		}
		for _, e := range events().verbs[strings.ToLower(r.token(i).Lemma)] {
			if len(e.rest) == 0 && (e.frame == kill || e.frame == wound || e.frame == die) {
				return true
			}
		}
	}
	return false
}
