// Command rashomon compares competing accounts of one matter: it reads news texts,
// pages and dossiers, finds who says what in them, and reports where the parties
// agree, where they conflict and where they leave gaps.
//
//	rashomon compare ministry.txt agency.html
//	rashomon extract -format json statement.txt
//	rashomon conform compare/testdata/conformance
//
// "rashomon help" lists the commands, "rashomon help compare" the flags of one.
package main

import (
	"context"
	"os"
	"os/signal"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}
