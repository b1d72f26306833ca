package coding

import (
	"slices"
	"strings"
	"testing"
)

// The tables are sorted, hold nothing twice and have no line that is passed over.
func TestTables(t *testing.T) {
	seen := map[string]string{}
	last := ""
	for l := range strings.Lines(actorTable) {
		if l = strings.TrimSpace(l); l == "" || l[0] == '#' {
			continue
		}
		name, list, ok := strings.Cut(l, ": ")
		if !ok || classNames[name] == noClass {
			t.Errorf("actors.txt: no class in %q", l)
			continue
		}
		if name <= last {
			t.Errorf("actors.txt: class %q stands after %q", name, last)
		}
		last = name
		ws := strings.Split(list, ", ")
		if !slices.IsSorted(ws) {
			s := slices.Sorted(slices.Values(ws))
			t.Errorf("actors.txt: not sorted: %s: %s", name, strings.Join(s, ", "))
		}
		for _, w := range ws {
			if old := seen[w]; old != "" {
				t.Errorf("actors.txt: %q is %s and %s", w, old, name)
			}
			seen[w] = name
		}
	}
	for name, table := range map[string]string{"outlets.txt": outletTable, "organisations.txt": organisationTable} {
		last := ""
		for l := range strings.Lines(table) {
			l = strings.TrimSpace(l)
			if l == "" || l[0] == '#' {
				continue
			}
			if l <= last {
				t.Errorf("%s: %q stands after %q", name, l, last)
			}
			last = l
		}
	}
}
