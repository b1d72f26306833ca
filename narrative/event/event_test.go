package event

import (
	"strings"
	"testing"
)

func TestKinds(t *testing.T) {
	tests := []struct {
		kind, family string
		nature       Nature
		place, agent bool
		checklist    int
	}{
		{"assault", "assault", Act, false, false, 3},
		{"shelling", "assault", Act, false, false, 3},
		{"explosion", "assault", Act, true, false, 3},
		{"casualties", "assault", Act, false, false, 3},
		{"arrest", "coerce", Act, false, false, 0},
		{"strike", "protest", Act, false, false, 1},
		{"crash", "crash", Act, true, false, 4},
		{"election", "election", Act, false, false, 1},
		{"victory", "victory", Act, false, true, 0},
		{"ceasefire", "ceasefire", State, false, false, 0},
		{"control", "control", State, false, true, 0},
		{"statement", "statement", Speech, false, false, 0},
		{"regatta", "regatta", Act, false, false, 0},
	}
	for _, tt := range tests {
		k := Lookup(tt.kind)
		if Family(tt.kind) != tt.family || k.Nature != tt.nature || k.OnePlace != tt.place || k.OneAgent != tt.agent || len(k.Checklist) != tt.checklist {
			t.Errorf("%s: family %s, %+v", tt.kind, Family(tt.kind), k)
		}
	}
}

func TestIsA(t *testing.T) {
	for _, tt := range []struct {
		name, kind string
		want       bool
	}{
		{"shelling", "shelling", true},
		{"shelling", "attack", true},
		{"shelling", "assault", true},
		{"attack", "shelling", false},
		{"shelling", "sabotage", false},
		{"damage", "attack", false},
		{"regatta", "regatta", true},
		{"regatta", "assault", false},
		{"", "assault", false},
	} {
		if got := IsA(tt.name, tt.kind); got != tt.want {
			t.Errorf("IsA(%q, %q) = %v", tt.name, tt.kind, got)
		}
	}
}

// A parent and its child are of one nature: else IsA would join what is never compared.
func TestNatureIsInherited(t *testing.T) {
	for _, k := range Kinds() {
		if k.Parent != "" && Lookup(k.Parent).Nature != k.Nature {
			t.Errorf("%s is of another nature than %s", k.Name, k.Parent)
		}
	}
}

func TestMeasures(t *testing.T) {
	for name, want := range map[string]Measure{
		"killed":       {"killed", true, true},
		"arrested":     {"arrested", true, false},
		"captured":     {"captured", false, true},
		"participants": {"participants", false, false},
	} {
		if got := LookupMeasure(name); got != want {
			t.Errorf("%s: %+v, want %+v", name, got, want)
		}
	}
}

func TestFaultyTables(t *testing.T) {
	for _, tt := range []struct{ name, kinds, want string }{
		{"too few columns", "raid attack act", "line 1: 3 columns"},
		{"twice", "raid - act - -\nraid - act - -", `line 2: "raid" stands twice`},
		{"child first", "raid attack act - -", `the parent "attack"`},
		{"nature", "raid - deed - -", `unknown nature "deed"`},
		{"mark", "raid - act fast -", `unknown mark "fast"`},
		{"facet", "raid - act - who", `unknown facet "who"`},
	} {
		if _, err := parseKinds(tt.kinds); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %q", tt.name, err, tt.want)
		}
	}
	for _, s := range []string{"killed maybe -", "b yes -\na yes -"} {
		if _, err := parseMeasures(s); err == nil {
			t.Errorf("no error for %q", s)
		}
	}
	if _, err := parseKinds("# nothing\n\n"); err != nil {
		t.Error(err)
	}
}
