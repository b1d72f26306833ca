package narrative

import (
	"fmt"
	"reflect"
	"slices"

	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/internal/prose"
)

// Withdrawal says that a decision or a correction was taken back: by whom, when and
// why. What was taken back has no force any more, and stays in the file, so that
// nobody has to guess why a finding is open again. Whoever decides the same anew
// adds another decision.
type Withdrawal struct {
	By  string    `json:"by,omitempty"`
	On  edtf.Time `json:"on,omitzero"`
	Why string    `json:"why,omitempty"`
}

// WithdrawCorrection takes back the i-th correction of d. The correction stays, and
// what it has changed is as it was read: as Was says, but for what other corrections
// say of it. Where nothing says what was read, as in a correction without Was and in
// other versions of the text from which it has struck a word, the assertions stay as
// they are until the text is read again: see [Dossier.Reread].
//
// The error says that it was taken back before. i is from 0 to len(d.Corrections)-1.
func (d *Dossier) WithdrawCorrection(i int, w Withdrawal) error {
	if was := d.Corrections[i].Withdrawn; was != nil {
		return fmt.Errorf("the correction of “%s” was taken back before, by %q", prose.Clip(d.Corrections[i].Quote.Exact, 80), was.By)
	}
	d.Assertions = slices.Clone(d.Assertions)
	d.undo(&d.Corrections[i])
	d.Corrections = slices.Clone(d.Corrections)
	d.Corrections[i].Withdrawn = &w
	d.Correct()
	return nil
}

// undo gives what c, one of d's corrections, has changed as it was read. It is done
// once, when c is taken back, and not whenever d is corrected: what a later reading
// has in common with c is not c's doing.
func (d *Dossier) undo(c *Correction) {
	k := newCorrector(d)
	if c.Said != nil {
		k.unadd(c)
		return
	}
	key := asJSON(c)
	for i := range k.found {
		if f := &k.found[i]; asJSON(f.Correction) == key && f.Was != nil && f.At != nil {
			k.aim(f)
			k.restore(f)
		}
	}
}

// unadd takes out the assertions that c has added, where no other correction adds
// the same.
func (k *corrector) unadd(c *Correction) {
	added := func(c *Correction) map[string]bool {
		return (&Dossier{Sources: k.d.Sources, Corrections: []Correction{*c}}).added()
	}
	mine := added(c)
	key, n := asJSON(c), 0
	for i := range k.d.Corrections {
		other := &k.d.Corrections[i]
		if other.Said == nil || other.Withdrawn != nil {
			continue
		}
		if asJSON(other) == key {
			n++
			if n == 1 {
				continue // c itself
			}
		}
		for id := range added(other) {
			delete(mine, id)
		}
	}
	var gone []string
	for i := range k.d.Assertions {
		if id := k.d.Assertions[i].ID; mine[id] {
			gone = append(gone, id)
		}
	}
	k.drop(gone)
}

// restore gives the assertions that f is aimed at what was read, in the parts that
// are as f has them.
func (k *corrector) restore(f *aimed) {
	if f.NotSaid {
		if f.In == f.Was.Source && k.assertion(f.Was.ID) == nil && k.sound(f.Was) {
			k.d.Assertions = append(k.d.Assertions, *f.Was)
		}
		return
	}
	for _, id := range f.Assertions {
		a := k.assertion(id)
		if back := f.asRead(*a); k.sound(&back) {
			*a = back
		}
	}
}

// asRead returns a as it was read in the parts that are as f has them. f has a Was.
func (f *aimed) asRead(a Assertion) Assertion {
	back := a
	for _, s := range f.settings() {
		as := back
		if s.apply(&as, s.value); reflect.DeepEqual(as, back) {
			s.apply(&back, s.was)
		}
	}
	if back.Focus == "" && (back.Stance == Denies || back.Certainty == NotKnown) && (a.Stance != back.Stance || a.Certainty != back.Certainty) {
		back.Focus = f.Was.Focus // it went with the stance
	}
	return back
}

// standing returns own without what was taken back in other: a word that other holds
// only as withdrawn, where own has not heard of that. bare is what a word says, and
// whether it is withdrawn.
func standing[T any](own, other []T, bare func(T) (string, bool)) []T {
	type held struct{ live, back bool }
	index := func(list []T) map[string]held {
		out := map[string]held{}
		for _, x := range list {
			key, withdrawn := bare(x)
			out[key] = held{out[key].live || !withdrawn, out[key].back || withdrawn}
		}
		return out
	}
	mine, theirs := index(own), index(other)
	return slices.DeleteFunc(slices.Clone(own), func(x T) bool {
		key, withdrawn := bare(x)
		return !withdrawn && !mine[key].back && theirs[key] == held{back: true}
	})
}

// uniteStanding unites two lists of people's words; what one of them has taken back
// doesn't come back by the other.
func uniteStanding[T any](a, b []T, rank func(*T) string, bare func(T) (string, bool)) []T {
	return unite(standing(a, b, bare), standing(b, a, bare), rank)
}

func bareDecision(x Decision) (string, bool) {
	withdrawn := x.Withdrawn != nil
	x.Withdrawn = nil
	return asJSON(x), withdrawn
}

func bareCorrection(x Correction) (string, bool) {
	withdrawn := x.Withdrawn != nil
	x.Withdrawn = nil
	return asJSON(x), withdrawn
}
