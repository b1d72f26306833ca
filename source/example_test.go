package source_test

import (
	"errors"
	"fmt"
	"strings"
	"testing/fstest"

	"github.com/seed514b815a/rashomon/source"
)

// A report is read, and a quote in it anchored. When the report has been
// corrected, the quote is found again.
func Example() {
	const report = `Lorry in the river

The lorry had no working brakes, the drivers' union said on Monday.`

	d, err := source.Read(strings.NewReader(report), "report.txt")
	if err != nil {
		fmt.Println(err)
		return
	}
	start := strings.Index(d.Text, "The lorry had no working brakes")
	a, err := d.Anchor(start, start+len("The lorry had no working brakes"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%q: %q at %d\n", d.Title, a.Exact, a.Start)

	corrected, err := source.Read(strings.NewReader("CORRECTED: "+report), "report.txt")
	if err != nil {
		fmt.Println(err)
		return
	}
	a, err = corrected.Find(a)
	fmt.Printf("%q: %q at %d, %v\n", corrected.Title, a.Exact, a.Start, err)
	// Output:
	// "Lorry in the river": "The lorry had no working brakes" at 20
	// "CORRECTED: Lorry in the river": "The lorry had no working brakes" at 31, <nil>
}

func ExampleRead() {
	const page = `<!DOCTYPE html>
<html lang="en">
<head>
<title>Lorry in the river | The Weir Post</title>
<meta property="og:site_name" content="The Weir Post">
<meta property="article:published_time" content="2024-05-06">
</head>
<body>
<nav><a href="/">Home</a></nav>
<p>The lorry had <b>no working brakes</b>, the drivers' union said on Monday.</p>
<p>The haulier denied it.</p>
</body>
</html>`
	d, err := source.Read(strings.NewReader(page), "page.html")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%s, %s (%s)\n\n%s\n", d.Publisher, d.Published, d.Language, d.Text)
	// Output:
	// The Weir Post, 2024-05-06 (en)
	//
	// Lorry in the river
	//
	// The lorry had no working brakes, the drivers' union said on Monday.
	//
	// The haulier denied it.
}

// Files at fault are left out and reported together.
func ExampleLoad() {
	folder := fstest.MapFS{ // or os.DirFS("reports")
		"monday.txt":  {Data: []byte("The lorry had no working brakes, the union said.")},
		"tuesday.md":  {Data: []byte("The haulier *denied* it.")},
		"picture.txt": {Data: []byte("GIF89a")},
	}
	docs, err := source.Load(folder, "*.txt", "*.md")
	for _, d := range docs {
		fmt.Println(d.ID, d.Text)
	}
	fmt.Println(err)
	// Output:
	// s46b29857d8 The lorry had no working brakes, the union said.
	// s353d8b3ec1 The haulier denied it.
	// picture.txt: not a text but a picture: save the article as text or HTML
}

func ExampleDocument_Anchor() {
	d := &source.Document{Text: "The mayor said that nobody had been hurt by the crane, and went home."}
	a, err := d.Anchor(20, 40)
	fmt.Printf("%q between %q and %q, %v\n", a.Exact, a.Prefix, a.Suffix, err)
	// Output:
	// "nobody had been hurt" between "The mayor said that " and " by the crane, and went home.", <nil>
}

func ExampleDocument_Find() {
	d := &source.Document{Text: "5 were hurt, the mayor said. 5 were missing, the mayor said."}
	fmt.Println(d.Find(source.Anchor{Exact: "5", Suffix: " were missing"}))
	_, err := d.Find(source.Anchor{Exact: "5"})
	fmt.Println(err, errors.Is(err, source.ErrAmbiguous))
	// Output:
	// {5 5 were hurt, the mayor said.   were missing, the mayor said. 29 30} <nil>
	// "5": the quote fits several places true
}

func ExampleDocument_FindFuzzy() {
	d := &source.Document{Text: "The lorry's brakes had been checked twice in May, the haulier said, and nothing was found."}
	m, err := d.FindFuzzy(source.Anchor{Exact: "the lorry’s brakes were checked twice in May", Suffix: ", the haulier said"})
	fmt.Printf("%q, edited: %v, similarity %.2f, %v\n", m.Exact, m.Edited, m.Similarity, err)

	// A figure makes another quote of it.
	_, err = d.FindFuzzy(source.Anchor{Exact: "the lorry's brakes had been checked three times in May", Suffix: ", the haulier said"})
	fmt.Println(errors.Is(err, source.ErrNotFound))
	// Output:
	// "The lorry's brakes had been checked twice in May", edited: true, similarity 0.82, <nil>
	// true
}
