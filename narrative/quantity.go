package narrative

import (
	"strconv"
	"strings"

	"github.com/seed514b815a/rashomon/internal/lex"
)

// quantity is a number as it was written, or the range of a vague word.
type quantity struct {
	lo, hi float64
	about  bool
	unit   string
	factor float64 // of the scale word that ends it: 12 in "two dozen", else 1
}

// scale gives n, as the "two" of "two to three dozen", the scale of the other end.
func (n *quantity) scale(second *quantity) {
	if n.factor == 1 && second.factor > 1 && n.hi < second.factor && n.lo*second.factor <= second.lo {
		n.lo, n.hi = n.lo*second.factor, n.hi*second.factor
	}
}

// smallNumbers are the number words below a hundred.
var smallNumbers = map[string]float64{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
	"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
	"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
	"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

// scales are the words that multiply, with their power of ten; a dozen and a
// score are rounded figures wherever they stand.
var scales = map[string]int{
	"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12,
	"mln": 6, "mn": 6, "bn": 9, "tn": 12,
}

var dozens = map[string]float64{"dozen": 12, "score": 20}

// plurals are the scale words of "tens of thousands".
var plurals = map[string]float64{"thousands": 1e3, "millions": 1e6, "billions": 1e9}

// currencies are the signs that make a figure a sum of money.
const currencies = "$€£¥₽₴₺₼֏₾₹"

// quantity reads a number or a vague word at token i.
func (r *reader) quantity(i int) (quantity, int, bool) {
	t := r.at(i)
	switch {
	case t.Kind == lex.Mark && t.Low != "" && strings.Contains(currencies, t.Low) && r.at(i+1).Kind == lex.Number:
		n, next, ok := r.digits(i + 1)
		n.unit = t.Low
		return n, next, ok
	case t.Kind == lex.Number:
		n, next, ok := r.digits(i)
		if u := r.at(next); ok && u.Is("%", "percent") {
			n.unit, next = "%", next+1
		} else if ok && u.Is("per") && r.at(next+1).Is("cent") {
			n.unit, next = "%", next+2
		}
		return n, next, ok
	case t.Kind != lex.Word || r.inWord(i):
		return quantity{}, i, false
	}
	if n, next, ok := r.none(i); ok {
		return n, next, true
	}
	if n, next, ok := r.vague(i); ok {
		return n, next, true
	}
	return r.words(i)
}

// inWord tells whether token i is a part of a compound, as the "one" of
// "one-sided" or the "21" of "BM-21".
func (r *reader) inWord(i int) bool {
	t, prev := r.at(i), r.at(i-1)
	if prev.Kind == lex.Word && prev.Touches(t) {
		return true
	}
	if before := r.at(i - 2); prev.Is("-", "'", "’", "_") && prev.Touches(t) && before.Touches(prev) && before.Kind == lex.Word {
		_, small := smallNumbers[before.Low]
		return !small
	}
	return false
}

// none reads the words for zero.
func (r *reader) none(i int) (quantity, int, bool) {
	t := r.at(i)
	after := r.at(i + 1)
	switch {
	case t.Is("none", "nobody", "nil"):
	case t.Is("no") && (r.whole && after.Low == "" || after.Kind == lex.Word && !after.Is("one", "longer", "more", "less", "fewer", "doubt", "matter", "other", "such")):
	case t.Is("no") && after.Is("one"):
		return quantity{factor: 1}, i + 2, true
	default:
		return quantity{}, i, false
	}
	return quantity{factor: 1}, i + 1, true
}

// vague reads a word of the readings, with what it multiplies: "several",
// "a few hundred", "tens of thousands".
func (r *reader) vague(i int) (quantity, int, bool) {
	j := i
	article := r.at(j).Is("a")
	if article {
		j++
	}
	word := r.at(j).Low
	reading, ok := r.readings.reading(word)
	if !ok || r.inCompound(j) {
		return quantity{}, i, false
	}
	next := r.at(j + 1)
	switch word {
	case "few", "handful":
		ok = article || r.whole
	case "couple":
		ok = article || next.Is("of")
	case "tens", "scores":
		ok = next.Is("of") || r.whole
	}
	if !ok || article && word != "few" && word != "handful" && word != "couple" {
		return quantity{}, i, false
	}
	n := quantity{lo: reading.Min, hi: reading.Max, about: reading.About, factor: 1}
	j++
	of := r.at(j).Is("of")
	k := j
	if of {
		k++
	}
	by := 0.0
	switch s := r.at(k).Low; {
	case of && plurals[s] > 0 && plurals[word] == 0:
		by = plurals[s]
	case plurals[word] == 0 && !strings.HasSuffix(word, "s") || word == "several":
		by = dozens[s]
		if by == 0 && scales[s] > 0 {
			by = pow10(scales[s])
		}
	}
	if by > 0 {
		exact := n.lo == n.hi
		n.lo *= by
		if exact {
			n.hi *= by
		} else {
			n.hi = (n.hi+1)*by - 1 // up to the next word
		}
		n.factor = by
		j = k + 1
	}
	return n, j, true
}

// inCompound tells whether a hyphen ties token i to the word after it
// ("several-hour", "one-sided").
func (r *reader) inCompound(i int) bool {
	t, hyphen, after := r.at(i), r.at(i+1), r.at(i+2)
	return hyphen.Is("-") && t.Touches(hyphen) && hyphen.Touches(after) && after.Kind == lex.Word && !after.Is("plus")
}

// words reads a number in words: "two hundred and twelve", "half a million".
// At most 16 tokens are read, which is more than English needs.
func (r *reader) words(i int) (quantity, int, bool) {
	n := quantity{factor: 1}
	var total, group float64 // of "two thousand three hundred": 2000, 300
	var last float64 = -1    // the last small number of the group, -1: none
	seen, half := false, false
	j := i
	if t := r.at(j); t.Is("half") && r.at(j+1).Is("a", "an") {
		group, seen, half, j = 0.5, true, true, j+2
	} else if t.Is("a", "an") {
		w := r.at(j + 1).Low
		if scales[w] == 0 && dozens[w] == 0 {
			return n, i, false
		}
		group, seen, j = 1, true, j+1
	}
loop:
	for j < i+16 {
		t := r.at(j)
		small, isSmall := smallNumbers[t.Low]
		switch {
		case isSmall:
			switch {
			case seen && last < 0 && group == 0: // "two thousand | three"
			case seen && last < 0 && group >= 100: // "two hundred | three"
			case last >= 20 && int(last)%10 == 0 && small > 0 && small < 10: // "twenty | three"
			case !seen:
			default:
				break loop
			}
			if r.inCompoundNumber(j) {
				break loop
			}
			group += small
			last, seen = small, true
		case r.at(j).Is("-") && last >= 20 && r.at(j-1).Touches(t) && t.Touches(r.at(j+1)) && smallNumbers[r.at(j+1).Low] > 0 && smallNumbers[r.at(j+1).Low] < 10:
		case t.Is("and") && seen && last < 0 && r.joins(j+1, group, total):
		case t.Is("hundred") && seen && group > 0 && group < 100 && !half:
			group *= 100
			last, n.factor = -1, 100
		case scales[t.Low] > 2 && seen && group > 0:
			total += group * pow10(scales[t.Low])
			group, last, n.factor = 0, -1, pow10(scales[t.Low])
		case dozens[t.Low] > 0 && seen && group > 0 && total == 0:
			n.about = true
			n.factor = dozens[t.Low]
			n.lo = group * n.factor
			n.hi = n.lo
			return n, j + 1, true
		default:
			break loop
		}
		j++
	}
	if !seen || half && n.factor == 1 || r.inCompound(j-1) && !r.whole {
		return n, i, false
	}
	if last >= 0 || group > 0 && n.factor > 1 && last >= 0 {
		n.factor = 1
	}
	n.lo = total + group
	n.hi = n.lo
	return n, j, true
}

// joins tells whether the "and" before token i joins a smaller number to one
// that ends in hundred or more: "two hundred and twelve".
func (r *reader) joins(i int, group, total float64) bool {
	small, ok := smallNumbers[r.at(i).Low]
	return ok && small > 0 && (group >= 100 || group == 0 && total > 0) && dozens[r.at(i+1).Low] == 0
}

// inCompoundNumber tells whether a hyphen ties the number word at i to a word
// that is no number ("five-storey").
func (r *reader) inCompoundNumber(i int) bool {
	if !r.inCompound(i) {
		return false
	}
	_, number := smallNumbers[r.at(i+2).Low]
	return !number && scales[r.at(i+2).Low] == 0
}

// maxDigits bounds the numbers in digits, those behind the point included.
const maxDigits = 20

// digits reads a number in digits at token i: "6,500", "1.2 million".
func (r *reader) digits(i int) (quantity, int, bool) {
	n := quantity{factor: 1}
	first := r.at(i)
	if prev := r.at(i - 1); r.inWord(i) || prev.Touches(first) && prev.Is(":", "/", ".", ",", "#", "'", "’", "+") && !(prev.Is(",", ".", "'", "’") && r.at(i-2).Kind != lex.Number) {
		return n, i, false
	}
	text := first.Low
	j := i + 1
	if len(text) <= 3 {
		for len(text) <= maxDigits && r.group(j-1, j) {
			j++
			text += r.at(j).Low
			j++
		}
		for len(text) <= maxDigits && r.spaced(j-1, j) {
			text += r.at(j).Low
			j++
		}
	}
	if strings.HasPrefix(text, "0") && len(text) > 1 {
		return n, i, false
	}
	if point, frac := r.at(j), r.at(j+1); point.Is(".") && r.at(j-1).Touches(point) && point.Touches(frac) && frac.Kind == lex.Number {
		text += "." + frac.Low
		j += 2
	}
	if len(text) > maxDigits || !r.ends(j) {
		return n, i, false
	}
	end := r.at(j - 1)
	exp := 0
	switch t := r.at(j); {
	case t.Is("dozen"):
		v, _ := strconv.ParseFloat(text, 64)
		return quantity{lo: 12 * v, hi: 12 * v, about: true, factor: 12}, j + 1, true
	case scales[t.Low] > 0:
		exp = scales[t.Low]
		j++
	case t.Is("m") && end.Touches(t) && strings.Contains(currencies, nonEmpty(r.at(i-1).Low)):
		exp = 6
		j++
	case end.Touches(t) && t.Kind == lex.Word:
		return n, i, false // 12th, 5km
	case t.Is("-", "–") && r.inCompound(j-1):
		if w := r.at(j + 1); smallNumbers[w.Low] == 0 { // 20-year-old
			return n, i, false
		}
	}
	v, err := strconv.ParseFloat(text+"e"+strconv.Itoa(exp), 64)
	if err != nil {
		return n, i, false
	}
	n.lo, n.hi = v, v
	if exp > 0 {
		n.factor = pow10(exp)
	}
	return n, j, true
}

// nonEmpty keeps strings.Contains from finding nothing everywhere.
func nonEmpty(s string) string {
	if s == "" {
		return "\x00"
	}
	return s
}

// group tells whether token j is a comma and a group of three digits after it,
// all touching.
func (r *reader) group(prev, j int) bool {
	comma, digits := r.at(j), r.at(j+1)
	return comma.Is(",") && r.at(prev).Touches(comma) && comma.Touches(digits) && digits.Kind == lex.Number && len(digits.Low) == 3
}

// spaced tells whether token j is a group of three digits behind an unbreakable
// space, as the French and the Russians write.
func (r *reader) spaced(prev, j int) bool {
	a, b := r.at(prev), r.at(j)
	if a.Kind != lex.Number || b.Kind != lex.Number || len(b.Low) != 3 {
		return false
	}
	switch r.text[a.End:b.Start] {
	case "\u00a0", "\u202f", "\u2009":
		return true
	}
	return false
}

// ends tells whether the number that ends before token j goes no further: no
// clock, date or fraction.
func (r *reader) ends(j int) bool {
	mark, after := r.at(j), r.at(j+1)
	joined := r.at(j-1).Touches(mark) && mark.Touches(after) && after.Kind == lex.Number
	return !(joined && mark.Is(":", "/", ".", ",", "'"))
}

func pow10(n int) float64 {
	p := 1.0
	for range n {
		p *= 10
	}
	return p
}
