package attribution

import "github.com/seed514b815a/rashomon/internal/english"

// What a speaker leaves unsaid is the author's remark, and no content: "said it had
// struck a depot, without saying when". So is the comparison with what was said before:
// "put its dead at nine, up from the four that it gave before".

// cutRemarks ends the contents of f before such a remark, and leaves out a piece that is
// one.
func (v *view) cutRemarks(f *finding) {
	var kept []span
	for _, p := range f.content {
		for k := range v.Tokens {
			tok := &v.Tokens[k]
			if tok.Start < p.start || tok.End > p.end || v.quote[k] >= 0 && v.quote[k] != v.quote[max(f.verb, 0)] {
				continue
			}
			if v.leavesOut(k) || k > 0 && v.comma(k-1) && v.rejects(k) || k > 0 && v.comma(k-1) && v.setsBeside(k) {
				p.end = tok.Start
				break
			}
		}
		if p = v.r.trim(p); !p.empty() {
			kept = append(kept, p)
		}
	}
	if len(kept) > 0 {
		f.content = kept
	}
}

// leavesOut reports whether at token k begins "without saying" or the like.
func (v *view) leavesOut(k int) bool {
	if v.Tokens[k].Lemma != "without" || k+1 >= len(v.Tokens) || v.Tokens[k+1].XPOS != "VBG" {
		return false
	}
	return leavings[lower(v.Tokens[k+1].Lemma)]
}

// leavings are the verbs of what somebody could have said and didn't.
var leavings = setOf("say specify elaborate name identify disclose mention explain detail clarify")

// setsBeside reports whether at token k begins "up from" with a figure that somebody
// had given.
func (v *view) setsBeside(k int) bool {
	if w := lower(v.Tokens[k].Form); w != "up" && w != "down" || k+1 >= len(v.Tokens) || lower(v.Tokens[k+1].Form) != "from" {
		return false
	}
	for j := k + 2; j < len(v.Tokens) && j < k+10 && v.Tokens[j].UPOS != english.PUNCT; j++ {
		if _, _, ok := v.cueAt("verb", j); !ok {
			continue
		}
		s := j - 1
		for s > k && (v.Tokens[s].UPOS == english.AUX || v.Tokens[s].UPOS == english.ADV) {
			s--
		}
		return v.Tokens[s].UPOS == english.PRON || v.Tokens[s].UPOS == english.PROPN
	}
	return false
}

// rejects reports whether at token k begins, and ends the sentence, a clause by which
// somebody else rejects all that stands before it: ", which Kyiv denies". The clause is
// found as an attribution of its own.
func (v *view) rejects(k int) bool { return v.rejection(k) > 0 }

// rejection returns the cue of such a clause, -1 for none.
func (v *view) rejection(k int) int {
	if w := lower(v.Tokens[k].Form); w != "which" && w != "something" || k+2 >= len(v.Tokens) {
		return -1
	}
	last := len(v.Tokens) - 1
	for last > k && v.Tokens[last].UPOS == english.PUNCT {
		last--
	}
	e, _, ok := v.cueAt("verb", last)
	if !ok || e.Act != "deny" || v.quote[last] != v.quote[k] {
		return -1
	}
	for j := k + 1; j < last; j++ {
		if u := v.Tokens[j].UPOS; u == english.VERB || u == english.PUNCT {
			return -1
		}
	}
	return last
}

// retort finds the attribution of a clause by which somebody else rejects what stands
// before it: its content is the word that takes that up.
func (v *view) retort(k int) {
	t := v.rejection(k)
	if t < 0 || k == 0 || !v.comma(k-1) {
		return
	}
	np := t - 1
	for np > k && (v.Tokens[np].UPOS == english.AUX || v.Tokens[np].UPOS == english.ADV) {
		np--
	}
	if np == k || !nominal(v.Tokens[np].UPOS) {
		return
	}
	e, n, _ := v.cueAt("verb", t)
	v.r.add(&finding{sent: v.index, verb: t, cue: v.span(t, t+n-1), entry: e, by: byObject, speaker: v.r.trim(v.span(k+1, np)), content: []span{v.span(k, k)}, apposed: true})
}
