package narrative_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// lines reads texts whose lines are "NAME: what it says", each part of which,
// parted by "; ", is a claim of an event.
type lines struct{}

func (lines) Extract(_ context.Context, d *source.Document) ([]source.Attribution, error) {
	var out []source.Attribution
	at := 0
	for line := range strings.Lines(d.Text) {
		name, said, ok := strings.Cut(strings.TrimSuffix(line, "\n"), ": ")
		if ok {
			who, err := d.Anchor(at, at+len(name))
			if err != nil {
				return nil, err
			}
			what, err := d.Anchor(at+len(name)+2, at+len(name)+2+len(said))
			if err != nil {
				return nil, err
			}
			out = append(out, source.Attribution{Chain: []source.Link{{Speaker: who}}, Content: []source.Anchor{what}})
		}
		at += len(line)
	}
	return out, nil
}

func (lines) Code(_ context.Context, d *source.Document, as []source.Attribution, cast *narrative.Cast) ([]narrative.Assertion, error) {
	var out []narrative.Assertion
	for _, a := range as {
		who := a.Chain[0].Speaker
		id := narrative.Slug(who.Exact)
		if cast.Party(id) == nil {
			cast.AddParty(narrative.Party{Name: who.Exact})
		}
		for i, event := range strings.Split(a.Content[0].Exact, "; ") {
			sum := sha256.Sum256([]byte(fmt.Sprint(d.ID, a.Content[0].Start, i)))
			out = append(out, narrative.Assertion{ID: fmt.Sprintf("a%x", sum[:4]), Party: id, Source: d.ID,
				Chain: []narrative.Link{{Party: id, Speaker: &who}}, Quotes: a.Content, Claim: narrative.Claim{Event: event, Means: []string{"rope"}}})
		}
	}
	return out, nil
}

const bell = `Warden: the bell was taken down on Monday by four men with a cart
Sexton: nobody has touched the bell; it hangs; it rings
Guild: some of us carried it to the yard before dawn, and it is safe
`

func doc(id, text string) *source.Document {
	return &source.Document{ID: id, URL: "https://news.example/bell", Text: text}
}

func readLines(t testing.TB, d *narrative.Dossier) *narrative.Dossier {
	t.Helper()
	if err := d.Extract(context.Background(), lines{}, lines{}); err != nil {
		t.Fatal(err)
	}
	return d
}

// said lists who is held to say what.
func said(d *narrative.Dossier) []string {
	var out []string
	for _, a := range d.Assertions {
		out = append(out, fmt.Sprintf("%s %v %s %v", a.Party, a.Stance, a.Claim.Event, a.Claim.Means))
	}
	slices.Sort(out)
	return out
}

// bound returns a correction of the assertion of that party and event.
func bound(t testing.TB, d *narrative.Dossier, party, event string, fill func(*narrative.Correction)) narrative.Correction {
	t.Helper()
	i := slices.IndexFunc(d.Assertions, func(a narrative.Assertion) bool { return a.Party == party && strings.HasPrefix(a.Claim.Event, event) })
	if i < 0 {
		t.Fatalf("%s says nothing of %q: %v", party, event, said(d))
	}
	c, err := d.NewCorrection(d.Assertions[i].ID)
	if err != nil {
		t.Fatal(err)
	}
	fill(c)
	return *c
}

func notSaid(c *narrative.Correction)  { c.NotSaid = true }
func byWarden(c *narrative.Correction) { c.Party = "warden" }
func byGuild(c *narrative.Correction)  { c.Party = "guild" }
func tolls(c *narrative.Correction) {
	c.Claim, c.Without = &narrative.Claim{Event: "tolls"}, []string{"means"}
}
func denies(c *narrative.Correction)       { s := narrative.Denies; c.Stance = &s }
func on(c *narrative.Correction, s string) { c.On = edtf.MustParse(s) }

