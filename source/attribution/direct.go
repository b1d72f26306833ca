package attribution

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed514b815a/rashomon/internal/english"
)

// direct gives each quotation to a cue: the one whose content it is part of, one
// behind it, one before it; or else, where it stands for itself, to the last
// speaker quoted. Names and scare quotes stay as they are.
func (r *reader) direct() {
	said := make([]*finding, len(r.quotes)) // by which finding each is reported
	spoken := -1                            // the last quotation that is speech
	for i := range r.quotes {
		q := &r.quotes[i]
		if q.goesOn && i > 0 && said[i-1] != nil {
			said[i] = said[i-1]
			r.join(said[i], q)
			continue
		}
		first, last := r.a.At(r.skipSpace(q.inner.start)), r.a.At(q.inner.end-1)
		if first < 0 || last < first {
			continue
		}
		if f := r.within(q, first, last); f != nil {
			said[i] = f
			if !r.embedded(q, first) {
				spoken = i
			}
			continue
		}
		if f := r.cueBehind(q, last); f != nil {
			said[i], spoken = f, i
			continue
		}
		if f := r.cueBefore(q, first); f != nil {
			said[i], spoken = f, i
			continue
		}
		if !r.alone(q, first, last) {
			continue
		}
		if spoken >= 0 {
			said[i] = r.float(q, &r.quotes[spoken], said[spoken], first)
		} else {
			said[i] = r.float(q, nil, nil, first)
		}
		if said[i] != nil {
			spoken = i
		}
	}
}

func (r *reader) skipSpace(at int) int {
	for at < len(r.text) && unicode.IsSpace(rune(r.text[at])) {
		at++
	}
	return at
}

// join makes q part of what f reports.
func (r *reader) join(f *finding, q *quotation) {
	f.content = r.tidy(append(f.content, q.inner))
}

// within returns the finding whose content q is part of, and completes it: the
// parser may have cut a quotation short.
func (r *reader) within(q *quotation, first, last int) *finding {
	var best *finding
	for s := first; s <= last; s++ {
		for _, f := range r.bySent[s] {
			if q.outer.holds(f.cue) {
				continue
			}
			for _, c := range f.content {
				if c.touches(q.inner) && (best == nil || f.length() < best.length()) {
					best = f
				}
			}
		}
	}
	if best != nil {
		r.join(best, q)
		if best.by == byClause || best.by == byParenthesis {
			best.by = byQuote
		}
	}
	return best
}

// cueBehind finds the cue of `"It rains," they said.`
func (r *reader) cueBehind(q *quotation, sent int) *finding {
	inner := strings.TrimRight(r.text[q.inner.start:q.inner.end], " \t\n"+closers)
	end, _ := utf8.DecodeLastRuneInString(inner)
	rest := strings.TrimLeftFunc(r.text[q.outer.end:], unicode.IsSpace)
	next, _ := utf8.DecodeRuneInString(rest)
	paused := strings.ContainsRune(",?!-–—…", end) || strings.ContainsRune(",-–—―", next)
	if q.open || r.embedded(q, sent) {
		return nil
	}
	if s := sent + 1; q.outer.end >= r.a.Sentences[sent].End && s < len(r.a.Sentences) && r.a.Sentences[s].Paragraph == q.paragraph && r.tag(s) {
		sent = s // "Who knows?" / Smith asked.
	} else if !paused {
		return nil
	}
	v := r.view(sent)
	from := len(v.Tokens)
	for k := len(v.Tokens) - 1; k >= 0 && v.Tokens[k].Start >= q.outer.end; k-- {
		from = k
	}
	to := len(v.Tokens)
	for k := from; k < to; k++ {
		if v.quote[k] >= 0 || v.Tokens[k].Form == ";" {
			to = k
		}
	}
	for k := from; k < to && v.Tokens[k].UPOS == english.PUNCT; k++ {
		from = k + 1
	}
	if from >= to {
		return nil
	}
	if t := from - 1; t >= 0 && strings.ContainsAny(v.Tokens[t].Form, "-–—―") && !v.hasVerb(from, to) {
		return r.signature(q, v, from, to)
	}
	t, entry := v.speechVerb(from, to)
	if t < 0 {
		return nil
	}
	f := &finding{sent: sent, verb: t, cue: v.span(t, t), entry: entry, content: []span{q.inner}, by: byQuote}
	if g := r.findingAt(sent, f.cue); g != nil {
		r.join(g, q)
		g.by = byQuote
		return g
	}
	f.speaker = v.speakerNear(t, from, to)
	return r.add(f)
}

