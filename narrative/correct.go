package narrative

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/seed514b815a/rashomon/internal/enum"
	"github.com/seed514b815a/rashomon/internal/prose"
	"github.com/seed514b815a/rashomon/source"
)

// Corrected is what came of a correction in one text.
type Corrected struct {
	Correction
	In         string          `json:"in,omitempty"`         // the id of the text; "": no text of the dossier is meant
	State      CorrectionState `json:"state"`                //
	At         *source.Match   `json:"at,omitzero"`          // where the quote stands in it now; nil: nowhere, or the correction is withdrawn
	Assertions []string        `json:"assertions,omitempty"` // that it concerns and that are there
	Note       string          `json:"note,omitempty"`       // in one sentence, why it isn't applied, or what is remarkable
}

// CorrectionState says what came of a correction.
type CorrectionState int

// The states.
const (
	Stale      CorrectionState = iota // its quote, or what it was made on, can't be found for sure: not applied
	Applied                           // the dossier's assertions are as it says
	Superseded                        // somebody has corrected the same later
	Disputed                          // others say otherwise, and no date puts one after the other: not applied
	Withdrawn                         // somebody has taken it back: not applied
)

var correctionStates = enum.Table{What: "state of a correction", Words: []string{"stale", "applied", "superseded", "disputed", "withdrawn"}}

func (s CorrectionState) String() string                { return correctionStates.String(int(s)) }
func (s CorrectionState) MarshalText() ([]byte, error)  { return correctionStates.Marshal(int(s)) }
func (s *CorrectionState) UnmarshalText(b []byte) error { return parse(correctionStates, b, s) }

// Correct applies the corrections of d to its assertions and says what came of
// each, in a fixed order, those that were withdrawn last. It may be called as often as one likes, and gives the
// same whatever the order of the corrections. [Dossier.Extract] calls it last.
//
// The quote is looked for by [source.Document.Find] and then, where the text was
// edited, by [source.Document.FindFuzzy], which marks what it finds; a quote that
// neither finds, or finds in several places, is corrected nowhere. Of the
// assertions that quote just these words, those are meant that Was describes or,
// where there is but one, that one.
//
// Where people correct one thing differently, the later word counts; where no date
// tells which is later, the reading stays as it was.
func (d *Dossier) Correct() []Corrected {
	if len(d.Corrections) == 0 {
		return nil
	}
	k := newCorrector(d)
	k.recall()
	for i := range k.found {
		k.aim(&k.found[i])
	}
	k.settle()
	out := make([]Corrected, len(k.found))
	for i := range k.found {
		out[i] = k.found[i].Corrected
	}
	return append(out, k.withdrawn...)
}

// A corrector is one round of correcting a dossier.
type corrector struct {
	d       *Dossier
	v       *validator
	found   []aimed
	targets map[string][]setting // assertion id → what is said of it

	withdrawn []Corrected
}

// aimed is a correction in one text.
type aimed struct {
	Corrected
	doc              *source.Document
	wins, lost, even int // of its settings: that count, that a later one follows, that are disputed
	unsound          bool
}

func newCorrector(d *Dossier) *corrector {
	k := &corrector{d: d, targets: map[string][]setting{}}
	for _, x := range ranked(d.Corrections, (*Correction).rank) {
		c, n := *x.of, len(k.found)
		if c.Withdrawn != nil {
			k.withdrawn = append(k.withdrawn, takenBack(c, d.Sources))
			continue
		}
		for _, doc := range d.Sources {
			if doc != nil && c.concerns(doc) {
				k.found = append(k.found, locate(c, doc))
			}
		}
		if len(k.found) == n {
			k.found = append(k.found, aimed{Corrected: Corrected{Correction: c, Note: fmt.Sprintf("The text %s is not in the dossier.", c.Source)}})
		}
		slices.SortStableFunc(k.found[n:], func(a, b aimed) int { return cmp.Compare(a.In, b.In) })
	}
	k.v = &validator{d: d, ids: map[string]string{}, sources: map[string]*source.Document{}, assertions: map[string]int{}}
	k.v.declare()
	return k
}

// takenBack tells of a correction that was withdrawn.
func takenBack(c Correction, texts []*source.Document) Corrected {
	out := Corrected{Correction: c, State: Withdrawn}
	for _, doc := range texts {
		if doc != nil && doc.ID == c.Source {
			out.In = doc.ID
		}
	}
	if c.Was == nil && c.Said == nil {
		out.Note = "It doesn't say what was read: where it was applied before, the text has to be read again."
	}
	return out
}

