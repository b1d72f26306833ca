// Package render prints a report for people and programs: as text for a terminal,
// as Markdown, as JSON. A dossier, too, is printed as text and Markdown, so that a
// person can check what was found in a source.
//
//	var p render.Printer
//	err := p.Text(os.Stdout, report)
//
// JSON is a contract with a version; text and Markdown are for reading and may
// change. Whatever comes from the input is made harmless: control characters can't
// reach a terminal, markup can't reach a page.
package render
