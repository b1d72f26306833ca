package compare

import (
	"cmp"
	"context"
	"io"
	"slices"

	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/internal/jsonfile"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// Timeline tells how each side's account went: question by question what it said,
// when, and what each word did to those before. Its JSON has the field names and
// the version of a [Report]. It may be read by several goroutines at once.
type Timeline struct {
	Rashomon   int                `json:"rashomon"`
	Title      string             `json:"title,omitempty"`
	AsOf       edtf.Time          `json:"asOf,omitzero"` // the moment up to which words are told; zero: all
	Sides      []string           `json:"sides"`
	Parties    []narrative.Party  `json:"parties"`
	Places     []narrative.Place  `json:"places"`
	Sources    []*source.Document `json:"sources"` // without their texts
	Assertions []Assertion        `json:"assertions"`
	Issues     []History          `json:"issues"`
	Unplaced   []Unplaced         `json:"unplaced,omitempty"`
}

// History is how the accounts of one happening went. Its id, title and assertions
// are those of the [Issue].
type History struct {
	ID         string   `json:"id"`
	Title      string   `json:"title"`
	Was        []string `json:"was,omitempty"`
	Assertions []string `json:"assertions"`
	Tracks     []Track  `json:"tracks"` // in order of facet, scope and side
}

// Track is what one side said on one question.
type Track struct {
	Side  string          `json:"side"`
	Facet narrative.Facet `json:"facet"`
	Scope Scope           `json:"scope"`
	Steps []Step          `json:"steps"` // in order of when they were said, the undated last
}

// Step is one answer that a side gave at one moment.
type Step struct {
	Said       edtf.Time `json:"said,omitzero"` // zero: unstated
	AsOf       edtf.Time `json:"asOf,omitzero"` // of a figure: the moment that it holds of, where that isn't when it was said
	Says       string    `json:"says"`
	Turn       Turn      `json:"turn"`
	Assertions []string  `json:"assertions"` // that give it, strongest first
	Flags      []string  `json:"flags"`      // as those of a [Position]
}

// Turn says what a step did to the side's earlier ones on the question:
//
//	first         there is none
//	repeated      it says the same again
//	refined       it says the same more narrowly, or more broadly
//	added         it stands beside them
//	raised        a revision, of the kind of that name
//	lowered       "
//	changed       "
//	withdrawn     "
//	inconsistent  it can't be true with one of them, and is no later word
type Turn string

// Turns lists the turns that a step can take.
func Turns() []Turn {
	return []Turn{"first", "repeated", "refined", "added", "raised", "lowered", "changed", "withdrawn", "inconsistent"}
}

// Revises reports whether the side no longer says what it said: whether the turn is
// a kind of [Revision].
func (t Turn) Revises() bool { return Revision.has(Kind(t)) }

// Timeline finds which assertions of d speak of one happening, as [Comparer.Compare]
// does, and tells for each side in which order it said what. A word that an
// adversary puts into a side's mouth is no step of its account. Errors, order and
// AsOf are as those of Compare.
func (c *Comparer) Timeline(ctx context.Context, d *narrative.Dossier) (*Timeline, error) {
	m, err := c.open(ctx, d)
	if err != nil {
		return nil, err
	}
	issues, err := each(ctx, m.groups, func(g group) (History, error) { return m.b.tell(ctx, m.judges, g) })
	if err != nil {
		return nil, err
	}
	r := m.report(nil)
	return &Timeline{Rashomon: r.Rashomon, Title: r.Title, AsOf: r.AsOf, Sides: r.Sides, Parties: r.Parties, Places: r.Places,
		Sources: r.Sources, Assertions: r.Assertions, Issues: issues, Unplaced: r.Unplaced}, nil
}

// Encode writes t as JSON. The same timeline gives the same bytes.
func (t *Timeline) Encode(w io.Writer) error { return jsonfile.Encode(w, "timeline", t) }

func (b *book) tell(ctx context.Context, judges []*Judge, g group) (History, error) {
	q := b.inquire(ctx, judges, g)
	h := History{ID: g.id, Title: q.title(), Was: g.was, Assertions: []string{}, Tracks: []Track{}}
	for _, a := range g.of {
		h.Assertions = append(h.Assertions, a.ID)
	}
	for _, j := range judges {
		tracks, err := q.tracks(j)
		if err != nil {
			return History{}, err
		}
		h.Tracks = append(h.Tracks, tracks...)
	}
	return h, nil
}

// tracks tells on one facet what each side said.
func (q *inquiry) tracks(j *Judge) ([]Track, error) {
	type key struct {
		side  string
		scope Scope
	}
	answers := map[key][]*holding{}
	values, others := q.answers(j)
	for _, h := range values {
		k := key{h.side(), q.trackScope(j.Facet, h)}
		answers[k] = append(answers[k], h)
	}
	took := map[*word]bool{}
	for pair := range q.turned {
		took[pair[1]] = true
	}
	for _, h := range others {
		// What a denial takes back is the question that it answers.
		var at []key
		for _, v := range values {
			if !took[h.first()] {
				break
			}
			if k := (key{v.side(), q.trackScope(j.Facet, v)}); q.took(v, h) != "" && !slices.Contains(at, k) {
				at = append(at, k)
			}
		}
		if len(at) == 0 {
			at = []key{{h.side(), q.trackScope(j.Facet, h)}}
		}
		for _, k := range at {
			answers[k] = append(answers[k], h)
		}
	}
	out := make([]Track, 0, len(answers))
	for k, hs := range answers {
		steps, err := q.steps(j, k.scope, hs)
		if err != nil {
			return nil, err
		}
		out = append(out, Track{k.side, j.Facet, k.scope, steps})
	}
	slices.SortFunc(out, func(a, b Track) int { return cmp.Or(compareScopes(a.Scope, b.Scope), cmp.Compare(a.Side, b.Side)) })
	return out, nil
}

// took says what a side's denial of its own word came to; "" if one is no denial of
// the other.
func (q *inquiry) took(u, v *holding) Kind {
	for _, x := range u.words {
		for _, y := range v.words {
			if x.denies == y.denies {
				continue
			}
			if k := cmp.Or(q.turned[[2]*word{x, y}], q.turned[[2]*word{y, x}]); k != "" {
				return k
			}
		}
	}
	return ""
}

// answers gathers all that was ever answered on the facet, also what its side took
// back: values, and denials, that it isn't known, refusals to comment.
func (q *inquiry) answers(j *Judge) (values, rest []*holding) {
	for _, w := range q.words {
		if !w.own() {
			continue
		}
		switch {
		case w.denies:
			if w.holds && w.focus() == j.Facet {
				rest = append(rest, q.denial(w))
			}
		case w.notKnowing():
			if w.focus() == j.Facet {
				rest = append(rest, &holding{[]*word{w}, Value{Says: "not known"}})
			}
		case w.declines():
			if w.focus() == j.Facet {
				rest = append(rest, &holding{[]*word{w}, Value{Says: "declines to comment"}})
			}
		case w.holds && w.a.Claim.Event != reported:
			for _, v := range j.Values(q.m, w.a) {
				v.By = []*narrative.Assertion{w.a}
				values = append(values, &holding{[]*word{w}, v})
			}
			if j.Facet == narrative.FacetOccurrence && w.a.Claim.Event == "" {
				rest = append(rest, &holding{[]*word{w}, Value{Says: "speaks of it"}})
			}
		}
	}
	return q.unite(j, values, func(o order) bool { return o == together }), rest
}

// trackScope says which act and which figure an answer is about.
func (q *inquiry) trackScope(f narrative.Facet, h *holding) Scope {
	w := h.first()
	switch {
	case f == narrative.FacetOccurrence || f == narrative.FacetResponsibility:
		return Scope{}
	case f == narrative.FacetCount && len(h.v.By) > 0:
		return h.v.Scope
	case f == narrative.FacetCount && len(w.a.Claim.Count) > 0:
		return countScope(q.b.cast, w.a.Claim.Count[0])
	case w.denies:
		return agentScope(q.deniedAct(w))
	}
	act, _ := q.actOf(w)
	return agentScope(act)
}

// steps puts the answers of one side into order and says of each what it did.
func (q *inquiry) steps(j *Judge, scope Scope, hs []*holding) ([]Step, error) {
	earlier := func(x, y *holding) int {
		return cmp.Or(q.b.inTime(x.first().a, y.first().a), cmp.Compare(x.asOf().String(), y.asOf().String()),
			cmp.Compare(x.v.Says, y.v.Says), cmp.Compare(x.first().a.ID, y.first().a.ID))
	}
	slices.SortFunc(hs, earlier)
	var at [][]*holding // what was answered alike, at one moment
	for _, h := range hs {
		if n := len(at); n > 0 && sameStep(at[n-1][0], h) {
			at[n-1] = append(at[n-1], h)
			continue
		}
		at = append(at, []*holding{h})
	}
	var out []Step
	for i, same := range at {
		turn, err := q.turn(j, at[max(0, i-lookBack):i], same)
		if err != nil {
			return nil, err
		}
		out = append(out, q.step(scope, j.Facet, same, turn))
	}
	return out, nil
}

// sameStep reports whether two answers are one: the same, at one moment.
func sameStep(x, y *holding) bool {
	return x.v.Says == y.v.Says && x.first().denies == y.first().denies &&
		x.first().said.String() == y.first().said.String() && x.asOf().String() == y.asOf().String()
}

func (q *inquiry) step(scope Scope, f narrative.Facet, same []*holding, turn Turn) Step {
	h := same[0]
	var words []*word
	for _, s := range same {
		words = append(words, s.words...)
	}
	slices.SortFunc(words, stronger)
	words = slices.Compact(words) // a word that gives one figure twice
	s := Step{Said: h.first().said, Says: h.v.Says, Turn: turn, Assertions: []string{}, Flags: []string{}}
	if asOf := h.asOf(); f == narrative.FacetCount && asOf.String() != s.Said.String() {
		s.AsOf = asOf
	}
	var cited []*narrative.Assertion
	for _, w := range words {
		cited = append(cited, w.assertions()...)
	}
	slices.SortFunc(cited, strongest)
	for _, a := range cited {
		s.Assertions = append(s.Assertions, a.ID)
	}
	s.Flags = append(s.Flags, q.flags(draftKey{facet: f, scope: scope}, h.side(), words)...)
	return s
}

// lookBack bounds the earlier steps that one is held against: a side that answers
// one question so often has long said what it has to say.
const lookBack = 64

// heldTogether bounds the words of one step that are held against another's.
const heldTogether = 8

// turn says what an answer did to the nearest earlier one that it has to do with.
// Words of one answer may be of different kinds of event: that one of them revises
// says more than that another repeats. So it does where that nearest one is only
// refined, and another of its time is revised: who said 49, and at least 49, and now
// says 105 has raised it.
func (q *inquiry) turn(j *Judge, earlier [][]*holding, same []*holding) (Turn, error) {
	if len(earlier) == 0 {
		return "first", nil
	}
	if err := q.ctx.Err(); err != nil {
		return "", err
	}
	best, nearest := Turn(""), (*holding)(nil)
	for _, us := range slices.Backward(earlier) {
		if nearest != nil && us[0].first().said.Before(nearest.first().said) {
			break
		}
		for _, u := range us[:min(len(us), heldTogether)] {
			for _, v := range same[:min(len(same), heldTogether)] {
				t, err := q.turnOf(j, u, v)
				if err != nil {
					return "", err
				}
				if slices.Index(Turns(), t) > slices.Index(Turns(), best) && (nearest == nil || t.Revises()) {
					best = t
				}
			}
		}
		switch {
		case best == "":
		case best != "refined":
			return best, nil
		case nearest == nil:
			nearest = us[0]
		}
	}
	return cmp.Or(best, "added"), nil
}

// turnOf says what the answer v did to u; "" where the two stand beside each other.
func (q *inquiry) turnOf(j *Judge, u, v *holding) (Turn, error) {
	if k := q.took(u, v); k != "" {
		return Turn(k), nil
	}
	if len(u.v.By) == 0 || len(v.v.By) == 0 { // one is no value, but a denial or no answer
		if u.v.Says == v.v.Says && u.first().denies == v.first().denies {
			return "repeated", nil
		}
		return "", nil
	}
	relation := narrative.Unknown
	if s, replaces, err := q.succession(j, u, v); err != nil {
		return "", err
	} else if replaces {
		if s.from != u {
			return "", nil // told later, of an earlier moment
		}
		if s.kind != "" {
			return Turn(s.kind), nil
		}
		relation = s.verdict.Relation
	} else if _, missing, ok := q.comparable(j.Facet, u, v); !ok || len(missing) > 0 {
		return "", nil
	} else {
		if j.Unite != nil {
			if _, one := j.Unite(q.m, u.v, v.v); one {
				return "", nil // neither is later: the two are one answer
			}
		}
		_, o, _, err := q.clash(j, u, v)
		if o == Conflict || err != nil {
			return "inconsistent", err
		}
		verdict, err := q.relate(j, u.v, v.v)
		if err != nil {
			return "", err
		}
		relation = verdict.Relation
	}
	switch relation {
	case narrative.Same:
		return "repeated", nil
	case narrative.Narrower, narrative.Broader:
		return "refined", nil
	}
	return "", nil
}

// succession is succeed but for occurrence, where nothing said is replaced.
func (q *inquiry) succession(j *Judge, u, v *holding) (succession, bool, error) {
	if j.Facet == narrative.FacetOccurrence {
		return succession{}, false, nil
	}
	return q.succeed(j, u, v)
}
