package source

import (
	"encoding/json"
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// meta is what a page says about itself, each in the order of trust: the first
// that is there is taken.
type meta struct {
	tags     map[string]string // of meta elements, by property, name or itemprop in lower case
	article  ldArticle         // of JSON-LD
	headings []string          // h1
	title    string            // of the title element
	link     string            // canonical
	lang     string            // of the html element
	times    []string          // of time elements, those in an article first
	body     string            // of the article, where JSON-LD holds it
}

// readMeta collects what a page says about itself.
func readMeta(root *html.Node) *meta {
	m := &meta{tags: map[string]string{}}
	var outer []string // times outside of an article
	for n := range root.Descendants() {
		switch n.DataAtom {
		case atom.Html:
			m.lang = attr(n, "lang")
		case atom.Meta:
			m.tag(n)
		case atom.Title:
			if m.title == "" && !within(n, atom.Svg) {
				m.title = squash(textContent(n))
			}
		case atom.H1:
			m.headings = append(m.headings, squash(render(n)))
		case atom.Link:
			if m.link == "" && strings.EqualFold(attr(n, "rel"), "canonical") {
				m.link = attr(n, "href")
			}
		case atom.Time:
			switch at := attr(n, "datetime"); {
			case at == "" || within(n, atom.Nav, atom.Aside, atom.Footer):
			case within(n, atom.Article, atom.Main):
				m.times = append(m.times, at)
			default:
				outer = append(outer, at)
			}
		case atom.Script:
			if strings.EqualFold(attr(n, "type"), "application/ld+json") {
				m.article.read(textContent(n))
			}
		}
	}
	m.times = append(m.times, outer...)
	if m.article.Body != "" {
		if n, err := html.Parse(strings.NewReader(strings.ReplaceAll(m.article.Body, "\n", "<br>"))); err == nil {
			m.body = render(n)
		}
	}
	return m
}

// tag keeps the content of a meta element under each of its names.
func (m *meta) tag(n *html.Node) {
	content := squash(attr(n, "content"))
	for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
		for _, name := range strings.Fields(strings.ToLower(attr(n, key))) {
			if m.tags[name] == "" {
				m.tags[name] = content
			}
		}
	}
}

// document returns a document with all but its text.
func (m *meta) document() *Document {
	d := &Document{
		Publisher: m.first(m.tags["og:site_name"], m.article.Publisher, m.tags["publisher"], m.tags["dc.publisher"], m.tags["dcterms.publisher"], m.tags["application-name"]),
		Author:    m.first(m.article.Author, m.tags["author"], m.tags["dc.creator"], m.tags["dcterms.creator"], m.tags["article:author"], m.tags["parsely-author"]),
	}
	// The heading is what readers see, where there is one; the title element often
	// has the name of the site behind it.
	heading := ""
	if len(m.headings) == 1 {
		heading = m.headings[0]
	}
	d.Title = m.first(m.tags["og:title"], m.article.Headline, heading, m.tags["twitter:title"], m.tags["dc.title"], m.title)
	if d.Title = withoutSite(d.Title, d.Publisher); heading != "" && strings.HasPrefix(d.Title, heading) {
		d.Title = heading
	}
	for _, u := range []string{m.link, m.tags["og:url"], m.article.URL} {
		if d.URL == "" && isWebURL(u) {
			d.URL = u
		}
	}
	for _, l := range []string{m.lang, m.article.Language, m.tags["og:locale"], m.tags["content-language"], m.tags["dc.language"]} {
		if d.Language == "" && languageTag.MatchString(l) {
			d.Language = strings.ReplaceAll(l, "_", "-")
		}
	}
	dates := []string{
		m.tags["article:published_time"], m.article.Published, m.tags["datepublished"], m.tags["og:published_time"],
		m.tags["parsely-pub-date"], m.tags["dcterms.issued"], m.tags["dc.date.issued"], m.tags["dc.date"], m.tags["pubdate"],
		m.tags["publishdate"], m.tags["publish-date"], m.tags["date"],
	}
	if len(m.times) > 0 {
		dates = append(dates, m.times[0])
	}
	for _, s := range dates {
		if t, err := parseDate(s); err == nil && d.Published.IsZero() {
			d.Published = t
		}
	}
	return d
}

