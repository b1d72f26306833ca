package main

import (
	"fmt"
	"math"
)

// A corefScore sums up chains of several documents. Chains of one mention count
// for nothing, in key and response.
type corefScore struct {
	muc, b3, ceaf ratio
}

// A ratio is recall and precision in the making.
type ratio struct{ r, rOf, p, pOf float64 }

func (x ratio) prf() (p, r, f float64) {
	if x.rOf > 0 {
		r = x.r / x.rOf
	}
	if x.pOf > 0 {
		p = x.p / x.pOf
	}
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return
}

func (s *corefScore) String() string {
	m := func(name string, x ratio) string {
		p, r, f := x.prf()
		return fmt.Sprintf("%s P %.1f R %.1f F1 %.1f", name, 100*p, 100*r, 100*f)
	}
	_, _, a := s.muc.prf()
	_, _, b := s.b3.prf()
	_, _, c := s.ceaf.prf()
	return fmt.Sprintf("CoNLL %.2f | %s | %s | %s", 100*(a+b+c)/3, m("MUC", s.muc), m("B³", s.b3), m("CEAF-e", s.ceaf))
}

// add counts a document: MUC by Vilain et al. (1995), B³ by Bagga and Baldwin
// (1998), entity-based CEAF by Luo (2005), as the reference scorer of Pradhan et
// al. (2014) has them.
func (s *corefScore) add(key, response [][]span) {
	key, response = chains(key), chains(response)
	s.muc.r, s.muc.rOf = mucSide(s.muc.r, s.muc.rOf, key, response)
	s.muc.p, s.muc.pOf = mucSide(s.muc.p, s.muc.pOf, response, key)
	s.b3.r, s.b3.rOf = b3Side(s.b3.r, s.b3.rOf, key, response)
	s.b3.p, s.b3.pOf = b3Side(s.b3.p, s.b3.pOf, response, key)
	sim := make([][]float64, len(key))
	for i := range key {
		sim[i] = make([]float64, len(response))
	}
	of := index(response)
	for i, k := range key {
		shared := map[int]int{}
		for _, m := range k {
			if j, ok := of[m]; ok {
				shared[j]++
			}
		}
		for j, n := range shared {
			sim[i][j] = 2 * float64(n) / float64(len(k)+len(response[j]))
		}
	}
	total := assign(sim)
	s.ceaf.r, s.ceaf.rOf = s.ceaf.r+total, s.ceaf.rOf+float64(len(key))
	s.ceaf.p, s.ceaf.pOf = s.ceaf.p+total, s.ceaf.pOf+float64(len(response))
}

// chains drops what is mentioned once, and mentions told twice.
func chains(in [][]span) [][]span {
	var out [][]span
	used := map[span]bool{}
	for _, c := range in {
		var ms []span
		for _, m := range c {
			if !used[m] {
				ms = append(ms, m)
			}
		}
		if len(ms) < 2 {
			continue
		}
		for _, m := range ms {
			used[m] = true
		}
		uniq := ms[:0]
		seen := map[span]bool{}
		for _, m := range ms {
			if !seen[m] {
				seen[m] = true
				uniq = append(uniq, m)
			}
		}
		if len(uniq) > 1 {
			out = append(out, uniq)
		}
	}
	return out
}

func index(chains [][]span) map[span]int {
	of := map[span]int{}
	for i, c := range chains {
		for _, m := range c {
			of[m] = i
		}
	}
	return of
}

func mucSide(n, of float64, key, response [][]span) (float64, float64) {
	at := index(response)
	for _, k := range key {
		parts := map[int]bool{}
		alone := 0
		for _, m := range k {
			if j, ok := at[m]; ok {
				parts[j] = true
			} else {
				alone++
			}
		}
		n += float64(len(k) - len(parts) - alone)
		of += float64(len(k) - 1)
	}
	return n, of
}

func b3Side(n, of float64, key, response [][]span) (float64, float64) {
	at := index(response)
	for _, k := range key {
		shared := map[int]int{}
		for _, m := range k {
			if j, ok := at[m]; ok {
				shared[j]++
			}
		}
		squares := 0
		for _, c := range shared {
			squares += c * c
		}
		n += float64(squares) / float64(len(k))
		of += float64(len(k))
	}
	return n, of
}

// assign returns the greatest total of an assignment of rows to columns: the
// Hungarian method.
func assign(sim [][]float64) float64 {
	n := len(sim)
	if n == 0 || len(sim[0]) == 0 {
		return 0
	}
	m := len(sim[0])
	if n > m {
		t := make([][]float64, m)
		for j := range t {
			t[j] = make([]float64, n)
			for i := range sim {
				t[j][i] = sim[i][j]
			}
		}
		sim, n, m = t, m, n
	}
	u, v := make([]float64, n+1), make([]float64, m+1)
	match, way := make([]int, m+1), make([]int, m+1)
	for i := 1; i <= n; i++ {
		match[0] = i
		j0 := 0
		least := make([]float64, m+1)
		used := make([]bool, m+1)
		for j := range least {
			least[j] = math.Inf(1)
		}
		for {
			used[j0] = true
			i0, delta, j1 := match[j0], math.Inf(1), 0
			for j := 1; j <= m; j++ {
				if used[j] {
					continue
				}
				if c := -sim[i0-1][j-1] - u[i0] - v[j]; c < least[j] {
					least[j], way[j] = c, j0
				}
				if least[j] < delta {
					delta, j1 = least[j], j
				}
			}
			for j := 0; j <= m; j++ {
				if used[j] {
					u[match[j]] += delta
					v[j] -= delta
				} else {
					least[j] -= delta
				}
			}
			if j0 = j1; match[j0] == 0 {
				break
			}
		}
		for j0 != 0 {
			match[j0], j0 = match[way[j0]], way[j0]
		}
	}
	total := 0.0
	for j := 1; j <= m; j++ {
		if match[j] > 0 {
			total += sim[match[j]-1][j-1]
		}
	}
	return total
}

// A pronounScore counts pronouns of the third person.
type pronounScore struct {
	anaphoric, right  int // those with an antecedent, and how many were led to it
	linked, precise   int // those led to any
	singular, rightIt int // the same for "it"
}

func (s *pronounScore) count(form string, anaphoric, linked, right bool) {
	if anaphoric {
		s.anaphoric++
		count(&s.right, right)
		if form == "it" || form == "its" || form == "itself" {
			s.singular++
			count(&s.rightIt, right)
		}
	}
	if linked {
		s.linked++
		count(&s.precise, right)
	}
}

func (s *pronounScore) String() string {
	pct := func(a, b int) float64 { return 100 * float64(a) / float64(max(1, b)) }
	return fmt.Sprintf("%d/%d = %.1f right (it and its %d/%d = %.1f), %.1f of those linked", s.right, s.anaphoric, pct(s.right, s.anaphoric),
		s.rightIt, s.singular, pct(s.rightIt, s.singular), pct(s.precise, s.linked))
}
