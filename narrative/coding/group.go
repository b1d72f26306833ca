package coding

import (
	"strings"

	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/gazetteer"
)

// outlet is a medium described by a word such as "newspaper".
func (r *reading) outlet(p *phrase) string {
	if p.outlet != "" {
		id := r.addOutlet(p.outlet)
		r.alias(id, p)
		return id
	}
	name := r.properName(p)
	if len(p.names) == 0 && len(p.states) > 0 {
		name = strings.TrimSpace(p.states[0].Adjectives[0] + " " + p.head)
		if len(p.mods) > 0 {
			name = p.states[0].Adjectives[0] + " " + p.mods[len(p.mods)-1].word + " " + p.head
		}
	}
	if p.article == "the" && len(p.names) == 0 && len(p.states) == 0 && r.bodies[p.head] != "" {
		return r.bodies[p.head]
	}
	if len(p.names) == 0 && len(p.states) == 0 && (p.owner != "" || p.article == "the") {
		if name := r.onlyOutlet(); name != "" {
			return r.addOutlet(name) // "his news agency"
		}
	}
	for _, a := range p.apps {
		if a.outlet != "" { // "Korean Central News Agency (KCNA)"
			id := r.addOutlet(a.outlet)
			r.cast.Alias(id, name)
			return id
		}
		if len(a.names) > 0 && a.class == noClass {
			name = r.text(a.names[0][0], a.names[0][1])
		}
	}
	id := r.addNamed(name, "outlet", "")
	r.bodies[p.head] = id
	r.alias(id, p)
	return id
}

// onlyOutlet returns the one outlet that the text names, if it is the only one.
func (r *reading) onlyOutlet() string {
	if r.outletKnown {
		return r.outlet1
	}
	r.outletKnown = true
	found := ""
	for i := range r.ws {
		if o := r.ws[i].known.outlet; o != "" && o != found {
			if found != "" {
				return ""
			}
			found = o
		}
	}
	r.outlet1 = found
	return found
}

func (r *reading) addOutlet(name string) string { return r.addNamed(name, "outlet", "") }
func (r *reading) addOrg(name string) string    { return r.addNamed(name, "organisation", "") }

// addNamed returns the party of that name, adding it where there is none.
func (r *reading) addNamed(name, kind, of string) string {
	for _, id := range r.cast.Named(name) {
		if q := r.cast.Party(id); q != nil && q.Kind != "anonymous" {
			return id
		}
	}
	return r.cast.AddParty(narrative.Party{Name: name, Kind: kind, Of: of})
}

// group is people who are no institution: rebels, protesters, the opposition.
func (r *reading) group(p *phrase, s scene) string {
	if p.org != "" {
		return r.addOrg(p.org)
	}
	if id := r.faceless(p, s); id != "" {
		return id
	}
	opposition := strings.HasPrefix(p.head, "opposition")
	for _, m := range p.mods {
		opposition = opposition || strings.HasPrefix(m.word, "opposition")
	}
	if opposition {
		return r.opposition(p)
	}
	if (p.article == "a" || p.article == "an") && !p.plural && s.speaking {
		return r.unnamedOf(p, "")
	}
	for _, a := range p.apps { // "the press freedom group, Reporters Without Borders"
		if a.org != "" {
			return r.addOrg(a.org)
		}
		if len(a.names) > 0 && a.class == noClass && p.class == group {
			return r.addNamed(r.properName(a), "organisation", "")
		}
	}
	name := r.groupName(p)
	id := r.addNamed(name, "group", "")
	r.bodies[p.head] = id
	r.alias(id, p)
	return id
}

// faceless returns those whom the speaker has been accusing for a group that it
// doesn't name: "sabotage groups".
func (r *reading) faceless(p *phrase, s scene) string {
	ids := r.accused[r.cast.Side(s.speaker)]
	if s.speaking || s.speaker == "" || len(ids) == 0 || len(p.states) > 0 || len(p.names) > 0 || p.article == "the" || !facelessWords[p.head] {
		return ""
	}
	return ids[0]
}

// faceless groups are somebody's, and who is told by whom the speaker accuses.
var facelessWords = map[string]bool{"group": true, "attacker": true, "assailant": true, "gunman": true, "sniper": true, "gang": true}

