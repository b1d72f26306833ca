package attribution

import "github.com/seed514b815a/rashomon/internal/english"

// clause returns the content of the cue at t, n tokens long, whose reported clause
// stands behind it: from where the cue's own words end to where another cue or a
// clause of the cue's own begins. The tree is asked for both ends, not followed:
// it often takes the clause's subject for the cue's object.
func (v *view) clause(t, n, c int) []span {
	first := v.clauseStart(t, n, c)
	return []span{v.span(first, v.contentEnd(t, first))}
}

// clauseStart returns the first token of the reported clause: behind a "that", or
// behind the addressee, date and place that belong to the cue.
func (v *view) clauseStart(t, n, c int) int {
	k := t + n
	for j := k; j < len(v.Tokens) && j < k+14; j++ {
		tok := &v.Tokens[j]
		if lower(tok.Form) == "that" && (tok.UPOS == english.SCONJ || tok.Rel == english.Mark) {
			return j
		}
		if tok.UPOS == english.VERB && tok.XPOS != "VBG" && tok.XPOS != "VBN" || tok.UPOS == english.AUX || v.quote[j] != v.quote[t] {
			break
		}
	}
	for k < c {
		top := v.topBetween(k, t)
		if top < 0 || top == c {
			break
		}
		switch v.Tokens[top].Rel {
		case english.Obl, english.Advmod, english.OblUnmarked, english.Iobj, english.Punct, english.CompoundPrt, english.Nmod:
		case english.Nsubj:
			if v.subject(t) != top && !times[lower(v.Tokens[top].Lemma)] {
				return k
			}
		case english.Obj:
			if !tellsWhom[lower(v.Tokens[t].Lemma)] {
				return k
			}
		default:
			return k
		}
		_, last := v.Subtree(top)
		if last >= c || v.Tokens[top].Rel == english.Advmod && v.Tokens[top].XPOS == "WRB" {
			break
		}
		k = last + 1
	}
	return k
}

// tellsWhom are the verbs whose object may be who is told.
var tellsWhom = setOf("tell assure inform notify remind warn advise ask brief persuade convince reassure alert caution teach show promise press quiz urge write text email message")

// contentEnd returns the last token of the content that begins at token first and
// is reported by the cue at t.
func (v *view) contentEnd(t, first int) int {
	last := len(v.Tokens) - 1
	below := v.Tokens[t].Rel == english.AclRelcl || v.Tokens[t].Rel == english.Advcl && v.Tokens[t].Head > t
	for k := first + 1; k < len(v.Tokens); k++ {
		if v.quote[k] >= 0 && v.quote[k] != v.quote[t] {
			continue // whatever is quoted is content
		}
		tok := &v.Tokens[k]
		f := tok.Form
		if f == ";" {
			return k - 1
		}
		if below && k > first+1 && v.comma(k-1) && !v.Dominates(t, k) && v.quote[k-1] < 0 {
			return k - 2 // "who said it rained, left"
		}
		if f == "(" && v.Tokens[k-1].UPOS != english.PUNCT && v.endsWithBracket(k) {
			return k - 1
		}
		if lower(f) == "according" && k+1 < len(v.Tokens) && lower(v.Tokens[k+1].Form) == "to" && v.comma(k-1) {
			return k - 2
		}
		if e, n, ok := v.cueAt("verb", k); ok && k > first+1 {
			// ", saying that", ", rejecting it"
			if tok.XPOS == "VBG" && v.comma(k-1) {
				if s := v.participleSubject(k); !v.under(k, first, t) || s >= 0 && s < first && e.frames&frameClause != 0 && s == v.subject(t) {
					return k - 2
				}
			}
			if e.frames&(frameClause|frameQuote) != 0 {
				if p, ok := v.thrownIn(k, n); ok && (e.frames&frameClause != 0 || v.quotesBefore(p.lo)) && p.lo > first+1 && v.Tokens[p.lo-1].Form == "," {
					return p.lo - 2
				}
			}
		}
		if tok.Rel == english.Conj && v.Tokens[t].Rel == english.Xcomp && tok.Head == v.Tokens[t].Head && v.quote[k] == v.quote[t] && v.verbal(k) {
			end := k - 1 // "went on to say that it rained, and left"
			for end > first && (v.Tokens[end].UPOS == english.CCONJ || v.Tokens[end].UPOS == english.ADV || v.comma(end)) {
				end--
			}
			return end
		}
		if v.joined(k) == t {
			for k > first && v.Tokens[k-1].UPOS == english.ADV && v.Tokens[k-1].Head == k {
				k--
			}
			for k > first && (v.Tokens[k-1].UPOS == english.CCONJ || v.comma(k-1)) {
				k--
			}
			return k - 1
		}
		if tok.Head != t {
			continue
		}
		begin, _ := v.Subtree(k)
		begin = max(begin, first)
		switch tok.Rel {
		case english.Conj:
			if begin > first && v.verbal(k) && !v.otherTense(t, k) {
				for begin > first && (v.Tokens[begin-1].UPOS == english.CCONJ || v.Tokens[begin-1].UPOS == english.PUNCT && v.quote[begin-1] < 0) {
					begin--
				}
				return begin - 1
			}
		case english.Advcl, english.Parataxis:
			if begin > first && v.Tokens[begin-1].Form == "," && (tok.Rel == english.Parataxis || v.Child(k, english.Mark) >= 0) {
				return begin - 2
			}
		}
	}
	return last
}

// otherTense reports whether the verb k, joined to the cue t without a subject of
// its own, can't be the cue's equal: "said officials are biased and can't be
// trusted".
func (v *view) otherTense(t, k int) bool {
	if v.Child(k, english.Nsubj, english.NsubjPass) >= 0 {
		return false
	}
	if _, _, ok := v.cueAt("verb", k); ok {
		return false
	}
	first := k
	if a := v.Child(k, english.Aux, english.AuxPass, english.Cop); a >= 0 {
		first = a
	}
	x, y := v.Tokens[t].XPOS, v.Tokens[first].XPOS
	return x == "VBD" && (y == "VBZ" || y == "VBP" || y == "MD" || y == "VB") || (x == "VBZ" || x == "VBP") && (y == "VBD" || y == "MD" || y == "VB")
}

// endsWithBracket reports whether the bracket that opens at token k closes at the
// end of the sentence: an aside of the author's.
func (v *view) endsWithBracket(k int) bool {
	for j := k + 1; j < len(v.Tokens); j++ {
		if v.Tokens[j].Form == ")" {
			return j >= len(v.Tokens)-2 && j > k+2
		}
	}
	return false
}

// under reports whether token k hangs on a word of the content from first on, and
// not on the cue at t.
func (v *view) under(k, first, t int) bool {
	h := v.Tokens[k].Head
	return h >= first && h != t && v.Tokens[k].Rel != english.Advcl && v.Tokens[k].Rel != english.Conj
}

// topBetween returns the dependent of t above token k or k itself, -1 where k
// doesn't stand beneath t.
func (v *view) topBetween(k, t int) int {
	for steps := 0; k >= 0 && steps <= len(v.Tokens); steps++ {
		if v.Tokens[k].Head == t {
			return k
		}
		k = v.Tokens[k].Head
	}
	return -1
}
