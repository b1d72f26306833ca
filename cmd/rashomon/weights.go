package main

import (
	"bytes"
	"context"
	"flag"
	"io"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/compare/align"
)

// weighing gives the weights command its flags.
func weighing(c *call, fs *flag.FlagSet) {
	reading("json")(c, fs)
	fs.IntVar(&c.random, "random", 0, "draw `N` pairs of those that share no day, place or the like (default 200000)")
}

// runWeights prints the weights of alignment that the accounts themselves suggest.
func runWeights(ctx context.Context, c *call) error {
	d, faults := c.read(ctx)
	if d == nil {
		return faults
	}
	e, err := align.Estimator{Random: c.random}.Estimate(ctx, d)
	if err != nil {
		return err
	}
	if err := c.write(func(w io.Writer) error { return e.Encode(w) }); err != nil {
		return err
	}
	return faults
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
