package exchange

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/event"
	"github.com/seed514b815a/rashomon/source"
)

func TestReadTableByHand(t *testing.T) {
	const table = "id;party;source;said;agent;event;count;text\r\n" +
		"u1;Dockers' Union;https://port.example/1;2031-05-02;\"Port; The Owners\";strike;;no work\r\n" +
		";Port;;;;;\"[{\"\"of\"\": \"\"strikers\"\", \"\"max\"\": 12}]\";twelve at most\r\n" +
		";;;;;;;\r\n"
	d, err := ReadTable(strings.NewReader(table), "port.csv")
	if err != nil {
		t.Fatal(err)
	}
	got := encode(t, d)
	for _, want := range []string{
		`"id": "dockers-union"`, `"name": "Dockers' Union"`, `"name": "The Owners"`, `"url": "https://port.example/1"`,
		`"id": "row3"`, `"max": 12`, `"agent": [` + "\n     \"port\",\n     \"owners\"",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
}

func TestReadTableFaults(t *testing.T) {
	for _, c := range []struct{ name, table, want string }{
		{"empty", "", "f.csv:1: no table: the first row names the columns"},
		{"unknown column", "party,colour\n", `f.csv:1: column 2: unknown column "colour"`},
		{"column twice", "party,text,party\n", `f.csv:1: column 3: "party" stands here for the second time`},
		{"unknown record", "record,party\nrumour,x\n", `f.csv:2: column 1, record: unknown record "rumour"`},
		{"unknown word", "party,stance\nx,asserts\ny,dances\n", `f.csv:3: column 2, stance: unknown stance "dances"`},
		{"no such day", "party,said\nx,2031-02-30\n", `f.csv:2: column 2, said: `},
		{"not a number", "party,confidence\nx,high\n", `f.csv:2: column 2, confidence: not a number: "high"`},
		{"number out of range", "party,confidence\n\nx,2\n", `f.csv:3: $.assertions[0].confidence: confidence 2 is outside [0, 1]`},
		{"count", "party,count\nx,\"[{\"\"of\"\": \"\"dead\"\", \"\"mni\"\": 2}]\"\n", `f.csv:2: column 2, count: $[0]`},
		{"field of another record", "record,id,party,zone\nparty,x,,+01:00\n", `f.csv:2: column 4, zone: a record "party" has no such field`},
		{"too long", "party,text\nx,a,b\n", `f.csv:2: column 3: "b" stands under no column's name`},
		{"no end", "party,text\nx,\"a\nb\n", `f.csv:2: column 2: the quotation mark that begins the cell has no end`},
		{"text behind the mark", "party,text\nx,\"a\"b\n", `f.csv:2: column 2: text behind the closing quotation mark`},
		{"mark in a bare cell", "party,text\nx,a\"b\n", `f.csv:2: column 2: a quotation mark in a cell that begins without one`},
		{"not UTF-8", "party,text\nx,caf\xe9\n", `f.csv:2: column 2: not in UTF-8`},
		{"duplicate id", "id,party\na,x\na,y\n", `f.csv:3: $.assertions[1].id: duplicate id "a"`},
		{"typing error", "record,id,party\nparty,union,\n,a,uniom\n", `f.csv:3: $.assertions[0].party: unknown party "uniom"`},
		{"two titles", "record,title\ndossier,a\ndossier,b\n", `f.csv:3: a second title: "b"`},
	} {
		d, err := ReadTable(strings.NewReader(c.table), "f.csv")
		if d != nil || err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: got %v, error %v, want %q", c.name, d, err, c.want)
		}
	}
	table := "party,stance\n" + strings.Repeat("x,dances\n", 100)
	if _, err := ReadTable(strings.NewReader(table), "f.csv"); strings.Count(err.Error(), "\n") != maxFaults-1 {
		t.Errorf("got error %v", err)
	}
}

func TestListItems(t *testing.T) {
	for _, c := range []struct {
		cell string
		want []string
	}{
		{"a; b;c ;  d e ", []string{"a", "b", "c", "d e"}},
		{`a\; b; \ c\ `, []string{"a; b", " c "}},
		{`\e; \e`, []string{"", ""}},
		{" ; ;", nil},
	} {
		if got := splitItems(c.cell); !slices.Equal(got, c.want) {
			t.Errorf("%q: got %q, want %q", c.cell, got, c.want)
		}
	}
}

// aReview is a fact-check as a page carries it, in our own words.
const aReview = `{"@context": "https://schema.org", "@graph": [
 {"@type": ["WebPage"], "name": "Fact check"},
 {"@type": "ClaimReview", "url": "https://check.example/7", "claimReviewed": "The bridge was closed for a year.",
  "author": {"@type": "Organization", "name": "Check"},
  "reviewRating": {"@type": "Rating", "ratingValue": 1, "bestRating": 5, "alternateName": "False"},
  "itemReviewed": {"@type": "Claim", "datePublished": "2031-04-01T08:00:00.5Z",
   "author": {"@type": "Person", "name": "A. Mayor"},
   "appearance": [{"@type": "NewsArticle", "url": "https://post.example/bridge", "headline": "Bridge", "publisher": {"name": "The Post"}}, {"@id": "https://other.example/"}]}},
 {"@type": "schema:Claim", "text": "It was closed for a week.", "author": "A. Mayor", "firstAppearance": "https://post.example/bridge"},
 {"@type": "Claim", "name": "Nobody closed it."},
 {"@type": "Claim", "author": "Silent"}]}`

