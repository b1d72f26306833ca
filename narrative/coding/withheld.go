package coding

import (
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// A report tells not only what is said but also what isn't: "the ministry declined to
// comment", "the firm could not be reached", "neither side gave figures", "it was not
// clear who fired first". Nobody is quoted there, so that it is no attribution; but who
// weighs accounts wants to know it. It becomes an assertion without a quote, whose cue
// is the report's own words: by who withholds, with the act to decline, or by the
// report itself, of what it says isn't known.

// A reticence is what such words say.
type reticence struct {
	words    [2]int      // the report's own words on it
	ask      [2]int      // those for what is left open; empty: the whole matter
	by       source.Link // who leaves it open; without speaker: the text itself, or both sides
	both     bool        // "neither side"
	comment  bool        // what is asked for is a word on what others say
	yet      bool        // what is asked for is still to come
	own      bool        // what is asked for is the silent party's own
	unknown  bool        // it isn't refused but not known
	kind     string      // the kind of event that is asked for, where the words name one
	beside   *speech     // the attribution whose speaker it is
	reported bool        // an attribution has it: the content is what is declined
}

// withholding lists, as speeches without content, what the report says that somebody
// leaves unsaid. What speakers say of one another isn't the report's word.
func (r *reading) withholding(spans []*speech) []*speech {
	said := make([]bool, len(r.ws))
	cues := map[int]*speech{}
	for _, s := range spans {
		for _, c := range s.content {
			for i := c[0]; i < c[1]; i++ {
				said[i] = true
			}
		}
		if n := len(s.Chain); n > 0 && !s.Chain[n-1].Cue.IsZero() {
			lo, hi := r.span(s.Chain[n-1].Cue.Start, s.Chain[n-1].Cue.End)
			for i := lo; i < hi; i++ {
				cues[i] = s
			}
		}
	}
	var out []*speech
	for s := range r.an.Sentences {
		lo, hi := r.first[s], r.sentenceEnd(r.first[s])
		for i := lo; i < hi; i++ {
			if said[i] || cues[i] != nil {
				continue
			}
			w, ok := r.withholds(i, lo, hi, cues)
			if !ok {
				w, ok = r.unsettles(i, lo, hi, cues)
			}
			if !ok || w.words[0] >= w.words[1] {
				continue
			}
			w.by.Cue = r.anchor(w.words[0], w.words[1])
			out = append(out, &speech{Attribution: &source.Attribution{Chain: []source.Link{w.by}, Confidence: withheldConfidence}, at: w.words[0], withheld: &w})
			i = max(i, w.words[1]-1)
		}
	}
	return out
}

// withheldConfidence is that of such a reading; it hasn't been measured.
const withheldConfidence = 0.8

func (r *reading) anchor(lo, hi int) source.Anchor {
	return source.Anchor{Exact: r.text(lo, hi), Start: r.ws[lo].start, End: r.ws[hi-1].end}
}

// declined notes of an attribution by which somebody declines whether what is declined
// is to speak: "refused to say how many".
func (r *reading) declined(s *speech) {
	if s.acts.act != narrative.Decline || len(s.content) == 0 {
		return
	}
	v, hi := s.content[0][0], s.content[0][1]
	if v < hi && r.ws[v].lower == "to" {
		v++
	}
	w := reticence{reported: true}
	if v < hi && (r.leaves(v, hi, &w) || events().withheld["word"][strings.ToLower(r.token(v).Lemma)]) {
		s.withheld = &w
	}
}

// withholds reads the predicate at word i of the sentence lo to hi.
func (r *reading) withholds(i, lo, hi int, cues map[int]*speech) (w reticence, ok bool) {
	x := events().withheld
	lemma, verb := strings.ToLower(r.token(i).Lemma), r.token(i).UPOS == english.VERB
	switch {
	case r.ws[i].lower == "no" && (i == lo || strings.EqualFold(r.token(i-1).Lemma, "be")):
		return r.noWordFrom(i, lo, hi)
	case verb && x["refuse"][lemma] && !r.negated(i):
		v := i + 1
		if v < hi && r.ws[v].lower == "to" {
			v++
		}
		if v >= hi || !r.leaves(v, hi, &w) {
			return w, false
		}
	case verb && x["bring"][lemma] && i+2 < hi && r.ws[i+1].lower == "no":
		mention := r.ws[i+2].lower == "mention"
		if !r.nothing(i+1, hi, &w) || w.ask != [2]int{} && (lemma == "have" || lemma == "make" && !mention) {
			return w, false
		}
	case verb && lemma == "say" && i+2 < hi && r.ws[i+1].lower == "nothing" && (r.ws[i+2].lower == "of" || r.ws[i+2].lower == "about" || r.ws[i+2].lower == "on"):
		w.ask = [2]int{i + 3, r.complement(i+3, hi)}
		if w.words[1] = w.ask[1]; w.ask[0] >= w.ask[1] || r.question(w.ask[0], w.ask[1]) == "" && !r.asksLosses(w.ask[0], w.ask[1]) {
			return w, false
		}
	case verb && x["reply"][lemma] && r.passive(i) && r.undone(i, lo):
		// "calls to the firm were not returned"
		o := r.child(i, english.NsubjPass, english.Nsubj)
		if o < lo || o > i || !x["call"][strings.ToLower(r.token(o).Lemma)] {
			return w, false
		}
		to := r.prepositional(o, i, "to")
		if len(to) == 0 {
			return w, false
		}
		w.by.Speaker, w.words = r.anchor(to[0][0], to[0][1]), [2]int{o, i + 1}
		return w, r.namesAnybody(to[0])
	case (verb || r.token(i).UPOS == english.NOUN) && r.undone(i, lo) && !r.passive(i) && r.leaves(i, hi, &w):
		w.unknown = w.ask != [2]int{} && (lemma == "know" || r.unable(i, lo))
	case x["reach"][r.ws[i].lower] && r.undone(i, lo) || r.ws[i].lower == "unavailable" || r.ws[i].lower == "unreachable":
		w.words[1] = r.complement(i+1, hi)
		if verb && !r.passive(i) || !verb && !r.hasAny(i, w.words[1], "comment", "comments", "interview", "reached") {
			return w, false
		}
	default:
		return w, false
	}
	w.words[0] = r.predicate(i, lo)
	return w, r.whose(i, lo, &w, cues)
}

// leaves reports whether the verb at word v, not done, leaves something unsaid, and
// notes in w what and where the words for it end.
func (r *reading) leaves(v, hi int, w *reticence) bool {
	x := events().withheld
	lemma := strings.ToLower(r.token(v).Lemma)
	from := v + 1
	for from < hi && r.token(from).UPOS == english.ADV && !questions[r.ws[from].lower] {
		from++
	}
	switch {
	case x["mute"][lemma]:
		w.words[1] = r.complement(v+1, hi)
		if r.asksLosses(v+1, w.words[1]) {
			w.ask, w.comment = [2]int{v + 1, w.words[1]}, true // "comment on the deaths"
		}
		return true
	case x["reply"][lemma]:
		// "did not respond to the shelling" is no silence.
		w.words[1] = r.complement(v+1, hi)
		for i := v + 1; i < w.words[1]; i++ {
			if l := strings.ToLower(r.token(i).Lemma); x["call"][l] || wordOfSpeech(l) {
				return true
			}
		}
		return lemma != "address" && lemma != "return" && w.words[1] == v+1
	case lemma == "confirm" && (r.ws[v].at > 1 && r.ws[v-1].lower == "to" || r.wouldNot(v)):
		w.words[1] = r.complement(v+1, hi) // who only hasn't confirmed it has refused nothing
		return true
	case !x["tell"][lemma]:
		return false
	case from < hi && questions[r.ws[from].lower] || from+1 < hi && r.token(from).UPOS == english.ADP && questions[r.ws[from+1].lower]:
		w.ask = [2]int{from, r.complement(from+1, hi)}
		w.words[1] = w.ask[1]
		return r.question(w.ask[0], w.ask[1]) != ""
	case r.token(v).Rel == english.AclRelcl && (from >= hi || isBreak(r.ws[from].lower) || isMark(r.ws[from].lower)):
		// "casualties that it did not specify"
		h := r.head(v)
		if h < 0 || h > v {
			return false
		}
		lo, _ := r.np(h)
		w.ask, w.words[1] = [2]int{lo, h + 1}, v+1
		return r.question(lo, h+1) != "" && r.loss(h) != "" || x["tell"][lemma] && !x["bring"][lemma] && r.question(lo, h+1) != ""
	}
	if from < hi && (articles[r.ws[from].lower] || r.ws[from].lower == "any") {
		from++
	}
	if from >= hi || !r.nominal(from) || lemma == "know" {
		return false
	}
	return r.thing(from, hi, w) && (!x["bring"][lemma] || r.abstract(w))
}

// wouldNot reports whether the verb at word v is what somebody would or will not do.
func (r *reading) wouldNot(v int) bool {
	c := r.child(v, english.Aux)
	return c >= 0 && (r.ws[c].lower == "would" || r.ws[c].lower == "will" || r.ws[c].lower == "wo")
}

// nothing reads "no comment", "no immediate reaction", "no figures" at word i.
func (r *reading) nothing(i, hi int, w *reticence) bool {
	return i+1 < hi && r.nominal(i+1) && r.thing(i+1, hi, w) && r.abstract(w)
}

// thing reads the noun phrase from word i on: a word, which leaves the whole matter, or
// what a facet is asked by.
func (r *reading) thing(i, hi int, w *reticence) bool {
	end := i
	for end < hi && r.nominal(end) {
		end++
	}
	if end == i {
		return false
	}
	switch l := strings.ToLower(r.token(end - 1).Lemma); {
	case l == "mention" && end < hi && r.ws[end].lower == "of":
		w.ask = [2]int{end + 1, r.complement(end+1, hi)}
		w.words[1] = w.ask[1]
		return r.question(w.ask[0], w.ask[1]) != "" || r.asksLosses(w.ask[0], w.ask[1])
	case events().withheld["word"][l]:
		w.words[1] = r.complement(end, hi)
		return true
	}
	for end < hi && (r.ws[end].lower == "of" || r.nominal(end) || r.token(end).UPOS == english.DET) {
		end++
	}
	w.ask, w.words[1] = [2]int{i, end}, end
	return r.question(i, end) != ""
}

// abstract reports whether what is not given is something said, and not a thing: "gave
// no figures", but "gave no weapons", "took no losses".
func (r *reading) abstract(w *reticence) bool {
	if w.ask == [2]int{} || r.ws[max(0, w.ask[0]-2)].lower == "mention" {
		return true
	}
	for i := w.ask[0]; i < w.ask[1]; i++ {
		if events().withheld["figure"][strings.ToLower(r.token(i).Lemma)] {
			return true
		}
	}
	return false
}

// noWordFrom reads "there was no comment from the army", "no comment was available
// from it" at the word "no".
func (r *reading) noWordFrom(i, lo, hi int) (w reticence, ok bool) {
	if !r.nothing(i, hi, &w) || w.ask != [2]int{} {
		return w, false
	}
	from := r.prepositional(i, hi, "from", "by")
	if len(from) == 0 {
		if on := r.prepositional(i, hi, "on", "about", "of"); len(on) > 0 && r.hasAny(i, on[0][0], "word") {
			w.unknown, w.ask = true, on[0] // "no word on casualties": to the report it isn't known
			w.words = [2]int{r.predicate(i, lo), r.unmarked(on[0])}
			return w, r.question(on[0][0], on[0][1]) != "" || r.asksLosses(on[0][0], on[0][1])
		}
		return w, false
	}
	a, b := from[0][0], r.unmarked(from[0])
	w.by.Speaker, w.words = r.anchor(a, b), [2]int{r.predicate(i, lo), b}
	return w, r.namesAnybody([2]int{a, b})
}

// unmarked returns where words p end without a mark.
func (r *reading) unmarked(p [2]int) int {
	for p[1] > p[0]+1 && isMark(r.ws[p[1]-1].lower) {
		p[1]--
	}
	return p[1]
}

// undone reports whether the predicate at word i isn't done: "did not", "has yet to",
// "failed to", "without".
func (r *reading) undone(i, lo int) bool {
	if r.negated(i) {
		return true
	}
	if i-2 < lo || r.ws[i-1].lower != "to" {
		return false
	}
	p := r.ws[i-2].lower
	return p == "yet" || p == "unwilling" || p == "unable" || strings.EqualFold(r.token(i-2).Lemma, "fail")
}

// unable reports whether it is for want of knowledge: "could not say how many".
func (r *reading) unable(i, lo int) bool {
	for j := i - 1; j >= lo && j >= i-4; j-- {
		if w := r.ws[j].lower; w == "could" || w == "can" || w == "unable" || w == "cannot" {
			return true
		}
	}
	return false
}

// predicate returns the first word of the predicate at word i, with its auxiliaries.
func (r *reading) predicate(i, lo int) int {
	for i > lo {
		p := r.token(i - 1)
		l := strings.ToLower(p.Lemma)
		if p.UPOS != english.AUX && p.UPOS != english.PART && p.UPOS != english.ADV && l != "to" && l != "without" && l != "there" && !(p.UPOS == english.VERB && (l == "have" || l == "fail" || l == "be")) && l != "unable" && l != "unwilling" {
			break
		}
		i--
	}
	return i
}

// complement returns where the words end that belong to a predicate, from word i on.
func (r *reading) complement(i, hi int) int {
	j := i
	for j < hi && j < i+complementWords {
		w := r.ws[j].lower
		if isBreak(w) || isMark(w) && w != "-" && w != "'" && w != "’" {
			break
		}
		if u := r.token(j).UPOS; u == english.CCONJ && j+1 < hi && (r.token(j+1).UPOS == english.VERB || r.token(j+1).UPOS == english.AUX || r.token(j+1).UPOS == english.ADV) || u == english.SCONJ && j > i && w != "if" && w != "whether" && w != "that" {
			break
		}
		j++
	}
	return j
}

// complementWords bounds how far a complement is followed.
const complementWords = 16

// questions are words that lead an indirect question in.
var questions = map[string]bool{"how": true, "if": true, "what": true, "when": true, "where": true, "whether": true, "which": true, "who": true, "whom": true, "whose": true, "why": true, "exactly": true, "precisely": true}
