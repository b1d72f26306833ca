package compare

import (
	"strings"

	"github.com/seed514b815a/rashomon/internal/prose"
)

// party names whose value it is.
func (q *inquiry) party(h *holding) string {
	if h.first().mouthOf != nil {
		return q.b.called(h.side())
	}
	return q.b.called(h.first().a.Party)
}

// called names a party or place in a sentence, with an article where its name is no
// name: "an unnamed source", "the transit union".
func (b *book) called(id string) string {
	name := b.cast.Name(id)
	p := b.cast.Party(id)
	if p == nil || name == "" || name[0] < 'a' || name[0] > 'z' || b.plural(id) {
		return name
	}
	switch p.Kind {
	case "anonymous":
		if strings.ContainsRune("aeiou", rune(name[0])) {
			return "an " + name
		}
		return "a " + name
	case "organisation", "group", "body":
		return "the " + name
	}
	return name
}

func (b *book) person(id string) bool {
	p := b.cast.Party(id)
	return p != nil && p.Kind == "person"
}

// plural reports whether a party's name is one for many: "organisers".
func (b *book) plural(id string) bool {
	p := b.cast.Party(id)
	if p == nil {
		return false
	}
	name := strings.ToLower(b.cast.Name(id))
	switch p.Kind {
	case "group", "anonymous", "territory":
		return strings.HasSuffix(name, "s") && !strings.HasSuffix(name, "ss") || name == "police" || name == "people"
	}
	return name == "police"
}

// agreeing puts the verb that a phrase begins with into the number of the party.
func (b *book) agreeing(id, phrase string) string {
	if !b.plural(id) {
		return phrase
	}
	verb, rest, more := strings.Cut(phrase, " ")
	if stem, ok := strings.CutSuffix(verb, "ies"); ok {
		verb = stem + "y"
	} else {
		verb = strings.TrimSuffix(verb, "s")
	}
	if !more {
		return verb
	}
	return verb + " " + strings.NewReplacer("its own", "their own", "itself", "themselves").Replace(rest)
}

func (q *inquiry) names(ids []string) string {
	var out []string
	for _, id := range ids {
		out = append(out, q.b.called(id))
	}
	return prose.Series(out)
}
