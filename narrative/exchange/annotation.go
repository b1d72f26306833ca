package exchange

import (
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/seed514b815a/rashomon/internal/prose"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// The types of https://www.w3.org/TR/annotation-model/ that are written.
type (
	annotationPage struct {
		Context any          `json:"@context"`
		ID      string       `json:"id"`
		Type    string       `json:"type"`
		Items   []annotation `json:"items"`
		Own     any          `json:"rashomon"`
	}
	annotation struct {
		ID         string        `json:"id"`
		Type       string        `json:"type"`
		Motivation string        `json:"motivation"`
		Body       textualBody   `json:"body"`
		Target     []annotTarget `json:"target"`
		Own        any           `json:"rashomon"`
	}
	textualBody struct {
		Type    string `json:"type"`
		Value   string `json:"value"`
		Format  string `json:"format"`
		Purpose string `json:"purpose"`
	}
	annotTarget struct {
		Type     string `json:"type,omitempty"`
		ID       string `json:"id,omitempty"`
		Source   string `json:"source,omitempty"`
		Selector []any  `json:"selector,omitempty"`
	}
	quoteSelector struct {
		Type   string `json:"type"`
		Exact  string `json:"exact"`
		Prefix string `json:"prefix,omitempty"`
		Suffix string `json:"suffix,omitempty"`
	}
	positionSelector struct {
		Type  string `json:"type"`
		Start int    `json:"start"`
		End   int    `json:"end"`
	}
)

// WriteAnnotations writes d as an AnnotationPage of the W3C Web Annotation model:
// an Annotation for each assertion, whose body says by whom it is and what is
// claimed, and whose targets are its quotes. Each of them has a TextQuoteSelector
// and a TextPositionSelector, which counts code points in the source's text, and
// not bytes as our anchors do.
func WriteAnnotations(w io.Writer, d *narrative.Dossier) error {
	if err := d.Validate(); err != nil {
		return err
	}
	x := newIndex(d)
	counters := map[string]*counter{}
	for id, s := range x.sources {
		counters[id] = &counter{text: s.Text}
	}
	page := annotationPage{
		Context: []any{"http://www.w3.org/ns/anno.jsonld", ownTerm},
		ID:      dossierURN,
		Type:    "AnnotationPage",
		Items:   []annotation{},
		Own:     rest(d),
	}
	for _, a := range d.Assertions {
		an := annotation{
			ID:         urn("assertion", a.ID),
			Type:       "Annotation",
			Motivation: "describing",
			Body: textualBody{
				Type:    "TextualBody",
				Value:   x.parties[a.Party].Name + ": " + statement(&a),
				Format:  "text/plain",
				Purpose: "describing",
			},
		}
		for _, q := range a.Quotes {
			c := counters[a.Source]
			an.Target = append(an.Target, annotTarget{
				Type:   "SpecificResource",
				Source: x.iri(a.Source),
				Selector: []any{
					quoteSelector{"TextQuoteSelector", q.Exact, q.Prefix, q.Suffix},
					positionSelector{"TextPositionSelector", c.points(q.Start), c.points(q.End)},
				},
			})
		}
		if len(an.Target) == 0 {
			an.Target = []annotTarget{{ID: x.iri(a.Source)}}
		}
		a.Quotes = nil // the targets say where they are
		an.Own = a
		page.Items = append(page.Items, an)
	}
	return writeJSON(w, page)
}

// iri returns the address of the source with that id, or of the dossier.
func (x *index) iri(id string) string {
	s := x.sources[id]
	switch {
	case s == nil:
		return dossierURN
	case s.URL != "":
		return s.URL
	}
	return urn("source", s.ID)
}

// A counter turns offsets of a text into counts of code points and back. It goes
// on from where it was last asked, since quotes come mostly in order.
type counter struct {
	text         string
	offset, seen int // seen code points stand before text[offset]
}

// points returns the number of code points before text[offset].
func (c *counter) points(offset int) int {
	if offset < c.offset {
		c.offset, c.seen = 0, 0
	}
	c.seen += utf8.RuneCountInString(c.text[c.offset:offset])
	c.offset = offset
	return c.seen
}

// bytes returns the offset behind the first n code points, or -1 if there are fewer.
func (c *counter) bytes(n int) int {
	if n < c.seen {
		c.offset, c.seen = 0, 0
	}
	for c.seen < n {
		if c.offset == len(c.text) {
			return -1
		}
		_, size := utf8.DecodeRuneInString(c.text[c.offset:])
		c.offset, c.seen = c.offset+size, c.seen+1
	}
	return c.offset
}

// ReadAnnotations reads the Annotations of a JSON-LD document. Of what
// [WriteAnnotations] has written, all comes back. Others' annotations don't say
// who spoke: who annotates is not whom the text quotes. Each becomes an assertion
// by an anonymous party, of the quoted text, with the annotated page as its source
// and, since the text of the page isn't known, without quotes.
//
// Annotations at fault are left out: the error joins one for each, and the dossier
// has the others.
func ReadAnnotations(r io.Reader, name string) (*narrative.Dossier, error) {
	v, err := readJSON(r, name)
	if err != nil {
		return nil, err
	}
	in := newIntake(name)
	counters := map[string]*counter{}
	nodes(v, "$", func(n node) bool {
		switch {
		case n.is("AnnotationPage"):
			if in.takeRest(n) {
				for _, s := range in.d.Sources {
					counters[s.ID] = &counter{text: s.Text}
				}
			}
			return true
		case n.is("Annotation"):
			if in.takeOwn(n) {
				in.quotes(n, counters)
			} else {
				in.annotation(n)
			}
			return false
		}
		return true
	})
	return in.dossier("no Annotation in it")
}

// quotes fills in the quotes of the assertion that was taken last from the targets
// of its annotation.
func (in *intake) quotes(n node, counters map[string]*counter) {
	if len(in.d.Assertions) == 0 {
		return
	}
	a := &in.d.Assertions[len(in.d.Assertions)-1]
	for i, v := range list(n.fields["target"]) {
		m, _ := v.(map[string]any)
		t := node{fmt.Sprintf("%s.target[%d]", n.path, i), m}
		q, ok := t.anchor()
		if !ok {
			continue
		}
		c := counters[a.Source]
		if c == nil {
			in.fault(t.path, fmt.Errorf("the source %q of the quote %q isn't in the document", a.Source, prose.Clip(q.Exact, 60)))
			continue
		}
		start, end := c.bytes(q.Start), c.bytes(q.End)
		if start < 0 || end < start {
			in.fault(t.path, fmt.Errorf("the code points %d to %d of %q are outside of the text", q.Start, q.End, prose.Clip(q.Exact, 60)))
			continue
		}
		q.Start, q.End = start, end
		a.Quotes = append(a.Quotes, q)
	}
}

// anchor returns the quote that a target selects, with its position in code points,
// and reports whether it selects one.
func (n node) anchor() (source.Anchor, bool) {
	var q source.Anchor
	found := false
	for _, v := range list(n.fields["selector"]) {
		m, _ := v.(map[string]any)
		s := node{fields: m}
		switch {
		case s.is("TextQuoteSelector"):
			found = true
			q.Exact, _ = m["exact"].(string)
			q.Prefix, _ = m["prefix"].(string)
			q.Suffix, _ = m["suffix"].(string)
		case s.is("TextPositionSelector"):
			q.Start, q.End = count(m["start"]), count(m["end"])
		}
	}
	return q, found
}

// count returns v as a count that an int can hold, or -1.
func count(v any) int {
	f, ok := v.(float64)
	if !ok || f < 0 || f > math.MaxInt32 || f != float64(int64(f)) {
		return -1
	}
	return int(f)
}

// annotation takes an annotation that isn't ours.
func (in *intake) annotation(n node) {
	in.taken++
	var quotes []string
	src := ""
	for _, v := range list(n.fields["target"]) {
		t := node{path: n.path + ".target"}
		address, isAddress := v.(string)
		if !isAddress {
			t.fields, _ = v.(map[string]any)
			address = t.text("source", "id", "@id")
		}
		if src == "" {
			src = in.source(&source.Document{URL: address})
		}
		if q, ok := t.anchor(); ok && strings.TrimSpace(q.Exact) != "" {
			quotes = append(quotes, strings.TrimSpace(q.Exact))
		}
	}
	if len(quotes) == 0 {
		in.fault(n.path, errors.New("an annotation without a quote: a target needs a TextQuoteSelector"))
		return
	}
	in.d.Assertions = append(in.d.Assertions, narrative.Assertion{
		ID:     "n" + strconv.Itoa(in.taken),
		Party:  in.anonymous(),
		Source: src,
		Claim:  narrative.Claim{Text: strings.Join(quotes, " … ")},
	})
}
