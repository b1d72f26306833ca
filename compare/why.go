package compare

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/seed514b815a/rashomon/internal/prose"
	"github.com/seed514b815a/rashomon/narrative"
)

// why says in a sentence what the finding rests on: what the strongest pair says,
// in which words, and what that comes to.
func (q *inquiry) why(f *Finding, d *draft) string {
	switch f.Outcome {
	case Gap:
		return prose.Capital(q.whyGap(f, d))
	case Revision:
		return prose.Capital(q.whyRevision(f, d))
	case Undetermined:
		var open []string
		for _, m := range f.Missing {
			open = append(open, cmp.Or(missing[m], m))
		}
		if f.Facet == narrative.FacetCause && len(open) == 1 && f.Missing[0] == "cause" {
			return prose.Capital(q.both(f, d)) + ": whether both can be true is open."
		}
		return fmt.Sprintf("%s: that can't be settled without knowing %s.", prose.Capital(q.both(f, d)), prose.Series(open))
	}
	s := prose.Capital(q.both(f, d)) + ": " + q.reason(f, d)
	if d.verdict.Why != "" {
		s += ", since " + d.verdict.Why
	}
	return s + "."
}

// both says what the two values of a pair are.
func (q *inquiry) both(f *Finding, d *draft) string {
	x, y := q.tells(f, d.x), q.tells(f, d.y)
	if name := q.party(d.x); name == q.party(d.y) {
		return x + ", and also " + strings.TrimPrefix(strings.TrimPrefix(y, name), " ")
	}
	return x + ", and " + y
}

// reason says what a pair comes to.
func (q *inquiry) reason(f *Finding, d *draft) string {
	if f.Outcome == Agreement && f.Kind == "narrower" {
		switch d.verdict.Relation {
		case narrative.Overlapping:
			return "they agree that something of the kind happened"
		case narrative.Narrower:
			return "the two agree, and " + q.party(d.x) + " says it more exactly"
		case narrative.Broader:
			return "the two agree, and " + q.party(d.y) + " says it more exactly"
		}
	}
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
		return fmt.Sprintf("nobody says %s, though an event of this kind calls for it.", q.question(f))
	}
	if w := q.opener(f, d); w != nil {
		return q.whyUnsaid(f, w)
	}
	silent := q.names(f.Silent)
	verb := func(one, many string) string {
		if len(f.Silent) == 1 && !q.b.plural(f.Silent[0]) {
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
