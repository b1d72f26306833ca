package coding

import (
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/event"
)

// patientMeasures are what is counted where a figure says to how many a thing was
// done.
var patientMeasures = map[string]string{"arrest": "arrested", "expulsion": "expelled", "abduction": "abducted", "release": "released", "rescue": "rescued", "evacuation": "evacuated"}

// agentMeasures are what is counted where a figure says how many did a thing: "3,000
// people marched".
var agentMeasures = map[string]string{"demonstration": "participants"}

// numbered reports whether a figure stands in words lo to hi.
func (r *reading) numbered(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if r.token(i).UPOS == english.NUM {
			return true
		}
	}
	return false
}

// verb reads the happening of the verb at word i.
func (t *teller) verb(e verbEntry, i, lo, hi int) *happening {
	r := t.reading
	h := &happening{at: i, end: i + 1, kind: e.kind, verb: true, negated: r.negated(i), future: t.future(i)}
	h.clause = r.clause(i, lo, hi)
	slo, shi, passive, hasSubject := r.subject(i, lo)
	slo, shi = max(slo, lo), min(shi, hi)
	if !hasSubject || slo >= shi {
		slo, shi, hasSubject = t.pieceBefore(i, lo)
	}
	if a := r.against(i, lo); a >= 0 {
		slo, shi, hasSubject = a, i, true
	} else if r.anyNo(slo, shi) && hasSubject {
		h.negated = true
	}
	olo, ohi, hasObject := r.object(i, hi)
	subject := func() []string {
		if !hasSubject || slo >= shi {
			if r.controlled(i) {
				return t.rivalsOr()
			}
			return nil
		}
		return t.whom(slo, shi)
	}
	object := func() []string {
		if !hasObject {
			return nil
		}
		return t.sides(r.actors(olo, ohi, t.scene))
	}
	by := func() []string {
		for _, p := range r.prepositional(i, hi, "by") {
			if ids := t.sides(r.actors(p[0], p[1], t.scene)); len(ids) > 0 {
				return ids // "by mail ... by the clerk"
			}
		}
		return nil
	}
	// What is attacked, in words too: "towns".
	things := func(a, b int) { h.things = append(h.things, t.things(a, b)...) }
	switch e.frame {
	case act, kill, wound:
		if passive {
			h.target, h.agent = subject(), by()
			if hasSubject {
				h.who = [2]int{slo, shi}
				things(slo, shi)
			}
		} else {
			h.agent = subject()
			if hasSubject {
				t.inherit(h, slo, shi)
			}
			if hasObject {
				h.target = object()
				h.who = [2]int{olo, ohi}
				things(olo, ohi)
			}
			if e.frame == act {
				for _, p := range r.prepositional(i, hi, "on", "against", "at") {
					if len(h.target) == 0 && !r.temporal(p[0]) {
						h.target = t.sides(r.actors(p[0], p[1], t.scene))
						things(p[0], p[1])
					}
				}
			}
		}
		switch e.frame {
		case act:
			if m := patientMeasures[h.kind]; m != "" && r.numbered(h.who[0], h.who[1]) {
				h.measure = m
			}
		case kill:
			h.measure = "killed"
		case wound:
			h.measure = "wounded"
		}
		if !passive && !hasObject && h.measure != "" && hasSubject {
			// "the side has killed and wounded": they are its own.
			h.kind, h.agent, h.target, h.who = "casualties", nil, subject(), [2]int{i, i}
		}
	case at:
		if passive {
			h.agent = by()
		} else {
			h.agent = subject()
		}
		if len(h.agent) == 0 {
			h.agent = t.firedFrom(i, hi)
		}
		for _, p := range r.prepositional(i, hi, "at", "on", "toward", "towards", "into", "against", "over") {
			if !r.temporal(p[0]) && len(h.target) == 0 && len(h.things) == 0 {
				h.target = t.sides(r.actors(p[0], p[1], t.scene))
				things(p[0], p[1])
			}
		}
		h.kind = t.fired(h.kind, i, slo, shi, passive, olo, ohi, hasObject)
	case fall:
		h.kind = r.projectile(slo, shi)
		t.inherit(h, slo, shi)
		if ids := t.sides(r.actors(slo, shi, t.scene)); len(h.agent) == 0 {
			h.agent = ids
		}
		for _, p := range r.prepositional(i, hi, "on", "in", "near", "at", "into", "beside", "inside", "onto") {
			if len(h.target) == 0 && len(h.things) == 0 && !r.temporal(p[0]) {
				h.target = t.sides(r.actors(p[0], p[1], t.scene))
				things(p[0], p[1])
			}
		}
	case suffer:
		h.target, h.measure = subject(), "wounded"
		if hasSubject {
			h.who = [2]int{slo, shi}
		}
	case die:
		h.target = subject()
		if e.kind == "casualties" {
			h.measure = "killed"
		}
		if hasSubject {
			h.who = [2]int{slo, shi}
			things(slo, shi)
		}
	case lose:
		h.target = subject()
		h.who = [2]int{slo, shi}
		h.measure = "casualties"
		for j := olo; j < ohi; j++ {
			if m := r.loss(j); m != "" {
				h.measure = m
				break
			} else if r.isPerson(j) {
				h.measure = "killed"
			}
		}
		h.who = [2]int{olo, ohi}
		if !r.numbered(olo, ohi) && r.numbered(slo, shi) {
			h.who = [2]int{slo, shi} // "two men sustained injuries"
		}
	case meansFrame, move, cease:
		if passive {
			h.agent = by()
		} else {
			h.agent = subject()
			if m := agentMeasures[h.kind]; m != "" && r.numbered(slo, shi) {
				h.measure, h.who = m, [2]int{slo, shi}
			}
		}
		for _, p := range r.prepositional(i, hi, "against") {
			h.target = t.sides(r.actors(p[0], p[1], t.scene))
		}
	case under:
		h.target, h.suffered = subject(), true
		if hasSubject {
			things(slo, shi)
		}
		for j := i + 1; j < min(hi, i+6); j++ {
			if st := r.ws[j].known.state; st != nil {
				h.agent = []string{r.state(st)}
			}
		}
		if len(h.agent) == 0 {
			for _, p := range r.prepositional(i, hi, "from", "by", "to") {
				h.agent = t.sides(r.actors(p[0], p[1], t.scene))
			}
		}
	case give:
		if passive {
			h.agent = by()
		} else {
			h.agent = subject()
		}
		for _, p := range r.prepositional(i, hi, "to") {
			if len(h.target) == 0 {
				h.target = t.sides(r.actors(p[0], p[1], t.scene))
			}
		}
	case guard:
		h.agent = subject()
		h.target, h.response = t.attackers(i, hi, olo, ohi, hasObject), true
	case receive:
		h.target, h.suffered = subject(), true
		for _, p := range r.prepositional(i, hi, "from") {
			if len(h.agent) == 0 {
				h.agent = t.sides(r.actors(p[0], p[1], t.scene))
			}
		}
	case start:
		h.agent = subject()
	case with:
		h.agent = subject()
		for _, p := range r.prepositional(i, hi, "with", "against") {
			for _, id := range t.sides(r.actors(p[0], p[1], t.scene)) {
				if !slices.Contains(h.agent, id) {
					h.agent = append(h.agent, id)
				}
			}
		}
		if hasObject && len(h.agent) < 2 {
			for _, id := range object() {
				if !slices.Contains(h.agent, id) {
					h.agent = append(h.agent, id)
				}
			}
		}
	}
	if v := r.head(i); v >= lo && v < i && r.token(i).Rel == english.Xcomp && events().light[strings.ToLower(r.token(v).Lemma)] == stop {
		h.future, h.negated = false, false
		if l := strings.ToLower(r.token(v).Lemma); l == "refuse" || l == "decline" || l == "fail" {
			h.kind = "reject" // "refused to negotiate"
		} else if event.Family(h.kind) == "assault" {
			h.kind = "ceasefire"
		}
	}
	if e.kind == "ceasefire-violation" {
		h.things = slices.DeleteFunc(h.things, func(w string) bool { return rules[w] })
	}
	if v := r.head(i); v >= lo && v < i && r.ws[i-1].lower == "to" && strings.EqualFold(r.token(v).Lemma, "use") && r.passive(v) {
		h.agent = nil // of "used by militants to launch rockets" the militants do it
		for _, p := range r.prepositional(v, i, "by") {
			h.agent = t.sides(r.actors(p[0], p[1], t.scene))
		}
	}
	if len(h.agent) == 0 && e.frame != die && e.frame != lose && !passive && r.controlled(i) {
		h.agent = t.rivalsOr()
	}
	return h
}

