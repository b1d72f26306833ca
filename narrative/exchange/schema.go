package exchange

import (
	"bytes"
	"encoding"
	"reflect"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/narrative"
)

// schemaURL is where the schema is published.
const schemaURL = "https://raw.githubusercontent.com/seed514b815a/rashomon/main/narrative/exchange/dossier.schema.json"

// Schema returns the JSON Schema (draft 2020-12) of the dossier file, made from the
// types that read it. It is published as dossier.schema.json beside this file.
// What a schema can't say, that ids are declared and quotes stand where they say,
// is for [narrative.Dossier.Validate].
func Schema() []byte {
	s := schemaOf(reflect.TypeFor[narrative.Dossier]())
	s.Dialect = "https://json-schema.org/draft/2020-12/schema"
	s.ID = schemaURL
	s.Title = "A rashomon dossier, version 1"
	var b bytes.Buffer
	if err := writeJSON(&b, s); err != nil {
		panic(err) // the schema is made of strings and lists only
	}
	return b.Bytes()
}

// schema is as much of JSON Schema as we need.
type schema struct {
	Dialect     string             `json:"$schema,omitempty"`
	ID          string             `json:"$id,omitempty"`
	Title       string             `json:"title,omitempty"`
	Description string             `json:"description,omitempty"`
	Type        string             `json:"type,omitempty"`
	Const       any                `json:"const,omitempty"`
	Enum        []string           `json:"enum,omitempty"`
	Pattern     string             `json:"pattern,omitempty"`
	AnyOf       []*schema          `json:"anyOf,omitempty"`
	OneOf       []*schema          `json:"oneOf,omitempty"`
	Items       *schema            `json:"items,omitempty"`
	MinItems    int                `json:"minItems,omitempty"`
	MinLength   int                `json:"minLength,omitempty"`
	Minimum     *float64           `json:"minimum,omitempty"`
	Maximum     *float64           `json:"maximum,omitempty"`
	Properties  map[string]*schema `json:"properties,omitempty"`
	Required    []string           `json:"required,omitempty"`
	Additional  *bool              `json:"additionalProperties,omitempty"`
}

// schemaOf returns the schema of the JSON that a value of type t is read from.
func schemaOf(t reflect.Type) *schema {
	if t.Kind() == reflect.Pointer {
		return schemaOf(t.Elem())
	}
	switch {
	case t == reflect.TypeFor[edtf.Time]():
		return &schema{Type: "string", MinLength: 1, Description: "a time in EDTF, level 1, or an interval between date-times"}
	case t == reflect.TypeFor[narrative.Facet]():
		s := &schema{AnyOf: []*schema{{Type: "string"}, {Type: "string", Pattern: "^x-."}}}
		for _, f := range narrative.Facets() {
			s.AnyOf[0].Enum = append(s.AnyOf[0].Enum, string(f))
		}
		return s
	case t.Kind() == reflect.Int && t.Implements(reflect.TypeFor[encoding.TextMarshaler]()):
		return &schema{Type: "string", Enum: words(t)}
	}
	switch t.Kind() {
	case reflect.String:
		return &schema{Type: "string"}
	case reflect.Bool:
		return &schema{Type: "boolean"}
	case reflect.Int:
		return &schema{Type: "integer", Minimum: new(float64)}
	case reflect.Float64:
		return &schema{Type: "number", Minimum: new(float64)}
	case reflect.Slice:
		return &schema{Type: "array", Items: schemaOf(t.Elem())}
	}
	no := false
	s := &schema{Type: "object", Properties: map[string]*schema{}, Additional: &no}
	for _, f := range reflect.VisibleFields(t) {
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name == "" || name == "-" {
			continue
		}
		s.Properties[name] = schemaOf(f.Type)
		if options == "" {
			s.Required = append(s.Required, name)
		}
	}
	refine(t, s)
	return s
}

// refine adds to the schema of a type what its fields' types don't say.
func refine(t reflect.Type, s *schema) {
	one := 1.0
	if id := s.Properties["id"]; id != nil {
		id.MinLength = 1
	}
	switch t {
	case reflect.TypeFor[narrative.Dossier]():
		s.Properties["rashomon"] = &schema{Const: narrative.Version}
		s.Required = nil // a dossier written by hand may have anything
	case reflect.TypeFor[narrative.Assertion]():
		s.Properties["confidence"].Maximum = &one
	case reflect.TypeFor[narrative.Decision]():
		s.Properties["same"].MinItems, s.Properties["apart"].MinItems = 2, 2
		for _, name := range []string{"same", "apart", "dismiss", "confirm", "pending"} {
			s.OneOf = append(s.OneOf, &schema{Required: []string{name}})
		}
	case reflect.TypeFor[narrative.Cited]():
		s.Properties["digest"].MinLength = 1
	case reflect.TypeFor[narrative.Correction]():
		s.Properties["source"].MinLength = 1
		claims := &schema{}
		for _, name := range []string{"claim", "without", "stance", "focus", "certainty"} {
			claims.AnyOf = append(claims.AnyOf, &schema{Required: []string{name}})
		}
		s.OneOf = []*schema{{Required: []string{"notSaid"}}, {Required: []string{"party"}}, {Required: []string{"said"}}, claims}
	}
	slices.Sort(s.Required)
}

// words returns the words of a closed vocabulary.
func words(t reflect.Type) []string {
	var ws []string
	for i := 0; ; i++ {
		v := reflect.New(t).Elem()
		v.SetInt(int64(i))
		text, err := v.Interface().(encoding.TextMarshaler).MarshalText()
		if err != nil {
			return ws
		}
		ws = append(ws, string(text))
	}
}
