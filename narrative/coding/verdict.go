package coding

import (
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/narrative"
)

// A verdict is what a content says that something is: "the strike a last resort",
// "as a farce", "talk of losses is absurd". Of somebody's word it is a rejection or
// none; of a happening it is the name that the speaker gives it.
type verdict struct {
	of   [2]int // the words for the thing, empty where it stands outside the content
	what [2]int // the words for what it is
	// named says that the cue gives the name ("called it"), so that it is the point of
	// what is said.
	named bool
}

// verdict returns the verdict that the content of s comes to, if it is one.
func (r *reading) verdict(s *speech) (verdict, bool) {
	if s.verdict == nil {
		v, ok := r.findVerdict(s)
		s.verdict = &v
		s.judges = ok
	}
	return *s.verdict, s.judges
}

func (r *reading) findVerdict(s *speech) (verdict, bool) {
	if len(s.content) == 0 {
		return verdict{}, false
	}
	last := s.content[len(s.content)-1]
	if rejections().in(s.acts.words, "naming") {
		switch {
		case len(s.content) == 2: // "a charge Baku called baseless", "the raid was described by them as murder"
			b := last
			if r.ws[b[0]].lower == "as" {
				b[0]++
			}
			if b[0] < b[1] {
				return verdict{s.content[0], b, true}, true
			}
		case len(s.content) == 1:
			if v, ok := r.calledAs(last[0], last[1], r.asNaming(s)); ok {
				return v, true
			}
		}
		return verdict{}, false
	}
	return r.copular(s)
}

// asNaming reports whether the cue of s names with "as": "described it as", against
// "called it". Without the "as" its object is only spoken of.
func (r *reading) asNaming(s *speech) bool {
	switch s.acts.words {
	case "brand", "call", "consider", "deem", "dub", "judge", "label", "term":
		return false
	}
	return true
}

// calledAs cuts the object of a naming cue, words lo to hi, into the thing and what
// it is called: at "as", at a quotation, at an article behind a noun, before the
// adjective that ends it, or before a last noun that the tree holds apart.
func (r *reading) calledAs(lo, hi int, as bool) (verdict, bool) {
	cut := func(at, from int) (verdict, bool) {
		return verdict{[2]int{lo, at}, [2]int{from, hi}, true}, true
	}
	for i := lo; i+1 < hi; i++ {
		if w := r.ws[i].lower; w == "as" && r.token(i+1).UPOS != english.ADP { // not "as of"
			return cut(i, i+1)
		}
	}
	if as {
		return verdict{}, false
	}
	word := -1
	if h := r.core(lo, hi); h >= 0 && rejections().in(strings.ToLower(r.token(h).Lemma), "word") {
		word = h
	}
	for i := lo + 1; i < hi; i++ {
		if w := r.ws[i].lower; (w == "a" || w == "an") && r.nominal(i-1) || opening(r.doc.Text, r.ws[i].start) && !opening(r.doc.Text, r.ws[lo].start) {
			return cut(i, i)
		}
		if word < 0 && r.token(i).UPOS == english.VERB && r.token(i).Feats.VerbForm == english.Finite {
			return verdict{}, false
		}
	}
	end := hi
	for end > lo && isMark(r.ws[end-1].lower) {
		end--
	}
	if end-lo < 2 {
		if end == lo+1 && r.token(lo).UPOS != english.PRON {
			return verdict{what: [2]int{lo, end}, named: true}, true // "what they called murder"
		}
		return verdict{}, false
	}
	// "the claim false", "the election free and fair"
	b := end
	for b > lo+1 && (r.token(b-1).UPOS == english.ADJ || r.token(b-1).UPOS == english.ADV || r.token(b-1).XPOS == "VBN" || b < end && (r.token(b-1).UPOS == english.CCONJ || r.ws[b-1].lower == ",")) {
		b--
	}
	if b < end && b > lo && r.nominal(b-1) && r.token(b-1).UPOS != english.ADJ {
		return verdict{[2]int{lo, b}, [2]int{b, end}, true}, true
	}
	// "the allegation hysteria", "it murder"
	if c := end - 1; r.token(c).UPOS == english.NOUN && r.nominal(c-1) {
		switch {
		case r.token(c-1).UPOS == english.PRON, r.rejecting(c, end, "false", "idle") > 0:
			return verdict{[2]int{lo, c}, [2]int{c, end}, true}, true
		case r.token(c).Rel == english.Xcomp:
			from, _ := r.np(c)
			if from = max(from, lo+1); from < c+1 && r.nominal(from-1) {
				return verdict{[2]int{lo, from}, [2]int{from, end}, true}, true
			}
		}
	}
	if w := r.ws[lo].lower; w == "a" || w == "an" || opening(r.doc.Text, r.ws[lo].start) {
		return verdict{what: [2]int{lo, end}, named: true}, true // "what they called a raid"
	}
	return verdict{}, false
}

