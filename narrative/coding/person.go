package coding

import (
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/internal/english/coref"
	"github.com/seed514b815a/rashomon/narrative"
)

// personRun finds the words of p that are a person's name.
func (r *reading) personRun(p *phrase) ([2]int, bool) {
	described := p.class == role || p.class == spokesperson || p.class == honorific || (p.class == anonymous || p.class == group) && !p.plural
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
	if run, ok := r.compatriot(p); ok {
		return run, true
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
	if full := r.full[strings.ToLower(name)]; full != "" && r.knownPerson(name) == "" {
		name = full
	}
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
	}
	for _, d := range described {
		if _, ok := r.compatriot(d); ok && title == "" && !speaks {
			continue // "the Chilean swimmer": nobody's but their own
		}
		if of == "" {
			of = r.affiliation(d, s)
		}
	}
	if of == "" && policeRanks[title] {
		of = r.bodies["police"]
	}
	if of == "" && executives[title] {
		of = r.company()
	}
	if of == "" && national[title] && s.speaking && len(r.sides) > 0 {
		// "Prime Minister Ana Ruiz": of the state whose word the text has just given.
		of = r.fallback(p.lo, s)
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
		r.titles[title[strings.LastIndexByte(title, ' ')+1:]] = id // "the minister"
	}
	r.alias(id, p)
	return id
}

// compatriot finds the name in "Chilean swimmer Ana Paz" and "Chile's Paz": a person
// from there who holds no office.
func (r *reading) compatriot(p *phrase) ([2]int, bool) {
	if p.class != noClass || len(p.states) != 1 || len(p.names) == 0 || p.org != "" || p.outlet != "" || p.place != nil {
		return [2]int{}, false
	}
	run := p.names[len(p.names)-1]
	if run[1] != p.hi || run[0] == p.lo || run[0] == 0 || r.ws[run[0]-1].lower == "and" {
		return [2]int{}, false
	}
	known := r.full[strings.ToLower(r.text(run[0], run[1]))]
	given, _, _ := strings.Cut(r.text(run[0], run[1]), " ")
	if run[1]-run[0] == 1 {
		given, _, _ = strings.Cut(known, " ")
	}
	return run, coref.Given(given) || r.takenUp(run[0], run[1], "who", "he", "him", "his", "she", "her") || r.personBefore(run[0]) || run[1]-run[0] == 1 && r.introducedPerson(known)
}

// personBefore reports whether a noun for a person stands before word i: "swimmer".
func (r *reading) personBefore(i int) bool {
	return i > 0 && r.token(i-1).UPOS == english.NOUN && coref.Person(strings.ToLower(r.token(i-1).Lemma))
}

// introducedPerson reports whether the text has a noun for a person before the name.
func (r *reading) introducedPerson(name string) bool {
	n := strings.Count(name, " ") + 1
	for i := 1; name != "" && i+n <= len(r.ws); i++ {
		if r.ws[i].upper && strings.HasPrefix(name, r.ws[i].form) && r.text(i, i+n) == name && r.personBefore(i) {
			return true
		}
	}
	return false
}

// national offices are a state's, whoever names them without it.
var national = map[string]bool{"president": true, "prime minister": true, "premier": true, "foreign minister": true, "defence minister": true, "interior minister": true, "chancellor": true, "deputy prime minister": true, "deputy foreign minister": true, "deputy defence minister": true}

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
	d = d.sent()
	switch {
	case d.ownState():
		return ""
	case d.class != role && d.class != spokesperson && d.class != honorific && d.class != noClass:
		if d.class == anonymous || d.class == group && !d.plural {
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
		if m.class == stateWord && d.of != nil {
			continue // "the official account for the committee"
		}
		if m.class == body || m.class == organisation || m.class == group || m.class == outlet || m.class == stateWord {
			q := *d
			q.class, q.head, q.headAt, q.mods, q.of, q.apps, q.names = m.class, m.word, m.at, nil, nil, nil, nil
			q.hi = m.at + wordsOf(m.word)
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
	case (d.class == role || d.class == spokesperson) && s.speaking:
		return r.master(d)
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

// office is somebody named by office alone: "the head of the mission", "a
// spokesman". A person named with it before, else whom the office serves.
func (r *reading) office(p *phrase, s scene) string {
	of := r.affiliation(p, s)
	if p.ownState() {
		if r.titles[p.head] == "" {
			r.titles[p.head] = r.addNamed(upperFirst(strings.TrimPrefix(strings.ToLower(r.text(p.lo, p.hi)), "the ")), "person", "")
		}
		return r.titles[p.head]
	}
	if of == "" && p.class == spokesperson && s.speaking {
		of = r.lastInstitution(p.lo)
	}
	if of == "" && policeRanks[p.head] && r.titles[p.head] == "" {
		of = r.bodies["police"]
	}
	if of == "" && executives[p.head] && r.titles[p.head] == "" {
		of = r.company()
	}
	if of == "" && p.plural && p.head == "officer" && r.bodies["police"] != "" {
		return r.bodies["police"]
	}
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
