package attribution

import (
	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/internal/english/coref"
)

// A parenthesis is a cue clause thrown into the clause that it reports, or put
// behind it: "Its troops, it insisted, were answering fire".
type parenthesis struct {
	lo, hi  int // its first and last token
	speaker span
}

// thrownIn reports whether the cue at t, n tokens long, makes a parenthesis. The
// order of words tells, whatever the tree says: a comma, the subject, the cue, and
// a comma or the end; or with the subject behind the cue.
func (v *view) thrownIn(t, n int) (parenthesis, bool) {
	switch v.Tokens[t].XPOS {
	case "VB", "VBG":
		return parenthesis{}, false
	}
	hi := t + n - 1
	// Subject first.
	np := t - 1
	for np >= 0 && (v.Tokens[np].UPOS == english.AUX || v.Tokens[np].UPOS == english.ADV) {
		if v.Tokens[np].Feats.Negative {
			return parenthesis{}, false
		}
		np--
	}
	if np >= 0 && (nominal(v.Tokens[np].UPOS) || v.Tokens[np].Rel == english.Nsubj) || np > 1 && v.comma(np) && nominal(v.Tokens[np-1].UPOS) {
		if lo := v.withRole(v.phraseStart(np), np); lo > 0 && lo <= np && (v.parted(lo-1) || v.asBefore(lo)) {
			end, ok := v.closed(hi)
			if ok && v.objectBehind(t, hi+1) {
				return parenthesis{}, false // "said their networks, once male, are female"
			}
			if !ok && v.closesQuote(lo-1) {
				end, ok = hi, true // a quotation before the speaker is the content
			}
			if ok {
				p := parenthesis{lo, end, v.r.trim(v.span(lo, np))}
				return p, v.bearsContent(p)
			}
		}
	}
	// Cue first.
	e, _, _ := v.cueAt("verb", t)
	if e.frames&frameQuote == 0 || e.frames&(frameObjPred|frameObjInf) != 0 && t > 0 && !v.closesQuote(t-1) {
		return parenthesis{}, false // ", called the police": what follows is no subject
	}
	if t > 0 && v.parted(t-1) && hi+1 < len(v.Tokens) {
		if h := v.nounAfter(hi + 1); h > hi && h < hi+12 && v.noVerb(hi+1, h) && v.Tokens[hi+1].UPOS != english.PUNCT {
			s := v.name(h)
			s.start = max(s.start, v.Tokens[hi+1].Start)
			p := parenthesis{t, v.lastToken(s), s}
			if !v.closesQuote(t-1) && (!v.holder(h) || v.Tokens[hi+1].XPOS == "PRP$") {
				return parenthesis{}, false
			}
			if end, ok := v.closed(p.hi); ok {
				p.hi = end
				return p, v.bearsContent(p)
			}
			if k := p.hi + 1; k < len(v.Tokens) && (v.Tokens[k].XPOS == "WP" || v.Tokens[k].XPOS == "WDT") {
				p.hi = v.clauseEnd(k) // "said Jane Doe, head of a union that struck"
				return p, v.bearsContent(p)
			}
		}
	}
	return parenthesis{}, false
}

// withRole returns where the words on a speaker begin whose name stands in tokens lo to
// np: with the role before the name, "a spokesman for the port, Ola Berg, said".
func (v *view) withRole(lo, np int) int {
	if lo < 3 || !v.comma(lo-1) || !nominal(v.Tokens[lo-2].UPOS) || v.quote[lo-2] != v.quote[lo] {
		return lo
	}
	for k := lo; k <= np; k++ {
		if v.Tokens[k].UPOS != english.PROPN && !(k == np && v.comma(k)) {
			return lo
		}
	}
	role := v.phraseStart(lo - 2)
	if role < 1 || !v.parted(role-1) {
		return lo
	}
	for k := role; k < lo-1; k++ {
		if v.Tokens[k].UPOS == english.NOUN && (coref.Person(lower(v.Tokens[k].Lemma)) || v.holder(k)) {
			return role
		}
		if v.Tokens[k].UPOS == english.ADP {
			break
		}
	}
	return lo
}

