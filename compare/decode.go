package compare

import (
	"fmt"
	"io"
	"slices"

	"github.com/seed514b815a/rashomon/internal/jsonfile"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// Decode reads a report file, strictly: an unknown field or a word that a closed
// vocabulary doesn't know is an error that names the JSON path, as is a finding
// that cites an assertion which the report lacks. name stands for the file in
// messages.
func Decode(r io.Reader, name string) (*Report, error) {
	return jsonfile.Decode(r, name, MaxFile, (*Report).check)
}

// DecodeChecked reads what [Checked.Encode] writes, as strictly as [Decode] reads a
// report: an answer cites only assertions and claims that are there.
func DecodeChecked(r io.Reader, name string) (*Checked, error) {
	return jsonfile.Decode(r, name, MaxFile, (*Checked).check)
}

// DecodeTimeline reads what [Timeline.Encode] writes, as strictly as [Decode] reads
// a report: a step takes one of the [Turns] and cites only assertions that are there.
func DecodeTimeline(r io.Reader, name string) (*Timeline, error) {
	return jsonfile.Decode(r, name, MaxFile, (*Timeline).check)
}

// MaxFile bounds a file of results, in bytes.
const MaxFile = 512 << 20

// Citing is the assertions of a file of results, by id, for the checks of what cites
// them: those of this package's files, and of any other that holds findings.
type Citing map[string]bool

// NewCiting checks what all files of results begin with.
func NewCiting(version int, assertions []Assertion) (Citing, *source.Error) {
	if version != narrative.Version {
		return nil, jsonfile.Fault("$.rashomon", "version %d is not one that this program reads (want %d)", version, narrative.Version)
	}
	ids := Citing{}
	for i, a := range assertions {
		if ids[a.ID] || a.ID == "" {
			return nil, jsonfile.Fault(fmt.Sprintf("$.assertions[%d].id", i), "missing or duplicate id %q", a.ID)
		}
		ids[a.ID] = true
	}
	return ids, nil
}

// Know faults an assertion that the file lacks.
func (c Citing) Know(path string, assertions []string) *source.Error {
	for _, id := range assertions {
		if !c[id] {
			return jsonfile.Fault(path, "unknown assertion %q", id)
		}
	}
	return nil
}

// Finding faults what no comparison gives. path is the JSON path of f.
func (c Citing) Finding(path string, f *Finding) *source.Error {
	if err := facet(path, f.Facet); err != nil {
		return err
	}
	if !f.Outcome.has(f.Kind) {
		return jsonfile.Fault(path+".kind", "%q is no kind of %v", f.Kind, f.Outcome)
	}
	for i := range f.Positions {
		if err := c.Position(fmt.Sprintf("%s.positions[%d]", path, i), &f.Positions[i]); err != nil {
			return err
		}
	}
	return nil
}

// Position faults a position that cites what isn't there.
func (c Citing) Position(path string, p *Position) *source.Error {
	return c.Know(path+".assertions", p.Assertions)
}

func facet(path string, f narrative.Facet) *source.Error {
	if !f.Valid() {
		return jsonfile.Fault(path+".facet", "unknown facet %q", f)
	}
	return nil
}

func (r *Report) normalise() {
	r.Rashomon = narrative.Version
	jsonfile.FillLists(r)
}

func (r *Report) check() *source.Error {
	ids, err := NewCiting(r.Rashomon, r.Assertions)
	if err != nil {
		return err
	}
	for i := range r.Issues {
		for j := range r.Issues[i].Findings {
			if err := ids.Finding(fmt.Sprintf("$.issues[%d].findings[%d]", i, j), &r.Issues[i].Findings[j]); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *Checked) check() *source.Error {
	ids, err := NewCiting(c.Rashomon, c.Assertions)
	switch {
	case err != nil:
		return err
	case len(c.Statement) == 0:
		return jsonfile.Fault("$.statement", "no claims")
	}
	for i, a := range c.Answers {
		for j, p := range a.Parts {
			path := fmt.Sprintf("$.answers[%d].parts[%d]", i, j)
			switch err := facet(path, p.Facet); {
			case err != nil:
				return err
			case p.Claim < 0 || p.Claim >= len(c.Statement):
				return jsonfile.Fault(path+".claim", "the statement has no claim %d: it has %d, from 0 on", p.Claim, len(c.Statement))
			case p.Bearing == Partly || p.Bearing == SaysNothing:
				return jsonfile.Fault(path+".bearing", "%q is said of an answer, and not of its parts", p.Bearing)
			}
			if err := ids.Know(path+".assertions", p.Assertions); err != nil {
				return err
			}
		}
	}
	return nil
}

func (t *Timeline) check() *source.Error {
	ids, err := NewCiting(t.Rashomon, t.Assertions)
	if err != nil {
		return err
	}
	for i, h := range t.Issues {
		if err := ids.Know(fmt.Sprintf("$.issues[%d].assertions", i), h.Assertions); err != nil {
			return err
		}
		for j, track := range h.Tracks {
			path := fmt.Sprintf("$.issues[%d].tracks[%d]", i, j)
			if err := facet(path, track.Facet); err != nil {
				return err
			}
			for k, s := range track.Steps {
				at := fmt.Sprintf("%s.steps[%d]", path, k)
				if !slices.Contains(Turns(), s.Turn) {
					return jsonfile.Fault(at+".turn", "unknown turn %q", s.Turn)
				}
				if err := ids.Know(at+".assertions", s.Assertions); err != nil {
					return err
				}
			}
		}
	}
	return nil
}
