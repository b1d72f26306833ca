package narrative

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Cast is the parties and places of a matter, found by id and by name. It answers
// whose side somebody is on and what lies where. A [Coder] adds to it whom and
// what a document names, and finds there those of earlier documents.
//
// A Cast must not be changed while other goroutines read it.
type Cast struct {
	parties map[string]*Party
	places  map[string]*Place
	byName  map[string][]string // folded name → ids, in order of arrival
	numbers map[string]int      // slug → the last number given to tell ids apart
}

// NewCast returns a cast of the parties and places of d.
func NewCast(d *Dossier) *Cast {
	c := &Cast{parties: map[string]*Party{}, places: map[string]*Place{}, byName: map[string][]string{}}
	for _, p := range d.Parties {
		c.putParty(p)
	}
	for _, p := range d.Places {
		c.putPlace(p)
	}
	return c
}

// Party returns the party with that id, or nil.
func (c *Cast) Party(id string) *Party { return c.parties[id] }

// Place returns the place with that id, or nil.
func (c *Cast) Place(id string) *Place { return c.places[id] }

// Parties returns all parties in order of id.
func (c *Cast) Parties() []Party { return sorted(c.parties, func(p Party) string { return p.ID }) }

// Places returns all places in order of id.
func (c *Cast) Places() []Place { return sorted(c.places, func(p Place) string { return p.ID }) }

// Named returns the ids of the parties and places that bear that name or alias,
// whatever its case, in order of id.
func (c *Cast) Named(name string) []string {
	ids := slices.Clone(c.byName[fold(name)])
	slices.Sort(ids)
	return slices.Compact(ids)
}

// AddParty adds p, or its aliases where a party of that id is known, and returns
// the id. A party without an id gets a readable slug of its name.
func (c *Cast) AddParty(p Party) string {
	if p.ID == "" {
		p.ID = c.free(Slug(p.Name))
	}
	if old := c.parties[p.ID]; old != nil {
		for _, n := range append([]string{p.Name}, p.Aliases...) {
			c.Alias(p.ID, n)
		}
		return p.ID
	}
	c.putParty(p)
	return p.ID
}

// AddPlace adds p, or its aliases where a place of that id is known, and returns
// the id. A place without an id gets a readable slug of its name.
func (c *Cast) AddPlace(p Place) string {
	if p.ID == "" {
		p.ID = c.free(Slug(p.Name))
	}
	if old := c.places[p.ID]; old != nil {
		for _, n := range append([]string{p.Name}, p.Aliases...) {
			c.Alias(p.ID, n)
		}
		return p.ID
	}
	c.putPlace(p)
	return p.ID
}

// Alias adds another name to the party or place with that id.
func (c *Cast) Alias(id, name string) {
	if fold(name) == "" {
		return
	}
	add := func(own string, aliases *[]string) {
		if name != own && !slices.Contains(*aliases, name) {
			*aliases = append(*aliases, name)
			slices.Sort(*aliases) // determinism: whatever the order of arrival
			c.name(name, id)
		}
	}
	if p := c.parties[id]; p != nil {
		add(p.Name, &p.Aliases)
	} else if p := c.places[id]; p != nil {
		add(p.Name, &p.Aliases)
	}
}

// Name returns the name of the party or place with that id; of one that has none or
// that nobody declares, the id itself.
func (c *Cast) Name(id string) string {
	if p := c.parties[id]; p != nil {
		return cmp.Or(p.Name, id)
	}
	if p := c.places[id]; p != nil {
		return cmp.Or(p.Name, id)
	}
	return id
}

// Side returns the root of the party's chain of Of. A place counts as the side of
// the party that it lies in, else as the outermost place that holds it; an id
// that nobody declares is its own side.
func (c *Cast) Side(id string) string {
	for range len(c.parties) + len(c.places) { // bounded: Validate refuses cycles, hand-made casts may hold them
		next := ""
		if p := c.parties[id]; p != nil {
			next = p.Of
		} else if p := c.places[id]; p != nil {
			next = p.Within
		}
		if next == "" {
			break
		}
		id = next
	}
	return id
}

// Contains reports whether the place or party outer holds inner: the same id, or
// reached from it by Within and Of.
func (c *Cast) Contains(outer, inner string) bool {
	for range len(c.parties) + len(c.places) + 1 {
		if inner == outer {
			return true
		}
		if p := c.places[inner]; p != nil {
			inner = p.Within
		} else if p := c.parties[inner]; p != nil {
			inner = p.Of
		} else {
			return false
		}
		if inner == "" {
			return false
		}
	}
	return false
}

func (c *Cast) putParty(p Party) {
	p.Aliases, p.Found = slices.Clone(p.Aliases), ""
	c.parties[p.ID] = &p
	for _, n := range append([]string{p.Name}, p.Aliases...) {
		c.name(n, p.ID)
	}
}

func (c *Cast) putPlace(p Place) {
	p.Aliases, p.Found = slices.Clone(p.Aliases), ""
	c.places[p.ID] = &p
	for _, n := range append([]string{p.Name}, p.Aliases...) {
		c.name(n, p.ID)
	}
}

func (c *Cast) name(n, id string) {
	if n = fold(n); n != "" && !slices.Contains(c.byName[n], id) {
		c.byName[n] = append(c.byName[n], id)
	}
}

// free returns slug, or slug with the first number that makes it a new id.
func (c *Cast) free(slug string) string {
	if slug == "" {
		slug = "unnamed"
	}
	if c.numbers == nil {
		c.numbers = map[string]int{}
	}
	id := slug
	for c.parties[id] != nil || c.places[id] != nil {
		// From where the last search ended: a text may have thousands of the same name.
		c.numbers[slug] = max(c.numbers[slug], 1) + 1
		id = fmt.Sprintf("%s-%d", slug, c.numbers[slug])
	}
	return id
}

// Slug returns a readable id for a name: its letters and digits in lower case,
// joined by hyphens.
func Slug(name string) string {
	words := strings.FieldsFunc(fold(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return strings.Join(words, "-")
}

// fold makes names comparable: lower case, straight apostrophes, single spaces,
// no article in front.
func fold(name string) string {
	s := strings.Join(strings.Fields(strings.ToLower(name)), " ")
	s = strings.NewReplacer("’", "'", "‘", "'").Replace(s)
	return strings.TrimPrefix(s, "the ")
}

func sorted[T any](m map[string]*T, id func(T) string) []T {
	out := make([]T, 0, len(m))
	for _, p := range m {
		out = append(out, *p)
	}
	slices.SortFunc(out, func(a, b T) int { return cmp.Compare(id(a), id(b)) }) // determinism
	return out
}
