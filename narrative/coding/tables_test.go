package coding

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/event"
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

// Every row of the tables of events has its columns, known words in them, and a list
// that is sorted.
func TestEventTables(t *testing.T) {
	facets := map[string]bool{string(narrative.FacetCause): true, string(narrative.FacetLabel): true}
	for _, c := range []struct {
		name, table string
		columns     int
		valid       func(f []string) bool
	}{
		{"verbs.txt", verbTable, 3, func(f []string) bool { _, ok := frameNames[f[1]]; return ok && event.Known(f[0]) }},
		{"nouns.txt", nounTable, 2, func(f []string) bool { return event.Known(f[0]) }},
		{"light.txt", lightTable, 2, func(f []string) bool { return wayNames[f[0]] != noWay }},
		{"marks.txt", markTable, 3, func(f []string) bool { return facets[f[0]] }},
		{"sites.txt", siteTable, 2, func(f []string) bool { return strings.HasSuffix(f[0], "-target") }},
		{"deeds.txt", deedTable, 2, func(f []string) bool { return !event.Known(f[0]) }},
		{"units.txt", unitTable, 3, func(f []string) bool { n, err := strconv.ParseFloat(f[1], 64); return err == nil && n > 0 }},
		{"open.txt", openTable, 2, func(f []string) bool { return narrative.Facet(f[0]).Valid() }},
		{"withheld.txt", withheldTable, 2, func(f []string) bool { return withheldClasses[f[0]] }},
		{"rejections.txt", rejectionTable, 2, func(f []string) bool { return slices.Contains(rejectionClasses, f[0]) }},
		{"losses.txt", lossTable, 2, func(f []string) bool { return f[0] == "participants" || measureKnown(f[0]) }},
	} {
		lines, read := 0, 0
		for l := range strings.Lines(c.table) {
			if l = strings.TrimSpace(l); l != "" && l[0] != '#' {
				lines++
			}
		}
		last := ""
		for f, words := range rows(c.table, c.columns) {
			read++
			if !c.valid(f) {
				t.Errorf("%s: unknown word in %q", c.name, f)
			}
			if key := strings.Join(f, " | "); key < last {
				t.Errorf("%s: %q stands after %q", c.name, key, last)
			} else {
				last = key
			}
			if !slices.IsSorted(words) {
				t.Errorf("%s: not sorted: %v", c.name, words)
			}
			if len(slices.Compact(slices.Clone(words))) != len(words) {
				t.Errorf("%s: twice in %v", c.name, words)
			}
		}
		if read != lines {
			t.Errorf("%s: %d of %d lines are read", c.name, read, lines)
		}
	}
}

// withheldClasses are those that withheld.go asks for.
var withheldClasses = map[string]bool{"bring": true, "call": true, "figure": true, "mute": true, "reach": true, "refuse": true, "reply": true, "tell": true, "word": true}

func measureKnown(name string) bool {
	for _, m := range event.Measures() {
		if m.Name == name {
			return true
		}
	}
	return false
}

// No word stands for two kinds of deed, or for two units.
func TestOneMeaning(t *testing.T) {
	for _, c := range []struct {
		name, table string
		columns     int
	}{{"deeds.txt", deedTable, 2}, {"units.txt", unitTable, 3}} {
		seen := map[string]string{}
		for f, words := range rows(c.table, c.columns) {
			for _, w := range words {
				if old, ok := seen[w]; ok {
					t.Errorf("%s: %q stands under %s and %s", c.name, w, old, f[0])
				}
				seen[w] = f[0]
			}
		}
	}
}
