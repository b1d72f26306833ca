package attribution

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/source"
)

// English finds attributions in English texts. The zero value is ready, and may
// be shared between goroutines.
type English struct{}

var _ source.Extractor = English{}

// Extract implements [source.Extractor]. It fails for a document in another
// language, with a [*LanguageError].
func (English) Extract(ctx context.Context, d *source.Document) ([]source.Attribution, error) {
	if err := checkLanguage(d); err != nil {
		return nil, err
	}
	a, err := english.Shared(ctx, d.Text)
	if err != nil {
		return nil, err
	}
	return read(ctx, a)
}

// read finds the attributions of an analysed text.
func read(ctx context.Context, a *english.Analysis) ([]source.Attribution, error) {
	r := &reader{text: a.Text, a: a, quotes: quotations(a), bySent: make([][]*finding, len(a.Sentences))}
	for i := range a.Sentences {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		r.sentence(i)
	}
	r.headings()
	r.direct()
	return r.attributions(), nil
}

// A reader collects the findings of one text.
type reader struct {
	text   string
	a      *english.Analysis
	quotes []quotation
	found  []*finding
	bySent [][]*finding
	names  map[string]bool // subjects that are names, made when asked for
}

// A span is text[start:end].
type span struct{ start, end int }

func (s span) empty() bool         { return s.start >= s.end }
func (s span) holds(t span) bool   { return s.start <= t.start && t.end <= s.end }
func (s span) touches(t span) bool { return s.start < t.end && t.start < s.end }

// A finding is an attribution in the making.
type finding struct {
	sent    int // index of the sentence of its cue
	verb    int // token of the cue in it, -1 for none
	cue     span
	speaker span // empty: the text names nobody
	content []span
	entry   Cue
	by      construction
	via     *finding // what reports it though its content doesn't hold the cue, or nil
	apposed bool     // its content takes up what was said before: "..., a charge Baku called baseless"
}

// A construction is the way in which an attribution is put. Each has a
// reliability of its own.
type construction int

const (
	byClause      construction = iota // said that it rained
	byParenthesis                     // it rained, they said
	byObject                          // denied the report
	byNoun                            // their claim that it rained
	byAccording                       // according to them
	byAdverb                          // reportedly
	byPassive                         // was accused by them of it
	byHeading                         // Army: it rained
	byQuote                           // "It rains," they said
	byFloating                        // "It rains." with the speaker named before
)

// add keeps a finding. One cue of one speaker has one content: the first that is
// found, so that the more telling constructions must come first.
func (r *reader) add(f *finding) *finding {
	if f.speaker.start < f.cue.start && f.cue.start < f.speaker.end {
		f.speaker = r.trim(span{f.speaker.start, f.cue.start}) // the tree hung the cue on its subject
	}
	f.content = r.tidy(f.content)
	if len(f.content) == 0 {
		return nil
	}
	if r.performs(f) {
		return nil
	}
	for _, g := range r.bySent[f.sent] {
		if g.cue == f.cue && g.speaker == f.speaker && !f.cue.empty() {
			return nil
		}
	}
	r.bySent[f.sent] = append(r.bySent[f.sent], f)
	r.found = append(r.found, f)
	return f
}

// performs reports whether f is the author's own act, "We ask the public to stay
// calm", or what the author asks of the reader, "Never forget that": that is said by
// the text, not reported in it. "I told him to stay" is.
func (r *reader) performs(f *finding) bool {
	if f.verb < 0 {
		return false
	}
	s := &r.a.Sentences[f.sent]
	w := lower(r.text[f.speaker.start:f.speaker.end])
	if w == "" && s.Tokens[f.verb].XPOS == "VB" && s.Tokens[f.verb].Rel == english.Root && r.quoteAt(f.cue.start) < 0 {
		for k := range f.verb {
			if u := s.Tokens[k].UPOS; u != english.ADV && u != english.PUNCT && u != english.INTJ {
				return false
			}
		}
		return true
	}
	return (w == "we" || w == "i") && f.entry.Mode <= source.Writing && r.quoteAt(f.speaker.start) < 0 && s.Tokens[f.verb].XPOS == "VBP"
}

// tidy trims the pieces of a content and joins those that only space and
// punctuation part. A leading "that" isn't content.
func (r *reader) tidy(pieces []span) []span {
	slices.SortFunc(pieces, func(a, b span) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end)) })
	var out []span
	for _, p := range pieces {
		p = r.trim(p)
		if p.empty() {
			continue
		}
		if n := len(out); n > 0 && (p.start <= out[n-1].end || !strings.ContainsFunc(r.text[out[n-1].end:p.start], isWord)) {
			out[n-1].end = max(out[n-1].end, p.end)
			continue
		}
		out = append(out, p)
	}
	return out
}

// trim drops space and punctuation from both ends, but keeps quotation marks and
// brackets that have their partner inside.
func (r *reader) trim(s span) span {
	for !s.empty() {
		t := r.text[s.start:s.end]
		first, n := utf8.DecodeRuneInString(t)
		if strings.ContainsRune(openers, first) && balanced(t) {
			break
		}
		if isWord(first) || first == '$' || first == '#' || first == '@' || first == '£' || first == '€' {
			if len(t) > 5 && strings.EqualFold(t[:4], "that") {
				if next, _ := utf8.DecodeRuneInString(t[4:]); next == ',' || unicode.IsSpace(next) && !r.demonstrative(s.start) {
					s.start += 4
					continue
				}
			}
			break
		}
		s.start += n
	}
	for !s.empty() {
		t := r.text[s.start:s.end]
		last, n := utf8.DecodeLastRuneInString(t)
		if isWord(last) || last == '%' || (strings.ContainsRune(closers, last) && balanced(t)) || last == '.' && abbreviated(t) {
			break
		}
		s.end -= n
	}
	// A content that is one quotation stands without its marks.
	if q := r.quoteAt(s.start); q >= 0 && r.quotes[q].outer == s {
		return r.trimStop(r.quotes[q].inner)
	}
	return s
}

