package compare

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/internal/prose"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/event"
	"github.com/seed514b815a/rashomon/source"
)

// notice keeps, of an issue that a claim belongs to, what each side says instead
// of an answer: that it isn't known, that it won't comment, another time, place or
// group, or words that stand only in an adversary's mouth.
func (k *checker) notice(q *inquiry, s *word) {
	for _, c := range q.words {
		v := k.sides[c.side]
		flag := ""
		beside := q.beside(s, c, true)
		switch {
		case !c.own():
			flag = "relayed"
		case beside && (c.declines() || c.notKnowing()): // on another's dead, or another day's
		case c.declines():
			flag = "declined"
		case c.notKnowing():
			flag = "unknown"
		case c.denies || !c.holds || c.a.Claim.Event == reported || !beside:
			continue
		}
		if flag != "" {
			v.flags[flag] = true
		}
		v.instead = append(v.instead, instead{c, flag})
	}
}

// checked folds the effects into an answer for each side.
func (k *checker) checked() *Checked {
	out := &Checked{Rashomon: narrative.Version, Statement: k.claims, Parties: k.b.cast.Parties(), Places: k.b.cast.Places()}
	for _, s := range k.b.d.Sources {
		bare := *s
		bare.Text = ""
		out.Sources = append(out.Sources, &bare)
	}
	slices.SortFunc(out.Sources, func(x, y *source.Document) int { return cmp.Compare(x.ID, y.ID) })
	cited := map[string]bool{}
	for _, side := range sortedKeys(k.sides) { // determinism
		a := k.answer(side)
		for _, p := range a.Parts {
			for _, id := range p.Assertions {
				cited[id] = true
			}
		}
		for _, id := range a.Instead {
			cited[id] = true
		}
		out.Answers = append(out.Answers, a)
	}
	for _, id := range sortedKeys(cited) {
		a := k.b.assertions[id]
		out.Assertions = append(out.Assertions, Assertion{*a, k.b.cast.Side(a.Party)})
	}
	full(&out.Parties)
	full(&out.Places)
	full(&out.Sources)
	full(&out.Assertions)
	full(&out.Answers)
	return out
}

// reply is the effects of one side on one question that come to the same.
type reply struct {
	*effect // with the strongest word
	all     []*effect
	words   []*word // strongest first
	says    []string
	missing []string
}

// replies gathers the effects of a side, question by question. What is open
// doesn't count where other words of the side settle it.
func (k *checker) replies(side string) []*reply {
	type key struct {
		claim int
		facet narrative.Facet
		n     int
	}
	settled := map[key]bool{}
	var mine []*effect
	for _, r := range k.effects {
		if r.side == side {
			mine = append(mine, r)
			if r.bearing != Undecided {
				settled[key{r.claim, r.facet, r.n}] = true
			}
		}
	}
	var out []*reply
	for _, r := range mine {
		if r.bearing == Undecided && settled[key{r.claim, r.facet, r.n}] {
			continue
		}
		i := slices.IndexFunc(out, func(o *reply) bool {
			return o.claim == r.claim && o.facet == r.facet && o.n == r.n && o.bearing == r.bearing
		})
		if i < 0 {
			i = len(out)
			out = append(out, &reply{effect: r})
		}
		o := out[i]
		o.all = append(o.all, r)
		for _, w := range r.held.words {
			if !slices.Contains(o.words, w) {
				o.words = append(o.words, w)
			}
		}
		o.missing = append(o.missing, r.missing...)
	}
	for _, o := range out {
		o.fold()
	}
	slices.SortFunc(out, func(x, y *reply) int {
		return cmp.Or(cmp.Compare(x.claim, y.claim), cmp.Compare(facetRank(x.facet), facetRank(y.facet)), cmp.Compare(x.facet, y.facet), cmp.Compare(x.n, y.n), cmp.Compare(x.bearing, y.bearing))
	})
	return out
}

// fold brings the parts of a reply into their order.
func (o *reply) fold() {
	slices.SortFunc(o.words, stronger)
	slices.SortFunc(o.all, func(x, y *effect) int {
		return cmp.Or(stronger(x.held.first(), y.held.first()), cmp.Compare(x.held.v.Says, y.held.v.Says))
	})
	o.effect = o.all[0]
	says := map[*word][]string{}
	for _, r := range o.all {
		for _, w := range r.held.words {
			if s := r.held.v.Says; !slices.Contains(says[w], s) {
				says[w] = append(says[w], s)
			}
		}
	}
	o.words = telling(o.words, says)
	for _, w := range o.words {
		for _, s := range says[w] {
			if s != "" && !slices.Contains(o.says, s) {
				o.says = append(o.says, s)
			}
		}
	}
	slices.Sort(o.missing)
	o.missing = slices.Compact(o.missing)
}

