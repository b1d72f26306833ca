package coding

import (
	"cmp"
	"iter"
	"slices"

	"github.com/seed514b815a/rashomon/internal/english/coref"
	"github.com/seed514b815a/rashomon/source"
)

// refer finds what stands for the same in the text, now that it is known who is
// quoted with what.
func (r *reading) refer(as []source.Attribution) {
	var quotes []coref.Quote
	for i := range as {
		var speaker coref.Span
		if n := len(as[i].Chain); n > 0 {
			speaker = coref.Span{Start: as[i].Chain[n-1].Speaker.Start, End: as[i].Chain[n-1].Speaker.End}
		}
		for _, c := range as[i].Content {
			quotes = append(quotes, coref.Quote{Content: coref.Span{Start: c.Start, End: c.End}, Speaker: speaker})
		}
	}
	r.coref = coref.Resolve(r.an, quotes)
	// The wider contents first, so that the narrowest says where a word is told.
	slices.SortStableFunc(quotes, func(a, b coref.Quote) int {
		return cmp.Compare(b.Content.End-b.Content.Start, a.Content.End-a.Content.Start)
	})
	r.told = make([]int, len(r.ws))
	for _, q := range quotes {
		lo, hi := r.span(q.Content.Start, q.Content.End)
		for i := lo; i < hi; i++ {
			r.told[i] = q.Content.Start
		}
	}
}

// antecedent returns the party that the pronoun at or soon after word i stands
// for, where what a speaker says names it before. Else a pronoun of the third
// person in indirect speech is as a rule the speaker.
func (r *reading) antecedent(w string, i int, s scene) string {
	switch w {
	case "it", "its", "itself", "they", "them", "their", "themselves", "he", "him", "his", "himself", "she", "her", "herself", "who", "which", "whom":
	default:
		return ""
	}
	for j := i; j < len(r.ws) && j < i+4 && r.coref != nil; j++ {
		if r.ws[j].lower != w {
			continue
		}
		for a := range r.namedBefore(j) {
			if a.Start < r.told[j] && !r.another(w, s) {
				continue
			}
			lo, hi := r.span(a.Core.Start, a.Core.End)
			if p := r.phrase(lo, hi); p.pronoun == "" && p.owner == "" && p.actor() && !r.isTime(lo, hi) {
				return first(r.actors(lo, hi, scene{speaker: s.speaker}))
			}
		}
		return ""
	}
	return ""
}

// namedBefore walks the phrases that stand for the same as word i and stand before it,
// the nearest first, but for pronouns.
func (r *reading) namedBefore(i int) iter.Seq[*coref.Mention] {
	return func(yield func(*coref.Mention) bool) {
		if r.coref == nil {
			return
		}
		m := r.coref.Find(coref.Span{Start: r.ws[i].start, End: r.ws[i].end})
		if m < 0 {
			return
		}
		for _, k := range slices.Backward(r.coref.Entities[r.coref.Mentions[m].Entity]) {
			a := &r.coref.Mentions[k]
			if k < m && a.Kind != coref.Pronoun && a.Kind != coref.Relative && !yield(a) {
				return
			}
		}
	}
}

// another reports whether the pronoun can't be the speaker: a "she" in what a federation
// says, a "him" in what a police chief says was done.
func (r *reading) another(w string, s scene) bool {
	q := r.cast.Party(s.speaker)
	switch w {
	case "he", "she", "him":
	default:
		return false
	}
	return q != nil && !s.direct && (q.Kind != "person" && q.Kind != "anonymous" || w == "him")
}
