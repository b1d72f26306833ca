package coding

import (
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/gazetteer"
)

// preposition that lead in a place. What fire came from is another question than
// what it hit, so "from" isn't among them.
var placePrepositions = map[string]bool{"in": true, "near": true, "at": true, "around": true, "toward": true, "towards": true, "outside": true, "on": true, "along": true, "into": true, "over": true, "across": true, "inside": true, "within": true, "of": true, "to": true, "between": true}

// sites are nouns that stand for places by themselves.
var sites = map[string]string{"border": "border", "frontier": "border", "capital": "capital", "front": "front", "coast": "coast", "airspace": "airspace", "line of contact": "line of contact", "line of control": "line of control", "frontline": "front", "territory": "", "sea": "", "strait": ""}

// generics say what kind of place a name is.
var generics = map[string]string{"area": "area", "city": "town", "district": "district", "governorate": "region", "island": "island", "oblast": "region", "port": "town", "province": "region", "region": "region", "sector": "area", "settlement": "village", "strip": "area", "suburb": "district", "town": "town", "valley": "area", "village": "village", "neighborhood": "district", "neighbourhood": "district", "camp": "camp", "direction": "", "county": "region"}

// places adds the places that words lo to hi name.
func (t *teller) places(c *claim, lo, hi int) {
	r := t.reading
	for i := lo; i < hi; i++ {
		w := r.ws[i].lower
		if !placePrepositions[w] {
			continue
		}
		if w == "of" && (i == lo || generics[strings.ToLower(r.token(i-1).Lemma)] == "" && r.token(i-1).Lemma != "direction" && r.token(i-1).Lemma != "outskirts") {
			continue
		}
		if w == "to" && !(i > lo && r.token(i-1).UPOS == english.ADV) || w == "on" && r.temporal(i+1) || w == "at" && r.temporal(i+1) {
			continue
		}
		i = t.placeList(c, i+1, hi) - 1
	}
	if len(c.Place) > 12 {
		c.Place = c.Place[:12]
	}
}

// struck adds the places that are what a violent act was done to: "shelled Arica
// and Putre". A name that isn't known for a place may be anybody's.
func (t *teller) struck(c *claim, h *happening) {
	lo, hi := h.who[0], h.who[1]
	if !h.verb || !t.violent(h.kind) {
		return
	}
	for lo < hi && articles[t.ws[lo].lower] {
		lo++
	}
	if lo >= hi {
		return
	}
	k := t.ws[lo].known
	if k.place == nil && !(k.state != nil && k.sense == gazetteer.Capital) && !t.placeInCast(lo, hi) {
		return
	}
	trial := &claim{Claim: narrative.Claim{Place: slices.Clone(c.Place)}}
	if t.placeList(trial, lo, hi) >= hi { // else the place only tells whose or which: "the Arica garrison"
		c.Place = trial.Place
	}
}

// placeInCast reports whether a place of the cast is named from word lo on.
func (t *teller) placeInCast(lo, hi int) bool {
	for n := min(hi, lo+4); n > lo && t.ws[lo].upper; n-- {
		for _, id := range t.cast.Named(t.text(lo, n)) {
			if t.cast.Place(id) != nil {
				return true
			}
		}
	}
	return false
}

// placeList reads a list of places that begins at word i and returns where it ends.
func (t *teller) placeList(c *claim, i, hi int) int {
	r := t.reading
	add := func(id string) {
		if id != "" && !slices.Contains(c.Place, id) {
			c.Place = append(c.Place, id)
		}
	}
	for i < hi {
		w := &r.ws[i]
		tok := r.token(i)
		lemma := strings.ToLower(tok.Lemma)
		switch {
		case w.known.place != nil && i+w.known.n <= hi:
			if r.ownerOfActor(i+w.known.n, hi) {
				return i + w.known.n
			}
			kind := ""
			if j := i + w.known.n; j < hi {
				kind = generics[strings.ToLower(r.token(j).Lemma)]
			}
			if kind == "" && i >= 2 && r.ws[i-1].lower == "of" { // "the town of Goris"
				kind = generics[strings.ToLower(r.token(i-2).Lemma)]
			}
			add(r.place(r.text(i, i+w.known.n), kind, w.known.place.State, w.known.place.Name))
			i += w.known.n
		case w.known.state != nil && w.known.sense == 0:
			if r.ownerOfActor(i+w.known.n, hi) {
				return i + w.known.n
			}
			add(r.state(w.known.state))
			i += w.known.n
		case w.known.state != nil && w.known.n > 0:
			if w.known.sense.String() == "capital" {
				add(r.place(r.text(i, i+w.known.n), "town", w.known.state, r.text(i, i+w.known.n)))
				i += w.known.n
				continue
			}
			// "on Azerbaijani positions", "in the Armenian village of"
			i += w.known.n
		case w.upper && tok.UPOS == english.PROPN && r.named[w.lower] == "" && r.described[w.lower] == nil && !months[w.lower] && !days[w.lower]:
			j := i + 1
			for j < hi && r.ws[j].upper && r.token(j).UPOS == english.PROPN && r.ws[j].known.n == 0 {
				j++
			}
			if _, cl, _ := words().actor(r.ws[j-1].lower); cl != noClass || r.ownerOfActor(j, hi) {
				return j
			}
			kind := ""
			if j < hi {
				kind = generics[strings.ToLower(r.token(j).Lemma)]
			}
			if p := i - 2; kind == "" && p >= 0 && r.ws[i-1].lower == "of" {
				kind = generics[strings.ToLower(r.token(p).Lemma)]
			}
			add(r.place(r.text(i, j), kind, nil, r.text(i, j)))
			i = j
		case sites[lemma] != "" && !(lemma == "front" && i+1 < hi && r.ws[i+1].lower == "of"): // "in front of"
			add(sites[lemma])
			i++
		case generics[lemma] != "" || lemma == "direction":
			i++
		case w.lower == "," || w.lower == "and" || w.lower == "or" || articles[w.lower] || w.lower == "of" || tok.UPOS == english.ADJ || placePrepositions[w.lower] && w.lower != "to" || owners[w.lower]:
			if w.lower == "," && !(i+1 < hi && (r.ws[i+1].upper || r.ws[i+1].lower == "and" || r.ws[i+1].lower == "near")) {
				return i
			}
			if (w.lower == "and" || w.lower == ",") && i+1 < hi && !r.ws[i+1].upper && !articles[r.ws[i+1].lower] && !placePrepositions[r.ws[i+1].lower] && r.ws[i+1].lower != "and" {
				return i
			}
			i++
		default:
			return i
		}
	}
	return i
}

