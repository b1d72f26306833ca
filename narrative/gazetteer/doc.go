// Package gazetteer knows the names that news uses for states, their people,
// capitals and governments, and for regions and towns.
//
//	for _, n := range gazetteer.Names("Azerbaijani") {
//		fmt.Println(n.State.Name, n.Sense) // Azerbaijan adjective
//	}
//	for _, p := range gazetteer.Places("Kelbajar") {
//		fmt.Println(p.Name, p.State.Name) // Kalbajar Azerbaijan
//	}
//
// The words used here:
//
//   - A [State] is a state or a territory that news treats as an actor, with all
//     that it and its people are called. One without a Holder that is [Contested]
//     is claimed by several: nothing here says whose it is.
//   - A [Naming] is one reading of a word: "French" is the adjective of France.
//   - A [Place] is a region of the first level or a town. Towns in contested
//     territory lie in that territory and in no state.
//
// Spellings are folded: case, marks, hyphens and apostrophes don't count, but a
// name starts with a capital ("Turkey", not "turkey") and an acronym is one ("US",
// not "us").
//
// The data are embedded and read at the first look-up, in some 30 ms; folder data
// tells where they come from. The package isn't for geography: it has no
// coordinates, and of villages only those that are seats of districts.
package gazetteer
