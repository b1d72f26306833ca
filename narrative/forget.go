package narrative

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"github.com/seed514b815a/rashomon/source"
)

// Forget takes out all assertions of the sources whose texts d holds, so that
// [Dossier.Extract] reads them again. Decisions on them keep, as evidence, what
// they were made on; corrections are applied again when the texts are read.
//
// The parties and places that were found in texts go, too, where nothing that stays
// names them: a voice without a name would else be another one each time. Those
// that people have declared, or changed since they were found, stay.
func (d *Dossier) Forget() {
	texts := map[string]bool{}
	for _, s := range d.Sources {
		texts[s.ID] = s.Text != ""
	}
	var gone []string
	for _, a := range d.Assertions {
		if texts[a.Source] {
			gone = append(gone, a.ID)
		}
	}
	d.Decisions = keepEvidence(d, gone)
	d.Assertions = slices.DeleteFunc(slices.Clone(d.Assertions), func(a Assertion) bool { return texts[a.Source] })
	for i := range d.Assertions {
		if a := &d.Assertions[i]; slices.Contains(gone, a.Claim.About) {
			a.Claim.About = ""
		}
	}
	needed := d.needed()
	d.Parties = slices.DeleteFunc(slices.Clone(d.Parties), func(p Party) bool { return !needed[p.ID] })
	d.Places = slices.DeleteFunc(slices.Clone(d.Places), func(p Place) bool { return !needed[p.ID] })
}

// Reread reads all sources of d again: it is [Dossier.Forget] and [Dossier.Extract],
// but that a source at fault keeps the assertions that it had. Where ctx ends, d is
// as it was.
func (d *Dossier) Reread(ctx context.Context, x source.Extractor, c Coder) error {
	old := *d
	old.Assertions, old.Parties, old.Places = slices.Clone(d.Assertions), slices.Clone(d.Parties), slices.Clone(d.Places)
	d.Forget()
	left, err := d.read(ctx, x, c)
	if ctx.Err() != nil {
		*d = old
		return ctx.Err()
	}
	if len(left) == 0 {
		return err
	}
	for _, a := range old.Assertions {
		if slices.Contains(left, a.Source) {
			d.Assertions = append(d.Assertions, a)
		}
	}
	needed := d.needed()
	d.Parties = missing(d.Parties, old.Parties, needed, func(p Party) string { return p.ID })
	d.Places = missing(d.Places, old.Places, needed, func(p Place) string { return p.ID })
	d.Correct()
	return err
}

// missing returns the list with those of old that are needed and that it lacks, in
// order of id.
func missing[T any](list, old []T, needed map[string]bool, id func(T) string) []T {
	there := map[string]bool{}
	for _, x := range list {
		there[id(x)] = true
	}
	for _, x := range old {
		if needed[id(x)] && !there[id(x)] {
			list = append(list, x)
		}
	}
	slices.SortFunc(list, func(a, b T) int { return cmp.Compare(id(a), id(b)) })
	return list
}

// needed returns the parties and places that people have declared, that assertions
// and corrections name, and what these belong to.
func (d *Dossier) needed() map[string]bool {
	needed := d.declared()
	add := func(ids ...string) {
		for _, id := range ids {
			needed[id] = true
		}
	}
	claim := func(c *Claim) {
		add(slices.Concat(c.Agent, c.Target, c.Place)...)
		for _, n := range c.Count {
			add(n.Who...)
		}
	}
	for i := range d.Assertions {
		a := &d.Assertions[i]
		add(a.Party, a.Origin)
		for _, l := range a.Chain {
			add(l.Party)
		}
		claim(&a.Claim)
	}
	for _, c := range d.Corrections {
		add(c.Party)
		if c.Claim != nil {
			claim(c.Claim)
		}
		if c.Said != nil {
			add(c.Said.Party, c.Said.Origin)
			claim(&c.Said.Claim)
		}
	}
	in := map[string]string{}
	for _, p := range d.Parties {
		in[p.ID] = p.Of
	}
	for _, p := range d.Places {
		in[p.ID] = p.Within
	}
	var ids []string
	for id := range needed {
		ids = append(ids, id)
	}
	for _, id := range ids {
		for id = in[id]; id != "" && !needed[id]; id = in[id] {
			needed[id] = true
		}
	}
	return needed
}

// mark is a digest of a party as it is now.
func (p Party) mark() string {
	p.Found = ""
	return mark(p)
}

// mark is a digest of a place as it is now.
func (p Place) mark() string {
	p.Found = ""
	return mark(p)
}

func mark(v any) string {
	sum := sha256.Sum256([]byte(asJSON(v)))
	return hex.EncodeToString(sum[:4])
}

// declared returns the parties and places that people have declared, or changed.
func (d *Dossier) declared() map[string]bool {
	out := map[string]bool{}
	for _, p := range d.Parties {
		if p.Found != p.mark() {
			out[p.ID] = true
		}
	}
	for _, p := range d.Places {
		if p.Found != p.mark() {
			out[p.ID] = true
		}
	}
	return out
}

// markFound marks all but the declared parties and places as found in texts.
func (d *Dossier) markFound(declared map[string]bool) {
	for i := range d.Parties {
		if p := &d.Parties[i]; declared[p.ID] {
			p.Found = ""
		} else {
			p.Found = p.mark()
		}
	}
	for i := range d.Places {
		if p := &d.Places[i]; declared[p.ID] {
			p.Found = ""
		} else {
			p.Found = p.mark()
		}
	}
}
