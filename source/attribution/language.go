package attribution

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/source"
)

// A LanguageError says that a document is not in English.
type LanguageError struct {
	Language string // a BCP 47 tag, or where it is guessed a name: "German"
	Guessed  bool   // the document doesn't state it
}

func (e *LanguageError) Error() string {
	if e.Guessed {
		return fmt.Sprintf("the text looks like %s, and attribution reads English only: set the document's language where that is wrong", e.Language)
	}
	return fmt.Sprintf("the document's language is %q, and attribution reads English only", e.Language)
}

// checkLanguage refuses what isn't English. A stated language is believed.
func checkLanguage(d *source.Document) error {
	if d.Language != "" {
		base, _, _ := strings.Cut(strings.ReplaceAll(d.Language, "_", "-"), "-")
		if !strings.EqualFold(base, "en") && !strings.EqualFold(base, "eng") {
			return &LanguageError{Language: d.Language}
		}
		return nil
	}
	if l := guessLanguage(d.Text); l != "" {
		return &LanguageError{Language: l, Guessed: true}
	}
	return nil
}

// unnamed is a language that the tables don't know.
const unnamed = "a language other than English"

// guessLanguage names the language of a text that is not English, and returns ""
// for English and for what can't be told: names alone, a figure, a word. It reads
// the text's first 4,000 words at most, and those outside quotation marks where
// there are enough, since an English report may quote a foreign one at length.
//
// Two things tell: words that English doesn't know (those without a vector in the
// parser), and the commonest words of others. A sentence is enough; a headline of
// two or three words often isn't. The bounds were set on the sentences of
// testdata/languages.tsv and on 41,000 English ones, of which they refuse ten.
func guessLanguage(text string) string {
	words := spelledWords(text)
	if l := byScript(words); l != "" {
		return l
	}
	t := languageTable()
	score := make([]float64, len(t.names))
	lowercase, strange := 0, 0
	for i, w := range words {
		first, _ := utf8.DecodeRuneInString(w.text)
		if unicode.IsUpper(first) && !w.opens && !w.shouts || particle(words, i) {
			continue // names are the same everywhere
		}
		if len(w.text) == 1 && unicode.IsUpper(first) {
			continue // initials
		}
		l := strings.ToLower(w.text)
		known := t.words[l]
		foreign := len(known) > 0 && known[0] != 0
		for _, k := range known {
			switch {
			case k > 0:
				score[k] += 1 / float64(len(known))
			case len(known) > 1:
				score[k] += 0.5 // "a", "to": others have it, too
			default:
				score[k]++
			}
		}
		for _, r := range l {
			for _, k := range t.letters[r] {
				if r > 0x7f {
					score[k] += 0.5
				}
			}
		}
		if unicode.IsUpper(first) && !w.shouts {
			continue // the first word of a sentence may be a name
		}
		lowercase++
		if foreign || len(known) == 0 && !english.Known(l) {
			strange++
		}
	}
	best := 0
	for k := range score {
		if k > 0 && (best == 0 || score[k] > score[best]) {
			best = k
		}
	}
	switch {
	case lowercase >= 3 && 2*strange > lowercase && 4*score[0] < max(float64(lowercase), 4*score[best]),
		lowercase >= 2 && strange == lowercase,
		lowercase >= 2 && lowercase <= 4 && strange > 0 && score[0] == 0 && score[best] >= 0.2,
		score[best] >= 2 && score[best] > 2*score[0] && 4*strange > lowercase:
	default:
		return ""
	}
	if score[best] < 0.2 {
		return unnamed
	}
	return t.names[best]
}

// A spelled is a word of a text as it is written.
type spelled struct {
	text   string
	opens  bool // it begins a sentence
	shouts bool // the text is in capitals altogether
}

const (
	mostWords  = 4000
	fewOutside = 3 // words outside quotation marks that tell by themselves
)

