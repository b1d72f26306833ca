package coding

import (
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/event"
)

// What people say was done is mostly no row of a table: a camera was switched off, a
// form filed late. Such a deed is known by its verb's own word, so that two sides' words
// on it meet: deeds.txt puts those together that news uses for one another.

// furtherDeeds is how many deeds beyond those that the tables of events know a content
// may tell of.
const furtherDeeds = 3

// deeds adds the deeds that a content tells of besides the events in hs and that of the
// predicate main.
func (t *teller) deeds(out []claim, base claim, main int) []claim {
	if base.Act == narrative.Deny || len(out) == 0 || t.unsettled() >= 0 {
		return out // what a denial says beyond what it denies is seldom denied
	}
	ps := t.predicates()
	n := 0
	for k, v := range ps {
		if v == main || t.covered(v, ps) || n == furtherDeeds || len(out) >= most {
			continue
		}
		lo, hi := t.clauseOf(ps, k)
		c := base
		if x := t.child(v, english.AclRelcl); x > v && x < hi && t.expletive(v) {
			v = x
		}
		t.deed(&c, v, lo, hi)
		if event.Known(out[0].Event) {
			t.began(&c, v, hi, out[0].Event)
		}
		if c.Event == "" || slices.ContainsFunc(out, func(o claim) bool { return same(&o, &c) }) {
			continue
		}
		t.setting(&c, v, lo, hi)
		out, n = append(out, c), n+1
	}
	return out
}