// openingMarks are quotation marks that a quotation begins with.
var openingMarks = []string{"\"", "“", "‘", "«", "'"}

// opening reports whether text[at:] begins right behind, or with, an opening
// quotation mark.
func opening(text string, at int) bool {
	for _, q := range openingMarks {
		if strings.HasPrefix(text[at:], q) {
			return !strings.HasSuffix(text[:at], "s") // a possessive's mark closes
		}
	}
	return false
}

// copular finds "the strike was illegal", "talk of losses is absurd", "the story was
// made up", where that is the predicate of the content.
func (r *reading) copular(s *speech) (verdict, bool) {
	lo, hi := s.content[0][0], s.content[len(s.content)-1][1]
	best := r.hangsOn(s, lo)
	if best < 0 {
		return verdict{}, false
	}
	slo, shi, passive, ok := r.subject(best, lo)
	slo, shi = max(slo, lo), min(shi, hi)
	if !ok || slo >= shi || slo > best {
		return verdict{}, false
	}
	from := best
	switch tok := r.token(best); {
	case tok.UPOS == english.VERB && equals[strings.ToLower(tok.Lemma)]:
		from = best + 1
		for from < hi && r.token(from).UPOS == english.ADP {
			from++
		}
	case tok.UPOS == english.VERB && !passive && r.child(best, english.Cop) < 0:
		return verdict{}, false
	default:
		if c := r.child(best, english.Cop, english.AuxPass); c >= shi && c < best {
			from = c + 1
		}
	}
	if h := r.core(lo, from); h >= 0 && h < slo && wordOfSpeech(strings.ToLower(r.token(h).Lemma)) {
		slo = lo // "reports that they fled are false": not their flight
		for shi < from && !r.auxiliary(shi) {
			shi++
		}
	}
	to := from
	for to < hi && r.ws[to].lower != ";" && (to == from || r.ws[to].lower != "," || r.goesOn(to, hi)) {
		to++
	}
	if from >= to {
		return verdict{}, false
	}
	return verdict{of: [2]int{slo, shi}, what: [2]int{from, to}}, true
}

// equals are verbs that say what something is.
var equals = map[string]bool{"amount": true, "constitute": true, "represent": true, "smack": true, "remain": true}

// core returns the head of the noun phrase that words lo to hi begin with: "talk" in
// "talk of losses", -1 where they hold none.
func (r *reading) core(lo, hi int) int {
	at := -1
	for i := lo; i < hi; i++ {
		tok := r.token(i)
		if tok.UPOS == english.VERB && i+1 < hi && (r.ws[i+1].lower == "that" || r.ws[i+1].lower == "of") && wordOfSpeech(strings.ToLower(tok.Lemma)) {
			return i // "reports that", "talk of", which the tagger may take for verbs
		}
		switch tok.UPOS {
		case english.NOUN, english.PROPN, english.PRON:
			if tok.UPOS == english.PRON && at >= 0 {
				return at
			}
			at = i
			continue
		case english.ADP, english.SCONJ, english.AUX:
			if at >= 0 {
				return at
			}
		case english.VERB:
			if at >= 0 && !strings.HasSuffix(r.ws[i].lower, "ed") {
				return at
			}
		}
		if at >= 0 && (isBreak(r.ws[i].lower) || tok.UPOS == english.DET || tok.UPOS == english.VERB) {
			return at
		}
	}
	return at
}

