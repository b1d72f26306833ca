package coding

import (
	"strings"

	"github.com/seed514b815a/rashomon/narrative/event"
)

// fits reports whether the verb means the event here: one breaks windows and
// truces, and loses matches and men.
func (t *teller) fits(e verbEntry, i, hi int) bool {
	r := t.reading
	switch {
	case e.frame == at && len(e.rest) == 0:
		// "launched a rocket" is a shot; in "launched an attack", "fired intensive
		// shelling" the object is the event. Who only "launched" has fired nothing.
		light := events().light[strings.ToLower(r.token(i).Lemma)] != noWay
		lo, to, ok := r.object(i, hi)
		if !ok {
			return !light || r.passive(i)
		}
		for j := lo; j < to; j++ {
			if n, _ := r.nounAt(events(), j, hi); n > 0 && (light || !r.modifies(j, n, hi)) {
				return false
			}
		}
		return true
	case e.kind == "ceasefire-violation":
		if lo, to, ok := r.object(i, hi); ok {
			return r.anyWord(lo, to, rules)
		}
		if lo, to, _, ok := r.subject(i, t.lo); ok && r.passive(i) {
			return r.anyWord(lo, to, rules)
		}
		return false
	case e.frame == fall:
		lo, to, _, ok := r.subject(i, t.lo)
		return ok && r.projectile(max(lo, t.lo), min(to, i)) != ""
	case e.frame == lose:
		lo, to, ok := r.object(i, hi)
		if !ok {
			return false
		}
		for j := lo; j < to; j++ {
			if r.loss(j) != "" || r.isPerson(j) {
				return true
			}
		}
		return false
	case e.frame == meansFrame && len(e.rest) == 0:
		lo, to, ok := r.object(i, hi)
		if !ok {
			return false
		}
		for j := lo; j < to; j++ {
			if n, _ := r.meansAt(events(), j, to); n > 0 {
				return true
			}
			l := r.token(j).Lemma
			if l == "weapon" || l == "troop" || l == "force" || l == "equipment" || l == "soldier" || l == "army" || l == "armour" || l == "armor" || l == "mine" {
				return true
			}
		}
		return false
	case e.kind == "withdrawal" && r.token(i).Lemma == "leave", e.kind == "incursion" && r.token(i).Lemma == "enter", e.kind == "support":
		lo, to, ok := r.object(i, hi)
		return ok && (r.anyState(lo, to) || r.anyWord(lo, to, land))
	case e.frame == guard:
		// One defends rights and repels offers: force only where an attack is named.
		for j := i + 1; j < min(hi, r.sentenceEnd(i)); j++ {
			if n, kind := r.nounAt(events(), j, hi); n > 0 && event.Family(kind) == "assault" {
				return true
			}
		}
		return false
	case e.frame == give || e.frame == receive:
		// Troops return to their base, and one receives word, threats and wounds.
		lo, to, ok := r.object(i, hi)
		if !ok {
			_, _, _, ok = r.subject(i, t.lo)
			return ok && e.frame == give && r.passive(i)
		}
		for j := lo; j < to; j++ {
			if l := strings.ToLower(r.token(j).Lemma); r.isEvent(j, to) || wordOfSpeech(l) || events().deeds[l] != "" {
				return false
			}
		}
		return e.frame == give || !r.passive(i)
	case e.kind == "strike" || e.frame != act || len(e.rest) > 0:
		return true
	case r.token(i).Lemma == "block" || r.token(i).Lemma == "free" || r.token(i).Lemma == "release":
		_, _, ok := r.object(i, hi)
		return ok || r.passive(i)
	}
	return true
}

// land is what is entered or left by force.
var land = map[string]bool{"waters": true, "airspace": true, "territory": true, "border": true, "zone": true, "soil": true}

// rules are what is broken by force.
var rules = map[string]bool{"ceasefire": true, "cease-fire": true, "truce": true, "armistice": true, "agreement": true, "accord": true, "deal": true, "border": true, "airspace": true, "treaty": true, "sovereignty": true, "waters": true, "law": true, "charter": true, "blockade": true, "rules": true, "rights": true, "convention": true}

func (r *reading) anyWord(lo, hi int, set map[string]bool) bool {
	for i := lo; i < hi; i++ {
		if set[r.ws[i].lower] || set[strings.ToLower(r.token(i).Lemma)] {
			return true
		}
	}
	return false
}

func (r *reading) anyState(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if r.ws[i].known.state != nil || r.ws[i].known.place != nil {
			return true
		}
	}
	return false
}

// isEvent reports whether a noun at word i names a kind of event.
func (r *reading) isEvent(i, hi int) bool {
	n, _ := r.nounAt(events(), i, hi)
	return n > 0
}
