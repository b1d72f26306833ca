package narrative

// Surer returns d without the assertions whose confidence is below a bound: 0 keeps
// all. One without a stated confidence has 1 and stays. A word that answers one which
// is left out no longer says which it answers and, where it says nothing else
// ("baseless"), is left out too; decisions are kept as far as what they are about is
// in. Parties, places and sources stay, and d isn't changed.
//
// What is left out is not said to be unsaid: a comparison of what remains may tell of
// a silence where there was a word that the extractor wasn't sure of.
func (d *Dossier) Surer(confidence float64) *Dossier {
	out := *d
	in := make(map[string]bool, len(d.Assertions))
	empty := map[string][]string{} // id → those that answer it and say nothing else
	var left []string              // out
	for i := range d.Assertions {
		a := &d.Assertions[i]
		if in[a.ID] = a.Confident() >= confidence; !in[a.ID] {
			left = append(left, a.ID)
		}
		if a.Claim.About != "" && !a.Claim.hasContent() {
			empty[a.Claim.About] = append(empty[a.Claim.About], a.ID)
		}
	}
	for len(left) > 0 {
		id := left[len(left)-1]
		left = left[:len(left)-1]
		for _, answer := range empty[id] {
			if in[answer] {
				in[answer] = false
				left = append(left, answer)
			}
		}
	}
	out.Assertions = nil
	for _, a := range d.Assertions {
		if !in[a.ID] {
			continue
		}
		if to, ok := in[a.Claim.About]; ok && !to {
			a.Claim.About = ""
		}
		out.Assertions = append(out.Assertions, a)
	}
	out.Decisions = decisionsOn(d.Decisions, func(id string) bool { known, ok := in[id]; return !ok || known })
	return &out
}
