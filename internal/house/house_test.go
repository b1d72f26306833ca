// Package house holds tests about the repository as a whole: which way imports run.
package house

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/seed514b815a/rashomon/"

// dossiers is what a dossier links.
var dossiers = []string{"edtf", "source", "narrative", "narrative/event", "internal/enum", "internal/jsonfile", "internal/lex", "internal/prose", "internal/strictjson"}

// reports is what a report links, beside dossiers.
var reports = []string{"compare", "compare/align", "compare/copies", "compare/relation", "internal/partition", "internal/table", "internal/winnow"}

// Each package may link, of this module, only what stands behind it (and itself).
// A trailing /... takes in what lies below. None of the comparison's packages may
// link internal/english or the gazetteer: that is how language data stays out.
var mayLink = map[string][]string{
	"edtf":                 {},
	"internal/jsonfile":    {"edtf", "source", "internal/enum", "internal/prose", "internal/strictjson"},
	"internal/partition":   {},
	"internal/prose":       {},
	"internal/table":       {},
	"source":               {"edtf", "internal/enum", "internal/prose"},
	"source/attribution":   {"edtf", "source", "internal/..."},
	"narrative":            {"edtf", "source", "internal/enum", "internal/jsonfile", "internal/lex", "internal/prose", "internal/strictjson"},
	"narrative/event":      {"edtf", "source", "narrative", "internal/enum", "internal/jsonfile", "internal/lex", "internal/prose", "internal/strictjson"},
	"narrative/gazetteer":  {"narrative/gazetteer/..."},
	"narrative/coding":     {"edtf", "source", "source/attribution", "narrative", "narrative/event", "narrative/gazetteer/...", "internal/..."},
	"compare/relation":     append([]string{"internal/table"}, dossiers...),
	"compare/align":        append([]string{"compare/relation", "internal/partition", "internal/table"}, dossiers...),
	"compare/copies":       append([]string{"compare/relation", "internal/table", "internal/winnow"}, dossiers...),
	"compare":              slices.Concat(reports, dossiers),
	"compare/inference":    append([]string{"narrative/gazetteer/...", "internal/..."}, slices.Concat(reports, dossiers)...),
	"compare/diff":         slices.Concat(reports, dossiers),
	"compare/render":       append([]string{"compare/diff"}, slices.Concat(reports, dossiers)...),
	"examples/minutes":     {"edtf", "source/...", "narrative/...", "compare/...", "internal/..."},
	"examples/quickstart":  {"edtf", "source/...", "narrative/...", "compare/...", "internal/..."},
	"examples/borderclash": {"edtf", "source/...", "narrative/...", "compare/...", "internal/..."},
}

// TestImportsRunOneWay keeps source ← narrative ← compare ← render, within the
// comparison relation ← align, copies ← compare ← diff, and all of it free of language data.
func TestImportsRunOneWay(t *testing.T) {
	for pkg, allowed := range mayLink {
		out, err := exec.Command("go", "list", "-deps", module+pkg).Output()
		if err != nil {
			t.Errorf("%s: go list: %v", pkg, err)
			continue
		}
		for _, dep := range strings.Fields(string(out)) {
			dep, ours := strings.CutPrefix(dep, module)
			if ours && dep != pkg && !permits(allowed, dep) {
				t.Errorf("%s links %s: imports run one way", pkg, dep)
			}
		}
	}
}

func permits(allowed []string, dep string) bool {
	for _, a := range allowed {
		if below, tree := strings.CutSuffix(a, "/..."); a == dep || tree && (dep == below || strings.HasPrefix(dep, below+"/")) {
			return true
		}
	}
	return false
}
