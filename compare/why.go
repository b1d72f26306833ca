package compare

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/event"
)

// why says in a sentence what the finding rests on: what the strongest pair says,
// in which words, and what that comes to.
func (q *inquiry) why(f *Finding, d *draft) string {
	switch f.Outcome {
	case Gap:
		return capital(q.whyGap(f, d))
	case Revision:
		return capital(q.whyRevision(f, d))
	case Undetermined:
		var open []string
		for _, m := range f.Missing {
			open = append(open, cmp.Or(missing[m], m))
		}
		if f.Facet == narrative.FacetCause && len(open) == 1 && f.Missing[0] == "cause" {
			return capital(q.tells(f, d.x)) + ", and " + q.tells(f, d.y) + ": whether both can be true is open."
		}
		return fmt.Sprintf("%s, and %s: what that comes to is open as long as it isn't said %s.", capital(q.tells(f, d.x)), q.tells(f, d.y), series(open))
	}
	s := fmt.Sprintf("%s, and %s: %s", capital(q.tells(f, d.x)), q.tells(f, d.y), q.reason(f))
	if d.verdict.Why != "" {
		s += ", since " + d.verdict.Why
	}
	return s + "."
}

// reason says what a pair comes to.
func (q *inquiry) reason(f *Finding) string {
	if f.Kind == "different-scope" {
		switch f.Facet {
		case narrative.FacetCount:
			return "both can be true, since the figures are of different moments"
		case narrative.FacetTime:
			return "both can be true, since it may have been at both times"
		}
	}
	return reasons[f.Outcome][f.Kind]
}

var reasons = map[Outcome]map[Kind]string{
	Agreement: {
		"exact":       "the two agree",
		"approximate": "the two agree, as far as a rough figure can",
		"narrower":    "the two agree, and one says more than the other",
	},
	Compatible: {
		"overlapping":     "both can be true, and neither follows from the other",
		"different-scope": "both can be true, since neither says that this is all",
	},
	Conflict: {
		"denial":            "one denies what the other says",
		"mirror-accusation": "each blames the other",
		"disjoint":          "both can't be true",
		"status":            "both can't be so at one time",
		"representation":    "one denies that it was ever said",
		"cause":             "both can't be the cause",
		"inconsistent":      "one side says both, neither of them later than the other",
	},
	Framing: {
		"opposed":   "it is one act, under names that exclude each other",
		"different": "it is one act, under two names",
	},
}

// missing says in words what a field would tell.
var missing = map[string]string{
	"agent":  "whose doing it was",
	"among":  "which of them are counted",
	"asOf":   "as of when the figure is",
	"cause":  "why it came about",
	"count":  "how many there were",
	"event":  "what kind of event it was",
	"label":  "what to call it",
	"means":  "with what it was done",
	"place":  "where it was",
	"target": "what was hit",
	"time":   "when it was",
	"who":    "who is counted",
}

func (q *inquiry) whyRevision(f *Finding, d *draft) string {
	x, y := d.x, d.y
	if o := orderOf(x.asOf(), y.asOf()); o == after || o != before && orderOf(x.first().said, y.first().said) == after {
		x, y = y, x
	}
	end := map[Kind]string{
		"raised":    "the figure is raised",
		"lowered":   "the figure is lowered",
		"withdrawn": "it takes that back",
		"changed":   "it no longer says the same",
	}[f.Kind]
	return fmt.Sprintf("%s, and later %s: %s.", q.tells(f, x), q.tells(f, y), end)
}