func TestReadClaims(t *testing.T) {
	d, err := ReadClaims(strings.NewReader(aReview), "review.json")
	if err == nil || err.Error() != "review.json: $.@graph[4]: a claim without text" {
		t.Errorf("got error %v", err)
	}
	if d == nil || len(d.Assertions) != 3 || len(d.Parties) != 2 || len(d.Sources) != 1 {
		t.Fatalf("got %+v", d)
	}
	a, b, c := d.Assertions[0], d.Assertions[1], d.Assertions[2]
	if a.Claim.Text != "The bridge was closed for a year." || a.Party != "a-mayor" || a.Said.String() != "2031-04-01" {
		t.Errorf("got %+v", a)
	}
	if b.Party != a.Party || b.Source != a.Source || b.Claim.Text != "It was closed for a week." {
		t.Errorf("got %+v", b)
	}
	if c.Party == a.Party || c.Source != "" {
		t.Errorf("got %+v", c)
	}
	if p := d.Parties[0]; p.Name != "A. Mayor" || p.Kind != "person" {
		t.Errorf("got %+v", p)
	}
	if p := d.Parties[1]; p.Kind != "anonymous" {
		t.Errorf("got %+v", p)
	}
	if s := d.Sources[0]; s.URL != "https://post.example/bridge" || s.Publisher != "The Post" {
		t.Errorf("got %+v", s)
	}
}

// Which claim is right is for people to say.
func TestNoRatingIsWritten(t *testing.T) {
	var b strings.Builder
	if err := WriteClaimReviews(&b, millDossier(t)); err != nil {
		t.Fatal(err)
	}
	if s := b.String(); strings.Contains(s, "ating") || strings.Count(s, `"ClaimReview"`) != 2 {
		t.Errorf("got %s", s)
	}
}

const anAnnotation = `[{"@context": "http://www.w3.org/ns/anno.jsonld", "id": "https://notes.example/1", "type": "Annotation",
 "body": {"type": "TextualBody", "value": "Really?"}, "creator": {"name": "A Reader"},
 "target": {"source": "https://post.example/bridge", "selector": {"type": "TextQuoteSelector", "exact": "closed for a year", "prefix": "was "}}},
 {"type": "Annotation", "target": "https://post.example/bridge"}]`

func TestReadAnnotations(t *testing.T) {
	d, err := ReadAnnotations(strings.NewReader(anAnnotation), "notes.json")
	if err == nil || !strings.HasPrefix(err.Error(), "notes.json: $[1]: an annotation without a quote") {
		t.Errorf("got error %v", err)
	}
	if d == nil || len(d.Assertions) != 1 {
		t.Fatalf("got %+v", d)
	}
	a := d.Assertions[0]
	if a.Claim.Text != "closed for a year" || a.Quotes != nil || d.Sources[0].URL != "https://post.example/bridge" {
		t.Errorf("got %+v of %+v", a, d.Sources[0])
	}
	if p := d.Parties[0]; p.ID != a.Party || p.Kind != "anonymous" {
		t.Errorf("the party is %+v", p)
	}
}

// Offsets of annotations count code points: the dash and the quotation mark before
// the first quote are one each, and three bytes each in ours.
func TestAnnotationsCountCodePoints(t *testing.T) {
	var b strings.Builder
	if err := WriteAnnotations(&b, millDossier(t)); err != nil {
		t.Fatal(err)
	}
	if s := b.String(); !strings.Contains(s, "\"start\": 12,\n       \"end\": 26") {
		t.Errorf("got %s", s)
	}
}

func TestReadJSONFaults(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"empty", "", "f.json:1: column 1: unexpected end of JSON input"},
		{"syntax", "{\"@type\":\n \"é\" x}", "f.json:2: column 7: invalid character 'x'"},
		{"not UTF-8", "{\"\xff\"}", "f.json:1: column 3: not in UTF-8"},
		{"deep", strings.Repeat("[", 1000), "f.json:1: column 65: nested deeper than 64 levels"},
		{"nothing", "{}", "f.json: no Claim and no ClaimReview in it"},
		{"ours, spoiled", `{"@type": "Claim", "rashomon": {"id": "a", "party": "x", "claim": {"text": 5}}}`, "f.json: $.rashomon.claim.text"},
		{"ours, unknown party", `{"@type": "Claim", "rashomon": {"id": "a", "party": "x", "claim": {}}}`, `f.json: $.assertions[0].party: unknown party "x"`},
	} {
		_, err := ReadClaims(strings.NewReader(c.in), "f.json")
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: got error %v, want %q", c.name, err, c.want)
		}
	}
}

