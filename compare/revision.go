package compare

import (
	"reflect"
	"slices"

	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/event"
)

// order is how two moments follow each other.
type order int

const (
	unordered order = iota // nobody can say: a day and an hour of it, a date and none
	before
	after
	together
)

// orderOf compares two moments. Two unstated ones are one moment.
func orderOf(x, y edtf.Time) order {
	switch {
	case x.IsZero() && y.IsZero():
		return together
	case x.Before(y):
		return before
	case y.Before(x):
		return after
	case x.Within(y) && y.Within(x):
		return together
	}
	return unordered
}

// asOf returns the moment that a value holds of.
func (h *holding) asOf() edtf.Time {
	if !h.v.AsOf.IsZero() {
		return h.v.AsOf
	}
	return h.first().said
}

// unite joins the values that one side gives at one moment, where the judge takes
// them for one answer: of the agents that a side names, all are meant. when says
// which orders count as one moment.
func (q *inquiry) unite(j *Judge, hs []*holding, when func(order) bool) []*holding {
	if j.Unite == nil {
		return hs
	}
	together := func(x, y *holding) bool {
		if x.side() != y.side() || !when(orderOf(x.first().said, y.first().said)) {
			return false
		}
		_, missing, ok := q.comparable(j.Facet, x, y)
		return ok && len(missing) == 0 && sameTime(x.first(), y.first())
	}
	// A value that stands for itself keeps those of its moment from being united.
	alone := func(h *holding) bool {
		return slices.ContainsFunc(hs, func(o *holding) bool {
			if o == h || !together(h, o) {
				return false
			}
			_, ok := j.Unite(q.m, h.v, o.v)
			return !ok
		})
	}
	var out []*holding
next:
	for _, h := range hs {
		if !alone(h) {
			for _, o := range out {
				if !together(o, h) || alone(o) {
					continue
				}
				if v, ok := j.Unite(q.m, o.v, h.v); ok {
					v.By = slices.Concat(o.v.By, h.v.By)
					o.v, o.words = v, append(o.words, h.words...)
					continue next
				}
			}
		}
		out = append(out, &holding{slices.Clone(h.words), h.v})
	}
	return out
}

// latest returns the values that stand: those that the side has not replaced by a
// later word on the same question. It notes what changed on the way, and where a
// side contradicts itself at one moment. On occurrence nothing is replaced: what a
// side has said it has said, unless it takes it back.
func (q *inquiry) latest(j *Judge, hs []*holding) ([]*holding, error) {
	if j.Facet == narrative.FacetOccurrence {
		return hs, nil
	}
	said := hs
	hs = q.unite(j, hs, func(o order) bool { return o == together })
	replaced := map[*holding]bool{}
	repeated := map[*holding][]*holding{} // each value → those before it that say the same
	left := map[*holding]bool{}           // those that the side has said something else after
	err := q.ownPairs(hs, func(u, v *holding) error {
		s, ok, err := q.revise(j, u, v)
		if !ok || err != nil {
			return err
		}
		if s.repeats(j) {
			repeated[s.to] = append(repeated[s.to], s.from)
		} else {
			left[s.from] = true
		}
		replaced[s.from] = true
		return nil
	})
	if err != nil {
		return nil, err
	}
	var standing []*holding
	for _, h := range hs {
		if replaced[h] {
			continue
		}
		if before := repeated[h]; len(before) > 0 {
			h = &holding{slices.Clone(h.words), h.v} // the latest word first: it says when
			for _, o := range before {
				if !left[o] {
					h.words = append(h.words, o.words...)
				}
			}
		}
		standing = append(standing, h)
	}
	atOnce := func(o order) bool { return o == together || o == unordered }
	err = q.ownPairs(q.unite(j, said, atOnce), func(u, v *holding) error { return q.inconsistent(j, u, v) })
	return q.unite(j, standing, atOnce), err
}

