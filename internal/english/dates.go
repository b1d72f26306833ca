package english

import (
	"strings"

	"github.com/seed514b815a/rashomon/internal/english/net"
)

// News puts the day between a subject and its verb, "The minister Tuesday said", "The
// union on Saturday accused the firm", where the parser, which has read little news,
// takes it for a part of the name, or loses the verb. Such a sentence is read once more
// without the day, which is then hung on the verb.

// aDay is the words from which a day between subject and verb is made.
var (
	weekdays  = map[string]bool{"Monday": true, "Tuesday": true, "Wednesday": true, "Thursday": true, "Friday": true, "Saturday": true, "Sunday": true}
	dayParts  = map[string]bool{"morning": true, "afternoon": true, "evening": true, "night": true}
	beforeDay = map[string]bool{"early": true, "late": true, "last": true}
)

// day returns the day that stands in tokens between a noun and a verb, as tokens[lo:hi]
// with the weekday at tokens[at]; ok is false where none does.
func day(tokens []Token) (lo, at, hi int, ok bool) {
	for at = 1; at+1 < len(tokens); at++ {
		if !weekdays[tokens[at].Form] {
			continue
		}
		lo, hi = at, at+1
		if dayParts[tokens[hi].Form] {
			hi++
		}
		for lo > 1 && beforeDay[tokens[lo-1].Form] {
			lo--
		}
		if lo > 1 && tokens[lo-1].Form == "on" {
			lo--
		}
		if hi >= len(tokens) || lo == 0 {
			continue
		}
		switch tokens[lo-1].UPOS {
		case NOUN, PROPN, PRON:
		default:
			continue
		}
		if next := &tokens[hi]; strings.ToLower(next.Form) == next.Form && (next.UPOS == VERB || next.UPOS == AUX) && next.XPOS != "VBG" && next.XPOS != "VB" {
			return lo, at, hi, true
		}
	}
	return 0, 0, 0, false
}

// anyFinite reports whether the tokens have a finite verb.
func anyFinite(tokens []Token) bool {
	for i := range tokens {
		if tokens[i].Feats.VerbForm == Finite {
			return true
		}
	}
	return false
}

// withoutDay reads the tokens again without the day in tokens[lo:hi], if that makes a
// finite verb of the word behind it, or nothing else is the sentence's.
func (r *reader) withoutDay(tokens []Token, lo, at, hi int) {
	n := len(tokens) - (hi - lo)
	rest, words := make([]Token, n), make([]net.Word, n)
	copy(rest, tokens[:lo])
	copy(rest[lo:], tokens[hi:])
	r.read(rest, make([]string, n), words)
	v := lo // of rest: the word behind the day
	for rest[v].UPOS == AUX && rest[v].Head > v {
		v = rest[v].Head
	}
	if rest[lo].Feats.VerbForm != Finite && anyFinite(rest) || rest[v].UPOS != VERB && rest[v].UPOS != AUX {
		return
	}
	place := func(i int) int { // in tokens
		if i >= lo {
			i += hi - lo
		}
		return i
	}
	for i := range rest {
		t := rest[i]
		if t.Head >= 0 {
			t.Head = place(t.Head)
		}
		tokens[place(i)] = t
	}
	head := hi - 1 // "Tuesday night": the night
	for i := lo; i < hi; i++ {
		t := &tokens[i]
		switch {
		case i == head:
			t.Head, t.Rel = place(v), OblUnmarked
			if tokens[lo].Form == "on" {
				t.Rel = Obl
			}
		case t.Form == "on":
			t.Head, t.Rel = head, Case
		case i == at:
			t.Head, t.Rel = head, Compound
		default:
			t.Head, t.Rel = head, Amod
		}
	}
}
