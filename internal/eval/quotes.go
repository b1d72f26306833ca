package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/coding"
	"github.com/seed514b815a/rashomon/source"
	"github.com/seed514b815a/rashomon/source/attribution"
)

// evalQuotes checks that findings lead back to exact spans of the texts: it compares
// the texts of each folder or file, each alone and all of them together.
func evalQuotes(args []string, out io.Writer) error {
	if len(args) == 0 {
		return fmt.Errorf("usage: eval quotes DIR|FILE.jsonl[.gz]")
	}
	var faults []error
	for _, arg := range args {
		docs, err := readTexts(arg)
		if err != nil {
			return err
		}
		total, err := quoteRuns(docs)
		if err != nil {
			return err
		}
		fmt.Fprintf(out, "%s: %d texts, each alone and together: %v\n", arg, len(docs), total)
		for _, f := range total.faults {
			faults = append(faults, errors.New(f))
		}
	}
	return errors.Join(faults...)
}

// readTexts reads the texts of a folder, or of a file of JSON lines.
func readTexts(path string) ([]*source.Document, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		var docs []*source.Document
		for _, pattern := range []string{"*.txt", "*.md", "*.html"} {
			more, err := source.Load(os.DirFS(path), pattern)
			if err != nil && !errors.Is(err, os.ErrNotExist) {
				return nil, err
			}
			docs = append(docs, more...)
		}
		if len(docs) == 0 {
			return nil, fmt.Errorf("%s: no texts (*.txt, *.md, *.html) here", path)
		}
		return docs, nil
	}
	lines, err := readAttributed(path)
	if err != nil {
		return nil, err
	}
	var docs []*source.Document
	for _, l := range lines {
		docs = append(docs, &source.Document{ID: l.ID, Text: l.Text})
	}
	return docs, nil
}

// quoteCount counts findings by whether they lead back to a text.
type quoteCount struct {
	findings, cite, exact int // all, those that cite assertions, those of them with an exact quote
	silent, carried       int // those that cite nobody, since nobody says it; those of them whose issue has an exact quote
	quotes                int
	faults                []string
}

func (c *quoteCount) String() string {
	return fmt.Sprintf("%d findings; of %d that cite assertions, %d have an exact quote; of %d that tell what nobody says, the happening of %d has one; %d quotes, %d faults",
		c.findings, c.cite, c.exact, c.silent, c.carried, c.quotes, len(c.faults))
}

// quoteRuns compares each of the texts alone and all of them together.
func quoteRuns(docs []*source.Document) (*quoteCount, error) {
	total := &quoteCount{}
	runs := [][]*source.Document{docs}
	if len(docs) > 1 {
		for _, d := range docs {
			runs = append(runs, []*source.Document{d})
		}
	}
	for _, run := range runs {
		d := &narrative.Dossier{Sources: run}
		if err := d.Extract(context.Background(), attribution.English{}, coding.English{}); err != nil {
			return nil, err
		}
		var c compare.Comparer
		r, err := c.Compare(context.Background(), d)
		if err != nil {
			return nil, err
		}
		total.count(d, r)
	}
	return total, nil
}

// count adds the findings of a report on d. It reads the quotes of the report, and
// the texts of d: nothing that an extractor says of itself is trusted.
func (c *quoteCount) count(d *narrative.Dossier, r *compare.Report) {
	texts := map[string]string{}
	for _, s := range d.Sources {
		texts[s.ID] = s.Text
	}
	quotes := map[string]int{} // exact ones, by assertion
	bare := map[string]bool{}  // assertions of no text
	for i := range r.Assertions {
		a := &r.Assertions[i]
		text := texts[a.Source]
		bare[a.ID] = text == ""
		for _, q := range a.Words() {
			if q.Exact == "" || q.Start < 0 || q.End > len(text) || q.Start > q.End || text[q.Start:q.End] != q.Exact {
				c.fault("%s quotes %q, which doesn't stand at %d to %d of %s", a.ID, q.Exact, q.Start, q.End, a.Source)
				continue
			}
			quotes[a.ID]++
			c.quotes++
		}
	}
	some := func(ids []string) (exact, apart bool) {
		apart = true
		for _, id := range ids {
			exact = exact || quotes[id] > 0
			apart = apart && bare[id]
		}
		return exact, apart
	}
	for is, f := range r.All() {
		c.findings++
		var cited []string
		for _, p := range f.Positions {
			cited = append(cited, p.Assertions...)
			if exact, apart := some(p.Assertions); !exact && !apart {
				c.fault("%s (%v on %s): the position of %s has no exact quote", f.ID, f.Outcome, f.Facet, p.Side)
			}
		}
		if len(cited) == 0 {
			c.silent++
			if exact, apart := some(is.Assertions); exact {
				c.carried++
			} else if !apart {
				c.fault("%s (%v on %s): nothing of its happening is quoted", f.ID, f.Outcome, f.Facet)
			}
			continue
		}
		c.cite++
		if exact, apart := some(cited); exact {
			c.exact++
		} else if !apart {
			c.fault("%s (%v on %s) has no exact quote", f.ID, f.Outcome, f.Facet)
		}
	}
}

// maxQuoteFaults bounds what is told of one run of the evaluation.
const maxQuoteFaults = 50

func (c *quoteCount) fault(format string, args ...any) {
	if len(c.faults) < maxQuoteFaults {
		c.faults = append(c.faults, strings.TrimSpace(fmt.Sprintf(format, args...)))
	}
}