// anExport has the columns of an ACLED export of 2024; its events are made up.
const anExport = `event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp
NOR1,02 May 2031,2031,1,Political violence,Battles,Armed clash,Military Forces of Northland (2020-),,State forces,Military Forces of Southland (2019-),,External/Other forces,,,1,Here,Northland,Riverside,,,Weir,1,2,1,The Post; The Wire,International,"On 2 May 2031, the two forces exchanged fire near Weir. 3 were killed.",3,,1935705600
NOR2,2031-05-03,2031,2,Political violence,Explosions/Remote violence,Shelling/artillery/missile attack,Military Forces of Southland (2019-),,8,Civilians (Northland),,7,78,Civilian targeting,1,Here,Northland,Riverside,,,Weir,1,2,1,The Post,National,"Around 3 May 2031, shells hit Weir.",0,,1935705600
NOR3,2031-05-09,2031,3,Political violence,Explosions/Remote violence,Air/drone strike,Military Forces of Southland (2019-),,8,Military Forces of Northland (2020-),,1,18,,1,Here,Northland,Riverside,,,Weir,1,2,1,The Post,National,A drone struck a post.,0,,
NOR3,2031-05-09,2031,1,,Protests,Peaceful protest,Protesters (Northland),,6,,,0,60,,1,Here,Northland,Riverside,,,Weir,1,2,1,The Post,National,A march.,0,,
NOR5,yesterday,2031,1,,Protests,Peaceful protest,Protesters (Northland),,6,,,0,60,,1,Here,Northland,Riverside,,,Weir,1,2,1,The Post,National,A march.,0,,
NOR6,2031-05-09,2031,1,,Protests,Peaceful protest,Protesters (Northland),,6,,,0,60,,1,Here,Northland,Riverside,,,Weir,1,2,1,The Post,National,A march.,many,,
`

func TestReadACLED(t *testing.T) {
	d, err := ReadACLED(strings.NewReader(anExport), "acled.csv")
	wantErr := `acled.csv:5: column 1, event_id_cnty: duplicate id "NOR3"
acled.csv:6: column 2, event_date: no date: "yesterday" (want it as 13 September 2022 or 2022-09-13)
acled.csv:7: column 29, fatalities: not a number of people: "many"`
	if err == nil || err.Error() != wantErr {
		t.Errorf("got error %v", err)
	}
	if d == nil || len(d.Assertions) != 3 {
		t.Fatalf("got %+v", d)
	}
	clash, shelling, strike := d.Assertions[0], d.Assertions[1], d.Assertions[2]
	for _, a := range d.Assertions {
		if a.Party != "acled" || a.Origin != "?" {
			t.Errorf("%s: said by %s, by word of %q", a.ID, a.Party, a.Origin)
		}
	}
	north, south := "military-forces-of-northland-2020", "military-forces-of-southland-2019"
	if c := clash.Claim; c.Event != "clash" || !slices.Equal(c.Agent, []string{north, south}) || c.Time.String() != "2031-05-02" ||
		len(c.Count) != 1 || *c.Count[0].Max != 3 || c.Count[0].Span != "2031-05-02" {
		t.Errorf("got %+v", c)
	}
	if s := d.Sources[0]; s.Publisher != "The Post; The Wire" || s.ID != clash.Source || clash.Quotes[0].Exact != s.Text || clash.Said.String() != "2031-05-05" {
		t.Errorf("got %+v of %+v", clash, s)
	}
	if c := shelling.Claim; c.Event != "shelling" || !slices.Equal(c.Agent, []string{south}) || !slices.Equal(c.Target, []string{"civilians-northland"}) ||
		c.Time.String() != "2031-05-03~" || c.Count != nil {
		t.Errorf("got %+v", c)
	}
	if c := strike.Claim; c.Event != "airstrike" || c.Agent != nil || c.Target != nil || c.Time.String() != "2031-05" || !slices.Equal(c.Place, []string{"weir"}) {
		t.Errorf("got %+v", c)
	}
	cast := narrative.NewCast(d)
	if got := cast.Side(north); got != "northland" {
		t.Errorf("the side of Northland's forces is %q", got)
	}
	if got := cast.Side("weir"); got != "northland" {
		t.Errorf("Weir lies in %q", got)
	}
}

func TestACLEDKinds(t *testing.T) {
	for sub, kind := range readKinds(acledKinds) {
		if kind != "-" && !event.Known(kind) {
			t.Errorf("%s: no such kind of event: %q", sub, kind)
		}
	}
	if n := len(readKinds(acledKinds)); n != 25 {
		t.Errorf("%d sub-event types", n)
	}
	_, err := ReadACLED(strings.NewReader("id,party\n"), "f.csv")
	if at := (*source.Error)(nil); !errors.As(err, &at) || at.Line != 1 {
		t.Errorf("got error %v from another table", err)
	}
}
