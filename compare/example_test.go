package compare_test

import (
	"context"
	"fmt"
	"log"
	"strings"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/narrative"
)

// Two sides accuse each other of one shelling, and a mission counts the dead.
func Example() {
	const dossier = `{"rashomon": 1,
	"parties": [{"id": "norlund", "name": "Norlund"}, {"id": "suvelia", "name": "Suvelia"}, {"id": "mission", "name": "Lake Mission"}],
	"places": [{"id": "hask", "name": "Hask ridge"}],
	"assertions": [
		{"id": "n1", "party": "norlund", "said": "2031-04-09", "claim": {"act": "accuse", "event": "shelling", "agent": ["suvelia"], "place": ["hask"], "time": "2031-04-08"}},
		{"id": "s1", "party": "suvelia", "said": "2031-04-09", "claim": {"act": "accuse", "event": "shelling", "agent": ["norlund"], "place": ["hask"], "time": "2031-04-08",
			"count": [{"of": "killed", "who": ["suvelia"], "min": 8, "max": 8}]}},
		{"id": "m1", "party": "mission", "said": "2031-04-09", "claim": {"event": "shelling", "place": ["hask"], "time": "2031-04-08",
			"count": [{"of": "killed", "who": ["suvelia"], "min": 5, "max": 5}]}}]}`

	d, err := narrative.Decode(strings.NewReader(dossier), "example")
	if err != nil {
		log.Fatal(err)
	}
	var c compare.Comparer
	r, err := c.Compare(context.Background(), d)
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range r.All() {
		if f.Outcome == compare.Conflict {
			fmt.Println(f.Facet, f.Kind, f.Force)
		}
	}
	// Output:
	// responsibility mirror-accusation hard
	// count disjoint hard
}

// Who supports a statement, who contradicts it, and who says nothing of it?
func ExampleComparer_Check() {
	const dossier = `{"rashomon": 1,
	"parties": [{"id": "norlund", "name": "Norlund"}, {"id": "suvelia", "name": "Suvelia"}, {"id": "mission", "name": "Lake Mission"}],
	"places": [{"id": "hask", "name": "Hask", "kind": "town"}],
	"assertions": [
		{"id": "n1", "party": "norlund", "said": "2031-04-09", "claim": {"act": "accuse", "event": "shelling", "agent": ["suvelia"], "place": ["hask"], "means": ["mortars"]}},
		{"id": "s1", "party": "suvelia", "said": "2031-04-09", "stance": "denies", "claim": {"act": "deny", "event": "shelling", "agent": ["suvelia"]}},
		{"id": "m1", "party": "mission", "said": "2031-04-09", "claim": {"event": "meeting", "place": ["hask"]}}]}`

	d, err := narrative.Decode(strings.NewReader(dossier), "example")
	if err != nil {
		log.Fatal(err)
	}
	statement := narrative.Assertion{Claim: narrative.Claim{Event: "shelling", Agent: []string{"suvelia"}, Place: []string{"hask"}}}
	var c compare.Comparer
	checked, err := c.Check(context.Background(), d, statement)
	if err != nil {
		log.Fatal(err)
	}
	for _, a := range checked.Answers {
		fmt.Printf("%s %v: %s\n", a.Side, a.Bearing, a.Why)
	}
	// Output:
	// mission says-nothing: In these sources Lake Mission says nothing of it.
	// norlund supports: Norlund tells of shelling, blames Suvelia and puts it at Hask: that bears the statement out.
	// suvelia contradicts: Suvelia denies shelling by its own side, which the statement asserts.
}

// What positions say is in ids, so that reports of one dossier can be held against
// each other; a cast has the names.
func ExampleWithNames() {
	cast := narrative.NewCast(&narrative.Dossier{Parties: []narrative.Party{{ID: "norlund", Name: "Norlund"}}, Places: []narrative.Place{{ID: "hask", Name: "Hask ridge"}}})
	fmt.Println(compare.WithNames("norlund, hask; towns", cast.Name))
	// Output: Norlund, Hask ridge; towns
}
