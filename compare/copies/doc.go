// Package copies finds sources in near-identical wording: agency copy that was
// reprinted, an article that was taken over, a statement that two papers print whole.
//
//	found, err := copies.Find(ctx, dossier, narrative.NewCast(dossier))
//	for _, c := range found.List {
//		fmt.Println(c.Why) // "Courier and Post have 21 words in the same wording, ..."
//	}
//
// What stands in quotation marks doesn't count: two papers that quote one speech copy
// nobody. Which way a text went is not said, and not known: dates of publishing don't
// tell. That what two sources say alike is one voice, is for package compare to weigh.
package copies
