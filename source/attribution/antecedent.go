package attribution

import (
	"github.com/seed514b815a/rashomon/internal/english/coref"
)

// antecedents returns for each finding the fuller name of its speaker in the rest
// of the text, empty where there is none or the speaker is that name itself.
func (r *reader) antecedents() []span {
	quotes := make([]coref.Quote, 0, len(r.found))
	for _, f := range r.found {
		for _, c := range f.content {
			quotes = append(quotes, coref.Quote{Content: coref.Span{Start: c.start, End: c.end}, Speaker: coref.Span{Start: f.speaker.start, End: f.speaker.end}})
		}
	}
	chains := coref.Resolve(r.a, quotes)
	out := make([]span, len(r.found))
	for i, f := range r.found {
		if s, ok := chains.Antecedent(coref.Span{Start: f.speaker.start, End: f.speaker.end}); ok && !f.speaker.empty() {
			out[i] = span{s.Start, s.End}
		}
	}
	return out
}
