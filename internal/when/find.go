package when

import (
	"strconv"

	"github.com/seed514b815a/rashomon/internal/lex"
)

// An Expr is an expression of time at text[Start:End].
type Expr struct {
	Start, End int

	op   op
	a, b point // b only where paired
	pair bool
	dist distance // of an order
}

// An Order says that an expression places one thing by another: "two days after".
type Order int

const (
	NoOrder Order = iota
	Before        // "hours before", "the day before", "earlier"
	After         // "shortly after", "the next day", "later"
	During        // "that night", "the same day"
)

func (o Order) String() string {
	switch o {
	case Before:
		return "before"
	case After:
		return "after"
	case During:
		return "during"
	}
	return "none"
}

// Order returns the order that e states, if any; other expressions stand for
// themselves.
func (e Expr) Order() Order { return e.dist.order }

// HasDay tells whether e names a day or something longer, and not just a time of
// day.
func (e Expr) HasDay() bool { return e.a.day.kind != noDay || e.pair && e.b.day.kind != noDay }

// op is what a word in front of a time makes of it.
type op int

const (
	plain op = iota
	since
	until
	after
	before
	about
	order
)

// distance is how far something is before or after another.
type distance struct {
	order  Order
	lo, hi int // both 0: not said
	unit   unit
}

// A point is a day or something longer, a part of it, and a time of day, each as
// far as it is stated.
type point struct {
	day   dayRef
	part  string // a key of parts, "": none
	clock clockRef
	dated bool   // the day was named by its weekday and its date
	mod   string // early, mid or late, of a day or of something longer
}

func (p point) empty() bool { return p.day.kind == noDay && p.part == "" && !p.clock.stated }

// Find returns the expressions of a text in order, none overlapping another. The
// time it takes is linear in the length of the text.
func Find(text string) []Expr {
	p := parser{toks: lex.Tokens(text)}
	var out []Expr
	for i := 0; i < len(p.toks); {
		e, next, ok := p.expr(i)
		if !ok || next <= i {
			i++
			continue
		}
		e.Start, e.End = p.toks[i].Start, p.toks[next-1].End
		if p.toks[i].Is("the") && next > i+1 {
			e.Start = p.toks[i+1].Start
		}
		out = append(out, e)
		i = next
	}
	return out
}

type parser struct{ toks []lex.Token }

// at returns token i; there is an empty one before and after the text.
func (p *parser) at(i int) lex.Token {
	if i < 0 || i >= len(p.toks) {
		return lex.Token{Start: -1, End: -2, Kind: lex.Break}
	}
	return p.toks[i]
}

// skip returns the token after those of the words that stand at i, in order and
// each optional.
func (p *parser) skip(i int, words ...string) int {
	for _, w := range words {
		if p.at(i).Low == w {
			i++
		}
	}
	return i
}

// expr reads the longest expression that starts at token i.
func (p *parser) expr(i int) (Expr, int, bool) {
	if e, next, ok := p.orderExpr(i); ok {
		return e, next, true
	}
	t := p.at(i)
	switch {
	case t.Is("since"):
		return p.limited(since, i+1)
	case t.Is("until", "till"):
		return p.limited(until, i+1)
	case t.Is("by"), t.Is("up") && p.at(i+1).Is("to", "until"):
		j := i + 1
		if t.Is("up") {
			j++
		}
		e, next, ok := p.limited(until, j)
		return e, next, ok && (e.a.day.kind != noDay || e.a.clock.stated)
	case t.Is("after", "following", "before"):
		if e, next, ok := p.core(i); ok { // "before dawn", "after midnight"
			return e, next, true
		}
		o := after
		if t.Is("before") {
			o = before
		}
		return p.limited(o, i+1)
	case t.Is("prior") && p.at(i+1).Is("to"):
		return p.limited(before, i+2)
	case t.Is("around", "about", "approximately", "circa", "roughly", "towards", "toward"):
		return p.limited(about, i+1)
	case t.Is("shortly", "just", "soon", "right") && p.at(i+1).Is("after", "before"):
		return p.near(i)
	case t.Is("from"), t.Is("between"):
		return p.fromTo(i)
	case t.Is("earlier", "later") && p.at(i+1).Is("this", "today", "yesterday", "last"):
		return p.core(i + 1)
	}
	return p.core(i)
}

// limited reads the time after a word that changes it.
func (p *parser) limited(o op, i int) (Expr, int, bool) {
	e, next, ok := p.core(p.skip(i, "on", "in", "the", "at"))
	if !ok || e.op != plain {
		return Expr{}, i, false
	}
	e.op = o
	if o == about && e.a.clock.stated && !e.pair {
		e.op, e.a.clock.about = plain, true
	}
	return e, next, true
}

