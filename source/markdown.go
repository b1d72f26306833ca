package source

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	markup "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"
)

// markdown is CommonMark with the tables and strikethroughs of GitHub. Raw HTML is
// kept: what becomes of it is decided by [render], as in a page.
var markdown = goldmark.New(
	goldmark.WithExtensions(extension.Table, extension.Strikethrough),
	goldmark.WithRendererOptions(markup.WithUnsafe()),
)

// readMarkdown makes a document of a Markdown file.
func readMarkdown(text string) (*Document, error) {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	if err := checkMarkup(text); err != nil {
		return nil, err
	}
	d := new(Document)
	text, err := d.frontMatter(text)
	if err != nil {
		return nil, err
	}
	var page bytes.Buffer
	if err := markdown.Convert([]byte(text), &page); err != nil {
		return nil, fmt.Errorf("not Markdown that can be read: %w", err)
	}
	root, err := html.Parse(&page)
	if err != nil {
		return nil, fmt.Errorf("not Markdown that can be read: %w", err)
	}
	body := render(root)
	if body == "" {
		return nil, fmt.Errorf("%w: the file has only markup", ErrEmpty)
	}
	if d.Title == "" {
		d.Title = headline(body)
	}
	d.Text = underTitle(d.Title, body)
	return d, nil
}

const (
	// maxDelimiters is the number of signs of emphasis and links that a paragraph may have, and
	// maxNesting the number of quotes and lists that a line may be nested in. The
	// parser takes quadratic time for either: a minute for 60,000 stars, 20 seconds
	// for a line of 100,000 quotes.
	maxDelimiters, maxNesting = 2000, 30
)

// nesting matches the markers of the quotes and list items that a line stands in.
var nesting = regexp.MustCompile(`^([ \t]*(>|([-+*]|\d{1,9}[.)])[ \t]))+`)

// nested matches one of them.
var nested = regexp.MustCompile(`>|([-+*]|\d{1,9}[.)])[ \t]`)

// checkMarkup refuses what no person writes and the parser takes forever for.
func checkMarkup(text string) error {
	delimiters, number := 0, 0
	for l := range strings.Lines(text) {
		number++
		if strings.TrimSpace(l) == "" {
			delimiters = 0
			continue
		}
		for _, c := range []byte(l) {
			if strings.IndexByte("*_~[]", c) >= 0 {
				delimiters++
			}
		}
		if delimiters > maxDelimiters {
			return &Error{Line: number, Err: fmt.Errorf("not Markdown that can be read: a paragraph with more than %d of * _ ~ [ ]; separate paragraphs by blank lines", maxDelimiters)}
		}
		if len(nested.FindAllStringIndex(nesting.FindString(l), maxNesting+1)) > maxNesting {
			return &Error{Line: number, Err: fmt.Errorf("not Markdown that can be read: quotes and lists nested deeper than %d", maxNesting)}
		}
	}
	return nil
}

// frontField matches a line of a front matter, in YAML or TOML.
var frontField = regexp.MustCompile(`^(\w+)\s*[:=]\s*(.+)$`)

// frontMatter takes a front matter off text and fills in what it says of d. Of
// YAML and TOML it knows top-level fields on one line; others are passed over.
func (d *Document) frontMatter(text string) (rest string, err error) {
	fence, body, _ := strings.Cut(text, "\n")
	if fence = strings.TrimRight(fence, " \t"); fence != "---" && fence != "+++" {
		return text, nil
	}
	lines := strings.SplitAfter(body, "\n")
	end := 0
	for end < len(lines) && strings.TrimRight(lines[end], " \t\n") != fence {
		end++
	}
	if end == len(lines) {
		return text, nil // a thematic break
	}
	for i, l := range lines[:end] {
		m := frontField.FindStringSubmatch(strings.TrimRight(l, " \t\n"))
		if m == nil {
			continue
		}
		value := unquote(m[2])
		switch strings.ToLower(m[1]) {
		case "title":
			d.Title = value
		case "author", "by":
			d.Author = value
		case "publisher", "publication", "site":
			d.Publisher = value
		case "url", "canonical", "link":
			d.URL = value
		case "language", "lang":
			d.Language = value
		case "date", "published":
			t, err := parseDate(value)
			if err != nil {
				return "", &Error{Line: i + 2, Err: err}
			}
			d.Published = t
		}
	}
	return strings.Join(lines[end+1:], ""), nil
}

// unquote takes the quotes off a value.
func unquote(s string) string {
	if n := len(s); n >= 2 && (s[0] == '"' || s[0] == '\'') && s[n-1] == s[0] {
		return s[1 : n-1]
	}
	return s
}
