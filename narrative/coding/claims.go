package coding

import (
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/event"
)

// most is how many claims one attribution may make: a long quote tells more, but
// what it tells beyond that is rarely to the point.
const most = 5

// A happening is an event that the content names, on its way to a claim.
type happening struct {
	at, end    int // its words
	kind       string
	measure    string // what its verb counts: killed, wounded
	agent      []string
	target     []string
	things     []string // targets in plain words
	who        [2]int   // the noun phrase of those whom the verb counts
	negated    bool
	future     bool
	doubted    bool   // called supposed
	background bool   // only dates or explains something else
	clause     [2]int // the words that are its own: places, times and means there are its
	verb       bool
}

// A teller is one speaker's content being read.
type teller struct {
	*reading
	s      *speech
	party  string
	side   string
	scene  scene
	rivals []string // whom the cue names: those accused, the other of "each other"
	lo, hi int
	hs     []*happening
	day    edtf.Time    // the day that the content is about
	others map[int]bool // words that are said by somebody whom the speaker quotes
}

// claims reads the content of s as said by party; voices are all that say it.
func (r *reading) claims(s *speech, party string, voices []string) []claim {
	base := claim{confidence: 1}
	base.Text = r.content(s)
	base.Act = s.acts.act
	if s.acts.hedged {
		base.certainty = narrative.Hedged
	}
	if s.statement && !r.callsFalsehood(s) && s.acts.act != narrative.Deny {
		base.Event = "statement"
		base.Act = narrative.Assert
		return []claim{base}
	}
	t := &teller{reading: r, s: s, party: party, side: r.cast.Side(party), scene: scene{speaker: party, direct: r.quoted(s)}}
	if len(s.content) > 0 {
		t.lo, t.hi = s.content[0][0], s.content[len(s.content)-1][1]
	}
	t.others = s.others
	if base.Act == narrative.Assert && t.endsFalse() {
		s.acts.act, base.Act = narrative.Deny, narrative.Deny
	}
	t.findRivals(voices)
	for _, c := range s.content {
		t.find(c[0], c[1])
	}
	t.sift()
	t.link()
	var out []claim
	for _, h := range t.hs {
		c := base
		t.fill(&c, h)
		if !slices.ContainsFunc(out, func(o claim) bool { return same(&o, &c) }) {
			out = append(out, c)
			if before, ok := t.formerFigure(&c, h); ok {
				out = append(out, before)
			}
		}
		if len(out) == most {
			break
		}
	}
	t.topic(out)
	if len(out) == 0 {
		c := base
		t.bare(&c)
		out = append(out, c)
	}
	for i := range out {
		t.judge(&out[i])
		if len(out[i].Agent) > 0 && t.hostile(&out[i]) && !slices.Contains(out[i].Agent, t.side) {
			r.accused[t.side] = out[i].Agent
			r.lastAgent = first(out[i].Agent)
		}
	}
	return out
}

// sift takes out what isn't claimed: other people's supposed events, and those that
// only date what is.
func (t *teller) sift() {
	var kept []*happening
	for _, h := range t.hs {
		switch {
		case h.doubted && slices.Contains(h.agent, t.side):
			h.negated = true
		case h.doubted && t.s.acts.act != narrative.Deny:
			continue
		case h.background && (len(t.hs) > 1 || t.predicate() >= 0):
			continue
		}
		kept = append(kept, h)
	}
	t.hs = kept
}

// quoted reports whether the content of s is a direct quotation.
func (r *reading) quoted(s *speech) bool {
	if len(s.Content) == 0 {
		return false
	}
	at := s.Content[0].Start
	for _, q := range []string{"\"", "“", "‘", "«", "'"} {
		if strings.HasPrefix(s.Content[0].Exact, q) || strings.HasSuffix(r.doc.Text[:at], q) {
			return true
		}
	}
	return false
}

func same(a, b *claim) bool {
	return a.Event == b.Event && slices.Equal(a.Agent, b.Agent) && slices.Equal(a.Target, b.Target) && len(b.Count) == 0 && a.stance == b.stance
}

