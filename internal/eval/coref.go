package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"time"

	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/internal/english/coref"
	"github.com/seed514b815a/rashomon/internal/english/gum"
)

// evalCoref measures package coref against the Entity= annotation of GUM: MUC, B³
// and CEAF-e of chains with two mentions or more, on predicted mentions, and how
// many pronouns of the third person find a right antecedent.
func evalCoref(args []string, out io.Writer) error {
	flags := flag.NewFlagSet("coref", flag.ContinueOnError)
	trees := flags.Bool("trees", false, "take sentences, words and trees from the file: what a perfect parser would give")
	dump := flags.Bool("v", false, "print the pronouns that go wrong")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() == 0 {
		return fmt.Errorf("usage: eval coref [-trees] [-v] FILE.conllu[.gz]")
	}
	for _, name := range flags.Args() {
		docs, err := gum.Read(name)
		if err != nil {
			return err
		}
		fmt.Fprintln(out, name)
		for _, system := range []struct {
			name    string
			resolve func(*english.Analysis) *coref.Chains
		}{
			{"resolver", func(a *english.Analysis) *coref.Chains { return coref.Resolve(a, nil) }},
			{"baseline", coref.Baseline},
		} {
			var exact, head corefScore
			var pro pronounScore
			words := 0
			var spent time.Duration
			for _, d := range docs {
				a := d.Analysis()
				if !*trees {
					if a, err = english.Analyze(context.Background(), d.Text); err != nil {
						return err
					}
				}
				words += d.Words
				start := time.Now()
				c := system.resolve(a)
				spent += time.Since(start)
				scoreCoref(d, a, c, &exact, &head, &pro, *dump && system.name == "resolver", out)
			}
			fmt.Fprintf(out, "  %s, by span:  %s\n", system.name, exact.String())
			fmt.Fprintf(out, "  %s, by head:  %s\n", system.name, head.String())
			fmt.Fprintf(out, "  %s, pronouns: %s\n", system.name, pro.String())
			fmt.Fprintf(out, "  %s, words/s:  %.0f\n", system.name, float64(words)/spent.Seconds())
		}
	}
	return nil
}

// scoreCoref adds what c is worth to the scores.
func scoreCoref(d *gum.Document, a *english.Analysis, c *coref.Chains, exact, head *corefScore, pro *pronounScore, dump bool, out io.Writer) {
	start := func(m *coref.Mention) int { return a.Sentences[m.Sentence].Tokens[m.Head].Start }
	key := map[string][]span{}
	bySpan := map[span]int{}
	byHead := map[int][]int{}
	for i, g := range d.Mentions {
		key[g.Entity] = append(key[g.Entity], span{g.Start, g.End})
		bySpan[span{g.Start, g.End}] = i
		byHead[g.Head] = append(byHead[g.Head], i)
	}
	// align finds the annotated mention that a found one is: the same span, else the
	// shortest with the same head.
	align := func(m *coref.Mention) (gum.Mention, bool) {
		if i, ok := bySpan[span{m.Start, m.End}]; ok {
			return d.Mentions[i], true
		}
		best := -1
		for _, i := range byHead[start(m)] {
			if best < 0 || d.Mentions[i].End-d.Mentions[i].Start < d.Mentions[best].End-d.Mentions[best].Start {
				best = i
			}
		}
		if best < 0 {
			return gum.Mention{}, false
		}
		return d.Mentions[best], true
	}
	var gold, mine, mineHead [][]span
	for _, g := range d.Mentions { // in order: determinism
		if ms := key[g.Entity]; ms != nil {
			gold = append(gold, ms)
			key[g.Entity] = nil
		}
	}
	for _, e := range c.Entities {
		var x, y []span
		for _, i := range e {
			m := &c.Mentions[i]
			if m.Kind == coref.Relative {
				continue
			}
			x = append(x, span{m.Start, m.End})
			if g, ok := align(m); ok {
				y = append(y, span{g.Start, g.End})
			} else {
				y = append(y, span{m.Start, m.End})
			}
		}
		mine, mineHead = append(mine, x), append(mineHead, y)
	}
	exact.add(gold, mine)
	head.add(gold, mineHead)

	// Pronouns.
	found := map[int]*coref.Mention{}
	for i := range c.Mentions {
		if c.Mentions[i].Kind == coref.Pronoun {
			found[c.Mentions[i].Start] = &c.Mentions[i]
		}
	}
	seen := map[string]bool{}
	for _, g := range d.Mentions {
		anaphoric := seen[g.Entity]
		seen[g.Entity] = true
		if !third[g.Form] {
			continue
		}
		var before *coref.Mention
		if m := found[g.Start]; m != nil {
			for _, i := range c.Entities[m.Entity] {
				if o := &c.Mentions[i]; o.Start < m.Start && o.Kind != coref.Relative {
					before = o
				}
			}
		}
		right := false
		if before != nil {
			x, ok := align(before)
			right = ok && x.Entity == g.Entity
		}
		pro.count(g.Form, anaphoric, before != nil, right)
		if dump && anaphoric && !right {
			i := a.At(g.Start)
			was := "-"
			if before != nil {
				was = d.Text[before.Start:before.End]
			}
			want := ""
			for _, o := range d.Mentions {
				if o.Entity == g.Entity && o.Start < g.Start && !third[o.Form] {
					want = d.Text[o.Start:o.End]
				}
			}
			fmt.Fprintf(out, "%s: %s: got %q want %q\n\t%s\n", d.ID, g.Form, was, want, d.Text[a.Sentences[max(0, i-1)].Start:a.Sentences[i].End])
		}
	}
}

// third are the pronouns of which an accuracy is told.
var third = map[string]bool{"he": true, "him": true, "his": true, "himself": true, "she": true, "her": true, "hers": true, "herself": true, "it": true, "its": true,
	"itself": true, "they": true, "them": true, "their": true, "theirs": true, "themselves": true}
