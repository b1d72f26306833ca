package render

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/compare"
)

const maybeLater = "Left out, since it isn't known whether it had been said by then"

// asOfWords says up to which moment words were compared; "" for all.
func asOfWords(r *compare.Report) string {
	if r.AsOf.IsZero() {
		return ""
	}
	return "As of " + r.AsOf.String() + ": what was said later is left out."
}

// unplacedWords says whose words a report as of a moment left out, source by
// source, and what would place them.
func unplacedWords(n names, r *compare.Report) []string {
	type place struct{ source, said string }
	parties := map[place][]string{}
	words := map[place]int{}
	var order []place
	for _, u := range r.Unplaced { // in order of assertion: determinism
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
