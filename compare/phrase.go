package compare

import (
	"cmp"
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"github.com/seed514b815a/rashomon/compare/relation"
	"github.com/seed514b815a/rashomon/internal/prose"
	"github.com/seed514b815a/rashomon/internal/table"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/event"
)

//go:embed tables/phrases.txt
var phrasesTxt string

var phrases = parsePhrases(phrasesTxt)

// phrasing is how a sentence names a kind of event.
type phrasing struct {
	noun string // with its article: "an attack"
	on   string // leads in whom it is done to: an attack "on"
}

// parsePhrases reads lines "kind: noun | preposition".
func parsePhrases(text string) map[string]phrasing {
	m := map[string]phrasing{}
	for line := range table.Lines(text) {
		kind, rest, ok := strings.Cut(line, ":")
		noun, on, both := strings.Cut(rest, "|")
		if !ok || !both {
			panic("compare: phrases.txt: no colon or bar in " + line)
		}
		m[kind] = phrasing{strings.TrimSpace(noun), strings.TrimSpace(on)}
	}
	return m
}

// phraseOf returns how to name a kind. One that the table doesn't know may be any
// word, and gets no article.
func phraseOf(kind string) phrasing {
	if p, ok := phrases[kind]; ok {
		return p
	}
	return phrasing{strings.ReplaceAll(kind, "-", " "), "of"}
}

// question is what a facet, in its scope, asks.
func (q *inquiry) question(f *Finding) string {
	agent := ""
	if f.Scope.Agent != "" {
		agent = q.names(strings.Split(f.Scope.Agent, "+"))
		if len(f.Silent) == 1 && f.Silent[0] == f.Scope.Agent {
			agent = "it"
			if q.b.plural(f.Silent[0]) {
				agent = "they"
			}
		}
	}
	switch f.Facet {
	case narrative.FacetOccurrence:
		return "whether it happened"
	case narrative.FacetResponsibility:
		return missing["agent"]
	case narrative.FacetCount:
		return q.howMany(f.Scope)
	}
	if agent != "" {
		if ask, ok := byAgent[f.Facet]; ok {
			return fmt.Sprintf(ask, agent)
		}
	}
	s := cmp.Or(missing[string(f.Facet)], string(f.Facet))
	if agent != "" {
		s += ", in the act of " + agent
	}
	return s
}

// byAgent is what a facet asks of somebody's act.
var byAgent = map[narrative.Facet]string{
	narrative.FacetTarget: "what %s hit",
	narrative.FacetPlace:  "where %s did so",
	narrative.FacetTime:   "when %s did so",
	narrative.FacetMeans:  "with what %s did so",
	narrative.FacetCause:  "why %s did so",
	narrative.FacetLabel:  "what to call what %s did",
}

// howMany asks for a figure.
func (q *inquiry) howMany(s Scope) string {
	who := ""
	if s.Who != "" {
		who = q.names(strings.Split(s.Who, "+"))
	}
	switch {
	case s.Of == "" && who == "":
		return "how many there were"
	case s.Of == "":
		return "how many there were of " + who
	case strings.HasSuffix(s.Of, "ed") || s.Of == "missing":
		if p := q.b.cast.Party(s.Who); p != nil && (p.Kind == "state" || p.Kind == "territory") {
			who += "'s people"
		}
		if who != "" {
			return "how many of " + who + " were " + s.Of
		}
		return "how many were " + s.Of
	case who != "":
		return "how many " + s.Of + " " + who + " had"
	}
	return "how many " + s.Of + " there were"
}

// tells says what a side says, with the quote: `Norlund blames Suvelia ("...")`.
func (q *inquiry) tells(f *Finding, h *holding) string {
	w := h.first()
	id, s := w.a.Party, ""
	switch {
	case w.mouthOf != nil:
		id = h.side()
		s = "reports it as " + q.b.called(w.mouthOf.a.Party) + "'s word"
	case w.denies:
		s = h.v.Says
	default:
		s = q.says(f, h)
	}
	s = q.b.agreeing(id, s)
	if w.mouthOf == nil && !w.denies && w.a.Certainty == narrative.Hedged {
		s = ", with a hedge, " + s
	} else {
		s = " " + s
	}
	s = q.b.called(id) + s
	if quote := w.a.Quoted(); quote != "" {
		s += fmt.Sprintf(" (%q)", prose.Clip(quote, 120))
	}
	return s
}