// predicates returns the verbs that the content hangs on, in order: the main one of each
// sentence and those that are joined to it.
func (t *teller) predicates() []int {
	var out []int
	for _, piece := range t.s.content {
		best, depth, sent := -1, 0, -1
		for i := piece[0]; i < piece[1]; i++ {
			if !t.predicative(i, 0) || t.others[i] {
				continue
			}
			d := t.depth(i)
			switch {
			case t.ws[i].sent != sent:
				if best >= 0 {
					out = append(out, best)
				}
				best, depth, sent = i, d, t.ws[i].sent
			case d < depth:
				best, depth = i, d
			}
		}
		if best >= 0 {
			out = append(out, best)
		}
	}
	for k := 0; k < len(out) && len(out) < 8; k++ {
		for _, piece := range t.s.content {
			for i := piece[0]; i < piece[1]; i++ {
				if rel := t.token(i).Rel; t.head(i) == out[k] && (rel == english.Conj || rel == english.Parataxis) && t.predicative(i, 0) && !t.others[i] && !slices.Contains(out, i) {
					out = append(out, i)
				}
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// predicative reports whether word i is a verb, or a noun or adjective whose copula or,
// as of an adjective, subject stands at word from or behind.
func (r *reading) predicative(i, from int) bool {
	tok := r.token(i)
	if tok.Rel == english.Amod || tok.Rel == english.Compound {
		return false
	}
	return tok.UPOS == english.VERB || r.child(i, english.Cop) >= from ||
		tok.UPOS == english.ADJ && r.child(i, english.Nsubj, english.NsubjPass, english.AuxPass) >= from
}

// covered reports whether an event that the tables know already tells what the predicate
// v says.
func (t *teller) covered(v int, ps []int) bool {
	return slices.ContainsFunc(t.hs, func(h *happening) bool {
		for i, steps := h.at, 0; i >= 0 && steps < 20; i, steps = t.head(i), steps+1 {
			if slices.Contains(ps, i) {
				return i == v
			}
		}
		return t.ws[h.at].sent == t.ws[v].sent // the tree doesn't say whose it is
	})
}

// clauseOf returns the words of the k-th predicate of ps: up to those of its neighbours.
func (t *teller) clauseOf(ps []int, k int) (lo, hi int) {
	lo, hi = t.lo, t.hi
	if k > 0 {
		lo = t.deedStart(ps[k])
	}
	if k+1 < len(ps) {
		hi = max(ps[k]+1, t.deedStart(ps[k+1]))
	}
	return min(lo, ps[k]), hi
}

// deedStart is where the words of a predicate begin: its subject, or its auxiliaries.
func (t *teller) deedStart(v int) int {
	if c := t.child(v, english.Nsubj, english.NsubjPass, english.Expl); c >= t.lo && c < v {
		lo, _ := t.np(c)
		return max(lo, t.lo)
	}
	lo := v
	for lo > t.lo && t.ws[lo-1].sent == t.ws[v].sent {
		if u := t.token(lo - 1).UPOS; u != english.AUX && u != english.ADV && u != english.PART {
			break
		}
		lo--
	}
	return lo
}

// deed makes c a claim of what the predicate v says, by the words lo to hi.
func (t *teller) deed(c *claim, v, lo, hi int) {
	r := t.reading
	slo, shi, passive, ok := r.subject(v, lo)
	slo, shi = max(slo, lo), min(shi, hi)
	var subject []string
	if ok && slo < shi {
		subject = t.whom(slo, shi)
	} else if r.controlled(v) {
		subject = t.rivalsOr()
	}
	olo, ohi, hasObject := 0, 0, false
	if passive {
		c.Target = limit(subject)
		if ok && slo < shi && r.token(v).UPOS == english.VERB {
			c.Target = limit(append(c.Target, t.things(slo, shi)...))
		}
		for _, p := range r.prepositional(v, hi, "by") {
			c.Agent = limit(t.whom(p[0], p[1]))
		}
	} else {
		c.Agent = limit(subject)
		if olo, ohi, hasObject = r.object(v, hi); hasObject {
			c.Target = limit(append(t.patient(olo, ohi), t.things(olo, ohi)...))
		}
		for _, p := range r.prepositional(v, hi, "against") {
			if ids := t.whom(p[0], p[1]); len(ids) > 0 {
				c.Target = limit(ids) // "asked a judge to act against the union"
			}
		}
		if len(c.Target) == 0 {
			for _, p := range r.prepositional(v, hi, "on", "over", "at", "of", "to", "from", "with") {
				if !r.temporal(p[0]) && len(c.Target) == 0 {
					c.Target = limit(t.patient(p[0], p[1]))
				}
			}
		}
	}
	kind, noun := t.deedKind(v, hi, olo, ohi, hasObject, slo, shi, passive)
	if c.Event = kind; noun != "" { // "gave no warning": the warning isn't what was warned
		c.Target = slices.DeleteFunc(c.Target, func(w string) bool { return w == noun })
	}
	if lemma := strings.ToLower(r.token(v).Lemma); takes[lemma] && !passive && c.Event != events().deeds[lemma] && c.Event != lemma {
		c.Target, c.Agent = c.Agent, nil
		for _, p := range r.prepositional(v, hi, "from") {
			c.Agent = limit(t.whom(p[0], p[1]))
		}
	}
	if r.negated(v) || ok && r.anyNo(slo, shi) || hasObject && t.nothing(olo, ohi) {
		c.stance = narrative.Denies
	}
	if t.future(v) && c.Act == narrative.Assert {
		c.Act = narrative.Promise
		if len(c.Agent) > 0 && !slices.Contains(c.Agent, t.side) {
			c.Act = narrative.Other
		}
	}
}

// setting adds where, when and how many to a deed, and what it is called.
func (t *teller) setting(c *claim, v, lo, hi int) {
	t.places(c, lo, hi)
	t.marks(c, lo, hi)
	t.time(c, lo, hi)
	if t.hedged(lo, hi) {
		c.certainty = narrative.Hedged
	}
	t.quantify(c, v, lo, hi)
	c.confidence = 0.6
}

// deedKind names what the predicate v says: by its own word or, where that says little,
// by the noun that it goes with, "gave no warning", which it returns then.
func (t *teller) deedKind(v, hi, olo, ohi int, hasObject bool, slo, shi int, passive bool) (kind, noun string) {
	tok := t.token(v)
	if tok.UPOS != english.VERB {
		return "", ""
	}
	x := events()
	lemma := strings.ToLower(tok.Lemma)
	whole := lemma
	if p := t.child(v, english.CompoundPrt); p > v && p < min(hi, v+4) {
		whole += " " + t.ws[p].lower
	}
	for j := v + 1; j < min(hi, v+4) && whole == lemma; j++ {
		if x.deeds[lemma+" "+t.ws[j].lower] != "" {
			whole = lemma + " " + t.ws[j].lower
		}
	}
	if kind := x.deeds[whole]; kind != "" && !plain[whole] && !takes[whole] {
		return kind, ""
	}
	if whole != lemma {
		return strings.ReplaceAll(whole, " ", "-"), ""
	}
	if way := x.light[lemma]; !plain[lemma] && !takes[lemma] && way != do && way != get {
		return lemma, ""
	}
	if passive {
		olo, ohi, hasObject = slo, shi, slo < shi
	}
	if hasObject {
		for i := ohi - 1; i >= olo; i-- {
			if t.token(i).UPOS != english.NOUN || t.token(i).Rel == english.Compound || t.token(i).Rel == english.Nmod {
				continue
			}
			w := strings.ToLower(t.token(i).Lemma)
			if kind := x.deeds[w]; kind != "" && !tools[w] {
				return kind, w
			}
		}
	}
	if plain[lemma] {
		return "", ""
	}
	if kind := x.deeds[lemma]; kind != "" {
		return kind, ""
	}
	return lemma, ""
}

// tools are words that are nouns of things, too: who holds a telephone calls nobody.
var tools = map[string]bool{"phone": true, "ring": true, "telephone": true}

// takes are verbs whose subject is given what the object names: who received no warning
// was not warned.
var takes = map[string]bool{"receive": true, "get": true}

// nothing reports whether the object at words lo to hi says that it was not done:
// "received no warning", "took nothing". "No more than five" are some.
func (t *teller) nothing(lo, hi int) bool {
	for i := lo; i < hi && i < lo+2; i++ {
		switch t.ws[i].lower {
		case "nothing", "none", "nobody", "neither":
			return true
		case "no":
			return i+1 >= hi || !noBounds[t.ws[i+1].lower]
		}
	}
	return false
}

var noBounds = map[string]bool{"more": true, "fewer": true, "less": true, "longer": true, "doubt": true, "secret": true}

// whom returns the sides that words lo to hi name. People who are called somebody's act
// for those: "its members".
func (t *teller) whom(lo, hi int) []string {
	for lo < hi && (noWords[t.ws[lo].lower] || onlys[t.ws[lo].lower]) {
		lo++ // "no officer" is of the officers
	}
	if lo >= hi {
		return nil
	}
	if p := t.phrase(lo, hi); ours[p.owner] && (p.class == group || p.class == role || p.class == stateWord) && len(p.names) == 0 && len(p.states) == 0 {
		if q := t.cast.Party(t.side); q != nil && (q.Kind == "organisation" || q.Kind == "group" || q.Kind == "body") && !t.othersOwn(p) {
			return []string{t.side}
		}
	}
	if p := t.phrase(lo, hi); p.class == anonymous && p.plural && len(p.states) == 0 && len(p.names) == 0 {
		return nil // "four witnesses" are nobody's side
	}
	return t.sides(t.actors(lo, hi, t.scene))
}

var noWords = map[string]bool{"no": true, "neither": true, "none": true, "any": true}

// ours are the owners that stand for a speaker that is no person.
var ours = map[string]bool{"its": true, "our": true, "their": true}

// othersOwn reports whether the owner of p stands for somebody that the content names.
func (t *teller) othersOwn(p *phrase) bool {
	id := t.antecedent(p.owner, p.lo, t.scene)
	return id != "" && t.cast.Side(id) != t.side
}

// patient returns the sides that the object at words lo to hi names. A bare "it" is as a
// rule a thing, whoever speaks.
func (t *teller) patient(lo, hi int) []string {
	if hi == lo+1 && t.ws[lo].lower == "it" {
		return nil
	}
	return t.whom(lo, hi)
}

// nominalDeed makes c a claim of the deed that a denial or an admission names by a noun
// alone: "denied any contact with the board". It is the speaker's own.
func (t *teller) nominalDeed(c *claim) {
	r := t.reading
	if c.Act != narrative.Deny && c.Act != narrative.Admit || t.lo+1 > t.hi || len(t.s.content) != 1 {
		return
	}
	any := r.ws[t.lo].lower == "any" || r.ws[t.lo].lower == "all"
	at := t.headNoun(t.lo, t.hi)
	if at < 0 || !any && at > t.lo+1 {
		return
	}
	w := strings.ToLower(r.token(at).Lemma)
	kind := events().deeds[w]
	if kind == "" && any {
		kind = w
	}
	if kind == "" || wordOfSpeech(w) || r.isPerson(at) || r.loss(at) != "" {
		return
	}
	c.Event, c.Agent = kind, []string{t.side}
	for _, p := range r.prepositional(at, t.hi, "with", "to", "of", "against", "from") {
		c.Target = limit(append(t.patient(p[0], p[1]), t.things(p[0], p[1])...))
		return
	}
}