// concerns reports whether doc is the text of the correction, or another version
// of it.
func (c *Correction) concerns(doc *source.Document) bool {
	switch {
	case doc.ID == c.Source:
		return true
	case c.URL != "" || doc.URL != "":
		return c.URL == doc.URL
	}
	return c.Title != "" && c.Title == doc.Title && c.Publisher == doc.Publisher
}

// locate looks for the quote in the text.
func locate(c Correction, doc *source.Document) aimed {
	f := aimed{Corrected: Corrected{Correction: c, In: doc.ID}, doc: doc}
	m, err := doc.FindFuzzy(c.Quote)
	switch {
	case err == nil:
		f.At = &m
		if m.Edited {
			f.Note = fmt.Sprintf("The quote was “%s” and is “%s” now.", prose.Clip(c.Quote.Exact, 80), prose.Clip(m.Exact, 80))
		}
	case errors.Is(err, source.ErrAmbiguous):
		f.Note = fmt.Sprintf("“%s” fits several places of the text.", prose.Clip(c.Quote.Exact, 80))
	default:
		f.Note = fmt.Sprintf("“%s” doesn't stand in the text.", prose.Clip(c.Quote.Exact, 80))
	}
	return f
}

// recall brings back what was dropped by a correction that others contradict now.
func (k *corrector) recall() {
	said := map[string][]setting{}
	for i := range k.found {
		f := &k.found[i]
		if f.Was != nil && f.At != nil && f.In == f.Was.Source {
			said[f.Was.ID] = append(said[f.Was.ID], setting{f, "said", !f.NotSaid, true})
		}
	}
	for i := range k.found {
		f := &k.found[i]
		if !f.NotSaid || f.Was == nil || len(said[f.Was.ID]) == 0 {
			continue
		}
		if s, _ := decide(said[f.Was.ID]); (s == nil || s.value == true) && k.assertion(f.Was.ID) == nil && k.sound(f.Was) {
			k.d.Assertions = append(k.d.Assertions, *f.Was)
		}
	}
}

func (k *corrector) assertion(id string) *Assertion {
	for i := range k.d.Assertions {
		if k.d.Assertions[i].ID == id {
			return &k.d.Assertions[i]
		}
	}
	return nil
}

// sound reports whether a could stand in the dossier.
func (k *corrector) sound(a *Assertion) bool { return k.unsound(a) == nil }

func (k *corrector) unsound(a *Assertion) error {
	k.v.faults = nil
	k.v.assertion("$", a)
	return errors.Join(k.v.faults...)
}

// aim finds the assertions that a correction is about, and notes what it says of
// them.
func (k *corrector) aim(f *aimed) {
	if f.At == nil {
		return
	}
	if f.Said != nil {
		k.add(f)
		return
	}
	var at, surely, likely []*Assertion
	for i := range k.d.Assertions {
		a := &k.d.Assertions[i]
		if a.Source != f.In || !slices.ContainsFunc(a.Words(), func(q source.Anchor) bool { return sameWords(f.doc.Text, q, f.At.Anchor) }) {
			continue
		}
		at = append(at, a)
		switch {
		case f.Was == nil:
		case a.ID == f.Was.ID:
			surely = []*Assertion{a}
		case len(surely) == 1 && surely[0].ID == f.Was.ID:
		case k.reads(a, f):
			surely = append(surely, a)
		case k.resembles(a, f):
			likely = append(likely, a)
		}
	}
	switch {
	case len(surely) > 0:
		at = surely
	case !f.NotSaid && k.struck(f): // before what only resembles it
		f.State = Superseded
		return
	case len(likely) == 1:
		at = likely
	case f.NotSaid && (len(at) == 0 || f.Was != nil && !f.Alone):
		f.State = Applied
		return
	case k.struck(f):
		f.State = Superseded
		return
	case len(at) == 0:
		f.remark("Nobody is read as saying this any more.")
		return
	case f.Was != nil && !f.Alone || len(at) > 1 && f.reclaims():
		f.remark("None of the assertions that quote this is surely the one that was corrected.")
		return
	}
	for _, a := range at {
		f.Assertions = append(f.Assertions, a.ID)
		k.targets[a.ID] = append(k.targets[a.ID], f.settings()...)
	}
	slices.Sort(f.Assertions)
}

