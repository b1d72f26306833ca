package compare_test

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/compare/conformance"
	"github.com/seed514b815a/rashomon/compare/diff"
	"github.com/seed514b815a/rashomon/narrative"
)

// dossiers returns those of the conformance cases.
func dossiers(t testing.TB) map[string]*narrative.Dossier {
	t.Helper()
	cases, err := conformance.Load(os.DirFS("testdata/conformance"))
	if err != nil {
		t.Fatal(err)
	}
	m := map[string]*narrative.Dossier{}
	for _, c := range cases {
		if d, err := narrative.Decode(bytes.NewReader(c.Dossier), c.File); err == nil {
			m[c.File] = d
		}
	}
	return m
}

func report(t testing.TB, d *narrative.Dossier) (*compare.Report, string) {
	t.Helper()
	r, err := new(compare.Comparer).Compare(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	var buf bytes.Buffer
	if err := r.Encode(&buf); err != nil {
		t.Fatal(err)
	}
	return r, buf.String()
}

func TestDecodeGivesTheSameBytes(t *testing.T) {
	for name, d := range dossiers(t) {
		r, err := (&compare.Comparer{Explain: true}).Compare(context.Background(), d)
		if err != nil {
			t.Fatal(err)
		}
		text := written(t, r)
		r, err = compare.Decode(strings.NewReader(text), name)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		var again bytes.Buffer
		if err := r.Encode(&again); err != nil || again.String() != text {
			t.Errorf("%s: decoded and encoded, it is another report (%v)", name, err)
		}
	}
}

func TestDecodeRefuses(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"no version", `{}`, "$.rashomon"},
		{"unknown field", `{"rashomon": 1, "verdict": "guilty"}`, `unknown field "verdict"`},
		{"unknown outcome", `{"rashomon": 1, "issues": [{"findings": [{"facet": "place", "outcome": "victory"}]}]}`, `$.issues[0].findings[0].outcome`},
		{"kind of another outcome", `{"rashomon": 1, "issues": [{"findings": [{"facet": "place", "outcome": "gap", "kind": "exact"}]}]}`, `"exact" is no kind of gap`},
		{"unknown assertion", `{"rashomon": 1, "issues": [{"findings": [{"facet": "place", "outcome": "gap", "kind": "silent", "positions": [{"side": "a", "says": "", "assertions": ["a9"]}]}]}]}`, `unknown assertion "a9"`},
		{"no source", `{"rashomon": 1, "sources": [null]}`, `$.sources[0]: null is no value here`},
		{"not JSON", `[`, "report.json"},
	} {
		if _, err := compare.Decode(strings.NewReader(tt.text), "report.json"); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %q", tt.name, err, tt.want)
		}
	}
}

// FuzzDecode checks that whatever is read as a report is written and read again
// alike.
func FuzzDecode(f *testing.F) {
	for _, d := range dossiers(f) {
		_, text := report(f, d)
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		r, err := compare.Decode(strings.NewReader(text), "fuzz")
		if err != nil {
			return
		}
		var once, twice bytes.Buffer
		if err := r.Encode(&once); err != nil {
			t.Fatalf("what was read can't be written: %v", err)
		}
		again, err := compare.Decode(&once, "again")
		if err != nil {
			t.Fatalf("what was written can't be read: %v", err)
		}
		if err := again.Encode(&twice); err != nil {
			t.Fatal(err)
		}
		for _, c := range []*diff.Changes{diff.Reports(r, again), diff.Reports(r, new(compare.Report))} { // panics at nothing that can be read
			text := written(t, c)
			if read, err := diff.Decode(strings.NewReader(text), "changes"); err == nil && written(t, read) != text {
				t.Fatalf("read and written again they are other changes: %s", text)
			}
		}
	})
}
