package coding

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed tables/rejections.txt
var rejectionTable string

// rejectionClasses are the classes of rejections.txt.
var rejectionClasses = []string{"describing", "false", "idle", "lacking", "misquoted", "naming", "never", "word"}

// rejectionLexicon is what rejections.txt gives: class → its words.
type rejectionLexicon struct {
	of   map[string]map[string]bool
	most int // words of the longest
}

var rejections = sync.OnceValue(func() *rejectionLexicon {
	x := &rejectionLexicon{of: wordClasses(rejectionTable)}
	for _, words := range x.of {
		for w := range words {
			x.most = max(x.most, strings.Count(w, " ")+1)
		}
	}
	return x
})

// in reports whether the word, in dictionary form, is of one of the classes.
func (x *rejectionLexicon) in(word string, classes ...string) bool {
	for _, c := range classes {
		if x.of[c][word] {
			return true
		}
	}
	return false
}

// rejecting reports whether words of one of the classes begin at word i, and how many
// they are.
func (r *reading) rejecting(i, hi int, classes ...string) int {
	x := rejections()
	for n := min(x.most, hi-i); n > 0; n-- {
		if x.in(r.lowerText(i, i+n), classes...) || x.in(r.lemmas(i, i+n), classes...) {
			return n
		}
	}
	return 0
}
