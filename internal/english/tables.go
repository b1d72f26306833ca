package english

import (
	_ "embed"
	"strings"
)

// An abbreviation is the class of a word of abbreviations.txt.
type abbreviation uint8

const (
	notAbbreviation abbreviation = iota
	title
	ending
	beforeNumber
	date
)

//go:embed abbreviations.txt
var abbreviationsText string

// abbreviations maps lower-case words without their stop to their class.
var abbreviations = func() map[string]abbreviation {
	classes := map[string]abbreviation{"title": title, "end": ending, "number": beforeNumber, "date": date}
	m := make(map[string]abbreviation)
	for line := range strings.Lines(abbreviationsText) {
		f := strings.Fields(line)
		if len(f) == 0 || f[0] == "#" {
			continue
		}
		for _, w := range f[1:] {
			m[w] = classes[f[0]]
		}
	}
	return m
}()

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// Prefixes that stay on their word across a hyphen. UD EWT splits hyphenated
// words but for these; read off its training file.
var hyphenPrefixes = set("anti co counter cross e ex inter intra macro mega meta micro mid mini multi neo non over pan post pre pro proto pseudo re semi socio sub super trans ultra un under vice")

// Words that are two tokens, with the length of the first, from UD EWT.
var fused = map[string]int{"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "dunno": 2, "gimme": 3, "lemme": 3}

// Units that part from the number before them, "10km" and "5pm".
var units = set("a.m am bn cc cm feet ft g gb ghz gm hours hp hrs inch k kb kg khz km kph kw l lb lbs m mb mg mhz min ml mm mph mw nm oz p.m pm sec tb yr yrs")

// Words that often start a sentence, to tell "in the U.S. The army" from "the
// U.S. Army": none of them is likely inside a name.
var starters = set("a according after all also although an and another as asked at because before both but by despite during each earlier even for from he her here his how however i if in instead it its last later many meanwhile more most nevertheless no now of on once one only other others our over she since so some such than that the their then there these they this those though thus to today two under until upon we what when where whether which while who why with yet you your")

// Verbs that follow a quotation which ends in ? or !: "Why?" Smith asked.
var sayings = set("added adds announced answered argued asked asks claimed continued cried declared exclaimed explained insisted joked noted recalled remarked replied responded said says shouted stated thought told tweeted warned wondered wrote")
