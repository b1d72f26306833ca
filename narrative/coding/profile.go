package coding

import "github.com/seed514b815a/rashomon/internal/english"

// profiles finds the persons whom the text introduces by name and office, wherever
// it does so, so that a bare name before or after is known by them.
func (r *reading) profiles() {
	x := words()
	for i := 0; i < len(r.ws); i++ {
		n, _, c, plural := r.actorAt(x, i, len(r.ws))
		if n == 0 || plural || c != role && c != spokesperson {
			continue
		}
		lo, hi := r.profileStart(x, i), i+n
		named := false
		for hi < len(r.ws) && r.ws[hi].sent == r.ws[i].sent && (r.ws[hi].upper && (r.ws[hi].known.n == 0 || r.ws[hi].known.place != nil) || particles[r.ws[hi].lower] && hi+1 < len(r.ws) && r.ws[hi+1].upper && named) {
			named = named || r.ws[hi].upper
			hi++
		}
		if named {
			r.profile(lo, hi)
			i = max(i, hi-1)
			continue
		}
		// "the head of the administration, Pavlo Kyrylenko," and "Aram Torosyan, a
		// spokesman for the ministry,": the name stands beyond a comma.
		end := r.untilBreak(i+n, r.sentenceEnd(i))
		if end+1 < len(r.ws) && r.ws[end].lower == "," && r.ws[end+1].upper {
			stop := end + 1
			for stop < len(r.ws) && r.ws[stop].upper && r.ws[stop].sent == r.ws[i].sent {
				stop++
			}
			if stop-end > 2 && stop < len(r.ws) && (isBreak(r.ws[stop].lower) || r.ws[stop].lower == ".") {
				r.profile(lo, stop)
				continue
			}
		}
		if lo > 0 && r.ws[lo-1].lower == "," && r.ws[lo-1].sent == r.ws[i].sent {
			start := lo - 1
			for start > 0 && r.ws[start-1].upper && r.ws[start-1].sent == r.ws[i].sent {
				start--
			}
			if lo-1-start >= 2 {
				r.profile(start, end)
			}
		}
	}
}

func (r *reading) profile(lo, hi int) {
	p := r.phrase(lo, hi)
	run, ok := r.personRun(p)
	if !ok {
		return
	}
	p.end = hi
	r.introduced = append(r.introduced, p)
	last := lastWord(r.text(run[0], run[1]))
	if old := r.described[last]; old == nil || !old.tells() && p.tells() {
		r.described[last] = p
	}
}

// tells reports whether a description says whom the person acts for.
func (p *phrase) tells() bool {
	for _, d := range append([]*phrase{p}, p.apps...) {
		if len(d.states) > 0 || d.org != "" || d.of != nil || len(d.mods) > 0 || len(d.names) > 1 || d.outlet != "" {
			return true
		}
	}
	return false
}

// profileStart goes back from an office to where its noun phrase begins.
func (r *reading) profileStart(x *lexicon, i int) int {
	lo := i
	for lo > 0 && r.ws[lo-1].sent == r.ws[i].sent {
		w := &r.ws[lo-1]
		if articles[w.lower] && w.lower != "that" {
			lo--
			break
		}
		if w.upper || w.lower == "'s" || w.lower == "-" || officeAdjective[w.lower] {
			lo--
			continue
		}
		if n, _, _, _ := r.actorAt(x, lo-1, lo); n == 0 {
			break
		}
		lo--
	}
	return lo
}

var officeAdjective = map[string]bool{"former": true, "acting": true, "senior": true, "deputy": true, "chief": true, "top": true, "first": true, "regional": true, "foreign": true, "new": true, "outgoing": true, "interim": true, "then": true, "ex": true, "state": true, "national": true, "separatist": true, "military": true, "political": true, "party": true}

// sentenceEnd returns the word behind the last of the sentence of word i; of a text
// without words, 0.
func (r *reading) sentenceEnd(i int) int {
	if i >= len(r.ws) {
		return len(r.ws)
	}
	if s := r.ws[i].sent + 1; s < len(r.first) {
		return r.first[s]
	}
	return len(r.ws)
}

// fullNames finds names of two or three words that could be people's.
func (r *reading) fullNames() {
	x := words()
	for i := 0; i < len(r.ws); i++ {
		if !r.ws[i].upper || r.token(i).UPOS != english.PROPN {
			continue
		}
		j := i
		for j < len(r.ws) && r.ws[j].sent == r.ws[i].sent && r.ws[j].upper && r.token(j).UPOS == english.PROPN && r.ws[j].known.n == 0 {
			if n, _, _, _ := r.actorAt(x, j, j+1); n > 0 || months[r.ws[j].lower] || days[r.ws[j].lower] {
				break
			}
			j++
		}
		if n := j - i; (n == 2 || n == 3) && !(j < len(r.ws) && r.ws[j].upper && r.ws[j].sent == r.ws[i].sent) {
			for _, w := range []string{r.ws[j-1].lower, r.ws[i].lower} { // by its last word or, where no other has it, its first
				if _, ok := r.full[w]; !ok && !compass[w] {
					r.full[w] = r.text(i, j)
				}
			}
		}
		if j > i {
			i = j - 1
		}
	}
}