// spelledWords cuts a text into words, those outside quotation marks where these
// are enough.
func spelledWords(text string) []spelled {
	var all, outside []spelled
	shouts := strings.ToUpper(text) == text
	opens, quoted := true, false
	for at := 0; at < len(text) && len(all) < mostWords; {
		r, n := utf8.DecodeRuneInString(text[at:])
		switch {
		case r == '“' || r == '«' || r == '„':
			quoted = true
		case r == '”' || r == '»':
			quoted = false
		case r == '"' && !quoted:
			quoted = true
		case r == '"', r == '\n':
			quoted = false
		}
		if !unicode.IsLetter(r) {
			opens = opens || r == '.' || r == '!' || r == '?' || r == '\n' || r == ':'
			at += n
			continue
		}
		end := wordEnd(text, at)
		if k := addressEnd(text, at, end); k > end { // nor do addresses and initials tell
			at, opens = k, false
			continue
		}
		w := spelled{text[at:end], opens, shouts}
		all = append(all, w)
		if !quoted {
			outside = append(outside, w)
		}
		at, opens = end, false
		if r, n := utf8.DecodeRuneInString(text[at:]); r == '\'' || r == '’' || r == '‘' {
			if k := wordEnd(text, at+n); contractions[strings.ToLower(text[at+n:k])] {
				at = k // "don't", "the mayor's"
				if len(all) < mostWords && w.text[len(w.text)-1] == 'n' {
					all[len(all)-1].text = "not"
					if !quoted {
						outside[len(outside)-1].text = "not"
					}
				}
			}
		}
	}
	if len(outside) >= fewOutside {
		return outside
	}
	return all
}

// contractions are what English puts behind an apostrophe.
var contractions = setOf("t s m d re ve ll")

// wordEnd returns where the letters that begin at text[at] end.
func wordEnd(text string, at int) int {
	for at < len(text) {
		r, n := utf8.DecodeRuneInString(text[at:])
		if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) && !unicode.Is(unicode.Mc, r) {
			break
		}
		at += n
	}
	return at
}

// maxAddress bounds the addresses that are looked for, in bytes.
const maxAddress = 200

// addressEnd returns the end of the address, tag or run of initials whose first
// word is text[at:end], and end where there is none: "jane@example.org", "U.S.".
func addressEnd(text string, at, end int) int {
	k := end
	for k < len(text) && k < at+maxAddress && text[k] > ' ' && text[k] < 0x7f {
		k++
	}
	for i := end; i < k; i++ {
		switch c := text[i]; {
		case c == '@', c == '_', c == '/', c == '>', c == '.' && (i+1 < k && text[i+1] != '"' && text[i+1] != ')' || i == at+1):
			return k
		}
	}
	if at > 0 && (text[at-1] == '@' || text[at-1] == '#') {
		return max(k, end)
	}
	return end
}

// particles stand in lower case inside the names of people.
var particles = setOf("von van der den de la las los le du des del della di da do dos das el al bin ibn abu ben ter ten zu zum y e i af av til")

// particle reports whether word i is a particle of a name: between two words with
// capitals, other particles aside.
func particle(words []spelled, i int) bool {
	if !particles[words[i].text] {
		return false
	}
	capital := func(k int) bool {
		r, _ := utf8.DecodeRuneInString(words[k].text)
		return unicode.IsUpper(r)
	}
	lo, hi := i-1, i+1
	for lo >= 0 && particles[words[lo].text] {
		lo--
	}
	for hi < len(words) && particles[words[hi].text] {
		hi++
	}
	return lo >= 0 && hi < len(words) && capital(lo) && capital(hi) && hi-lo <= 3
}

