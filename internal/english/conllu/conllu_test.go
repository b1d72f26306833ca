package conllu_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/seed514b815a/rashomon/internal/english/conllu"
)

const file = `# newdoc id = d1
# text = Don't go.
1-2	Don't	_	_	_	_	_	_	_	_
1	Do	do	AUX	VBP	_	3	aux	_	_
2	n't	not	PART	RB	_	3	advmod	_	_
3	go	go	VERB	VB	_	0	root	_	SpaceAfter=No
3.1	gone	go	VERB	VBN	_	_	_	_	_
4	.	.	PUNCT	.	_	3	punct	_	_

1	Stop	stop	VERB	VB	_	0	root	_	_
`

func TestRead(t *testing.T) {
	var got []*conllu.Sentence
	for s, err := range conllu.Read(strings.NewReader(file), "f") {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, s)
	}
	if len(got) != 2 || len(got[0].Words) != 4 || got[1].Words[0].Head != -1 {
		t.Fatalf("got %d sentences, want 2 of 4 and 1 words", len(got))
	}
	w := got[0].Words
	if w[0].SpaceAfter || !w[1].SpaceAfter || w[2].SpaceAfter || w[0].Head != 2 || got[1].Document != "d1" {
		t.Errorf("got %+v in %q", w, got[1].Document)
	}
}

func TestReadFaults(t *testing.T) {
	for name, text := range map[string]string{"columns": "1\tgo\n", "order": strings.Replace(file, "4\t.", "5\t.", 1)} {
		var last error
		for _, err := range conllu.Read(strings.NewReader(text), "f") {
			last = err
		}
		var syntax *conllu.SyntaxError
		if !errors.As(last, &syntax) || syntax.File != "f" || syntax.Line == 0 {
			t.Errorf("%s: got %v, want a SyntaxError with its place", name, last)
		}
	}
}
