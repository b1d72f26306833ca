package attribution

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/internal/english/coref"
)

// Many cue verbs have another sense when their subject can't speak: a storm
// threatens a coast, sales support a currency. Those ask for a holder: a name, a
// pronoun for people, or a noun for a person, a body of people or a document.

//go:embed matters.txt
var mattersTXT string

// matterList holds nouns for what is said or thought.
var matterList = sync.OnceValue(func() map[string]bool { return setOf(mattersTXT) })

// paper reports whether the phrase headed by t is something written or counted,
// which shows what it says.
func (v *view) paper(t int) bool {
	return t >= 0 && (papers[lower(v.Tokens[t].Lemma)] || papers[lower(v.Tokens[t].Form)])
}

// bodies are nouns for groups and institutions that say and want things.
var bodies = setOf(`academy administration agency alliance ally army assembly association audience authority authorities bank bar bench
	bloc board body branch brigade broadcaster bureau business cabinet camp campaign capital caucus chamber channel charity church city clan clergy club
	coalition commission committee community company conference congress conservancy consortium consulate contingent convention corporation council country
	county couple court coven crew crowd delegation delegate demonstrator department diaspora directorate district division electorate embassy
	enterprise establishment family faction federation firm fleet force forces foundation front gang generation government group guard hospital household
	house industry institute institution intelligence investigator judiciary junta jury kingdom kremlin labor labour laity league leadership legislature lobby
	majority management maker manufacturer media men militia military ministry minority mission mob movement municipality nation navy network
	newsroom ngo office opposition organisation organization outlet panel parliament parish party patrol pentagon people percent personnel plaintiff platoon
	police populace population power presidency press prosecution province public publisher quarter regime regiment region republic retailer schoolboard
	secretariat sect senate service side society squad staff startup state station studio subcommittee supplier syndicate talibans taskforce
	team tribe tribunal troop troops trust union unit university village vendor watchdog wing women world
	head chief chair star legend icon champion voice member pair duo trio
	number half third many most majority lot dozens hundreds thousands millions others none both neither half some few several`)

// papers are nouns for what speaks in the place of its author.
var papers = setOf(`account ad advert advertisement affidavit agreement amendment analysis announcement answer article assessment audit banner
	biography bill blog book broadcast brief brochure caption chart chronicle clip column comment commentary commercial communique communiqué complaint
	constitution contract cover data database decision declaration decree dispatch document documentary dossier draft edition editorial email e-mail
	essay estimate evidence excerpt exhibit exit fact figure file filing film finding flier flyer footage forecast graph graphic guideline headline
	image indictment inquiry investigation invoice journal judgment label law lawsuit leaflet legislation letter list log magazine mailer manifesto manual map memo
	memoir memorandum message minute motion narrator newsletter newspaper newsreel note notice op-ed opinion order outline page pamphlet paper paragraph
	petition photo photograph picture placard plan platform plaque policy poll polls post poster preface press-release probe proclamation profile
	projection proposal prospectus publication question questionnaire reading receipt record recording regulation release report research resolution
	response result results review ruling rumor rumour sample script section segment series shirt sign slogan source speech spot statement statistic statistics
	statute story study subpoena suit summary survey tape tally testimony text theory ticker timeline title track transcript treaty trial tweet
	verdict version video voice warrant watchdog website wiki wire writing x-ray`)

// people are pronouns for people.
var people = setOf("i you he she we they who him her them us me everyone everybody someone somebody anyone anybody nobody no-one one many some others all most both few several neither none myself himself herself themselves these those another whoever")

// holder reports whether the phrase headed by token t can hold an opinion.
func (v *view) holder(t int) bool {
	if t < 0 {
		return false
	}
	w := lower(v.Tokens[t].Form)
	switch v.Tokens[t].UPOS {
	case english.PROPN:
		return true
	case english.PRON:
		if w == "it" || w == "which" || w == "that" {
			return w != "that" || v.Tokens[t].XPOS == "WDT"
		}
		return people[w]
	case english.NUM, english.DET, english.ADJ:
		return true // "49 percent", "many", "the poor"
	}
	l := lower(v.Tokens[t].Lemma)
	if bodies[l] || bodies[w] || papers[l] || papers[w] || coref.Person(l) || sources[l] {
		return true
	}
	// "co-chairwoman", "lawmakers", "Trump-supporters"
	l = l[strings.LastIndexByte(l, '-')+1:]
	return coref.Person(l) || isProper(v.Tokens[t].Form) && t > 0 || strings.HasSuffix(l, "man") || strings.HasSuffix(l, "woman") || strings.HasSuffix(l, "person") || strings.HasSuffix(l, "maker") || strings.HasSuffix(l, "goer")
}
