package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/edtf"
)

// formats gives a command the flags that say how and where it prints; the first
// format is the default.
func formats(list ...string) func(c *call, fs *flag.FlagSet) {
	return func(c *call, fs *flag.FlagSet) {
		c.format = list[0]
		fs.Func("format", "`FORMAT` of the output: "+strings.Join(list, ", ")+" (default "+list[0]+")", func(s string) error {
			if !slices.Contains(list, s) {
				return fmt.Errorf("want %s", strings.Join(list, ", "))
			}
			c.format = s
			return nil
		})
		fs.StringVar(&c.output, "o", "", "write to `FILE` instead of standard output")
	}
}

// reading gives a command the flags of those that read texts.
func reading(list ...string) func(c *call, fs *flag.FlagSet) {
	return func(c *call, fs *flag.FlagSet) {
		formats(list...)(c, fs)
		fs.StringVar(&c.published, "published", "", "`DATE` of the texts that don't state theirs (EDTF: 2022-09-13)")
	}
}

// comparing gives a command the flags of those that compare what they read.
func comparing(list ...string) func(c *call, fs *flag.FlagSet) {
	return func(c *call, fs *flag.FlagSet) {
		reading(list...)(c, fs)
		fs.Func("as-of", "compare what had been said by the end of `DATE` (EDTF: 2022-09-13); words that may be of later are named and left out", func(s string) (err error) {
			c.asOf, err = edtf.Parse(s)
			return err
		})
	}
}

// write has print write the output, to -o or to standard output. A file is there
// whole or not at all.
func (c *call) write(print func(w io.Writer) error) error {
	var buf bytes.Buffer
	if err := print(&buf); err != nil {
		return err
	}
	if c.output == "" {
		_, err := c.out.Write(buf.Bytes())
		return err
	}
	return replace(c.output, buf.Bytes())
}

// replace puts data in the place of the file, in one step.
func replace(name string, data []byte) (err error) {
	if st, err := os.Stat(name); err == nil && !st.Mode().IsRegular() {
		return os.WriteFile(name, data, 0o644) // a device or a pipe has no place to rename into
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".rashomon-*")
	if err != nil {
		return fmt.Errorf("%s: %w", name, cause(err))
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	_, err = f.Write(data)
	if err = errors.Join(err, f.Chmod(0o644), f.Close()); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return os.Rename(f.Name(), name)
}
