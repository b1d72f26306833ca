package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// Each file of testdata/read has what becomes of it beside it: the document
// without its text, a blank line, and the text.
func TestReadGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/read/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if filepath.Ext(file) == ".golden" {
			continue
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			d, err := Read(bytes.NewReader(data), file)
			if err != nil {
				t.Fatal(err)
			}
			checkDocument(t, d)
			head := *d
			head.Text = ""
			var b bytes.Buffer
			enc := json.NewEncoder(&b)
			enc.SetEscapeHTML(false)
			enc.SetIndent("", "  ")
			if err := enc.Encode(head); err != nil {
				t.Fatal(err)
			}
			got := b.String() + "\n" + d.Text + "\n"
			if *update {
				if err := os.WriteFile(file+".golden", []byte(got), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(file + ".golden")
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

// checkDocument fails where d isn't what Read promises.
func checkDocument(t *testing.T, d *Document) {
	t.Helper()
	if !utf8.ValidString(d.Text) || strings.TrimSpace(d.Text) == "" || d.ID == "" || d.Hash == "" {
		t.Fatalf("not a document: %+v", d)
	}
	if !utf8.ValidString(d.Title + d.Publisher + d.Author + d.URL + d.Language) {
		t.Fatalf("invalid UTF-8 in %+v", d)
	}
}

// Offsets in a plain text are offsets in the file.
func TestReadPlainKeepsBytes(t *testing.T) {
	const text = "\n\r\n  A title\t\r\n\r\nA text \u00a0 with\x0ball\fkinds of \x1b[1mspace.  \n\n\n"
	d, err := Read(strings.NewReader(text), "a.txt")
	if err != nil {
		t.Fatal(err)
	}
	if d.Text != text || d.Title != "A title" {
		t.Errorf("got %q, titled %q", d.Text, d.Title)
	}
}

func TestReadFaults(t *testing.T) {
	page := "<!doctype html><html><body>%</body></html>"
	for _, c := range []struct {
		name, file, content string
		is                  error
		want                string
	}{
		{"empty", "a.txt", "", ErrEmpty, "a.txt: no text in it: the file is empty"},
		{"blank", "a.txt", " \n\t\n", ErrEmpty, "a.txt: no text in it: the file is blank"},
		{"only a mark", "a.txt", "\xef\xbb\xbf", ErrEmpty, "a.txt: no text in it: the file is blank"},
		{"binary", "a.txt", "ab\ncd\x00ef", ErrNotText, "a.txt:2: not a text: a NUL at offset 5; a binary file?"},
		{"controls", "-", "ab\x01\x02\x03cd", ErrNotText, "-:1: not a text: 3 control characters, the first at offset 2; a binary file?"},
		{"latin-1", "a.txt", "one\ntwo caf\xe9s", ErrNotText, "a.txt:2: not a text in UTF-8: byte 0xe9 at offset 11: save it as UTF-8"},
		{"cut rune", "a.md", "caf\xc3", ErrNotText, "a.md:1: not a text in UTF-8: byte 0xc3 at offset 3: save it as UTF-8"},
		{"surrogate", "a.txt", "a\xed\xa0\x80", ErrNotText, "a.txt:1: not a text in UTF-8: byte 0xed at offset 1: save it as UTF-8"},
		{"marked, not UTF-8", "a.txt", "\xef\xbb\xbfa\xff", ErrNotText, "a.txt:1: not a text in UTF-8: byte 0xff at offset 4: the encoding that it declares isn't its own"},
		{"half a UTF-16 pair", "a.txt", "\xff\xfea\x00\x00\xd8", ErrNotText, "a.txt:1: not a text in its encoding, 1 signs of which can't be read: save it as UTF-8"},
		{"PDF", "a.pdf", "%PDF-1.7\n", ErrNotText, "a.pdf: not a text but a PDF file: save the article as text or HTML"},
		{"front matter without text", "a.md", "---\ntitle: x\n---\n", ErrEmpty, "a.md: no text in it: the file has only markup"},
		{"front matter, no date", "a.md", "---\ntitle: x\ndate: soon\n---\ntext", nil, `a.md:3: no date that can be read: "soon"; write it as 2022-09-13`},
		{"nested quotes", "a.md", "---\nx: y\n---\n" + strings.Repeat("> ", 40) + "deep", nil, "a.md:4: not Markdown that can be read: quotes and lists nested deeper than 30"},
		{"stars", "a.md", strings.Repeat("*", 3000), nil, "a.md:1: not Markdown that can be read: a paragraph with more than 2000"},
		{"page without text", "a.html", strings.Replace(page, "%", "<script>x()</script><img alt=x>", 1), ErrEmpty, "a.html: no text in it: the page has none"},
		{"page, declared UTF-8", "a.html", "<meta charset=utf-8>\n<p>caf\xe9", ErrNotText, "a.html:2: not a text in UTF-8: byte 0xe9 at offset 27: the encoding"},
		{"page, no encoding", "a.html", "<p>\xff\x81\xfe\x9d\x90", ErrNotText, "a.html: not a text in a known encoding"},
		{"deep page", "a.html", strings.Repeat("<b>", 100) + strings.Repeat("<div>", 1000), nil, "a.html: not a page that can be read"},
		{"large", "a.txt", strings.Repeat("a", MaxSize+1), ErrTooLarge, "a.txt: larger than 16 MiB"},
	} {
		d, err := Read(strings.NewReader(c.content), c.file)
		var at *Error
		if d != nil || !errors.As(err, &at) {
			t.Errorf("%s: got %v, error %v", c.name, d, err)
			continue
		}
		if !strings.HasPrefix(err.Error(), c.want) || c.is != nil && !errors.Is(err, c.is) {
			t.Errorf("%s: got error %q, want %q", c.name, err, c.want)
		}
		if strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: error of several lines: %q", c.name, err)
		}
	}
	broken := errors.New("the line went dead")
	if _, err := Read(iotest.ErrReader(broken), "a.txt"); !errors.Is(err, broken) {
		t.Errorf("got error %v from a broken reader", err)
	}
}

func TestReadFormat(t *testing.T) {
	const page = "<!-- saved --> <!DOCTYPE HTML><title>x</title><p>One <b>word</b>."
	for _, c := range []struct{ name, file, content, want string }{
		{"page by content", "-", page, "x\n\nOne word."},
		{"page by content, marked", "a.txt", "\xef\xbb\xbf" + page, "x\n\nOne word."},
		{"page by name", "a.HTM", "<p>One <b>word</b>.", "One word."},
		{"markup in a text", "a.txt", "<p>One *word*.", "<p>One *word*."},
		{"Markdown by name", "a.MD", "One *word*.", "One word."},
		{"text by default", "a", "One *word*.", "One *word*."},
		{"comment never closed", "a", "<!-- One word", "<!-- One word"},
	} {
		d, err := Read(strings.NewReader(c.content), c.file)
		if err != nil || d.Text != c.want {
			t.Errorf("%s: got %+v, %v, want %q", c.name, d, err, c.want)
		}
	}
}

func TestReadForgivesDialects(t *testing.T) {
	page := `<meta charset=gbk><p>` + strings.Repeat("\xc4\xe3\xba\xc3", 100) + "\xff."
	d, err := Read(strings.NewReader(page), "a.html")
	if err != nil || !strings.HasPrefix(d.Text, "你好") || !strings.HasSuffix(d.Text, "\ufffd.") {
		t.Errorf("got %+v, %v", d, err)
	}
}

func TestHeadline(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"line before a blank one", "Two hurt at the bridge\n\nThe mayor ...", "Two hurt at the bridge"},
		{"blank lines first", "\n \nTwo hurt\r\n\r\nThe mayor ...", "Two hurt"},
		{"no blank line", "Two hurt at the bridge\nThe mayor ...", ""},
		{"nothing follows", "Two hurt at the bridge\n\n", ""},
		{"a sentence", "Two were hurt.\n\nThe mayor ...", ""},
		{"an abbreviation", "Strike in the U.S.\n\nThe mayor ...", "Strike in the U.S."},
		{"a colon", "The ministry said:\n\nNobody ...", ""},
		{"a question", "Who shot first?\n\nNobody ...", "Who shot first?"},
		{"long", strings.Repeat("long ", 40) + "\n\nThe mayor ...", ""},
	} {
		if got := headline(c.text); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestParseDate(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"2024-03-05", "2024-03-05"},
		{"2024-03", "2024-03"},
		{"2024-03-05T18:40:00+02:00", "2024-03-05T18:40:00+02:00"},
		{"2024-03-05T18:40:00.123Z", "2024-03-05T18:40:00Z"},
		{"2024-03-05T18:40:00+0200", "2024-03-05T18:40:00+02:00"},
		{"2024-03-05 18:40:00", "2024-03-05T18:40:00"},
		{"Tue, 05 Mar 2024 18:40:00 GMT", "2024-03-05T18:40:00Z"},
		{"March 5, 2024", "2024-03-05"},
		{"5 March 2024", "2024-03-05"},
		{"20240305", "2024-03-05"},
		{"03/04/2024", ""},
		{"0001-01-01T00:00:00Z", ""},
		{"2024-02-30", ""},
		{"yesterday", ""},
		{"", ""},
	} {
		got, err := parseDate(c.in)
		if got.String() != c.want || (err == nil) != (c.want != "") {
			t.Errorf("%q: got %q, %v, want %q", c.in, got, err, c.want)
		}
	}
}

