// Command train learns the weights of pronoun features from annotated text and
// prints them as the table that package coref embeds:
//
//	go run ./internal/english/coref/train TRAIN.conllu.gz > internal/english/coref/tables/pronouns.txt
//
// It is a conditional log-linear model over the candidates of each pronoun, as in
// Denis and Baldridge (2008), with all right candidates counted together; trained
// by AdaGrad on the trees of the file. The same input gives the same bytes.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"math"
	"os"
	"slices"

	"github.com/seed514b815a/rashomon/internal/english/coref"
	"github.com/seed514b815a/rashomon/internal/english/gum"
)

const (
	epochs = 20
	rate   = 0.03
	l2     = 0.05
	least  = 3 // a feature seen less often has no weight
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

// An instance is a pronoun: the features of its candidates, and which are right.
type instance struct {
	features [][]coref.Feature
	right    []bool
}

func run(args []string) error {
	flags := flag.NewFlagSet("train", flag.ContinueOnError)
	folds := flags.Int("folds", 0, "instead print the accuracy of a cross-validation with so many folds of documents")
	if err := flags.Parse(args); err != nil {
		return err
	}
	files := flags.Args()
	if len(files) == 0 {
		return fmt.Errorf("usage: train [-folds N] FILE.conllu[.gz] ... > pronouns.txt")
	}
	var texts [][]instance
	for _, name := range files {
		docs, err := gum.Read(name)
		if err != nil {
			return err
		}
		for _, d := range docs {
			texts = append(texts, instances(d))
		}
	}
	if *folds > 1 {
		validate(texts, *folds)
		return nil
	}
	w := learn(slices.Concat(texts...))
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	fmt.Fprintln(out, "# Weights of the features of pronouns, feature<TAB>weight; written by the command train, not by hand.")
	for f, x := range w {
		if x = math.Round(x*1000) / 1000; x != 0 {
			fmt.Fprintf(out, "%v\t%.3f\n", coref.Feature(f), x)
		}
	}
	return nil
}

// instances are the pronouns of a document that have a right answer among their
// candidates.
func instances(d *gum.Document) []instance {
	a := d.Analysis()
	type span struct{ start, end int }
	bySpan, byHead := map[span]int{}, map[int]int{}
	for i, g := range d.Mentions {
		bySpan[span{g.Start, g.End}] = i
		if j, ok := byHead[g.Head]; !ok || g.End-g.Start < d.Mentions[j].End-d.Mentions[j].Start {
			byHead[g.Head] = i
		}
	}
	entity := func(m coref.Mention) string {
		if i, ok := bySpan[span{m.Start, m.End}]; ok {
			return d.Mentions[i].Entity
		}
		if i, ok := byHead[a.Sentences[m.Sentence].Tokens[m.Head].Start]; ok {
			return d.Mentions[i].Entity
		}
		return ""
	}
	first := map[string]int{}
	for i, g := range d.Mentions {
		if _, ok := first[g.Entity]; !ok {
			first[g.Entity] = i
		}
	}
	var out []instance
	coref.Choices(a, func(c *coref.Choice) int {
		e := entity(c.Pronoun)
		x := instance{right: make([]bool, len(c.Candidates))}
		answer := 0
		for i, cand := range c.Candidates {
			x.features = append(x.features, append([]coref.Feature(nil), cand.Features...))
			if i > 0 && e != "" && entity(cand.Mention) == e {
				x.right[i] = true
				answer = i
			}
		}
		if answer == 0 {
			if e != "" && d.Mentions[first[e]].Start < c.Pronoun.Start {
				return 0 // its antecedent is out of reach: nothing to learn
			}
			x.right[0] = true
		}
		out = append(out, x)
		return answer
	})
	return out
}

// validate prints how often the best candidate is a right one, in texts not
// trained on.
func validate(texts [][]instance, folds int) {
	right, all := 0, 0
	for k := range folds {
		var data, held []instance
		for i, t := range texts {
			if i%folds == k {
				held = append(held, t...)
			} else {
				data = append(data, t...)
			}
		}
		w := learn(data)
		for _, x := range held {
			p := distribution(w, x, false)
			best := 0
			for i := range p {
				if p[i] > p[best] {
					best = i
				}
			}
			all++
			if x.right[best] {
				right++
			}
		}
	}
	fmt.Printf("%d of %d = %.2f %%\n", right, all, 100*float64(right)/float64(max(1, all)))
}

func learn(data []instance) []float64 {
	seen := make([]int, coref.Features)
	for _, x := range data {
		for _, c := range x.features {
			for _, f := range c {
				seen[f]++
			}
		}
	}
	w, g2 := make([]float64, coref.Features), make([]float64, coref.Features)
	for epoch := 0; epoch < epochs; epoch++ {
		for _, x := range data {
			p, q := distribution(w, x, false), distribution(w, x, true)
			for i, c := range x.features {
				d := q[i] - p[i]
				if d == 0 {
					continue
				}
				for _, f := range c {
					if seen[f] < least {
						continue
					}
					g := d - float64(l2*w[f])
					g2[f] += float64(g * g) // the conversion forbids fusing, which would differ by platform
					w[f] += float64(rate*g) / math.Sqrt(g2[f]+1e-6)
				}
			}
		}
	}
	return w
}

// distribution is the probability of each candidate, among all or the right ones.
func distribution(w []float64, x instance, right bool) []float64 {
	p := make([]float64, len(x.features))
	most := math.Inf(-1)
	for i, c := range x.features {
		for _, f := range c {
			p[i] += w[f]
		}
		if right && !x.right[i] {
			p[i] = math.Inf(-1)
		}
		most = max(most, p[i])
	}
	sum := 0.0
	for i := range p {
		p[i] = math.Exp(p[i] - most)
		sum += p[i]
	}
	for i := range p {
		p[i] /= sum
	}
	return p
}
