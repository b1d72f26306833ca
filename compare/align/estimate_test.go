package align

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// corpus returns a dossier on n happenings, each told by three parties that leave
// parts out and say others more roughly, and which happening each assertion is of.
func corpus(seed uint64, n int) (*narrative.Dossier, map[string]int) {
	g := rand.New(rand.NewPCG(seed, 3))
	chance := func(percent int) bool { return g.IntN(100) < percent }
	d := &narrative.Dossier{}
	truth := map[string]int{}
	const sides, towns = 6, 12
	for i := range sides {
		d.Parties = append(d.Parties, narrative.Party{ID: fmt.Sprintf("side%d", i), Kind: "state"})
	}
	for i := range towns {
		d.Places = append(d.Places, narrative.Place{ID: fmt.Sprintf("region%d", i)}, narrative.Place{ID: fmt.Sprintf("town%d", i), Within: fmt.Sprintf("region%d", i)})
	}
	kinds := []string{"shelling", "raid", "arrest", "strike", "explosion", "ceasefire"}
	for h := range n {
		kind, x, y, town, day := kinds[g.IntN(len(kinds))], g.IntN(sides), g.IntN(sides), g.IntN(towns), 1+g.IntN(28)
		for k := range 3 {
			a := narrative.Assertion{ID: fmt.Sprintf("h%d-%d", h, k), Party: fmt.Sprintf("side%d", []int{x, y, g.IntN(sides)}[k])}
			truth[a.ID] = h
			a.Said = edtf.MustParse(fmt.Sprintf("2031-05-%02d", min(31, day+1)))
			c := &a.Claim
			c.Event, c.Agent, c.Target = kind, []string{fmt.Sprintf("side%d", x)}, []string{fmt.Sprintf("side%d", y)}
			if chance(15) && (kind == "shelling" || kind == "raid") {
				c.Event = "attack"
			}
			if chance(20) {
				c.Target = nil
			}
			if chance(70) {
				c.Place = []string{fmt.Sprintf("town%d", town)}
			} else if chance(50) {
				c.Place = []string{fmt.Sprintf("region%d", town)}
			}
			if chance(80) {
				c.Time = edtf.MustParse(fmt.Sprintf("2031-05-%02d", day+g.IntN(10)/9))
			}
			d.Assertions = append(d.Assertions, a)
		}
	}
	return d, truth
}

// What is estimated from pairs that nobody has marked, one in six hundred of them of
// one happening, comes close to what counting gives where the truth is known.
func TestEstimateRecoversWhatIsTrue(t *testing.T) {
	d, truth := corpus(1, 300)
	for name, e := range map[string]Estimator{"all pairs": {Prior: -1, Random: 1_000_000}, "drawn": {Prior: -1, Random: 50_000}} {
		got, err := e.Estimate(context.Background(), d)
		if err != nil {
			t.Fatal(err)
		}
		records := readRecords(d)
		m, u, matches := map[string]map[string]float64{}, map[string]map[string]float64{}, 0.0
		var pairs [][2]int
		for i := range records {
			for j := range i {
				pairs = append(pairs, [2]int{j, i})
			}
		}
		known := map[string][2]float64{}
		for _, p := range pairs {
			x, y := records[p[0]], records[p[1]]
			same := truth[x.a.ID] == truth[y.a.ID]
			if same {
				matches++
			}
			for _, l := range weights.weigh(x, y) {
				if m[l.Feature] == nil {
					m[l.Feature], u[l.Feature] = map[string]float64{}, map[string]float64{}
				}
				if l.Level == unsaid {
					continue
				}
				k := known[l.Feature]
				if same {
					m[l.Feature][l.Level]++
					k[0]++
				} else {
					u[l.Feature][l.Level]++
					k[1]++
				}
				known[l.Feature] = k
			}
		}
		share := matches / float64(len(pairs))
		if got.Share < share/1.6 || got.Share > share*1.6 {
			t.Errorf("%s: %.5f of the pairs are of one happening, estimated %.5f", name, share, got.Share)
		}
		for _, f := range []string{"participants", "kind", "time", "place"} {
			for l := range got.M[f] {
				wantM, wantU := m[f][l]/known[f][0], u[f][l]/known[f][1]
				if math.Abs(got.M[f][l]-wantM) > 0.15 || math.Abs(got.U[f][l]-wantU) > 0.02 {
					t.Errorf("%s: %s, %s: m %.3f u %.3f, want m %.3f u %.3f", name, f, l, got.M[f][l], got.U[f][l], wantM, wantU)
				}
			}
		}
	}
}

