package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/compare/align"
	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/coding"
	"github.com/seed514b815a/rashomon/source"
	"github.com/seed514b815a/rashomon/source/attribution"
)

// evalWeights estimates the weights of alignment from texts that nobody has marked,
// prints them beside the built-in ones and, with -findings, scores the findings of
// an annotated folder by the one and by the other. A file of JSON is a dossier;
// texts make a dossier for each day that their ids name, as outlets write of one
// day's happenings.
func evalWeights(args []string, out io.Writer) error {
	fs := flag.NewFlagSet("weights", flag.ContinueOnError)
	fs.SetOutput(out)
	n := fs.Int("n", 300, "read at most so many texts: those of the days that have the most")
	findings := fs.String("findings", "", "score the findings of this `DIR` of NAME.txt and NAME.gold.json")
	alone := fs.Bool("alone", false, "make a dossier of each text")
	file := fs.String("o", "", "write the estimate to `FILE`")
	e := align.Estimator{}
	fs.Float64Var(&e.Prior, "prior", 0, "how much the built-in weights count beside what is seen: 0 means 4, below 0 not at all")
	fs.IntVar(&e.Random, "random", 0, "draw so many pairs of each dossier that share no block")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if fs.NArg() == 0 || *n < 1 {
		return fmt.Errorf("usage: eval weights [-n TEXTS] [-alone] [-prior TIMES] [-findings DIR] [-o FILE] DIR|FILE.jsonl[.gz]|DOSSIER.json")
	}
	dossiers, err := readMatters(fs.Args(), *n, *alone)
	if err != nil {
		return err
	}
	texts, assertions := 0, 0
	for _, d := range dossiers {
		texts, assertions = texts+len(d.Sources), assertions+len(d.Assertions)
	}
	fmt.Fprintf(out, "%d dossiers, %d texts, %d assertions\n", len(dossiers), texts, assertions)
	got, err := e.Estimate(context.Background(), dossiers...)
	if err != nil {
		return err
	}
	writeWeights(out, got)
	if *file != "" {
		var b bytes.Buffer
		if err := got.Encode(&b); err != nil {
			return err
		}
		if err := os.WriteFile(*file, b.Bytes(), 0o644); err != nil {
			return err
		}
	}
	ps := findWordPairs(dossiers)
	if err := writeSeparation(out, ps, "built in", align.Linkage{}); err != nil {
		return err
	}
	if err := writeSeparation(out, ps, "estimated", got.Linkage()); err != nil {
		return err
	}
	if *findings == "" {
		return nil
	}
	for _, x := range []struct {
		name string
		by   compare.Aligner
	}{{"built in", nil}, {"estimated", got.Linkage()}} {
		scores, err := findingRun{align: x.by}.score(*findings)
		if err != nil {
			return err
		}
		for _, s := range scores {
			fmt.Fprintf(out, "%s, %v\n", x.name, s)
		}
	}
	return nil
}

// dayIn is how the ids of articles name their day.
var dayIn = regexp.MustCompile(`\d{4}-\d{2}-\d{2}`)

// readMatters reads dossiers, and makes them of texts: of the days that have the
// most of them, n at most. alone makes a dossier of each text, else there is one a
// day.
func readMatters(args []string, n int, alone bool) ([]*narrative.Dossier, error) {
	var dossiers []*narrative.Dossier
	days := map[string][]*source.Document{}
	for _, arg := range args {
		if strings.HasSuffix(arg, ".json") {
			d, err := readDossier(arg)
			if err != nil {
				return nil, err
			}
			dossiers = append(dossiers, d)
			continue
		}
		docs, err := readTexts(arg)
		if err != nil {
			return nil, err
		}
		for _, d := range docs {
			day := dayIn.FindString(d.ID)
			if d.Published.IsZero() && day != "" {
				if d.Published, err = edtf.Parse(day); err != nil {
					return nil, fmt.Errorf("%s: %w", d.ID, err)
				}
			}
			d.Language = "en"
			days[day] = append(days[day], d)
		}
	}
	order := slices.SortedStableFunc(maps.Keys(days), func(a, b string) int {
		if len(days[a]) != len(days[b]) {
			return len(days[b]) - len(days[a])
		}
		return strings.Compare(a, b)
	})
	for _, day := range order {
		if n -= len(days[day]); n < 0 {
			break
		}
		docs := days[day]
		slices.SortFunc(docs, func(a, b *source.Document) int { return strings.Compare(a.ID, b.ID) })
		size := len(docs)
		if alone {
			size = 1
		}
		for matter := range slices.Chunk(docs, size) {
			d := &narrative.Dossier{Sources: matter}
			if err := d.Extract(context.Background(), attribution.English{}, coding.English{}); err != nil {
				return nil, err
			}
			dossiers = append(dossiers, d)
		}
	}
	return dossiers, nil
}

func readDossier(name string) (*narrative.Dossier, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return narrative.Decode(f, name)
}

// writeWeights prints, level by level, how often it was seen, m and u, and the
// built-in and the estimated bits.
func writeWeights(out io.Writer, e *align.Estimate) {
	built := align.DefaultWeights()
	fmt.Fprintf(out, "%d pairs share a block; of all pairs, 1 in %.0f is of one happening; %d rounds\n", e.Pairs, 1/e.Share, e.Rounds)
	fmt.Fprintf(out, "%-13s %-38s %9s %7s %7s %8s %9s\n", "feature", "level", "seen", "m", "u", "built in", "estimated")
	for _, f := range slices.Sorted(maps.Keys(built)) { // determinism
		levels := slices.SortedStableFunc(maps.Keys(built[f]), func(a, b string) int {
			if built[f][a] != built[f][b] {
				if built[f][a] > built[f][b] {
					return -1
				}
				return 1
			}
			return strings.Compare(a, b)
		})
		for _, l := range levels {
			fmt.Fprintf(out, "%-13s %-38s %9d %7.4f %7.4f %8.1f %9.2f\n", f, l, e.Seen[f][l], e.M[f][l], e.U[f][l], built[f][l], e.Weights[f][l])
		}
	}
	fmt.Fprintf(out, "%-13s %-38s %9s %7s %7s %8.1f %9.2f\n", "threshold", "", "", "", "", 4.0, e.Threshold)
}
