package narrative

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/internal/prose"
	"github.com/seed514b815a/rashomon/source"
)

// Correction is a person's word on what was read wrongly from a text: a quote that
// nobody says (NotSaid), that another party says (Party), that claims something
// else (Claim and what goes with it), or that was missed (Said). Exactly one of the
// four is given.
//
// It is bound to the quote and not to an assertion, so that it is applied whenever
// the text is read again, by whatever extractor: see [Dossier.Correct].
type Correction struct {
	// Source is the id of the text in which the correction was made. The text is
	// known again under another id by URL or, where it had none, by Title and
	// Publisher; with neither of these it is known by its id alone.
	Source    string `json:"source"`
	URL       string `json:"url,omitempty"`
	Title     string `json:"title,omitempty"`
	Publisher string `json:"publisher,omitempty"`

	Quote source.Anchor `json:"quote"`          // of the assertion's quotes, the first
	Was   *Assertion    `json:"was,omitzero"`   // the assertion as it was read; nil: whatever is read from the quote
	Alone bool          `json:"alone,omitzero"` // Was was the only one of the quote: whatever is read from it is meant, too
	By    string        `json:"by,omitempty"`   // who corrects
	On    edtf.Time     `json:"on,omitzero"`    // when
	Why   string        `json:"why,omitempty"`  // for what reason

	NotSaid bool     `json:"notSaid,omitempty"`
	Party   string   `json:"party,omitempty"`   // who says it
	Said    *Missed  `json:"said,omitzero"`     // what was missed
	Claim   *Claim   `json:"claim,omitzero"`    // what is claimed; fields that are left out stay as they were read
	Without []string `json:"without,omitempty"` // fields of the claim that are nowhere said: "place"

	// These go with Claim and Without, or stand alone; nil: as it was read.
	Stance    *Stance    `json:"stance,omitzero"`
	Focus     *Facet     `json:"focus,omitzero"` // "": none
	Certainty *Certainty `json:"certainty,omitzero"`

	Withdrawn *Withdrawal `json:"withdrawn,omitzero"` // somebody has taken it back: see [Dossier.WithdrawCorrection]
}

// Missed is an assertion that was missed; its id, source and quote follow from the
// correction. The fields are those of an [Assertion].
type Missed struct {
	Party     string      `json:"party"`
	Said      edtf.Time   `json:"said,omitzero"`
	Stance    Stance      `json:"stance,omitzero"`
	Focus     Facet       `json:"focus,omitempty"`
	Certainty Certainty   `json:"certainty,omitzero"`
	Mode      source.Mode `json:"mode,omitzero"`
	Origin    string      `json:"origin,omitempty"`
	Claim     Claim       `json:"claim"`
}

func (m *Missed) assertion() Assertion {
	return Assertion{Party: m.Party, Said: m.Said, Stance: m.Stance, Focus: m.Focus, Certainty: m.Certainty, Mode: m.Mode, Origin: m.Origin, Claim: m.Claim}
}

// bind binds c to a text and to a quote in it.
func (c *Correction) bind(d *source.Document, quote source.Anchor) {
	c.Source, c.URL, c.Title, c.Publisher, c.Quote = d.ID, d.URL, d.Title, d.Publisher, quote
}

// NewCorrection returns a correction that is bound to the assertion of d with that
// id, for the caller to say what is wrong with it. The error says that d holds no
// such assertion, or that it quotes no text.
func (d *Dossier) NewCorrection(assertion string) (*Correction, error) {
	var a Assertion
	if i := slices.IndexFunc(d.Assertions, func(a Assertion) bool { return a.ID == assertion }); i >= 0 {
		a = d.Assertions[i]
	}
	for _, c := range d.Corrections {
		if c.Was != nil && c.Was.ID == assertion && c.Withdrawn == nil {
			a = *c.Was // as it was read, and not as others have corrected it
			break
		}
	}
	if a.ID == "" {
		return nil, fmt.Errorf("unknown assertion %q", assertion)
	}
	j := slices.IndexFunc(d.Sources, func(s *source.Document) bool { return s.ID == a.Source })
	if j < 0 || len(a.Words()) == 0 {
		return nil, fmt.Errorf("the assertion %q quotes no text that a correction could be bound to: edit it in the dossier", assertion)
	}
	q, err := d.Sources[j].Anchor(a.Words()[0].Start, a.Words()[0].End)
	if err != nil {
		return nil, fmt.Errorf("the assertion %q: %w", assertion, err)
	}
	c := &Correction{Was: &a, Alone: true}
	beside := func(b *Assertion) {
		if b.ID != a.ID && b.Source == a.Source && slices.ContainsFunc(b.Words(), func(q source.Anchor) bool { return sameWords(d.Sources[j].Text, q, a.Words()[0]) }) {
			c.Alone = false
		}
	}
	for i := range d.Assertions {
		beside(&d.Assertions[i])
	}
	for _, x := range d.Corrections {
		if x.Was != nil && x.Withdrawn == nil {
			beside(x.Was) // dropped, maybe
		}
	}
	c.bind(d.Sources[j], q)
	return c, nil
}

