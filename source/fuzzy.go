package source

import (
	"errors"
	"fmt"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// A Match is where a quote that may have been edited stands now.
type Match struct {
	Anchor
	Edited     bool    `json:"edited"`     // Exact isn't the quote that was looked for
	Similarity float64 `json:"similarity"` // of the words: 1 if they are the same, but for case and marks
}

const (
	// minSimilarity is the share of words that an edited quote keeps. Below 0.8, a
	// quote of five words may differ in two, which makes it another.
	minSimilarity = 0.8
	// minWords and maxWords bound the quotes that are looked for by similarity.
	// Fewer words fit too many places; more cost too much, as comparing is
	// quadratic in the worst case.
	minWords, maxWords = 5, 1000
	// maxPlaces is the number of similar places that are compared.
	maxPlaces = 16
)

// FindFuzzy returns the place of a's quote in a text that was slightly edited,
// if exactly one place fits. It is that of [Document.Find] where there is one.
// Else it looks for
//
//   - the same words, whatever their case, quotation marks, dashes and spaces, in
//     the same context or, for a quote of 24 bytes and more, in any;
//   - a quote of at least five words, of which four in five are still there, with
//     the same two words before or after it. Words that carry the meaning must be
//     the same: names and all others with a capital, figures, and in English number
//     words and negations.
//
// It returns an error wrapping [ErrNotFound] or [ErrAmbiguous] otherwise: a quote
// without a place does less harm than a quote in the wrong place.
func (d *Document) FindFuzzy(a Anchor) (Match, error) {
	exact, err := d.Find(a)
	if err == nil {
		return Match{Anchor: exact, Similarity: 1}, nil
	}
	if !errors.Is(err, ErrNotFound) {
		return Match{}, err
	}
	s := newSearch(d.Text, a)
	p, err := s.same()
	if errors.Is(err, ErrNotFound) {
		p, err = s.similar()
	}
	if err != nil {
		return Match{}, fmt.Errorf("%q: %w", shorten(a.Exact), err)
	}
	start, end := s.bounds(p)
	found, err := d.Anchor(start, end)
	return Match{Anchor: found, Edited: found.Exact != a.Exact, Similarity: p.similarity}, err
}

// A search looks for the words of a quote among those of a text. Words are
// compared by number: equal words have the same.
type search struct {
	a                     Anchor
	text                  string
	quote, in             []word
	before, after         []rune // the numbers of the last words of the prefix and the first of the suffix
	quoteRunes, textRunes []rune // the numbers of the words in quote and in
}

// A place is a run of a text's words, in[from:to].
type place struct {
	from, to   int
	similarity float64
}

func newSearch(text string, a Anchor) *search {
	s := &search{a: a, text: text, quote: words(a.Exact), in: words(text)}
	numbers := map[string]rune{}
	number := func(ws []word) []rune {
		rs := make([]rune, len(ws))
		for i, w := range ws {
			n, ok := numbers[w.folded]
			if !ok {
				// Numbers are runes, since that is what go-diff compares, but no
				// surrogates, which don't survive its conversion to a string. In a
				// giant text the last words share a number; the quote's come first
				// and aren't among them.
				if n = rune(len(numbers)) + 1; n >= 0xd800 {
					n += 0x800
				}
				n = min(n, utf8.MaxRune)
				numbers[w.folded] = n
			}
			rs[i] = n
		}
		return rs
	}
	s.quoteRunes = number(s.quote)
	before, after := words(a.Prefix), words(a.Suffix)
	// Two words on each side, less where the anchor has less. The words at the far
	// ends may be cut.
	s.before = number(before[max(0, len(before)-2):])
	s.after = number(after[:min(2, len(after))])
	s.textRunes = number(s.in)
	return s
}

// same finds the quote's words, in order.
func (s *search) same() (place, error) {
	n := len(s.quote)
	if n == 0 {
		return place{}, ErrNotFound
	}
	var all, fit []place
	for at := range occurrences(s.textRunes, s.quoteRunes) {
		p := place{at, at + n, 1}
		if len(all) < 2 {
			all = append(all, p)
		}
		if s.follows(p) && s.precedes(p) {
			fit = append(fit, p)
			if len(fit) > 1 {
				break
			}
		}
	}
	if len(fit) == 0 && len(s.a.Exact) >= telling {
		fit = all
	}
	return theOnly(fit)
}

// follows and precedes report whether the words before and after p are those of
// the anchor.
func (s *search) follows(p place) bool {
	return p.from >= len(s.before) && slices.Equal(s.textRunes[p.from-len(s.before):p.from], s.before)
}

func (s *search) precedes(p place) bool {
	return p.to+len(s.after) <= len(s.textRunes) && slices.Equal(s.textRunes[p.to:p.to+len(s.after)], s.after)
}

// theOnly returns the place in fit if there is just one.
func theOnly(fit []place) (place, error) {
	switch len(fit) {
	case 0:
		return place{}, ErrNotFound
	case 1:
		return fit[0], nil
	}
	return place{}, ErrAmbiguous
}

// similar finds a place that has most of the quote's words.
func (s *search) similar() (place, error) {
	n := len(s.quote)
	if n < minWords || n > maxWords {
		return place{}, ErrNotFound
	}
	regions := s.regions()
	if len(regions) > maxPlaces {
		return place{}, ErrAmbiguous
	}
	var fit []place
	for _, r := range regions {
		if r.to-r.from > 4*n {
			// The same words over and over.
			return place{}, ErrAmbiguous
		}
		fit = append(fit, s.fits(r)...)
	}
	return theOnly(fit)
}

// fits returns the places in region that are similar to the quote and stand in its
// context. There may be several: neighbours share a region.
func (s *search) fits(region place) []place {
	p, ok := s.align(region)
	if !ok {
		return nil
	}
	fit := s.fits(place{from: region.from, to: p.from})
	bare := len(s.before) == 0 && len(s.after) == 0
	if bare || len(s.before) > 0 && s.follows(p) || len(s.after) > 0 && s.precedes(p) {
		fit = append(fit, p)
	}
	return append(fit, s.fits(place{from: p.to, to: region.to})...)
}

// regions returns the runs of text, somewhat longer than the quote, that hold most
// of its words in any order. It takes one walk over the text.
func (s *search) regions() []place {
	n := len(s.quote)
	need := map[rune]int{} // how many more of each word the window could use
	for _, w := range s.quoteRunes {
		need[w]++
	}
	least := int(minSimilarity * float64(n) * 0.9) // words in between push some out of the window
	margin := n/4 + 1
	have := 0
	var regions []place
	for i, w := range s.textRunes {
		if k, ok := need[w]; ok {
			if k > 0 {
				have++
			}
			need[w] = k - 1
		}
		if i >= n {
			out := s.textRunes[i-n]
			if k, ok := need[out]; ok {
				if k >= 0 {
					have--
				}
				need[out] = k + 1
			}
		}
		if have < least {
			continue
		}
		r := place{from: max(0, i+1-n-margin), to: min(len(s.in), i+1+margin)}
		if last := len(regions) - 1; last >= 0 && r.from <= regions[last].to {
			regions[last].to = r.to
		} else {
			regions = append(regions, r)
		}
	}
	return regions
}

// align finds the part of region that is the quote, if there is one.
func (s *search) align(region place) (place, bool) {
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0 // a deadline would make the result depend on the machine
	diffs := dmp.DiffMainRunes(s.quoteRunes, s.textRunes[region.from:region.to], false)

	// The runs of words that both have.
	type run struct{ quote, text, n int }
	var runs []run
	q, t := 0, region.from
	for _, d := range diffs {
		n := utf8.RuneCountInString(d.Text)
		switch d.Type {
		case diffmatchpatch.DiffEqual:
			runs = append(runs, run{q, t, n})
			q, t = q+n, t+n
		case diffmatchpatch.DiffDelete:
			q += n
		case diffmatchpatch.DiffInsert:
			t += n
		}
	}
	// A word of the quote may have found its like far off, as "the" does: take the
	// stretch of runs that is most similar.
	var best place
	var first, last int
	for i := range runs {
		equal := 0
		for j := i; j < len(runs); j++ {
			equal += runs[j].n
			p := place{from: runs[i].text, to: runs[j].text + runs[j].n}
			p.similarity = 2 * float64(equal) / float64(len(s.quote)+p.to-p.from)
			if p.similarity > best.similarity {
				best, first, last = p, i, j
			}
		}
	}
	if best.similarity < minSimilarity {
		return place{}, false
	}
	// Between the runs, and before and after them, stands what was edited.
	q, t = 0, best.from
	for _, r := range runs[first : last+1] {
		if anyWeighty(s.quote[q:r.quote]) || anyWeighty(s.in[t:r.text]) {
			return place{}, false
		}
		q, t = r.quote+r.n, r.text+r.n
	}
	return best, !anyWeighty(s.quote[q:])
}

// anyWeighty reports whether one of the words carries the meaning.
func anyWeighty(ws []word) bool {
	return slices.ContainsFunc(ws, func(w word) bool { return w.weighty })
}

// bounds returns the bytes of text that p stands for, with the marks before and
// after it if the quote had such.
func (s *search) bounds(p place) (start, end int) {
	start, end = s.in[p.from].start, s.in[p.to-1].end
	floor, ceiling := 0, len(s.text)
	if p.from > 0 {
		floor = s.in[p.from-1].end
	}
	if p.to < len(s.in) {
		ceiling = s.in[p.to].start
	}
	for marks := s.a.Exact[:s.quote[0].start]; ; {
		was, m := utf8.DecodeLastRuneInString(marks)
		is, n := utf8.DecodeLastRuneInString(s.text[floor:start])
		if m == 0 || n == 0 || !alike(was, is) {
			break
		}
		marks, start = marks[:len(marks)-m], start-n
	}
	for marks := s.a.Exact[s.quote[len(s.quote)-1].end:]; ; {
		was, m := utf8.DecodeRuneInString(marks)
		is, n := utf8.DecodeRuneInString(s.text[end:ceiling])
		if m == 0 || n == 0 || !alike(was, is) {
			break
		}
		marks, end = marks[m:], end+n
	}
	return start, end
}

// alike reports whether two marks are the same or both quotation marks.
func alike(x, y rune) bool { return x == y || quotation(x) && quotation(y) }

func quotation(r rune) bool {
	return r == '"' || r == '\'' || r == '„' || r == '‚' || unicode.In(r, unicode.Pi, unicode.Pf)
}
