package coding

import (
	"context"
	"strings"
	"testing"

	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

func TestAntecedent(t *testing.T) {
	for _, c := range []struct{ name, text, content, pronoun, want string }{
		{"named in what is said", "Georgia said on Monday that Turkey had moved its troops to the border.", "Turkey had moved its troops to the border", "its", "turkey"},
		{"the speaker", "Georgia said on Monday that its troops had been shelled by Turkish guns.", "its troops had been shelled by Turkish guns", "its", ""},
		{"named before it", "Turkey moved troops. Georgia said that shells had hit its villages.", "shells had hit its villages", "its", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := read(context.Background(), &source.Document{ID: "s", Text: c.text}, narrative.NewCast(&narrative.Dossier{}))
			if err != nil {
				t.Fatal(err)
			}
			anchor := func(s string) source.Anchor {
				i := strings.Index(c.text, s)
				return source.Anchor{Exact: s, Start: i, End: i + len(s)}
			}
			r.refer([]source.Attribution{{Chain: []source.Link{{Speaker: anchor("Georgia"), Cue: anchor("said")}}, Content: []source.Anchor{anchor(c.content)}}})
			a := anchor(c.pronoun)
			at, _ := r.span(a.Start, a.End)
			if got := r.antecedent(c.pronoun, at, scene{speaker: "georgia"}); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
