package event_test

import (
	"fmt"

	"github.com/seed514b815a/rashomon/narrative/event"
)

func ExampleIsA() {
	fmt.Println(event.IsA("shelling", "attack"), event.Family("shelling"))
	for _, item := range event.Lookup("shelling").Checklist {
		fmt.Printf("%s %q\n", item.Facet, item.Of)
	}
	// Output:
	// true assault
	// place ""
	// time ""
	// count "killed"
}
