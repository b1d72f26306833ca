package winnow_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/seed514b815a/rashomon/internal/winnow"
)

const ferry = "The ferry left the north quay at seven with forty people on board and ran onto the bank below the mill, where it lay until the tide lifted it towards midnight."

func shared(x, y string) []string {
	var out []string
	for _, p := range winnow.Passages(winnow.New(x), winnow.New(y)) {
		out = append(out, fmt.Sprint(p.Words, " ", x[p.AStart:p.AEnd], " | ", y[p.BStart:p.BEnd]))
	}
	return out
}

func TestPassages(t *testing.T) {
	for _, tt := range []struct {
		name, x, y string
		want       []string
	}{
		{"nothing", ferry, "A goat was seen on the roof of the town hall on Sunday.", nil},
		{"whole, other case and marks", "ONE two, three four five!", "“x” one two three four five", []string{"5 ONE two, three four five | one two three four five"}},
		{"four words are too few", "one two three four and six", "one two three four but six", nil},
		{"edited here and there", "a ferry with forty people on board ran onto the bank below the old mill in fog",
			"On Friday a ferry with forty people on board ran aground on the bank below the old mill in fog, he said",
			[]string{"16 a ferry with forty people on board ran onto the bank below the old mill in fog | a ferry with forty people on board ran aground on the bank below the old mill in fog"}},
		{"quotations are left out", `He said "the ferry left the north quay at seven" and went.`, `She said "the ferry left the north quay at seven" but stayed.`, nil},
		{"curly quotations too", "He said “the ferry left the north quay at seven” and went.", "She said «the ferry left the north quay at seven» but stayed.", nil},
		{"a mark without a partner quotes nothing", "5\" of rain fell on the town that night", "5\" of rain fell on the town that night", []string{"9 5\" of rain fell on the town that night | 5\" of rain fell on the town that night"}},
		{"a script without spaces", "船在黎明時離開北碼頭", "昨天船在黎明時離開北碼頭了", []string{"10 船在黎明時離開北碼頭 | 船在黎明時離開北碼頭"}},
		{"fewer than three words of five", "one two three four five a b c d e f g h six seven eight nine ten", "one two three four five k l m n o p q r six seven eight nine ten", nil},
		{"two passages", "alpha beta gamma delta epsilon. " + strings.Repeat("x ", 30) + "one two three four five", "one two three four five " + strings.Repeat("y ", 30) + "alpha beta gamma delta epsilon",
			[]string{"5 alpha beta gamma delta epsilon | alpha beta gamma delta epsilon", "5 one two three four five | one two three four five"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := shared(tt.x, tt.y)
			if !slices.Equal(got, tt.want) {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

// Twelve words that two texts share are never missed, wherever they stand.
func TestCandidatesMissNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	noise := func(n int) string {
		var out []string
		for range n {
			out = append(out, fmt.Sprint("w", r.IntN(1_000_000)))
		}
		return strings.Join(out, " ")
	}
	for i := range 300 {
		same := noise(12)
		x := winnow.New(noise(r.IntN(60)) + " " + same + " " + noise(r.IntN(60)))
		y := winnow.New(noise(r.IntN(60)) + " " + same + " " + noise(r.IntN(60)))
		if got := winnow.Candidates([]*winnow.Text{x, y}); len(got) != 1 {
			t.Fatalf("round %d: the pair is missed", i)
		}
		ps := winnow.Passages(x, y)
		if len(ps) != 1 || ps[0].Words != 12 {
			t.Fatalf("round %d: %+v", i, ps)
		}
	}
}

// Hundreds of texts with one boilerplate stay cheap: each is paired with few.
func TestCandidatesAreBounded(t *testing.T) {
	var texts []*winnow.Text
	for i := range 600 {
		texts = append(texts, winnow.New(fmt.Sprint(ferry, " ", strings.Repeat(fmt.Sprint("w", i, " "), 50))))
	}
	if n := len(winnow.Candidates(texts)); n < 599 || n > 600*32 {
		t.Errorf("%d pairs of 600 texts", n)
	}
}

// One word over and over again is quick, and one passage.
func TestPassagesOfOneWord(t *testing.T) {
	x := winnow.New(strings.Repeat("no ", 200_000))
	if ps := winnow.Passages(x, x); len(ps) != 1 || ps[0].Words != 200_000 {
		t.Errorf("%d passages", len(ps))
	}
}

func FuzzPassages(f *testing.F) {
	f.Add(ferry, "On Friday the ferry left the north quay at seven with forty")
	f.Add(`"a" “b” „c“ «d`, "a b c d e f g")
	f.Add("\xff\xfe no no no no no", "no no no no no no")
	f.Fuzz(func(t *testing.T, x, y string) {
		a, b := winnow.New(x), winnow.New(y)
		winnow.Candidates([]*winnow.Text{a, b})
		last := 0
		for _, p := range winnow.Passages(a, b) {
			if p.AStart < last || p.AEnd <= p.AStart || p.AEnd > len(x) || p.BStart < 0 || p.BEnd <= p.BStart || p.BEnd > len(y) || p.Words < 5 {
				t.Fatalf("%+v", p)
			}
			last = p.AEnd
			if utf8.ValidString(x) && !utf8.ValidString(x[p.AStart:p.AEnd]) {
				t.Errorf("%+v cuts a character", p)
			}
		}
		if n := a.Words(); n > 0 && len(winnow.Passages(a, a)) == 0 && n >= 5 && !strings.ContainsAny(x, "\"“„«「『") {
			t.Errorf("%q shares nothing with itself", x)
		}
	})
}
