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
}

// clip ends a content that begins inside another with it, where its cue stands
// there too: what the outer speaker no longer says, the inner one doesn't either.
func (r *reader) clip(fs []*finding) {
	for _, f := range fs {
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
	if v.inside(t) || v.negated(t) && e.Act != "decline" && e.Mode <= source.Writing {
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
	if saysIt[e.Words] && a.clause < 0 && !v.bare(t) && subject >= 0 {
		if c := v.anythingAfter(t, n); c > 0 {
			f.by = byObject
			f.content = []span{v.span(c, v.contentEnd(t, c))}
			v.r.add(f)
			return
		}
	}
	if !v.holder(subject) || v.bare(t) {
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
	return v.Tokens[t].XPOS == "VBN" && (rel == english.Acl || rel == english.Amod) && v.Tokens[t].Head == t-1 && v.Child(t, english.Obj) > t
}

// negated reports whether the verb t carries a negation of its own. One before its
// subject is another's, wherever the tree hangs it: "It is not, and she says so".
func (v *view) negated(t int) bool {
	if !v.Negated(t) {
		return false
	}
	s := v.Child(t, english.Nsubj, english.NsubjPass)
	for _, c := range v.Children(t) {
		if v.Tokens[c].Feats.Negative && v.Tokens[c].Rel != english.Nsubj && (s < 0 || c > s || s > t || c == 0) {
			return true
		}
	}
	return false
}

// quotesBefore reports whether a quotation ends before token lo, in its sentence.
func (v *view) quotesBefore(lo int) bool {
	for k := range lo {
		if v.quote[k] >= 0 && v.quote[k] != v.quote[lo] {
			return true
		}
	}
	return false
}

// bare reports whether the verb t is an infinitive with "to": what it says is
// planned or wanted, not said.
func (v *view) bare(t int) bool {
	for _, c := range v.Children(t) {
		if v.Tokens[c].XPOS == "TO" || v.Tokens[c].Rel == english.Mark && lower(v.Tokens[c].Form) == "to" {
			return true
		}
	}
	return false
}

// suffers reports whether the verb t is passive.
func (v *view) suffers(t int) bool {
	if v.Child(t, english.AuxPass, english.OblAgent) >= 0 {
		return true
	}
	if v.Tokens[t].XPOS != "VBN" {
		return false
	}
	for _, c := range v.Children(t) {
		if v.Tokens[c].Rel == english.Aux && v.Tokens[c].Lemma == "have" {
			return false
		}
	}
	return v.Tokens[t].Rel == english.Acl || v.Child(t, english.NsubjPass) >= 0
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

// arguments are the dependents that may carry content; -1 for none.
type arguments struct {
	clause, open, object, indirect int
	oblique                        []int
}

func (v *view) arguments(t, n int) arguments {
	a := arguments{-1, -1, -1, -1, nil}
	heads := []int{t}
	if n > 1 { // "make it clear that": the clause may hang on "clear"
		for k := t + 1; k < t+n; k++ {
			heads = append(heads, k)
		}
	}
	for _, h := range heads {
		for _, c := range v.Children(h) {
			if c > t && c < t+n {
				continue
			}
			if c > t && a.clause < 0 && v.reported(c, t+n) {
				a.clause = c
				continue
			}
			if c > t && a.clause < 0 {
				if k := v.saidIn(c, t); k > 0 {
					a.clause = k
				}
			}
			if p := v.Child(c, english.Case); n > 1 && p > t && p < t+n && a.object < 0 {
				a.object = c // "scoffed at it": the cue has the preposition
				continue
			}
			switch v.Tokens[c].Rel {
			case english.Ccomp:
				if a.clause < 0 {
					a.clause = c
				}
			case english.Csubj:
				if a.clause < 0 && c > t {
					a.clause = c
				}
			case english.Xcomp:
				a.open = c
			case english.Obj:
				if a.object < 0 {
					a.object = c
				}
			case english.Iobj:
				a.indirect = c
			case english.Obl, english.Advcl, english.Nmod:
				if first, _ := v.Subtree(c); first == t+n && v.Tokens[c].XPOS == "VBG" && v.Tokens[first].UPOS == english.VERB && a.open < 0 {
					a.open = c // denied provoking
					continue
				}
				a.oblique = append(a.oblique, c)
			}
		}
	}
	return a
}

// saysIt are the verbs whose object is always what is said: "said no".
var saysIt = setOf("say insist contend argue assert exclaim quip opine")

// anythingAfter returns where the words begin that follow the cue at t and are
// neither an addressee nor a date, -1 for none.
func (v *view) anythingAfter(t, n int) int {
	for k := t + n; k < len(v.Tokens); {
		tok := &v.Tokens[k]
		if v.quote[k] >= 0 {
			return -1 // direct sees to quotations
		}
		if tok.UPOS == english.PUNCT || tok.UPOS == english.SCONJ || tok.UPOS == english.CCONJ || tok.XPOS == "VBG" || tok.XPOS == "TO" {
			return -1
		}
		if top := v.topBetween(k, t); top >= 0 {
			switch v.Tokens[top].Rel {
			case english.Nsubj: // the clause's own subject
				if top > t {
					return k
				}
				return -1
			case english.Obl, english.Advmod, english.OblUnmarked, english.Iobj, english.Advcl, english.Conj, english.Parataxis:
				_, last := v.Subtree(top)
				if last < k {
					return -1
				}
				k = last + 1
				continue
			}
		} else {
			return -1
		}
		if times[lower(tok.Lemma)] || tok.UPOS == english.ADP {
			k++
			continue
		}
		return k
	}
	return -1
}

// thatAfter returns the "that" which begins the clause of the cue at t, and before
// which there is nothing but an addressee, a date and the like; -1 where there is
// none.
func (v *view) thatAfter(t, n int) int {
	for k := t + n; k < len(v.Tokens)-1 && k < t+n+16; k++ {
		tok := &v.Tokens[k]
		if lower(tok.Form) == "that" && tok.XPOS != "WDT" && tok.XPOS != "DT" {
			// "said the claim that it rained was a lie": a noun's clause
			if k > t+n && len(table().byLemma["noun "+lower(v.Tokens[k-1].Lemma)]) > 0 && v.Tokens[k-1].Rel != english.Obl && v.Child(k-1, english.Case) < 0 {
				return -1
			}
			return k
		}
		switch tok.UPOS {
		case english.VERB, english.AUX, english.SCONJ, english.CCONJ:
			return -1
		case english.PUNCT:
			if f := tok.Form; f != "," && f != "-" && f != "“" && f != "”" && f != "\"" && f != "(" && f != ")" {
				return -1
			}
		}
	}
	return -1
}

// saidIn returns the head of the clause with "that" which the tree has hung on the
// noun of "said in a statement that", or -1.
func (v *view) saidIn(o, t int) int {
	if v.Tokens[o].Rel != english.Obl && v.Tokens[o].Rel != english.Nmod || v.Tokens[o].UPOS != english.NOUN && v.Tokens[o].UPOS != english.PROPN {
		return -1
	}
	for _, k := range v.Children(o) {
		if k > o && v.Tokens[k].Rel != english.AclRelcl && v.ledBy(k, "that") {
			return k
		}
	}
	return -1
}

// gapped reports whether the cue at t stands in a relative clause whose subject is
// the noun before it: "a deadline that insiders said went unnoticed".
func (v *view) gapped(t, n int) bool {
	if t+n >= len(v.Tokens) {
		return false
	}
	switch v.Tokens[t+n].XPOS {
	case "VBD", "VBZ", "VBP", "MD":
	default:
		return false
	}
	for k := t - 1; k >= 0 && k > t-8; k-- {
		switch tok := &v.Tokens[k]; tok.XPOS {
		case "WDT", "WP":
			return k < t-1
		default:
			if !nominal(tok.UPOS) && tok.UPOS != english.DET && tok.UPOS != english.ADJ && tok.UPOS != english.AUX && tok.UPOS != english.ADP && tok.UPOS != english.ADV {
				return false
			}
		}
	}
	return false
}

// finiteAfter returns the finite verb of a clause without "that" that follows the
// cue at t at once, where the tree has made its subject an object: "says rebels
// attacked". It is -1 where none does.
func (v *view) finiteAfter(t, n int) int {
	for k := t + n; k < len(v.Tokens) && k < t+n+25; k++ {
		tok := &v.Tokens[k]
		switch tok.XPOS {
		case "WDT", "WP", "WRB", "TO", "WP$":
			return -1
		case "VBD", "VBZ", "VBP", "MD":
			if k == t+n || v.Tokens[k-1].UPOS == english.CCONJ {
				return -1
			}
			h := k
			if tok.UPOS == english.AUX && tok.Head > k && v.Tokens[h].Head < len(v.Tokens) {
				h = tok.Head
			}
			return h
		case "VB":
			return -1
		}
		switch tok.UPOS {
		case english.SCONJ:
			return -1
		case english.PUNCT:
			if f := tok.Form; v.quote[k] == v.quote[t] && f != "-" && f != "(" && f != ")" {
				return -1
			}
		}
	}
	return -1
}

// reported reports whether the dependent c of a cue that ends before token from is
// a reported clause under another label: it begins with "that", or it follows at
// once with a subject and a finite verb of its own.
func (v *view) reported(c, from int) bool {
	switch v.Tokens[c].Rel {
	case english.Ccomp:
		return true
	case english.Advcl, english.Conj, english.Parataxis, english.Dep, english.Acl, english.AclRelcl, english.Obj, english.Obl, english.Xcomp:
	default:
		return false
	}
	if !v.verbal(c) {
		return false
	}
	first, _ := v.Subtree(c)
	if v.ledBy(c, "that") && lower(v.Tokens[first].Form) == "that" {
		return true
	}
	s := v.Child(c, english.Nsubj, english.NsubjPass, english.Expl)
	return first == from && s >= 0 && s < c && v.Child(c, english.Mark) < 0
}

// verbal reports whether token c heads a clause.
func (v *view) verbal(c int) bool {
	switch v.Tokens[c].UPOS {
	case english.VERB, english.AUX:
		return true
	}
	return v.Child(c, english.Cop, english.Nsubj, english.NsubjPass) >= 0
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
