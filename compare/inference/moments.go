package inference

import (
	"github.com/seed514b815a/rashomon/edtf"
	"github.com/seed514b815a/rashomon/internal/english"
	"github.com/seed514b815a/rashomon/internal/when"
	"github.com/seed514b815a/rashomon/narrative"
)

// occasion is a time that a text names: a date, a year.
type occasion struct {
	word int // a word of it
	time edtf.Time
}

// amount is a sum of money or a share that a text names.
type amount struct {
	word  int
	count narrative.Count
	unit  string
}

var figures narrative.Readings

// quantify reads the figures and the times of the text.
func (r *reading) quantify() {
	find := func(start, end int) int {
		top := -1
		for i, w := range r.words {
			if w.start < start || w.end > end {
				continue
			}
			// Of "ten thousand" it is "thousand", on which "ten" hangs.
			if u := w.head; top < 0 || w.pos == english.NUM && (r.words[top].pos != english.NUM || r.words[top].head == i && u >= 0) {
				top = i
			}
		}
		return top
	}
	for _, f := range figures.FindFigures(r.text) {
		if i := find(f.Start, f.End); i >= 0 && r.words[i].pos == english.NUM {
			r.words[i].value, r.words[i].number = f.Count, f.Count.Min != nil || f.Count.Max != nil
			if f.Unit != "" {
				r.amounts = append(r.amounts, amount{i, f.Count, f.Unit})
			}
		}
	}
	for _, e := range when.Find(r.text) {
		t := e.Resolve(when.Context{})
		if i := find(e.Start, e.End); i >= 0 && !t.IsZero() {
			r.moments = append(r.moments, occasion{i, t})
		}
	}
}
