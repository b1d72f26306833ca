package coding

import (
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
)

// Who says that its own act came in return, "fired back", "opened fire because gunmen
// had thrown grenades at them", "acted in self-defence", neither denies the act nor says
// whose doing it all was: the act is given with its cause, a response.

// respond marks the happenings that the speaker's own side gives as an answer.
func (t *teller) respond() {
	for _, h := range t.hs {
		if len(h.agent) == 1 && h.agent[0] == t.side && t.violent(h.kind) && !h.negated && !h.future && (t.back(h) || t.defending(h) || t.provoked(h)) {
			h.response = true
		}
	}
}

// back reports whether the act is one "back".
func (t *teller) back(h *happening) bool {
	return h.verb && (h.end < t.hi && t.ws[h.end].lower == "back" || h.at+1 < t.hi && t.ws[h.at+1].lower == "back")
}

// defending reports whether the act is done to defend its doer.
func (t *teller) defending(h *happening) bool {
	lo, hi := max(t.lo, t.first[t.ws[h.at].sent]), min(t.hi, t.sentenceEnd(h.at))
	for i := lo; i < hi; i++ {
		for n := 1; n <= 3 && i+n <= hi; n++ {
			if events().marks[t.lowerText(i, i+n)].value == "self-defence" {
				return true
			}
		}
		l := strings.ToLower(t.token(i).Lemma)
		if defends[l] && i > lo && i > h.at && t.ws[i-1].lower == "to" && i+1 < hi && (owners[t.ws[i+1].lower] || t.reflexive(i+1)) {
			return true
		}
	}
	return false
}

var defends = map[string]bool{"defend": true, "protect": true}

// provoked reports whether the act is said to have followed on another's violence:
// behind a word such as "after" or "because" stands an act that isn't the speaker's.
func (t *teller) provoked(h *happening) bool {
	hi := min(t.hi, t.sentenceEnd(h.at))
	for i := h.end; i < hi; i++ {
		if !provoking[t.ws[i].lower] {
			continue
		}
		if slices.ContainsFunc(t.hs, func(o *happening) bool {
			return o != h && o.at > i && o.at < hi && t.violent(o.kind) && !o.negated && !slices.Contains(o.agent, t.side)
		}) {
			return true
		}
		if t.struckAt(i+1, hi) {
			return true
		}
		if n := t.meansBehind(i+1, hi); n >= 0 && !t.hasAny(i+1, n, "our", "its", "their") {
			return true // "because gunmen had thrown grenades at them"
		}
	}
	return false
}

// struckAt reports whether words lo to hi have a verb of violence whose subject is not
// the speaker's own: "after gunmen shot at them".
func (t *teller) struckAt(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if t.token(i).UPOS != english.VERB {
			continue
		}
		for _, e := range events().verbs[strings.ToLower(t.token(i).Lemma)] {
			if len(e.rest) > 0 || !t.violent(e.kind) || t.passive(i) {
				continue
			}
			s := t.subjectOf(i, lo)
			return s >= lo && s < i && t.token(s).UPOS == english.NOUN && !t.hasAny(lo, s, "our", "its", "their", "his", "her")
		}
	}
	return false
}

// meansBehind returns the first word from lo on that names means of an attack, -1 for none.
func (t *teller) meansBehind(lo, hi int) int {
	for i := lo; i < hi; i++ {
		if n, _ := t.meansAt(events(), i, hi); n > 0 {
			return i
		}
	}
	return -1
}

var provoking = map[string]bool{"after": true, "because": true, "since": true, "when": true, "once": true, "following": true}
