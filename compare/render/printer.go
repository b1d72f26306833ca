package render

import (
	"cmp"
	"io"
	"strings"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// Printer prints reports and dossiers. Its zero value is ready to use, and
// goroutines may share it.
type Printer struct {
	Color bool // ANSI colours in text; false: none
	Width int  // columns of text, at least 40; 0 means 88
	Quote int  // bytes of a quote shown before its middle is left out; 0 means 240, negative all
	Most  int  // quotes shown of one position; 0 means 3, negative all

	IDs           bool // show the ids of issues, findings and assertions, by which people decide and correct
	HideDismissed bool // leave out what people have dismissed; false: name it, without its quotes
}

// JSON writes the report in the format of its version: see [compare.Report.Encode].
func (p Printer) JSON(w io.Writer, r *compare.Report) error { return r.Encode(w) }

func (p Printer) width() int { return max(40, cmp.Or(p.Width, 88)) }

// clip leaves out the middle of a long quote, at word borders.
func (p Printer) clip(quote string) string {
	most := cmp.Or(p.Quote, 240)
	if most < 0 || len(quote) <= most {
		return quote
	}
	from := len(quote) - most/3
	head, tail := strings.LastIndexByte(quote[:most*2/3], ' '), strings.IndexByte(quote[from:], ' ')
	if head < 0 || tail < 0 {
		return strings.ToValidUTF8(quote[:most], "") + " …"
	}
	return quote[:head] + " … " + quote[from+tail+1:]
}

// A citation is what a reader sees of one assertion.
type citation struct{ text, origin string }

// citations returns what carries a position, each quote once: several claims often
// stand in one. more is how many were left out.
func (p Printer) citations(n names, ids []string, all map[string]*narrative.Assertion) (shown []citation, more int) {
	most := cmp.Or(p.Most, 3)
	seen := map[citation]bool{}
	for _, id := range ids {
		a := all[id]
		if a == nil {
			continue
		}
		c := p.cite(n, a)
		if seen[c] {
			continue
		}
		seen[c] = true
		if most >= 0 && len(shown) == most {
			more++
			continue
		}
		shown = append(shown, c)
	}
	return shown, more
}

// cite returns the quotes of an assertion or, where it has none, the text of its
// claim, which was written by whoever made the dossier.
func (p Printer) cite(n names, a *narrative.Assertion) citation {
	words := a.Words()
	if len(words) == 0 {
		return citation{p.clip(cmp.Or(a.Claim.Text, a.Claim.Event)), p.named(n.origin(a), a.ID)}
	}
	var parts []string
	for _, q := range words {
		parts = append(parts, fields(q.Exact))
	}
	return citation{"“" + p.clip(strings.Join(parts, " … ")) + "”", p.named(n.origin(a), a.ID)}
}

// fields puts single spaces in the place of all white space.
func fields(s string) string { return strings.Join(strings.Fields(s), " ") }

// names finds the readable name of whatever an id stands for.
type names struct {
	cast    *narrative.Cast
	sources map[string]*source.Document
}

func newNames(parties []narrative.Party, places []narrative.Place, sources []*source.Document) names {
	n := names{narrative.NewCast(&narrative.Dossier{Parties: parties, Places: places}), map[string]*source.Document{}}
	for _, s := range sources {
		n.sources[s.ID] = s
	}
	return n
}

// of returns the name for an id or, of several joined by "+", their names.
func (n names) of(id string) string {
	var out []string
	for part := range strings.SplitSeq(id, "+") {
		out = append(out, n.cast.Name(part))
	}
	return strings.Join(out, " and ")
}

func (n names) list(ids []string) string {
	var out []string
	for _, id := range ids {
		out = append(out, n.of(id))
	}
	return strings.Join(out, ", ")
}

// origin says by whom, through whom and where an assertion was made.
func (n names) origin(a *narrative.Assertion) string {
	s := n.of(a.Party)
	for i := len(a.Chain) - 2; i >= 0; i-- {
		s += ", through " + n.of(a.Chain[i].Party)
	}
	if n.sources[a.Source] != nil {
		s += "; " + n.source(a.Source)
	}
	return s
}

// source says who published a source, and when.
func (n names) source(id string) string {
	d := n.sources[id]
	if d == nil {
		return id
	}
	s := cmp.Or(d.Publisher, d.Title, d.URL, d.ID)
	if !d.Published.IsZero() {
		s += ", " + d.Published.String()
	}
	return s
}
