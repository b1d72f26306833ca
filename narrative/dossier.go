package narrative

import (
	"strings"

	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/source"
)

// Version is the version of the dossier and report files that this package
// reads and writes.
const Version = 1

// Dossier is all that is known on one matter. It is the file that users keep,
// exchange and hand in; [Decode] reads it and [Encode] writes it.
type Dossier struct {
	Rashomon    int                `json:"rashomon"` // the format's version; 0 means Version
	Title       string             `json:"title,omitempty"`
	Parties     []Party            `json:"parties,omitempty"`
	Places      []Place            `json:"places,omitempty"`
	Sources     []*source.Document `json:"sources,omitempty"`
	Assertions  []Assertion        `json:"assertions"`
	Decisions   []Decision         `json:"decisions,omitempty"`   // of people, on findings and on what is one happening
	Corrections []Correction       `json:"corrections,omitempty"` // of people, of what was read wrongly
}

// Party is an actor that gives an account, or that an account names: a ministry,
// a company, a union, a person, an outlet. Of names the party that it belongs to;
// the root of that chain is its side.
type Party struct {
	ID      string   `json:"id"`
	Name    string   `json:"name,omitempty"`
	Kind    string   `json:"kind,omitempty"` // state, body, person, outlet, organisation, group, anonymous, ...
	Of      string   `json:"of,omitempty"`
	Aliases []string `json:"aliases,omitempty"`
	Found   string   `json:"found,omitempty"` // a digest of it as a text has it: see [Dossier.Forget]; "": people declare it
}

// Place is somewhere that accounts name. Within names the place or party that
// holds it.
type Place struct {
	ID      string   `json:"id"`
	Name    string   `json:"name,omitempty"`
	Kind    string   `json:"kind,omitempty"` // town, district, border, ...
	Within  string   `json:"within,omitempty"`
	Aliases []string `json:"aliases,omitempty"`
	Zone    string   `json:"zone,omitempty"`  // offset of its clocks from UTC: "+04:00"
	Found   string   `json:"found,omitempty"` // as that of a [Party]
}

// Assertion is a claim by a party: the stance that it takes, how firmly, when, in
// which words. A missing field means what FORMATS.md says: the zero value of each
// type is that default.
type Assertion struct {
	ID         string          `json:"id"`
	Party      string          `json:"party"`
	Source     string          `json:"source,omitempty"`
	Said       edtf.Time       `json:"said,omitzero"`       // zero: the source's date
	SaidWhen   string          `json:"saidWhen,omitempty"`  // the words that say when it was said, where they give no date
	Stance     Stance          `json:"stance,omitzero"`     // zero: asserts
	Focus      Facet           `json:"focus,omitempty"`     // the facet denied or unknown; "": occurrence
	Certainty  Certainty       `json:"certainty,omitzero"`  // zero: certain
	Confidence *float64        `json:"confidence,omitzero"` // of the extraction, 0 to 1; nil: 1
	Mode       source.Mode     `json:"mode,omitzero"`       // zero: speech
	Origin     string          `json:"origin,omitempty"`    // whose word it is, or "?"; "": the party's own
	Chain      []Link          `json:"chain,omitempty"`     // outermost reporter first, Party last
	Quotes     []source.Anchor `json:"quotes,omitempty"`
	Claim      Claim           `json:"claim"`
}

// Link is one step of the way by which a word reached us.
type Link struct {
	Party   string         `json:"party"`
	Speaker *source.Anchor `json:"speaker,omitzero"`
	Cue     *source.Anchor `json:"cue,omitzero"`
}

// Claim is what is said to be the case: an event and its parts or, where no
// structure was found, its Text alone.
type Claim struct {
	Act    Act       `json:"act,omitzero"`    // zero: assert
	Event  string    `json:"event,omitempty"` // a kind of event: see package event
	Agent  []string  `json:"agent,omitempty"` // party or place ids
	Target []string  `json:"target,omitempty"`
	Place  []string  `json:"place,omitempty"` // place or party ids, or plain words
	Time   edtf.Time `json:"time,omitzero"`
	When   string    `json:"when,omitempty"` // the words that say when, where they give no date: "Monday night" in a text without one
	Means  []string  `json:"means,omitempty"`
	Cause  []string  `json:"cause,omitempty"`
	Label  []string  `json:"label,omitempty"`
	Only   []Facet   `json:"only,omitempty"` // the facets whose list is said to be complete
	Count  []Count   `json:"count,omitempty"`
	About  string    `json:"about,omitempty"` // the assertion that this one answers
	Text   string    `json:"text,omitempty"`
}

// Count is a figure: how many of what, of whom, as of when. Min and Max bound it,
// both inclusive; a nil one is open, both nil: no figure was given.
type Count struct {
	Of    string    `json:"of"`            // the measure: killed, wounded, ...
	Who   []string  `json:"who,omitempty"` // party or place ids, or plain words
	Among []string  `json:"among,omitempty"`
	Min   *float64  `json:"min,omitzero"`
	Max   *float64  `json:"max,omitzero"`
	About bool      `json:"about,omitzero"` // an approximate figure
	AsOf  edtf.Time `json:"asOf,omitzero"`
	Span  string    `json:"span,omitempty"` // "" and "cumulative": since it began; else a period, EDTF
}

// Words returns where in its source the assertion stands: its quotes or, where it has
// none since the report only tells in its own words what somebody left unsaid, those
// words: the cue that is its text.
func (a *Assertion) Words() []source.Anchor {
	if n := len(a.Chain); len(a.Quotes) == 0 && n > 0 {
		if c := a.Chain[n-1].Cue; c != nil && a.Claim.Text != "" && strings.Join(strings.Fields(c.Exact), " ") == a.Claim.Text {
			return []source.Anchor{*c}
		}
	}
	return a.Quotes
}

// Confident returns the confidence of the extraction: 1 where none is stated.
func (a *Assertion) Confident() float64 {
	if a.Confidence == nil {
		return 1
	}
	return *a.Confidence
}

// Voice returns the party whose word it is: Origin, else the party itself. "?"
// stands for somebody unknown.
func (a *Assertion) Voice() string {
	if a.Origin != "" {
		return a.Origin
	}
	return a.Party
}

// Quoted returns the words in which the assertion stands in its source, the pieces joined by " ... ".
func (a *Assertion) Quoted() string {
	var parts []string
	for _, p := range a.Words() {
		parts = append(parts, strings.Join(strings.Fields(p.Exact), " "))
	}
	return strings.Join(parts, " ... ")
}
