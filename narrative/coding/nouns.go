package coding

import (
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/event"
)

// noun reads the happening that the noun of n words at word i names.
func (t *teller) noun(kind string, i, n, lo, hi int) *happening {
	r := t.reading
	last := i + n - 1
	h := &happening{at: i, end: i + n, kind: kind, negated: r.negated(i), clause: r.clause(i, lo, hi)}
	if m := r.loss(last); m == "killed" || m == "wounded" || m == "missing" || m == "casualties" {
		h.measure = m
		h.kind = "casualties"
	}
	if h.kind == "casualties" {
		h.who = [2]int{i, i + n}
		h.target = t.patients(i, last, hi)
		if h.measure == "" {
			h.measure = "casualties"
		}
	} else {
		h.agent = t.nounAgent(i, lo, hi)
		h.stranger = len(h.agent) == 0 && i > lo && (r.ws[i-1].lower == "'s" || r.ws[i-1].lower == "'") && !r.temporal(max(lo, i-2))
		if suffered[kind] && i > lo && (owners[r.ws[i-1].lower] || r.ws[i-1].lower == "'s") {
			h.target, h.agent = h.agent, nil // "his arrest"
			for _, p := range r.prepositional(last, min(hi, last+8), "by") {
				h.agent = t.sides(r.actors(p[0], p[1], t.scene))
			}
		}
		if kind == "attack" && r.token(last).Lemma == "strike" && t.labour(h.agent, i) {
			h.kind = "strike"
		}
		if kind == "clash" || kind == "agreement" || kind == "meeting" {
			for _, p := range r.prepositional(last, min(hi, last+10), "between", "with", "among") {
				if p[0] > last+6 {
					break
				}
				if q := t.cast.Party(t.side); r.ws[p[0]-1].lower == "with" && q != nil && q.Kind == "state" && len(h.agent) == 0 {
					h.agent = append(h.agent, t.side)
				}
				for _, id := range t.sides(r.actors(p[0], p[1], t.scene)) {
					if !slices.Contains(h.agent, id) {
						h.agent = append(h.agent, id)
					}
				}
			}
		} else {
			preps := []string{"on", "against", "at"}
			if kind == "control" {
				preps = []string{"over", "of"}
			} else if kind != "attack" && kind != "agreement" {
				preps = append(preps, "of")
			}
			if ps := r.prepositional(last, min(hi, last+12), preps...); len(ps) > 0 {
				p := ps[0]
				if (p[0] == last+2 || p[0] == last+3 && isMark(r.ws[last+1].lower)) && !r.temporal(p[0]) {
					h.target = t.sides(r.actors(p[0], p[1], t.scene))
					h.things = t.things(p[0], p[1])
				}
			}
		}
	}
	if h.kind == "strike" && len(h.agent) == 0 && t.worksFor(t.side) {
		h.agent = []string{t.side} // a union's strike, where it speaks of one
	}
	t.governed(h, i, last, lo, hi)
	if suffered[kind] && i > lo && owners[r.ws[i-1].lower] && len(h.agent) == 1 && slices.Equal(h.agent, h.target) {
		h.target = nil // nobody orders his own arrest
		if q := t.cast.Party(t.party); q != nil && q.Kind == "person" && t.party != h.agent[0] {
			h.target = []string{t.party}
		}
	}
	for j := i - 1; j >= lo && j >= i-4; j-- {
		w := r.ws[j].lower
		if doubted[w] {
			// "the supposed Armenian shelling": an other's word, which the speaker
			// rejects where it is on itself.
			h.doubted = true
		}
		if background[w] {
			h.background = true
		}
		if u := r.token(j).UPOS; u == english.VERB && !doubted[w] || u == english.NOUN || isBreak(w) {
			break
		}
	}
	return h
}

var doubted = map[string]bool{"supposed": true, "alleged": true, "so-called": true, "purported": true, "claimed": true, "imaginary": true, "fictitious": true, "non-existent": true, "nonexistent": true, "invented": true}

