package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/compare/diff"
)

// runTimeline prints how each side's account went.
func runTimeline(ctx context.Context, c *call) error {
	d, faults := c.read(ctx)
	if d == nil {
		return faults
	}
	align, err := c.aligner()
	if err != nil {
		return err
	}
	comparer := compare.Comparer{Align: align, AsOf: c.asOf}
	t, err := comparer.Timeline(ctx, d)
	if err != nil {
		return err
	}
	p := c.printer()
	err = c.show(
		func(w io.Writer) error { return t.Encode(w) },
		func(w io.Writer) error { return p.TimelineMarkdown(w, t) },
		func(w io.Writer) error { return p.TimelineText(w, t) })
	if err != nil {
		return err
	}
	return faults
}

// runDiff prints what changed from one report to another.
func runDiff(_ context.Context, c *call) error {
	if len(c.args) != 2 {
		return usageError(fmt.Sprintf("diff takes two reports, OLD and NEW; %d given", len(c.args)))
	}
	was, err := c.report(c.args[0])
	if err != nil {
		return err
	}
	is, err := c.report(c.args[1])
	if err != nil {
		return err
	}
	changes := diff.Reports(was, is)
	p := c.printer()
	return c.show(
		func(w io.Writer) error { return changes.Encode(w) },
		func(w io.Writer) error { return p.ChangesMarkdown(w, changes) },
		func(w io.Writer) error { return p.ChangesText(w, changes) })
}

// report reads a report file.
func (c *call) report(name string) (*compare.Report, error) {
	data, label, err := c.load(name)
	if err != nil {
		return nil, err
	}
	// A text or a dossier is an easy mistake, and what is wrong with it as a report
	// helps nobody.
	var file struct {
		Issues *json.RawMessage `json:"issues"`
	}
	if err := json.Unmarshal(data, &file); err != nil && !isDossier(data) || err == nil && file.Issues == nil {
		return nil, fmt.Errorf("%s: this is no report: make one with 'rashomon compare -format json -o REPORT.json FILE...'", label)
	}
	return compare.Decode(bytes.NewReader(data), label)
}
