package source

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/seed514b815a/rashomon/edtf"
)

// dateLayouts are the forms in which pages and front matters state a date. None
// is of those that Europeans and Americans read differently, as 03/04/2026.
var dateLayouts = []struct {
	layout string
	to     string // the layout of the EDTF string
}{
	{"2006-01-02T15:04:05Z07:00", edtfZone},
	{"2006-01-02T15:04Z07:00", edtfZone},
	{"2006-01-02T15:04:05Z0700", edtfZone},
	{"2006-01-02 15:04:05Z07:00", edtfZone},
	{"2006-01-02 15:04:05 Z07:00", edtfZone},
	{"2006-01-02 15:04:05 -0700", edtfZone},
	{"2006-01-02 15:04:05 UTC", edtfZone},
	{"Mon, 2 Jan 2006 15:04:05 -0700", edtfZone},
	{"Mon, 2 Jan 2006 15:04:05 GMT", edtfZone},
	{"20060102T150405Z0700", edtfZone},
	{"2006-01-02T15:04:05", edtfWall},
	{"2006-01-02T15:04", edtfWall},
	{"2006-01-02 15:04:05", edtfWall},
	{"2006-01-02 15:04", edtfWall},
	{"2006-01-02", edtfDay},
	{"2006-01", "2006-01"},
	{"20060102", edtfDay},
	{"2006/01/02", edtfDay},
	{"2 January 2006", edtfDay},
	{"2 Jan 2006", edtfDay},
	{"January 2, 2006", edtfDay},
	{"Jan 2, 2006", edtfDay},
}

const (
	edtfZone = "2006-01-02T15:04:05Z07:00"
	edtfWall = "2006-01-02T15:04:05"
	edtfDay  = "2006-01-02"
)

// fraction matches the parts of a second, which nothing here needs.
var fraction = regexp.MustCompile(`(:\d\d)[.,]\d+`)

// parseDate reads a date as pages and front matters state it. Years before 1900
// are refused: they are what a system prints that has no date.
func parseDate(s string) (edtf.Time, error) {
	s = fraction.ReplaceAllString(strings.TrimSpace(s), "$1")
	for _, l := range dateLayouts {
		t, err := time.Parse(l.layout, s)
		if err == nil && t.Year() >= 1900 {
			return edtf.Parse(t.Format(l.to))
		}
	}
	return edtf.Time{}, fmt.Errorf("no date that can be read: %q; write it as 2022-09-13", s)
}
