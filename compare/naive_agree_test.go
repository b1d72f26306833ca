package compare_test

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/narrative"
)

// TestNaiveAgrees holds package compare against the naive reading of the rules: the
// same dossier, the same findings, down to positions, evidence and flags.
func TestNaiveAgrees(t *testing.T) {
	n := 10_000
	if testing.Short() {
		n = 1_000
	}
	bad := 0
	for seed := range n {
		d := randomDossier(uint64(seed))
		r, err := new(compare.Comparer).Compare(context.Background(), d)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		var want, got []string
		for _, f := range naive(d) {
			want = append(want, f.String())
		}
		for _, f := range r.All() {
			got = append(got, ofReport(f).String())
		}
		slices.Sort(want)
		slices.Sort(got)
		if slices.Equal(want, got) {
			continue
		}
		if bad++; bad <= 5 {
			var lines []string
			for _, s := range want {
				if !slices.Contains(got, s) {
					lines = append(lines, "naive only:   "+s)
				}
			}
			for _, s := range got {
				if !slices.Contains(want, s) {
					lines = append(lines, "compare only: "+s)
				}
			}
			t.Errorf("seed %d:\n%s\n%s", seed, strings.Join(lines, "\n"), dossierLines(d))
		}
	}
	if bad > 0 {
		t.Errorf("%d of %d dossiers are read differently", bad, n)
	}
}

// ofReport turns a finding of a report into one of the naive reading.
func ofReport(f *compare.Finding) *nFinding {
	out := &nFinding{facet: string(f.Facet), outcome: f.Outcome.String(), kind: string(f.Kind), force: f.Force.String(), scope: map[string]string{},
		positions: map[string][]string{}, flags: map[string][]string{}, silent: f.Silent, missing: f.Missing}
	for k, v := range map[string]string{"agent": f.Scope.Agent, "of": f.Scope.Of, "who": f.Scope.Who, "among": f.Scope.Among, "span": f.Scope.Span} {
		if v != "" {
			out.scope[k] = v
		}
	}
	for _, p := range f.Positions {
		out.positions[p.Side] = uniq(p.Assertions)
		out.flags[p.Side] = uniq(p.Flags)
	}
	return out
}

// dossierLines shows the assertions of a dossier, one a line.
func dossierLines(d *narrative.Dossier) string {
	var lines []string
	for _, a := range d.Assertions {
		b, err := json.Marshal(a)
		if err != nil {
			return err.Error()
		}
		lines = append(lines, string(b))
	}
	return strings.Join(lines, "\n")
}