// Patterns drawn from a model with known m, u and share give that model back.
func TestMixtureRecoversItsModel(t *testing.T) {
	g := rand.New(rand.NewPCG(2, 2))
	base := newMixture(newTally())
	m, u := make([][]float64, len(features)), make([][]float64, len(features))
	for f, name := range features {
		for _, l := range base.levels[f] {
			u[f] = append(u[f], 0.2+g.Float64())
			m[f] = append(m[f], u[f][len(u[f])-1]*math.Exp2(weights[name][l]*(0.5+g.Float64())))
		}
		normalise(m[f])
		normalise(u[f])
	}
	draw := func(list []float64) int {
		at := g.Float64()
		for i, p := range list {
			if at -= p; at < 0 {
				return i
			}
		}
		return len(list) - 1
	}
	for _, share := range []float64{0.05, 0.09} {
		tl := newTally()
		for range 30_000 {
			of := u
			if g.Float64() < share {
				of = m
			}
			levels := make([]string, len(features))
			for f := range features {
				levels[f] = unsaid
				if g.IntN(5) > 0 {
					levels[f] = base.levels[f][draw(of[f])]
				}
			}
			key := strings.Join(levels, "\t")
			if tl.patterns[key] == nil {
				tl.patterns[key] = map[float64]int{}
			}
			tl.patterns[key][1]++
		}
		x := newMixture(tl)
		if err := x.run(context.Background(), 500); err != nil {
			t.Fatal(err)
		}
		for i := 1; i < len(x.steps); i++ {
			if x.steps[i] < x.steps[i-1]-1e-7*math.Abs(x.steps[i-1]) {
				t.Fatalf("round %d lowers the objective: %v, then %v", i, x.steps[i-1], x.steps[i])
			}
		}
		if math.Abs(x.share-share) > 0.01 {
			t.Errorf("share %.3f, want %.3f", x.share, share)
		}
		for f, name := range features {
			for l, level := range x.levels[f] {
				if math.Abs(x.m[f][l]-m[f][l]) > 0.08 || math.Abs(x.u[f][l]-u[f][l]) > 0.02 {
					t.Errorf("share %v: %s, %s: m %.3f u %.3f, want m %.3f u %.3f", share, name, level, x.m[f][l], x.u[f][l], m[f][l], u[f][l])
				}
			}
		}
		if _, err := x.estimate(); err != nil {
			t.Error(err)
		}
		// With the sorts' names exchanged the estimate is the same.
		y := *x
		y.m, y.u, y.share = x.u, x.m, 1-x.share
		e, err1 := x.estimate()
		s, err2 := y.estimate()
		if err1 != nil || err2 != nil || e.Threshold != s.Threshold || e.Weights["kind"]["the same"] != s.Weights["kind"]["the same"] {
			t.Errorf("exchanged: %v %v", err1, err2)
		}
	}
}

