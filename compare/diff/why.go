package diff

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/internal/prose"
	"github.com/seed514b815a/rashomon/narrative"
)

// list names those with these ids, as a sentence does.
func (d *differ) list(ids []string) string {
	var out []string
	for _, id := range ids {
		out = append(out, d.cast.Name(id))
	}
	return prose.Series(out)
}

func (d *differ) says(s string) string { return compare.WithNames(s, d.cast.Name) }

// whyWent says that something no longer stands, and what came in its place.
func (d *differ) whyWent(c *Change) string {
	f, who := c.Was, d.list(c.Sides)
	verb := func(one, many string) string {
		if len(c.Sides) == 1 {
			return one
		}
		return many
	}
	on := fmt.Sprintf("on %s", f.Facet)
	if scope := d.scope(f.Scope); scope != "" {
		on += " (" + scope + ")"
	}
	silently := ""
	if len(c.By) == 0 {
		silently = ", though none of them is heard with anything new"
	}
	switch c.What {
	case "lapsed":
		return fmt.Sprintf("What the %s %s rested on is no longer among what is compared.", f.Outcome, on)
	case "answered":
		return fmt.Sprintf("%s, which had left it unanswered, now %s.", prose.Capital(who), d.answer(c.By))
	case "settled", "conflict-gone":
		return prose.Capital(fmt.Sprintf("%s no longer contradict%s %s%s.", who, verb("s itself", " each other"), on, silently))
	case "gap-filled":
		return prose.Capital(fmt.Sprintf("%s no longer %s it open %s.", who, verb("leaves", "leave"), on))
	case "gap-gone":
		return prose.Capital(fmt.Sprintf("%s %s no longer asked %s%s.", who, verb("is", "are"), on, silently))
	case "agreement-gone":
		return prose.Capital(fmt.Sprintf("%s no longer agree %s.", who, on))
	case "decided":
		return fmt.Sprintf("What was open %s is no longer so.", on)
	}
	return prose.Capital(fmt.Sprintf("the %s of %s %s is no longer found.", f.Outcome, who, on))
}

// answer says in which way words answer.
func (d *differ) answer(words []string) string {
	verbs := []string{"speaks of it", "declines to comment", "charges back", "denies it", "admits it"}
	best := 0
	for _, id := range words {
		a := d.is.assertions[id]
		if a == nil {
			continue
		}
		how := 0
		switch {
		case a.Claim.Act == narrative.Admit && a.Stance != narrative.Denies:
			how = 4
		case a.Stance == narrative.Denies:
			how = 3
		case a.Claim.Act == narrative.Accuse:
			how = 2
		case a.Claim.Act == narrative.Decline:
			how = 1
		}
		best = max(best, how)
	}
	return verbs[best]
}

// scope names an act and a figure.
func (d *differ) scope(s compare.Scope) string {
	var out []string
	if s.Agent != "" {
		out = append(out, "act of "+d.list(strings.Split(s.Agent, "+")))
	}
	if s.Of != "" {
		out = append(out, s.Of)
	}
	if s.Who != "" {
		out = append(out, "of "+d.list(strings.Split(s.Who, "+")))
	}
	for _, part := range []string{s.Among, s.Span} {
		if part != "" {
			out = append(out, part)
		}
	}
	return strings.Join(out, ", ")
}

// whyMoved says how the positions in a finding changed.
func (d *differ) whyMoved(f, g *compare.Finding, shifts []Shift) string {
	var parts []string
	for _, s := range shifts {
		name := d.cast.Name(s.Side)
		switch {
		case s.Was == nil:
			parts = append(parts, fmt.Sprintf("%s joins with %q", name, d.says(s.Is.Says)))
		case s.Is == nil:
			parts = append(parts, fmt.Sprintf("%s no longer stands in it with %q", name, d.says(s.Was.Says)))
		case !sameAnswers(s.Was.Says, s.Is.Says):
			parts = append(parts, fmt.Sprintf("%s says %q where it said %q", name, d.says(s.Is.Says), d.says(s.Was.Says)))
		default:
			parts = append(parts, fmt.Sprintf("%s says %q as before, %s", name, d.says(s.Is.Says), flagShift(s.Was.Flags, s.Is.Flags)))
		}
	}
	if f.Kind != g.Kind {
		parts = append(parts, fmt.Sprintf("it is %s and no longer %s", cmp.Or(g.Kind, "open"), cmp.Or(f.Kind, "open")))
	}
	if f.Force != g.Force {
		parts = append(parts, fmt.Sprintf("it is %s and no longer %s", g.Force, f.Force))
	}
	if !slices.Equal(f.Missing, g.Missing) {
		parts = append(parts, fmt.Sprintf("what is missing to decide is %s", cmp.Or(strings.Join(g.Missing, ", "), "nothing")))
	}
	return fmt.Sprintf("The %s on %s stands, and %s.", g.Outcome, g.Facet, prose.Series(parts))
}

// flagShift says which flags came and went.
func flagShift(was, is []string) string {
	var parts []string
	for _, f := range is {
		if !slices.Contains(was, f) {
			parts = append(parts, "now marked "+f)
		}
	}
	for _, f := range was {
		if !slices.Contains(is, f) {
			parts = append(parts, "no longer marked "+f)
		}
	}
	return strings.Join(parts, " and ")
}
