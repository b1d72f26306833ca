package attribution

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"github.com/seed514b815a/rashomon/source"
)

// A Cue is a word or phrase that says that somebody holds something: "say",
// "point out", "accusation", "according to". The cues are the rows of cues.tsv;
// the README beside it explains its columns and names its sources.
type Cue struct {
	Words string // dictionary form, lower case: "point out"
	Class string // verb, noun, adjective, adverb or preposition
	// Act is the speech act in the words of the dossier file: assert, accuse,
	// deny, admit, demand, promise, decline or other. It is the cue's own: "said"
	// asserts, whatever the content that is said.
	Act    string
	Mode   source.Mode
	Hedged bool // the speaker doesn't vouch for the content: "suggest", "reportedly"

	frames frames
}

// LookupCue returns the cue that words are, as they stand in a text ("has
// insisted", "pointed out") or in dictionary form ("insist"). Of several cues
// in words, the longest counts, then the first; a verb before a noun.
func LookupCue(words string) (Cue, bool) {
	t := table()
	ws := strings.Fields(strings.ToLower(strings.NewReplacer("’", "'", ",", " ", ":", " ").Replace(words)))
	best := -1
	for i := range ws {
		for _, e := range t.forms[ws[i]] {
			if follows(ws[i+1:], e.rest) && (best < 0 || len(e.rest) > strings.Count(t.cues[best].Words, " ")) {
				best = e.cue
			}
		}
	}
	if best < 0 {
		return Cue{}, false
	}
	return t.cues[best], true
}

func follows(ws, rest []string) bool {
	if len(ws) < len(rest) {
		return false
	}
	for i, r := range rest {
		if ws[i] != r {
			return false
		}
	}
	return true
}

// frames is a set of the ways in which a cue takes its content.
type frames uint32

const (
	frameClause    frames = 1 << iota // said (that) it rained; asked whether; also around a quotation
	frameQuote                        // "It rains", he shrugged
	frameInf                          // vowed to go: the cue's subject goes
	frameObj                          // denied the report, denied going
	frameWeakObj                      // the same where the object is said or thought: raised a question, not a flag
	frameObjInf                       // urged them to go
	frameObjFor                       // blamed them for it
	frameObjAs                        // dismissed it as a lie
	frameObjPred                      // called it a lie
	frameObjAt                        // put its dead at 50
	frameObjFigure                    // raised its toll to 71
	frameObjOn                        // blamed it on them
	frameObjTo                        // attributed it to them
	framePersonOf                     // accused them of lying
	frameOnInf                        // called on them to go
	frameToInf                        // appealed to them to go
	frameAbout                        // joked about it
	frameAgainst                      // warned against it
	frameAtPrep                       // scoffed at it
	frameForPrep                      // called for calm; of nouns: support for
	frameFromPrep                     // distanced from
	frameInPrep                       // believes in
	frameIntoPrep                     // tore into
	frameOfPrep                       // spoke of calm; of nouns: a claim of victory
	frameOnPrep                       // commented on it
	frameOverPrep                     // disagreed over it
	frameToPrep                       // pointed to it
	frameUponPrep                     // remarked upon it
	frameWithPrep                     // agreed with it
	frameAdverb                       // reportedly
	framePrep                         // according to
	frameInWords                      // in its words, by its count
)

var frameNames = map[string]frames{
	"clause": frameClause, "quote": frameQuote, "inf": frameInf, "obj": frameObj, "obj?": frameWeakObj, "obj-inf": frameObjInf,
	"obj-for": frameObjFor, "obj-as": frameObjAs, "obj-pred": frameObjPred, "obj-at": frameObjAt,
	"obj-on": frameObjOn, "obj-figure": frameObjFigure, "obj-to": frameObjTo, "obj-of": framePersonOf, "on-inf": frameOnInf,
	"to-inf": frameToInf, "about": frameAbout, "against": frameAgainst, "at": frameAtPrep,
	"for": frameForPrep, "from": frameFromPrep, "in": frameInPrep, "into": frameIntoPrep, "of": frameOfPrep,
	"on": frameOnPrep, "over": frameOverPrep, "to": frameToPrep, "upon": frameUponPrep, "with": frameWithPrep,
	"adverb": frameAdverb, "preposition": framePrep, "in-words": frameInWords,
}

// framePreps are the prepositions that lead content in.
var framePreps = map[string]frames{
	"about": frameAbout, "against": frameAgainst, "at": frameAtPrep, "for": frameForPrep, "from": frameFromPrep,
	"in": frameInPrep, "into": frameIntoPrep, "of": frameOfPrep, "on": frameOnPrep, "over": frameOverPrep,
	"to": frameToPrep, "upon": frameUponPrep, "with": frameWithPrep,
}

//go:embed cues.tsv
var cuesTSV string

// A cueTable is cues.tsv with its indexes.
type cueTable struct {
	cues []Cue
	// byLemma leads from the class and the first word's lemma to the cues that
	// begin with it, longest first: "verb point".
	byLemma map[string][]entry
	forms   map[string][]entry // the same from every inflected form of the first word
}

