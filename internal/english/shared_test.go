package english_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/seed514b815a/rashomon/internal/english"
)

func TestShared(t *testing.T) {
	ctx := context.Background()
	text := "The army denied it."
	first, err := english.Shared(ctx, text)
	if err != nil {
		t.Fatal(err)
	}
	// A copy, so that equal text at another address is found too.
	if again, _ := english.Shared(ctx, strings.Clone(text)); again != first {
		t.Error("the text was read twice")
	}
	for i := range 20 {
		if _, err := english.Shared(ctx, fmt.Sprintf("Text %d.", i)); err != nil {
			t.Fatal(err)
		}
	}
	if again, _ := english.Shared(ctx, text); again == first {
		t.Error("an analysis was kept beyond the bound")
	}
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for k := range 5 {
				text := fmt.Sprintf("Text %d of many.", (i+k)%6)
				if a, err := english.Shared(ctx, text); err != nil || a.Text != text {
					t.Errorf("%v, %v", a, err)
				}
			}
		})
	}
	wg.Wait()
	stopped, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := english.Shared(stopped, text); err == nil {
		t.Error("a stopped context was not heeded")
	}
}
