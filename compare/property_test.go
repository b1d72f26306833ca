package compare_test

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/internal/random"
	"github.com/seed514b815a/rashomon/narrative"
)

func TestShuffledInputGivesTheSameBytes(t *testing.T) {
	for i := range random.Rounds(t, 2000) {
		g := random.New(uint64(i))
		d := g.Dossier(8)
		if i%2 == 0 { // alignment too
			d.Decisions = nil
		}
		_, want := report(t, d)
		procs := runtime.GOMAXPROCS(1 + i%8)
		_, got := report(t, g.Shuffled(d))
		runtime.GOMAXPROCS(procs)
		if got != want {
			t.Fatalf("seed %d: another order gives another report:\n%s", i, firstDifference(want, got))
		}
	}
}

func firstDifference(a, b string) string {
	as, bs := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(as), len(bs)) {
		if as[i] != bs[i] {
			return fmt.Sprintf("line %d\n- %s\n+ %s", i+1, as[i], bs[i])
		}
	}
	return "one is longer"
}

// facts writes the findings of a report without ids, order and reasons, with the
// sides renamed.
func facts(r *compare.Report, rename func(string) string) []string {
	var out []string
	sides := func(list []string) string {
		list = slices.Clone(list)
		for i := range list {
			list[i] = rename(list[i])
		}
		slices.Sort(list)
		return strings.Join(list, "+")
	}
	for is, f := range r.All() {
		var ps []string
		for _, p := range f.Positions {
			ids := slices.Sorted(slices.Values(p.Assertions))
			ps = append(ps, fmt.Sprint(rename(p.Side), ids, p.Flags, len(p.Origins)))
		}
		slices.Sort(ps)
		var agent, who []string
		if f.Scope.Agent != "" {
			agent = strings.Split(f.Scope.Agent, "+")
		}
		if f.Scope.Who != "" {
			who = strings.Split(f.Scope.Who, "+")
		}
		out = append(out, fmt.Sprint(is.Assertions, " ", f.Facet, " {", sides(agent), " ", f.Scope.Of, " ", sides(who), " ", f.Scope.Among, " ", f.Scope.Span, "} ",
			f.Outcome, " ", f.Kind, " ", f.Force, " ", f.Strength, " ", ps, " silent ", sides(f.Silent), " missing ", f.Missing))
	}
	slices.Sort(out)
	return out
}

func same(s string) string { return s }

// Law 12: whoever takes the place of whom, the rules are the same.
func TestExchangedPartiesGiveTheExchangedReport(t *testing.T) {
	for i := range random.Rounds(t, 2000) {
		d := random.New(uint64(i)).Dossier(8)
		d.Places[2].Within = "cedar" // a place that isn't exchanged with the sides
		r, _ := report(t, d)
		s, _ := report(t, exchanged(d))
		want, got := facts(r, swapped), facts(s, same)
		if !slices.Equal(want, got) {
			t.Fatalf("seed %d: %s", i, firstDifference(strings.Join(want, "\n"), strings.Join(got, "\n")))
		}
	}
}

// swapped names the party that takes a party's place.
func swapped(id string) string {
	if to, ok := map[string]string{"ash": "birch", "ash-army": "birch-office", "birch": "ash", "birch-office": "ash-army"}[id]; ok {
		return to
	}
	return id
}

// exchanged returns d with the parties in each other's place.
func exchanged(d *narrative.Dossier) *narrative.Dossier {
	list := func(ids []string) []string {
		out := slices.Clone(ids)
		for i := range out {
			out[i] = swapped(out[i])
		}
		return out
	}
	e := *d
	e.Assertions = slices.Clone(e.Assertions)
	for j := range e.Assertions {
		a := &e.Assertions[j]
		a.Party, a.Origin = swapped(a.Party), swapped(a.Origin)
		a.Chain = slices.Clone(a.Chain)
		for k := range a.Chain {
			a.Chain[k].Party = swapped(a.Chain[k].Party)
		}
		a.Claim.Agent, a.Claim.Target = list(a.Claim.Agent), list(a.Claim.Target)
		a.Claim.Count = slices.Clone(a.Claim.Count)
		for k := range a.Claim.Count {
			a.Claim.Count[k].Who = list(a.Claim.Count[k].Who)
		}
	}
	return &e
}

