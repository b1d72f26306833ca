package render

import (
	"cmp"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// DossierHTML writes a page that shows every source with its attributions marked:
// the words attributed to somebody in the colour of the side, speaker and cue
// underlined, so that a person checks a text at a glance. The page stands alone and
// loads nothing.
func (p Printer) DossierHTML(w io.Writer, d *narrative.Dossier) error {
	d, corrections := correctedCopy(d)
	n := newNames(d.Parties, d.Places, d.Sources)
	page := markedPage{Title: cmp.Or(d.Title, "Who says what")}
	cast := narrative.NewCast(d)
	colour := map[string]int{}
	for _, nv := range d.Narratives() {
		colour[nv.Side] = len(page.Sides)
		page.Sides = append(page.Sides, markedSide{n.of(nv.Side), len(page.Sides) % len(palette), len(nv.Assertions)})
	}
	bySource := map[string][]*narrative.Assertion{}
	for i := range d.Assertions {
		a := &d.Assertions[i]
		bySource[a.Source] = append(bySource[a.Source], a)
	}
	for _, s := range d.Sources {
		var marks []mark
		for _, a := range bySource[s.ID] {
			side := cast.Side(a.Party)
			c, told := colour[side]
			if !told {
				c = -1 // thoughts and intentions are nobody's account
			}
			marks = append(marks, p.marksOf(n, a, c)...)
		}
		page.Sources = append(page.Sources, markedSource{
			Title: sourceTitle(s), URL: s.URL, Segments: segments(s.Text, marks),
		})
	}
	for _, c := range corrections {
		title, notes := p.correctionWords(n, &c)
		page.Corrections = append(page.Corrections, markedCorrection{title, notes})
	}
	return markedTemplate.Execute(w, page)
}

// palette is that of Okabe and Ito (2008), which people with any kind of colour
// vision tell apart, made light enough to read on.
var palette = []string{"#f3cf87", "#a9dcf5", "#8fd9bf", "#f8f0a0", "#a7c9e8", "#f2b38c", "#e6bfd6", "#d0d0d0"}

type markedPage struct {
	Title       string
	Sides       []markedSide
	Sources     []markedSource
	Corrections []markedCorrection
}

type markedCorrection struct {
	Title string
	Notes []string
}

type markedSide struct {
	Name   string
	Colour int
	Words  int // assertions
}

type markedSource struct {
	Title, URL string
	Segments   []segment
}

// A segment is a run of text under the same marks.
type segment struct {
	Text  string
	Class string // "" for the reporter's own words
	Note  string // who says it, and what was understood
}

// A mark is one span of an assertion.
type mark struct {
	start, end int
	role       string // content, speaker, cue
	colour     int    // of the side; -1: none
	note       string
}

func (p Printer) marksOf(n names, a *narrative.Assertion, colour int) []mark {
	note := p.named(n.of(a.Party)+" "+verb(a), a.ID)
	if c := claimWords(n, &a.Claim); c != "" {
		note += ": " + c
	}
	var out []mark
	for _, q := range a.Quotes {
		out = append(out, mark{q.Start, q.End, "content", colour, note})
	}
	for _, l := range a.Chain {
		for _, x := range []struct {
			role string
			at   *source.Anchor
		}{{"speaker", l.Speaker}, {"cue", l.Cue}} {
			if x.at != nil {
				out = append(out, mark{x.at.Start, x.at.End, x.role, -1, n.of(l.Party)})
			}
		}
	}
	return out
}

// segments cuts text at every border of a mark. Of the contents that cover a
// segment the innermost, which is the shortest, gives the colour.
func segments(text string, marks []mark) []segment {
	marks = slices.DeleteFunc(marks, func(m mark) bool { return m.start < 0 || m.end > len(text) || m.start >= m.end })
	slices.SortStableFunc(marks, func(a, b mark) int { return cmp.Compare(a.start, b.start) })
	cuts := []int{0, len(text)}
	for _, m := range marks {
		cuts = append(cuts, m.start, m.end)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var out []segment
	var open []mark
	next := 0
	for i := 0; i+1 < len(cuts); i++ {
		at := cuts[i]
		open = slices.DeleteFunc(open, func(m mark) bool { return m.end <= at })
		for next < len(marks) && marks[next].start <= at {
			open = append(open, marks[next])
			next++
		}
		out = append(out, cover(text[at:cuts[i+1]], open))
	}
	return out
}

func cover(text string, open []mark) segment {
	s := segment{Text: text}
	var classes, notes []string
	inner := -1
	for i, m := range open {
		if m.role != "content" {
			classes = append(classes, m.role)
		} else if inner < 0 || m.end-m.start < open[inner].end-open[inner].start {
			inner = i
		}
		notes = append(notes, m.note)
	}
	if inner >= 0 {
		classes = append(classes, "content")
		if c := open[inner].colour; c >= 0 {
			classes = append(classes, fmt.Sprintf("side%d", c%len(palette)))
		}
	}
	slices.Sort(classes)
	s.Class = strings.Join(slices.Compact(classes), " ")
	slices.Sort(notes) // determinism: whatever the order of the assertions
	s.Note = strings.Join(slices.Compact(notes), "\n")
	return s
}

var markedTemplate = template.Must(template.New("marked").Funcs(template.FuncMap{
	"colour":  func(i int) template.CSS { return template.CSS(palette[i]) },
	"palette": func() []string { return palette },
}).Parse(`<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{.Title}}</title>
<style>
body { font: 17px/1.6 Georgia, serif; max-width: 46em; margin: 2em auto; padding: 0 1em; color: #222; background: #fff }
h1, h2, .legend { font-family: system-ui, sans-serif }
.text { white-space: pre-wrap; overflow-wrap: anywhere }
.legend { font-size: .85em }
.legend span, .content { border-radius: .2em; padding: .05em .15em }
.legend span { margin-right: .8em; white-space: nowrap }
.content { background: #eee }
.speaker { border-bottom: 2px solid #222; font-weight: bold }
.cue { border-bottom: 2px dotted #222 }
{{range $i, $c := palette}}.side{{$i}} { background: {{colour $i}} }
{{end}}</style>
<h1>{{.Title}}</h1>
<p class="legend">{{range .Sides}}<span class="side{{.Colour}}">{{.Name}} ({{.Words}})</span> {{end}}<span class="content">nobody's position</span> <span class="speaker">who</span> <span class="cue">by which word</span></p>
{{range .Sources}}<h2>{{if .URL}}<a href="{{.URL}}">{{.Title}}</a>{{else}}{{.Title}}{{end}}</h2>
<div class="text">{{range .Segments}}{{if .Class}}<span class="{{.Class}}" title="{{.Note}}">{{.Text}}</span>{{else}}{{.Text}}{{end}}{{end}}</div>
{{end}}{{if .Corrections}}<h2>Corrections</h2>
<ul>{{range .Corrections}}<li>{{.Title}}{{range .Notes}}<br><small>{{.}}</small>{{end}}</li>
{{end}}</ul>
{{end}}</html>
`))