// Whatever is corrected stays so when the text is read again, in the same version or
// in another that has the quote.
func TestCorrectionsOutliveReading(t *testing.T) {
	const whole = "warden asserts the bell was taken down on Monday by four men with a cart [rope]"
	edited := strings.Replace(bell, "Warden", "MARKET DAY\n\nWarden", 1)
	reworded := strings.Replace(bell, "on Monday by four", "on Monday morning by four", 1)
	for _, tt := range []struct {
		name, party, event string
		fill               func(*narrative.Correction)
		again              string // the text when it is read again
		lost, won          []string
		edited             bool
	}{
		{"not said", "warden", "the bell", notSaid, bell, []string{whole}, nil, false},
		{"not said, in a text with a new head", "warden", "the bell", notSaid, edited, []string{whole}, nil, false},
		{"not said, with a word put into the quote", "warden", "the bell", notSaid, reworded,
			[]string{whole, "warden asserts the bell was taken down on Monday morning by four men with a cart [rope]"}, nil, true},
		{"one claim of three", "sexton", "it hangs", notSaid, edited, []string{"sexton asserts it hangs [rope]"}, nil, false},
		{"another party", "sexton", "it rings", byGuild, edited, []string{"sexton asserts it rings [rope]"}, []string{"guild asserts it rings [rope]"}, false},
		{"another claim", "sexton", "it rings", tolls, edited, []string{"sexton asserts it rings [rope]"}, []string{"sexton asserts tolls []"}, false},
		{"denied", "sexton", "it rings", denies, edited, []string{"sexton asserts it rings [rope]"}, []string{"sexton denies it rings [rope]"}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := readLines(t, &narrative.Dossier{Sources: []*source.Document{doc("s1", bell)}})
			c := bound(t, d, tt.party, tt.event, tt.fill)
			for _, text := range []string{bell, tt.again} {
				plain := readLines(t, &narrative.Dossier{Sources: []*source.Document{doc("s1", text)}})
				want := slices.DeleteFunc(said(plain), func(s string) bool {
					return slices.Contains(tt.lost, s) || text == bell && s == whole && slices.Contains([]string{"not said, with a word put into the quote"}, tt.name)
				})
				want = append(want, tt.won...)
				slices.Sort(want)
				id := "s1"
				if text != bell {
					id = "s2"
				}
				d := readLines(t, &narrative.Dossier{Parties: plain.Parties, Sources: []*source.Document{doc(id, text)}, Corrections: []narrative.Correction{c}})
				if diff := cmp.Diff(want, said(d)); diff != "" {
					t.Errorf("in %s (-want +got):\n%s", id, diff)
				}
				before := encoded(t, d)
				got := d.Correct()
				if len(got) != 1 || got[0].State != narrative.Applied || got[0].In != id || got[0].At.Edited != (tt.edited && id == "s2") {
					t.Errorf("in %s: %+v", id, got)
				}
				if diff := cmp.Diff(before, encoded(t, d)); diff != "" {
					t.Errorf("corrected twice, it is another dossier:\n%s", diff)
				}
				d.Forget()
				if len(d.Assertions) != 0 {
					t.Fatal("not forgotten")
				}
				if diff := cmp.Diff(before, encoded(t, readLines(t, d))); diff != "" {
					t.Errorf("read again, it is another dossier:\n%s", diff)
				}
			}
		})
	}
}

