package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"slices"
	"strings"

	"github.com/seed514b815a/rashomon/internal/strictjson"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// correction is what correct is asked to note.
type correction struct {
	assertion, missed, source string
	notSaid, withdraw         bool
	party, claim, without     string
	stance, certainty         string
	set                       []string
}

func correcting(c *call, fs *flag.FlagSet) {
	x := &c.correction
	fs.StringVar(&x.assertion, "assertion", "", "`ID` of the assertion that was read wrongly")
	fs.BoolVar(&x.notSaid, "not-said", false, "nobody says it")
	fs.BoolVar(&x.withdraw, "withdraw", false, "take back your corrections of the assertion; they stay in the dossier, marked")
	fs.StringVar(&x.party, "party", "", "`PARTY` who says it, by id or name")
	fs.Func("set", "`FIELD=WORDS` of the claim, such as agent=norlund or place=hask,quay; may be given several times", func(s string) error {
		if !strings.Contains(s, "=") {
			return errors.New("want FIELD=WORDS")
		}
		x.set = append(x.set, s)
		return nil
	})
	fs.StringVar(&x.claim, "claim", "", "the fields of the claim as `JSON`, as they stand in a dossier")
	fs.StringVar(&x.without, "without", "", "`FIELDS` of the claim that are nowhere said, separated by commas")
	fs.StringVar(&x.stance, "stance", "", "asserts or denies (`WORD`)")
	fs.StringVar(&x.certainty, "certainty", "", "certain, hedged or unknown (`WORD`)")
	fs.StringVar(&x.missed, "missed", "", "the `QUOTE` of an assertion that was missed; goes with -source, -party and its claim")
	fs.StringVar(&x.source, "source", "", "`ID` of the source that the missed quote stands in; not needed where there is one source")
	signing(c, fs)
}

// runCorrect notes in a dossier what was read wrongly, and applies it.
func runCorrect(ctx context.Context, c *call) error {
	if err := c.checkSigned(); err != nil {
		return err
	}
	x := &c.correction
	if (x.assertion == "") == (x.missed == "") {
		return usageError("give -assertion ID, or -missed QUOTE: 'rashomon extract -ids' shows the ids")
	}
	if x.withdraw && (x.assertion == "" || x.changes()) {
		return usageError("-withdraw takes back what was corrected in -assertion ID, and goes with no other change")
	}
	d, data, err := c.own(ctx)
	if err != nil {
		return err
	}
	if x.withdraw {
		if err := c.withdrawCorrections(d); err != nil {
			return err
		}
		return c.writeOwn(d, data)
	}
	var made *narrative.Correction
	if x.missed != "" {
		made, err = c.missed(d)
	} else {
		made, err = c.fixed(d)
	}
	if err != nil {
		return err
	}
	made.By, made.Why, made.On = c.signed.by, c.signed.why, c.signed.on
	d.Corrections = append(d.Corrections, *made)
	if err := d.Validate(); err != nil {
		return err
	}
	for _, got := range d.Correct() {
		if got.By == made.By && got.Quote == made.Quote && got.In == made.Source && got.State != narrative.Applied {
			fmt.Fprintf(c.errOut, "rashomon: noted, and %v: “%s” %s\n", got.State, printable(got.Quote.Exact), printable(got.Note))
		}
	}
	return c.writeOwn(d, data)
}

// changes reports whether x says what is wrong with an assertion.
func (x *correction) changes() bool {
	return x.notSaid || x.party+x.claim+x.without+x.stance+x.certainty != "" || len(x.set) > 0
}

// fixed returns the correction of an assertion.
func (c *call) fixed(d *narrative.Dossier) (*narrative.Correction, error) {
	x := &c.correction
	made, err := d.NewCorrection(x.assertion)
	if err != nil {
		return nil, err
	}
	made.NotSaid = x.notSaid
	cast := narrative.NewCast(d)
	if made.Party, err = party(cast, x.party); err != nil {
		return nil, err
	}
	if x.claim != "" || len(x.set) > 0 {
		if made.Claim, err = x.claimed(cast); err != nil {
			return nil, err
		}
	}
	made.Without = list(x.without)
	if x.stance != "" {
		made.Stance = new(narrative.Stance)
		if err := made.Stance.UnmarshalText([]byte(x.stance)); err != nil {
			return nil, usageError("-stance: " + err.Error())
		}
	}
	if x.certainty != "" {
		made.Certainty = new(narrative.Certainty)
		if err := made.Certainty.UnmarshalText([]byte(x.certainty)); err != nil {
			return nil, usageError("-certainty: " + err.Error())
		}
	}
	return made, nil
}

