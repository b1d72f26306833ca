package narrative_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/narrative"
)

// harbour has words that are dated in every way: by themselves, by their sources,
// not at all, by who answers them.
const harbour = `{"rashomon": 1, "parties": [{"id": "pilots"}, {"id": "port"}],
 "sources": [{"id": "early", "published": "2031-05-02"}, {"id": "late", "published": "2031-05-09"}, {"id": "fetched", "retrieved": "2031-05-03"}, {"id": "undated"}],
 "assertions": [
  {"id": "own", "party": "pilots", "said": "2031-05-02", "claim": {"event": "strike"}},
  {"id": "told-late", "party": "pilots", "source": "late", "said": "2031-05-02", "claim": {"event": "strike"}},
  {"id": "by-source", "party": "pilots", "source": "early", "claim": {"event": "strike"}},
  {"id": "vague-early", "party": "pilots", "source": "early", "said": "2031-05", "claim": {"event": "strike"}},
  {"id": "vague", "party": "pilots", "said": "2031-05", "claim": {"event": "strike"}},
  {"id": "by-fetching", "party": "port", "source": "fetched", "claim": {"event": "strike"}},
  {"id": "undated", "party": "port", "source": "undated", "claim": {"event": "strike"}},
  {"id": "later", "party": "port", "source": "late", "claim": {"event": "riot"}},
  {"id": "answered", "party": "port", "claim": {"act": "accuse", "event": "riot"}},
  {"id": "answer", "party": "pilots", "said": "2031-05-03", "stance": "denies", "claim": {"act": "deny", "about": "answered"}},
  {"id": "too-soon", "party": "pilots", "said": "2031-05-03", "stance": "denies", "claim": {"act": "deny", "event": "riot", "about": "later"}},
  {"id": "baseless", "party": "pilots", "said": "2031-05-03", "stance": "denies", "claim": {"act": "deny", "about": "later", "text": "baseless"}}],
 "decisions": [{"same": ["own", "later", "vague-early"], "on": "2031-06-01"}, {"apart": ["own", "later"]}]}`

func TestUpTo(t *testing.T) {
	d, err := narrative.Decode(strings.NewReader(harbour), "harbour.json")
	if err != nil {
		t.Fatal(err)
	}
	all := strings.Fields("own told-late by-source vague-early vague by-fetching undated later answered answer too-soon baseless")
	for _, tt := range []struct{ moment, in, unplaced, sources string }{
		{"2031-05-01", "", "vague-early vague by-fetching undated answered", "fetched undated early"},
		{"2031-05-02", "own told-late by-source vague-early", "vague by-fetching undated answered", "early late fetched undated"},
		{"2031-05-02T12:00", "", "own told-late by-source vague-early vague by-fetching undated answered", "early late fetched undated"},
		{"2031-05-03", "own told-late by-source vague-early by-fetching answered answer too-soon", "vague undated baseless", "early late fetched undated"},
		{"2031-05-09", "own told-late by-source vague-early by-fetching later answered answer too-soon baseless", "vague undated", "early late fetched undated"},
		{"2031", "own told-late by-source vague-early vague by-fetching later answered answer too-soon baseless", "undated", "early late fetched undated"},
		{"2031/..", strings.Join(all, " "), "", "early late fetched undated"},
		{"", strings.Join(all, " "), "", "early late fetched undated"},
	} {
		t.Run(tt.moment, func(t *testing.T) {
			var moment edtf.Time
			if tt.moment != "" {
				moment = edtf.MustParse(tt.moment)
			}
			said, unplaced, err := d.UpTo(moment)
			if err != nil {
				t.Fatal(err)
			}
			if err := said.Validate(); err != nil {
				t.Error(err)
			}
			var in, sources []string
			for _, a := range said.Assertions {
				in = append(in, a.ID)
			}
			for _, s := range said.Sources {
				sources = append(sources, s.ID)
			}
			slices.Sort(sources)
			want := strings.Fields(tt.sources)
			slices.Sort(want)
			if got := strings.Join(in, " "); got != tt.in {
				t.Errorf("in: %s\nwant: %s", got, tt.in)
			}
			if got := strings.Join(unplaced, " "); got != tt.unplaced {
				t.Errorf("unplaced: %s\nwant: %s", got, tt.unplaced)
			}
			if !slices.Equal(sources, want) {
				t.Errorf("sources: %v, want %v", sources, want)
			}
		})
	}
}

// What a word answers is gone with what came later; decisions keep what is left.
func TestUpToLoosensWhatIsLater(t *testing.T) {
	d, err := narrative.Decode(strings.NewReader(harbour), "harbour.json")
	if err != nil {
		t.Fatal(err)
	}
	said, _, err := d.UpTo(edtf.MustParse("2031-05-03"))
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range said.Assertions {
		if want := map[string]string{"answer": "answered"}[a.ID]; a.Claim.About != want {
			t.Errorf("%s is about %q, want %q", a.ID, a.Claim.About, want)
		}
	}
	if len(said.Decisions) != 1 || !slices.Equal(said.Decisions[0].Same, []string{"own", "vague-early"}) {
		t.Errorf("decisions: %+v", said.Decisions)
	}
	if i := slices.IndexFunc(d.Assertions, func(a narrative.Assertion) bool { return a.ID == "too-soon" }); d.Assertions[i].Claim.About != "later" || len(d.Decisions[0].Same) != 3 {
		t.Error("the dossier itself was changed")
	}
	if _, _, err := d.UpTo(edtf.MustParse("2031-05/")); err == nil || !strings.Contains(err.Error(), `"2031-05/"`) {
		t.Errorf("an end that nobody knows: %v", err)
	}
}

// A long chain of answers is followed once, from whichever end it is listed.
func TestUpToFollowsAnswers(t *testing.T) {
	const n = 50_000
	for _, reverse := range []bool{false, true} {
		d := &narrative.Dossier{Parties: []narrative.Party{{ID: "p"}}}
		for i := range n {
			a := narrative.Assertion{ID: fmt.Sprint("a", i), Party: "p"}
			if i > 0 {
				a.Claim.About = fmt.Sprint("a", i-1)
			}
			if i == n-1 {
				a.Said = edtf.MustParse("2031-05-01")
			}
			d.Assertions = append(d.Assertions, a)
		}
		if reverse {
			slices.Reverse(d.Assertions)
		}
		said, unplaced, err := d.UpTo(edtf.MustParse("2031-05-02"))
		if err != nil || len(said.Assertions) != n || len(unplaced) != 0 {
			t.Errorf("%d in, %d unplaced, %v; the last answer vouches for all", len(said.Assertions), len(unplaced), err)
		}
	}
}

func ExampleDossier_UpTo() {
	d, err := narrative.Decode(strings.NewReader(`{"rashomon": 1, "parties": [{"id": "union"}],
	 "assertions": [
	  {"id": "a1", "party": "union", "said": "2031-05-02", "claim": {"event": "strike"}},
	  {"id": "a2", "party": "union", "said": "2031-05-04", "claim": {"event": "agreement"}},
	  {"id": "a3", "party": "union", "claim": {"event": "offer"}}]}`), "strike.json")
	if err != nil {
		fmt.Println(err)
		return
	}
	said, unplaced, err := d.UpTo(edtf.MustParse("2031-05-03"))
	fmt.Println(len(said.Assertions), said.Assertions[0].ID, unplaced, err)
	// Output: 1 a1 [a3] <nil>
}
