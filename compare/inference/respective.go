package inference

import "github.com/seed514b815a/rashomon/internal/english"

// couple joins a member of one list with the member of another that "respectively"
// gives it: "Arven and Tolva were fined 20 and 30 francs, respectively".
type couple struct{ first, second int }

// couples lists what the word "respectively" joins in a text: the members of the
// last list before it with those of another of the same length.
func (r *reading) couples() []couple {
	var out []couple
	for i := range r.words {
		if r.words[i].low != "respectively" {
			continue
		}
		lists := r.lists(r.words[i].sentence, i)
		if len(lists) < 2 {
			continue
		}
		last := lists[len(lists)-1]
		for k := len(lists) - 2; k >= 0; k-- {
			if l := lists[k]; len(l) == len(last) && (r.words[l[0]].name || k == 0) {
				for n := range l {
					out = append(out, couple{l[n], last[n]})
				}
				break
			}
		}
	}
	return out
}

// lists returns the runs of two words or more that are joined by "and" or commas in
// a sentence before word end, verbs left out, by their last words.
func (r *reading) lists(sentence, end int) [][]int {
	var out [][]int
	for i := range end {
		if r.words[i].sentence != sentence || r.words[i].pos == english.VERB {
			continue
		}
		l := []int{i}
		for _, c := range r.kids[i] {
			if r.words[c].rel == english.Conj && c < end && r.words[c].pos != english.VERB {
				l = append(l, c)
			}
		}
		if len(l) > 1 {
			out = append(out, l)
		}
	}
	return out
}

// crossed finds what "respectively" gives to one by the text and the hypothesis to
// another.
func (a *alignment) crossed(add func(sign, int, int, float64)) {
	theirs := a.t.couples()
	for _, x := range theirs {
		for _, y := range theirs {
			if x == y {
				continue
			}
			first := a.answering(x.first)
			second := a.answering(y.second)
			if first >= 0 && second >= 0 && a.answering(x.second) < 0 && a.answering(y.first) < 0 {
				add(figure, y.second, second, 1)
				return
			}
		}
	}
}

// answering returns the word of the hypothesis that a word of the text, or the number
// that counts it, answers, -1 for none. Of what is counted it is the number that
// tells.
func (a *alignment) answering(t int) int {
	if n := a.t.child(t, english.Nummod); n >= 0 {
		t = n
	}
	for i, l := range a.links {
		if l.word == t || l.word >= 0 && a.t.words[t].number && a.t.words[l.word].low == a.t.words[t].low && a.h.words[i].number {
			return i
		}
	}
	return -1
}
