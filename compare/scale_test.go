package compare_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/compare/align"
	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/internal/random"
	"github.com/seed514b815a/rashomon/narrative"
)

// campaign returns a dossier of n assertions by 40 sides on many happenings, some
// of which hundreds speak of.
func campaign(n int) *narrative.Dossier {
	g := random.New(42)
	d := &narrative.Dossier{}
	for i := range 40 {
		d.Parties = append(d.Parties, narrative.Party{ID: fmt.Sprintf("side%d", i)})
	}
	for i := range 200 {
		p := narrative.Place{ID: fmt.Sprintf("town%d", i), Kind: "town"}
		if i > 20 {
			p.Within = fmt.Sprintf("town%d", i%20)
		}
		d.Places = append(d.Places, p)
	}
	start := time.Date(2031, 1, 1, 0, 0, 0, 0, time.UTC)
	for i := range n {
		// A few happenings draw most of the words.
		h := int(float64(n/8) * g.Float64() * g.Float64() * g.Float64())
		when := start.AddDate(0, 0, h%365)
		a := narrative.Assertion{ID: fmt.Sprintf("a%d", i), Party: fmt.Sprintf("side%d", g.IntN(40)), Said: edtf.MustParse(when.AddDate(0, 0, 1+g.IntN(3)).Format(time.DateOnly))}
		a.Claim.Event = []string{"shelling", "attack", "arrest", "demonstration", "explosion", "crash"}[h%6]
		a.Claim.Place = []string{fmt.Sprintf("town%d", h%200)}
		a.Claim.Time = edtf.MustParse(when.Format(time.DateOnly))
		if g.Chance(50) {
			a.Claim.Agent = []string{fmt.Sprintf("side%d", h%40)}
		}
		if g.Chance(30) {
			lo := float64(h%30 + g.IntN(3))
			a.Claim.Count = []narrative.Count{{Of: "killed", Min: &lo, Max: &lo}}
		}
		if g.Chance(5) {
			a.Stance, a.Claim.Act = narrative.Denies, narrative.Deny
		}
		d.Assertions = append(d.Assertions, a)
	}
	return d
}

func BenchmarkAlign(b *testing.B) {
	for _, n := range []int{1_000, 20_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			d := campaign(n)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := (align.Linkage{}).Align(context.Background(), d); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkCompare(b *testing.B) {
	for _, n := range []int{8, 1_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			d := campaign(n)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := new(compare.Comparer).Compare(context.Background(), d); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
