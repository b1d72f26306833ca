// Package strictjson decodes JSON into Go values and refuses whatever the types
// don't know: an unknown or repeated field, a value of another kind, a second
// document after the first, nesting too deep. Every error carries the JSON path
// and the line, which encoding/json's own errors lack.
//
// It reads the kinds of type that our file formats use: structs with json tags,
// slices, pointers, strings, bools, numbers and encoding.TextUnmarshaler.
package strictjson

import (
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"reflect"
	"strings"
	"unicode/utf8"

	"github.com/seed514b815a/rashomon/internal/prose"
)

// MaxDepth bounds the nesting of objects and arrays: far above what our formats
// need, far below what a stack can take.
const MaxDepth = 64

// Error is a fault in a JSON document.
type Error struct {
	Path string // JSON path of the faulty value: $.assertions[2].claim
	Line int    // 1-based line at which reading stopped
	Err  error
}

func (e *Error) Error() string { return fmt.Sprintf("line %d: %s: %v", e.Line, e.Path, e.Err) }

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Unmarshal decodes the one JSON document in data into the value that v points
// to. The error, if any, is an [*Error].
func Unmarshal(data []byte, v any) error {
	if !utf8.Valid(data) {
		at := 0
		for at < len(data) {
			r, n := utf8.DecodeRune(data[at:])
			if r == utf8.RuneError && n == 1 {
				break
			}
			at += n
		}
		return &Error{"$", line(data, at), fmt.Errorf("invalid UTF-8 at byte %d", at)}
	}
	d := &decoder{dec: json.NewDecoder(strings.NewReader(string(data)))}
	d.dec.UseNumber()
	err := d.value("$", reflect.ValueOf(v).Elem(), 0)
	if err == nil {
		if _, more := d.dec.Token(); more != io.EOF {
			err = fault("$", errors.New("more text after the end of the document"))
		}
	}
	if err == nil {
		return nil
	}
	var e *Error
	if !errors.As(err, &e) {
		e = &Error{Path: "$", Err: err}
	}
	at := int(d.dec.InputOffset())
	if syn := (*json.SyntaxError)(nil); errors.As(err, &syn) {
		at = int(syn.Offset)
	}
	e.Line = line(data, at)
	return e
}

type decoder struct{ dec *json.Decoder }

func fault(path string, err error) *Error { return &Error{Path: path, Err: err} }

func (d *decoder) token(path string) (json.Token, error) {
	t, err := d.dec.Token()
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	if err != nil {
		return nil, fault(path, err)
	}
	return t, nil
}

func (d *decoder) value(path string, v reflect.Value, depth int) error {
	t, err := d.token(path)
	if err != nil {
		return err
	}
	return d.set(path, v, t, depth)
}

// set stores the value that begins with token t in v.
func (d *decoder) set(path string, v reflect.Value, t json.Token, depth int) error {
	if depth > MaxDepth {
		return fault(path, fmt.Errorf("nested deeper than %d levels", MaxDepth))
	}
	if t == nil {
		return fault(path, errors.New("null is no value here: leave the field out"))
	}
	if v.Kind() == reflect.Pointer {
		v.Set(reflect.New(v.Type().Elem()))
		return d.set(path, v.Elem(), t, depth)
	}
	if u, ok := v.Addr().Interface().(encoding.TextUnmarshaler); ok {
		s, ok := t.(string)
		if !ok {
			return wrong(path, "a string", t)
		}
		if err := u.UnmarshalText([]byte(s)); err != nil {
			return fault(path, err)
		}
		return nil
	}
	switch v.Kind() {
	case reflect.Struct:
		if t != json.Delim('{') {
			return wrong(path, "an object", t)
		}
		return d.object(path, v, depth)
	case reflect.Slice:
		if t != json.Delim('[') {
			return wrong(path, "an array", t)
		}
		return d.array(path, v, depth)
	case reflect.Map:
		if t != json.Delim('{') {
			return wrong(path, "an object", t)
		}
		return d.table(path, v, depth)
	case reflect.String:
		s, ok := t.(string)
		if !ok {
			return wrong(path, "a string", t)
		}
		v.SetString(s)
	case reflect.Bool:
		b, ok := t.(bool)
		if !ok {
			return wrong(path, "true or false", t)
		}
		v.SetBool(b)
	case reflect.Int, reflect.Int64, reflect.Float64:
		n, ok := t.(json.Number)
		if !ok {
			return wrong(path, "a number", t)
		}
		return number(path, v, n)
	default:
		panic("strictjson: no rule for the type " + v.Type().String())
	}
	return nil
}

