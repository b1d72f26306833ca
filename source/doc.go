// Package source holds what was published, by whom, and where in it a quote
// stands.
//
//	docs, err := source.Load(os.DirFS("reports"), "*.txt", "*.html")
//
// A [Document] is one published text with what is known of its origin. [Read]
// makes one of a plain text, a Markdown file or an HTML page, [Load] of many
// files at once. Offsets into a document count the bytes of its Text, and those
// of a plain text are the file's.
//
// An [Anchor] says where a quote stands. It carries the quote itself and some
// text before and after, as the TextQuoteSelector and TextPositionSelector of
// the W3C Web Annotation model do, so that [Document.Find] can tell whether the
// quote still stands there and find it again where the text has moved.
// [Document.FindFuzzy] finds it where it was edited, and says so. Both return an
// error rather than a place that may be the wrong one: a quote in the wrong
// place puts words into somebody's mouth.
//
// An [Attribution] says that somebody is reported to have said something, and
// through whom. An [Extractor] finds attributions in a document; package
// source/attribution has the one for English.
//
// The package doesn't judge what is said, fetch anything, or open PDF files. It
// doesn't tell the language of a text that doesn't state it, nor the date.
package source
