package compare

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/compare/relation"
	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/internal/prose"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/event"
	"github.com/seed514b815a/rashomon/source"
)

// inquiry is the comparison of one issue. Its steps, in order: who takes part and
// which word counts as whose (here and relay.go); what each side has taken back
// (revision.go, denial.go); how the values that stand relate (pairs.go); denials
// of other sides' words; gaps; the roll-up of counts.
type inquiry struct {
	ctx    context.Context
	b      *book
	m      *Matter
	g      group
	words  []*word // in order of id
	byID   map[string]*word
	acts   map[event.Nature]acts
	sides  []string // that have a word in the issue
	held   map[narrative.Facet][]*holding
	judges []*Judge
	turned map[[2]*word]Kind   // a word and its own side's denial of it → what that came to
	mouths map[[2]string]*word // relayed words as positions of their relayers: see mouth
	out    findings
	asked  int
}

// word is one assertion of the issue as the laws see it.
type word struct {
	a        *narrative.Assertion
	twins    []*narrative.Assertion // a, and those that say the same: see twins.go
	side     string
	kind     event.Kind
	family   string
	agents   []string // sides, sorted
	said     edtf.Time
	holds    bool     // a position: asserts, accuses, admits or denies in speech, knowing
	mouthOf  *word    // the relayed word that this one stands for, as its relayer says that it was said
	denies   bool     // rejects its claim
	relayers []string // participants through whose mouth it came: then it holds nothing
	takenBy  map[narrative.Facet]bool
}

// stands reports whether the word holds a position on the facet that its side has
// not taken back.
func (w *word) stands(f narrative.Facet) bool {
	return w.holds && !w.takenBy[f] && !w.takenBy[narrative.FacetOccurrence]
}

// spoken reports whether it was said or written: thoughts and intentions, which
// others ascribe, are nobody's word.
func (w *word) spoken() bool {
	return w.a.Mode != source.Thought && w.a.Mode != source.Intention
}

// assertions returns those that the word stands for, the strongest first.
func (w *word) assertions() []*narrative.Assertion {
	if w.twins == nil { // a relayer's word that it was said
		return []*narrative.Assertion{w.a}
	}
	return w.twins
}

// own reports whether the word is its side's own, relayed by no adversary.
func (w *word) own() bool { return len(w.relayers) == 0 }

// inquire opens the inquiry into an issue: what each word is, and what its side has
// taken back.
func (b *book) inquire(ctx context.Context, judges []*Judge, g group) *inquiry {
	q := b.newInquiry(ctx, judges, g)
	for _, twins := range q.twins() {
		w := q.read(twins[0])
		w.twins = twins
		q.words = append(q.words, w)
		for _, a := range twins {
			q.byID[a.ID] = w
		}
		q.sides = append(q.sides, w.side)
	}
	slices.Sort(q.sides)
	q.sides = slices.Compact(q.sides)
	q.m.Participants = q.participants()
	q.relays()
	q.takeBack()
	q.countActs()
	return q
}

func (b *book) judge(ctx context.Context, judges []*Judge, g group) (Issue, error) {
	q := b.inquire(ctx, judges, g)
	if err := q.facets(); err != nil {
		return Issue{}, err
	}
	q.denials()
	q.gaps()

	is := Issue{ID: g.id, Was: g.was, Title: q.title(), Participants: q.m.Participants, Counts: q.rollUp(), Links: g.links}
	for _, a := range g.of {
		is.Assertions = append(is.Assertions, a.ID)
	}
	is.Findings = q.findings()
	return is, nil
}

// newInquiry returns an inquiry that has read nothing yet.
func (b *book) newInquiry(ctx context.Context, judges []*Judge, g group) *inquiry {
	return &inquiry{ctx: ctx, b: b, g: g, judges: judges, byID: map[string]*word{},
		acts: map[event.Nature]acts{}, held: map[narrative.Facet][]*holding{}, mouths: map[[2]string]*word{}, turned: map[[2]*word]Kind{},
		m: &Matter{Cast: b.cast, Assertions: g.of, dates: b.dates}}
}

