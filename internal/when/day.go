package when

import "github.com/seed514b815a/rashomon/internal/lex"

// dayKind says how a day, or something longer, was named.
type dayKind int

const (
	noDay      dayKind = iota
	dateRef            // 12 September, perhaps with a year, perhaps to d2
	weekdayRef         // Monday
	dayCount           // n days from the publication: yesterday is -1
	weekendRef
	weekRef // n weeks from the publication's
	monthRef
	monthCount // n months from the publication's
	seasonRef
	yearRef
	yearCount
	decadeRef
	ago  // lo to hi units ago
	past // the past lo to hi units
)

// daily tells whether the reference is to days, which have parts.
func (k dayKind) daily() bool { return k == dateRef || k == weekdayRef || k == dayCount }

// dayRef is a day or something longer, as it was named.
type dayRef struct {
	kind    dayKind
	y, m, d int  // y is stated where hasYear
	d2      int  // the last day, of "12 to 13 September"; else 0
	hasYear bool //
	wd      int  // of a weekday, from Sunday
	shift   int  // -1: last, +1: next, for weekdays, months and seasons; n for counts
	lo, hi  int  // of ago and past
	unit    unit
}

// point reads a day, a part of it and a time of day in any order, each once and
// at least one of them. yearOK says that a bare number may be a year.
func (p *parser) point(i int, yearOK bool) (point, int, bool) {
	var pt point
	j := i
	if t := p.at(j); t.Is("early", "late", "mid") && p.modifies(j) {
		pt.mod = t.Low
		j = p.skip(j+1, "-", "on", "in", "the")
		yearOK = true
	} else if t := p.at(j); t.Is("the", "at") && p.at(j+1).Is("beginning", "start", "end", "middle") && p.at(j+2).Is("of") {
		return p.point(j+1, yearOK)
	} else if t.Is("beginning", "start", "end", "middle") && p.at(j+1).Is("of") {
		if d, next, ok := p.day(p.skip(j+2, "the"), true); ok && !d.kind.daily() {
			mod := map[string]string{"beginning": "early", "start": "early", "middle": "mid", "end": "late"}[t.Low]
			return point{day: d, mod: mod}, next, true
		}
		return pt, i, false
	}
	first := true
	end := j
	for {
		k, ok := p.piece(&pt, j, first, yearOK)
		if !ok {
			break
		}
		first, j, end = false, k, k
	}
	if pt.empty() || first {
		return pt, i, false
	}
	if pt.day.kind == noDay && pt.mod != "" && pt.part == "" {
		return pt, i, false
	}
	if pt.day.kind == noDay && !pt.clock.stated && !p.alone(pt.part, i) {
		return pt, i, false
	}
	return pt, end, true
}

// modifies tells whether the "early", "late" or "mid" at token i is said of a day
// or of something longer. In "early morning" it is a part of the part.
func (p *parser) modifies(i int) bool {
	if _, _, ok := p.part(i); ok {
		return false
	}
	_, _, ok := p.day(p.skip(i+1, "-", "on", "in", "the"), true)
	return ok
}

// alone tells whether a part of the day may stand at token i without its day.
func (p *parser) alone(name string, i int) bool {
	t, prev := p.at(i), p.at(i-1)
	switch {
	case bareParts[t.Low]:
		return true
	case t.Is("before", "after"): // "before dawn", "after midnight"
		return true
	case prev.Is("at"):
		return atParts[name]
	case prev.Is("the") && p.at(i-2).Is("in", "during"):
		return true
	case prev.Is("in", "during") && t.Is("the"):
		return true
	case prev.Is("since"):
		return true
	}
	return false
}