// embedded reports whether q is a phrase of the sentence around it, as a title is:
// on "The Late Show," they said.
func (r *reader) embedded(q *quotation, sent int) bool {
	s := r.a.At(q.outer.start)
	if s < 0 || s > sent {
		return false
	}
	before := strings.TrimRightFunc(r.text[r.a.Sentences[s].Start:max(r.a.Sentences[s].Start, q.outer.start)], unicode.IsSpace)
	if before == "" {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	return isWord(last) && !endsInCue(before)
}

// tag reports whether sentence s is no more than who said what stands before it:
// "Smith asked.", "— Jane Doe".
func (r *reader) tag(s int) bool {
	v := r.view(s)
	verbs, cues := 0, 0
	for k := range v.Tokens {
		if v.quote[k] >= 0 || k > 9 {
			return false
		}
		if v.Tokens[k].UPOS == english.VERB {
			verbs++
			if e, _, ok := v.cueAt("verb", k); ok && e.frames&frameQuote != 0 {
				cues++
			}
		}
	}
	if verbs == 0 {
		return len(v.Tokens) > 1 && strings.ContainsAny(v.Tokens[0].Form, "-–—―") && isProper(v.Tokens[1].Form)
	}
	return verbs == 1 && cues == 1
}

// signature finds the name behind a dash: "It rains." — Jane Doe.
func (r *reader) signature(q *quotation, v *view, from, to int) *finding {
	last := from
	for last+1 < to && v.Tokens[last+1].UPOS != english.PUNCT {
		last++
	}
	if last-from > 6 || !isProper(v.Tokens[from].Form) {
		return nil
	}
	return r.add(&finding{sent: v.index, verb: -1, cue: v.span(from-1, from-1), speaker: v.span(from, last), content: []span{q.inner}, by: byQuote})
}

func (v *view) hasVerb(from, to int) bool {
	for k := from; k < to; k++ {
		if v.Tokens[k].UPOS == english.VERB || v.Tokens[k].UPOS == english.AUX {
			return true
		}
	}
	return false
}

// speechVerb returns the first cue verb of the tokens from to to, else the first
// finite verb: beside a quotation, any verb may tell how it was said.
func (v *view) speechVerb(from, to int) (int, Cue) {
	for k := from; k < to; k++ {
		if e, _, ok := v.cueAt("verb", k); ok && e.frames&(frameClause|frameQuote) != 0 && v.Tokens[k].Rel != english.AclRelcl && v.Tokens[k].Rel != english.Acl && !v.relative(from, k) {
			return k, e
		}
	}
	for k := from; k < to; k++ {
		if v.Tokens[k].UPOS == english.VERB && v.Tokens[k].Rel != english.AclRelcl && v.Tokens[k].Rel != english.Acl {
			e, _ := LookupCue("say")
			return k, e
		}
	}
	return -1, Cue{}
}

// relative reports whether the verb k stands in a relative clause between commas
// that begins at token from or behind it: "Vale, who has seen it, said".
func (v *view) relative(from, k int) bool {
	for k--; k > from && !v.comma(k); k-- {
		if x := v.Tokens[k].XPOS; (x == "WP" || x == "WDT") && v.comma(k-1) {
			return true
		}
	}
	return false
}

// findingAt returns the finding of a cue in a sentence.
func (r *reader) findingAt(sent int, cue span) *finding {
	for _, f := range r.bySent[sent] {
		if f.cue.touches(cue) {
			return f
		}
	}
	return nil
}

// speakerNear returns the name that is the subject of the verb t among the tokens
// from to to, by the tree or, where that looks elsewhere, by order.
func (v *view) speakerNear(t, from, to int) span {
	if s := v.subject(t); s >= from && s < to {
		return v.name(s)
	}
	if t > from { // they said
		last := t - 1
		for last > from && (v.Tokens[last].UPOS == english.AUX || v.Tokens[last].UPOS == english.ADV || v.Tokens[last].UPOS == english.PUNCT) {
			last--
		}
		if k := v.nounAfter(from); k >= 0 && k < t {
			return v.r.trim(v.span(from, last))
		}
	}
	if k := v.nounAfter(t + 1); k >= 0 && k < to { // said they
		s := v.name(k)
		s.start = max(s.start, v.Tokens[t+1].Start)
		return s
	}
	return span{}
}

// cueBefore finds the cue of `They said: "It rains."`
func (r *reader) cueBefore(q *quotation, sent int) *finding {
	s := &r.a.Sentences[sent]
	before := strings.TrimRightFunc(r.text[s.Start:max(s.Start, min(q.outer.start, s.End))], unicode.IsSpace)
	if before == "" && sent > 0 { // "They said:" as a sentence, or a paragraph, of its own
		p := &r.a.Sentences[sent-1]
		t := strings.TrimRightFunc(r.text[p.Start:p.End], unicode.IsSpace)
		if !strings.HasSuffix(t, ":") && !(strings.HasSuffix(t, ",") && p.Paragraph == s.Paragraph-1) {
			return nil
		}
		return r.cueIn(q, sent-1, p.End)
	}
	if !strings.HasSuffix(before, ",") && !strings.HasSuffix(before, ":") && !endsInCue(before) {
		return nil
	}
	return r.cueIn(q, sent, q.outer.start)
}

// endsInCue reports whether text ends in a cue verb or "that".
func endsInCue(before string) bool {
	w := before[strings.LastIndexAny(before, " \n\t")+1:]
	c, ok := LookupCue(w)
	return ok && c.Class == "verb" && c.frames&(frameClause|frameQuote) != 0
}

// cueIn finds the cue of q among the words of a sentence before offset end.
func (r *reader) cueIn(q *quotation, sent, end int) *finding {
	v := r.view(sent)
	for k := len(v.Tokens) - 1; k >= 0; k-- {
		if v.Tokens[k].End > end || v.quote[k] >= 0 {
			continue
		}
		e, n, ok := v.cueAt("verb", k)
		if !ok || e.frames&(frameClause|frameQuote) == 0 || v.Tokens[k].Rel == english.Amod {
			continue
		}
		cue := v.span(k, k+n-1)
		if g := r.findingAt(sent, cue); g != nil {
			r.join(g, q)
			g.by = byQuote
			return g
		}
		f := &finding{sent: sent, verb: k, cue: cue, entry: e, content: []span{q.inner}, by: byQuote}
		if !v.Passive(k) {
			f.speaker = v.name(v.subject(k))
		}
		if f.speaker.empty() {
			f.speaker = v.speakerNear(k, 0, len(v.Tokens))
		}
		return r.add(f)
	}
	return r.named(q, v, end)
}

// named finds the name in `Jane Doe: "It rains."`, `More from Jane Doe: "It rains."`
func (r *reader) named(q *quotation, v *view, end int) *finding {
	last := -1
	for k := range v.Tokens {
		if v.Tokens[k].End <= end {
			last = k
		}
	}
	if last < 1 || v.Tokens[last].Form != ":" {
		return nil
	}
	first := last
	for first > 0 && (v.Tokens[first-1].UPOS == english.PROPN || v.Tokens[first-1].UPOS == english.CCONJ && first > 1 && v.Tokens[first-2].UPOS == english.PROPN && first < last) {
		first--
	}
	if first == last || last-first > 8 {
		return nil
	}
	return r.add(&finding{sent: v.index, verb: -1, cue: v.span(last, last), speaker: v.span(first, last-1), content: []span{q.inner}, by: byHeading})
}

// alone reports whether q makes up whole sentences.
func (r *reader) alone(q *quotation, first, last int) bool {
	if strings.ContainsFunc(r.text[r.a.Sentences[first].Start:max(r.a.Sentences[first].Start, q.outer.start)], isWord) {
		return false
	}
	if q.outer.end < r.a.Sentences[last].End && strings.ContainsFunc(r.text[q.outer.end:r.a.Sentences[last].End], isWord) {
		return false
	}
	end, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(r.text[q.inner.start:q.inner.end], unicode.IsSpace))
	after, _ := utf8.DecodeRuneInString(r.text[q.outer.end:])
	return strings.ContainsRune(".?!…", end) || after == '.'
}