// says puts a value into the words of its facet.
func (q *inquiry) says(f *Finding, h *holding) string {
	var parts, marked []string // marked: plain words in quotation marks, since they are the source's
	for p := range strings.SplitSeq(h.v.Says, ", ") {
		name := q.b.called(p)
		parts = append(parts, name)
		if !relation.Known(q.b.cast, p) {
			name = strconv.Quote(name)
		}
		marked = append(marked, name)
	}
	list := prose.Series(parts)
	switch f.Facet {
	case narrative.FacetOccurrence:
		switch {
		case h.v.Says == "":
			return "speaks of it"
		case !event.Known(h.v.Says) && len(h.words) > 0 && h.first().a.Quoted() != "":
			return "tells of it" // the kind may be any word: the quote says it better
		}
		return "tells of " + phraseOf(h.v.Says).noun
	case narrative.FacetResponsibility:
		return q.blames(h, list)
	case narrative.FacetTarget:
		for i, p := range strings.Split(h.v.Says, ", ") {
			if len(h.words) > 0 && p == h.first().a.Party && !q.b.person(p) {
				marked[i] = "itself"
			}
		}
		return "names " + prose.Series(marked) + " as the target"
	case narrative.FacetPlace:
		for i, p := range strings.Split(h.v.Says, ", ") {
			if !relation.Known(q.b.cast, p) && !strings.HasSuffix(p, "s") {
				parts[i] = "the " + parts[i]
			}
		}
		return "puts it at " + prose.Series(parts)
	case narrative.FacetTime:
		return "dates it to " + prose.Time(h.v.Says)
	case narrative.FacetMeans:
		return "names " + list + " as the means"
	case narrative.FacetCount:
		n := grouped(h.v.Says)
		switch {
		case h.v.Scope.Of == "":
			return "counts " + n
		case n == "0":
			n = "no"
			if strings.HasSuffix(h.v.Scope.Of, "ed") || h.v.Scope.Of == "missing" {
				n = "nobody"
			}
		}
		return "counts " + n + " " + h.v.Scope.Of
	case narrative.FacetCause:
		return "names " + prose.Series(marked) + " as the cause"
	case narrative.FacetLabel:
		return "calls it " + prose.Series(marked)
	}
	return "says " + list
}

// blames says whose doing it was, or who holds a state.
func (q *inquiry) blames(h *holding, list string) string {
	if len(h.words) == 0 {
		return "names " + list
	}
	w := h.first()
	switch {
	case h.v.Says == w.side:
		return "says that it was its own doing"
	case w.kind.Nature == event.State:
		return "says that it is " + list
	case w.a.Claim.Act == narrative.Accuse:
		return "blames " + list
	}
	return "names " + list
}

// grouped puts commas into the long numbers of a figure: "about 12,000".
func grouped(figure string) string {
	words := strings.Split(figure, " ")
	for i, w := range words {
		if n, err := strconv.ParseInt(w, 10, 64); err != nil || n < 10000 {
			continue
		}
		for at := len(w) - 3; at > 0; at -= 3 {
			w = w[:at] + "," + w[at:]
		}
		words[i] = w
	}
	return strings.Join(words, " ")
}

// deniedText tells what a denial rejects.
func (q *inquiry) deniedText(d *word) string {
	c := d.contentOf(d.focus() == narrative.FacetLabel)
	if c.empty() {
		if t := q.about(d); t != nil {
			return "denies what " + q.b.called(t.a.Party) + " says"
		}
		return "denies it"
	}
	what, on := "it", "of"
	if c.event != "" {
		p := phraseOf(c.event)
		what, on = p.noun, p.on
	}
	switch d.focus() {
	case narrative.FacetLabel:
		return "denies that it was " + strings.Join(c.label, ", ")
	case narrative.FacetResponsibility:
		return "denies having part in " + what
	case narrative.FacetOccurrence:
		own := len(d.agents) == 1 && d.agents[0] == d.side && !q.b.person(d.a.Party)
		for _, part := range []struct {
			link string
			ids  []string
		}{{on, c.target}, {"by", d.a.Claim.Agent}, {"at", c.place}, {"with", c.means}} {
			switch {
			case len(part.ids) == 0:
			case part.link == "by" && own:
				what += " by its own side"
			default:
				what += " " + part.link + " " + q.things(part.ids)
			}
		}
		if !c.time.IsZero() {
			what += ", " + prose.Time(c.time.String())
		}
	default:
		what = "the " + string(d.focus()) + " of " + what
	}
	return "denies " + what
}

// things names what a denial speaks of: parties and places by name, plain words in
// quotation marks.
func (q *inquiry) things(ids []string) string {
	var out []string
	for _, id := range ids {
		name := q.b.called(id)
		if !relation.Known(q.b.cast, id) {
			name = strconv.Quote(name)
		}
		out = append(out, name)
	}
	return prose.Series(out)
}
