package gazetteer

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/seed514b815a/rashomon/narrative/gazetteer/internal/fold"
)

//go:embed data/states.txt
var stateTable string

//go:embed data/zones.txt
var zoneTable string

// Status says what a [State] is.
type Status int

// The statuses.
const (
	Sovereign  Status = iota // a state that governs itself, whoever recognises it
	Contested                // claimed by several states or by one and its own rulers
	Dependency               // governs itself within its Holder
)

// A State is a state, or a territory that news treats as an actor. Its lists hold
// the names as written, the commonest first. It must not be changed.
type State struct {
	Code       string // ISO 3166-1, or X- and two letters
	Status     Status
	Holder     string   // the code of the state that a Dependency is part of
	Name       string   // as news writes it
	Aliases    []string // other names, acronyms among them
	Adjectives []string
	Persons    []string // one of its people: "Swede"
	People     []string // many: "Swedes"
	Capitals   []string // cities that stand for its government: "Baku said"
	Houses     []string // buildings that do: "the Kremlin"
	Zone       string   // offset from UTC, "+04:00", where it has one in summer and winter alike
}

// A Sense is how a word names a state.
type Sense int

// The senses.
const (
	Name Sense = iota
	Adjective
	Person
	People
	Capital
	House
)

var senses = [...]string{"name", "adjective", "person", "people", "capital", "house"}

// String returns a word for s.
func (s Sense) String() string {
	if s < 0 || int(s) >= len(senses) {
		return "?"
	}
	return senses[s]
}

// A Naming is one reading of a name.
type Naming struct {
	State *State
	Sense Sense
}

// index is what the tables give.
type index struct {
	states []*State
	byCode map[string]*State
	byName map[string][]spelling
}

type spelling struct {
	Naming
	acronym bool
}

var loadStates = sync.OnceValue(func() *index { return parseStates(stateTable, zoneTable) })

// States returns all states and territories in the order of the table.
func States() []*State { return slices.Clone(loadStates().states) }

// ByCode returns the state with that code, or nil.
func ByCode(code string) *State { return loadStates().byCode[code] }

// MaxWords is the number of words of the longest name that [Names] knows.
const MaxWords = 8

// Names returns what states a name stands for, and how: names before adjectives
// and these before capitals. Only capitalised names stand for a state, and
// acronyms only as such.
func Names(name string) []Naming {
	key := fold.Name(name)
	found := loadStates().byName[key]
	if len(found) == 0 || !fold.Capital(name) {
		return nil
	}
	acronym := fold.Acronym(name)
	out := make([]Naming, 0, len(found))
	for _, f := range found {
		if !f.acronym || acronym {
			out = append(out, f.Naming)
		}
	}
	return out
}

// parseStates reads the tables. They are ours: a test checks their syntax, and a
// line at fault is left out here.
func parseStates(table, zones string) *index {
	x := &index{byCode: map[string]*State{}, byName: map[string][]spelling{}}
	for l := range strings.Lines(table) {
		f := strings.Split(strings.TrimSuffix(l, "\n"), "|")
		if len(f) != 8 || strings.HasPrefix(l, "#") {
			continue
		}
		s := &State{Code: strings.TrimSpace(f[0]), Name: strings.TrimSpace(f[2]), Aliases: list(f[3]), Adjectives: list(f[4]), Capitals: list(f[6]), Houses: list(f[7])}
		switch kind, holder, _ := strings.Cut(strings.TrimSpace(f[1]), " "); kind {
		case "disputed":
			s.Status = Contested
		case "territory":
			s.Status, s.Holder = Dependency, holder
		}
		for _, p := range list(f[5]) {
			if p == "+" && len(s.Adjectives) > 0 {
				p = s.Adjectives[0] + "/" + s.Adjectives[0] + "s"
			}
			if one, many, ok := strings.Cut(p, "/"); ok {
				s.Persons, s.People = append(s.Persons, one), append(s.People, many)
			}
		}
		x.states = append(x.states, s)
		x.byCode[s.Code] = s
	}
	for l := range strings.Lines(zones) {
		if f := strings.Fields(l); len(f) == 2 && x.byCode[f[0]] != nil {
			x.byCode[f[0]].Zone = f[1]
		}
	}
	for _, s := range x.states {
		for sense, names := range [][]string{Name: append([]string{s.Name}, s.Aliases...), Adjective: s.Adjectives, Person: s.Persons, People: s.People, Capital: s.Capitals, House: s.Houses} {
			for _, n := range names {
				x.add(n, Naming{s, Sense(sense)})
			}
		}
	}
	for _, found := range x.byName {
		slices.SortStableFunc(found, func(a, b spelling) int { return int(a.Sense) - int(b.Sense) })
	}
	return x
}

func (x *index) add(name string, n Naming) {
	key := fold.Name(name)
	for _, old := range x.byName[key] {
		if old.Naming == n {
			return
		}
	}
	x.byName[key] = append(x.byName[key], spelling{n, fold.Acronym(name) && len(key) < 6})
}

// list splits a column.
func list(column string) []string {
	var out []string
	for s := range strings.SplitSeq(column, ",") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}