func (q *inquiry) whyGap(f *Finding, d *draft) string {
	if f.Kind == "shared" {
		return fmt.Sprintf("nobody says %s, which an event of this kind calls for.", q.question(f))
	}
	if slices.Contains(f.Silent, d.x.side()) {
		return q.whyUnsaid(f, d)
	}
	silent := q.names(f.Silent)
	verb := func(one, many string) string {
		if len(f.Silent) == 1 {
			return one
		}
		return many
	}
	switch f.Kind {
	case "relayed":
		return fmt.Sprintf("what %s said stands here only in the words of %s.", silent, q.party(d.x))
	case "unanswered":
		return fmt.Sprintf("%s, and in these sources %s neither %s nor %s anybody else.", q.tells(f, d.x), silent, verb("denies it, admits it", "deny it, admit it"), verb("charges", "charge"))
	case "declined":
		return fmt.Sprintf("%s, and %s declined to comment.", q.tells(f, d.x), silent)
	case "unquantified":
		return fmt.Sprintf("%s, and %s %s of them without a figure.", q.tells(f, d.x), silent, verb("speaks", "speak"))
	case "unknown":
		return fmt.Sprintf("%s, and %s %s that it isn't known yet.", q.tells(f, d.x), silent, verb("says", "say"))
	}
	if f.Facet == narrative.FacetOccurrence {
		return fmt.Sprintf("%s, and %s %s not heard on it in these sources.", q.tells(f, d.x), silent, verb("is", "are"))
	}
	return fmt.Sprintf("%s, and in these sources %s %s not say %s.", q.tells(f, d.x), silent, verb("does", "do"), q.question(f))
}

// question is what a facet, in its scope, asks.
func (q *inquiry) question(f *Finding) string {
	switch f.Facet {
	case narrative.FacetOccurrence:
		return "whether it happened"
	case narrative.FacetResponsibility:
		return missing["agent"]
	case narrative.FacetCount:
		s := "how many there were"
		if f.Scope.Of != "" {
			s = "how many were " + f.Scope.Of
		}
		if f.Scope.Who != "" {
			s += " of " + q.names(strings.Split(f.Scope.Who, "+"))
		}
		return s
	}
	s := cmp.Or(missing[string(f.Facet)], string(f.Facet))
	if f.Scope.Agent != "" {
		s += ", in the act of " + q.names(strings.Split(f.Scope.Agent, "+"))
	}
	return s
}

// withArticle puts "a" or "an" before a kind of event, where English wants it; not
// before a kind that the table doesn't know, which may be any word.
func withArticle(kind string) string {
	switch {
	case !event.Known(strings.ReplaceAll(kind, " ", "-")):
		return kind
	case strings.HasSuffix(kind, "ing"), strings.HasSuffix(kind, "s"), kind == "sabotage", kind == "damage", kind == "control", kind == "detention", kind == "torture", kind == "aid":
		return kind
	case kind != "" && strings.ContainsRune("aeiou", rune(kind[0])):
		return "an " + kind
	}
	return "a " + kind
}

// tells says what a side says, with the quote: `Norlund names Suvelia ("...")`.
func (q *inquiry) tells(f *Finding, h *holding) string {
	w := h.strongest()
	s := q.party(h)
	switch {
	case w.mouthOf != nil:
		s += " reports it as " + q.b.name(w.mouthOf.a.Party) + "'s word"
	case w.denies:
		s += " " + h.v.Says
	default:
		if w.a.Certainty == narrative.Hedged {
			s += ", with a hedge,"
		}
		s += " " + q.says(f, h)
	}
	if quote := quoteOf(w.a); quote != "" {
		s += fmt.Sprintf(" (%q)", clip(quote, 120))
	}
	return s
}

// says puts a value into the words of its facet.
func (q *inquiry) says(f *Finding, h *holding) string {
	var parts []string
	for p := range strings.SplitSeq(h.v.Says, ", ") {
		parts = append(parts, q.b.name(p))
	}
	list := series(parts)
	switch f.Facet {
	case narrative.FacetOccurrence:
		if h.v.Says == "" {
			return "speaks of it"
		}
		return "tells of " + withArticle(strings.ReplaceAll(list, "-", " "))
	case narrative.FacetResponsibility:
		return "names " + list
	case narrative.FacetTarget:
		return "names as the target " + list
	case narrative.FacetPlace:
		return "puts it at " + list
	case narrative.FacetTime:
		return "dates it to " + inWords(h.v.Says)
	case narrative.FacetMeans:
		return "names as the means " + list
	case narrative.FacetCount:
		if s := h.v.Scope; s.Of != "" {
			return "counts " + h.v.Says + " " + s.Of
		}
		return "counts " + h.v.Says
	case narrative.FacetCause:
		return "names as the cause " + list
	case narrative.FacetLabel:
		return "calls it " + list
	}
	return "says " + list
}

