package english

// A UPOS is a universal part of speech, https://universaldependencies.org/u/pos/.
type UPOS uint8

// The parts of speech. UnknownPOS is the zero value and is on no analysed token.
const (
	UnknownPOS UPOS = iota
	ADJ
	ADP
	ADV
	AUX
	CCONJ
	DET
	INTJ
	NOUN
	NUM
	PART
	PRON
	PROPN
	PUNCT
	SCONJ
	SYM
	VERB
	X
)

var uposNames = [...]string{"_", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART",
	"PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"}

// String returns the name used by the treebanks: "PROPN".
func (p UPOS) String() string {
	if int(p) < len(uposNames) {
		return uposNames[p]
	}
	return uposNames[0]
}

// ParseUPOS is the inverse of [UPOS.String]; it returns UnknownPOS for any other
// name.
func ParseUPOS(name string) UPOS {
	for i, n := range uposNames {
		if n == name {
			return UPOS(i)
		}
	}
	return UnknownPOS
}

// A Rel is a relation of a token to its head, https://universaldependencies.org/en/dep/.
type Rel uint8

// The relations of the English treebanks. UnknownRel is the zero value and is on
// no analysed token.
const (
	UnknownRel Rel = iota
	Acl
	AclRelcl
	Advcl
	AdvclRelcl
	Advmod
	Amod
	Appos
	Aux
	AuxPass
	Case
	Cc
	CcPreconj
	Ccomp
	Compound
	CompoundPrt
	Conj
	Cop
	Csubj
	CsubjOuter
	CsubjPass
	Dep
	Det
	DetPredet
	Discourse
	Dislocated
	Expl
	Fixed
	Flat
	Goeswith
	Iobj
	List
	Mark
	Nmod
	NmodDesc
	NmodPoss
	NmodUnmarked
	Nsubj
	NsubjOuter
	NsubjPass
	Nummod
	Obj
	Obl
	OblAgent
	OblUnmarked
	Orphan
	Parataxis
	Punct
	Reparandum
	Root
	Vocative
	Xcomp
)

var relNames = [...]string{"_", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux",
	"aux:pass", "case", "cc", "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj",
	"csubj:outer", "csubj:pass", "dep", "det", "det:predet", "discourse", "dislocated", "expl", "fixed", "flat",
	"goeswith", "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer",
	"nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct",
	"reparandum", "root", "vocative", "xcomp"}

// String returns the label used by the treebanks: "nsubj:pass".
func (r Rel) String() string {
	if int(r) < len(relNames) {
		return relNames[r]
	}
	return relNames[0]
}

// ParseRel is the inverse of [Rel.String]; it returns UnknownRel for any other
// name.
func ParseRel(name string) Rel {
	for i, n := range relNames {
		if n == name {
			return Rel(i)
		}
	}
	return UnknownRel
}

// Feats are the features of a word that decide who did what and whether it was
// done. The zero value of each means that the word has no such feature.
type Feats struct {
	Tense    Tense
	VerbForm VerbForm
	Number   Number
	Negative bool // a word that negates: not, n't, no, never, neither, nor, nobody ...
}

// A Tense is past, present or none.
type Tense uint8

// The tenses. A future is an auxiliary, "will", over an infinitive.
const (
	NoTense Tense = iota
	Past
	Present
)

// A VerbForm tells finite verbs from the rest.
type VerbForm uint8

// The forms of verbs.
const (
	NoVerbForm VerbForm = iota
	Finite
	Infinitive
	Participle
	Gerund
)

// A Number is singular, plural or none.
type Number uint8

// The numbers.
const (
	NoNumber Number = iota
	Singular
	Plural
)
