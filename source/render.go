package source

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// render returns the text that a reader of n sees: paragraphs and other blocks
// separated by blank lines, items and rows on lines of their own, cells by " | ",
// white space otherwise collapsed.
func render(n *html.Node) string {
	var r renderer
	r.node(n)
	return r.b.String()
}

// A gap is what separates two pieces of text; the larger wins.
type gap int

const (
	none gap = iota
	space
	cell
	newline
	blank
)

var gaps = [...]string{none: "", space: " ", cell: " | ", newline: "\n", blank: "\n\n"}

// blocks are the elements that stand apart from what is around them.
var blocks = map[atom.Atom]gap{
	atom.P: blank, atom.Div: blank, atom.Section: blank, atom.Article: blank, atom.Main: blank,
	atom.H1: blank, atom.H2: blank, atom.H3: blank, atom.H4: blank, atom.H5: blank, atom.H6: blank,
	atom.Header: blank, atom.Footer: blank, atom.Aside: blank, atom.Nav: blank, atom.Address: blank,
	atom.Blockquote: blank, atom.Pre: blank, atom.Hr: blank, atom.Center: blank,
	atom.Ul: blank, atom.Ol: blank, atom.Dl: blank, atom.Table: blank, atom.Caption: blank,
	atom.Figure: blank, atom.Figcaption: blank, atom.Details: blank, atom.Summary: blank,
	atom.Form: blank, atom.Fieldset: blank, atom.Dialog: blank,
	atom.Li: newline, atom.Dt: newline, atom.Dd: newline, atom.Tr: newline,
}

// unread are the elements whose content is no text to read.
var unread = map[atom.Atom]bool{
	atom.Head: true, atom.Script: true, atom.Style: true, atom.Template: true, atom.Noscript: true,
	atom.Iframe: true, atom.Object: true, atom.Svg: true, atom.Canvas: true, atom.Audio: true, atom.Video: true,
	atom.Map: true, atom.Button: true, atom.Select: true, atom.Textarea: true, atom.Datalist: true,
}

// bullets is the number of all items of a list that isn't numbered.
const bullets = -1 << 31

// A renderer writes nodes as text.
type renderer struct {
	b      strings.Builder
	gap    gap    // before the next text
	marker string // of the list item that the next text begins
	lists  []int  // the open ones: the number of the next item, or bullets
}

func (r *renderer) node(n *html.Node) {
	if n.Type == html.TextNode {
		r.text(n.Data)
		return
	}
	tag := element(n)
	if unread[tag] || hidden(n) {
		return
	}
	around := blocks[tag]
	switch tag {
	case atom.Br:
		// Two of them are how old pages separate paragraphs.
		if r.gap >= newline {
			around = blank
		} else {
			around = newline
		}
	case atom.Td, atom.Th:
		switch {
		case holdsBlock(n): // a table for layout
			around = blank
		case previousElement(n) != nil:
			r.raise(cell)
		}
	case atom.Ul, atom.Ol:
		if len(r.lists) > 0 {
			around = newline
		}
		number := bullets
		if tag == atom.Ol {
			number = 1
			if start, err := strconv.ParseInt(attr(n, "start"), 10, 31); err == nil {
				number = int(start)
			}
		}
		r.lists = append(r.lists, number)
		defer func() { r.lists = r.lists[:len(r.lists)-1] }()
	case atom.Sup:
		if reference.MatchString(strings.TrimSpace(textContent(n))) {
			return
		}
	case atom.Q:
		// A browser sets the marks.
		r.text("“")
		defer r.text("”")
	case atom.Pre:
		r.raise(blank)
		r.verbatim(strings.Trim(textContent(n), "\n"))
		r.raise(blank)
		return
	}
	r.raise(around)
	if tag == atom.Li {
		r.marker = r.item()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.node(c)
	}
	if tag == atom.Li {
		r.marker = "" // of an empty item
	}
	if tag != atom.Br {
		r.raise(around)
	}
}

// element returns the element that n is, or 0. Readability makes and renames
// elements without setting their DataAtom.
func element(n *html.Node) atom.Atom {
	if n.Type != html.ElementNode {
		return 0
	}
	return atom.Lookup([]byte(n.Data))
}

// reference matches the number of a footnote, as "[3]".
var reference = regexp.MustCompile(`^\[[\w ]{1,12}\]$`)

// raise makes the gap before the next text at least g.
func (r *renderer) raise(g gap) { r.gap = max(r.gap, g) }

// verbatim writes s as it is, behind the gap that is due, unless it is blank.
func (r *renderer) verbatim(s string) {
	if strings.TrimSpace(s) == "" {
		return
	}
	if r.b.Len() > 0 {
		r.b.WriteString(gaps[r.gap])
	}
	r.gap = none
	r.b.WriteString(r.marker)
	r.marker = ""
	r.b.WriteString(s)
}

// text writes the words of s.
func (r *renderer) text(s string) {
	for s != "" {
		word := strings.TrimLeftFunc(s, unicode.IsSpace)
		if len(word) < len(s) {
			r.raise(space)
		}
		end := strings.IndexFunc(word, unicode.IsSpace)
		if end < 0 {
			end = len(word)
		}
		r.verbatim(strings.Map(visible, word[:end]))
		s = word[end:]
	}
}

// visible drops what only tells a browser where a line may be broken.
func visible(c rune) rune {
	switch c {
	case '\u00ad', '\u200b', '\u2060', '\ufeff':
		return -1
	}
	return c
}

// item returns the bullet or number of the next item of the innermost list.
func (r *renderer) item() string {
	depth := len(r.lists) - 1
	if depth < 0 {
		return "- "
	}
	indent := strings.Repeat("  ", depth)
	number := r.lists[depth]
	if number == bullets {
		return indent + "- "
	}
	r.lists[depth]++
	return indent + strconv.Itoa(number) + ". "
}

// previousElement returns the element before n under the same parent, or nil.
func previousElement(n *html.Node) *html.Node {
	for n = n.PrevSibling; n != nil && n.Type != html.ElementNode; n = n.PrevSibling {
	}
	return n
}

// holdsBlock reports whether a block stands inside n.
func holdsBlock(n *html.Node) bool {
	for d := range n.Descendants() {
		if blocks[element(d)] == blank {
			return true
		}
	}
	return false
}

// hiding matches a style that hides its element.
var hiding = regexp.MustCompile(`(?i)\b(display\s*:\s*none|visibility\s*:\s*hidden)`)

// hidden reports whether a browser wouldn't show n.
func hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			return a.Val == "true"
		case "style":
			if hiding.MatchString(a.Val) {
				return true
			}
		}
	}
	return false
}

// textContent returns all text inside n, as it is in the page.
func textContent(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// attr returns the value of n's attribute key, or "".
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}