func encoded(t testing.TB, d *narrative.Dossier) string {
	t.Helper()
	var b bytes.Buffer
	if err := narrative.Encode(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// A correction whose quote is gone, or fits several places, changes nothing.
func TestCorrectionsNeverFitALookalike(t *testing.T) {
	for _, tt := range []struct {
		name, party, event string
		fill               func(*narrative.Correction)
		text, note         string
	}{
		{"the day is another", "warden", "the bell", notSaid, strings.Replace(bell, "Monday", "Friday", 1), "doesn't stand"},
		{"a denial now", "warden", "the bell", notSaid, strings.Replace(bell, "was taken", "was not taken", 1), "doesn't stand"},
		{"shortened", "guild", "some", byWarden, strings.Replace(bell, "some of us carried it to the yard before dawn, and it is safe", "some of us carried it", 1), "doesn't stand"},
		{"others quote it, too", "sexton", "it rings", tolls, strings.Replace(bell, "it rings", "it swings", 1), "Nobody is read"},
		{"part of another's words now", "guild", "some", byWarden, strings.Replace(bell, "and it is safe", "and it is safe; so they say", 1), "Nobody is read"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := readLines(t, &narrative.Dossier{Sources: []*source.Document{doc("s1", bell)}})
			c := bound(t, d, tt.party, tt.event, tt.fill)
			plain := readLines(t, &narrative.Dossier{Parties: d.Parties, Sources: []*source.Document{doc("s2", tt.text)}})
			again := readLines(t, &narrative.Dossier{Parties: d.Parties, Sources: []*source.Document{doc("s2", tt.text)}, Corrections: []narrative.Correction{c}})
			if diff := cmp.Diff(plain.Assertions, again.Assertions); diff != "" {
				t.Errorf("applied (-plain +corrected):\n%s", diff)
			}
			if got := again.Correct(); len(got) != 1 || got[0].State != narrative.Stale || !strings.Contains(got[0].Note, tt.note) {
				t.Errorf("got %+v, want stale: %s", got, tt.note)
			}
		})
	}
	t.Run("another text", func(t *testing.T) {
		d := readLines(t, &narrative.Dossier{Sources: []*source.Document{doc("s1", bell)}})
		c := bound(t, d, "warden", "the bell", notSaid)
		copied := doc("s3", bell)
		copied.URL = "https://other.example/copy"
		again := readLines(t, &narrative.Dossier{Sources: []*source.Document{copied}, Corrections: []narrative.Correction{c}})
		if got := again.Correct(); len(again.Assertions) != 5 || got[0].State != narrative.Stale || got[0].In != "" {
			t.Errorf("the correction reached a copy elsewhere: %+v", got)
		}
	})
}

func TestMissedAssertions(t *testing.T) {
	text := "The bell is gone, whispered the miller.\n" + bell
	d := readLines(t, &narrative.Dossier{Sources: []*source.Document{doc("s1", text)}})
	n := len(d.Assertions)
	c, err := d.NewMissed("s1", "The bell is gone")
	if err != nil {
		t.Fatal(err)
	}
	d.Parties = append(d.Parties, narrative.Party{ID: "miller"})
	c.Said.Party, c.Said.Claim = "miller", narrative.Claim{Event: "gone"}
	d.Corrections = append(d.Corrections, *c)
	for range 2 {
		if got := d.Correct(); got[0].State != narrative.Applied || len(d.Assertions) != n+1 || len(got[0].Assertions) != 1 {
			t.Fatalf("%d assertions, %+v", len(d.Assertions), got)
		}
	}
	a := d.Assertions[n]
	if a.Party != "miller" || a.Quotes[0].Exact != "The bell is gone" || a.Source != "s1" {
		t.Errorf("added %+v", a)
	}
	// It doesn't make the text one that was read.
	bare := &narrative.Dossier{Parties: d.Parties, Sources: d.Sources, Corrections: d.Corrections}
	bare.Correct()
	if len(bare.Assertions) != 1 || len(readLines(t, bare).Assertions) != n+1 {
		t.Errorf("%d assertions, want %d", len(bare.Assertions), n+1)
	}
	// Where the extractor finds it by now, it isn't added twice.
	found := d.Assertions[n]
	found.ID = "x1"
	d.Assertions[n] = found
	if got := d.Correct(); got[0].State != narrative.Applied || len(d.Assertions) != n+1 || got[0].Assertions[0] != "x1" {
		t.Errorf("%d assertions, %+v", len(d.Assertions), got)
	}
	if _, err := d.NewMissed("s1", "the bell"); err == nil {
		t.Error("a quote that stands in three places is no place")
	}
	if _, err := d.NewMissed("s9", "the bell"); err == nil {
		t.Error("no such source")
	}
}

// Where people correct one thing differently, the later word counts; without a date
// none does.
func TestPeopleWhoDiffer(t *testing.T) {
	type word struct {
		fill func(*narrative.Correction)
		on   string
		want narrative.CorrectionState
	}
	const read = "sexton asserts it rings [rope]"
	for _, tt := range []struct {
		name  string
		words []word
		want  string // of the assertion; "" for none
	}{
		{"one voice twice", []word{{byGuild, "", narrative.Applied}, {byGuild, "2031-02-01", narrative.Applied}}, "guild asserts it rings [rope]"},
		{"undated", []word{{byGuild, "", narrative.Disputed}, {byWarden, "", narrative.Disputed}}, read},
		{"one undated", []word{{byGuild, "", narrative.Disputed}, {byWarden, "2031-02-01", narrative.Disputed}}, read},
		{"the later", []word{{byGuild, "2031-02-01", narrative.Superseded}, {byWarden, "2031-02-03", narrative.Applied}}, "warden asserts it rings [rope]"},
		{"dates that overlap", []word{{byGuild, "2031-02", narrative.Disputed}, {byWarden, "2031-02-03", narrative.Disputed}}, read},
		{"different parts", []word{{byGuild, "", narrative.Applied}, {tolls, "", narrative.Applied}, {denies, "", narrative.Applied}}, "guild denies tolls []"},
		{"said after all", []word{{notSaid, "2031-02-01", narrative.Superseded}, {byGuild, "2031-02-02", narrative.Applied}}, "guild asserts it rings [rope]"},
		{"not said after all", []word{{byGuild, "2031-02-01", narrative.Superseded}, {notSaid, "2031-02-02", narrative.Applied}}, ""},
		{"said or not", []word{{byGuild, "", narrative.Disputed}, {notSaid, "", narrative.Disputed}, {tolls, "2030", narrative.Disputed}}, read},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := readLines(t, &narrative.Dossier{Sources: []*source.Document{doc("s1", bell)}})
			var cs []narrative.Correction
			for i, w := range tt.words {
				cs = append(cs, bound(t, d, "sexton", "it rings", func(c *narrative.Correction) {
					w.fill(c)
					c.By = fmt.Sprint("reviewer ", i)
					if w.on != "" {
						on(c, w.on)
					}
				}))
			}
			check := func(name string, d *narrative.Dossier) {
				t.Helper()
				for _, got := range d.Correct() {
					i := int(got.By[len(got.By)-1] - '0')
					if got.State != tt.words[i].want {
						t.Errorf("%s: %s is %v, want %v", name, got.By, got.State, tt.words[i].want)
					}
				}
				rest := slices.DeleteFunc(said(d), func(s string) bool {
					return strings.HasPrefix(s, "warden asserts the bell") || strings.HasPrefix(s, "guild asserts some") || strings.Contains(s, "nobody") || strings.Contains(s, "hangs")
				})
				if got := strings.Join(rest, "; "); got != tt.want {
					t.Errorf("%s: %q, want %q", name, got, tt.want)
				}
			}
			all := readLines(t, &narrative.Dossier{Parties: d.Parties, Sources: d.Sources, Corrections: cs})
			check("at once", all)
			// Each reviewer has a copy, corrects it, and the copies are merged: in any order.
			var files []string
			for order := range 2 * len(cs) {
				merged := new(narrative.Dossier)
				for i := range cs {
					c := cs[(i+order)%len(cs)]
					if order >= len(cs) {
						c = cs[(len(cs)-i+order)%len(cs)]
					}
					mine := readLines(t, &narrative.Dossier{Parties: d.Parties, Sources: d.Sources, Corrections: []narrative.Correction{c}})
					if err := merged.Merge(mine, "mine.json"); err != nil {
						t.Fatalf("order %d: %v", order, err)
					}
				}
				check(fmt.Sprint("merged ", order), merged)
				slices.SortFunc(merged.Assertions, func(a, b narrative.Assertion) int { return strings.Compare(a.ID, b.ID) })
				files = append(files, encoded(t, merged))
			}
			for i, f := range files {
				if diff := cmp.Diff(files[0], f); diff != "" {
					t.Errorf("order %d gives another dossier:\n%s", i, diff)
				}
			}
		})
	}
}

