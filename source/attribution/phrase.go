package attribution

import (
	"github.com/seed514b815a/rashomon/internal/english"
)

// according finds what stands beside "according to", whose tokens are fixed
// enough to be found without the tree.
func (v *view) according(t int) {
	if lower(v.Tokens[t].Form) != "according" || t+2 >= len(v.Tokens) || lower(v.Tokens[t+1].Form) != "to" {
		return
	}
	e, _ := LookupCue("according to")
	head := v.nounAfter(t + 2)
	if head < 0 {
		return
	}
	f := &finding{sent: v.index, verb: -1, cue: v.span(t, t+1), entry: e, by: byAccording, speaker: v.name(head)}
	f.speaker.start = max(f.speaker.start, v.Tokens[t+2].Start)
	f.content = v.beside(t, v.lastToken(f.speaker), head)
	v.r.add(f)
}

// nounAfter returns the head of the noun phrase that begins at token t.
func (v *view) nounAfter(t int) int {
	for k := t; k < len(v.Tokens); k++ {
		switch v.Tokens[k].UPOS {
		case english.NOUN, english.PROPN, english.PRON, english.NUM, english.X, english.SYM:
			h := k
			for steps := 0; steps < len(v.Tokens); steps++ {
				p := v.Tokens[h].Head
				if p < k {
					break
				}
				switch v.Tokens[h].Rel {
				case english.Compound, english.NmodPoss, english.Nummod, english.Amod, english.Det, english.Flat, english.Nmod, english.NmodDesc:
					h = p
					continue
				}
				break
			}
			return h
		case english.PUNCT, english.VERB:
			if v.Tokens[k].UPOS == english.VERB {
				continue
			}
			return -1
		}
	}
	return -1
}

// lastToken returns the index of the last token that begins in s.
func (v *view) lastToken(s span) int {
	last := -1
	for k := range v.Tokens {
		if v.Tokens[k].Start < s.end {
			last = k
		}
	}
	return last
}

// beside returns the clause that a phrase from token lo to hi speaks of: what
// follows, where the phrase opens the sentence, else what stands before and goes
// on behind.
func (v *view) beside(lo, hi, head int) []span {
	left := v.boundaryBefore(lo)
	empty := true
	for k := left; k < lo; k++ {
		switch v.Tokens[k].UPOS {
		case english.PUNCT, english.CCONJ, english.ADV, english.SCONJ:
		default:
			empty = false
		}
	}
	// An apposition or relative clause of the speaker ends at the next comma.
	end := hi
	if head >= 0 {
		if _, last := v.Subtree(head); last > hi && last < len(v.Tokens)-2 {
			end = last
		}
	}
	if empty {
		if end+1 < len(v.Tokens) {
			return []span{v.span(end+1, v.clauseEnd(end+1))}
		}
		return nil
	}
	last := lo - 1
	if last > left && v.Tokens[last].UPOS == english.AUX && v.Tokens[last-1].UPOS == english.PRON {
		last-- // "That is according to"
	}
	var out []span
	out = append(out, v.span(left, last))
	// It goes on behind where the clause's verb stands there.
	root := -1
	for k := left; k < lo; k++ {
		h := v.Tokens[k].Head
		if h > hi && v.verbal(h) {
			root = h
		}
	}
	if root > hi && end+1 < len(v.Tokens) {
		out = append(out, v.span(end+1, v.clauseEnd(end+1)))
	}
	return out
}

// clauseEnd returns the last token of the clause that begins at token k: before a
// semicolon, or at the end of the sentence.
func (v *view) clauseEnd(k int) int {
	for ; k < len(v.Tokens); k++ {
		if f := v.Tokens[k].Form; f == ";" && v.quote[k] < 0 {
			return k - 1
		}
	}
	return len(v.Tokens) - 1
}

// adverb finds what "reportedly" hedges: the clause that it stands in.
func (v *view) adverb(t int) {
	if v.Tokens[t].UPOS != english.ADV {
		return
	}
	e, _, ok := v.cueAt("adverb", t)
	if !ok {
		return
	}
	head := v.Tokens[t].Head
	if head < 0 || v.Tokens[t].Rel != english.Advmod {
		return
	}
	f := &finding{sent: v.index, verb: -1, cue: v.span(t, t), entry: e, by: byAdverb}
	first, last := v.Subtree(head)
	for _, c := range v.Children(head) { // not the word that joins the clause to another
		switch v.Tokens[c].Rel {
		case english.Mark, english.Cc, english.Punct:
			if c == first {
				first++
			}
		}
	}
	if t > first {
		f.content = append(f.content, v.span(first, t-1))
	}
	if t < last {
		f.content = append(f.content, v.span(t+1, last))
	}
	v.r.add(f)
}

// inWords finds "in its words", "by Moscow's count".
func (v *view) inWords(t int) {
	e, _, ok := v.cueAt("noun", t)
	if !ok || e.frames&frameInWords == 0 {
		return
	}
	p := v.Child(t, english.Case)
	if p < 0 {
		return
	}
	if w := lower(v.Tokens[p].Form); w != "in" && w != "by" {
		return
	}
	owner := v.Child(t, english.NmodPoss)
	if owner < 0 {
		return
	}
	f := &finding{sent: v.index, verb: -1, cue: v.span(t, t), entry: e, by: byAccording, speaker: v.possessor(owner)}
	head := v.Tokens[t].Head
	for steps := 0; head >= 0 && !v.verbal(head) && steps < 4; steps++ {
		head = v.Tokens[head].Head
	}
	if head < 0 || !v.verbal(head) {
		return
	}
	first, last := v.Subtree(head)
	lo, _ := v.Subtree(t)
	hi := t // what the tree hangs on the noun behind it is the clause's
	if _, _, saying := v.cueAt("verb", head); saying && v.Child(head, english.Ccomp) >= 0 {
		return // "said in its statement that": the verb is the cue
	}
	for k := first; k < lo; k++ { // "which, in its words, showed"
		if v.Tokens[k].UPOS == english.PUNCT || v.Tokens[k].XPOS == "WDT" || v.Tokens[k].XPOS == "WP" || v.Tokens[k].UPOS == english.ADP || v.Tokens[k].UPOS == english.SCONJ || v.Tokens[k].UPOS == english.CCONJ {
			continue
		}
		f.content = append(f.content, v.span(k, lo-1))
		break
	}
	if hi < last {
		f.content = append(f.content, v.span(hi+1, last))
	}
	v.r.add(f)
}
