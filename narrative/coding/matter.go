package coding

import (
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/event"
)

// What is left unsaid is left unsaid of something: a remark belongs to the happening that
// was told before it, and a refusal to comment to what others say.

// silent makes the claims of a speech that tells what somebody leaves unsaid.
func (t *teller) silent(base claim) []claim {
	w := t.s.withheld
	c := base
	if !w.reported {
		c.Text = strings.Join(strings.Fields(t.text(w.words[0], w.words[1])), " ")
	}
	c.Act = narrative.Decline
	if w.unknown {
		c.Act = narrative.Assert
	}
	c.confidence = 0.7
	if w.ask[0] < w.ask[1] {
		c.focus, c.certainty = t.question(w.ask[0], w.ask[1]), narrative.NotKnown
		if c.focus == "" && t.asksLosses(w.ask[0], w.ask[1]) {
			c.focus = narrative.FacetCount
		}
		w.own = t.hasAny(w.ask[0], w.ask[1], "own")
		w.yet = t.hasAny(w.ask[0], w.ask[1], "would", "will", "might", "should", "plans")
		t.find(w.ask[0], w.ask[1])
		for _, h := range t.hs {
			if w.kind == "" {
				w.kind = h.kind
			}
			if c.focus == narrative.FacetCount && len(c.Count) == 0 && h.measure != "" {
				c.Count = []narrative.Count{{Of: h.measure}}
			}
		}
		for i := w.ask[0]; i < w.ask[1] && c.focus == narrative.FacetCount && len(c.Count) == 0; i++ {
			if m := t.loss(i); m != "" && m != "participants" {
				c.Count = []narrative.Count{{Of: m}}
			}
		}
		t.hs = nil
		if c.focus == narrative.FacetOccurrence && w.kind == "" {
			if c.focus = t.meansAsked(w.ask[0], w.ask[1]); c.focus == "" && !w.reported {
				return nil // whether something else is so
			}
		}
	}
	return []claim{c}
}

// meansAsked returns the facet means where words lo to hi name one: "whether water cannon
// had been used".
func (t *teller) meansAsked(lo, hi int) narrative.Facet {
	for i := lo; i < hi; i++ {
		if n, _ := t.meansAt(events(), i, hi); n > 0 {
			return narrative.FacetMeans
		}
	}
	return ""
}

// silents says of each word on what is left unsaid which happening it is about: the one
// that was told last, rather of the same kind and by the same side, or for a refusal to
// comment of another side and with a charge. Only now is it known what others say.
// A remark about nothing that anybody says is dropped.
func (r *reading) silents(as []narrative.Assertion, from []*speech) []narrative.Assertion {
	kept := as[:0:0]
	for i := range as {
		w := from[i].withheld
		if w == nil {
			kept = append(kept, as[i])
			continue
		}
		j := r.matter(as, from, i)
		if j < 0 {
			if as[i].Claim.Event = w.kind; w.reported {
				kept = append(kept, as[i])
			}
			continue
		}
		c, of := &as[i].Claim, &as[j].Claim
		c.Event, c.Agent, c.Target = of.Event, slices.Clone(of.Agent), slices.Clone(of.Target)
		if as[i].Focus == narrative.FacetCount && len(of.Count) > 0 {
			n := narrative.Count{Of: of.Count[0].Of, Who: of.Count[0].Who, Among: of.Count[0].Among}
			if len(c.Count) > 0 && c.Count[0].Of != n.Of {
				n = c.Count[0]
			}
			if w.own {
				n.Who, n.Among = []string{r.cast.Side(as[i].Party)}, nil
			}
			c.Count = []narrative.Count{n}
		}
		c.About = as[j].ID
		kept = append(kept, as[i])
	}
	return kept
}

// nearMatter is how many sentences back the matter of a remark may stand.
const nearMatter = 7

// matter returns the index of the assertion that word i on what is left unsaid is
// about, or -1.
func (r *reading) matter(as []narrative.Assertion, from []*speech, i int) int {
	a, w := &as[i], from[i].withheld
	side := r.cast.Side(a.Party)
	best, score := -1, 0
	for j := max(0, i-window); j < min(len(as), i+window); j++ {
		b := &as[j]
		if from[j].withheld != nil || b.Stance == narrative.Denies || b.Claim.Event == "" || b.Claim.Event == "statement" || b.Certainty == narrative.NotKnown || b.Claim.Act == narrative.Demand || b.Claim.Act == narrative.Promise || b.Claim.Act == narrative.Decline {
			continue
		}
		gap := r.ws[from[i].at].sent - r.ws[min(from[j].at, len(r.ws)-1)].sent
		if gap < 0 || gap > nearMatter {
			continue
		}
		n := 2*nearMatter - gap
		own := r.cast.Side(b.Party) == side
		consequence := event.Lookup(b.Claim.Event).Consequence
		if w.ask == [2]int{} || w.comment {
			if own {
				continue
			}
			if r.names(b.Claim.Agent, side) {
				n += 6
			}
			if b.Claim.Act == narrative.Accuse {
				n++
			}
			if len(b.Claim.Agent) > 0 {
				n++
			}
		} else {
			if own {
				n += 3
			}
			if w.yet && (w.kind == "" || !related(w.kind, b.Claim.Event)) {
				continue // "when talks would resume" is no question on what happened
			}
			switch {
			case w.kind == "":
			case w.kind == b.Claim.Event:
				n += 5
			case related(w.kind, b.Claim.Event):
				n += 3
			default:
				n -= 5
			}
			if consequence && a.Focus != narrative.FacetCount {
				n -= 5 // who, where and when are asked of what was done
			}
		}
		n += min(2, r.sharedWords(w.words, &b.Claim, from[j]))
		if n > score {
			best, score = j, n
		}
	}
	return best
}

// sharedWords counts the nouns of a remark that a claim names, or else its content.
func (r *reading) sharedWords(words [2]int, c *narrative.Claim, s *speech) int {
	shared := 0
	for i := words[0]; i < words[1]; i++ {
		if r.token(i).UPOS != english.NOUN {
			continue
		}
		l := strings.ToLower(r.token(i).Lemma)
		if slices.ContainsFunc(slices.Concat(c.Means, c.Target), func(name string) bool { return strings.HasSuffix(name, l) }) {
			shared += 2
			continue
		}
		for _, p := range s.content {
			for j := p[0]; j < min(p[1], p[0]+longestPhrase); j++ {
				if strings.EqualFold(r.token(j).Lemma, l) {
					shared++
					break
				}
			}
		}
	}
	return shared
}
