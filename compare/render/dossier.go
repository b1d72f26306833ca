package render

import (
	"io"

	"github.com/seed514b815a/rashomon/narrative"
)

// DossierText writes who says what, source by source.
func (p Printer) DossierText(w io.Writer, d *narrative.Dossier) error {
	return p.text(w, func(g page) { p.dossier(g, d) })
}

// DossierMarkdown writes who says what, source by source, as CommonMark.
func (p Printer) DossierMarkdown(w io.Writer, d *narrative.Dossier) error {
	return p.markdown(w, func(g page) { p.dossier(g, d) })
}

func (p Printer) dossier(g page, d *narrative.Dossier) {
	n := newNames(d.Parties, d.Places, d.Sources)
	d, corrections := correctedCopy(d)
	for _, s := range bySource(d) {
		g.section(bold, s.title)
		if len(s.assertions) == 0 {
			g.say(3, faint, nobody)
		}
		for _, a := range s.assertions {
			g.speaker(n.of(a.Party), verb(a))
			g.quote(p.cite(n, a))
			if s := claimWords(n, &a.Claim); s != "" {
				g.say(7, "", s)
			}
		}
	}
	p.corrections(g, n, corrections)
}