// piece reads the next piece of a point at token i, behind the words that may
// join it to the one before.
func (p *parser) piece(pt *point, i int, first, yearOK bool) (int, bool) {
	try := func(j int, cue, day, part, clock bool) (int, bool) {
		if day && pt.day.kind == noDay {
			if d, next, ok := p.day(j, yearOK && first); ok && (d.kind.daily() || pt.part == "" && !pt.clock.stated) {
				pt.day = d
				if name := p.partOf(j); name != "" && pt.part == "" {
					pt.part = name
				}
				return next, true
			}
		}
		if day && !pt.dated && (pt.day.kind == weekdayRef || pt.day.kind == dateRef) { // Monday, 12 September
			if d, next, ok := p.day(j, false); ok && d.kind.daily() && d.kind != pt.day.kind && d.kind != dayCount && pt.day.kind != dayCount {
				pt.dated = true
				if pt.day.kind == weekdayRef {
					pt.day = d
				}
				return next, true
			}
		}
		if part && pt.part == "" && (pt.day.kind == noDay || pt.day.kind.daily()) {
			if name, next, ok := p.part(j); ok {
				pt.part = name
				return next, true
			}
		}
		if clock && !pt.clock.stated && (pt.day.kind == noDay || pt.day.kind.daily()) {
			about := p.at(j).Is("around", "about", "approximately", "circa", "roughly")
			k := j
			if about {
				k++
			}
			if c, next, ok := p.clock(k, cue || about); ok {
				c.about = about
				pt.clock = c
				return next, true
			}
		}
		return 0, false
	}
	ok := false
	next := 0
	if first {
		prev := p.at(i - 1)
		cue := prev.Is("at", "around", "about", "by", "since", "until", "till", "from", "approximately", "circa", "after", "before")
		next, ok = try(i, cue, true, true, true)
		return next, ok
	}
	if p.at(i).Kind == lex.Break {
		return 0, false
	}
	daily := pt.day.kind.daily()
	switch t := p.at(i); {
	case t.Is(","):
		j := i + 1
		switch {
		case p.at(j).Is("at"):
			next, ok = try(j+1, true, false, false, true)
		case p.at(j).Is("on"):
			next, ok = try(j+1, false, true, false, false)
		default:
			next, ok = try(j, false, daily || pt.clock.stated || pt.part != "", false, daily)
		}
	case t.Is("of"):
		if pt.part != "" && pt.day.kind == noDay {
			next, ok = try(p.skip(i+1, "the"), false, true, false, false)
			if !ok && p.at(i+1).Is("the") && p.at(i+2).Is("same") {
				return 0, false
			}
		}
	case t.Is("on"):
		if pt.part != "" || pt.clock.stated {
			next, ok = try(p.skip(i+1, "the", "night", "of"), false, true, false, false)
			if !ok {
				next, ok = try(p.skip(i+1, "the"), false, true, false, false)
			}
		}
	case t.Is("at"):
		next, ok = try(i+1, true, false, daily && atParts[p.at(i+1).Low], daily || pt.part != "")
	case t.Is("in"):
		if p.at(i+1).Is("the") && (daily || pt.clock.stated) {
			next, ok = try(i+2, false, false, true, false)
		}
	case t.Is("("):
		return 0, false
	default:
		clock := daily || pt.part != ""
		day := pt.clock.stated || pt.part != "" || pt.day.kind == weekdayRef
		next, ok = try(i, false, day, daily || pt.clock.stated && bareParts[t.Low], clock)
	}
	return next, ok
}

// merge reads on behind a point that has a day.
func (p *parser) merge(pt point, i int) (point, int) {
	for {
		next, ok := p.piece(&pt, i, false, false)
		if !ok {
			return pt, i
		}
		i = next
	}
}

// partOf gives the part of the day that a word for the day holds.
func (p *parser) partOf(i int) string {
	t, u := p.at(i), p.at(i+1)
	switch {
	case t.Is("tonight"):
		return "night"
	case t.Is("last", "this") && u.Is("night", "morning", "afternoon", "evening"):
		return u.Low
	}
	return ""
}

