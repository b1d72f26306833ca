package compare

import (
	"cmp"
	"encoding/json"
	"slices"

	"github.com/seed514b815a/rashomon/narrative"
)

// twins groups the assertions of an issue that say the same: the same party, at the
// same time, by the same way, the same claim. A long text, or many copies of one,
// says a thing many times over; judged once, it costs once, and whoever cites the
// first of them cites all. An assertion that answers another, or is answered, is a
// twin of none: a denial meets exactly what it denies.
//
// Each group comes with the strongest first; the groups are in order of its id.
func (q *inquiry) twins() [][]*narrative.Assertion {
	single := map[string]bool{}
	for _, a := range q.g.of {
		if a.Claim.About != "" {
			single[a.ID], single[a.Claim.About] = true, true
		}
		single[a.ID] = single[a.ID] || !q.b.plain // a judge of somebody's own may read the quotes
	}
	at := map[string]int{}
	var out [][]*narrative.Assertion
	for _, a := range q.g.of {
		if single[a.ID] {
			out = append(out, []*narrative.Assertion{a})
			continue
		}
		key := q.saying(a)
		i, known := at[key]
		if !known {
			i = len(out)
			at[key] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], a)
	}
	for _, g := range out {
		slices.SortFunc(g, strongest)
	}
	slices.SortFunc(out, func(x, y []*narrative.Assertion) int { return cmp.Compare(x[0].ID, y[0].ID) })
	return out
}

// saying is what the laws read of an assertion, as a key.
func (q *inquiry) saying(a *narrative.Assertion) string {
	bare := *a
	bare.ID, bare.Source, bare.Confidence, bare.Quotes = "", "", nil, nil
	bare.Said = q.b.said(a)
	if bare.Claim.Event != "" && !bare.Said.IsZero() { // else the words themselves decide: see counts.go
		bare.Claim.Text = ""
	}
	bare.Chain = nil
	for _, l := range a.Chain {
		bare.Chain = append(bare.Chain, narrative.Link{Party: l.Party})
	}
	key, err := json.Marshal(bare)
	if err != nil {
		return a.ID // a value without a word is nobody's twin
	}
	return string(key)
}
