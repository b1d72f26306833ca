// Package attribution finds in an English text who is said to have said what.
//
//	as, err := attribution.English{}.Extract(ctx, doc)
//	for _, a := range as {
//		who := a.Chain[len(a.Chain)-1] // the speaker; before it, those who report that
//		fmt.Println(who.Speaker.Exact, who.Cue.Exact, a.Content[0].Exact)
//	}
//
// The words used here:
//
//   - A cue is a word or phrase that says that somebody holds something: "said",
//     "according to", "their claim". The cues stand in cues.tsv, with the ways in
//     which each takes its content (its frames), the speech act and the manner;
//     [LookupCue] reads it for others.
//   - The speaker is the shortest phrase that names who holds it: "the ministry",
//     "it", "Jane Doe, a spokeswoman". The antecedent is the fuller name that a
//     short form or a pronoun stands for.
//   - The content is the shortest span of what is held, without the cue and
//     "that", in pieces where a cue interrupts it.
//   - A construction is the way in which the three are put together. Each is a
//     file or a part of one: reported clauses (clause.go; argument.go finds them, extent.go where they begin and
//     end), objects and infinitives (complement.go), passives (passive.go), cue clauses thrown into what they report (parenthesis.go),
//     cue nouns and adjectives (nominal.go), phrases such as "according to"
//     (phrase.go), headings, transcripts and posts (heading.go), quotations
//     (quotation.go finds them, direct.go gives them to speakers).
//
// How a text is read: package english gives sentences with their trees. Each
// sentence is asked for every construction at every cue. The trees are evidence,
// not law: news sentences are long, and the parser puts about one word in eight
// in the wrong place, so the order of words decides wherever it tells as much (a
// comma, a name, "said", a comma). Quotations are then given to the cue whose
// content they are in, the cue behind, the cue before, or the last speaker. Last,
// an attribution whose cue stands in the content of another is nested in it
// (nest.go): its chain names both speakers, the outermost first.
//
// What is no attribution here: what the author says, also of what somebody left unsaid; what somebody is said not to
// have said ("didn't confirm"); names and single words in quotation marks; and,
// inside what one party says, the wishes and opinions of others.
//
// The package doesn't judge what is said nor who is right, doesn't know the party
// behind a name (package narrative/coding does), and reads no other language:
// such a text is refused with a [LanguageError].
package attribution
