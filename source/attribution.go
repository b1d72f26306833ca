package source

import (
	"context"

	"github.com/seed514b815a/rashomon/internal/enum"
)

// An Attribution says that somebody is reported to have said Content, and
// through whom.
type Attribution struct {
	// Chain leads from the outermost reporter to the speaker of Content, who
	// is the last. The publisher, who reports all of the document, is not in it.
	Chain []Link `json:"chain"`
	// Content is what is said, in order, in pieces where a cue interrupts it.
	Content []Anchor `json:"content"`
	Mode    Mode     `json:"mode,omitzero"`
	// Confidence of the extractor that this was said by this speaker, 0 to 1.
	Confidence float64 `json:"confidence"`
	// Signs are what the confidence rests on, in the extractor's own words.
	Signs []string `json:"signs,omitempty"`
}

// A Link is one speaker in a chain of reports. A zero Anchor in it means that
// the text has no such words.
type Link struct {
	Speaker    Anchor `json:"speaker,omitzero"`    // the words that name the speaker: "it", "the ministry"
	Cue        Anchor `json:"cue,omitzero"`        // the words that say that it is reported: "said", "according to"
	Antecedent Anchor `json:"antecedent,omitzero"` // the fuller name that a pronoun or short form stands for
}

// An Extractor finds who is said to have said what in a document. Every anchor
// it returns holds in d. A document in which nobody is quoted has no
// attributions, which is no error.
type Extractor interface {
	Extract(ctx context.Context, d *Document) ([]Attribution, error)
}

// A Mode says in which manner content is held by its speaker. Thoughts and
// intentions are no positions: nobody has put them forward.
type Mode int

const (
	Speech Mode = iota // the default: spoken, or not said how
	Writing
	Thought
	Intention
)

// modes names the modes, in files and in messages.
var modes = enum.Table{What: "mode", Words: []string{"speech", "writing", "thought", "intention"}}

// String returns the name of m as it stands in files.
func (m Mode) String() string { return modes.String(int(m)) }

// MarshalText implements [encoding.TextMarshaler]. It fails for a Mode that has
// no name.
func (m Mode) MarshalText() ([]byte, error) { return modes.Marshal(int(m)) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (m *Mode) UnmarshalText(text []byte) error {
	i, err := modes.Parse(string(text))
	if err == nil {
		*m = Mode(i)
	}
	return err
}
