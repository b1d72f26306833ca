package compare

import (
	"github.com/seed514b815a/rashomon/narrative"
)

// row is one line of the table that turns a relation into an outcome.
type row struct {
	facet    narrative.Facet // "": any facet that has no row of its own
	relation narrative.Relation
	note     Note
	outcome  Outcome
	kind     Kind
}

// rows maps facet × relation, with its note, to an outcome and its kind. The
// first row that fits decides; what fits no row gives no finding.
//
// Where something is missing, the outcome is undetermined. An unknown relation is so only where the judge says what is missing:
// two kinds of event that have nothing to do with each other are no finding.
// Narrower stands for broader too: the table doesn't know which side is which.
// Denials, gaps and revisions are no relation of two values and have laws of
// their own: see denial.go, gap.go and revision.go.
var rows = []row{
	{"", narrative.Same, Plain, Agreement, "exact"},
	{"", narrative.Same, Approximate, Agreement, "approximate"},
	{"", narrative.Narrower, Plain, Agreement, "narrower"},
	{"", narrative.Narrower, Approximate, Agreement, "approximate"},
	{narrative.FacetOccurrence, narrative.Overlapping, Plain, Agreement, "narrower"}, // two kinds of one family: both entail it
	{"", narrative.Overlapping, Plain, Compatible, "overlapping"},
	{"", narrative.Overlapping, Approximate, Agreement, "approximate"},

	// Lists are open, and times and places many, unless the claim or the kind of
	// event says otherwise.
	{narrative.FacetTarget, narrative.Disjoint, Plain, Compatible, "different-scope"},
	{narrative.FacetPlace, narrative.Disjoint, Plain, Compatible, "different-scope"},
	{narrative.FacetTime, narrative.Disjoint, Plain, Compatible, "different-scope"},
	{narrative.FacetMeans, narrative.Disjoint, Plain, Compatible, "different-scope"},
	{narrative.FacetCount, narrative.Disjoint, Elsewhen, Compatible, "different-scope"},
	{narrative.FacetCount, narrative.Disjoint, Plain, Conflict, "disjoint"},
	{narrative.FacetResponsibility, narrative.Disjoint, Plain, Conflict, "disjoint"}, // or a mirror accusation, or of a state its status: see responsibility.go

	{narrative.FacetCause, narrative.Opposed, Plain, Conflict, "cause"},

	// Another name for what both describe is never a factual conflict.
	{narrative.FacetLabel, narrative.Opposed, Plain, Framing, "opposed"},
	{narrative.FacetLabel, narrative.Disjoint, Plain, Framing, "different"},
	{narrative.FacetLabel, narrative.Disjoint, Exclusive, Framing, "different"},

	{"", narrative.Opposed, Plain, Conflict, "disjoint"},
	{"", narrative.Disjoint, Exclusive, Conflict, "disjoint"},
	{"", narrative.Disjoint, Elsewhen, Compatible, "different-scope"},
	{"", narrative.Disjoint, Plain, Compatible, "different-scope"},
}

// rule returns the outcome of a verdict on a facet. ok is false where it gives no
// finding.
func rule(facet narrative.Facet, v Verdict) (o Outcome, k Kind, ok bool) {
	r := v.Relation
	if r == narrative.Unknown || len(v.Missing) > 0 {
		return Undetermined, "", len(v.Missing) > 0
	}
	if r == narrative.Broader {
		r = narrative.Narrower
	}
	for _, t := range rows {
		if (t.facet == "" || t.facet == facet) && t.relation == r && t.note == v.Note {
			return t.outcome, t.kind, true
		}
	}
	return Undetermined, "", false
}
