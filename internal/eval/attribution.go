package main

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/seed514b815a/rashomon/source"
	"github.com/seed514b815a/rashomon/source/attribution"
)

// evalAttribution scores attribution.English against annotated texts: a folder
// with NAME.txt and NAME.gold.json, or a file of JSON lines (gzipped or not)
// with text, and attributions of byte ranges.
func evalAttribution(args []string, out io.Writer) error {
	fs := flag.NewFlagSet("attribution", flag.ContinueOnError)
	fs.SetOutput(out)
	list := fs.String("list", "", "list `what` differs: miss, extra, part (found, not exactly) or speaker, separated by commas")
	cues := fs.Bool("cues", false, "list for each predicted cue how often its content was right")
	kinds := fs.Bool("kinds", false, "with -cues: by signs instead of by cue")
	from := fs.Int("from", 0, "skip so many texts")
	most := fs.Int("n", 1<<30, "read at most so many texts")
	only := fs.String("only", "", "read only texts whose id contains this")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if fs.NArg() != 1 {
		return fmt.Errorf("usage: eval attribution [flags] DIR|FILE.jsonl[.gz]")
	}
	docs, err := readAttributed(fs.Arg(0))
	if err != nil {
		return err
	}
	docs = slices.DeleteFunc(docs, func(d *attributed) bool { return !strings.Contains(d.ID, *only) })
	docs = docs[min(*from, len(docs)):]
	docs = docs[:min(*most, len(docs))]
	byGroup := map[string]*attributionScore{}
	pooled := &attributionScore{}
	tally := map[string]*[2]int{}
	for _, d := range docs {
		s := byGroup[d.group]
		if s == nil {
			s = &attributionScore{}
			byGroup[d.group] = s
		}
		pred, err := attribution.English{}.Extract(context.Background(), &source.Document{ID: d.ID, Text: d.Text})
		if err != nil {
			return fmt.Errorf("%s: %w", d.ID, err)
		}
		r := d.score(pred)
		s.add(r.attributionScore)
		pooled.add(r.attributionScore)
		for i, p := range r.pred {
			c := strings.ToLower(p.cue)
			if *kinds {
				c = p.kind
			}
			if tally[c] == nil {
				tally[c] = new([2]int)
			}
			tally[c][1]++
			if r.found[i] {
				tally[c][0]++
			}
		}
		r.list(out, d, *list)
	}
	if *cues {
		names := make([]string, 0, len(tally))
		for c := range tally {
			names = append(names, c)
		}
		slices.SortFunc(names, func(a, b string) int { // determinism
			return cmp.Or(tally[b][1]-tally[b][0]-tally[a][1]+tally[a][0], strings.Compare(a, b))
		})
		for _, c := range names {
			fmt.Fprintf(out, "%4d of %4d  %s\n", tally[c][0], tally[c][1], c)
		}
	}
	groups := make([]string, 0, len(byGroup))
	for g := range byGroup {
		groups = append(groups, g)
	}
	slices.Sort(groups) // determinism
	for _, g := range groups {
		fmt.Fprintf(out, "%s: %v\n", g, byGroup[g])
	}
	if len(groups) > 1 {
		fmt.Fprintf(out, "pooled: %v\n", pooled)
	}
	return nil
}

// An attributed is an annotated text.
type attributed struct {
	ID, Text  string
	group     string
	statement bool // an official statement, whose author's own claims are neutral
	gold      []attributedSpan
	tokens    []wordSpan
}

type attributedSpan struct {
	speaker [][2]int
	content [][2]int
	cue     string
	kind    string // signs, of a prediction
	signs   []string
	key     string // tells predictions apart

	confidence float64
}

type wordSpan struct {
	start, end int
	lower      string
}

func readAttributed(path string) ([]*attributed, error) {
	if info, err := os.Stat(path); err != nil {
		return nil, err
	} else if info.IsDir() {
		return readAttributedDir(path)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return nil, err
		}
	}
	var docs []*attributed
	for dec := json.NewDecoder(bufio.NewReader(r)); ; {
		var d struct {
			ID, Text     string
			Attributions []struct{ Source, Cue, Content [][2]int }
		}
		if err := dec.Decode(&d); err == io.EOF {
			return docs, nil
		} else if err != nil {
			return nil, err
		}
		a := &attributed{ID: d.ID, Text: d.Text, group: "all"}
		for _, x := range d.Attributions {
			var cue []string
			for _, c := range x.Cue {
				cue = append(cue, d.Text[c[0]:c[1]])
			}
			a.gold = append(a.gold, attributedSpan{speaker: x.Source, content: x.Content, cue: strings.Join(cue, " ")})
		}
		docs = append(docs, a)
	}
}

