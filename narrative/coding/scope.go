package coding

import (
	"slices"
	"strings"

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
