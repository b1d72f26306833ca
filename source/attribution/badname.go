package attribution

import "github.com/seed514b815a/rashomon/internal/english"

// badName finds "a charge Baku called baseless": what is given a bad name is the word
// that the relative clause explains.
func (v *view) badName(f *finding, t, n int) bool {
	head, s := v.Tokens[t].Head, v.Child(t, english.Nsubj)
	if rel := v.Tokens[t].Rel; rel != english.Acl && rel != english.AclRelcl || head < 0 || s <= head || s > t || !charges[lower(v.Tokens[head].Lemma)] {
		return false
	}
	first, last := v.phraseStart(head), v.lastOf(t)
	if first < 0 || last < t+n {
		return false
	}
	lo, hi := v.Subtree(s)
	f.by, f.speaker = byObject, v.span(max(lo, head+1), min(hi, t-1))
	f.content = []span{v.span(first, head), v.span(t+n, last)}
	f.apposed = first > 1 && v.comma(first-1)
	v.r.add(f)
	return true
}

// lastOf returns the last token of what hangs on t, without a mark that ends it.
func (v *view) lastOf(t int) int {
	_, last := v.Subtree(t)
	for last > t && v.Tokens[last].UPOS == english.PUNCT && v.quote[last] < 0 {
		last--
	}
	return last
}

// charges are the words of others that are called something.
var charges = setOf("account accusation allegation assertion charge claim description explanation figure label report statement story suggestion term theory version word")

// calls are the verbs by which a word of others gets a bad name.
var calls = map[string]bool{"brand": true, "brush aside": true, "brush off": true, "call": true, "denounce": true, "describe": true, "dismiss": true, "label": true, "reject": true, "shrug off": true, "term": true,
	"wave aside": true, "wave away": true, "wave off": true}

// clipBefore ends the contents that f takes up before the comma that leads f in.
func (r *reader) clipBefore(fs []*finding, f *finding) {
	for _, g := range fs {
		for k, p := range g.content {
			if g != f && p.holds(f.cue) && p.start < f.content[0].start {
				g.content[k].end = r.trim(span{p.start, f.content[0].start}).end
				g.content = g.content[:k+1]
				break
			}
		}
	}
}
