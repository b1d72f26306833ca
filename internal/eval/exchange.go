package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/coding"
	"github.com/seed514b815a/rashomon/narrative/gazetteer"
	"github.com/seed514b815a/rashomon/source"
	"github.com/seed514b815a/rashomon/source/attribution"
)

// evalExchange measures whether parties are treated alike. In each text of a
// folder the names, capitals and demonyms of the two states that it names most are
// exchanged; what is then extracted must be what was extracted before, with the
// names exchanged. A text that names one state alone has it exchanged with the
// state that the folder's texts name most.
//
// Assertions are the same where speaker, cue and quotes stand at the same places,
// party, agents, targets, places and the populations of figures have the names
// exchanged, and stance, certainty, mode, act, event, means, causes, labels and
// figures are the same. Times are left out: a state brings its clock.
func evalExchange(args []string, out io.Writer) error {
	fs := flag.NewFlagSet("exchange", flag.ContinueOnError)
	fs.SetOutput(out)
	list := fs.Bool("v", false, "list the assertions that differ")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if fs.NArg() != 1 {
		return fmt.Errorf("usage: eval exchange [-v] DIR")
	}
	names, err := filepath.Glob(filepath.Join(fs.Arg(0), "*.txt"))
	if err != nil {
		return err
	}
	texts := make([]string, len(names))
	named := make([][]*gazetteer.State, len(names))
	total := map[*gazetteer.State]int{}
	for i, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		texts[i] = string(b)
		counts := map[*gazetteer.State]int{}
		for _, m := range namings(texts[i]) {
			counts[m.State]++
			total[m.State]++
		}
		named[i] = byCount(counts)
	}
	pool := byCount(total)
	var all, places, parties, same int
	for i, name := range names {
		x := pairOf(named[i], pool)
		id := strings.TrimSuffix(filepath.Base(name), ".txt")
		if x.a == nil {
			fmt.Fprintf(out, "%-24s names no state\n", id)
			continue
		}
		s, err := x.compare(texts[i])
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		fmt.Fprintf(out, "%-24s %s and %s: %d of %d the same\n", id, x.a.Name, x.b.Name, s.same, s.all)
		if *list {
			for _, d := range s.differ {
				fmt.Fprintf(out, "    %s\n", d)
			}
		}
		all, places, parties, same = all+s.all, places+s.places, parties+s.parties, same+s.same
	}
	share := func(n int) float64 { return 100 * float64(n) / float64(max(1, all)) }
	fmt.Fprintf(out, "assertions %d: %d the same (%.1f %%); spans alone %d (%.1f %%), spans and party %d (%.1f %%)\n",
		all, same, share(same), places, share(places), parties, share(parties))
	return nil
}

// byCount sorts states by how often they are named, then by code: determinism.
func byCount(counts map[*gazetteer.State]int) []*gazetteer.State {
	out := make([]*gazetteer.State, 0, len(counts))
	for s := range counts {
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b *gazetteer.State) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), strings.Compare(a.Code, b.Code))
	})
	return out
}

// An exchanger exchanges the names of two states.
type exchanger struct{ a, b *gazetteer.State }

func pairOf(named, pool []*gazetteer.State) exchanger {
	switch len(named) {
	case 0:
		return exchanger{}
	case 1:
		for _, s := range pool {
			if s != named[0] {
				return exchanger{named[0], s}
			}
		}
		return exchanger{}
	}
	return exchanger{named[0], named[1]}
}

// A naming is text[start:end], which names a state.
type naming struct {
	gazetteer.Naming
	start, end int
}

// namings finds the names of states in a text, the longest at each place.
func namings(text string) []naming {
	var out []naming
	ends := wordEnds(text)
	for i := 0; i < len(ends); {
		n := 1
		first, _ := utf8.DecodeRuneInString(text[ends[i].start:])
		if unicode.IsUpper(first) {
			for k := min(gazetteer.MaxWords, len(ends)-i); k > 0; k-- {
				start, end := ends[i].start, ends[i+k-1].end
				if end-start > 60 || strings.ContainsAny(text[start:end], "\n,;:\"“”") {
					continue
				}
				if found := gazetteer.Names(text[start:end]); len(found) > 0 {
					out = append(out, naming{found[0], start, end})
					n = k
					break
				}
			}
		}
		i += n
	}
	return out
}

