package narrative

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/seed514b815a/rashomon/internal/lex"
	"github.com/seed514b815a/rashomon/internal/prose"
)

// A Figure is a figure of a text: "at least 49", "dozens", "1.2 million".
type Figure struct {
	Start, End int    // text[Start:End]
	Count      Count  // its Min, Max and About; both nil: said to be some, not how many
	Unit       string // "%", or the sign of a currency
}

// maxFigureLen bounds the texts that [ParseCount] reads, maxFigure the figures:
// all below are exact as a float64.
const (
	maxFigureLen = 200
	maxFigure    = 1e15
)

// ParseCount reads a figure as English writes it, by the default readings:
//
//	49   1,200   1.2 million   twenty-three   a dozen   none   5%
//	at least 49   more than 6,500   up to 60   fewer than 10   50 or more
//	about 50   nearly 200   40 to 60   49 or 50   between 40 and 60
//	dozens   several hundred   tens of thousands   a few   unquantified
//
// The Count has Min, Max and About only. A range includes its ends: more than
// 6,500 is at least 6,501. "Nearly" and the like are marked About, as "about" is.
func ParseCount(s string) (Count, error) { return new(Readings).ParseCount(s) }

// ParseCount is the function [ParseCount] by these readings.
func (p *Readings) ParseCount(s string) (Count, error) {
	if len(s) > maxFigureLen {
		return Count{}, fmt.Errorf("%q is no figure: longer than %d bytes", prose.Clip(s, 80), maxFigureLen)
	}
	r := reader{readings: p, text: s, toks: lex.Tokens(s), whole: true}
	f, next, ok := r.figure(0)
	if ok && next < len(r.toks) && r.toks[next].Is("of") {
		next++
	}
	if !ok || next != len(r.toks) {
		return Count{}, fmt.Errorf("%q is no figure (as 49, at least 49, 40 to 60, dozens, unquantified)", s)
	}
	return f.Count, nil
}

// FindFigures returns the figures of a text in order, none overlapping another.
// It leaves out what is plainly no number of things (12th, 00:05, BM-21), but it
// knows nothing of what is counted: a year or a day of a month is a figure too.
// "From 49 to 105" are two figures, since it may tell of a change.
func (p *Readings) FindFigures(text string) []Figure {
	r := reader{readings: p, text: text, toks: lex.Tokens(text)}
	var out []Figure
	for i := 0; i < len(r.toks); {
		f, next, ok := r.figure(i)
		if !ok {
			i++
			continue
		}
		out = append(out, f)
		i = next
	}
	return out
}

// String writes the figure as [ParseCount] reads it: "at least 6,501".
func (c Count) String() string {
	about := ""
	if c.About {
		about = "about "
	}
	switch {
	case c.Min == nil && c.Max == nil:
		return "no figure"
	case c.Max == nil:
		return "at least " + about + grouped(*c.Min)
	case c.Min == nil:
		return "up to " + about + grouped(*c.Max)
	case *c.Min == *c.Max:
		return about + grouped(*c.Min)
	}
	return about + grouped(*c.Min) + " to " + grouped(*c.Max)
}

// grouped writes 6501 as 6,501, and -0 as 0.
func grouped(n float64) string {
	whole, frac, _ := strings.Cut(strconv.FormatFloat(n+0, 'f', -1, 64), ".")
	var b strings.Builder
	for i, d := range whole {
		if left := len(whole) - i; i > 0 && left%3 == 0 && whole[i-1] != '-' {
			b.WriteByte(',')
		}
		b.WriteRune(d)
	}
	if frac != "" {
		b.WriteString("." + frac)
	}
	return b.String()
}

// reader reads the figures of one text.
type reader struct {
	readings *Readings
	text     string
	toks     []lex.Token
	whole    bool // the text is one figure and nothing else
}

// bound is what a word before or after a figure makes of it.
type bound uint8

const (
	exactly bound = iota
	atLeast
	moreThan
	upTo
	lessThan
	about
	between // A and B
	from    // A to B
	some    // no figure is given
)

// before lists the words before a figure, longest first where one begins another.
var before = phrases(map[bound][]string{
	atLeast: {"at least", "no fewer than", "no less than", "not fewer than", "not less than",
		"a minimum of", "minimum", "as few as", "at the very least"},
	moreThan: {"more than", "over", "well over", "just over", "above", "in excess of", "upwards of",
		"upward of", "greater than", "exceeding"},
	upTo: {"up to", "at most", "no more than", "not more than", "a maximum of", "maximum",
		"as many as", "as much as", "at the most"},
	lessThan: {"fewer than", "less than", "under", "well under", "below"},
	about: {"about", "around", "some", "roughly", "approximately", "approx", "nearly", "almost", "circa",
		"close to", "approaching", "just under", "just short of", "an estimated", "estimated"},
	between: {"between"},
	from:    {"from"},
})

// behind lists the words after a figure.
var behind = phrases(map[bound][]string{
	atLeast: {"or more", "or above", "or higher", "plus", "+", "- plus", "at least", "and more", "and counting"},
	upTo:    {"or fewer", "or less", "at most", "at the most"},
	about:   {"or so", "or thereabouts"},
})

