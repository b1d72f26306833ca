package exchange

import (
	"errors"
	"fmt"
	"io"
	"net/url"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/seed514b815a/rashomon/internal/prose"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// ReadTable reads a dossier from a table, separated by commas, semicolons or tabs.
//
// The first row names the columns, by the names of a dossier file's fields; those
// of a claim stand beside those of its assertion: id, party, source, said, stance,
// event, agent, target, place, time, text and so on. The column record says what a
// row is: assertion, which is the default, dossier (for its title), party, place,
// source, decision or correction. A column or word that isn't known is an error.
//
// The items of a list are separated by semicolons; a backslash before a semicolon
// keeps it. A count, a chain and quotes are JSON, as in the dossier file.
//
// A table of assertions alone is enough: without rows for parties, those that
// stand in the columns party, origin and agent are declared by their names, and so
// are sources; an assertion without an id gets one from its line.
//
// The table is read whole or not at all. Errors name line and column.
func ReadTable(r io.Reader, name string) (*narrative.Dossier, error) {
	t := &table{records: newRecords(r, name), d: new(narrative.Dossier)}
	if err := t.header(); err != nil {
		return nil, err
	}
	for {
		rec, err := t.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, errors.Join(append(t.faults, err)...) // what follows may be read wrongly
		}
		t.row(rec)
		if len(t.faults) >= maxFaults {
			break
		}
	}
	if len(t.faults) > 0 {
		return nil, errors.Join(t.faults...)
	}
	t.declare()
	d, err := checked(t.d, name)
	return d, t.locate(err)
}

// A table is being read.
type table struct {
	*records
	names  []string // of the columns
	d      *narrative.Dossier
	lines  map[string]int // on which the records begin, by their JSON path
	faults []error
}

// header reads the names of the columns.
func (t *table) header() error {
	rec, err := t.next()
	if err == io.EOF {
		return t.fault(1, "no table: the first row names the columns")
	}
	if err != nil {
		return err
	}
	known := map[string]bool{"record": true}
	for _, kind := range recordKinds {
		all, _ := columns(recordTypes[kind])
		for _, n := range all {
			known[n] = true
		}
	}
	for i, n := range rec.cells {
		n = strings.TrimSpace(n)
		switch {
		case !known[n]:
			return t.fault(rec.line, "column %d: unknown column %q", i+1, n)
		case slices.Contains(t.names, n):
			return t.fault(rec.line, "column %d: %q stands here for the second time", i+1, n)
		}
		t.names = append(t.names, n)
	}
	t.lines = map[string]int{}
	return nil
}

// row adds a record to the dossier.
func (t *table) row(rec record) {
	cells := map[string]string{}
	for i, cell := range rec.cells {
		switch {
		case cell == "":
		case i >= len(t.names):
			t.faults = append(t.faults, t.fault(rec.line, "column %d: %q stands under no column's name", i+1, prose.Clip(cell, 60)))
			return
		default:
			cells[t.names[i]] = unguard(cell)
		}
	}
	if len(cells) == 0 {
		return
	}
	kind := cells["record"]
	delete(cells, "record")
	if kind == "" {
		kind = assertionRecord
	}
	typ, ok := recordTypes[kind]
	if !ok {
		t.faults = append(t.faults, t.fault(rec.line, "column %d, record: unknown record %q (want %s)",
			1+slices.Index(t.names, "record"), kind, strings.Join(recordKinds, ", ")))
		return
	}
	v := reflect.New(typ).Elem()
	_, fields := columns(typ)
	for i, n := range t.names {
		cell, filled := cells[n]
		if !filled {
			continue
		}
		at, ok := fields[n]
		if !ok {
			t.faults = append(t.faults, t.fault(rec.line, "column %d, %s: a record %q has no such field: %q", i+1, n, kind, prose.Clip(cell, 60)))
			continue
		}
		if err := parseCell(v.FieldByIndex(at), cell); err != nil {
			t.faults = append(t.faults, t.fault(rec.line, "column %d, %s: %w", i+1, n, err))
		}
	}
	t.add(v.Interface(), rec.line)
}

// add puts a record into its list.
func (t *table) add(record any, line int) {
	path := ""
	switch r := record.(type) {
	case narrative.Assertion:
		if r.ID == "" {
			r.ID = "row" + strconv.Itoa(line)
		}
		path = fmt.Sprintf("$.assertions[%d]", len(t.d.Assertions))
		t.d.Assertions = append(t.d.Assertions, r)
	case titled:
		if t.d.Title != "" {
			t.faults = append(t.faults, t.fault(line, "a second title: %q", r.Title))
		}
		t.d.Title = r.Title
	case narrative.Party:
		path = fmt.Sprintf("$.parties[%d]", len(t.d.Parties))
		t.d.Parties = append(t.d.Parties, r)
	case narrative.Place:
		path = fmt.Sprintf("$.places[%d]", len(t.d.Places))
		t.d.Places = append(t.d.Places, r)
	case source.Document:
		path = fmt.Sprintf("$.sources[%d]", len(t.d.Sources))
		t.d.Sources = append(t.d.Sources, &r)
	case narrative.Decision:
		path = fmt.Sprintf("$.decisions[%d]", len(t.d.Decisions))
		t.d.Decisions = append(t.d.Decisions, r)
	case narrative.Correction:
		path = fmt.Sprintf("$.corrections[%d]", len(t.d.Corrections))
		t.d.Corrections = append(t.d.Corrections, r)
	}
	t.lines[path] = line
}

// declare adds the parties and sources that assertions name, where the table has
// no rows for any.
func (t *table) declare() {
	d := t.d
	if len(d.Parties) == 0 {
		ids := map[string]string{} // by name
		id := func(name string) string {
			if name == "" || name == "?" {
				return name
			}
			if _, ok := ids[name]; !ok {
				if ids[name] = narrative.Slug(name); ids[name] == "" {
					ids[name] = name
				}
				if !slices.ContainsFunc(d.Parties, func(p narrative.Party) bool { return p.ID == ids[name] }) {
					d.Parties = append(d.Parties, narrative.Party{ID: ids[name], Name: name})
				}
			}
			return ids[name]
		}
		places := map[string]bool{}
		for _, p := range d.Places {
			places[p.ID] = true
		}
		for i := range d.Assertions {
			a := &d.Assertions[i]
			a.Party, a.Origin = id(a.Party), id(a.Origin)
			for j, name := range a.Claim.Agent {
				if !places[name] {
					a.Claim.Agent[j] = id(name)
				}
			}
			for j := range a.Chain {
				a.Chain[j].Party = id(a.Chain[j].Party)
			}
			for _, list := range [][]string{a.Claim.Target, a.Claim.Place} {
				for j, name := range list {
					if known, ok := ids[name]; ok && !places[name] {
						list[j] = known
					}
				}
			}
		}
	}
	if len(d.Sources) == 0 {
		known := map[string]bool{"": true}
		for _, a := range d.Assertions {
			if known[a.Source] {
				continue
			}
			known[a.Source] = true
			s := &source.Document{ID: a.Source, Title: a.Source}
			if u, err := url.Parse(a.Source); err == nil && u.Host != "" {
				s.Title, s.URL = "", a.Source
			}
			d.Sources = append(d.Sources, s)
		}
	}
}

// locate puts the line of its record into each error of a dossier's validation.
func (t *table) locate(err error) error {
	for e := range each(err) {
		if at := (*source.Error)(nil); errors.As(e, &at) && at.Line == 0 {
			record := at.Path[:strings.Index(at.Path, "]")+1]
			at.Line = t.lines[record]
		}
	}
	return err
}
