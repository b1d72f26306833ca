package coding

import (
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
	"github.com/seed514b815a/rashomon/source/attribution"
)

// A cue is what the words that report speech say of it.
type cue struct {
	words  string // in dictionary form
	act    narrative.Act
	hedged bool
}

func (r *reading) cue(a source.Anchor) cue {
	c, ok := attribution.LookupCue(a.Exact)
	if !ok {
		return cue{}
	}
	act, err := narrative.ParseAct(c.Act)
	if err != nil {
		act = narrative.Other
	}
	if act == narrative.Other && own[c.Words] {
		act = narrative.Assert // "by Moscow's count", "in its words"
	}
	return cue{words: c.Words, act: act, hedged: c.Hedged}
}

// own are nouns under which somebody's word is put forward as it stands.
var own = map[string]bool{"count": true, "word": true, "words": true, "account": true, "estimate": true, "tally": true, "reckoning": true, "view": true, "version": true, "figure": true, "data": true, "telling": true, "language": true, "wording": true, "phrase": true, "parlance": true}