func number(path string, v reflect.Value, n json.Number) error {
	if v.Kind() == reflect.Float64 {
		f, err := n.Float64()
		if err != nil || math.IsInf(f, 0) {
			return fault(path, fmt.Errorf("%s is out of range", n))
		}
		v.SetFloat(f)
		return nil
	}
	i, err := n.Int64()
	if err != nil || v.OverflowInt(i) {
		return fault(path, fmt.Errorf("%s is no whole number in range", n))
	}
	v.SetInt(i)
	return nil
}

func (d *decoder) object(path string, v reflect.Value, depth int) error {
	seen := map[string]bool{}
	for {
		t, err := d.token(path)
		if err != nil {
			return err
		}
		if t == json.Delim('}') {
			return nil
		}
		name := t.(string) // the decoder lets only strings stand here
		if seen[name] {
			return fault(path, fmt.Errorf("field %q stands twice", prose.Clip(name, 60)))
		}
		seen[name] = true
		f, ok := field(v, name)
		if !ok {
			return fault(path, fmt.Errorf("unknown field %q", prose.Clip(name, 60)))
		}
		if err := d.value(path+"."+name, f, depth+1); err != nil {
			return err
		}
	}
}

// table stores an object in a map, whose keys are names.
func (d *decoder) table(path string, v reflect.Value, depth int) error {
	out := reflect.MakeMap(v.Type())
	for {
		t, err := d.token(path)
		if err != nil {
			return err
		}
		if t == json.Delim('}') {
			v.Set(out)
			return nil
		}
		name := t.(string)
		key := reflect.ValueOf(name).Convert(v.Type().Key())
		if out.MapIndex(key).IsValid() {
			return fault(path, fmt.Errorf("field %q stands twice", prose.Clip(name, 60)))
		}
		e := reflect.New(v.Type().Elem()).Elem()
		if err := d.value(path+"."+prose.Clip(name, 60), e, depth+1); err != nil {
			return err
		}
		out.SetMapIndex(key, e)
	}
}

// array stores an array; an empty one becomes a nil slice, so that "no list"
// and "empty list" are one value.
func (d *decoder) array(path string, v reflect.Value, depth int) error {
	out := reflect.Zero(v.Type())
	for i := 0; ; i++ {
		at := fmt.Sprintf("%s[%d]", path, i)
		t, err := d.token(at)
		if err != nil {
			return err
		}
		if t == json.Delim(']') {
			v.Set(out)
			return nil
		}
		e := reflect.New(v.Type().Elem()).Elem()
		if err := d.set(at, e, t, depth+1); err != nil {
			return err
		}
		out = reflect.Append(out, e)
	}
}

// field finds the field of struct v whose json tag is name, in embedded structs
// too.
func field(v reflect.Value, name string) (reflect.Value, bool) {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if f.Anonymous && f.Type.Kind() == reflect.Struct && f.Tag.Get("json") == "" {
			if in, ok := field(v.Field(i), name); ok {
				return in, true
			}
			continue
		}
		if tag, _, _ := strings.Cut(f.Tag.Get("json"), ","); f.IsExported() && tag == name && name != "-" {
			return v.Field(i), true
		}
	}
	return reflect.Value{}, false
}

func wrong(path, want string, got json.Token) error {
	if s, ok := got.(string); ok {
		got = fmt.Sprintf("the string %q", prose.Clip(s, 60))
	}
	return fault(path, fmt.Errorf("want %s, got %v", want, got))
}

func line(data []byte, at int) int {
	n := 1
	for _, b := range data[:min(at, len(data))] {
		if b == '\n' {
			n++
		}
	}
	return n
}
