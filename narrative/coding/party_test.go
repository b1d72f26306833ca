package coding

import (
	"context"
	"strings"
	"testing"

	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
	"github.com/seed514b815a/rashomon/source/attribution"
)

// A short name in a later text is the one person's of that name.
func TestSurnameAcrossTexts(t *testing.T) {
	for _, c := range []struct{ name, first, second, want string }{
		{"the same", "Mara Quill said that it rained.", "Quill said that it rained again.", "mara-quill mara-quill"},
		{"two bear it", "Mara Quill said that it rained, and Ola Quill said that it snowed.", "Quill said that it rained again.", "mara-quill ola-quill quill"},
		{"another's full name", "Mara Quill said that it rained.", "Jon Quill said that it rained again.", "mara-quill jon-quill"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := &narrative.Dossier{Rashomon: narrative.Version, Sources: []*source.Document{
				{ID: "a", Language: "en", Text: c.first}, {ID: "b", Language: "en", Text: c.second}}}
			if err := d.Extract(context.Background(), attribution.English{}, English{}); err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, a := range d.Assertions {
				got = append(got, a.Party)
			}
			if s := strings.Join(got, " "); s != c.want {
				t.Errorf("got %q, want %q", s, c.want)
			}
		})
	}
}

// Whoever is marked by [ ] is resolved, in order; what went before in the text is
// known, as it is to a reader.
func TestParties(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       string // id and side of each, a body's and a person's side behind a slash
	}{
		{"state", "[Peru] said no.", "peru"},
		{"capital", "[Lima] said no.", "peru"},
		{"house", "[The White House] said no.", "united-states"},
		{"government", "[Chad's government] and [the Chadian government] agreed.", "chad, chad"},
		{"people", "[The Dutch] complained.", "netherlands"},
		{"ministry", "[Norway's defense ministry] and [the Ministry of Defence of Norway] spoke. [The ministry] went on.", "norway-defence-ministry/norway, norway-defence-ministry/norway, norway-defence-ministry/norway"},
		{"leader", "[Kenyan President Wanjiru Odhiambo] spoke. [Odhiambo] went on.", "wanjiru-odhiambo/kenya, wanjiru-odhiambo/kenya"},
		{"leader without state", "[Danish Prime Minister Kirsten Holm] spoke before [Prime Minister Kirsten Holm] left.", "kirsten-holm/denmark, kirsten-holm/denmark"},
		{"spokesman", "[Ola Berg, a spokesman for the Swedish army,] spoke.", "sweden-army/sweden"},
		{"spokeswoman of a company", "[Anna Roth, a spokeswoman for Nordwind,] spoke.", "nordwind"},
		{"head of a region", "[the head of the Kharkiv regional administration, Ivan Bondar,] spoke.", "ivan-bondar/ukraine"},
		{"officials", "[Moroccan officials] spoke. [Security officials] went on.", "morocco, morocco"},
		{"rebels are no state's", "[Chadian rebels] spoke.", "chadian-rebels"},
		{"opposition is no state's", "Togo votes. [Opposition leaders] spoke.", "togolese-opposition"},
		{"outlet", "[Reuters] and [the Kyodo news agency] reported.", "reuters, kyodo"},
		{"state outlet", "[Russia's state-run TASS news agency] reported.", "tass"},
		{"union", "[The dockers' union] struck. [Union head Joan Reyes] spoke.", "union, joan-reyes/union"},
		{"police", "[Police] spoke.", "police"},
		{"anonymous", "[A source] and [a source] spoke.", "source, source-2"},
		{"two", "[Mali and Niger] spoke.", "mali, niger"},
		{"both", "Mali and Niger talked. [Both sides] spoke.", "mali, niger"},
		{"possessive plural in a name", "[The Dockers' Union] struck. [The union] and [Teachers' Federation head Ola Berg] spoke.", "dockers-union, dockers-union, ola-berg/teachers-federation"},
		{"a name behind what it is", "[The port operator Ellery Docks] and [airline Northfly] spoke. [The airline] went on.", "ellery-docks, northfly, northfly"},
		{"company", "[The operator Ellery Docks] spoke. [The company] went on.", "ellery-docks, ellery-docks"},
		{"two that share a word", "[North and South Korea] talked.", "north-korea, south-korea"},
		{"organisation", "[UN officials] spoke.", "united-nations"},
		{"not the side itself", "[A pro-Russian activist] spoke.", "pro-russian-activist"},
		{"unknown state", "[Kelland's defence ministry] spoke. [Kelland] struck.", "kelland-defence-ministry/kelland, kelland"},
		{"its adjective", "[Suvrian troops] left Suvria. [The Suvrian army] spoke.", "suvria, suvria-army/suvria"},
		{"its people", "Kellander forces left Kelland. [The Kellanders] complained.", "kelland"},
		{"a person's office is no state", "Ana Brand resigned. [Brand's navy] struck.", "navy"},
		{"a person's own office", "Ana Brand resigned. [Brand's office] declined.", "ana-brand"},
		{"officers", "[Police] spoke. [Officers] used tear gas.", "police, police"},
		{"ministry named by its capital", "[The Health Ministry in Quito] spoke before [Colombian officials] did.", "ecuador-health-ministry/ecuador, colombia"},
		{"sent to an organisation", "[Lusaka's ambassador to the African Union, Moses Tembo,] spoke. [The foreign ministry] went on.", "moses-tembo/zambia, zambia-foreign-ministry/zambia"},
		{"sent to a state", "[The Peruvian envoy to Chile] spoke.", "peru"},
		{"people at", "Chad votes. [Two people at the seismic institute with knowledge of the data] spoke.", "seismic-institute"},
		{"a spokesman at", "[A spokesman at the Norwegian defence ministry] spoke.", "norway-defence-ministry/norway"},
		{"a mission from", "Togo votes. [The head of a small mission from the regional bloc Sadec] spoke.", "sadec"},
		{"state governor", "Troops left. [The state's governor] spoke.", "state-s-governor"},
		{"a place in a name", "[The Dockers' Unity Congress, the biggest union of the port,] spoke. [The union] went on.", "dockers-unity-congress, dockers-unity-congress"},
		{"athlete", "[Kenyan swimmer Grace Auma] spoke. [Auma] went on.", "grace-auma, grace-auma"},
		{"somebody's manager", "[Grace Auma] spoke. [Her manager, the Italian Paolo Verdi,] spoke. [Verdi] went on.", "grace-auma, paolo-verdi/grace-auma, paolo-verdi/grace-auma"},
		{"somebody's chairwoman", "[The Dockers' Union] spoke. [Its chairwoman] went on.", "dockers-union, dockers-union"},
		{"spokesman of who spoke", "Peru waited. [The Dockers' Union] spoke. [A spokesman] went on.", "dockers-union, dockers-union"},
		{"state in a name", "[Cycling Peru] spoke.", "cycling-peru"},
		{"lawyer", "[Attorney Joan Reyes, who represents the Marsh family,] spoke. [Reyes] went on.", "joan-reyes/marsh-family, joan-reyes/marsh-family"},
		{"a lawyer for", "[A lawyer for the Marsh family] spoke.", "lawyer-for-the-marsh-family/marsh-family"},
		{"police of a city", "[Police in Leeds] spoke. [The department] and [Chief Ola Berg] went on. [The police] agreed.", "leeds-police, leeds-police, ola-berg/leeds-police, leeds-police"},
		{"police chief", "Crowds left. [The Leeds police] spoke. [The police chief, Ola Berg,] went on.", "leeds-police, ola-berg/leeds-police"},
		{"short form", "[Ellery Platinum] spoke. [Ellery] went on.", "ellery-platinum, ellery-platinum"},
		{"abbreviation", "[The Rowing Fairness Board (RFB)] spoke. [The RFB] went on.", "rowing-fairness-board, rowing-fairness-board"},
		{"abbreviation unsaid", "[The Free Rowers Union] spoke. [The FRU] went on.", "free-rowers-union, free-rowers-union"},
		{"a prosecutor's spokesperson", "[Prosecutor's office spokesperson Ola Berg] spoke.", "prosecutor-s-office"},
		{"minister of the only state", "Peru waited. [Interior Minister Ana Paz] spoke. [The minister] went on.", "ana-paz/peru, ana-paz/peru"},
		{"chief executive", "[The producer Ellery Platinum] spoke. [Chief executive Ola Berg] went on.", "ellery-platinum, ola-berg/ellery-platinum"},
		{"commission", "[The Togolese Electoral Commission] spoke. [The commission] and [commission officials] went on.", "togo-electoral-commission/togo, togo-electoral-commission/togo, togo-electoral-commission/togo"},
		{"alliance", "Togo votes. [The opposition alliance] spoke. [The alliance] and [opposition spokesman Jon Ade] went on.", "togolese-opposition, togolese-opposition, togolese-opposition"},
		{"air force", "[Nigeria's military] spoke. [The air force] went on.", "nigeria-military/nigeria, nigeria-air-force/nigeria"},
		{"residents", "[Residents of Gora] spoke. [Villagers] and [relatives] went on.", "residents, villagers, relatives"},
		{"short form", "[Thailand's National Police] spoke.", "thailand-national-police/thailand"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := strings.NewReplacer("[", "", "]", "").Replace(c.text)
			cast := narrative.NewCast(&narrative.Dossier{})
			r, err := read(context.Background(), &source.Document{ID: "s", Text: text}, cast)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for rest, at := c.text, 0; ; {
				i := strings.IndexByte(rest, '[')
				if i < 0 {
					break
				}
				j := strings.IndexByte(rest, ']')
				lo, hi := r.span(at+i, at+j-1)
				for _, id := range r.actors(lo, hi, scene{speaking: true}) {
					r.spoken = append(r.spoken, spoken{lo, id})
					if side := cast.Side(id); side != id {
						id += "/" + side
					}
					got = append(got, id)
				}
				at += j - 1
				rest = rest[j+1:]
			}
			if s := strings.Join(got, ", "); s != c.want {
				t.Errorf("%s\ngot  %s\nwant %s", c.text, s, c.want)
			}
		})
	}
}
