package compare

import (
	"fmt"
	"maps"
	"slices"

	"github.com/seed514b815a/rashomon/internal/prose"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/event"
)

// What a side leaves open by its own word is a gap although nobody else fills it:
// losses conceded without a figure, a toll that is being established, a refusal to
// say when. Where somebody else gives the value, gap.go has noted it already; and
// that nobody gives what the kind of event calls for stands there as well, but names
// no words. Here the position is the side's own, so that a reader finds the words.

// unsaid notes what the side says that it leaves open, and nobody gives.
func (s *silence) unsaid() {
	for _, w := range s.own {
		s.leavesOpen(w)
		s.concedes(w)
	}
}

// leavesOpen notes that the word puts a facet in focus and says nothing of it: it
// isn't known yet, or the side declined to say.
func (s *silence) leavesOpen(w *word) {
	f, kind := w.a.Focus, Kind("")
	switch {
	case f == "" || len(s.holders(f)) > 0:
		return
	case w.notKnowing():
		kind = "unknown"
	case w.declines() && !(f == narrative.FacetResponsibility && len(s.asked) > 0): // a refusal to answer a charge is in charges
		kind = "declined"
	default:
		return
	}
	s.q.out.gap(f, Scope{}, kind, []string{s.side}, s.q.open(w, kind))
}

// open is the position of a word that leaves something open. One that is the report's
// remark and no quote is shown beside what was said of the happening: by the same side,
// or else by whom the remark is about.
func (q *inquiry) open(w *word, kind Kind) []*holding {
	h := &holding{[]*word{w}, Value{Says: unsaidWords[kind]}}
	if len(w.a.Quotes) > 0 {
		return []*holding{h}
	}
	for _, o := range q.words {
		if o.side == w.side && o.stands(narrative.FacetOccurrence) && !o.denies && len(o.a.Quotes) > 0 && event.IsA(o.a.Claim.Event, w.a.Claim.Event) {
			h.words = append(h.words, o)
		}
	}
	out := []*holding{h}
	if t := q.byID[w.a.Claim.About]; t != nil && t.side != w.side && t.own() && len(t.a.Quotes) > 0 {
		out = append(out, &holding{[]*word{t}, Value{Says: t.a.Claim.Event}})
	}
	return out
}

// opener returns the word by which a gap was left open, nil for another gap.
func (q *inquiry) opener(f *Finding, d *draft) *word {
	for _, side := range sortedKeys(d.positions) {
		words := slices.SortedFunc(maps.Keys(d.positions[side]), stronger)
		for _, w := range words {
			if w.a.Focus == f.Facet && (f.Kind == "declined" && w.declines() || f.Kind == "unknown" && w.notKnowing()) {
				return w
			}
		}
		if f.Kind == "unquantified" && d.silent[side] {
			return words[0]
		}
	}
	return nil
}

// unsaidWords is what the position of such a gap says.
var unsaidWords = map[Kind]string{"unknown": "not known yet", "declined": "declined to say", "unquantified": "no figure"}

// concedes notes losses of the side's own that it counts without a figure, where the
// kind of event calls for one and nobody has one.
func (s *silence) concedes(w *word) {
	if w.denies || !w.stands(narrative.FacetOccurrence) || w.a.Claim.Event == reported ||
		!slices.ContainsFunc(w.kind.Checklist, func(i event.Item) bool { return i.Facet == narrative.FacetCount }) {
		return
	}
	for _, c := range w.a.Claim.Count {
		who := s.q.b.population(c.Who)
		if c.Min != nil || c.Max != nil || !event.LookupMeasure(c.Of).Loss || !slices.Contains(s.q.b.sidesOf(c.Who), s.side) {
			continue
		}
		given := slices.ContainsFunc(s.holders(narrative.FacetCount), func(h *holding) bool {
			x := h.v.Scope
			return x.Of == c.Of && (x.Who == who || x.Who == "")
		})
		if !given {
			s.q.out.gap(narrative.FacetCount, Scope{Of: c.Of, Who: who}, "unquantified", []string{s.side}, []*holding{{[]*word{w}, Value{Says: unsaidWords["unquantified"]}}})
		}
	}
}

// whyUnsaid is the reason of such a gap.
func (q *inquiry) whyUnsaid(f *Finding, w *word) string {
	does := map[Kind]string{"unknown": "says that it isn't known yet", "declined": "declined to say", "unquantified": "speaks of losses without a figure"}[f.Kind]
	if t := w.a.Quoted(); t != "" {
		does += fmt.Sprintf(" (%q)", prose.Clip(t, 120))
	}
	return fmt.Sprintf("%s %s, and nobody says %s.", q.party(&holding{words: []*word{w}}), does, q.question(f))
}
