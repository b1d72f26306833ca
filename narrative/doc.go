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
// What this package doesn't do: read language (see package coding) or compare
// accounts (see package compare).
//
// [edtf.Time]: https://pkg.go.dev/github.com/seed514b815a/rashomon/edtf
package narrative