// facets asks all questions of the issue.
func (q *inquiry) facets() error {
	for _, j := range q.judges {
		if err := q.ctx.Err(); err != nil {
			return err
		}
		if err := q.facet(j); err != nil {
			return err
		}
	}
	return nil
}

// read looks up what the laws ask of an assertion.
func (q *inquiry) read(a *narrative.Assertion) *word {
	w := &word{a: a, side: q.b.cast.Side(a.Party), kind: event.Lookup(a.Claim.Event), family: event.Family(a.Claim.Event),
		said: q.b.said(a), denies: a.Stance == narrative.Denies, takenBy: map[narrative.Facet]bool{}}
	w.agents = q.b.sidesOf(a.Claim.Agent)
	switch a.Claim.Act {
	case narrative.Assert, narrative.Accuse, narrative.Admit, narrative.Deny:
		w.holds = a.Certainty != narrative.NotKnown && w.spoken()
	}
	return w
}

func (b *book) sidesOf(ids []string) []string { return relation.SidesOf(b.cast, ids) }

// participants returns the sides named in the issue as agent, target or counted
// group, whether they speak or not. Everybody else is an observer: its positions
// count, its silence doesn't.
func (q *inquiry) participants() []string {
	out := []string{}
	add := func(ids []string) {
		for _, id := range ids {
			if side := q.b.cast.Side(id); q.b.cast.Party(side) != nil {
				out = append(out, side)
			}
		}
	}
	for _, w := range q.words {
		add(w.a.Claim.Agent)
		add(w.a.Claim.Target)
		for _, c := range w.a.Claim.Count {
			add(c.Who)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// acts is what an issue knows of who did what, for one nature of event.
type acts struct {
	agents  []string // of one of them
	several bool
}

// countActs notes the acts that the issue has, for each nature of event: who
// besieges and who shells are two questions, and speech forms acts of its own.
// Assertions that name the same agents speak of one act.
func (q *inquiry) countActs() {
	for _, w := range q.words {
		if len(w.agents) == 0 || !w.holds || w.takenBy[narrative.FacetOccurrence] {
			continue
		}
		nature := w.kind.Nature
		a, named := q.acts[nature]
		q.acts[nature] = acts{w.agents, named && (a.several || !slices.Equal(a.agents, w.agents))}
	}
}

// actOf returns the agents of the act that a word speaks of: those that it names,
// else those of the only act there is. open means that it names none though there
// are several.
func (q *inquiry) actOf(w *word) (agents []string, open bool) {
	if len(w.agents) > 0 {
		return w.agents, false
	}
	a := q.acts[w.kind.Nature]
	if a.several {
		return nil, true
	}
	return a.agents, false
}

// agentScope is the scope of what concerns the act of these sides.
func agentScope(agents []string) Scope { return Scope{Agent: strings.Join(agents, "+")} }

// title names the happening in a few words: the commonest kind of event, and
// where and when it was, by those who say so first.
func (q *inquiry) title() string {
	votes := map[string]int{}
	var place, when string
	words := slices.Clone(q.words)
	slices.SortFunc(words, func(x, y *word) int { return q.b.earlier(x.a, y.a) })
	for _, w := range words {
		if k := w.a.Claim.Event; k != "" && k != "statement" {
			votes[k]++
		}
		if place == "" && len(w.a.Claim.Place) > 0 {
			place = q.b.cast.Name(w.a.Claim.Place[0])
		}
		if when == "" {
			when = prose.Time(w.a.Claim.Time.String())
		}
	}
	kind := ""
	for k, n := range votes {
		if n > votes[kind] || n == votes[kind] && k < kind { // determinism: ties by name
			kind = k
		}
	}
	if kind == "" {
		for _, w := range words {
			if t := strings.TrimSpace(cmp.Or(w.a.Claim.Text, w.a.Quoted())); t != "" {
				return prose.Clip(t, 70)
			}
		}
		return cmp.Or(words[0].a.Claim.Event, words[0].a.ID)
	}
	t := prose.Capital(strings.ReplaceAll(kind, "-", " "))
	if place != "" {
		t += ", " + place
	}
	if when != "" {
		t += ", " + when
	}
	return t
}
