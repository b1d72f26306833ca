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