// answer says what the words of one side do to the statement.
func (k *checker) answer(side string) Answer {
	replies := k.replies(side)
	a := Answer{Side: side, Bearing: SaysNothing}
	bears := map[Bearing]bool{}
	missing, flags := map[string]bool{}, map[string]bool{}
	done := make([]int, len(k.claims)) // supported questions
	for _, r := range replies {
		p := k.part(r)
		a.Parts = append(a.Parts, p)
		bears[r.bearing] = true
		if r.bearing == Supports {
			done[r.claim]++
		}
		for _, m := range p.Missing {
			missing[m] = true
		}
	}
	if len(replies) > 0 {
		k.silent(replies, missing)
		whole := true
		for n := range k.claims {
			whole = whole && done[n] >= max(1, k.asked[n])
		}
		switch {
		case bears[Supports] && bears[Opposes]:
			a.Bearing = Partly
		case bears[Opposes]:
			a.Bearing = Opposes
		case whole:
			a.Bearing = Supports
		default:
			a.Bearing = Undecided
		}
	}
	resting := a.rests(replies)
	for i, r := range resting {
		for _, f := range k.part(r).Flags {
			flags[f] = flags[f] || i == 0 || f != "hedged" && f != "relayed" && f != "echo"
		}
		if c := r.confidence(); i == 0 || c < a.Strength {
			a.Strength = c
		}
	}
	for _, f := range []string{"hedged", "relayed", "echo"} { // of all that it rests on, or not at all
		flags[f] = len(resting) > 0 && !slices.ContainsFunc(resting, func(r *reply) bool { return !slices.Contains(r.part().Flags, f) })
	}
	if v := k.sides[side]; a.Bearing == SaysNothing {
		for f := range v.flags {
			flags[f] = true
		}
		slices.SortFunc(v.instead, instead.compare)
		for _, w := range v.instead {
			if id := w.word.a.ID; len(a.Instead) < perSource && !slices.Contains(a.Instead, id) {
				a.Instead = append(a.Instead, id)
			}
		}
	}
	for _, f := range sortedKeys(flags) {
		if flags[f] {
			a.Flags = append(a.Flags, f)
		}
	}
	if a.Bearing == Undecided || a.Bearing == Partly {
		a.Missing = sortedKeys(missing)
	}
	a.Why = k.why(&a, replies)
	full(&a.Flags)
	full(&a.Parts)
	full(&a.Missing)
	full(&a.Instead)
	return a
}

// rests returns the replies that the answer rests on.
func (a *Answer) rests(replies []*reply) []*reply {
	var out []*reply
	for _, r := range replies {
		switch {
		case a.Bearing == Undecided, a.Bearing == Partly && r.bearing != Undecided, a.Bearing == r.bearing:
			out = append(out, r)
		}
	}
	return out
}

// silent adds the questions on which the side has no word at all.
func (k *checker) silent(replies []*reply, missing map[string]bool) {
	for n := range k.claims {
		q := k.b.newInquiry(k.ctx, k.judges, group{})
		for _, a := range q.questions(q.read(&k.claims[n])) {
			if !slices.ContainsFunc(replies, func(r *reply) bool { return r.claim == n && r.facet == a.facet && r.n == a.n }) {
				missing[field(a.facet)] = true
			}
		}
		if k.asked[n] == 0 && !slices.ContainsFunc(replies, func(r *reply) bool { return r.claim == n }) {
			missing["event"] = true
		}
	}
}

// part writes a reply for its answer. Who blames another and concedes losses in the
// same words has not conceded what the statement says of somebody's deeds.
func (k *checker) part(o *reply) Part {
	p := o.part()
	if !k.concerns(o) {
		p.Flags = slices.DeleteFunc(p.Flags, func(f string) bool { return f == "admission" })
	}
	return p
}

// concerns reports whether an admission in the reply would be one of what the
// statement says: of the side's losses, or of deeds that the statement doesn't lay to
// another's charge and the side doesn't contest.
func (k *checker) concerns(o *reply) bool {
	c := &k.claims[o.claim].Claim
	if o.facet == narrative.FacetCount {
		return true
	}
	of := c.Agent
	if kind := event.Lookup(c.Event); kind.Consequence {
		of = slices.Clone(c.Target)
		for _, n := range c.Count {
			of = append(of, n.Who...)
		}
	}
	return o.bearing != Opposes && (len(of) == 0 || slices.Contains(k.b.sidesOf(of), o.side))
}

