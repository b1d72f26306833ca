package attribution

import (
	"github.com/seed514b815a/rashomon/internal/english"
)

// complement returns the content of the active cue at t that is no clause with
// "that": an object, an infinitive, a prepositional phrase, or two of these. It
// is nil where the cue has none that its frames allow.
func (v *view) complement(t, n int, e Cue, a arguments) []span {
	fr := e.frames
	after := func(i int) int { // a dependent that stands behind the cue, or -1
		if i >= t+n-1 && i != t {
			return i
		}
		return -1
	}
	object, open := after(a.object), after(a.open)
	if object < 0 && after(a.indirect) >= 0 {
		object = a.indirect
	}
	if fr&frameObjAs != 0 && object < 0 && t+n+1 < len(v.Tokens) && lower(v.Tokens[t+n].Form) == "as" {
		return []span{v.span(t+n+1, v.phraseEnd(t+n+1))} // "in what they described as a raid"
	}
	whole := func(from, to int) []span {
		first, _ := v.Subtree(from)
		_, last := v.Subtree(to)
		return []span{v.span(max(first, t+n), last)}
	}
	for _, x := range [...]struct {
		frame frames
		word  string
	}{{framePersonOf, "of"}, {framePersonOf, "with"}, {frameObjAs, "as"}, {frameObjFor, "for"}, {frameObjAt, "at"}, {frameObjOn, "on"}, {frameObjTo, "to"}} {
		if fr&x.frame == 0 {
			continue
		}
		if object >= 0 {
			if p := v.preposition(t, object, a, x.word); p >= 0 {
				first, _ := v.Subtree(object)
				first = max(first, t+n)
				return []span{v.span(first, v.beforeAside(first, v.objectEnd(first, p)))}
			}
		}
		if x.word == "with" && e.Words != "charge" {
			continue
		}
		if k := v.chargeAfter(t+n, x.word); k > 0 {
			_, last := v.Subtree(k)
			if h := v.Tokens[k].Head; h > k {
				_, last = v.Subtree(h)
			}
			if x.word == "at" {
				last = max(last, v.phraseEnd(k)) // "at 50 to 60"
			}
			return []span{v.span(t+n, v.beforeAside(t+n, last))}
		}
	}
	if fr&frameObjFigure != 0 && object >= 0 && figures[lower(v.Tokens[object].Lemma)] {
		if k := v.chargeAfter(t+n, "to"); k > 0 {
			return []span{v.span(t+n, v.phraseEnd(t+n))}
		}
	}
	if fr&(frameOnInf|frameToInf) != 0 && object >= 0 && v.lastPreposition(t, n) > 0 {
		if k := v.toAfter(t + n); k > 0 {
			return []span{v.span(t+n, v.contentEnd(t, t+n))}
		}
		return nil
	}
	if fr&(frameOnInf|frameToInf) != 0 {
		for _, o := range a.oblique {
			if c := v.Child(o, english.Case); c >= 0 && o > t {
				x := open
				if x < 0 {
					x = v.infinitive(t, o)
				}
				if x > o {
					first, _ := v.Subtree(o)
					_, last := v.Subtree(x)
					return []span{v.span(max(first, c+1), last)}
				}
			}
		}
	}
	if object >= 0 && open > object && fr&frameObjInf != 0 {
		first, _ := v.Subtree(object)
		first = max(first, t+n)
		return []span{v.span(first, v.contentEnd(t, first))}
	}
	if object >= 0 && fr&frameObjInf != 0 {
		if x := v.infinitive(t, object); x > object {
			return whole(object, x)
		}
	}
	if open >= 0 && object < 0 {
		gerund := v.Tokens[open].XPOS == "VBG"
		if fr&frameInf != 0 || fr&(frameObj|frameWeakObj) != 0 && gerund || fr&frameClause != 0 && !gerund {
			first, _ := v.Subtree(open)
			first = max(first, t+n)
			return []span{v.span(first, v.contentEnd(t, first))}
		}
	}
	if a.clause > t && fr&(frameObj|frameWeakObj) != 0 { // denied provoking: a clause to some parsers
		return whole(a.clause, a.clause)
	}
	if fr&frameObjInf != 0 {
		if k := v.toAfter(t + n); k > 0 {
			return []span{v.span(t+n, v.contentEnd(t, t+n))}
		}
	}
	if fr&frameObjPred != 0 && fr&frameObj == 0 {
		// "called it a lie": the tree may have put the predicate anywhere.
		if end := v.phraseEnd(t + n); end > t+n && (object >= 0 || open >= 0) {
			if _, last := v.Subtree(max(object, open)); v.predicated(t+n, end) {
				return []span{v.span(t+n, max(end, min(last, end)))}
			}
		}
		return nil
	}
	if p := v.lastPreposition(t, n); p > 0 && object >= 0 && framePreps[lower(v.Tokens[p].Form)]&fr != 0 {
		return []span{v.span(t+n, v.objectEnd(t+n, object))}
	}
	if object >= 0 && (fr&frameObj != 0 || fr&frameWeakObj != 0 && (v.wordy(object) || e.Words == "show" && v.paper(v.subject(t)))) {
		first, _ := v.Subtree(object)
		first = max(first, t+n)
		return []span{v.span(first, v.objectEnd(first, object))}
	}
	for _, o := range a.oblique {
		c := v.Child(o, english.Case, english.Mark)
		if c < t || o < t {
			continue
		}
		if bit := framePreps[lower(v.Tokens[c].Form)]; bit&fr != 0 {
			return []span{v.span(c+1, v.objectEnd(c+1, o))}
		}
	}
	return nil
}

