package coding

import (
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/gazetteer"
)

// A scene is where a phrase stands: who speaks in whose words, "" outside of
// speech, and whether the phrase names a speaker itself.
type scene struct {
	speaker  string
	speaking bool
	direct   bool // the speaker's own words: "they" are others
	naming   bool // for whom somebody acts: a bare name is an organisation's
}

// actors returns the parties that words lo to hi name: none, one, or several
// where they are joined by "and".
func (r *reading) actors(lo, hi int, s scene) []string {
	var out []string
	for _, part := range r.conjuncts(lo, hi) {
		for _, id := range r.resolve(r.phrase(part[0], part[1]), s) {
			if !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	return out
}

// conjuncts splits words lo to hi at each "and" that joins two actors.
func (r *reading) conjuncts(lo, hi int) [][2]int {
	for i := lo + 1; i < hi-1; i++ {
		w := r.ws[i].lower
		if w != "and" && w != "or" && w != "&" || isBreak(r.ws[i-1].lower) {
			continue
		}
		left, right := r.phrase(lo, i), r.phrase(i+1, hi)
		if right.class == organisation && right.plural && left.class == noClass && len(left.names) > 0 {
			continue
		}
		if left.actor() && right.actor() && !(left.class == noClass && len(left.states) == 0 && left.org == "" && len(left.names) > 0 && len(right.names) > 0 && right.class == noClass) && !(right.class == noClass && left.headAt >= 0 && len(right.states) == 0 && right.org == "" && r.ws[left.headAt].upper) {
			return append([][2]int{{lo, i}}, r.conjuncts(i+1, hi)...)
		}
		if left.actor() && right.actor() && left.class == noClass && right.class == noClass && r.ws[i+1].upper && i-lo <= 3 && hi-i <= 4 {
			return append([][2]int{{lo, i}}, r.conjuncts(i+1, hi)...)
		}
	}
	return [][2]int{{lo, hi}}
}

// actor reports whether p names one at all.
func (p *phrase) actor() bool {
	return p.class != noClass && p.class != honorific || len(p.states) > 0 || p.org != "" || p.outlet != "" || len(p.names) > 0
}

// resolve returns the party or parties that p names.
func (r *reading) resolve(p *phrase, s scene) []string {
	switch {
	case p.pronoun != "":
		return one(r.pronoun(p.pronoun, p.lo, s))
	case p.lo >= p.hi:
		return nil
	case p.class == joint:
		return r.principals()
	}
	if id := r.declared(p); id != "" {
		return []string{id}
	}
	if run, ok := r.personRun(p); ok {
		return one(r.person(p, run, s))
	}
	switch p.class {
	case role, spokesperson:
		return one(r.office(p, s))
	case anonymous:
		return one(r.unnamed(p, s))
	case outlet:
		return one(r.outlet(p))
	case group:
		return one(r.group(p, s))
	case organisation:
		return one(r.organisation(p, s))
	case body:
		return r.body(p, s)
	case stateWord:
		return r.stateSide(p, s)
	}
	switch {
	case p.outlet != "":
		return one(r.addOutlet(p.outlet))
	case p.org != "":
		return one(r.addOrg(p.org))
	case len(p.mods) > 0:
		m := p.mods[len(p.mods)-1]
		q := *p
		q.class, q.head, q.headAt, q.mods = m.class, m.word, m.at, p.mods[:len(p.mods)-1]
		return r.resolve(&q, s)
	case len(p.states) > 0:
		var out []string
		for _, st := range p.states {
			out = append(out, r.state(st))
		}
		return out
	case p.owner != "":
		return one(r.pronoun(p.owner, p.lo, s))
	case p.of != nil && len(p.names) == 0 && (!s.speaking || p.number):
		return r.resolve(p.of, scene{speaker: s.speaker})
	case len(p.names) > 0:
		return one(r.name(p, s))
	}
	if s.speaking {
		return one(r.unnamed(p, s))
	}
	return nil
}

func one(id string) []string {
	if id == "" {
		return nil
	}
	return []string{id}
}

// declared returns the party that a dossier or an earlier document names exactly
// so, if there is one.
func (r *reading) declared(p *phrase) string {
	if len(p.names) == 0 && len(p.states) == 0 && p.org == "" || len(p.states) == 1 && p.class == noClass && len(p.names) == 0 {
		return ""
	}
	found := ""
	for _, id := range r.cast.Named(r.text(p.lo, p.hi)) {
		if q := r.cast.Party(id); q != nil && q.Kind != "anonymous" {
			if found != "" {
				return ""
			}
			found = id
		}
	}
	if q := r.cast.Party(found); q != nil && q.Kind == "person" {
		r.named[lastWord(q.Name)] = found
	}
	return found
}

// personRun finds the words of p that are a person's name.
func (r *reading) personRun(p *phrase) ([2]int, bool) {
	described := p.class == role || p.class == spokesperson || p.class == honorific || p.class == anonymous && !p.plural
	for _, run := range slices.Backward(p.names) {
		switch {
		case p.place != nil && r.ws[run[0]].known.place != nil:
			continue
		case described && run[0] > p.headAt && !p.plural:
			return run, true
		case p.class == noClass && p.org == "" && p.outlet == "" && len(p.states) == 0:
			for _, a := range p.apps {
				if a.class == role || a.class == spokesperson || a.number && len(a.names) == 0 {
					return run, true
				}
			}
		}
	}
	if p.class == role || p.class == spokesperson {
		for _, a := range p.apps {
			if len(a.names) > 0 && a.class != organisation && a.class != body && a.org == "" && (a.class == noClass || a.class == role || a.class == honorific) {
				return a.names[len(a.names)-1], true
			}
		}
	}
	return [2]int{}, false
}

// person returns the person whose name the run of words is, and whose side the
// words around it tell. A spokesperson is the institution.
func (r *reading) person(p *phrase, run [2]int, s scene) string {
	name := strings.TrimPrefix(r.text(run[0], run[1]), ". ")
	described := append([]*phrase{p}, p.apps...)
	if d := r.described[lastWord(name)]; d != nil && d != p {
		described = append(append(described, d), d.apps...)
	}
	of := ""
	speaks := false
	title := ""
	for _, d := range described {
		if d.class == spokesperson {
			speaks = true
		}
		if d.class == role {
			title = d.head
		}
		if of == "" {
			of = r.affiliation(d, s)
		}
	}
	last := lastWord(name)
	if speaks && of != "" {
		r.named[last] = of
		return of
	}
	id := r.named[last]
	if q := r.cast.Party(id); q == nil || q.Kind == "person" && !sameName(q.Name, name) {
		id = ""
	}
	if id == "" {
		id = r.knownPerson(name)
	}
	if id == "" {
		id = r.cast.AddParty(narrative.Party{Name: name, Kind: "person", Of: of})
	} else if q := r.cast.Party(id); q != nil && q.Of == "" && of != "" && of != id && q.Kind == "person" && r.cast.Side(of) != id {
		q.Of = of
	}
	r.named[last] = id
	if title != "" {
		r.titles[title] = id
	}
	r.alias(id, p)
	return id
}

// knownPerson finds a person of earlier documents by name.
func (r *reading) knownPerson(name string) string {
	for _, id := range r.cast.Named(name) {
		if q := r.cast.Party(id); q != nil && (q.Kind == "person" || strings.Contains(name, " ")) {
			return id
		}
	}
	return ""
}

// affiliation returns the party for which the one described by d acts, "" where d
// says nothing of it.
func (r *reading) affiliation(d *phrase, s scene) string {
	inner := scene{speaker: s.speaker, naming: true}
	switch {
	case d.class != role && d.class != spokesperson && d.class != honorific && d.class != noClass:
		if d.class == anonymous {
			return ""
		}
		return first(r.resolve(d, inner))
	case d.outlet != "":
		return r.addOutlet(d.outlet)
	case d.org != "":
		return r.addOrg(d.org)
	}
	// A body, organisation or group stands before the office: "army chief".
	for _, m := range slices.Backward(d.mods) {
		if m.class == body || m.class == organisation || m.class == group || m.class == outlet || m.class == stateWord {
			q := *d
			q.class, q.head, q.headAt, q.mods, q.of, q.apps, q.names = m.class, m.word, m.at, nil, nil, nil, nil
			q.hi = m.at + 1 + strings.Count(m.word, " ")
			for _, run := range d.names {
				if run[0] < d.headAt {
					q.names = append(q.names, run)
				}
			}
			return first(r.resolve(&q, inner))
		}
	}
	for _, run := range d.names {
		if run[0] < d.headAt && (d.class == role || d.class == spokesperson) && r.ws[run[0]].known.place == nil {
			return r.addNamed(r.text(run[0], run[1]), "organisation", "")
		}
	}
	if d.of != nil {
		if id := first(r.resolve(d.of, inner)); id != "" {
			return id
		}
		if d.of.place != nil && d.of.place.State != nil {
			return r.state(d.of.place.State)
		}
	}
	switch {
	case len(d.states) > 0:
		return r.state(d.states[0])
	case d.place != nil && d.place.State != nil && (d.class == role || d.class == spokesperson):
		return r.ofPlace(d)
	case d.in != nil && len(d.in.states) > 0 && d.class == role:
		return r.state(d.in.states[0])
	}
	return ""
}

// ofPlace returns the side of an office named after a place: a city's mayor speaks
// for the city, a region's governor for the state.
func (r *reading) ofPlace(d *phrase) string {
	if d.head == "mayor" || d.place.Town && d.class == body {
		return r.addNamed(d.place.Name, "city", "")
	}
	return r.state(d.place.State)
}

func first(ids []string) string {
	if len(ids) == 0 {
		return ""
	}
	return ids[0]
}

// state returns the party that a state is.
func (r *reading) state(s *gazetteer.State) string {
	for _, id := range r.cast.Named(s.Name) {
		if q := r.cast.Party(id); q != nil && q.Of == "" {
			return id
		}
	}
	kind := "state"
	if s.Status != gazetteer.Sovereign {
		kind = "territory"
	}
	return r.cast.AddParty(narrative.Party{ID: narrative.Slug(s.Name), Name: s.Name, Kind: kind})
}

// principals are the two sides that the text is about.
func (r *reading) principals() []string {
	var out []string
	for _, st := range r.sides[:min(2, len(r.sides))] {
		out = append(out, r.state(st))
	}
	return out
}

// office is somebody named by office alone: "the head of the mission", "a
// spokesman". A person named with it before, else whom the office serves.
func (r *reading) office(p *phrase, s scene) string {
	of := r.affiliation(p, s)
	if of == "" && p.class == role && !stateOffice(p.head) && r.titles[p.head] == "" {
		if p.plural {
			return r.group(p, s)
		}
		return r.unnamedOf(p, "")
	}
	switch {
	case p.plural || p.class == spokesperson || p.article != "a" && p.article != "an" && of != "":
		if p.class == role && len(p.mods) == 0 && len(p.states) == 0 && p.of == nil && !p.plural && r.titles[p.head] != "" {
			return r.titles[p.head]
		}
		if of == "" {
			of = r.fallback(p.lo, s)
		}
		if of != "" {
			r.alias(of, p)
			return of
		}
	case p.article == "the" || p.owner != "" || p.article == "":
		if id := r.titles[p.head]; id != "" {
			return id
		}
		if of == "" {
			of = r.fallback(p.lo, s)
		}
		if of != "" {
			return of
		}
	}
	return r.unnamedOf(p, of)
}

// stateOffice reports whether an office named alone is one of a state.
func stateOffice(head string) bool {
	for _, w := range []string{"minister", "president", "premier", "chancellor", "secretary", "ambassador", "envoy", "general", "admiral", "colonel", "commander", "marshal", "governor", "prosecutor", "senator", "mp", "chief", "king", "queen", "emir", "prince", "negotiator", "speaker", "major", "lieutenant", "sultan", "leader"} {
		if strings.HasSuffix(head, w) || strings.HasPrefix(head, w+" ") {
			return true
		}
	}
	return false
}

// unnamed is a source without a name; no two are ever taken for one.
func (r *reading) unnamed(p *phrase, s scene) string {
	of := ""
	switch {
	case len(p.states) > 0 && p.class != noClass:
		of = r.state(p.states[0])
	case p.org != "":
		of = r.addOrg(p.org)
	}
	return r.unnamedOf(p, of)
}

func (r *reading) unnamedOf(p *phrase, of string) string {
	name := strings.ToLower(r.text(p.lo, min(p.hi, p.lo+8)))
	for _, a := range []string{"the ", "a ", "an ", "some "} {
		name = strings.TrimPrefix(name, a)
	}
	if name == "" {
		name = "unnamed source"
	}
	return r.cast.AddParty(narrative.Party{Name: name, Kind: "anonymous", Of: of})
}

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
	found := ""
	for i := range r.ws {
		if o := r.ws[i].known.outlet; o != "" && o != found {
			if found != "" {
				return ""
			}
			found = o
		}
	}
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
	if ids := r.accused[r.cast.Side(s.speaker)]; !s.speaking && s.speaker != "" && len(ids) > 0 && len(p.states) == 0 && len(p.names) == 0 && p.article != "the" && faceless[p.head] {
		return ids[0] // "sabotage groups" of those just accused
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

// faceless groups are somebody's, and who is told by whom the speaker accuses.
var faceless = map[string]bool{"group": true, "attacker": true, "assailant": true, "gunman": true, "sniper": true, "gang": true}

// groupName names a group by its noun, with the adjective that goes before it.
func (r *reading) groupName(p *phrase) string {
	noun := british.Replace(p.head)
	if p.headAt >= 0 {
		noun = plural(noun)
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

func plural(w string) string {
	switch {
	case strings.HasSuffix(w, "man"):
		return w[:len(w)-2] + "en"
	case strings.HasSuffix(w, "y") && !strings.HasSuffix(w, "ey"):
		return w[:len(w)-1] + "ies"
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "sh"), strings.HasSuffix(w, "ch"):
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
	if len(p.names) == 0 || p.names[0][0] > p.headAt && p.of == nil {
		if p.article == "the" && (p.head == "organisation" || p.head == "organization" || p.head == "company" || p.head == "firm" || p.head == "institution") && r.bodies[p.head] == "" && r.bodies["organisation"] != "" {
			return r.bodies["organisation"]
		}
		// "the union", "the city's transit union"
		if id := r.bodies[p.head]; id != "" && p.plural == false {
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
	r.alias(id, p)
	return id
}

// commonName is the head noun with the nouns that stand right before it: "transit
// union".
func (r *reading) commonName(p *phrase) string {
	if p.headAt < 0 {
		return strings.ToLower(r.text(p.lo, p.hi))
	}
	lo, hi := p.headAt, p.headAt+1+strings.Count(p.head, " ")
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
	for lo > p.lo && (r.ws[lo-1].upper && !articles[r.ws[lo-1].lower] || r.ws[lo-1].lower == "-" || linking[r.ws[lo-1].lower] && lo-2 >= p.lo && r.ws[lo-2].upper && r.ws[lo-1].lower != "'s" && r.ws[lo-1].lower != "the") {
		lo--
	}
	for hi < p.hi && (r.ws[hi].upper || r.ws[hi].lower == "-" || linking[r.ws[hi].lower] && hi+1 < p.hi && (r.ws[hi+1].upper || linking[r.ws[hi+1].lower] && hi+2 < p.hi && r.ws[hi+2].upper) && r.ws[hi].lower != "'s") {
		hi++
	}
	return r.text(lo, hi)
}

// body is an institution of a state: its ministry, army, parliament.
func (r *reading) body(p *phrase, s scene) []string {
	if p.org != "" { // "AU mission": the organisation
		return []string{r.addOrg(p.org)}
	}
	st := p.state()
	if st == nil && p.owner != "" && s.speaker != "" {
		return r.stateSide(p, s)
	}
	if st == nil {
		if len(p.names) > 0 && p.properBody(r) && p.place == nil {
			id := r.addNamed(r.properName(p), "body", "")
			for _, m := range p.mods { // "the Army's Northern Command"
				if whole := r.bodies[m.word]; whole != "" && whole != id && r.ws[min(m.at+1, len(r.ws)-1)].lower == "'s" && r.cast.Party(id).Of == "" && r.cast.Side(whole) != id {
					r.cast.Party(id).Of = whole
				}
			}
			if r.cast.Party(id).Of == "" && r.cast.Party(id).Kind == "body" && !p.international(r) {
				if of := r.fallback(p.lo, s); of != "" && of != id && r.cast.Side(of) != id {
					r.cast.Party(id).Of = of
				}
			}
			r.bodies[p.head] = id
			r.alias(id, p)
			return []string{id}
		}
		for _, m := range p.mods {
			if m.class == organisation || m.class == outlet {
				return one(r.organisation(p, s))
			}
			if m.class == group {
				q := *p
				q.class, q.head, q.headAt, q.mods = m.class, m.word, m.at, nil
				return one(r.group(&q, s))
			}
		}
		if id := r.bodies[p.head]; id != "" && p.place == nil {
			return []string{id}
		}
		if len(p.names) > 0 && p.place == nil && p.names[0][0] < p.headAt && r.ws[p.names[0][0]].at > 0 {
			id := r.addNamed(r.text(p.names[0][0], min(p.hi, p.headAt+1+strings.Count(p.head, " "))), "body", "")
			r.bodies[p.head] = id
			return []string{id}
		}
		if p.place != nil {
			if p.place.State != nil && !p.place.Town {
				return []string{r.state(p.place.State)}
			}
			return []string{r.addNamed(p.place.Name+" "+p.head, "body", "")}
		}
		if p.head == "police" || p.head == "court" || p.plural && p.head != "authority" {
			id := r.addNamed(upperFirst(r.commonName(p)), "body", "")
			r.bodies[p.head] = id
			return []string{id}
		}
		of := r.fallback(p.lo, s)
		if of == "" {
			id := r.addNamed(upperFirst(r.commonName(p)), "body", "")
			r.bodies[p.head] = id
			return []string{id}
		}
		return []string{r.bodyOf(p, of)}
	}
	return []string{r.bodyOf(p, r.state(st))}
}

// international reports whether the name says that a body is no one state's.
func (p *phrase) international(r *reading) bool {
	for i := p.lo; i < p.hi; i++ {
		if w := r.ws[i].lower; strings.HasPrefix(w, "inter") || w == "international" || w == "european" || w == "african" || w == "world" || w == "asian" || w == "global" {
			return true
		}
	}
	return false
}

func (p *phrase) properBody(r *reading) bool { return p.headAt >= 0 && r.ws[p.headAt].upper }

// state returns the state that p names in any of its parts.
func (p *phrase) state() *gazetteer.State {
	switch {
	case p == nil:
		return nil
	case len(p.states) > 0:
		return p.states[0]
	}
	if st := p.of.state(); st != nil {
		return st
	}
	if p.in != nil && len(p.in.states) > 0 && p.place == nil && len(p.names) == 0 {
		return p.in.states[0]
	}
	return nil
}

// bodyOf returns the body of that party which p names.
func (r *reading) bodyOf(p *phrase, of string) string {
	root := r.cast.Side(of)
	key := r.bodyKey(p)
	if key == "" {
		return of
	}
	if key == p.head { // "the Armenian ministry": the one of that name that was named before
		if id := r.bodies[p.head]; id != "" && r.cast.Side(id) == root {
			return id
		}
		for _, q := range r.cast.Parties() {
			if q.Of == root && strings.HasSuffix(q.ID, "-"+narrative.Slug(p.head)) {
				return q.ID
			}
		}
		if p.head == "ministry" || p.head == "department" || p.head == "office" || p.head == "agency" || p.head == "service" {
			return of
		}
	}
	id := root + "-" + narrative.Slug(key)
	name := key
	if q := r.cast.Party(root); q != nil {
		name = q.Name + "'s " + key
	}
	if r.cast.Party(id) == nil {
		if r.cast.Place(id) != nil {
			return of
		}
		r.cast.AddParty(narrative.Party{ID: id, Name: name, Kind: "body", Of: root})
	}
	r.bodies[p.head] = id
	r.alias(id, p)
	return id
}

// bodyKey names a body, the words of its field before the head: "defence ministry"
// for "Ministry of Defence" and "the defense ministry" alike.
func (r *reading) bodyKey(p *phrase) string {
	var field []string
	take := func(lo, hi int) {
		for i := lo; i < hi; i++ {
			w := &r.ws[i]
			if w.known.state != nil {
				i += w.known.n - 1
				continue
			}
			if linking[w.lower] || articles[w.lower] || owners[w.lower] || isMark(w.lower) || isNumber(w.lower) || vague[w.lower] || w.lower == "'" || w.lower == "’s" {
				continue
			}
			field = append(field, british.Replace(w.lower))
		}
	}
	if p.headAt < 0 {
		return ""
	}
	take(p.lo, p.headAt)
	if p.of != nil && p.of.class != role {
		end := p.of.lo
		for end < p.of.hi && r.ws[end].known.state == nil && !relative[r.ws[end].lower] && (r.ws[end].upper || linking[r.ws[end].lower]) {
			end++
		}
		take(p.of.lo, end)
	}
	for i, w := range field {
		if (w == "foreign" || w == "interior") && i+1 < len(field) && field[i+1] == "affairs" {
			field = append(field[:i+1], field[i+2:]...)
			break
		}
	}
	if len(field) > 4 {
		field = field[len(field)-4:]
	}
	return strings.Join(append(field, p.head), " ")
}

// stateSide is what has no voice of its own in a state: its government, forces,
// officials, aircraft, or people.
func (r *reading) stateSide(p *phrase, s scene) []string {
	if p.org != "" {
		return []string{r.addOrg(p.org)}
	}
	if p.outlet != "" && s.speaking {
		return []string{r.addOutlet(p.outlet)}
	}
	for _, m := range slices.Backward(p.mods) {
		q := *p
		q.class, q.head, q.headAt, q.mods, q.of = m.class, m.word, m.at, nil, nil
		switch m.class {
		case group:
			return one(r.group(&q, s))
		case organisation:
			return one(r.organisation(&q, s))
		case body:
			if s.speaking || len(p.states) == 0 && p.place != nil {
				q.plural = false
				q.hi = m.at + 1 + strings.Count(m.word, " ")
				return r.body(&q, s)
			}
		}
	}
	if len(p.states) > 0 {
		if !p.plural && (p.article == "a" || p.article == "an") && s.speaking {
			return one(r.unnamedOf(p, r.state(p.states[0])))
		}
		var out []string
		for _, st := range p.states {
			id := r.state(st)
			out = append(out, id)
			if len(p.states) == 1 {
				r.alias(id, p)
			}
		}
		return out
	}
	for _, run := range p.names { // "Scientology officials"
		if run[0] < p.headAt && r.ws[run[0]].known.place == nil {
			if name := r.text(run[0], run[1]); !common[strings.ToLower(name)] {
				if id := r.named[lastWord(name)]; id != "" {
					return []string{id}
				}
				id := r.addNamed(name, "organisation", "")
				r.bodies["organisation"] = id
				return []string{id}
			}
		}
	}
	if p.owner != "" {
		if id := r.pronoun(p.owner, p.lo, s); id != "" {
			return []string{r.cast.Side(id)}
		}
	}
	if p.of != nil {
		if ids := r.resolve(p.of, scene{speaker: s.speaker}); len(ids) > 0 {
			return ids
		}
	}
	if p.place != nil && p.place.State != nil {
		return []string{r.state(p.place.State)}
	}
	if p.in != nil && len(p.in.states) > 0 && p.in.sense == gazetteer.Capital {
		return []string{r.state(p.in.states[0])}
	}
	if s.speaking && !p.plural && (p.article == "a" || p.article == "an") {
		return one(r.unnamedOf(p, ""))
	}
	if !s.speaking && p.article == "the" && peopleWords[p.head] && len(r.lastCount.Who) > 0 {
		return r.lastCount.Who // "the soldiers", of whom a figure was given
	}
	if id := r.fallback(p.lo, s); id != "" {
		return []string{id}
	}
	if s.speaking {
		return one(r.addNamed(upperFirst(r.commonName(p)), "group", ""))
	}
	return nil
}

// common words begin a sentence before "officials" and name no organisation.
var common = map[string]bool{"security": true, "senior": true, "military": true, "local": true, "electoral": true, "election": true, "health": true, "city": true, "state": true, "federal": true, "intelligence": true, "defence": true, "defense": true, "regional": true, "officials": true, "other": true, "rescue": true, "emergency": true, "customs": true, "airport": true, "school": true, "top": true, "several": true, "government": true, "company": true, "hospital": true, "police": true, "army": true, "foreign": true, "medical": true, "provincial": true, "municipal": true, "national": true, "border": true, "diplomatic": true}

// name is a phrase that is nothing but a name.
func (r *reading) name(p *phrase, s scene) string {
	run := p.names[len(p.names)-1]
	name := r.text(run[0], run[1])
	if id := r.named[lastWord(name)]; id != "" {
		if q := r.cast.Party(id); q != nil && (q.Kind != "person" || sameName(q.Name, name)) {
			return id
		}
	}
	if id := r.knownPerson(name); id != "" {
		return id
	}
	if d := r.described[lastWord(name)]; d != nil {
		if own, ok := r.personRun(d); ok && sameName(r.text(own[0], own[1]), name) {
			return r.person(d, own, s)
		}
	}
	if id := r.addressed(name); id != "" {
		return id
	}
	if p.place != nil && r.ws[run[0]].known.place != nil {
		if !s.speaking {
			return ""
		}
		if p.place.State != nil {
			return r.state(p.place.State)
		}
		return r.addNamed(p.place.Name, "territory", "")
	}
	if s.naming {
		return r.addNamed(name, "organisation", "")
	}
	if !s.speaking {
		if id := first(r.cast.Named(name)); id != "" && r.cast.Party(id) != nil {
			return id
		}
		if run[1]-run[0] < 2 {
			full := r.full[strings.ToLower(name)]
			if full == "" {
				return ""
			}
			name = full
		}
	} else if full := r.full[strings.ToLower(name)]; full != "" && run[1]-run[0] == 1 {
		name = full
	}
	kind := "person"
	if n := strings.Count(name, " ") + 1; n > 3 || strings.ToUpper(name) == name && n == 1 || linksInside(name) {
		kind = "organisation"
	}
	id := r.addNamed(name, kind, "")
	if kind == "person" {
		r.named[lastWord(name)] = id
	}
	return id
}

// addressed finds a party whose name holds the words of a shorter one: "Democratic
// Action" for "the Democratic Action party".
func (r *reading) addressed(name string) string {
	for _, id := range r.cast.Named(name) {
		if r.cast.Party(id) != nil {
			return id
		}
	}
	return ""
}

func linksInside(name string) bool {
	for _, l := range []string{" of ", " for ", " and ", " on ", " Without ", " Against "} {
		if strings.Contains(name, l) {
			return true
		}
	}
	return false
}

// pronoun returns whom a pronoun without an antecedent stands for: within speech
// the speaker, as a speaker whoever spoke last.
func (r *reading) pronoun(w string, at int, s scene) string {
	if !s.speaking {
		if id := r.antecedent(w, at, s); id != "" {
			return id
		}
		if s.direct && thirdPerson[w] {
			return r.lastAgent
		}
		if q := r.cast.Party(s.speaker); q != nil && q.Kind == "person" && w != "i" && w != "me" && w != "my" && w != "himself" && w != "herself" {
			side := r.cast.Side(s.speaker)
			if q := r.cast.Party(side); q != nil && q.Kind == "state" {
				return side // "his troops", "we"
			}
		}
		return s.speaker
	}
	for _, sp := range slices.Backward(r.spoken) {
		if sp.at >= at {
			continue
		}
		person := false
		if q := r.cast.Party(sp.party); q != nil {
			person = q.Kind == "person" || q.Kind == "anonymous"
		}
		if (w == "he" || w == "she") && !person {
			continue
		}
		return sp.party
	}
	if len(r.spoken) > 0 {
		return r.spoken[len(r.spoken)-1].party
	}
	return ""
}

var thirdPerson = map[string]bool{"he": true, "she": true, "it": true, "they": true, "him": true, "her": true, "them": true, "his": true, "its": true, "their": true, "himself": true, "itself": true, "themselves": true}

// fallback returns the side to which a body named without a state belongs: the
// speaker's within speech, else that of the last state to speak, else the state
// that the text names most.
func (r *reading) fallback(at int, s scene) string {
	if s.speaker != "" {
		side := r.cast.Side(s.speaker)
		if q := r.cast.Party(side); q != nil && (q.Kind == "state" || q.Kind == "territory") {
			return side
		}
		if q := r.cast.Party(side); q == nil || q.Kind == "outlet" || q.Kind == "anonymous" || len(r.sides) == 0 {
			return ""
		}
	}
	for _, sp := range slices.Backward(r.spoken) {
		if sp.at >= at {
			continue
		}
		side := r.cast.Side(sp.party)
		if q := r.cast.Party(side); q != nil && (q.Kind == "state" || q.Kind == "territory") {
			return side
		}
	}
	for i := at - 1; i >= 0 && r.ws[i].sent >= r.ws[min(at, len(r.ws)-1)].sent-2; i-- {
		if st := r.ws[i].known.state; st != nil {
			return r.state(st)
		}
	}
	if len(r.sides) > 0 {
		return r.state(r.sides[0])
	}
	return ""
}

// alias keeps the words of a phrase as another name of the party, unless they say
// who it is only where they stand ("the ministry").
func (r *reading) alias(id string, p *phrase) {
	if len(p.names) == 0 && len(p.states) == 0 && p.org == "" && p.outlet == "" || p.owner != "" || p.number {
		return
	}
	text := r.text(p.lo, p.hi)
	if len(text) <= 60 && !strings.ContainsAny(text, ",\"“”\n") {
		r.cast.Alias(id, strings.TrimPrefix(strings.TrimPrefix(text, "the "), "The "))
	}
}

func lastWord(name string) string {
	f := strings.Fields(name)
	if len(f) == 0 {
		return ""
	}
	return strings.ToLower(f[len(f)-1])
}

// sameName reports whether one name can be the other's short form.
func sameName(a, b string) bool {
	fa, fb := strings.Fields(a), strings.Fields(b)
	if len(fa) == 0 || len(fb) == 0 || !strings.EqualFold(fa[len(fa)-1], fb[len(fb)-1]) {
		return false
	}
	return len(fa) == 1 || len(fb) == 1 || strings.EqualFold(fa[0], fb[0])
}

func upperFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
