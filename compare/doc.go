// Package compare finds where accounts of one happening agree, where they conflict,
// what they leave open and what they have changed.
//
// The smallest useful program:
//
//	d, err := narrative.Decode(file, "clashes.json")
//	var c compare.Comparer
//	r, err := c.Compare(ctx, d)
//	for issue, f := range r.All() {
//		fmt.Println(issue.Title, f.Facet, f.Outcome, f.Kind, f.Why)
//	}
//
// # How it goes
//
// First, an [Aligner] puts the assertions into issues: one issue is one happening.
// Package align holds the built-in one, and the estimation of its weights.
// Then, issue by issue, a [Judge] for each facet (did it happen, whose doing was
// it, where, how many, ...) reads what each assertion says and relates the values
// of different sides: same, narrower, broader, overlapping, disjoint, opposed or
// unknown. Package relation relates what claims state; a table (table.go) turns
// facet and relation into an outcome and its kind.
//
// Around that table stand the laws of an open world, each in a file of its own:
//
//	issue.go          who takes part, which act a word speaks of
//	relay.go          what an adversary puts into somebody's mouth; echoes
//	origins.go        on whose voices a finding rests
//	revision.go       a side's latest word, and what it changed on the way
//	pairs.go          two values are compared only where they speak of one thing
//	responsibility.go mirror accusations are one conflict
//	denial.go         a denial meets exactly what it denies
//	gap.go            silence is never denial, and only participants owe an answer
//	counts.go         a toll has a moment and can only grow; figures are never averaged
//
// The result is a [Report], plain data whose JSON is a contract. The same dossier
// gives the same bytes, whatever its order and the number of cores.
//
// # Accounts move
//
// [Comparer.AsOf] gives the report of an earlier day, without what was said later.
// [Comparer.Timeline] tells what each side said in which order, and which of its
// words raise, change or take back an earlier one. Package diff says what changed
// between two reports: yesterday's and today's, or those before and after a correction.
//
// # Whose voice
//
// Corroboration counts origins, not outlets: [Position.Origins] and
// [Finding.Independent] follow what is passed on, in rings too, to whose word it is.
// Sources in near-identical wording are listed as [copies.Copy], and what they say alike is
// one voice. Outcomes, flags and strength know nothing of copies: these are probable,
// and the laws go by what is declared.
//
// # What people decide
//
// Decisions and corrections of the dossier are part of the report: a [Finding]
// carries the decisions on it as [Ruling], each current, withdrawn, or stale with
// what has changed, and says where they leave it ([Finding.Review]). A finding is known again
// by its id; where its issue goes by another one, since an earlier word or another
// issue was joined to it or the text was edited, by the words. A decision
// whose finding is no longer made stands in [Report.Decisions]. [Report.Seen] gives
// what a decision is made on.
//
// # Judges of one's own
//
// A facet of one's own is named "x-..." and gets a judge of its own, appended to
// [DefaultJudges]. Its values are compared within one act, as places and means
// are.
//
// # What it is not for
//
// It never says who is right, and never what a sentence means: it sees claims, and
// two claims that a reader would hold against each other but that share neither an
// event, a place, a time nor a word are not one happening to it. "Silent" always
// means: not in these sources.
package compare
