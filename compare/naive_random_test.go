package compare_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/internal/random"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// dice makes random dossiers: small worlds in which the rules meet often. The same seed
// gives the same dossier.
type dice struct {
	random.Generator
	d       *narrative.Dossier
	sides   []string   // those who may be participants
	parties []string   // everybody who may speak
	kinds   []string   // what this dossier speaks of
	accused string     // whom most accuse
	dated   bool       // whether words have dates
	counts  []countOf  // what is counted
	issue   []string   // the assertions of the current issue
	issues  [][]string // those of the earlier ones
}

type countOf struct {
	of  string
	who []string
}

func randomDossier(seed uint64) *narrative.Dossier {
	g := &dice{Generator: random.New(seed)}
	g.d = &narrative.Dossier{
		Rashomon: narrative.Version,
		Parties: []narrative.Party{
			{ID: "ada", Kind: "state"}, {ID: "ada-army", Of: "ada"}, {ID: "ada-mfa", Of: "ada"},
			{ID: "bor", Kind: "state"}, {ID: "bor-army", Of: "bor"},
			{ID: "cyn"}, {ID: "dag"}, {ID: "gazette", Kind: "outlet"}, {ID: "wire", Kind: "outlet"},
		},
		Places: []narrative.Place{
			{ID: "vale", Kind: "region", Within: "ada"}, {ID: "mill", Kind: "town", Within: "vale"}, {ID: "ford", Kind: "town", Within: "vale"},
			{ID: "port"}, {ID: "pier", Within: "port"},
		},
	}
	g.sides = []string{"ada", "bor", "cyn", "dag"}[:2+g.IntN(3)]
	g.parties = slices.Concat(g.sides, []string{"ada-army", "ada-mfa", "bor-army", "gazette", "wire"}[:g.IntN(6)])
	g.accused = random.Choose(g.Generator, g.sides...)
	g.dated = g.IntN(20) > 0
	g.kinds = random.Choose(g.Generator, []string{"shelling"}, []string{"shelling", "attack"}, []string{"shelling", "sabotage", "attack"}, []string{"shelling", "casualties"},
		[]string{"explosion"}, []string{"explosion", "attack"}, []string{"crash"}, []string{"arrest", "expulsion"}, []string{"arrest", "riot"}, []string{"riot"},
		[]string{"demonstration"}, []string{"strike"}, []string{"blockade"}, []string{"siege", "shelling"}, []string{"control"}, []string{"ceasefire"}, []string{"detention"},
		[]string{"victory"}, []string{"election"}, []string{"admission", "shelling"}, []string{"fair"}, []string{"raid", "damage", "arrest"})
	for range 1 + g.IntN(2) {
		g.counts = append(g.counts, countOf{random.Choose(g.Generator, "killed", "killed", "wounded", "casualties", "participants", "captured", "arrested"),
			random.Choose(g.Generator, nil, nil, []string{"ada"}, []string{"bor"}, []string{"ada-army"}, []string{"cyn"}, []string{"mill"}, []string{"ada", "bor"})})
	}
	issues := 1
	if g.IntN(12) == 0 {
		issues = 2
	}
	for range issues {
		g.issue = nil
		for range 2 + g.IntN(6) {
			g.assertion()
		}
		if g.IntN(3) > 0 || len(g.issue) < 2 {
			g.d.Decisions = append(g.d.Decisions, narrative.Decision{Same: slices.Clone(g.issue)})
		} else {
			for i := range g.issue[1:] {
				g.d.Decisions = append(g.d.Decisions, narrative.Decision{Same: []string{g.issue[i], g.issue[i+1]}})
			}
		}
		for _, old := range g.issues {
			for _, x := range old {
				for _, y := range g.issue {
					g.d.Decisions = append(g.d.Decisions, narrative.Decision{Apart: []string{x, y}})
				}
			}
		}
		g.issues = append(g.issues, g.issue)
	}
	return g.d
}

// some gives one or two of a list.
func (g *dice) some(of ...string) []string {
	out := []string{random.Choose(g.Generator, of...)}
	if g.Chance(30) {
		if other := random.Choose(g.Generator, of...); other != out[0] {
			out = append(out, other)
		}
	}
	return out
}

func (g *dice) time(of ...string) edtf.Time { return edtf.MustParse(random.Choose(g.Generator, of...)) }

