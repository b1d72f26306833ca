// Package source holds what was published, by whom, and where in it a quote
// stands.
//
// A [Document] is one published text with what is known of its origin. [Read]
// makes one of a plain text, a Markdown file or an HTML page, [Load] of many
// files at once. Offsets into a document count the bytes of its Text.
//
// An [Anchor] says where a quote stands. It carries the quote itself and some
// text before and after, as the TextQuoteSelector and TextPositionSelector of
// the W3C Web Annotation model do, so that [Document.Find] can tell whether
// the quote still stands there and find it again where the text has moved.
//
// An [Attribution] says that somebody is reported to have said something, and
// through whom. An [Extractor] finds attributions in a document; package
// source/attribution has the one for English.
//
// The package doesn't judge what is said, nor fetch anything: it takes an
// [io.Reader] or an [fs.FS].
package source
