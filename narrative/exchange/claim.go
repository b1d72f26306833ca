package exchange

import (
	"errors"
	"io"
	"strconv"

	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// thing is a node in the words of https://schema.org.
type thing struct {
	Context       any    `json:"@context,omitempty"`
	Graph         any    `json:"@graph,omitempty"`
	Type          string `json:"@type,omitempty"`
	ID            string `json:"@id,omitempty"`
	Name          string `json:"name,omitempty"`
	URL           string `json:"url,omitempty"`
	Headline      string `json:"headline,omitempty"`
	ClaimReviewed string `json:"claimReviewed,omitempty"`
	ItemReviewed  *thing `json:"itemReviewed,omitempty"`
	Text          string `json:"text,omitempty"`
	Author        *thing `json:"author,omitempty"`
	DatePublished string `json:"datePublished,omitempty"`
	InLanguage    string `json:"inLanguage,omitempty"`
	Publisher     *thing `json:"publisher,omitempty"`
	Parent        *thing `json:"parentOrganization,omitempty"`
	Appearance    *thing `json:"appearance,omitempty"`
	Own           any    `json:"rashomon,omitempty"`
}

// WriteClaims writes d as JSON-LD: a schema.org Claim for each assertion, by its
// party, with its words, its date, and the source as its appearance.
func WriteClaims(w io.Writer, d *narrative.Dossier) error {
	return writeThings(w, d, func(c *thing) *thing { return c })
}

// WriteClaimReviews writes d as JSON-LD: a schema.org ClaimReview for each
// assertion, for a fact-checker to fill in. There is no reviewRating, author or
// url in it: which claim is right is for people to say.
func WriteClaimReviews(w io.Writer, d *narrative.Dossier) error {
	return writeThings(w, d, func(c *thing) *thing {
		r := &thing{Type: "ClaimReview", ClaimReviewed: c.Text, ItemReviewed: c, Own: c.Own}
		c.Own = nil
		return r
	})
}

func writeThings(w io.Writer, d *narrative.Dossier, wrap func(*thing) *thing) error {
	if err := d.Validate(); err != nil {
		return err
	}
	x := newIndex(d)
	graph := []*thing{{Type: "Dataset", ID: dossierURN, Name: d.Title, Own: rest(d)}}
	for i := range d.Assertions {
		a := &d.Assertions[i]
		c := &thing{
			Type: "Claim",
			ID:   urn("assertion", a.ID),
			Text: statement(a),
			Own:  a,
		}
		// Whose word it is comes before who passed it on; "?" is nobody we know.
		c.Author = x.author(a.Voice())
		said := a.Said
		if s := x.sources[a.Source]; s != nil {
			c.Appearance = appearance(s)
			if said.IsZero() {
				said = s.Published
			}
		}
		c.DatePublished = said.String()
		graph = append(graph, wrap(c))
	}
	return writeJSON(w, &thing{Context: []any{"https://schema.org", ownTerm}, Graph: graph})
}

// partyTypes are the kinds of party and the types of schema.org that may be the
// author of a claim.
var partyTypes = []struct{ kind, typ string }{
	{"person", "Person"},
	{"outlet", "NewsMediaOrganization"},
	{"body", "GovernmentOrganization"},
	{"state", "GovernmentOrganization"},
	{"organisation", "Organization"},
}

// author returns the party with that id, in the house that it is of.
func (x *index) author(id string) *thing {
	p := x.parties[id]
	if p == nil {
		return nil
	}
	t := &thing{Type: "Organization", ID: urn("party", p.ID), Name: p.Name}
	if t.Name == "" {
		t.Name = p.ID
	}
	for _, pt := range partyTypes {
		if pt.kind == p.Kind {
			t.Type = pt.typ
			break
		}
	}
	if t.Type != "Person" { // who has employers and allegiances, but no parent
		t.Parent = x.author(p.Of)
	}
	return t
}

// appearance returns the work in which a claim appeared.
func appearance(s *source.Document) *thing {
	t := &thing{
		Type:          "CreativeWork",
		ID:            urn("source", s.ID),
		URL:           s.URL,
		Headline:      s.Title,
		DatePublished: s.Published.String(),
		InLanguage:    s.Language,
	}
	if s.Publisher != "" {
		t.Publisher = &thing{Type: "Organization", Name: s.Publisher}
	}
	return t
}

// ReadClaims reads the Claims and ClaimReviews of a JSON-LD document, such as a
// page carries. Of what [WriteClaims] and [WriteClaimReviews] have written, all
// comes back. Of others', the text is the claim, the author its party, the
// appearance its source, the date when it was said. A claim without an author has
// a party of its own, of the kind anonymous. A reviewRating is passed over, as is
// who reviewed.
//
// Claims without a text are left out: the error joins one for each, and the
// dossier has the others.
func ReadClaims(r io.Reader, name string) (*narrative.Dossier, error) {
	v, err := readJSON(r, name)
	if err != nil {
		return nil, err
	}
	in := newIntake(name)
	nodes(v, "$", func(n node) bool {
		switch {
		case n.is("Dataset"):
			return !in.takeRest(n)
		case n.is("ClaimReview"):
			if in.takeOwn(n) {
				return false
			}
			claim := node{path: n.path}
			for _, item := range list(n.fields["itemReviewed"]) {
				if m, ok := item.(map[string]any); ok {
					claim = node{n.path + ".itemReviewed", m}
					break
				}
			}
			in.claim(claim, n.text("claimReviewed"))
			return false
		case n.is("Claim"):
			if !in.takeOwn(n) {
				in.claim(n, "")
			}
			return false
		}
		return true
	})
	return in.dossier("no Claim and no ClaimReview in it")
}

// An intake gathers a dossier from the nodes of a JSON-LD document.
type intake struct {
	name    string
	d       *narrative.Dossier
	cast    *narrative.Cast
	sources map[string]string // ids by address or title
	taken   int               // nodes that were claims, at fault or not
	ours    bool              // whether we have written the document
	faults  []error
}

func newIntake(name string) *intake {
	d := new(narrative.Dossier)
	return &intake{name: name, d: d, cast: narrative.NewCast(d), sources: map[string]string{}}
}

func (in *intake) fault(path string, err error) {
	if len(in.faults) < maxFaults {
		in.faults = append(in.faults, &source.Error{File: in.name, Path: path, Err: err})
	}
}

// takeRest takes the parties, places, sources, decisions and corrections that we
// have written beside our assertions.
func (in *intake) takeRest(n node) bool {
	r := new(narrative.Dossier)
	ours, err := n.own(in.name, r)
	if err != nil {
		in.faults = append(in.faults, err)
		return true
	}
	if ours {
		in.ours = true
		r.Parties = append(r.Parties, in.d.Parties...)
		r.Sources = append(r.Sources, in.d.Sources...)
		r.Assertions = append(r.Assertions, in.d.Assertions...)
		in.d, in.cast = r, narrative.NewCast(r)
	}
	return ours
}

// takeOwn takes the assertion that we have written beside a node.
func (in *intake) takeOwn(n node) bool {
	var a narrative.Assertion
	ours, err := n.own(in.name, &a)
	if !ours {
		return false
	}
	in.taken++
	if err != nil {
		in.faults = append(in.faults, err)
		return true
	}
	in.d.Assertions = append(in.d.Assertions, a)
	return true
}

// claim takes a claim in the words of schema.org.
func (in *intake) claim(n node, text string) {
	in.taken++
	if text == "" {
		text = n.text("text", "claimReviewed", "name", "description", "headline")
	}
	if text == "" {
		in.fault(n.path, errors.New("a claim without text"))
		return
	}
	in.d.Assertions = append(in.d.Assertions, narrative.Assertion{
		ID:     "c" + strconv.Itoa(in.taken),
		Party:  in.author(n),
		Source: in.appearance(n),
		Said:   n.time("datePublished", "dateCreated"),
		Claim:  narrative.Claim{Text: text},
	})
}

// author declares the author of a claim.
func (in *intake) author(n node) string {
	p := narrative.Party{Name: n.text("author", "creator")}
	if p.Name == "" {
		return in.anonymous()
	}
	for _, v := range list(n.fields["author"]) {
		m, _ := v.(map[string]any)
		for _, pt := range partyTypes {
			if p.Kind == "" && (node{fields: m}).is(pt.typ) {
				p.Kind = pt.kind
			}
		}
	}
	for _, id := range in.cast.Named(p.Name) {
		if in.cast.Party(id) != nil {
			return id
		}
	}
	return in.party(p)
}

// anonymous declares a voice that nobody names. It is never joined with another.
func (in *intake) anonymous() string {
	for i := in.taken; ; i++ {
		id := "anonymous-" + strconv.Itoa(i)
		if in.cast.Party(id) == nil && in.cast.Place(id) == nil {
			return in.party(narrative.Party{ID: id, Kind: "anonymous"})
		}
	}
}

// party declares p, which isn't yet.
func (in *intake) party(p narrative.Party) string {
	id := in.cast.AddParty(p)
	in.d.Parties = append(in.d.Parties, *in.cast.Party(id))
	return id
}

// appearance declares the work in which a claim appeared, and returns its id; it
// is empty where the claim names none.
func (in *intake) appearance(n node) string {
	for _, key := range []string{"appearance", "firstAppearance"} {
		for _, v := range list(n.fields[key]) {
			s := new(source.Document)
			switch v := v.(type) {
			case string:
				s.URL = v
			case map[string]any:
				w := node{fields: v}
				s.URL = w.text("url", "@id")
				s.Title = w.text("headline", "name")
				s.Publisher = w.text("publisher")
				s.Published = w.time("datePublished")
				s.Language = w.text("inLanguage")
			}
			if id := in.source(s); id != "" {
				return id
			}
		}
	}
	return ""
}

// source declares s, once, and returns its id.
func (in *intake) source(s *source.Document) string {
	key := s.URL
	if key == "" {
		key = s.Title
	}
	if key == "" {
		return ""
	}
	if in.sources[key] == "" {
		s.ID = "s" + strconv.Itoa(len(in.d.Sources)+1)
		in.sources[key] = s.ID
		in.d.Sources = append(in.d.Sources, s)
	}
	return in.sources[key]
}

// dossier returns what was taken, if it is a dossier, and the faults.
func (in *intake) dossier(nothing string) (*narrative.Dossier, error) {
	if in.taken == 0 && len(in.faults) == 0 && !in.ours {
		return nil, &source.Error{File: in.name, Err: errors.New(nothing)}
	}
	d, err := checked(in.d, in.name)
	return d, errors.Join(append(in.faults, err)...)
}
