package attribution

import (
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/source"
)

// noun finds what the cue noun at token t says: "Moscow's claim that it rained".
func (v *view) noun(t, n int, e Cue) {
	if v.quote[t] >= 0 && v.pronounOwner(t) {
		return
	}
	if h := v.Tokens[t].Head; h >= 0 && (v.Tokens[t].Rel == english.Obl || v.Tokens[t].Rel == english.Nmod) && v.Child(t, english.Case) >= 0 {
		if ve, _, ok := v.cueAt("verb", h); ok && ve.frames&frameClause != 0 && h < t {
			return // "said in a statement that"
		}
	}
	if k := v.Child(t, english.Det); k >= 0 && v.Tokens[k].Lemma == "no" && (e.Words == "mention" || e.Words == "comment" || e.Words == "word" || e.Words == "claim") {
		return // "made no mention of it"
	}
	if e.Words == "order" && t > 0 && lower(v.Tokens[t-1].Form) == "in" {
		return // in order to
	}
	f := &finding{sent: v.index, verb: -1, cue: v.span(t, t+n-1), entry: e, by: byNoun}
	c, of := -1, -1
	for _, k := range v.Children(t) {
		switch v.Tokens[k].Rel {
		case english.Acl, english.Ccomp, english.AclRelcl, english.Xcomp, english.Advcl, english.Dep:
			if k < t {
				continue
			}
			switch {
			case v.ledBy(k, "that") && e.frames&frameClause != 0 && v.Tokens[k].Rel != english.AclRelcl:
				c = k
			case v.ledBy(k, "to") && e.frames&frameInf != 0:
				c = k
			}
		case english.Nmod:
			if k < t {
				continue
			}
			p := v.Child(k, english.Case)
			if p >= 0 && framePreps[lower(v.Tokens[p].Form)]&e.frames != 0 && of < 0 {
				of = k
			}
		}
	}
	if c < 0 && t+3 < len(v.Tokens) { // by order, where the clause hangs on the verb instead
		next := &v.Tokens[t+1]
		switch {
		case lower(next.Form) == "that" && e.frames&frameClause != 0 && next.XPOS != "WDT":
			if h := next.Head; h > t+1 && !v.tells(h, t) && v.Child(h, english.Nsubj, english.NsubjPass, english.Expl) > t+1 {
				c = h
			}
		case lower(next.Form) == "to" && e.frames&frameInf != 0 && next.Head > t+1 && v.Tokens[next.Head].XPOS == "VB":
			c = next.Head
		}
	}
	f.speaker = v.owner(t)
	if f.speaker.empty() && e.Mode >= source.Thought && v.ledBy(t, "with") {
		if h := v.Tokens[t].Head; h >= 0 && h < t { // "left, with plans to return"
			if s := v.subject(h); v.holder(s) {
				f.speaker = v.name(s)
			}
		}
	}
	if ve, ok := v.mistagged(t); ok && c >= 0 && f.speaker.empty() {
		f.entry, f.by = ve, byClause
		f.speaker = v.r.trim(v.span(v.phraseStart(t-1), t-1))
		f.content = v.clause(t, n, c)
		v.r.add(f)
		return
	}
	switch {
	case c >= 0:
		first, last := v.Subtree(c)
		f.content = []span{v.span(max(first, t+n), last)}
	case of >= 0 && (!f.speaker.empty() || e.Act == "accuse" && lower(v.Tokens[v.Child(of, english.Case)].Form) == "of"):
		_, last := v.Subtree(of)
		first := v.Child(of, english.Case) + 1
		f.content = []span{v.span(first, max(last, v.phraseEnd(first)))}
	default:
		return
	}
	v.r.add(f)
}

// mistagged reports whether the noun at t is a verb that the tagger has missed,
// "The bank estimates that": a plural before "that" which a name at the start of
// the sentence leads up to. It returns the verb.
func (v *view) mistagged(t int) (Cue, bool) {
	if t == 0 || t+1 >= len(v.Tokens) || lower(v.Tokens[t+1].Form) != "that" || !strings.HasSuffix(v.Tokens[t].Form, "s") {
		return Cue{}, false
	}
	if v.Tokens[t-1].UPOS != english.PROPN && v.Tokens[t-1].UPOS != english.NOUN || v.phraseStart(t-1) != 0 {
		return Cue{}, false
	}
	e, ok := LookupCue(v.Tokens[t].Form)
	return e, ok && e.Class == "verb" && e.frames&frameClause != 0
}

