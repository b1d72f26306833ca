// Package fold makes the spellings of a name alike.
package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// letters are the Latin letters that lose more than a mark on the way to ASCII.
var letters = strings.NewReplacer(
	"ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "đ", "d", "ð", "d", "þ", "th", "ł", "l", "ı", "i", "ə", "a", "ǝ", "a", "ħ", "h", "ŋ", "n", "ʻ", "", "’", "", "‘", "", "ʼ", "", "'", "", "`", "", "ʿ", "", ".", "", "&", " and ",
)

// bases holds the ASCII letter under each marked one, by runs of Unicode's Latin
// blocks: that is all the folding names need, and x/text would be a dependency.
var bases = map[rune]rune{}

func init() {
	for base, marked := range map[rune]string{
		'a': "àáâãäåāăąǎạảấầẩẫậắằẳẵặ", 'c': "çćĉċč", 'd': "ďḑḍ", 'e': "èéêëēĕėęěẹẻẽếềểễệ", 'g': "ĝğġģǧ", 'h': "ĥḩḥ", 'i': "ìíîïĩīĭįǐịỉ", 'j': "ĵ",
		'k': "ķḱ", 'l': "ĺļľḷ", 'm': "ṁṃ", 'n': "ñńņňṇ", 'o': "òóôõöōŏőǒơọỏốồổỗộớờởỡợ", 'r': "ŕŗřṛ", 's': "śŝşšșṣ", 't': "ţťțṭ", 'u': "ùúûüũūŭůűųǔưụủứừửữự",
		'w': "ŵ", 'y': "ýÿŷỳỹ", 'z': "źżžẓ",
	} {
		for _, r := range marked {
			bases[r] = base
		}
	}
}

// Name folds a name: lower case, marks and apostrophes gone, hyphens as spaces,
// single spaces, no article in front.
func Name(name string) string {
	s := letters.Replace(strings.ToLower(name))
	var b strings.Builder
	space := false
	for _, r := range s {
		if base, ok := bases[r]; ok {
			r = base
		}
		switch {
		case unicode.Is(unicode.Mn, r):
			continue
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			b.WriteRune(r)
		default:
			space = true
		}
	}
	out := b.String()
	if rest, ok := strings.CutPrefix(out, "the "); ok {
		return rest
	}
	return out
}

// Title returns a folded name with its words capitalised, which is the name of
// most places.
func Title(key string) string {
	var b strings.Builder
	up := true
	for _, r := range key {
		if up {
			r = unicode.ToUpper(r)
		}
		up = r == ' '
		b.WriteRune(r)
	}
	return b.String()
}

// Acronym reports whether a name is written in capitals alone, as "U.S." is.
func Acronym(name string) bool {
	n := 0
	for _, r := range name {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n >= 2
}

// Capital reports whether a name begins with a capital, an article aside.
func Capital(name string) bool {
	if len(name) > 4 && strings.EqualFold(name[:4], "the ") {
		name = name[4:]
	}
	r, _ := utf8.DecodeRuneInString(name)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}
