package compare_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/seed514b815a/rashomon/narrative"
)

// nEntry is a must or never of a conformance case.
type nEntry struct {
	Facet, Outcome, Kind, Force     string
	Sides, With, Silent, Assertions []string
	Missing                         []string
	Scope                           map[string]string
	Flags                           map[string][]string
}

func (e nEntry) match(f *nFinding) bool {
	var sides, ids []string
	for s, as := range f.positions {
		sides = append(sides, s)
		ids = append(ids, as...)
	}
	for k, v := range e.Scope {
		if f.scope[k] != v {
			return false
		}
	}
	for s, fl := range e.Flags {
		if !subset(fl, f.flags[s]) {
			return false
		}
	}
	return (e.Facet == "" || e.Facet == f.facet) && (e.Outcome == "" || e.Outcome == f.outcome) && (e.Kind == "" || e.Kind == f.kind) &&
		(e.Force == "" || e.Force == f.force) && (e.Sides == nil || slices.Equal(uniq(e.Sides), uniq(sides))) && subset(e.With, sides) &&
		(e.Silent == nil || slices.Equal(uniq(e.Silent), f.silent)) && subset(e.Assertions, ids) && subset(e.Missing, f.missing)
}

func (f *nFinding) String() string {
	s := fmt.Sprintf("%s %s %s", f.facet, scopeKey(f.scope), f.outcome)
	for _, x := range []string{f.kind, f.force} {
		if x != "" {
			s += " " + x
		}
	}
	var pos []string
	for side, ids := range f.positions {
		p := side + ":" + strings.Join(ids, ",")
		if len(f.flags[side]) > 0 {
			p += "[" + strings.Join(f.flags[side], ",") + "]"
		}
		pos = append(pos, p)
	}
	slices.Sort(pos)
	s += " " + strings.Join(pos, " ")
	if len(f.silent) > 0 {
		s += " silent=" + strings.Join(f.silent, ",")
	}
	if len(f.missing) > 0 {
		s += " missing=" + strings.Join(f.missing, ",")
	}
	return s
}

// TestNaiveConforms holds the naive reading against the conformance cases, so that what
// it is compared with later is a reading that knows them. Alignment and faulty dossiers
// are none of its business.
func TestNaiveConforms(t *testing.T) {
	files, _ := filepath.Glob("testdata/conformance/*.json")
	if len(files) == 0 {
		t.Skip("no conformance cases")
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		if strings.HasPrefix(name, "align-") || strings.HasPrefix(name, "error-") {
			continue
		}
		t.Run(name, func(t *testing.T) {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var c struct {
				Dossier     json.RawMessage
				Must, Never []nEntry
				Error       string
			}
			if err := json.Unmarshal(b, &c); err != nil {
				t.Fatal(err)
			}
			if c.Error != "" {
				t.Skip("a dossier to refuse")
			}
			d, err := narrative.Decode(bytes.NewReader(c.Dossier), file)
			if err != nil {
				t.Fatal(err)
			}
			got := naive(d)
			var bad []string
			for _, m := range c.Must {
				if !slices.ContainsFunc(got, m.match) {
					bad = append(bad, fmt.Sprintf("missing %+v", m))
				}
			}
			for _, m := range c.Never {
				if i := slices.IndexFunc(got, m.match); i >= 0 {
					bad = append(bad, fmt.Sprintf("never %+v, got %v", m, got[i]))
				}
			}
			if len(bad) > 0 {
				for _, f := range got {
					bad = append(bad, "  "+f.String())
				}
				t.Error("\n" + strings.Join(bad, "\n"))
			}
		})
	}
}
