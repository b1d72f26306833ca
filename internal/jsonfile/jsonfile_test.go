package jsonfile_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/seed514b815a/rashomon/internal/jsonfile"
	"github.com/seed514b815a/rashomon/source"
)

type part struct {
	Words []string `json:"words"`
}

type file struct {
	Title string         `json:"title"`
	Parts []*part        `json:"parts"`
	Seen  map[string]int `json:"seen"`
	Notes []string       `json:"notes,omitempty"` // needn't stand in the file
	inner []string
}

func check(f *file) *source.Error {
	if f.Title == "" {
		return &source.Error{Path: "$.title", Err: errors.New("missing")}
	}
	return nil
}

// Lists that must stand in a file are empty where they are left out, at any depth.
func TestDecodeFillsLists(t *testing.T) {
	f, err := jsonfile.Decode(strings.NewReader(`{"title": "a<b", "parts": [{}]}`), "f.json", 1<<20, check)
	if err != nil {
		t.Fatal(err)
	}
	if f.Seen == nil || f.Parts[0].Words == nil || f.Notes != nil || f.inner != nil {
		t.Errorf("%+v", f)
	}
	var b strings.Builder
	if err := jsonfile.Encode(&b, "file", f); err != nil {
		t.Fatal(err)
	}
	if want := "{\n \"title\": \"a<b\",\n \"parts\": [\n  {\n   \"words\": []\n  }\n ],\n \"seen\": {}\n}\n"; b.String() != want {
		t.Errorf("got %s, want %s", b.String(), want)
	}
}

func TestDecodeRefuses(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"what check faults", `{}`, "f.json: $.title: missing"},
		{"an unknown field", "{\n\"titel\": \"x\"}", `f.json:2: $: unknown field "titel"`},
		{"too much", `{"title": "` + strings.Repeat("x", 2048) + `"}`, "larger than"},
		{"no JSON", `[`, "f.json"},
	} {
		_, err := jsonfile.Decode(strings.NewReader(tt.text), "f.json", 1024, check)
		var at *source.Error
		if !errors.As(err, &at) || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %q", tt.name, err, tt.want)
		}
	}
}

func TestEncodeWritesNothingAtFault(t *testing.T) {
	var b strings.Builder
	if err := jsonfile.Encode(&b, "file", map[string]any{"f": func() {}}); err == nil || !strings.HasPrefix(err.Error(), "file: ") || b.Len() > 0 {
		t.Errorf("%v, %q", err, b.String())
	}
}
