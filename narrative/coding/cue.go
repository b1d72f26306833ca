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
	return cue{words: c.Words, act: act, hedged: c.Hedged}
}
