package gazetteer_test

import (
	"fmt"
	"testing"

	"github.com/seed514b815a/rashomon/narrative/gazetteer"
)

func ExampleNames() {
	for _, word := range []string{"Azerbaijani", "the Dutch", "Swedes", "Kyiv", "the Kremlin", "U.S.", "us"} {
		fmt.Print(word, ":")
		for _, n := range gazetteer.Names(word) {
			fmt.Printf(" %s (%v)", n.State.Name, n.Sense)
		}
		fmt.Println()
	}
	// Output:
	// Azerbaijani: Azerbaijan (adjective) Azerbaijan (person)
	// the Dutch: Netherlands (adjective)
	// Swedes: Sweden (people)
	// Kyiv: Ukraine (capital)
	// the Kremlin: Russia (house)
	// U.S.: United States (name) United States (adjective)
	// us:
}

func ExamplePlaces() {
	for _, name := range []string{"Kalbajar", "Kelbajar", "Simferopol", "Jerusalem", "South Kivu"} {
		p := gazetteer.Places(name)[0]
		in := "disputed"
		if p.State != nil {
			in = p.State.Name
		}
		fmt.Println(name, "is", p.Name, "in", in)
	}
	// Output:
	// Kalbajar is Kalbajar in Azerbaijan
	// Kelbajar is Kalbajar in Azerbaijan
	// Simferopol is Simferopol in Crimea
	// Jerusalem is Jerusalem in disputed
	// South Kivu is South Kivu in Democratic Republic of the Congo
}

// Every state has what the coder needs to treat it as it treats all others.
func TestStates(t *testing.T) {
	if n := len(gazetteer.States()); n < 190 {
		t.Fatalf("%d states", n)
	}
	bare := map[string]bool{"CG": true, "DM": true, "VA": true, "MC": true, "SG": true, "SM": true} // share a name with a neighbour or their city
	seen := map[string]bool{}
	for _, s := range gazetteer.States() {
		if seen[s.Code] {
			t.Errorf("%s stands twice", s.Code)
		}
		seen[s.Code] = true
		if s.Status == gazetteer.Dependency && gazetteer.ByCode(s.Holder) == nil {
			t.Errorf("%s: no holder %q", s.Name, s.Holder)
		}
		if s.Status != gazetteer.Sovereign || bare[s.Code] {
			continue
		}
		if len(s.Adjectives) == 0 || len(s.People) == 0 {
			t.Errorf("%s: no adjective or no people", s.Name)
		}
		if len(s.Capitals) == 0 && s.Code != "SC" && s.Code != "MC" {
			t.Errorf("%s: no capital", s.Name)
		}
	}
}

// An adjective or a people that names two states would make one of them speak for
// the other.
func TestAmbiguous(t *testing.T) {
	for _, s := range gazetteer.States() {
		for _, word := range append(append([]string{s.Name}, s.Adjectives...), s.People...) {
			for _, n := range gazetteer.Names(word) {
				if n.State != s && n.Sense != gazetteer.Capital {
					t.Errorf("%q names %s and %s", word, s.Name, n.State.Name)
				}
			}
		}
	}
}

func BenchmarkPlaces(b *testing.B) {
	gazetteer.Places("Oslo")
	b.ReportAllocs()
	for b.Loop() {
		gazetteer.Places("Kharkiv")
	}
}
