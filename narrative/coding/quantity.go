package coding

import (
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/event"
)

// Anything is counted: tests missed, ballot boxes moved, hours of delay, shares of the
// vote. What a figure counts is the noun behind it, or the unit that it is given in.

// A tally is a figure that the text has given of a kind of event, so that "only one" and
// "the cost at 1.5 million" are of what was counted before.
type tally struct {
	side string
	kind string
	of   string
	who  []string

	among []string
	min   float64 // its lower bound; 0 where it has none
}

// quantify adds to c, which tells of the verb or noun at word v, the figure of what it
// counts.
func (t *teller) quantify(c *claim, v, lo, hi int) {
	if len(c.Count) > 0 || !event.Known(c.Event) && t.amount(c, v, lo, hi) {
		return
	}
	n, ok := t.quantity(c.Event, v, lo, hi)
	if !ok {
		return
	}
	switch {
	case n.Max != nil && *n.Max == 0: // "failed none": it wasn't done
		c.stance = narrative.Denies
		return
	case c.stance == narrative.Denies && c.Act != narrative.Deny:
		return // "did not exceed 30": what is denied is no figure
	}
	if n.Of == "percent" && len(n.Who) == 0 {
		n.Who = slices.Clone(c.Agent) // a share is somebody's: "won 52 percent"
	}
	c.Count = append(c.Count, n)
	t.tell(n, c.Event)
}

// tell keeps a figure for those that come after.
func (t *teller) tell(n narrative.Count, kind string) {
	a := tally{side: t.side, kind: kind, of: n.Of, who: n.Who, among: n.Among}
	if n.Min != nil {
		a.min = *n.Min
	}
	t.tallies = append(t.tallies, a)
}

// amounts are verbs that only say how much their subject came to, and how the figure
// behind them bounds it.
var amounts = map[string]bool{"amount": true, "be": true, "exceed": true, "hit": true, "number": true, "reach": true, "stand": true, "top": true, "total": true}

// amount reads "turnout was 61 percent", "delays did not exceed 30 minutes", "the cost at
// 1.5 million": what is counted is the subject, and the figure stands behind word v.
func (t *teller) amount(c *claim, v, lo, hi int) bool {
	r := t.reading
	noun, at := -1, v
	if v >= 0 {
		if cop := t.child(v, english.Cop); cop >= 0 {
			at = cop
		} else if !amounts[strings.ToLower(r.token(v).Lemma)] || r.passive(v) {
			return false
		}
		slo, shi, _, ok := r.subject(v, lo)
		if !ok {
			return false
		}
		noun = t.headNoun(max(slo, lo), min(shi, hi))
	} else {
		for at = lo + 1; at < hi && r.ws[at].lower != "at"; at++ {
		}
		if at >= hi {
			return false
		}
		noun = t.headNoun(lo, at)
	}
	if noun < 0 || at+1 >= hi || noun > at {
		return false
	}
	w := strings.ToLower(r.token(noun).Lemma)
	if r.loss(noun) != "" || r.isPerson(noun) || figureWords[w] {
		return false
	}
	kind := events().deeds[w]
	if kind == "" {
		kind = w
	}
	n, ok := t.figureOf(kind, at+1, hi, hi)
	if !ok {
		return false
	}
	if v >= 0 && n.Min != nil && n.Max != nil {
		switch l := strings.ToLower(r.token(v).Lemma); {
		case (l == "exceed" || l == "top") && r.negated(v):
			n.Min = nil
		case l == "exceed" || l == "top":
			n.Max = nil
		case r.negated(v):
			return false
		}
	}
	if v >= 0 && r.negated(v) {
		c.stance = narrative.Asserts
	}
	c.Event, c.Target, c.Agent, c.Count = kind, nil, nil, []narrative.Count{n}
	t.tell(n, kind)
	return true
}

// figureWords are nouns that say nothing of what is numbered.
var figureWords = map[string]bool{"number": true, "figure": true, "total": true, "toll": true, "sum": true}

// headNoun returns the noun that words lo to hi hang on, or -1.
func (t *teller) headNoun(lo, hi int) int {
	for i := lo; i < hi; i++ {
		if t.token(i).UPOS == english.NOUN && t.token(i).Rel != english.Compound {
			return i
		}
	}
	return -1
}

// thing reports whether the subject of the predicate at word i is a thing.
func (t *teller) thing(i int) bool {
	lo, hi, _, ok := t.subject(i, t.lo)
	return ok && !t.numbered(lo, hi) && len(t.whom(lo, hi)) == 0 && len(t.things(lo, hi)) > 0
}

// quantity finds the figure that goes with word v, and what it is of: that of its object,
// of its subject where it has none or is passive, or of what a preposition leads in.
func (t *teller) quantity(kind string, v, lo, hi int) (narrative.Count, bool) {
	r := t.reading
	var spans [][2]int
	passive := r.passive(v)
	if olo, ohi, ok := r.object(v, hi); ok && !passive {
		spans = append(spans, [2]int{olo, ohi})
	}
	if slo, shi, _, ok := r.subject(v, lo); ok && slo < shi && shi <= v {
		spans = append(spans, [2]int{max(slo, lo), min(shi, hi)})
	}
	spans = append(spans, r.prepositional(v, hi, "by", "for", "at", "on", "from", "of", "to")...)
	for _, s := range spans {
		if n, ok := t.figureOf(kind, s[0], s[1], hi); ok {
			return n, true
		}
	}
	return narrative.Count{}, false
}

