package strictjson_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/seed514b815a/rashomon/internal/strictjson"
)

type colour int

func (c *colour) UnmarshalText(b []byte) error {
	if string(b) != "red" {
		return fmt.Errorf("no colour %q", b)
	}
	*c = 1
	return nil
}

type box struct {
	Name   string   `json:"name"`
	Colour colour   `json:"colour,omitzero"`
	Size   *float64 `json:"size,omitzero"`
	N      int      `json:"n,omitempty"`
	Open   bool     `json:"open,omitempty"`
	Inner  []box    `json:"inner,omitempty"`
	hidden string
}

func TestUnmarshal(t *testing.T) {
	var b box
	err := strictjson.Unmarshal([]byte(`{"name":"a","colour":"red","size":1.5,"n":-3,"open":true,"inner":[{"name":"b"},{"name":"c","inner":[]}]}`), &b)
	if err != nil {
		t.Fatal(err)
	}
	if b.Name != "a" || b.Colour != 1 || *b.Size != 1.5 || b.N != -3 || !b.Open || len(b.Inner) != 2 || b.Inner[1].Name != "c" || b.Inner[1].Inner != nil || b.hidden != "" {
		t.Errorf("got %+v", b)
	}
}

func TestErrors(t *testing.T) {
	for _, tt := range []struct {
		name, in, path string
		line           int
		want           string
	}{
		{"unknown field", "{\"name\":\"a\",\n\"size2\":1}", "$", 2, `"size2"`},
		{"unexported field", `{"hidden":"x"}`, "$", 1, `"hidden"`},
		{"case counts", `{"Name":"x"}`, "$", 1, `"Name"`},
		{"repeated", `{"n":1,"n":2}`, "$", 1, "twice"},
		{"text value", `{"inner":[{"name":"b","colour":"blue"}]}`, "$.inner[0].colour", 1, `"blue"`},
		{"number for text", `{"colour":3}`, "$.colour", 1, "want a string"},
		{"object for array", `{"inner":{}}`, "$.inner", 1, "want an array"},
		{"fraction for whole", `{"n":1.5}`, "$.n", 1, "1.5"},
		{"huge", `{"size":1e999}`, "$.size", 1, "1e999"},
		{"null", `{"inner":[null]}`, "$.inner[0]", 1, "null"},
		{"cut", `{"name":"a"`, "$", 1, "unexpected"},
		{"syntax", "{\n\n\"name\" \"a\"}", "$.name", 3, "invalid"},
		{"trailing", `{} {}`, "$", 1, "after the end"},
		{"utf-8", "{\"name\":\n\"\xff\"}", "$", 2, "UTF-8"},
		{"deep", strings.Repeat(`{"inner":[`, 100), "$" + strings.Repeat(".inner[0]", 33), 1, "deeper"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			err := strictjson.Unmarshal([]byte(tt.in), new(box))
			var e *strictjson.Error
			if !errors.As(err, &e) {
				t.Fatalf("got %v, want an Error", err)
			}
			if !strings.HasPrefix(e.Path, tt.path[:min(len(tt.path), 40)]) || e.Line != tt.line || !strings.Contains(e.Error(), tt.want) {
				t.Errorf("got %v, want path %s, line %d and %q", e, tt.path, tt.line, tt.want)
			}
		})
	}
}
