package coding

import (
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/narrative/gazetteer"
)

// A phrase is what a noun phrase says of an actor.
type phrase struct {
	lo, hi int // of the noun phrase without what stands behind a comma
	end    int // of all of it

	states []*gazetteer.State
	sense  gazetteer.Sense // of the first state
	org    string          // a known organisation
	outlet string          // a known outlet
	place  *gazetteer.Place
	names  [][2]int // runs of capitalised words that nothing knows

	class   class // of the head noun
	head    string
	headAt  int
	plural  bool
	mods    []mod // nouns of actors before the head: "army" in "army officials"
	article string
	number  bool
	owner   string // "its", "their": a possessive pronoun
	pronoun string

	of   *phrase   // "a spokesman for ..."
	to   bool      // "to" leads it in: "the envoy to ..."
	in   *phrase   // "the government in Caracas"
	apps []*phrase // "..., a spokesman"
}

type mod struct {
	word  string
	class class
	at    int
}

var (
	articles = map[string]bool{"the": true, "a": true, "an": true, "this": true, "that": true, "these": true, "those": true, "another": true, "some": true, "one": true, "no": true, "any": true, "each": true, "both": true, "all": true, "several": true, "many": true}
	owners   = map[string]bool{"its": true, "their": true, "his": true, "her": true, "our": true, "my": true}
	pronouns = map[string]bool{"it": true, "he": true, "she": true, "they": true, "we": true, "i": true, "him": true, "her": true, "them": true, "us": true, "me": true, "who": true, "which": true, "that": true, "itself": true, "himself": true, "herself": true, "themselves": true, "its": true, "his": true, "their": true, "whom": true}
	ofs      = map[string]bool{"of": true, "for": true, "from": true, "to": true}
	ins      = map[string]bool{"in": true, "near": true, "around": true, "on": true, "inside": true, "along": true}
)

// phrase reads words lo to hi as one noun phrase.
func (r *reading) phrase(lo, hi int) *phrase {
	x := words()
	for lo < hi && isMark(r.ws[lo].lower) {
		lo++
	}
	for hi > lo && isMark(r.ws[hi-1].lower) {
		hi--
	}
	p := &phrase{lo: lo, hi: hi, end: hi, headAt: -1}
	if hi == lo+1 && pronouns[r.ws[lo].lower] {
		p.pronoun = r.ws[lo].lower
		return p
	}
	for i := lo; i < hi; {
		w := &r.ws[i]
		switch {
		case w.lower == "," || w.lower == "(" || w.lower == ")" || w.lower == "--" || w.lower == "–" || w.lower == "—" || w.lower == "[":
			end := i + 1
			for end < hi && !isBreak(r.ws[end].lower) {
				end++
			}
			if end > i+1 {
				a := r.servant(i+1, end)
				if a == nil {
					a = r.phrase(i+1, end)
				}
				p.apps = append(p.apps, a)
			}
			if p.hi == hi {
				p.hi = i
			}
			i = end
			continue
		case isMark(w.lower), w.lower == "'s", w.lower == "'":
			i++
			continue
		case (months[w.lower] || days[w.lower]) && w.upper:
			i++
			continue
		case (relative[w.lower] || !w.upper && r.token(i).UPOS == english.VERB && r.token(i).Rel != english.Amod && p.headAt != i-1 && p.some()) && i > lo:
			if p.hi == hi {
				p.hi = i
			}
			return p
		case w.lower == "'re":
			i++
			continue
		case (ins[w.lower] || ofs[w.lower] || w.lower == "at") && i+1 < hi && r.temporal(i+1):
			i++ // "early on Tuesday"
			continue
		case i > lo && ofs[w.lower]:
			p.of, p.to = r.phrase(i+1, r.untilBreak(i+1, hi)), w.lower == "to"
			i = r.untilBreak(i+1, hi)
			if p.of.in != nil && p.in == nil {
				p.in = p.of.in
			}
			continue
		case w.lower == "at" && p.some(): // "people at the institute", "the union at the mine"
			end := r.untilBreak(i+1, hi)
			if p.of == nil && len(p.names) == 0 && staff[p.class] {
				p.of = r.phrase(i+1, end)
			}
			i = end
			continue
		case w.lower == "with" && p.some():
			i = r.untilBreak(i+1, hi)
			continue
		case i > lo && ins[w.lower]:
			end := r.untilBreak(i+1, hi)
			p.in = r.phrase(i+1, end)
			i = end
			continue
		case owners[w.lower]:
			p.owner = w.lower
			i++
			continue
		case articles[w.lower] && w.known.n < 2 && !r.jointAt(x, i, hi):
			if p.article == "" {
				p.article = w.lower
			}
			i++
			continue
		case isNumber(w.lower):
			p.number = true
			i++
			continue
		}
		if k := w.known; k.n > 0 && i+k.n <= hi && !r.isPersonName(i, k, hi) {
			r.addKnown(p, i, k)
			i += k.n
			continue
		}
		if n, s, c, plural := r.actorAt(x, i, hi); n > 0 && !r.hyphenated(i+n) && !(n == 1 && c == stateWord && r.token(i).UPOS == english.ADJ) { // no "official account" is an official
			if p.class != noClass {
				p.mods = append(p.mods, mod{p.head, p.class, p.headAt})
			}
			p.class, p.head, p.headAt, p.plural = c, s, i, plural
			i += n
			continue
		}
		if w.upper && !(i == lo && r.opens(i) && !r.proper[w.lower] && i+1 < hi && !r.ws[i+1].upper && !isBreak(r.ws[i+1].lower) && r.ws[i+1].lower != "'s" && r.ws[i+1].lower != "'" && r.ws[i+1].lower != "and" && r.ws[i+1].lower != "-") {
			end := i + 1
			for end < hi && !months[r.ws[end].lower] && !days[r.ws[end].lower] && (r.ws[end-1].lower == "-" && r.ws[end-1].end == r.ws[end].start || r.ws[end].upper && !r.endsName(x, end, hi) || particles[r.ws[end].lower] && end+1 < hi && r.ws[end+1].upper || r.ws[end].lower == "-" || r.ws[end].lower == ".") {
				end++
			}
			p.names = append(p.names, [2]int{i, end})
			i = end
			continue
		}
		if p.class == outlet || p.class == organisation || p.class == role {
			if r.token(i).UPOS == english.NOUN && r.ws[i-1].lower != "-" && r.ws[i-1].lower != "'s" {
				p.class, p.head, p.headAt = noClass, "", -1 // "television cameraman": somebody else
			}
		}
		i++
	}
	return p
}

