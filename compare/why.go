package compare

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/seed514b815a/rashomon/narrative"
)

// why says in a sentence what the finding rests on: the two values of the
// strongest pair, and the words in which they were given.
func (q *inquiry) why(f *Finding, d *draft) string {
	what := q.about1(f)
	switch f.Outcome {
	case Gap:
		return q.whyGap(f, d, what)
	case Undetermined:
		return fmt.Sprintf("%s and %s can't be held against each other%s: %s is missing.", q.tells(d.x), q.tells(d.y), what, series(f.Missing))
	case Revision:
		return fmt.Sprintf("%s %s%s: %s.", q.party(d.x), revised[f.Kind], what, q.steps(d.x, d.y))
	}
	s := fmt.Sprintf("%s, and %s: ", q.tells(d.x), q.tells(d.y))
	s += reasons[f.Outcome.String()+"/"+string(f.Kind)] + what
	if d.verdict.Why != "" {
		s += "; " + d.verdict.Why
	}
	return s + "."
}

// reasons say what the pair comes to.
var reasons = map[string]string{
	"agreement/exact":            "they agree",
	"agreement/approximate":      "they agree, as far as a rough figure can",
	"agreement/narrower":         "they agree, and one says more than the other",
	"compatible/overlapping":     "both can be true, and neither follows from the other",
	"compatible/different-scope": "both can be true, since they speak of different parts or moments",
	"conflict/denial":            "one denies what the other says",
	"conflict/mirror-accusation": "each blames the other",
	"conflict/disjoint":          "both can't be true",
	"conflict/status":            "both can't be so at one time",
	"conflict/representation":    "one denies that it was said",
	"conflict/cause":             "they give causes that exclude each other",
	"conflict/inconsistent":      "one side says both at one moment",
	"framing/opposed":            "they give one act opposite names",
	"framing/different":          "they give one act different names",
}

var revised = map[Kind]string{
	"raised":    "has raised its figure",
	"lowered":   "has lowered its figure",
	"withdrawn": "takes back what it said",
	"changed":   "now says something else",
}

// steps tells an earlier and a later value in that order.
func (q *inquiry) steps(x, y *holding) string {
	if o := orderOf(x.asOf(), y.asOf()); o == after || o != before && orderOf(x.first().said, y.first().said) == after {
		x, y = y, x
	}
	return fmt.Sprintf("first %s, later %s", q.value(x), q.value(y))
}

func (q *inquiry) whyGap(f *Finding, d *draft, what string) string {
	silent := q.names(f.Silent)
	be, do := "is", "does"
	if len(f.Silent) > 1 {
		be, do = "are", "do"
	}
	switch f.Kind {
	case "shared":
		return fmt.Sprintf("Nobody says%s, which an event of this kind calls for.", what)
	case "relayed":
		return fmt.Sprintf("What %s said stands here only in the words of %s.", silent, q.party(d.x))
	case "unanswered":
		return fmt.Sprintf("%s, and in these sources %s neither %s nor %s.", q.tells(d.x), silent, plural(f.Silent, "denies it, admits it", "deny it, admit it"), plural(f.Silent, "charges anybody else", "charge anybody else"))
	case "declined":
		return fmt.Sprintf("%s, and %s declined to comment.", q.tells(d.x), silent)
	case "unquantified":
		return fmt.Sprintf("%s, and %s %s so without a figure.", q.tells(d.x), silent, plural(f.Silent, "says", "say"))
	case "unknown":
		return fmt.Sprintf("%s, and %s %s that this is not known yet.", q.tells(d.x), silent, plural(f.Silent, "says", "say"))
	}
	if f.Facet == narrative.FacetOccurrence {
		return fmt.Sprintf("%s, and %s %s not heard in these sources.", q.tells(d.x), silent, be)
	}
	return fmt.Sprintf("%s, and in these sources %s %s not say%s.", q.tells(d.x), silent, do, what)
}

func plural(list []string, one, many string) string {
	if len(list) == 1 {
		return one
	}
	return many
}

// about1 names the facet and its scope in the words of a question.
func (q *inquiry) about1(f *Finding) string {
	s := map[narrative.Facet]string{
		narrative.FacetOccurrence:     "whether it happened",
		narrative.FacetResponsibility: "whose doing it was",
		narrative.FacetTarget:         "what was hit",
		narrative.FacetPlace:          "where it was",
		narrative.FacetTime:           "when it was",
		narrative.FacetMeans:          "with what it was done",
		narrative.FacetCount:          "how many there were",
		narrative.FacetCause:          "why it came about",
		narrative.FacetLabel:          "what to call it",
	}[f.Facet]
	if s == "" {
		s = string(f.Facet)
	}
	if f.Scope.Of != "" {
		s = "how many were " + f.Scope.Of
		if f.Scope.Who != "" {
			s += " of " + q.names(strings.Split(f.Scope.Who, "+"))
		}
	}
	if f.Outcome == Gap {
		return " " + s
	}
	return " on " + s
}

// tells says who says what: "Norlund says 49 ("forty-nine died")".
func (q *inquiry) tells(h *holding) string {
	if h == nil {
		return "nobody"
	}
	verb := "says"
	if h.first().a.Certainty == narrative.Hedged {
		verb = "says with a hedge"
	}
	switch {
	case h.first().mouthOf != nil:
		return fmt.Sprintf("%s reports %s", q.party(h), q.value(h))
	case h.first().denies:
		return fmt.Sprintf("%s %s", q.party(h), q.value(h))
	}
	return fmt.Sprintf("%s %s %s", q.party(h), verb, q.value(h))
}

// value shows a value in names, with the quote that it stands on.
func (q *inquiry) value(h *holding) string {
	parts := strings.Split(h.v.Says, ", ")
	for i, p := range parts {
		parts[i] = q.b.name(p)
	}
	s := strings.Join(parts, ", ")
	if quote := quoteOf(h.first().a); quote != "" {
		s += fmt.Sprintf(" (%q)", clip(quote, 120))
	}
	return s
}

func (q *inquiry) party(h *holding) string {
	if h.first().mouthOf != nil {
		return q.b.name(h.side())
	}
	return q.b.name(h.first().a.Party)
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
			return "denies what " + t.a.Party + " says"
		}
		return "denies it"
	}
	what := cmp.Or(strings.ReplaceAll(c.event, "-", " "), "it")
	switch d.focus() {
	case narrative.FacetLabel:
		return "denies that it was " + strings.Join(c.label, ", ")
	case narrative.FacetResponsibility:
		return "denies having part in " + what
	case narrative.FacetOccurrence:
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
