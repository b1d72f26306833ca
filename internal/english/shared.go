package english

import (
	"context"
	"sync"
)

// Shared is [Analyze] for steps that read the same text one after another, as
// attribution and coding do: the text is read once. The last few analyses are
// kept, and long texts are not. It is safe for concurrent use.
func Shared(ctx context.Context, text string) (*Analysis, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if a := recent.get(text); a != nil {
		return a, nil
	}
	a, err := Analyze(ctx, text)
	if err == nil {
		recent.put(a)
	}
	return a, err
}

// What is kept: an analysis takes some forty times the memory of its text.
const (
	keptTexts = 8
	keptBytes = 3 << 19 // of text, all together: some 60 MB of analyses
)

var recent cache

// A cache keeps the analyses last asked for, the latest first.
type cache struct {
	mu    sync.Mutex
	kept  []*Analysis
	bytes int
}

func (c *cache) get(text string) *Analysis {
	c.mu.Lock()
	defer c.mu.Unlock()
	for i, a := range c.kept {
		if a.Text == text {
			copy(c.kept[1:i+1], c.kept[:i])
			c.kept[0] = a
			return a
		}
	}
	return nil
}

func (c *cache) put(a *Analysis) {
	if len(a.Text) > keptBytes {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.kept = append([]*Analysis{a}, c.kept...)
	c.bytes += len(a.Text)
	for len(c.kept) > keptTexts || c.bytes > keptBytes {
		last := len(c.kept) - 1
		c.bytes -= len(c.kept[last].Text)
		c.kept[last] = nil
		c.kept = c.kept[:last]
	}
}