// staff are the classes of nouns for people whose place of work is whose they are:
// "a spokesman at the ministry".
var staff = map[class]bool{stateWord: true, spokesperson: true, role: true}

// opens reports whether word i is the first of its sentence, or of what is quoted
// there, so that its capital tells nothing.
func (r *reading) opens(i int) bool {
	return r.ws[i].at == 0 || r.ws[i].at == 1 && isMark(r.ws[i-1].lower)
}

// some reports whether anything of an actor has been found.
func (p *phrase) some() bool {
	return p.class != noClass || len(p.names) > 0 || len(p.states) > 0 || p.org != "" || p.outlet != ""
}

// jointAt reports whether words such as "both sides" begin at word i.
func (r *reading) jointAt(x *lexicon, i, hi int) bool {
	_, _, c, _ := r.actorAt(x, i, hi)
	return c == joint
}

// addKnown adds a known name to p.
func (r *reading) addKnown(p *phrase, i int, k known) {
	switch {
	case k.state != nil:
		if len(p.states) == 0 {
			p.sense = k.sense
		}
		p.states = append(p.states, k.state)
	case k.org != "":
		p.org = k.org
	case k.outlet != "":
		p.outlet = k.outlet
	case k.place != nil && p.place == nil:
		p.place = k.place
		p.names = append(p.names, [2]int{i, i + k.n})
	}
}