func (g *dice) assertion() {
	a := narrative.Assertion{ID: fmt.Sprintf("a%d", len(g.d.Assertions)+1), Party: random.Choose(g.Generator, g.parties...)}
	switch {
	case !g.dated || g.Chance(4):
	case g.Chance(8):
		a.Source = fmt.Sprintf("s%d", len(g.d.Sources)+1)
		g.d.Sources = append(g.d.Sources, &source.Document{ID: a.Source, Title: "t", Text: "t", Published: g.time("2031-05-04", "2031-05-06")})
	default:
		a.Said = g.time("2031-05-04", "2031-05-04", "2031-05-05", "2031-05-06", "2031-05-08", "2031-05-05T09:00:00Z")
	}
	side := newWorld(g.d).side(a.Party)
	if g.Chance(12) {
		a.Certainty = narrative.Hedged
	}
	if g.Chance(3) {
		a.Mode = random.Choose(g.Generator, source.Thought, source.Intention, source.Writing)
	}
	if g.Chance(8) {
		a.Origin = random.Choose(g.Generator, "wire", "ada", "bor-army", "?")
	}
	if g.Chance(15) {
		a.Chain = []narrative.Link{{Party: random.Choose(g.Generator, "gazette", "ada", "bor", "bor-army", "cyn")}, {Party: a.Party}}
		if g.Chance(20) {
			a.Chain = slices.Insert(a.Chain, 1, narrative.Link{Party: random.Choose(g.Generator, "gazette", "ada-mfa", "bor")})
		}
	}
	if g.Chance(20) {
		c := 0.5 + float64(g.IntN(5))/10
		a.Confidence = &c
	}
	switch c := &a.Claim; {
	case g.Chance(24) && len(g.issue) > 0:
		g.denial(&a, side)
	case g.Chance(4) && len(g.issue) > 0:
		c.Act, c.Text = narrative.Decline, "No comment."
		if g.Chance(70) {
			c.About = random.Choose(g.Generator, g.issue...)
		}
	case g.Chance(6):
		a.Certainty = narrative.NotKnown
		g.claim(c, side, 25)
		if g.Chance(40) {
			a.Focus = random.Choose(g.Generator, narrative.FacetCount, narrative.FacetPlace, narrative.FacetResponsibility, narrative.FacetMeans)
		}
	case g.Chance(2):
		c.Text = "A sentence without structure."
	default:
		g.claim(c, side, 38)
		switch {
		case g.Chance(5):
			c.Act = random.Choose(g.Generator, narrative.Demand, narrative.Promise, narrative.Other)
		case slices.Contains(newWorld(g.d).sides(c.Agent), side):
			c.Act = random.Choose(g.Generator, narrative.Admit, narrative.Assert)
		case len(c.Agent) > 0:
			c.Act = random.Choose(g.Generator, narrative.Accuse, narrative.Accuse, narrative.Assert)
		}
		if g.Chance(5) && len(g.issue) > 0 {
			c.About = g.earlier()
		}
	}
	g.d.Assertions = append(g.d.Assertions, a)
	g.issue = append(g.issue, a.ID)
}

// earlier gives an assertion of this issue that asserts something, or "".
func (g *dice) earlier() string {
	var of []string
	for _, a := range g.d.Assertions {
		if slices.Contains(g.issue, a.ID) && a.Stance == narrative.Asserts && a.Claim.Event != "" {
			of = append(of, a.ID)
		}
	}
	if of == nil {
		return ""
	}
	return random.Choose(g.Generator, of...)
}

func (g *dice) claim(c *narrative.Claim, side string, percent int) {
	c.Event = random.Choose(g.Generator, g.kinds...)
	if g.Chance(60) {
		c.Agent = []string{g.accused}
		if g.Chance(40) {
			c.Agent = g.some(slices.Concat(g.sides, []string{"ada-army", "bor-army", "mill"})...)
		}
	}
	if g.Chance(percent) {
		c.Target = g.some("ada", "bor", "towns", "town", "mill", "ada-army", "vale", "bridges")
	}
	if g.Chance(percent) {
		c.Place = g.some("vale", "mill", "ford", "port", "pier", "mill", "towns")
	}
	if g.Chance(percent) || nature(c.Event) == "state" && g.Chance(60) {
		c.Time = g.time("2031-05-03", "2031-05-03", "2031-05", "2031-05-02", "2031-05-02/2031-05-03", "2031-05-03T20:00:00Z/2031-05-04T06:00:00Z")
	}
	if g.Chance(percent) {
		c.Means = g.some("artillery", "mortar", "drones", "Drone", "nets")
	}
	if g.Chance(percent / 2) {
		c.Cause = g.some("unprovoked", "response", "deliberate", "accident", "storm")
	}
	if g.Chance(percent / 2) {
		c.Label = g.some("aggression", "self-defence", "massacre", "incident")
	}
	if g.Chance(12) {
		c.Only = []narrative.Facet{random.Choose(g.Generator, narrative.FacetPlace, narrative.FacetTime, narrative.FacetMeans, narrative.FacetTarget, narrative.FacetResponsibility)}
	}
	for g.Chance(percent+5) && len(c.Count) < 2 {
		c.Count = append(c.Count, g.count())
	}
}

