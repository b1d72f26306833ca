package compare

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/seed514b815a/rashomon/internal/strictjson"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// Decode reads a report file, strictly: an unknown field or a word that a closed
// vocabulary doesn't know is an error that names the JSON path, as is a finding
// that cites an assertion which the report lacks. name stands for the file in
// messages.
func Decode(r io.Reader, name string) (*Report, error) {
	return decode[Report](r, name, maxReport, (*Report).check)
}

// DecodeChecked reads what [Checked.Encode] writes, as strictly as [Decode] reads a
// report: an answer cites only assertions and claims that are there.
func DecodeChecked(r io.Reader, name string) (*Checked, error) {
	return decode[Checked](r, name, maxReport, (*Checked).check)
}

// DecodeTimeline reads what [Timeline.Encode] writes, as strictly as [Decode] reads
// a report: a step takes one of the [Turns] and cites only assertions that are there.
func DecodeTimeline(r io.Reader, name string) (*Timeline, error) {
	return decode[Timeline](r, name, maxReport, (*Timeline).check)
}

// DecodeChanges reads what [Changes.Encode] writes, as strictly as [Decode] reads a
// report: a change is one of the [Whats] and cites only assertions that are there.
func DecodeChanges(r io.Reader, name string) (*Changes, error) {
	return decode[Changes](r, name, maxReport, (*Changes).check)
}

// maxReport bounds a file of results, in bytes.
const maxReport = 512 << 20

// decode reads one of our files of at most that many bytes. check refuses what
// no run gives.
func decode[T any](r io.Reader, name string, most int64, check func(*T) *source.Error) (*T, error) {
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	if err != nil {
		return nil, &source.Error{File: name, Err: err}
	}
	if int64(len(data)) > most {
		return nil, &source.Error{File: name, Err: fmt.Errorf("larger than %d MB", most>>20)}
	}
	v := new(T)
	if err := strictjson.Unmarshal(data, v); err != nil {
		var js *strictjson.Error
		if errors.As(err, &js) {
			return nil, &source.Error{File: name, Path: js.Path, Line: js.Line, Err: js.Err}
		}
		return nil, &source.Error{File: name, Err: err}
	}
	if err := check(v); err != nil {
		err.File = name
		return nil, err
	}
	fillLists(v)
	return v, nil
}

// citing is the assertions of a file, for the checks of what cites them.
type citing map[string]bool

// fault returns an error in a file, before the file has its name.
func fault(path, format string, args ...any) *source.Error {
	return &source.Error{Path: path, Err: fmt.Errorf(format, args...)}
}

// newCiting checks what all files of results begin with.
func newCiting(version int, assertions []Assertion) (citing, *source.Error) {
	if version != narrative.Version {
		return nil, fault("$.rashomon", "version %d is not one that this program reads (want %d)", version, narrative.Version)
	}
	ids := citing{}
	for i, a := range assertions {
		if ids[a.ID] || a.ID == "" {
			return nil, fault(fmt.Sprintf("$.assertions[%d].id", i), "missing or duplicate id %q", a.ID)
		}
		ids[a.ID] = true
	}
	return ids, nil
}

// know faults an assertion that the file lacks.
func (c citing) know(path string, assertions []string) *source.Error {
	for _, id := range assertions {
		if !c[id] {
			return fault(path, "unknown assertion %q", id)
		}
	}
	return nil
}

func (c citing) finding(path string, f *Finding) *source.Error {
	if err := facet(path, f.Facet); err != nil {
		return err
	}
	if !f.Outcome.has(f.Kind) {
		return fault(path+".kind", "%q is no kind of %v", f.Kind, f.Outcome)
	}
	for i := range f.Positions {
		if err := c.position(fmt.Sprintf("%s.positions[%d]", path, i), &f.Positions[i]); err != nil {
			return err
		}
	}
	return nil
}

func (c citing) position(path string, p *Position) *source.Error {
	return c.know(path+".assertions", p.Assertions)
}

func facet(path string, f narrative.Facet) *source.Error {
	if !f.Valid() {
		return fault(path+".facet", "unknown facet %q", f)
	}
	return nil
}

func (r *Report) check() *source.Error {
	ids, err := newCiting(r.Rashomon, r.Assertions)
	if err != nil {
		return err
	}
	for i := range r.Issues {
		for j := range r.Issues[i].Findings {
			if err := ids.finding(fmt.Sprintf("$.issues[%d].findings[%d]", i, j), &r.Issues[i].Findings[j]); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *Checked) check() *source.Error {
	ids, err := newCiting(c.Rashomon, c.Assertions)
	switch {
	case err != nil:
		return err
	case len(c.Statement) == 0:
		return fault("$.statement", "no claims")
	}
	for i, a := range c.Answers {
		for j, p := range a.Parts {
			path := fmt.Sprintf("$.answers[%d].parts[%d]", i, j)
			switch err := facet(path, p.Facet); {
			case err != nil:
				return err
			case p.Claim < 0 || p.Claim >= len(c.Statement):
				return fault(path+".claim", "the statement has no claim %d: it has %d, from 0 on", p.Claim, len(c.Statement))
			case p.Bearing == Partly || p.Bearing == SaysNothing:
				return fault(path+".bearing", "%q is said of an answer, and not of its parts", p.Bearing)
			}
			if err := ids.know(path+".assertions", p.Assertions); err != nil {
				return err
			}
		}
	}
	return nil
}

func (t *Timeline) check() *source.Error {
	ids, err := newCiting(t.Rashomon, t.Assertions)
	if err != nil {
		return err
	}
	for i, h := range t.Issues {
		if err := ids.know(fmt.Sprintf("$.issues[%d].assertions", i), h.Assertions); err != nil {
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
					return fault(at+".turn", "unknown turn %q", s.Turn)
				}
				if err := ids.know(at+".assertions", s.Assertions); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (c *Changes) check() *source.Error {
	ids, err := newCiting(c.Rashomon, c.Assertions)
	if err != nil {
		return err
	}
	for i, is := range c.Issues {
		path := fmt.Sprintf("$.issues[%d]", i)
		if !slices.Contains(courses, is.Course) {
			return fault(path+".course", "unknown course %q", is.Course)
		}
		for j := range is.Changes {
			if err := ids.change(fmt.Sprintf("%s.changes[%d]", path, j), &is.Changes[j]); err != nil {
				return err
			}
		}
	}
	for i, r := range c.Reread {
		if err := ids.know(fmt.Sprintf("$.reread[%d].assertion", i), []string{r.Assertion}); err != nil {
			return err
		}
	}
	return nil
}

func (c citing) change(path string, x *Change) *source.Error {
	switch {
	case !slices.Contains(Whats(), x.What):
		return fault(path+".what", "unknown change %q", x.What)
	case x.Was == nil && x.Is == nil:
		return fault(path, "neither \"was\" nor \"is\": one finding is needed")
	}
	if x.Was != nil {
		if err := c.finding(path+".was", x.Was); err != nil {
			return err
		}
	}
	if x.Is != nil {
		if err := c.finding(path+".is", x.Is); err != nil {
			return err
		}
	}
	for i, s := range x.Shifts {
		at := fmt.Sprintf("%s.shifts[%d]", path, i)
		if s.Was != nil {
			if err := c.position(at+".was", s.Was); err != nil {
				return err
			}
		}
		if s.Is != nil {
			if err := c.position(at+".is", s.Is); err != nil {
				return err
			}
		}
	}
	return nil
}
