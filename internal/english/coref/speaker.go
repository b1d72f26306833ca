package coref

import (
	"fmt"

	"github.com/seed514b815a/rashomon/internal/english"
)

// speakers links "I" and "we": in a quotation with its speaker, elsewhere with
// each other.
func (r *resolver) speakers(quotes []Quote) {
	r.findVoices(quotes)
	last := map[string]int{}
	for i := range r.ms {
		m := &r.ms[i]
		if m.Kind != Pronoun || m.person == 3 {
			continue
		}
		key := m.lemma
		if m.quote > 0 {
			key = fmt.Sprintf("%s q%d", m.lemma, m.quote)
			if v, ok := r.voices[m.quote]; ok {
				key = fmt.Sprintf("%s v%d", m.lemma, r.root(v))
				if (m.lemma == "i" || m.lemma == "we" && r.entity(v).class == group) && r.entity(v).fits(r.entity(i).traits) {
					r.link(v, i)
				}
			}
		}
		if j, ok := last[key]; ok && r.fits(i, j) {
			r.link(j, i)
		}
		last[key] = i
	}
}

// findVoices finds who speaks in each quotation: whom the caller names, else the
// subject of a verb of speech beside the quotation, else who spoke in the
// quotation before it in the paragraph.
func (r *resolver) findVoices(quotes []Quote) {
	type ends struct{ first, last, from, to int } // sentences, and tokens in them
	at := map[int]*ends{}
	var order []int
	for si := range r.quotes {
		for t, q := range r.quotes[si] {
			if q == 0 {
				continue
			}
			e := at[q]
			if e == nil {
				e = &ends{first: si, from: t}
				at[q] = e
				order = append(order, q)
			}
			e.last, e.to = si, t
		}
	}
	told := r.told(quotes)
	before := 0
	for _, q := range order {
		e := at[q]
		v := -1
		if m, ok := told[q]; ok {
			v = m
		}
		if v < 0 {
			v = r.speech(e.last, e.to+1, 1)
		}
		if v < 0 {
			v = r.speech(e.first, e.from-1, -1)
		}
		if v < 0 && e.to+3 >= len(r.a.Sentences[e.last].Tokens) && e.last+1 < len(r.a.Sentences) {
			if n := &r.a.Sentences[e.last+1]; n.Paragraph == r.a.Sentences[e.last].Paragraph && len(n.Tokens) < 8 {
				v = r.speech(e.last+1, 0, 1)
			}
		}
		if v < 0 && before > 0 && r.a.Sentences[at[before].last].Paragraph == r.a.Sentences[e.first].Paragraph {
			if w, ok := r.voices[before]; ok {
				v = w
			}
		}
		if v >= 0 {
			r.voices[q] = v
			before = q
		}
	}
}

// speech returns the mention that is the subject of a verb of speech in a sentence,
// outside quotations, from token t on in the given direction; -1 for none.
func (r *resolver) speech(si, t, step int) int {
	s := &r.a.Sentences[si]
	for ; t >= 0 && t < len(s.Tokens); t += step {
		if r.quotes[si][t] > 0 || s.Tokens[t].UPOS != english.VERB || !nouns()["speech"][s.Tokens[t].Lemma] {
			continue
		}
		if n := s.Child(t, english.Nsubj); n >= 0 && r.at[si][n] >= 0 && r.quotes[si][n] == 0 {
			return int(r.at[si][n])
		}
	}
	return -1
}

// told leads from quotations to the mentions that the caller names as speakers.
func (r *resolver) told(quotes []Quote) map[int]int {
	if len(quotes) == 0 {
		return nil
	}
	byStart := map[int]int{}
	for i := range r.ms {
		m := &r.ms[i]
		if m.joined || m.Kind == Modifier {
			continue
		}
		for _, at := range [2]int{m.Start, m.Core.Start} {
			if j, ok := byStart[at]; !ok || r.ms[j].End-r.ms[j].Start < m.End-m.Start {
				byStart[at] = i
			}
		}
	}
	out := map[int]int{}
	for _, q := range quotes {
		m, ok := byStart[q.Speaker.Start]
		if !ok || q.Speaker.End <= q.Speaker.Start {
			continue
		}
		for si := r.a.At(q.Content.Start); si >= 0 && si < len(r.quotes) && r.a.Sentences[si].Start < q.Content.End; si++ {
			for t, tok := range r.a.Sentences[si].Tokens {
				if id := r.quotes[si][t]; id > 0 && tok.Start >= q.Content.Start && tok.End <= q.Content.End {
					out[id] = m
				}
			}
		}
	}
	return out
}
