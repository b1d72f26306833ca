package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/edtf"
)

// The exit statuses.
const (
	exitOK    = 0
	exitFault = 1 // an input at fault, a case that fails, an output that can't be written
	exitUsage = 2
)

// A command is one word of the command line.
type command struct {
	name  string
	args  string // what follows the flags, for the usage line
	about string
	run   func(ctx context.Context, c *call) error
	flags func(c *call, fs *flag.FlagSet)
}

// A call is one run of a command, with what it was given.
type call struct {
	in          io.Reader
	out, errOut io.Writer
	args        []string // files and folders

	format, output, published, from, to, said string
	asOf                                      edtf.Time
	ids, hide, again, words, explain          bool

	signed        signed
	decisions     decisions
	correction    correction
	minConfidence float64
	weights       string
	random        int
	prior         float64
}

// A usageError is a call that can't be carried out as it was written.
type usageError string

func (e usageError) Error() string { return string(e) }

func commands() []command {
	return []command{
		{"compare", "FILE...", "compare the accounts in texts, pages and dossiers (- for standard input)", runCompare, explaining},
		{"timeline", "FILE...", "tell what each side said, in order, and what it took back or changed", runTimeline, comparing("text", "markdown", "json")},
		{"diff", "OLD NEW", "say what changed between two reports (compare -format json)", runDiff, formats("text", "markdown", "json")},
		{"check", "STATEMENT FILE...", "say which sides support a statement, which contradict it, and which say nothing of it", runCheck, checking},
		{"extract", "FILE...", "find who says what, and print it as a dossier", runExtract, reading("text", "markdown", "html", "json")},
		{"convert", "FILE...", "rewrite dossiers in another format: tables, schema.org claims, annotations", runConvert, converting},
		{"decide", "DOSSIER", "note in a dossier that findings are confirmed, dismissed or pending, or assertions the same or apart, or take that back", runDecide, deciding},
		{"correct", "DOSSIER", "note in a dossier what was read wrongly: not said, another party, another claim, missed; or take that back", runCorrect, correcting},
		{"weights", "FILE...", "estimate from many accounts the weights by which compare holds words to be of one happening", runWeights, weighing},
		{"conform", "DIR", "run conformance cases, and say per case what is missing", runConform, nil},
	}
}

// run carries out one command line and returns the exit status.
func run(ctx context.Context, args []string, in io.Reader, out, errOut io.Writer) int {
	err := dispatch(ctx, args, in, out, errOut)
	var usage usageError
	switch {
	case err == nil || errors.Is(err, flag.ErrHelp):
		return exitOK
	case errors.As(err, &usage):
		fmt.Fprintf(errOut, "rashomon: %s\nrun 'rashomon help' for how it is used\n", usage)
		return exitUsage
	}
	for line := range strings.Lines(err.Error()) {
		fmt.Fprintf(errOut, "rashomon: %s\n", printable(strings.TrimSuffix(line, "\n")))
	}
	return exitFault
}

func dispatch(ctx context.Context, args []string, in io.Reader, out, errOut io.Writer) error {
	if len(args) == 0 {
		return usageError("no command given")
	}
	name, args := args[0], args[1:]
	switch name {
	case "help", "-h", "-help", "--help":
		return help(args, out)
	}
	i := slices.IndexFunc(commands(), func(c command) bool { return c.name == name })
	if i < 0 {
		return usageError(fmt.Sprintf("unknown command %q", name))
	}
	cmd := commands()[i]
	c := &call{in: in, out: out, errOut: errOut}
	fs := cmd.flagSet(c)
	for len(args) > 0 { // flags may stand behind files, too
		if err := fs.Parse(args); errors.Is(err, flag.ErrHelp) {
			return help([]string{name}, out)
		} else if err != nil {
			return usageError(err.Error())
		}
		args = fs.Args()
		if len(args) > 0 {
			c.args, args = append(c.args, args[0]), args[1:]
		}
	}
	if len(c.args) == 0 {
		return usageError(fmt.Sprintf("%s needs %s", name, cmd.args))
	}
	return cmd.run(ctx, c)
}

func (cmd command) flagSet(c *call) *flag.FlagSet {
	fs := flag.NewFlagSet(cmd.name, flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.Usage = func() {}
	if cmd.flags != nil {
		cmd.flags(c, fs)
	}
	return fs
}

func help(args []string, out io.Writer) error {
	if len(args) == 0 {
		fmt.Fprintln(out, "rashomon compares competing accounts of one matter.\n\nusage:")
		for _, c := range commands() {
			fmt.Fprintf(out, "  rashomon %-20s %s\n", c.name+" "+c.args, c.about)
		}
		fmt.Fprintln(out, "\n'rashomon help COMMAND' lists a command's flags. Exit status: 0 done, 1 an input at fault, 2 wrong usage.")
		return nil
	}
	for _, c := range commands() {
		if c.name == args[0] {
			fmt.Fprintf(out, "usage: rashomon %s [flags] %s\n%s\n", c.name, c.args, c.about)
			fs := c.flagSet(new(call))
			fs.SetOutput(out)
			fs.PrintDefaults()
			return nil
		}
	}
	return usageError(fmt.Sprintf("unknown command %q", args[0]))
}
