package compare_test

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/internal/random"
	"github.com/seed514b815a/rashomon/narrative"
)

// The accounts that statements are checked against: Norlund and Suvelia accuse each
// other, a mission counts, a mill town denies, and a wire only passes on.
const accounts = `{"rashomon": 1,
"parties": [{"id": "norlund", "name": "Norlund"}, {"id": "norlund-army", "name": "Norlund's army", "of": "norlund"}, {"id": "suvelia", "name": "Suvelia"},
	{"id": "mission", "name": "Lake Mission"}, {"id": "council", "name": "Hask council"}, {"id": "wire", "name": "Lake Wire", "kind": "outlet"}],
"places": [{"id": "hask", "name": "Hask", "kind": "town", "within": "norlund"}, {"id": "hask-mill", "name": "Hask mill", "within": "hask"}, {"id": "orva", "name": "Orva", "kind": "town", "within": "norlund"}],
"sources": [{"id": "d1", "published": "2031-04-09", "text": "Suvelia shelled Hask mill with mortars on the 8th. Five Norlund soldiers died. We never shelled any town. Norlund fired first. Eight were killed."}],
"assertions": [
	{"id": "n1", "party": "norlund-army", "source": "d1", "quotes": [{"exact": "Suvelia shelled Hask mill with mortars on the 8th", "start": 0, "end": 49}],
		"claim": {"act": "accuse", "event": "shelling", "agent": ["suvelia"], "target": ["norlund"], "place": ["hask-mill"], "time": "2031-04-08", "means": ["mortars"]}},
	{"id": "n2", "party": "norlund", "source": "d1", "quotes": [{"exact": "Five Norlund soldiers died", "start": 51, "end": 77}],
		"claim": {"act": "admit", "event": "casualties", "time": "2031-04-08", "count": [{"of": "killed", "who": ["norlund"], "min": 5, "max": 5}]}},
	{"id": "s1", "party": "suvelia", "source": "d1", "quotes": [{"exact": "We never shelled any town", "start": 79, "end": 104}], "stance": "denies",
		"claim": {"act": "deny", "event": "shelling", "agent": ["suvelia"], "target": ["towns"]}},
	{"id": "s2", "party": "suvelia", "source": "d1", "quotes": [{"exact": "Norlund fired first", "start": 106, "end": 125}], "certainty": "hedged",
		"claim": {"act": "accuse", "event": "attack", "agent": ["norlund"], "time": "2031-04-08"}},
	{"id": "m1", "party": "mission", "source": "d1", "quotes": [{"exact": "Eight were killed", "start": 127, "end": 144}],
		"claim": {"event": "casualties", "time": "2031-04-08", "count": [{"of": "killed", "who": ["norlund"], "min": 8, "max": 8}]}},
	{"id": "c1", "party": "council", "said": "2031-04-09", "certainty": "unknown", "claim": {"event": "shelling", "time": "2031-04-08", "place": ["hask"]}},
	{"id": "w1", "party": "wire", "said": "2031-04-09", "claim": {"event": "fair", "place": ["orva"], "time": "2031-04-08"}}]}`

func shelling(place, when string) narrative.Assertion {
	a := narrative.Assertion{Claim: narrative.Claim{Event: "shelling", Agent: []string{"suvelia"}}}
	if place != "" {
		a.Claim.Place = []string{place}
	}
	if when != "" {
		a.Claim.Time = edtf.MustParse(when)
	}
	return a
}

func killed(n float64, who string) narrative.Assertion {
	return narrative.Assertion{Claim: narrative.Claim{Event: "casualties", Count: []narrative.Count{{Of: "killed", Who: []string{who}, Min: &n, Max: &n}}}}
}

func dated(a narrative.Assertion, said string) narrative.Assertion {
	a.Said = edtf.MustParse(said)
	return a
}

func denied(a narrative.Assertion) narrative.Assertion {
	a.Stance, a.Claim.Act = narrative.Denies, narrative.Deny
	return a
}

