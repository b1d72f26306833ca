package compare

import (
	"fmt"
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
	s.q.out.gap(f, Scope{}, kind, []string{s.side}, []*holding{{[]*word{w}, Value{Says: unsaidWords[kind]}}})
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
func (q *inquiry) whyUnsaid(f *Finding, d *draft) string {
	does := map[Kind]string{"unknown": "says that it isn't known yet", "declined": "declined to say", "unquantified": "speaks of losses without a figure"}[f.Kind]
	if t := d.x.strongest().a.Quoted(); t != "" {
		does += fmt.Sprintf(" (%q)", prose.Clip(t, 120))
	}
	return fmt.Sprintf("%s %s, and nobody says %s.", q.party(d.x), does, q.question(f))
}
