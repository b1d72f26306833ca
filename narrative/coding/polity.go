package coding

import (
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/narrative/gazetteer"
)

// polities finds the states that the gazetteer lacks but the text shows to be some:
// declared ones, names that own what only a state has ("Kelland's defence
// ministry"), and names whose adjective stands before it ("Suvria", "Suvrian
// troops"). From then on they are read as the gazetteer's are.
func (r *reading) polities() {
	found := map[string]*gazetteer.State{} // by name and adjective, as written
	for _, q := range r.cast.Parties() {
		if q.Kind != "state" && q.Kind != "territory" {
			continue
		}
		for i, n := range append([]string{q.Name}, q.Aliases...) {
			if n == "" || strings.ContainsAny(n, " '’") || len(gazetteer.Names(n)) > 0 {
				continue
			}
			if i == 0 || found[q.Name] == nil {
				found[q.Name] = &gazetteer.State{Name: q.Name}
			}
			found[n] = found[q.Name]
		}
	}
	x := words()
	adjectives := map[string]bool{}
	for i := range r.ws {
		w := &r.ws[i]
		if !r.strange(i) {
			continue
		}
		switch before := r.ownedBy(x, i); {
		case before == stateNoun && w.lower != "state":
			adjectives[w.form] = true
		case before == owned && r.token(i).UPOS == english.PROPN && found[w.form] == nil && r.full[w.lower] == "":
			found[w.form] = &gazetteer.State{Name: w.form}
		}
	}
	for i := range r.ws {
		w := &r.ws[i]
		if !r.strange(i) || r.token(i).UPOS != english.PROPN || adjectives[w.form] && found[w.form] == nil {
			continue
		}
		for a := range adjectives { // each adjective has one name only: the order doesn't matter
			if found[a] == nil && demonym(w.form, a) && (r.full[w.lower] == "" || found[w.form] != nil) {
				if found[w.form] == nil {
					found[w.form] = &gazetteer.State{Name: w.form}
				}
				found[a] = found[w.form]
			}
		}
	}
	if len(found) == 0 {
		return
	}
	for i := range r.ws {
		w := &r.ws[i]
		if !r.strange(i) {
			continue
		}
		if st := found[w.form]; st != nil {
			sense := gazetteer.Name
			if w.form != st.Name {
				sense = gazetteer.Adjective
			}
			w.known = known{n: 1, state: st, sense: sense}
		} else if st := found[strings.TrimSuffix(w.form, "s")]; st != nil && w.form != st.Name+"s" {
			w.known = known{n: 1, state: st, sense: gazetteer.People}
		}
	}
}

// strange reports whether a capitalised word stands alone that no table knows.
func (r *reading) strange(i int) bool {
	w := &r.ws[i]
	if !w.upper || w.known.n > 0 || len(w.form) < 4 || compass[w.lower] || common[w.lower] {
		return false
	}
	if u := r.token(i).UPOS; u != english.PROPN && u != english.ADJ {
		return false
	}
	// A name goes on to the left: "Jim Kelland".
	return i == 0 || r.ws[i-1].sent != w.sent || !r.ws[i-1].upper || r.ws[i-1].at == 0 && r.token(i-1).UPOS != english.PROPN
}

// What stands behind a name that may be a state's.
const (
	nothing   = iota
	stateNoun // "Suvrian troops"
	owned     // "Kelland's defence ministry"
)

// ownedBy says what stands behind word i: forces or authorities, or a possessive and
// what only states have.
func (r *reading) ownedBy(x *lexicon, i int) int {
	end := r.sentenceEnd(i)
	j := i + 1
	possessive := j < end && (r.ws[j].lower == "'s" || r.ws[j].lower == "'")
	if possessive {
		j++
	}
	for k := j; k < min(j+3, end) && !isBreak(r.ws[k].lower); k++ {
		n, head, c, _ := r.actorAt(x, k, end)
		switch {
		case n == 0:
			continue
		case possessive && sovereign[head], possessive && head == "ministry" && k > j, possessive && head == "minister" && k > j:
			return owned
		case !possessive && k == j && (c == stateWord || sovereign[head]) && !civil[head]:
			return stateNoun
		}
	}
	return nothing
}

// sovereign are the bodies and offices that only states have.
var sovereign = map[string]bool{
	"armed force": true, "general staff": true, "border guard": true, "foreign ministry": true, "foreign office": true,
	"foreign minister": true, "defence minister": true, "defense minister": true, "interior minister": true,
	"prime minister": true, "deputy prime minister": true, "navy": true, "air force": true, "embassy": true, "ambassador": true,
}

// civil are the words for a state's people and things that others have, too:
// companies have staff, ships and planes.
var civil = map[string]bool{
	"staff": true, "crew": true, "aircraft": true, "jet": true, "plane": true, "vessel": true, "ship": true, "helicopter": true, "city": true, "squad": true,
	"division": true, "personnel": true, "official": true, "side": true, "people": true, "unit": true, "administration": true, "leadership": true,
	"authorities": true, "country": true, "state": true, "republic": true, "position": true, "land": true, "missile": true, "drone": true, "tank": true,
}

// demonym reports whether adjective is made of a state's name as English makes them:
// Kelland, Kellandian, Kellander; Suvria, Suvrian; Baltia, Baltic.
func demonym(name, adjective string) bool {
	if name == adjective {
		return false
	}
	stems := []string{name}
	for _, end := range []string{"a", "e", "o", "y", "ia", "ea", "land", "stan", "istan"} {
		if s, ok := strings.CutSuffix(name, end); ok && len(s) >= 3 {
			stems = append(stems, s)
		}
	}
	for _, s := range stems {
		if end, ok := strings.CutPrefix(adjective, s); ok && demonymEndings[end] {
			return true
		}
	}
	return false
}

var demonymEndings = map[string]bool{"n": true, "an": true, "ian": true, "ean": true, "ese": true, "ish": true, "i": true, "er": true, "ic": true, "ite": true}
