package attribution

import (
	"fmt"
	"strings"
	"sync"
	"unicode"

	"github.com/seed514b815a/rashomon/source"
)

// A LanguageError says that a document is not in English.
type LanguageError struct {
	Language string // a BCP 47 tag, or the name of a script
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

// stopWords are the commonest words of languages in Latin script that the press
// is written in, apart from those that English has too. They are few: the guess
// has to tell English from the rest, no more.
var stopWords = map[string][]string{
	"en": {"the", "of", "and", "that", "is", "was", "for", "with", "said", "it", "by", "has", "are", "from", "were", "which", "his", "not"},
	"fr": {"le", "la", "les", "des", "et", "est", "une", "dans", "que", "qui", "pour", "avec", "sur", "pas", "du", "ont", "été"},
	"es": {"el", "los", "las", "que", "y", "una", "por", "con", "para", "del", "se", "su", "es", "fue", "como", "más"},
	"de": {"der", "die", "das", "und", "ist", "nicht", "mit", "den", "von", "ein", "eine", "dem", "auf", "für", "sich", "wurde"},
	"it": {"il", "che", "di", "una", "per", "non", "con", "sono", "della", "gli", "dei", "ha", "è", "nel", "alla"},
	"pt": {"o", "os", "que", "uma", "para", "com", "não", "por", "dos", "das", "foi", "ao", "na", "são", "mais"},
	"nl": {"het", "een", "van", "en", "niet", "dat", "zijn", "met", "voor", "op", "aan", "werd", "bij"},
	"tr": {"ve", "bir", "bu", "için", "ile", "da", "de", "olarak", "olan", "çok", "sonra", "kadar"},
	"az": {"və", "bir", "bu", "üçün", "ilə", "da", "də", "olan", "edib", "olub", "tərəfindən"},
	"pl": {"w", "i", "na", "z", "się", "nie", "do", "że", "jest", "przez", "od", "po"},
	"sv": {"och", "att", "det", "som", "en", "är", "på", "för", "med", "av", "inte", "har"},
	"id": {"yang", "dan", "di", "dengan", "untuk", "dari", "ini", "itu", "pada", "telah"},
	"ro": {"și", "în", "de", "la", "care", "pe", "nu", "cu", "că", "este", "din"},
}

// scripts are the scripts that English isn't written in.
var scripts = []struct {
	name  string
	table *unicode.RangeTable
}{
	{"a text in Cyrillic script", unicode.Cyrillic}, {"a text in Arabic script", unicode.Arabic}, {"a text in Hebrew script", unicode.Hebrew},
	{"a text in Armenian script", unicode.Armenian}, {"a text in Georgian script", unicode.Georgian}, {"a text in Greek script", unicode.Greek},
	{"a text in Chinese script", unicode.Han}, {"a text in Japanese script", unicode.Hiragana}, {"a text in Korean script", unicode.Hangul},
	{"a text in Devanagari script", unicode.Devanagari}, {"a text in Thai script", unicode.Thai},
}

// guessLanguage names the language of a text that is plainly not English, and
// returns "" for English and for what is too short to tell. It reads the text's
// first 4,000 words at most.
func guessLanguage(text string) string {
	letters := 0
	byScript := make([]int, len(scripts))
	counts := map[string]int{}
	words := 0
	for field := range strings.FieldsSeq(text) {
		if words++; words > 4000 {
			break
		}
		for _, r := range field {
			if !unicode.IsLetter(r) {
				continue
			}
			letters++
			if r < 0x370 {
				continue
			}
			for i, s := range scripts {
				if unicode.Is(s.table, r) {
					byScript[i]++
				}
			}
		}
		w := strings.ToLower(strings.TrimFunc(field, func(r rune) bool { return !unicode.IsLetter(r) }))
		for _, l := range languagesOf()[w] {
			counts[l]++
		}
	}
	for i, n := range byScript {
		if 2*n > letters {
			return scripts[i].name
		}
	}
	best, most := "", 0
	for _, l := range languages {
		if counts[l] > most {
			best, most = l, counts[l]
		}
	}
	// A few foreign words in an English text, or a text of a line, prove nothing.
	if best == "en" || most < 8 || most < 3*counts["en"] || 12*most < words {
		return ""
	}
	return languageNames[best]
}

// languages is in a fixed order: determinism.
var languages = []string{"en", "fr", "es", "de", "it", "pt", "nl", "tr", "az", "pl", "sv", "id", "ro"}

var languageNames = map[string]string{"fr": "French", "es": "Spanish", "de": "German", "it": "Italian", "pt": "Portuguese", "nl": "Dutch",
	"tr": "Turkish", "az": "Azerbaijani", "pl": "Polish", "sv": "Swedish", "id": "Indonesian", "ro": "Romanian"}

// languagesOf leads from a stop word to its languages.
var languagesOf = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for _, l := range languages {
		for _, w := range stopWords[l] {
			m[w] = append(m[w], l)
		}
	}
	return m
})
