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
	response   bool   // a defence
	suffered   bool   // the subject of its verb has it done to itself: "came under fire"
	stranger   bool   // done by somebody whom no table knows: "smugglers' raids"
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
	rejected, rejects := r.rejection(s)
	switch {
	case rejects:
		s.acts.act = narrative.Deny
	case r.condemns(s):
		s.acts.act = narrative.Assert
	}
	base.Act = s.acts.act
	if s.acts.hedged {
		base.certainty = narrative.Hedged
	}
	if s.withheld == nil && s.statement && s.acts.act != narrative.Deny {
		base.Event = "statement"
		base.Act = narrative.Assert
		return []claim{base}
	}
	t := &teller{reading: r, s: s, party: party, side: r.cast.Side(party), scene: scene{speaker: party, direct: r.quoted(s)}}
	if len(s.content) > 0 {
		t.lo, t.hi = s.content[0][0], s.content[len(s.content)-1][1]
	}
	if s.withheld != nil {
		return t.silent(base)
	}
	t.others = s.others
	t.findRivals(voices)
	end, named := t.named()
	for _, c := range s.content {
		to := c[1]
		if rejects { // what it is called is no happening, nor what the bad name is given for
			if t.find(max(c[0], rejected[0]), min(to, rejected[1])); len(t.hs) > 0 {
				break
			}
			continue
		}
		if named { // what it is called is no happening of its own
			to = end
		}
		t.find(c[0], to)
	}
	for _, h := range t.hs {
		h.doubted = h.doubted || t.pretended(h.at)
	}
	left, open := t.opened(base)
	if open {
		t.hs = slices.DeleteFunc(t.hs, func(h *happening) bool { return t.leftTo(left.focus, h) })
	} else {
		left, open = t.keepsBack(base)
	}
	t.respond()
	t.sift()
	t.link()
	var out []claim
	shared := false
	if c, ok := t.share(base); ok {
		t.hs, out, shared = nil, append(out, c), true
	}
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
	if open {
		out = append(out, left)
	}
	main, bad := -1, rejects || r.misquoted(s)
	switch {
	case len(out) > 0:
	case bad:
		c := base
		c.Act, c.confidence = narrative.Deny, 0.7
		out = append(out, c)
	default:
		c := base
		main = t.bare(&c)
		out = append(out, c)
	}
	if !shared && !bad && (!open || len(out) > 1) { // who says only that it doesn't know tells of no deed
		out = t.deeds(out, base, main)
	}
	for i := range out {
		if old, ok := t.rejectedFigure(&out[i]); ok {
			out = append(out, old)
			break
		}
	}
	if k, ok := t.calling(out); ok {
		s.calling = &k
		if !slices.ContainsFunc(out, func(c claim) bool { return len(c.Label) > 0 }) {
			out[0].Label = []string{k.label}
		}
	}
	if c := &out[0]; event.Known(c.Event) && c.Act != narrative.Demand && c.certainty != narrative.NotKnown {
		r.latest[t.side] = told{c.Event, c.Agent, c.Target, c.Count}
		r.latest[""] = r.latest[t.side]
	}
	for i := range out {
		if out[i].certainty == narrative.NotKnown {
			continue
		}
		t.judge(&out[i])
		if len(out[i].Agent) > 0 && t.hostile(&out[i]) && !slices.Contains(out[i].Agent, t.side) {
			r.accused[t.side] = out[i].Agent
			r.charged[party] = charge{out[i].Agent, r.ws[min(s.at, len(r.ws)-1)].sent}
			r.lastAgent = first(out[i].Agent)
		}
	}
	return out
}

// cutAside ends the content where the reporter goes on about what the speaker left
// out: "..., without saying when the strike took place", "casualties it did not
// specify". What such words say is read by withholding.
func (s *speech) cutAside(r *reading) {
	for k := range s.content {
		c := &s.content[k]
		for i := c[0]; i+1 < c[1]; i++ {
			w := r.ws[i+1].lower
			if i > c[0]+1 && r.ws[i].lower == "," && s.acts.act == narrative.Accuse && (w == "as" || w == "while" || w == "after") {
				c[1] = i // what went on meanwhile is nobody's charge
				break
			}
			if r.ws[i].lower == "without" && unsaid[w] || i > c[0]+1 && (r.ws[i].lower == "but" && (w == "gave" || w == "did") && r.hasAny(i+1, min(c[1], i+5), "not", "no", "n't") || r.unspecified(i, c[1])) {
				c[1] = i
			}
		}
	}
}

var unsaid = map[string]bool{"saying": true, "giving": true, "specifying": true, "elaborating": true, "naming": true, "identifying": true, "providing": true, "disclosing": true, "mentioning": true, "explaining": true}

// unspecified reports whether at word i a clause begins, and ends the content at word
// hi, on what the speaker left open of the noun before: "casualties it did not specify".
func (r *reading) unspecified(i, hi int) bool {
	if w := r.ws[i].lower; w != "it" && w != "he" && w != "she" && w != "they" && w != "which" && w != "that" {
		return false
	}
	v := hi - 1
	for v > i && isMark(r.ws[v].lower) {
		v--
	}
	var w reticence
	return v > i && v < i+7 && r.token(v).Rel == english.AclRelcl && r.head(v) == i-1 && r.undone(v, i) && r.leaves(v, v+1, &w)
}

// pretended reports whether word i stands in what somebody is said to have lied: "he
// lied that nothing was returned" claims nothing of what was returned.
func (t *teller) pretended(i int) bool {
	for v, steps := t.verbAbove(i), 0; v >= t.lo && v < i && steps < 4; v, steps = t.verbAbove(v), steps+1 {
		if pretences[strings.ToLower(t.token(v).Lemma)] {
			return true
		}
	}
	return false
}

var pretences = map[string]bool{"lie": true, "pretend": true, "fabricate": true, "feign": true, "invent": true}

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
	for _, q := range openingMarks {
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