// near reads "shortly after 2 a.m.", which is within the hour.
func (p *parser) near(i int) (Expr, int, bool) {
	if e, next, ok := p.core(i + 1); ok { // "just after midnight"
		return e, next, true
	}
	e, next, ok := p.core(p.skip(i+2, "the"))
	if !ok || !e.a.clock.stated || e.pair {
		return Expr{}, i, false
	}
	e.a.clock.lean = +1
	if p.at(i + 1).Is("before") {
		e.a.clock.lean = -1
	}
	return e, next, true
}

// fromTo reads "from Monday to Wednesday" and "between Monday and Wednesday".
// "From" without an end is a beginning only if it says so, or at a time of day:
// "the news from Monday" isn't.
func (p *parser) fromTo(i int) (Expr, int, bool) {
	from := p.at(i).Is("from")
	j := p.skip(i+1, "the")
	if e, next, ok := p.clockRange(i); ok {
		return e, next, true
	}
	a, next, ok := p.point(j, true)
	if !ok {
		return Expr{}, i, false
	}
	e := Expr{a: a}
	if sep := p.at(next); !from && sep.Is("and") || from && rangeWord(sep) {
		if b, end, ok := p.point(p.skip(next+1, "the"), true); ok && compatible(a, b) {
			e.b, e.pair = b, true
			return e, end, true
		}
		if from && p.at(next+1).Is("now", "present") || from && p.at(next+1).Is("the") && p.at(next+2).Is("present") {
			e.op = since
			return e, p.skip(next+1, "the") + 1, true
		}
	}
	switch {
	case !from:
		return Expr{}, i, false
	case p.at(next).Is("onward", "onwards"):
		e.op = since
		return e, next + 1, true
	case p.at(next).Is("on") && !p.at(next+1).Is("the"):
		e.op = since
		return e, next + 1, true
	case a.clock.stated:
		e.op = since
		return e, next, true
	}
	return Expr{}, i, false // the day alone is found after "from"
}

func rangeWord(t lex.Token) bool {
	return t.Is("to", "until", "till", "through", "into", "-", "–", "—")
}

// compatible tells whether two points can be the ends of one interval.
func compatible(a, b point) bool {
	x, y := a.day.kind, b.day.kind
	if x == noDay && y == noDay {
		return a.clock.stated == b.clock.stated
	}
	return x == noDay || y == noDay || x == y || x.daily() && y.daily()
}

// core reads a point, or two with a word for "to" between them.
func (p *parser) core(i int) (Expr, int, bool) {
	if e, next, ok := p.clockRange(i); ok {
		return e, next, true
	}
	if name, next, ok := p.part(i); ok && p.at(next).Is("from", "between") { // "the night from Monday to Tuesday"
		if r, end, ok := p.fromTo(next); ok && r.pair && r.a.part == "" && r.a.day.kind.daily() && !r.a.clock.stated {
			r.a.part = name
			return r, end, true
		}
	}
	a, next, ok := p.point(i, p.yearCue(i-1))
	if !ok {
		return Expr{}, i, false
	}
	e := Expr{a: a}
	sep := p.at(next)
	if sep.Is("from", "between") && a.day.kind.daily() && !a.clock.stated { // "on Tuesday from 00:05 to 01:00"
		if r, end, ok := p.clockRange(next); ok && r.a.day.kind == noDay {
			e.a.clock, e.b, e.pair = r.a.clock, r.b, true
			return e, end, true
		}
	}
	joined := rangeWord(sep)
	if sep.Is("and") { // "Monday and Tuesday", one after the other
		joined = a.day.kind == weekdayRef && a.part == "" && !a.clock.stated
	}
	if joined && (a.day.kind != yearRef || !sep.Is("to", "into")) {
		b, end, ok := p.point(p.skip(next+1, "the"), true)
		if ok && sep.Is("and") {
			ok = b.day.kind == weekdayRef && b.part == "" && !b.clock.stated && b.day.wd == (a.day.wd+1)%7
		}
		if ok && b.day.kind != noDay && compatible(a, b) && !(a.day.kind == yearRef && b.day.y <= a.day.y) {
			e.b, e.pair = b, true
			return e, end, true
		}
	}
	return e, next, true
}

// yearCue tells whether a number after token i may be a year.
func (p *parser) yearCue(i int) bool {
	return p.at(i).Is("in", "of", "since", "until", "till", "by", "during", "before", "after", "around", "about",
		"circa", "early", "mid", "late", "throughout", "from", "between", "following", "to", "year") ||
		p.at(i).Is("-") && p.at(i-1).Is("mid")
}

