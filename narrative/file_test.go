package narrative_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

const strike = `{
 "rashomon": 1,
 "title": "Strike at the Hollin yard",
 "parties": [
  {"id": "dockers", "name": "Dockers' Union", "kind": "organisation"},
  {"id": "dockers-east", "name": "East branch", "of": "dockers"},
  {"id": "yard", "name": "Hollin Yard", "kind": "organisation", "aliases": ["the yard"]}
 ],
 "places": [{"id": "hollin", "name": "Hollin", "kind": "town", "zone": "+01:00"}],
 "sources": [{"id": "s1", "published": "2031-05-02", "text": "The union said 400 men walked out – in Hollin."}],
 "assertions": [
  {"id": "a1", "party": "dockers-east", "source": "s1", "said": "2031-05-02", "confidence": 0.9,
   "chain": [{"party": "dockers-east", "speaker": {"exact": "The union", "start": 0, "end": 9}, "cue": {"exact": "said", "start": 10, "end": 14}}],
   "quotes": [{"exact": "400 men walked out – in Hollin", "start": 15, "end": 47}],
   "claim": {"event": "strike", "agent": ["dockers"], "place": ["hollin"], "time": "2031-05-01",
    "count": [{"of": "strikers", "min": 400, "max": 400, "asOf": "2031-05-01"}]}},
  {"id": "y1", "party": "yard", "stance": "denies", "focus": "count", "claim": {"act": "deny", "event": "strike", "about": "a1"}}
 ],
 "decisions": [{"same": ["a1", "y1"], "by": "editor"}]
}`

// reviewed is the same dossier after people have been through it.
var reviewed = strings.Replace(strike, ` "decisions": [`, ` "corrections": [
  {"source": "s1", "quote": {"exact": "400 men walked out – in Hollin", "start": 15, "end": 47}, "party": "dockers", "by": "editor", "on": "2031-05-03",
   "was": {"id": "a0", "party": "yard", "source": "s1", "quotes": [{"exact": "400 men walked out – in Hollin", "start": 15, "end": 47}], "claim": {"event": "strike"}}, "alone": true},
  {"source": "s1", "quote": {"exact": "in Hollin", "start": 38, "end": 47}, "without": ["means"], "claim": {"event": "riot"}, "stance": "denies", "focus": "place"},
  {"source": "s7", "title": "Gone", "quote": {"exact": "gone", "start": 0, "end": 4}, "notSaid": true},
  {"source": "s1", "quote": {"exact": "The union", "start": 0, "end": 9}, "said": {"party": "yard", "claim": {"event": "statement"}}}],
 "decisions": [{"dismiss": "f01", "by": "editor", "seen": {"issue": "i01", "first": {"id": "y0", "digest": "ab"}, "cites": [{"side": "yard", "id": "y0", "digest": "ab", "says": "the yard: strike"}], "silent": ["dockers"]}},
  {"confirm": "f01"}, {"pending": "i01", "on": "2031-05"},
  {"apart": ["a0", "y7"], "seen": {"cites": [{"id": "y7", "digest": "cd"}]}},
  `, 1)

func TestDecodeEncodeRoundTrip(t *testing.T) {
	for _, file := range []string{strike, reviewed} {
		d, err := narrative.Decode(strings.NewReader(file), "strike.json")
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := narrative.Encode(&out, d); err != nil {
			t.Fatal(err)
		}
		again, err := narrative.Decode(bytes.NewReader(out.Bytes()), "again.json")
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(d, again); diff != "" {
			t.Errorf("a round trip changed the dossier (-before +after):\n%s", diff)
		}
	}
}