// ownPairs calls f with every two values of one side.
func (q *inquiry) ownPairs(hs []*holding, f func(u, v *holding) error) error {
	bySide := map[string][]*holding{}
	for _, h := range hs {
		bySide[h.side()] = append(bySide[h.side()], h)
	}
	for _, side := range q.sides { // determinism: not in order of the map
		own := bySide[side]
		for i, u := range own {
			for _, v := range own[i+1:] {
				if err := f(u, v); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// revise compares two values of one side, of which one may replace the other, and
// notes the revision that this may be.
func (q *inquiry) revise(j *Judge, u, v *holding) (s succession, ok bool, err error) {
	s, ok, err = q.succeed(j, u, v)
	if ok && err == nil && s.kind != "" {
		s.verdict.Missing = nil // that it is another word is sure
		q.out.pair(j.Facet, s.scope, Revision, s.kind, s.from, s.to, s.verdict)
	}
	return s, ok, err
}

// succession is how a value of a side came to replace an earlier one.
type succession struct {
	scope    Scope
	from, to *holding
	kind     Kind // of the revision; "" where one entails the other, or nobody knows
	verdict  Verdict
}

// repeats reports whether the later word only says the value of the earlier one again,
// as surely: then both give the side's latest value. A figure said again is of a later
// moment.
func (s succession) repeats(j *Judge) bool {
	return j.Facet != narrative.FacetCount && s.verdict.Relation == narrative.Same && s.from.certain() == s.to.certain() &&
		sameTime(s.from.first(), s.to.first()) && reflect.DeepEqual(s.from.v.Data, s.to.v.Data)
}

// succeed says which of two values of one side replaces the other, if one does. An
// open act, time or population replaces nothing.
func (q *inquiry) succeed(j *Judge, u, v *holding) (s succession, ok bool, err error) {
	scope, missing, ok := q.comparable(j.Facet, u, v)
	if !ok || len(missing) > 0 || differentTimes(u.first(), v.first()) {
		return s, false, nil
	}
	verdict, err := q.relate(j, u.v, v.v)
	if err != nil {
		return s, false, err
	}
	switch q.follows(j.Facet, scope, u, v) {
	case before:
	case after:
		u, v = v, u
		verdict.Relation = verdict.Relation.Converse()
	default:
		return s, false, nil
	}
	s = succession{scope, u, v, "changed", verdict}
	if j.Facet == narrative.FacetCount {
		s.kind, s.verdict = reviseCount(scope, u, v)
	} else if r := verdict.Relation; r != narrative.Overlapping && r != narrative.Disjoint && r != narrative.Opposed {
		s.kind = ""
	}
	return s, true, nil
}

// sameTime reports whether two states are said of one time: who held a town in May
// and who held it on the 20th are two answers.
func sameTime(x, y *word) bool {
	tx, ty := x.a.Claim.Time, y.a.Claim.Time
	return x.kind.Nature != event.State || tx.IsZero() || tx.Within(ty) && ty.Within(tx)
}

// differentTimes reports whether two words tell of a state at different times:
// that it held in May is not taken back by who says that it held in July.
func differentTimes(x, y *word) bool {
	return x.kind.Nature == event.State && y.kind.Nature == event.State && !x.a.Claim.Time.Overlaps(y.a.Claim.Time) &&
		!x.a.Claim.Time.IsZero() && !y.a.Claim.Time.IsZero()
}

// inconsistent notes where a side contradicts itself at one moment: neither of two
// conflicting values is later than the other.
func (q *inquiry) inconsistent(j *Judge, u, v *holding) error {
	scope, outcome, verdict, err := q.clash(j, u, v)
	switch {
	case err != nil:
		return err
	case outcome == Conflict:
		q.out.pair(j.Facet, scope, Conflict, "inconsistent", u, v, verdict)
	case len(verdict.Missing) > 0:
		q.out.pair(j.Facet, scope, Undetermined, "", u, v, verdict)
	}
	return nil
}

// clash says whether two values of one side, neither later than the other, can't
// both be true: a conflict, or undetermined where something is missing to say.
func (q *inquiry) clash(j *Judge, u, v *holding) (scope Scope, o Outcome, verdict Verdict, err error) {
	scope, missing, ok := q.comparable(j.Facet, u, v)
	if !ok || len(missing) > 0 {
		return scope, Undetermined, verdict, nil
	}
	if o := q.follows(j.Facet, scope, u, v); o == before || o == after {
		return scope, Undetermined, verdict, nil
	}
	if j.Facet == narrative.FacetCount {
		x, y := u.v.Data.(narrative.Count), v.v.Data.(narrative.Count)
		r := narrative.RelateCounts(x, y)
		switch {
		case u.asOf().IsZero() || v.asOf().IsZero():
			if r == narrative.Disjoint || r == narrative.Overlapping {
				verdict.Missing = []string{"asOf"}
			}
			return scope, Undetermined, verdict, nil
		case u.asOf().Before(v.asOf()) || v.asOf().Before(u.asOf()):
			return scope, Undetermined, verdict, nil
		}
	}
	verdict, err = q.relate(j, u.v, v.v)
	if err != nil {
		return scope, Undetermined, verdict, err
	}
	o, _, ok = rule(j.Facet, verdict)
	if !ok || o != Conflict {
		return scope, Undetermined, Verdict{}, nil
	}
	return scope, o, verdict, nil
}

// follows says whether v replaces u: [before] means that u came first. Figures go
// by their as-of, then all by when they were said. A figure of a measure that
// doesn't grow stands beside one of another moment: crowds come and go. Figures
// without a date have an order only where a text gives it.
func (q *inquiry) follows(f narrative.Facet, scope Scope, u, v *holding) order {
	if f != narrative.FacetCount {
		return orderOf(u.first().said, v.first().said)
	}
	switch {
	case u.asOf().IsZero() || v.asOf().IsZero():
		return toldOrder(u.first().a, v.first().a, u.v.Data.(narrative.Count), v.v.Data.(narrative.Count))
	case u.asOf().Before(v.asOf()) || v.asOf().Before(u.asOf()):
		if !event.LookupMeasure(scope.Of).Grows {
			return unordered
		}
		return orderOf(u.asOf(), v.asOf())
	}
	return orderOf(u.first().said, v.first().said) // moments that may coincide are one
}

// reviseCount says how a figure changed: only a toll that grows is raised or
// lowered, and only by a figure that can't be the same.
func reviseCount(scope Scope, u, v *holding) (Kind, Verdict) {
	x, y := u.v.Data.(narrative.Count), v.v.Data.(narrative.Count)
	verdict := Verdict{Relation: narrative.RelateCounts(x, y)}
	switch {
	case verdict.Relation == narrative.Overlapping && !x.About && !y.About:
		return "changed", verdict
	case verdict.Relation != narrative.Disjoint:
		return "", verdict
	case !event.LookupMeasure(scope.Of).Grows:
		return "changed", verdict
	}
	lo, _, _ := narrative.DefaultReadings().Range(x)
	_, hi, _ := narrative.DefaultReadings().Range(y)
	if hi < lo {
		return "lowered", verdict
	}
	return "raised", verdict
}
