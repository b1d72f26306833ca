// Package exchange reads and writes dossiers in other people's formats.
//
// A [Format] is a value with a name, a line on what it is for, and its two
// directions; [Formats] lists them and [Lookup] finds one:
//
//	f, err := exchange.Lookup("csv")
//	err = f.Write(os.Stdout, dossier)
//
// The formats are the dossier file itself, tables for spreadsheets, the Claim and
// ClaimReview of https://schema.org for web pages, the W3C's Web Annotation for
// tools that show quotes where they stand, and exports of the Armed Conflict
// Location and Event Data project. All but the last give back what was written;
// where a format has no words for what a dossier says, the dossier's own stand
// beside the format's.
//
// People's decisions and corrections are carried by all but ACLED's, which has no
// dossier in it: in tables as records of their own, in JSON-LD beside the rest of
// the dossier.
//
// Reading takes bounded memory, and every error names the file, the line and the
// column, or the JSON path.
//
// [Schema] is the JSON Schema of the dossier file.
//
// The package fetches nothing, and it doesn't rate claims: a ClaimReview is written
// without its reviewRating, and read without it.
package exchange