// Each row breaks one rule of the format by one replacement in the dossier above.
func TestDecodeRefuses(t *testing.T) {
	for _, tt := range []struct {
		name     string
		old, new string
		want     []string // what the message must hold: place and value
	}{
		{"unknown field", `"stance": "denies"`, `"stanse": "denies"`, []string{"$.assertions[1]", `"stanse"`}},
		{"repeated field", `"party": "yard"`, `"party": "yard", "party": "yard"`, []string{"$.assertions[1]", `"party"`, "twice"}},
		{"null", `"party": "yard"`, `"party": null`, []string{"$.assertions[1].party", "null"}},
		{"another kind of value", `"confidence": 0.9`, `"confidence": "high"`, []string{"$.assertions[0].confidence", `"high"`}},
		{"unknown stance", `"denies"`, `"dances"`, []string{"$.assertions[1].stance", `"dances"`, "asserts, denies"}},
		{"unknown facet", `"focus": "count"`, `"focus": "colour"`, []string{"$.assertions[1].focus", `"colour"`}},
		{"focus without a denial", `"stance": "denies", `, ``, []string{"$.assertions[1].focus", `"count"`}},
		{"unknown party", `"party": "yard"`, `"party": "yrad"`, []string{"$.assertions[1].party", `"yrad"`}},
		{"place as party", `"party": "yard"`, `"party": "hollin"`, []string{"$.assertions[1].party", `"hollin"`}},
		{"unknown agent", `"agent": ["dockers"]`, `"agent": ["docker"]`, []string{"$.assertions[0].claim.agent[0]", `"docker"`}},
		{"unknown about", `"about": "a1"`, `"about": "a9"`, []string{"$.assertions[1].claim.about", `"a9"`}},
		{"unknown source", `"source": "s1"`, `"source": "s9"`, []string{"$.assertions[0].source", `"s9"`}},
		{"unknown decision", `["a1", "y1"]`, `["a1", "y9"]`, []string{"$.decisions[0].same[1]", `"y9"`}},
		{"duplicate id", `"id": "y1"`, `"id": "a1"`, []string{"$.assertions[1].id", `"a1"`}},
		{"place and party share ids", `"id": "hollin"`, `"id": "yard"`, []string{"$.places[0].id", `"yard"`}},
		{"missing id", `"id": "y1", `, ``, []string{"$.assertions[1].id"}},
		{"cycle", `"name": "Dockers' Union"`, `"of": "dockers-east"`, []string{"$.parties[0].of", "dockers", "dockers-east"}},
		{"about itself", `"about": "a1"`, `"about": "y1"`, []string{"$.assertions[1].claim.about", "y1"}},
		{"no such day", `"said": "2031-05-02"`, `"said": "2031-02-30"`, []string{"$.assertions[0].said", "2031-02-30"}},
		{"inverted interval", `"time": "2031-05-01"`, `"time": "2031-05-03/2031-05-01"`, []string{"$.assertions[0].claim.time", "2031-05-03/2031-05-01"}},
		{"inverted range", `"min": 400`, `"min": 500`, []string{"$.assertions[0].claim.count[0]", "500", "400"}},
		{"negative count", `"min": 400`, `"min": -4`, []string{"$.assertions[0].claim.count[0].min", "-4"}},
		{"confidence above one", `0.9`, `1.9`, []string{"$.assertions[0].confidence", "1.9"}},
		{"chain ends elsewhere", `"chain": [{"party": "dockers-east"`, `"chain": [{"party": "yard"`, []string{"$.assertions[0].chain[0].party", `"yard"`}},
		{"quote elsewhere", `"start": 15`, `"start": 14`, []string{"$.assertions[0].quotes[0]", "400 men"}},
		{"offset inside a rune", `"exact": "400 men walked out – in Hollin", "start": 15, "end": 47`, `"exact": "men", "start": 15, "end": 36`, []string{"$.assertions[0].quotes[0].end", "36"}},
		{"offset outside", `"end": 47`, `"end": 4700`, []string{"$.assertions[0].quotes[0]", "4700"}},
		{"quotes without source", `"source": "s1", `, ``, []string{"$.assertions[0].quotes", "400 men"}},
		{"empty decision", `"same": ["a1", "y1"], `, ``, []string{"$.decisions[0]"}},
		{"two decisions in one", `"confirm": "f01"`, `"confirm": "f01", "dismiss": "f02"`, []string{"$.decisions[1]", "dismiss, confirm"}},
		{"unknown assertion, not seen", `"id": "y7", "digest"`, `"id": "y8", "digest"`, []string{"$.decisions[3].apart[1]", `"y7"`}},
		{"evidence without a digest", `"digest": "cd"`, `"digest": ""`, []string{"$.decisions[3].seen.cites[0].digest", `"y7"`}},
		{"no first word", `"first": {"id": "y0", "digest": "ab"}`, `"first": {"id": "y0", "digest": ""}`, []string{"$.decisions[0].seen.first", `"y0"`}},
		{"evidence without an id", `"side": "yard", "id": "y0", `, `"side": "yard", "id": "", `, []string{"$.decisions[0].seen.cites[0].id"}},
		{"evidence twice", `"digest": "cd"}`, `"digest": "cd"}, {"id": "y7", "digest": "cd"}`, []string{"$.decisions[3].seen.cites[1].id", `"y7"`}},
		{"decided on no day", `"on": "2031-05"`, `"on": "in May"`, []string{"$.decisions[2].on", "in May"}},
		{"no correction", `"notSaid": true`, `"notSaid": false`, []string{"$.corrections[2]", "notSaid", "not 0"}},
		{"two corrections in one", `"notSaid": true`, `"notSaid": true, "party": "yard"`, []string{"$.corrections[2]", "notSaid, party"}},
		{"a correction of nothing", `"exact": "gone", "start": 0, "end": 4`, `"exact": "", "start": 0, "end": 0`, []string{"$.corrections[2].quote.exact", "missing"}},
		{"a correction of another length", `"start": 0, "end": 4`, `"start": 0, "end": 5`, []string{"$.corrections[2].quote", "gone"}},
		{"a correction of no source", `"source": "s7"`, `"source": ""`, []string{"$.corrections[2].source"}},
		{"corrected to an unknown party", `"party": "dockers", "by"`, `"party": "docker", "by"`, []string{"$.corrections[0].party", `"docker"`}},
		{"corrected to an unknown agent", `"claim": {"event": "riot"}`, `"claim": {"agent": ["docker"]}`, []string{"$.corrections[1].claim.agent[0]", `"docker"`}},
		{"without an unknown field", `"without": ["means"]`, `"without": ["meens"]`, []string{"$.corrections[1].without[0]", `"meens"`}},
		{"without a field twice", `"without": ["means"]`, `"without": ["means", "means"]`, []string{"$.corrections[1].without[1]", "twice"}},
		{"with and without", `"without": ["means"]`, `"without": ["event"]`, []string{"$.corrections[1].without[0]", `"event"`}},
		{"corrected to an unknown facet", `"focus": "place"`, `"focus": "colour"`, []string{"$.corrections[1].focus", `"colour"`}},
		{"another source than before", `"party": "yard", "source": "s1"`, `"party": "yard", "source": "s2"`, []string{"$.corrections[0].was.source", `"s2"`}},
		{"another quote than before", `"quote": {"exact": "400 men walked out – in Hollin", "start": 15, "end": 47}`, `"quote": {"exact": "union", "start": 4, "end": 9}`, []string{"$.corrections[0].was.quotes", `"union"`}},
		{"what was read has no id", `"id": "a0"`, `"id": ""`, []string{"$.corrections[0].was.id"}},
		{"missed, but read", `"said": {"party": "yard"`, `"was": {"id": "a9", "party": "yard", "claim": {}}, "said": {"party": "yard"`, []string{"$.corrections[3].was", `"a9"`}},
		{"missed, of nobody", `"said": {"party": "yard"`, `"said": {"party": "yrad"`, []string{"$.corrections[3].said.party", `"yrad"`}},
		{"alone with nothing", `"notSaid": true`, `"notSaid": true, "alone": true`, []string{"$.corrections[2].alone"}},
		{"another version", `"rashomon": 1`, `"rashomon": 2`, []string{"$.rashomon", "2"}},
		{"bad zone", `+01:00`, `CET`, []string{"$.places[0].zone", `"CET"`}},
		{"cut short", `"decisions"`, ``, []string{"strike.json"}},
		{"text behind the end", ` "decisions": [{"same": ["a1", "y1"], "by": "editor"}]` + "\n}", `"decisions": []} {}`, []string{"after the end"}},
		{"deep nesting", `"decisions": [{`, `"decisions": [` + strings.Repeat("[", 1000), []string{"$.decisions[0]", "want an object"}},
		{"invalid UTF-8", "editor", "edit\xffr", []string{"UTF-8"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			file := strike
			if !strings.Contains(file, tt.old) {
				file = reviewed
			}
			if !strings.Contains(file, tt.old) {
				t.Fatalf("the dossier doesn't hold %q", tt.old)
			}
			_, err := narrative.Decode(strings.NewReader(strings.Replace(file, tt.old, tt.new, 1)), "strike.json")
			if err == nil {
				t.Fatal("got no error")
			}
			for _, want := range append(tt.want, "strike.json") {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("error %q\ndoesn't hold %q", err, want)
				}
			}
			var at *source.Error
			if !errors.As(err, &at) || at.File != "strike.json" {
				t.Errorf("error %v is no source.Error that names the file", err)
			}
		})
	}
}

