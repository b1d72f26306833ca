package coref_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/internal/english/coref"
	"github.com/seed514b815a/rashomon/narrative/gazetteer"
)

func analyze(t testing.TB, text string) *english.Analysis {
	t.Helper()
	a, err := english.Analyze(context.Background(), text)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func Example() {
	text := "Freedonia's harbour ministry closed the port on Monday. Sylvania called the step an insult, but the ministry said it would not yield."
	a, err := english.Analyze(context.Background(), text)
	if err != nil {
		fmt.Println(err)
		return
	}
	chains := coref.Resolve(a, nil)
	for _, phrase := range []string{"the ministry", "it would"} {
		at := strings.LastIndex(text, phrase)
		end := at + len(strings.TrimSuffix(phrase, " would"))
		if full, ok := chains.Antecedent(coref.Span{Start: at, End: end}); ok {
			fmt.Printf("%q is %q\n", text[at:end], text[full.Start:full.End])
		}
	}
	// Output:
	// "the ministry" is "Freedonia's harbour ministry"
	// "it" is "Freedonia's harbour ministry"
}

// In the texts, [brackets] mark the phrase that is asked for.
func TestAntecedent(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"surname", "Prime Minister Oskar Lindqvist resigned on Monday. [Lindqvist] gave no reason.", "Prime Minister Oskar Lindqvist"},
		{"title and surname", "Oskar Lindqvist resigned. [Mr. Lindqvist] gave no reason.", "Oskar Lindqvist"},
		{"he", "The army arrested Colonel Pavel Orlov on Friday. [He] denied the charges.", "Colonel Pavel Orlov"},
		{"she and he", "Maria Duarte met John Carver in the capital. [She] said the talks had failed.", "Maria Duarte"},
		{"it speaks", "The defence ministry denied the report. [It] said nobody had been hurt.", "The defence ministry"},
		{"its", "Sylvania denied firing first and said [its] troops had only returned fire.", "Sylvania"},
		{"the ministry", "The ministry of transport closed the bridge. Residents complained, but [the ministry] gave no date.", "The ministry of transport"},
		{"two ministries", "Freedonia's defence ministry said two men were killed. Sylvania's defence ministry denied it. [The Freedonian ministry] repeated the charge.", "Freedonia's defence ministry"},
		{"acronym in brackets", "The Harbour Workers Union (HWU) called a strike. Two days later [HWU] ended it.", "The Harbour Workers Union (HWU)"},
		{"acronym", "The Harbour Workers Union called a strike. Two days later the [HWU] ended it.", "The Harbour Workers Union"},
		{"reflexive", "The minister blamed [himself] for the loss.", "The minister"},
		{"relative", "The ministry, [which] denied the report, fell silent.", "The ministry"},
		{"they", "Rebels took the town. [They] said they would stay.", "Rebels"},
		{"apposition", "Anna Keller, a spokeswoman for the union, denied it. [The spokeswoman] gave no details.", "Anna Keller, a spokeswoman for the union"},
		{"before its name", "After [its] troops withdrew, Sylvania asked for talks.", "Sylvania"},
		{"a fuller name that follows", "[Lindqvist] resigned. Prime Minister Oskar Lindqvist had been ill.", "Prime Minister Oskar Lindqvist"},
		{"none for a full name", "[Oskar Lindqvist] resigned.", ""},
		{"another's", "Freedonia's defence ministry said so. [Sylvania's defence ministry] denied it.", ""},
		{"weather", "[It] rained all day.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			lo, hi := strings.Index(c.text, "["), strings.Index(c.text, "]")
			text := c.text[:lo] + c.text[lo+1:hi] + c.text[hi+1:]
			chains := coref.Resolve(analyze(t, text), nil)
			got := ""
			if s, ok := chains.Antecedent(coref.Span{Start: lo, End: hi - 1}); ok {
				got = text[s.Start:s.End]
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestSpeakers(t *testing.T) {
	text := "Two men met. \"I saw nothing\", Pavel Orlov told a reporter. Then came John Carver. \"We were asleep\", he wrote."
	a := analyze(t, text)
	i := strings.Index(text, "I saw")
	span := coref.Span{Start: i, End: i + 1}
	s, ok := coref.Resolve(a, nil).Antecedent(span)
	if !ok || text[s.Start:s.End] != "Pavel Orlov" {
		t.Errorf("beside the quotation: got %q", text[s.Start:s.End])
	}
	// What the caller knows goes before what stands beside the quotation.
	at := strings.Index(text, "John Carver")
	quotes := []coref.Quote{{Content: coref.Span{Start: i, End: i + len("I saw nothing")}, Speaker: coref.Span{Start: at, End: at + len("John Carver")}}}
	s, ok = coref.Resolve(a, quotes).Antecedent(span)
	if !ok || text[s.Start:s.End] != "John Carver" {
		t.Errorf("told: got %q", text[s.Start:s.End])
	}
}

// TestStates keeps the list of states in step with the gazetteer, which package
// coref lies below.
func TestStates(t *testing.T) {
	have := map[string]bool{}
	list, err := os.ReadFile("tables/states.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(list)) {
		have[strings.TrimSpace(line)] = true
	}
	for _, s := range gazetteer.States() {
		for _, name := range slices.Concat([]string{s.Name}, s.Aliases, s.Capitals, s.Houses) {
			if w := strings.TrimPrefix(strings.ToLower(name), "the "); !have[w] {
				t.Errorf("tables/states.txt lacks %q", w)
			}
		}
	}
}

// check holds for all chains: every mention is a span of the text and in one entity.
func check(t *testing.T, a *english.Analysis, c *coref.Chains) {
	t.Helper()
	seen := 0
	for e, ms := range c.Entities {
		if len(ms) == 0 || !slices.IsSorted(ms) {
			t.Fatalf("entity %d: %v", e, ms)
		}
		for _, i := range ms {
			if c.Mentions[i].Entity != e {
				t.Fatalf("mention %d of entity %d says %d", i, e, c.Mentions[i].Entity)
			}
			seen++
		}
	}
	if seen != len(c.Mentions) {
		t.Fatalf("%d mentions, %d of them in entities", len(c.Mentions), seen)
	}
	for _, m := range c.Mentions {
		for _, s := range []coref.Span{m.Span, m.Core} {
			if s.Start < 0 || s.End <= s.Start || s.End > len(a.Text) {
				t.Fatalf("span %v of %d bytes", s, len(a.Text))
			}
		}
		head := a.Sentences[m.Sentence].Tokens[m.Head]
		if head.Start < m.Start || head.End > m.End {
			t.Fatalf("mention %v without its head", m.Span)
		}
		if s, ok := c.Antecedent(m.Core); ok && (s.Start < 0 || s.End <= s.Start || s.End > len(a.Text)) {
			t.Fatalf("antecedent %v of %v", s, m.Core)
		}
	}
}

func FuzzResolve(f *testing.F) {
	for _, s := range []string{
		"", "It.", "He said “I was there”, and they left.", "its its its", "A and B and C said they, who it is, were he.",
		"\"I\" \"we\" \"", "The U.N. (UN) and the ministry's ministry's ministry.", "\xff\xfe he \x80 said",
		"Mr. Mr. Mr. said Mr. Ali himself itself.", "Anna, a minister, a friend, the head of it, left.",
	} {
		f.Add(s, 0, 3, 1, 5)
	}
	f.Fuzz(func(t *testing.T, text string, a, b, c, d int) {
		an, err := english.Analyze(context.Background(), text)
		if err != nil {
			t.Fatal(err)
		}
		check(t, an, coref.Resolve(an, []coref.Quote{{Content: coref.Span{Start: a, End: b}, Speaker: coref.Span{Start: c, End: d}}}))
		check(t, an, coref.Baseline(an))
		chains := coref.Resolve(an, nil)
		chains.Antecedent(coref.Span{Start: a, End: b})
		again := coref.Resolve(an, nil)
		if !slices.Equal(chains.Mentions, again.Mentions) {
			t.Fatal("two runs differ")
		}
	})
}

// TestLongText ends: looking back without a bound would take it minutes.
func TestLongText(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	r := rand.New(rand.NewPCG(1, 2))
	words := []string{"It said the ministry denied it.", "Anna Keller met him.", "The ministry said \"I saw them\".", "They and the army left.", "Its troops shot at its troops."}
	var b strings.Builder
	for range 3000 {
		b.WriteString(words[r.IntN(len(words))])
		b.WriteByte(' ')
	}
	a := analyze(t, b.String())
	for _, m := range coref.Resolve(a, nil).Mentions {
		if m.Start < 0 || m.End > len(a.Text) || m.Start >= m.End {
			t.Fatalf("mention at %d to %d", m.Start, m.End)
		}
	}
}

func BenchmarkResolve(b *testing.B) {
	text := strings.Repeat("Freedonia's defence ministry said on Monday that Sylvania's army had shelled two of its villages. The Sylvanian ministry denied it: \"We fired at nobody\", said Anna Keller, its spokeswoman. She added that her country wanted peace. ", 40)
	a := analyze(b, text)
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		coref.Resolve(a, nil)
	}
}
