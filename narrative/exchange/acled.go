package exchange

import (
	_ "embed"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/internal/prose"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// acledKinds is the table of sub-event types and kinds of event.
//
//go:embed acled.txt
var acledKinds string

// acledParty is who speaks in an export: ACLED codes what it has read.
var acledParty = narrative.Party{
	ID:   "acled",
	Name: "Armed Conflict Location and Event Data (ACLED)",
	Kind: "organisation",
}

// ReadACLED reads an export of the Armed Conflict Location and Event Data project,
// CSV with its own column names. Each row becomes an assertion by ACLED, of which
// nobody says whose word it is (origin "?"): the source that a row names is the
// paper or feed that carried the report, not who spoke, and becomes the publisher
// of a source whose text is the row's notes.
//
//   - The kind of event is by sub_event_type; a type that isn't known is an event
//     of its own name.
//   - ACLED's actor1 and actor2 don't say who did it to whom. Both are parties;
//     they are agents together where an event needs two (an armed clash, an
//     agreement), actor1 is the agent where it is alone or where actor2 are
//     civilians, and otherwise neither is anything.
//   - fatalities of 0 says that none were reported, and makes no count. Others count
//     the dead of the event's day, about so many: they are estimates.
//   - time_precision 1 is the day, 2 about the day, 3 the month.
//
// Rows at fault are left out: the error joins one for each, with its line and
// column, and the dossier has the others.
func ReadACLED(r io.Reader, name string) (*narrative.Dossier, error) {
	in := &acled{
		records: newRecords(r, name),
		columns: map[string]int{},
		kinds:   readKinds(acledKinds),
		ids:     map[string]bool{},
		d:       new(narrative.Dossier),
	}
	in.cast = narrative.NewCast(in.d)
	in.cast.AddParty(acledParty)
	if err := in.header(); err != nil {
		return nil, err
	}
	var faults []error
	for {
		rec, err := in.next()
		if err == io.EOF {
			break
		}
		if err == nil {
			if err = in.row(rec); err == nil {
				continue
			}
		} else {
			faults = append(faults, err)
			break // what follows may be read wrongly
		}
		if faults = append(faults, err); len(faults) == maxFaults {
			faults = append(faults, in.fault(rec.line, "more faults follow: the rest is left out"))
			break
		}
	}
	in.d.Parties, in.d.Places = in.cast.Parties(), in.cast.Places()
	d, err := checked(in.d, name)
	return d, errors.Join(append(faults, err)...)
}

// acled is an export that is being read.
type acled struct {
	*records
	columns map[string]int
	kinds   map[string]string // of event by sub-event type, in lower case
	ids     map[string]bool   // of the rows so far
	d       *narrative.Dossier
	cast    *narrative.Cast
}

// readKinds reads a table of sub-event types and kinds of event.
func readKinds(table string) map[string]string {
	kinds := map[string]string{}
	for l := range strings.Lines(table) {
		name, kind, found := strings.Cut(strings.TrimSpace(l), "  ")
		if found && name[0] != '#' {
			kinds[strings.ToLower(name)] = strings.TrimSpace(kind)
		}
	}
	return kinds
}

// header reads the names of the columns, of which there are many versions.
func (in *acled) header() error {
	rec, err := in.next()
	if err == io.EOF {
		return in.fault(1, "no table: the first row names the columns")
	}
	if err != nil {
		return err
	}
	for i, n := range rec.cells {
		in.columns[strings.ToLower(strings.TrimSpace(n))] = i
	}
	for _, n := range []string{"event_id_cnty", "event_date", "event_type", "actor1", "notes"} {
		if _, ok := in.columns[n]; !ok {
			return in.fault(rec.line, "no ACLED export: it has no column %q", n)
		}
	}
	return nil
}

// cellOf returns the cell of rec in that column, or "".
func (in *acled) cellOf(rec record, column string) string {
	i, ok := in.columns[column]
	if !ok || i >= len(rec.cells) {
		return ""
	}
	return strings.TrimSpace(unguard(rec.cells[i]))
}

// faultAt returns an error at a cell of rec.
func (in *acled) faultAt(rec record, column, format string, args ...any) error {
	return in.records.fault(rec.line, "column %d, %s: %w", in.columns[column]+1, column, fmt.Errorf(format, args...))
}

// row adds an assertion for a row.
func (in *acled) row(rec record) error {
	id := in.cellOf(rec, "event_id_cnty")
	if id == "" {
		return in.faultAt(rec, "event_id_cnty", "the id is missing")
	}
	if in.ids[id] {
		return in.faultAt(rec, "event_id_cnty", "duplicate id %q", id)
	}
	when, err := in.when(rec)
	if err != nil {
		return err
	}
	counts, err := in.fatalities(rec, when)
	if err != nil {
		return err
	}
	in.ids[id] = true
	a := narrative.Assertion{
		ID:     id,
		Party:  acledParty.ID,
		Said:   in.said(rec),
		Origin: "?",
		Claim: narrative.Claim{
			Event: in.kind(rec),
			Time:  when,
			Place: in.place(rec),
			Count: counts,
			Text:  in.cellOf(rec, "notes"),
		},
	}
	a.Claim.Agent, a.Claim.Target = in.actors(rec, a.Claim.Event)
	if s := in.source(rec); s != nil {
		a.Source = s.ID
		if q, err := s.Anchor(0, len(s.Text)); err == nil {
			a.Quotes = []source.Anchor{q}
		}
	}
	in.d.Assertions = append(in.d.Assertions, a)
	return nil
}

// acledDates are the forms in which exports of different years have dates.
var acledDates = []string{"2 January 2006", "2006-01-02", "2-Jan-06", "2-Jan-2006"}

// when returns the time of an event, as vague as its precision.
func (in *acled) when(rec record) (edtf.Time, error) {
	cell := in.cellOf(rec, "event_date")
	for _, layout := range acledDates {
		t, err := time.Parse(layout, cell)
		if err != nil {
			continue
		}
		form := "2006-01-02"
		switch in.cellOf(rec, "time_precision") {
		case "2":
			form += "~"
		case "3":
			form = "2006-01"
		}
		return edtf.Parse(t.Format(form))
	}
	return edtf.Time{}, in.faultAt(rec, "event_date", "no date: %q (want it as 13 September 2022 or 2022-09-13)", prose.Clip(cell, 60))
}

// said returns the day on which ACLED wrote the row, as far as the row says it.
func (in *acled) said(rec record) edtf.Time {
	seconds, err := strconv.ParseInt(in.cellOf(rec, "timestamp"), 10, 64)
	if err != nil {
		return edtf.Time{}
	}
	t, err := edtf.Parse(time.Unix(seconds, 0).UTC().Format("2006-01-02"))
	if err != nil {
		return edtf.Time{} // a year of five digits
	}
	return t
}

// fatalities returns the count of the killed.
func (in *acled) fatalities(rec record, when edtf.Time) ([]narrative.Count, error) {
	cell := in.cellOf(rec, "fatalities")
	if cell == "" {
		return nil, nil
	}
	n, err := strconv.ParseUint(cell, 10, 32)
	if err != nil {
		return nil, in.faultAt(rec, "fatalities", "not a number of people: %q", prose.Clip(cell, 60))
	}
	if n == 0 {
		return nil, nil
	}
	f := float64(n)
	return []narrative.Count{{Of: "killed", Min: &f, Max: &f, About: true, Span: when.String()}}, nil
}

// kind returns the kind of event.
func (in *acled) kind(rec record) string {
	sub := in.cellOf(rec, "sub_event_type")
	if kind := in.kinds[strings.ToLower(sub)]; kind != "" && kind != "-" {
		return kind
	}
	if sub == "" {
		sub = in.cellOf(rec, "event_type")
	}
	return narrative.Slug(sub)
}

// mutual are the kinds of event whose parties all take part.
var mutual = []string{"clash", "agreement"}

// actors declares the actors of a row and returns who did it to whom, as far as
// the row says so.
func (in *acled) actors(rec record, kind string) (agent, target []string) {
	one, two := in.actor(rec, "1"), in.actor(rec, "2")
	civilians := strings.HasPrefix(in.cellOf(rec, "actor2"), "Civilians")
	switch {
	case one == "":
		return nil, nil
	case two == "":
		return []string{one}, nil
	case slices.Contains(mutual, kind):
		return []string{one, two}, nil
	case civilians:
		return []string{one}, []string{two}
	}
	return nil, nil
}

// actorKinds are the kinds of party by ACLED's types of actor, as numbers in older
// exports.
var actorKinds = map[string]string{
	"1": "body", "state forces": "body",
	"2": "group", "rebel group": "group", "rebel groups": "group",
	"3": "group", "political militia": "group", "political militias": "group",
	"4": "group", "identity militia": "group", "identity militias": "group",
	"5": "group", "rioters": "group",
	"6": "group", "protesters": "group",
	"7": "group", "civilians": "group",
	"8": "group", "external/other forces": "group",
}

// actor declares an actor of a row, n being "1" or "2".
func (in *acled) actor(rec record, n string) string {
	name := in.cellOf(rec, "actor"+n)
	if name == "" {
		return ""
	}
	p := narrative.Party{Name: name, Kind: actorKinds[strings.ToLower(in.cellOf(rec, "inter"+n))]}
	if m := forces.FindStringSubmatch(name); m != nil {
		p.Of = in.party(narrative.Party{Name: m[1], Kind: "state"})
	}
	return in.party(p)
}

// forces matches ACLED's names of a state's own actors, with the years of the
// government: "Military Forces of Armenia (2018-)".
var forces = regexp.MustCompile(`^(?:Military Forces|Police Forces|Government) of (.+?) \(\d{4}-(?:\d{4})?\)`)

// party declares p, once, and returns its id.
func (in *acled) party(p narrative.Party) string {
	for _, id := range in.cast.Named(p.Name) {
		if in.cast.Party(id) != nil {
			return id
		}
	}
	return in.cast.AddParty(p)
}

// place declares the location of a row in its regions and country, and returns the
// smallest. The country is a party, since it is that of its forces.
func (in *acled) place(rec record) []string {
	within := ""
	if country := in.cellOf(rec, "country"); country != "" {
		within = in.party(narrative.Party{Name: country, Kind: "state"})
	}
	for _, level := range []struct{ column, kind string }{
		{"admin1", "region"}, {"admin2", "district"}, {"admin3", "district"}, {"location", "town"},
	} {
		name := in.cellOf(rec, level.column)
		if name == "" {
			continue
		}
		// A town and its district often share a name; so do towns of two countries.
		id := ""
		for _, known := range in.cast.Named(name) {
			if p := in.cast.Place(known); p != nil && p.Within == within && p.Kind == level.kind {
				id = known
			}
		}
		if id == "" {
			id = in.cast.AddPlace(narrative.Place{Name: name, Kind: level.kind, Within: within})
		}
		within = id
	}
	if within == "" {
		return nil
	}
	return []string{within}
}

// source declares the report that a row was coded from, and returns it; nil where
// there are no notes.
func (in *acled) source(rec record) *source.Document {
	s := &source.Document{Publisher: in.cellOf(rec, "source"), Text: in.cellOf(rec, "notes"), Language: "en"}
	if s.Text == "" && s.Publisher == "" {
		return nil
	}
	s.ID = "acled-" + in.cellOf(rec, "event_id_cnty")
	in.d.Sources = append(in.d.Sources, s)
	return s
}