// tells reports whether the clause headed by c hangs on a cue verb before t.
func (v *view) tells(c, t int) bool {
	h := v.Tokens[c].Head
	if h < 0 || h >= t {
		return false
	}
	e, _, ok := v.cueAt("verb", h)
	return ok && e.frames&frameClause != 0 && v.Tokens[t].Head == h && v.Tokens[t].Rel != english.Obj
}

// owner returns the span of whose word the noun at t is: "Moscow's claim", "a
// claim by Moscow", "Russian claims", "made a claim".
func (v *view) owner(t int) span {
	for _, c := range v.Children(t) {
		if v.Tokens[c].Rel == english.NmodPoss {
			return v.possessor(c)
		}
	}
	for _, c := range v.Children(t) {
		switch v.Tokens[c].Rel {
		case english.Nmod, english.Obl:
			if v.ledBy(c, "by") || v.ledBy(c, "from") {
				return v.name(c)
			}
		}
	}
	for _, c := range v.Children(t) {
		if c < t && (v.Tokens[c].Rel == english.Compound && v.Tokens[c].UPOS == english.PROPN ||
			v.Tokens[c].Rel == english.Amod && isProper(v.Tokens[c].Form) && c > 0 ||
			v.Tokens[c].Rel == english.Compound && v.Tokens[c].UPOS == english.NOUN && holders[lower(v.Tokens[c].Lemma)]) {
			first, _ := v.Subtree(c)
			return v.span(first, c)
		}
	}
	if h := v.Tokens[t].Head; h >= 0 && v.Tokens[t].Rel == english.Obj && lightVerbs[lower(v.Tokens[h].Lemma)] {
		return v.name(v.subject(h))
	}
	return span{}
}

// possessor returns the name in "Moscow's" or "its".
func (v *view) possessor(c int) span {
	s := v.name(c)
	if k := v.Child(c, english.Case); k >= 0 && v.Tokens[k].Start > s.start {
		s.end = min(s.end, v.Tokens[k].Start)
	}
	return v.r.trim(s)
}

func (v *view) pronounOwner(t int) bool {
	c := v.Child(t, english.NmodPoss)
	return c < 0 || v.Tokens[c].UPOS == english.PRON
}

func isProper(w string) bool { return len(w) > 1 && w[0] >= 'A' && w[0] <= 'Z' }

// lightVerbs make a clause of a cue noun: "issued a statement".
var lightVerbs = map[string]bool{"make": true, "issue": true, "give": true, "offer": true, "have": true, "express": true, "raise": true,
	"release": true, "voice": true, "repeat": true, "reiterate": true, "publish": true, "file": true, "deliver": true, "hold": true,
	"renew": true, "send": true, "post": true, "put": true, "bring": true, "share": true, "lodge": true, "level": true, "leave": true,
	"take": true, "reach": true, "announce": true, "provide": true, "present": true, "show": true, "convey": true}

// holders are nouns for those who hold something, where they stand as the first
// part of a compound: "opposition calls".
var holders = map[string]bool{"opposition": true, "government": true, "police": true, "army": true, "rebel": true, "ministry": true, "union": true,
	"media": true, "press": true, "military": true, "intelligence": true, "campaign": true, "company": true, "court": true, "prosecution": true,
	"defence": true, "defense": true, "industry": true, "state": true, "public": true, "eyewitness": true, "witness": true, "news": true}

// adjective finds what a holder of an attitude is said to hold: "is confident
// that it will rain", "willing to go".
func (v *view) adjective(t, n int, e Cue) {
	if v.Tokens[t].Rel == english.Amod || v.Negated(t) || v.inside(t) {
		return
	}
	subject := v.subject(t)
	if subject < 0 {
		return
	}
	f := &finding{sent: v.index, verb: t, cue: v.span(t, t+n-1), entry: e, by: byClause, speaker: v.name(subject)}
	a := v.arguments(t, n)
	switch {
	case a.clause > t && e.frames&frameClause != 0:
		first, last := v.Subtree(a.clause)
		f.content = []span{v.span(max(first, t+n), last)}
	case a.open > t && e.frames&frameInf != 0:
		first, last := v.Subtree(a.open)
		f.content = []span{v.span(max(first, t+n), last)}
	default:
		for _, o := range a.oblique {
			c := v.Child(o, english.Case, english.Mark)
			if c > t && framePreps[lower(v.Tokens[c].Form)]&e.frames != 0 {
				_, last := v.Subtree(o)
				f.content = []span{v.span(c+1, last)}
				break
			}
		}
	}
	if f.content != nil {
		v.r.add(f)
	}
}