// Corpora that tell nothing are refused, with what to do.
func TestEstimateRefuses(t *testing.T) {
	small, _ := corpus(1, 5)
	one := &narrative.Dossier{Parties: []narrative.Party{{ID: "ash"}, {ID: "birch"}}}
	for i := range 60 {
		one.Assertions = append(one.Assertions, narrative.Assertion{ID: fmt.Sprint("a", i), Party: "ash", Said: edtf.MustParse("2031-05-02"),
			Claim: narrative.Claim{Event: "shelling", Agent: []string{"birch"}, Target: []string{"ash"}, Time: edtf.MustParse("2031-05-01")}})
	}
	for name, c := range map[string]struct {
		d    *narrative.Dossier
		want error
	}{"empty": {&narrative.Dossier{}, ErrTooFew}, "small": {small, ErrTooFew}, "one happening": {one, ErrNoContrast}} {
		if _, err := (Estimator{}).Estimate(context.Background(), c.d); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

// found scores how well the aligner finds the happenings, by pairs.
func found(t *testing.T, l Linkage, d *narrative.Dossier, truth map[string]int) (precision, recall float64) {
	t.Helper()
	al, err := l.Align(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	right, joined, total := 0.0, 0.0, 0.0
	for _, ids := range al.Issues {
		for i, x := range ids {
			for _, y := range ids[i+1:] {
				joined++
				if truth[x] == truth[y] {
					right++
				}
			}
		}
	}
	size := map[int]float64{}
	for _, h := range truth {
		total += size[h]
		size[h]++
	}
	return right / joined, right / total
}

// On a corpus of the kind that they were estimated from, and that they have not
// seen, estimated weights find happenings at least as well as the built-in ones,
// and no bridge welds two.
func TestEstimatedWeightsServe(t *testing.T) {
	seen, _ := corpus(1, 300)
	for _, e := range []Estimator{{}, {Random: 50_000}, {Prior: -1}} {
		got, err := e.Estimate(context.Background(), seen)
		if err != nil {
			t.Fatal(err)
		}
		d, truth := corpus(9, 300)
		p, r := found(t, got.Linkage(), d, truth)
		p0, r0 := found(t, Linkage{}, d, truth)
		f, f0 := 2*p*r/(p+r), 2*p0*r0/(p0+r0)
		t.Logf("prior %v, random %d: P %.3f R %.3f F %.3f; built in P %.3f R %.3f F %.3f; threshold %.2f, share %.4f", e.Prior, e.Random, p, r, f, p0, r0, f0, got.Threshold, got.Share)
		if f < f0-0.01 {
			t.Errorf("random %d: F %.3f, built in %.3f", e.Random, f, f0)
		}
		bridge(t, got.Linkage())
	}
}

// papers returns a dossier on n happenings as papers tell of them: each text keeps to
// one side, and tells a few words each of what this side has done, so that the
// features are not independent. Times and places are mostly left out.
func papers(seed uint64, n int) (*narrative.Dossier, map[string]int) {
	g := rand.New(rand.NewPCG(seed, 11))
	chance := func(percent int) bool { return g.IntN(100) < percent }
	d := &narrative.Dossier{}
	truth := map[string]int{}
	const sides, towns = 8, 16
	type happening struct {
		kind       string
		x, y, town int
		day, n     int
	}
	by := map[int][]happening{}
	kinds := []string{"shelling", "raid", "arrest", "strike", "explosion", "ceasefire", "crash", "demonstration"}
	for h := range n {
		x := g.IntN(sides)
		by[x] = append(by[x], happening{kind: kinds[g.IntN(len(kinds))], x: x, y: g.IntN(sides), town: g.IntN(towns), day: 1 + g.IntN(3), n: h})
	}
	for i := range sides {
		d.Parties = append(d.Parties, narrative.Party{ID: fmt.Sprintf("side%d", i), Kind: "state"})
	}
	for i := range towns {
		d.Places = append(d.Places, narrative.Place{ID: fmt.Sprintf("town%d", i)})
	}
	for t := range n / 3 {
		x := t % sides
		text := fmt.Sprintf("text%d", t)
		d.Sources = append(d.Sources, &source.Document{ID: text, Text: strings.Repeat("x", 4000)})
		for k := range 9 {
			h := by[x][g.IntN(len(by[x]))]
			a := narrative.Assertion{ID: fmt.Sprintf("t%d-%d", t, k), Party: fmt.Sprintf("side%d", h.y), Source: text, Said: edtf.MustParse("2031-05-04"),
				Quotes: []source.Anchor{{Exact: strings.Repeat("x", 30), Start: 400 * k, End: 400*k + 30}}}
			truth[a.ID] = h.n
			c := &a.Claim
			c.Agent = []string{fmt.Sprintf("side%d", h.x)}
			if chance(60) {
				c.Event = h.kind
			}
			if chance(40) {
				c.Target = []string{fmt.Sprintf("side%d", h.y)}
			}
			if chance(25) {
				c.Place = []string{fmt.Sprintf("town%d", h.town)}
			}
			if chance(25) {
				c.Time = edtf.MustParse(fmt.Sprintf("2031-05-%02d", h.day))
			}
			d.Assertions = append(d.Assertions, a)
		}
	}
	return d, truth
}

// Where the features are not independent, the built-in weights keep the estimate to
// what is one happening: without them it is fitted to what a text keeps to.
func TestPriorKeepsTheEstimateFromDrifting(t *testing.T) {
	sum := map[float64]float64{}
	for seed := range uint64(3) {
		seen, _ := papers(2*seed+1, 120)
		d, truth := papers(2*seed+2, 120)
		for _, prior := range []float64{0, -1} {
			got, err := Estimator{Prior: prior}.Estimate(context.Background(), seen)
			if errors.Is(err, ErrNoContrast) {
				continue // so it says, and nobody uses such weights
			}
			if err != nil {
				t.Fatal(err)
			}
			p, r := found(t, got.Linkage(), d, truth)
			p0, _ := found(t, Linkage{}, d, truth)
			sum[prior] += 2 * p * r / (p + r)
			t.Logf("prior %v: P %.3f R %.3f; built in P %.3f", prior, p, r, p0)
			if prior == 0 && p < p0 {
				t.Errorf("seed %d: estimated weights join more that is apart: P %.3f, built in %.3f", seed, p, p0)
			}
			if prior == 0 && got.Weights["text"]["one passage"] != weights["text"]["one passage"] {
				t.Error("the weights of the text were estimated")
			}
		}
	}
	if sum[0] <= sum[-1] {
		t.Errorf("F %.3f with the built-in weights' say, %.3f without", sum[0]/3, sum[-1]/3)
	}
}

// Of a feature that has one level beside silence nothing is learnt, and its weight stays.
func TestFeaturesOfOneLevelKeepTheirWeight(t *testing.T) {
	d, truth := corpus(1, 300)
	for i := range d.Assertions {
		a := &d.Assertions[i]
		if truth[a.ID]%7 == 0 {
			a.Claim.Target = append(slices.Clone(a.Claim.Target), fmt.Sprintf("dock %d", truth[a.ID]))
		}
	}
	got, err := Estimator{}.Estimate(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	if n := got.Seen["things"]["one shared"]; n < seldom {
		t.Fatalf("seen %d times: the test shows nothing", n)
	}
	if w := got.Weights["things"]["one shared"]; w != weights["things"]["one shared"] {
		t.Errorf("%v bits from nothing", w)
	}
}

// bridge tests that a vague word that fits two happenings doesn't weld them.
func bridge(t *testing.T, l Linkage) {
	t.Helper()
	d := &narrative.Dossier{Parties: []narrative.Party{{ID: "side0"}, {ID: "side1"}}, Places: []narrative.Place{{ID: "town0"}, {ID: "town1"}}}
	add := func(id, town, day string) {
		a := narrative.Assertion{ID: id, Party: "side0", Said: edtf.MustParse("2031-05-12"), Claim: narrative.Claim{Event: "shelling", Agent: []string{"side0"}, Target: []string{"side1"}}}
		if town != "" {
			a.Claim.Place, a.Claim.Time = []string{town}, edtf.MustParse(day)
		}
		d.Assertions = append(d.Assertions, a)
	}
	for i := range 3 {
		add(fmt.Sprint("a", i), "town0", "2031-05-05")
		add(fmt.Sprint("b", i), "town1", "2031-05-11")
	}
	add("vague", "", "")
	al, err := l.Align(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	for _, ids := range al.Issues {
		if slices.Contains(ids, "a0") && slices.Contains(ids, "b0") {
			t.Errorf("a vague word welds two happenings: %v", al.Issues)
		}
	}
}

func TestEstimateDependsOnNoOrder(t *testing.T) {
	d, _ := corpus(4, 150)
	write := func(d ...*narrative.Dossier) string {
		e, err := Estimator{Random: 5000}.Estimate(context.Background(), d...)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		if err := e.Encode(&b); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	other, _ := corpus(5, 100)
	want := write(d, other)
	s := *d
	s.Assertions = slices.Clone(d.Assertions)
	slices.Reverse(s.Assertions)
	if write(other, &s) != want {
		t.Error("another order gives other weights")
	}
	e, err := DecodeEstimate(strings.NewReader(want), "w.json")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := e.Encode(&b); err != nil || b.String() != want {
		t.Errorf("decoded and encoded again it is another file: %v", err)
	}
}

func TestDecodeEstimateRefuses(t *testing.T) {
	for text, want := range map[string]string{
		`{"rashomon": 1, "threshold": 4, "weights": {"kind": {"the sane": 3}}}`:  "w.json: $.weights.kind.the sane",
		`{"rashomon": 1, "threshold": 4, "weights": {"kind": {"the same": 99}}}`: "beyond 40",
		`{"rashomon": 1, "threshold": 0, "weights": {"kind": {"the same": 3}}}`:  "$.threshold",
		`{"rashomon": 2, "threshold": 4, "weights": {"kind": {"the same": 3}}}`:  "$.rashomon",
		`{"rashomon": 1, "threshold": 4}`:                                        "no weights",
		`{"rashomon": 1, "treshold": 4}`:                                         "treshold",
		`[`:                                                                      "w.json",
	} {
		if _, err := DecodeEstimate(strings.NewReader(text), "w.json"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q in it", text, err, want)
		}
	}
}
