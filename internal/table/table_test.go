package table_test

import (
	"slices"
	"testing"

	"github.com/seed514b815a/rashomon/internal/table"
)

func TestLines(t *testing.T) {
	got := slices.Collect(table.Lines("# the colours\n\nred | warm # as fire\r\n  blue | cold\n \t\n#"))
	if want := []string{"red | warm", "blue | cold"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for range table.Lines("one\ntwo") {
		break // a walk may stop
	}
}