// inWords writes a time as people do, where it is a day, a month, a time of day,
// or an interval between such; else as it is.
func inWords(t string) string {
	if from, to, ok := strings.Cut(t, "/"); ok {
		switch {
		case from == "" || from == "..":
			return "until " + inWords(to)
		case to == "" || to == "..":
			return "since " + inWords(from)
		}
		return inWords(from) + " to " + inWords(to)
	}
	for _, f := range [...]struct{ from, to string }{
		{"2006-01-02T15:04:05Z07:00", "2 January 2006, 15:04"}, {"2006-01-02T15:04Z07:00", "2 January 2006, 15:04"},
		{"2006-01-02T15:04:05", "2 January 2006, 15:04"}, {"2006-01-02T15:04", "2 January 2006, 15:04"},
		{"2006-01-02", "2 January 2006"}, {"2006-01", "January 2006"},
	} {
		if d, err := time.Parse(f.from, t); err == nil {
			return d.Format(f.to)
		}
	}
	return t
}

func (q *inquiry) party(h *holding) string {
	if h.first().mouthOf != nil {
		return q.b.name(h.side())
	}
	return q.b.name(h.strongest().a.Party)
}

func (q *inquiry) names(ids []string) string {
	var out []string
	for _, id := range ids {
		out = append(out, q.b.name(id))
	}
	return series(out)
}

// series joins words as a sentence does.
func series(list []string) string {
	switch n := len(list); n {
	case 0:
		return "nobody"
	case 1:
		return list[0]
	default:
		return strings.Join(list[:n-1], ", ") + " and " + list[n-1]
	}
}

// deniedText tells what a denial rejects.
func (q *inquiry) deniedText(d *word) string {
	c := d.contentOf(d.focus() == narrative.FacetLabel)
	if c.empty() {
		if t := q.about(d); t != nil {
			return "denies what " + q.b.name(t.a.Party) + " says"
		}
		return "denies it"
	}
	what := "it"
	if c.event != "" {
		what = withArticle(strings.ReplaceAll(c.event, "-", " "))
	}
	switch d.focus() {
	case narrative.FacetLabel:
		return "denies that it was " + strings.Join(c.label, ", ")
	case narrative.FacetResponsibility:
		return "denies having part in " + what
	case narrative.FacetOccurrence:
		for _, part := range []struct {
			link string
			ids  []string
		}{{" by ", d.a.Claim.Agent}, {" of ", c.target}, {" at ", c.place}, {" with ", c.means}} {
			if len(part.ids) > 0 {
				what += part.link + q.names(part.ids)
			}
		}
		if !c.time.IsZero() {
			what += ", " + inWords(c.time.String())
		}
	default:
		what = "the " + string(d.focus()) + " of " + what
	}
	return "denies " + what
}

// quoteOf returns the quote of an assertion, its pieces joined.
func quoteOf(a *narrative.Assertion) string {
	var parts []string
	for _, p := range a.Quotes {
		parts = append(parts, strings.Join(strings.Fields(p.Exact), " "))
	}
	return strings.Join(parts, " ... ")
}

// clip shortens a text to about n bytes, at a space where there is one.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	cut := strings.ToValidUTF8(s[:n], "")
	if i := strings.LastIndexByte(cut, ' '); i > n/2 {
		cut = cut[:i]
	}
	return cut + "..."
}
