package jsonfile

import (
	"reflect"
	"strings"
	"sync"
)

// FillLists gives the lists that stand in every file, in whatever v points to and all
// below it, their empty form: "[]" in JSON, not "null", whoever wrote the file. It
// goes by the types, so that no list of a new field is forgotten.
func FillLists[T any](v *T) { fill(reflect.ValueOf(v).Elem()) }

func fill(v reflect.Value) {
	if !mayLack(v.Type()) {
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			fill(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			fill(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Field(i)
			if lists(v.Type().Field(i)) && f.IsNil() {
				if f.Kind() == reflect.Map {
					f.Set(reflect.MakeMap(f.Type()))
				} else {
					f.Set(reflect.MakeSlice(f.Type(), 0, 0))
				}
			}
			if v.Type().Field(i).IsExported() {
				fill(f)
			}
		}
	}
}

// lists reports whether a field is a list, or a map, that stands in every file.
func lists(f reflect.StructField) bool {
	_, options, _ := strings.Cut(f.Tag.Get("json"), ",")
	kind := f.Type.Kind()
	return f.IsExported() && (kind == reflect.Slice || kind == reflect.Map) && options == "" && f.Tag.Get("json") != "-"
}

// mayLack reports whether values of the type have lists that stand in every file.
// None of our types holds itself.
func mayLack(t reflect.Type) bool {
	if known, ok := lackLists.Load(t); ok {
		return known.(bool)
	}
	found := false
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice:
		found = mayLack(t.Elem())
	case reflect.Struct:
		for i := range t.NumField() {
			f := t.Field(i)
			found = found || lists(f) || f.IsExported() && mayLack(f.Type)
		}
	}
	lackLists.Store(t, found)
	return found
}

var lackLists sync.Map // reflect.Type → bool