func readAttributedDir(dir string) ([]*attributed, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.gold.json"))
	if err != nil {
		return nil, err
	}
	var docs []*attributed
	for _, name := range names {
		if strings.HasPrefix(filepath.Base(name), "case-") {
			continue
		}
		text, err := os.ReadFile(strings.TrimSuffix(name, ".gold.json") + ".txt")
		if err != nil {
			return nil, err
		}
		gold, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		var g struct {
			ID, Provenance string
			AuthorParty    *string `json:"author_party"`
			Attributions   []struct {
				Cue     *string
				Offsets struct {
					Source  *[2]int
					Content [][2]int
				}
			}
		}
		if err := json.Unmarshal(gold, &g); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		a := &attributed{ID: g.ID, Text: string(text), group: "reworded", statement: g.AuthorParty != nil}
		if strings.HasPrefix(g.Provenance, "verbatim") {
			a.group = "verbatim"
		}
		for _, x := range g.Attributions {
			if len(x.Offsets.Content) == 0 {
				continue
			}
			s := attributedSpan{content: x.Offsets.Content}
			if x.Offsets.Source != nil {
				s.speaker = [][2]int{*x.Offsets.Source}
			}
			if x.Cue != nil {
				s.cue = *x.Cue
			}
			a.gold = append(a.gold, s)
		}
		docs = append(docs, a)
	}
	return docs, nil
}

// words cuts text into maximal runs of letters and digits.
func words(text string) []wordSpan {
	var out []wordSpan
	start := -1
	for i, r := range text + " " {
		in := unicode.IsLetter(r) || unicode.IsNumber(r)
		if in && start < 0 {
			start = i
		} else if !in && start >= 0 {
			out = append(out, wordSpan{start, i, strings.ToLower(text[start:i])})
			start = -1
		}
	}
	return out
}

