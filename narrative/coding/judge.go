package coding

import (
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/event"
)

// judge settles the act and stance of a claim by what it says.
func (t *teller) judge(c *claim) {
	if t.callsFalse() {
		c.Act, c.stance = narrative.Deny, narrative.Denies
		c.Event, c.Agent, c.Target, c.Count, c.Label, c.Cause = "", nil, nil, nil, nil, nil
		return
	}
	switch c.Act {
	case narrative.Deny:
		c.stance = narrative.Denies
		return
	case narrative.Assert:
		if c.stance == narrative.Denies {
			c.Act = narrative.Deny
			return
		}
		switch {
		case t.conceded(c):
			c.Act = narrative.Admit
		case t.hostile(c):
			c.Act = narrative.Accuse
		}
	}
	if t.s.Mode != 0 && c.Act == narrative.Accuse {
		c.Act = narrative.Assert
	}
}

// conceded reports whether a claim says that another side holds what is the
// speaker's own: a loss, as its dead are, unless it is called by a name that charges.
func (t *teller) conceded(c *claim) bool {
	return len(c.Label) == 0 && c.Event == "control" && len(c.Agent) > 0 && !slices.Contains(c.Agent, t.side) && slices.Contains(c.Target, t.side)
}

// hostile reports whether a claim says that another side did wrong.
func (t *teller) hostile(c *claim) bool {
	if len(c.Agent) == 0 || slices.Contains(c.Agent, t.side) || slices.Contains(c.Agent, t.party) || c.stance == narrative.Denies {
		return false
	}
	if len(c.Count) > 0 && c.Count[0].Max != nil && *c.Count[0].Max == 0 {
		return false
	}
	switch event.Family(c.Event) {
	case "assault", "coerce", "reject", "threaten":
		return c.Event != "clash"
	}
	return c.Event == "ceasefire-violation" || c.Act == narrative.Accuse || c.Event == "deployment" && slices.Contains(c.Target, t.side)
}

// callsFalse reports whether the content does no more than call another's word
// false: "the claim false", "That is a lie".
func (t *teller) callsFalse() bool {
	r := t.reading
	if _, ok := r.rejection(t.s); ok {
		return len(t.hs) == 0
	}
	if t.hi-t.lo > 14 || t.s.acts.act == narrative.Admit {
		return false
	}
	untrue, word := false, t.s.acts.act == narrative.Deny
	for i := t.lo; i < t.hi; i++ {
		l := strings.ToLower(r.token(i).Lemma)
		untrue = untrue || r.rejecting(i, t.hi, "false") > 0
		word = word || wordOfSpeech(l) || i == t.lo && (l == "this" || l == "that" || l == "it" || l == "they" || l == "these")
	}
	return untrue && word && !slices.ContainsFunc(t.hs, func(h *happening) bool { return h.verb })
}

// wordOfSpeech reports whether the noun names what somebody said: "claim".
func wordOfSpeech(noun string) bool { return rejections().in(noun, "word") }
