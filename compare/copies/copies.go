package copies

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed514b815a/rashomon/compare/relation"
	"github.com/seed514b815a/rashomon/internal/prose"
	"github.com/seed514b815a/rashomon/internal/winnow"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// Copy is two sources, not of one publisher, that stand in near-identical wording
// outside quotation marks. Where Credits is empty, neither says where it has the
// words from: probably one copies the other, or both a third. Which way it went is
// not said: dates of publishing don't tell.
type Copy struct {
	Sources  []string  `json:"sources"`  // two, in order of id
	Words    int       `json:"words"`    // that stand in both, in the same order
	Share    float64   `json:"share"`    // of the words of the shorter text
	Credits  []string  `json:"credits"`  // who is named as the words' origin: parties, or the publisher's name
	Passages []Passage `json:"passages"` // the longest, at most three
	Why      string    `json:"why"`      // one sentence
}

// Passage is where the wording stands: A in the first source, B in the second.
type Passage struct {
	A source.Anchor `json:"a"`
	B source.Anchor `json:"b"`
}

const (
	// minPassage is how many words in a passage two texts share that nobody writes
	// twice. Of 302,400 pairs of articles by which seven outlets covered one election
	// (PolNeAR, training part) the longest passage shared outside quotation marks has
	// 15 words, names and offices for the most part, but for one of 53: a copy.
	minPassage = 20

	// A short text, a post or an alert, has no such passage: there it is half of its
	// words, in passages of which none is shorter than a run that is always found.
	minShort   = 12
	shortShare = 0.5

	// maxCopies bounds the list, and maxCompared the pairs that are looked at word by
	// word, those first whose ids come first.
	maxCopies   = 1000
	maxCompared = 100_000

	shownPassages = 3
	passageBytes  = 1000
)

// Found is what is known of the copies among the sources of a dossier. The zero
// Found knows of none.
type Found struct {
	List []Copy // those that credit nobody first, then the longest

	sources  map[string]bool
	passages map[[2]string][]winnow.Passage // of two sources, in order of id
	from     map[[2]string][]string         // the sides that are credited, where all of them are known
}

// finder is a dossier as it is searched.
type finder struct {
	cast     *narrative.Cast
	bySource map[string][]*narrative.Assertion
	houses   map[string]string
	outlets  []narrative.Party
}

// Find holds all sources of d, whose parties and places are cast, against each other.
// The error is that of ctx.
func Find(ctx context.Context, d *narrative.Dossier, cast *narrative.Cast) (*Found, error) {
	b := &finder{cast: cast, bySource: map[string][]*narrative.Assertion{}, houses: Houses(d, cast)}
	for i := range d.Assertions {
		a := &d.Assertions[i]
		b.bySource[a.Source] = append(b.bySource[a.Source], a)
	}
	for _, p := range cast.Parties() {
		if p.Kind == "outlet" {
			b.outlets = append(b.outlets, p)
		}
	}
	out := &Found{sources: map[string]bool{}, passages: map[[2]string][]winnow.Passage{}, from: map[[2]string][]string{}}
	docs := slices.Clone(d.Sources)
	slices.SortFunc(docs, func(x, y *source.Document) int { return cmp.Compare(x.ID, y.ID) })
	texts := make([]*winnow.Text, len(docs))
	for i, d := range docs {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		texts[i] = winnow.New(d.Text)
	}
	pairs := winnow.Candidates(texts)
	for n, p := range pairs[:min(len(pairs), maxCompared)] {
		if n%64 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		x, y := docs[p[0]], docs[p[1]]
		if b.oneHouse(x, y) {
			continue
		}
		passages := winnow.Passages(texts[p[0]], texts[p[1]])
		passages = slices.DeleteFunc(passages, func(p winnow.Passage) bool { return p.Words < minShort })
		words, longest := 0, 0
		for _, p := range passages {
			words, longest = words+p.Words, max(longest, p.Words)
		}
		least := min(texts[p[0]].Words(), texts[p[1]].Words())
		words = min(words, least) // a passage may stand twice in one of them
		if longest < minPassage && float64(words) < shortShare*float64(least) || words == 0 {
			continue
		}
		out.sources[x.ID], out.sources[y.ID] = true, true
		c := b.copyOf(x, y, passages, words, least)
		pair := [2]string{x.ID, y.ID}
		out.passages[pair] = passages
		if !slices.ContainsFunc(c.Credits, func(id string) bool { return b.cast.Party(id) == nil }) {
			out.from[pair] = relation.SidesOf(b.cast, c.Credits)
		}
		out.List = append(out.List, c)
	}
	slices.SortStableFunc(out.List, func(a, b Copy) int {
		return cmp.Or(cmp.Compare(min(1, len(a.Credits)), min(1, len(b.Credits))), cmp.Compare(b.Words, a.Words))
	})
	out.List = out.List[:min(len(out.List), maxCopies)]
	return out, nil
}