func (g *dice) count() narrative.Count {
	of := random.Choose(g.Generator, g.counts...)
	c := narrative.Count{Of: of.of, Who: of.who, About: g.Chance(12)}
	if g.Chance(10) {
		c.Who = nil
	}
	lo := random.Choose(g.Generator, 0.0, 12, 40, 49, 49, 50, 105)
	hi := lo
	if g.Chance(25) {
		hi += random.Choose(g.Generator, 1.0, 15, 60)
	}
	switch n := g.IntN(100); {
	case n < 10:
		c.Min = &lo
	case n < 18:
		c.Max = &hi
	case n >= 26: // below: there are some, nobody says how many
		c.Min, c.Max = &lo, &hi
	}
	if g.dated && g.Chance(20) {
		c.AsOf = g.time("2031-05-03", "2031-05-04", "2031-05", "2031-05-05", "2031-05-06")
	}
	if g.Chance(10) {
		c.Among = random.Choose(g.Generator, []string{"civilians"}, []string{"soldiers"})
	}
	if g.Chance(10) {
		c.Span = random.Choose(g.Generator, "2031-05-03", "cumulative")
	}
	return c
}

func (g *dice) denial(a *narrative.Assertion, side string) {
	c := &a.Claim
	a.Stance = narrative.Denies
	c.Act = narrative.Deny
	if g.Chance(50) {
		c.About = g.earlier()
		if g.Chance(6) {
			c.About = random.Choose(g.Generator, g.issue...) // a demand, a sentence, a denial
		}
	}
	if c.About != "" && g.Chance(50) {
		c.Text = "Baseless."
	} else {
		g.claim(c, side, 14)
		if g.Chance(50) {
			c.Agent = nil
			if g.Chance(60) {
				c.Agent = []string{side}
			}
		}
		c.Only = nil
		if !g.Chance(15) {
			c.Count = nil
		}
		if !g.Chance(15) {
			c.Label = nil
		}
		if g.Chance(6) {
			c.Event = random.Choose(g.Generator, "admission", "statement")
		}
	}
	if g.Chance(20) {
		a.Focus = random.Choose(g.Generator, narrative.FacetResponsibility, narrative.FacetLabel, narrative.FacetPlace, narrative.FacetCount, narrative.FacetCause)
		if c.Event == "" {
			return
		}
		switch a.Focus {
		case narrative.FacetLabel:
			c.Label = []string{"massacre"}
		case narrative.FacetCount:
			c.Count = []narrative.Count{g.count()}
		case narrative.FacetPlace:
			c.Place = g.some("mill", "vale", "pier")
		case narrative.FacetCause:
			c.Cause = g.some("deliberate", "unprovoked")
		case narrative.FacetResponsibility:
			c.Agent = []string{side}
		}
	}
}

// TestRandomDossiersAreValid: what is compared below is what the file format allows, and
// meets every outcome and kind of the rules.
func TestRandomDossiersAreValid(t *testing.T) {
	n := 10_000
	if testing.Short() {
		n = 1_000
	}
	seen := map[string]int{}
	for seed := range n {
		d := randomDossier(uint64(seed))
		if err := d.Validate(); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		for _, f := range naive(d) {
			seen[f.outcome+"/"+f.kind]++
		}
	}
	for _, k := range []string{"agreement/exact", "agreement/approximate", "agreement/narrower", "compatible/overlapping", "compatible/different-scope",
		"conflict/denial", "conflict/mirror-accusation", "conflict/disjoint", "conflict/status", "conflict/representation", "conflict/cause", "conflict/inconsistent",
		"framing/opposed", "framing/different", "gap/silent", "gap/declined", "gap/unquantified", "gap/unknown", "gap/relayed", "gap/unanswered", "gap/shared",
		"revision/raised", "revision/lowered", "revision/withdrawn", "revision/changed", "undetermined/"} {
		if seen[k] < n/500 {
			t.Errorf("%s: only %d times in %d dossiers", k, seen[k], n)
		}
	}
	if t.Failed() || testing.Verbose() {
		t.Log(seen)
	}
}
