package coding

import (
	"slices"

	"github.com/seed514b815a/rashomon/internal/english"
)

// The police of a town are one voice, whatever the text calls them.

// policeRanks are those of the police, where the text speaks of one.
var policeRanks = map[string]bool{"chief": true, "detective": true, "inspector": true, "superintendent": true, "sergeant": true, "sheriff": true}

// constabulary returns the police of a town, and by whatever name the text goes on to
// call it: "the department", "the force", "the police". It is "" for another body.
func (r *reading) constabulary(p *phrase) string {
	police := slices.ContainsFunc(p.mods, func(m mod) bool { return m.word == "police" })
	switch p.head {
	case "police", "police force":
	case "department", "service":
		bare := p.article == "the" && len(p.mods) == 0 && len(p.names) == 0 && p.of == nil && p.hi-p.lo == 2
		if !police && !(bare && r.bodies[p.head] == "" && r.onPolice()) {
			return ""
		}
	default:
		return ""
	}
	town := p.place
	if town == nil && p.in != nil {
		town = p.in.place
	}
	switch {
	case town != nil && town.Town:
		id := r.addNamed(town.Name+" police", "body", "")
		r.bodies["police"] = id
		r.alias(id, p)
		return id
	case town != nil || len(p.names) > 0:
		return ""
	}
	return r.bodies["police"]
}

// policed reports whether the text speaks of the police, and of no other department
// by its name.
func (r *reading) policed() bool {
	police := false
	for i := range r.ws {
		switch w := r.ws[i].lower; {
		case w == "police":
			police = true
		case (w == "department" || w == "dept") && i+1 < len(r.ws) && r.ws[i+1].lower == "of":
			return false
		case w == "department" && i > 0 && !articles[r.ws[i-1].lower] && r.ws[i-1].lower != "police" && r.token(i-1).UPOS == english.NOUN:
			return false
		}
	}
	return police
}