// Random corrections by several people: whatever their order, the same comes of
// them, the dossier is valid, and reading again changes nothing.
func TestCorrectionsInAnyOrder(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 5))
		d := readLines(t, &narrative.Dossier{Sources: []*source.Document{doc("s1", bell)}})
		for i := range d.Assertions {
			d.Assertions[i].Claim.About = ""
		}
		fills := []func(*narrative.Correction){notSaid, byWarden, byGuild, tolls, denies}
		var cs []narrative.Correction
		for range 1 + r.IntN(6) {
			a := d.Assertions[r.IntN(len(d.Assertions))]
			c, err := d.NewCorrection(a.ID)
			if err != nil {
				t.Fatal(err)
			}
			fills[r.IntN(len(fills))](c)
			if r.IntN(3) > 0 {
				on(c, []string{"2031-02-01", "2031-02-02", "2031-02"}[r.IntN(3)])
			}
			if r.IntN(5) == 0 {
				c.Was, c.Alone = nil, false
			}
			cs = append(cs, *c)
		}
		d.Decisions = []narrative.Decision{{Same: []string{d.Assertions[0].ID, d.Assertions[1].ID}}, {Apart: []string{d.Assertions[0].ID, d.Assertions[4].ID}, Seen: d.Seen(d.Assertions[0].ID)}}
		d.Corrections = cs
		results := func(d *narrative.Dossier) string { return fmt.Sprintf("%+v", states(d.Correct())) }
		want := results(d)
		file := encoded(t, d)
		if got := results(d); got != want {
			t.Fatalf("seed %d: corrected again:\n%s\nbefore:\n%s", seed, got, want)
		}
		other := readLines(t, &narrative.Dossier{Sources: []*source.Document{doc("s1", bell)}})
		other.Decisions = d.Decisions
		other.Corrections = slices.Clone(cs)
		r.Shuffle(len(cs), func(i, j int) {
			other.Corrections[i], other.Corrections[j] = other.Corrections[j], other.Corrections[i]
		})
		if got := results(other); got != want {
			t.Fatalf("seed %d: in another order:\n%s\nbefore:\n%s", seed, got, want)
		}
		other.Corrections = cs
		if diff := cmp.Diff(file, encoded(t, other)); diff != "" {
			t.Fatalf("seed %d: in another order it is another dossier:\n%s", seed, diff)
		}
		d.Forget()
		if got := results(readLines(t, d)); got != want {
			t.Fatalf("seed %d: read again:\n%s\nbefore:\n%s", seed, got, want)
		}
		encoded(t, d) // valid
	}
}

