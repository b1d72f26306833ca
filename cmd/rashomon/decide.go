package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/narrative"
)

// signed is what a person's word carries: who, when, why, and where it is written.
type signed struct {
	by, why string
	of      *string // whose word is taken back; nil: by's
	on      edtf.Time
	back    bool // into the dossier itself
}

// signing gives a command the flags of those that write a person's word into a
// dossier.
func signing(c *call, fs *flag.FlagSet) {
	fs.StringVar(&c.signed.by, "by", "", "your `NAME`; needed")
	fs.StringVar(&c.signed.why, "why", "", "your `REASON`; needed")
	fs.Func("of", "with -withdraw: whose word is taken back (`NAME`, or the empty word; default: yours)", func(s string) error {
		c.signed.of = &s
		return nil
	})
	fs.Func("on", "`DATE` (EDTF: 2022-09-14, or the word today); where people differ, a later date counts", func(s string) (err error) {
		if s == "today" {
			s = time.Now().Format(time.DateOnly)
		}
		c.signed.on, err = edtf.Parse(s)
		return err
	})
	fs.StringVar(&c.output, "o", "", "write the dossier to the new `FILE` instead of standard output")
	fs.BoolVar(&c.signed.back, "w", false, "write the dossier back into its own file")
}

// checkSigned faults a word that nobody answers for.
func (c *call) checkSigned() error {
	switch s := c.signed; {
	case len(c.args) != 1:
		return usageError("one dossier is needed: 'rashomon extract -format json' makes one of texts")
	case strings.TrimSpace(s.by) == "" || strings.TrimSpace(s.why) == "":
		return usageError("-by and -why are needed: a decision has a name and a reason")
	case s.back && c.output != "":
		return usageError("-w and -o are two places to write to: give one")
	case s.back && c.args[0] == "-":
		return usageError("-w needs a file to write back into")
	}
	return nil
}

// own reads the only input, a dossier, and the sources in it that have no
// assertions yet. data is the file as it was read.
func (c *call) own(ctx context.Context) (d *narrative.Dossier, data []byte, err error) {
	data, label, err := c.load(c.args[0])
	if err != nil {
		return nil, nil, err
	}
	if !isDossier(data) {
		return nil, nil, fmt.Errorf("%s: no dossier: 'rashomon extract -format json' makes one of texts", label)
	}
	if d, err = narrative.Decode(bytes.NewReader(data), label); err != nil {
		return nil, nil, err
	}
	return d, data, c.extract(ctx, d)
}

// writeOwn writes the dossier where it was asked for: never over another file, and
// never over one that somebody else has changed meanwhile.
func (c *call) writeOwn(d *narrative.Dossier, was []byte) error {
	var buf bytes.Buffer
	if err := narrative.Encode(&buf, d); err != nil {
		return err
	}
	switch {
	case c.signed.back:
		return rewrite(c.args[0], was, buf.Bytes())
	case c.output != "":
		return create(c.output, buf.Bytes())
	}
	return c.write(func(w io.Writer) error {
		_, err := w.Write(buf.Bytes())
		return err
	})
}

// decisions are what decide is asked to note.
type decisions struct {
	dismiss, confirm, pending, same, apart, withdraw string
	replace                                          bool
}

func deciding(c *call, fs *flag.FlagSet) {
	x := &c.decisions
	fs.StringVar(&x.dismiss, "dismiss", "", "`IDS` of findings or issues that are wrong or of no interest, separated by commas")
	fs.StringVar(&x.confirm, "confirm", "", "`IDS` of findings or issues that you have checked")
	fs.StringVar(&x.pending, "pending", "", "`IDS` of findings or issues that wait for more")
	fs.StringVar(&x.same, "same", "", "`IDS` of assertions that speak of the same happening")
	fs.StringVar(&x.apart, "apart", "", "`IDS` of assertions that speak of different happenings")
	fs.StringVar(&x.withdraw, "withdraw", "", "`IDS` of findings, issues or assertions on which you take your decisions back; they stay in the dossier, marked")
	fs.BoolVar(&x.replace, "replace", false, "take out what you have decided on the same before")
	signing(c, fs)
}

