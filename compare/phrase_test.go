package compare

import (
	"testing"

	"github.com/seed514b815a/rashomon/narrative/event"
)

// Every kind that the tables know has a phrase, so that no sentence "tells of a
// threaten".
func TestEveryKindHasAPhrase(t *testing.T) {
	for _, k := range event.Kinds() {
		if p, ok := phrases[k.Name]; !ok || p.noun == "" || p.on == "" {
			t.Errorf("phrases.txt: no line for %s", k.Name)
		}
	}
	if len(phrases) != len(event.Kinds()) {
		t.Errorf("phrases.txt names %d kinds, package event %d", len(phrases), len(event.Kinds()))
	}
}

func TestInWords(t *testing.T) {
	for in, want := range map[string]string{
		"2031-04-08": "8 April 2031", "2031-04": "April 2031", "2031": "2031", "2031-04-08/..": "since 8 April 2031", "2031-04-08/2031-04-09": "8 April 2031 to 9 April 2031",
		"2031-04-08T00:00:00+04:00/2031-04-08T04:00:00+04:00": "8 April 2031, 00:00 to 04:00",
		"2031-04-08T22:00:00Z/2031-04-09T06:00:00Z":           "8 April 2031, 22:00 to 9 April 2031, 06:00",
	} {
		if got := inWords(in); got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}
