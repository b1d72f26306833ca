package main

import (
	"context"
	"io"

	"github.com/seed514b815a/rashomon/narrative"
)

// runExtract prints who says what as a dossier.
func runExtract(ctx context.Context, c *call) error {
	d, faults := c.read(ctx)
	if d == nil {
		return faults
	}
	if err := c.write(func(w io.Writer) error { return narrative.Encode(w, d) }); err != nil {
		return err
	}
	return faults
}
