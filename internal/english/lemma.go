package english

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	//go:embed lemmas/irregular.txt
	irregularText string
	//go:embed lemmas/verbs.txt
	verbsText string
	//go:embed lemmas/nouns-e.txt
	nounsEText string
	//go:embed lemmas/adjectives-e.txt
	adjectivesEText string
)

// A lemmatizer knows the irregular forms and the words that rules need to know.
type lemmatizer struct {
	verb, noun, adj            map[string]string // irregular forms
	verbs, nounsE, adjectivesE map[string]bool
}

func newLemmatizer() *lemmatizer {
	l := &lemmatizer{map[string]string{}, map[string]string{}, map[string]string{}, set(verbsText), set(nounsEText), set(adjectivesEText)}
	for line := range strings.Lines(irregularText) {
		f := strings.Fields(line)
		switch m := map[string]map[string]string{"verb": l.verb, "noun": l.noun, "adj": l.adj}[f[0]]; {
		case m[f[1]] == "":
			m[f[1]] = f[2]
		}
	}
	for _, w := range []string{"series", "species", "news", "means", "headquarters", "troops", "clothes", "regards", "supplies", "goods",
		"thanks", "politics", "economics", "mathematics", "physics", "ethics", "outskirts", "whereabouts", "remains", "arms"} {
		l.noun[w] = w // no singular, or another meaning in it
	}
	l.verb["lay"] = "lie"
	return l
}

// closed are the lemmas of words that no rule reaches, as UD EWT has them, by form
// or by form and tag.
var closed = map[string]string{
	"an": "a", "n't": "not", "not": "not", "'ll MD": "will", "'d MD": "would", "wo MD": "will", "ca MD": "can", "sha MD": "shall",
	"'s VBZ": "be", "'re VBP": "be", "'m VBP": "be", "'ve VBP": "have", "'ve VB": "have", "'d VBD": "have", "'s PRP": "we",
	"am": "be", "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "being VBG": "be", "'s POS": "'s",
	"has": "have", "had": "have", "having": "have", "does VBZ": "do", "did": "do", "done": "do",
	"me PRP": "I", "us PRP": "we", "him PRP": "he", "her PRP": "she", "them PRP": "they", "'em PRP": "they", "i PRP": "I",
	"whom": "whom", "these": "this", "those": "that", "’ POS": "'s",
	"better RBR": "well", "better JJR": "good", "best JJS": "good", "best RBS": "well", "worse JJR": "bad", "worst JJS": "bad",
	"more JJR": "more", "most JJS": "most", "less JJR": "less", "least JJS": "least", "others": "other",
	"nt RB": "not", "s VBZ": "be", "m VBP": "be", "s POS": "'s", "' POS": "'s", "am NN": "a.m.", "pm NN": "p.m.",
	"“": "\"", "”": "\"", "‘": "'", "n'": "and", "wan": "want", "gon": "go", "na": "to", "got": "get",
}

// lemma returns the dictionary form of a token with its tags set.
func (l *lemmatizer) lemma(form string, upos UPOS, xpos string, first bool) string {
	if len(form) > 40 {
		return form
	}
	w := strings.ToLower(form)
	if strings.HasPrefix(w, "’") || strings.HasPrefix(w, "n’") {
		w = strings.Replace(w, "’", "'", 1)
	}
	switch {
	case xpos == "NNPS":
		return matchCase(l.plural(w), form)
	case upos == PROPN, upos == ADJ && xpos == "NNP", w == "i" && upos == NUM:
		return form
	case upos == NUM:
		return strings.ReplaceAll(w, ",", "")
	}
	if s, ok := closed[w+" "+xpos]; ok {
		return s
	}
	if s, ok := closed[w]; ok {
		return s
	}
	switch xpos {
	case "VBD", "VBN", "VBG", "VBZ":
		return l.inflected(w, xpos)
	case "NNS":
		return l.plural(w)
	case "JJR", "RBR":
		return l.compared(w, "er")
	case "JJS", "RBS":
		return l.compared(w, "est")
	case "JJ", "NN":
		// Names keep their case: American, Kurdish, U.S.
		if r, _ := utf8.DecodeRuneInString(form); unicode.IsUpper(r) && (isUpper(form) && len(form) < 5 || strings.Contains(form, ".") ||
			upos == ADJ && ethnic(w)) {
			return form
		}
	}
	return w
}

// names are adjectives from names with an end that many others have.
var names = set("arab greek czech swiss thai muslim islamic jewish christian shiite shia sunni arctic slavic semitic hispanic olympic soviet uzbek tajik kazakh uyghur serb croat kurd turkic dutch welsh")

// ethnic reports whether an adjective looks as if it came from a name.
func ethnic(w string) bool {
	if names[w] {
		return true
	}
	for _, end := range []string{"an", "ese", "ish", "i", "ch", "ean", "nic", "tic"} {
		if strings.HasSuffix(w, end) && len(w) > len(end)+2 {
			return true
		}
	}
	return false
}

