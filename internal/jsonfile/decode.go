package jsonfile

import (
	"errors"
	"fmt"
	"io"

	"github.com/seed514b815a/rashomon/internal/strictjson"
	"github.com/seed514b815a/rashomon/source"
)

// Decode reads one of our files of at most that many bytes; name stands for it in
// messages. check refuses what no run gives. Lists that the file leaves out are empty.
// The error is a [*source.Error].
func Decode[T any](r io.Reader, name string, most int64, check func(*T) *source.Error) (*T, error) {
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	if err != nil {
		return nil, &source.Error{File: name, Err: err}
	}
	if int64(len(data)) > most {
		return nil, &source.Error{File: name, Err: fmt.Errorf("larger than %d MB", most>>20)}
	}
	v := new(T)
	if err := strictjson.Unmarshal(data, v); err != nil {
		var js *strictjson.Error
		if errors.As(err, &js) {
			return nil, &source.Error{File: name, Path: js.Path, Line: js.Line, Err: js.Err}
		}
		return nil, &source.Error{File: name, Err: err}
	}
	if err := check(v); err != nil {
		err.File = name
		return nil, err
	}
	FillLists(v)
	return v, nil
}

// Fault returns what is wrong at a JSON path of a file, for the check of [Decode], which
// adds the file's name.
func Fault(path, format string, args ...any) *source.Error {
	return &source.Error{Path: path, Err: fmt.Errorf(format, args...)}
}