// whatCalled finds the name alone in "what the port called sabotage", "what it had
// described as a fault": the thing that bears it is told by others. The order of words
// tells, since the tree often takes the verb for a participle.
func (v *view) whatCalled(f *finding, t, n int) bool {
	if f.entry.frames&(frameObjPred|frameObjAs) == 0 {
		return false
	}
	np := t - 1
	for np > 0 && (v.Tokens[np].UPOS == english.AUX || v.Tokens[np].UPOS == english.ADV || times[lower(v.Tokens[np].Lemma)]) {
		np--
	}
	lo := np
	for lo > 0 && lo > np-12 && lower(v.Tokens[lo].Form) != "what" {
		switch u := v.Tokens[lo].UPOS; {
		case nominal(u), u == english.DET, u == english.ADJ, u == english.ADP, u == english.PART:
			lo--
			continue
		}
		return false
	}
	if lo == np || lower(v.Tokens[lo].Form) != "what" || v.quote[lo] != v.quote[t] {
		return false
	}
	from := t + n
	if from < len(v.Tokens) && lower(v.Tokens[from].Form) == "as" {
		from++
	} else if f.entry.frames&frameObjPred == 0 {
		return false
	}
	if from >= len(v.Tokens) || v.Tokens[from].UPOS == english.PUNCT && v.quote[from] < 0 {
		return false
	}
	end := v.phraseEnd(from)
	for k := from + 1; k < end; k++ {
		if v.quote[k] < 0 && v.Tokens[k].UPOS == english.CCONJ && lower(v.Tokens[k+1].Form) == "what" {
			end = k - 1
		}
	}
	if end < from {
		return false
	}
	f.by, f.speaker, f.content = byObject, v.r.trim(v.span(lo+1, np)), []span{v.span(from, end)}
	v.r.add(f)
	return true
}

// toAfter returns the "to" with its verb that follows the noun phrase at token
// from, wherever the tree hangs the two; -1 for none.
func (v *view) toAfter(from int) int {
	for k := from; k < len(v.Tokens)-1 && k < from+12; k++ {
		if v.Tokens[k].XPOS == "TO" && k > from && (v.Tokens[k+1].XPOS == "VB" || v.Tokens[k+1].UPOS == english.AUX) {
			return k
		}
		switch v.Tokens[k].UPOS {
		case english.VERB, english.AUX, english.SCONJ, english.PUNCT, english.CCONJ:
			return -1
		}
	}
	return -1
}

// lastPreposition returns the last token of a cue that ends in a preposition,
// "call for", -1 for another cue.
func (v *view) lastPreposition(t, n int) int {
	if p := t + n - 1; n > 1 && framePreps[lower(v.Tokens[p].Form)] != 0 {
		return p
	}
	return -1
}

// objectEnd returns the last token of the content that begins at token first with
// the phrase headed by object: what follows without a pause is part of it.
func (v *view) objectEnd(first, object int) int {
	_, last := v.Subtree(object)
	return max(last, v.phraseEnd(first))
}

// beforeAside returns the last token of a charge that would end at token last: the
// author's own clause behind a comma, "accused each other of firing, as talks went
// on", is none of it, wherever the tree hangs it.
func (v *view) beforeAside(first, last int) int {
	for k := first + 2; k < last; k++ {
		if v.comma(k-1) && v.quote[k] < 0 && asides[lower(v.Tokens[k].Form)] && v.finiteAfter(k, 1) > 0 {
			return k - 2
		}
	}
	return last
}

// asides are words by which an author sets what else was going on beside a report.
var asides = setOf("as while whilst amid even hours days")

// figures are nouns for what is counted.
var figures = setOf("toll number figure estimate count dead tally total forecast")

// phraseEnd returns the last token before the phrase that begins at token from is
// over: at a comma, a conjunction with a verb, or a conjunction that subordinates.
func (v *view) phraseEnd(from int) int {
	for k := from; k < len(v.Tokens); k++ {
		tok := &v.Tokens[k]
		if q := v.quote[k]; q >= 0 && v.r.quotes[q].outer.start >= v.Tokens[from].Start {
			continue
		}
		switch tok.UPOS {
		case english.PUNCT:
			if tok.Form == "," && k+2 < len(v.Tokens) && (extends[lower(v.Tokens[k+1].Form)] || extends[lower(v.Tokens[k+1].Form)+" "+lower(v.Tokens[k+2].Form)]) {
				continue
			}
			if tok.Form != "-" && tok.Form != "(" && tok.Form != ")" && tok.Form != "'" && tok.Form != "’" {
				return k - 1
			}
		case english.CCONJ:
			if k+1 < len(v.Tokens) && (v.Tokens[k+1].UPOS == english.VERB || v.Tokens[k+1].UPOS == english.AUX || v.Tokens[k+1].UPOS == english.ADV || lower(v.Tokens[k+1].Form) == "what") {
				return k - 1
			}
		case english.SCONJ:
			if f := lower(tok.Form); f == "after" || f == "when" || f == "while" || f == "because" || f == "before" || f == "as" {
				return k - 1
			}
		}
	}
	return len(v.Tokens) - 1
}