// wordEnds cuts a text into words: letters, with the stops inside an acronym.
func wordEnds(text string) []wordSpan {
	ws := words(text)
	var out []wordSpan
	for _, w := range ws {
		if n := len(out); n > 0 && w.start == out[n-1].end && text[w.start-1] == '.' && w.end-w.start == 1 {
			out[n-1].end = w.end // "U.S"
		} else {
			out = append(out, w)
		}
		if w.end-w.start == 1 && w.end < len(text) && text[w.end] == '.' && (out[len(out)-1].end-out[len(out)-1].start > 1 || w.end+1 < len(text) && isCapital(text[w.end+1])) {
			out[len(out)-1].end = w.end + 1
		}
	}
	return out
}

func isCapital(c byte) bool { return 'A' <= c && c <= 'Z' }

// A piece says that before[at:at+n] became after[to:to+m].
type piece struct{ at, n, to, m int }

// exchange returns the text with the names exchanged, and the pieces that were.
func (x exchanger) exchange(text string) (string, []piece) {
	var b strings.Builder
	var pieces []piece
	at := 0
	for _, m := range namings(text) {
		other := x.b
		switch m.State {
		case x.a:
		case x.b:
			other = x.a
		default:
			continue
		}
		name, bare := x.counterpart(m, text[m.start:m.end], other)
		if name == "" {
			continue
		}
		start := m.start
		// "an Armenian", "a Turk", "the Kremlin": the article goes with the name.
		for _, art := range []string{"a ", "an ", "A ", "An ", "the ", "The "} {
			if !strings.HasSuffix(text[at:start], art) || start > len(art) && unicode.IsLetter(rune(text[start-len(art)-1])) {
				continue
			}
			if art[0] == 'a' || art[0] == 'A' {
				name = art[:1] + article(name)[1:] + " " + name
				start -= len(art)
			} else if bare {
				start -= len(art)
			}
			break
		}
		b.WriteString(text[at:start])
		pieces = append(pieces, piece{start, m.end - start, b.Len(), len(name)})
		b.WriteString(name)
		at = m.end
	}
	b.WriteString(text[at:])
	return b.String(), pieces
}

// article is the one before a name: "a", "an".
func article(name string) string {
	if strings.ContainsRune("AEIO", rune(name[0])) || name[0] == 'U' && !strings.HasPrefix(name, "U.") && !strings.HasPrefix(name, "UK") && !strings.HasPrefix(name, "US") && !strings.HasPrefix(name, "Uk") && !strings.HasPrefix(name, "Ur") {
		return "an"
	}
	return "a"
}

// counterpart returns what the other state has for a name of one, "" for nothing,
// and whether it has no article where the name of the one may have had one.
func (x exchanger) counterpart(m naming, text string, other *gazetteer.State) (name string, bare bool) {
	first := func(names []string) string {
		for _, n := range names {
			return n
		}
		return ""
	}
	switch m.Sense {
	case gazetteer.Name:
		if acronym(text) {
			for _, n := range other.Aliases {
				if acronym(n) && strings.Contains(n, ".") == strings.Contains(text, ".") {
					return n, false
				}
			}
		}
		name, bare = other.Name, !strings.HasPrefix(text, m.State.Name)
	case gazetteer.Adjective:
		name = first(other.Adjectives)
	case gazetteer.Person:
		name = first(other.Persons)
	case gazetteer.People:
		name = first(other.People)
	case gazetteer.House:
		if name = first(other.Houses); name == "" {
			name, bare = first(other.Capitals), true
		}
	default:
		name = first(other.Capitals)
	}
	if strings.ToUpper(text) == text && !acronym(text) {
		name = strings.ToUpper(name)
	}
	return name, bare
}

// acronym reports whether a name is one: "US", "U.K.", "DPRK".
func acronym(name string) bool { return len(name) < 6 && strings.ToUpper(name) == name }

// back maps an offset of the exchanged text to the text before.
func back(pieces []piece, at int, end bool) int {
	shift := 0
	for _, p := range pieces {
		if at <= p.to && !(end && at > p.to) {
			break
		}
		if at < p.to+p.m {
			return p.at // within a name
		}
		shift = p.at + p.n - p.to - p.m
	}
	return at + shift
}

// An exchanged counts the assertions of a text, and those that are found again.
type exchanged struct {
	all, places, parties, same int
	differ                     []string
}

