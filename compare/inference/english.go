package inference

import (
	"context"
	"fmt"
	"slices"

	"github.com/seed514b815a/rashomon/compare"
)

// English infers between English texts. Its zero value is ready, and goroutines
// may share it.
type English struct {
	Model *Model // nil: the one that the package ships
}

var _ compare.Inferrer = English{}

// doubt is how probable a contradiction must be to be called one. Contradictions
// are rare, one pair in nine of those that were looked at, so that one in four is
// much; whoever accuses on it should ask for more.
const doubt = 0.25

// Infer implements [compare.Inferrer]. It reads the sentences of each text that lie within its first 300 words.
func (x English) Infer(ctx context.Context, text, hypothesis string) (compare.Inference, error) {
	t, err := read(ctx, text)
	if err != nil {
		return compare.Inference{}, err
	}
	h, err := read(ctx, hypothesis)
	if err != nil {
		return compare.Inference{}, err
	}
	if min(len(t.content), len(h.content)) < 2 {
		return compare.Inference{Why: "one of the two says too little"}, nil
	}
	model := x.Model
	if model == nil {
		model = &shipped
	}
	there := model.judge(t, h)
	// A contradiction has no direction: it is looked for from the one that says more
	// to the one that says less.
	if n, m := len(t.content), len(h.content); n < m || n == m && text < hypothesis {
		back := model.judge(h, t)
		there.contradicts, there.clue = back.contradicts, nil
		if c := back.clue; c != nil {
			there.clue = &clue{c.sign, c.h, c.t, c.weight}
		}
	}
	return there.inference(), nil
}

// judgement is what the weights make of an alignment.
type judgement struct {
	*alignment
	neither, entails, contradicts float64 // probabilities
	clue                          *clue   // the strongest sign of contradiction
}

func (m *Model) judge(t, h *reading) judgement {
	a := align(t, h)
	clues := a.clues()
	j := judgement{alignment: a}
	j.neither, j.entails, j.contradicts = m.odds(a.measure(clues))
	top := 0.0
	for i := range clues {
		s := &clues[i]
		if w := (0.5 + 0.5*s.weight) * m.weights[signFeatures[s.sign]].contradicts; w > top {
			j.clue, top = s, w
		}
	}
	if j.clue == nil { // nothing to show for it
		j.contradicts = 0
	}
	return j
}

// inference puts a judgement into words.
func (j *judgement) inference() compare.Inference {
	switch {
	case j.contradicts >= doubt:
		c := j.clue
		return compare.Inference{
			Entailment: compare.Contradicts,
			Confidence: j.contradicts,
			Why:        fmt.Sprintf(signReasons[c.sign], j.t.phrase(c.t), j.h.phrase(c.h)),
			Text:       []compare.Span{j.t.span(c.t)},
			Hypothesis: []compare.Span{j.h.span(c.h)},
		}
	case j.entails > j.neither:
		out := compare.Inference{Entailment: compare.Entails, Confidence: j.entails, Why: "the text has what the hypothesis says"}
		for _, i := range j.h.content {
			if j.answered(i) {
				out.Hypothesis = append(out.Hypothesis, j.h.span(i))
				out.Text = append(out.Text, j.t.span(j.links[i].word))
			}
		}
		slices.SortFunc(out.Text, func(x, y compare.Span) int { return x.Start - y.Start })
		out.Text = slices.Compact(out.Text)
		return out
	}
	out := compare.Inference{Confidence: j.neither, Why: "the text leaves it open"}
	for _, i := range j.h.content {
		if !j.answered(i) {
			out.Why = fmt.Sprintf("the text says nothing of %q", j.h.phrase(i))
			out.Hypothesis = append(out.Hypothesis, j.h.span(i))
			break
		}
	}
	return out
}

func (r *reading) span(i int) compare.Span {
	return compare.Span{Start: r.words[i].start, End: r.words[i].end}
}

// signFeatures are the features that signs count as.
var signFeatures = [signs]feature{negation, antonymy, figureApart, momentApart, roleSwap, doerOther, placeOther, leaning}

// signReasons say what a sign is, of a word of the text and one of the hypothesis.
var signReasons = [signs]string{
	negated:    "one says so and the other not: %q, %q",
	opposite:   "%q and %q exclude each other",
	figure:     "the figures differ: %q, %q",
	moment:     "the times differ: %q, %q",
	swapped:    "who did it and to whom it was done change places: %q, %q",
	otherDoer:  "the same is told of another: %q, %q",
	otherPlace: "the same is told of another place: %q, %q",
	contrary:   "%q and %q exclude each other",
}
