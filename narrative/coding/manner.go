package coding

import (
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/event"
)

// What a claim's own words say of how sure it is and how complete, and what it calls
// the happening.

// hedged reports whether words lo to hi say the happening with a hedge: "probably
// fired", "may have been hit". Who is said to be able or allowed to do something is
// another matter, so of the modals only those before "have".
func (r *reading) hedged(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		w := r.ws[i].lower
		if hedges[w] || i+1 < hi && (w == "may" || w == "might" || w == "could") && r.ws[i+1].lower == "have" {
			return true
		}
		if r.token(i).UPOS == english.VERB && (w == "appears" || w == "appeared" || w == "seems" || w == "seemed") {
			return true
		}
	}
	return false
}

var hedges = map[string]bool{"allegedly": true, "apparently": true, "likely": true, "perhaps": true, "possibly": true, "presumably": true, "probably": true, "purportedly": true, "reportedly": true, "seemingly": true, "supposedly": true}

// complete notes the lists that the words say are all: "only military sites were hit",
// "with nothing but rifles", "solely in the port". What "not only" names isn't all.
func (t *teller) complete(c *claim, lo, hi int) {
	for i := lo; i < hi; i++ {
		w := t.ws[i].lower
		if !onlys[w] || i > lo && (t.ws[i-1].lower == "not" || t.ws[i-1].lower == "the") {
			continue
		}
		from := i + 1
		if from < hi && placePrepositions[t.ws[from].lower] && len(c.Place) > 0 && !t.temporal(from+1) {
			t.only(c, narrative.FacetPlace)
			continue
		}
		to := from // the noun phrase behind it, with the preposition before that
		for to < hi && !isBreak(t.ws[to].lower) && t.token(to).UPOS != english.VERB && t.token(to).UPOS != english.AUX && (to == from || t.token(to).UPOS != english.ADP) {
			to++
		}
		if from >= to {
			continue
		}
		switch {
		case t.anyMeans(from, to, c.Means):
			t.only(c, narrative.FacetMeans)
		case t.anyTarget(from, to, c.Target):
			t.only(c, narrative.FacetTarget)
		}
	}
}

var onlys = map[string]bool{"only": true, "exclusively": true, "solely": true, "purely": true}

func (t *teller) only(c *claim, f narrative.Facet) {
	if !slices.Contains(c.Only, f) {
		c.Only = append(c.Only, f)
	}
}

// anyMeans reports whether words lo to hi name one of the means.
func (r *reading) anyMeans(lo, hi int, means []string) bool {
	for i := lo; i < hi; i++ {
		if n, name := r.meansAt(events(), i, hi); n > 0 && slices.Contains(means, name) {
			return true
		}
	}
	return false
}

// anyTarget reports whether words lo to hi name one of the plain words that were hit.
func (r *reading) anyTarget(lo, hi int, targets []string) bool {
	for i := lo; i < hi; i++ {
		if slices.Contains(targets, strings.ToLower(r.token(i).Lemma)) {
			return true
		}
	}
	return false
}

// attacked labels an attack by what it is said to have hit: a school, a barracks. Whether
// a building was the one or the other is what the sides will differ on.
func (t *teller) attacked(c *claim, h *happening, lo, hi int) {
	if event.Family(h.kind) != "assault" || event.Lookup(h.kind).Consequence {
		return
	}
	if !h.verb { // "a strike on a barracks killed nine": what stands up to the verb is the strike's
		lo, hi = h.at, h.clause[1]
		for _, o := range t.hs {
			if o.at > h.at {
				hi = min(hi, o.at)
			}
		}
	}
	x := events()
	for i := lo; i < hi; i++ {
		if t.token(i).UPOS != english.NOUN && t.token(i).UPOS != english.ADJ {
			continue
		}
		for n := min(2, hi-i); n > 0; n-- {
			l := x.sites[t.lemmas(i, i+n)]
			if l == "" {
				l = x.sites[t.lowerText(i, i+n)] // "barracks" is its own singular
			}
			if l == "" {
				continue
			}
			if from := i - 1; !slices.Contains(c.Label, l) && !t.hasAny(max(lo, from-3), i, "from", "near", "outside") {
				c.Label = append(c.Label, l)
			}
			i += n - 1
			break
		}
	}
}

// named returns where the words for a thing end that a cue of naming calls something:
// what it is called, "an ambush", is no happening of its own.
func (t *teller) named() (end int, ok bool) {
	v, ok := t.verdict(t.s)
	if !ok || !v.named || v.of[0] >= v.of[1] || len(t.s.content) > 1 {
		return 0, false
	}
	return v.of[1], true
}
