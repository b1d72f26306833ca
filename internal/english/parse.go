package english

// parse fills tags, lemmas and tree of the tokens of one sentence.
func parse(tokens []Token) {
	for i := range tokens {
		tokens[i].Head = i - 1
		tokens[i].Rel = Dep
	}
	if len(tokens) > 0 {
		tokens[0].Rel = Root
	}
}
