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
	if t.hi-t.lo > 14 || t.s.acts.act == narrative.Admit {
		return false
	}
	untrue, word := false, t.s.acts.act == narrative.Deny
	for i := t.lo; i < t.hi; i++ {
		l := strings.ToLower(r.token(i).Lemma)
		untrue = untrue || falsities[l]
		word = word || wordsOfSpeech[l] || i == t.lo && (l == "this" || l == "that" || l == "it" || l == "they" || l == "these")
	}
	return untrue && word && !slices.ContainsFunc(t.hs, func(h *happening) bool { return h.verb })
}

var falsities = map[string]bool{"false": true, "lie": true, "untrue": true, "baseless": true, "groundless": true, "unfounded": true, "disinformation": true, "misinformation": true, "fabrication": true, "fabricated": true, "nonsense": true, "fiction": true, "fake": true, "hoax": true, "propaganda": true, "slander": true, "absurd": true, "ridiculous": true, "rubbish": true, "myth": true, "incorrect": true, "invention": true}

var wordsOfSpeech = map[string]bool{"claim": true, "report": true, "accusation": true, "allegation": true, "statement": true, "charge": true, "rumour": true, "rumor": true, "assertion": true, "account": true, "story": true, "version": true, "news": true, "suggestion": true, "word": true, "information": true, "remark": true, "comment": true}

// endsFalse reports whether the content ends in calling what stands before a
// falsehood: "reports that they had fled an absolute lie".
func (t *teller) endsFalse() bool {
	return t.s.acts.words != "" && t.callsFalsehood(t.s)
}

// callsFalsehood reports whether s gives somebody's word a bad name: "called the
// reports a lie".
func (r *reading) callsFalsehood(s *speech) bool {
	if !naming[s.acts.words] || len(s.content) == 0 {
		return false
	}
	c := s.content[len(s.content)-1]
	for i := max(c[0], c[1]-5); i < c[1]; i++ {
		if falsities[strings.ToLower(r.token(i).Lemma)] {
			return true
		}
	}
	return false
}

var naming = map[string]bool{"call": true, "describe": true, "label": true, "brand": true, "term": true, "dismiss": true, "slam": true, "characterize": true, "characterise": true, "denounce": true, "dub": true}
