// Package coding turns what somebody is said to have said into claims: who did
// what to whom, where, when, with what, how many. [English] does it for English.
//
//	var d narrative.Dossier
//	d.Sources = docs
//	err := d.Extract(ctx, attribution.English{}, coding.English{})
//
// It works in two steps. First it finds whose word it is: a state's ministry,
// army, leader, capital and people all belong to its side, a company's
// spokeswoman to the company, a union's branch to the union, and an outlet, a
// rebel group or an anonymous source to nobody but itself. Then it reads the
// content's trees for events that its lexicon knows.
//
// What the report itself says that somebody left unsaid ("declined to comment", "did
// not say how many", "it is unclear who fired") is no attribution, and becomes an
// assertion all the same: of the act to decline, or not known, with the facet that is
// left open. It has no quote; its text is the report's words, to which its cue points.
//
// All it knows is in tables, folder tables, and in package gazetteer; no rule
// there or here is about one state, one conflict or one text, so that with two
// sides exchanged in a text the output is the same with the sides exchanged.
//
// It codes what is said, not what is so, and it leaves out what it isn't sure of:
// a claim of which it understands nothing is kept as its text.
package coding