// missed returns the correction that adds what was missed.
func (c *call) missed(d *narrative.Dossier) (*narrative.Correction, error) {
	x := &c.correction
	src := x.source
	if src == "" {
		texts := slices.DeleteFunc(slices.Clone(d.Sources), func(s *source.Document) bool { return s.Text == "" })
		if len(texts) != 1 {
			return nil, usageError(fmt.Sprintf("-missed needs -source: the dossier has %d texts", len(texts)))
		}
		src = texts[0].ID
	}
	if x.notSaid || x.without != "" {
		return nil, usageError("what was missed has no -not-said and no -without")
	}
	made, err := d.NewMissed(src, x.missed)
	if err != nil {
		return nil, err
	}
	cast := narrative.NewCast(d)
	if made.Said.Party, err = party(cast, x.party); err != nil {
		return nil, err
	}
	claim, err := x.claimed(cast)
	if err != nil {
		return nil, err
	}
	made.Said.Claim = *claim
	if x.stance != "" {
		if err := made.Said.Stance.UnmarshalText([]byte(x.stance)); err != nil {
			return nil, usageError("-stance: " + err.Error())
		}
	}
	if x.certainty != "" {
		if err := made.Said.Certainty.UnmarshalText([]byte(x.certainty)); err != nil {
			return nil, usageError("-certainty: " + err.Error())
		}
	}
	return made, nil
}

// party returns the id of a party that is given by id or name.
func party(cast *narrative.Cast, s string) (string, error) {
	if s == "" || cast.Party(s) != nil {
		return s, nil
	}
	ids := slices.DeleteFunc(cast.Named(s), func(id string) bool { return cast.Party(id) == nil })
	switch len(ids) {
	case 1:
		return ids[0], nil
	case 0:
		return "", fmt.Errorf("no party is called %q: declare it in the dossier's parties", s)
	}
	return "", fmt.Errorf("%d parties are called %q: %s", len(ids), s, strings.Join(ids, ", "))
}

// The fields of a claim that -set takes, and how their words are read.
var (
	wordFields = []string{"event", "about", "text", "act", "time"}
	listFields = []string{"agent", "target", "place", "means", "cause", "label", "only"}
)

// claimed returns the claim of -claim and -set, which come in this order.
func (x *correction) claimed(cast *narrative.Cast) (*narrative.Claim, error) {
	fields := map[string]json.RawMessage{}
	if x.claim != "" {
		// First strictly, since a map would take any field.
		if err := strictjson.Unmarshal([]byte(x.claim), new(narrative.Claim)); err != nil {
			return nil, usageError("-claim: " + err.Error())
		}
		if err := json.Unmarshal([]byte(x.claim), &fields); err != nil {
			return nil, usageError("-claim: " + err.Error())
		}
	}
	for _, s := range x.set {
		name, words, _ := strings.Cut(s, "=")
		var value any = words
		switch {
		case slices.Contains(listFields, name):
			value = named(cast, name, list(words))
		case !slices.Contains(wordFields, name):
			return nil, usageError(fmt.Sprintf("-set: no field %q (want %s; -claim takes a count)", name, strings.Join(slices.Concat(listFields, wordFields), ", ")))
		}
		data, err := json.Marshal(value)
		if err != nil {
			return nil, err
		}
		fields[name] = data
	}
	data, err := json.Marshal(fields)
	if err != nil {
		return nil, err
	}
	claim := new(narrative.Claim)
	if err := strictjson.Unmarshal(data, claim); err != nil {
		return nil, usageError("-set: " + err.Error())
	}
	return claim, nil
}

// named puts ids in the place of names, in the fields that hold ids.
func named(cast *narrative.Cast, field string, words []string) []string {
	if field != "agent" && field != "target" && field != "place" {
		return words
	}
	for i, w := range words {
		if ids := cast.Named(w); cast.Party(w) == nil && cast.Place(w) == nil && len(ids) == 1 {
			words[i] = ids[0]
		}
	}
	return words
}