// background words lead in what only dates or explains.
var background = map[string]bool{"after": true, "before": true, "since": true, "amid": true, "following": true, "despite": true, "until": true, "due": true, "because": true, "pending": true}

// suffered kinds are called after whom they befall: "his arrest".
var suffered = map[string]bool{"arrest": true, "killing": true, "expulsion": true, "abduction": true, "release": true, "rescue": true, "torture": true, "evacuation": true}

// labour reports whether a strike is one of work.
func (t *teller) labour(agent []string, i int) bool {
	if slices.ContainsFunc(agent, t.worksFor) {
		return true
	}
	s, _ := t.sentence(i)
	for j := range s.Tokens {
		switch strings.ToLower(s.Tokens[j].Lemma) {
		case "union", "walkout", "worker", "wage", "pay", "employee", "employer":
			return true
		}
	}
	return t.stopsWork()
}

// stopsWork reports whether the text tells of people who stop working: its strikes are
// theirs, then, and no attacks.
func (r *reading) stopsWork() bool {
	if r.workStops == nil {
		stops := false
		for i := range r.ws {
			switch l := r.ws[i].lower; {
			case l == "walkout" || l == "striker" || l == "strikers" || l == "lockout" || l == "picket" || l == "pickets":
				stops = true
			case l == "out" && i > 0 && r.ws[i-1].lower == "locked":
				stops = true
			case l == "strike" && i > 0 && r.ws[i-1].lower == "on":
				stops = stops || i+1 == len(r.ws) || r.token(i-1).UPOS == english.ADP && !r.nominal(i+1) && r.ws[i+1].lower != "on" && r.ws[i+1].lower != "against"
			}
		}
		r.workStops = &stops
	}
	return *r.workStops
}

// worksFor reports whether a party is people who work, or their union.
func (t *teller) worksFor(id string) bool {
	q := t.cast.Party(id)
	return q != nil && (q.Kind == "organisation" || q.Kind == "group") && (strings.Contains(q.ID, "union") || strings.Contains(q.ID, "worker") || strings.Contains(q.ID, "employee"))
}

// nounAgent returns who did what the noun at word i names: "Ukraine's attack",
// "Armenian fire", "shelling by rebels", "rebel attacks".
func (t *teller) nounAgent(i, lo, hi int) []string {
	r := t.reading
	a := i
	for a > lo && r.ws[a-1].sent == r.ws[i].sent {
		tok := r.token(a - 1)
		w := r.ws[a-1].lower
		if tok.UPOS == english.ADP || tok.UPOS == english.VERB && (!strings.HasSuffix(w, "ed") || r.head(i) == a-1) || tok.UPOS == english.AUX || tok.UPOS == english.SCONJ || isBreak(w) || tok.UPOS == english.CCONJ || articles[w] || isMark(w) && w != "'" && w != "-" {
			break
		}
		a--
	}
	if a < i && !r.adjective(a, i) {
		if ids := t.sides(r.actors(a, i, t.scene)); len(ids) > 0 {
			return ids
		}
	}
	for _, p := range r.prepositional(i, min(hi, i+14), "by", "from") {
		if r.token(p[0]).UPOS == english.VERB {
			break
		}
		if ids := t.sides(r.actors(p[0], p[1], t.scene)); len(ids) > 0 {
			return ids
		}
	}
	return nil
}

// adjective reports whether words lo to hi end in an adjective and name nobody: a
// "large-scale military provocation" is no army's.
func (r *reading) adjective(lo, hi int) bool {
	if r.token(hi-1).UPOS != english.ADJ {
		return false
	}
	for i := lo; i < hi; i++ {
		if r.ws[i].known.n > 0 || r.ws[i].upper || owners[r.ws[i].lower] || r.ws[i].lower == "'s" {
			return false
		}
	}
	return true
}

