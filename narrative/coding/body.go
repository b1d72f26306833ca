package coding

import (
	"cmp"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/gazetteer"
)

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
		if id := cmp.Or(r.personsOwn(p, s), r.constabulary(p)); id != "" {
			return []string{id}
		}
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
			r.abbreviated(id, p)
			r.alias(id, p)
			return []string{id}
		}
		if p.of != nil && (p.of.org != "" || p.of.class == organisation && len(p.of.names) > 0) {
			return r.resolve(p.of, scene{speaker: s.speaker, naming: true}) // "a mission from the African Union"
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
			id := r.addNamed(r.text(p.names[0][0], min(p.hi, p.headAt+wordsOf(p.head))), "body", "")
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

// personsOwn returns the person whose office or cabinet p is: it speaks for nobody
// else.
func (r *reading) personsOwn(p *phrase, s scene) string {
	if p.head != "office" && p.head != "cabinet" && p.head != "secretariat" {
		return ""
	}
	if s.speaking && (p.owner == "his" || p.owner == "her") && len(p.names) == 0 {
		return r.master(p)
	}
	for _, run := range p.names {
		if run[1] >= len(r.ws) || run[1] > p.headAt || r.ws[run[1]].lower != "'s" {
			continue
		}
		name := r.text(run[0], run[1])
		if id := r.named[lastWord(name)]; id != "" && r.cast.Party(id) != nil && r.cast.Party(id).Kind == "person" {
			return id
		}
		if r.full[strings.ToLower(name)] != "" || r.described[lastWord(name)] != nil {
			q := *p
			q.class, q.names, q.head, q.headAt, q.mods, q.of, q.owner, q.hi = noClass, [][2]int{run}, "", -1, nil, nil, "", run[1]
			return r.name(&q, scene{speaking: true, speaker: s.speaker})
		}
	}
	return ""
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
	if p.in != nil && len(p.in.states) > 0 && p.place == nil && (len(p.names) == 0 || p.class == body && p.in.sense == gazetteer.Capital && p.fieldOnly()) {
		return p.in.states[0]
	}
	return nil
}

// fieldOnly reports whether the only names in p are the capitalised words of a
// ministry's field: "the Health Ministry in Quito".
func (p *phrase) fieldOnly() bool {
	return p.head == "ministry" && len(p.names) == 1 && p.names[0][1] == p.headAt
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
				q.hi = m.at + wordsOf(m.word)
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
	if !s.speaking && inhabitants[p.head] && !slices.Contains(r.principals(), r.cast.Side(s.speaker)) {
		return nil // whose "people from the settlement" or "innocent civilians" are, an onlooker doesn't say
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

// inhabitants are no organs of a state, though a side may call them its own.
var inhabitants = map[string]bool{"people": true, "civilian": true}
