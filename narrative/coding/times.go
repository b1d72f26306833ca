package coding

import (
	"sort"
	"strings"
	"time"

	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/internal/when"
	"github.com/seed514b815a/rashomon/narrative"
)

// dated is an expression of time with the words that it stands at.
type dated struct {
	when.Expr
	lo, hi int
}

// findTimes finds the expressions of time of the whole text.
func (r *reading) findTimes() {
	for _, e := range when.Find(r.doc.Text) {
		lo, hi := r.span(e.Start, e.End)
		r.times = append(r.times, dated{e, lo, hi})
	}
}

// timesFrom returns the expressions that begin at word lo or behind.
func (r *reading) timesFrom(lo int) []dated {
	return r.times[sort.Search(len(r.times), func(i int) bool { return r.times[i].lo >= lo }):]
}

// zone is where the clocks of a party's words tick: those of its state, if it has
// one offset all year.
func (r *reading) zone(party string) *time.Location {
	side := r.cast.Side(party)
	for _, st := range r.sides {
		if st.Zone == "" || r.state(st) != side {
			continue
		}
		if t, err := time.Parse("-07:00", st.Zone); err == nil {
			_, offset := t.Zone()
			return time.FixedZone(st.Zone, offset)
		}
	}
	return nil
}

// said is when the words of s were spoken, as far as the words around its cue tell;
// words are those that name a day which can't be dated.
func (r *reading) said(s *speech) (out edtf.Time, words string) {
	n := len(s.Chain)
	if n == 0 {
		return edtf.Time{}, ""
	}
	a := s.Chain[n-1].Cue
	if a.IsZero() {
		a = s.Chain[n-1].Speaker
	}
	if a.IsZero() {
		return edtf.Time{}, ""
	}
	at, _ := r.span(a.Start, a.End)
	if at >= len(r.ws) {
		return edtf.Time{}, ""
	}
	sent := r.ws[at].sent
	from := r.first[sent]
	if r.upFrom(s) {
		from = at // "on Monday counted nine, up from the four that it gave before": not on Monday
	}
	for _, e := range r.timesFrom(from) {
		if e.lo >= r.sentenceEnd(at) {
			break
		}
		if e.lo >= len(r.ws) || r.ws[e.lo].sent != sent || s.holds(e.lo) || r.heldByOther(s, e.lo) || r.describes(e.lo, at) {
			continue
		}
		if e.Order() == when.Before && !e.HasDay() {
			if out.IsZero() {
				out = r.earlier(s)
			}
			continue
		}
		t := e.Resolve(when.Context{Published: r.doc.Published, Spoken: r.spokenDay})
		if !t.IsZero() && !t.HasUnknown() {
			out = t
			if e.HasDay() {
				r.spokenDay = t
				break
			}
		} else if words == "" && e.HasDay() {
			words = r.lowerText(e.lo, min(e.hi, len(r.ws)))
		}
	}
	if out.IsZero() && (r.pluperfect(at) || r.upFrom(s)) {
		out = r.earlier(s)
	}
	if !out.IsZero() {
		words = ""
	}
	return out, words
}

// describes reports whether word i stands in a clause on who speaks and not in that of the
// cue at word at: "Berg, who left in May, said".
func (r *reading) describes(i, at int) bool {
	for v, steps := i, 0; v >= 0 && v != at && steps < 12; v, steps = r.head(v), steps+1 {
		if r.token(v).Rel == english.AclRelcl {
			for h := at; h >= 0 && steps < 24; h, steps = r.head(h), steps+1 {
				if h == v {
					return false // the cue stands in that clause, too
				}
			}
			return true
		}
	}
	return false
}

// carriedOn returns when a side said s, told being what the words around its cue tell: a
// report that dates a side's word once goes on with it, "the ministry said on Sunday
// ... It also said", for as long as it tells in the past.
func (r *reading) carriedOn(s *speech, side string, told edtf.Time) edtf.Time {
	if len(r.ws) == 0 {
		return told
	}
	at := r.ws[min(s.at, len(r.ws)-1)].sent
	switch last, ok := r.saidOn[side]; {
	case !told.IsZero():
		if !told.Start().At().IsZero() { // not only "earlier"
			r.saidOn[side] = dating{told, at}
		}
		return told
	case ok && at-last.sent <= carriedFor && r.past(s):
		r.saidOn[side] = dating{last.on, at}
		return last.on
	}
	return told
}

