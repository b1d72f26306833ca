package compare

import (
	"cmp"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/compare/align"
	"github.com/seed514b815a/rashomon/compare/copies"
	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/internal/jsonfile"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// Report is what comparing a dossier found. Its JSON is a contract: see
// [Report.Encode]. A Report may be read by several goroutines at once.
type Report struct {
	Rashomon   int                  `json:"rashomon"`
	Title      string               `json:"title,omitempty"`
	AsOf       edtf.Time            `json:"asOf,omitzero"` // the moment up to which words were compared; zero: all
	Sides      []string             `json:"sides"`         // of all who speak or are spoken of, in order of id
	Parties    []narrative.Party    `json:"parties"`
	Places     []narrative.Place    `json:"places"`
	Sources    []*source.Document   `json:"sources"` // without their texts
	Assertions []Assertion          `json:"assertions"`
	Issues     []Issue              `json:"issues"`
	Bridges    []align.Match        `json:"bridges,omitempty"`  // pairs that look alike in issues that, as a whole, don't
	Doubts     []Doubt              `json:"doubts,omitempty"`   // figures that their sources don't state
	Copies     []copies.Copy        `json:"copies,omitempty"`   // sources in near-identical wording, those that credit nobody first
	Unplaced   []Unplaced           `json:"unplaced,omitempty"` // words that may have been said by then or not: left out
	LeftOut    []narrative.Decision `json:"leftOut,omitempty"`  // pairs decided to be the same that would have joined what is decided apart

	Decisions   []Ruling              `json:"decisions,omitempty"`   // those that stand at no finding and no issue: see Ruling
	Corrections []narrative.Corrected `json:"corrections,omitempty"` // what came of each
}

// Assertion is an assertion of the dossier, with the side whose word it is.
type Assertion struct {
	narrative.Assertion
	Side string `json:"side"`
}

// Unplaced is an assertion that a report as of a moment leaves out, since it isn't
// certain that it had been said by then.
type Unplaced struct {
	Assertion string    `json:"assertion"`
	Party     string    `json:"party"`
	Source    string    `json:"source,omitempty"`
	Said      edtf.Time `json:"said,omitzero"` // zero: nobody says when, the source neither or not exactly
}

// Issue is one happening and what the accounts of it come to.
type Issue struct {
	ID           string        `json:"id"` // of its earliest assertion
	Title        string        `json:"title"`
	Was          []string      `json:"was,omitempty"` // ids of issues that later input joined to this one
	Assertions   []string      `json:"assertions"`    // ids, in order
	Participants []string      `json:"participants"`  // sides named as agent, target or counted group
	Counts       []Roll        `json:"counts,omitempty"`
	Links        []align.Match `json:"links,omitempty"` // why these assertions are held to speak of one happening
	Findings     []Finding     `json:"findings"`

	Review    narrative.Review `json:"review,omitzero"`     // where people's decisions on the issue leave it
	Decisions []Ruling         `json:"decisions,omitempty"` // on the issue as a whole
}

// Roll gathers the figures for one measure, population and moment. It gives the
// lowest and the highest, and never a best estimate.
type Roll struct {
	Of     string    `json:"of"`
	Who    string    `json:"who,omitempty"`
	Among  string    `json:"among,omitempty"`
	Span   string    `json:"span,omitempty"`
	AsOf   edtf.Time `json:"asOf,omitzero"`
	Low    *float64  `json:"low,omitempty"`   // nil: open
	LowBy  []string  `json:"lowBy,omitempty"` // the parties whose word the lowest figure is
	High   *float64  `json:"high,omitempty"`  // nil: open
	HighBy []string  `json:"highBy,omitempty"`
}

// Finding is the outcome on one facet of one issue.
type Finding struct {
	ID        string          `json:"id"`
	Facet     narrative.Facet `json:"facet"`
	Scope     Scope           `json:"scope"`
	Outcome   Outcome         `json:"outcome"`
	Kind      Kind            `json:"kind,omitempty"`
	Force     Force           `json:"force,omitzero"` // of a conflict
	Strength  float64         `json:"strength"`       // the weaker confidence of the strongest pair
	Positions []Position      `json:"positions"`      // in order of side
	Silent    []string        `json:"silent"`         // of a gap: the sides that it is about
	Missing   []string        `json:"missing"`        // of an undetermined outcome: what would settle it
	Why       string          `json:"why"`            // one sentence

	Explanation *Explanation `json:"explanation,omitzero"` // where the Comparer was asked to explain

	Review    narrative.Review `json:"review,omitzero"` // where people's decisions leave it
	Decisions []Ruling         `json:"decisions,omitempty"`
}

// Scope says which act and which count a finding is about, as far as that
// applies. Agent and Who are sides (a place that is counted stays a place),
// sorted and joined by "+" where there are several.
type Scope struct {
	Agent string `json:"agent,omitempty"`
	Of    string `json:"of,omitempty"`
	Who   string `json:"who,omitempty"`
	Among string `json:"among,omitempty"`
	Span  string `json:"span,omitempty"`
}

// Position is what one side says on the facet.
type Position struct {
	Side       string   `json:"side"`
	Says       string   `json:"says"`
	Assertions []string `json:"assertions"` // that give it, strongest first; of many, those that tell most
	Flags      []string `json:"flags"`      // admission, echo, hedged, relayed
	Origins    []string `json:"origins"`    // the independent voices that it rests on: sides, or "?"; see Independent
}

// WithNames puts names in the place of the ids in what a position says, where values
// are joined by semicolons and the members of one value by commas: "norlund, hask;
// towns" becomes "Norlund, Hask ridge; towns". name returns a word itself that is no
// id, as [narrative.Cast.Name] does.
func WithNames(says string, name func(id string) string) string {
	values := strings.Split(says, "; ")
	for i, v := range values {
		members := strings.Split(v, ", ")
		for j, m := range members {
			members[j] = name(m)
		}
		values[i] = strings.Join(members, ", ")
	}
	return strings.Join(values, "; ")
}

// Independent returns the voices that the positions of a finding rest on, together.
// Corroboration counts these, and neither outlets nor sides: who passes on another's
// word adds none, nor does one who copied it, and of a ring of those who have it from
// each other one stands for all. A voice from nobody knows where ("?") counts only
// where there is no other.
func (f *Finding) Independent() []string {
	found := map[string]bool{}
	for _, p := range f.Positions {
		for _, o := range p.Origins {
			found[o] = true
		}
	}
	if len(found) > 1 {
		delete(found, unknownVoice)
	}
	return sortedKeys(found)
}

// All walks the findings of all issues, in order.
func (r *Report) All() iter.Seq2[*Issue, *Finding] {
	return func(yield func(*Issue, *Finding) bool) {
		for i := range r.Issues {
			is := &r.Issues[i]
			for j := range is.Findings {
				if !yield(is, &is.Findings[j]) {
					return
				}
			}
		}
	}
}

// Encode writes r as a report file. The same report gives the same bytes.
func (r *Report) Encode(w io.Writer) error { return jsonfile.Encode(w, "report", r) }

// Compare orders the findings of an issue, as [slices.SortFunc] asks for it: by
// facet, outcome, kind and scope, each in the order of its table.
func (f *Finding) Compare(g *Finding) int {
	return cmp.Or(
		cmp.Compare(facetRank(f.Facet), facetRank(g.Facet)),
		cmp.Compare(f.Facet, g.Facet),
		cmp.Compare(outcomeRank[f.Outcome], outcomeRank[g.Outcome]),
		cmp.Compare(slices.Index(kindsOf[f.Outcome], f.Kind), slices.Index(kindsOf[g.Outcome], g.Kind)),
		compareScopes(f.Scope, g.Scope),
	)
}

// outcomeRank puts first what a reader looks for first.
var outcomeRank = [...]int{Conflict: 0, Agreement: 1, Framing: 2, Revision: 3, Gap: 4, Compatible: 5, Undetermined: 6}

func facetRank(f narrative.Facet) int {
	if i := slices.Index(narrative.Facets(), f); i >= 0 {
		return i
	}
	return len(narrative.Facets())
}

func compareScopes(a, b Scope) int {
	return cmp.Or(cmp.Compare(a.Of, b.Of), cmp.Compare(a.Who, b.Who), cmp.Compare(a.Among, b.Among), cmp.Compare(a.Span, b.Span), cmp.Compare(a.Agent, b.Agent))
}
