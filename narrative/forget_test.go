package narrative_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// What a text told goes with it; what people said stays.
func TestForget(t *testing.T) {
	d := &narrative.Dossier{
		Parties: []narrative.Party{{ID: "verger", Name: "Verger", Aliases: []string{"the old man"}}},
		Sources: []*source.Document{doc("s1", bell)},
		Assertions: []narrative.Assertion{
			{ID: "h1", Party: "verger", Claim: narrative.Claim{Event: "ringing", Text: "by hand"}},
		},
	}
	readLines(t, d)
	ids := func() (out []string) {
		for _, p := range d.Parties {
			out = append(out, p.ID)
		}
		slices.Sort(out)
		return out
	}
	if diff := cmp.Diff([]string{"guild", "sexton", "verger", "warden"}, ids()); diff != "" {
		t.Fatalf("found: %s", diff)
	}
	i := slices.IndexFunc(d.Assertions, func(a narrative.Assertion) bool { return a.Party == "sexton" })
	d.Assertions[0].Claim.About = d.Assertions[i].ID
	d.Decisions = []narrative.Decision{{Same: []string{"h1", d.Assertions[i].ID}}, {Confirm: "f1"}}
	for j := range d.Parties {
		if d.Parties[j].ID == "guild" {
			d.Parties[j].Kind = "organisation" // a person has changed it
		}
	}
	file := encoded(t, d)
	if err := d.Merge(decode(t, file), "itself"); err != nil { // the marks outlive files and merging
		t.Fatal(err)
	}
	d.Forget()
	if diff := cmp.Diff([]string{"guild", "verger"}, ids()); diff != "" {
		t.Errorf("left: %s", diff)
	}
	if len(d.Assertions) != 1 || d.Assertions[0].Claim.About != "" || len(d.Decisions) != 2 {
		t.Errorf("left: %+v, %+v", d.Assertions, d.Decisions)
	}
	encoded(t, d) // valid: the decision has its evidence
	if len(readLines(t, d).Assertions) != 6 {
		t.Errorf("read again: %v", said(d))
	}
}

// fussy reads what lines reads, and no text with the word lent.
type fussy struct{ lines }

var errFussy = errors.New("not this one")

func (fussy) Extract(ctx context.Context, d *source.Document) ([]source.Attribution, error) {
	if strings.Contains(d.Text, "lent") {
		return nil, errFussy
	}
	return lines{}.Extract(ctx, d)
}

// A text that can't be read any more keeps what was read of it.
func TestRereadLosesNothing(t *testing.T) {
	d := readLines(t, &narrative.Dossier{Sources: []*source.Document{doc("s1", bell), doc("s2", "Mayor: the bell was lent\n")}})
	file := encoded(t, d)
	if err := d.Reread(context.Background(), lines{}, lines{}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(file, encoded(t, d)); diff != "" {
		t.Errorf("read again:\n%s", diff)
	}
	if err := d.Reread(context.Background(), fussy{}, lines{}); !errors.Is(err, errFussy) {
		t.Errorf("got error %v", err)
	}
	if diff := cmp.Diff(file, encoded(t, d)); diff != "" {
		t.Errorf("with one text at fault:\n%s", diff)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := d.Reread(ctx, lines{}, lines{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got error %v", err)
	}
	if diff := cmp.Diff(file, encoded(t, d)); diff != "" {
		t.Errorf("interrupted:\n%s", diff)
	}
}
