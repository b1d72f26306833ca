// Package prose writes the parts of which English sentences are put together:
// lists, figures, times, quotes too long to be shown whole. It knows no claim and no
// finding.
package prose

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Series joins words as a sentence does: "a, b and c"; of none, "nobody".
func Series(list []string) string {
	switch n := len(list); n {
	case 0:
		return "nobody"
	case 1:
		return list[0]
	default:
		return strings.Join(list[:n-1], ", ") + " and " + list[n-1]
	}
}

// Capital begins a sentence with a capital.
func Capital(s string) string {
	if s == "" {
		return ""
	}
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// Clip shortens a text to about n bytes, at a space where there is one.
func Clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	cut := strings.ToValidUTF8(s[:n], "")
	if i := strings.LastIndexByte(cut, ' '); i > n/2 {
		cut = cut[:i]
	}
	return cut + "..."
}

// Figure writes a figure with its bounds, nil where it has none: "49", "at least 40",
// "about 1200 to 1500".
func Figure(least, most *float64, about bool) string {
	s := ""
	switch {
	case least == nil && most == nil:
		return "no figure"
	case most == nil:
		s = "at least " + Number(*least)
	case least == nil:
		s = "up to " + Number(*most)
	case *least == *most:
		s = Number(*least)
	default:
		s = Number(*least) + " to " + Number(*most)
	}
	if about {
		s = "about " + s
	}
	return s
}

// Number writes a number in as many digits as it takes: 1200, 0.5.
func Number(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

// Time writes a time, given in EDTF, as people do, where it is a day, a month, a
// time of day, or an interval between such; else as it is.
func Time(t string) string {
	from, to, ok := strings.Cut(t, "/")
	if !ok {
		s, _, _ := moment(t)
		return s
	}
	switch {
	case from == "" || from == "..":
		return "until " + Time(to)
	case to == "" || to == "..":
		return "since " + Time(from)
	}
	x, dayX, clockX := moment(from)
	y, dayY, clockY := moment(to)
	if clockX && clockY && dayX == dayY {
		_, y, _ = strings.Cut(y, ", ")
	}
	return x + " to " + y
}

// moment writes one time. day is its date, and clock says that it has an hour.
func moment(t string) (s, day string, clock bool) {
	for _, f := range [...]struct{ from, to string }{
		{"2006-01-02T15:04:05Z07:00", "2 January 2006, 15:04"}, {"2006-01-02T15:04Z07:00", "2 January 2006, 15:04"},
		{"2006-01-02T15:04:05", "2 January 2006, 15:04"}, {"2006-01-02T15:04", "2 January 2006, 15:04"},
		{"2006-01-02", "2 January 2006"}, {"2006-01", "January 2006"},
	} {
		if d, err := time.Parse(f.from, t); err == nil {
			return d.Format(f.to), d.Format(time.DateOnly), strings.Contains(f.to, "15")
		}
	}
	return t, "", false
}
