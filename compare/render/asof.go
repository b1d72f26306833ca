package render

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/edtf"
)

const maybeLater = "Left out, since it isn't known whether it had been said by then"

// asOfWords says up to which moment words were compared.
func asOfWords(moment edtf.Time) string {
	return "As of " + moment.String() + ": what was said later is left out."
}

// unplaced tells on a page what a report as of a moment left out.
func (p Printer) unplaced(g page, n names, list []compare.Unplaced) {
	for i, s := range unplacedWords(n, list) {
		if i == 0 {
			g.section(bold, maybeLater)
		}
		g.item(5, s)
	}
}

// unplacedWords says whose words a report as of a moment left out, source by
// source, and what would place them.
func unplacedWords(n names, list []compare.Unplaced) []string {
	type place struct{ source, said string }
	parties := map[place][]string{}
	words := map[place]int{}
	var order []place
	for _, u := range list { // in order of assertion: determinism
		p := place{u.Source, u.Said.String()}
		if words[p] == 0 {
			order = append(order, p)
		}
		words[p]++
		if name := n.of(u.Party); !slices.Contains(parties[p], name) {
			parties[p] = append(parties[p], name)
		}
	}
	var out []string
	for _, p := range order {
		where, when := "Without a source", "undated"
		if s := n.sources[p.source]; s != nil {
			where = cmp.Or(s.Title, s.Publisher, s.URL, s.ID)
			if !s.Published.IsZero() {
				when = s.Published.String()
			}
		}
		if p.said != "" {
			when = "said " + p.said
		}
		count := "1 assertion"
		if words[p] > 1 {
			count = fmt.Sprintf("%d assertions", words[p])
		}
		out = append(out, fmt.Sprintf("%s (%s): %s, of %s", where, when, count, strings.Join(parties[p], ", ")))
	}
	return out
}
