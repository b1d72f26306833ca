package exchange

import (
	"bytes"
	"encoding"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/seed514b815a/rashomon/internal/strictjson"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// The kinds of record that a table holds, as its column "record" names them. A
// row without one is an assertion.
const (
	assertionRecord = "assertion"
	dossierRecord   = "dossier"
	partyRecord     = "party"
	placeRecord     = "place"
	sourceRecord    = "source"
	decisionRecord  = "decision"

	correctionRecord = "correction"
)

// recordTypes are the types whose fields the columns are, by the names that the
// fields have in a dossier file.
var recordTypes = map[string]reflect.Type{
	assertionRecord: reflect.TypeFor[narrative.Assertion](),
	dossierRecord:   reflect.TypeFor[titled](),
	partyRecord:     reflect.TypeFor[narrative.Party](),
	placeRecord:     reflect.TypeFor[narrative.Place](),
	sourceRecord:    reflect.TypeFor[source.Document](),
	decisionRecord:  reflect.TypeFor[narrative.Decision](),

	correctionRecord: reflect.TypeFor[narrative.Correction](),
}

// titled is what a dossier has beside its lists.
type titled struct {
	Title string `json:"title"`
}

// recordKinds is the order in which their columns stand in a table.
var recordKinds = []string{assertionRecord, dossierRecord, partyRecord, placeRecord, sourceRecord, decisionRecord, correctionRecord}

// columns returns the fields of t by column: those of a claim stand beside those
// of its assertion.
func columns(t reflect.Type) (names []string, fields map[string][]int) {
	fields = map[string][]int{}
	for _, f := range reflect.VisibleFields(t) {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.Type == reflect.TypeFor[narrative.Claim]() {
			inner, at := columns(f.Type)
			for _, n := range inner {
				names = append(names, n)
				fields[n] = slices.Concat(f.Index, at[n])
			}
			continue
		}
		if name != "" && name != "-" {
			names = append(names, name)
			fields[name] = f.Index
		}
	}
	return names, fields
}

// WriteCSV writes d as a table, comma-separated, with a byte order mark, without
// which a spreadsheet takes it for another encoding. See [ReadTable] for its
// columns. What a spreadsheet would take for a formula gets an apostrophe before
// it, which ReadTable takes off.
func WriteCSV(w io.Writer, d *narrative.Dossier) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	return writeTable(w, d, ',')
}

// WriteTSV is WriteCSV with tabs, and without a byte order mark.
func WriteTSV(w io.Writer, d *narrative.Dossier) error { return writeTable(w, d, '\t') }

func writeTable(w io.Writer, d *narrative.Dossier, comma rune) error {
	if err := d.Validate(); err != nil {
		return err
	}
	var rows []map[string]string
	add := func(kind string, v any) error {
		row, err := cells(kind, reflect.ValueOf(v))
		if err != nil {
			return err
		}
		rows = append(rows, row)
		return nil
	}
	var faults []error
	for i := range d.Assertions {
		faults = append(faults, add(assertionRecord, d.Assertions[i]))
	}
	if d.Title != "" {
		faults = append(faults, add(dossierRecord, titled{d.Title}))
	}
	for _, p := range d.Parties {
		faults = append(faults, add(partyRecord, p))
	}
	for _, p := range d.Places {
		faults = append(faults, add(placeRecord, p))
	}
	for _, s := range d.Sources {
		faults = append(faults, add(sourceRecord, *s))
	}
	for _, x := range d.Decisions {
		faults = append(faults, add(decisionRecord, x))
	}
	for _, x := range d.Corrections {
		faults = append(faults, add(correctionRecord, x))
	}
	if err := errors.Join(faults...); err != nil {
		return err
	}
	names := usedColumns(rows)
	cw := csv.NewWriter(w)
	cw.Comma = comma
	if err := cw.Write(names); err != nil {
		return err
	}
	for _, row := range rows {
		line := make([]string, len(names))
		for i, n := range names {
			line[i] = guard(row[n])
		}
		if err := cw.Write(line); err != nil {
			return err
		}
	}
	cw.Flush()
	return cw.Error()
}

// usedColumns returns the columns that any row fills, in their order, and those
// that every table has.
func usedColumns(rows []map[string]string) []string {
	used := map[string]bool{"record": true, "id": true, "party": true}
	for _, row := range rows {
		for n, cell := range row {
			if cell != "" {
				used[n] = true
			}
		}
	}
	names := []string{"record"}
	for _, kind := range recordKinds {
		all, _ := columns(recordTypes[kind])
		for _, n := range all {
			if used[n] && !slices.Contains(names, n) {
				names = append(names, n)
			}
		}
	}
	return names
}

