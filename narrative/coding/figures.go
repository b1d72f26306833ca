package coding

import (
	"strings"

	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/narrative"
)

// Figures: how many of whom, as the words give it.

// counts adds the figures of h or, with nil, of the whole content.
func (t *teller) counts(c *claim, h *happening) {
	r := t.reading
	if h == nil || h.measure == "" {
		return
	}
	n := narrative.Count{Of: h.measure}
	lo, hi := h.clause[0], h.clause[1]
	zero := h.negated || r.anyNo(h.who[0], h.who[1])
	f, ok := t.figure(h, lo, hi)
	switch {
	case zero && !ok:
		n.Min, n.Max = number(0), number(0)
	case ok:
		n.Min, n.Max, n.About = f.Min, f.Max, f.About
		if t.heading(h.at) && f.Min != nil && f.Max != nil && *f.Max > 20 {
			n.About = true // headlines round
		}
	}
	n.Who = append(n.Who, h.target...)
	n.Among = t.among(h)
	c.Count = append(c.Count, n)
	t.remember(n, c.Event)
	if n.Max != nil && *n.Max == 0 && h.measure == "casualties" {
		k := n
		k.Of = "killed" // no casualties: nobody was killed, either
		c.Count = append(c.Count, k)
	}
	if h.measure == "killed" && h.at+2 < hi && !h.verb {
		// "killed and wounded": both, of the same side.
		for j := h.end; j < min(hi, h.end+3); j++ {
			if m := r.loss(j); m != "" && m != h.measure {
				k := n
				k.Of, k.Min, k.Max, k.About = m, nil, nil, false
				c.Count = append(c.Count, k)
				break
			}
		}
	}
}

// formerFigure is the claim of the figure that this one replaces: "71, up from the
// 50 announced earlier".
func (t *teller) formerFigure(c *claim, h *happening) (claim, bool) {
	r := t.reading
	if len(c.Count) == 0 || c.Count[0].Min == nil && c.Count[0].Max == nil {
		return claim{}, false
	}
	end := r.sentenceEnd(h.at)
	for i := h.end; i+1 < end; i++ {
		w := r.ws[i].lower
		if !(r.ws[i+1].lower == "from" && (w == "up" || w == "down" || w == "raised" || w == "revised" || w == "increased" || w == "rose" || w == "risen")) {
			continue
		}
		to := i + 2
		for to < end && !isBreak(r.ws[to].lower) {
			to++
		}
		f, ok := t.figure(&happening{at: i, end: i + 1, verb: true, who: [2]int{i + 2, min(to, i+6)}}, i, to)
		if !ok {
			return claim{}, false
		}
		old := *c
		n := c.Count[0]
		n.Min, n.Max, n.About = f.Min, f.Max, f.About
		old.Count = []narrative.Count{n}
		old.Time, old.Place = edtf.Time{}, nil
		old.said = r.earlier(t.s)
		old.confidence = 0.7
		return old, !old.said.IsZero()
	}
	return claim{}, false
}

// heading reports whether word i is in a headline: a first sentence that ends
// without a full stop.
func (r *reading) heading(i int) bool {
	if r.ws[i].sent > 0 {
		return false
	}
	end := r.sentenceEnd(i)
	return r.ws[end-1].lower != "."
}

// remember keeps a figure, so that "it was 100,000" and "the 50 announced earlier"
// are of the same.
func (t *teller) remember(n narrative.Count, kind string) {
	t.tell(n, kind)
	t.counted[t.side] = n
	t.lastCount, t.lastEvent = n, kind
}

