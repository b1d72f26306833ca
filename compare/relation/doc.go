// Package relation says how what two claims state on one question stands to each
// other, by the values alone: kinds of event, sides, lists of places, targets and
// means, plain words, the groups that figures count.
//
//	relation.Kinds("shelling", "attack")                                    // narrower
//	relation.Lists(cast, narrative.FacetMeans, mortars, artillery)          // narrower
//	relation.Opposed(narrative.FacetCause, "unprovoked", "response")        // true
//
// Both the alignment (package align: are the two of one happening?) and the laws of
// package compare (of one happening, do they agree?) are built on it. What a
// relation comes to, whose word it is, and when it was said are no business of this
// package; figures and times by themselves are related by package narrative.
package relation