// part reads a part of the day: "night", "early morning", "the small hours".
func (p *parser) part(i int) (string, int, bool) {
	i = p.skip(i, "the")
	t, u := p.at(i), p.at(i+1)
	switch {
	case t.Is("early", "late"):
		if u.Is("-") {
			u, i = p.at(i+2), i+1
		}
		if u.Is("hours") && t.Is("early") {
			return "early hours", i + 2, true
		}
		if _, ok := parts[t.Low+" "+u.Low]; ok {
			return t.Low + " " + u.Low, i + 2, true
		}
		return "", i, false
	case t.Is("small", "wee") && u.Is("hours"):
		return "small hours", i + 2, true
	case t.Is("pre") && u.Is("-") && p.at(i+2).Is("dawn"):
		return "before dawn", i + 3, true
	case t.Is("predawn"):
		return "before dawn", i + 1, true
	case t.Is("before") && u.Is("dawn", "daybreak", "sunrise"):
		return "before dawn", i + 2, true
	case t.Is("after") && u.Is("midnight"):
		return "after midnight", i + 2, true
	case t.Is("after") && u.Is("dark"):
		return "night", i + 2, true
	case t.Is("mornings", "afternoons", "evenings", "nights"):
		return "", i, false
	}
	if _, ok := parts[t.Low]; ok && !t.Is("early", "late") {
		return t.Low, i + 1, true
	}
	return "", i, false
}

// day reads a day or something longer at token i.
func (p *parser) day(i int, yearOK bool) (dayRef, int, bool) {
	t := p.at(i)
	switch t.Kind {
	case lex.Number:
		return p.numberDay(i, yearOK)
	case lex.Word:
	default:
		return dayRef{}, i, false
	}
	switch {
	case t.Is("yesterday"):
		return dayRef{kind: dayCount, shift: -1, unit: dayUnit}, i + 1, true
	case t.Is("today", "tonight"):
		return dayRef{kind: dayCount, unit: dayUnit}, i + 1, true
	case t.Is("tomorrow"):
		return dayRef{kind: dayCount, shift: 1, unit: dayUnit}, i + 1, true
	case t.Is("the"):
		return p.theDay(i)
	case t.Is("day") && p.at(i+1).Is("before", "after"):
		return p.theDay(i - 1)
	case t.Is("recent"):
		if u := units[p.at(i+1).Low]; recent[u] > 0 && p.at(i-1).Is("in", "over", "during", "of", "the") {
			return dayRef{kind: past, lo: 1, hi: recent[u], unit: u}, i + 2, true
		}
		return dayRef{}, i, false
	case t.Is("last", "this", "next", "past", "coming"):
		return p.shifted(i)
	}
	if wd, ok := weekdays[t.Low]; ok && t.Upper && !namedDays[p.at(i-1).Low] && !newspapers[p.at(i+1).Low] {
		return dayRef{kind: weekdayRef, wd: wd}, i + 1, true
	}
	if _, ok := weekdayAbbreviations[t.Low]; ok && t.Upper { // Mon 12 Sep
		j := p.skip(i+1, ".", ",")
		read := p.monthFirst
		if p.at(j).Kind == lex.Number {
			read = p.dayFirst
		}
		if d, next, ok := read(j); ok && d.kind == dateRef {
			return d, next, true
		}
	}
	if _, _, ok := p.month(i); ok {
		return p.monthFirst(i)
	}
	if s, ok := seasons[t.Low]; ok {
		j := p.skip(i+1, "of")
		if y, ok := p.year(j); ok {
			return dayRef{kind: seasonRef, m: s, y: y, hasYear: true}, j + 1, true
		}
		if p.at(i-1).Is("the") && p.at(i-2).Is("in", "since", "until", "during") && t.Low != "fall" {
			return dayRef{kind: seasonRef, m: s}, i + 1, true
		}
		return dayRef{}, i, false
	}
	if lo, hi, next, ok := p.amount(i); ok {
		if u := units[p.at(next).Low]; u != noUnit && p.at(next+1).Is("ago") {
			return dayRef{kind: ago, lo: lo, hi: hi, unit: u}, next + 2, true
		}
	}
	return dayRef{}, i, false
}

