package main

import (
	"testing"

	"github.com/seed514b815a/rashomon/narrative/gazetteer"
)

func TestExchange(t *testing.T) {
	x := exchanger{gazetteer.ByCode("RU"), gazetteer.ByCode("UA")}
	us := exchanger{gazetteer.ByCode("US"), gazetteer.ByCode("IQ")}
	for _, c := range []struct {
		name         string
		x            exchanger
		before, want string
	}{
		{"names and demonyms", x, "Russia shelled a Ukrainian village, Ukrainians say.", "Ukraine shelled a Russian village, Russians say."},
		{"capitals, possessives", x, "Moscow's claim; Kyiv's answer", "Kyiv's claim; Moscow's answer"},
		{"the article goes with the name", us, "an Iraqi and an American met", "an American and an Iraqi met"},
		{"a house without counterpart is the capital", us, "The Pentagon said so.", "Baghdad said so."},
		{"acronyms", us, "U.S. troops and Iraq's", "Iraq troops and United States's"},
		{"a longer name is another's", exchanger{gazetteer.ByCode("SD"), gazetteer.ByCode("AM")}, "South Sudan and Sudan left", "South Sudan and Armenia left"},
		{"compounds", x, "pro-Russian rebels", "pro-Ukrainian rebels"},
		{"no state", x, "A march in the rain.", "A march in the rain."},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, pieces := c.x.exchange(c.before)
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			// What follows the last name keeps its place.
			if at := back(pieces, len(got), true); at != len(c.before) {
				t.Errorf("the end lies at %d of the text before, want %d", at, len(c.before))
			}
			if at := back(pieces, len(got)-1, false); at != len(c.before)-1 {
				t.Errorf("the last letter lies at %d of the text before, want %d", at, len(c.before)-1)
			}
		})
	}
}