// float gives a quotation without a cue to the last speaker: it goes on with the
// quotation before it where that stands in the same paragraph, and is an
// attribution of its own in the next one.
func (r *reader) float(q, before *quotation, by *finding, sent int) *finding {
	p := r.a.Sentences[sent].Paragraph
	if by != nil && before.paragraph == p {
		r.join(by, q)
		return by
	}
	last := r.lastSpeaker(sent)
	if last == nil {
		return nil
	}
	if r.a.Sentences[last.sent].Paragraph == p {
		// "The minister blamed the army. "It rained."" The speaker stands before.
		return r.add(&finding{sent: sent, verb: -1, speaker: last.speaker, content: []span{q.inner}, by: byFloating})
	}
	if by == nil || before.paragraph != p-1 {
		return nil
	}
	r.join(by, q)
	return by
}

// lastSpeaker returns the last finding of speech before a sentence, in the same
// paragraph or the one before it.
func (r *reader) lastSpeaker(sent int) *finding {
	p := r.a.Sentences[sent].Paragraph
	for s := sent; s >= 0 && r.a.Sentences[s].Paragraph >= p-1; s-- {
		for i := len(r.bySent[s]) - 1; i >= 0; i-- {
			if f := r.bySent[s][i]; f.entry.Mode == 0 && !f.speaker.empty() {
				return f
			}
		}
	}
	return nil
}