// cover returns the sorted tokens that spans touch.
func (d *attributed) cover(spans [][2]int) []int {
	var out []int
	for _, s := range spans {
		i, _ := slices.BinarySearchFunc(d.tokens, s[0], func(w wordSpan, at int) int { return cmp.Compare(w.end-1, at) })
		for ; i < len(d.tokens) && d.tokens[i].start < s[1]; i++ {
			out = append(out, i)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (d *attributed) content(spans [][2]int) []int {
	c := d.cover(spans)
	if len(c) > 1 && d.tokens[c[0]].lower == "that" {
		c = c[1:]
	}
	return c
}

func common(a, b []int) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

var determiners = map[string]bool{"the": true, "a": true, "an": true, "its": true, "his": true, "her": true, "their": true, "that": true, "this": true}

func (d *attributed) sameSpeaker(gold, pred [][2]int) bool {
	if len(gold) == 0 || len(pred) == 0 {
		return len(gold) == len(pred)
	}
	g := d.cover(gold)
	if h := slices.DeleteFunc(slices.Clone(g), func(i int) bool { return determiners[d.tokens[i].lower] }); len(h) > 0 {
		g = h
	}
	return common(g, d.cover(pred)) > 0
}

// An attributionScore counts attributions; its rates are micro averages.
type attributionScore struct {
	docs, gold, pred, overlap, exact, whole int
}

func (s *attributionScore) add(t attributionScore) {
	s.docs += t.docs
	s.gold += t.gold
	s.pred += t.pred
	s.overlap += t.overlap
	s.exact += t.exact
	s.whole += t.whole
}

func (s *attributionScore) String() string {
	prf := func(hit int) string {
		p, r := float64(hit)/float64(max(1, s.pred)), float64(hit)/float64(max(1, s.gold))
		return fmt.Sprintf("P %.3f R %.3f F1 %.3f", p, r, 2*float64(hit)/float64(max(1, s.gold+s.pred)))
	}
	return fmt.Sprintf("docs %d gold %d pred %d | overlap %s | exact %s | whole %s", s.docs, s.gold, s.pred, prf(s.overlap), prf(s.exact), prf(s.whole))
}

// An attributionResult is the score of one text with what matched what.
type attributionResult struct {
	attributionScore
	pred   []attributedSpan
	found  []bool // of each prediction
	missed []int  // indexes of gold
	pairs  []attributionPair
}

type attributionPair struct {
	gold, pred     int
	exact, speaker bool
}

// attributionKey tells attributions apart: by the speakers of the chain and the
// content.
func attributionKey(a source.Attribution) string {
	var key strings.Builder
	for _, l := range a.Chain {
		if !l.Speaker.IsZero() {
			fmt.Fprint(&key, l.Speaker.Start, "-", l.Speaker.End, " ")
		}
	}
	for _, c := range a.Content {
		fmt.Fprint(&key, "|", c.Start, "-", c.End)
	}
	return key.String()
}

func (d *attributed) score(as []source.Attribution) attributionResult {
	d.tokens = words(d.Text)
	var r attributionResult
	seen := map[string]bool{}
	for _, a := range as {
		p := attributedSpan{key: attributionKey(a), signs: a.Signs, confidence: a.Confidence}
		for _, c := range a.Content {
			p.content = append(p.content, [2]int{c.Start, c.End})
		}
		if len(a.Chain) > 0 {
			l := a.Chain[len(a.Chain)-1]
			p.cue = l.Cue.Exact
			p.kind = fmt.Sprintf("%v", a.Signs)
			if !l.Speaker.IsZero() {
				p.speaker = [][2]int{{l.Speaker.Start, l.Speaker.End}}
			}
		}
		if len(p.content) > 0 && !seen[p.key] {
			seen[p.key] = true
			r.pred = append(r.pred, p)
		}
	}
	type candidate struct {
		dice      float64
		otherTold bool
		at, g, p  int
	}
	var gold, pred [][]int
	for _, g := range d.gold {
		gold = append(gold, d.content(g.content))
	}
	for _, p := range r.pred {
		pred = append(pred, d.content(p.content))
	}
	var cs []candidate
	for i, g := range gold {
		for j, p := range pred {
			n := common(g, p)
			if n > 0 && 4*n >= len(g)+len(p) {
				cs = append(cs, candidate{2 * float64(n) / float64(len(g)+len(p)), !d.sameSpeaker(d.gold[i].speaker, r.pred[j].speaker), g[0], i, j})
			}
		}
	}
	slices.SortFunc(cs, func(a, b candidate) int {
		told := func(c candidate) int {
			if c.otherTold {
				return 1
			}
			return 0
		}
		return cmp.Or(cmp.Compare(b.dice, a.dice), cmp.Compare(told(a), told(b)), cmp.Compare(a.at, b.at), cmp.Compare(a.g, b.g), cmp.Compare(a.p, b.p))
	})
	usedG := make([]bool, len(gold))
	r.found = make([]bool, len(pred))
	for _, c := range cs {
		if usedG[c.g] || r.found[c.p] {
			continue
		}
		usedG[c.g], r.found[c.p] = true, true
		r.pairs = append(r.pairs, attributionPair{c.g, c.p, slices.Equal(gold[c.g], pred[c.p]), !c.otherTold})
	}
	for i := range gold {
		if !usedG[i] {
			r.missed = append(r.missed, i)
		}
	}
	r.docs, r.gold = 1, len(gold)
	for j := range pred {
		if !d.statement || r.found[j] || len(r.pred[j].speaker) > 0 {
			r.attributionScore.pred++
		}
	}
	for _, p := range r.pairs {
		r.overlap++
		if p.exact {
			r.exact++
		}
		if p.speaker {
			r.whole++
		}
	}
	return r
}

// list prints what differs.
func (r *attributionResult) list(out io.Writer, d *attributed, what string) {
	if what == "" {
		return
	}
	text := func(spans [][2]int) string {
		var s []string
		for _, x := range spans {
			s = append(s, d.Text[x[0]:x[1]])
		}
		return strings.Join(s, " … ")
	}
	line := func(at int) string { // the text around, on one line
		a, b := max(0, at-140), min(len(d.Text), at+200)
		return strings.Join(strings.Fields(strings.ToValidUTF8(d.Text[a:b], "")), " ")
	}
	show := func(kind string, x attributedSpan) {
		fmt.Fprintf(out, "%-7s %s\n    [%s] (%s) {%s}\n    .. %s\n", kind, d.ID, text(x.speaker), x.cue, text(x.content), line(x.content[0][0]))
	}
	for _, k := range strings.Split(what, ",") {
		switch k {
		case "miss":
			for _, i := range r.missed {
				show("MISS", d.gold[i])
			}
		case "extra":
			for j, ok := range r.found {
				if !ok {
					show("EXTRA", r.pred[j])
				}
			}
		case "part", "speaker":
			for _, p := range r.pairs {
				if k == "part" && !p.exact || k == "speaker" && !p.speaker {
					g, q := d.gold[p.gold], r.pred[p.pred]
					fmt.Fprintf(out, "%-7s %s\n  gold [%s] (%s) {%s}\n  pred [%s] (%s) {%s}\n    .. %s\n", strings.ToUpper(k), d.ID, text(g.speaker), g.cue, text(g.content), text(q.speaker), q.cue, text(q.content), line(g.content[0][0]))
				}
			}
		}
	}
}
