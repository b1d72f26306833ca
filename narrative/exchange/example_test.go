package exchange_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/narrative/exchange"
)

// A table kept by hand becomes a dossier, and the dossier a page's JSON-LD.
func Example() {
	const table = `party,said,event,agent,text
Dockers' Union,2031-05-02,strike,Dockers' Union,nobody works
Hollin Yard,2031-05-02,strike,,"half of them work"
`
	d, err := exchange.ReadTable(strings.NewReader(table), "strike.csv")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, a := range d.Assertions {
		fmt.Printf("%s: %s says: %s\n", a.ID, a.Party, a.Claim.Text)
	}
	f, err := exchange.Lookup("claim")
	if err != nil {
		fmt.Println(err)
		return
	}
	var b strings.Builder
	err = f.Write(&b, d)
	fmt.Println(strings.Count(b.String(), `"@type": "Claim"`), "claims,", err)
	// Output:
	// row2: dockers-union says: nobody works
	// row3: hollin-yard says: half of them work
	// 2 claims, <nil>
}

func ExampleFormats() {
	for _, f := range exchange.Formats() {
		fmt.Printf("%-12s %s\n", f.Name, f.Doc)
	}
	// Output:
	// dossier      the dossier file, JSON
	// csv          a table for spreadsheets, an assertion a row
	// tsv          the same, separated by tabs
	// claim        schema.org Claim, JSON-LD for web pages
	// claimreview  schema.org ClaimReview, the rating left open for people to fill in
	// annotation   W3C Web Annotation, for tools that show quotes in their pages
	// acled        an export of the Armed Conflict Location and Event Data project, CSV
}

func ExampleLookup() {
	_, err := exchange.Lookup("xlsx")
	fmt.Println(err)
	// Output:
	// unknown format "xlsx" (want dossier, csv, tsv, claim, claimreview, annotation, acled)
}

// What a spreadsheet would run is made harmless.
func ExampleWriteTSV() {
	d := &narrative.Dossier{
		Parties:    []narrative.Party{{ID: "yard"}},
		Assertions: []narrative.Assertion{{ID: "y1", Party: "yard", Claim: narrative.Claim{Text: "=SUM(A1:A9)"}}},
	}
	if err := exchange.WriteTSV(os.Stdout, d); err != nil {
		fmt.Println(err)
	}
	// Output:
	// record	id	party	text
	// assertion	y1	yard	'=SUM(A1:A9)
	// party	yard
}

// The source of a row carried the report; it isn't who spoke.
func ExampleReadACLED() {
	const export = `event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,inter1,actor2,inter2,country,location,source,notes,fatalities
NOR1,2 May 2031,1,Battles,Armed clash,Military Forces of Northland (2020-),1,Military Forces of Southland (2019-),8,Northland,Weir,The Post,Fire was exchanged near Weir.,3
`
	d, err := exchange.ReadACLED(strings.NewReader(export), "acled.csv")
	if err != nil {
		fmt.Println(err)
		return
	}
	a := d.Assertions[0]
	fmt.Println(a.Party, a.Claim.Event, a.Claim.Time, a.Claim.Agent)
	fmt.Println(d.Sources[0].Publisher)
	// Output:
	// acled clash 2031-05-02 [military-forces-of-northland-2020 military-forces-of-southland-2019]
	// The Post
}

func ExampleReadClaims() {
	const page = `{"@context": "https://schema.org", "@type": "ClaimReview", "claimReviewed": "The bridge was closed for a year.",
 "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "A. Mayor"}, "datePublished": "2031-04-01"},
 "reviewRating": {"@type": "Rating", "alternateName": "False"}}`
	d, err := exchange.ReadClaims(strings.NewReader(page), "check.json")
	if err != nil {
		fmt.Println(err)
		return
	}
	a := d.Assertions[0]
	fmt.Println(a.Party, a.Said, a.Claim.Text)
	// Output:
	// a-mayor 2031-04-01 The bridge was closed for a year.
}

func ExampleReadAnnotations() {
	const note = `{"type": "Annotation", "target": {"source": "https://post.example/bridge",
 "selector": {"type": "TextQuoteSelector", "exact": "closed for a year"}}}`
	d, err := exchange.ReadAnnotations(strings.NewReader(note), "note.json")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Parties[0].Kind, d.Assertions[0].Claim.Text, d.Sources[0].URL)
	// Output:
	// anonymous closed for a year https://post.example/bridge
}
