package coding

import (
	"cmp"
	"iter"
	"slices"

	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// Whom the links of a chain name.

// speakers finds whom each link of the chain names.
func (r *reading) speakers(s *speech) {
	for i := range s.Chain {
		l := &s.Chain[i]
		ids := r.speaker(l)
		if i > 0 && r.shown(l) {
			ids = s.parties[i-1]
		}
		if len(ids) == 0 {
			ids = []string{r.cast.AddParty(narrative.Party{Name: "unnamed source", Kind: "anonymous"})}
		} else if !l.Speaker.IsZero() {
			at, _ := r.span(l.Speaker.Start, l.Speaker.End)
			for _, id := range ids {
				r.spoken = append(r.spoken, spoken{at, id})
			}
		}
		s.parties = append(s.parties, ids)
	}
	byPlace := func(a, b spoken) int { return cmp.Compare(a.at, b.at) }
	if !slices.IsSortedFunc(r.spoken[max(0, len(r.spoken)-8):], byPlace) {
		slices.SortStableFunc(r.spoken, byPlace)
	}
}

// speaker finds whom one link names.
func (r *reading) speaker(l *source.Link) []string {
	if l.Speaker.IsZero() {
		if l.Antecedent.IsZero() {
			return r.inverted(l)
		}
		lo, hi := r.span(l.Antecedent.Start, l.Antecedent.End)
		return r.actors(lo, hi, scene{speaking: true})
	}
	lo, hi := r.span(l.Speaker.Start, l.Speaker.End)
	p := r.phrase(lo, hi)
	if (p.class == role || p.class == spokesperson) && !p.plural {
		// The extractor may leave the name out of "Interior Minister Ola Berg".
		for _, d := range r.introduced {
			if d.lo <= lo && hi <= d.end {
				if run, ok := r.personRun(d); ok {
					return one(r.person(d, run, scene{speaking: true}))
				}
			}
		}
	}
	switch {
	case p.pronoun == "we" || p.pronoun == "us" || p.pronoun == "our" || p.pronoun == "i":
		if r.by != "" {
			return []string{r.by}
		}
	case owners[p.pronoun]:
		// "in its words": of whoever speaks in the sentence
		if n := len(r.spoken); n > 0 && r.ws[r.spoken[n-1].at].sent == r.ws[lo].sent {
			return []string{r.spoken[n-1].party}
		}
	}
	// A state named in full needs no other name, least of all "North and South Korea".
	itself := p.class == noClass && len(p.states) == 1 && len(p.names) == 0 && len(p.mods) == 0 && p.of == nil
	if !itself && !l.Antecedent.IsZero() && l.Antecedent != l.Speaker {
		alo, ahi := r.span(l.Antecedent.Start, l.Antecedent.End)
		other := func(a *phrase) bool { // "Chile's ministry" needs no "the ministry", and is nothing of Peru's
			return len(p.states) > 0 && (len(a.states) == 0 && len(a.names) == 0 && a.org == "" || len(a.states) > 0 && p.states[0] != a.states[0])
		}
		if a := r.phrase(alo, ahi); a.actor() && !a.voiceless() && !other(a) && !r.isTime(alo, ahi) {
			ids := r.actors(alo, ahi, scene{speaking: true})
			if last := r.pronoun(p.pronoun, lo, scene{speaking: true}); (p.pronoun == "he" || p.pronoun == "she") && last != "" && len(ids) > 0 && !r.hasSpoken(ids[0]) && r.spokeBefore(last, lo) {
				return []string{last} // who spoke in the sentence before goes on
			}
			if len(ids) > 0 {
				return ids
			}
		}
	}
	if p.pronoun == "it" || p.pronoun == "they" {
		// Where the text gives no name, whoever spoke in the sentence before goes on.
		for s := range r.spokenBefore(lo) {
			if r.ws[lo].sent-r.ws[s.at].sent <= 1 {
				return []string{s.party}
			}
		}
	}
	if p.pronoun == "" && !p.actor() && !r.nominalSpan(lo, hi) {
		return nil // no noun, no speaker
	}
	return r.actors(lo, hi, scene{speaking: true})
}

// inverted finds a speaker that stands behind its verb: "...", said the mayor.
func (r *reading) inverted(l *source.Link) []string {
	if l.Cue.IsZero() {
		return nil
	}
	cue, lo := r.span(l.Cue.Start, l.Cue.End)
	if cue >= lo || r.token(cue).UPOS != english.VERB || lo < len(r.ws) && r.token(lo).UPOS == english.SCONJ {
		return nil // "accusations that the mayor": of whom, not by whom
	}
	hi := lo
	for hi < len(r.ws) && hi < lo+16 && r.ws[hi].sent == r.ws[max(0, lo-1)].sent && !isBreak(r.ws[hi].lower) && !isMark(r.ws[hi].lower) && r.token(hi).UPOS != english.VERB && (r.token(hi).UPOS != english.ADP || hi > lo && ofs[r.ws[hi].lower] && r.ws[hi].lower != "to" && r.ws[hi].lower != "from") {
		hi++
	}
	if lo >= hi || !r.ws[lo].upper && !articles[r.ws[lo].lower] {
		return nil
	}
	if p := r.phrase(lo, hi); !p.actor() {
		return nil
	}
	return r.actors(lo, hi, scene{speaking: true})
}

// spokenBefore walks who has been found speaking before word i, the last first.
func (r *reading) spokenBefore(i int) iter.Seq[spoken] {
	return func(yield func(spoken) bool) {
		for _, sp := range slices.Backward(r.spoken) {
			if sp.at < i && !yield(sp) {
				return
			}
		}
	}
}

// hasSpoken reports whether the party has been found speaking.
func (r *reading) hasSpoken(id string) bool {
	return slices.ContainsFunc(r.spoken[max(0, len(r.spoken)-window):], func(s spoken) bool { return s.party == id })
}

// spokeBefore reports whether the person spoke in the sentence of word i or in the
// one before.
func (r *reading) spokeBefore(id string, i int) bool {
	if q := r.cast.Party(id); q == nil || q.Kind != "person" {
		return false
	}
	return slices.ContainsFunc(r.spoken[max(0, len(r.spoken)-window):], func(s spoken) bool {
		return s.party == id && s.at < i && r.ws[i].sent-r.ws[s.at].sent <= 1
	})
}

// isTime reports whether words lo to hi name a day or a month.
func (r *reading) isTime(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if w := r.ws[i].lower; months[w] || days[w] {
			return true
		}
	}
	return false
}
