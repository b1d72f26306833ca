package coding

import (
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
)

// Where a content tells of events.

// find lists the happenings in words lo to hi.
func (t *teller) find(lo, hi int) {
	r, x := t.reading, events()
	for i := lo; i < hi; i++ {
		if t.others[i] {
			continue
		}
		tok := r.token(i)
		switch {
		case tok.UPOS == english.ADJ && r.loss(i) != "" && tok.Rel != english.Amod && r.ws[i].lower != "hurt" && !(r.loss(i) == "missing" && t.thing(i)):
			t.hs = append(t.hs, t.noun("casualties", i, 1, lo, hi))
		case tok.UPOS == english.VERB && !r.verbalNoun(i) || tok.UPOS == english.AUX && len(r.ws[i].form) > 4 || tok.UPOS == english.ADJ && strings.HasSuffix(r.ws[i].lower, "ed") || r.lostVerb(i, lo, hi):
			if e, end, ok := r.verbAt(x, i, hi); ok && t.fits(e, i, hi) {
				h := t.verb(e, i, lo, hi)
				h.end = end
				t.hs = append(t.hs, h)
				i = max(i, h.end-1)
				continue
			}
			fallthrough
		case tok.UPOS == english.NOUN || tok.UPOS == english.PROPN || tok.UPOS == english.ADJ || tok.UPOS == english.VERB:
			if n, kind := r.nounAt(x, i, hi); n > 0 && (n > 1 || tok.UPOS != english.ADJ) && !r.modifies(i, n, hi) && !r.properNoun(i+n-1) && !t.broken(i, n, kind) && !(tok.Lemma == "dispute" && (tok.UPOS != english.NOUN || !t.labour(nil, i))) {
				t.hs = append(t.hs, t.noun(kind, i, n, lo, hi))
				i += n - 1
			}
		}
	}
}

// verbalNoun reports whether the verb at word i is used as a noun: "unprovoked
// firing", "the shelling".
func (r *reading) verbalNoun(i int) bool {
	if !strings.HasSuffix(r.ws[i].lower, "ing") || r.ws[i].at == 0 {
		return false
	}
	switch p := r.token(i - 1); p.UPOS {
	case english.DET, english.ADJ:
		return r.child(i, english.Obj) < 0
	}
	return false
}

// lostVerb reports whether word i is the verb of a clause in which the tree sees
// none: "The shelling hit positions near the river".
func (r *reading) lostVerb(i, lo, hi int) bool {
	if t := r.token(i); t.UPOS != english.NOUN || t.Rel != english.Compound || i <= lo || i+1 >= hi || r.token(i-1).UPOS != english.NOUN || len(events().verbs[r.ws[i].lower]) == 0 {
		return false
	}
	s, _ := r.sentence(i)
	for j := range s.Tokens {
		if u := s.Tokens[j].UPOS; u == english.VERB || u == english.AUX {
			return false
		}
	}
	return true
}

// modifies reports whether the noun of an event only describes another: "attack
// helicopters", "fire brigade", "the ceasefire line".
func (r *reading) modifies(i, n, hi int) bool {
	if strings.HasSuffix(r.ws[i+n-1].lower, "ing") && i > 0 && r.token(i-1).UPOS == english.ADP {
		return false // "accused of bombing sites"
	}
	if j := i + n; j < hi && r.token(j).UPOS == english.NOUN && !r.ws[j].upper && r.loss(j) == "" && r.ws[j-1].end < r.ws[j].start {
		if k, _ := r.nounAt(events(), j, hi); k == 0 {
			return true
		}
	}
	if r.token(i+n-1).Rel != english.Compound {
		return false
	}
	h := r.head(i + n - 1)
	if h < i+n || h >= hi || h > i+n+1 {
		return false
	}
	if k, _ := r.nounAt(events(), h, hi); k > 0 {
		return true
	}
	return r.nominal(h) && !r.ws[h].upper
}

// properNoun reports whether the noun at word i is part of a name: "the Line of
// Control".
func (r *reading) properNoun(i int) bool {
	return r.ws[i].upper && r.ws[i].at > 0 && (r.token(i).UPOS == english.PROPN || r.ws[i-1].lower == "of" && r.ws[max(0, i-2)].upper)
}

// broken reports whether the noun is the truce that a verb before it says was
// violated, or was agreed on.
func (t *teller) broken(i, n int, kind string) bool {
	if kind != "ceasefire" && kind != "agreement" || len(t.hs) == 0 {
		return false
	}
	o := t.hs[len(t.hs)-1]
	return (o.kind == "ceasefire-violation" || kind == "agreement" && o.kind == kind) && i-o.end < 5
}
