package source

import "github.com/seed514b815a/rashomon/edtf"

// A Document is one published text. Documents may be read, but not changed, by
// several goroutines at once.
type Document struct {
	ID        string    `json:"id"`                  // unique in a dossier; [Read] gives a short hash of Text
	Title     string    `json:"title,omitempty"`     // the headline
	Publisher string    `json:"publisher,omitempty"` // the name of who published it, as the document states it
	Author    string    `json:"author,omitempty"`    // the byline
	URL       string    `json:"url,omitempty"`       // where it was published
	Published edtf.Time `json:"published,omitzero"`  // when it was published, EDTF; zero: unstated
	Language  string    `json:"language,omitempty"`  // of Text, a BCP 47 tag

	Retrieved   edtf.Time `json:"retrieved,omitzero"`    // when it was fetched, EDTF; zero: unstated
	Archive     string    `json:"archive,omitempty"`     // the URL of an archived copy
	Hash        string    `json:"hash,omitempty"`        // "sha256:" and the hexadecimal sum of the file as it was read
	Original    string    `json:"original,omitempty"`    // the language that Text was translated from, a BCP 47 tag; empty: not a translation
	Translation string    `json:"translation,omitempty"` // who or what translated it

	Text string `json:"text,omitempty"` // valid UTF-8; all offsets count its bytes
}