// scripts are the scripts that English isn't written in, with the languages that
// are, the last without letters of its own.
var scripts = []struct {
	table     *unicode.RangeTable
	languages []lettered
}{
	{unicode.Cyrillic, []lettered{
		{"Ukrainian", "іїєґ"}, {"Belarusian", "ў"}, {"Macedonian", "ѓќѕ"}, {"Serbian", "јљњђћџ"}, {"Kazakh or Kyrgyz", "қңұүөһ"}, {"Tajik", "ҷӯӣ"},
		{"Russian", "ыэё"}, {"Bulgarian", "ъ"}, {"Russian", ""}}},
	{unicode.Arabic, []lettered{{"Urdu", "ٹڈڑےں"}, {"Pashto", "ښړۍټ"}, {"Kurdish", "ێۆڕڵە"}, {"Persian", "گچپژکی"}, {"Arabic", ""}}},
	{unicode.Hebrew, []lettered{{"Hebrew", ""}}}, {unicode.Armenian, []lettered{{"Armenian", ""}}}, {unicode.Georgian, []lettered{{"Georgian", ""}}},
	{unicode.Greek, []lettered{{"Greek", ""}}}, {unicode.Hiragana, []lettered{{"Japanese", ""}}}, {unicode.Katakana, []lettered{{"Japanese", ""}}},
	{unicode.Han, []lettered{{"Chinese", ""}}}, {unicode.Hangul, []lettered{{"Korean", ""}}}, {unicode.Devanagari, []lettered{{"Hindi or another language in Devanagari", ""}}},
	{unicode.Bengali, []lettered{{"Bengali", ""}}}, {unicode.Tamil, []lettered{{"Tamil", ""}}}, {unicode.Thai, []lettered{{"Thai", ""}}}, {unicode.Ethiopic, []lettered{{"Amharic or Tigrinya", ""}}},
	{unicode.Myanmar, []lettered{{"Burmese", ""}}}, {unicode.Khmer, []lettered{{"Khmer", ""}}}, {unicode.Sinhala, []lettered{{"Sinhala", ""}}},
}

// A lettered is a language with the letters by which it is told from those below.
type lettered struct{ name, letters string }

// byScript names the language of words most of whose letters aren't Latin, "" for
// others.
func byScript(words []spelled) string {
	letters := 0
	byScript := make([]int, len(scripts))
	seen := map[rune]int{}
	for _, w := range words {
		for _, r := range strings.ToLower(w.text) {
			letters++
			if r < 0x370 {
				continue
			}
			seen[r]++
			for i, s := range scripts {
				if unicode.Is(s.table, r) {
					byScript[i]++
					break
				}
			}
		}
	}
	most, all := 0, 0
	for i, n := range byScript {
		all += n
		if n > byScript[most] {
			most = i
		}
	}
	if all == 0 || 2*all <= letters {
		return ""
	}
	// Japanese mixes Chinese characters with its own.
	for i, s := range scripts {
		if s.languages[0].name == "Japanese" && 10*byScript[i] > all {
			most = i
		}
	}
	for _, l := range scripts[most].languages {
		n := 0
		for _, r := range l.letters {
			n += seen[r]
		}
		if 100*n >= byScript[most] && n > 0 || l.letters == "" {
			return l.name
		}
	}
	return unnamed
}

//go:embed languages.txt
var languagesTXT string

// A languagesTable is languages.txt with its indexes. English has number 0.
type languagesTable struct {
	names   []string
	words   map[string][]int // languages that have the word, in order
	letters map[rune][]int
}

var languageTable = sync.OnceValue(func() *languagesTable {
	t := &languagesTable{words: map[string][]int{}, letters: map[rune][]int{}}
	for line := range strings.Lines(languagesTXT) {
		f := strings.Split(strings.TrimSpace(line), "|")
		if len(f) != 3 || line[0] == '#' {
			continue
		}
		k := len(t.names)
		t.names = append(t.names, strings.TrimSpace(f[0]))
		for _, l := range strings.Fields(f[1]) {
			r, _ := utf8.DecodeRuneInString(l)
			t.letters[r] = append(t.letters[r], k)
		}
		for _, w := range strings.Fields(f[2]) {
			if n := len(t.words[w]); n == 0 || t.words[w][n-1] != k {
				t.words[w] = append(t.words[w], k)
			}
		}
	}
	return t
})
