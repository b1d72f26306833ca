package compare_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/internal/random"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

type encoder interface{ Encode(w io.Writer) error }

func written(t testing.TB, v encoder) string {
	t.Helper()
	var b bytes.Buffer
	if err := v.Encode(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// A file is a kind of result, and how it is read.
type file struct {
	name string
	read func(text string) (encoder, error)
}

func reader[T encoder](name string, f func(io.Reader, string) (T, error)) file {
	return file{name, func(text string) (encoder, error) { return f(strings.NewReader(text), name+".json") }}
}

var (
	checkedFile  = reader("check", compare.DecodeChecked)
	timelineFile = reader("timeline", compare.DecodeTimeline)
)

// same faults a text that is another after it was read and written.
func (f file) same(t testing.TB, from, text string) {
	t.Helper()
	v, err := f.read(text)
	if err != nil {
		t.Fatalf("%s: %v in\n%s", from, err, text)
	}
	if again := written(t, v); again != text {
		t.Fatalf("%s: decoded and encoded it is another: %s", from, firstDifference(text, again))
	}
}

// results returns what check and timeline give of a dossier: the statement is what its
// first assertion claims.
func results(t testing.TB, d *narrative.Dossier) (checked, timeline string) {
	t.Helper()
	ctx := context.Background()
	c := compare.Comparer{Explain: true}
	tl, err := c.Timeline(ctx, d)
	if err != nil {
		t.Fatal(err)
	}
	timeline = written(t, tl)
	if len(d.Assertions) > 0 {
		got, err := c.Check(ctx, d, d.Assertions[0])
		if err == nil {
			checked = written(t, got)
		} else if !errors.Is(err, compare.ErrUnread) {
			t.Fatal(err)
		}
	}
	return checked, timeline
}

// What any run writes is read, and written again to the byte.
func TestResultsAreReadAsTheyAreWritten(t *testing.T) {
	all := dossiers(t)
	for seed := range random.Rounds(t, 400) {
		all["random "+string(rune('a'+seed%26))+strings.Repeat("'", seed/26)] = random.New(uint64(seed)).Dossier(8)
	}
	n := 0
	for name, d := range all {
		checked, timeline := results(t, d)
		timelineFile.same(t, name, timeline)
		if checked != "" {
			n++
			checkedFile.same(t, name, checked)
		}
	}
	if n < len(all)/2 {
		t.Errorf("only %d of %d statements were checked", n, len(all))
	}
}

// Lists that somebody's program has left out are empty, and not null.
func TestResultsOfFewFields(t *testing.T) {
	for _, tt := range []struct {
		file file
		text string
	}{
		{checkedFile, `{"rashomon": 1, "statement": [{"id": "s", "party": "p", "claim": {}}], "answers": [{"side": "p", "bearing": "supports", "parts": [{"facet": "place"}]}]}`},
		{timelineFile, `{"rashomon": 1, "issues": [{"id": "i1", "tracks": [{"side": "p", "facet": "place", "steps": [{"turn": "first"}]}]}]}`},
	} {
		v, err := tt.file.read(tt.text)
		if err != nil {
			t.Errorf("%s: %v", tt.file.name, err)
			continue
		}
		if text := written(t, v); strings.Contains(text, "null") {
			t.Errorf("%s: %s", tt.file.name, text)
		}
	}
}

func TestDecodingResultsRefuses(t *testing.T) {
	for _, tt := range []struct {
		file             file
		name, text, want string
	}{
		{checkedFile, "another file", `{"rashomon": 1, "issues": []}`, `check.json:1: $: unknown field "issues"`},
		{checkedFile, "no statement", `{"rashomon": 1, "answers": []}`, `$.statement: no claims`},
		{checkedFile, "no version", `{"statement": [{"id": "s", "party": "p", "claim": {}}]}`, `$.rashomon: version 0`},
		{checkedFile, "no such bearing", `{"rashomon": 1, "answers": [{"bearing": "true"}]}`, `$.answers[0].bearing`},
		{checkedFile, "no such claim", `{"rashomon": 1, "statement": [{"id": "s", "party": "p", "claim": {}}], "answers": [{"parts": [{"claim": 1, "facet": "place"}]}]}`, `$.answers[0].parts[0].claim: the statement has no claim 1`},
		{checkedFile, "no such facet", `{"rashomon": 1, "statement": [{"id": "s", "party": "p", "claim": {}}], "answers": [{"parts": [{"facet": "mood"}]}]}`, `$.answers[0].parts[0].facet: unknown facet "mood"`},
		{checkedFile, "a part that is partly", `{"rashomon": 1, "statement": [{"id": "s", "party": "p", "claim": {}}], "answers": [{"parts": [{"facet": "place", "bearing": "partly"}]}]}`, `$.answers[0].parts[0].bearing`},
		{checkedFile, "cites what isn't there", `{"rashomon": 1, "statement": [{"id": "s", "party": "p", "claim": {}}], "answers": [{"parts": [{"facet": "place", "assertions": ["a9"]}]}]}`, `$.answers[0].parts[0].assertions: unknown assertion "a9"`},
		{checkedFile, "two of one id", `{"rashomon": 1, "statement": [{"id": "s", "party": "p", "claim": {}}], "assertions": [{"id": "a"}, {"id": "a"}]}`, `$.assertions[1].id: missing or duplicate id "a"`},
		{timelineFile, "no such turn", `{"rashomon": 1, "issues": [{"tracks": [{"facet": "place", "steps": [{"turn": "left"}]}]}]}`, `$.issues[0].tracks[0].steps[0].turn: unknown turn "left"`},
		{timelineFile, "no such facet", `{"rashomon": 1, "issues": [{"tracks": [{"facet": "x"}]}]}`, `$.issues[0].tracks[0].facet`},
		{timelineFile, "cites what isn't there", `{"rashomon": 1, "issues": [{"tracks": [{"facet": "place", "steps": [{"turn": "first", "assertions": ["a9"]}]}]}]}`, `steps[0].assertions: unknown assertion "a9"`},
		{timelineFile, "of an unknown word", `{"rashomon": 1, "issues": [{"assertions": ["a9"]}]}`, `$.issues[0].assertions: unknown assertion "a9"`},
		{timelineFile, "no time", `{"rashomon": 1, "asOf": "Monday"}`, `timeline.json:1: $.asOf`},
	} {
		if _, err := tt.file.read(tt.text); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s, %s: %v, want %q", tt.file.name, tt.name, err, tt.want)
		} else if at := (*source.Error)(nil); !errors.As(err, &at) {
			t.Errorf("%s, %s: %T has no place", tt.file.name, tt.name, err)
		}
	}
}

// fuzz checks that whatever is read is written and read again alike.
func (f file) fuzz(t *testing.T, text string) {
	v, err := f.read(text)
	if err != nil {
		return
	}
	f.same(t, "what was written", written(t, v))
}

// seeds adds what the runs over the conformance cases give, in order of name.
func seeds(f *testing.F, pick func(checked, timeline string) string) {
	all := dossiers(f)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if text := pick(results(f, all[name])); text != "" {
			f.Add(text)
		}
	}
}