// An observer who adds a sentence without structure, and one who tells of
// something else, take nothing away.
func TestUnrelatedWordsRemoveNothing(t *testing.T) {
	for i := range random.Rounds(t, 2000) {
		d := random.New(uint64(i)).Dossier(7)
		r, _ := report(t, d)
		e := *d
		e.Parties = append(slices.Clone(d.Parties), narrative.Party{ID: "onlooker"})
		e.Assertions = append(slices.Clone(d.Assertions),
			narrative.Assertion{ID: "z1", Party: "onlooker", Claim: narrative.Claim{Text: "It was a cold night."}},
			narrative.Assertion{ID: "z2", Party: "onlooker", Claim: narrative.Claim{Event: "regatta"}})
		e.Decisions = []narrative.Decision{{Same: append(slices.Clone(d.Decisions[0].Same), "z1")}}
		s, _ := report(t, &e)
		have := map[string]bool{}
		for _, f := range facts(s, same) {
			_, fact, _ := strings.Cut(f, "] ")
			have[fact] = true
		}
		for _, f := range facts(r, same) {
			if _, fact, _ := strings.Cut(f, "] "); !have[fact] {
				t.Fatalf("seed %d: gone: %s", i, f)
			}
		}
	}
}

// Law 1: in an agreement, and in a conflict, everybody has said something on the
// facet.
func TestNothingRestsOnSilence(t *testing.T) {
	for i := range random.Rounds(t, 2000) {
		d := random.New(uint64(i)).Dossier(8)
		byID := map[string]*narrative.Assertion{}
		for j := range d.Assertions {
			byID[d.Assertions[j].ID] = &d.Assertions[j]
		}
		r, _ := report(t, d)
		for _, f := range r.All() {
			if f.Outcome == compare.Gap || f.Outcome == compare.Undetermined {
				continue // that something is missing is what these say
			}
			if len(f.Positions) < 2 && f.Kind != "inconsistent" && f.Outcome != compare.Revision {
				t.Errorf("seed %d: %v %v with %d positions", i, f.Outcome, f.Kind, len(f.Positions))
			}
			for _, p := range f.Positions {
				if len(p.Assertions) == 0 {
					t.Errorf("seed %d: %v %v: %s cites nothing", i, f.Outcome, f.Kind, p.Side)
				}
				for _, id := range p.Assertions {
					a := byID[id]
					if a.Certainty == narrative.NotKnown || a.Claim.Act == narrative.Demand || a.Claim.Act == narrative.Decline {
						t.Errorf("seed %d: %v %v rests on %s, which holds no position", i, f.Outcome, f.Kind, id)
					}
					if a.Stance == narrative.Asserts && !gives(a, f.Facet) {
						t.Errorf("seed %d: %v %v: %s says nothing on %s", i, f.Outcome, f.Kind, id, f.Facet)
					}
				}
			}
		}
	}
}

func gives(a *narrative.Assertion, f narrative.Facet) bool {
	c := &a.Claim
	switch f {
	case narrative.FacetResponsibility:
		return len(c.Agent) > 0
	case narrative.FacetTarget:
		return len(c.Target) > 0
	case narrative.FacetPlace:
		return len(c.Place) > 0
	case narrative.FacetTime:
		return !c.Time.IsZero()
	case narrative.FacetMeans:
		return len(c.Means) > 0
	case narrative.FacetCount:
		return len(c.Count) > 0
	case narrative.FacetCause:
		return len(c.Cause) > 0
	case narrative.FacetLabel:
		return len(c.Label) > 0
	}
	return true
}

// Every finding has its own id, a kind of its outcome, and a reason.
func TestFindingsAreWellFormed(t *testing.T) {
	for i := range random.Rounds(t, 2000) {
		r, _ := report(t, random.New(uint64(i)).Dossier(8))
		ids := map[string]bool{}
		for _, f := range r.All() {
			if ids[f.ID] {
				t.Errorf("seed %d: two findings %s", i, f.ID)
			}
			ids[f.ID] = true
			if f.Outcome == compare.Undetermined != (f.Kind == "") || f.Outcome != compare.Undetermined && !slices.Contains(f.Outcome.Kinds(), f.Kind) {
				t.Errorf("seed %d: %v with the kind %q", i, f.Outcome, f.Kind)
			}
			if (f.Force != compare.NoForce) != (f.Outcome == compare.Conflict) {
				t.Errorf("seed %d: %v with the force %v", i, f.Outcome, f.Force)
			}
			if (len(f.Missing) > 0) != (f.Outcome == compare.Undetermined) || (len(f.Silent) > 0) != (f.Outcome == compare.Gap) {
				t.Errorf("seed %d: %v %v: missing %v, silent %v", i, f.Outcome, f.Kind, f.Missing, f.Silent)
			}
			if !strings.HasSuffix(f.Why, ".") || strings.Contains(f.Why, "%!") {
				t.Errorf("seed %d: why: %s", i, f.Why)
			}
		}
	}
}