// oneHouse reports whether two sources are of one publisher, who may say a thing
// again.
func (b *finder) oneHouse(x, y *source.Document) bool {
	if h := b.houses[x.ID]; h != "" && h == b.houses[y.ID] {
		return true
	}
	return x.Publisher != "" && strings.EqualFold(x.Publisher, y.Publisher) || x.Text == y.Text && x.URL == y.URL && x.Publisher == y.Publisher
}

// Houses says of each source which side published it, where a party bears the
// publisher's name.
func Houses(d *narrative.Dossier, cast *narrative.Cast) map[string]string {
	out := map[string]string{}
	for _, s := range d.Sources {
		for _, id := range cast.Named(s.Publisher) {
			if cast.Party(id) != nil {
				out[s.ID] = cast.Side(id)
				break
			}
		}
	}
	return out
}

func (b *finder) copyOf(x, y *source.Document, passages []winnow.Passage, words, least int) Copy {
	c := Copy{Sources: []string{x.ID, y.ID}, Words: words, Share: math.Round(100*float64(words)/float64(least)) / 100, Credits: b.credits(x, y, passages)}
	longest := slices.Clone(passages)
	slices.SortStableFunc(longest, func(a, b winnow.Passage) int { return cmp.Compare(b.Words, a.Words) })
	for _, p := range longest[:min(len(longest), shownPassages)] {
		c.Passages = append(c.Passages, Passage{excerpt(x.Text, p.AStart, p.AEnd), excerpt(y.Text, p.BStart, p.BEnd)})
	}
	names := fmt.Sprintf("%s and %s have %d words in the same wording, %.0f %% of the shorter text", publisher(x), publisher(y), words, 100*c.Share)
	if len(c.Credits) > 0 {
		var credited []string
		for _, id := range c.Credits {
			credited = append(credited, b.cast.Name(id))
		}
		c.Why = fmt.Sprintf("%s, and name as where they come from %s.", names, prose.Series(credited))
	} else {
		c.Why = names + ", and neither says where they come from: probably one copies the other, or both a third."
	}
	return c
}

func publisher(d *source.Document) string { return cmp.Or(d.Publisher, d.Title, d.URL, d.ID) }

// excerpt anchors a part of a text, as much of it as is worth showing.
func excerpt(text string, start, end int) source.Anchor {
	if end-start > passageBytes {
		cut := start + passageBytes
		for !utf8.RuneStart(text[cut]) {
			cut--
		}
		if i := strings.LastIndexFunc(text[start:cut], unicode.IsSpace); i > 0 {
			cut = start + i
		}
		end = cut
	}
	return source.Anchor{Exact: text[start:end], Start: start, End: end}
}

// credits returns who is named as the origin of what two sources share: the
// publisher of one in the other's text, an outlet or a credit line in both, or a
// party to whom both attribute two thirds of each passage, whose own statement it
// then is.
func (b *finder) credits(x, y *source.Document, passages []winnow.Passage) []string {
	found := map[string]bool{}
	for _, pair := range [2][2]*source.Document{{x, y}, {y, x}} {
		if by := pair[0].Publisher; by != "" && mentions(pair[1].Text, by) {
			found[cmp.Or(b.partyNamed(by), by)] = true
		}
	}
	for _, p := range b.outlets {
		side := b.cast.Side(p.ID)
		if side == b.houses[x.ID] || side == b.houses[y.ID] {
			continue
		}
		for _, name := range append([]string{p.Name}, p.Aliases...) {
			if mentions(x.Text, name) && mentions(y.Text, name) {
				found[p.ID] = true
			}
		}
	}
	named := creditLines(y)
	for _, name := range creditLines(x) {
		if slices.Contains(named, name) {
			found[cmp.Or(b.partyNamed(name), name)] = true
		}
	}
	if len(found) > 0 {
		return slices.Sorted(maps.Keys(found))
	}
	for _, p := range passages {
		in, other := b.saidIn(x.ID, p.AStart, p.AEnd), b.saidIn(y.ID, p.BStart, p.BEnd)
		whose := ""
		for _, party := range slices.Sorted(maps.Keys(in)) {
			if 3*in[party] >= 2*(p.AEnd-p.AStart) && 3*other[party] >= 2*(p.BEnd-p.BStart) {
				whose = party
				break
			}
		}
		if whose == "" {
			return []string{}
		}
		found[whose] = true
	}
	return slices.Sorted(maps.Keys(found))
}

