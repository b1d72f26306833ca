// Package inference says how two English texts stand to each other: whether who
// believes the one must believe the other, must reject it, or neither.
//
//	var e inference.English
//	i, err := e.Infer(ctx, "Parliament passed the amendment on Monday.", "The amendment was rejected by parliament.")
//	fmt.Println(i.Entailment, i.Why) // contradicts "passed" and "rejected" exclude each other
//
// It serves where claims have no structure, only words: [Judge] makes it a judge
// of package compare. The direction matters: the text may say more than the
// hypothesis. Contradiction has no direction, and none is found without words to
// show for it.
//
// # How it goes
//
//  1. Both texts are read: words, and who does what to whom, whatever the voice
//     (edges.go). Trees of short claims are mended where they lack a verb (repair.go).
//  2. Each predicate gets a polarity: what the sentence says to be so, not so, or
//     open, by negation, modal words and verbs that take a side on their
//     complement, as "fail to" and "know that" do (polarity.go).
//  3. Each content word of the hypothesis is aligned with one of the text: the same
//     word, one made from the same, a synonym, a kind of it, its opposite
//     (align.go).
//  4. Signs of contradiction are looked for where the words around agree: another
//     polarity, words that exclude each other, other figures and times of the
//     same (clues.go), roles and ways that changed places (ties.go, motion.go), another
//     who fills a place that only one can (fillers.go), what somebody is and can't be
//     or no longer is (contrasts.go), another place (places.go), what "respectively"
//     gives to the other (respective.go). What a text tells of two happenings beside
//     each other doesn't count.
//  5. A linear model of some twenty features weighs it all (features.go). [Fit] fits
//     one to other people's judgements.
//
// Steps 2 to 4 follow de Marneffe, Rafferty and Manning (Finding contradictions in
// text, ACL 2008); polarity follows Nairn, Condoravdi and Karttunen (2006). What is
// known about words stands in readable tables, in folder tables.
//
// # What it is not for
//
// It knows words and grammar, not the world: that a murdered man is dead, it may
// know; that who carries a British passport needn't have taken another citizenship,
// it doesn't. Of the contradictions in news that people see, it sees the plain ones,
// fewer than half. It takes both texts to speak of one matter: of two sentences of
// one report that share half their words, it calls one pair in thirteen a
// contradiction, mostly for figures and words that are told of two things. A model that
// knows more takes its place as another [compare.Inferrer].
package inference