func (x exchanger) compare(text string) (exchanged, error) {
	other, pieces := x.exchange(text)
	before, err := x.assertions(text, nil, false)
	if err != nil {
		return exchanged{}, err
	}
	after, err := x.assertions(other, pieces, true)
	if err != nil {
		return exchanged{}, err
	}
	var s exchanged
	s.all = max(len(before), len(after))
	s.places = matching(before, after, func(k key) string { return k.spans })
	s.parties = matching(before, after, func(k key) string { return k.spans + k.party })
	s.same = matching(before, after, func(k key) string { return k.spans + k.party + k.claim })
	s.differ = append(without(before, after, "before "), without(after, before, "after ")...)
	return s, nil
}

// matching counts the keys that both lists have.
func matching(a, b []key, of func(key) string) int {
	counts := map[string]int{}
	for _, k := range a {
		counts[of(k)]++
	}
	n := 0
	for _, k := range b {
		if counts[of(k)] > 0 {
			counts[of(k)]--
			n++
		}
	}
	return n
}

// without lists the keys of a that b hasn't.
func without(a, b []key, label string) []string {
	counts := map[string]int{}
	for _, k := range b {
		counts[k.spans+k.party+k.claim]++
	}
	var out []string
	for _, k := range a {
		if counts[k.spans+k.party+k.claim]--; counts[k.spans+k.party+k.claim] < 0 {
			out = append(out, fmt.Sprintf("%-7s%s | %s |%s | %s", label, k.party, k.claim, k.spans, k.text))
		}
	}
	return out
}

// A key is what must be the same of an assertion.
type key struct{ spans, party, claim, text string }

// assertions extracts a text. After an exchange, the keys have the offsets of the
// text before and its names.
func (x exchanger) assertions(text string, pieces []piece, after bool) ([]key, error) {
	d := &narrative.Dossier{Rashomon: narrative.Version, Sources: []*source.Document{{ID: "s", Language: "en", Text: text}}}
	if err := d.Extract(context.Background(), attribution.English{}, coding.English{}); err != nil {
		return nil, err
	}
	cast := narrative.NewCast(d)
	plain := func(s string) string { return s }
	if after {
		plain = func(s string) string { t, _ := x.exchange(s); return t }
	}
	name := func(id string) string {
		n := id
		if p := cast.Party(id); p != nil {
			n = p.Name
			if p.Of != "" {
				if o := cast.Party(cast.Side(id)); o != nil {
					n += " of " + o.Name
				}
			}
		} else if p := cast.Place(id); p != nil {
			n = p.Name
		}
		return strings.ToLower(plain(n))
	}
	list := func(ids []string) string {
		var out []string
		for _, id := range ids {
			out = append(out, name(id))
		}
		slices.Sort(out)
		return strings.Join(out, "+")
	}
	var out []key
	for i := range d.Assertions {
		a := &d.Assertions[i]
		var k key
		var b strings.Builder
		at := func(s *source.Anchor) {
			if s != nil {
				fmt.Fprintf(&b, " %d-%d", back(pieces, s.Start, false), back(pieces, s.End, true))
			}
		}
		var who []string
		for _, l := range a.Chain {
			at(l.Speaker)
			b.WriteString(",")
			at(l.Cue)
			b.WriteString(";")
			who = append(who, name(l.Party))
		}
		for j := range a.Quotes {
			at(&a.Quotes[j])
		}
		k.spans = b.String()
		k.party = strings.Join(append(who, name(a.Party)), " > ")
		c := &a.Claim
		k.claim = fmt.Sprintf("%v %v %v %v %v %s; agent %s; target %s; place %s; means %v cause %v label %v", a.Stance, a.Certainty, a.Focus, a.Mode, c.Act, c.Event, list(c.Agent), list(c.Target), list(c.Place), c.Means, c.Cause, c.Label)
		for _, n := range c.Count {
			who := list(n.Who)
			n.Who = nil
			k.claim += fmt.Sprintf("; %s %v of %s among %v", n.String(), n.Of, who, n.Among)
		}
		k.text = plain(c.Text)
		if len(a.Quotes) > 0 && k.text == "" {
			k.text = plain(strings.Join(strings.Fields(a.Quotes[0].Exact), " "))
		}
		out = append(out, k)
	}
	return out, nil
}