func FuzzDecodeChecked(f *testing.F) {
	seeds(f, func(checked, _ string) string { return checked })
	f.Fuzz(checkedFile.fuzz)
}

func FuzzDecodeTimeline(f *testing.F) {
	seeds(f, func(_, timeline string) string { return timeline })
	f.Fuzz(timelineFile.fuzz)
}

// A timeline as it was stored tells what each side took back.
func ExampleDecodeTimeline() {
	const stored = `{"rashomon": 1, "assertions": [{"id": "y1", "party": "yard", "side": "yard", "claim": {}}, {"id": "y2", "party": "yard", "side": "yard", "claim": {}}],
	"issues": [{"id": "i1", "title": "Blockade", "tracks": [{"side": "yard", "facet": "count", "scope": {"of": "crowd"}, "steps": [
		{"said": "2031-05-02", "says": "400", "turn": "first", "assertions": ["y1"]}, {"said": "2031-05-03", "says": "250", "turn": "changed", "assertions": ["y2"]}]}]}]}`

	timeline, err := compare.DecodeTimeline(strings.NewReader(stored), "timeline.json")
	if err != nil {
		log.Fatal(err)
	}
	for _, track := range timeline.Issues[0].Tracks {
		for _, s := range track.Steps {
			if s.Turn.Revises() {
				fmt.Println(s.Said, track.Side, s.Turn, track.Facet, "to", s.Says)
			}
		}
	}
	// Output: 2031-05-03 yard changed count to 250
}

// A check as it was stored tells who stands where.
func ExampleDecodeChecked() {
	const stored = `{"rashomon": 1, "statement": [{"id": "statement-1", "party": "statement", "claim": {"event": "blockade"}}],
	"answers": [{"side": "union", "bearing": "contradicts", "why": "The union denies it."}, {"side": "yard", "bearing": "supports", "why": "The yard tells of it."}]}`

	checked, err := compare.DecodeChecked(strings.NewReader(stored), "check.json")
	if err != nil {
		log.Fatal(err)
	}
	for _, a := range checked.Answers {
		fmt.Printf("%v: %s\n", a.Bearing, a.Why)
	}
	// Output:
	// contradicts: The union denies it.
	// supports: The yard tells of it.
}
