package enum_test

import (
	"strings"
	"testing"

	"github.com/seed514b815a/rashomon/internal/enum"
)

func TestTable(t *testing.T) {
	tide := enum.Table{What: "tide", Words: []string{"slack", "ebb", "flood"}}
	for i, word := range tide.Words {
		if got, err := tide.Parse(word); err != nil || got != i || tide.String(i) != word {
			t.Errorf("%q: parsed as %d, %v; printed as %q", word, got, err, tide.String(i))
		}
	}
	if got := tide.String(7); got != "tide(7)" {
		t.Errorf("a value without a word prints as %q", got)
	}
	if _, err := tide.Marshal(-1); err == nil {
		t.Error("a value without a word was marshalled")
	}
	_, err := tide.Parse("spring")
	if err == nil || !strings.Contains(err.Error(), `unknown tide "spring" (want slack, ebb, flood)`) {
		t.Errorf("got %v", err)
	}
}
