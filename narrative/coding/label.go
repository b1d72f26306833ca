package coding

import (
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/event"
)

// A calling is a name that a speaker gives a thing: "called the walkout a last resort".
type calling struct {
	label string
	noun  string // the head of the words for the thing, in dictionary form
	kind  string // the kind of event that it is, "" for none that the tables know
	loose bool   // a pronoun, or words outside the content: whatever was told of
}

// generic nouns stand for whatever was told of.
var generic = map[string]bool{"act": true, "action": true, "affair": true, "case": true, "episode": true, "event": true, "incident": true, "matter": true, "measure": true, "move": true, "operation": true, "situation": true, "step": true}

// calling returns the name that the content gives, if that is its point: by a cue of
// naming, or by a predicate in quotation marks or that the table of marks knows.
func (t *teller) calling(out []claim) (calling, bool) {
	v, ok := t.verdict(t.s)
	if !ok || t.s.Mode != 0 || t.s.acts.act == narrative.Deny {
		return calling{}, false
	}
	k := calling{label: t.nameIn(v.what[0], v.what[1]), loose: v.of[0] >= v.of[1]}
	marked := slices.ContainsFunc(out, func(c claim) bool { return len(c.Label) > 0 })
	quoted := false
	for i := v.what[0]; i < v.what[1]; i++ {
		quoted = quoted || opening(t.doc.Text, t.ws[i].start)
	}
	if k.label == "" || !v.named && (!quoted && !marked || t.token(v.what[0]).UPOS == english.VERB) {
		return calling{}, false
	}
	if h := t.core(v.of[0], v.of[1]); h >= 0 {
		k.noun = strings.ToLower(t.token(h).Lemma)
		k.loose = t.token(h).UPOS == english.PRON || generic[k.noun]
		for _, o := range t.hs {
			if o.at <= h && h < o.end && v.of[0] <= o.at {
				k.kind = o.kind
			}
		}
		if t.isPerson(h) && k.kind == "" {
			return calling{}, false // what somebody is isn't what happened
		}
	}
	return k, true
}

// nameIn returns the noun that words lo to hi call a thing by, with the noun before it
// that it is one word with, or the adjective that they do; "" for neither.
func (r *reading) nameIn(lo, hi int) string {
	adjective := ""
	for i := lo; i < hi; i++ {
		tok := r.token(i)
		switch tok.UPOS {
		case english.NOUN:
			if i+1 < hi && r.token(i+1).UPOS == english.NOUN {
				continue
			}
			return strings.ToLower(tok.Lemma)
		case english.ADJ:
			if adjective == "" {
				adjective = strings.ToLower(tok.Lemma)
			}
		case english.ADP, english.SCONJ, english.PRON:
			if adjective != "" || i > lo+1 {
				return adjective
			}
		case english.VERB:
			if tok.Feats.VerbForm == english.Finite || adjective != "" {
				return adjective
			}
			adjective = r.ws[i].lower // "unfounded", "justified"
		}
	}
	return adjective
}

// likens links what one side calls a thing to what another called it before: names of
// one thing belong to one issue, however unlike they are, and the later answers the
// earlier. from is the attribution of each assertion.
func (r *reading) likens(as []narrative.Assertion, from []*speech) {
	for i := range as {
		k := from[i].calling
		if k == nil || !named(&as[i]) {
			continue
		}
		best, score := -1, 2
		for j := max(0, i-2*window); j < i; j++ {
			o := from[j].calling
			if o == nil || from[j] == from[i] || !named(&as[j]) || r.cast.Side(as[j].Party) == r.cast.Side(as[i].Party) {
				continue
			}
			gap := r.ws[min(from[i].at, len(r.ws)-1)].sent - r.ws[min(from[j].at, len(r.ws)-1)].sent
			n := 0
			switch {
			case k.kind != "" && o.kind != "":
				if !event.IsA(k.kind, o.kind) && !event.IsA(o.kind, k.kind) {
					continue
				}
				n = 5
			case k.noun != "" && k.noun == o.noun && !k.loose:
				n = 5
			case (k.loose || o.loose) && gap >= 0 && gap <= 2:
				n = 4 - gap
			}
			if n > score || n == score && n > 2 {
				best, score = j, n // the nearest of those
			}
		}
		if best < 0 {
			continue
		}
		as[i].Claim.About = as[best].ID
	}
}

// named reports whether the assertion holds a name and answers nothing yet.
func named(a *narrative.Assertion) bool {
	c := &a.Claim
	return len(c.Label) > 0 && c.About == "" && a.Stance != narrative.Denies && (c.Act == narrative.Assert || c.Act == narrative.Accuse)
}
