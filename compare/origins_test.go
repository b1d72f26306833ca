package compare_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/internal/random"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// Corroboration counts origins, not outlets.
func TestOrigins(t *testing.T) {
	const head = `{"rashomon": 1, "parties": [{"id": "ash", "name": "Ash"}, {"id": "ash-army", "name": "Ash army", "of": "ash"},
	 {"id": "courier", "name": "Courier", "kind": "outlet"}, {"id": "post", "name": "The Post", "kind": "outlet"}, {"id": "wire", "name": "Wire", "kind": "outlet"}],
	 "sources": [{"id": "sc", "publisher": "Courier"}, {"id": "sp", "publisher": "Post"}, {"id": "sw", "publisher": "Wire"}],
	 "assertions": [`
	for _, tt := range []struct {
		name  string
		words string // PARTY[@SOURCE][<ORIGIN]
		want  string // SIDE:ORIGINS ...
		voice string
	}{
		{"each its own", "courier post wire", "courier:courier post:post wire:wire", "courier post wire"},
		{"one army's word in three outlets", "courier<ash-army post<ash-army wire<ash-army", "courier:ash post:ash wire:ash", "ash"},
		{"and the army's own", "ash-army courier<ash-army", "ash:ash courier:ash", "ash"},
		{"passed on twice", "courier<wire wire<ash-army", "courier:ash wire:ash", "ash"},
		{"passed on, and seen by itself", "courier<wire wire<ash wire", "courier:wire wire:ash,wire", "ash wire"},
		{"a ring by origin", "courier<post post<wire wire<courier", "courier:courier post:courier wire:courier", "courier"},
		{"a ring of two, cited in each other's pages", "courier@sw wire@sc", "courier:courier wire:courier", "courier"},
		{"a ring that somebody outside passes on", "courier<wire wire<courier post<wire", "courier:courier post:courier wire:courier", "courier"},
		{"a ring with a word of its own is none", "courier@sw wire@sc wire@sw", "courier:wire wire:wire", "wire"},
		{"cited, and out of a paper that cites the army", "wire@sc ash@sw post", "ash:ash post:post wire:ash", "ash post"},
		{"the unknown voice may be any", "courier<? post", "courier:? post:post", "post"},
		{"the unknown voice beside one's own", "courier<? courier post", "courier:courier post:post", "courier post"},
		{"two unknown voices are one", "courier<? post<?", "courier:? post:?", "?"},
		{"a state that quotes somebody has a word of its own", "ash@sw<courier ash@sw courier@sw", "ash:ash,courier courier:courier", "ash courier"},
		{"quoted by its own page and another's", "courier@sc post@sc wire@sw", "courier:courier post:post wire:wire", "courier post wire"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var list, ids []string
			for i, w := range strings.Fields(tt.words) {
				w, origin, _ := strings.Cut(w, "<")
				party, source, _ := strings.Cut(w, "@")
				a := fmt.Sprintf(`{"id": "a%d", "party": %q, "claim": {"event": "raid"}`, i, party)
				if origin != "" {
					a += fmt.Sprintf(`, "origin": %q`, origin)
				}
				if source != "" {
					a += fmt.Sprintf(`, "source": %q`, source)
				}
				list, ids = append(list, a+"}"), append(ids, fmt.Sprintf(`"a%d"`, i))
			}
			r, _ := report(t, decode(t, head+strings.Join(list, ",")+`], "decisions": [{"same": [`+strings.Join(ids, ",")+`]}]}`))
			for _, f := range r.All() {
				if f.Outcome != compare.Agreement {
					continue
				}
				var got []string
				for _, p := range f.Positions {
					got = append(got, p.Side+":"+strings.Join(p.Origins, ","))
				}
				if s := strings.Join(got, " "); s != tt.want {
					t.Errorf("got %s, want %s", s, tt.want)
				}
				if s := strings.Join(f.Independent(), " "); s != tt.voice {
					t.Errorf("independent: %s, want %s", s, tt.voice)
				}
				return
			}
			t.Error("no agreement")
		})
	}
}

// In a conflict an outlet that cites one side for one figure rests on that side for
// it alone.
func TestOriginsOfOneAnswer(t *testing.T) {
	d := decode(t, `{"rashomon": 1, "parties": [{"id": "ash"}, {"id": "birch"}, {"id": "wire", "name": "Wire", "kind": "outlet"}, {"id": "courier", "name": "Courier", "kind": "outlet"}],
	 "sources": [{"id": "sc", "publisher": "Courier"}, {"id": "sw", "publisher": "Wire"}],
	 "assertions": [
	  {"id": "a1", "party": "ash", "source": "sw", "said": "2031-05-02", "claim": {"event": "raid", "count": [{"of": "killed", "min": 4, "max": 4}]}},
	  {"id": "b1", "party": "birch", "source": "sw", "said": "2031-05-02", "claim": {"event": "raid", "count": [{"of": "killed", "min": 9, "max": 9}]}},
	  {"id": "w1", "party": "wire", "source": "sc", "said": "2031-05-02", "claim": {"event": "raid", "count": [{"of": "killed", "min": 9, "max": 9}]}}],
	 "decisions": [{"same": ["a1", "b1", "w1"]}]}`)
	r, _ := report(t, d)
	for _, f := range r.All() {
		if f.Outcome == compare.Conflict {
			if got := fmt.Sprint(f.Positions[0].Origins, f.Positions[1].Origins, f.Positions[2].Origins); got != "[ash] [birch] [birch]" {
				t.Error(got)
			}
			return
		}
	}
	t.Error("no conflict")
}