// Pages that some parsers take quadratic time for.
func TestReadPunished(t *testing.T) {
	n := 1 << 17
	repeat := func(s string) string { return strings.Repeat(s, n/len(s)) }
	for name, content := range map[string]string{
		"paragraphs.html":    repeat("<p>The mayor said, as he had before, that nobody, not one person, was hurt in the fire.</p>\n"),
		"links.html":         repeat(`<a href="/x">more</a> `),
		"items.html":         "<ol>" + repeat("<li>item"),
		"nested.html":        repeat(strings.Repeat("<div>", 200) + "x" + strings.Repeat("</div>", 200)),
		"unclosed.html":      repeat("<p><b><i>x "),
		"tables.html":        repeat("<table><tr><td>a<td>b</table>"),
		"brackets.md":        repeat("["),
		"stars.md":           repeat("*a_ "),
		"quotes.md":          repeat("> "),
		"ticks.md":           repeat("`a``b```"),
		"links.md":           repeat("[a](b "),
		"images.md":          repeat("![a]("),
		"stars-lines.md":     repeat(strings.Repeat("*a_ ", 450) + "\n\n"),
		"quote-lines.md":     repeat(strings.Repeat("> ", 30) + "\n"),
		"dash-lines.md":      repeat(strings.Repeat("- ", 30) + "a\n"),
		"tags.md":            repeat("<a "),
		"comments.md":        repeat("<!-- a"),
		"references.md":      repeat("[a]: b\n"),
		"reference-lines.md": repeat("[a]: b\n\n"),
		"cells.md":           repeat("|a") + "\n" + repeat("|-"),
		"items.md":           repeat("- a\n"),
		"deeper.md":          repeat(" - a\n  - b\n"),
		"lines.md":           repeat("a\n"),
		"escapes.md":         repeat("\\&amp;"),
		"fences.md":          repeat("```\n~~~\n"),
		"lines.txt":          repeat("\n"),
	} {
		if d, err := Read(strings.NewReader(content), name); err == nil && d.Text == "" {
			t.Errorf("%s: no text and no error", name)
		}
	}
}

func FuzzReadText(f *testing.F)     { fuzzRead(f, ".txt") }
func FuzzReadMarkdown(f *testing.F) { fuzzRead(f, ".md") }
func FuzzReadHTML(f *testing.F)     { fuzzRead(f, ".html") }

// fuzzRead checks what Read promises of files with that extension.
func fuzzRead(f *testing.F, ext string) {
	files, err := filepath.Glob("testdata/read/*" + ext)
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		name := "fuzz" + ext
		d, err := Read(bytes.NewReader(data), name)
		if err != nil {
			if at := (*Error)(nil); !errors.As(err, &at) || at.File != name {
				t.Fatalf("error without its file: %v", err)
			}
			return
		}
		checkDocument(t, d)
		if ext == ".txt" && !looksLikeHTML(data) && utf8.Valid(data) && d.Text != strings.TrimPrefix(string(data), "\ufeff") {
			t.Fatalf("bytes changed: %q to %q", data, d.Text)
		}
		again, err := Read(bytes.NewReader(data), name)
		if err != nil || *again != *d {
			t.Fatalf("got %+v, then %+v, %v", d, again, err)
		}
	})
}