// extends are words behind a comma that go on with the phrase before it.
var extends = map[string]bool{"including": true, "up from": true, "down from": true, "such as": true}

// predicated reports whether tokens from to to hold a thing and what it is called:
// two noun phrases, an adjective behind one, or a quotation behind something.
func (v *view) predicated(from, to int) bool {
	nouns := 0
	for k := from; k <= to; k++ {
		tok := &v.Tokens[k]
		if q := v.quote[k]; k > from && q >= 0 && q != v.quote[from] {
			return true
		}
		switch tok.Rel {
		case english.Xcomp:
			if tok.Head < from {
				return true
			}
		}
		if tok.UPOS == english.ADJ && k == to || tok.UPOS == english.DET && k > from && nominal(v.Tokens[k-1].UPOS) || tok.XPOS == "PRP" && k == from && to > from && v.Tokens[from+1].UPOS != english.ADP && v.Tokens[from+1].UPOS != english.ADV {
			nouns++
		}
	}
	return nouns > 0
}

// chargeAfter returns the token of the given preposition that stands behind the
// noun phrase at token from, whatever it hangs on: "each other on Friday of
// breaking", where the tree is often wrong.
func (v *view) chargeAfter(from int, word string) int {
	for k := from; k < len(v.Tokens) && k < from+16; k++ {
		tok := &v.Tokens[k]
		if k > from && lower(tok.Form) == word && (v.Tokens[k-1].UPOS != english.NOUN || word != "of" || k+1 < len(v.Tokens) && v.Tokens[k+1].XPOS == "VBG") {
			return k
		}
		switch tok.UPOS {
		case english.VERB, english.AUX, english.SCONJ, english.CCONJ:
			if lower(tok.Form) != "and" && !(k == from && tok.XPOS == "VBG" && tok.Rel == english.Obj) && (v.quote[k] < 0 || v.quote[k] == v.quote[from]) { // "riot police"; a word in quotation marks
				return -1
			}
		case english.PUNCT:
			if tok.Form != "-" && tok.Form != "\"" && tok.Form != "“" && tok.Form != "”" {
				return -1
			}
		}
	}
	return -1
}

// preposition returns the head of the phrase with the given preposition that
// belongs to the cue at t, or that the parser hung on its object.
func (v *view) preposition(t, object int, a arguments, word string) int {
	for _, o := range a.oblique {
		if o > object && v.ledBy(o, word) {
			return o
		}
	}
	for _, o := range v.Children(object) {
		switch v.Tokens[o].Rel {
		case english.Nmod, english.Acl, english.Obl, english.Advcl:
			if o > object && v.ledBy(o, word) {
				return o
			}
		}
	}
	if a.open > object && v.ledBy(a.open, word) {
		return a.open
	}
	return -1
}

// ledBy reports whether the phrase headed by o begins with the word.
func (v *view) ledBy(o int, word string) bool {
	for _, c := range v.Children(o) {
		switch v.Tokens[c].Rel {
		case english.Case, english.Mark, english.Advmod:
			if lower(v.Tokens[c].Form) == word {
				return true
			}
		}
	}
	return false
}

// infinitive returns a clause with "to" that hangs on t or on its object.
func (v *view) infinitive(t, object int) int {
	for _, h := range [...]int{t, object} {
		for _, c := range v.Children(h) {
			switch v.Tokens[c].Rel {
			case english.Advcl, english.Acl, english.Xcomp, english.Ccomp:
				if c > object && v.ledBy(c, "to") {
					return c
				}
			}
		}
	}
	return -1
}

// wordy reports whether the phrase headed by t is a matter of words: a cue noun,
// or a phrase with a quotation in it.
func (v *view) wordy(t int) bool {
	l := lower(v.Tokens[t].Lemma)
	if l == "position" && v.Tokens[t].Feats.Number == english.Plural {
		return false // troops hold positions, and defend them
	}
	if matters[l] || matterList()[l] || len(table().byLemma["noun "+l]) > 0 {
		return true
	}
	first, last := v.Subtree(t)
	for k := first; k <= last; k++ {
		if v.quote[k] >= 0 && v.quote[k] != v.quote[t] {
			return true
		}
	}
	return false
}

// matters are nouns for what is said, asked, planned or thought, and aren't cues.
var matters = setOf(`agenda amendment approach attitude ban bill budget candidacy comparison deal details effort figure idea importance initiative
	issue law legislation matter measure need nomination policy possibility principle priority problem question reason record reform risk role
	rule solution strategy subject system tactic term thing topic truth value way wording`)
