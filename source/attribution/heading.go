package attribution

import (
	"strings"
	"unicode/utf8"

	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/source"
)

// headings finds attributions by a colon: "Army: two killed", "Two killed: army",
// and the turns of a transcript, "SMITH: Two were killed."
func (r *reader) headings() {
	r.tweets()
	turns := r.transcript()
	for i := range r.a.Sentences {
		if i > 0 && r.a.Sentences[i].Paragraph == r.a.Sentences[i-1].Paragraph {
			continue
		}
		v := r.view(i)
		title := r.a.Sentences[i].Paragraph == 0
		colon := -1
		for k := range v.Tokens {
			if v.Tokens[k].Form == ":" && (v.quote[k] < 0 || r.quotes[v.quote[k]].outer.start == v.Start) {
				colon = k
				break
			}
		}
		if colon <= 0 || colon == len(v.Tokens)-1 {
			continue
		}
		switch {
		case v.speakerTag(0, colon-1, title, turns):
			r.turn(v, colon, turns)
		case title && v.sourceNoun(colon+1, len(v.Tokens)-1):
			r.add(&finding{sent: i, verb: -1, cue: v.span(colon, colon), speaker: r.trim(v.span(colon+1, len(v.Tokens)-1)), content: []span{v.span(0, colon-1)}, by: byHeading})
		}
	}
}

// tweets finds the signatures of embedded posts: "It rained. — Jane Doe (@jane)".
func (r *reader) tweets() {
	signed := 0 // where the post before ends
	for i := range r.a.Sentences {
		s := &r.a.Sentences[i]
		for at := s.Start; at < s.End; {
			k := strings.Index(r.text[at:s.End], "(@")
			if k < 0 {
				break
			}
			at += k + 2
			dash := strings.LastIndexAny(r.text[s.Start:at], "—–―")
			if dash < 0 || at-s.Start-dash > 60 {
				continue
			}
			dash += s.Start
			begin := i
			for begin > 0 && r.a.Sentences[begin-1].Paragraph == s.Paragraph && r.a.Sentences[begin].Start > signed {
				begin--
			}
			from := max(r.a.Sentences[begin].Start, signed)
			if from >= dash {
				continue
			}
			if tag := strings.LastIndexByte(r.text[from:dash], '>'); tag >= 0 {
				from += tag + 1
			}
			_, size := utf8.DecodeRuneInString(r.text[dash:])
			r.add(&finding{sent: i, verb: -1, cue: span{dash, dash + size}, speaker: r.trim(span{dash + size, at - 2}), content: []span{{from, dash}}, by: byHeading, entry: Cue{Mode: source.Writing}})
			signed = at
			if end := strings.IndexByte(r.text[at:s.End], ')'); end >= 0 {
				signed = at + end + 1
			}
		}
	}
}

// transcript reports whether the text has turns: two paragraphs or more that begin
// with a name in capitals and a colon.
func (r *reader) transcript() bool {
	n := 0
	for i := range r.a.Sentences {
		if i == 0 || r.a.Sentences[i].Paragraph != r.a.Sentences[i-1].Paragraph {
			if r.tagged(i) {
				n++
			}
		}
	}
	return n > 1
}

// tagged reports whether sentence i begins with a name in capitals and a colon.
func (r *reader) tagged(i int) bool {
	s := &r.a.Sentences[i]
	t := strings.TrimLeft(r.text[s.Start:min(s.End, s.Start+60)], "\"“ '‘")
	name, _, ok := strings.Cut(t, ":")
	return ok && len(name) > 1 && len(strings.Fields(name)) < 5 && strings.ToUpper(name) == name && strings.ToLower(name) != name && !strings.ContainsAny(name, "0123456789")
}

// turn adds what follows a colon: in the title its sentence, in a transcript the
// paragraph and those that follow without a name of their own, but for the last
// turn, whose end isn't told.
func (r *reader) turn(v *view, colon int, turns bool) {
	end := v.End
	s := v.index + 1
	for ; s < len(r.a.Sentences) && r.a.Sentences[s].Paragraph == v.Paragraph; s++ {
		end = r.a.Sentences[s].End
	}
	if turns && v.Paragraph > 0 {
		for e, more := end, s; more < len(r.a.Sentences); more++ {
			if first := r.a.Sentences[more].Paragraph != r.a.Sentences[more-1].Paragraph; first {
				if r.tagged(more) || strings.HasPrefix(strings.TrimLeft(r.text[r.a.Sentences[more].Start:], "\"“ "), "(") {
					end = e
					break
				}
			}
			e = r.a.Sentences[more].End
		}
	}
	first := 0
	for v.Tokens[first].UPOS == english.PUNCT && first < colon-1 {
		first++
	}
	r.add(&finding{sent: v.index, verb: -1, cue: v.span(colon, colon), speaker: v.span(first, colon-1), content: []span{{v.Tokens[colon].End, end}}, by: byHeading})
}

// speakerTag reports whether tokens from to to name a speaker before a colon.
func (v *view) speakerTag(from, to int, title, turns bool) bool {
	if turns && v.r.tagged(v.index) {
		return true
	}
	for from < to && v.Tokens[from].UPOS == english.PUNCT {
		from++
	}
	if to-from > 5 {
		return false
	}
	if !title || notices[lower(v.r.text[v.Tokens[from].Start:v.Tokens[to].End])] {
		return false
	}
	return v.sourceNoun(from, to) || v.knownSpeaker(to)
}

// sourceNoun reports whether tokens from to to are a short phrase for who says
// something: "police", "U.S. officials", "UN report".
func (v *view) sourceNoun(from, to int) bool {
	if to < from || to-from > 4 {
		return false
	}
	w := lower(v.Tokens[to].Form)
	return holders[w] || sources[w] || sources[strings.TrimSuffix(w, "s")]
}

// knownSpeaker reports whether the word at token k ends the name of somebody whom
// the text quotes elsewhere.
func (v *view) knownSpeaker(k int) bool {
	w := v.Tokens[k].Form
	if !isProper(w) {
		return false
	}
	if v.r.names == nil {
		v.r.names = map[string]bool{}
		for i := range v.r.a.Sentences {
			for _, tok := range v.r.a.Sentences[i].Tokens {
				if v.r.a.Sentences[i].Paragraph > 0 && tok.UPOS == english.PROPN && tok.Rel == english.Nsubj {
					v.r.names[tok.Form] = true
				}
			}
		}
	}
	if v.r.names[w] {
		return true
	}
	for _, f := range v.r.found {
		if s := v.r.text[f.speaker.start:f.speaker.end]; f.sent != v.index && strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// sources are nouns for who or what says something in a headline.
var sources = setOf("army police official source report poll study survey expert analyst ministry minister president " +
	"spokesman spokeswoman spokesperson witness resident activist monitor un eu nato prosecutor lawyer court judge mayor governor senator " +
	"premier leader chief general commander researcher scientist doctor author document file record memo transcript paper data analysis " +
	"economist pollster insider aide rebel militia authority agency company union group party opposition government parliament committee " +
	"commission council pentagon kremlin white-house embassy envoy ambassador diplomat firm bank campaign ngo charity hospital media")

// notices are words before a colon that name the kind of piece, not a speaker.
var notices = setOf("update exclusive breaking live watch video analysis opinion photos editorial")

func setOf(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
