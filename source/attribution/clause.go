package attribution

import (
	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/internal/english/coref"
	"github.com/seed514b815a/rashomon/source"
)

// A view is a sentence with what the constructions ask of it.
type view struct {
	*english.Sentence
	r     *reader
	index int
	quote []int // of each token the quotation that it stands in, or -1
}

func (r *reader) view(i int) *view {
	v := &view{Sentence: &r.a.Sentences[i], r: r, index: i}
	v.quote = make([]int, len(v.Tokens))
	for t := range v.Tokens {
		v.quote[t] = r.quoteAt(v.Tokens[t].Start)
	}
	return v
}

// sentence finds the attributions of one sentence.
func (r *reader) sentence(i int) {
	v := r.view(i)
	for t := range v.Tokens {
		v.according(t)
		v.adverb(t)
		v.inWords(t)
		v.retort(t)
		if e, n, ok := v.cueAt("verb", t); ok {
			v.verb(t, n, e)
		}
		if e, n, ok := v.cueAt("noun", t); ok {
			v.noun(t, n, e)
		}
		if e, n, ok := v.cueAt("adjective", t); ok {
			v.adjective(t, n, e)
		}
	}
	r.clip(r.bySent[i])
	for _, f := range r.bySent[i] {
		v.cutRemarks(f)
	}
	v.goOn(r.bySent[i])
	v.quoting(r.bySent[i])
}

// quoting finds in "according to the radio, quoting the mayor, it rained" and in "the
// radio, quoting the mayor, said it rained" the mayor, whose word the radio passes on.
func (v *view) quoting(fs []*finding) {
	for _, g := range fs {
		if g.verb < 1 || g.by != byObject || g.entry.Words != "quote" && g.entry.Words != "cite" || v.Tokens[g.verb].XPOS != "VBG" || !v.comma(g.verb-1) || len(g.content) != 1 {
			continue
		}
		if o := v.Child(g.verb, english.Obj); !v.holder(o) || v.wordy(o) && !v.paper(o) {
			continue
		}
		for _, f := range fs {
			if f == g || f.via != nil || f.speaker.empty() || f.content[0].start < g.content[0].end || f.by != byAccording && f.by != byClause {
				continue
			}
			if f.by == byClause && !f.speaker.holds(g.cue) && f.speaker != g.speaker {
				continue
			}
			g.speaker, g.content, g.by, g.via = g.content[0], append([]span(nil), f.content...), byAccording, f
			break
		}
	}
}

// goOn ends the content of a speaker before a participle by which the same speaker
// goes on: "sought an order to lift the ban, claiming that".
func (v *view) goOn(fs []*finding) {
	for _, g := range fs {
		if g.verb < 2 || v.Tokens[g.verb].XPOS != "VBG" || !v.comma(g.verb-1) || g.entry.frames&frameClause == 0 || v.quote[g.verb] >= 0 {
			continue
		}
		for _, f := range fs {
			if f == g || !(f.speaker == g.speaker && f.by == byObject) && !(f.speaker.empty() && f.by == byNoun) {
				continue
			}
			for k, p := range f.content {
				if end := v.Tokens[g.verb-2].End; p.holds(g.cue) && p.start < end {
					f.content[k].end = end
					f.content = f.content[:k+1]
					break
				}
			}
		}
	}
}

// clip ends a content that begins inside another with it, where its cue stands
// there too: what the outer speaker no longer says, the inner one doesn't either.
func (r *reader) clip(fs []*finding) {
	for _, f := range fs {
		if f.apposed {
			r.clipBefore(fs, f)
		}
		for _, p := range f.content {
			for _, g := range fs {
				if f == g || !p.holds(g.cue) {
					continue
				}
				for k, q := range g.content {
					if p.start <= q.start && q.start < p.end && p.end < q.end && g.cue.start < q.start {
						g.content[k].end = p.end
					}
				}
			}
		}
	}
}

// cueAt returns the longest cue of the class that begins at token t, and how many
// tokens it has.
func (v *view) cueAt(class string, t int) (Cue, int, bool) {
	tok := &v.Tokens[t]
	switch class {
	case "verb":
		if tok.UPOS != english.VERB && !(len(tok.XPOS) > 1 && tok.XPOS[:2] == "VB") {
			return Cue{}, 0, false
		}
	case "noun":
		if tok.UPOS != english.NOUN {
			return Cue{}, 0, false
		}
	case "adjective":
		if tok.UPOS != english.ADJ && tok.UPOS != english.VERB {
			return Cue{}, 0, false
		}
	}
	for _, e := range table().byLemma[class+" "+lower(tok.Lemma)] {
		ok := true
		for k, w := range e.rest {
			if t+1+k >= len(v.Tokens) || lower(v.Tokens[t+1+k].Form) != w {
				ok = false
				break
			}
		}
		if ok {
			return table().cues[e.cue], 1 + len(e.rest), true
		}
	}
	return Cue{}, 0, false
}

