// Package align finds which assertions of a dossier speak of the same happening. It
// is how package compare divides a dossier into issues, and serves by itself too:
//
//	al, err := align.Linkage{}.Align(ctx, dossier)
//	for _, ids := range al.Issues {
//		fmt.Println(ids) // the assertions of one happening
//	}
//
// The method is probabilistic record linkage. Two assertions are compared feature by
// feature (who takes part, what, when, where, how many, in which words), each level
// of likeness has a weight in bits, and the weights are added up ([Match] shows them
// all). In order of what is done:
//
//	blocks.go    an assertion is read, and only pairs that share a key are looked at
//	weights.go   the features, their levels, and the built-in weights
//	clusters.go  pairs become groups, in an order of their own; a vague word welds no two
//	place.go     where a claim would stand that is not in the dossier
//	estimate.go  weights estimated from accounts that nobody has marked
//	mixture.go   expectation maximisation, by which they are
//	prior.go     what the built-in weights have to say in it
//
// After I. P. Fellegi and A. B. Sunter, A theory for record linkage, JASA 64 (1969);
// W. E. Winkler, Using the EM algorithm for weight computation in the Fellegi-Sunter
// model of record linkage (1988), and Improved decision rules in the Fellegi-Sunter
// model of record linkage (1993); A. P. Dempster, N. M. Laird and D. B. Rubin, Maximum
// likelihood from incomplete data via the EM algorithm, JRSS B 39 (1977).
//
// What the assertions of one happening come to is for package compare to say.
package align
