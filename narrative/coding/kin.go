package coding

import "strings"

// A family is one voice: mother, brother and lawyer speak for it alike.

// kin are nouns for somebody's family and its members.
var kin = map[string]bool{"family": true, "relative": true, "mother": true, "father": true, "parent": true, "brother": true, "sister": true, "son": true, "daughter": true, "wife": true, "husband": true, "widow": true, "widower": true, "uncle": true, "aunt": true, "cousin": true, "nephew": true, "niece": true, "grandmother": true, "grandfather": true, "sibling": true, "stepfather": true, "stepmother": true}

// family returns the family that p speaks of, "" where it is none or nobody says
// whose. "Relatives" of nobody in particular are a group like others.
func (r *reading) family(p *phrase, s scene) string {
	at := -1
	for i := p.lo; i < p.hi; i++ {
		if w := r.ws[i].lower; kin[w] || kin[strings.TrimSuffix(w, "s")] || w == "families" {
			at = i
			break
		}
		if r.ws[i].lower == "of" || r.ws[i].lower == "for" {
			return ""
		}
	}
	if at < 0 || p.plural && r.ws[at].lower == "families" {
		return ""
	}
	surname := ""
	for _, run := range p.names {
		switch {
		case p.place != nil && r.ws[run[0]].known.place != nil:
		case run[1] < at && r.ws[run[1]].lower == "'s", run[1] == at && r.ws[at].lower == "family":
			surname = r.ws[run[1]-1].form // "Marsh's mother", "the Marsh family"
		}
	}
	if p.of != nil && surname == "" && at+1 == p.of.lo-1 && len(p.of.names) > 0 && p.of.class == noClass && p.of.place == nil {
		run := p.of.names[0]
		surname = r.ws[run[1]-1].form // "relatives of Jo Marsh"
	}
	if surname == "" && (p.owner == "his" || p.owner == "her" || p.owner == "their") && s.speaker == "" {
		for i := p.lo; i < at; i++ {
			if r.ws[i].lower != p.owner {
				continue
			}
			if q := r.cast.Party(r.referent(i)); q != nil && q.Kind == "person" {
				surname = q.Name[strings.LastIndexByte(q.Name, ' ')+1:]
			}
		}
	}
	if surname == "" {
		if p.article == "the" || p.owner != "" || p.article == "" && p.lo == at {
			return r.bodies["family"] // the one that the text has named
		}
		return ""
	}
	id := r.addNamed(surname+" family", "group", "")
	r.bodies["family"] = id
	return id
}
