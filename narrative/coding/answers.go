package coding

import (
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/event"
)

// answers links each denial to the assertion that it answers, if the text leaves no
// doubt which that is. from is the attribution of each assertion.
func (r *reading) answers(as []narrative.Assertion, from []*speech) {
	for i := range as {
		a := &as[i]
		if a.Stance != narrative.Denies || a.Claim.Event == "" && !r.rejects(from[i]) {
			continue // "there were no irregularities" says what isn't, and not that somebody's word is false
		}
		j := -1
		if a.Claim.Event == "" && r.misquoted(from[i]) {
			j = r.saidBefore(as, from, i)
		} else {
			j = r.answered(as, from, i)
		}
		if j < 0 {
			continue
		}
		a.Claim.About = as[j].ID
		switch c := &as[j].Claim; {
		case a.Claim.Event != "":
		case r.ofCharges(from[i]) && !r.names(c.Agent, r.cast.Side(a.Party)):
			a.Claim.Agent = []string{r.cast.Side(a.Party)} // "denied the charges", which the text doesn't give
		case !matters[c.Event] || len(c.Agent) > 0:
			// "denied the report": what it denies is what the report says was done.
			a.Claim.Event, a.Claim.Agent, a.Claim.Target = c.Event, slices.Clone(c.Agent), slices.Clone(c.Target)
		}
		switch {
		case a.Focus != "":
		case r.ofFigures(from[i]):
			a.Focus = narrative.FacetCount // "rejected the figures": not that it happened
		case r.ofNames(from[i]) && len(as[j].Claim.Label) > 0:
			a.Focus = narrative.FacetLabel // "rejected the description": nor that
		}
	}
}

// saidBefore returns the index of what the side of i said last before it, -1 for nothing:
// who was misquoted there takes it back.
func (r *reading) saidBefore(as []narrative.Assertion, from []*speech, i int) int {
	for j := i - 1; j >= max(0, i-window); j-- {
		b := &as[j]
		if from[j] != from[i] && r.cast.Side(b.Party) == r.cast.Side(as[i].Party) && b.Stance != narrative.Denies && b.Claim.Act != narrative.Decline && b.Claim.About == "" {
			return j
		}
	}
	return -1
}

// matters are kinds of event that are spoken of more than claimed: who rejects a word
// on an election doesn't say that there was none.
var matters = map[string]bool{"election": true, "meeting": true, "agreement": true, "demonstration": true, "strike": true}

// ofCharges reports whether the content is no more than "the charges", "allegations":
// those are against who denies them.
func (r *reading) ofCharges(s *speech) bool {
	for _, c := range s.content {
		for i := c[0]; i < c[1] && i < c[0]+3; i++ {
			switch strings.ToLower(r.token(i).Lemma) {
			case "charge", "accusation", "allegation":
				return true
			}
		}
	}
	return false
}

// rejects reports whether what is said denies somebody's word: by its cue, or as it
// speaks of a word or says that it is so.
func (r *reading) rejects(s *speech) bool {
	if s.acts.act == narrative.Deny || r.misquoted(s) {
		return true
	}
	for _, c := range s.content {
		for i := c[0]; i < c[1]; i++ {
			if l := strings.ToLower(r.token(i).Lemma); wordOfSpeech(l) || r.rejecting(i, c[1], "false", "never") > 0 || l == "true" || l == "case" || i == c[0] && (l == "this" || l == "that" || l == "it") {
				return true
			}
		}
	}
	return false
}

// ofNames reports whether what is denied is what something was called: "rejected both
// descriptions", "waved the label aside".
func (r *reading) ofNames(s *speech) bool {
	if len(s.content) == 0 {
		return false // a remark on what was left unsaid has no words of the speaker's
	}
	c := s.content[0]
	if h := r.core(c[0], c[1]); h >= 0 {
		l := strings.ToLower(r.token(h).Lemma)
		return rejections().in(l, "describing") || l == "word" && r.token(h).Feats.Number != english.Plural
	}
	return false
}

// ofFigures reports whether what is denied are figures.
func (r *reading) ofFigures(s *speech) bool {
	for _, c := range s.content {
		for i := c[0]; i < min(c[1], c[0]+5); i++ {
			switch l := strings.ToLower(r.token(i).Lemma); {
			case l == "figure" || l == "number" || l == "toll" || l == "tally" || l == "total" || l == "result":
				return true
			case r.token(i).UPOS == english.NOUN:
				return false
			}
		}
	}
	return false
}

