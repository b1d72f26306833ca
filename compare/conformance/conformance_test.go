package conformance_test

import (
	"context"
	"os"
	"slices"
	"testing"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/compare/conformance"
)

// failing names the cases that fail so far. The list must shrink: a listed case
// that passes fails the test.
var failing = []string{}

func TestCases(t *testing.T) {
	cases, err := conformance.Load(os.DirFS("../testdata/conformance"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		faults := c.Run(context.Background(), new(compare.Comparer))
		known := slices.Contains(failing, c.File)
		for _, f := range faults {
			if !known {
				t.Errorf("%s: %s", c.File, f)
			}
		}
		if known && len(faults) == 0 {
			t.Errorf("%s passes: take it off the list", c.File)
		}
	}
}