func TestCheck(t *testing.T) {
	withTarget := shelling("hask-mill", "")
	withTarget.Claim.Target = []string{"hask"}
	means := shelling("hask-mill", "2031-04-08")
	means.Claim.Means = []string{"artillery"}
	rockets := shelling("hask-mill", "2031-04-08")
	rockets.Claim.Means = []string{"rockets"}
	labelled := shelling("hask", "")
	labelled.Claim.Label = []string{"aggression"}
	act := narrative.Assertion{Claim: narrative.Claim{Event: "attack", Agent: []string{"norlund"}}}

	other := shelling("hask", "2031-04-08")
	other.Claim.Agent = []string{"mission"}

	for _, c := range []struct {
		name      string
		statement []narrative.Assertion
		want      map[string]string // side → its bearing; all others say nothing
	}{
		{"a charge is its maker's and nobody's who is charged", []narrative.Assertion{shelling("hask-mill", "2031-04-08")},
			map[string]string{"norlund": "supports", "suvelia": "contradicts"}},
		{"what the statement leaves out a side may add", []narrative.Assertion{shelling("hask", "")},
			map[string]string{"norlund": "supports", "suvelia": "contradicts"}},
		{"a mortar is artillery", []narrative.Assertion{means}, map[string]string{"norlund": "supports", "suvelia": "contradicts"}},
		{"other means of an open list are open", []narrative.Assertion{rockets}, map[string]string{"norlund": "undetermined means", "suvelia": "contradicts"}},
		{"a denial is supported by who denies more", []narrative.Assertion{denied(withTarget)}, map[string]string{"suvelia": "supports", "norlund": "undetermined target"}},
		{"a denial is contradicted by who says so", []narrative.Assertion{denied(shelling("hask", ""))},
			map[string]string{"norlund": "contradicts", "suvelia": "undetermined target"}},
		{"another town is neither", []narrative.Assertion{shelling("orva", "2031-04-08")}, map[string]string{"suvelia": "contradicts denial"}},
		{"another month is neither", []narrative.Assertion{shelling("hask-mill", "2031-01")}, nil},
		{"another side's dead are another question", []narrative.Assertion{dated(killed(12, "suvelia"), "2031-04-10")}, nil},
		{"a figure of the day", []narrative.Assertion{dated(killed(8, "norlund"), "2031-04-09")},
			map[string]string{"norlund": "contradicts", "mission": "supports"}},
		{"a later and lower toll", []narrative.Assertion{dated(killed(5, "norlund"), "2031-04-12")},
			map[string]string{"norlund": "supports", "mission": "contradicts"}},
		{"an undated toll is open where a day could make it true", []narrative.Assertion{killed(8, "norlund")},
			map[string]string{"norlund": "undetermined asOf", "mission": "supports"}},
		{"one part and not the other", []narrative.Assertion{shelling("hask-mill", "2031-04-08"), dated(killed(8, "norlund"), "2031-04-09")},
			map[string]string{"norlund": "partly", "suvelia": "contradicts", "mission": "undetermined agent event place time"}},
		{"a charge back is hedged", []narrative.Assertion{act}, map[string]string{"suvelia": "supports hedged", "norlund": "contradicts"}},
		{"another agent is none of it", []narrative.Assertion{other}, map[string]string{"norlund": "contradicts", "suvelia": "contradicts"}},
		{"a label that nobody gives", []narrative.Assertion{labelled}, map[string]string{"norlund": "undetermined label", "suvelia": "contradicts"}},
		{"who doesn't know says nothing", []narrative.Assertion{shelling("hask", "2031-04-08")},
			map[string]string{"norlund": "supports", "suvelia": "contradicts", "council": "says-nothing unknown"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var comparer compare.Comparer
			got, err := comparer.Check(context.Background(), decode(t, accounts), c.statement...)
			if err != nil {
				t.Fatal(err)
			}
			for _, a := range got.Answers {
				want, _, _ := strings.Cut(c.want[a.Side]+" ", " ")
				if want == "" {
					want = "says-nothing"
				}
				if a.Bearing.String() != want {
					t.Errorf("%s %v, want %s: %s", a.Side, a.Bearing, want, a.Why)
				}
				for _, w := range strings.Fields(c.want[a.Side])[min(1, len(strings.Fields(c.want[a.Side]))):] {
					if !slices.Contains(a.Flags, w) && !slices.Contains(a.Missing, w) {
						t.Errorf("%s: flags %v, missing %v: want %s", a.Side, a.Flags, a.Missing, w)
					}
				}
			}
		})
	}
}