// verb finds what the cue verb at token t, n tokens long, says.
func (v *view) verb(t, n int, e Cue) {
	tok := &v.Tokens[t]
	switch tok.Rel {
	case english.Amod:
		if !v.finiteBehind(t) {
			return
		}
	case english.Compound, english.Flat, english.Case, english.Aux, english.AuxPass, english.Fixed:
		return // "the reported deaths"
	}
	if v.inside(t) || v.negated(t) && (e.Act != "decline" && e.Mode <= source.Writing || v.suffers(t)) || v.anonymous(t, n) || v.leftUnsaid(t) || v.compares(t, e) {
		return
	}
	f := &finding{sent: v.index, verb: t, cue: v.span(t, t+n-1), entry: e}
	fr := e.frames
	if fr&frameQuote != 0 || fr&frameClause != 0 && e.Mode == source.Thought {
		if p, ok := v.thrownIn(t, n); ok && (fr&frameClause != 0 || v.quotesBefore(p.lo)) {
			f.by, f.speaker, f.content = byParenthesis, p.speaker, v.around(p)
			v.r.add(f)
			return
		}
	}
	if v.reduced(t) {
		return
	}
	if calls[e.Words] && v.badName(f, t, n) {
		return
	}
	if v.whatCalled(f, t, n) {
		return
	}
	if names[e.Words] && tok.Rel == english.Acl && v.agent(t) < 0 {
		return // "a device called the E-meter"
	}
	if v.suffers(t) && !v.finiteBehind(t) && !(tok.Rel == english.Acl && (v.lastPreposition(t, n) > 0 || v.Child(t, english.Obj) > t)) {
		v.passive(f, t, n)
		return
	}
	if e.Words == "ask" && lower(tok.Form) == "asked" && v.Child(t, english.Nsubj) < 0 && v.subjectBefore(t) < 0 && tok.Rel != english.Conj {
		v.passive(f, t, n) // "asked whether it rained, most said yes"
		return
	}
	subject := v.subject(t)
	if e.Act != "decline" && e.Mode <= source.Writing && v.nobody(subject) {
		return
	}
	f.speaker = v.name(subject)
	a := v.arguments(t, n)
	if saysIt[e.Words] && a.open > t && a.clause < 0 && v.ledBy(a.open, "to") && v.Tokens[t].XPOS == "VBN" && v.Child(t, english.Aux) < 0 {
		v.passive(f, t, n) // a man said to be a soldier
		return
	}
	if seems[e.Words] {
		v.seeming(f, t, n, subject, a)
		return
	}
	if fr&frameClause != 0 {
		if k := v.thatAfter(t, n); k > 0 && (a.clause < t || a.clause > k) {
			a.clause = max(k+1, v.Tokens[k].Head)
		} else if a.clause < 0 {
			a.clause = v.finiteAfter(t, n)
		}
	}
	if fr&frameClause != 0 && a.clause > t {
		f.by = byClause
		f.content = v.clause(t, n, a.clause)
		v.addAll(f, subject)
		return
	}
	if fr&frameClause != 0 && e.Mode <= source.Thought && v.gapped(t, n) {
		f.by = byClause
		f.content = []span{v.span(t+n, v.contentEnd(t, t+n))}
		v.r.add(f)
		return
	}
	if saysIt[e.Words] && a.object >= 0 && lower(v.Tokens[a.object].Form) == "nothing" && v.Tokens[a.object].Head == t {
		return // "said nothing about it"
	}
	if saysIt[e.Words] && a.clause < 0 && !v.bare(t) && subject >= 0 {
		if c := v.anythingAfter(t, n); c > 0 {
			f.by = byObject
			f.content = []span{v.span(c, v.contentEnd(t, c))}
			v.r.add(f)
			return
		}
	}
	if !v.holder(subject) || v.bare(t) || v.nothing(a.object, e) {
		return
	}
	f.by = byObject
	f.content = v.complement(t, n, e, a)
	if f.content != nil {
		v.addAll(f, subject)
	} else if fr&frameObj != 0 {
		v.gap(f, t, n)
	}
}

// finiteBehind reports whether the participle t, hung on the noun before it, is the
// finite verb of the sentence, since it has an object: "the man from Oslo accused them".
func (v *view) finiteBehind(t int) bool {
	rel := v.Tokens[t].Rel
	if rel == english.Amod && (v.onlyVerb(t) || v.Tokens[t].XPOS == "VBD" && t > 0 && nominal(v.Tokens[t-1].UPOS)) {
		return true
	}
	return v.Tokens[t].XPOS == "VBN" && (rel == english.Acl || rel == english.Amod) && v.Tokens[t].Head == t-1 && v.Child(t, english.Obj) > t
}

