package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestPairs(t *testing.T) {
	for _, tc := range []struct {
		name, file string
		want       []string // lines of the output, in part
		err        string
	}{
		{"scored", "id\tlabel\ttext\thypothesis\n" +
			"1\tentailment\tThe army destroyed the bridge on Sunday.\tThe bridge was destroyed.\n" +
			"2\tcontradiction\tThe council passed the budget.\tThe council rejected the budget.\n" +
			"3\tneutral\tThe harvest was good.\tThe minister resigned.\n",
			[]string{"3 pairs", "word overlap   accuracy 0.667", "inference      accuracy 1.000", "contradicts  P 1.000 R 1.000 F1 1.000 (1 of 1 found, 1 in all)"}, ""},
		{"no label", "id\ttext\thypothesis\n", nil, `:1: no column "label"`},
		{"another label", "label\ttext\thypothesis\nmaybe\tA\tB\n", nil, `:2: label "maybe"`},
		{"a column short", "label\ttext\thypothesis\nneutral\tA\n", nil, ":2: 2 columns, want 3"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			name := filepath.Join(t.TempDir(), "pairs.tsv")
			if err := os.WriteFile(name, []byte(tc.file), 0o666); err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			err := evalPairs([]string{name}, &out)
			if tc.err != "" {
				if err == nil || !strings.Contains(err.Error(), tc.err) {
					t.Fatalf("error %v, want one that says %q", err, tc.err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			for _, w := range tc.want {
				if !strings.Contains(out.String(), w) {
					t.Errorf("no %q in\n%s", w, out.String())
				}
			}
		})
	}
}
