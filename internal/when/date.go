package when

import "github.com/seed514b815a/rashomon/internal/lex"

// month reads the name of a month at token i; an abbreviation may have its stop.
func (p *parser) month(i int) (int, int, bool) {
	t := p.at(i)
	if !t.Upper || p.at(i-1).Touches(t) && p.at(i-1).Kind != lex.Mark {
		return 0, i, false
	}
	if m, ok := months[t.Low]; ok {
		return m, i + 1, true
	}
	if m, ok := monthAbbreviations[t.Low]; ok {
		next := i + 1
		if stop := p.at(next); stop.Is(".") && t.Touches(stop) {
			next++
		}
		return m, next, true
	}
	return 0, i, false
}

// monthFirst reads what begins with the name of a month: "September 12, 2022",
// "September 12-13", "September 2022", or no more than the name after a word that
// says that a time follows ("in September").
func (p *parser) monthFirst(i int) (dayRef, int, bool) {
	m, next, ok := p.month(i)
	if !ok {
		return dayRef{}, i, false
	}
	if d, d2, j, ok := p.days(next, m); ok {
		ref := dayRef{kind: dateRef, m: m, d: d, d2: d2}
		return p.withYear(ref, j)
	}
	j := p.skip(next, ",", "of")
	if y, ok := p.year(j); ok && (j == next || !p.at(next).Is(",") || y > 1000) {
		return dayRef{kind: monthRef, m: m, y: y, hasYear: true}, j + 1, true
	}
	if next == i+1 && months[p.at(i).Low] > 0 && p.monthCue(i-1) {
		return dayRef{kind: monthRef, m: m}, next, true
	}
	return dayRef{}, i, false
}

// monthCue tells whether the name of a month after token i is one: May and March
// are words too.
func (p *parser) monthCue(i int) bool {
	return p.at(i).Is("in", "since", "until", "till", "by", "during", "before", "after", "early", "mid", "late",
		"from", "to", "between", "through", "throughout", "of") ||
		p.at(i).Is("-") && p.at(i-1).Is("mid") ||
		p.at(i).Is("and", "-", "–") && (months[p.at(i-1).Low] > 0 || p.at(i-1).Kind == lex.Number)
}

// days reads one or two days of month m at token i: "12", "12th", "12-13", "12
// and 13".
func (p *parser) days(i, m int) (d, d2, next int, ok bool) {
	d, next, ok = p.dayNumber(i, m)
	if !ok {
		return 0, 0, i, false
	}
	if e, end, ok := p.dayList(d, next, m); ok {
		return d, e, end, true
	}
	if sep := p.at(next); sep.Is("-", "–", "to", "and", "/", "until", "through") {
		if e, end, ok := p.dayNumber(p.skip(next+1, "the"), m); ok && e > d && (!sep.Is("and") || e == d+1) {
			if p.at(end).Kind != lex.Word || !sep.Is("and") || months[p.at(end).Low] > 0 || monthAbbreviations[p.at(end).Low] > 0 || p.at(end).Is("of") || end > next+2 {
				return d, e, end, true
			}
		}
	}
	return d, 0, next, true
}

// dayList reads on at token i, behind day d: ", 15 and 16", one after the other.
func (p *parser) dayList(d, i, m int) (last, next int, ok bool) {
	last, next = d, i
	for p.at(next).Is(",") {
		e, end, ok := p.dayNumber(next+1, m)
		if !ok || e != last+1 {
			return 0, i, false
		}
		last, next = e, end
	}
	e, end, ok := p.dayNumber(next+1, m)
	if last == d || !p.at(next).Is("and") || !ok || e != last+1 {
		return 0, i, false
	}
	return e, end, true
}

// dayNumber reads a day of month m: "12", "12th".
func (p *parser) dayNumber(i, m int) (int, int, bool) {
	t := p.at(i)
	n, ok := number(t)
	if !ok || n < 1 || n > daysIn(m) || len(t.Low) > 2 {
		return 0, i, false
	}
	next := i + 1
	if suffix := p.at(next); t.Touches(suffix) {
		switch {
		case suffix.Is("st", "nd", "rd", "th"):
			next++
		case suffix.Is("%") || suffix.Kind == lex.Word || suffix.Is(":", ",", ".") && suffix.Touches(p.at(next+1)) && p.at(next+1).Kind == lex.Number:
			return 0, i, false
		}
	}
	return n, next, true
}

