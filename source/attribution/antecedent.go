package attribution

import (
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/internal/english/coref"
)

// A mention is a noun phrase that a later word may stand for.
type mention struct {
	at     span
	head   string // its last head word, lower case
	tokens int
	proper bool
	plural bool
	kind   mentionKind
}

type mentionKind int

const (
	thing mentionKind = iota
	person
	body
)

// antecedents returns for each finding the span of the fuller name that its
// speaker stands for, empty where the speaker is a full name or none is found: for
// a pronoun the last speaker or subject that agrees, for "the ministry" the last
// longer phrase with that head, for a surname the first full name.
//
// It is the simple rule until coreference proper takes its place.
func (r *reader) antecedents() []span {
	out := make([]span, len(r.found))
	order := make([]int, len(r.found))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return r.found[a].speaker.start - r.found[b].speaker.start })
	mentions := r.mentions()
	next := 0
	for _, i := range order {
		s := r.found[i].speaker
		if s.empty() {
			continue
		}
		for next < len(mentions) && mentions[next].at.end <= s.start {
			next++
		}
		// A subject far back is no antecedent: the last of them bound the search.
		out[i] = r.antecedent(s, mentions[max(0, next-maxMentions):next])
	}
	return out
}

// maxMentions bounds how far back an antecedent is looked for.
const maxMentions = 200

// mentions lists the noun phrases that may be antecedents, in order: names, and
// subjects.
func (r *reader) mentions() []mention {
	var out []mention
	for i := range r.a.Sentences {
		v := &view{Sentence: &r.a.Sentences[i], r: r, index: i}
		for t := range v.Tokens {
			tok := &v.Tokens[t]
			switch tok.UPOS {
			case english.PROPN, english.NOUN:
			default:
				continue
			}
			switch tok.Rel {
			case english.Compound, english.Flat, english.Appos, english.NmodDesc:
				continue
			}
			subject := tok.Rel == english.Nsubj || tok.Rel == english.NsubjPass || tok.Rel == english.OblAgent
			if tok.UPOS == english.NOUN && !subject && !v.holder(t) {
				continue
			}
			at := v.name(t)
			m := mention{at: at, head: lower(tok.Form), tokens: len(strings.Fields(r.text[at.start:at.end])), proper: tok.UPOS == english.PROPN,
				plural: tok.Feats.Number == english.Plural || tok.XPOS == "NNS" || tok.XPOS == "NNPS" || v.Child(t, english.Conj) >= 0}
			l := lower(tok.Lemma)
			switch {
			case bodies[l] || papers[l] || bodies[m.head]:
				m.kind = body
			case coref.Person(l) || m.proper && r.titled(at):
				m.kind = person
			case m.proper:
				m.kind = body
				if m.tokens > 1 && !strings.Contains(r.text[at.start:at.end], " of ") && !holders[m.head] {
					m.kind = person // most names of two words are people's
				}
			}
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(a, b mention) int { return a.at.end - b.at.end })
	return out
}

// titled reports whether a name has a title or a first name's look before it.
func (r *reader) titled(s span) bool {
	for _, w := range strings.Fields(r.text[s.start:s.end]) {
		if w = strings.TrimSuffix(lower(w), "."); titles[w] || coref.Person(w) {
			return true
		}
	}
	return false
}

var titles = setOf("mr mrs ms dr sen gov rep gen lt col maj sgt capt prof president minister premier secretary king queen prince pope sir lady chancellor")

// antecedent returns what s stands for among the mentions before it.
func (r *reader) antecedent(s span, before []mention) span {
	text := r.text[s.start:s.end]
	words := strings.Fields(strings.ToLower(strings.ReplaceAll(text, "’", "'")))
	if len(words) == 0 {
		return span{}
	}
	fits := func(m mention) bool { return false }
	first := false
	switch w := words[0]; {
	case len(words) == 1 && (w == "he" || w == "she" || w == "his" || w == "her" || w == "him"):
		fits = func(m mention) bool { return m.kind == person && !m.plural }
	case len(words) == 1 && (w == "it" || w == "its"):
		fits = func(m mention) bool { return m.kind == body && !m.plural }
	case len(words) == 1 && (w == "they" || w == "their" || w == "them"):
		fits = func(m mention) bool { return m.plural }
	case len(words) == 1 && (w == "who" || w == "which" || w == "that"):
		fits = func(m mention) bool { return m.kind != thing }
	case (w == "the" || w == "its" || w == "their" || w == "his" || w == "her" || w == "this") && len(words) <= 3:
		head := words[len(words)-1]
		fits = func(m mention) bool { return m.tokens > len(words) && m.head == head }
	case len(words) <= 2 && isProper(text): // a surname, with a title at most
		head := words[len(words)-1]
		if len(words) == 2 && !titles[strings.TrimSuffix(w, ".")] {
			return span{}
		}
		first = true
		fits = func(m mention) bool {
			ws := strings.Fields(strings.ToLower(r.text[m.at.start:m.at.end]))
			return m.proper && len(ws) > len(words) && slices.Contains(ws, head)
		}
	}
	if first {
		for _, m := range before {
			if fits(m) {
				return m.at
			}
		}
		return span{}
	}
	for i := len(before) - 1; i >= 0; i-- {
		if fits(before[i]) && !before[i].at.holds(s) {
			return before[i].at
		}
	}
	return span{}
}