// patients returns whose dead, losses or wounded a noun speaks of.
func (t *teller) patients(i, last, hi int) []string {
	r := t.reading
	if ids := t.nounAgent(i, t.lo, i+1); len(ids) > 0 {
		return ids
	}
	for _, p := range r.prepositional(last, min(hi, last+10), "among", "of", "in", "for", "to", "on") {
		if p[0] > last+3 {
			break
		}
		if ids := t.sides(r.actors(p[0], p[1], t.scene)); len(ids) > 0 {
			return ids
		}
		if r.ws[p[0]-1].lower == "among" {
			return []string{t.side} // "losses among personnel"
		}
	}
	// "reported 49 deaths": nobody counts the other side's without saying so.
	if q := t.cast.Party(t.side); q != nil && q.Kind == "state" && (t.s.acts.act == narrative.Assert || t.s.acts.act == narrative.Admit) && t.s.acts.words != "claim" && !t.hasVerb() {
		return []string{t.side}
	}
	return nil
}

// hasVerb reports whether a verb stands in the content.
func (t *teller) hasVerb() bool {
	for i := t.lo; i < t.hi; i++ {
		if t.token(i).UPOS == english.VERB && t.token(i).Rel != english.Amod && t.token(i).Lemma != "be" {
			return true
		}
	}
	return false
}

// governed takes what the verb above a noun says of its event: who launched it,
// who suffered it, that it was not refused.
func (t *teller) governed(h *happening, i, last, lo, hi int) {
	r, x := t.reading, events()
	v := r.governor(last)
	if v < 0 || x.light[strings.ToLower(r.token(v).Lemma)] == noWay {
		// The tree has another verb, or none: the last one before the noun, if only
		// its own words stand between.
		for j := i - 1; j >= lo && j > i-6; j-- {
			if u := r.token(j).UPOS; u == english.VERB {
				if x.light[strings.ToLower(r.token(j).Lemma)] != noWay {
					v = j
				}
				break
			} else if u == english.ADP || u == english.SCONJ || u == english.CCONJ || isBreak(r.ws[j].lower) {
				break
			}
		}
	}
	if v < 0 || v < lo || v >= hi || r.token(v).UPOS != english.VERB {
		return
	}
	if t.future(v) {
		h.future = true
	}
	way := x.light[strings.ToLower(r.token(v).Lemma)]
	if way == noWay {
		return
	}
	if r.negated(v) {
		h.negated = true
	}
	h.future = h.future || t.future(v)
	slo, shi, passive, ok := r.subject(v, lo)
	var subject []string
	if ok {
		subject = t.sides(r.actors(max(slo, lo), min(shi, hi), t.scene))
		if r.anyNo(slo, shi) {
			h.negated = true
		}
	}
	if passive {
		// "an attack was launched by ...": the noun is the subject.
		for _, p := range r.prepositional(v, hi, "by") {
			if len(h.agent) == 0 {
				h.agent = t.sides(r.actors(p[0], p[1], t.scene))
			}
		}
		return
	}
	if !ok && r.controlled(v) {
		subject = t.rivalsOr()
	}
	casualties := h.kind == "casualties" || h.kind == "damage"
	switch way {
	case do:
		if len(h.agent) == 0 && !casualties {
			h.agent = subject
		}
	case bring:
		if len(subject) == 0 && ok {
			for j := slo; j < shi; j++ { // "Pakistani fire caused ..."
				if n, _ := r.nounAt(x, j, shi); n > 0 {
					subject = t.nounAgent(j, slo, shi)
				}
			}
		}
		if casualties || len(subject) > 0 {
			h.agent = subject
		}
	case get, meet:
		if len(h.target) == 0 && (way == get || casualties) {
			h.target = subject
		}
	case stop:
		if len(h.agent) == 0 {
			h.agent = subject
		}
		h.negated = false
		switch l := strings.ToLower(r.token(v).Lemma); {
		case l == "refuse" || l == "decline" || l == "fail":
			h.kind = "reject"
		case event.Family(h.kind) == "assault" && !casualties:
			h.kind = "ceasefire"
		}
	case try:
		if len(h.agent) == 0 && !casualties {
			h.agent = subject
		}
	}
	for _, p := range r.prepositional(last, hi, "on", "against", "at") {
		if way == do && len(h.target) == 0 && !r.temporal(p[0]) {
			h.target = t.sides(r.actors(p[0], p[1], t.scene))
			h.things = append(h.things, t.things(p[0], p[1])...)
		}
	}
}

