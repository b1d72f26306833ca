package coding

import (
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
)

// What a report says isn't known is nobody's refusal: it is unclear to the report, or
// being found out by those whose task that is.

// unsettles reads the report's own word that something isn't known: "it was not
// clear who fired first", "the cause of the crash is unknown".
func (r *reading) unsettles(i, lo, hi int, cues map[int]*speech) (w reticence, ok bool) {
	w.unknown = true
	switch {
	case r.unclaimed(i, lo, hi, &w):
		return w, true
	case r.inquires(i, lo, hi, &w):
		return w, r.whose(i, lo, &w, cues)
	case r.ws[i].lower == "available" && r.undone(i, lo) && r.asksOf(i, lo, &w):
		return w, true
	case !r.unsettled(i):
		return w, false
	}
	after := i + 1
	for after < hi && after < i+3 && !questions[r.ws[after].lower] {
		after++
	}
	expletive := r.child(i, english.Expl) >= 0 || r.hasAny(max(lo, i-6), i, "it")
	if after < hi && questions[r.ws[after].lower] {
		w.ask = [2]int{after, r.complement(after+1, hi)}
		w.words = [2]int{r.predicate(i, lo), w.ask[1]}
		if expletive && w.words[0] > lo && r.ws[w.words[0]-1].lower == "it" {
			w.words[0]--
		}
		if r.question(w.ask[0], w.ask[1]) == "" {
			return w, false
		}
		if s := r.subjectOf(i, lo); !expletive && s >= lo && s < i {
			a, b := r.np(s)
			if b = min(b, i); a < b && r.namesAnybody([2]int{a, b}) {
				w.by.Speaker = r.anchor(a, b)
			}
		}
		return w, true
	}
	return w, r.asksOf(i, lo, &w)
}

// asksOf notes the subject of the predicate at word i as what is open: "the cause of the
// crash is not known", "casualty figures were not available".
func (r *reading) asksOf(i, lo int, w *reticence) bool {
	a, b, _, found := r.subject(i, lo)
	if b = min(b, i); !found || a >= b || r.question(a, b) == "" {
		return false
	}
	w.ask, w.words = [2]int{a, b}, [2]int{a, i + 1}
	return true
}

// unclaimed reads "no group has claimed responsibility" at the verb, and "there was no
// claim of responsibility" at the word "no".
func (r *reading) unclaimed(i, lo, hi int, w *reticence) bool {
	switch {
	case r.ws[i].lower == "no":
		for j := i + 1; j+2 < hi && j < i+4; j++ {
			if strings.EqualFold(r.token(j).Lemma, "claim") && r.ws[j+1].lower == "of" && r.ws[j+2].lower == "responsibility" {
				w.ask, w.words = [2]int{j + 2, j + 3}, [2]int{r.predicate(i, lo), j + 3}
				return true
			}
		}
	case strings.EqualFold(r.token(i).Lemma, "claim") && i+1 < hi && r.ws[i+1].lower == "responsibility":
		s := r.subjectOf(i, lo)
		if s < lo || s > i {
			return false
		}
		a, _ := r.np(s)
		if first := r.ws[a].lower; first == "no" || first == "nobody" || first == "none" || first == "neither" {
			w.ask, w.words = [2]int{i + 1, i + 2}, [2]int{a, i + 2}
			return true
		}
	}
	return false
}

// inquires reads what somebody is still finding out: "police are investigating how the
// fire started".
func (r *reading) inquires(i, lo, hi int, w *reticence) bool {
	t := r.token(i)
	if t.XPOS != "VBG" || !settling[strings.ToLower(t.Lemma)] || r.passive(i) || r.negated(i) {
		return false
	}
	if c := r.child(i, english.Aux); c < 0 || !strings.EqualFold(r.token(c).Lemma, "be") {
		return false
	}
	w.ask = [2]int{i + 1, r.complement(i+1, hi)}
	w.words = [2]int{r.predicate(i, lo), w.ask[1]}
	return w.ask[0] < w.ask[1] && r.question(w.ask[0], w.ask[1]) != ""
}