// An entry is a cue and its words behind the first.
type entry struct {
	cue  int
	rest []string
}

// table parses cues.tsv, once.
var table = sync.OnceValue(func() *cueTable {
	t, err := parseCues(cuesTSV)
	if err != nil {
		panic(err) // the table is part of the program, and a test reads it
	}
	return t
})

func parseCues(text string) (*cueTable, error) {
	t := &cueTable{byLemma: map[string][]entry{}, forms: map[string][]entry{}}
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 6 {
			return nil, fmt.Errorf("cues.tsv:%d: %d columns: want 6", n, len(f))
		}
		c := Cue{Words: f[0], Class: f[1], Act: f[3], Hedged: f[5] == "hedged"}
		for _, name := range strings.Split(f[2], ",") {
			bit, ok := frameNames[name]
			if !ok {
				return nil, fmt.Errorf("cues.tsv:%d: unknown frame %q", n, name)
			}
			c.frames |= bit
		}
		if err := c.Mode.UnmarshalText([]byte(f[4])); err != nil {
			return nil, fmt.Errorf("cues.tsv:%d: %w", n, err)
		}
		ws := strings.Fields(c.Words)
		e := entry{len(t.cues), ws[1:]}
		t.cues = append(t.cues, c)
		key := c.Class + " " + ws[0]
		t.byLemma[key] = insertLongest(t.byLemma[key], e)
		for _, form := range inflect(ws[0], c.Class) {
			t.forms[form] = append(t.forms[form], e)
		}
	}
	return t, nil
}

func insertLongest(es []entry, e entry) []entry {
	i := 0
	for i < len(es) && len(es[i].rest) >= len(e.rest) {
		i++
	}
	es = append(es, entry{})
	copy(es[i+1:], es[i:])
	es[i] = e
	return es
}

// inflect returns the forms of a dictionary word, itself among them.
func inflect(w, class string) []string {
	switch class {
	case "noun":
		return []string{w, plural(w)}
	case "verb":
		past := w + "ed"
		ing := w + "ing"
		last := w[len(w)-1]
		switch {
		case strings.HasSuffix(w, "ie"):
			past, ing = w+"d", w[:len(w)-2]+"ying"
		case strings.HasSuffix(w, "ee"):
			past = w + "d"
		case last == 'e':
			past, ing = w+"d", w[:len(w)-1]+"ing"
		case last == 'y' && len(w) > 1 && !strings.ContainsRune("aeiou", rune(w[len(w)-2])):
			past = w[:len(w)-1] + "ied"
		}
		forms := []string{w, plural(w), past, ing}
		if len(w) > 2 && strings.ContainsRune("bdglmnprt", rune(last)) {
			forms = append(forms, w+string(last)+"ed", w+string(last)+"ing")
		}
		return append(forms, irregular[w]...)
	}
	return []string{w}
}

func plural(w string) string {
	switch {
	case strings.HasSuffix(w, "y") && len(w) > 1 && !strings.ContainsRune("aeiou", rune(w[len(w)-2])):
		return w[:len(w)-1] + "ies"
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "sh"), strings.HasSuffix(w, "ch"), strings.HasSuffix(w, "x"):
		return w + "es"
	}
	return w + "s"
}

// irregular holds the past forms of cue verbs that don't follow the rules.
var irregular = map[string][]string{
	"begin": {"began", "begun"}, "beseech": {"besought"}, "bet": {"bet"}, "bring": {"brought"}, "cast": {"cast"},
	"choose": {"chose", "chosen"}, "draw": {"drew", "drawn"}, "feel": {"felt"}, "fight": {"fought"},
	"find": {"found"}, "forbid": {"forbade", "forbidden"}, "forecast": {"forecast"}, "foresee": {"foresaw", "foreseen"},
	"foretell": {"foretold"}, "forget": {"forgot", "forgotten"}, "give": {"gave", "given"}, "go": {"went", "gone"},
	"hear": {"heard"}, "hide": {"hid", "hidden"}, "hit": {"hit"}, "hold": {"held"}, "know": {"knew", "known"},
	"lay": {"laid"}, "lead": {"led"}, "learn": {"learnt"}, "let": {"let"}, "make": {"made"}, "mean": {"meant"},
	"offset": {"offset"}, "overhear": {"overheard"}, "plead": {"pled"}, "put": {"put"}, "quit": {"quit"}, "read": {"read"},
	"retell": {"retold"}, "run": {"ran"}, "say": {"said"}, "see": {"saw", "seen"}, "seek": {"sought"}, "send": {"sent"},
	"set": {"set"}, "show": {"shown"}, "shun": {"shunned"}, "sing": {"sang", "sung"}, "speak": {"spoke", "spoken"},
	"spell": {"spelt"}, "stand": {"stood"}, "strive": {"strove", "striven"}, "swear": {"swore", "sworn"}, "take": {"took", "taken"},
	"teach": {"taught"}, "tear": {"tore", "torn"}, "tell": {"told"}, "think": {"thought"}, "understand": {"understood"},
	"undertake": {"undertook", "undertaken"}, "withdraw": {"withdrew", "withdrawn"}, "write": {"wrote", "written"},
}