// carriedFor is for how many sentences a date is carried on.
const carriedFor = 4

// A dating is when a side last spoke, and the sentence that says or carries on so.
type dating struct {
	on   edtf.Time
	sent int
}

// past reports whether the cue of s is a verb in the past tense.
func (r *reading) past(s *speech) bool {
	n := len(s.Chain)
	if n == 0 || s.Chain[n-1].Cue.IsZero() {
		return false
	}
	lo, hi := r.span(s.Chain[n-1].Cue.Start, s.Chain[n-1].Cue.End)
	for i := lo; i < hi; i++ {
		if t := r.token(i); t.UPOS == english.VERB {
			return t.Feats.Tense == english.Past
		}
	}
	return false
}

// heldByOther reports whether word i is in the content of an attribution that is
// not around s.
func (r *reading) heldByOther(s *speech, i int) bool {
	for _, o := range near(r.speeches, s.index) {
		if o != s && o.holds(i) && !o.holds(s.at) {
			return true
		}
	}
	return false
}

// earlier is some time before the text was published: "had announced earlier".
func (r *reading) earlier(s *speech) edtf.Time {
	if r.doc.Published.IsZero() {
		return edtf.Time{}
	}
	at := r.doc.Published.Start().At()
	if at.IsZero() {
		return edtf.Time{}
	}
	t, err := edtf.Parse("../" + at.AddDate(0, 0, -1).Format("2006-01-02"))
	if err != nil {
		return edtf.Time{}
	}
	return t
}

// pluperfect reports whether the cue at word i is told as past already: "had
// announced".
func (r *reading) pluperfect(i int) bool {
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		switch r.ws[j].lower {
		case "had":
			return true
		case "also", "already", "earlier", "previously":
			continue
		}
		return false
	}
	return false
}

// upFrom reports whether the content is the figure that another is said to have
// risen or fallen from: "up from the four that it gave".
func (r *reading) upFrom(s *speech) bool {
	if len(s.content) == 0 {
		return false
	}
	lo := s.content[0][0]
	return lo >= 2 && r.ws[lo-1].lower == "from" && (r.ws[lo-2].lower == "up" || r.ws[lo-2].lower == "down" || strings.HasSuffix(r.ws[lo-2].lower, "ed"))
}

// time adds when it happened, as words lo to hi tell.
func (t *teller) time(c *claim, lo, hi int) {
	var from, to edtf.Time
	for _, e := range t.timesFrom(lo) {
		if e.lo >= hi {
			break
		}
		if e.hi > hi {
			continue
		}
		got := e.Resolve(when.Context{Published: t.doc.Published, Zone: t.zone(t.party), Spoken: t.spokenOf(e), Future: c.Act == narrative.Promise})
		if got.IsZero() || got.HasUnknown() {
			if c.When == "" {
				c.When = t.lowerText(e.lo, min(e.hi, len(t.ws)))
			}
			continue
		}
		if e.HasDay() {
			t.day = got
		}
		switch {
		case from.IsZero():
			from = got
		case e.lo > 0 && (t.ws[e.lo-1].lower == "until" || t.ws[e.lo-1].lower == "to" || t.ws[e.lo].lower == "until"):
			to = got
		case got.Within(from):
			from = got // "on Friday, at 07:40"
		}
	}
	c.Time = from
	if !from.IsZero() {
		c.When = ""
	}
	if !to.IsZero() {
		if span, err := edtf.Interval(from, to); err == nil {
			c.Time = span
		}
	}
}

// spokenOf is the day that an expression without one is about.
func (t *teller) spokenOf(e dated) edtf.Time {
	if !t.day.IsZero() {
		return t.day
	}
	for _, o := range t.timesFrom(e.hi)[:min(1, len(t.timesFrom(e.hi)))] { // "at 07:40 on September 23": the day stands behind
		if o.lo >= e.hi && o.lo <= e.hi+2 && o.HasDay() {
			return o.Resolve(when.Context{Published: t.doc.Published})
		}
	}
	return t.spokenDay
}
