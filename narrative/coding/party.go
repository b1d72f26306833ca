package coding

import (
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
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
	hi = min(hi, lo+longestPhrase)
	for _, part := range r.conjuncts(lo, hi) {
		for _, id := range r.resolve(r.phrase(part[0], part[1]), s) {
			if !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	return out
}

// longestPhrase is how many words of a noun phrase are read; what stands behind them
// names nobody any more.
const longestPhrase = 60

// conjuncts splits words lo to hi at each "and" that joins two actors.
func (r *reading) conjuncts(lo, hi int) [][2]int {
	for i := lo + 1; i < hi-1; i++ {
		w := r.ws[i].lower
		if w != "and" && w != "or" && w != "&" || isBreak(r.ws[i-1].lower) || r.token(i-1).UPOS == english.ADJ && r.ws[i-1].known.n == 0 {
			continue // "the military and political leadership"
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

// voiceless reports whether p is of a state's things, which have no voice unless they
// are somebody's: "artillery", "a tank".
func (p *phrase) voiceless() bool {
	return p.class == stateWord && len(p.states) == 0 && len(p.names) == 0 && p.org == "" && p.of == nil
}

// resolve returns the party or parties that p names.
func (r *reading) resolve(p *phrase, s scene) []string {
	if r.deep++; r.deep > 40 {
		r.deep-- // a phrase within a phrase: no text that people wrote goes so far
		return nil
	}
	defer func() { r.deep-- }()
	switch {
	case p.pronoun != "":
		return one(r.pronoun(p.pronoun, p.lo, s))
	case p.lo >= p.hi:
		return nil
	case p.class == joint:
		return r.principals()
	}
	if id := r.declared(p); id != "" {
		r.calls(id, p)
		return []string{id}
	}
	if id := r.family(p, s); id != "" {
		return []string{id}
	}
	if r.organised(p) {
		id := r.addNamed(r.properName(p), "organisation", "")
		r.calls(id, p)
		r.abbreviated(id, p)
		return []string{id}
	}
	if id := r.paper(p); id != "" && s.speaking {
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

func first(ids []string) string {
	if len(ids) == 0 {
		return ""
	}
	return ids[0]
}

// principals are the two sides that the text is about.
func (r *reading) principals() []string {
	var out []string
	for _, st := range r.sides[:min(2, len(r.sides))] {
		out = append(out, r.state(st))
	}
	return out
}

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
	if id := r.initials(name); id != "" {
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
	if id := r.surname(name); s.speaking && id != "" {
		r.named[lastWord(name)] = id
		return id
	}
	kind := "person"
	if run[0] > 0 && r.ws[run[0]-1].sent == r.ws[run[0]].sent { // "company Varn Lines"
		if _, c, many := words().actor(r.ws[run[0]-1].lower); c == organisation && !many {
			kind = "organisation"
		}
	}
	if n := strings.Count(name, " ") + 1; n > 3 || strings.ToUpper(name) == name && n == 1 || linksInside(name) || r.impersonal(run[0], run[1]) {
		kind = "organisation"
	}
	id := r.addNamed(name, kind, "")
	switch {
	case kind == "person":
		r.named[lastWord(name)] = id
	case r.firm(run[0], run[1]):
		r.bodies["organisation"] = id // "the company"
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

// surname returns the one person of earlier documents whose last name it is.
func (r *reading) surname(name string) string {
	if strings.Contains(name, " ") {
		return ""
	}
	found := ""
	for _, q := range r.cast.Parties() {
		if q.Kind == "person" && strings.Contains(q.Name, " ") && lastWord(q.Name) == strings.ToLower(name) {
			if found != "" {
				return ""
			}
			found = q.ID
		}
	}
	return found
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
	for sp := range r.spokenBefore(at) {
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
	for sp := range r.spokenBefore(at) {
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

func upperFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
