package diff

import (
	"cmp"
	"io"
	"maps"
	"reflect"
	"slices"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/internal/jsonfile"
	"github.com/seed514b815a/rashomon/internal/partition"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// Changes is what changed from one report to another. Its JSON has the field names
// and the version of a [Report].
type Changes struct {
	Rashomon   int                 `json:"rashomon"`
	Title      string              `json:"title,omitempty"`
	WasAsOf    edtf.Time           `json:"wasAsOf,omitzero"` // the moments of the reports
	IsAsOf     edtf.Time           `json:"isAsOf,omitzero"`
	Parties    []narrative.Party   `json:"parties"`
	Places     []narrative.Place   `json:"places"`
	Sources    []*source.Document  `json:"sources"`
	Assertions []compare.Assertion `json:"assertions"` // those that are cited below
	Issues     []IssueChange       `json:"issues"`     // those in which anything changed
	Reread     []Reread            `json:"reread,omitempty"`
}

// IssueChange is what changed in one happening. Issues of two reports are one
// happening where they hold the same assertions for the most part, whatever their
// ids.
type IssueChange struct {
	Was     []string `json:"was"` // ids in the old report; none: it is new
	Is      []string `json:"is"`  // ids in the new report; none: it is gone
	Title   string   `json:"title"`
	Course  string   `json:"course,omitempty"` // new, gone, joined, split, regrouped; "": one stayed one
	Said    []string `json:"said"`             // assertions that only the new report has
	Unsaid  []string `json:"unsaid"`           // that only the old one has
	Changes []Change `json:"changes"`
}

// courses are what may become of an issue.
var courses = []string{"", "new", "gone", "joined", "split", "regrouped"}

// Change is one thing that changed between two reports.
type Change struct {
	ID     string           `json:"id"`
	What   What             `json:"what"`
	Sides  []string         `json:"sides"` // whom it is about: those who hold a position, of a gap those who are or were silent
	Was    *compare.Finding `json:"was,omitempty"`
	Is     *compare.Finding `json:"is,omitempty"`
	Shifts []Shift          `json:"shifts,omitempty"` // of what moved: the positions that did
	By     []string         `json:"by"`               // words that only the new report has and that brought it about; none: the reading or the decisions did
	Why    string           `json:"why"`              // one sentence
}

// Shift is how one side's position in a finding changed.
type Shift struct {
	Side    string            `json:"side"`
	Was     *compare.Position `json:"was,omitempty"` // nil: it held none there
	Is      *compare.Position `json:"is,omitempty"`
	Parts   []Difference      `json:"parts,omitempty"`   // in which the claims of the strongest assertions differ
	Wording []Piece           `json:"wording,omitempty"` // how the quote of the one became that of the other
}

// Reread is an assertion that both reports have, but not alike: the text was read
// anew, or somebody corrected what was read.
type Reread struct {
	Assertion string       `json:"assertion"`
	Parts     []Difference `json:"parts"`
}

// What says in what way something changed; [Whats] lists the ways.
type What string

// Whats lists the ways in which something can change, in the order in which changes
// are told.
//
//	new-conflict    sides contradict each other that did not
//	settled         they no longer do, and one of them has spoken since
//	answered        a side speaks to an accusation that it had left unanswered
//	unanswered      an accusation is left unanswered
//	revised         a side says something else than before, or takes back what it said
//	moved           a finding stands, and the positions in it changed
//	new-agreement   sides agree that did not
//	agreement-gone  they no longer do
//	new-gap         a side leaves open what it did not
//	gap-filled      a side has spoken on what it left open
//	new-framing     ... and so on for the other outcomes
//	conflict-gone   no longer found, though none of its sides said anything new
//	gap-gone        "
//	lapsed          no longer found, since its words are no longer in the report
func Whats() []What {
	return []What{"new-conflict", "settled", "answered", "unanswered", "revised", "moved", "new-agreement", "agreement-gone", "new-gap", "gap-filled",
		"new-framing", "framing-gone", "new-compatible", "compatible-gone", "undetermined", "decided", "conflict-gone", "gap-gone", "revision-gone", "lapsed"}
}

// whats names what came and what went, by outcome: went where a side that it is
// about has spoken since, gone where none has.
var whats = [...]struct{ came, went, gone What }{
	compare.Undetermined: {"undetermined", "decided", "decided"},
	compare.Agreement:    {"new-agreement", "agreement-gone", "agreement-gone"},
	compare.Compatible:   {"new-compatible", "compatible-gone", "compatible-gone"},
	compare.Conflict:     {"new-conflict", "settled", "conflict-gone"},
	compare.Framing:      {"new-framing", "framing-gone", "framing-gone"},
	compare.Gap:          {"new-gap", "gap-filled", "gap-gone"},
	compare.Revision:     {"revised", "revision-gone", "revision-gone"},
}

// Empty reports whether nothing changed.
func (c *Changes) Empty() bool { return len(c.Issues) == 0 && len(c.Reread) == 0 }

// Encode writes c as JSON. The same changes give the same bytes.
func (c *Changes) Encode(w io.Writer) error { return jsonfile.Encode(w, "changes", c) }

// Reports says what changed from the report was to the report is. It compares what
// they found: strength alone, or one more quote for what a side already said, is no
// change. Reports(r, r) is empty; Reports(is, was) tells the same changes the other way
// round, but that nobody's word brings them about. Neither report may be nil.
func Reports(was, is *compare.Report) *Changes {
	d := &differ{was: newEdition(was), is: newEdition(is)}
	c := &Changes{Rashomon: narrative.Version, Title: cmp.Or(is.Title, was.Title), WasAsOf: was.AsOf, IsAsOf: is.AsOf, Issues: []IssueChange{}}
	c.Parties = union(is.Parties, was.Parties, func(p narrative.Party) string { return p.ID })
	c.Places = union(is.Places, was.Places, func(p narrative.Place) string { return p.ID })
	d.cast = narrative.NewCast(&narrative.Dossier{Parties: c.Parties, Places: c.Places})
	for _, g := range d.happenings() {
		if ic, changed := d.issue(g); changed {
			c.Issues = append(c.Issues, ic)
		}
	}
	c.Reread = d.reread()
	d.cite(c)
	return c
}

// union returns the members of both lists, in order of id; of two with one id, the
// first list's.
func union[T any](first, second []T, id func(T) string) []T {
	known := map[string]bool{}
	out := []T{}
	for _, list := range [][]T{first, second} {
		for _, x := range list {
			if !known[id(x)] {
				known[id(x)] = true
				out = append(out, x)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b T) int { return cmp.Compare(id(a), id(b)) })
	return out
}

// differ holds two reports against each other.
type differ struct {
	was, is edition
	cast    *narrative.Cast // of both
}

// edition is one of the two reports, with what it holds looked up.
type edition struct {
	r          *compare.Report
	assertions map[string]*compare.Assertion
	issueOf    map[string]int // assertion → index of its issue
	named      map[string]int // id of an issue, now or before → its index
}

func newEdition(r *compare.Report) edition {
	e := edition{r, map[string]*compare.Assertion{}, map[string]int{}, map[string]int{}}
	for i := range r.Assertions {
		e.assertions[r.Assertions[i].ID] = &r.Assertions[i]
	}
	for i, is := range r.Issues {
		for _, id := range is.Assertions {
			e.issueOf[id] = i
		}
		for _, id := range is.Was {
			if _, known := e.named[id]; !known {
				e.named[id] = i
			}
		}
	}
	for i, is := range r.Issues { // an id of now before one of then
		e.named[is.ID] = i
	}
	return e
}

// happening is the issues of both reports, by index, that are one happening.
type happening struct{ was, is []int }

// happenings puts the issues of both reports together: each goes with the one of
// the other report that holds most of its assertions or, where none holds any, that
// has its id or remembers it.
func (d *differ) happenings() []happening {
	n := len(d.was.r.Issues)
	sets := partition.New(n + len(d.is.r.Issues))
	for i := range d.was.r.Issues {
		if j := d.was.nearest(i, d.is); j >= 0 {
			sets.Join(i, n+j)
		}
	}
	for j := range d.is.r.Issues {
		if i := d.is.nearest(j, d.was); i >= 0 {
			sets.Join(i, n+j)
		}
	}
	byRoot := map[int]*happening{}
	var roots []int
	of := func(x int) *happening {
		r := sets.Find(x)
		if byRoot[r] == nil {
			byRoot[r] = &happening{}
			roots = append(roots, r)
		}
		return byRoot[r]
	}
	for j := range d.is.r.Issues { // in the order of the new report, what is gone last
		h := of(n + j)
		h.is = append(h.is, j)
	}
	for i := range d.was.r.Issues {
		h := of(i)
		h.was = append(h.was, i)
	}
	out := make([]happening, 0, len(roots))
	for _, r := range roots {
		out = append(out, *byRoot[r])
	}
	return out
}

// nearest returns the index of the issue of f that is one happening with the issue
// i of e; -1 if there is none.
func (e edition) nearest(i int, f edition) int {
	is := &e.r.Issues[i]
	shared := map[int]int{}
	for _, id := range is.Assertions {
		if j, ok := f.issueOf[id]; ok {
			shared[j]++
		}
	}
	if len(shared) == 0 {
		for _, id := range slices.Concat([]string{is.ID}, is.Was) {
			if j, ok := f.named[id]; ok {
				return j
			}
		}
		return -1
	}
	best := -1
	for _, j := range slices.Sorted(maps.Keys(shared)) {
		if best < 0 || shared[j] > shared[best] || shared[j] == shared[best] && f.r.Issues[j].ID == is.ID {
			best = j
		}
	}
	return best
}

// reread lists the assertions that both reports have and read differently.
func (d *differ) reread() []Reread {
	var out []Reread
	for i := range d.is.r.Assertions {
		y := &d.is.r.Assertions[i]
		x := d.was.assertions[y.ID]
		if x == nil || reflect.DeepEqual(x, y) {
			continue
		}
		var parts []Difference
		for _, p := range []Difference{
			{"party", x.Party, y.Party}, {"side", x.Side, y.Side}, {"said", x.Said.String(), y.Said.String()}, {"stance", x.Stance.String(), y.Stance.String()},
			{"focus", string(x.Focus), string(y.Focus)}, {"certainty", x.Certainty.String(), y.Certainty.String()}, {"origin", x.Origin, y.Origin},
		} {
			if p.X != p.Y {
				parts = append(parts, p)
			}
		}
		for _, p := range Claims(&x.Claim, &y.Claim) {
			p.Part = "claim." + p.Part
			parts = append(parts, p)
		}
		if len(parts) > 0 {
			out = append(out, Reread{y.ID, parts})
		}
	}
	slices.SortFunc(out, func(a, b Reread) int { return cmp.Compare(a.Assertion, b.Assertion) })
	return out
}

// cite gives the changes the assertions and sources that they name.
func (d *differ) cite(c *Changes) {
	cited := map[string]bool{}
	finding := func(f *compare.Finding) {
		if f == nil {
			return
		}
		for _, p := range f.Positions {
			for _, id := range p.Assertions {
				cited[id] = true
			}
		}
	}
	for _, is := range c.Issues {
		for _, ch := range is.Changes {
			finding(ch.Was)
			finding(ch.Is)
		}
		for _, id := range slices.Concat(is.Said, is.Unsaid) {
			cited[id] = true
		}
	}
	for _, r := range c.Reread {
		cited[r.Assertion] = true
	}
	sources := map[string]bool{}
	c.Assertions = slices.DeleteFunc(union(d.is.r.Assertions, d.was.r.Assertions, func(a compare.Assertion) string { return a.ID }), func(a compare.Assertion) bool {
		sources[a.Source] = sources[a.Source] || cited[a.ID]
		return !cited[a.ID]
	})
	c.Sources = slices.DeleteFunc(union(d.is.r.Sources, d.was.r.Sources, func(s *source.Document) string { return s.ID }), func(s *source.Document) bool { return !sources[s.ID] })
}
