package narrative

import (
	"fmt"
	"reflect"
	"slices"
)

// A setting is what a correction says of one part of an assertion.
type setting struct {
	by    *aimed
	slot  string // said, party, stance, focus, certainty, or claim. and a field
	value any
	was   any // as it was read; nil: not known
}

// settings returns what f says of each part of an assertion.
func (f *aimed) settings() []setting {
	var out []setting
	set := func(slot string, value any, was func(*Assertion) any) {
		s := setting{by: f, slot: slot, value: value}
		if f.Was != nil {
			s.was = was(f.Was)
		}
		out = append(out, s)
	}
	set("said", !f.NotSaid, func(*Assertion) any { return true })
	if f.Party != "" {
		set("party", f.Party, func(a *Assertion) any { return a.Party })
	}
	if f.Stance != nil {
		set("stance", *f.Stance, func(a *Assertion) any { return a.Stance })
	}
	if f.Focus != nil {
		set("focus", *f.Focus, func(a *Assertion) any { return a.Focus })
	}
	if f.Certainty != nil {
		set("certainty", *f.Certainty, func(a *Assertion) any { return a.Certainty })
	}
	var claim Claim
	if f.Claim != nil {
		claim = *f.Claim
	}
	for _, field := range claimFields {
		v := reflect.ValueOf(claim).FieldByIndex(field.Index)
		if !v.IsZero() || slices.Contains(f.Without, fieldName(field)) {
			set("claim."+fieldName(field), v.Interface(), func(a *Assertion) any { return reflect.ValueOf(a.Claim).FieldByIndex(field.Index).Interface() })
		}
	}
	return out
}

// apply gives a part of a the value.
func (s setting) apply(a *Assertion, value any) {
	switch s.slot {
	case "party":
		a.Party = value.(string)
		if n := len(a.Chain); n > 0 {
			a.Chain = slices.Clone(a.Chain)
			a.Chain[n-1].Party = a.Party
		}
	case "stance":
		a.Stance = value.(Stance)
	case "focus":
		a.Focus = value.(Facet)
	case "certainty":
		a.Certainty = value.(Certainty)
	}
	for _, field := range claimFields {
		if s.slot == "claim."+fieldName(field) {
			reflect.ValueOf(&a.Claim).Elem().FieldByIndex(field.Index).Set(reflect.ValueOf(value))
		}
	}
	if a.Stance != Denies && a.Certainty != NotKnown {
		a.Focus = "" // it says what is denied or not known
	}
}

// decide returns the setting that counts, nil where people disagree, and those that
// a later one follows.
func decide(all []setting) (s *setting, followed []setting) {
	var held []setting
	for _, x := range all {
		if slices.ContainsFunc(all, func(y setting) bool { return later(y.by.On, x.by.On) && !reflect.DeepEqual(x.value, y.value) }) {
			followed = append(followed, x)
		} else {
			held = append(held, x)
		}
	}
	for _, x := range held {
		if !reflect.DeepEqual(x.value, held[0].value) {
			return nil, followed
		}
	}
	return &held[0], followed
}

// settle applies to each assertion what is said of its parts, and tells each
// correction what came of it.
func (k *corrector) settle() {
	var dropped []string
	for i := range k.d.Assertions {
		a := &k.d.Assertions[i]
		all := k.targets[a.ID]
		if len(all) == 0 {
			continue
		}
		next := *a
		said := k.slot(&next, all, "said")
		switch {
		case said == nil: // people disagree on whether it is said at all: nothing of it is corrected
			for _, x := range all {
				x.revert(&next, []setting{x})
			}
		case said.value == false:
			dropped = append(dropped, a.ID)
			continue
		default:
			for _, slot := range slots(all) {
				if slot != "said" {
					k.slot(&next, all, slot)
				}
			}
		}
		if err := k.unsound(&next); err != nil {
			for _, s := range all {
				s.by.unsound, s.by.Note = true, fmt.Sprintf("It would make no assertion: %v.", err)
			}
			continue
		}
		*a = next
	}
	for i := range k.found {
		f := &k.found[i]
		switch {
		case f.unsound || f.State != Stale || f.wins+f.lost+f.even == 0:
		case f.even > 0:
			f.State = Disputed
		case f.wins == 0:
			f.State = Superseded
		default:
			f.State = Applied
		}
		f.Assertions = slices.DeleteFunc(f.Assertions, func(id string) bool { return slices.Contains(dropped, id) })
	}
	k.drop(dropped)
}

// slot gives one part of a what counts of all that is said, and returns it: nil
// where people disagree, and the part is as it was read.
func (k *corrector) slot(a *Assertion, all []setting, slot string) *setting {
	of := slices.DeleteFunc(slices.Clone(all), func(s setting) bool { return s.slot != slot })
	s, followed := decide(of)
	for _, x := range of {
		switch {
		case slices.ContainsFunc(followed, func(y setting) bool { return y.by == x.by }):
			x.by.lost++
		case s == nil:
			x.by.even++
		case slot != "said" || x.by.NotSaid: // that it is said is nothing new
			x.by.wins++
		}
	}
	if s == nil {
		of[0].revert(a, of)
		return nil
	}
	s.apply(a, s.value)
	return s
}

// revert gives a part of a what was read, where one of the settings was applied
// before.
func (s setting) revert(a *Assertion, of []setting) {
	if s.was == nil {
		return
	}
	for _, x := range of {
		as := *a
		x.apply(&as, x.value)
		if reflect.DeepEqual(as, *a) {
			s.apply(a, s.was)
			return
		}
	}
}

// drop takes out what nobody says. Where no correction keeps what was read, those
// who spoke of it are told: a decision keeps it as evidence.
func (k *corrector) drop(ids []string) {
	if len(ids) == 0 {
		return
	}
	kept := map[string]bool{}
	for _, c := range k.d.Corrections {
		if c.Was != nil {
			kept[c.Was.ID] = true
		}
	}
	gone := slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return kept[id] })
	k.d.Decisions = keepEvidence(k.d, gone)
	k.d.Assertions = slices.DeleteFunc(k.d.Assertions, func(a Assertion) bool { return slices.Contains(ids, a.ID) })
	for i := range k.d.Assertions {
		if a := &k.d.Assertions[i]; slices.Contains(gone, a.Claim.About) {
			a.Claim.About = ""
		}
	}
}

// keepEvidence returns the decisions of d; those on assertions that are about to go
// say what these were.
func keepEvidence(d *Dossier, gone []string) []Decision {
	out := slices.Clone(d.Decisions)
	for i := range out {
		x := &out[i]
		for _, id := range slices.Concat(x.Same, x.Apart) {
			if slices.Contains(gone, id) && !x.Seen.cites(id) {
				x.Seen = x.Seen.with(d.Seen(id))
			}
		}
	}
	return out
}

// slots returns the parts that the settings are about, in order.
func slots(all []setting) []string {
	var out []string
	for _, s := range all {
		out = append(out, s.slot)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
