// Package coref finds what the phrases of a text stand for: whom "it", "the
// ministry", "Pashinyan" and "CSTO" mean, so that what they say is put to the
// right party.
//
//	a, err := english.Analyze(ctx, text)
//	if err != nil {
//		return err
//	}
//	chains := coref.Resolve(a, nil)
//	full, ok := chains.Antecedent(coref.Span{Start: 120, End: 122}) // "it"
//	if ok {
//		fmt.Println(text[full.Start:full.End]) // Armenia's defence ministry
//	}
//
// The words used here: a mention is a phrase with a noun or pronoun at its head; an
// entity is what one or several mentions stand for; its chain is those mentions.
//
// It works in passes over the whole text, the surest first, each building on those
// before it, as Raghunathan et al. (2010) and Lee et al. (2013) do:
//
//  1. constructions: appositions, relative pronouns, "X is the Y";
//  2. names: equal ones, short forms, acronyms;
//  3. descriptions: "the ministry" is the last ministry of which the same can be
//     said, but never another owner's;
//  4. speakers: "I" and "we" in a quotation are who speaks there;
//  5. pronouns: a log-linear ranker (Denis and Baldridge 2008) chooses among the
//     mentions before that agree in number, gender and class and that binding
//     allows, or none of them;
//  6. what pronouns own: "its army" and, later, "its army".
//
// All but the ranker's weights is rules and readable tables (folder tables). The
// package knows no facts: that Baku is Azerbaijan's capital is for who has a
// gazetteer. Events and what clauses say have no mentions: "this" often has no
// antecedent here. Of ten pronouns some seven are led to the right phrase.
package coref