// Whoever passes on a word adds no origin, and each position has one.
func TestEchoesAddNoOrigin(t *testing.T) {
	for i := range random.Rounds(t, 1000) {
		d := random.New(uint64(i)).Dossier(7)
		r, _ := report(t, d)
		independent := map[string]int{}
		for _, f := range r.All() {
			independent[f.ID] = len(f.Independent())
			for _, p := range f.Positions {
				if len(p.Origins) == 0 || !slices.IsSorted(p.Origins) {
					t.Errorf("seed %d: %s has the origins %v", i, p.Side, p.Origins)
				}
			}
		}
		e := *d
		e.Parties = append(slices.Clone(d.Parties), narrative.Party{ID: "zephyr", Kind: "outlet"})
		e.Assertions = slices.Clone(d.Assertions)
		same := slices.Clone(d.Decisions[0].Same)
		for j, a := range d.Assertions {
			if a.Claim.Act == narrative.Assert && a.Stance == narrative.Asserts && len(a.Chain) == 0 {
				a.ID, a.Origin, a.Party = fmt.Sprint("z", j), a.Voice(), "zephyr"
				e.Assertions, same = append(e.Assertions, a), append(same, a.ID)
			}
		}
		e.Decisions = []narrative.Decision{{Same: same}}
		s, _ := report(t, &e)
		for _, f := range s.All() {
			if f.Outcome != compare.Agreement {
				continue
			}
			if was, known := independent[f.ID]; known && len(f.Independent()) > was {
				for _, p := range f.Positions {
					if p.Side == "zephyr" && slices.Contains(p.Origins, "zephyr") {
						t.Errorf("seed %d: the echo is an origin of %s: %+v", i, f.ID, f.Positions)
					}
				}
			}
		}
	}
}

const (
	bridgeNews = "The bridge over the Sarn gave way at dusk on Thursday while two lorries loaded with timber were crossing it, and both went down into the river below the weir."
	ferryNews  = "Since then a small ferry has taken people across every hour, and the council wants to have a second one running by the end of the week."
)

func copies(t *testing.T, texts ...string) *compare.Report {
	t.Helper()
	var sources, parties, list []string
	for i, text := range texts {
		name := []string{"Courier", "Evening Post", "Wire Service"}[i]
		parties = append(parties, fmt.Sprintf(`{"id": "p%d", "name": %q, "kind": "outlet"}`, i, name))
		sources = append(sources, fmt.Sprintf(`{"id": "s%d", "publisher": %q, "text": %q}`, i, name, text))
		const quote = "gave way at dusk on Thursday"
		if at := strings.Index(text, quote); at >= 0 {
			list = append(list, fmt.Sprintf(`{"id": "a%d", "party": "p%d", "source": "s%d", "quotes": [{"exact": %q, "start": %d, "end": %d}], "claim": {"event": "collapse", "place": ["bridge"]}}`, i, i, i, quote, at, at+len(quote)))
		}
	}
	d := decode(t, `{"rashomon": 1, "parties": [`+strings.Join(parties, ",")+`], "places": [{"id": "bridge"}],
	 "sources": [`+strings.Join(sources, ",")+`], "assertions": [`+strings.Join(list, ",")+`]}`)
	if len(list) > 1 {
		d.Decisions = []narrative.Decision{{Same: []string{"a0", "a1"}}}
	}
	r, _ := report(t, d)
	return r
}