// uncounted lists the words that say some without saying how many. Those of one
// word are read only where they are the whole text.
var uncounted = phrases(map[bound][]string{
	some: {"an unspecified number", "an unknown number", "an undisclosed number", "an undetermined number",
		"a number", "a large number", "large numbers", "unquantified", "unspecified", "unknown", "no figure",
		"many", "numerous", "countless", "some"},
})

type phrase struct {
	words []string
	means bound
}

// phrases indexes a table by the first word of its phrases.
func phrases(table map[bound][]string) map[string][]phrase {
	index := map[string][]phrase{}
	for means, list := range table {
		for _, s := range list {
			w := strings.Fields(s)
			index[w[0]] = append(index[w[0]], phrase{w, means})
		}
	}
	return index
}

// match returns the meaning of the longest phrase at token i, and the token after it.
func (r *reader) match(index map[string][]phrase, i int) (bound, int) {
	means, next := exactly, i
	for _, p := range index[r.at(i).Low] {
		n := len(p.words)
		if n <= next-i {
			continue
		}
		ok := true
		for k, w := range p.words {
			ok = ok && r.at(i+k).Low == w
		}
		if ok {
			means, next = p.means, i+n
		}
	}
	return means, next
}

// at returns token i; there is an empty one before and after the text.
func (r *reader) at(i int) lex.Token {
	if i < 0 || i >= len(r.toks) {
		return lex.Token{Start: -1, End: -2}
	}
	return r.toks[i]
}

// figure reads a figure that starts at token i.
func (r *reader) figure(i int) (Figure, int, bool) {
	if _, next := r.match(uncounted, i); next > i && (next > i+1 || r.whole && next == len(r.toks)) {
		return r.found(i, next, Count{}, ""), next, true
	}
	if r.score(i - 1) {
		return Figure{}, i, false
	}
	limit, near := exactly, false
	j := i
	for range 2 { // "at least about"
		means, next := r.match(before, j)
		if next == j {
			break
		}
		if means == about {
			near = true
		} else if limit == exactly {
			limit = means
		} else {
			return Figure{}, i, false
		}
		j = next
	}
	n, next, ok := r.quantity(j)
	if !ok || limit == from && !r.whole {
		return Figure{}, i, false
	}
	paired := false
	if second, after, ok := r.second(limit, n, j, next); ok {
		n.scale(&second)
		n.hi, n.about, next, paired = second.hi, n.about || second.about, after, true
		if n.unit == "" {
			n.unit = second.unit
		}
		if n.lo > n.hi {
			return Figure{}, i, false
		}
	}
	if (limit == between || limit == from || r.score(next)) && !paired {
		return Figure{}, i, false
	}
	if means, after := r.match(behind, next); after > next && (means == about || limit == exactly) && !r.hyphenated(next, after) {
		if means == about {
			near = true
		} else {
			limit = means
		}
		next = after
	}
	c, ok := n.count(limit, near)
	return r.found(i, next, c, n.unit), next, ok
}

// score tells whether token i is the hyphen of a score or a vote, "7-4", where it
// isn't that of a range.
func (r *reader) score(i int) bool {
	a, hyphen, b := r.at(i-1), r.at(i), r.at(i+1)
	return hyphen.Is("-", "–") && a.Touches(hyphen) && hyphen.Touches(b) && a.Kind == lex.Number && b.Kind == lex.Number
}

// hyphenated tells whether the words "-plus" don't touch the figure.
func (r *reader) hyphenated(from, to int) bool {
	return r.at(from).Is("-") && !(r.at(from-1).Touches(r.at(from)) && r.at(from).Touches(r.at(to-1)))
}

func (r *reader) found(i, next int, c Count, unit string) Figure {
	return Figure{Start: r.toks[i].Start, End: r.toks[next-1].End, Count: c, Unit: unit}
}

// second reads the other end of a range, after a first quantity n between the
// tokens start and next.
func (r *reader) second(limit bound, n quantity, start, next int) (quantity, int, bool) {
	sep := r.at(next)
	var ok bool
	switch {
	case limit == between:
		ok = sep.Is("and")
	case sep.Is("to"):
		ok = r.whole || !r.at(start-1).Is("from")
	case sep.Is("or"):
		ok = limit != from
	case sep.Is("-", "–", "—"):
		ok = r.at(next-1).Touches(sep) == sep.Touches(r.at(next+1)) && limit != from
	}
	if !ok {
		return quantity{}, next, false
	}
	second, after, ok := r.quantity(next + 1)
	if !ok || second.lo < n.lo && second.factor <= 1 || second.lo == n.lo && !sep.Is("and", "to", "or") { // "5-5" is a score
		return quantity{}, next, false
	}
	return second, after, true
}

// count makes a Count of a quantity and the words around it.
func (n quantity) count(limit bound, near bool) (Count, bool) {
	c := Count{About: near || n.about}
	step := 1.0 // to the next number of things; shares and sums have none
	if n.unit != "" || n.lo != math.Trunc(n.lo) || n.hi != math.Trunc(n.hi) {
		step = 0
	}
	lo, hi := n.lo, n.hi
	switch limit {
	case atLeast:
		c.Min = &lo
	case moreThan:
		lo += step
		c.Min = &lo
	case upTo:
		c.Max = &hi
	case lessThan:
		hi -= step
		c.Max = &hi
	default:
		c.Min, c.Max = &lo, &hi
	}
	return c, hi >= 0 && lo <= maxFigure && hi <= maxFigure
}