// groupName names a group by its noun, with the adjective that goes before it.
func (r *reading) groupName(p *phrase) string {
	noun := british.Replace(p.head)
	if p.headAt >= 0 {
		if p.plural || !collective[p.head] {
			noun = plural(noun)
		}
	}
	switch {
	case len(p.states) > 0 && len(p.states[0].Adjectives) > 0:
		return p.states[0].Adjectives[0] + " " + noun
	case len(p.names) > 0 && p.names[0][0] < p.headAt && r.ws[p.names[0][0]].at > 0:
		return r.text(p.names[0][0], p.names[0][1]) + " " + noun
	}
	if len(p.states) == 0 && r.bodies[p.head] != "" {
		if q := r.cast.Party(r.bodies[p.head]); q != nil && q.Name != "" {
			return q.Name
		}
	}
	return noun
}

// collective nouns are one group in the singular.
var collective = map[string]bool{"family": true, "community": true, "gang": true, "mob": true, "tribe": true, "opposition": true, "opposition party": true, "human rights group": true, "rights group": true, "aid agency": true}

func plural(w string) string {
	switch {
	case strings.HasSuffix(w, "man"):
		return w[:len(w)-2] + "en"
	case strings.HasSuffix(w, "y") && !strings.HasSuffix(w, "ey"):
		return w[:len(w)-1] + "ies"
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "sh"), strings.HasSuffix(w, "ch"), strings.HasSuffix(w, "x"):
		return w + "es"
	}
	return w + "s"
}

// opposition is the opposition of a state, whatever its parties: a side apart from
// the state's.
func (r *reading) opposition(p *phrase) string {
	st := (*gazetteer.State)(nil)
	if len(p.states) > 0 {
		st = p.states[0]
	} else if len(r.sides) > 0 {
		st = r.sides[0]
	}
	name := "opposition"
	if st != nil && len(st.Adjectives) > 0 {
		name = st.Adjectives[0] + " opposition"
	}
	id := r.addNamed(name, "group", "")
	if p.class == organisation && !p.plural && p.head != "party" && len(p.names) == 0 {
		r.bodies[p.head] = id // "the alliance"
	}
	for _, a := range append([]*phrase{p}, p.apps...) { // "opposition parties, including major opposition party, Democratic Action"
		for _, run := range a.names {
			if a != p || p.class == organisation && run[0] > p.headAt {
				if _, c, _ := words().actor(r.ws[run[0]].lower); c == noClass && r.ws[run[0]].known.place == nil {
					if m := r.addNamed(r.text(run[0], run[1]), "organisation", id); m != id {
						if q := r.cast.Party(m); q.Of == "" && q.Kind == "organisation" {
							q.Of = id
						}
					}
				}
			}
		}
	}
	return id
}

// organisation is a company, union, party and the like: a side of its own.
func (r *reading) organisation(p *phrase, s scene) string {
	if p.org != "" {
		return r.addOrg(p.org)
	}
	if id := r.faceless(p, s); id != "" {
		return id
	}
	for _, m := range p.mods {
		if strings.HasPrefix(m.word, "opposition") {
			return r.opposition(p)
		}
	}
	for _, a := range p.apps {
		if a.org != "" {
			return r.addOrg(a.org)
		}
		if len(p.names) == 0 && len(a.names) > 0 && a.class == noClass {
			return r.addNamed(r.properName(a), "organisation", "")
		}
	}
	if p.plural && len(p.names) > 1 && p.names[0][0] < p.headAt { // "the Whig and Tory parties"
		return r.addNamed(r.text(p.names[0][0], p.hi), "group", "")
	}
	if run, ok := r.namedBehind(p); ok { // "the port operator Ellery Docks"
		id := r.addNamed(r.text(run[0], run[1]), "organisation", "")
		r.bodies[p.head] = id
		if businesses[p.head] {
			r.bodies["organisation"] = id
		}
		return id
	}
	if (len(p.names) == 0 || p.names[0][0] > p.headAt && p.of == nil) && !(p.headAt > 0 && r.ws[p.headAt].upper && r.possessed(p.headAt-1, p.lo)) {
		if p.article == "the" && (p.head == "organisation" || p.head == "organization" || p.head == "company" || p.head == "firm" || p.head == "institution") && r.bodies[p.head] == "" && r.bodies["organisation"] != "" {
			return r.bodies["organisation"]
		}
		// "the union", "the city's transit union"
		if id := r.bodies[p.head]; id != "" && !p.plural {
			return id
		}
		name := british.Replace(r.commonName(p))
		if p.article == "a" || p.article == "an" {
			return r.cast.AddParty(narrative.Party{Name: name, Kind: "organisation"})
		}
		id := r.addNamed(name, "organisation", "")
		r.bodies[p.head] = id
		r.alias(id, p)
		return id
	}
	id := r.addNamed(r.properName(p), "organisation", "")
	r.bodies[p.head] = id
	r.calls(id, p)
	r.abbreviated(id, p)
	r.alias(id, p)
	return id
}

