package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"io"
	"iter"
	"math"
	"slices"

	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/coding"
	"github.com/seed514b815a/rashomon/source"
	"github.com/seed514b815a/rashomon/source/attribution"
)

// evalCalibration measures whether confidence means something. An assertion is
// right where its content meets that of a gold attribution (Dice 0.5) and its
// speaker is that one's. Ten bins of confidence show how many assertions they hold,
// their mean confidence and how many of them are right; the expected calibration
// error is the mean of the differences, weighted by size.
//
// The weights of the signs, source/attribution/confidence.tsv, come from the same
// texts: with -fit they are printed. What they are worth on a text that they
// haven't seen is told by a second table, for which each text is left out in turn.
func evalCalibration(args []string, out io.Writer) error {
	fs := flag.NewFlagSet("calibration", flag.ContinueOnError)
	fs.SetOutput(out)
	refit := fs.Bool("fit", false, "print the weights of the signs, as confidence.tsv has them")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if fs.NArg() != 1 {
		return fmt.Errorf("usage: eval calibration [-fit] DIR|FILE.jsonl[.gz]")
	}
	docs, err := readAttributed(fs.Arg(0))
	if err != nil {
		return err
	}
	var trials []trial // of attributions
	var assertions []outcome
	for _, d := range docs {
		doc := &source.Document{ID: "s", Text: d.Text, Language: "en"}
		found, err := attribution.English{}.Extract(context.Background(), doc)
		if err != nil {
			return fmt.Errorf("%s: %w", d.ID, err)
		}
		for _, o := range d.judge(found) {
			trials = append(trials, trial{d.ID, append([]string{"any"}, o.signs...), o.right})
		}
		if *refit {
			continue
		}
		dossier := &narrative.Dossier{Rashomon: narrative.Version, Sources: []*source.Document{doc}}
		if err := dossier.Extract(context.Background(), attribution.English{}, coding.English{}); err != nil {
			return fmt.Errorf("%s: %w", d.ID, err)
		}
		assertions = append(assertions, d.judgeAssertions(dossier.Assertions)...)
	}
	if *refit {
		printWeights(out, trials)
		return nil
	}
	fmt.Fprintln(out, "assertions, by their confidence:")
	printBins(out, assertions)
	var held []outcome
	for _, d := range docs {
		var others []trial
		for _, t := range trials {
			if t.doc != d.ID {
				others = append(others, t)
			}
		}
		w := fit(others)
		for _, t := range trials {
			if t.doc == d.ID {
				held = append(held, outcome{probability(w, t.signs), t.right, nil})
			}
		}
	}
	fmt.Fprintln(out, "attributions, by a confidence fitted on the other texts:")
	printBins(out, held)
	return nil
}

// likes gives the signs that the texts needn't have the weight of another.
var likes = map[string]string{"adverb": "noun", "floating": "noun", "heading": "according", "intention": "thought"}

func printWeights(out io.Writer, trials []trial) {
	w := fit(trials)
	signs := signsOf(trials)
	for sign, other := range likes {
		if !slices.Contains(signs, sign) {
			signs = append(signs, sign)
			w[sign] = w[other]
		}
	}
	sortSigns(signs) // determinism
	for _, sign := range signs {
		fmt.Fprintf(out, "%s\t%.2f\n", sign, w[sign])
	}
}

// A trial is an attribution with its signs.
type trial struct {
	doc   string
	signs []string
	right bool
}

// An outcome is something found with a confidence, and whether it was right.
type outcome struct {
	confidence float64
	right      bool
	signs      []string
}

// verdicts walks the attributions found, each with whether it is right. What the
// author of an official statement says for itself isn't annotated, and left out.
func (d *attributed) verdicts(found []source.Attribution) iter.Seq2[attributedSpan, bool] {
	r := d.score(found)
	right := make([]bool, len(r.pred))
	for _, p := range r.pairs {
		right[p.pred] = p.speaker
	}
	return func(yield func(attributedSpan, bool) bool) {
		for i, p := range r.pred {
			if d.statement && !r.found[i] && len(p.speaker) == 0 {
				continue
			}
			if !yield(p, right[i]) {
				return
			}
		}
	}
}