// bareCount reads a figure without an event: "the crowd at 4,000",
// "it was 100,000", "the 50".
func (t *teller) bareCount(c *claim) {
	r := t.reading
	if t.lo >= t.hi {
		return
	}
	var n narrative.Count
	for i := t.lo; i < t.hi; i++ {
		if m := r.loss(i); m != "" && !(r.token(i).UPOS == english.VERB && r.child(i, english.Obj) > i) { // "missing three trains"
			n.Of = m
			if ids := t.sides(r.actors(i, i+1, t.scene)); len(ids) > 0 {
				n.Who = ids
			}
			break
		}
	}
	h := &happening{at: t.lo, end: t.lo + 1, who: [2]int{t.lo, t.hi}}
	f, ok := t.figure(h, t.lo, t.hi)
	if !ok {
		return
	}
	kind := c.Event
	switch {
	case n.Of == "participants":
		kind, c.Agent = "demonstration", nil
	case n.Of == "" && t.hi-t.lo <= 5 && !t.anyNo(t.lo, t.hi) && (t.ws[t.lo].lower == "the" || t.ws[t.lo].lower == "it" || isNumber(t.ws[t.lo].lower)):
		old := t.lastCount
		if own, ok := t.counted[t.side]; ok {
			old = own
		}
		n.Of, n.Who, n.Among = old.Of, old.Who, old.Among
		kind, c.Agent = t.lastEvent, nil
	case n.Of == "":
		return
	}
	if n.Of == "" {
		return
	}
	n.Min, n.Max, n.About = f.Min, f.Max, f.About
	if c.Event = kind; kind != "demonstration" { // how many came is no word on whose doing it was
		c.Target = n.Who
	}
	c.Count = append(c.Count, n)
	t.remember(n, kind)
}

func number(n float64) *float64 { return &n }

// among returns the plain words that narrow whom a count counts.
func (t *teller) among(h *happening) []string {
	for i := h.who[0]; i < h.who[1]; i++ {
		switch l := strings.ToLower(t.token(i).Lemma); l {
		case "civilian", "child", "woman", "journalist", "militant", "policeman", "passenger", "student", "worker", "demonstrator", "protester", "insurgent":
			return []string{l + "s"}
		}
	}
	return nil
}

// figure finds the figure of what h counts.
func (t *teller) figure(h *happening, lo, hi int) (narrative.Count, bool) {
	r := t.reading
	near := func(a, b int) (narrative.Count, bool) {
		if a >= b {
			return narrative.Count{}, false
		}
		from, to := r.ws[a].start, r.ws[b-1].end
		for _, f := range narrative.DefaultReadings().FindFigures(r.doc.Text[from:to]) {
			if f.Unit != "" {
				continue
			}
			flo, fhi := r.span(from+f.Start, from+f.End)
			if r.isDate(flo, fhi) {
				continue
			}
			return f.Count, true
		}
		return narrative.Count{}, false
	}
	if h.verb && h.at > lo && r.token(h.at-1).UPOS == english.NUM { // "two died and some 30 were hurt"
		a := h.at - 1
		for a > lo && a > h.at-5 && !isBreak(r.ws[a-1].lower) && r.token(a-1).UPOS != english.VERB && r.token(a-1).UPOS != english.CCONJ {
			a--
		}
		if c, ok := near(a, h.at); ok {
			return c, true
		}
	}
	if c, ok := near(h.who[0], h.who[1]); ok {
		return c, true
	}
	if !h.verb {
		// "49 deaths", "its own dead at 50", "the death toll to 71"
		a := h.at
		for a > lo && a > h.at-4 && !isBreak(r.ws[a-1].lower) && r.token(a-1).UPOS != english.VERB {
			a--
		}
		if c, ok := near(a, h.end); ok {
			return c, true
		}
		for _, p := range r.prepositional(h.end-1, hi, "at", "to", "as", "of") {
			if p[0] <= h.end+8 {
				if c, ok := near(p[0], p[1]); ok {
					return c, true
				}
			}
		}
	}
	return narrative.Count{}, false
}

// isDate reports whether the figure at words lo to hi is part of a date, a time or
// a length of time.
func (r *reading) isDate(lo, hi int) bool {
	for j := max(0, lo-1); j < min(len(r.ws), hi+1); j++ {
		w := r.ws[j].lower
		if months[w] || j >= hi && (days[w] || w == "day" || w == "hour" || w == "year" || w == "month" || w == "p.m." || w == "a.m." || w == "minutes" || w == "kilometers" || w == "kilometres" || w == "km" || w == "-" || w == "%") {
			return true
		}
	}
	return r.isYear(lo, hi)
}

// isYear reports whether the figure at words lo to hi may be a year of these times.
func (r *reading) isYear(lo, hi int) bool {
	return hi == lo+1 && len(r.ws[lo].form) == 4 && (strings.HasPrefix(r.ws[lo].form, "19") || strings.HasPrefix(r.ws[lo].form, "20"))
}