// partyNamed returns the party that bears a name, "" if none does.
func (b *finder) partyNamed(name string) string {
	for _, id := range b.cast.Named(name) {
		if b.cast.Party(id) != nil {
			return id
		}
	}
	return ""
}

// creditLine is a name as agencies are credited by: "LONDON (Reuters) –", "/TASS/".
var creditLine = regexp.MustCompile(`[(/](\p{Lu}[\p{L}\p{N} .&-]{1,39})[)/]`)

// creditLines returns the byline of a document and the names that stand as credits
// do at the head and the foot of its text.
func creditLines(d *source.Document) []string {
	const head, foot = 200, 120
	out := []string{}
	if d.Author != "" {
		out = append(out, d.Author)
	}
	text := d.Text
	for _, part := range []string{text[:min(len(text), head)], text[max(0, len(text)-foot):]} {
		for _, m := range creditLine.FindAllStringSubmatch(part, -1) {
			out = append(out, m[1])
		}
	}
	return out
}

// saidIn counts the bytes of a span of a source that are attributed to each party
// other than the one that published it.
func (b *finder) saidIn(id string, start, end int) map[string]int {
	spans := map[string][][2]int{}
	for _, a := range b.bySource[id] {
		if b.cast.Side(a.Party) == b.houses[id] {
			continue
		}
		for _, q := range a.Quotes {
			if s, e := max(q.Start, start), min(q.End, end); s < e {
				spans[a.Party] = append(spans[a.Party], [2]int{s, e})
			}
		}
	}
	out := map[string]int{}
	for party, list := range spans {
		slices.SortFunc(list, func(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
		at := start
		for _, s := range list {
			if s[1] > at {
				out[party] += s[1] - max(at, s[0])
				at = s[1]
			}
		}
	}
	return out
}

// mentions reports whether a name stands in a text, as whole words and in its own
// letters: "Post" is not found in "post" or "Postal".
func mentions(text, name string) bool {
	if name == "" {
		return false
	}
	for at := 0; ; {
		i := strings.Index(text[at:], name)
		if i < 0 {
			return false
		}
		i += at
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+len(name):])
		if !wordy(before) && !wordy(after) {
			return true
		}
		at = i + len(name)
	}
}

func wordy(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// Among reports whether a source has wording in common with another.
func (f *Found) Among(source string) bool { return f.sources[source] }

// From returns the sides that two sources, in order of id, credit with the wording
// that they share; none where nobody is credited, or somebody whom nobody has declared.
func (f *Found) From(x, y string) []string { return f.from[[2]string{x, y}] }

// Alike reports whether two assertions, which quote their sources, stand in one
// passage that these share, and in nearly the same words.
func (f *Found) Alike(a, b *narrative.Assertion) bool {
	if b.Source < a.Source {
		a, b = b, a
	}
	x, y := a.Quotes[0], b.Quotes[0]
	return slices.ContainsFunc(f.passages[[2]string{a.Source, b.Source}], func(p winnow.Passage) bool {
		return p.AStart <= x.Start && x.End <= p.AEnd && p.BStart <= y.Start && y.End <= p.BEnd
	}) && sameWords(x.Exact, y.Exact)
}

// sameWords reports whether two quotes share four of five words of the longer.
func sameWords(x, y string) bool {
	count := map[string]int{}
	xs, ys := strings.Fields(strings.ToLower(x)), strings.Fields(strings.ToLower(y))
	for _, w := range xs {
		count[w]++
	}
	shared := 0
	for _, w := range ys {
		if count[w] > 0 {
			count[w]--
			shared++
		}
	}
	return 5*shared >= 4*max(len(xs), len(ys))
}
