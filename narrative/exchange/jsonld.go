package exchange

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/internal/strictjson"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// The JSON-LD formats say of an assertion what their words can say. What they have
// no words for stands beside it, as it stands in the dossier file, under a term of
// our own: a literal of JSON-LD's type @json, which programs that don't know the
// term pass over. See https://www.w3.org/TR/json-ld11/#json-literals.
var ownTerm = map[string]any{
	"@version": 1.1,
	"rashomon": map[string]any{"@id": "https://github.com/seed514b815a/rashomon#dossier", "@type": "@json"},
}

// urn names a thing of a dossier where it has no address on the web.
func urn(kind, id string) string { return "urn:rashomon:" + kind + ":" + url.PathEscape(id) }

// dossierURN names the dossier itself.
const dossierURN = "urn:rashomon:dossier"

// rest is d without its assertions.
func rest(d *narrative.Dossier) *narrative.Dossier {
	r := *d
	r.Rashomon = narrative.Version
	r.Assertions = []narrative.Assertion{}
	return &r
}

// writeJSON writes v, indented.
func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(v)
}

// readJSON reads one JSON document of anybody's. Errors name line and column.
func readJSON(r io.Reader, name string) (any, error) {
	data, err := io.ReadAll(limit(r, maxJSON))
	if err != nil {
		return nil, &source.Error{File: name, Err: err}
	}
	if !utf8.Valid(data) {
		at := 0
		for at < len(data) {
			r, n := utf8.DecodeRune(data[at:])
			if r == utf8.RuneError && n == 1 {
				break
			}
			at += n
		}
		return nil, fault(name, data, at, errors.New("not in UTF-8"))
	}
	if at := deeper(data, strictjson.MaxDepth); at >= 0 {
		return nil, fault(name, data, at, fmt.Errorf("nested deeper than %d levels", strictjson.MaxDepth))
	}
	var v any
	err = json.Unmarshal(data, &v)
	if syn := (*json.SyntaxError)(nil); errors.As(err, &syn) {
		return nil, fault(name, data, int(syn.Offset), err)
	}
	if err != nil {
		return nil, &source.Error{File: name, Err: err}
	}
	return v, nil
}

// fault returns an error at data[at], with line and column.
func fault(name string, data []byte, at int, err error) error {
	before := string(data[:min(at, len(data))])
	line := 1 + strings.Count(before, "\n")
	column := 1 + utf8.RuneCountInString(before[strings.LastIndex(before, "\n")+1:])
	return &source.Error{File: name, Line: line, Err: fmt.Errorf("column %d: %w", column, err)}
}

// deeper returns the offset at which data nests deeper than most, or -1. A value
// without a limit would cost memory many times the size of the file.
func deeper(data []byte, most int) int {
	depth, inString := 0, false
	for i := 0; i < len(data); i++ {
		switch c := data[i]; {
		case inString && c == '\\':
			i++
		case c == '"':
			inString = !inString
		case inString:
		case c == '[' || c == '{':
			if depth++; depth > most {
				return i
			}
		case c == ']' || c == '}':
			depth--
		}
	}
	return -1
}

// A node is an object of JSON-LD, with the path at which it stands.
type node struct {
	path   string
	fields map[string]any
}

// nodes calls visit for every object in v, outer ones first, until it returns
// false, which leaves out what is inside the object.
func nodes(v any, path string, visit func(node) bool) {
	switch v := v.(type) {
	case []any:
		for i, e := range v {
			nodes(e, fmt.Sprintf("%s[%d]", path, i), visit)
		}
	case map[string]any:
		if !visit(node{path, v}) {
			return
		}
		for _, key := range slices.Sorted(maps.Keys(v)) { // determinism
			nodes(v[key], path+"."+key, visit)
		}
	}
}

// is reports whether n is of one of the types, with whatever prefix they have.
func (n node) is(types ...string) bool {
	for _, key := range []string{"@type", "type"} {
		for _, t := range list(n.fields[key]) {
			s, _ := t.(string)
			s = s[strings.LastIndexAny(s, ":/#")+1:]
			for _, want := range types {
				if s == want {
					return true
				}
			}
		}
	}
	return false
}

// list returns v as a list: JSON-LD writes a list of one as its only item.
func list(v any) []any {
	switch v := v.(type) {
	case nil:
		return nil
	case []any:
		return v
	}
	return []any{v}
}

// text returns the first text in one of the fields: a string, the value of a value
// object, the name of a node.
func (n node) text(keys ...string) string {
	for _, key := range keys {
		for _, v := range list(n.fields[key]) {
			s, ok := v.(string)
			if m, isNode := v.(map[string]any); isNode {
				inner := node{fields: m}
				s, ok = inner.text("@value", "name", "url", "@id", "id"), true
			}
			if s = strings.TrimSpace(s); ok && s != "" {
				return s
			}
		}
	}
	return ""
}

// time returns the time in one of the fields, or the zero time where none of them
// holds one that can be read.
func (n node) time(keys ...string) edtf.Time {
	for _, key := range keys {
		s := n.text(key)
		if t, err := edtf.Parse(s); err == nil {
			return t
		}
		// With parts of a second, or an offset without a colon: the day will do.
		if len(s) > 10 && s[10] == 'T' {
			if t, err := edtf.Parse(s[:10]); err == nil {
				return t
			}
		}
	}
	return edtf.Time{}
}

// own sets v to what stands under our term in n, and reports whether anything did.
func (n node) own(name string, v any) (bool, error) {
	raw, ok := n.fields["rashomon"]
	if !ok {
		return false, nil
	}
	data, err := json.Marshal(raw)
	if err != nil {
		return true, &source.Error{File: name, Path: n.path, Err: err}
	}
	if err := strictjson.Unmarshal(data, v); err != nil {
		path := n.path + ".rashomon"
		if js := (*strictjson.Error)(nil); errors.As(err, &js) {
			path += strings.TrimPrefix(js.Path, "$")
			err = js.Err
		}
		return true, &source.Error{File: name, Path: path, Err: err}
	}
	return true, nil
}
