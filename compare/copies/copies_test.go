package copies_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/seed514b815a/rashomon/compare/copies"
	"github.com/seed514b815a/rashomon/compare/diff"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

const bridgeNews = "The bridge over the Sarn gave way at dusk on Thursday while two lorries loaded with timber were crossing it, and both went down into the river below the weir."

func decode(t *testing.T, text string) *narrative.Dossier {
	t.Helper()
	d, err := narrative.Decode(strings.NewReader(text), t.Name())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func find(t *testing.T, d *narrative.Dossier) []copies.Copy {
	t.Helper()
	found, err := copies.Find(context.Background(), d, narrative.NewCast(d))
	if err != nil {
		t.Fatal(err)
	}
	return found.List
}

// A word of one paper is known again in the other that copied it, and nowhere else.
func TestAlike(t *testing.T) {
	texts := []string{bridgeNews, "From our desk. " + bridgeNews, "No news of the bridge over the Sarn today."}
	d := &narrative.Dossier{}
	var as []*narrative.Assertion
	for i, text := range texts {
		id := string(rune('a' + i))
		d.Sources = append(d.Sources, &source.Document{ID: id, Publisher: "Paper " + id, Text: text})
		at := strings.Index(text, "bridge over the Sarn")
		as = append(as, &narrative.Assertion{ID: id, Source: id, Quotes: []source.Anchor{{Exact: "bridge over the Sarn", Start: at, End: at + len("bridge over the Sarn")}}})
	}
	found, err := copies.Find(context.Background(), d, narrative.NewCast(d))
	if err != nil {
		t.Fatal(err)
	}
	if !found.Alike(as[0], as[1]) || !found.Alike(as[1], as[0]) || found.Alike(as[0], as[2]) {
		t.Errorf("alike: %v %v %v", found.Alike(as[0], as[1]), found.Alike(as[1], as[0]), found.Alike(as[0], as[2]))
	}
	if !found.Among("a") || !found.Among("b") || found.Among("c") || len(found.From("a", "b")) != 0 {
		t.Errorf("%+v", found)
	}
	if new(copies.Found).Among("a") {
		t.Error("nothing was looked for, and something found")
	}
}

func TestFindStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	d := &narrative.Dossier{Sources: []*source.Document{{ID: "a", Text: bridgeNews}, {ID: "b", Text: bridgeNews}}}
	if _, err := copies.Find(ctx, d, narrative.NewCast(d)); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// The whole text is one ministry's statement, which both papers say.
func TestAStatementIsCredited(t *testing.T) {
	text := "The ministry said in a statement that the bridge over the Sarn had been closed on Monday, that no lorry had any business to be on it, and that its own men had put up the barriers."
	at := strings.Index(text, "the bridge")
	quote := func(id, source string) string {
		return fmt.Sprintf(`{"id": %q, "party": "ministry", "source": %q, "quotes": [{"exact": %q, "start": %d, "end": %d}], "claim": {"event": "statement"}}`, id, source, text[at:], at, len(text))
	}
	d := decode(t, `{"rashomon": 1, "parties": [{"id": "ministry", "name": "The ministry"}],
	 "sources": [{"id": "s0", "publisher": "Courier", "text": `+fmt.Sprintf("%q", text)+`}, {"id": "s1", "publisher": "Post", "text": `+fmt.Sprintf("%q", text)+`}],
	 "assertions": [`+quote("a0", "s0")+`,`+quote("a1", "s1")+`]}`)
	if found := find(t, d); len(found) != 1 || !slices.Equal(found[0].Credits, []string{"ministry"}) {
		t.Errorf("%+v", found)
	}
}

func TestOneHouseCopiesNobody(t *testing.T) {
	d := decode(t, `{"rashomon": 1, "parties": [{"id": "post", "name": "Post"}, {"id": "weekend", "name": "Post Weekend", "of": "post"}],
	 "sources": [{"id": "s0", "publisher": "Post", "text": `+fmt.Sprintf("%q", bridgeNews)+`}, {"id": "s1", "publisher": "Post Weekend", "text": `+fmt.Sprintf("%q", bridgeNews)+`}],
	 "assertions": []}`)
	if found := find(t, d); len(found) != 0 {
		t.Errorf("%+v", found)
	}
}

// Two papers on one crane: what of the wording is the same, and what isn't.
func Example() {
	d, err := narrative.Decode(strings.NewReader(`{"rashomon": 1, "parties": [],
	 "sources": [
	  {"id": "s1", "publisher": "Courier", "text": "A crane fell on the north quay during the storm on Monday night and crushed two empty wagons, and nobody was hurt."},
	  {"id": "s2", "publisher": "Post", "text": "Storm damage: a crane fell on the north quay during the storm on Monday night and crushed three empty wagons, and nobody was hurt."}],
	 "assertions": []}`), "crane.json")
	if err != nil {
		fmt.Println(err)
		return
	}
	found, err := copies.Find(context.Background(), d, narrative.NewCast(d))
	if err != nil {
		fmt.Println(err)
		return
	}
	marks := map[diff.In]string{diff.InBoth: "%s", diff.InX: "[-%s-]", diff.InY: "{+%s+}"}
	for _, c := range found.List {
		fmt.Println(c.Why)
		for _, p := range diff.Wording(c.Passages[0].A.Exact, c.Passages[0].B.Exact) {
			fmt.Printf(marks[p.In], p.Text)
		}
	}
	// Output:
	// Courier and Post have 21 words in the same wording, 95 % of the shorter text, and neither says where they come from: probably one copies the other, or both a third.
	// [-A-]{+a+} crane fell on the north quay during the storm on Monday night and crushed [-two-]{+three+} empty wagons, and nobody was hurt
}
