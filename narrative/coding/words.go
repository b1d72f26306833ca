package coding

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed tables/actors.txt
var actorTable string

//go:embed tables/outlets.txt
var outletTable string

//go:embed tables/organisations.txt
var organisationTable string

// A class says how a noun names an actor; tables/README.md describes each.
type class int

const (
	noClass class = iota
	anonymous
	body
	group
	honorific
	joint
	organisation
	outlet
	role
	spokesperson
	stateWord
)

var classNames = map[string]class{
	"anonymous": anonymous, "body": body, "group": group, "honorific": honorific, "joint": joint, "organisation": organisation,
	"outlet": outlet, "role": role, "spokesperson": spokesperson, "state": stateWord,
}

// lexicon is what the tables of names give.
type lexicon struct {
	actors  map[string]class  // singular, lower case → class
	longest int               // words of the longest of them
	outlets map[string]string // name as written → canonical name
	orgs    map[string]string
	maxName int // words of the longest outlet or organisation
}

var words = sync.OnceValue(func() *lexicon {
	x := &lexicon{actors: map[string]class{}, outlets: map[string]string{}, orgs: map[string]string{}}
	for l := range strings.Lines(actorTable) {
		name, list, ok := strings.Cut(strings.TrimSpace(l), ":")
		c := classNames[name]
		if !ok || c == noClass {
			continue
		}
		for w := range strings.SplitSeq(list, ",") {
			if w = strings.TrimSpace(w); w != "" {
				x.actors[w] = c
				x.longest = max(x.longest, strings.Count(w, " ")+1)
			}
		}
	}
	for l := range strings.Lines(outletTable) {
		if l = strings.TrimSpace(l); l != "" && l[0] != '#' {
			x.outlets[l] = l
			x.maxName = max(x.maxName, strings.Count(l, " ")+1)
		}
	}
	for l := range strings.Lines(organisationTable) {
		name, list, ok := strings.Cut(strings.TrimSpace(l), ":")
		if !ok || strings.HasPrefix(l, "#") {
			continue
		}
		for w := range strings.SplitSeq(name+","+list, ",") {
			if w = strings.TrimSpace(w); w != "" {
				x.orgs[w] = name
				x.maxName = max(x.maxName, strings.Count(w, " ")+1)
			}
		}
	}
	return x
})

// actor returns the class of a noun in lower case, singular or plural.
func (x *lexicon) actor(w string) (singular string, c class, plural bool) {
	if c := x.actors[w]; c != noClass {
		return w, c, strings.HasSuffix(w, "men") || w == "people" || w == "authorities" || w == "police" || w == "personnel"
	}
	for _, s := range singulars(w) {
		if c := x.actors[s]; c != noClass {
			return s, c, true
		}
	}
	return "", noClass, false
}

// singulars returns the words that w could be the plural of.
func singulars(w string) []string {
	var out []string
	head, last := "", w // of "secretaries of state" the first word has the ending
	if i := strings.Index(w, " of "); i > 0 {
		last, head = w[:i], w[i:]
	}
	switch {
	case strings.HasSuffix(last, "ies"):
		out = append(out, last[:len(last)-3]+"y"+head)
	case strings.HasSuffix(last, "men"):
		out = append(out, last[:len(last)-2]+"an"+head)
	case strings.HasSuffix(last, "es"):
		out = append(out, last[:len(last)-1]+head, last[:len(last)-2]+head)
	case strings.HasSuffix(last, "s") && !strings.HasSuffix(last, "ss"):
		out = append(out, last[:len(last)-1]+head)
	}
	return out
}

// british spells a word one way, so that "defense" and "defence" are one name.
var british = strings.NewReplacer("defense", "defence", "organization", "organisation", "labor ", "labour ", "center", "centre", "organizer", "organiser", "neighbor", "neighbour", "protestor", "protester")