// struck reports whether somebody says later than f that nobody says it.
func (k *corrector) struck(f *aimed) bool {
	return slices.ContainsFunc(k.found, func(g aimed) bool {
		return g.NotSaid && g.In == f.In && g.At != nil && sameWords(f.doc.Text, g.At.Anchor, f.At.Anchor) &&
			(g.Was == nil || f.Was == nil || g.Was.ID == f.Was.ID) && later(g.On, f.On)
	})
}

func (f *aimed) remark(note string) { f.Note = strings.TrimSpace(f.Note + " " + note) }

// reads reports whether a is what f was made on, as it was read or as f has it.
func (k *corrector) reads(a *Assertion, f *aimed) bool {
	is := saying(a)
	if f.NotSaid || is == saying(f.Was) {
		return is == saying(f.Was)
	}
	as := *f.Was
	for _, s := range f.settings() {
		s.apply(&as, s.value)
	}
	return is == saying(&as)
}

// resembles reports whether a is what f was made on but for what anybody corrects
// in it. What is to be struck must be as it was read there, or as somebody has it:
// else another word of the same quote might be, once the one that is meant is gone.
func (k *corrector) resembles(a *Assertion, f *aimed) bool {
	x, y := *a, *f.Was
	for i := range k.found {
		if g := &k.found[i]; g.Was != nil && g.Was.ID == f.Was.ID {
			if f.NotSaid {
				x = g.asRead(x)
				continue
			}
			for _, s := range g.settings() {
				s.apply(&x, s.value)
				s.apply(&y, s.value)
			}
		}
	}
	return saying(&x) == saying(&y)
}

// saying is what a says, wherever it stands.
func saying(a *Assertion) string {
	bare := *a
	bare.Quotes = nil // that these are the same words was found in another way
	bare.Claim.Text = ""
	return bare.Cited().Digest
}

// sameWords reports whether two anchors hold the same words of a text: marks and
// spaces at the ends don't count.
func sameWords(text string, a, b source.Anchor) bool {
	as, ae := wordsOf(text, a)
	bs, be := wordsOf(text, b)
	return as == bs && ae == be
}

func wordsOf(text string, a source.Anchor) (start, end int) {
	if a.Start < 0 || a.End > len(text) || a.Start > a.End {
		return -1, -1
	}
	s := text[a.Start:a.End]
	mark := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	left := len(s) - len(strings.TrimLeftFunc(s, mark))
	if left == len(s) {
		return a.Start, a.End
	}
	return a.Start + left, a.Start + len(strings.TrimRightFunc(s, mark))
}

// add notes an assertion that the extractor missed; where it has found it by now,
// there is nothing to add.
func (k *corrector) add(f *aimed) {
	a := f.Said.assertion()
	a.ID, a.Source, a.Quotes = f.addedID(f.In), f.In, []source.Anchor{f.At.Anchor}
	f.Assertions = []string{a.ID}
	for i := range k.d.Assertions {
		b := &k.d.Assertions[i]
		if b.ID == a.ID {
			f.State = Applied
			return
		}
		if b.Source == a.Source && saying(b) == saying(&a) && slices.ContainsFunc(b.Quotes, func(q source.Anchor) bool { return sameWords(f.doc.Text, q, f.At.Anchor) }) {
			f.State, f.Assertions = Applied, []string{b.ID}
			f.remark("It is read from the text by now.")
			return
		}
	}
	if err := k.unsound(&a); err != nil {
		f.Note = fmt.Sprintf("It would make no assertion: %v.", err)
		return
	}
	k.d.Assertions = append(k.d.Assertions, a)
	f.State = Applied
}

// addedID is the id of the assertion that c adds to the text: a short hash of both.
func (c *Correction) addedID(in string) string {
	sum := sha256.Sum256([]byte(in + "\x00" + asJSON(c.Quote) + "\x00" + asJSON(c.Said)))
	return "c" + hex.EncodeToString(sum[:5])
}

// added returns the ids of the assertions that corrections add to the texts of d:
// they don't show that a text was read.
func (d *Dossier) added() map[string]bool {
	out := map[string]bool{}
	for i := range d.Corrections {
		if c := &d.Corrections[i]; c.Said != nil {
			for _, s := range d.Sources {
				if s != nil {
					out[c.addedID(s.ID)] = true
				}
			}
		}
	}
	return out
}
