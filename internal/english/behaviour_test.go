package english_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/seed514b815a/rashomon/internal/english"
)

const prose = `Armenia's army chief denies claims of shelling

YEREVAN, September 13. "None of our units opened fire," Gen. Artak Davtyan told reporters on
Tuesday. He said the villages near Vardenis had been shelled by Azerbaijani artillery since
midnight, and that three civilians, among them a child, were wounded.

Baku rejected the claim. The Defense Ministry, which didn't give any figures, said its troops were
responding to "provocations"; no village was targeted, it added. "Why would we?" a spokesman asked.
`

// TestParagraphs holds that headline, dateline and paragraphs part sentences.
func TestParagraphs(t *testing.T) {
	var got []string
	for _, s := range analyze(t, prose).Sentences {
		got = append(got, fmt.Sprint(s.Paragraph, " ", s.Tokens[0].Form, " ", len(s.Tokens)))
	}
	want := []string{"0 Armenia 8", "1 YEREVAN 5", "1 \" 17", "1 He 28", "2 Baku 5", "2 The 29", "2 \" 10"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// TestDeterminism holds that goroutines sharing the cache, in any order, read the
// same.
func TestDeterminism(t *testing.T) {
	want := analyze(t, prose)
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			other := strings.Repeat(fmt.Sprintf("Word%d walked home. ", i), 50)
			if _, err := english.Analyze(context.Background(), other); err != nil {
				t.Error(err)
			}
			got, err := english.Analyze(context.Background(), prose)
			if err != nil || !reflect.DeepEqual(got, want) {
				t.Error("another goroutine read another tree")
			}
		})
	}
	wg.Wait()
}

// TestHostile holds that input made to be slow isn't, and that it yields trees.
func TestHostile(t *testing.T) {
	size := 20_000
	if testing.Short() {
		size = 5_000
	}
	for name, unit := range map[string]string{
		"letters": "a", "apostrophes": "a's", "quotes": "\" ", "stops": ". ", "rule": "-", "numbers": "1-1/", "words": "word ", "initials": "A.",
		"at": "a@", "slashes": "http://", "invalid": "\xff", "lines": "a\n", "brackets": "[1]", "hyphens": "non-", "curly": "’s", "amp": "A&",
	} {
		t.Run(name, func(t *testing.T) {
			check(t, analyze(t, strings.Repeat(unit, size/len(unit))))
		})
	}
}

func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := english.Analyze(ctx, prose); !errors.Is(err, context.Canceled) {
		t.Errorf("got error %v", err)
	}
}

func TestAt(t *testing.T) {
	a := analyze(t, "One came. Two left.")
	for offset, want := range map[int]int{0: 0, 8: 0, 9: -1, 10: 1, 18: 1, 19: -1} {
		if got := a.At(offset); got != want {
			t.Errorf("At(%d) = %d, want %d", offset, got, want)
		}
	}
}

func TestNames(t *testing.T) {
	for p := english.UnknownPOS; p <= english.X; p++ {
		if english.ParseUPOS(p.String()) != p {
			t.Errorf("UPOS %d is called %q, which is another", p, p)
		}
	}
	for r := english.UnknownRel; r <= english.Xcomp; r++ {
		if english.ParseRel(r.String()) != r {
			t.Errorf("relation %d is called %q, which is another", r, r)
		}
	}
}

func BenchmarkAnalyze(b *testing.B) {
	text := strings.Repeat(prose, 10)
	words := 0
	for _, s := range analyze(b, text).Sentences {
		words += len(s.Tokens)
	}
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		analyze(b, text)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