func TestNarratives(t *testing.T) {
	d, err := narrative.Decode(strings.NewReader(strike), "strike.json")
	if err != nil {
		t.Fatal(err)
	}
	got := d.Narratives()
	if len(got) != 2 || got[0].Side != "dockers" || got[1].Side != "yard" {
		t.Fatalf("got %v, want one narrative each of dockers and yard", got)
	}
	if diff := cmp.Diff([]string{"dockers-east"}, got[0].Parties); diff != "" {
		t.Errorf("the branch speaks for its union (-want +got):\n%s", diff)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(strike)
	f.Add(reviewed)
	f.Add(`{"rashomon":1,"assertions":[]}`)
	f.Add(`[`)
	f.Fuzz(func(t *testing.T, in string) {
		d, err := narrative.Decode(strings.NewReader(in), "fuzz.json")
		if err != nil {
			return
		}
		var out bytes.Buffer
		if err := narrative.Encode(&out, d); err != nil {
			t.Fatalf("a dossier that was read can't be written: %v", err)
		}
		again, err := narrative.Decode(&out, "again.json")
		if err != nil {
			t.Fatalf("a dossier that was written can't be read: %v", err)
		}
		again.Rashomon = d.Rashomon
		if diff := cmp.Diff(d, again); diff != "" {
			t.Errorf("round trip (-before +after):\n%s", diff)
		}
	})
}