// rejection reports whether s does no more than give somebody's word a bad name: "the
// allegation is hysteria", "called talk of losses irresponsible", "nothing of the sort".
// of are the words for what it rejects, empty where they are outside.
func (r *reading) rejection(s *speech) (of [2]int, ok bool) {
	if len(s.content) == 0 || s.acts.act == narrative.Admit {
		return of, false
	}
	if v, is := r.verdict(s); is && r.badName(s, v) {
		return v.of, true
	}
	for k, c := range s.content {
		for i := c[0]; i < c[1] && k == 0; i++ {
			if n := r.rejecting(i, c[1], "never"); n > 0 && i-c[0] < 6 {
				return of, true
			}
		}
	}
	return of, false
}

// badName reports whether the verdict is one on somebody's word, and a bad one.
func (r *reading) badName(s *speech, v verdict) bool {
	x := rejections()
	head, word, pointing := -1, false, false
	if v.of[0] < v.of[1] {
		if head = r.core(v.of[0], v.of[1]); head >= 0 {
			l := strings.ToLower(r.token(head).Lemma)
			word = x.in(l, "word", "describing")
			pointing = r.token(head).UPOS == english.PRON && (l == "this" || l == "that" || l == "it" || l == "they" || l == "these" || l == "those" || l == "them")
		}
		if !word && !pointing && r.token(v.of[0]).UPOS == english.DET && v.of[1] == v.of[0]+1 {
			pointing = true
		}
	}
	for i := v.what[0]; i < v.what[1] && i < v.what[0]+8; i++ {
		if tok := r.token(i); i > v.what[0] && (tok.UPOS == english.SCONJ || tok.UPOS == english.PRON && relative[r.ws[i].lower] || tok.UPOS == english.VERB && tok.Feats.VerbForm == english.Finite) {
			break
		}
		classes := []string{"false"}
		if word {
			classes = append(classes, "idle")
		}
		if r.rejecting(i, v.what[1], classes...) > 0 && !r.hasAny(max(v.what[0]-2, v.of[1]), i, "not", "n't", "no", "never", "hardly") {
			return word || pointing || v.named && s.acts.act == narrative.Deny
		}
		if word && r.rejecting(i, v.what[1], "lacking") > 0 && r.hasAny(max(v.what[0]-1, v.of[1]), i, "no", "not", "without", "any", "little") {
			return true
		}
	}
	return false
}

// misquoted reports whether the content says that the speaker never said it so: "he had
// been misquoted", "her words were taken out of context".
func (r *reading) misquoted(s *speech) bool {
	for _, c := range s.content {
		for i := c[0]; i < c[1]; i++ {
			if n := r.rejecting(i, c[1], "misquoted"); n > 1 || n == 1 && r.token(i).UPOS == english.VERB && r.passive(i) {
				return true
			}
		}
	}
	return false
}

// naming reports whether the cue of s gives its object a name.
func (s *speech) naming() bool { return rejections().in(s.acts.words, "naming") }

// condemns reports whether a cue that may deny only gives a happening a bad name:
// "denounced the raid as piracy", "dismissed the vote as a farce". What is denied is a
// word, or what is called false.
func (r *reading) condemns(s *speech) bool {
	if s.acts.act != narrative.Deny || !s.naming() || len(s.content) == 0 {
		return false
	}
	lo, hi := s.content[0][0], s.content[0][1]
	v, ok := r.verdict(s)
	if ok {
		lo, hi = v.of[0], v.of[1]
		for i := v.what[0]; i < v.what[1]; i++ {
			if r.rejecting(i, v.what[1], "false") > 0 {
				return false
			}
		}
	} else if !condemnations[s.acts.words] {
		return false
	}
	if lo >= hi {
		return false
	}
	h := r.core(lo, hi)
	return h >= 0 && r.token(h).UPOS == english.NOUN && !rejections().in(strings.ToLower(r.token(h).Lemma), "word", "describing") && !slices.ContainsFunc(s.content, func(c [2]int) bool { return r.hasAny(c[0], c[0]+1, "that", "having") })
}

// condemnations are cues that give a happening a bad name without denying it.
var condemnations = map[string]bool{"condemn": true, "decry": true, "denounce": true, "deride": true, "lambast": true, "slam": true}
