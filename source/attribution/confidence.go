package attribution

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"github.com/seed514b815a/rashomon/source"
)

// signs lists what the confidence in f rests on: its construction first, then what
// makes it surer or less sure. nested says that another reports it.
func (r *reader) signs(f *finding, nested bool) []string {
	out := []string{constructions[f.by]}
	add := func(sign string, ok bool) {
		if ok {
			out = append(out, sign)
		}
	}
	add("thought", f.entry.Mode == source.Thought)
	add("intention", f.entry.Mode == source.Intention)
	add("nested", nested)
	speaker := lower(r.text[f.speaker.start:f.speaker.end])
	add("nobody", speaker == "")
	add("relative", speaker == "who" || speaker == "which" || speaker == "that")
	add("pronoun", people[speaker] && speaker != "who" || speaker == "it")
	add("brief", r.wordsIn(f) < 3)
	long := f.sent >= 0 && len(r.a.Sentences[f.sent].Tokens) > 40
	add("long sentence", long)
	add("quoted", r.quoteAt(f.content[0].start) >= 0)
	add("said", f.entry.frames&frameQuote != 0 && f.entry.frames&frameClause != 0)
	return out
}

var constructions = [...]string{byClause: "clause", byParenthesis: "parenthesis", byObject: "object", byNoun: "noun", byAccording: "according", byAdverb: "adverb",
	byPassive: "passive", byHeading: "heading", byQuote: "quote", byFloating: "floating"}

// wordsIn counts the words of the content of f, three at most.
func (r *reader) wordsIn(f *finding) int {
	n := 0
	for _, c := range f.content {
		inside := false
		for _, x := range r.text[c.start:c.end] {
			in := unicode.IsLetter(x) || unicode.IsNumber(x)
			if in && !inside {
				if n++; n == 3 {
					return n
				}
			}
			inside = in
		}
	}
	return n
}

//go:embed confidence.tsv
var confidenceTSV string

// weights leads from a sign to its weight.
var weights = sync.OnceValue(func() map[string]float64 {
	m := map[string]float64{}
	for line := range strings.Lines(confidenceTSV) {
		sign, w, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if x, err := strconv.ParseFloat(w, 64); ok && err == nil {
			m[sign] = x
		}
	}
	return m
})

// confidence is the probability that an attribution with these signs has the right
// content and speaker: the logistic function of the sum of their weights.
func confidence(signs []string) float64 {
	x := weights()["any"]
	for _, s := range signs {
		x += weights()[s]
	}
	return math.Round(100/(1+math.Exp(-x))) / 100
}
