package coding

import (
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/narrative/event"
)

// Who fired what, from where, and where it fell.

// firedFrom returns from whose side the verb i says that it was fired: "from the
// Chilean side", "from Peru's positions". From a place alone anybody may fire.
func (t *teller) firedFrom(i, hi int) []string {
	for _, p := range t.prepositional(i, hi, "from") {
		for j := p[0]; j < p[1]; j++ {
			if stands[strings.ToLower(t.token(j).Lemma)] {
				return t.sides(t.actors(p[0], p[1], t.scene))
			}
		}
	}
	return nil
}

// stands are from where a side fires.
var stands = map[string]bool{"side": true, "position": true, "trench": true, "line": true, "territory": true, "post": true, "base": true, "outpost": true}

// attackers returns whose attack the verb i wards off: "repelled a rebel attack",
// "defending the town from rebels".
func (t *teller) attackers(i, hi, olo, ohi int, hasObject bool) []string {
	spans := t.prepositional(i, hi, "from", "against")
	if hasObject {
		spans = append(spans, [2]int{olo, ohi})
	}
	for _, p := range spans {
		for j := p[0]; j < p[1]; j++ {
			if n, kind := t.nounAt(events(), j, p[1]); n > 0 && event.Family(kind) == "assault" {
				if ids := t.nounAgent(j, p[0], p[1]); len(ids) > 0 {
					return ids
				}
			}
		}
	}
	for _, p := range t.prepositional(i, hi, "from", "against", "by") {
		if ids := t.sides(t.actors(p[0], p[1], t.scene)); len(ids) > 0 {
			return ids
		}
	}
	return nil
}

// fired tells what was fired: a missile strike, a shelling, or shots.
func (t *teller) fired(kind string, i, slo, shi int, passive bool, olo, ohi int, hasObject bool) string {
	lo, hi := olo, ohi
	if passive {
		lo, hi = slo, shi
	} else if !hasObject {
		return kind
	}
	for j := lo; j < hi; j++ {
		switch t.token(j).Lemma {
		case "missile", "rocket":
			return "missile-strike"
		case "shell", "mortar", "artillery", "howitzer":
			return "shelling"
		case "drone":
			return "drone-strike"
		}
	}
	return kind
}

// projectile returns the kind of event of which words lo to hi name what was fired or
// dropped, "" where they name none: "two shells", "the bombs".
func (r *reading) projectile(lo, hi int) string {
	for i := lo; i < hi; i++ {
		if k := projectiles[strings.ToLower(r.token(i).Lemma)]; k != "" && r.token(i).UPOS == english.NOUN {
			return k
		}
	}
	return ""
}

// projectiles are what falls where it was aimed, or elsewhere.
var projectiles = map[string]string{"bomb": "bombing", "shell": "shelling", "round": "shelling", "mortar": "shelling", "rocket": "missile-strike", "missile": "missile-strike", "bullet": "shooting", "drone": "drone-strike"}
