package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"io"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/compare/align"
	"github.com/seed514b815a/rashomon/narrative"
)

// weighing gives the weights command its flags.
func weighing(c *call, fs *flag.FlagSet) {
	reading("json")(c, fs)
	fs.IntVar(&c.random, "random", 0, "draw `N` pairs of those that share no day, place or the like (default 200000)")
	fs.Float64Var(&c.prior, "prior", 0, "let the built-in weights count `N` times the pairs that they hold to be of one happening (default 4; below 0: not at all)")
}

// runWeights prints the weights of alignment that the accounts themselves suggest.
// Each dossier is a matter of its own, and the texts and pages together are one.
func runWeights(ctx context.Context, c *call) error {
	var dossiers []*narrative.Dossier
	var faults []error
	for _, files := range c.matters() {
		one := *c
		one.args = files
		d, err := one.read(ctx)
		if d == nil {
			return err
		}
		dossiers, faults = append(dossiers, d), append(faults, err)
	}
	e, err := align.Estimator{Random: c.random, Prior: c.prior}.Estimate(ctx, dossiers...)
	if err != nil {
		return err
	}
	if err := c.write(func(w io.Writer) error { return e.Encode(w) }); err != nil {
		return err
	}
	return errors.Join(faults...)
}

// matters divides the inputs by what is one matter. Standard input, which can be read
// but once, is one of its own.
func (c *call) matters() [][]string {
	var out [][]string
	var texts []string
	for _, name := range c.args {
		if name == "-" {
			out = append(out, []string{name})
		} else if data, _, err := c.load(name); err == nil && isDossier(data) {
			out = append(out, []string{name})
		} else { // what is at fault is told when it is read
			texts = append(texts, name)
		}
	}
	if len(texts) > 0 {
		out = append(out, texts)
	}
	return out
}

// aligner returns the aligner that -weights asks for; nil is the built-in one.
func (c *call) aligner() (compare.Aligner, error) {
	if c.weights == "" {
		return nil, nil
	}
	data, label, err := c.load(c.weights)
	if err != nil {
		return nil, err
	}
	e, err := align.DecodeEstimate(bytes.NewReader(data), label)
	if err != nil {
		return nil, err
	}
	return e.Linkage(), nil
}