// ownerOfActor reports whether what stands before word i only tells whose the
// forces or officials behind it are.
func (r *reading) ownerOfActor(i, hi int) bool {
	if i >= hi {
		return false
	}
	if r.ws[i].lower == "'s" {
		i++
	}
	n, _, c, _ := r.actorAt(words(), min(i, hi-1), hi)
	return i < hi && n > 0 && c != stateWord || i < hi && n > 0 && r.token(i).Lemma != "city" && r.token(i).Lemma != "territory" && r.token(i).Lemma != "country"
}

// means adds what h was done with.
func (t *teller) means(c *claim, h *happening, lo, hi int) {
	r, x := t.reading, events()
	for i := lo; i < hi; i++ {
		if !r.nominal(i) {
			continue
		}
		n, name := r.meansAt(x, i, hi)
		if n == 0 {
			continue
		}
		if !r.usedAt(i, n, h, lo) {
			i += n - 1
			continue
		}
		if !slices.Contains(c.Means, name) && len(c.Means) < 8 {
			c.Means = append(c.Means, name)
		}
		i += n - 1
	}
}

// usedAt reports whether the means at word i is used, and not what is attacked or
// who is spoken of.
func (r *reading) usedAt(i, n int, h *happening, lo int) bool {
	if i >= h.who[0] && i < h.who[1] {
		return false
	}
	if i >= h.at && i < h.end {
		return true // "missile strike"
	}
	for j := i - 1; j >= lo && j >= i-12; j-- {
		switch w := r.ws[j].lower; {
		case w == "with" || w == "using" || w == "by" || w == "from" || w == "used" || w == "fired" || w == "firing" || w == "of" || w == "including" || w == "via" || w == "lay" || w == "laid" || w == "laying" || w == "launched" || w == "through":
			return true
		case w == "on" || w == "at" || w == "against" || w == "into":
			return false
		}
	}
	return i < h.at && h.verb // "drones hit", "two rockets struck"
}

// marks adds the causes and labels that words lo to hi give.
func (t *teller) marks(c *claim, lo, hi int) {
	r, x := t.reading, events()
	for i := lo; i < hi; i++ {
		for n := min(x.most, hi-i); n > 0; n-- {
			m, ok := x.marks[r.lowerText(i, i+n)]
			if !ok {
				m, ok = x.marks[r.lemmas(i, i+n)]
			}
			if !ok {
				continue
			}
			if m.value == "disinformation" && (t.s.acts.act == narrative.Deny || r.ws[i].lower == "false") || r.negated(i) || m.facet == "label" && r.hasAny(r.first[r.ws[i].sent], i, "not", "n't", "never", "no", "nor", "cannot") {
				break
			}
			if m.value == "response" && t.othersAnswer(c, i) {
				break
			}
			if m.facet == "cause" && !slices.Contains(c.Cause, m.value) {
				c.Cause = append(c.Cause, m.value)
			}
			if m.facet == "label" && !slices.Contains(c.Label, m.value) {
				c.Label = append(c.Label, m.value)
			}
			i += n - 1
			break
		}
	}
}

// othersAnswer reports whether the verb at word i tells of an answer to the claim's act
// and not of the act: "the strikes forced the ministry to respond".
func (t *teller) othersAnswer(c *claim, i int) bool {
	if t.token(i).UPOS != english.VERB || i == 0 || t.ws[i-1].lower != "to" {
		return false
	}
	v := t.head(i)
	if v < t.lo || v >= i || !compels[strings.ToLower(t.token(v).Lemma)] {
		return false
	}
	lo, hi, ok := t.object(v, i)
	if !ok {
		return false
	}
	ids := t.sides(t.actors(lo, hi, t.scene))
	return len(ids) > 0 && !slices.ContainsFunc(ids, func(id string) bool { return slices.Contains(c.Agent, id) })
}

// compels are verbs whose object does what the verb behind them says.
var compels = map[string]bool{"force": true, "compel": true, "oblige": true, "prompt": true, "lead": true, "push": true}

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

// bareCount reads a figure without an event: "the number of marchers at 10,000",
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
	if h.verb && h.at > lo && r.token(h.at-1).UPOS == english.NUM { // "six were killed and more than 20 wounded"
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
	return hi == lo+1 && len(r.ws[lo].form) == 4 && (strings.HasPrefix(r.ws[lo].form, "19") || strings.HasPrefix(r.ws[lo].form, "20"))
}
