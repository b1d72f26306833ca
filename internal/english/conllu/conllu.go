// Package conllu reads treebanks in the CoNLL-U format of Universal Dependencies,
// https://universaldependencies.org/format.html: enough of it to train and to
// measure package english.
package conllu

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
)

// A Word is one numbered line; empty nodes and ranges are not words.
type Word struct {
	Form, Lemma, UPOS, XPOS, Feats string
	Head                           int // index in Sentence.Words, -1 for the root
	Rel                            string
	Misc                           string
	SpaceAfter                     bool // for the words of a range, only the last may have it
}

// A Sentence is a tree with its comments.
type Sentence struct {
	Words []Word
	// Document is the last "# newdoc id" read, or what precedes the first hyphen-number
	// of the sentence's id.
	Document  string
	Text      string // from "# text ="
	Paragraph bool   // it begins a paragraph, "# newpar"
}

// A SyntaxError is a line that is no CoNLL-U.
type SyntaxError struct {
	File string
	Line int
	What string
}

func (e *SyntaxError) Error() string { return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.What) }

// Read walks the sentences of r, gzipped or not; name is for errors. An error ends
// the walk.
func Read(r io.Reader, name string) iter.Seq2[*Sentence, error] {
	return func(yield func(*Sentence, error) bool) {
		br := bufio.NewReader(r)
		if magic, _ := br.Peek(2); len(magic) == 2 && magic[0] == 0x1f && magic[1] == 0x8b {
			z, err := gzip.NewReader(br)
			if err != nil {
				yield(nil, fmt.Errorf("%s: %w", name, err))
				return
			}
			br = bufio.NewReader(z)
		}
		sc := bufio.NewScanner(br)
		sc.Buffer(nil, 16<<20)
		s := &Sentence{}
		doc := ""
		rangeEnd, rangeSpace := 0, true
		for n := 1; sc.Scan(); n++ {
			line := sc.Text()
			switch {
			case line == "":
				if len(s.Words) > 0 {
					if !yield(s, nil) {
						return
					}
				}
				s, rangeEnd = &Sentence{Document: doc}, 0
				continue
			case strings.HasPrefix(line, "#"):
				key, value, _ := strings.Cut(line[1:], "=")
				if strings.HasPrefix(key, " newpar") {
					s.Paragraph = true
				}
				switch strings.TrimSpace(key) {
				case "newdoc id":
					doc = strings.TrimSpace(value)
					s.Document = doc
				case "sent_id":
					id := strings.TrimSpace(value)
					if i := strings.LastIndexByte(id, '-'); i > 0 {
						s.Document = id[:i]
					}
				case "text":
					s.Text = strings.TrimSpace(value)
				}
				continue
			}
			f := strings.Split(line, "\t")
			if len(f) != 10 {
				yield(nil, &SyntaxError{name, n, "want 10 columns"})
				return
			}
			if from, to, ok := strings.Cut(f[0], "-"); ok {
				if _, err := strconv.Atoi(from); err == nil {
					rangeEnd, _ = strconv.Atoi(to)
					rangeSpace = !strings.Contains(f[9], "SpaceAfter=No")
					continue
				}
			}
			id, err := strconv.Atoi(f[0])
			if err != nil {
				continue // an empty node
			}
			head, err := strconv.Atoi(f[6])
			if err != nil || id != len(s.Words)+1 {
				yield(nil, &SyntaxError{name, n, "bad number"})
				return
			}
			w := Word{Form: f[1], Lemma: f[2], UPOS: f[3], XPOS: f[4], Feats: f[5], Head: head - 1, Rel: f[7],
				Misc: f[9], SpaceAfter: !strings.Contains(f[9], "SpaceAfter=No")}
			if id <= rangeEnd {
				w.SpaceAfter = id == rangeEnd && rangeSpace
			}
			s.Words = append(s.Words, w)
		}
		if err := sc.Err(); err != nil {
			yield(nil, fmt.Errorf("%s: %w", name, err))
			return
		}
		if len(s.Words) > 0 {
			yield(s, nil)
		}
	}
}
