package coding

import (
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/internal/english/coref"
)

// Whom somebody serves is said in more ways than "of" and "for": by a pronoun ("her
// manager"), by a clause ("who represents the family"), by what the text is about
// ("the police chief"), or by nothing but who has just spoken ("a spokesman").

// envoys are sent to others, and serve who sends them.
var envoys = map[string]bool{"ambassador": true, "envoy": true, "representative": true, "delegate": true, "negotiator": true}

// sent returns d without those to whom it is sent.
func (d *phrase) sent() *phrase {
	if !d.to || !envoys[d.head] {
		return d
	}
	q := *d
	q.of, q.in = nil, nil
	return &q
}

// ownState reports whether the phrase speaks of a state within a state, "the state's
// governor": who governs one is elected there and no government's.
func (d *phrase) ownState() bool {
	if d.head != "governor" || len(d.states) > 0 {
		return false
	}
	return slices.ContainsFunc(d.mods, func(m mod) bool { return m.word == "state" })
}

// master returns whose the office is by the pronoun before it: "her manager".
func (r *reading) master(d *phrase) string {
	if d.owner == "" || d.owner == "our" || d.owner == "my" {
		return ""
	}
	for i := d.lo; i < d.hi; i++ {
		if r.ws[i].lower != d.owner {
			continue
		}
		if id := r.referent(i); id != "" {
			return id
		}
		break
	}
	personal := d.owner == "his" || d.owner == "her"
	for sp := range r.spokenBefore(d.lo) {
		if q := r.cast.Party(sp.party); q != nil && q.Kind != "outlet" && (q.Kind == "person") == personal {
			return sp.party
		}
	}
	return ""
}

// referent returns the party of the nearest phrase before the pronoun at word i that
// stands for the same, wherever in the text.
func (r *reading) referent(i int) string {
	for a := range r.namedBefore(i) {
		lo, hi := r.span(a.Core.Start, a.Core.End)
		if p := r.phrase(lo, hi); p.pronoun == "" && p.owner == "" && p.actor() && !p.voiceless() && !r.isTime(lo, hi) {
			return first(r.actors(lo, hi, scene{speaking: true}))
		}
	}
	return ""
}

// serving are verbs that say for whom somebody acts: "who represents the family".
var serving = map[string]bool{"represent": true, "head": true, "lead": true, "chair": true, "run": true, "manage": true, "direct": true, "command": true, "defend": true}

// servant returns what "who represents the family" at words lo to hi says of an
// office, nil for another clause.
func (r *reading) servant(lo, hi int) *phrase {
	if w := r.ws[lo].lower; w != "who" && w != "which" {
		return nil
	}
	k := lo + 1
	for k < hi && k < lo+4 && (r.token(k).UPOS == english.AUX || r.token(k).UPOS == english.ADV) {
		k++
	}
	if k >= hi-1 {
		return nil
	}
	verb := r.token(k).Lemma
	of := k + 1
	switch {
	case (verb == "speak" || verb == "act" || verb == "work") && r.ws[k+1].lower == "for":
		of++
	case !serving[verb]:
		return nil
	}
	if of >= hi {
		return nil
	}
	return &phrase{lo: lo, hi: hi, end: hi, headAt: lo, class: role, head: "head", of: r.phrase(of, hi)}
}

// institutions have spokespeople.
var institutions = map[string]bool{"organisation": true, "body": true, "group": true, "city": true, "state": true, "territory": true}

// lastInstitution returns the one that spoke last before word at, itself or by who
// serves it, in the sentences right before it; "" where a person spoke who serves none.
func (r *reading) lastInstitution(at int) string {
	for sp := range r.spokenBefore(at) {
		if r.ws[at].sent-r.ws[sp.at].sent > 2 {
			return ""
		}
		for id := sp.party; id != ""; id = r.cast.Party(id).Of {
			q := r.cast.Party(id)
			if q == nil {
				break
			}
			if institutions[q.Kind] {
				return id
			}
			if id == q.Of {
				break
			}
		}
	}
	return ""
}

// papers are what is published in somebody's name, and speaks for who published it.
var papers = map[string]bool{"statement": true, "communique": true, "communiqué": true, "letter": true, "declaration": true, "bulletin": true, "press release": true, "release": true, "notice": true, "filing": true}

// paper returns whose "the statement" is: of who spoke last, since nobody else has
// been said to have published anything.
func (r *reading) paper(p *phrase) string {
	if p.class != noClass || p.article != "the" || p.of != nil || len(p.names) > 0 || len(p.states) > 0 || p.hi == p.lo || !papers[r.ws[p.hi-1].lower] {
		return ""
	}
	for sp := range r.spokenBefore(p.lo) {
		if q := r.cast.Party(sp.party); r.ws[p.lo].sent-r.ws[sp.at].sent > 3 || q == nil || q.Kind == "anonymous" {
			return ""
		}
		return sp.party
	}
	return ""
}

// abbreviated gives the party its short form: the one in brackets behind the name,
// or the first letters of its words.
func (r *reading) abbreviated(id string, p *phrase) {
	for _, a := range p.apps {
		if len(a.names) == 1 && a.hi == a.lo+1 && capitals(r.ws[a.lo].form) {
			r.cast.Alias(id, r.ws[a.lo].form)
		}
	}
}