func matchCase(lemma, form string) string {
	if !strings.HasPrefix(strings.ToLower(form), lemma) {
		r, size := utf8.DecodeRuneInString(lemma)
		return string(unicode.ToUpper(r)) + lemma[size:]
	}
	if len(lemma) <= len(form) {
		return form[:len(lemma)]
	}
	return form
}

// inflected undoes -ed, -ing and -s of a verb in lower case.
func (l *lemmatizer) inflected(w, xpos string) string {
	if s, ok := l.verb[w]; ok {
		return s
	}
	if xpos == "VBZ" {
		if i := strings.LastIndexByte(w, 's'); i == len(w)-1 && i > 1 {
			if s := w[:i]; l.verbs[s] || !strings.HasSuffix(w, "es") {
				return s
			}
			if strings.HasSuffix(w, "ies") {
				return w[:len(w)-3] + "y"
			}
			return w[:len(w)-2]
		}
		return w
	}
	end := "ed"
	if xpos == "VBG" {
		end = "ing"
	}
	s, ok := strings.CutSuffix(w, end)
	if !ok && strings.HasSuffix(w, "in'") {
		s, ok = w[:len(w)-3], true
	}
	if !ok || len(s) < 2 {
		return w
	}
	n := len(s)
	switch e := s + "e"; {
	case l.verbs[s] && !(l.verbs[e] && shortStem(s)):
		return s
	case l.verbs[e]:
		return e
	case end == "ed" && s[n-1] == 'i':
		return s[:n-1] + "y"
	case n > 2 && s[n-1] == s[n-2] && s[n-1] != 's' && s[n-1] != 'l' || n > 2 && s[n-1] == s[n-2] && l.verbs[s[:n-1]]:
		return s[:n-1]
	}
	for _, prefix := range []string{"re", "non-", "re-", "un", "over", "out", "under", "mis", "pre", "pre-", "co-", "de"} {
		if rest, ok := strings.CutPrefix(w, prefix); ok && len(rest) > 4 {
			if stem := l.inflected(rest, xpos); l.verbs[stem] {
				return prefix + stem
			}
		}
	}
	// An unknown verb: -e after what English words don't end in.
	switch s[n-1] {
	case 'v', 'c', 'u':
		return s + "e"
	case 's', 'z', 'g':
		if !isVowel(s[n-2]) && s[n-1] == 'g' && s[n-2] == 'n' || s[n-1] == s[n-2] {
			return s
		}
		return s + "e"
	case 't':
		if strings.HasSuffix(s, "at") {
			return s + "e"
		}
	}
	return s
}

// shortStem reports whether s ends in one vowel and one consonant after a
// consonant: its regular past would double the last.
func shortStem(s string) bool {
	n := len(s)
	if n < 3 || isVowel(s[n-1]) || !isVowel(s[n-2]) || isVowel(s[n-3]) {
		return false
	}
	switch s[n-1] {
	case 'w', 'x', 'y':
		return false
	}
	return true
}

func isVowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }

// plural undoes the -s of a noun in lower case.
func (l *lemmatizer) plural(w string) string {
	if s, ok := l.noun[w]; ok {
		return s
	}
	n := len(w)
	if n < 3 || w[n-1] != 's' || w[n-2] == 's' {
		if w, ok := strings.CutSuffix(w, "men"); ok {
			return w + "man"
		}
		return w
	}
	s := w[:n-1]
	if s[n-2] != 'e' {
		return strings.TrimRight(s, "'’")
	}
	if l.nounsE[s] {
		return s
	}
	switch bare := s[:n-2]; {
	case strings.HasSuffix(bare, "i") && len(bare) > 1:
		return bare[:len(bare)-1] + "y"
	case strings.HasSuffix(bare, "x"), strings.HasSuffix(bare, "ch"), strings.HasSuffix(bare, "sh"), strings.HasSuffix(bare, "ss"),
		strings.HasSuffix(bare, "o"), strings.HasSuffix(bare, "us"), strings.HasSuffix(bare, "zz"):
		return bare
	}
	return s
}

// compared undoes -er or -est of an adjective or adverb.
func (l *lemmatizer) compared(w, end string) string {
	if s, ok := l.adj[w]; ok {
		return s
	}
	s, ok := strings.CutSuffix(w, end)
	if !ok || len(s) < 2 {
		return w
	}
	n := len(s)
	switch {
	case l.adjectivesE[s+"e"]:
		return s + "e"
	case s[n-1] == 'i':
		return s[:n-1] + "y"
	case n > 2 && s[n-1] == s[n-2] && !isVowel(s[n-1]) && s[n-1] != 'l' && s[n-1] != 's':
		return s[:n-1]
	}
	return s
}
