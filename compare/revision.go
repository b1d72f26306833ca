package compare

import (
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
// them for one answer: of the agents that a side names, all are meant.
func (q *inquiry) unite(j *Judge, hs []*holding) []*holding {
	if j.Unite == nil {
		return hs
	}
	var out []*holding
next:
	for _, h := range hs {
		for _, o := range out {
			if o.side() != h.side() || orderOf(o.first().said, h.first().said) != together {
				continue
			}
			if _, missing, ok := q.comparable(j.Facet, o, h); !ok || len(missing) > 0 {
				continue
			}
			if v, ok := j.Unite(q.m, o.v, h.v); ok {
				v.By = append(v.By[:len(v.By):len(v.By)], h.v.By...)
				o.v, o.words = v, append(o.words, h.words...)
				continue next
			}
		}
		out = append(out, &holding{append([]*word(nil), h.words...), h.v})
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
	bySide := map[string][]*holding{}
	for _, h := range hs {
		bySide[h.side()] = append(bySide[h.side()], h)
	}
	replaced := map[*holding]bool{}
	for _, side := range q.sides { // determinism: not in order of the map
		own := bySide[side]
		for i, u := range own {
			for _, v := range own[i+1:] {
				if err := q.revise(j, own, u, v, replaced); err != nil {
					return nil, err
				}
			}
		}
	}
	var standing []*holding
	for _, h := range hs {
		if !replaced[h] {
			standing = append(standing, h)
		}
	}
	return standing, nil
}

// revise compares two values of one side.
func (q *inquiry) revise(j *Judge, own []*holding, u, v *holding, replaced map[*holding]bool) error {
	// An open act, time or population replaces nothing.
	scope, missing, ok := q.comparable(j.Facet, u, v)
	if !ok || len(missing) > 0 {
		return nil
	}
	verdict, err := q.relate(j, u.v, v.v)
	if err != nil {
		return err
	}
	var o order
	if j.Facet == narrative.FacetCount {
		o = q.reviseCount(scope, own, u, v, replaced)
	} else {
		o = orderOf(u.first().said, v.first().said)
		if o == before || o == after {
			if o == after {
				u, v = v, u
			}
			replaced[u] = true
			switch verdict.Relation {
			case narrative.Overlapping, narrative.Disjoint, narrative.Opposed:
				if q.next(j.Facet, own, u, v) {
					q.out.pair(j.Facet, scope, Revision, "changed", u, v, verdict)
				}
			}
		}
	}
	if o == together {
		if outcome, _, ok := rule(j.Facet, verdict); ok && outcome == Conflict {
			q.out.pair(j.Facet, scope, Conflict, "inconsistent", u, v, verdict)
		}
	}
	return nil
}

// next reports whether nothing that the side said on the question stands between
// u and the later v: a revision is told step by step.
func (q *inquiry) next(f narrative.Facet, own []*holding, u, v *holding) bool {
	for _, w := range own {
		if w == u || w == v || q.follows(f, u, w) != before || q.follows(f, w, v) != before {
			continue
		}
		if _, missing, ok := q.comparable(f, u, w); !ok || len(missing) > 0 {
			continue
		}
		return false
	}
	return true
}

// follows orders two values of one side on a facet: figures by their as-of, then
// all by when they were said.
func (q *inquiry) follows(f narrative.Facet, u, v *holding) order {
	if f == narrative.FacetCount && !u.asOf().IsZero() && !v.asOf().IsZero() {
		switch {
		case u.asOf().Before(v.asOf()):
			return before
		case v.asOf().Before(u.asOf()):
			return after
		}
	}
	return orderOf(u.first().said, v.first().said)
}

// reviseCount compares two figures of one side for one population, and returns
// [together] where both are said of one moment at one moment.
//
// Only a toll that grows is raised or lowered. A figure of another measure for
// another moment stands beside the first: crowds come and go. Figures for one
// moment, told at two, are a revision of either.
func (q *inquiry) reviseCount(scope Scope, own []*holding, u, v *holding, replaced map[*holding]bool) order {
	x, y := u.v.Data.(narrative.Count), v.v.Data.(narrative.Count)
	r := narrative.RelateCounts(x, y)
	verdict := Verdict{Relation: r}
	entails := r == narrative.Same || r == narrative.Narrower || r == narrative.Broader
	grows := event.LookupMeasure(scope.Of).Grows
	o := unordered
	switch {
	case u.asOf().IsZero() || v.asOf().IsZero():
		o = toldOrder(u.first().a, v.first().a, x, y)
		if o == unordered {
			if !entails {
				verdict = Verdict{Missing: []string{"asOf"}}
				q.out.pair(narrative.FacetCount, scope, Undetermined, "", u, v, verdict)
			}
			return unordered
		}
	case u.asOf().Before(v.asOf()) || v.asOf().Before(u.asOf()):
		if !grows {
			return unordered
		}
		o = before
		if v.asOf().Before(u.asOf()) {
			o = after
		}
	default: // moments that may coincide are one
		o = orderOf(u.first().said, v.first().said)
	}
	if o == after {
		u, v, x, y = v, u, y, x
	}
	if o == before || o == after {
		replaced[u] = true
		if !entails && q.next(narrative.FacetCount, own, u, v) {
			kind := Kind("changed")
			if r == narrative.Disjoint && grows {
				lo, _, _ := narrative.DefaultReadings().Range(x)
				_, hi, _ := narrative.DefaultReadings().Range(y)
				if kind = "raised"; hi < lo {
					kind = "lowered"
				}
			}
			q.out.pair(narrative.FacetCount, scope, Revision, kind, u, v, verdict)
		}
	}
	return o
}
