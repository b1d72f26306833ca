package source

import (
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"
)

func TestMode(t *testing.T) {
	for i := range modes.Words {
		text, err := Mode(i).MarshalText()
		if err != nil {
			t.Fatal(err)
		}
		var m Mode
		if err := m.UnmarshalText(text); err != nil || m != Mode(i) || m.String() != string(text) {
			t.Errorf("mode %d: got %v, %v back from %s", i, m, err, text)
		}
	}
	var m Mode
	if err := m.UnmarshalText([]byte("song")); err == nil || !strings.Contains(err.Error(), `"song"`) {
		t.Errorf("unknown mode: got error %v", err)
	}
	if _, err := Mode(len(modes.Words)).MarshalText(); err == nil {
		t.Error("a mode without a name was marshalled")
	}
}

func TestAttributionJSON(t *testing.T) {
	a := Attribution{
		Chain:   []Link{{Speaker: Anchor{Exact: "It", Start: 0, End: 2}}},
		Content: []Anchor{{Exact: "no", Start: 8, End: 10}},
	}
	got, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	want := `{"chain":[{"speaker":{"exact":"It","start":0,"end":2}}],"content":[{"exact":"no","start":8,"end":10}],"confidence":0}`
	if string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestError(t *testing.T) {
	for _, c := range []struct {
		name, want string
		err        Error
	}{
		{"line", "a.txt:3: EOF", Error{File: "a.txt", Line: 3, Err: io.EOF}},
		{"whole file", "a.txt: EOF", Error{File: "a.txt", Err: io.EOF}},
		{"path", "d.json: sources[1].text: EOF", Error{File: "d.json", Path: "sources[1].text", Err: io.EOF}},
		{"no file", "sources[1]: EOF", Error{Path: "sources[1]", Err: io.EOF}},
	} {
		if got := c.err.Error(); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
		if !errors.Is(&c.err, io.EOF) {
			t.Errorf("%s: the cause is lost", c.name)
		}
	}
}
