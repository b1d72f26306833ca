package diff

import (
	"fmt"
	"io"
	"slices"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/internal/jsonfile"
	"github.com/seed514b815a/rashomon/source"
)

// Decode reads what [Changes.Encode] writes, as strictly as [compare.Decode] reads a
// report: a change is one of the [Whats] and cites only assertions that are there.
func Decode(r io.Reader, name string) (*Changes, error) {
	return jsonfile.Decode(r, name, compare.MaxFile, (*Changes).check)
}

func (c *Changes) check() *source.Error {
	ids, err := compare.NewCiting(c.Rashomon, c.Assertions)
	if err != nil {
		return err
	}
	for i, is := range c.Issues {
		path := fmt.Sprintf("$.issues[%d]", i)
		if !slices.Contains(courses, is.Course) {
			return jsonfile.Fault(path+".course", "unknown course %q", is.Course)
		}
		for j := range is.Changes {
			if err := changed(ids, fmt.Sprintf("%s.changes[%d]", path, j), &is.Changes[j]); err != nil {
				return err
			}
		}
	}
	for i, r := range c.Reread {
		if err := ids.Know(fmt.Sprintf("$.reread[%d].assertion", i), []string{r.Assertion}); err != nil {
			return err
		}
	}
	return nil
}

func changed(c compare.Citing, path string, x *Change) *source.Error {
	switch {
	case !slices.Contains(Whats(), x.What):
		return jsonfile.Fault(path+".what", "unknown change %q", x.What)
	case x.Was == nil && x.Is == nil:
		return jsonfile.Fault(path, "neither \"was\" nor \"is\": one finding is needed")
	}
	if x.Was != nil {
		if err := c.Finding(path+".was", x.Was); err != nil {
			return err
		}
	}
	if x.Is != nil {
		if err := c.Finding(path+".is", x.Is); err != nil {
			return err
		}
	}
	for i, s := range x.Shifts {
		at := fmt.Sprintf("%s.shifts[%d]", path, i)
		if s.Was != nil {
			if err := c.Position(at+".was", s.Was); err != nil {
				return err
			}
		}
		if s.Is != nil {
			if err := c.Position(at+".is", s.Is); err != nil {
				return err
			}
		}
	}
	return nil
}
