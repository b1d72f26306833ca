package exchange

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// A Format is one way to write a dossier down.
type Format struct {
	Name     string
	Doc      string // what it is and what it is for, in a line
	Lossless bool   // whether Read gives back what Write was given
	// Read reads a dossier; name stands for the file in errors, each of which is a
	// [*source.Error]. It is nil where the format can only be written.
	Read func(r io.Reader, name string) (*narrative.Dossier, error)
	// Write writes a dossier. It is nil where the format can only be read.
	Write func(w io.Writer, d *narrative.Dossier) error
}

// Formats returns the formats, the dossier file first.
func Formats() []Format {
	return []Format{
		{"dossier", "the dossier file, JSON", true, narrative.Decode, narrative.Encode},
		{"csv", "a table for spreadsheets, an assertion a row", true, ReadTable, WriteCSV},
		{"tsv", "the same, separated by tabs", true, ReadTable, WriteTSV},
		{"claim", "schema.org Claim, JSON-LD for web pages", true, ReadClaims, WriteClaims},
		{"claimreview", "schema.org ClaimReview, the rating left open for people to fill in", true, ReadClaims, WriteClaimReviews},
		{"annotation", "W3C Web Annotation, for tools that show quotes in their pages", true, ReadAnnotations, WriteAnnotations},
		{"acled", "an export of the Armed Conflict Location and Event Data project, CSV", false, ReadACLED, nil},
	}
}

// Lookup returns the format of that name. The error lists those there are.
func Lookup(name string) (Format, error) {
	all := Formats()
	i := slices.IndexFunc(all, func(f Format) bool { return f.Name == name })
	if i < 0 {
		var names []string
		for _, f := range all {
			names = append(names, f.Name)
		}
		return Format{}, fmt.Errorf("unknown format %q (want %s)", name, strings.Join(names, ", "))
	}
	return all[i], nil
}

// maxFaults bounds how many faults of one file are reported.
const maxFaults = 20

// maxJSON bounds the JSON of others: a value of any shape takes some ten times the
// memory that it takes in its file.
const maxJSON = 64 << 20

// limit returns r, with an error behind its first most bytes.
func limit(r io.Reader, most int) io.Reader { return &limited{r, most, most} }

type limited struct {
	r          io.Reader
	left, most int
}

func (l *limited) Read(p []byte) (int, error) {
	if l.left <= 0 {
		return 0, fmt.Errorf("larger than %d MB: split the file", l.most>>20)
	}
	n, err := l.r.Read(p[:min(len(p), l.left)])
	l.left -= n
	return n, err
}

// checked returns d if it is a valid dossier, and otherwise errors that name the
// file.
func checked(d *narrative.Dossier, name string) (*narrative.Dossier, error) {
	d.Rashomon = narrative.Version
	if d.Assertions == nil {
		d.Assertions = []narrative.Assertion{}
	}
	if err := d.Validate(); err != nil {
		return nil, named(err, name)
	}
	return d, nil
}

// statement says in words what is claimed in a: its text, its quotes, or its parts.
func statement(a *narrative.Assertion) string {
	if a.Claim.Text != "" {
		return a.Claim.Text
	}
	var quotes []string
	for _, q := range a.Quotes {
		quotes = append(quotes, strings.TrimSpace(q.Exact))
	}
	if len(quotes) > 0 {
		return strings.Join(quotes, " … ")
	}
	var b strings.Builder
	if a.Stance == narrative.Denies {
		b.WriteString("not so: ")
	}
	b.WriteString(a.Claim.Event)
	for _, part := range []struct {
		word string
		list []string
	}{{"by", a.Claim.Agent}, {"against", a.Claim.Target}, {"at", a.Claim.Place}, {"with", a.Claim.Means}} {
		if len(part.list) > 0 {
			fmt.Fprintf(&b, " %s %s", part.word, strings.Join(part.list, ", "))
		}
	}
	return strings.TrimSpace(b.String())
}

// index finds the parties and sources of a dossier by id.
type index struct {
	parties map[string]*narrative.Party
	sources map[string]*source.Document
}

func newIndex(d *narrative.Dossier) *index {
	x := &index{map[string]*narrative.Party{}, map[string]*source.Document{}}
	for i := range d.Parties {
		x.parties[d.Parties[i].ID] = &d.Parties[i]
	}
	for _, s := range d.Sources {
		x.sources[s.ID] = s
	}
	return x
}