// closesQuote reports whether token k is, or follows, the end of a quotation that
// makes a pause.
func (v *view) closesQuote(k int) bool {
	q := v.quote[k]
	if q < 0 || v.r.quotes[q].open || v.Tokens[k].End != v.r.quotes[q].outer.end {
		return false
	}
	return k > 0 && v.Tokens[k-1].UPOS == english.PUNCT
}

// objectBehind reports whether a noun phrase begins at token k, right behind the cue
// t, that is neither a date nor an addressee.
func (v *view) objectBehind(t, k int) bool {
	if k >= len(v.Tokens) || tellsWhom[lower(v.Tokens[t].Lemma)] {
		return false
	}
	switch tok := &v.Tokens[k]; tok.UPOS {
	case english.DET, english.NOUN, english.PROPN, english.PRON, english.ADJ, english.NUM:
		for j := k; j < len(v.Tokens) && j < k+4; j++ {
			if times[lower(v.Tokens[j].Lemma)] {
				return false
			}
		}
		return true
	}
	return false
}

// asBefore reports whether "as" leads in the parenthesis at token lo: ", as they
// pointed out,".
func (v *view) asBefore(lo int) bool {
	return lower(v.Tokens[lo-1].Form) == "as" && (lo == 1 || v.parted(lo-2))
}

func nominal(p english.UPOS) bool {
	switch p {
	case english.NOUN, english.PROPN, english.PRON, english.NUM:
		return true
	}
	return false
}

func (v *view) comma(k int) bool { return v.Tokens[k].Form == "," }

// parted reports whether token k parts a parenthesis from what it interrupts.
func (v *view) parted(k int) bool {
	switch v.Tokens[k].Form {
	case ",", "–", "—", "--", "-", "?", "!":
		return true
	}
	q := v.quote[k]
	return q >= 0 && v.Tokens[k].UPOS == english.PUNCT && v.Tokens[k].End == v.r.quotes[q].outer.end
}

// phraseStart returns where the noun phrase that ends at token k begins, going
// back over words that a name or a role has; -1 where it meets another kind of
// word. An apposition between commas is part of it.
func (v *view) phraseStart(k int) int {
	appositions := 0
	for j := k; j >= 0; j-- {
		tok := &v.Tokens[j]
		if v.quote[j] >= 0 && v.quote[j] != v.quote[k] {
			return j + 1
		}
		switch tok.UPOS {
		case english.NOUN, english.PROPN, english.DET, english.ADJ, english.NUM, english.PART, english.X, english.SYM:
			continue
		case english.SCONJ:
			if lower(tok.Form) == "as" {
				return j + 1
			}
			return -1
		case english.ADV: // "nearly half", "about 40"
			if j+1 <= k && (v.Tokens[j+1].UPOS == english.NUM || v.Tokens[j+1].UPOS == english.DET || lower(v.Tokens[j+1].Form) == "half") {
				continue
			}
			return -1
		case english.PRON:
			if tok.XPOS == "WDT" || tok.XPOS == "WP" || tok.XPOS == "WRB" {
				return -1
			}
			continue
		case english.ADP:
			if lower(tok.Form) == "as" && j < k && (j == 0 || v.parted(j-1)) {
				return j + 1
			}
			if j == 0 || !nominal(v.Tokens[j-1].UPOS) {
				return -1
			}
			continue
		case english.CCONJ:
			if lower(tok.Form) == "and" && j > 0 && (nominal(v.Tokens[j-1].UPOS)) && j < k && v.Tokens[j+1].UPOS != english.PRON {
				continue
			}
			return -1
		case english.PUNCT:
			if tok.Form == "-" || tok.Form == "." || tok.Form == "(" || tok.Form == ")" || tok.Form == "–" && j > 0 && v.Tokens[j-1].End == tok.Start {
				continue
			}
			// "Jane Doe, an army spokeswoman, said": the phrase behind the comma
			// explains the name before it, or a name the role.
			role := j > 0 && j+1 < k && v.Tokens[j-1].UPOS == english.NOUN && coref.Person(lower(v.Tokens[j-1].Lemma)) && v.Tokens[j+1].UPOS == english.PROPN
			if tok.Form == "," && appositions == 0 && j > 0 && j+1 <= k && (v.Tokens[j-1].UPOS == english.PROPN || role) && (j == k || v.comma(k)) {
				appositions++
				continue
			}
			if j == k {
				continue
			}
			return j + 1
		default:
			return -1
		}
	}
	return 0
}

