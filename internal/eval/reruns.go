package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/coding"
	"github.com/seed514b815a/rashomon/source"
	"github.com/seed514b815a/rashomon/source/attribution"
)

// evalReruns decides on every finding and corrects every assertion of some texts,
// and counts how many of the decisions and corrections hold when they are read
// again: as they are, beside a text on something else, and edited.
func evalReruns(args []string, out io.Writer) error {
	fs := flag.NewFlagSet("reruns", flag.ContinueOnError)
	fs.SetOutput(out)
	list := fs.Bool("list", false, "list the decisions and corrections that don't hold, and what has changed")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if fs.NArg() != 1 {
		return fmt.Errorf("usage: eval reruns [-list] DIR|FILE.jsonl[.gz]")
	}
	docs, err := readTexts(fs.Arg(0))
	if err != nil {
		return err
	}
	total := map[string]*rerunCount{}
	for _, doc := range docs {
		d, err := reviewed(doc)
		if err != nil {
			return err
		}
		for _, again := range reruns {
			c := total[again.name]
			if c == nil {
				c = &rerunCount{decisions: map[compare.Standing]int{}, corrections: map[narrative.CorrectionState]int{}}
				if *list {
					c.list = out
				}
				total[again.name] = c
			}
			if err := c.run(d, again.docs(doc)); err != nil {
				return fmt.Errorf("%s: %w", doc.ID, err)
			}
		}
	}
	for _, again := range reruns {
		fmt.Fprintf(out, "%s: %v\n", again.name, total[again.name])
	}
	return nil
}

// reruns are the ways in which a text comes again.
var reruns = []struct {
	name string
	docs func(*source.Document) []*source.Document
}{
	{"as it was", func(d *source.Document) []*source.Document { return []*source.Document{d} }},
	{"beside another text", func(d *source.Document) []*source.Document {
		return []*source.Document{d, {ID: "another", Text: "Rain on the lake\n\nThe ferry line said on Friday that its boats would stay in the harbour.\n"}}
	}},
	{"under a new head", func(d *source.Document) []*source.Document {
		e := *d
		e.ID, e.Text = d.ID+"-2", "This article has been updated.\n\n"+d.Text
		return []*source.Document{&e}
	}},
	{"with a new end", func(d *source.Document) []*source.Document {
		e := *d
		e.ID, e.Text = d.ID+"-2", d.Text+"\n\nThis article has been updated.\n"
		return []*source.Document{&e}
	}},
}

// reviewed returns what the text says, with a decision on every finding and a
// correction, that changes nothing, of every assertion that stands alone.
func reviewed(doc *source.Document) (*narrative.Dossier, error) {
	doc.URL = "https://example.org/" + doc.ID // by which it is known again
	d := &narrative.Dossier{Sources: []*source.Document{doc}}
	r, err := readAndCompare(d)
	if err != nil {
		return nil, err
	}
	for _, f := range r.All() {
		d.Decisions = append(d.Decisions, narrative.Decision{Confirm: f.ID, By: "eval", Seen: r.Seen(f.ID)})
	}
	for _, a := range d.Assertions {
		c, err := d.NewCorrection(a.ID)
		if err != nil {
			return nil, err
		}
		c.Certainty = &a.Certainty
		d.Corrections = append(d.Corrections, *c)
	}
	return d, nil
}

func readAndCompare(d *narrative.Dossier) (*compare.Report, error) {
	if err := d.Extract(context.Background(), attribution.English{}, coding.English{}); err != nil {
		return nil, err
	}
	var c compare.Comparer
	return c.Compare(context.Background(), d)
}

// rerunCount counts decisions and corrections by what has become of them.
type rerunCount struct {
	decisions   map[compare.Standing]int
	corrections map[narrative.CorrectionState]int
	list        io.Writer // nil: don't
}

// run reads the texts with the decisions and corrections of d.
func (c *rerunCount) run(d *narrative.Dossier, docs []*source.Document) error {
	again := *d
	again.Forget()
	again.Sources = docs
	r, err := readAndCompare(&again)
	if err != nil {
		return err
	}
	rulings := r.Decisions
	for _, f := range r.All() {
		rulings = append(rulings, f.Decisions...)
	}
	for _, x := range rulings {
		c.decisions[x.State]++
		if c.list != nil && x.State != compare.Current {
			fmt.Fprintf(c.list, "%s: %v: %s: %q\n", docs[0].ID, x.State, x.Seen.Says, x.Changed)
		}
	}
	for _, x := range r.Corrections {
		c.corrections[x.State]++
		if c.list != nil && x.State != narrative.Applied {
			fmt.Fprintf(c.list, "%s: %v: %s: %s\n", docs[0].ID, x.State, x.Quote.Exact, x.Note)
		}
	}
	return nil
}

func (c *rerunCount) String() string {
	s := "decisions:"
	for _, k := range slices.Sorted(maps.Keys(c.decisions)) { // determinism
		s += fmt.Sprintf(" %d %v", c.decisions[k], k)
	}
	s += "; corrections:"
	for _, k := range slices.Sorted(maps.Keys(c.corrections)) {
		s += fmt.Sprintf(" %d %v", c.corrections[k], k)
	}
	return s
}