func daysIn(m int) int {
	switch m {
	case 2:
		return 29
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// withYear reads the year behind a date: "September 12, 2022".
func (p *parser) withYear(d dayRef, i int) (dayRef, int, bool) {
	j := p.skip(i, ",", "of")
	if y, ok := p.year(j); ok {
		d.y, d.hasYear = y, true
		i = j + 1
	}
	return d, i, true
}

// year reads a year of four digits at token i.
func (p *parser) year(i int) (int, bool) {
	t := p.at(i)
	y, ok := number(t)
	if !ok || len(t.Low) != 4 || y < 1000 || y > 2999 {
		return 0, false
	}
	after, next := p.at(i+1), p.at(i+2)
	if t.Touches(after) && (after.Kind == lex.Word || after.Is("%", ":") || after.Is(",", ".") && after.Touches(next) && next.Kind == lex.Number) {
		return 0, false
	}
	return y, true
}

// numberDay reads what begins with digits: "12 September 2022", "2022-09-12",
// "12.09.2022", "2020" after a cue, "1990s".
func (p *parser) numberDay(i int, yearOK bool) (dayRef, int, bool) {
	t, prev := p.at(i), p.at(i-1)
	if prev.Touches(t) && (prev.Kind == lex.Word || prev.Is("$", "€", "£", "#", ":") || prev.Is(",", ".") && p.at(i-2).Kind == lex.Number && p.at(i-2).Touches(prev)) {
		return dayRef{}, i, false
	}
	if d, next, ok := p.numericDate(i); ok {
		return d, next, true
	}
	if d, next, ok := p.dayFirst(i); ok {
		return d, next, true
	}
	if len(t.Low) == 4 && t.Low[3] == '0' && p.at(i+1).Is("s") && t.Touches(p.at(i+1)) {
		if y, _ := number(t); y >= 1000 && y < 3000 {
			return dayRef{kind: decadeRef, y: y, hasYear: true}, i + 2, true
		}
	}
	if y, ok := p.year(i); ok && yearOK {
		return dayRef{kind: yearRef, y: y, hasYear: true}, i + 1, true
	}
	if lo, hi, next, ok := p.amount(i); ok {
		if u := units[p.at(next).Low]; u != noUnit && p.at(next+1).Is("ago") {
			return dayRef{kind: ago, lo: lo, hi: hi, unit: u}, next + 2, true
		}
	}
	return dayRef{}, i, false
}

// dayFirst reads "12 September 2022", "12 to 13 September", "12th of September".
func (p *parser) dayFirst(i int) (dayRef, int, bool) {
	d, d2, next, ok := p.days(i, 1)
	if !ok {
		return dayRef{}, i, false
	}
	m, end, ok := p.month(p.skip(next, "of"))
	if !ok || d > daysIn(m) || d2 > daysIn(m) {
		return dayRef{}, i, false
	}
	return p.withYear(dayRef{kind: dateRef, m: m, d: d, d2: d2}, end)
}

// numericDate reads 2022-09-12, 12.09.2022 and, where it can only be the day,
// 13/09/2022 or 09/13/2022.
func (p *parser) numericDate(i int) (dayRef, int, bool) {
	var n [3]int
	var size [3]int
	sep := p.at(i + 1).Low
	for k := range 3 {
		t := p.at(i + 2*k)
		v, ok := number(t)
		if !ok || k > 0 && (p.at(i+2*k-1).Low != sep || !p.at(i+2*k-2).Touches(p.at(i+2*k-1)) || !p.at(i+2*k-1).Touches(t)) {
			return dayRef{}, i, false
		}
		n[k], size[k] = v, len(t.Low)
	}
	d := dayRef{kind: dateRef, hasYear: true}
	switch {
	case sep == "-" && size == [3]int{4, 2, 2}:
		d.y, d.m, d.d = n[0], n[1], n[2]
	case sep == "." && size[2] == 4:
		d.y, d.m, d.d = n[2], n[1], n[0]
	case sep == "/" && size[2] == 4 && n[0] > 12:
		d.y, d.m, d.d = n[2], n[1], n[0]
	case sep == "/" && size[2] == 4 && n[1] > 12:
		d.y, d.m, d.d = n[2], n[0], n[1]
	default:
		return dayRef{}, i, false
	}
	return d, i + 5, d.m >= 1 && d.m <= 12 && d.d >= 1 && d.d <= daysIn(d.m) && d.y >= 1000 && d.y < 3000
}
