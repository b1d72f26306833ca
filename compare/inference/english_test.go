package inference_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/seed514b815a/rashomon/compare"
	"github.com/seed514b815a/rashomon/compare/inference"
)

func ExampleEnglish() {
	var e inference.English
	ctx := context.Background()
	for _, pair := range [][2]string{
		{"Parliament passed the amendment on Monday.", "The amendment was rejected by parliament."},
		{"The rebels shelled the port on Friday night, killing two dockers.", "The port was shelled."},
		{"The port was shelled.", "The rebels shelled the harbour office."},
	} {
		i, err := e.Infer(ctx, pair[0], pair[1])
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("%v: %s\n", i.Entailment, i.Why)
	}
	// Output:
	// contradicts: "passed" and "was rejected" exclude each other
	// entails: the text has what the hypothesis says
	// neither: the text says nothing of "rebels"
}

func TestInfer(t *testing.T) {
	const (
		no = compare.Neither
		en = compare.Entails
		co = compare.Contradicts
	)
	for _, tc := range []struct {
		name, text, hypothesis string
		want                   compare.Entailment
	}{
		{"same words", "The bridge was destroyed.", "The bridge was destroyed.", en},
		{"less is said", "The army destroyed the bridge on Sunday morning.", "The army destroyed the bridge.", en},
		{"passive", "The army destroyed the bridge.", "The bridge was destroyed by the army.", en},
		{"a kind of it", "The guards shot three journalists.", "Three people were shot.", en},
		{"another matter", "The harvest was good this year.", "The minister resigned.", no},
		{"more is said", "The bridge was destroyed.", "The bridge near Tolva was destroyed by drones from Sarland.", no},
		{"negation", "The army did not destroy the bridge.", "The army destroyed the bridge.", co},
		{"negation in the hypothesis", "The army destroyed the bridge.", "The army did not destroy the bridge.", co},
		{"no", "No soldiers entered the village.", "Soldiers entered the village.", co},
		{"opposite verb", "The court acquitted the general.", "The court convicted the general.", co},
		{"opposite and negated", "The court did not acquit the general.", "The court convicted the general.", en},
		{"counterfactive", "The troops failed to take the airport.", "The troops took the airport.", co},
		{"implicative", "The troops managed to take the airport.", "The troops took the airport.", en},
		{"another figure", "The blast killed 12 miners.", "The blast killed 30 miners.", co},
		{"bounds meet", "The blast killed at least 12 miners.", "The blast killed 30 miners.", no},
		{"another sum", "The works were sold for $40 million.", "The works were sold for $75 million.", co},
		{"another share", "Output fell by 12 percent in May.", "Output fell by 30 percent in May.", co},
		{"another year", "The treaty was signed in 1994.", "The treaty was signed in 1996.", co},
		{"roles changed", "Velia attacked Sarland.", "Sarland attacked Velia.", co},
		{"of whom", "Arven Mills is a subsidiary of Tolva Works.", "Arven Mills is the owner of Tolva Works.", co},
		{"of whom, the same", "Arven Mills is a subsidiary of Tolva Works.", "Arven Mills is a subsidiary of Tolva Works in Sarland.", no},
		{"another place", "The summit was held in Vienna.", "The summit was held in Geneva.", co},
		{"a place in it", "The summit was held in Vienna.", "The summit was held in Austria.", no},
		{"another doer", "The rebels, not the army, burned the granary, the army said.", "The army burned the granary.", co},
		{"based elsewhere", "The Vienna-based agency sent three inspectors.", "The agency is based in Geneva.", co},
		{"based in it", "The Vienna-based agency sent three inspectors.", "The agency is based in Austria.", no},
		{"of another state", "The Austrian agency sent three inspectors.", "The agency's headquarters is in Japan.", co},
		{"just so", "The crew barely survived the crash.", "The crew survived the crash.", en},
		{"from or to", "The minister left for Vienna on Monday.", "The minister left Vienna on Monday.", co},
		{"there and back", "The minister came to Vienna on Monday.", "The minister left Vienna.", no},
		{"whose troops", "Armenian soldiers shelled the village of Arven.", "Azerbaijani soldiers shelled the village of Arven.", co},
		{"another's fire", "French units began heavy fire on the farm.", "The German side opened fire first.", no},
		{"it may be so", "The army may have burned the granary.", "The army burned the granary.", no},
		{"light verb", "The two sides failed to reach an agreement on prisoners.", "The two sides reached an agreement on prisoners.", co},
		{"one after the other", "The police released the editor on Friday.", "The police arrested the editor.", no},
		{"denied", "The minister denied the attack on the convoy.", "There was an attack on the convoy by the minister.", co},
		{"vote against", "The council voted against the merger.", "The council approved the merger.", co},
		{"factive", "The mayor admitted that the bridge had collapsed.", "The bridge had collapsed.", en},
		{"if", "If the bridge collapses, the town will be cut off.", "The bridge collapsed.", no},
		{"hope", "The union hopes to win the vote.", "The union won the vote.", no},
		{"a verb that looks like a noun", "Tolva Works has owned Arven Mills since May.", "Arven Mills owns Tolva Works.", co},
		{"a headline's verb", "The space shuttle docked with the station on Friday.", "Space shuttle docks with the station.", en},
		{"a subsidiary, with the name behind", "Arven Mills is a subsidiary of the Sarland timber group, Tolva Works.", "Arven Mills owns Tolva Works.", co},
		{"until it did", "The ship patrolled the strait until sailing for Malta on 3 May.", "The ship left Malta on 3 May.", co},
		{"until it does", "The ship will patrol the strait until it is relieved.", "The ship was relieved.", no},
		{"whose firm", "The buyer took over the Danish bakery, Arven.", "Arven was based in Spain.", co},
		{"doubted", "The inquiry should settle the doubts about the verdict.", "The inquiry supports the verdict.", co},
		{"what somebody is", "Tolvan was a conservative lawyer whose speeches angered liberal voters.", "Tolvan was a liberal lawyer.", co},
		{"what somebody is, too", "Tolvan was a liberal lawyer and a conservative voter.", "Tolvan was a liberal lawyer.", en},
		{"no longer", "Mira Tolvan, the former mayor of Arven, spoke first.", "Mira Tolvan is the mayor of Arven.", co},
		{"has been", "Mira Tolvan, the former mayor of Arven, spoke first.", "Mira Tolvan was the mayor of Arven.", en},
		{"who, of another", "The regent imprisoned Count Tolvan, who died in the fort in May 1802.", "The regent died in 1802.", co},
		{"taken up", "Mira Tolvan led in the polls. The former mayor won the primary.", "Mira Tolvan won the primary.", en},
		{"another founder", "Arven Tolva founded the bakery.", "The bakery was founded by Lucas Merrin.", co},
		{"among the founders", "The bakery was founded by traders like Arven Tolva and Lucas Merrin.", "The bakery was founded by Lucas Merrin.", en},
		{"none of the founders", "The bakery was founded by traders like Arven Tolva and Mira Senn.", "The bakery was founded by Lucas Merrin.", co},
		{"another visitor", "Arven Tolva visited the bakery.", "The bakery was visited by Lucas Merrin.", no},
		{"to found it is an aim", "To found the bakery, Arven Tolva borrowed money.", "The bakery was founded by Lucas Merrin.", no},
		{"another owner", "Tolvan, the owner of the bakery, left at noon.", "Merrin is the owner of the bakery.", co},
		{"beside each other", "The council rejected the merger in March and approved it in June.", "The council approved the merger.", en},
		{"for some, not for others", "The syrup is safe for adults but dangerous for infants.", "The syrup is dangerous for infants.", en},
		{"the second largest", "Arven is the second largest port in Sarland.", "Arven is the largest port in Sarland.", co},
		{"there and then", "Mira Tolvan beat Ada Senn in the final after losing to her in Geneva.", "Ada Senn beat Mira Tolvan in Geneva.", en},
		{"namesakes", "The opera was composed by Ines Tolvan and staged by her brother Marc.", "Marc Tolvan composed the opera.", co},
		{"the other way", "The barge carried coal from Malta to Cyprus.", "The barge carried coal from Cyprus to Malta.", co},
		{"respectively", "Arven Tolva and Lucas Merrin were fined 20 and 30 francs, respectively.", "Lucas Merrin was fined 20 francs.", co},
		{"respectively, just so", "Arven Tolva and Lucas Merrin were fined 20 and 30 francs, respectively.", "Lucas Merrin was fined 30 francs.", en},
		{"a part of them", "Only two of the nine members voted for the motion.", "Seven of the nine members voted for the motion.", co},
		{"no plans", "The ministry has no plans to reopen the mine.", "The ministry plans to reopen the mine.", co},
		{"born elsewhere", "Born in Lisbon in 1931, the painter Ada Senn moved to Paris.", "Ada Senn was born in Madrid.", co},
		{"the one died, the others not", "Twelve miners were rescued; two died.", "Two miners died.", en},
		{"participles", "The guards escaped unharmed.", "The guards were injured.", co},
		{"decided against", "The board decided against selling the mill.", "The board sold the mill.", co},
		{"a plan given up", "Tolvan has abandoned its plan to merge with Arven.", "Tolvan merged with Arven.", co},
		{"a staff of so many", "The works employs 400 people; the mill has a staff of 90.", "The mill has a staff of 400.", co},
		{"after another", "Sarland joined the pact in 2004, five years after Velia.", "Velia joined the pact.", en},
		{"what it cost", "The bill came to $27 million, though the mill was sold for $9 million.", "The mill cost $27 million.", co},
		{"finished second", "Mira Tolvan finished second in the regatta.", "Mira Tolvan won the regatta.", co},
		{"a member, the other", "Ada Senn met a member of the Arven council, Mira Tolvan.", "Ada Senn is a member of the Arven council.", co},
		{"a member too", "Mira Tolvan is a member of the Arven council. Ada Senn is a member, too.", "Ada Senn is a member of the Arven council.", en},
		{"a verb beside an adjective", "Arven Foods said that its sales slipped in May.", "Arven Foods reported higher sales in May.", co},
		{"of other sales", "Arven Foods said that its exports slipped in May.", "Arven Foods reported higher sales in May.", no},
		{"a painter of another state", "The Danish painter Mira Tolvan died in May.", "Mira Tolvan was a Polish painter.", co},
		{"of two states", "The Danish painter Mira Tolvan, a Polish sculptor by training, died in May.", "Mira Tolvan was a Polish painter.", en},
		{"sold to", "The heirs sold the mill to Arven Foods in May.", "Arven Foods sold the mill.", co},
		{"bought from", "The heirs bought the mill from Arven Foods.", "The heirs bought the mill.", en},
		{"another's death", "Mira Tolvan survived the crash in which both of her brothers died.", "Mira Tolvan died in the crash.", co},
		{"a title before the name", "Chess master Marc Tolvan, a pupil of Ada Senn, won the cup.", "Ada Senn was a pupil of Marc Tolvan.", co},
		{"a denied report", "The ministry denied a report that it had paid a ransom.", "The ministry paid a ransom.", co},
		{"no evidence", "The inquiry saw no evidence that the fire had been started by the guards.", "The fire had been started by the guards.", co},
		{"another conductor", "The opera, conducted by Marc Tolvan, opens in May.", "The opera was conducted by Lucas Merrin.", co},
		{"adverb", "The fire was started deliberately.", "The fire was started accidentally.", co},
		{"nobody", "Nobody was hurt in the collapse.", "Two people were hurt in the collapse.", co},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got, err := inference.English{}.Infer(context.Background(), tc.text, tc.hypothesis)
			if err != nil {
				t.Fatal(err)
			}
			if got.Entailment != tc.want {
				t.Errorf("%q to %q: %v (%.2f: %s), want %v", tc.text, tc.hypothesis, got.Entailment, got.Confidence, got.Why, tc.want)
			}
			back, err := inference.English{}.Infer(context.Background(), tc.hypothesis, tc.text)
			if err != nil {
				t.Fatal(err)
			}
			if (back.Entailment == co) != (got.Entailment == co) {
				t.Errorf("%q to %q: %v, the other way round %v: contradiction has no direction", tc.text, tc.hypothesis, got.Entailment, back.Entailment)
			}
		})
	}
}
