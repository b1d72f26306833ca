// Package random makes random dossiers, for tests of what must hold of every dossier:
// the laws, the order of things, that nothing panics. The same seed gives the same
// dossier.
package random

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// Generator makes random dossiers on one happening: few sides, few values, so that
// the laws meet often.
type Generator struct{ *rand.Rand }

// New returns a generator with that seed.
func New(seed uint64) Generator { return Generator{rand.New(rand.NewPCG(seed, 7))} }

// Rounds returns n, the number of seeds that a test tries, or a tenth of it where
// tests are to be short.
func Rounds(t testing.TB, n int) int {
	t.Helper()
	if testing.Short() {
		return n / 10
	}
	return n
}

// Chance is true that many times in a hundred.
func (g Generator) Chance(percent int) bool { return g.IntN(100) < percent }

// Choose returns one of the list.
func Choose[T any](g Generator, list ...T) T { return list[g.IntN(len(list))] }

// Some returns up to n different members of the list, in random order.
func Some(g Generator, n int, list ...string) []string {
	list = slices.Clone(list)
	g.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list[:1+g.IntN(min(n, len(list)))]
}

var partyIDs = []string{"ash", "ash-army", "birch", "birch-office", "cedar", "wire"}

// Dossier returns a valid dossier of up to n assertions, held to be of one issue.
func (g Generator) Dossier(n int) *narrative.Dossier {
	d := &narrative.Dossier{
		Parties: []narrative.Party{{ID: "ash"}, {ID: "ash-army", Of: "ash"}, {ID: "birch"}, {ID: "birch-office", Of: "birch"}, {ID: "cedar"}, {ID: "wire", Kind: "outlet"}},
		Places:  []narrative.Place{{ID: "vale"}, {ID: "mill", Kind: "town", Within: "vale"}, {ID: "fort", Within: "ash"}},
	}
	var all []string
	for i := range 2 + g.IntN(n-1) {
		a := g.Assertion(fmt.Sprintf("a%d", i), all)
		d.Assertions = append(d.Assertions, a)
		all = append(all, a.ID)
	}
	d.Decisions = []narrative.Decision{{Same: all, By: "test"}}
	return d
}

// Assertion returns an assertion of the parties and places of [Generator.Dossier], which
// may answer one of the earlier ones.
func (g Generator) Assertion(id string, earlier []string) narrative.Assertion {
	a := narrative.Assertion{ID: id, Party: Choose(g, partyIDs...)}
	if g.Chance(85) {
		a.Said = edtf.MustParse(Choose(g, "2031-05-02", "2031-05-03", "2031-05-04", "2031-05-03T10:00:00Z"))
	}
	c := &a.Claim
	if len(earlier) > 0 && g.Chance(20) {
		c.About = Choose(g, earlier...)
	}
	switch g.IntN(20) {
	case 0:
		a.Certainty = narrative.NotKnown
		if g.Chance(50) {
			a.Focus = Choose(g, narrative.Facets()...)
		}
	case 1, 2, 3:
		a.Certainty = narrative.Hedged
	}
	if g.Chance(4) {
		a.Mode = Choose(g, source.Thought, source.Intention)
	}
	if g.Chance(10) {
		a.Chain = []narrative.Link{{Party: Choose(g, partyIDs...)}, {Party: a.Party}}
	}
	if g.Chance(10) {
		a.Origin = Choose(g, "?", "wire", "ash-army", "cedar")
	}
	if g.Chance(30) {
		conf := float64(1+g.IntN(9)) / 10
		a.Confidence = &conf
	}
	if g.Chance(22) {
		a.Stance = narrative.Denies
		c.Act = narrative.Deny
		if g.Chance(30) {
			a.Focus = Choose(g, narrative.Facets()...)
		}
		if c.About != "" && g.Chance(40) {
			c.Text = "Baseless."
			return a
		}
	} else {
		c.Act = Choose(g, narrative.Assert, narrative.Assert, narrative.Assert, narrative.Accuse, narrative.Accuse, narrative.Admit, narrative.Demand, narrative.Decline, narrative.Deny)
	}
	if g.Chance(93) {
		c.Event = Choose(g, "shelling", "shelling", "shelling", "attack", "sabotage", "explosion", "arrest", "riot", "casualties", "siege", "siege", "control", "victory", "admission", "statement", "fair")
	}
	if g.Chance(60) {
		c.Agent = Some(g, Choose(g, 1, 1, 1, 2), "ash", "ash-army", "birch", "cedar", "fort")
	}
	if g.Chance(30) {
		c.Target = Some(g, 2, "ash", "birch-office", "mill", "towns", "wagons")
	}
	if g.Chance(40) {
		c.Place = Some(g, 2, "vale", "mill", "fort", "towns", "sheds")
	}
	if g.Chance(50) {
		c.Time = edtf.MustParse(Choose(g, "2031-05-01", "2031-05-02", "2031-05", "2031-05-01/2031-05-02", "2031-05-01T22:00:00Z/2031-05-02T03:00:00Z"))
	}
	if g.Chance(25) {
		c.Means = Some(g, 2, "mortar", "artillery", "drones", "nets")
	}
	if g.Chance(20) {
		c.Cause = Some(g, Choose(g, 1, 1, 2), "unprovoked", "response", "deliberate", "accident", "storm")
	}
	if g.Chance(20) {
		c.Label = Some(g, 1, "aggression", "self-defence", "massacre")
	}
	if g.Chance(12) {
		c.Only = []narrative.Facet{Choose(g, narrative.FacetResponsibility, narrative.FacetPlace, narrative.FacetTime, narrative.FacetMeans, narrative.FacetTarget)}
	}
	for range Choose(g, 0, 0, 1, 1, 2) {
		c.Count = append(c.Count, g.count())
	}
	return a
}

func (g Generator) count() narrative.Count {
	c := narrative.Count{Of: Choose(g, "killed", "killed", "wounded", "participants"), About: g.Chance(15)}
	lo := float64(Choose(g, 0, 5, 9, 10, 12))
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
	if g.Chance(70) {
		c.Who = Some(g, 1, "ash", "birch-office", "mill")
	}
	if g.Chance(10) {
		c.Among = []string{Choose(g, "civilians", "soldiers")}
	}
	if g.Chance(20) {
		c.AsOf = edtf.MustParse(Choose(g, "2031-05-02", "2031-05-03", "2031-05"))
	}
	if g.Chance(10) {
		c.Span = Choose(g, "cumulative", "2031-05-01")
	}
	return c
}

// Shuffled returns a copy of d with its lists in another order.
func (g Generator) Shuffled(d *narrative.Dossier) *narrative.Dossier {
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

func shuffle[T any](g Generator, list []T) {
	g.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
}
