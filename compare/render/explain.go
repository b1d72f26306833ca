package render

import (
	"fmt"
	"strings"

	"github.com/seed514b815a/rashomon/compare"
)

// explained writes an explanation in lines: the law, the rule, the values as they
// were compared, the weights, and the neighbouring verdicts.
func explained(e *compare.Explanation) []string {
	if e == nil {
		return nil
	}
	law := "No law of its own: the table decides"
	if e.Law > 0 {
		law = fmt.Sprintf("Law %d: %s", e.Law, e.LawName)
	}
	out := []string{law, "Rule: " + e.Rule}
	if len(e.Pair) > 0 {
		var parts []string
		for _, v := range e.Pair {
			parts = append(parts, fmt.Sprintf("%s (%s)", v.Says, v.Assertion))
		}
		out = append(out, "Compared: "+strings.Join(parts, " with "))
	}
	if e.Match != nil {
		out = append(out, matchWords(e))
	}
	for _, v := range e.Near {
		s := v.Outcome.String()
		if v.Kind != "" {
			s += " (" + string(v.Kind) + ")"
		}
		out = append(out, fmt.Sprintf("Near: %s, %s", s, v.If))
	}
	return out
}

// matchWords tells why the two words are held to speak of one happening.
func matchWords(e *compare.Explanation) string {
	var levels []string
	for _, l := range e.Match.Levels {
		switch {
		case l.Bits != 0:
			levels = append(levels, fmt.Sprintf("%s %+.4g (%s)", l.Feature, l.Bits, l.Level))
		case e.Match.Bits == 0 && len(e.Match.Levels) == 1: // no weighing was needed
			return "One happening: " + l.Level
		}
	}
	how := "One happening, by"
	if !e.Joined {
		how = "One happening, through other words; these two weigh"
	}
	return fmt.Sprintf("%s %.4g bits: %s", how, e.Match.Bits, strings.Join(levels, ", "))
}