// first returns the first of ss that says something. Some systems fill in the
// address of a profile where a name is asked for.
func (m *meta) first(ss ...string) string {
	for _, s := range ss {
		if s = squash(html.UnescapeString(s)); s != "" && !isWebURL(s) {
			return s
		}
	}
	return ""
}

// languageTag matches BCP 47 tags, and locales as "en_GB".
var languageTag = regexp.MustCompile(`^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$`)

// isWebURL reports whether s is an absolute address on the web.
func isWebURL(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// withoutSite returns title without the name of the site, as in
// "Two killed at the bridge | The Herald".
func withoutSite(title, site string) string {
	if site == "" {
		return title
	}
	for _, sep := range []string{" | ", " - ", " – ", " — ", " :: ", " • ", " · "} {
		if at := strings.LastIndex(title, sep); at > 0 && strings.EqualFold(strings.TrimSpace(title[at+len(sep):]), site) {
			return strings.TrimSpace(title[:at])
		}
	}
	return title
}

// ldArticle is an article as JSON-LD describes it in the words of schema.org.
type ldArticle struct {
	Headline, Publisher, Author, Published, URL, Language, Body string
}

// read fills in what the script says of an article and isn't known yet. Scripts
// that are no JSON are passed over: pages have many.
func (a *ldArticle) read(script string) {
	var v any
	if err := json.Unmarshal([]byte(script), &v); err != nil {
		return
	}
	named := map[string]any{} // nodes by @id
	var found []map[string]any
	var walk func(v any, depth int)
	walk = func(v any, depth int) {
		if depth > 8 {
			return
		}
		switch v := v.(type) {
		case []any:
			for _, e := range v {
				walk(e, depth+1)
			}
		case map[string]any:
			if id, _ := v["@id"].(string); id != "" && len(v) > 1 {
				named[id] = v
			}
			if isArticle(v["@type"]) {
				found = append(found, v)
			}
			walk(v["@graph"], depth+1)
			walk(v["mainEntity"], depth+1)
		}
	}
	walk(v, 0)
	for _, o := range found {
		fill := func(field *string, keys ...string) {
			for _, key := range keys {
				if *field == "" {
					*field = ldName(o[key], named)
				}
			}
		}
		fill(&a.Headline, "headline", "name")
		fill(&a.Publisher, "publisher", "sourceOrganization")
		fill(&a.Author, "author", "creator")
		fill(&a.Published, "datePublished", "dateCreated")
		fill(&a.URL, "url", "mainEntityOfPage")
		fill(&a.Language, "inLanguage")
		fill(&a.Body, "articleBody")
	}
}

// isArticle reports whether a JSON-LD type, or one of several, is an article.
func isArticle(v any) bool {
	switch v := v.(type) {
	case string:
		return strings.HasSuffix(v, "Article") || strings.HasSuffix(v, "BlogPosting") || v == "Report" || v == "SocialMediaPosting"
	case []any:
		for _, e := range v {
			if s, ok := e.(string); ok && isArticle(s) {
				return true
			}
		}
	}
	return false
}

// ldName returns v if it is a string, and otherwise the name of the node that it
// is or refers to; of several, the first.
func ldName(v any, named map[string]any) string {
	switch v := v.(type) {
	case string:
		return v
	case []any:
		if len(v) > 0 {
			return ldName(v[0], nil)
		}
	case map[string]any:
		for _, key := range []string{"name", "@id", "alternateName"} {
			s, ok := v[key].(string)
			if n, isNode := named[s].(map[string]any); key == "@id" && isNode {
				s, ok = n["name"].(string)
			}
			if ok && s != "" {
				return s
			}
		}
	}
	return ""
}
