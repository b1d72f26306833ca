package english_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/seed514b815a/rashomon/internal/english"
)

func analyze(t testing.TB, text string) *english.Analysis {
	t.Helper()
	a, err := english.Analyze(context.Background(), text)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// cut renders sentences and tokens: "do|n't|go|. / Stop|."
func cut(a *english.Analysis) string {
	var out []string
	for _, s := range a.Sentences {
		var forms []string
		for _, tok := range s.Tokens {
			forms = append(forms, tok.Form)
		}
		out = append(out, strings.Join(forms, "|"))
	}
	return strings.Join(out, " / ")
}

func TestSegmentation(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"clitics", "They don't know Armenia's plans, can't we'll.", "They|do|n't|know|Armenia|'s|plans|,|ca|n't|we|'ll|."},
		{"curly clitics", "They don’t say it’s the rebels’ fault.", "They|do|n’t|say|it|’s|the|rebels|’|fault|."},
		{"fused", "He cannot go.", "He|can|not|go|."},
		{"hyphens", "The Armenian-backed non-violent group re-opened.", "The|Armenian|-|backed|non-violent|group|re-opened|."},
		{"titles", "Gen. Asad met Dr. J. Smith in St. Petersburg. He left.", "Gen.|Asad|met|Dr.|J.|Smith|in|St.|Petersburg|.|/|He|left|."},
		{"countries", "Troops left the U.S. The U.S. Army denied it.", "Troops|left|the|U.S.|/|The|U.S.|Army|denied|it|."},
		{"number", "Resolution No. 822 passed on Sept. 13. No. He denied it.", "Resolution|No.|822|passed|on|Sept.|13|.|/|No|.|/|He|denied|it|."},
		{"quote after the stop", "\"We won.\" He left. “We lost.” She stayed.", "\"|We|won|.|\"|/|He|left|.|/|“|We|lost|.|”|/|She|stayed|."},
		{"question said", "\"Why?\" Smith asked. \"Go!\" he said.", "\"|Why|?|\"|Smith|asked|.|/|\"|Go|!|\"|he|said|."},
		{"headline", "Armenia attacks Azerbaijan\n\nBAKU, September 13. Three soldiers died.", "Armenia|attacks|Azerbaijan|/|BAKU|,|September|13|.|/|Three|soldiers|died|."},
		{"wrapped", "The ministry said on Monday that three\nsoldiers had been killed in shelling of\nthe border.", "The|ministry|said|on|Monday|that|three|soldiers|had|been|killed|in|shelling|of|the|border|."},
		{"units", "About 5km, $3.5m at 10:30pm, 1930s, 20%, 9/11.", "About|5|km|,|$|3.5|m|at|10:30|pm|,|1930s|,|20|%|,|9/11|."},
		{"addresses", "See www.mod.gov.az, or press@mod.az.", "See|www.mod.gov.az|,|or|press@mod.az|."},
		{"no space", "They fled the fighting.The army came.", "They|fled|the|fighting|.|/|The|army|came|."},
		{"initial", "George W. Bush met J. R. Smith. Plan B. They left.", "George|W.|Bush|met|J.|R.|Smith|.|/|Plan|B|.|/|They|left|."},
		{"notes", "He left in 1805. [17] He came back. [18]", "He|left|in|1805|.|[|17|]|/|He|came|back|.|[|18|]"},
		{"accounts", "Write to <a.b@mod.az> or @modaz, #Karabakh.", "Write|to|<|a.b@mod.az|>|or|@modaz|,|#Karabakh|."},
		{"runs", "Well... he left -- fast?!", "Well|...|he|left|--|fast|?!"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := cut(analyze(t, c.text)); got != strings.ReplaceAll(c.want, "|/|", " / ") {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func ExampleAnalyze() {
	a, err := english.Analyze(context.Background(), "Aliyev said the villages were shelled by Armenian forces.")
	if err != nil {
		fmt.Println(err)
		return
	}
	s := &a.Sentences[0]
	said := s.Root()
	shelled := s.Child(said, english.Ccomp)
	fmt.Println("who says:", s.Phrase(s.Child(said, english.Nsubj)))
	fmt.Println("what was done:", s.Tokens[shelled].Lemma, s.Passive(shelled))
	fmt.Println("to whom:", s.Phrase(s.Child(shelled, english.NsubjPass)))
	fmt.Println("by whom:", s.Phrase(s.Child(shelled, english.OblAgent)))
	// Output:
	// who says: Aliyev
	// what was done: shell true
	// to whom: the villages
	// by whom: by Armenian forces
}