// runDecide notes a person's decisions in a dossier, each with what it is made on.
func runDecide(ctx context.Context, c *call) error {
	if err := c.checkSigned(); err != nil {
		return err
	}
	if (c.decisions == decisions{replace: c.decisions.replace}) {
		return usageError("nothing is decided: give -dismiss, -confirm, -pending, -same, -apart or -withdraw")
	}
	d, data, err := c.own(ctx)
	if err != nil {
		return err
	}
	var comparer compare.Comparer
	r, err := comparer.Compare(ctx, d)
	if err != nil {
		return err
	}
	if err := c.withdrawDecisions(d, r); err != nil {
		return err
	}
	made, err := c.decided(d, r)
	if err != nil {
		return err
	}
	for _, x := range made {
		if d.Decisions, err = c.enter(d.Decisions, x); err != nil {
			return err
		}
	}
	return c.writeOwn(d, data)
}

// decided returns the decisions, bound to what the report shows now.
func (c *call) decided(d *narrative.Dossier, r *compare.Report) ([]narrative.Decision, error) {
	sign := narrative.Decision{By: c.signed.by, Why: c.signed.why, On: c.signed.on}
	var out []narrative.Decision
	for _, f := range []struct {
		ids string
		put func(x *narrative.Decision, id string)
	}{
		{c.decisions.dismiss, func(x *narrative.Decision, id string) { x.Dismiss = id }},
		{c.decisions.confirm, func(x *narrative.Decision, id string) { x.Confirm = id }},
		{c.decisions.pending, func(x *narrative.Decision, id string) { x.Pending = id }},
	} {
		for _, id := range list(f.ids) {
			x := sign
			f.put(&x, id)
			if x.Seen = r.Seen(id); x.Seen == nil {
				return nil, fmt.Errorf("no finding and no issue has the id %q: 'rashomon compare -ids' shows them", id)
			}
			out = append(out, x)
		}
	}
	for _, f := range []struct {
		name, ids string
		put       func(x *narrative.Decision, ids []string)
	}{
		{"-same", c.decisions.same, func(x *narrative.Decision, ids []string) { x.Same = ids }},
		{"-apart", c.decisions.apart, func(x *narrative.Decision, ids []string) { x.Apart = ids }},
	} {
		ids := list(f.ids)
		if len(ids) == 0 {
			continue
		}
		x := sign
		f.put(&x, ids)
		x.Seen = d.Seen(ids...)
		if len(ids) < 2 {
			return nil, usageError(f.name + " takes two assertions or more")
		}
		for _, id := range ids {
			if !slices.ContainsFunc(x.Seen.Cites, func(s narrative.Cited) bool { return s.ID == id }) {
				return nil, fmt.Errorf("no assertion has the id %q: 'rashomon compare -ids' shows them", id)
			}
		}
		out = append(out, x)
	}
	return out, nil
}

// enter adds a decision to those there are. What the same person has decided on the
// same finding before stays, and is followed by the new one if that is later.
func (c *call) enter(all []narrative.Decision, x narrative.Decision) ([]narrative.Decision, error) {
	review, id := x.Review()
	var mine []narrative.Decision
	rest := slices.DeleteFunc(slices.Clone(all), func(old narrative.Decision) bool {
		r, at := old.Review()
		own := review != narrative.NoReview && r != narrative.NoReview && at == id && old.By == x.By && old.Withdrawn == nil
		if own {
			mine = append(mine, old)
		}
		return own && c.decisions.replace
	})
	if !c.decisions.replace && len(mine) > 0 && narrative.Settle(append(mine, x)) != review {
		before, _ := mine[len(mine)-1].Review()
		return nil, fmt.Errorf("%s holds %s for %v already: give a later date (-on today), -withdraw or -replace", x.By, id, before)
	}
	return append(rest, x), nil
}

// list returns the words of a flag that takes several, separated by commas.
func list(s string) []string {
	var out []string
	for w := range strings.SplitSeq(s, ",") {
		if w = strings.TrimSpace(w); w != "" && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}
