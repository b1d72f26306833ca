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

// namer finds names and sides for ids, in sentences about two reports at once.
type namer struct {
	parties map[string]narrative.Party
	places  map[string]narrative.Place
}

func newNamer(parties []narrative.Party, places []narrative.Place) namer {
	n := namer{map[string]narrative.Party{}, map[string]narrative.Place{}}
	for _, p := range parties {
		n.parties[p.ID] = p
	}
	for _, p := range places {
		n.places[p.ID] = p
	}
	return n
}

func (n namer) of(id string) string { return cmp.Or(n.parties[id].Name, n.places[id].Name, id) }

func (n namer) list(ids []string) string {
	var out []string
	for _, id := range ids {
		out = append(out, n.of(id))
	}
	return prose.Series(out)
}

// says puts names in the place of ids in what a position says.
func (n namer) says(s string) string {
	values := strings.Split(s, "; ")
	for i, v := range values {
		members := strings.Split(v, ", ")
		for j, m := range members {
			members[j] = n.of(m)
		}
		values[i] = strings.Join(members, ", ")
	}
	return strings.Join(values, "; ")
}

// side follows a party, or a place, up to its side; a report that came from
// elsewhere may hold a cycle.
func (n namer) side(id string) string {
	for range len(n.parties) + len(n.places) {
		up := cmp.Or(n.parties[id].Of, n.places[id].Within)
		if up == "" {
			break
		}
		id = up
	}
	return id
}

// whyWent says that something no longer stands, and what came in its place.
func (d *differ) whyWent(c *Change) string {
	f, who := c.Was, d.name.list(c.Sides)
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
		out = append(out, "act of "+d.name.list(strings.Split(s.Agent, "+")))
	}
	if s.Of != "" {
		out = append(out, s.Of)
	}
	if s.Who != "" {
		out = append(out, "of "+d.name.list(strings.Split(s.Who, "+")))
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
		name := d.name.of(s.Side)
		switch {
		case s.Was == nil:
			parts = append(parts, fmt.Sprintf("%s joins with %q", name, d.name.says(s.Is.Says)))
		case s.Is == nil:
			parts = append(parts, fmt.Sprintf("%s no longer stands in it with %q", name, d.name.says(s.Was.Says)))
		case s.Was.Says != s.Is.Says:
			parts = append(parts, fmt.Sprintf("%s says %q where it said %q", name, d.name.says(s.Is.Says), d.name.says(s.Was.Says)))
		default:
			parts = append(parts, fmt.Sprintf("%s says %q as before, %s", name, d.name.says(s.Is.Says), flagShift(s.Was.Flags, s.Is.Flags)))
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