// part writes a reply as reports show it.
func (o *reply) part() Part {
	p := Part{Claim: o.claim, Facet: o.facet, Bearing: o.bearing, Asked: o.v.Says, Says: strings.Join(o.says, "; "), Missing: slices.Clone(o.missing)}
	var cited []*narrative.Assertion
	for _, w := range o.words {
		cited = append(cited, w.assertions()...)
	}
	slices.SortFunc(cited, strongest)
	for _, a := range cited {
		p.Assertions = append(p.Assertions, a.ID)
	}
	if o.denial {
		p.Flags = append(p.Flags, "denial")
	}
	p.Flags = append(p.Flags, o.q.flags(draftKey{facet: o.facet, scope: o.held.v.Scope}, o.side, o.words)...)
	full(&p.Assertions)
	full(&p.Flags)
	full(&p.Missing)
	return p
}

// why says in a sentence what the answer rests on.
func (k *checker) why(a *Answer, replies []*reply) string {
	name := k.b.called(a.Side)
	supports, opposes, open := k.told(replies, Supports), k.told(replies, Opposes), k.told(replies, Undecided)
	var lacking []string
	for _, m := range a.Missing {
		lacking = append(lacking, cmp.Or(missing[m], m))
	}
	switch a.Bearing {
	case Supports:
		return prose.Capital(supports) + ": that bears the statement out."
	case Opposes:
		return prose.Capital(opposes) + "."
	case Partly:
		return fmt.Sprintf("%s, as the statement does; but %s.", prose.Capital(supports), opposes)
	case Undecided:
		both := supports + open
		if supports != "" && open != "" {
			both = supports + ", and " + open
		}
		return fmt.Sprintf("%s, and leaves open %s.", prose.Capital(both), prose.Series(lacking))
	}
	quote := ""
	if v := k.sides[a.Side]; len(v.instead) > 0 {
		if t := v.instead[0].word.a.Quoted(); t != "" {
			quote = fmt.Sprintf(" (%q)", prose.Clip(t, 120))
		}
	}
	switch {
	case slices.Contains(a.Flags, "declined"):
		return fmt.Sprintf("%s declined to comment%s.", prose.Capital(name), quote)
	case slices.Contains(a.Flags, "unknown"):
		return fmt.Sprintf("%s %s that it isn't known yet%s.", prose.Capital(name), k.b.agreeing(a.Side, "says"), quote)
	case slices.Contains(a.Flags, "relayed"):
		return fmt.Sprintf("What %s said of it stands in these sources only in its adversary's words%s.", name, quote)
	case len(a.Instead) > 0:
		return fmt.Sprintf("%s %s of another time, place or group%s, and in these sources not of this.", prose.Capital(name), k.b.agreeing(a.Side, "speaks"), quote)
	}
	return fmt.Sprintf("In these sources %s %s nothing of it.", name, k.b.agreeing(a.Side, "says"))
}

// told puts the replies of one bearing into words, the words of one quote together:
// `Norlund tells of shelling and puts it at Hask ("...")`.
func (k *checker) told(replies []*reply, b Bearing) string {
	var order []*word
	says, where := map[*word][]string{}, map[*word][]string{}
	for _, r := range replies {
		if r.bearing != b {
			continue
		}
		w := r.held.first()
		if says[w] == nil {
			order = append(order, w)
		}
		phrase := k.b.agreeing(w.a.Party, r.phrase())
		if !slices.Contains(says[w], phrase) {
			says[w] = append(says[w], phrase)
		}
		if b == Opposes && !r.denial && !r.textual {
			if s := r.asks(); !slices.Contains(where[w], s) {
				where[w] = append(where[w], s)
			}
		}
	}
	var out []string
	for _, w := range order {
		s := k.b.called(w.a.Party)
		if w.a.Certainty == narrative.Hedged && !w.denies {
			s += ", with a hedge,"
		}
		s += " " + prose.Series(says[w])
		if quote := w.a.Quoted(); quote != "" {
			s += fmt.Sprintf(" (%q)", prose.Clip(quote, 120))
		}
		if b == Opposes && w.denies {
			s += ", which the statement asserts"
		} else if len(where[w]) > 0 {
			s += ", where the statement " + prose.Series(where[w])
		}
		out = append(out, s)
	}
	return strings.Join(out, ", and ")
}

// phrase says what the side says: "counts 5 killed".
func (o *reply) phrase() string {
	switch {
	case o.textual && o.denial:
		return "denies it"
	case o.textual && o.held.first().a.Quoted() == "":
		return fmt.Sprintf("says %q", prose.Clip(o.held.v.Says, 120))
	case o.textual:
		return "says"
	case o.denial:
		return o.held.v.Says
	}
	return o.q.says(&Finding{Facet: o.facet}, o.held)
}

// asks says what the statement says: "counts 8 killed".
func (o *reply) asks() string {
	if o.judge == nil {
		return o.v.Says
	}
	return o.q.says(&Finding{Facet: o.facet}, &holding{v: o.v})
}

// full makes a missing list an empty one.
func full[T any](list *[]T) {
	if *list == nil {
		*list = []T{}
	}
}