// theDay reads what begins with "the": "the day before yesterday", "the past two
// days", "the weekend", "the 1990s", "the fall of 2020".
func (p *parser) theDay(i int) (dayRef, int, bool) {
	t := p.at(i + 1)
	switch {
	case t.Is("day") && p.at(i+2).Is("before") && p.at(i+3).Is("yesterday"):
		return dayRef{kind: dayCount, shift: -2, unit: dayUnit}, i + 4, true
	case t.Is("day") && p.at(i+2).Is("after") && p.at(i+3).Is("tomorrow"):
		return dayRef{kind: dayCount, shift: 2, unit: dayUnit}, i + 4, true
	case t.Is("day"):
		return dayRef{}, i, false
	case t.Is("weekend"):
		return dayRef{kind: weekendRef}, i + 2, true
	case t.Is("last", "past", "previous"):
		if lo, hi, next, ok := p.amount(i + 2); ok {
			if u := units[p.at(next).Low]; u != noUnit {
				return dayRef{kind: past, lo: lo, hi: hi, unit: u}, next + 1, true
			}
		}
		if u := units[p.at(i+2).Low]; u == week || u == month || u == year || p.at(i+2).Is("day") {
			return dayRef{kind: past, lo: 1, hi: 1, unit: u}, i + 3, true
		}
		return dayRef{}, i, false
	case t.Kind == lex.Number:
		if ordinal := p.at(i + 2); t.Touches(ordinal) && ordinal.Is("st", "nd", "rd", "th") || p.at(i+2).Is("s") {
			return p.numberDay(i+1, true)
		}
		return dayRef{}, i, false
	case seasons[t.Low] > 0:
		return p.day(i+1, false)
	}
	return dayRef{}, i, false
}

// shifted reads "last Monday", "this week", "next year", "last night".
func (p *parser) shifted(i int) (dayRef, int, bool) {
	t, u := p.at(i), p.at(i+1)
	if t.Is("this", "next", "last") && u.Is("past", "coming") {
		i++
		u = p.at(i + 1)
	}
	shift := map[string]int{"last": -1, "past": -1, "next": 1, "coming": 1}[t.Low]
	if t.Is("this") && u.Is("past") {
		shift = -1
	}
	d := dayRef{shift: shift}
	switch {
	case u.Is("night") && shift <= 0:
		d.kind, d.unit = dayCount, dayUnit
	case u.Is("morning", "afternoon", "evening") && shift <= 0:
		d.kind, d.unit = dayCount, dayUnit
	case units[u.Low] == week && u.Low == "week":
		d.kind = weekRef
	case u.Is("month"):
		d.kind = monthCount
	case u.Is("year"):
		d.kind = yearCount
	case u.Is("weekend"):
		d.kind = weekendRef
	case seasons[u.Low] > 0 && !u.Is("fall") || u.Is("fall") && !t.Is("this", "past"):
		d.kind, d.m = seasonRef, seasons[u.Low]
	default:
		if wd, ok := weekdays[u.Low]; ok && u.Upper {
			d.kind, d.wd = weekdayRef, wd
			break
		}
		if m, ok := months[u.Low]; ok && u.Upper {
			d.kind, d.m = monthRef, m
			break
		}
		if lo, hi, next, ok := p.amount(i + 1); ok && shift < 0 && p.at(i-1).Is("the", "in", "over", "during", "for", "within") {
			if w := units[p.at(next).Low]; w != noUnit {
				return dayRef{kind: past, lo: lo, hi: hi, unit: w}, next + 1, true
			}
		}
		return dayRef{}, i, false
	}
	if t.Is("past", "coming") && d.kind != weekRef && d.kind != weekdayRef && d.kind != monthCount && d.kind != yearCount && d.kind != weekendRef {
		return dayRef{}, i, false
	}
	return d, i + 2, true
}
