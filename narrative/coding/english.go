package coding

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// English codes attributed spans of English. The zero value is ready, and may be
// used by several goroutines at once.
type English struct{}

var _ narrative.Coder = English{}

// Code turns the attributions of d into assertions, at least one for each, and
// adds to cast the parties and places that they name. Its only error is the
// context's: what it can't read becomes a claim of text alone.
func (English) Code(ctx context.Context, d *source.Document, as []source.Attribution, cast *narrative.Cast) ([]narrative.Assertion, error) {
	r, err := read(ctx, d, cast)
	if err != nil {
		return nil, err
	}
	r.refer(as)
	spans := r.spans(as)
	for _, s := range spans {
		if n := len(s.Chain); n > 0 {
			s.acts = r.cue(s.Chain[n-1].Cue)
		}
	}
	r.statements(spans)
	if r.by = r.author(); r.by != "" {
		spans = append(spans, r.own(spans)...)
	}
	for _, s := range spans {
		s.cutAside(r)
		r.declined(s)
	}
	spans = append(spans, r.withholding(spans)...)
	order(spans)
	for i, s := range spans {
		s.index = i
	}
	r.speeches = spans
	var out []narrative.Assertion
	var from []*speech // the attribution of each
	for _, s := range spans {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if s.withheld != nil && !s.withheld.reported {
			if s.parties = r.withholders(s); len(s.parties) == 0 {
				continue
			}
		} else {
			r.speakers(s)
		}
		for _, a := range r.assert(s) {
			out = append(out, a)
			from = append(from, s)
		}
	}
	r.carry(out, from)
	r.likens(out, from)
	r.answers(out, from)
	return r.silents(out, from), nil
}

// A speech is one attribution being coded.
type speech struct {
	*source.Attribution
	index   int        // its place in the order of the text
	at      int        // the first word of its speaker, cue or content
	content [][2]int   // its pieces, in words
	parties [][]string // whom each link of the chain names
	acts    cue        // what the last cue says
	// statement says that the content is that somebody else said something, which
	// another attribution holds.
	statement bool
	withheld  *reticence   // what the words say that somebody leaves unsaid
	others    map[int]bool // words of the content that others are quoted with in it
	verdict   *verdict     // what it says that something is, once looked for
	judges    bool         // it says so
	calling   *calling     // the name that it gives, if it gives one
}

// spans puts the attributions into the order of the text, so that a short form
// meets the full name that went before.
func (r *reading) spans(as []source.Attribution) []*speech {
	out := make([]*speech, 0, len(as))
	for i := range as {
		s := &speech{Attribution: &as[i]}
		from := len(r.doc.Text)
		for _, c := range as[i].Content {
			lo, hi := r.span(c.Start, c.End)
			s.content = append(s.content, [2]int{lo, hi})
			from = min(from, c.Start)
		}
		if n := len(as[i].Chain); n > 0 {
			if a := as[i].Chain[n-1].Speaker; !a.IsZero() {
				from = a.Start
			} else if a := as[i].Chain[n-1].Cue; !a.IsZero() {
				from = a.Start
			}
		}
		s.at, _ = r.span(from, from+1)
		out = append(out, s)
	}
	order(out)
	return out
}

// order sorts speeches by where they stand in the text, the outer before the inner.
func order(spans []*speech) {
	slices.SortStableFunc(spans, func(a, b *speech) int {
		return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(len(a.Chain), len(b.Chain)))
	})
}

// statements marks the attributions whose content is another's speech: that a
// ministry said so is all that the outlet itself claims. Where it is a part of the
// content, that part is left to the other.
func (r *reading) statements(spans []*speech) {
	for k, s := range spans {
		size := 0
		for _, c := range s.content {
			size += c[1] - c[0]
		}
		for _, in := range near(spans, k) {
			if len(in.Chain) <= len(s.Chain) || !within(in, s) || evidence[in.acts.words] {
				continue
			}
			own := 0
			for _, c := range in.content {
				for i := c[0]; i < c[1]; i++ {
					if s.holds(i) {
						own++
					}
				}
			}
			if 2*own >= size && size > 0 {
				s.statement = true
			}
			if _, rejects := r.rejection(s); s.acts.act == narrative.Deny || rejects {
				continue // what is denied is the speaker's matter
			}
			for _, c := range in.content {
				for i := c[0]; i < c[1]; i++ {
					if s.others == nil {
						s.others = map[int]bool{}
					}
					s.others[i] = true
				}
			}
		}
	}
}

// near returns the speeches around the k-th: what one says within another stands
// close to it, and a long text has thousands.
func near(spans []*speech, k int) []*speech {
	return spans[max(0, k-window):min(len(spans), k+window)]
}

const window = 40

// evidence verbs have things for subjects: what the pictures show is the word of
// who shows them.
var evidence = map[string]bool{"show": true, "indicate": true, "suggest": true, "prove": true, "demonstrate": true, "reveal": true, "confirm": true}

