package coding

import (
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
)

// Who leaves something unsaid is the subject of the words that say so, whomever an
// attribution beside them names, or both sides of the text.

// namesAnybody reports whether words p name anybody.
func (r *reading) namesAnybody(p [2]int) bool {
	q := r.phrase(p[0], p[1])
	return q.pronoun != "" || q.actor()
}

// whose finds who leaves it unsaid: the subject of the predicate at word i, or whoever
// an attribution that it is joined to gives.
func (r *reading) whose(i, lo int, w *reticence, cues map[int]*speech) bool {
	// Without a subject of its own the predicate goes on with that of the cue before it:
	// "said nine had died but gave no names", "said, without saying when".
	if c := r.subjectOf(i, lo); (c < 0 || c > i) && r.token(i).Rel != english.AclRelcl {
		if s := r.cueBeside(i, lo, cues); s != nil {
			l := s.Chain[len(s.Chain)-1]
			w.beside, w.by.Speaker, w.by.Antecedent = s, l.Speaker, l.Antecedent
			return !l.Speaker.IsZero()
		}
	}
	a, b, _, ok := r.subject(i, lo)
	if !ok || a >= b || a >= i {
		return false
	}
	b = min(b, i)
	switch r.ws[a].lower {
	case "neither":
		if b-a <= 3 && !r.hasAny(a, b, "nor") {
			w.both, w.words[0] = true, a
			return true
		}
		a++
	case "no", "nobody", "none", "nothing", "there":
		return false
	}
	for b > a && (isBreak(r.ws[b-1].lower) || isMark(r.ws[b-1].lower)) {
		b--
	}
	if a >= b || r.isTime(a, b) {
		return false
	}
	w.by.Speaker = r.anchor(a, b)
	return true
}

// cueBeside returns the attribution whose cue stands last before word i in its
// sentence, else the first behind it.
func (r *reading) cueBeside(i, lo int, cues map[int]*speech) *speech {
	for j := i - 1; j >= lo; j-- {
		if s := cues[j]; s != nil {
			return s
		}
	}
	for j := i + 1; j < r.sentenceEnd(i); j++ {
		if s := cues[j]; s != nil {
			return s
		}
	}
	return nil
}

// withholders returns, for the chain of s, who leaves it unsaid; none where nobody can
// be told.
func (r *reading) withholders(s *speech) [][]string {
	w := s.withheld
	l := &s.Chain[0]
	var ids []string
	switch {
	case w.beside != nil && len(w.beside.parties) > 0:
		ids = w.beside.parties[len(w.beside.parties)-1]
	case w.both:
		ids = r.bothSides(s.at)
	case l.Speaker.IsZero():
		ids = []string{r.publisher()}
	default:
		lo, hi := r.span(l.Speaker.Start, l.Speaker.End)
		for i := lo; i < hi; i++ {
			if r.ws[i].lower == "nor" {
				ids = append(r.actors(lo, i, scene{speaking: true}), r.actors(i+1, hi, scene{speaking: true})...)
				return chainOf(ids)
			}
		}
		ids = r.speaker(l)
		if p := r.phrase(lo, hi); p.pronoun == "" && !p.actor() {
			ids = nil
			if wordOfSpeech(strings.ToLower(r.token(hi - 1).Lemma)) { // "the statement gave no figures"
				for _, o := range slices.Backward(r.lastSpoken()) {
					if o.at < s.at && r.ws[s.at].sent-r.ws[o.at].sent <= 1 {
						ids = []string{o.party}
						break
					}
				}
			}
		}
	}
	return chainOf(ids)
}

func chainOf(ids []string) [][]string {
	if len(ids) == 0 {
		return nil
	}
	return [][]string{ids}
}

// bothSides returns the two sides of the text: its two states, or those who spoke
// last before word i.
func (r *reading) bothSides(i int) []string {
	var out []string
	ids := r.principals()
	if len(ids) == 2 && r.sideSpoke(ids[0], i) && r.sideSpoke(ids[1], i) {
		return ids
	}
	for _, o := range slices.Backward(r.lastSpoken()) {
		if q := r.cast.Party(o.party); q == nil || q.Kind == "outlet" || q.Kind == "anonymous" {
			continue
		}
		if o.at < i && !slices.ContainsFunc(out, func(id string) bool { return r.cast.Side(id) == r.cast.Side(o.party) }) {
			out = append(out, o.party)
		}
		if len(out) == 2 {
			break
		}
	}
	if len(out) < 2 {
		if len(ids) < 2 {
			return nil
		}
		return ids
	}
	return out
}

// sideSpoke reports whether somebody of the side has been found speaking before word i.
func (r *reading) sideSpoke(side string, i int) bool {
	return slices.ContainsFunc(r.lastSpoken(), func(o spoken) bool { return o.at < i && r.cast.Side(o.party) == side })
}

// lastSpoken returns who spoke last: a long text has thousands.
func (r *reading) lastSpoken() []spoken { return r.spoken[max(0, len(r.spoken)-5*window):] }
