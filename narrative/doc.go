// Package narrative holds what parties say: claims, the assertions by which they
// make them, and the dossier, the file that gathers all of them on one matter.
//
// The words:
//
//   - A [Party] gives an account. It may belong to another; the root of that chain
//     is its side.
//   - A [Claim] is what is said to be the case: an event with its agent, target,
//     place, time, means and counts or, where no structure was found, its text.
//   - An [Assertion] is a claim by a party, with its stance, its certainty, the way
//     by which the word reached us, and the quotes that carry it.
//   - A [Narrative] is the assertions of one side.
//   - A [Dossier] is all that is known on one matter. [Decode] reads one, strictly;
//     [Dossier.Extract] makes assertions of its sources.
//
// Values are as vague as they were said: a figure is an interval, a time is an
// [edtf.Time], a place may hold another. The functions Relate… say how two of them
// stand to each other, as a [Relation].
//
// # What people decide
//
// A [Decision] says what a person holds of a comparison: that assertions speak of one
// happening or not, that a finding is confirmed, dismissed or pending. It keeps, as
// [Evidence], what it was made on, so that a later run can tell whether it still
// stands. A [Correction] says what was read wrongly from a text: not said, said by
// another party, another claim, missed. It is bound to the quote's anchor, and
// applied by [Dossier.Correct] whenever the text is read, also when it was edited a
// little; what can't be anchored for sure is stale, and changes nothing.
//
// Where people differ, both words stand in the dossier. The later one counts where
// dates tell which is later; else a finding is pending, and a reading stays as it
// was. The order in which dossiers are merged makes no difference. Who takes a word
// back adds a [Withdrawal] to it: it stays in the file and has no force any more, in
// whichever dossier it was taken back.
//
// In the file:
//
//	"decisions": [{"dismiss": "f76ba85357e57", "by": "A. Reader", "on": "2031-05-04", "why": "two gates",
//	  "seen": {"issue": "i8b53639f152c", "says": "conflict on count (disjoint): ...",
//	    "first": {"id": "d1", "digest": "..."}, "cites": [{"side": "yard", "id": "y1", "digest": "...", "says": "..."}]}}],
//	"corrections": [{"source": "s1", "quote": {"exact": "...", "start": 20, "end": 60}, "was": {the assertion as it was read},
//	  "party": "board", "by": "A. Reader", "why": "a slip",
//	  "withdrawn": {"by": "A. Reader", "on": "2031-05-06", "why": "no slip"}}]
//
// A decision has one of "same", "apart" (assertions), "dismiss", "confirm" and
// "pending" (the id of a finding or issue in the report); a correction one of
// "notSaid", "party", "said" (what was missed) and a change of the claim: "claim",
// whose fields replace those that were read, "without", which empties fields,
// "stance", "focus", "certainty". The ids of "same" and "apart" are those of the
// dossier, of what a correction's "was" keeps, or of what "seen" cites: a decision
// that is made on something outlives it.
//
// What this package doesn't do: read language (see package coding) or compare
// accounts (see package compare).
//
// [edtf.Time]: https://pkg.go.dev/github.com/seed514b815a/rashomon/edtf
package narrative