// NewMissed returns a correction that adds an assertion of the quote, for the
// caller to fill in Said. exact is the quote; where it stands several times in the
// text, the error is one of [source.Document.Find].
func (d *Dossier) NewMissed(src, exact string) (*Correction, error) {
	j := slices.IndexFunc(d.Sources, func(s *source.Document) bool { return s.ID == src })
	if j < 0 {
		return nil, fmt.Errorf("unknown source %q", src)
	}
	q, err := d.Sources[j].Find(source.Anchor{Exact: exact})
	if err != nil {
		return nil, err
	}
	c := &Correction{Said: &Missed{}}
	c.bind(d.Sources[j], q)
	return c, nil
}

// reclaims reports whether c says what is claimed.
func (c *Correction) reclaims() bool {
	return c.Claim != nil || len(c.Without) > 0 || c.Stance != nil || c.Focus != nil || c.Certainty != nil
}

// rank orders corrections: by text, place and date, then by all that they say.
func (c *Correction) rank() string {
	return fmt.Sprintf("%s\x00%010d\x00%010d\x00%s\x00%s", c.Source, c.Quote.Start, c.Quote.End, c.On, asJSON(c))
}

// claimFields are the fields of a claim by the names that they have in a file.
var claimFields = reflect.VisibleFields(reflect.TypeFor[Claim]())

func fieldName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}

func (v *validator) corrections() {
	for i := range v.d.Corrections {
		c := &v.d.Corrections[i]
		path := fmt.Sprintf("$.corrections[%d]", i)
		if c.Source == "" {
			v.fault(path+".source", "the source is missing")
		}
		v.quoted(path+".quote", c.Quote)
		var given []string
		for _, f := range []struct {
			name  string
			given bool
		}{{"notSaid", c.NotSaid}, {"party", c.Party != ""}, {"said", c.Said != nil}, {"claim", c.reclaims()}} {
			if f.given {
				given = append(given, f.name)
			}
		}
		if len(given) != 1 {
			v.fault(path, "a correction holds one of \"notSaid\", \"party\", \"said\" and \"claim\" (with \"without\", \"stance\", \"focus\", \"certainty\"), not %d (%s)", len(given), strings.Join(given, ", "))
			continue
		}
		if c.Party != "" {
			v.party(path+".party", c.Party)
		}
		if c.Claim != nil {
			v.claim(path+".claim", c.Claim)
		}
		if c.Focus != nil && *c.Focus != "" && !c.Focus.Valid() {
			v.fault(path+".focus", "unknown facet %q", *c.Focus)
		}
		v.without(path, c)
		if c.Was != nil {
			v.was(path, c)
		} else if c.Alone {
			v.fault(path+".alone", "\"alone\" goes with \"was\"")
		}
		if c.Said != nil {
			a := c.Said.assertion()
			v.assertion(path+".said", &a)
		}
	}
}

// quoted faults an anchor that can stand in no text. Whether it stands in the text
// of the dossier is no fault: texts change.
func (v *validator) quoted(path string, q source.Anchor) {
	switch {
	case strings.TrimSpace(q.Exact) == "":
		v.fault(path+".exact", "the quote is missing")
	case !utf8.ValidString(q.Exact):
		v.fault(path+".exact", "the quote %q is not in UTF-8", prose.Clip(q.Exact, 80))
	case q.Start < 0 || q.End-q.Start != len(q.Exact):
		v.fault(path, "the offsets %d to %d are not those of a quote of %d bytes: %q", q.Start, q.End, len(q.Exact), prose.Clip(q.Exact, 80))
	}
}

func (v *validator) without(path string, c *Correction) {
	for i, name := range c.Without {
		at := fmt.Sprintf("%s.without[%d]", path, i)
		j := slices.IndexFunc(claimFields, func(f reflect.StructField) bool { return fieldName(f) == name })
		switch {
		case j < 0:
			v.fault(at, "a claim has no field %q", name)
		case slices.Index(c.Without, name) < i:
			v.fault(at, "%q stands twice", name)
		case c.Claim != nil && !reflect.ValueOf(c.Claim).Elem().FieldByIndex(claimFields[j].Index).IsZero():
			v.fault(at, "%q is given in the claim, too", name)
		}
	}
}

// was faults what can't have been read from the quote.
func (v *validator) was(path string, c *Correction) {
	switch {
	case c.Said != nil:
		v.fault(path+".was", "what was missed was not read: %q", c.Was.ID)
	case c.Was.ID == "":
		v.fault(path+".was.id", "the id is missing")
	case c.Was.Source != c.Source:
		v.fault(path+".was.source", "the source %q isn't that of the correction, %q", c.Was.Source, c.Source)
	case !slices.ContainsFunc(c.Was.Words(), func(q source.Anchor) bool { return q.Start == c.Quote.Start && q.Exact == c.Quote.Exact }):
		v.fault(path+".was.quotes", "the quote %q of the correction isn't among them", prose.Clip(c.Quote.Exact, 80))
	}
}
