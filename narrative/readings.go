package narrative

import "maps"

// Readings says what the vague words of figures stand for: it is a policy, with a
// name to be cited. The zero Readings reads as [DefaultReadings], of which, as of
// [ACLED], a caller gets a copy to change. A Readings may be shared by goroutines
// while nobody changes it.
type Readings struct {
	Name string // "" means default

	// Words gives the range of each vague word, in lower case; nil: those of
	// DefaultReadings.
	Words map[string]Reading

	// Tolerance says, by measure ("participants"), how far a figure marked
	// "about" reaches, as a part of it; 0.1 where the measure isn't listed.
	Tolerance map[string]float64
}

// Reading is what one vague word stands for: Min to Max, both included.
type Reading struct {
	Min, Max float64
	About    bool // and a little below or above
}

// defaultTolerance is what "about" reaches where a table doesn't say otherwise:
// ten in a hundred, the rounding of one digit.
const defaultTolerance = 0.1

// DefaultReadings takes the words at their word. A plural of a unit is at least
// two of it and less than two of the next unit, which would then have been the
// word: "dozens" is 24 to 199, since 200 are "hundreds". The ranges leave no gap
// between them, and each is as wide as it can be, so that nobody is said to be
// contradicted because of the size of somebody's dozens.
func DefaultReadings() *Readings {
	return &Readings{Name: "default", Words: maps.Clone(defaultWords)}
}

var defaultWords = map[string]Reading{
	"couple":    {Min: 2, Max: 3},
	"few":       {Min: 3, Max: 11}, // more than a couple, less than a dozen
	"several":   {Min: 3, Max: 11},
	"handful":   {Min: 3, Max: 11},
	"tens":      {Min: 20, Max: 199},
	"dozens":    {Min: 24, Max: 199},
	"scores":    {Min: 40, Max: 199},
	"hundreds":  {Min: 200, Max: 1_999},
	"thousands": {Min: 2_000, Max: 19_999},
	"millions":  {Min: 2e6, Max: 19_999_999},
	"billions":  {Min: 2e9, Max: 19_999_999_999},
}

// ACLED gives one figure for each word, as the coders of the Armed Conflict
// Location & Event Data project do where a report has no other: tens are 10,
// dozens 12, hundreds 100 (ACLED Codebook, "Fatalities"). They are marked as
// approximate; words that the codebook doesn't name are read as by default.
func ACLED() *Readings {
	p := &Readings{Name: "ACLED", Words: maps.Clone(defaultWords)}
	for word, n := range map[string]float64{"tens": 10, "dozens": 12, "hundreds": 100} {
		p.Words[word] = Reading{Min: n, Max: n, About: true}
	}
	return p
}

func (p *Readings) reading(word string) (Reading, bool) {
	words := p.Words
	if words == nil {
		words = defaultWords
	}
	r, ok := words[word]
	return r, ok
}

func (p *Readings) tolerance(of string) float64 {
	if t, ok := p.Tolerance[of]; ok {
		return t
	}
	return defaultTolerance
}