func states(cs []narrative.Corrected) []string {
	var out []string
	for _, c := range cs {
		out = append(out, fmt.Sprint(c.Quote.Start, c.NotSaid, c.Party, c.Claim != nil, c.Stance != nil, c.On, c.State, c.Assertions))
	}
	return out
}

// FuzzCorrect checks that whatever a correction says, and wherever its quote was,
// correcting gives a valid dossier, and the same when it is done again.
func FuzzCorrect(f *testing.F) {
	f.Add("nobody has touched the bell; it hangs; it rings", 74, bell, "party", "guild", uint8(0))
	f.Add("it hangs", 103, "Sexton: nobody has touched the bell; it hangs", "not", "", uint8(1))
	f.Add("the bell was taken down on Monday by four men with a cart", 8, strings.Replace(bell, "on Monday", "on a Monday", 1), "said", "warden", uint8(2))
	f.Add("é", -1, "Warden: é\nWarden: é", "claim", "sexton", uint8(3))
	f.Add("\xff", 1<<30, "Warden: \xff", "x", "", uint8(4))
	f.Fuzz(func(t *testing.T, exact string, start int, text, event, party string, what uint8) {
		d := readLines(t, &narrative.Dossier{Sources: []*source.Document{doc("s1", bell)}})
		if !utf8.ValidString(text) {
			return
		}
		c := narrative.Correction{Source: "s1", URL: "https://news.example/bell", Quote: source.Anchor{Exact: exact, Start: start, End: start + len(exact)}}
		switch what % 4 {
		case 0:
			c.Party = party
		case 1:
			c.NotSaid = true
		case 2:
			c.Said = &narrative.Missed{Party: party, Claim: narrative.Claim{Event: event}}
		case 3:
			c.Claim, c.Without = &narrative.Claim{Event: event}, []string{"means"}
		}
		d.Sources = append(d.Sources, doc("s2", text))
		d.Corrections = []narrative.Correction{c}
		if d.Validate() != nil || d.Extract(context.Background(), lines{}, lines{}) != nil {
			return
		}
		once := encoded(t, d)
		got := states(d.Correct())
		if diff := cmp.Diff(once, encoded(t, d)); diff != "" {
			t.Errorf("corrected twice:\n%s", diff)
		}
		if diff := cmp.Diff(got, states(d.Correct())); diff != "" {
			t.Errorf("corrected twice, other things come of it:\n%s", diff)
		}
	})
}

func ExampleDossier_Correct() {
	d := &narrative.Dossier{Sources: []*source.Document{{ID: "s1", Text: "Mayor: the road is open\nRider: the road is under water\n"}}}
	if err := d.Extract(context.Background(), lines{}, lines{}); err != nil {
		panic(err)
	}
	c, err := d.NewCorrection(d.Assertions[0].ID)
	if err != nil {
		panic(err)
	}
	c.Party, c.By, c.Why = "rider", "A. Reader", "a slip in the text"
	d.Corrections = append(d.Corrections, *c)

	d.Forget() // as a new version of the extractor would be tried
	if err := d.Extract(context.Background(), lines{}, lines{}); err != nil {
		panic(err)
	}
	for _, a := range d.Assertions {
		fmt.Printf("%s: %s\n", a.Party, a.Claim.Event)
	}
	for _, c := range d.Correct() {
		fmt.Println(c.State, "by", c.By)
	}
	// Output:
	// rider: the road is open
	// rider: the road is under water
	// applied by A. Reader
}