// pieceBefore is the piece of the content before the cue, where the verb stands
// right behind it: "No unit, he said, had fired".
func (t *teller) pieceBefore(i, lo int) (a, b int, ok bool) {
	for k := 1; k < len(t.s.content); k++ {
		if t.s.content[k][0] != lo || i-lo > 4 {
			continue
		}
		p := t.s.content[k-1]
		if p[0] < p[1] && p[1]-p[0] < 10 && t.ws[p[1]-1].sent == t.ws[i].sent {
			return p[0], p[1], true
		}
	}
	return 0, 0, false
}

// rivalsOr returns those whom the cue accuses or, in a denial, the speaker.
func (t *teller) rivalsOr() []string {
	if len(t.rivals) > 0 {
		return t.rivals
	}
	switch t.s.acts.act {
	case narrative.Deny, narrative.Admit, narrative.Promise:
		return []string{t.side}
	}
	return nil
}

// controlled reports whether the verb has the subject of the cue: "denied
// provoking", "vowed to retaliate".
func (r *reading) controlled(i int) bool {
	w := r.ws[i].lower
	if strings.HasSuffix(w, "ing") && !r.auxiliary(i-1) {
		return true
	}
	return i > 0 && r.ws[i-1].lower == "to"
}

// inherit gives a happening the agent of the event that is its subject: "Armenia's
// fire killed two".
func (t *teller) inherit(h *happening, lo, hi int) {
	for i := lo; i < hi; i++ {
		if n, kind := t.nounAt(events(), i, hi); n > 0 {
			if len(h.agent) == 0 {
				h.agent = t.nounAgent(i, lo, hi)
			}
			if h.kind == "attack" && event.Family(kind) == "assault" {
				h.kind = kind
			}
		}
	}
}

