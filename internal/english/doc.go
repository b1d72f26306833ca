// Package english reads English: it cuts text into sentences and words, tags and
// lemmatises the words, and hangs each sentence on a dependency tree, so that
// "who did what to whom" can be asked of passive, inverted and nested sentences.
//
//	a, err := english.Analyze(ctx, "Aliyev said the villages were shelled by Armenian forces.")
//	if err != nil {
//		return err // the context's error: no text is at fault
//	}
//	for _, s := range a.Sentences {
//		root := s.Root() // said
//		for _, c := range s.Children(root) {
//			fmt.Println(s.Tokens[c].Rel, s.Phrase(c)) // nsubj Aliyev, ccomp the villages ...
//		}
//	}
//
// The words used here:
//
//   - A token is a word of Universal Dependencies: clitics and most hyphens stand
//     apart, so "don't" is do|n't and "Armenian-backed" is Armenian|-|backed.
//     Its place in the text is exact for any input, valid UTF-8 or not.
//   - A sentence is a run of tokens under one root. A headline without a full stop
//     is a sentence of its own.
//   - A relation ([Rel]) is the label between a token and its head; relations
//     follow the UD English treebanks, see https://universaldependencies.org/en/.
//
// The analysis comes from weights trained on treebanks (folder weights, with a
// licence and a notice of its own); about one word in nine hangs on the wrong
// head, more in long sentences. A caller that can live with silence should demand
// more than one sign. The package doesn't know other languages, and it reads
// prose: tables and code come out as something, but nothing useful.
package english