// answered returns the index of the assertion that the denial i answers, or -1.
func (r *reading) answered(as []narrative.Assertion, from []*speech, i int) int {
	a := &as[i]
	side := r.cast.Side(a.Party)
	// "Pakistan's claim", "the Azerbaijani statement": the words name whose it is.
	owner := r.claimOwner(from[i], side)
	// A report or a claim needn't charge who rejects it.
	plain := a.Claim.Event == "" && !r.ofCharges(from[i]) && owner == ""
	naming := a.Claim.Event == "" && r.ofNames(from[i])
	var mine map[string]bool
	if a.Claim.Event == "" {
		mine = r.topics(from[i])
	}
	best, score := -1, 0
	for j := max(0, i-2*window); j < min(len(as), i+2*window); j++ {
		b := &as[j]
		if j == i || from[j] == from[i] || b.Stance == narrative.Denies || b.Claim.Act != narrative.Assert && b.Claim.Act != narrative.Accuse || b.Claim.Event == "statement" || r.cast.Side(b.Party) == side || b.Claim.About != "" {
			continue
		}
		other := r.cast.Side(b.Party)
		n := 1
		switch {
		case owner != "" && other != owner:
			continue
		case owner != "":
			n += 4
		}
		if within(from[j], from[i]) && len(from[j].Chain) > len(from[i].Chain) {
			n += 12 // the denied words stand in the denial
		}
		if a.Claim.Event != "" {
			// A denial with content answers only what is of its kind.
			if !related(a.Claim.Event, b.Claim.Event) {
				continue
			}
			if len(a.Claim.Agent) > 0 && len(b.Claim.Agent) > 0 && !r.shareSide(a.Claim.Agent, b.Claim.Agent) {
				continue
			}
			n += 3
			if a.Claim.Event == b.Claim.Event {
				n += 3
			}
			n += r.shared(&a.Claim, &b.Claim)
		}
		if !plain && r.names(b.Claim.Agent, side) {
			n += 3 // it accuses the one that denies
		}
		if !plain && b.Claim.Act == narrative.Accuse {
			n++
		}
		if b.Claim.Event != "" {
			n++
		}
		if naming && len(b.Claim.Label) > 0 {
			n += 6 // who rejects a description means what calls something something
		}
		if a.Claim.Event == "" {
			n += 2 * min(2, alike(mine, r.topics(from[j])))
		}
		if plain && event.Known(b.Claim.Event) {
			n++ // of a report's claims, who scoffs at it means what it is about
		}
		switch gap := r.ws[min(from[i].at, len(r.ws)-1)].sent - r.ws[min(from[j].at, len(r.ws)-1)].sent; {
		case gap == 0 && j < i:
			n += 4
		case gap >= 0 && gap <= 1:
			n += 3
		case gap >= 0 && gap <= 3:
			n += 2
		case gap < -1 && from[i].at > 12 && a.Claim.Event == "":
			continue // a word that isn't said yet isn't rejected, but in a headline
		case gap < 0 && from[i].at > 12:
			n-- // what is said later is answered in a headline only
		}
		// Of two claims of one content, who rejects it means the one on itself.
		onItself := n == score && best >= 0 && from[j] == from[best] && r.names(b.Claim.Agent, side) && !r.names(as[best].Claim.Agent, side)
		if n > score || n == score && j < i && best > i || onItself {
			best, score = j, n
		}
	}
	if score < 4 && a.Claim.Event != "" {
		return -1
	}
	return best
}

// topics returns the nouns and verbs of a content that say what it is about, in
// dictionary form: "talk of hidden bodies" is about bodies that are hidden.
func (r *reading) topics(s *speech) map[string]bool {
	m := map[string]bool{}
	for _, c := range s.content {
		for i := c[0]; i < c[1]; i++ {
			switch r.token(i).UPOS {
			case english.NOUN, english.VERB, english.PROPN:
				if l := strings.ToLower(r.token(i).Lemma); !plain[l] && r.rejecting(i, i+1, "word", "describing", "false", "idle") == 0 {
					m[l] = true
				}
			}
		}
	}
	return m
}

// alike counts the words that two contents share.
func alike(a, b map[string]bool) int {
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return n
}

// shared counts the parts that two claims both give and that may be the same: who
// denies shots at night answers who dates them.
func (r *reading) shared(a, b *narrative.Claim) int {
	n := 0
	if !a.Time.IsZero() && a.Time.Overlaps(b.Time) {
		n++
	}
	if len(a.Target) > 0 && slices.ContainsFunc(a.Target, func(w string) bool { return slices.Contains(b.Target, w) }) {
		n++
	}
	if len(a.Place) > 0 && slices.ContainsFunc(a.Place, func(w string) bool { return slices.Contains(b.Place, w) }) {
		n++
	}
	return n
}

// claimOwner returns the side whose word a denial without content of its own says
// that it rejects.
func (r *reading) claimOwner(s *speech, own string) string {
	for _, c := range s.content {
		for i := c[0]; i < c[1] && i < c[0]+8; i++ {
			if st := r.ws[i].known.state; st != nil {
				for j := i + 1; j < min(c[1], i+4); j++ {
					if wordOfSpeech(strings.ToLower(r.token(j).Lemma)) {
						if id := r.state(st); id != own {
							return id
						}
					}
				}
			}
			if w := r.ws[i].lower; (w == "from" || w == "by" || w == "of") && i > c[0] && wordOfSpeech(strings.ToLower(r.token(i-1).Lemma)) {
				for _, id := range r.actors(i+1, c[1], scene{}) {
					if side := r.cast.Side(id); side != own {
						return side
					}
				}
			}
		}
	}
	return ""
}

// related reports whether a word on one kind of event can answer a word on the
// other.
func related(a, b string) bool {
	if a == b || b == "" {
		return b != ""
	}
	return event.IsA(a, b) || event.IsA(b, a) || event.Family(a) == event.Family(b) && event.Known(a) && event.Known(b)
}

func (r *reading) names(ids []string, side string) bool {
	for _, id := range ids {
		if r.cast.Side(id) == side {
			return true
		}
	}
	return false
}

func (r *reading) shareSide(a, b []string) bool {
	for _, x := range a {
		if r.names(b, r.cast.Side(x)) {
			return true
		}
	}
	return false
}
