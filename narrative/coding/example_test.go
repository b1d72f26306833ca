package coding_test

import (
	"context"
	"fmt"

	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/coding"
	"github.com/seed514b815a/rashomon/source"
	"github.com/seed514b815a/rashomon/source/attribution"
)

func ExampleEnglish() {
	d := &narrative.Dossier{Sources: []*source.Document{{
		ID: "s1", Language: "en",
		Text: "Peru's defence ministry said Chilean troops had shelled three villages near Tacna. Santiago denied the report.",
	}}}
	if err := d.Extract(context.Background(), attribution.English{}, coding.English{}); err != nil {
		fmt.Println(err)
		return
	}
	cast := narrative.NewCast(d)
	for _, a := range d.Assertions {
		fmt.Println(a.Party, "of", cast.Side(a.Party), a.Stance, a.Claim.Act, a.Claim.Event, a.Claim.Agent, a.Claim.Place)
	}
	// Output:
	// peru-defence-ministry of peru asserts accuse shelling [chile] [tacna]
	// chile of chile denies deny shelling [chile] []
}