// findRivals finds whom the words before the content accuse: "accused Baku of",
// "blamed each other for".
func (t *teller) findRivals(voices []string) {
	r := t.reading
	if n := len(t.s.Chain); n == 0 || t.s.Chain[n-1].Cue.IsZero() {
		return
	}
	cue := t.s.Chain[len(t.s.Chain)-1].Cue
	_, hi := r.span(cue.Start, cue.End)
	// The content of "accused X of Y" may begin at X or at Y.
	from, to := hi, t.hi
	if t.s.acts.act != narrative.Accuse && t.s.acts.words != "blame" && t.s.acts.words != "accuse" {
		return
	}
	if t.lo < hi || hi < len(r.ws) && r.ws[min(t.lo, len(r.ws)-1)].sent != r.ws[min(hi, len(r.ws)-1)].sent {
		from = t.lo
	}
	for i := from; i < min(to, from+12) && i < len(r.ws); i++ {
		w := r.ws[i].lower
		if w == "each" && i+1 < to && r.ws[i+1].lower == "other" || w == "one" && i+1 < to && r.ws[i+1].lower == "another" {
			t.rivals = r.others(t.side, voices)
			return
		}
		if w == "of" || w == "for" || w == "over" {
			if i > from && (w != "of" || i+1 < to && r.token(i+1).UPOS == english.VERB || strings.HasSuffix(r.ws[min(i+1, len(r.ws)-1)].lower, "ing") || t.s.acts.words == "accuse") {
				t.rivals = t.sides(r.actors(from, i, t.scene))
			}
			return
		}
		if r.token(i).UPOS == english.VERB {
			return
		}
	}
}

