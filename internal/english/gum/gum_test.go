package gum

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const sample = `# newdoc id = SAMPLE_news_harbour
# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity
# newpar
# sent_id = SAMPLE_news_harbour-1
1	The	the	DET	DT	_	2	det	_	Entity=(1-organization-new-nnnnn-cf1-2-coref
2	union	union	NOUN	NN	_	5	nmod:poss	_	_
3	's	's	PART	POS	_	2	case	_	Entity=1)
4	old	old	ADJ	JJ	_	5	amod	_	_
5	chief	chief	NOUN	NN	_	6	nsubj	_	_
6	left	leave	VERB	VBD	_	0	root	_	SpaceAfter=No
7	.	.	PUNCT	.	_	6	punct	_	_

# newpar
# sent_id = SAMPLE_news_harbour-2
1	It	it	PRON	PRP	_	2	nsubj	_	Entity=(1-organization-giv:act-nnnnn-cf1-1-ana)
2	said	say	VERB	VBD	_	0	root	_	_
3	so	so	ADV	RB	_	2	advmod	_	SpaceAfter=No
4	.	.	PUNCT	.	_	2	punct	_	_

`

func TestRead(t *testing.T) {
	name := filepath.Join(t.TempDir(), "sample.conllu")
	if err := os.WriteFile(name, []byte(sample), 0o666); err != nil {
		t.Fatal(err)
	}
	docs, err := Read(name)
	if err != nil || len(docs) != 1 {
		t.Fatalf("%d documents, %v", len(docs), err)
	}
	d := docs[0]
	if want := "The union 's old chief left.\n\nIt said so."; d.Text != want || d.Words != 11 {
		t.Errorf("%d words: %q", d.Words, d.Text)
	}
	var got []string
	for _, m := range d.Mentions {
		got = append(got, m.Entity+"="+d.Text[m.Start:m.End]+"/"+m.Form+"/"+m.Kind)
	}
	if s := strings.Join(got, " "); s != "1=The union 's/union .../coref 1=It/it/ana" {
		t.Errorf("mentions %s", s)
	}
	a := d.Analysis()
	if len(a.Sentences) != 2 || a.Sentences[1].Paragraph != 1 || a.Sentences[0].Root() != 5 {
		t.Errorf("trees: %+v", a.Sentences)
	}
	bad := strings.Replace(sample, "Entity=1)", "Entity=9)", 1)
	os.WriteFile(name, []byte(bad), 0o666)
	if _, err := Read(name); err == nil || !strings.Contains(err.Error(), "close") {
		t.Errorf("a mention that never opened: %v", err)
	}
}