func TestCopies(t *testing.T) {
	edited := strings.NewReplacer("dusk on Thursday", "dusk on Thursday", "two lorries", "three lorries", "both", "all").Replace(bridgeNews)
	for _, tt := range []struct {
		name    string
		texts   []string
		copies  int
		credits string
		origins string
	}{
		{"edited, and nobody credited", []string{bridgeNews + " " + ferryNews, "From our desk. " + edited}, 1, "", "p0"},
		{"the other is named", []string{bridgeNews, edited + " (Courier)"}, 1, "p0", "p0"},
		{"a third is named by both", []string{bridgeNews + " – Wire Service", "Wire Service reports: " + edited, "No news today."}, 1, "p2", "p2"},
		{"the second is named by the first", []string{bridgeNews + " (Evening Post)", edited}, 1, "p1", "p1"},
		{"a credit line in both", []string{"SARN (Unipress) – " + bridgeNews, edited + " (Unipress)"}, 1, "Unipress", "p0"},
		{"a credit line in one", []string{"SARN (Unipress) – " + bridgeNews, edited}, 1, "", "p0"},
		{"of their own", []string{bridgeNews, "When the Sarn bridge gave way at dusk on Thursday two lorries with timber fell into the water near the weir, witnesses told us."}, 0, "", "p0 p1"},
		{"a quotation in common", []string{"A man said: “" + bridgeNews + "”", "A man told us: “" + bridgeNews + "”"}, 0, "", "p0 p1"},
		{"a short alert", []string{"The bridge over the Sarn gave way at dusk on Thursday, the council says.", "The bridge over the Sarn gave way at dusk on Thursday, the council says."}, 1, "", "p0"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := copies(t, tt.texts...)
			if len(r.Copies) != tt.copies {
				t.Fatalf("%d copies, want %d: %+v", len(r.Copies), tt.copies, r.Copies)
			}
			for _, c := range r.Copies {
				if got := strings.Join(c.Credits, " "); got != tt.credits {
					t.Errorf("credits %q, want %q", got, tt.credits)
				}
				if (tt.credits == "") != strings.Contains(c.Why, "neither says where they come from") {
					t.Error(c.Why)
				}
				for _, p := range c.Passages {
					if a, b := tt.texts[0][p.A.Start:p.A.End], tt.texts[1][p.B.Start:p.B.End]; a != p.A.Exact || b != p.B.Exact {
						t.Errorf("%q and %q don't stand there", p.A.Exact, p.B.Exact)
					}
				}
			}
			for _, f := range r.All() {
				if f.Outcome == compare.Agreement && f.Facet == narrative.FacetOccurrence {
					if got := strings.Join(f.Independent(), " "); got != tt.origins {
						t.Errorf("independent: %q, want %q", got, tt.origins)
					}
					return
				}
			}
			t.Error("no agreement")
		})
	}
}

// The same copies are found whatever the order of the sources, and whichever comes
// first by id.
func TestCopiesDependOnNoOrder(t *testing.T) {
	texts := []string{bridgeNews + " " + ferryNews, "From our desk. " + bridgeNews, ferryNews + " (Courier)"}
	want := copies(t, texts...)
	if len(want.Copies) != 2 {
		t.Fatalf("%d copies", len(want.Copies))
	}
	d := &narrative.Dossier{}
	for i, name := range []string{"Courier", "Evening Post", "Wire Service"} {
		d.Sources = append(d.Sources, &source.Document{ID: fmt.Sprint("s", i), Publisher: name, Text: texts[i]})
		d.Parties = append(d.Parties, narrative.Party{ID: fmt.Sprint("p", i), Name: name, Kind: "outlet"})
	}
	for _, ids := range [][]string{{"s0", "s1", "s2"}, {"s2", "s1", "s0"}, {"s1", "s2", "s0"}} {
		e := &narrative.Dossier{Parties: d.Parties}
		for i, s := range d.Sources {
			other := *s
			other.ID = ids[i]
			e.Sources = append(e.Sources, &other)
		}
		first, text := report(t, e)
		slices.Reverse(e.Sources)
		if _, again := report(t, e); again != text {
			t.Error("another order gives other bytes")
		}
		for i, c := range first.Copies {
			if w := want.Copies[i]; c.Words != w.Words || c.Share != w.Share || !slices.Equal(c.Credits, w.Credits) {
				t.Errorf("with the ids %v: %+v, want %+v", ids, c, w)
			}
		}
	}
}

// In one copied passage two speak: they are two voices, in both papers.
func TestCopiesKeepSpeakersApart(t *testing.T) {
	const text = "Soldiers crossed the river at the mill before dawn on Monday, Ash said, while Birch said that soldiers had been at the mill since the weekend and had taken the bridge too."
	at := func(quote string) string {
		i := strings.Index(text, quote)
		return fmt.Sprintf(`[{"exact": %q, "start": %d, "end": %d}]`, quote, i, i+len(quote))
	}
	d := decode(t, fmt.Sprintf(`{"rashomon": 1, "parties": [{"id": "ash", "name": "Ash"}, {"id": "birch", "name": "Birch"}],
	 "sources": [{"id": "s0", "publisher": "Courier", "text": %q}, {"id": "s1", "publisher": "Post", "text": %q}],
	 "assertions": [
	  {"id": "a0", "party": "ash", "source": "s0", "quotes": %s, "claim": {"event": "raid"}},
	  {"id": "b1", "party": "birch", "source": "s1", "quotes": %s, "claim": {"event": "raid"}}],
	 "decisions": [{"same": ["a0", "b1"]}]}`, text, text, at("Soldiers crossed the river at the mill before dawn"), at("soldiers had been at the mill since the weekend")))
	r, _ := report(t, d)
	if len(r.Copies) != 1 {
		t.Fatalf("%d copies", len(r.Copies))
	}
	for _, f := range r.All() {
		if f.Outcome == compare.Agreement && !slices.Equal(f.Independent(), []string{"ash", "birch"}) {
			t.Errorf("%v", f.Independent())
		}
	}
}