// figureOf reads the first figure of words lo to hi, and what it counts; what stands
// behind up to end may say of whom.
func (t *teller) figureOf(kind string, lo, hi, end int) (narrative.Count, bool) {
	r := t.reading
	if lo >= hi || r.temporal(lo) && r.ws[lo].lower != "least" && r.ws[lo].lower != "most" && !r.numbered(lo, lo+1) {
		return narrative.Count{}, false
	}
	from, to := r.ws[lo].start, r.ws[hi-1].end
	for _, f := range narrative.DefaultReadings().FindFigures(r.doc.Text[from:to]) {
		if f.Count.Min == nil && f.Count.Max == nil {
			continue
		}
		flo, fhi := r.span(from+f.Start, from+f.End)
		if r.oneOf(flo, fhi) {
			break // of "one of the two cameras" neither is a figure of what was done
		}
		if flo >= fhi || r.isClock(flo, fhi) {
			continue
		}
		n := f.Count
		if u, ok := events().units[f.Unit]; ok && f.Unit != "" {
			n.Of = u.of
		} else if f.Unit != "" {
			continue
		} else if !t.countedNoun(&n, kind, fhi, max(hi, min(end, fhi+4))) {
			continue
		}
		t.population(&n, fhi, min(end, max(hi, fhi+8)))
		return n, true
	}
	return narrative.Count{}, false
}

// countedNoun finds what a figure that ends before word i counts: the noun behind it.
// Without one it is what the same kind of event was counted in before.
func (t *teller) countedNoun(n *narrative.Count, kind string, i, end int) bool {
	r, x := t.reading, events()
	for j := i; j < end; j++ {
		tok := r.token(j)
		if u, k := t.unitAt(j, end); k > 0 {
			if j+k < end && r.ws[j+k-1].lower != "percent" && r.token(j+k).UPOS == english.NOUN && tok.Rel == english.Compound {
				continue // "vote sheets"
			}
			scale(n, u.factor)
			n.Of = u.of
			return true
		}
		switch tok.UPOS {
		case english.NOUN:
			if j+1 < end && r.token(j+1).UPOS == english.NOUN && r.ws[j].end < r.ws[j+1].start {
				continue // "ballot boxes"
			}
			w := strings.ToLower(tok.Lemma)
			if quantity[w] || days[w] || months[w] {
				return false
			}
			if n.Of = x.losses[w]; n.Of == "" {
				n.Of = plural(w)
			}
			if m := irregular[w]; m != "" {
				n.Of = m
			}
			return true
		case english.ADJ, english.DET, english.NUM, english.PROPN, english.ADV:
			continue
		case english.PRON:
			if owners[r.ws[j].lower] {
				continue
			}
		case english.ADP:
			if r.ws[j].lower == "of" || r.hyphened(j) {
				continue // "out-of-court settlements"
			}
		case english.PUNCT:
			if r.ws[j].lower == "-" || isMark(r.ws[j].lower) {
				continue
			}
		}
		break
	}
	for _, a := range slices.Backward(t.tallies) {
		if kind != "" && a.kind == kind {
			n.Of, n.Who = a.of, a.who
			return true
		}
	}
	return false
}

// hyphened reports whether word i is joined to its neighbours by a hyphen.
func (r *reading) hyphened(i int) bool {
	return i > 0 && r.ws[i-1].lower == "-" && r.ws[i-1].end == r.ws[i].start || i+1 < len(r.ws) && r.ws[i+1].lower == "-" && r.ws[i].end == r.ws[i+1].start
}

var irregular = map[string]string{"person": "people", "people": "people", "child": "children"}

// unitAt returns the unit that the words from i on name, and how many they are.
func (t *teller) unitAt(i, end int) (unit, int) {
	for n := min(2, end-i); n > 0; n-- {
		if u, ok := events().units[t.lemmas(i, i+n)]; ok {
			return u, n
		}
	}
	return unit{}, 0
}

func scale(n *narrative.Count, factor float64) {
	for _, b := range []**float64{&n.Min, &n.Max} {
		if *b != nil && factor != 1 {
			*b = number(**b * factor)
		}
	}
}

// population says of whom or by whom the share or number is: "of its members", "85 percent
// of drivers". Plain people have given the figure its name already.
func (t *teller) population(n *narrative.Count, i, end int) {
	ps := t.prepositional(max(i-1, 0), end, "of", "among")
	if len(ps) == 0 {
		return
	}
	for _, id := range t.whom(ps[0][0], ps[0][1]) {
		if q := t.cast.Party(id); q != nil && (q.Kind != "group" || n.Of == "percent") {
			n.Who = append(n.Who, id)
		}
	}
}

// isClock reports whether the figure at words lo to hi is a date, a time of day or a
// person's age.
func (r *reading) isClock(lo, hi int) bool {
	if lo > 0 && months[r.ws[lo-1].lower] && r.ws[lo-1].upper || hi < len(r.ws) && months[r.ws[hi].lower] && r.ws[hi].upper {
		return true
	}
	if hi < len(r.ws) {
		switch r.ws[hi].lower {
		case "a.m.", "p.m.", "am", "pm", "o'clock", "ago", "earlier", "later", "-":
			return true
		}
		if hi+1 < len(r.ws) && (r.ws[hi+1].lower == "ago" || r.ws[hi+1].lower == "earlier" || r.ws[hi+1].lower == "later" || r.ws[hi+1].lower == "before" || r.ws[hi+1].lower == "after") {
			return true
		}
	}
	return r.isYear(lo, hi)
}

// oneOf reports whether the figure is the "one" of "one of the cameras", which says of
// which and not how many, unless it is said to be all.
func (r *reading) oneOf(lo, hi int) bool {
	return hi == lo+1 && r.ws[lo].lower == "one" && !(lo > 0 && (onlys[r.ws[lo-1].lower] || r.ws[lo-1].lower == "just"))
}
