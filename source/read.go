package source

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxSize is the size in bytes of the largest file that is read.
const MaxSize = 16 << 20

// The ways in which a file can be no document. Each comes inside an [*Error].
var (
	ErrEmpty    = errors.New("no text in it")
	ErrNotText  = errors.New("not a text")
	ErrTooLarge = fmt.Errorf("larger than %d MiB", MaxSize>>20)
)

// Read makes a document of a plain text, a Markdown file or an HTML page. The
// format is taken from the name's extension (.md and .markdown, .html, .htm and
// .xhtml) and, for all other names, from the content: what begins like an HTML
// page is one, all else is plain text. The name is otherwise used in messages
// only.
//
// A plain text is kept byte for byte, less a byte order mark, so that offsets
// in Text are offsets in the file. It must be UTF-8, or UTF-16 with a byte order
// mark; other encodings aren't guessed. Its first line is taken for the title
// where it looks like one, and stays in Text. A place and day before the first
// sentence ("BAKU, September 13.") doesn't date a document: it lacks the year.
//
// Of Markdown, the text that a reader sees is kept: the markup goes, headings,
// lists, quotes and tables stay. A front matter's title, date, author, publisher,
// url and language are used.
//
// Of an HTML page, the article is kept, in paragraphs separated by blank lines
// and headed by its title; navigation, comments and scripts go. Where no article
// is found, it is all text of the page that isn't one of those. The encoding is
// what the page declares; where it declares none, it is detected.
//
// The ID of the document is "s" and ten hexadecimal digits of the SHA-256 of
// its Text; its Hash is that of the whole file.
//
// Every error but one of r itself is an [*Error].
func Read(r io.Reader, name string) (*Document, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	if err != nil {
		return nil, &Error{File: name, Err: err}
	}
	if len(data) > MaxSize {
		return nil, &Error{File: name, Err: fmt.Errorf("%w: split it, or take the articles out of it", ErrTooLarge)}
	}
	d, err := parse(data, name)
	if err != nil {
		// A fault knows its line, but not its file.
		var at *Error
		if !errors.As(err, &at) {
			at = &Error{Err: err}
		}
		at.File = name
		return nil, at
	}
	sum := sha256.Sum256(data)
	d.Hash = "sha256:" + hex.EncodeToString(sum[:])
	d.ID = textID(d.Text)
	return d, nil
}

// parse makes a document of data by the format that name and content suggest.
func parse(data []byte, name string) (*Document, error) {
	if len(data) == 0 {
		return nil, fmt.Errorf("%w: the file is empty", ErrEmpty)
	}
	if what := signature(data); what != "" {
		return nil, fmt.Errorf("%w but %s: save the article as text or HTML", ErrNotText, what)
	}
	var read func(string) (*Document, error)
	switch ext := strings.ToLower(path.Ext(name)); {
	case ext == ".html" || ext == ".htm" || ext == ".xhtml" || looksLikeHTML(data):
		text, err := decodePage(data)
		if err != nil {
			return nil, err
		}
		return readHTML(text)
	case ext == ".md" || ext == ".markdown":
		read = readMarkdown
	default:
		read = readPlain
	}
	text, err := decodeText(data)
	if err != nil {
		return nil, err
	}
	return read(text)
}

// signatures are the first bytes of formats that people hand in by mistake.
var signatures = []struct{ magic, name string }{
	{"%PDF-", "a PDF file"},
	{"PK\x03\x04", "a ZIP archive or an office document"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document"},
	{`{\rtf`, "an RTF document"},
	{"\x1f\x8b", "a gzip archive"},
	{"\x89PNG\r\n", "a picture"},
	{"\xff\xd8\xff", "a picture"},
	{"GIF8", "a picture"},
}

// signature names the format that data's first bytes give away.
func signature(data []byte) string {
	for _, s := range signatures {
		if bytes.HasPrefix(data, []byte(s.magic)) {
			return s.name
		}
	}
	return ""
}

// looksLikeHTML reports whether data begins like an HTML page: with a doctype or
// a html element, after white space, XML declarations and comments.
func looksLikeHTML(data []byte) bool {
	head, _, _ := unmark(data[:min(len(data), 4096)])
	for {
		head = bytes.TrimLeft(head, " \t\r\n\f")
		end := ""
		switch {
		case bytes.HasPrefix(head, []byte("<!--")):
			end = "-->"
		case bytes.HasPrefix(head, []byte("<?xml")):
			end = "?>"
		default:
			return hasPrefixFold(head, "<!doctype html") || hasPrefixFold(head, "<html")
		}
		_, rest, found := bytes.Cut(head, []byte(end))
		if !found {
			return false
		}
		head = rest
	}
}

// hasPrefixFold reports whether b begins with prefix, which is in lower case.
func hasPrefixFold(b []byte, prefix string) bool {
	return len(b) >= len(prefix) && strings.EqualFold(string(b[:len(prefix)]), prefix)
}

// readPlain keeps text as it is.
func readPlain(text string) (*Document, error) {
	if strings.TrimSpace(text) == "" {
		return nil, fmt.Errorf("%w: the file is blank", ErrEmpty)
	}
	return &Document{Title: headline(text), Text: text}, nil
}

// maxHeadline is the number of runes of the longest first line that is taken for
// a headline. The longest in practice are the stacked ones of wire services,
// about 130.
const maxHeadline = 160

// headline returns the first line of text, which isn't blank, if it is a headline:
// short, followed by a blank line and more text, and no sentence of its own.
func headline(text string) string {
	line, rest, _ := strings.Cut(strings.TrimLeftFunc(text, unicode.IsSpace), "\n")
	line = strings.TrimSpace(line)
	next, body, _ := strings.Cut(rest, "\n")
	if strings.TrimSpace(next) != "" || strings.TrimSpace(body) == "" || utf8.RuneCountInString(line) > maxHeadline {
		return ""
	}
	words := strings.Fields(line)
	switch last := words[len(words)-1]; last[len(last)-1] {
	case ',', ';', ':':
		return ""
	case '.':
		// "Strike in the U.S." and "The wait goes on..." are headlines.
		if !strings.Contains(last[:len(last)-1], ".") {
			return ""
		}
	}
	return line
}

// textID returns the ID of a document with text.
func textID(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "s" + hex.EncodeToString(sum[:5])
}
