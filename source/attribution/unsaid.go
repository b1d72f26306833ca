package attribution

import "github.com/seed514b815a/rashomon/internal/english"

// What a speaker leaves unsaid is the author's remark, and no content: "said it had
// struck a depot, without saying when". So is the comparison with what was said before:
// "put its dead at 71, up from the 50 it had announced".

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
			if v.leavesOut(k) || k > 0 && v.comma(k-1) && v.setsBeside(k) {
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