// isPersonName reports whether a known name is part of a person's: "Jordan
// Henderson", "Mr. France", "Denzel Washington".
func (r *reading) isPersonName(i int, k known, hi int) bool {
	if k.state != nil && k.sense != gazetteer.Name && k.sense != gazetteer.Capital {
		return false
	}
	if i > 0 {
		prev := r.ws[i-1]
		if words().actors[strings.TrimSuffix(prev.lower, ".")] == honorific {
			return true
		}
		if prev.lower == "." && i > 1 && words().actors[r.ws[i-2].lower] == honorific {
			return true
		}
	}
	x := words()
	if i > 0 && k.n == 1 && (r.ws[i].at > 1 || r.ws[i].at == 1 && r.token(i-1).UPOS == english.PROPN) && r.ws[i-1].upper && r.ws[i-1].known.n == 0 && k.sense == gazetteer.Name && k.org == "" && r.ws[i-1].end+1 == r.ws[i].start {
		if _, c, _ := x.actor(r.ws[i-1].lower); c == noClass && !articles[r.ws[i-1].lower] && !ins[r.ws[i-1].lower] && !ofs[r.ws[i-1].lower] {
			return true // "Michael Bloomberg", "Project Venezuela"
		}
	}
	if k.place == nil && k.n > 1 || k.org != "" || k.outlet != "" {
		return false
	}
	next := i + k.n
	if next < hi && (months[r.ws[next].lower] || days[r.ws[next].lower]) {
		return false
	}
	if next < hi && r.ws[next].upper && r.ws[next].known.n == 0 {
		if n, _, _, _ := r.actorAt(x, next, hi); n == 0 {
			// A surname follows, if the name of an office or body doesn't come after it.
			for j := next; j < hi && r.ws[j].upper; j++ {
				if n, _, _, _ := r.actorAt(x, j, hi); n > 0 {
					return false
				}
			}
			return !(next+1 < hi && r.ws[next+1].lower == "'s")
		}
	}
	if i > 0 && k.place != nil && r.ws[i-1].upper && r.ws[i-1].known.n == 0 && r.ws[i].at > 1 {
		if n, _, _, _ := r.actorAt(x, i-1, i); n == 0 {
			return true // a given name stands before it
		}
		_, c, _ := x.actor(r.ws[i-1].lower)
		return c == role
	}
	return false
}

// actorAt returns the longest noun of an actor that begins at word i.
func (r *reading) actorAt(x *lexicon, i, hi int) (n int, singular string, c class, plural bool) {
	for n := min(x.longest, hi-i); n > 0; n-- {
		s := british.Replace(strings.TrimSuffix(r.lowerText(i, i+n), "."))
		if s, c, plural := x.actor(s); c != noClass {
			return n, s, c, plural
		}
	}
	return 0, "", noClass, false
}

// lowerText joins the words lo to hi in lower case by single spaces.
func (r *reading) lowerText(lo, hi int) string {
	if hi == lo+1 {
		return r.ws[lo].lower
	}
	var b strings.Builder
	for i := lo; i < hi; i++ {
		if i > lo && r.ws[i-1].end < r.ws[i].start {
			b.WriteByte(' ')
		}
		b.WriteString(r.ws[i].lower)
	}
	return b.String()
}

// endsName reports whether a capitalised word can't go on a name.
func (r *reading) endsName(x *lexicon, i, hi int) bool {
	if k := r.ws[i].known; k.state != nil || k.org != "" {
		return !r.isPersonName(i, k, hi)
	}
	n, _, _, _ := r.actorAt(x, i, hi)
	return n > 0
}

func (r *reading) untilBreak(i, hi int) int {
	for i < hi && !isBreak(r.ws[i].lower) {
		i++
	}
	return i
}

func isBreak(s string) bool {
	switch s {
	case ",", "(", ")", "--", "–", "—", "[", "]", ";":
		return true
	}
	return false
}

func isMark(s string) bool {
	switch s {
	case "\"", "“", "”", "'", "‘", "’", "``", "''", ".", ":", ";", "«", "»", "…", "...", "*", "•", "-":
		return true
	}
	return false
}

func isNumber(s string) bool {
	return s != "" && s[0] >= '0' && s[0] <= '9' || numberWords[s]
}

var numberWords = map[string]bool{"two": true, "three": true, "four": true, "five": true, "six": true, "seven": true, "eight": true, "nine": true, "ten": true, "eleven": true, "twelve": true, "dozens": true, "hundreds": true, "thousands": true, "dozen": true, "hundred": true, "thousand": true, "scores": true}

var relative = map[string]bool{"who": true, "which": true, "that": true, "whose": true, "where": true, "when": true, "working": true, "killed": true, "wounded": true, "called": true, "including": true, "chaired": true, "based": true}

var particles = map[string]bool{"de": true, "del": true, "da": true, "dos": true, "van": true, "von": true, "der": true, "den": true, "bin": true, "ibn": true, "al": true, "el": true, "la": true, "le": true, "of": true, "and": true, "for": true, "on": true, "the": true, "in": true, "without": true, "against": true}
