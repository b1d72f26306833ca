package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/pprof"
	"strings"
	"time"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/coding"
	"github.com/seed514b815a/rashomon/source"
	"github.com/seed514b815a/rashomon/source/attribution"
)

// evalSpeed times the whole way on one core, from a text to its report's bytes,
// over many texts in one run, and prints what memory stays in use on the way. The
// texts are those of evalAttribution, again from the first where they run out; each
// is a dossier of its own.
func evalSpeed(args []string, out io.Writer) error {
	fs := flag.NewFlagSet("speed", flag.ContinueOnError)
	fs.SetOutput(out)
	n := fs.Int("n", 2000, "read so many texts")
	profile := fs.String("profile", "", "write a CPU profile to this `file`")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if fs.NArg() != 1 || *n < 1 {
		return fmt.Errorf("usage: eval speed [flags] DIR|FILE.jsonl[.gz]")
	}
	docs, err := readAttributed(fs.Arg(0))
	if err != nil {
		return err
	}
	if len(docs) == 0 {
		return fmt.Errorf("%s: no texts", fs.Arg(0))
	}
	if *profile != "" {
		f, err := os.Create(*profile)
		if err != nil {
			return err
		}
		defer f.Close()
		if err := pprof.StartCPUProfile(f); err != nil {
			return err
		}
		defer pprof.StopCPUProfile()
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	fmt.Fprintln(out, "texts    words  words/s  MB in use")
	words := 0
	var spent time.Duration
	for i := range *n {
		d := docs[i%len(docs)]
		words += len(strings.Fields(d.Text))
		start := time.Now()
		if err := wholeWay(d); err != nil {
			return fmt.Errorf("%s: %w", d.ID, err)
		}
		spent += time.Since(start)
		if (i+1)%max(*n/10, 1) == 0 {
			runtime.GC()
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			fmt.Fprintf(out, "%5d %8d %8.0f %10d\n", i+1, words, float64(words)/spent.Seconds(), m.HeapAlloc>>20)
			words, spent = 0, 0
		}
	}
	return nil
}

func wholeWay(d *attributed) error {
	ctx := context.Background()
	doc, err := source.Read(strings.NewReader(d.Text), d.ID+".txt")
	if err != nil {
		return err
	}
	dossier := &narrative.Dossier{Sources: []*source.Document{doc}}
	if err := dossier.Extract(ctx, attribution.English{}, coding.English{}); err != nil {
		return err
	}
	var c compare.Comparer
	r, err := c.Compare(ctx, dossier)
	if err != nil {
		return err
	}
	return r.Encode(io.Discard)
}