// cells returns the fields of v as cells by column.
func cells(kind string, v reflect.Value) (map[string]string, error) {
	names, fields := columns(v.Type())
	row := map[string]string{"record": kind}
	for _, n := range names {
		cell, err := formatCell(v.FieldByIndex(fields[n]))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", n, err)
		}
		if !utf8.ValidString(cell) {
			return nil, fmt.Errorf("%s: not in UTF-8: %q", n, cell)
		}
		row[n] = cell
	}
	return row, nil
}

// formatCell returns v as it stands in a cell: text as it is, lists separated by
// semicolons, and what has parts of its own as JSON.
func formatCell(v reflect.Value) (string, error) {
	if v.IsZero() {
		return "", nil
	}
	if m, ok := v.Interface().(encoding.TextMarshaler); ok {
		text, err := m.MarshalText()
		return string(text), err
	}
	switch v.Kind() {
	case reflect.String:
		return v.String(), nil
	case reflect.Pointer:
		if v.Elem().Kind() == reflect.Float64 {
			return strconv.FormatFloat(v.Elem().Float(), 'f', -1, 64), nil
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.String {
			var b strings.Builder
			for i := range v.Len() {
				if i > 0 {
					b.WriteString("; ")
				}
				b.WriteString(escapeItem(v.Index(i).String()))
			}
			return b.String(), nil
		}
		if v.Len() == 0 {
			return "", nil
		}
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v.Interface())
	return strings.TrimSuffix(b.String(), "\n"), err
}

// parseCell sets v to what the cell holds.
func parseCell(v reflect.Value, cell string) error {
	if u, ok := v.Addr().Interface().(encoding.TextUnmarshaler); ok {
		return u.UnmarshalText([]byte(cell))
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(cell)
		return nil
	case reflect.Pointer:
		if v.Type().Elem().Kind() == reflect.Float64 {
			// A table may come from where the comma is the decimal sign.
			f, err := strconv.ParseFloat(strings.Replace(cell, ",", ".", 1), 64)
			if err != nil {
				return fmt.Errorf("not a number: %q", cell)
			}
			v.Set(reflect.ValueOf(&f))
			return nil
		}
		if p := reflect.New(v.Type().Elem()); p.Type().Implements(reflect.TypeFor[encoding.TextUnmarshaler]()) {
			v.Set(p)
			return p.Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(cell))
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.String {
			for _, item := range splitItems(cell) {
				v.Set(reflect.Append(v, reflect.ValueOf(item).Convert(v.Type().Elem())))
			}
			return nil
		}
	}
	err := strictjson.Unmarshal([]byte(cell), v.Addr().Interface())
	if js := (*strictjson.Error)(nil); errors.As(err, &js) {
		return fmt.Errorf("%s: %w", js.Path, js.Err)
	}
	return err
}

// emptyItem is how an item of no characters is written in a list.
const emptyItem = `\e`

// escapeItem writes an item of a list: semicolons, backslashes, and spaces at its
// ends get a backslash before them.
func escapeItem(s string) string {
	if s == "" {
		return emptyItem
	}
	start := len(s) - len(strings.TrimLeft(s, listSpace))
	end := len(strings.TrimRight(s, listSpace))
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		if c == ';' || c == '\\' || strings.IndexByte(listSpace, c) >= 0 && (i < start || i >= end) {
			b.WriteByte('\\')
		}
		b.WriteByte(c)
	}
	return b.String()
}

// listSpace is what may stand around the items of a list.
const listSpace = " \t\r\n"

// splitItems returns the items of a list.
func splitItems(cell string) []string {
	var items []string
	var b strings.Builder
	keep := 0     // the length of the item up to its last character that isn't space
	some := false // whether the item has any, or is written as the empty one
	finish := func() {
		if some {
			items = append(items, b.String()[:keep])
		}
		b.Reset()
		keep, some = 0, false
	}
	for i := 0; i < len(cell); i++ {
		c := cell[i]
		switch {
		case c == ';':
			finish()
		case c == '\\' && i+1 < len(cell):
			i++
			some = true
			if cell[i] != 'e' {
				b.WriteByte(cell[i])
			}
			keep = b.Len()
		case strings.IndexByte(listSpace, c) >= 0:
			if some {
				b.WriteByte(c)
			}
		default:
			b.WriteByte(c)
			some, keep = true, b.Len()
		}
	}
	finish()
	return items
}
