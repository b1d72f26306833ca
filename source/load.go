package source

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
)

// Load reads the files of fsys whose names match one of the patterns, which are
// those of [path.Match], or are a file's name to the letter. The documents come
// sorted by file name.
//
// Files at fault are left out: the error joins an [*Error] for each of them, and
// for each pattern that matches no file, while the other documents are still
// returned. A file with the same text, publisher and URL as an earlier one is left
// out without an error. Where only the text is the same, as when two papers print
// one dispatch, the later document's ID gets a number behind it.
func Load(fsys fs.FS, patterns ...string) ([]*Document, error) {
	var faults []error
	var names []string
	for _, p := range patterns {
		found, err := match(fsys, p)
		if err != nil {
			faults = append(faults, &Error{File: p, Err: err})
		}
		names = append(names, found...)
	}
	slices.Sort(names)
	var docs []*Document
	ids := map[string][]*Document{} // by the ID that the text gives
	for _, name := range slices.Compact(names) {
		d, err := loadFile(fsys, name)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		same := ids[d.ID]
		if slices.ContainsFunc(same, func(e *Document) bool { return e.Publisher == d.Publisher && e.URL == d.URL }) {
			continue
		}
		ids[d.ID] = append(same, d)
		if n := len(same); n > 0 {
			d.ID = fmt.Sprintf("%s-%d", d.ID, n+1)
		}
		docs = append(docs, d)
	}
	return docs, errors.Join(faults...)
}

// match returns the names of the files that pattern stands for.
func match(fsys fs.FS, pattern string) ([]string, error) {
	// A name may hold what means something else in a pattern: "report [1].txt".
	if info, err := fs.Stat(fsys, pattern); err == nil {
		if info.IsDir() {
			return nil, errors.New("a folder: name the files in it, as with *.txt")
		}
		return []string{pattern}, nil
	}
	names, err := fs.Glob(fsys, pattern)
	if err != nil {
		return nil, err
	}
	names = slices.DeleteFunc(names, func(name string) bool {
		info, err := fs.Stat(fsys, name)
		return err == nil && info.IsDir()
	})
	if len(names) == 0 {
		return nil, fmt.Errorf("no file matches: %w", fs.ErrNotExist)
	}
	return names, nil
}

// loadFile reads the file of that name.
func loadFile(fsys fs.FS, name string) (*Document, error) {
	f, err := fsys.Open(name)
	if err != nil {
		if pe := (*fs.PathError)(nil); errors.As(err, &pe) {
			err = pe.Err // the name stands before it already
		}
		return nil, &Error{File: name, Err: err}
	}
	defer f.Close()
	return Read(f, name)
}