// closed reports whether a parenthesis whose cue ends at token hi is over soon:
// with punctuation or the sentence, after an adverb, a date or an addressee at
// most. It returns its last token.
func (v *view) closed(hi int) (int, bool) {
	for k := hi + 1; k < len(v.Tokens); k++ {
		tok := &v.Tokens[k]
		switch tok.UPOS {
		case english.PUNCT:
			if tok.Form == "-" || v.quote[k] >= 0 && v.quote[k] != v.quote[hi] && tok.Form != "," {
				return k - 1, k-1 > hi && false
			}
			if tok.Form == ":" {
				return hi, false
			}
			return k - 1, true
		case english.VERB, english.AUX, english.SCONJ:
			return hi, false
		case english.PRON:
			if k == hi+1 && tok.XPOS == "PRP" && k+1 < len(v.Tokens) && v.Tokens[k+1].UPOS != english.PUNCT && v.Tokens[k+1].UPOS != english.ADP {
				return hi, false
			}
		}
		if k > hi+9 {
			return hi, false
		}
	}
	return len(v.Tokens) - 1, true
}

// noVerb reports whether no verb stands among tokens from to to.
func (v *view) noVerb(from, to int) bool {
	for k := from; k <= to; k++ {
		if v.Tokens[k].UPOS == english.VERB || v.Tokens[k].UPOS == english.AUX {
			return false
		}
	}
	return true
}

// bearsContent reports whether there is a clause before p, or one that p
// interrupts.
func (v *view) bearsContent(p parenthesis) bool {
	left := v.boundaryBefore(p.lo)
	if k := p.hi + 2; k < len(v.Tokens) && v.quote[k] >= 0 && v.quote[p.lo-1] < 0 && v.comma(k-1) && (v.Tokens[left].XPOS == "VBN" || v.Tokens[left].XPOS == "VBD" || v.Tokens[left].XPOS == "VBG" || v.Tokens[left].UPOS == english.SCONJ) {
		return false // "Asked about it, he said, "No.""
	}
	if v.hasVerb(left, p.lo) {
		return true
	}
	if v.comma(min(p.hi+1, len(v.Tokens)-1)) && v.finite(p.hi+2) {
		return true // "in recent days, officials say, it has rained"
	}
	return left < p.lo-1 && v.resumes(p.hi+1)
}

// finite reports whether a clause with a verb of its own begins at token k: not one
// that a participle or a relative begins.
func (v *view) finite(k int) bool {
	if k >= len(v.Tokens) || v.quote[k] >= 0 {
		return false
	}
	switch v.Tokens[k].XPOS {
	case "VBG", "WDT", "WP", "VBN", "CC", "IN", "TO":
		return false
	}
	for ; k < len(v.Tokens) && v.Tokens[k].Form != ";"; k++ {
		switch v.Tokens[k].XPOS {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		}
	}
	return false
}

// resumes reports whether the tokens from k take up a clause whose subject stands
// before: its verb comes next.
func (v *view) resumes(k int) bool {
	for k < len(v.Tokens) && (v.Tokens[k].UPOS == english.PUNCT || v.Tokens[k].UPOS == english.ADV || v.Tokens[k].UPOS == english.PART) {
		k++
	}
	return k < len(v.Tokens) && (v.Tokens[k].UPOS == english.AUX || v.Tokens[k].UPOS == english.VERB && v.Tokens[k].XPOS != "VBG")
}

// mainClause reports whether tokens from to to hold a clause that can stand alone:
// a finite verb, and no word at the head that subordinates it.
func (v *view) mainClause(from, to int) bool {
	for from < to && (v.Tokens[from].UPOS == english.CCONJ || v.Tokens[from].UPOS == english.ADV && v.Tokens[from].XPOS == "RB" || v.Tokens[from].UPOS == english.PUNCT) {
		from++
	}
	if from >= to {
		return false
	}
	switch first := &v.Tokens[from]; {
	case first.UPOS == english.SCONJ, first.XPOS == "WRB", lower(first.Form) == "whatever", lower(first.Form) == "whoever":
		return false
	}
	for k := from; k < to; k++ {
		switch v.Tokens[k].XPOS {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		}
	}
	return false
}

