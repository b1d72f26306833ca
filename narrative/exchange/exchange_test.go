package exchange

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// mill is a small dossier in which every kind of field is used.
const mill = `{"rashomon": 1, "title": "Fire at the Orme mill",
 "parties": [{"id": "mill", "name": "Orme Mill", "kind": "organisation", "aliases": ["the mill", "Orme; & Sons"]},
  {"id": "mill-head", "name": "=HYPERLINK(\"x\")", "kind": "person", "of": "mill"},
  {"id": "wire", "name": "The Wire", "kind": "outlet"},
  {"id": "brigade", "name": "Fire Brigade", "kind": "body"}],
 "places": [{"id": "orme", "name": "Orme", "kind": "town", "zone": "+01:00"}],
 "sources": [{"id": "s1", "title": "Fire at the mill", "publisher": "The Wire", "url": "https://wire.example/mill", "published": "2031-03-02", "language": "en",
  "text": "The Wire – “49 men got out”,\r\nthe mill said. It blamed nobody."},
  {"id": "s2", "text": "-\r\n=1+1"}],
 "assertions": [
  {"id": "m1", "party": "mill", "source": "s1", "said": "2031-03-02", "confidence": 0.9,
   "chain": [{"party": "wire", "speaker": {"exact": "The Wire", "start": 0, "end": 8}}, {"party": "mill", "cue": {"exact": "said", "start": 45, "end": 49}}],
   "quotes": [{"exact": "49 men got out", "prefix": "The Wire – “", "suffix": "”,", "start": 16, "end": 30}, {"exact": "It blamed nobody", "start": 51, "end": 67}],
   "claim": {"act": "admit", "event": "fire", "place": ["orme", "the east hall; upstairs"], "time": "2031-03-01", "means": [" spark "],
    "only": ["place", "x-floor"], "count": [{"of": "rescued", "who": ["mill"], "min": 49, "max": 49, "about": true, "asOf": "2031-03-02"}]}},
  {"id": "b1", "party": "brigade", "stance": "denies", "focus": "count", "certainty": "hedged", "mode": "writing", "origin": "?",
   "claim": {"act": "deny", "event": "fire", "agent": ["mill"], "about": "m1", "text": "+ it wasn't 49"}}],
 "decisions": [{"same": ["m1", "b1"], "by": "editor", "on": "2031-03-03", "why": "one fire"},
  {"dismiss": "f0123", "by": "=editor", "seen": {"issue": "i01", "says": "conflict on count", "cites": [{"side": "mill", "id": "m1", "digest": "00ff", "says": "mill: fire"}], "silent": ["brigade"]}},
  {"confirm": "f0124"}, {"pending": "i01", "why": "ask again"}],
 "corrections": [
  {"source": "s1", "url": "https://wire.example/mill", "quote": {"exact": "It blamed nobody", "start": 51, "end": 67}, "notSaid": true, "by": "editor", "on": "2031-03-04", "why": "the reporter's own words",
   "was": {"id": "m2", "party": "mill", "source": "s1", "quotes": [{"exact": "It blamed nobody", "start": 51, "end": 67}], "claim": {"text": "It blamed nobody"}}},
  {"source": "s1", "quote": {"exact": "49 men got out", "prefix": "The Wire – “", "suffix": "”,", "start": 16, "end": 30}, "claim": {"agent": ["brigade"]}, "without": ["means"], "stance": "asserts", "focus": "", "certainty": "hedged"},
  {"source": "s0", "title": "Fire", "publisher": "The Wire", "quote": {"exact": "gone", "start": 3, "end": 7}, "party": "mill-head"},
  {"source": "s2", "quote": {"exact": "1+1", "start": 4, "end": 7}, "said": {"party": "brigade", "said": "2031-03-05", "certainty": "hedged", "claim": {"event": "fire"}}}]}`

