package source

import (
	"fmt"
	"slices"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxElements is the number of elements of the largest page in which an article is
// looked for: the search walks the page several times. A page of 1 MB has some
// 20,000.
const maxElements = 200_000

// readHTML makes a document of an HTML page.
func readHTML(page string) (*Document, error) {
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return nil, fmt.Errorf("not a page that can be read: %w", err)
	}
	m := readMeta(root)
	d := m.document()
	prune(root)
	text := article(root)
	if text == "" {
		text = m.body
	}
	if text == "" {
		return nil, fmt.Errorf("%w: the page has none that a reader would see; was it saved before its scripts had run?", ErrEmpty)
	}
	d.Text = underTitle(d.Title, text)
	return d, nil
}

// article returns the text of the article in the page, or all of its text where
// none is found.
func article(root *html.Node) string {
	p := readability.NewParser()
	p.MaxElemsToParse = maxElements
	p.DisableJSONLD = true // readMeta reads it
	p.KeepClasses = true
	if a, err := p.ParseDocument(root, nil); err == nil && a.Node != nil {
		if text := render(a.Node); text != "" {
			return text
		}
	}
	return render(root)
}

// underTitle returns text headed by title, so that what a headline says can be
// quoted too. A text that begins with it stays as it is.
func underTitle(title, text string) string {
	first, _, _ := strings.Cut(text, "\n")
	if title == "" || strings.EqualFold(squash(first), squash(title)) {
		return text
	}
	return title + "\n\n" + text
}

// squash returns s with white space collapsed.
func squash(s string) string { return strings.Join(strings.Fields(s), " ") }

// prune removes from the page what is no part of an article, by the elements and
// roles that are made for it. The search for the article goes by density of text,
// which short articles don't have enough of.
func prune(root *html.Node) {
	var out []*html.Node
	for n := range root.Descendants() {
		switch {
		case n.Type == html.CommentNode || n.Type == html.ElementNode && apart(n):
			out = append(out, n)
		case n.DataAtom == atom.Footer:
			// In a quote, it names the speaker. Readability drops all that are left.
			n.DataAtom, n.Data = atom.P, "p"
		}
	}
	for _, n := range out {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
}

// apart reports whether n is something beside the article.
func apart(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Html, atom.Body, atom.Main, atom.Article, atom.Head:
		return false
	case atom.Nav, atom.Aside, atom.Dialog:
		return true
	case atom.Footer:
		return !within(n, atom.Blockquote)
	case atom.Header:
		return !within(n, atom.Article, atom.Main)
	}
	if unread[n.DataAtom] && n.DataAtom != atom.Noscript || hidden(n) {
		return true
	}
	switch attr(n, "role") {
	case "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu":
		return true
	}
	for _, name := range strings.Fields(attr(n, "id") + " " + attr(n, "class")) {
		if _, found := slices.BinarySearch(asides, strings.ToLower(name)); found {
			return true
		}
	}
	return false
}

// asides are the ids and classes of common content systems for what stands beside
// an article, sorted.
var asides = []string{
	"breadcrumb", "breadcrumbs", "comment-list", "comments", "comments-area", "cookie-banner", "cookie-notice",
	"disqus_thread", "newsletter", "newsletter-signup", "read-more", "related", "related-articles", "related-posts",
	"respond", "share", "share-buttons", "sharing", "sidebar", "site-footer", "site-header", "skip-link",
	"social", "social-share", "subscribe", "tags",
}

// within reports whether n stands inside one of the elements.
func within(n *html.Node, elements ...atom.Atom) bool {
	for p := range n.Ancestors() {
		if slices.Contains(elements, p.DataAtom) {
			return true
		}
	}
	return false
}
