package source

// An Anchor says where in a document a quote stands: Text[Start:End] == Exact.
// The zero Anchor says that there is none.
//
// Its fields are those of the TextQuoteSelector and the TextPositionSelector
// of https://www.w3.org/TR/annotation-model/, but Start and End count bytes.
type Anchor struct {
	Exact  string `json:"exact"`            // the quote
	Prefix string `json:"prefix,omitempty"` // some of the text before it
	Suffix string `json:"suffix,omitempty"` // some of the text after it
	Start  int    `json:"start"`            // offset of the quote's first byte in Text
	End    int    `json:"end"`              // offset behind its last byte
}

// IsZero reports whether a is the zero Anchor, which points nowhere.
func (a Anchor) IsZero() bool { return a == Anchor{} }
