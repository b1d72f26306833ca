package compare

import (
	"context"

	"github.com/seed514b815a/rashomon/internal/enum"
)

// Inferrer says how a text stands to another sentence, the hypothesis: whether who
// believes the text must believe the hypothesis too, or reject it. It is asked of
// claims in which no structure was found, only words.
//
// The direction matters: "two soldiers died" entails "soldiers died", not the
// other way round. A contradiction has none: an Inferrer that finds one finds it
// the other way round too. Its error is the context's or, of a model elsewhere, the
// model's; no text is at fault. It may be shared by goroutines.
//
// Package inference has one for English.
type Inferrer interface {
	Infer(ctx context.Context, text, hypothesis string) (Inference, error)
}

// Inference is what an [Inferrer] found. The zero Inference abstains.
type Inference struct {
	Entailment Entailment
	Confidence float64 // from 0 to 1: of those with 0.7, about seven in ten are right
	Why        string  // one sentence: on what it rests
	Text       []Span  // the words of the text on which it rests, in order
	Hypothesis []Span  // and of the hypothesis
}

// Span is text[Start:End], in bytes.
type Span struct {
	Start, End int
}

// Entailment is the relation of a text to a hypothesis.
type Entailment int

// The relations. The zero value abstains.
const (
	Neither     Entailment = iota // the text leaves open whether the hypothesis holds
	Entails                       // whoever believes the text believes the hypothesis
	Contradicts                   // whoever believes the text rejects the hypothesis
)

var entailments = enum.Table{What: "entailment", Words: []string{"neither", "entails", "contradicts"}}

func (e Entailment) String() string                { return entailments.String(int(e)) }
func (e Entailment) MarshalText() ([]byte, error)  { return entailments.Marshal(int(e)) }
func (e *Entailment) UnmarshalText(b []byte) error { return parse(entailments, b, (*int)(e)) }
