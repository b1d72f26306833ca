package main

import (
	"slices"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/narrative"
)

// outcomes are the annotation's kinds in the library's words.
var outcomes = map[string]compare.Outcome{
	"agree": compare.Agreement, "conflict": compare.Conflict, "gap": compare.Gap, "denial": compare.Conflict, "revision": compare.Revision,
}

// facetOf is an aspect of the annotation in the library's word.
func facetOf(aspect string) string {
	switch aspect {
	case "casualties":
		return "count"
	case "characterization":
		return "label"
	}
	return aspect
}

// near lists the facets on which a denial may stand instead of the annotated one: who
// denies the shelling denies whose doing it was.
var near = map[string][]string{
	"responsibility": {"responsibility", "occurrence", "cause"},
	"occurrence":     {"occurrence", "responsibility", "status"},
	"label":          {"label", "occurrence", "responsibility"},
	"place":          {"place", "occurrence", "target"},
	"count":          {"count", "occurrence"},
	"means":          {"means", "occurrence", "responsibility", "cause"},
	"time":           {"time", "occurrence"},
}

// aboutItself are the kinds of gap that the silent side's own words show.
var aboutItself = []compare.Kind{"unquantified", "unknown", "declined", "relayed"}

// witnesses finds where the evidence of an annotated finding stands, and whose it is.
// Speaker and cue are set aside where the evidence says more.
func (m *findingMatch) witnesses(g *goldFinding) []witness {
	var out []witness
	for _, e := range g.Evidence {
		doc := e.Doc
		if doc == "" {
			doc = m.docs[0]
		}
		t := m.texts[doc]
		w := witness{doc: doc, sides: map[string]bool{}}
		for _, at := range t.occurrences(e.Text) {
			full, frame := t.cover(at), tokenSet{}
			for i := range t.Attributions {
				a := &t.Attributions[i]
				content := t.cover(a.Offsets.Content...)
				own := tokenSet{}
				for _, s := range [][]int{a.Offsets.Source, a.Offsets.Cue} {
					if len(s) == 2 {
						own.add(t.cover([2]int{s[0], s[1]}))
					}
				}
				own = own.without(content)
				told, framed := content.common(full), own.common(full)
				if told == 0 && (framed == 0 || len(full.without(own)) > 0) {
					continue
				}
				frame.add(own)
				if 2*(told+framed) >= len(full) {
					w.own(t, a)
				}
			}
			p := place{full.without(frame), false}
			if len(p.need) == 0 {
				p = place{full, true}
			}
			w.places = append(w.places, p)
		}
		if t.AuthorParty != nil && len(w.sides) == 0 {
			w.sides[t.side(*t.AuthorParty)] = true
		}
		out = append(out, w)
	}
	return out
}

// own notes the sides that the attribution a is of.
func (w *witness) own(t *goldText, a *goldAttribution) {
	if a.Party != nil && *a.Party != "" {
		w.sides[t.side(*a.Party)] = true
		return
	}
	for _, s := range a.JointSides {
		w.sides[s] = true
	}
}

// side returns the side of a party.
func (g *goldText) side(party string) string {
	for _, p := range g.Parties {
		if p.ID == party {
			return p.Side
		}
	}
	return party
}

// rests reports whether one of the words, of those that only admits, holds half the
// tokens of the evidence.
func (m *findingMatch) rests(w *witness, words []*compare.Assertion, only func(*compare.Assertion) bool) bool {
	for _, a := range words {
		x := m.shown[a.ID]
		if x == nil || x.doc != w.doc || only != nil && !only(a) {
			continue
		}
		for _, p := range w.places {
			cited := x.quoted
			if p.framed {
				cited = x.framed
			}
			if 2*p.need.common(cited) >= len(p.need) {
				return true
			}
		}
	}
	return false
}

// restsOnAny reports whether the words hold any of the evidence.
func (m *findingMatch) restsOnAny(ws []witness, words []*compare.Assertion, only func(*compare.Assertion) bool) bool {
	return slices.ContainsFunc(ws, func(w witness) bool { return m.rests(&w, words, only) })
}

// fits reports whether the finding is the annotated one.
func (m *findingMatch) fits(g *goldFinding, ws []witness, f *foundFinding) bool {
	most := max(6, 3*len(ws)) // who cites everything shows nothing
	if len(m.docs) > 1 {
		most = max(16, 3*len(ws))
	}
	mine := map[string]bool{}
	for _, p := range f.positions {
		mine[p.side] = true
		n := 0
		for _, a := range p.words {
			if m.shown[a.ID] != nil {
				n++
			}
		}
		if n > most {
			return false
		}
	}
	asked := func(side string) bool { return slices.Contains(g.Parties, side) }
	holdsAny := func(pred func(p *foundPosition) bool) bool {
		return slices.ContainsFunc(f.positions, func(p foundPosition) bool { return asked(p.side) && pred(&p) })
	}
	want := facetOf(g.Aspect)
	onFacet := want == "other" || string(f.Facet) == want
	nearby := slices.Contains(near[want], string(f.Facet))
	switch g.Kind {
	case "admission":
		return holdsAny(func(p *foundPosition) bool {
			return slices.Contains(p.flags, "admission") && m.restsOnAny(ws, p.words, nil)
		})
	case "gap":
		named := slices.ContainsFunc(g.Parties, func(s string) bool {
			return f.silent[s] || mine[s] && slices.Contains(aboutItself, f.Kind)
		})
		return f.Outcome == compare.Gap && onFacet && named && m.restsOnAny(ws, f.words(), nil)
	case "denial":
		denies := func(a *compare.Assertion) bool {
			return a.Stance == narrative.Denies || a.Claim.Act == narrative.Deny
		}
		if f.Outcome != compare.Gap && holdsAny(func(p *foundPosition) bool { return m.restsOnAny(ws, p.words, denies) }) {
			return true
		}
		return f.Outcome == compare.Conflict && (onFacet || nearby) && slices.ContainsFunc(g.Parties, func(s string) bool { return mine[s] }) && m.restsOnAny(ws, f.words(), nil)
	}
	framing := f.Outcome == compare.Framing && want == "label"
	if f.Outcome != outcomes[g.Kind] && !(g.Kind == "conflict" && framing) {
		return false
	}
	if !onFacet && !framing && !(g.Kind == "conflict" && f.Kind == "denial" && nearby) {
		return false
	}
	if slices.ContainsFunc(g.Parties, func(s string) bool { return !mine[s] }) {
		return false
	}
	if g.Kind == "revision" {
		return holdsAny(func(p *foundPosition) bool { return m.restsOnAny(ws, p.words, nil) })
	}
	return m.eachShown(g, ws, f)
}

// eachShown reports whether each side that has evidence of its own is cited with it;
// evidence of nobody counts for any.
func (m *findingMatch) eachShown(g *goldFinding, ws []witness, f *foundFinding) bool {
	have, got := map[string]bool{}, map[string]bool{}
	hits := 0
	for i := range ws {
		w := &ws[i]
		for s := range w.sides {
			if slices.Contains(g.Parties, s) {
				have[s] = true
			}
		}
		hit := slices.ContainsFunc(f.positions, func(p foundPosition) bool {
			return (len(w.sides) == 0 || w.sides[p.side]) && m.rests(w, p.words, nil)
		})
		if hit {
			hits++
			for s := range w.sides {
				got[s] = true
			}
		}
	}
	for s := range have {
		if !got[s] {
			return false
		}
	}
	return hits > 0 && (len(have) > 1 || len(g.Parties) < 2 || hits >= min(2, len(ws)))
}
