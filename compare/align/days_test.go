package align_test

import (
	"context"
	"testing"

	"github.com/seed514b815a/rashomon/compare/align"
	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// What a text without a date tells of Sunday is not what it says was told on Saturday,
// where only the kind and
// who did it bear it out.
func TestDaysWithoutDates(t *testing.T) {
	say := func(id, party, event, when, saidWhen string) narrative.Assertion {
		return narrative.Assertion{ID: id, Party: party, Source: "s1", SaidWhen: saidWhen,
			Claim: narrative.Claim{Act: narrative.Accuse, Event: event, Agent: []string{"coast"}, When: when}}
	}
	for _, tt := range []struct {
		name string
		x, y narrative.Assertion
		same bool
	}{
		{"one day", say("a", "hill", "attack", "sunday", ""), say("b", "vale", "shelling", "on Sunday night", ""), true},
		{"two days", say("a", "hill", "attack", "sunday", ""), say("b", "vale", "shelling", "friday", ""), false},
		{"told before", say("a", "hill", "attack", "sunday", ""), say("b", "vale", "shelling", "", "saturday"), false},
		{"told after", say("a", "hill", "attack", "saturday", ""), say("b", "vale", "shelling", "", "sunday"), true},
		{"no day", say("a", "hill", "attack", "sunday", ""), say("b", "vale", "shelling", "", ""), true},
	} {
		d := &narrative.Dossier{
			Parties:    []narrative.Party{{ID: "hill", Name: "Hill"}, {ID: "vale", Name: "Vale"}, {ID: "coast", Name: "Coast"}},
			Sources:    []*source.Document{{ID: "s1", Published: edtf.MustParse("2031-04-09")}},
			Assertions: []narrative.Assertion{tt.x, tt.y},
		}
		got, err := align.Linkage{}.Align(context.Background(), d)
		if err != nil {
			t.Fatal(err)
		}
		if same := len(got.Issues) == 1; same != tt.same {
			t.Errorf("%s: one happening: %t, want %t", tt.name, same, tt.same)
		}
	}
}