// initials returns the one party whose name begins with the letters of a short form
// in capitals.
func (r *reading) initials(short string) string {
	if len(short) < 2 || !capitals(short) {
		return ""
	}
	found := ""
	for _, q := range r.cast.Parties() {
		if q.Kind == "person" && len(short) < 3 || q.Kind == "anonymous" {
			continue
		}
		var b strings.Builder
		for _, w := range strings.FieldsFunc(q.Name, func(c rune) bool { return c == ' ' || c == '-' }) {
			if w[0] >= 'A' && w[0] <= 'Z' {
				b.WriteByte(w[0])
			}
		}
		if b.String() == short {
			if found != "" {
				return ""
			}
			found = q.ID
		}
	}
	return found
}

func capitals(w string) bool {
	return len(w) > 1 && strings.ToUpper(w) == w && strings.ToLower(w) != w
}

// calls lets "the union" and the like stand for the party that p names and an
// apposition describes: "the Dockers' Congress, the largest union at the port,".
func (r *reading) calls(id string, p *phrase) {
	for _, a := range p.apps {
		if (a.class == organisation || a.class == body || a.class == group) && !a.plural && len(a.names) == 0 && len(a.states) == 0 && a.org == "" && a.headAt >= 0 {
			r.bodies[a.head] = id
			if businesses[a.head] {
				r.bodies["organisation"] = id
			}
		}
	}
}

// organised reports whether p is a proper name that an apposition calls an organisation.
func (r *reading) organised(p *phrase) bool {
	if len(p.states) > 0 || p.org != "" || p.outlet != "" || p.of != nil || len(p.names) == 0 || p.class != noClass && p.class != body || p.class == body && !p.properBody(r) {
		return false
	}
	if p.place != nil && len(p.names) == 1 {
		return false
	}
	return slices.ContainsFunc(p.apps, func(a *phrase) bool {
		return a.class == organisation && !a.plural && len(a.names) == 0 && (a.article == "the" || a.article == "a" || a.article == "an")
	})
}

// wordsOf returns how many words of the text a noun of the tables has.
func wordsOf(noun string) int {
	return 1 + strings.Count(noun, " ") + strings.Count(noun, "'s")
}

// executives run companies.
var executives = map[string]bool{"chief executive": true, "chief operating officer": true, "chief financial officer": true, "managing director": true}

// company returns the company that spoke last, whom its executives serve.
func (r *reading) company() string {
	if id := r.bodies["organisation"]; id != "" {
		return id
	}
	for _, sp := range slices.Backward(r.spoken) {
		q := r.cast.Party(sp.party)
		if q == nil || q.Kind != "organisation" || q.Of != "" {
			continue
		}
		other := false                   // a union, a party
		for head, id := range r.bodies { // the order doesn't matter: any will do
			other = other || id == q.ID && !businesses[head] && head != "organisation"
		}
		if !other {
			return q.ID
		}
	}
	return ""
}

// impersonal reports whether the text goes on to speak of the name at words lo to hi
// as of a thing: a company, not a person.
func (r *reading) impersonal(lo, hi int) bool {
	return r.firm(lo, hi) || !coref.Given(r.ws[lo].form) && r.takenUp(lo, hi, "it", "its", "itself", "which")
}

// firm reports whether the name in words lo to hi ends as those of companies do.
func (r *reading) firm(lo, hi int) bool {
	return hi-lo > 1 && firmWords[r.ws[hi-1].lower]
}

// firmWords are what companies' names end in: what they make or do, and what they are
// in law.
var firmWords = map[string]bool{
	"ag": true, "airlines": true, "airways": true, "aviation": true, "bancorp": true, "breweries": true, "cement": true, "chemicals": true,
	"co": true, "communications": true, "construction": true, "copper": true, "corp": true, "docks": true, "electric": true, "electronics": true,
	"energy": true, "engineering": true, "enterprises": true, "express": true, "ferries": true, "foods": true, "gmbh": true, "holding": true,
	"holdings": true, "hotels": true, "inc": true, "industries": true, "insurance": true, "labs": true, "llc": true, "logistics": true,
	"ltd": true, "metals": true, "minerals": true, "mines": true, "mining": true, "motors": true, "oil": true, "partners": true,
	"petroleum": true, "pharma": true, "pharmaceuticals": true, "platinum": true, "plc": true, "ports": true, "power": true, "properties": true,
	"rail": true, "railways": true, "resources": true, "semiconductors": true, "services": true, "shipping": true, "software": true,
	"solutions": true, "steel": true, "stores": true, "systems": true, "technologies": true, "telecom": true, "textiles": true, "tobacco": true,
	"utilities": true, "water": true, "works": true,
}

// takenUp reports whether one of the given pronouns stands for the name at words lo to
// hi somewhere in the text.
func (r *reading) takenUp(lo, hi int, by ...string) bool {
	if r.coref == nil {
		return false
	}
	name := coref.Span{Start: r.ws[lo].start, End: r.ws[hi-1].end}
	m := r.coref.Find(name)
	for i := lo; m < 0 && i > max(0, lo-4); i-- { // the name with the words before it
		m = r.coref.Find(coref.Span{Start: r.ws[i-1].start, End: name.End})
	}
	if m < 0 {
		return false
	}
	for _, k := range r.coref.Entities[r.coref.Mentions[m].Entity] {
		a := &r.coref.Mentions[k]
		if a.Kind != coref.Pronoun && a.Kind != coref.Relative {
			continue
		}
		if w, _ := r.span(a.Start, a.End); slices.Contains(by, r.ws[w].lower) {
			return true
		}
	}
	return false
}
