// Package diff says what changed between two reports: yesterday's and today's, or
// those before and after a correction.
//
//	for _, issue := range diff.Reports(old, new).Issues {
//		for _, change := range issue.Changes {
//			fmt.Println(change.What, change.Why) // "settled", "answered", "new-conflict", ...
//		}
//	}
//
// [Reports] needs the two reports alone, and works on report files as on reports
// just made. Findings that stand are told only where a position in them moved; a
// conflict counts as settled only if one of its sides has spoken since.
//
// [Claims] shows in which parts two claims differ, and [Wording] how one quote became
// another: both are for people to see, and decide nothing.
package diff