// trimStop drops the comma before a closing mark, and space.
func (r *reader) trimStop(s span) span {
	t := strings.TrimRight(r.text[s.start:s.end], ", \t\n")
	lead := len(t) - len(strings.TrimLeft(t, " \t\n"))
	return span{s.start + lead, s.start + len(t)}
}

const (
	openers = "\"“‘«([„‹'"
	closers = "\"”’»)]‟›'"
)

// balanced reports whether a mark at an end of t has a partner in it.
func balanced(t string) bool {
	pairs := [][2]string{{"“", "”"}, {"‘", "’"}, {"«", "»"}, {"(", ")"}, {"[", "]"}, {"‹", "›"}, {"„", "“"}}
	for _, p := range pairs {
		if strings.HasPrefix(t, p[0]) {
			return strings.Contains(t, p[1])
		}
	}
	for _, p := range pairs {
		if strings.HasSuffix(t, p[1]) {
			return strings.Contains(t, p[0])
		}
	}
	return strings.Count(t, "\"") >= 2 && (t[0] == '"' || t[len(t)-1] == '"')
}

// abbreviated reports whether the stop at the end of t belongs to its last word:
// "U.S.".
func abbreviated(t string) bool {
	w := t[strings.LastIndexAny(t, " \n\t(")+1:]
	return strings.Count(w, ".") > 1 && len(w) <= 8
}

// demonstrative reports whether the "that" at offset is a pronoun or determiner:
// "that was a lie". One of another relation leads a clause in, whatever its tag: "said
// on 3 May that it rained".
func (r *reader) demonstrative(at int) bool {
	i := r.a.At(at)
	if i < 0 {
		return false
	}
	s := &r.a.Sentences[i]
	for j := range s.Tokens {
		if s.Tokens[j].Start == at {
			switch s.Tokens[j].Rel {
			case english.Nsubj, english.NsubjPass, english.Det, english.Obj:
				return s.Tokens[j].UPOS != english.SCONJ
			}
			return false
		}
	}
	return false
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// attributions turns the findings into what the caller gets, in the order of
// their content in the text, the wider first.
func (r *reader) attributions() []source.Attribution {
	slices.SortStableFunc(r.found, func(a, b *finding) int {
		return cmp.Or(cmp.Compare(a.content[0].start, b.content[0].start),
			cmp.Compare(b.content[len(b.content)-1].end, a.content[len(a.content)-1].end),
			cmp.Compare(a.cue.start, b.cue.start))
	})
	outer := r.nest()
	antecedents := r.antecedents()
	out := make([]source.Attribution, 0, len(r.found))
	for i, f := range r.found {
		if outer[i] >= 0 && !f.tells() && !r.resolves(f) {
			continue
		}
		a := source.Attribution{Mode: f.entry.Mode, Signs: r.signs(f, outer[i] >= 0)}
		a.Confidence = confidence(a.Signs)
		for _, c := range f.content {
			a.Content = append(a.Content, r.anchor(c))
		}
		for j := i; j >= 0; j = outer[j] {
			g := r.found[j]
			a.Chain = append(a.Chain, source.Link{Speaker: r.anchor(g.speaker), Cue: r.anchor(g.cue), Antecedent: r.anchor(antecedents[j])})
		}
		slices.Reverse(a.Chain)
		out = append(out, a)
	}
	return out
}

// tells reports whether f is worth telling where it stands in what another says.
// There "wants" and "praised" are part of the content; only what a further party
// is said to have said is an attribution of its own.
func (f *finding) tells() bool {
	if f.entry.Mode == source.Thought || f.entry.Mode == source.Intention {
		return false
	}
	return f.by != byObject && f.by != byPassive && f.by != byAdverb || f.entry.frames&(frameObjPred|frameObjAs) != 0
}

// resolves reports whether f tells what a body that the text names has resolved to
// do: in "the radio reported that the council decided to appeal" the decision is
// the council's word, through the radio.
func (r *reader) resolves(f *finding) bool {
	return f.entry.Words == "decide" && !f.speaker.empty() && strings.HasPrefix(r.text[f.content[0].start:], "to ")
}

// around is how many bytes of text an anchor carries on either side, at most.
const around = 32

// anchor returns the anchor of s, the zero Anchor for an empty span.
func (r *reader) anchor(s span) source.Anchor {
	if s.empty() {
		return source.Anchor{}
	}
	before, after := max(0, s.start-around), min(len(r.text), s.end+around)
	for before < s.start && !utf8.RuneStart(r.text[before]) {
		before++
	}
	for after > s.end && after < len(r.text) && !utf8.RuneStart(r.text[after]) {
		after--
	}
	return source.Anchor{Exact: r.text[s.start:s.end], Prefix: r.text[before:s.start], Suffix: r.text[s.end:after], Start: s.start, End: s.end}
}
