package diff

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/sergi/go-diff/diffmatchpatch"

	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/internal/enum"
	"github.com/seed514b815a/rashomon/internal/prose"
	"github.com/seed514b815a/rashomon/narrative"
)

// Difference is a part of a claim in which two claims differ, for people to see:
// what is a finding is for the laws to say.
type Difference struct {
	Part string `json:"part"`        // "place", "count"
	X    string `json:"x,omitempty"` // "" where that claim doesn't state it
	Y    string `json:"y,omitempty"`
}

// Claims returns the parts in which two aligned claims differ, in the order
// of the claim's fields. It is meant for pairs that a finding cites: go-cmp, which
// does the walking, takes some ten microseconds for a pair.
func Claims(x, y *narrative.Claim) (out []Difference) {
	// go-cmp panics on shapes that it doesn't know. Ours are plain, but a claim is
	// data, and data must not end a program.
	defer func() {
		if p := recover(); p != nil {
			out = []Difference{{Part: "claim", X: x.Text, Y: y.Text}}
		}
	}()
	var r reporter
	cmp.Equal(x, y, cmp.Reporter(&r),
		cmp.Comparer(func(a, b edtf.Time) bool { return a.Equal(b) }),
		cmp.FilterPath(func(p cmp.Path) bool { f := p.Last().String(); return f == ".Text" || f == ".About" }, cmp.Ignore()))
	return r.out
}

// reporter gathers the differences that go-cmp walks into. A list is shown whole.
type reporter struct {
	path cmp.Path
	out  []Difference
}

func (r *reporter) PushStep(s cmp.PathStep) { r.path = append(r.path, s) }
func (r *reporter) PopStep()                { r.path = r.path[:len(r.path)-1] }

func (r *reporter) Report(res cmp.Result) {
	if res.Equal() || res.ByIgnore() {
		return
	}
	var names []string
	var x, y reflect.Value
	for _, s := range r.path {
		f, ok := s.(cmp.StructField)
		if !ok {
			continue
		}
		names = append(names, lowerFirst(f.Name()))
		x, y = f.Values()
		if f.Type().Kind() == reflect.Slice {
			break // shown whole
		}
	}
	d := Difference{Part: strings.Join(names, "."), X: show(x), Y: show(y)}
	if n := len(r.out); n == 0 || r.out[n-1] != d { // each member of a list reports the list
		r.out = append(r.out, d)
	}
}

func lowerFirst(s string) string { return strings.ToLower(s[:1]) + s[1:] }

// show writes a part of a claim.
func show(v reflect.Value) string {
	if !v.IsValid() {
		return ""
	}
	if v.Kind() == reflect.Pointer {
		if v.IsNil() {
			return ""
		}
		v = v.Elem()
	}
	switch x := v.Interface().(type) {
	case []string:
		return strings.Join(x, ", ")
	case []narrative.Count:
		var parts []string
		for _, c := range x {
			parts = append(parts, prose.Figure(c.Min, c.Max, c.About)+" "+c.Of)
		}
		return strings.Join(parts, ", ")
	case float64:
		return prose.Number(x)
	case edtf.Time:
		return prose.Time(x.String())
	case fmt.Stringer:
		return x.String()
	}
	return fmt.Sprint(v.Interface())
}

// Piece is a run of words in a comparison of two wordings.
type Piece struct {
	Text string `json:"text"`
	In   In     `json:"in"`
}

// In says which of two wordings a piece stands in.
type In int

// The places of a piece.
const (
	InBoth In = iota
	InX       // only in the first
	InY       // only in the second
)

var ins = enum.Table{What: "place of a piece", Words: []string{"both", "x", "y"}}

func (i In) String() string               { return ins.String(int(i)) }
func (i In) MarshalText() ([]byte, error) { return ins.Marshal(int(i)) }
func (i *In) UnmarshalText(b []byte) error {
	v, err := ins.Parse(string(b))
	if err != nil {
		return fmt.Errorf("changes: %w", err)
	}
	*i = In(v)
	return nil
}

// maxWords bounds the texts that [Wording] compares, in words: beyond it a
// comparison word by word is neither quick nor of use.
const maxWords = 4000

// Wording compares two quotes word by word. Texts of more than 4,000 words are
// given as two pieces. The pieces of X and of both make up x, those of Y and of
// both y, but for bytes that are no UTF-8.
func Wording(x, y string) []Piece {
	xs, ys := splitWords(strings.ToValidUTF8(x, "\uFFFD")), splitWords(strings.ToValidUTF8(y, "\uFFFD"))
	if len(xs) > maxWords || len(ys) > maxWords {
		return slices.DeleteFunc([]Piece{{x, InX}, {y, InY}}, func(p Piece) bool { return p.Text == "" })
	}
	// Each word becomes one rune, so that "14" and "41" differ as wholes.
	var words []string
	index := map[string]rune{}
	encode := func(list []string) []rune {
		out := make([]rune, len(list))
		for i, w := range list {
			r, ok := index[w]
			if !ok {
				r = rune(len(words) + 1)
				index[w] = r
				words = append(words, w)
			}
			out[i] = r
		}
		return out
	}
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0 // a time limit would make the result depend on the machine
	var out []Piece
	for _, d := range dmp.DiffMainRunes(encode(xs), encode(ys), false) {
		p := Piece{In: map[diffmatchpatch.Operation]In{diffmatchpatch.DiffEqual: InBoth, diffmatchpatch.DiffDelete: InX, diffmatchpatch.DiffInsert: InY}[d.Type]}
		for _, r := range d.Text {
			p.Text += words[r-1]
		}
		out = append(out, p)
	}
	return out
}

// splitWords cuts a text into words and what stands between them.
func splitWords(s string) []string {
	var out []string
	start, wordy := 0, false
	for i, r := range s {
		w := unicode.IsLetter(r) || unicode.IsDigit(r) || r == '\'' || unicode.IsMark(r)
		if i > start && (w != wordy || !w) {
			out = append(out, s[start:i])
			start = i
		}
		wordy = w
	}
	if start < len(s) {
		out = append(out, s[start:])
	}
	return out
}