// others returns the sides that speak with a side, or the other side of the text.
func (r *reading) others(side string, voices []string) []string {
	var out []string
	for _, v := range voices {
		if s := r.cast.Side(v); s != side && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	if len(out) > 0 {
		return out
	}
	return r.opponent(side)
}

// opponent returns the other of the two states that the text is about, where side
// is one of them.
func (r *reading) opponent(side string) []string {
	ps := r.principals()
	if len(ps) == 2 {
		switch side {
		case ps[0]:
			return ps[1:]
		case ps[1]:
			return ps[:1]
		}
	}
	return nil
}

// sides returns parties as claims name them: bodies of a state act as the state.
func (t *teller) sides(ids []string) []string {
	var out []string
	for _, id := range ids {
		if q := t.cast.Party(id); q != nil && q.Kind == "body" {
			id = t.cast.Side(id)
		}
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// find lists the happenings in words lo to hi.
func (t *teller) find(lo, hi int) {
	r, x := t.reading, events()
	for i := lo; i < hi; i++ {
		if t.others[i] {
			continue
		}
		tok := r.token(i)
		switch {
		case tok.UPOS == english.ADJ && r.loss(i) != "" && tok.Rel != english.Amod && r.ws[i].lower != "hurt":
			t.hs = append(t.hs, t.noun("casualties", i, 1, lo, hi))
		case tok.UPOS == english.VERB || tok.UPOS == english.ADJ && strings.HasSuffix(r.ws[i].lower, "ed"):
			if e, end, ok := r.verbAt(x, i, hi); ok && t.fits(e, i, hi) {
				h := t.verb(e, i, lo, hi)
				h.end = end
				t.hs = append(t.hs, h)
				i = max(i, h.end-1)
				continue
			}
			fallthrough
		case tok.UPOS == english.NOUN || tok.UPOS == english.PROPN || tok.UPOS == english.ADJ:
			if n, kind := r.nounAt(x, i, hi); n > 0 && (n > 1 || tok.UPOS != english.ADJ) && !r.modifies(i, n, hi) && !r.properNoun(i+n-1) && !t.broken(i, n, kind) {
				t.hs = append(t.hs, t.noun(kind, i, n, lo, hi))
				i += n - 1
			}
		}
	}
}

// modifies reports whether the noun of an event only describes another: "attack
// helicopters", "fire brigade", "the ceasefire line".
func (r *reading) modifies(i, n, hi int) bool {
	if strings.HasSuffix(r.ws[i+n-1].lower, "ing") && i > 0 && r.token(i-1).UPOS == english.ADP {
		return false // "accused of bombing sites"
	}
	if j := i + n; j < hi && r.token(j).UPOS == english.NOUN && !r.ws[j].upper && r.loss(j) == "" && r.ws[j-1].end < r.ws[j].start {
		if k, _ := r.nounAt(events(), j, hi); k == 0 {
			return true
		}
	}
	if r.token(i+n-1).Rel != english.Compound {
		return false
	}
	h := r.head(i + n - 1)
	if h < i+n || h >= hi || h > i+n+1 {
		return false
	}
	if k, _ := r.nounAt(events(), h, hi); k > 0 {
		return true
	}
	return r.nominal(h) && !r.ws[h].upper
}

// properNoun reports whether the noun at word i is part of a name: "the Line of
// Control".
func (r *reading) properNoun(i int) bool {
	return r.ws[i].upper && r.ws[i].at > 0 && (r.token(i).UPOS == english.PROPN || r.ws[i-1].lower == "of" && r.ws[max(0, i-2)].upper)
}

// broken reports whether the noun is the truce that a verb before it says was
// violated, or was agreed on.
func (t *teller) broken(i, n int, kind string) bool {
	if kind != "ceasefire" && kind != "agreement" || len(t.hs) == 0 {
		return false
	}
	o := t.hs[len(t.hs)-1]
	return (o.kind == "ceasefire-violation" || kind == "agreement" && o.kind == kind) && i-o.end < 5
}

// fits reports whether the verb means the event here: one breaks windows and
// truces, and loses matches and men.
func (t *teller) fits(e verbEntry, i, hi int) bool {
	r := t.reading
	switch {
	case e.kind == "ceasefire-violation":
		if lo, to, ok := r.object(i, hi); ok {
			return r.anyWord(lo, to, rules)
		}
		if lo, to, _, ok := r.subject(i, t.lo); ok && r.passive(i) {
			return r.anyWord(lo, to, rules)
		}
		return false
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
	case e.kind == "control" && e.frame == act && len(e.rest) == 0 && t.cueSaysPerson(i):
		return false
	case e.kind == "withdrawal" && r.token(i).Lemma == "leave", e.kind == "incursion" && r.token(i).Lemma == "enter", e.kind == "support":
		lo, to, ok := r.object(i, hi)
		return ok && r.anyState(lo, to)
	case e.kind == "strike" || e.frame != act || len(e.rest) > 0:
		return true
	case r.token(i).Lemma == "block" || r.token(i).Lemma == "free" || r.token(i).Lemma == "release":
		_, _, ok := r.object(i, hi)
		return ok || r.passive(i)
	}
	return true
}

func (t *teller) cueSaysPerson(int) bool { return false }

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

// verb reads the happening of the verb at word i.
func (t *teller) verb(e verbEntry, i, lo, hi int) *happening {
	r := t.reading
	h := &happening{at: i, end: i + 1, kind: e.kind, verb: true, negated: r.negated(i), future: t.future(i)}
	h.clause = r.clause(i, lo, hi)
	slo, shi, passive, hasSubject := r.subject(i, lo)
	slo, shi = max(slo, lo), min(shi, hi)
	if !hasSubject || slo >= shi {
		slo, shi, hasSubject = t.pieceBefore(i, lo)
	}
	if r.anyNo(slo, shi) && hasSubject {
		h.negated = true
	}
	olo, ohi, hasObject := r.object(i, hi)
	subject := func() []string {
		if !hasSubject || slo >= shi {
			if r.controlled(i) {
				return t.rivalsOr()
			}
			return nil
		}
		return t.sides(r.actors(slo, shi, t.scene))
	}
	object := func() []string {
		if !hasObject {
			return nil
		}
		return t.sides(r.actors(olo, ohi, t.scene))
	}
	by := func() []string {
		for _, p := range r.prepositional(i, hi, "by") {
			return t.sides(r.actors(p[0], p[1], t.scene))
		}
		return nil
	}
	// What is attacked, in words too: "towns".
	things := func(a, b int) { h.things = append(h.things, t.things(a, b)...) }
	switch e.frame {
	case act, kill, wound:
		if passive {
			h.target, h.agent = subject(), by()
			if hasSubject {
				h.who = [2]int{slo, shi}
				things(slo, shi)
			}
		} else {
			h.agent = subject()
			if hasSubject {
				t.inherit(h, slo, shi)
			}
			if hasObject {
				h.target = object()
				h.who = [2]int{olo, ohi}
				things(olo, ohi)
			}
			if e.frame == act {
				for _, p := range r.prepositional(i, hi, "on", "against", "at") {
					if len(h.target) == 0 && !r.temporal(p[0]) {
						h.target = t.sides(r.actors(p[0], p[1], t.scene))
						things(p[0], p[1])
					}
				}
			}
		}
		switch e.frame {
		case kill:
			h.measure = "killed"
		case wound:
			h.measure = "wounded"
		}
		if !passive && !hasObject && h.measure != "" && hasSubject {
			// "the side has killed and wounded": they are its own.
			h.kind, h.agent, h.target, h.who = "casualties", nil, subject(), [2]int{i, i}
		}
	case at:
		if passive {
			h.agent = by()
		} else {
			h.agent = subject()
		}
		for _, p := range r.prepositional(i, hi, "at", "on", "toward", "towards", "into", "against", "over") {
			if !r.temporal(p[0]) && len(h.target) == 0 && len(h.things) == 0 {
				h.target = t.sides(r.actors(p[0], p[1], t.scene))
				things(p[0], p[1])
			}
		}
		h.kind = t.fired(h.kind, i, slo, shi, passive, olo, ohi, hasObject)
	case die:
		h.target = subject()
		if e.kind == "casualties" {
			h.measure = "killed"
		}
		if hasSubject {
			h.who = [2]int{slo, shi}
			things(slo, shi)
		}
	case lose:
		h.target = subject()
		h.who = [2]int{slo, shi}
		h.measure = "casualties"
		for j := olo; j < ohi; j++ {
			if m := r.loss(j); m != "" {
				h.measure = m
				break
			} else if r.isPerson(j) {
				h.measure = "killed"
			}
		}
		h.who = [2]int{olo, ohi}
	case meansFrame, move, cease:
		if passive {
			h.agent = by()
		} else {
			h.agent = subject()
		}
		for _, p := range r.prepositional(i, hi, "against") {
			h.target = t.sides(r.actors(p[0], p[1], t.scene))
		}
	case under:
		h.target = subject()
		if hasSubject {
			things(slo, shi)
		}
		for j := i + 1; j < min(hi, i+6); j++ {
			if st := r.ws[j].known.state; st != nil {
				h.agent = []string{r.state(st)}
			}
		}
		if len(h.agent) == 0 {
			for _, p := range r.prepositional(i, hi, "from", "by", "to") {
				h.agent = t.sides(r.actors(p[0], p[1], t.scene))
			}
		}
	case start:
		h.agent = subject()
	case with:
		h.agent = subject()
		for _, p := range r.prepositional(i, hi, "with", "against") {
			for _, id := range t.sides(r.actors(p[0], p[1], t.scene)) {
				if !slices.Contains(h.agent, id) {
					h.agent = append(h.agent, id)
				}
			}
		}
		if hasObject && len(h.agent) < 2 {
			for _, id := range object() {
				if !slices.Contains(h.agent, id) {
					h.agent = append(h.agent, id)
				}
			}
		}
	}
	if v := r.head(i); v >= lo && v < i && r.token(i).Rel == english.Xcomp && events().light[strings.ToLower(r.token(v).Lemma)] == stop {
		h.future, h.negated = false, false
		if l := strings.ToLower(r.token(v).Lemma); l == "refuse" || l == "decline" || l == "fail" {
			h.kind = "reject" // "refused to negotiate"
		} else if event.Family(h.kind) == "assault" {
			h.kind = "ceasefire"
		}
	}
	if e.kind == "ceasefire-violation" {
		h.things = slices.DeleteFunc(h.things, func(w string) bool { return rules[w] })
	}
	if len(h.agent) == 0 && e.frame != die && e.frame != lose && !passive && r.controlled(i) {
		h.agent = t.rivalsOr()
	}
	return h
}

// pieceBefore is the piece of the content before the cue, where the verb stands
// right behind it: "No unit, he said, had fired".
func (t *teller) pieceBefore(i, lo int) (a, b int, ok bool) {
	for k := 1; k < len(t.s.content); k++ {
		if t.s.content[k][0] != lo || i-lo > 4 {
			continue
		}
		p := t.s.content[k-1]
		if p[1]-p[0] < 10 && t.ws[p[1]-1].sent == t.ws[i].sent {
			return p[0], p[1], true
		}
	}
	return 0, 0, false
}

// rivalsOr returns those whom the cue accuses or, in a denial, the speaker.
func (t *teller) rivalsOr() []string {
	if len(t.rivals) > 0 {
		return t.rivals
	}
	switch t.s.acts.act {
	case narrative.Deny, narrative.Admit, narrative.Promise:
		return []string{t.side}
	}
	return nil
}

// controlled reports whether the verb has the subject of the cue: "denied
// provoking", "vowed to retaliate".
func (r *reading) controlled(i int) bool {
	w := r.ws[i].lower
	if strings.HasSuffix(w, "ing") && !r.auxiliary(i-1) {
		return true
	}
	return i > 0 && r.ws[i-1].lower == "to"
}

// inherit gives a happening the agent of the event that is its subject: "Armenia's
// fire killed two".
func (t *teller) inherit(h *happening, lo, hi int) {
	for i := lo; i < hi; i++ {
		if n, kind := t.nounAt(events(), i, hi); n > 0 {
			if len(h.agent) == 0 {
				h.agent = t.nounAgent(i, lo, hi)
			}
			if h.kind == "attack" && event.Family(kind) == "assault" {
				h.kind = kind
			}
		}
	}
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

// temporal reports whether a phrase at word i is a time: "on Tuesday", "at 07:40".
func (r *reading) temporal(i int) bool {
	for j := i; j < min(len(r.ws), i+2); j++ {
		w := r.ws[j].lower
		if months[w] || days[w] || w != "" && w[0] >= '0' && w[0] <= '9' && (strings.Contains(w, ":") || j+1 < len(r.ws) && months[r.ws[j+1].lower]) {
			return true
		}
	}
	switch r.ws[min(i, len(r.ws)-1)].lower {
	case "dawn", "night", "noon", "midnight", "dusk", "least", "most":
		return true
	}
	return false
}

var months = map[string]bool{"january": true, "february": true, "march": true, "april": true, "may": true, "june": true, "july": true, "august": true, "september": true, "october": true, "november": true, "december": true, "jan": true, "feb": true, "aug": true, "sept": true, "oct": true, "nov": true, "dec": true}

var days = map[string]bool{"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true, "today": true, "yesterday": true, "night": true, "morning": true, "evening": true, "week": true, "month": true, "year": true, "days": true, "weeks": true, "months": true, "years": true, "hours": true}

// clause returns the words around a verb or noun that are its own: from the last
// other verb or the beginning to the next other verb or the end.
func (r *reading) clause(i, lo, hi int) [2]int {
	a, b := max(lo, r.first[r.ws[i].sent]), min(hi, r.sentenceEnd(i))
	return [2]int{a, b}
}

// future reports whether the verb speaks of what is yet to come or only wished.
func (t *teller) future(i int) bool {
	r := t.reading
	s, base := r.sentence(i)
	if i > base && r.ws[i-1].lower == "to" && r.token(i-1).UPOS != english.ADP {
		// "to launch rockets" is what for, but after "tried", "began", "had".
		h := r.head(i)
		if h < 0 {
			return true
		}
		l := strings.ToLower(r.token(h).Lemma)
		w := events().light[l]
		if w != try && w != do && w != stop && l != "begin" && l != "manage" && l != "go" && l != "continue" && l != "move" && l != "have" && l != "force" && l != "seem" && l != "appear" && !(r.token(i).Rel == english.Xcomp && r.passive(h)) {
			return true
		}
	}
	for j := i - 1; j >= base && j >= i-5; j-- {
		tok := &s.Tokens[j-base]
		switch w := strings.ToLower(tok.Form); {
		case w == "will" || w == "would" || w == "'ll" || w == "shall" || w == "should" || w == "must" || w == "could" || w == "might" || w == "may" || w == "can":
			return tok.UPOS == english.AUX
		case tok.UPOS == english.AUX || tok.UPOS == english.ADV || tok.UPOS == english.PART || tok.UPOS == english.PRON:
			continue
		case w == "order" || w == "ready" || w == "able" || w == "if" || w == "unless" || w == "vow" || w == "vowed" || w == "threatened":
			return true
		}
		break
	}
	return false
}

// anyNo reports whether a noun phrase is of none: "no Armenian unit".
func (r *reading) anyNo(lo, hi int) bool {
	for i := lo; i < hi && i < lo+3; i++ {
		if w := r.ws[i].lower; w == "no" || w == "none" || w == "neither" || w == "nobody" {
			return true
		}
	}
	return false
}
