package when

import "github.com/seed514b815a/rashomon/internal/lex"

// clockRef is a time of day.
type clockRef struct {
	stated  bool
	h, m, s int
	seconds bool // s is stated
	about   bool
	lean    int  // -1: shortly before, +1: shortly after
	zoned   bool // with a zone of its own, offset minutes east of UTC
	offset  int
	derived bool // the zone follows from the same time given for another
}

// meridiem reads "a.m.", "am", "p.m." or "pm" at token i.
func (p *parser) meridiem(i int) (pm bool, next int, ok bool) {
	t := p.at(i)
	switch {
	case t.Is("am", "pm"):
		return t.Low == "pm", i + 1, true
	case t.Is("a", "p") && p.at(i+1).Is(".") && t.Touches(p.at(i+1)) && p.at(i+2).Is("m"):
		next = i + 3
		// A full stop behind it belongs to it, as long as it isn't the sentence's.
		if stop := p.at(next); stop.Is(".") && p.at(next-1).Touches(stop) {
			next++
		}
		return t.Low == "p", next, true
	}
	return false, i, false
}

// clock reads a time of day at token i. With cue, a word before it says that a
// time follows, so that "2:30" is one.
func (p *parser) clock(i int, cue bool) (clockRef, int, bool) {
	c, next, ok := p.bareClock(i, cue)
	if !ok {
		return c, i, false
	}
	next, zoned := p.zone(&c, next)
	if open := p.at(next); open.Is("(") && !(zoned && c.zoned) { // "06:30 local time (02:30 GMT)"
		other, end, ok := p.bareClock(next+1, true)
		if ok {
			end, _ = p.zone(&other, end)
		}
		if ok && other.zoned && p.at(end).Is(")") {
			d := (c.h*60 + c.m) - (other.h*60 + other.m) + other.offset + 24*60
			if d %= 24 * 60; d > 14*60 {
				d -= 24 * 60
			}
			if d >= -12*60 {
				c.zoned, c.offset, c.derived = true, d, true
				next = end + 1
			}
		}
	}
	return c, next, true
}

// zone reads the zone behind a time of day.
func (p *parser) zone(c *clockRef, i int) (next int, ok bool) {
	t := p.at(i)
	if off, ok := clockZones[t.Low]; ok && t.Upper {
		c.zoned, c.offset = true, off
		return i + 1, true
	}
	if off, ok := cityTimes[t.Low]; ok && p.at(i+1).Is("time") {
		c.zoned, c.offset = true, off
		return i + 2, true
	}
	if t.Is("local") && p.at(i+1).Is("time") {
		return i + 2, true
	}
	return i, false
}

// bareClock reads a time of day without its zone.
func (p *parser) bareClock(i int, cue bool) (clockRef, int, bool) {
	t := p.at(i)
	c := clockRef{stated: true}
	prev := p.at(i - 1)
	if n, ok := number(t); !ok || prev.Touches(t) && (prev.Is(":", ".", ",", "/", "$", "€", "£") || prev.Is("-") && !cue) || prev.Touches(t) && prev.Kind == lex.Word {
		return c, i, false
	} else if len(t.Low) == 4 { // 1430 GMT, 0005 hours
		c.h, c.m = n/100, n%100
		next := i + 1
		_, zoned := clockZones[p.at(next).Low]
		hours := p.at(next).Is("hours", "hrs")
		if c.h > 23 || c.m > 59 || !zoned && !(hours && (t.Low[0] == '0' || cue)) {
			return c, i, false
		}
		if hours {
			next++
		}
		return c, next, true
	} else {
		c.h = n
	}
	if len(t.Low) > 2 {
		return c, i, false
	}
	next := i + 1
	minutes := false
	colon, mm := p.at(i+1), p.at(i+2)
	if colon.Is(":", ".") && t.Touches(colon) && colon.Touches(mm) && mm.Kind == lex.Number && len(mm.Low) == 2 {
		c.m, _ = number(mm)
		minutes = true
		next = i + 3
		if colon2, ss := p.at(next), p.at(next+1); colon.Is(":") && colon2.Is(":") && mm.Touches(colon2) && colon2.Touches(ss) && ss.Kind == lex.Number && len(ss.Low) == 2 {
			c.s, _ = number(ss)
			c.seconds = true
			next += 2
		}
	}
	if after := p.at(next); p.at(next-1).Touches(after) && after.Is(":", "/", "%") {
		return c, i, false
	}
	pm, end, meridiem := p.meridiem(next)
	_, zoned := clockZones[p.at(next).Low]
	switch {
	case meridiem:
		if c.h < 1 || c.h > 12 {
			return c, i, false
		}
		c.h %= 12
		if pm {
			c.h += 12
		}
		next = end
	case minutes && colon.Is(":"):
		if !cue && !zoned && len(t.Low) < 2 {
			return c, i, false
		}
	case minutes && !zoned:
		return c, i, false // 2.30 may be any number
	case minutes:
	case p.at(next).Is("o") && p.at(next+1).Is("'", "’") && p.at(next+2).Is("clock"):
		next += 3
	case cue && p.at(next).Is("in") && p.at(next+1).Is("the") && parts[p.at(next+2).Low].to > 0:
	default:
		return c, i, false
	}
	// "at 6 in the evening"
	if !meridiem && p.at(next).Is("in") && p.at(next+1).Is("the") {
		w := p.at(next + 2)
		switch {
		case w.Is("morning"):
			c.h %= 12
			next += 3
		case w.Is("afternoon", "evening") && c.h <= 12:
			c.h = c.h%12 + 12
			next += 3
		}
	}
	if c.h > 23 || c.m > 59 || c.s > 59 {
		return c, i, false
	}
	return c, next, true
}

// clockRange reads two times of day: "between 2 and 4 a.m.", "from 00:05 to
// 01:00 on Tuesday", "2-4 p.m."; what the first leaves out it has from the second.
func (p *parser) clockRange(i int) (Expr, int, bool) {
	j := i
	lead := p.at(i).Is("from", "between")
	if lead {
		j++
	}
	a, next, okA := p.clock(j, lead)
	bareA := false
	if !okA {
		t := p.at(j)
		n, ok := number(t)
		if !ok || len(t.Low) > 2 || n < 1 || n > 12 || p.at(j-1).Touches(t) && p.at(j-1).Kind != lex.Word {
			return Expr{}, i, false
		}
		a, next, bareA = clockRef{stated: true, h: n}, j+1, true
	}
	sep := p.at(next)
	if !(sep.Is("to", "until", "till", "-", "–") && !p.at(i).Is("between")) && !(sep.Is("and") && p.at(i).Is("between")) {
		return Expr{}, i, false
	}
	b, end, ok := p.clock(next+1, true)
	if !ok && bareA {
		return Expr{}, i, false
	}
	if !ok {
		// "from 18:00 to Tuesday", "from 2 a.m. on Monday": no range of times of day
		return Expr{}, i, false
	}
	if bareA {
		// "2 to 4 p.m." begins in the half of the day in which it ends
		if b.h >= 12 && a.h%12+12 <= b.h {
			a.h = a.h%12 + 12
		} else {
			a.h %= 12
		}
	}
	if b.zoned && !a.zoned {
		a.zoned, a.offset = true, b.offset
	}
	e := Expr{a: point{clock: a}, b: point{clock: b}, pair: true}
	// the day may follow
	k := p.skip(end, ",", "on")
	if d, after, ok := p.day(k, false); ok && d.kind.daily() {
		e.a.day, end = d, after
		e.a, end = p.merge(e.a, end)
	}
	return e, end, true
}