// temporal reports whether a phrase at word i is a time: "on Tuesday", "at 07:40".
func (r *reading) temporal(i int) bool {
	for j := i; j < min(len(r.ws), i+2); j++ {
		w := r.ws[j].lower
		if months[w] || days[w] || w != "" && w[0] >= '0' && w[0] <= '9' && (strings.Contains(w, ":") || j+1 < len(r.ws) && months[r.ws[j+1].lower]) {
			return true
		}
	}
	switch r.ws[min(i, len(r.ws)-1)].lower {
	case "dawn", "night", "noon", "midnight", "dusk", "least", "most":
		return true
	}
	return false
}

var months = map[string]bool{"january": true, "february": true, "march": true, "april": true, "may": true, "june": true, "july": true, "august": true, "september": true, "october": true, "november": true, "december": true, "jan": true, "feb": true, "aug": true, "sept": true, "oct": true, "nov": true, "dec": true}

var days = map[string]bool{"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true, "today": true, "yesterday": true, "night": true, "morning": true, "evening": true, "week": true, "month": true, "year": true, "days": true, "weeks": true, "months": true, "years": true, "hours": true}

// clause returns the words around a verb or noun that are its own: from the last
// other verb or the beginning to the next other verb or the end.
func (r *reading) clause(i, lo, hi int) [2]int {
	a, b := max(lo, r.first[r.ws[i].sent]), min(hi, r.sentenceEnd(i))
	return [2]int{a, b}
}

// future reports whether the verb speaks of what is yet to come or only wished.
func (t *teller) future(i int) bool {
	r := t.reading
	s, base := r.sentence(i)
	if i > base && r.ws[i-1].lower == "to" && r.token(i-1).UPOS != english.ADP {
		// "to launch rockets" is what for, but after "tried", "began", "had".
		h := r.head(i)
		if h < 0 {
			return true
		}
		l := strings.ToLower(r.token(h).Lemma)
		w := events().light[l]
		if l == "use" && r.passive(h) {
			return true // "sites used to launch rockets": what they are for
		}
		if w != try && w != do && w != stop && l != "begin" && l != "manage" && l != "go" && l != "continue" && l != "move" && l != "have" && l != "force" && l != "seem" && l != "appear" && !(r.token(i).Rel == english.Xcomp && r.passive(h)) {
			return true
		}
	}
	for j := i - 1; j >= base && j >= i-5; j-- {
		tok := &s.Tokens[j-base]
		switch w := strings.ToLower(tok.Form); {
		case w == "will" || w == "would" || w == "'ll" || w == "shall" || w == "should" || w == "must" || w == "could" || w == "might" || w == "may" || w == "can":
			return tok.UPOS == english.AUX
		case tok.UPOS == english.AUX || tok.UPOS == english.ADV || tok.UPOS == english.PART || tok.UPOS == english.PRON:
			continue
		case w == "order" || w == "ready" || w == "able" || w == "if" || w == "unless" || w == "vow" || w == "vowed" || w == "threatened":
			return true
		}
		break
	}
	return false
}

// anyNo reports whether a noun phrase is of none: "no Armenian unit".
func (r *reading) anyNo(lo, hi int) bool {
	for i := lo; i < hi && i < lo+3; i++ {
		if w := r.ws[i].lower; w == "no" || w == "none" || w == "neither" || w == "nobody" {
			return true
		}
	}
	return false
}