func millDossier(t testing.TB) *narrative.Dossier {
	t.Helper()
	d, err := narrative.Decode(strings.NewReader(mill), "mill.json")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// encode returns d as a dossier file: the form in which dossiers are compared.
func encode(t testing.TB, d *narrative.Dossier) string {
	t.Helper()
	var b bytes.Buffer
	if err := narrative.Encode(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// checkRoundTrip fails where a format doesn't give d back.
func checkRoundTrip(t testing.TB, f Format, d *narrative.Dossier) {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b, d); err != nil {
		t.Fatalf("%s: %v\n%s", f.Name, err, encode(t, d))
	}
	written := b.String()
	got, err := f.Read(&b, "file")
	if err != nil {
		t.Fatalf("%s: %v in\n%s", f.Name, err, written)
	}
	if g, w := encode(t, got), encode(t, d); g != w {
		t.Fatalf("%s: got\n%s\nwant\n%s\nthrough\n%s", f.Name, g, w, written)
	}
}

func TestRoundTrip(t *testing.T) {
	for _, f := range Formats() {
		if !f.Lossless {
			continue
		}
		checkRoundTrip(t, f, millDossier(t))
		checkRoundTrip(t, f, &narrative.Dossier{})
		checkRoundTrip(t, f, &narrative.Dossier{Title: "only a title"})
	}
}

// What the formats look like, for people to read the change when they change.
func TestGolden(t *testing.T) {
	for _, f := range Formats() {
		if f.Write == nil || f.Name == "dossier" {
			continue
		}
		var b bytes.Buffer
		if err := f.Write(&b, millDossier(t)); err != nil {
			t.Fatal(err)
		}
		golden(t, "testdata/mill."+f.Name, b.Bytes())
	}
}

func TestSchemaIsUpToDate(t *testing.T) { golden(t, "dossier.schema.json", Schema()) }

func golden(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, got, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s isn't what is written now (go test -update rewrites it):\n%s", file, got)
	}
}

func TestRoundTripOfRandomDossiers(t *testing.T) {
	n := uint64(2000)
	if testing.Short() {
		n = 200
	}
	for seed := range n {
		d := randomDossier(rand.New(rand.NewPCG(seed, 1)))
		for _, f := range Formats() {
			if f.Lossless {
				checkRoundTrip(t, f, d)
			}
		}
	}
}

// nasty are pieces of text that formats trip over.
var nasty = []string{
	"a", "Zug", "é", "🦉", "–", " ", "  ", ",", ";", "; ", `"`, `""`, "'", "''", "=", "+1", "-", "@x", "\t", "\n", "\r\n", "\r", `\`, `\e`,
	"<b>", "&amp;", "{", "]", "null", "0", "e", "?", "\u2028", "\ufeff", "＝", "#", "$", "\x00", "\x7f",
}

// randomDossier returns a valid dossier with all that one may hold.
func randomDossier(r *rand.Rand) *narrative.Dossier {
	text := func() string {
		var b strings.Builder
		for range 1 + r.IntN(5) {
			b.WriteString(nasty[r.IntN(len(nasty))])
		}
		return b.String()
	}
	maybe := func() string {
		if r.IntN(2) == 0 {
			return ""
		}
		return text()
	}
	visible := func() string { return text() + "x" }
	list := func(one func() string) []string {
		var ss []string
		for range r.IntN(3) {
			ss = append(ss, one())
		}
		return ss
	}
	times := []string{"", "2031", "2031-03-02", "2031-03-02T18:00:00+01:00", "2031-03~", "../2031-03-02", "-0044"}
	when := func() edtf.Time {
		if s := times[r.IntN(len(times))]; s != "" {
			return edtf.MustParse(s)
		}
		return edtf.Time{}
	}
	number := func() *float64 {
		f := []float64{0, 1, 49, 0.5, 1234567.25, 1e15}[r.IntN(6)]
		return &f
	}
	d := &narrative.Dossier{Title: maybe()}
	var ids []string
	for i := range 1 + r.IntN(3) {
		p := narrative.Party{ID: fmt.Sprintf("p%d%s", i, maybe()), Name: maybe(), Kind: maybe(), Aliases: list(text), Found: maybe()}
		if i > 0 {
			p.Of = ids[0]
		}
		ids = append(ids, p.ID)
		d.Parties = append(d.Parties, p)
	}
	party := func() string { return ids[r.IntN(len(ids))] }
	for i := range r.IntN(3) {
		d.Places = append(d.Places, narrative.Place{ID: fmt.Sprintf("l%d%s", i, maybe()), Name: maybe(), Within: ids[0], Zone: []string{"", "+04:00"}[r.IntN(2)], Found: maybe()})
	}
	for i := range r.IntN(3) {
		d.Sources = append(d.Sources, &source.Document{
			ID: fmt.Sprintf("s%d%s", i, maybe()), Title: maybe(), Publisher: maybe(), URL: maybe(), Published: when(), Retrieved: when(), Text: text(),
		})
	}
	facets := []narrative.Facet{narrative.FacetPlace, narrative.FacetCount, "x-;own"}
	for i := range r.IntN(4) {
		a := narrative.Assertion{
			ID: fmt.Sprintf("a%d%s", i, maybe()), Party: party(), Said: when(),
			Certainty: narrative.Certainty(r.IntN(3)), Mode: source.Mode(r.IntN(4)),
			Claim: narrative.Claim{
				Act: narrative.Act(r.IntN(8)), Event: maybe(), Agent: list(party), Target: list(visible), Place: list(visible), Time: when(),
				Means: list(visible), Cause: list(visible), Label: list(visible), Text: maybe(),
			},
		}
		if r.IntN(2) == 0 {
			a.Stance, a.Focus = narrative.Denies, facets[r.IntN(len(facets))]
		}
		if r.IntN(2) == 0 {
			c := r.Float64()
			a.Confidence, a.Origin = &c, "?"
		}
		for range r.IntN(2) {
			a.Claim.Only = append(a.Claim.Only, facets[r.IntN(len(facets))])
			c := narrative.Count{Of: visible(), Who: list(visible), About: r.IntN(2) == 0, AsOf: when(), Min: number()}
			if r.IntN(2) == 0 {
				c.Max = c.Min
			}
			a.Claim.Count = append(a.Claim.Count, c)
		}
		if len(d.Sources) > 0 {
			s := d.Sources[r.IntN(len(d.Sources))]
			a.Source = s.ID
			for range r.IntN(3) {
				from := r.IntN(len(s.Text))
				if q, err := s.Anchor(from, from+1+r.IntN(len(s.Text)-from)); err == nil {
					a.Quotes = append(a.Quotes, q)
					a.Chain = []narrative.Link{{Party: party(), Cue: &q}, {Party: a.Party}}
				}
			}
		}
		if i > 0 {
			a.Claim.About = d.Assertions[0].ID
			d.Decisions = append(d.Decisions, narrative.Decision{Same: []string{d.Assertions[0].ID, a.ID}, By: maybe(), On: when(), Why: maybe()})
		}
		d.Assertions = append(d.Assertions, a)
	}
	for range r.IntN(3) {
		d.Decisions = append(d.Decisions, randomReview(r, text, maybe, when))
	}
	for i, a := range d.Assertions {
		if len(a.Quotes) > 0 && r.IntN(2) == 0 {
			d.Corrections = append(d.Corrections, randomCorrection(r, &d.Assertions[i], maybe, when))
		}
	}
	return d
}

func randomReview(r *rand.Rand, text, maybe func() string, when func() edtf.Time) narrative.Decision {
	x := narrative.Decision{By: maybe(), On: when(), Why: maybe()}
	*[]*string{&x.Dismiss, &x.Confirm, &x.Pending}[r.IntN(3)] = text()
	if r.IntN(3) == 0 {
		x.Withdrawn = &narrative.Withdrawal{By: maybe(), On: when(), Why: maybe()}
	}
	if r.IntN(2) == 0 {
		x.Seen = &narrative.Evidence{Issue: maybe(), Says: maybe()}
		for i := range r.IntN(3) {
			x.Seen.Cites = append(x.Seen.Cites, narrative.Cited{Side: maybe(), ID: fmt.Sprint(i, text()), Digest: text(), Says: maybe()})
			x.Seen.Silent = append(x.Seen.Silent, text())
		}
	}
	return x
}

// randomCorrection returns one of the assertion, which quotes something.
func randomCorrection(r *rand.Rand, a *narrative.Assertion, maybe func() string, when func() edtf.Time) narrative.Correction {
	c := narrative.Correction{Source: a.Source, URL: maybe(), Title: maybe(), Publisher: maybe(), Quote: a.Quotes[0], By: maybe(), On: when(), Why: maybe()}
	if strings.TrimSpace(c.Quote.Exact) == "" {
		c.Quote = source.Anchor{Exact: "x", Start: 1, End: 2}
	} else if was := *a; r.IntN(2) == 0 {
		c.Was, c.Alone = &was, r.IntN(2) == 0
	}
	if r.IntN(3) == 0 {
		c.Withdrawn = &narrative.Withdrawal{By: maybe(), On: when(), Why: maybe()}
	}
	switch r.IntN(4) {
	case 0:
		c.NotSaid = true
	case 1:
		c.Party = a.Party
	case 2:
		stance, certainty, focus := narrative.Denies, narrative.Hedged, narrative.FacetPlace
		c.Stance, c.Certainty, c.Focus = &stance, &certainty, &focus
		c.Claim, c.Without = &narrative.Claim{Event: "x", Text: maybe()}, []string{"means", "count"}
	default:
		c.Was, c.Alone, c.Said = nil, false, &narrative.Missed{Party: a.Party, Said: when(), Mode: a.Mode, Claim: a.Claim}
	}
	return c
}

func TestGuard(t *testing.T) {
	for _, c := range []struct{ cell, want string }{
		{"=1+1", "'=1+1"},
		{"+49", "'+49"},
		{"-0044", "'-0044"},
		{"@sum", "'@sum"},
		{"\t=1", "'\t=1"},
		{" =1", "' =1"},
		{"＝1", "'＝1"},
		{"\ufeff\u00a0=1", "'\ufeff\u00a0=1"},
		{"'=1", "''=1"},
		{"''", "'''"},
		{"'tis", "''tis"},
		{"1=1", "1=1"},
		{"", ""},
	} {
		if got := guard(c.cell); got != c.want || unguard(got) != c.cell {
			t.Errorf("%q: got %q, and %q back, want %q", c.cell, got, unguard(got), c.want)
		}
	}
	if got := unguard("'tis"); got != "'tis" {
		t.Errorf("an apostrophe of somebody's own is lost: %q", got)
	}
}

// No cell of a table begins like a formula, whatever is in the dossier.
func TestNoFormulaInTables(t *testing.T) {
	for seed := range uint64(200) {
		var b bytes.Buffer
		if err := WriteCSV(&b, randomDossier(rand.New(rand.NewPCG(seed, 2)))); err != nil {
			t.Fatal(err)
		}
		rs := newRecords(&b, "file")
		for {
			rec, err := rs.next()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			for _, cell := range rec.cells {
				if strings.IndexAny(strings.TrimLeft(cell, " \ufeff"), formulaSigns) == 0 {
					t.Fatalf("seed %d: cell %q", seed, cell)
				}
			}
		}
	}
}

// An endless file ends with an error, and not when the memory does.
func TestLimit(t *testing.T) {
	_, err := io.Copy(io.Discard, limit(endless{}, 3<<20))
	if err == nil || err.Error() != "larger than 3 MB: split the file" {
		t.Errorf("got error %v", err)
	}
	if got, err := io.ReadAll(limit(strings.NewReader("abc"), 4)); string(got) != "abc" || err != nil {
		t.Errorf("got %q, %v", got, err)
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }

// fuzzRead checks that what a reader takes is a dossier that its format can hold.
func fuzzRead(f *testing.F, name string) {
	format, err := Lookup(name)
	if err != nil {
		f.Fatal(err)
	}
	var b bytes.Buffer
	if format.Write != nil {
		if err := format.Write(&b, millDossier(f)); err != nil {
			f.Fatal(err)
		}
		f.Add(b.Bytes())
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := format.Read(bytes.NewReader(data), "fuzz")
		for e := range each(err) {
			if at := (*source.Error)(nil); !errors.As(e, &at) || at.File != "fuzz" {
				t.Fatalf("error without its file: %v", e)
			}
		}
		if d == nil {
			if err == nil {
				t.Fatal("neither a dossier nor an error")
			}
			return
		}
		if err := d.Validate(); err != nil {
			t.Fatal(err)
		}
		if format.Lossless {
			checkRoundTrip(t, format, d)
		}
	})
}

func FuzzReadTable(f *testing.F) {
	f.Add([]byte("party;text;target\nUnion;no work;a; b\n"))
	f.Add([]byte("record,id,title\ndossier,,\"x\"\"y\r\n\"\n"))
	fuzzRead(f, "csv")
}

func FuzzReadClaims(f *testing.F) {
	f.Add([]byte(aReview))
	fuzzRead(f, "claim")
}

func FuzzReadAnnotations(f *testing.F) {
	f.Add([]byte(anAnnotation))
	fuzzRead(f, "annotation")
}

func FuzzReadACLED(f *testing.F) {
	f.Add([]byte(anExport))
	fuzzRead(f, "acled")
}