// broken reports whether token k, the last before a parenthesis, can't end a
// clause: "it was, he said, a failure".
func (v *view) broken(k int) bool {
	if k < 0 || v.quote[k] >= 0 {
		return false
	}
	switch tok := &v.Tokens[k]; tok.UPOS {
	case english.AUX, english.SCONJ, english.DET, english.CCONJ:
		return true
	default:
		return tok.XPOS == "WRB" || tok.XPOS == "WDT" || lower(tok.Form) == "that"
	}
}

// around returns what stands on both sides of p within its sentence.
func (v *view) around(p parenthesis) []span {
	before := p.lo - 1
	if before >= 0 && lower(v.Tokens[before].Form) == "as" {
		before--
	}
	left := v.boundaryBefore(p.lo)
	for k := left; k <= before; k++ { // a lone "and" isn't content
		if u := v.Tokens[k].UPOS; u != english.CCONJ && u != english.PUNCT {
			break
		}
		if k == before {
			left = before + 1
		}
	}
	out := []span{v.span(left, before)}
	if right := v.continuation(p); right > p.hi {
		out = append(out, v.span(p.hi+1, right))
	}
	return out
}

// boundaryBefore returns where the clause before token lo begins: at the start of
// the sentence, behind a semicolon or a colon.
func (v *view) boundaryBefore(lo int) int {
	for k := lo - 2; k >= 0; k-- {
		if f := v.Tokens[k].Form; (f == ";" || f == ":") && v.quote[k] < 0 {
			return k + 1
		}
	}
	// An earlier parenthesis of the sentence has its own part: what "and" joins to it.
	return 0
}

// continuation returns the last token of what goes on behind p, p.hi where nothing
// does: what a participle or another cue brings in is its own.
func (v *view) continuation(p parenthesis) int {
	k := p.hi + 1
	for k < len(v.Tokens) && v.Tokens[k].UPOS == english.PUNCT && v.quote[k] < 0 {
		if f := v.Tokens[k].Form; f == ";" || f == ":" || f == "." {
			return p.hi
		}
		k++
	}
	if k >= len(v.Tokens) {
		return p.hi
	}
	first := &v.Tokens[k]
	if v.closesQuote(p.lo - 1) {
		return p.hi
	}
	switch {
	case v.quote[k] >= 0: // the quotation goes on, and direct sees to it
		return p.hi
	case first.XPOS == "VBG", first.XPOS == "WDT", first.XPOS == "WP", first.UPOS == english.ADP && k+1 < len(v.Tokens) && v.Tokens[k+1].XPOS == "WDT":
		return p.hi
	}
	left := v.boundaryBefore(p.lo)
	if v.finite(k) && !v.mainClause(left, p.lo) || v.broken(p.lo-2) {
		return v.clauseEnd(k)
	}
	if !v.resumes(k) && first.UPOS != english.CCONJ && first.UPOS != english.SCONJ && first.UPOS != english.ADP && v.hasVerb(0, p.lo) {
		return p.hi
	}
	end := v.clauseEnd(k)
	// Another cue with a subject of its own starts what isn't p's: "and officials
	// say", ", adding that".
	for j := k; j <= end; j++ {
		e, n, ok := v.cueAt("verb", j)
		if !ok || e.frames&frameClause == 0 || v.quote[j] >= 0 || v.Tokens[j].XPOS == "VB" {
			continue
		}
		if q, ok := v.thrownIn(j, n); ok && q.lo > k {
			return p.hi // "..., and ..., the other said"
		}
		if v.Tokens[j].XPOS == "VBG" && j > 0 && v.comma(j-1) {
			return j - 2
		}
		if s := v.Child(j, english.Nsubj); s >= k && first.UPOS == english.CCONJ {
			if from, _ := v.Subtree(s); from > k+1 {
				continue // "and the gate would open once the owner agreed": part of what is said
			}
			return p.hi
		}
		if first.UPOS == english.CCONJ && j == k+1 {
			return p.hi // "and warned that"
		}
	}
	return end
}
