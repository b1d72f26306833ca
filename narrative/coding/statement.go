package coding

import (
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// author returns the party whose own statement the document is, "" where it is
// somebody's report. A document says so in its first line ("Statement by the
// Ministry of Health") or by a publisher that is no outlet.
func (r *reading) author() string {
	if r.doc.Publisher != "" {
		if id := r.official(r.doc.Publisher); id != "" {
			return id
		}
	}
	if len(r.first) == 0 {
		return ""
	}
	end := r.sentenceEnd(0)
	line := strings.IndexByte(r.doc.Text, '\n')
	at := -1
	for i := 0; i < end && i < 24 && (line < 0 || r.ws[i].start < line); i++ {
		switch r.ws[i].lower {
		case "statement", "communique", "communiqué", "press-release", "briefing", "bulletin", "release":
			if at < 0 {
				at = i
			}
		}
		if r.token(i).UPOS == english.VERB && r.token(i).Feats.VerbForm == english.Finite && at < 0 {
			return "" // a headline tells what somebody did
		}
	}
	if at < 0 {
		return ""
	}
	lo, hi := 0, at
	if at+1 < end && (r.ws[at+1].lower == "by" || r.ws[at+1].lower == "of" || r.ws[at+1].lower == "from") {
		lo, hi = at+2, at+2
		for hi < end && !isBreak(r.ws[hi].lower) && (line < 0 || r.ws[hi].start < line) && r.ws[hi].lower != "on" {
			hi++
		}
	}
	if hi > lo && r.ws[hi-1].lower == "press" {
		hi--
	}
	if lo >= hi {
		return ""
	}
	ids := r.actors(lo, hi, scene{speaking: true})
	if len(ids) != 1 {
		return ""
	}
	if q := r.cast.Party(ids[0]); q == nil || q.Kind == "outlet" || q.Kind == "anonymous" || q.Kind == "group" {
		return ""
	}
	return ids[0]
}

// official returns the party that a publisher is, if it is a body of a state or an
// organisation that the tables know.
func (r *reading) official(name string) string {
	for _, id := range r.cast.Named(name) {
		if q := r.cast.Party(id); q != nil {
			if q.Kind == "body" || q.Kind == "state" || q.Kind == "organisation" {
				return id
			}
			return ""
		}
	}
	return ""
}

// own makes speeches of the sentences of an official statement that it doesn't give
// to others.
func (r *reading) own(spans []*speech) []*speech {
	var out []*speech
	given := make([]bool, len(r.ws))
	for _, o := range spans {
		for _, c := range o.content {
			for i := c[0]; i < c[1]; i++ {
				given[i] = true
			}
		}
	}
	for s := range r.an.Sentences {
		lo, hi := r.first[s], r.sentenceEnd(r.first[s])
		if s == 0 || hi-lo < 3 {
			continue
		}
		if slices.Contains(given[lo:hi], true) {
			continue
		}
		for hi > lo && isMark(r.ws[hi-1].lower) {
			hi--
		}
		// A semicolon parts two claims.
		for from := lo; from < hi; {
			to := from
			for to < hi && r.ws[to].lower != ";" {
				to++
			}
			if to-from >= 3 {
				a := source.Anchor{Exact: r.text(from, to), Start: r.ws[from].start, End: r.ws[to-1].end}
				out = append(out, &speech{
					Attribution: &source.Attribution{Content: []source.Anchor{a}, Confidence: 0.8},
					at:          from, content: [][2]int{{from, to}}, acts: cue{act: narrative.Assert},
				})
			}
			from = to + 1
		}
	}
	return out
}
