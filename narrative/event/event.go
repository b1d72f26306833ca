// Package event knows the kinds of event that claims speak of: which is a kind of
// which, what nature they have, and what a reader will ask about them.
//
// The vocabulary is open, with a built-in table after PLOVER's sixteen families
// (kinds.txt, whose format README.md explains):
//
//	event.IsA("shelling", "attack")     // true
//	event.Family("shelling")            // "assault", the family just below the root
//	event.Lookup("crash").OnePlace      // true: two places of one crash contradict
//	event.Lookup("regatta").Nature      // Act: an unknown kind is an act of its own family
//
// A second table holds the measures: the killed of one happening can only grow in
// number, the captured may be set free.
//
// The tables are fixed when the program is built, and safe for use by several
// goroutines at once. They hold no verbs and no language: which words speak of a
// shelling is for package coding.
package event

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/internal/enum"
	"github.com/seed514b815a/rashomon/narrative"
)

// Nature says what sort of thing an event is. Events of different natures are not
// held against each other: who besieges and who shells are two questions.
type Nature int

// The natures. Act is also that of a kind which the table doesn't know.
const (
	Act    Nature = iota // something is done
	State                // something holds for a while
	Speech               // something is said
)

var natures = enum.Table{What: "nature", Words: []string{"act", "state", "speech"}}

func (n Nature) String() string { return natures.String(int(n)) }

// Kind is a kind of event.
type Kind struct {
	Name        string
	Parent      string // "": a family of its own
	Nature      Nature
	OnePlace    bool   // it has one place and one moment: an explosion, a crash
	OneAgent    bool   // only one can have done it or hold it: a victory, the control of a town
	Mutual      bool   // its parties do it to each other: a clash
	Consequence bool   // what an event of its family leaves behind: casualties, damage
	Checklist   []Item // what the kind of event calls for, its parents' included
}

// Item is a question that a kind of event calls for.
type Item struct {
	Facet narrative.Facet
	Of    string // the measure, where Facet is count; "": any
}

// Lookup returns the kind of that name. One that the table doesn't know is an act
// of its own family, without marks.
func Lookup(name string) Kind {
	if k, ok := kinds[name]; ok {
		return k
	}
	return Kind{Name: name}
}

// Known reports whether the table holds the kind.
func Known(name string) bool {
	_, ok := kinds[name]
	return ok
}

// IsA reports whether name is the kind, or a kind of it.
func IsA(name, kind string) bool {
	for ; name != ""; name = kinds[name].Parent {
		if name == kind {
			return true
		}
	}
	return false
}

// Family returns the kind just below the root that name belongs to: assault for a
// shelling, itself for a crash or for a kind that the table doesn't know.
func Family(name string) string {
	for kinds[name].Parent != "" {
		name = kinds[name].Parent
	}
	return name
}

// Kinds returns the built-in kinds in the order of the table, parents first.
func Kinds() []Kind { return slices.Clone(kindList) }

// Measure is something that is counted.
type Measure struct {
	Name  string
	Grows bool // of one happening it can only grow: the killed
	Loss  bool // who counts them among its own concedes a loss
}

// LookupMeasure returns the measure of that name. One that the table doesn't know
// neither grows nor is a loss.
func LookupMeasure(name string) Measure {
	if m, ok := measures[name]; ok {
		return m
	}
	return Measure{Name: name}
}

// Measures returns the built-in measures in order of name.
func Measures() []Measure { return slices.Clone(measureList) }

//go:embed kinds.txt
var kindsTxt string

//go:embed measures.txt
var measuresTxt string

var (
	kindList    = must(parseKinds(kindsTxt))
	kinds       = index(kindList, func(k Kind) string { return k.Name })
	measureList = must(parseMeasures(measuresTxt))
	measures    = index(measureList, func(m Measure) string { return m.Name })
)

// must panics where an embedded table is at fault, which its test finds first.
func must[T any](list []T, err error) []T {
	if err != nil {
		panic("event: " + err.Error())
	}
	return list
}

func index[T any](list []T, name func(T) string) map[string]T {
	m := make(map[string]T, len(list))
	for _, x := range list {
		m[name(x)] = x
	}
	return m
}

// rows calls each for every line of a table, with its columns.
func rows(text string, columns int, each func(f []string) error) error {
	n := 0
	for line := range strings.Lines(text) {
		n++
		line, _, _ = strings.Cut(line, "#")
		f := strings.Fields(line)
		if len(f) == 0 {
			continue
		}
		if len(f) != columns {
			return fmt.Errorf("line %d: %d columns, want %d", n, len(f), columns)
		}
		if err := each(f); err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
	}
	return nil
}

func parseKinds(text string) ([]Kind, error) {
	var list []Kind
	at := map[string]int{}
	err := rows(text, 5, func(f []string) error {
		k := Kind{Name: f[0]}
		if _, dup := at[k.Name]; dup {
			return fmt.Errorf("%q stands twice", k.Name)
		}
		if f[1] != "-" {
			i, ok := at[f[1]]
			if !ok {
				return fmt.Errorf("the parent %q doesn't stand above", f[1])
			}
			k.Parent, k.Checklist = f[1], slices.Clone(list[i].Checklist)
		}
		n, err := natures.Parse(f[2])
		if err != nil {
			return err
		}
		k.Nature = Nature(n)
		for _, mark := range split(f[3]) {
			switch mark {
			case "one-place":
				k.OnePlace = true
			case "one-agent":
				k.OneAgent = true
			case "mutual":
				k.Mutual = true
			case "consequence":
				k.Consequence = true
			default:
				return fmt.Errorf("unknown mark %q", mark)
			}
		}
		for _, item := range split(f[4]) {
			facet, of, _ := strings.Cut(item, ":")
			if !narrative.Facet(facet).Valid() {
				return fmt.Errorf("unknown facet %q", facet)
			}
			k.Checklist = append(k.Checklist, Item{narrative.Facet(facet), of})
		}
		at[k.Name] = len(list)
		list = append(list, k)
		return nil
	})
	return list, err
}

func parseMeasures(text string) ([]Measure, error) {
	var list []Measure
	err := rows(text, 3, func(f []string) error {
		for _, w := range f[1:] {
			if w != "yes" && w != "-" {
				return fmt.Errorf("%q is neither yes nor -", w)
			}
		}
		if n := len(list); n > 0 && list[n-1].Name >= f[0] {
			return fmt.Errorf("%q stands after %q", f[0], list[n-1].Name)
		}
		list = append(list, Measure{f[0], f[1] == "yes", f[2] == "yes"})
		return nil
	})
	return list, err
}

func split(s string) []string {
	if s == "-" {
		return nil
	}
	return strings.Split(s, ",")
}
