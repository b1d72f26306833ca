package compare

import (
	"cmp"
	"slices"

	"github.com/seed514b815a/rashomon/compare/relation"
	"github.com/seed514b815a/rashomon/narrative"
)

// A claim without structure is compared, as a text, with the words that share most
// with it: an Inferrer may be slow, and a dossier long.
const inferred = 256

// infer notes what the sides' words do to a claim that is only words.
func (k *checker) infer(n int, by Inferrer) error {
	s := &k.claims[n]
	if s.Claim.Text == "" {
		return nil
	}
	type near struct {
		a      *narrative.Assertion
		shared int
	}
	mine := relation.Words(s.Claim.Text)
	var list []near
	for _, id := range sortedKeys(k.b.assertions) {
		a := k.b.assertions[id]
		shared := 0
		for w := range relation.Words(textOf(a)) {
			if mine[w] {
				shared++
			}
		}
		if shared > 0 {
			list = append(list, near{a, shared})
		}
	}
	slices.SortStableFunc(list, func(x, y near) int { return cmp.Compare(y.shared, x.shared) })
	q := k.b.newInquiry(k.ctx, k.judges, group{})
	for _, c := range list[:min(len(list), inferred)] {
		w := q.read(c.a)
		w.twins = []*narrative.Assertion{c.a}
		if !w.holds {
			continue
		}
		text, hypothesis := textOf(c.a), s.Claim.Text
		if w.denies { // who denies a thing denies all that would entail it
			text, hypothesis = hypothesis, text
		}
		i, err := by.Infer(k.ctx, text, hypothesis)
		if err != nil {
			return err
		}
		r := &effect{question: question{facet: narrative.FacetOccurrence, v: Value{Says: s.Claim.Text}}, claim: n, side: w.side, q: q,
			held: &holding{words: []*word{w}, v: Value{Says: textOf(c.a)}}, denial: w.denies}
		agrees := w.denies == (s.Stance == narrative.Denies)
		switch {
		case i.Entailment == Entails && agrees:
			r.bearing = Supports
		case i.Entailment == Entails, i.Entailment == Contradicts && !w.denies && s.Stance == narrative.Asserts:
			r.bearing = Opposes
		case i.Entailment == Contradicts && !w.denies:
			r.bearing = Supports // of what contradicts the denied, the denial is true
		default:
			continue // to reject what contradicts the statement is not to support it
		}
		if i.Confidence > 0 {
			r.sure = &i.Confidence
		}
		r.textual = true
		k.effects = append(k.effects, r)
	}
	return nil
}

// textOf returns an assertion's words: its quote, else the text of its claim.
func textOf(a *narrative.Assertion) string { return cmp.Or(a.Quoted(), a.Claim.Text) }