// governor returns the verb whose object, subject or complement the noun at word i
// is, or -1.
func (r *reading) governor(i int) int {
	for v, steps := i, 0; v >= 0 && steps < 4; steps++ {
		t := r.token(v)
		h := r.head(v)
		if h < 0 {
			return -1
		}
		switch t.Rel {
		case english.Obj, english.NsubjPass, english.Xcomp:
			return h
		case english.Obl:
			// "resorted to violence", "engaged in combat"
			return h
		case english.Conj, english.Compound, english.Flat:
			v = h
		default:
			return -1
		}
	}
	return -1
}

// loss returns the measure that the noun or participle at word i counts.
func (r *reading) loss(i int) string {
	x := events()
	t := r.token(i)
	if m := x.losses[strings.ToLower(t.Lemma)]; m != "" && t.UPOS != english.VERB {
		return m
	}
	if m := x.losses[r.ws[i].lower]; m != "" && (t.UPOS != english.VERB || r.ws[i].lower != "dead") {
		return m
	}
	return ""
}

// isPerson reports whether the word at i is a noun for people.
func (r *reading) isPerson(i int) bool {
	w := r.ws[i].lower
	if people[w] {
		return true
	}
	_, c, _ := words().actor(w)
	return c == group || c == role || c == stateWord && peopleWords[r.token(i).Lemma]
}

var people = map[string]bool{"people": true, "men": true, "women": true, "children": true, "civilians": true, "lives": true, "others": true, "person": true, "man": true, "woman": true, "child": true, "boy": true, "girl": true, "civilian": true, "personnel": true, "crew": true, "passengers": true, "troops": true}

var peopleWords = map[string]bool{"soldier": true, "serviceman": true, "servicemen": true, "civilian": true, "sailor": true, "troop": true, "marine": true, "reservist": true, "official": true, "paratrooper": true, "personnel": true, "staff": true, "crew": true, "people": true, "servicewoman": true}

// things returns the nouns of a phrase that name no party: "towns", "positions".
func (t *teller) things(lo, hi int) []string {
	r := t.reading
	var out []string
	for i := lo; i < hi; i++ {
		tok := r.token(i)
		if tok.UPOS == english.ADP && i > lo && r.ws[i].lower != "of" {
			break
		}
		if tok.UPOS != english.NOUN || tok.Rel == english.Compound || r.ws[i].known.n > 0 {
			continue
		}
		if len(out) > 0 && tok.Rel == english.Nmod && !r.hasAny(lo, i, "and", ",") {
			break // "positions at the border"
		}
		w := strings.ToLower(tok.Lemma)
		if _, c, _ := words().actor(w); c != noClass && w != "position" || r.loss(i) != "" || r.isPerson(i) || quantity[w] || w == "one" || events().units[w].of != "" {
			continue
		}
		if vaguePlaces[w] && i > lo && (r.token(i-1).Rel == english.Compound || r.token(i-1).Rel == english.Amod) && r.ws[i-1].known.n == 0 {
			w = r.ws[i-1].lower + " " + w // any two buildings are buildings
		}
		if !slices.Contains(out, w) && len(out) < 4 {
			out = append(out, w)
		}
	}
	return out
}

// vaguePlaces are nouns that tell little without the word before them.
var vaguePlaces = map[string]bool{"building": true, "site": true, "facility": true, "complex": true, "object": true, "structure": true, "infrastructure": true, "target": true}

func (r *reading) hasAny(lo, hi int, ws ...string) bool {
	for i := lo; i < hi; i++ {
		if slices.Contains(ws, r.ws[i].lower) {
			return true
		}
	}
	return false
}

var quantity = map[string]bool{"number": true, "part": true, "point": true, "time": true, "area": true, "direction": true, "several": true, "dozen": true, "hundred": true, "thousand": true, "side": true, "some": true, "hour": true, "day": true, "week": true, "month": true, "morning": true, "night": true}