// businesses are nouns for which "the company" may stand.
var businesses = map[string]bool{"company": true, "firm": true, "operator": true, "airline": true, "bank": true, "carrier": true, "manufacturer": true, "retailer": true, "maker": true, "producer": true, "supplier": true, "contractor": true, "developer": true, "broadcaster": true}

// namedBehind returns the name right behind the common noun that heads p.
func (r *reading) namedBehind(p *phrase) ([2]int, bool) {
	end := p.headAt + wordsOf(p.head)
	if p.headAt < 0 || len(p.names) != 1 || p.names[0][0] != end || p.plural {
		return [2]int{}, false
	}
	if w := r.ws[p.headAt]; w.upper && (w.at > 0 || r.proper[w.lower]) {
		return [2]int{}, false // "Union Pacific"
	}
	return p.names[0], true
}

// commonName is the head noun with the nouns that stand right before it: "transit
// union".
func (r *reading) commonName(p *phrase) string {
	if p.headAt < 0 {
		return strings.ToLower(r.text(p.lo, p.hi))
	}
	lo, hi := p.headAt, p.headAt+wordsOf(p.head)
	for lo > p.lo && !r.ws[lo-1].upper && !articles[r.ws[lo-1].lower] && !owners[r.ws[lo-1].lower] && r.ws[lo-1].lower != "'s" && !isMark(r.ws[lo-1].lower) && !isNumber(r.ws[lo-1].lower) && !vague[r.ws[lo-1].lower] {
		lo--
	}
	return strings.ToLower(r.text(lo, min(hi, p.hi)))
}

var vague = map[string]bool{"major": true, "main": true, "largest": true, "biggest": true, "local": true, "other": true, "new": true, "same": true, "own": true}

// properName is the run of capitalised words around the head, with "of", "on" and
// "for" inside it.
func (r *reading) properName(p *phrase) string {
	at := p.headAt
	if at < 0 || !r.ws[at].upper {
		if len(p.names) > 0 {
			run := p.names[0]
			if at == run[1] { // "Globovision channel", "Copei parties"
				return r.text(run[0], run[1])
			}
			return r.text(run[0], run[1])
		}
		return r.commonName(p)
	}
	lo, hi := at, at+1
	for lo > p.lo && (r.ws[lo-1].upper && !articles[r.ws[lo-1].lower] || r.ws[lo-1].lower == "-" || r.possessed(lo-1, p.lo) || linking[r.ws[lo-1].lower] && lo-2 >= p.lo && r.ws[lo-2].upper && r.ws[lo-1].lower != "'s" && r.ws[lo-1].lower != "the") {
		lo--
	}
	for hi < p.hi && (r.ws[hi].upper || r.ws[hi].lower == "-" || linking[r.ws[hi].lower] && hi+1 < p.hi && (r.ws[hi+1].upper || linking[r.ws[hi+1].lower] && hi+2 < p.hi && r.ws[hi+2].upper) && r.ws[hi].lower != "'s") {
		hi++
	}
	return r.text(lo, hi)
}

// possessed reports whether word i is the ending of a plural that begins a name:
// "Dockers' Union", "Women's League".
func (r *reading) possessed(i, lo int) bool {
	if i-1 < lo || !r.ws[i-1].upper || r.ws[i-1].known.n > 0 {
		return false
	}
	if r.ws[i].lower == "'" {
		return strings.HasSuffix(r.ws[i-1].lower, "s")
	}
	return r.ws[i].lower == "'s" && (strings.HasSuffix(r.ws[i-1].lower, "men") || r.ws[i-1].lower == "people" || r.ws[i-1].lower == "children")
}
