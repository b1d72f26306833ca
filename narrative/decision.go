package narrative

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/internal/enum"
)

// Decision is a person's word on what a comparison found: that assertions speak of
// the same happening, or don't; that a finding, or a whole issue, is confirmed, is
// dismissed, or waits for more. Exactly one of the first five fields is given.
//
// Ids are stable, so that a decision holds in every later run. Seen says what it
// was made on: by it, a run can tell that the evidence has changed since.
type Decision struct {
	Same    []string  `json:"same,omitempty"`    // assertions, two or more
	Apart   []string  `json:"apart,omitempty"`   // assertions, two or more
	Dismiss string    `json:"dismiss,omitempty"` // a finding or an issue, by its id in the report
	Confirm string    `json:"confirm,omitempty"` // the same
	Pending string    `json:"pending,omitempty"` // the same
	By      string    `json:"by,omitempty"`
	On      edtf.Time `json:"on,omitzero"`
	Why     string    `json:"why,omitempty"`
	Seen    *Evidence `json:"seen,omitzero"` // nil: not known

	Withdrawn *Withdrawal `json:"withdrawn,omitzero"` // somebody has taken it back: it has no force
}

// Review is where people's decisions leave a finding.
type Review int

// The reviews. Of a finding under NoReview nobody has decided anything.
const (
	NoReview  Review = iota
	Pending          // somebody waits for more, people disagree, or the evidence has changed
	Confirmed        // somebody has checked it and found it so
	Dismissed        // somebody has checked it and found it wrong or of no interest
)

var reviews = enum.Table{What: "review", Words: []string{"none", "pending", "confirmed", "dismissed"}}

func (r Review) String() string                { return reviews.String(int(r)) }
func (r Review) MarshalText() ([]byte, error)  { return reviews.Marshal(int(r)) }
func (r *Review) UnmarshalText(b []byte) error { return parse(reviews, b, r) }

// Review returns what d says of a finding or an issue, and its id. It returns
// NoReview where d is on assertions.
func (d *Decision) Review() (Review, string) {
	switch {
	case d.Pending != "":
		return Pending, d.Pending
	case d.Confirm != "":
		return Confirmed, d.Confirm
	case d.Dismiss != "":
		return Dismissed, d.Dismiss
	}
	return NoReview, ""
}

// Settle returns where several decisions on one finding leave it: what all say or,
// where they differ, what those say that no later one follows. Where these differ
// too, since nothing but dates puts one person's word after another's, it is
// Pending. Decisions without a date are neither before nor after any other; those
// that were withdrawn don't count.
func Settle(ds []Decision) Review {
	var held []Review
	ds = slices.DeleteFunc(slices.Clone(ds), func(d Decision) bool { return d.Withdrawn != nil })
	for _, d := range ds {
		if r, _ := d.Review(); r != NoReview && !slices.ContainsFunc(ds, func(e Decision) bool { return later(e.On, d.On) }) {
			held = append(held, r)
		}
	}
	return one(held, Pending)
}

// later reports whether a person's word of the first date takes the place of one of
// the second: both are stated, and nothing of the two overlaps.
func later(x, y edtf.Time) bool { return !x.IsZero() && !y.IsZero() && y.Before(x) }

// one returns what all of the list are, or other where they differ, or the zero
// value where there are none.
func one[T comparable](list []T, other T) T {
	var zero T
	for _, x := range list {
		if x != list[0] {
			return other
		}
		zero = x
	}
	return zero
}

// rank orders decisions: by date, then by all that they say.
func (d *Decision) rank() string { return d.On.String() + "\x00" + asJSON(d) }

// asJSON returns v as it stands in a file: equal values give equal text.
func asJSON(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		return err.Error() // a value without a word, which no valid dossier holds
	}
	return string(b)
}

// unite returns the members of both lists, each once, in order of rank: the same
// whichever list comes first.
func unite[T any](a, b []T, rank func(*T) string) []T {
	var out []T
	last := ""
	for i, x := range ranked(slices.Concat(a, b), rank) {
		if i == 0 || x.rank != last {
			out = append(out, *x.of)
		}
		last = x.rank
	}
	return out
}

type rankOf[T any] struct {
	rank string
	of   *T
}

// ranked returns the members of the list in order of rank.
func ranked[T any](list []T, rank func(*T) string) []rankOf[T] {
	out := make([]rankOf[T], len(list))
	for i := range list {
		out[i] = rankOf[T]{rank(&list[i]), &list[i]} // once each: it is dear
	}
	slices.SortStableFunc(out, func(x, y rankOf[T]) int { return cmp.Compare(x.rank, y.rank) })
	return out
}

func (v *validator) decisions() {
	for i, d := range v.d.Decisions {
		path := fmt.Sprintf("$.decisions[%d]", i)
		var given []string
		for _, f := range []struct {
			name  string
			given bool
		}{{"same", len(d.Same) > 0}, {"apart", len(d.Apart) > 0}, {"dismiss", d.Dismiss != ""}, {"confirm", d.Confirm != ""}, {"pending", d.Pending != ""}} {
			if f.given {
				given = append(given, f.name)
			}
		}
		if len(given) != 1 {
			v.fault(path, "a decision holds one of \"same\", \"apart\", \"dismiss\", \"confirm\" and \"pending\", not %d (%s)", len(given), strings.Join(given, ", "))
			continue
		}
		v.evidence(path+".seen", d.Seen)
		name, ids := given[0], d.Same
		switch name {
		case "apart":
			ids = d.Apart
		case "dismiss", "confirm", "pending":
			continue // findings are made by comparing: the report says which are no longer there
		}
		if len(ids) < 2 {
			v.fault(path+"."+name, "a decision takes two assertions or more")
		}
		for j, id := range ids {
			if _, ok := v.assertions[id]; !ok && !v.struck[id] && !d.Seen.cites(id) {
				v.fault(fmt.Sprintf("%s.%s[%d]", path, name, j), "unknown assertion %q", id)
			}
		}
	}
}

func (v *validator) evidence(path string, e *Evidence) {
	if e == nil {
		return
	}
	if f := e.First; f != nil && (f.ID == "" || f.Digest == "") {
		v.fault(path+".first", "the id %q or the digest %q is missing", f.ID, f.Digest)
	}
	type key struct{ side, id string }
	seen := map[key]bool{}
	for i, c := range e.Cites {
		at := fmt.Sprintf("%s.cites[%d]", path, i)
		switch {
		case c.ID == "":
			v.fault(at+".id", "the id is missing")
		case c.Digest == "":
			v.fault(at+".digest", "the digest of %q is missing", c.ID)
		case seen[key{c.Side, c.ID}]:
			v.fault(at+".id", "duplicate id %q", c.ID)
		}
		seen[key{c.Side, c.ID}] = true
	}
}