// shown reports whether the link's speaker is a thing that bears somebody out:
// "pictures show". It has no voice but that of who shows it.
func (r *reading) shown(l *source.Link) bool {
	if l.Speaker.IsZero() || !evidence[r.cue(l.Cue).words] {
		return false
	}
	lo, hi := r.span(l.Speaker.Start, l.Speaker.End)
	if p := r.phrase(lo, hi); p.class != noClass || p.pronoun != "" {
		return false
	}
	for i := lo; i < hi; i++ {
		if h := r.head(i); (h < lo || h >= hi) && r.token(i).UPOS == english.NOUN {
			return !r.isPerson(i)
		}
	}
	return false
}

// holds reports whether word i is in the content.
func (s *speech) holds(i int) bool {
	for _, c := range s.content {
		if c[0] <= i && i < c[1] {
			return true
		}
	}
	return false
}

// within reports whether the chain of in begins with that of s.
func within(in, s *speech) bool {
	if len(in.Chain) < len(s.Chain) {
		return false
	}
	for i := range s.Chain {
		if in.Chain[i].Speaker != s.Chain[i].Speaker || in.Chain[i].Cue != s.Chain[i].Cue {
			return false
		}
	}
	return len(s.Content) > 0
}

// assert makes the assertions of one attribution: for each of its speakers, one
// for each claim.
func (r *reading) assert(s *speech) []narrative.Assertion {
	var out []narrative.Assertion
	var voices []string
	if n := len(s.parties); n > 0 {
		voices = s.parties[n-1]
	} else {
		voices = []string{r.publisher()}
	}
	told, words := r.said(s)
	for v, party := range voices {
		said := r.carriedOn(s, r.cast.Side(party), told)
		for i, c := range r.claims(s, party, voices) {
			a := narrative.Assertion{Party: party, Source: r.doc.ID, Mode: s.Mode, Said: cmp.Or(c.said, said), SaidWhen: words, Stance: c.stance, Focus: c.focus, Certainty: c.certainty, Claim: c.Claim}
			if conf := s.Confidence * (1 - claimShare + claimShare*c.confidence); conf > 0 && conf < 1 {
				conf = math.Round(1000*conf) / 1000
				a.Confidence = &conf
			}
			for k := s.outermost(r); k < len(s.Chain); k++ {
				l := narrative.Link{Party: s.parties[k][0]}
				if k == len(s.Chain)-1 {
					l.Party = party
				}
				if x := s.Chain[k].Speaker; !x.IsZero() {
					l.Speaker = &x
				}
				if x := s.Chain[k].Cue; !x.IsZero() {
					l.Cue = &x
				}
				a.Chain = append(a.Chain, l)
			}
			a.Quotes = s.Content
			a.ID = r.id(s, v, i)
			if c.stranger {
				r.strangers[a.ID] = true
			}
			out = append(out, a)
		}
	}
	return out
}

// claimShare is how far the reading of a claim moves the confidence of its
// assertion, which is that of the attribution: that these words are this party's.
// It puts the claims of one attribution in order and no more, since how sure their
// agents and targets are hasn't been measured.
const claimShare = 0.1

// outermost is the first link that reports: who rejects a claim doesn't relay it.
func (s *speech) outermost(r *reading) int {
	k := len(s.Chain) - 1
	for k > 0 && r.cue(s.Chain[k-1].Cue).act != narrative.Deny {
		k--
	}
	return max(k, 0)
}

// id is a short hash of the source and the spans, so that it stays when the rest
// of the text is coded otherwise.
func (r *reading) id(s *speech, voice, claim int) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\n%d %d\n", r.doc.ID, voice, claim)
	for _, l := range s.Chain {
		fmt.Fprintf(h, "%d-%d %d-%d\n", l.Speaker.Start, l.Speaker.End, l.Cue.Start, l.Cue.End)
	}
	for _, c := range s.Content {
		fmt.Fprintf(h, "%d-%d\n", c.Start, c.End)
	}
	return "a" + hex.EncodeToString(h.Sum(nil))[:10]
}

// publisher is the party of a document's own words.
func (r *reading) publisher() string {
	if r.by != "" {
		return r.by
	}
	if r.doc.Publisher != "" {
		return r.addNamed(r.doc.Publisher, "outlet", "")
	}
	if r.nobody == "" {
		r.nobody = r.cast.AddParty(narrative.Party{Name: "unnamed source", Kind: "anonymous"})
	}
	return r.nobody
}

// A claim is a claim with the assertion's share of what its words say.
type claim struct {
	narrative.Claim
	stance     narrative.Stance
	focus      narrative.Facet
	certainty  narrative.Certainty
	confidence float64
	stranger   bool      // whose doing it was is said, but no table knows who that is
	said       edtf.Time // where it was said at another time than the rest
}

// text returns the content of s as one line.
func (r *reading) content(s *speech) string {
	parts := make([]string, 0, len(s.Content))
	for _, c := range s.Content {
		parts = append(parts, strings.Join(strings.Fields(c.Exact), " "))
	}
	return strings.Join(parts, " … ")
}