// onlyVerb reports whether the participle t, hung on the noun behind it, must be the
// verb of a sentence that has none else: "The union accused port operator Lenn of it".
func (v *view) onlyVerb(t int) bool {
	if t == 0 || v.Tokens[t].XPOS != "VBN" || v.Tokens[t].Head <= t || !nominal(v.Tokens[t-1].UPOS) || v.chargeAfter(t+1, "of") < 0 && v.chargeAfter(t+1, "for") < 0 {
		return false
	}
	for k := range v.Tokens {
		switch v.Tokens[k].XPOS {
		case "VBD", "VBZ", "VBP", "MD":
			return false
		}
	}
	return true
}

// namings are the participles by which a source becomes known.
var namings = setOf("named identified quoted photographed filmed cited")

// quotesBefore reports whether a quotation ends before token lo, in its sentence.
func (v *view) quotesBefore(lo int) bool {
	for k := range lo {
		if v.quote[k] >= 0 && v.quote[k] != v.quote[lo] {
			return true
		}
	}
	return false
}

// names are the verbs by whose participle a thing has its name.
var names = setOf("call name dub label nickname entitle title term")

// seems are the verbs that report an impression of nobody's in particular.
var seems = setOf("seem appear")

// seeming finds "it seems that it rained", "the truce seems to hold".
func (v *view) seeming(f *finding, t, n, subject int, a arguments) {
	f.by, f.speaker = byClause, span{}
	switch {
	case a.clause > t:
		f.content = v.clause(t, n, a.clause)
	case a.open > t && subject >= 0 && subject < t:
		first, last := v.Subtree(subject)
		f.content = []span{v.span(first, min(last, t-1))}
		first, last = v.Subtree(a.open)
		f.content = append(f.content, v.span(max(first, t+n), last))
	default:
		return
	}
	v.r.add(f)
}

// gap finds "a claim Kyiv denied": the object of the cue is the noun that its
// relative clause explains, and the cue is the clause's last word.
func (v *view) gap(f *finding, t, n int) {
	if k := t + n; k < len(v.Tokens) && v.Tokens[k].UPOS != english.PUNCT && v.Tokens[k].UPOS != english.ADV {
		return
	}
	np := t - 1
	for np >= 0 && (v.Tokens[np].UPOS == english.AUX || v.Tokens[np].UPOS == english.ADV) {
		np--
	}
	lo := np
	for lo > 0 && v.Tokens[lo].UPOS == english.PROPN && v.Tokens[lo-1].UPOS == english.PROPN {
		lo--
	}
	head := lo - 1
	if head < 0 || v.Tokens[lo].UPOS != english.PROPN && v.Tokens[lo].XPOS != "PRP" || !nominal(v.Tokens[head].UPOS) || v.Tokens[head].UPOS == english.PROPN ||
		coref.Person(lower(v.Tokens[head].Lemma)) || bodies[lower(v.Tokens[head].Lemma)] {
		return
	}
	first := v.phraseStart(head)
	if first < 0 {
		return
	}
	f.speaker = v.span(lo, np)
	f.content = []span{v.span(first, head)}
	v.r.add(f)
}

// addAll adds f, once for each of the parties where they do it to "each other".
func (v *view) addAll(f *finding, subject int) {
	if subject >= 0 && v.reciprocal(f) {
		if parts := v.parties(f.verb, subject); len(parts) > 1 {
			for _, p := range parts {
				g := *f
				g.speaker = p
				g.content = append([]span(nil), f.content...)
				v.r.add(&g)
			}
			return
		}
	}
	v.r.add(f)
}

// reciprocal reports whether the content is about "each other".
func (v *view) reciprocal(f *finding) bool {
	for _, c := range f.content {
		for i := range v.Tokens {
			tok := &v.Tokens[i]
			if tok.Start >= c.start && tok.End <= c.end && i+1 < len(v.Tokens) && lower(v.Tokens[i+1].Form) == "other" && lower(tok.Form) == "each" {
				return true
			}
			if tok.Start >= c.start && tok.End <= c.end && i+1 < len(v.Tokens) && lower(v.Tokens[i+1].Form) == "another" && lower(tok.Form) == "one" {
				return true
			}
		}
	}
	return false
}

// inside reports whether the cue at t stands in a direct quotation, where "I
// think" is the speaker's own way of putting it.
func (v *view) inside(t int) bool {
	q := v.quote[t]
	if q < 0 {
		return false
	}
	s := v.subject(t)
	return s < 0 || v.Tokens[s].UPOS == english.PRON
}

// span returns the span of tokens first to last.
func (v *view) span(first, last int) span {
	if first > last {
		return span{}
	}
	return span{v.Tokens[first].Start, v.Tokens[last].End}
}
