package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
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
		fs.BoolVar(&c.ids, "ids", false, "show the ids by which findings are decided on and assertions corrected")
		fs.BoolVar(&c.again, "again", false, "read the texts in dossiers again; decisions and corrections are kept")
		fs.Func("min-confidence", "leave out what was read with less than `C`, from 0 to 1: of what was read with 0.9, about nine in ten are right", func(s string) error {
			x, err := strconv.ParseFloat(s, 64)
			if err != nil || !(x >= 0 && x <= 1) {
				return errors.New("want a number from 0 to 1")
			}
			c.minConfidence = x
			return nil
		})
	}
}

// comparing gives a command the flags of those that compare what they read.
func comparing(list ...string) func(c *call, fs *flag.FlagSet) {
	return func(c *call, fs *flag.FlagSet) {
		reading(list...)(c, fs)
		fs.StringVar(&c.weights, "weights", "", "join words by the weights in `FILE`, as the weights command writes it")
		fs.BoolVar(&c.hide, "hide-dismissed", false, "leave out the findings that people have dismissed")
		fs.Func("as-of", "compare what had been said by the end of `DATE` (EDTF: 2022-09-13); words that may be of later are named and left out", func(s string) (err error) {
			c.asOf, err = edtf.Parse(s)
			return err
		})
	}
}

// explaining gives compare its flags.
func explaining(c *call, fs *flag.FlagSet) {
	wording(c, fs)
	fs.BoolVar(&c.explain, "explain", false, "add to each finding its law, the weights by which its words were joined, and the neighbouring verdicts")
}

// show writes in the format that the flags ask for.
func (c *call) show(json, markdown, text func(w io.Writer) error) error {
	switch c.format {
	case "json":
		return c.write(json)
	case "markdown":
		return c.write(markdown)
	}
	return c.write(text)
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
	return put(name, data, 0o644, os.Rename)
}

// create writes a file that must not be there yet, whole or not at all.
func create(name string, data []byte) error {
	return put(name, data, 0o644, func(from, to string) error {
		// A link, unlike a rename, takes no file's place.
		err := os.Link(from, to)
		if errors.Is(err, fs.ErrExist) {
			return fmt.Errorf("%s: the file is there already: nothing was written", to)
		} else if err != nil { // a file system without links
			f, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
			if err != nil {
				return fmt.Errorf("%s: %w", to, cause(err))
			}
			if err := f.Close(); err != nil {
				return err
			}
			return os.Rename(from, to)
		}
		return os.Remove(from)
	})
}

// rewrite puts data in the place of the file's content, which was read before. A
// file that has changed since is left alone, and so are its mode and links to it.
func rewrite(name string, was, data []byte) error {
	at, err := filepath.EvalSymlinks(name)
	if err != nil {
		return fmt.Errorf("%s: %w", name, cause(err))
	}
	st, err := os.Stat(at)
	if err != nil {
		return fmt.Errorf("%s: %w", name, cause(err))
	}
	if !st.Mode().IsRegular() {
		return fmt.Errorf("%s: not a regular file: use -o", name)
	}
	return put(at, data, st.Mode().Perm(), func(from, to string) error {
		is, err := os.ReadFile(to)
		if err != nil {
			return err
		}
		if !bytes.Equal(is, was) {
			return fmt.Errorf("%s: changed since it was read: nothing was written", to)
		}
		return os.Rename(from, to)
	})
}

// put writes data beside the file and has move bring it there.
func put(name string, data []byte, mode fs.FileMode, move func(from, to string) error) (err error) {
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
	if err = errors.Join(err, f.Chmod(mode), f.Close()); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return move(f.Name(), name)
}
