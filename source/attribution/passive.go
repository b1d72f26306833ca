package attribution

import (
	"github.com/seed514b815a/rashomon/internal/english"
)

// passive finds what the passive cue of f at t says: "was accused by them of it".
func (v *view) passive(f *finding, t, n int) {
	fr := f.entry.frames
	f.by = byPassive
	if by := v.agent(t); by >= 0 {
		f.speaker = v.name(by)
		if k := v.chargeAfter(t+1, "of"); k > by && v.Tokens[k].Head > k { // "by them of lying": hung on the agent
			f.speaker.end = min(f.speaker.end, v.Tokens[k-1].End)
		}
	}
	subject := v.Child(t, english.NsubjPass, english.Nsubj, english.CsubjPass)
	if v.Tokens[t].Rel == english.Acl && subject < 0 {
		subject = v.Tokens[t].Head // "claims made by them"
	}
	a := v.arguments(t, n)
	switch {
	case a.clause > t && fr&frameClause != 0: // it was reported that; they were told that
		f.content = v.clause(t, n, a.clause)
	case fr&(framePersonOf|frameObjFor) != 0 && v.charge(t, a, f.entry) >= 0:
		p := v.charge(t, a, f.entry)
		first, last := v.Subtree(p)
		if c := v.Child(p, english.Case, english.Mark); c >= 0 {
			first = c + 1
		}
		f.content = []span{v.span(first, last)}
	case a.open > t && fr&(frameClause|frameObjInf|frameObj|frameObjPred) != 0: // the truce is said to hold
		first, last := v.Subtree(a.open)
		f.content = []span{v.span(first, last)}
		if subject >= 0 && subject < t && v.Tokens[t].Rel != english.Acl {
			first, last := v.Subtree(subject)
			f.content = append(f.content, v.span(first, min(last, t-1)))
		}
	case subject >= 0 && fr&(frameObj|frameWeakObj|frameObjFor) != 0 && (!f.speaker.empty() && (fr&frameObj != 0 || v.wordy(subject)) || reported[f.entry.Words]):
		first, last := v.Subtree(subject)
		if subject < t {
			last = min(last, t-1)
		}
		f.content = []span{v.span(first, last)}
	}
	if f.content != nil {
		v.r.add(f)
	}
}

// reported are the verbs that report even where nobody is named: "No injuries were
// reported".
var reported = setOf("report allege announce rumor rumour claim")

// charge returns the head of what somebody was accused of, -1 for none.
func (v *view) charge(t int, a arguments, e Cue) int {
	for _, o := range a.oblique {
		if o > t && (v.ledBy(o, "of") || v.ledBy(o, "for") || e.Words == "charge" && v.ledBy(o, "with")) {
			return o
		}
	}
	if k := v.chargeAfter(t+1, "of"); k > 0 && v.Tokens[k].Head > k { // hung on the agent
		return v.Tokens[k].Head
	}
	return -1
}

// agent returns the head of the "by" phrase of a passive, -1 for none.
func (v *view) agent(t int) int {
	if o := v.Child(t, english.OblAgent); o >= 0 {
		return o
	}
	for _, o := range v.Children(t) {
		if v.Tokens[o].Rel == english.Obl && v.ledBy(o, "by") && v.Tokens[o].UPOS != english.NUM {
			return o
		}
	}
	return -1
}