// orderExpr reads an order: "hours after", "the next day", "shortly before".
func (p *parser) orderExpr(i int) (Expr, int, bool) {
	j := i
	t := p.at(j)
	e := Expr{op: order}
	if t.Is("shortly", "immediately", "soon", "just", "right", "long", "moments") {
		d := p.at(j + 1)
		if t.Is("moments") && d.Is("later", "earlier") || d.Is("after", "afterwards", "before", "beforehand", "thereafter") {
			if pt, _, ok := p.point(p.skip(j+2, "the"), false); ok && (pt.clock.stated || pt.part != "") {
				return Expr{}, i, false // "shortly after 2 a.m." stands for itself
			}
			e.dist = distance{order: After}
			if d.Is("before", "beforehand", "earlier") {
				e.dist.order = Before
			}
			return e, j + 2, true
		}
	}
	if t.Is("the", "that") {
		return p.orderDay(i)
	}
	lo, hi, next, counted := p.amount(j)
	if !counted {
		lo, hi, next = 0, 0, j
		if !t.Is("minutes", "hours", "days", "weeks", "months", "years") {
			return Expr{}, i, false
		}
	}
	u := units[p.at(next).Low]
	if u == noUnit || u == weekend {
		return Expr{}, i, false
	}
	d := p.at(next + 1)
	switch {
	case d.Is("after", "later", "afterwards", "following"):
		e.dist = distance{After, lo, hi, u}
	case d.Is("before", "earlier", "previously", "prior"):
		e.dist = distance{Before, lo, hi, u}
	case d.Is("into") && u <= hour:
		e.dist = distance{During, lo, hi, u}
	default:
		return Expr{}, i, false
	}
	next += 2
	if d.Is("prior") && p.at(next).Is("to") {
		next++
	}
	if d.Is("after", "before", "following", "prior") && u >= dayUnit && counted {
		if a, end, ok := p.point(p.skip(next, "the"), true); ok && a.day.kind != noDay && !p.at(end).Is("'", "’") {
			e.a, next = a, end
		}
	}
	return e, next, true
}

// orderDay reads "the next day", "that night", "the day before".
func (p *parser) orderDay(i int) (Expr, int, bool) {
	e := Expr{op: order}
	w, u := p.at(i+1), p.at(i+2)
	period := func(t lex.Token) bool {
		_, isPart := parts[t.Low]
		return (units[t.Low] >= dayUnit || isPart) && !t.Is("noon", "midday", "early", "late")
	}
	set := func(o Order, t lex.Token) {
		e.dist = distance{order: o, lo: 1, hi: 1, unit: units[t.Low]}
		if _, isPart := parts[t.Low]; isPart {
			e.dist.unit, e.a.part = dayUnit, t.Low
		}
		if o == During {
			e.dist.lo, e.dist.hi = 0, 0
		}
	}
	switch {
	case p.at(i).Is("that"):
		if !period(w) || w.Is("weekend") || w.Kind != lex.Word {
			return Expr{}, i, false
		}
		set(During, w)
		return e, i + 2, true
	case w.Is("next", "following") && period(u):
		set(After, u)
	case w.Is("previous", "preceding") && period(u):
		set(Before, u)
	case w.Is("same") && period(u):
		set(During, u)
	case period(w) && u.Is("before", "after") && !p.at(i+3).Is("yesterday", "tomorrow"):
		if a, _, ok := p.point(p.skip(i+3, "the"), true); ok && a.day.kind != noDay {
			return Expr{}, i, false // "the night before 12 September": found as "before"
		}
		set(After, w)
		if u.Is("before") {
			e.dist.order = Before
		}
	default:
		return Expr{}, i, false
	}
	return e, i + 3, true
}

// amount reads how many: "two", "24", "a few", "a couple of".
func (p *parser) amount(i int) (lo, hi, next int, ok bool) {
	t := p.at(i)
	if t.Kind == lex.Number {
		n, ok := number(t)
		return n, n, i + 1, ok && n > 0 && n < 1000
	}
	if t.Is("a") && p.at(i+1).Is("few", "couple") {
		i++
		t = p.at(i)
	}
	a, ok := amounts[t.Low]
	if !ok {
		return 0, 0, i, false
	}
	next = i + 1
	if t.Is("couple") {
		next = p.skip(next, "of")
	}
	lo, hi = a[0], a[1]
	if p.at(next).Is("or", "to") { // "two or three"
		if b, ok := amounts[p.at(next+1).Low]; ok && b[0] > lo && b[0] == b[1] {
			return lo, b[1], next + 2, true
		}
	}
	return lo, hi, next, true
}

// number reads a token of up to four digits.
func number(t lex.Token) (int, bool) {
	if t.Kind != lex.Number || len(t.Low) > 4 {
		return 0, false
	}
	n, err := strconv.Atoi(t.Low)
	return n, err == nil
}
