package inference_test

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestTables keeps the tables in shape: known parts of speech, the number of
// columns that the README says, lower case, no line twice.
func TestTables(t *testing.T) {
	columns := map[string]struct {
		pos      bool
		min, max int
	}{
		"senses.txt":    {true, 2, 100},
		"opposites.txt": {true, 3, 3},
		"derived.txt":   {false, 2, 2},
		"kin.txt":       {false, 2, 2},
		"exclusive.txt": {true, 4, 40},
		"converses.txt": {true, 3, 3},
		"single.txt":    {true, 2, 40},
		"phrases.txt":   {false, 3, 3},
		"contexts.txt":  {false, 3, 4},
	}
	files, err := filepath.Glob("tables/*.txt")
	if err != nil || len(files) != len(columns) {
		t.Fatalf("tables: %v (%v), want %d", files, err, len(columns))
	}
	for _, name := range files {
		want := columns[filepath.Base(name)]
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]int{}
		in := bufio.NewScanner(f)
		for n := 1; in.Scan(); n++ {
			line, _, _ := strings.Cut(in.Text(), "#")
			c := strings.Fields(line)
			if len(c) == 0 {
				continue
			}
			if len(c) < want.min || len(c) > want.max {
				t.Errorf("%s:%d: %d columns", name, n, len(c))
			}
			if want.pos && !strings.Contains("nvar", c[0]) {
				t.Errorf("%s:%d: %q is no part of speech", name, n, c[0])
			}
			if line != strings.ToLower(line) {
				t.Errorf("%s:%d: upper case", name, n)
			}
			key := strings.Join(c, " ")
			if filepath.Base(name) == "contexts.txt" {
				key = c[0]
			}
			if m := seen[key]; m > 0 && filepath.Base(name) != "senses.txt" {
				t.Errorf("%s:%d: %q stands in line %d already", name, n, key, m)
			}
			seen[key] = n
		}
		if err := in.Err(); err != nil {
			t.Error(err)
		}
		f.Close()
	}
}
