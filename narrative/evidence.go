package narrative

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/internal/prose"
)

// Evidence is what a decision was made on: the assertions that were cited, each
// with a digest of what it said, and who was silent. It is written when the
// decision is made and compared with what later runs find.
type Evidence struct {
	Issue   string   `json:"issue,omitempty"`   // the id of the finding's issue
	First   *Cited   `json:"first,omitzero"`    // the issue's earliest assertion, by which it is known again
	Says    string   `json:"says,omitempty"`    // the finding in words, for people
	Cites   []Cited  `json:"cites,omitempty"`   // in order of side and id
	Silent  []string `json:"silent,omitempty"`  // sides
	Missing []string `json:"missing,omitempty"` // what an undetermined outcome needed
}

// Cited is an assertion as it was when somebody decided.
type Cited struct {
	Side   string `json:"side,omitempty"` // whose position it gave
	ID     string `json:"id"`
	Digest string `json:"digest"`         // of all that the assertion says: see [Assertion.Cited]
	Says   string `json:"says,omitempty"` // the same in words, for people
}

// Cited returns a as evidence. Its digest covers whose word it is and through whom
// it came, stance, certainty, date, claim and quoted words: whatever a comparison
// reads. It leaves out the ids of the assertion, of its source and of what it
// answers, the offsets and the confidence, so that the same words in a text that
// was edited elsewhere are known again.
func (a *Assertion) Cited() Cited {
	bare := *a
	bare.ID, bare.Source, bare.Confidence, bare.Quotes, bare.Chain = "", "", nil, nil, nil
	bare.Claim.About = ""
	parts := []string{asJSON(bare)}
	for _, l := range a.Chain {
		parts = append(parts, "through", l.Party)
	}
	for _, q := range a.Quotes {
		parts = append(parts, "quote", q.Exact)
	}
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return Cited{ID: a.ID, Digest: hex.EncodeToString(sum[:8]), Says: a.inWords()}
}

// inWords tells who says what in one line. Ids stand for themselves: they are
// readable, and outlive names.
func (a *Assertion) inWords() string {
	var b strings.Builder
	b.WriteString(a.Party)
	if a.Stance == Denies {
		b.WriteString(" denies")
	}
	if a.Certainty != Certain {
		fmt.Fprintf(&b, " (%v)", a.Certainty)
	}
	b.WriteString(": ")
	c := &a.Claim
	var parts []string
	add := func(name string, words ...string) {
		if s := strings.Join(words, ", "); s != "" {
			parts = append(parts, strings.TrimSpace(name+" "+s))
		}
	}
	add("", c.Event)
	add("by", c.Agent...)
	add("against", c.Target...)
	add("at", c.Place...)
	add("on", c.Time.String())
	add("with", c.Means...)
	add("because", c.Cause...)
	add("called", c.Label...)
	for _, n := range c.Count {
		add("", strings.TrimSpace(n.String()+" "+n.Of+" "+strings.Join(n.Who, ", ")))
	}
	b.WriteString(strings.Join(parts, "; "))
	words := make([]string, 0, len(a.Quotes))
	for _, q := range a.Quotes {
		words = append(words, strings.Join(strings.Fields(q.Exact), " "))
	}
	if len(words) > 0 {
		fmt.Fprintf(&b, " “%s”", prose.Clip(strings.Join(words, " … "), 80))
	} else if c.Text != "" {
		fmt.Fprintf(&b, " (%s)", prose.Clip(c.Text, 80))
	}
	return b.String()
}

// Seen returns the assertions of d with these ids as evidence; ids that d doesn't
// hold are left out.
func (d *Dossier) Seen(ids ...string) *Evidence {
	e := new(Evidence)
	for i := range d.Assertions {
		if slices.Contains(ids, d.Assertions[i].ID) {
			e.Cites = append(e.Cites, d.Assertions[i].Cited())
		}
	}
	slices.SortFunc(e.Cites, compareCited)
	return e
}

func compareCited(a, b Cited) int {
	return cmp.Or(cmp.Compare(a.Side, b.Side), cmp.Compare(a.ID, b.ID))
}

// with returns a copy of e that cites what more does, too. e may be nil.
func (e *Evidence) with(more *Evidence) *Evidence {
	out := *more
	if e != nil {
		out = *e
		out.Cites = slices.Concat(e.Cites, more.Cites)
		slices.SortFunc(out.Cites, compareCited)
	}
	return &out
}

// cites reports whether the evidence holds the assertion.
func (e *Evidence) cites(id string) bool {
	return e != nil && slices.ContainsFunc(e.Cites, func(c Cited) bool { return c.ID == id })
}

// Changes says, a line for each, in what the evidence of now differs from e. An
// assertion under another id that says the same to the word for the same side, as
// in a text that was edited elsewhere, is no difference.
func (e *Evidence) Changes(now *Evidence) []string {
	type at struct{ side, key string }
	ids, rest := map[at]Cited{}, map[at][]Cited{}
	for _, c := range e.Cites {
		ids[at{c.Side, c.ID}] = c
	}
	var out []string
	var added []Cited
	for _, c := range now.Cites {
		was, ok := ids[at{c.Side, c.ID}]
		if !ok {
			added = append(added, c)
			continue
		}
		delete(ids, at{c.Side, c.ID})
		if was.Digest != c.Digest {
			out = append(out, fmt.Sprintf("%s has changed: %s; before: %s", c.ID, c.Says, was.Says))
		}
	}
	for _, c := range e.Cites {
		if _, gone := ids[at{c.Side, c.ID}]; gone {
			k := at{c.Side, c.Digest}
			rest[k] = append(rest[k], c)
		}
	}
	for _, c := range added {
		k := at{c.Side, c.Digest}
		if len(rest[k]) > 0 {
			rest[k] = rest[k][1:]
			continue
		}
		out = append(out, fmt.Sprintf("%s is new: %s", c.ID, c.Says))
	}
	for _, c := range e.Cites { // in order: determinism
		k := at{c.Side, c.Digest}
		if slices.Contains(rest[k], c) {
			out = append(out, fmt.Sprintf("%s is gone: %s", c.ID, c.Says))
		}
	}
	out = append(out, listChanges("silent", e.Silent, now.Silent)...)
	return append(out, listChanges("missing", e.Missing, now.Missing)...)
}

func listChanges(what string, was, now []string) []string {
	var out []string
	for _, s := range now {
		if !slices.Contains(was, s) {
			out = append(out, fmt.Sprintf("%s now: %s", what, s))
		}
	}
	for _, s := range was {
		if !slices.Contains(now, s) {
			out = append(out, fmt.Sprintf("no longer %s: %s", what, s))
		}
	}
	return out
}
