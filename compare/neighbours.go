package compare

import "github.com/seed514b815a/rashomon/narrative"

// neighbour is a verdict next to another, with what parts the two.
type neighbour struct {
	facet  narrative.Facet // "": any
	of     Outcome
	kind   Kind // "": any
	denial bool // of agreements and open verdicts: of two denials, or with a denial
	to     Outcome
	toKind Kind
	when   string
}

// neighbours says, for each verdict, which ones it comes close to and what would
// have to be otherwise. It only describes what table.go and the laws decide.
var neighbours = []neighbour{
	{of: Agreement, kind: "exact", to: Agreement, toKind: "narrower", when: "if one value held the other and more"},
	{of: Agreement, kind: "exact", denial: true, to: Agreement, toKind: "narrower", when: "if one denied more than the other"},
	{of: Agreement, kind: "approximate", to: Conflict, toKind: "disjoint", when: "if the figures lay further apart than a rough figure allows"},
	{facet: narrative.FacetOccurrence, of: Agreement, kind: "narrower", to: Agreement, toKind: "exact", when: "if both named the same kind of event"},
	{facet: narrative.FacetResponsibility, of: Agreement, kind: "narrower", to: Conflict, toKind: "disjoint", when: "if the two named no side in common, or one said that its own are all"},
	{facet: narrative.FacetPlace, of: Agreement, kind: "narrower", to: Compatible, toKind: "overlapping", when: "if neither followed from the other"},
	{facet: narrative.FacetTime, of: Agreement, kind: "narrower", to: Compatible, toKind: "overlapping", when: "if neither followed from the other"},
	{facet: narrative.FacetTarget, of: Agreement, kind: "narrower", to: Compatible, toKind: "overlapping", when: "if neither followed from the other"},
	{facet: narrative.FacetMeans, of: Agreement, kind: "narrower", to: Compatible, toKind: "overlapping", when: "if neither followed from the other"},
	{facet: narrative.FacetCount, of: Agreement, kind: "narrower", to: Conflict, toKind: "disjoint", when: "if no figure fitted both"},
	{of: Agreement, kind: "narrower", denial: true, to: Agreement, toKind: "exact", when: "if both denied the same in every part"},
	{of: Compatible, kind: "overlapping", to: Agreement, toKind: "narrower", when: "if one value followed from the other"},
	{facet: narrative.FacetCount, of: Compatible, kind: "different-scope", to: Conflict, toKind: "disjoint", when: "if both figures were of one moment, or the later were the lower one"},
	{facet: narrative.FacetTarget, of: Compatible, kind: "different-scope", to: Conflict, toKind: "disjoint", when: "if one side said that its list is all"},
	{facet: narrative.FacetMeans, of: Compatible, kind: "different-scope", to: Conflict, toKind: "disjoint", when: "if one side said that its list is all"},
	{facet: narrative.FacetPlace, of: Compatible, kind: "different-scope", to: Conflict, toKind: "disjoint", when: "if one side said that its list is all, or an event of this kind had one place"},
	{facet: narrative.FacetTime, of: Compatible, kind: "different-scope", to: Conflict, toKind: "disjoint", when: "if one side said that it was then only, or an event of this kind had one moment"},

	{of: Conflict, kind: "denial", to: Undetermined, when: "if the claim left open a part that the denial states"},
	{of: Conflict, kind: "denial", to: Agreement, toKind: "exact", when: "if both denied it"},
	{of: Conflict, kind: "mirror-accusation", to: Conflict, toKind: "disjoint", when: "if only one of the two named the other"},
	{of: Conflict, kind: "mirror-accusation", to: Agreement, toKind: "narrower", when: "if one of them named both"},
	{facet: narrative.FacetResponsibility, of: Conflict, kind: "disjoint", to: Conflict, toKind: "mirror-accusation", when: "if each named the other"},
	{facet: narrative.FacetCount, of: Conflict, kind: "disjoint", to: Compatible, toKind: "different-scope", when: "if the higher figure were of a later moment, or another population were counted"},
	{facet: narrative.FacetCount, of: Conflict, kind: "disjoint", to: Agreement, toKind: "approximate", when: "if a figure were said to be rough and the other lay near it"},
	{facet: narrative.FacetPlace, of: Conflict, kind: "disjoint", to: Compatible, toKind: "different-scope", when: "if neither list were said to be all, and the event could have several places"},
	{facet: narrative.FacetTime, of: Conflict, kind: "disjoint", to: Compatible, toKind: "different-scope", when: "if neither said that it was then only, and the event could have several moments"},
	{facet: narrative.FacetTarget, of: Conflict, kind: "disjoint", to: Compatible, toKind: "different-scope", when: "if neither list were said to be all"},
	{facet: narrative.FacetMeans, of: Conflict, kind: "disjoint", to: Compatible, toKind: "different-scope", when: "if neither list were said to be all"},
	{of: Conflict, kind: "status", to: Compatible, toKind: "different-scope", when: "if the two spoke of different times"},
	{of: Conflict, kind: "representation", to: Conflict, toKind: "denial", when: "if the word had been its speaker's own and not put into its mouth"},
	{of: Conflict, kind: "cause", to: Undetermined, when: "if the two causes didn't exclude each other"},
	{of: Conflict, kind: "inconsistent", to: Revision, toKind: "changed", when: "if one word were known to be the later"},

	{of: Framing, kind: "opposed", to: Framing, toKind: "different", when: "if the two names didn't exclude each other; it is never a conflict"},
	{of: Framing, kind: "different", to: Agreement, toKind: "exact", when: "if the two shared a name"},

	{of: Gap, kind: "silent", to: Gap, toKind: "unknown", when: "if the side said that it isn't known yet; it is never a denial"},
	{of: Gap, kind: "declined", to: Gap, toKind: "silent", when: "if the side hadn't been asked, or hadn't refused to comment"},
	{of: Gap, kind: "unquantified", to: Gap, toKind: "silent", when: "if the side didn't speak of them at all"},
	{of: Gap, kind: "unknown", to: Gap, toKind: "silent", when: "if the side didn't say that it isn't known"},
	{of: Gap, kind: "relayed", to: Agreement, toKind: "exact", when: "if the word stood here as its speaker's own"},
	{of: Gap, kind: "unanswered", to: Conflict, toKind: "denial", when: "if the accused denied it"},
	{of: Gap, kind: "unanswered", to: Conflict, toKind: "mirror-accusation", when: "if the accused charged its accuser with it"},
	{of: Gap, kind: "shared", to: Gap, toKind: "silent", when: "if one of them said it"},

	{of: Revision, kind: "raised", to: Conflict, toKind: "inconsistent", when: "if both figures were of one moment and said at once"},
	{of: Revision, kind: "lowered", to: Conflict, toKind: "inconsistent", when: "if both figures were of one moment and said at once"},
	{of: Revision, kind: "withdrawn", to: Conflict, toKind: "inconsistent", when: "if neither word were known to be the later"},
	{of: Revision, kind: "changed", to: Conflict, toKind: "inconsistent", when: "if neither word were known to be the later, and both couldn't be true"},

	{of: Undetermined, to: Agreement, when: "or a conflict, or nothing at all, once what is missing is known"},
	{of: Undetermined, denial: true, to: Conflict, toKind: "denial", when: "if what is missing lies within what is denied"},
}
