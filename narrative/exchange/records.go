package exchange

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// records reads a file of separated values as RFC 4180 has them. The reader of
// package encoding/csv turns CR LF inside of quotes into LF, which would shift the
// offsets in a source's text.
type records struct {
	r     *bufio.Reader
	comma byte
	name  string
	line  int // of the byte that is read next
}

// A record is one row and the line on which it begins.
type record struct {
	cells []string
	line  int
}

// newRecords begins to read r. The separator is the one of comma, semicolon (as
// spreadsheets in much of Europe have it) and tab that the first line has most of.
func newRecords(r io.Reader, name string) *records {
	rs := &records{r: bufio.NewReaderSize(limit(r, narrative.MaxFile), 64<<10), name: name, line: 1}
	if mark, _ := rs.r.Peek(3); string(mark) == "\ufeff" {
		rs.r.Discard(3)
	}
	head, _ := rs.r.Peek(4096)
	first, _, _ := strings.Cut(string(head), "\n")
	rs.comma = ','
	for _, c := range []byte{';', '\t'} {
		if strings.Count(first, string(c)) > strings.Count(first, string(rs.comma)) {
			rs.comma = c
		}
	}
	return rs
}

// fault returns an error at a line of the file.
func (rs *records) fault(line int, format string, args ...any) error {
	return &source.Error{File: rs.name, Line: line, Err: fmt.Errorf(format, args...)}
}

// next returns the next record that isn't blank; the error is [io.EOF] behind the
// last.
func (rs *records) next() (record, error) {
	for {
		rec := record{line: rs.line}
		for {
			cell, end, err := rs.cell(len(rec.cells) + 1)
			if err != nil {
				return record{}, err
			}
			if end == endOfFile && cell == "" && len(rec.cells) == 0 {
				return record{}, io.EOF
			}
			rec.cells = append(rec.cells, cell)
			if end != endOfCell {
				break
			}
		}
		if len(rec.cells) > 1 || rec.cells[0] != "" {
			return rec, nil
		}
	}
}

// An end is what ended a cell.
type end int

const (
	endOfCell end = iota
	endOfRecord
	endOfFile
)

// cell reads one cell, the nth of its record.
func (rs *records) cell(n int) (string, end, error) {
	var b strings.Builder
	line := rs.line
	quoted, closed := false, false
	for i := 0; ; i++ {
		c, err := rs.r.ReadByte()
		switch {
		case err == io.EOF:
			if quoted && !closed {
				return "", 0, rs.fault(line, "column %d: the quotation mark that begins the cell has no end", n)
			}
			return rs.finish(b.String(), line, n, endOfFile)
		case err != nil:
			return "", 0, &source.Error{File: rs.name, Line: rs.line, Err: err}
		}
		if c == '\n' {
			rs.line++
		}
		switch {
		case quoted && !closed:
			if c != '"' {
				b.WriteByte(c)
			} else if follow, _ := rs.r.Peek(1); len(follow) > 0 && follow[0] == '"' {
				rs.r.Discard(1)
				b.WriteByte('"')
			} else {
				closed = true
			}
		case c == rs.comma:
			return rs.finish(b.String(), line, n, endOfCell)
		case c == '\n':
			return rs.finish(b.String(), line, n, endOfRecord)
		case c == '\r':
			if follow, _ := rs.r.Peek(1); len(follow) == 0 || follow[0] != '\n' {
				b.WriteByte(c)
			}
		case closed:
			return "", 0, rs.fault(rs.line, "column %d: text behind the closing quotation mark: double the marks inside of a cell", n)
		case c == '"' && i == 0:
			quoted = true
		case c == '"':
			return "", 0, rs.fault(rs.line, "column %d: a quotation mark in a cell that begins without one", n)
		default:
			b.WriteByte(c)
		}
	}
}

func (rs *records) finish(cell string, line, n int, e end) (string, end, error) {
	if !utf8.ValidString(cell) {
		return "", 0, rs.fault(line, "column %d: not in UTF-8: save the table as \"CSV UTF-8\"", n)
	}
	return cell, e, nil
}
