// Package conformance runs cases of the rules of comparison: a dossier in, and what
// its report must and must never say. The cases are plain JSON, so that another
// implementation can run the same ones; compare/testdata/conformance holds ours and
// a README on the format.
//
//	cases, err := conformance.Load(os.DirFS("compare/testdata/conformance"))
//	for _, c := range cases {
//		if faults := c.Run(ctx, new(compare.Comparer)); len(faults) > 0 {
//			fmt.Println(c.File, faults)
//		}
//	}
package conformance

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// Case is one case: a dossier and what is expected of its report, or of reading
// it.
type Case struct {
	File string // where it was read from

	Name    string
	Law     int // the law that it shows; 0: none
	Dossier []byte
	Must    []Entry // each needs a finding that matches it
	Never   []Entry // none may have one
	Error   string  // instead of both: the dossier is refused, with this in the message
}

// Entry describes findings. It matches one that is equal in every field that it
// gives; nil lists and empty words are not given.
type Entry struct {
	Facet      *string  `json:"facet,omitempty"`
	Outcome    *string  `json:"outcome,omitempty"`
	Kind       *string  `json:"kind,omitempty"`
	Force      *string  `json:"force,omitempty"`
	Sides      []string `json:"sides,omitempty"`      // the set of sides that hold a position
	With       []string `json:"with,omitempty"`       // a subset of it
	Silent     []string `json:"silent,omitempty"`     // the set of silent sides
	Scope      *Scope   `json:"scope,omitempty"`      // each part given
	Assertions []string `json:"assertions,omitempty"` // a subset of those that the finding cites
	Flags      *Flags   `json:"flags,omitempty"`      // side → flags that its position carries
	Missing    []string `json:"missing,omitempty"`    // a subset
}

// Scope holds the parts of a scope that an entry gives.
type Scope map[string]string

// Flags holds the flags that an entry asks of each side.
type Flags map[string][]string

// Load reads the cases in all *.json files of fsys, in order of name. Files at
// fault are left out and reported together, each as a [*source.Error].
func Load(fsys fs.FS) ([]*Case, error) {
	names, err := fs.Glob(fsys, "*.json")
	if err != nil {
		return nil, err
	}
	var cases []*Case
	var faults []error
	for _, name := range names {
		c, err := read(fsys, name)
		if err != nil {
			faults = append(faults, &source.Error{File: name, Err: err})
			continue
		}
		cases = append(cases, c)
	}
	return cases, errors.Join(faults...)
}

func read(fsys fs.FS, name string) (*Case, error) {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, err
	}
	var raw struct {
		Name    *string
		Law     int
		Dossier json.RawMessage
		Must    []Entry
		Never   []Entry
		Error   string
	}
	dec := json.NewDecoder(strings.NewReader(string(data)))
	dec.DisallowUnknownFields() // a misspelt expectation would pass unseen
	if err := dec.Decode(&raw); err != nil {
		return nil, err
	}
	c := &Case{File: name, Name: strings.TrimSuffix(path.Base(name), ".json"), Law: raw.Law, Dossier: raw.Dossier, Must: raw.Must, Never: raw.Never, Error: raw.Error}
	if raw.Name != nil {
		c.Name = *raw.Name
	}
	if len(c.Dossier) == 0 {
		return nil, errors.New("the dossier is missing")
	}
	if c.Error == "" && len(c.Must)+len(c.Never) == 0 {
		return nil, errors.New("nothing is expected: give must, never or error")
	}
	return c, nil
}

// Run compares the dossier and returns what is wrong with the outcome, a line
// each; nothing where the case passes.
func (c *Case) Run(ctx context.Context, cmp *compare.Comparer) []string {
	d, err := narrative.Decode(strings.NewReader(string(c.Dossier)), c.File)
	if c.Error != "" {
		switch {
		case err == nil:
			return []string{fmt.Sprintf("the dossier was not refused, want an error with %q", c.Error)}
		case !strings.Contains(err.Error(), c.Error):
			return []string{fmt.Sprintf("the error lacks %q: %v", c.Error, err)}
		}
		return nil
	}
	if err != nil {
		return []string{"the dossier was refused: " + err.Error()}
	}
	r, err := cmp.Compare(ctx, d)
	if err != nil {
		return []string{err.Error()}
	}
	return c.Check(r)
}

// Check returns what is wrong with a report of the case's dossier, a line each.
func (c *Case) Check(r *compare.Report) []string {
	var faults []string
	for _, e := range c.Must {
		if !slices.ContainsFunc(all(r), e.Matches) {
			faults = append(faults, "missing: "+e.String())
		}
	}
	for _, e := range c.Never {
		for _, f := range all(r) {
			if e.Matches(f) {
				faults = append(faults, "never: "+e.String()+", but: "+f.Why)
				break
			}
		}
	}
	return faults
}

func all(r *compare.Report) []*compare.Finding {
	var out []*compare.Finding
	for _, f := range r.All() {
		out = append(out, f)
	}
	return out
}

func (e Entry) String() string {
	data, err := json.Marshal(e)
	if err != nil {
		return err.Error()
	}
	return string(data)
}

// Matches reports whether the finding is equal to e in every field that e gives.
func (e Entry) Matches(f *compare.Finding) bool {
	var sides, cited []string
	flags := map[string][]string{}
	for _, p := range f.Positions {
		sides = append(sides, p.Side)
		cited = append(cited, p.Assertions...)
		flags[p.Side] = p.Flags
	}
	return word(e.Facet, string(f.Facet)) && word(e.Outcome, f.Outcome.String()) && word(e.Kind, string(f.Kind)) && word(e.Force, f.Force.String()) &&
		(e.Sides == nil || equal(e.Sides, sides)) &&
		subset(e.With, sides) &&
		(e.Silent == nil || equal(e.Silent, f.Silent)) &&
		(e.Scope == nil || e.Scope.within(f.Scope)) &&
		subset(e.Assertions, cited) &&
		(e.Flags == nil || e.Flags.on(flags)) &&
		subset(e.Missing, f.Missing)
}

func word(want *string, got string) bool { return want == nil || *want == got }

func (s Scope) within(got compare.Scope) bool {
	parts := map[string]string{"agent": got.Agent, "of": got.Of, "who": got.Who, "among": got.Among, "span": got.Span}
	for part, want := range s {
		if have, ok := parts[part]; !ok || have != want {
			return false
		}
	}
	return true
}

func (fl Flags) on(got map[string][]string) bool {
	for side, want := range maps.All(fl) {
		if !subset(want, got[side]) {
			return false
		}
	}
	return true
}

func subset(want, got []string) bool {
	return !slices.ContainsFunc(want, func(s string) bool { return !slices.Contains(got, s) })
}

func equal(a, b []string) bool { return subset(a, b) && subset(b, a) }