// judge says of each attribution found whether it is right.
func (d *attributed) judge(found []source.Attribution) []outcome {
	var out []outcome
	for p, right := range d.verdicts(found) {
		out = append(out, outcome{p.confidence, right, p.signs})
	}
	return out
}

// judgeAssertions does so for assertions, several of which may rest on one
// attribution.
func (d *attributed) judgeAssertions(as []narrative.Assertion) []outcome {
	var found []source.Attribution
	byPlace := map[string][]float64{}
	for i := range as {
		a := source.Attribution{Content: as[i].Quotes, Confidence: as[i].Confident()}
		for _, l := range as[i].Chain {
			var link source.Link
			if l.Speaker != nil {
				link.Speaker = *l.Speaker
			}
			a.Chain = append(a.Chain, link)
		}
		k := attributionKey(a)
		if byPlace[k] == nil {
			found = append(found, a)
		}
		byPlace[k] = append(byPlace[k], a.Confidence)
	}
	var out []outcome
	for p, right := range d.verdicts(found) {
		for _, c := range byPlace[p.key] {
			out = append(out, outcome{c, right, nil})
		}
	}
	return out
}

func printBins(out io.Writer, os []outcome) {
	const bins = 10
	var n, right [bins]int
	var sum [bins]float64
	hits, brier := 0, 0.0
	for _, o := range os {
		b := min(bins-1, int(o.confidence*bins))
		n[b]++
		sum[b] += o.confidence
		y := 0.0
		if o.right {
			right[b]++
			hits++
			y = 1
		}
		brier += (o.confidence - y) * (o.confidence - y)
	}
	fmt.Fprintln(out, "  confidence   count   mean   right")
	ece := 0.0
	for b := range bins {
		fmt.Fprintf(out, "  %.1f to %.1f  %6d", float64(b)/bins, float64(b+1)/bins, n[b])
		if n[b] > 0 {
			fmt.Fprintf(out, "  %.3f   %.3f", sum[b]/float64(n[b]), float64(right[b])/float64(n[b]))
			ece += math.Abs(sum[b] - float64(right[b]))
		}
		fmt.Fprintln(out)
	}
	all := float64(max(1, len(os)))
	fmt.Fprintf(out, "  all %d, right %.3f; expected calibration error %.3f; Brier score %.3f\n", len(os), float64(hits)/all, ece/all, brier/all)
}

// ridge penalises large weights: a sign seen seldom moves little. It was chosen
// among 0.3, 1, 2, 4 and 8 by the error on texts left out, which 1 to 8 share.
const ridge = 1

// fit returns weights of signs by logistic regression with a ridge, in steps of
// Newton's method for each weight alone, halved: there are few, and they are
// correlated.
func fit(trials []trial) map[string]float64 {
	signs := signsOf(trials)
	w := map[string]float64{}
	for range 1000 {
		gradient, curvature := map[string]float64{}, map[string]float64{}
		for _, t := range trials {
			p := probability(w, t.signs)
			y := 0.0
			if t.right {
				y = 1
			}
			for _, s := range t.signs {
				gradient[s] += y - p
				curvature[s] += p * (1 - p)
			}
		}
		for _, s := range signs {
			l := float64(ridge)
			if s == "any" {
				l = 0
			}
			w[s] += 0.3 * (gradient[s] - l*w[s]) / (curvature[s] + l + 0.5)
		}
	}
	return w
}

func probability(w map[string]float64, signs []string) float64 {
	x := 0.0
	for _, s := range signs {
		x += w[s]
	}
	return 1 / (1 + math.Exp(-x))
}

// signsOf lists the signs of trials.
func signsOf(trials []trial) []string {
	var out []string
	for _, t := range trials {
		for _, s := range t.signs {
			if !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	sortSigns(out)
	return out
}

// sortSigns puts the sign that all have first.
func sortSigns(signs []string) {
	rank := func(s string) int {
		if s == "any" {
			return 0
		}
		return 1
	}
	slices.SortFunc(signs, func(a, b string) int { return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a, b)) })
}