// Nothing to compare is told, not answered.
func TestCheckRefuses(t *testing.T) {
	var c compare.Comparer
	ctx := context.Background()
	d := decode(t, accounts)
	for name, statement := range map[string][]narrative.Assertion{
		"no claims":       nil,
		"words alone":     {{Claim: narrative.Claim{Text: "A bad day."}}},
		"an unknown side": {{Claim: narrative.Claim{Event: "attack", Agent: []string{"nobody-here"}}}},
		"too many claims": make([]narrative.Assertion, 17),
	} {
		if _, err := c.Check(ctx, d, statement...); err == nil {
			t.Errorf("%s: no error", name)
		} else if unread := errors.Is(err, compare.ErrUnread); unread != (name == "no claims" || name == "words alone") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// echo is an inferrer: texts entail what they begin with, and contradict its
// opposite.
type echo struct{}

func (echo) Infer(ctx context.Context, text, hypothesis string) (compare.Inference, error) {
	switch {
	case strings.HasPrefix(text, hypothesis):
		return compare.Inference{Entailment: compare.Entails, Confidence: 0.5}, nil
	case strings.HasPrefix(text, "Not: "+hypothesis):
		return compare.Inference{Entailment: compare.Contradicts, Confidence: 0.5}, nil
	}
	return compare.Inference{}, nil
}

func TestCheckOfWordsAlone(t *testing.T) {
	d := &narrative.Dossier{Parties: parties("ash", "birch", "cedar", "dale")}
	for i, text := range []string{"The ferry was late again", "Not: The ferry was late", "The ferry was late"} {
		d.Assertions = append(d.Assertions, narrative.Assertion{ID: string(rune('a' + i)), Party: d.Parties[i].ID, Claim: narrative.Claim{Text: text}})
	}
	d.Assertions[2].Stance = narrative.Denies
	d.Assertions = append(d.Assertions, narrative.Assertion{ID: "d", Party: "dale", Claim: narrative.Claim{Text: "The ferry is white."}})
	c := compare.Comparer{Infer: echo{}}
	got, err := c.Check(context.Background(), d, narrative.Assertion{Claim: narrative.Claim{Text: "The ferry was late"}})
	if err != nil {
		t.Fatal(err)
	}
	want := []compare.Bearing{compare.Supports, compare.Opposes, compare.Opposes, compare.SaysNothing}
	for i, a := range got.Answers {
		if a.Bearing != want[i] || a.Bearing != compare.SaysNothing && a.Strength != 0.5 {
			t.Errorf("%s: %v (%v), want %v", a.Side, a.Bearing, a.Strength, want[i])
		}
		if a.Bearing == compare.Supports && a.Why != `Ash says "The ferry was late again": that bears the statement out.` {
			t.Error(a.Why)
		}
	}
}

func checked(t *testing.T, d *narrative.Dossier, a narrative.Assertion) (*compare.Checked, string) {
	t.Helper()
	var c compare.Comparer
	got, err := c.Check(context.Background(), d, a)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := got.Encode(&b); err != nil {
		t.Fatal(err)
	}
	return got, b.String()
}

// position reports whether the assertion puts one forward that can be checked.
func position(a *narrative.Assertion) bool {
	switch a.Claim.Act {
	case narrative.Assert, narrative.Accuse, narrative.Admit, narrative.Deny:
	default:
		return false
	}
	if len(a.Claim.Count) > 1 {
		return false // two figures may contradict each other
	}
	if slices.ContainsFunc(a.Claim.Count, func(c narrative.Count) bool { return c.Min == nil && c.Max == nil }) {
		return false // of a denial of any figure, law 6 needs one
	}
	return a.Certainty != narrative.NotKnown && a.Mode == 0 && len(a.Chain) == 0 && a.Claim.Event != "" && a.Claim.Event != "statement" && a.Claim.About == ""
}

// Whoever is the only one of its side to speak supports what it says.
func TestOwnWordIsSupported(t *testing.T) {
	tried := 0
	for i := range random.Rounds(t, 2000) {
		d := random.New(uint64(i)).Dossier(5)
		d.Decisions = nil
		cast, words := narrative.NewCast(d), map[string]int{}
		for j := range d.Assertions {
			words[cast.Side(d.Assertions[j].Party)]++
		}
		for j := range d.Assertions {
			a := &d.Assertions[j]
			side := cast.Side(a.Party)
			if words[side] > 1 || !position(a) || a.Stance == narrative.Denies && a.Focus != "" && a.Focus != narrative.FacetOccurrence {
				continue
			}
			tried++
			got, _ := checked(t, d, *a)
			for _, x := range got.Answers {
				if x.Side == side && x.Bearing != compare.Supports {
					t.Fatalf("seed %d: %s (%+v): %v, missing %v: %s", i, a.ID, a, x.Bearing, x.Missing, x.Why)
				}
			}
		}
	}
	if tried < 50 {
		t.Errorf("tried %d only", tried)
	}
}

// Every answer but silence cites words, a part rests on its own side's, and what an
// answer is follows from its parts.
func TestAnswersAreWellFormed(t *testing.T) {
	for i := range random.Rounds(t, 1000) {
		g := random.New(uint64(i))
		d := g.Dossier(8)
		if i%2 == 0 {
			d.Decisions = nil
		}
		a := g.Assertion("q", nil)
		if a.Claim.Event == "" && len(a.Claim.Count) == 0 {
			continue
		}
		var c compare.Comparer
		got, err := c.Check(context.Background(), d, a)
		if errors.Is(err, compare.ErrUnread) {
			continue
		}
		if err != nil {
			t.Fatalf("seed %d: %v", i, err)
		}
		side := map[string]string{}
		for _, x := range got.Assertions {
			side[x.ID] = x.Side
		}
		for _, x := range got.Answers {
			bears := map[compare.Bearing]bool{}
			for _, p := range x.Parts {
				bears[p.Bearing] = true
				if len(p.Assertions) == 0 {
					t.Errorf("seed %d: %s: a part without words", i, x.Side)
				}
				for _, id := range p.Assertions {
					if side[id] != x.Side {
						t.Errorf("seed %d: %s rests on %s of %q", i, x.Side, id, side[id])
					}
				}
				if (p.Bearing == compare.Undecided) != (len(p.Missing) > 0) {
					t.Errorf("seed %d: %v with missing %v", i, p.Bearing, p.Missing)
				}
			}
			s, o := bears[compare.Supports], bears[compare.Opposes]
			ok := map[compare.Bearing]bool{
				compare.Supports: s && !o && !bears[compare.Undecided], compare.Opposes: o && !s, compare.Partly: s && o,
				compare.Undecided: !o && len(x.Missing) > 0, compare.SaysNothing: len(x.Parts) == 0,
			}[x.Bearing]
			if !ok || !strings.HasSuffix(x.Why, ".") || strings.Contains(x.Why, "%!") {
				t.Errorf("seed %d: %s %v, parts %v, missing %v: %s", i, x.Side, x.Bearing, bears, x.Missing, x.Why)
			}
		}
	}
}

func TestCheckDependsOnNoOrder(t *testing.T) {
	for i := range random.Rounds(t, 500) {
		g := random.New(uint64(i))
		d := g.Dossier(8)
		if i%2 == 0 {
			d.Decisions = nil
		}
		a := d.Assertions[0]
		if a.Claim.Event == "" {
			continue
		}
		_, want := checked(t, d, a)
		if _, got := checked(t, g.Shuffled(d), a); got != want {
			t.Fatalf("seed %d: another order gives another answer:\n%s", i, firstDifference(want, got))
		}
	}
}

// Law 12: whoever takes the place of whom, the answers follow.
func TestExchangedPartiesGiveExchangedAnswers(t *testing.T) {
	for i := range random.Rounds(t, 500) {
		g := random.New(uint64(i))
		d := g.Dossier(8)
		d.Places[2].Within = "cedar"
		a := g.Assertion("q", nil)
		if a.Claim.Event == "" {
			continue
		}
		e := exchanged(d)
		b := exchanged(&narrative.Dossier{Assertions: []narrative.Assertion{a}}).Assertions[0]
		x, _ := checked(t, d, a)
		y, _ := checked(t, e, b)
		answers := func(c *compare.Checked, rename func(string) string) (out []string) {
			for _, a := range c.Answers {
				line := rename(a.Side) + " " + a.Bearing.String() + " " + strings.Join(a.Flags, ",") + " " + strings.Join(a.Missing, ",")
				for _, p := range a.Parts {
					ids := slices.Clone(p.Assertions)
					slices.Sort(ids)
					line += " " + string(p.Facet) + " " + p.Bearing.String() + " " + strings.Join(ids, ",")
				}
				out = append(out, line)
			}
			slices.Sort(out)
			return out
		}
		if want, got := answers(x, swapped), answers(y, same); !slices.Equal(want, got) {
			t.Fatalf("seed %d: %s", i, firstDifference(strings.Join(want, "\n"), strings.Join(got, "\n")))
		}
	}
}

// Who concedes losses while blaming another has conceded nothing of what the
// statement lays to its own charge; nor does who doesn't know its own dead say so of
// another's.
func TestCheckTellsWhatIsConceded(t *testing.T) {
	d := decode(t, `{"rashomon": 1, "parties": [{"id": "norlund", "name": "Norlund"}, {"id": "suvelia", "name": "Suvelia"}],
	"assertions": [
		{"id": "n1", "party": "norlund", "said": "2031-04-09", "claim": {"act": "accuse", "event": "shelling", "agent": ["suvelia"], "target": ["norlund"], "time": "2031-04-08"}},
		{"id": "s1", "party": "suvelia", "said": "2031-04-09", "claim": {"act": "admit", "event": "attack", "agent": ["norlund"], "target": ["suvelia"], "time": "2031-04-08"}},
		{"id": "s2", "party": "suvelia", "said": "2031-04-09", "claim": {"act": "admit", "event": "casualties", "agent": ["norlund"], "time": "2031-04-08", "count": [{"of": "killed", "who": ["suvelia"], "min": 3, "max": 3}]}},
		{"id": "n2", "party": "norlund", "said": "2031-04-09", "certainty": "unknown", "focus": "count", "claim": {"event": "casualties", "time": "2031-04-08", "count": [{"of": "killed", "who": ["norlund"]}]}}]}`)
	shelled := narrative.Assertion{Claim: narrative.Claim{Event: "shelling", Agent: []string{"suvelia"}, Target: []string{"norlund"}}}
	for _, c := range []struct {
		name          string
		statement     narrative.Assertion
		side, bearing string
		flags         []string
	}{
		{"laid to its charge", shelled, "suvelia", "contradicts", []string{}},
		{"its own dead", dated(killed(3, "suvelia"), "2031-04-09"), "suvelia", "supports", []string{"admission"}},
		{"another's dead", dated(killed(3, "suvelia"), "2031-04-09"), "norlund", "says-nothing", []string{}},
		{"those that it doesn't know", dated(killed(3, "norlund"), "2031-04-09"), "norlund", "says-nothing", []string{"unknown"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := new(compare.Comparer).Check(context.Background(), d, c.statement)
			if err != nil {
				t.Fatal(err)
			}
			i := slices.IndexFunc(got.Answers, func(a compare.Answer) bool { return a.Side == c.side })
			if a := got.Answers[i]; a.Bearing.String() != c.bearing || !slices.Equal(a.Flags, c.flags) {
				t.Errorf("%v %v, want %s %v: %s", a.Bearing, a.Flags, c.bearing, c.flags, a.Why)
			}
		})
	}
}
