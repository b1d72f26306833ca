package compare_test

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// generator makes random dossiers on one happening: few sides, few values, so that
// the laws meet often.
type generator struct{ *rand.Rand }

func newGenerator(seed uint64) generator { return generator{rand.New(rand.NewPCG(seed, 7))} }

func (g generator) chance(percent int) bool { return g.IntN(100) < percent }

func choose[T any](g generator, list ...T) T { return list[g.IntN(len(list))] }

// some returns up to n different members of the list, in random order.
func some(g generator, n int, list ...string) []string {
	list = slices.Clone(list)
	g.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list[:1+g.IntN(min(n, len(list)))]
}

var partyIDs = []string{"ash", "ash-army", "birch", "birch-office", "cedar", "wire"}

// dossier returns a valid dossier of up to n assertions, held to be of one issue.
func (g generator) dossier(n int) *narrative.Dossier {
	d := &narrative.Dossier{
		Parties: []narrative.Party{{ID: "ash"}, {ID: "ash-army", Of: "ash"}, {ID: "birch"}, {ID: "birch-office", Of: "birch"}, {ID: "cedar"}, {ID: "wire", Kind: "outlet"}},
		Places:  []narrative.Place{{ID: "vale"}, {ID: "mill", Kind: "town", Within: "vale"}, {ID: "fort", Within: "ash"}},
	}
	var all []string
	for i := range 2 + g.IntN(n-1) {
		a := g.assertion(fmt.Sprintf("a%d", i), all)
		d.Assertions = append(d.Assertions, a)
		all = append(all, a.ID)
	}
	d.Decisions = []narrative.Decision{{Same: all, By: "test"}}
	return d
}

func (g generator) assertion(id string, earlier []string) narrative.Assertion {
	a := narrative.Assertion{ID: id, Party: choose(g, partyIDs...)}
	if g.chance(85) {
		a.Said = edtf.MustParse(choose(g, "2031-05-02", "2031-05-03", "2031-05-04", "2031-05-03T10:00:00Z"))
	}
	c := &a.Claim
	if len(earlier) > 0 && g.chance(20) {
		c.About = choose(g, earlier...)
	}
	switch g.IntN(20) {
	case 0:
		a.Certainty = narrative.NotKnown
		if g.chance(50) {
			a.Focus = choose(g, narrative.Facets()...)
		}
	case 1, 2, 3:
		a.Certainty = narrative.Hedged
	}
	if g.chance(4) {
		a.Mode = choose(g, source.Thought, source.Intention)
	}
	if g.chance(10) {
		a.Chain = []narrative.Link{{Party: choose(g, partyIDs...)}, {Party: a.Party}}
	}
	if g.chance(10) {
		a.Origin = choose(g, "?", "wire", "ash-army", "cedar")
	}
	if g.chance(30) {
		conf := float64(1+g.IntN(9)) / 10
		a.Confidence = &conf
	}
	if g.chance(22) {
		a.Stance = narrative.Denies
		c.Act = narrative.Deny
		if g.chance(30) {
			a.Focus = choose(g, narrative.Facets()...)
		}
		if c.About != "" && g.chance(40) {
			c.Text = "Baseless."
			return a
		}
	} else {
		c.Act = choose(g, narrative.Assert, narrative.Assert, narrative.Assert, narrative.Accuse, narrative.Accuse, narrative.Admit, narrative.Demand, narrative.Decline, narrative.Deny)
	}
	if g.chance(93) {
		c.Event = choose(g, "shelling", "shelling", "shelling", "attack", "sabotage", "explosion", "arrest", "riot", "casualties", "siege", "siege", "control", "victory", "admission", "statement", "fair")
	}
	if g.chance(60) {
		c.Agent = some(g, choose(g, 1, 1, 1, 2), "ash", "ash-army", "birch", "cedar", "fort")
	}
	if g.chance(30) {
		c.Target = some(g, 2, "ash", "birch-office", "mill", "towns", "wagons")
	}
	if g.chance(40) {
		c.Place = some(g, 2, "vale", "mill", "fort", "towns", "sheds")
	}
	if g.chance(50) {
		c.Time = edtf.MustParse(choose(g, "2031-05-01", "2031-05-02", "2031-05", "2031-05-01/2031-05-02", "2031-05-01T22:00:00Z/2031-05-02T03:00:00Z"))
	}
	if g.chance(25) {
		c.Means = some(g, 2, "mortar", "artillery", "drones", "nets")
	}
	if g.chance(20) {
		c.Cause = some(g, choose(g, 1, 1, 2), "unprovoked", "response", "deliberate", "accident", "storm")
	}
	if g.chance(20) {
		c.Label = some(g, 1, "aggression", "self-defence", "massacre")
	}
	if g.chance(12) {
		c.Only = []narrative.Facet{choose(g, narrative.FacetResponsibility, narrative.FacetPlace, narrative.FacetTime, narrative.FacetMeans, narrative.FacetTarget)}
	}
	for range choose(g, 0, 0, 1, 1, 2) {
		c.Count = append(c.Count, g.count())
	}
	return a
}

func (g generator) count() narrative.Count {
	c := narrative.Count{Of: choose(g, "killed", "killed", "wounded", "participants"), About: g.chance(15)}
	lo := float64(choose(g, 0, 5, 9, 10, 12))
	hi := lo
	switch g.IntN(8) {
	case 0:
		c.Min = &lo
	case 1:
		c.Max = &lo
	case 2:
		hi += 5
		c.Min, c.Max = &lo, &hi
	case 3:
	default:
		c.Min, c.Max = &lo, &hi
	}
	if g.chance(70) {
		c.Who = some(g, 1, "ash", "birch-office", "mill")
	}
	if g.chance(10) {
		c.Among = []string{choose(g, "civilians", "soldiers")}
	}
	if g.chance(20) {
		c.AsOf = edtf.MustParse(choose(g, "2031-05-02", "2031-05-03", "2031-05"))
	}
	if g.chance(10) {
		c.Span = choose(g, "cumulative", "2031-05-01")
	}
	return c
}

// shuffled returns a copy of d with its lists in another order.
func (g generator) shuffled(d *narrative.Dossier) *narrative.Dossier {
	out := *d
	out.Parties, out.Places, out.Assertions, out.Decisions = slices.Clone(d.Parties), slices.Clone(d.Places), slices.Clone(d.Assertions), slices.Clone(d.Decisions)
	shuffle(g, out.Parties)
	shuffle(g, out.Places)
	shuffle(g, out.Assertions)
	for i := range out.Decisions {
		out.Decisions[i].Same = slices.Clone(out.Decisions[i].Same)
		shuffle(g, out.Decisions[i].Same)
	}
	shuffle(g, out.Decisions)
	return &out
}

func shuffle[T any](g generator, list []T) {
	g.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
}
