package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestFindings scores a text of two sides: a charge, its denial, and a toll that the
// one gives and the other leaves out.
func TestFindings(t *testing.T) {
	const text = "Peru said Chilean soldiers had shelled a village near Tacna on Sunday and killed nine Peruvian farmers. Santiago denied shelling the village.\n"
	at := func(s string) []int {
		i := strings.Index(text, s)
		if i < 0 {
			t.Fatalf("no %q in the text", s)
		}
		return []int{i, i + len(s)}
	}
	charge := "Chilean soldiers had shelled a village near Tacna on Sunday and killed nine Peruvian farmers"
	attribution := func(party, source, cue, content string) map[string]any {
		return map[string]any{"party": party, "nested_in": nil, "offsets": map[string]any{"source": at(source), "cue": at(cue), "content": [][]int{at(content)}}}
	}
	gold := map[string]any{
		"id": "tacna", "provenance": "reworded", "published": "2021-03-09", "author_party": nil,
		"parties": []any{
			map[string]any{"id": "pe", "name": "Peru", "side": "peru", "mentions": []string{"Peru"}},
			map[string]any{"id": "cl", "name": "Chile", "side": "chile", "mentions": []string{"Santiago", "Chilean"}},
		},
		"attributions": []any{attribution("pe", "Peru", "said", charge), attribution("cl", "Santiago", "denied", "shelling the village")},
		"findings": []any{
			map[string]any{"kind": "conflict", "aspect": "occurrence", "parties": []string{"peru", "chile"}, "evidence": []string{"Chilean soldiers had shelled a village", "denied shelling the village"}},
			map[string]any{"kind": "denial", "aspect": "occurrence", "parties": []string{"chile"}, "evidence": []string{"denied shelling the village"}},
			map[string]any{"kind": "agree", "aspect": "place", "parties": []string{"peru", "chile"}, "evidence": []string{"near Tacna"}},
		},
	}
	dir := t.TempDir()
	raw, err := json.Marshal(gold)
	if err != nil {
		t.Fatal(err)
	}
	for name, b := range map[string][]byte{"tacna.txt": []byte(text), "tacna.gold.json": raw} {
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{{"findings", "-list", dir}, {"findings", "-gold", "-list", dir}} {
		var out strings.Builder
		if err := run(args, &out); err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"agree 0/1", "conflict 1/1", "denial 1/1", "miss tacna agree place", "gold 3 recall 0.667"} {
			if !strings.Contains(out.String(), want) {
				t.Errorf("%v: no %q in\n%s", args[:len(args)-1], want, &out)
			}
		}
	}
	if err := run([]string{"findings", t.TempDir()}, &strings.Builder{}); err == nil {
		t.Error("a folder without annotations is scored")
	}
}

func TestSideNames(t *testing.T) {
	s := sideNames{}
	s.add(&goldText{Parties: []struct {
		ID, Name, Side string
		Mentions       []string
	}{
		{"us", "U.S. military officials", "american", []string{"the Pentagon"}},
		{"ie", "Ireland", "irish", []string{"the Irish army", "it"}},
	}})
	for name, want := range map[string]string{
		"United States": "american", "Washington": "american", "Irish Defence Forces": "irish", "the army": "", "Peru": "",
	} {
		if got := s.of(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
