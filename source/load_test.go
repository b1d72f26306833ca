package source

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

func TestLoad(t *testing.T) {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	page := func(site string) *fstest.MapFile {
		return file(`<html><meta property="og:site_name" content="` + site + `"><p>The dam holds, the board said.`)
	}
	fsys := fstest.MapFS{
		"b.txt":            file("The dam leaks, the union said."),
		"a.txt":            file("The dam holds, the board said."),
		"again.txt":        file("The dam holds, the board said."),
		"binary.txt":       file("a\x00b"),
		"empty.txt":        file(""),
		"report [1].txt":   file("Nobody was there."),
		"pages/north.html": page("North"),
		"pages/south.html": page("South"),
		"pages/more/x.txt": file("x"),
	}
	docs, err := Load(fsys, "pages/*", "b.txt", "*.txt", "report [1].txt", "none.txt", "[", "pages")
	var texts []string
	ids := map[string]bool{}
	for _, d := range docs {
		texts = append(texts, d.Publisher+": "+d.Text)
		if ids[d.ID] {
			t.Errorf("two documents with the id %s", d.ID)
		}
		ids[d.ID] = true
	}
	want := ": The dam holds, the board said.\n" +
		": The dam leaks, the union said.\n" +
		"North: The dam holds, the board said.\n" +
		"South: The dam holds, the board said.\n" +
		": Nobody was there."
	if got := strings.Join(texts, "\n"); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
	if docs[2].ID != docs[0].ID+"-2" || docs[3].ID != docs[0].ID+"-3" {
		t.Errorf("ids of equal texts: %s, %s, %s", docs[0].ID, docs[2].ID, docs[3].ID)
	}
	wantErr := "none.txt: no file matches: file does not exist\n" +
		"[: syntax error in pattern\n" +
		"pages: a folder: name the files in it, as with *.txt\n" +
		"binary.txt:1: not a text: a NUL at offset 1; a binary file?\n" +
		"empty.txt: no text in it: the file is empty"
	if err == nil || err.Error() != wantErr {
		t.Errorf("got error:\n%v\nwant:\n%s", err, wantErr)
	}
	if !errors.Is(err, fs.ErrNotExist) || !errors.Is(err, ErrNotText) {
		t.Error("the causes are lost")
	}
	if docs, err := Load(fsys); docs != nil || err != nil {
		t.Errorf("without patterns: got %v, %v", docs, err)
	}
}
