package gazetteer

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"io"
	"sort"
	"strings"
	"sync"

	"github.com/seed514b815a/rashomon/narrative/gazetteer/internal/fold"
)

//go:embed data/places.txt.gz
var placeTable []byte

// A Place is a region of the first level or a town.
type Place struct {
	Name   string
	Town   bool   // else a region
	State  *State // in which it lies; a contested territory counts as one; nil: in dispute between states
	Region string // GeoNames code of its region, "AM.08"
	Size   int    // digits of its number of inhabitants: 6 is a city of a hundred thousand
}

// loadPlaces unpacks the table and finds its lines. The table is kept as text and
// searched: a map of its 130,000 names would take longer to build than most
// articles take to read.
var loadPlaces = sync.OnceValue(func() *places {
	z, err := gzip.NewReader(bytes.NewReader(placeTable))
	if err != nil {
		return &places{}
	}
	text, err := io.ReadAll(z)
	if err != nil {
		return &places{}
	}
	p := &places{text: string(text)}
	p.lines = make([]int32, 0, 1<<17)
	for i := 0; i < len(p.text); {
		p.lines = append(p.lines, int32(i))
		n := strings.IndexByte(p.text[i:], '\n')
		if n < 0 {
			break
		}
		i += n + 1
	}
	return p
})

type places struct {
	text  string
	lines []int32 // where each line begins
}

// line returns the i-th line and its key.
func (p *places) line(i int) (key, rest string) {
	l := p.text[p.lines[i]:]
	if n := strings.IndexByte(l, '\n'); n >= 0 {
		l = l[:n]
	}
	key, rest, _ = strings.Cut(l, "\t")
	return key, rest
}

// Places returns the regions and towns of that name, the largest first. Only
// capitalised names stand for places.
func Places(name string) []Place {
	if !fold.Capital(name) {
		return nil
	}
	key := fold.Name(name)
	if key == "" {
		return nil
	}
	p := loadPlaces()
	at := sort.Search(len(p.lines), func(i int) bool { k, _ := p.line(i); return k >= key })
	var out []Place
	for ; at < len(p.lines); at++ {
		k, rest := p.line(at)
		if k != key {
			break
		}
		f := strings.SplitN(rest, "\t", 3)
		if len(f) < 2 {
			continue
		}
		pl := Place{Name: fold.Title(key), Region: f[0], Town: f[1] != "r", Size: 6}
		if pl.Town {
			pl.Size = int(f[1][0] - '0')
		}
		if len(f) == 3 {
			pl.Name = f[2]
		}
		pl.State = holder(f[0])
		out = append(out, pl)
	}
	return out
}

// holder returns the state of a region code: "AM.08", or "X-NK" for contested land.
func holder(region string) *State {
	code, _, _ := strings.Cut(region, ".")
	return ByCode(code)
}
