package compare

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/seed514b815a/rashomon/compare/align"
	"github.com/seed514b815a/rashomon/internal/enum"
	"github.com/seed514b815a/rashomon/internal/jsonfile"
	"github.com/seed514b815a/rashomon/narrative"
	"github.com/seed514b815a/rashomon/source"
)

// Bearing is what a side's words do to a statement. The zero Bearing abstains.
type Bearing int

// The bearings.
const (
	Undecided   Bearing = iota // it speaks of it, and leaves open what would settle it
	Supports                   // whoever believes the side believes the statement
	Opposes                    // whoever believes the side rejects the statement
	Partly                     // it supports one part and opposes another
	SaysNothing                // nothing of it stands in these sources, which is no denial
)

var bearings = enum.Table{What: "bearing", Words: []string{"undetermined", "supports", "contradicts", "partly", "says-nothing"}}

func (b Bearing) String() string                { return bearings.String(int(b)) }
func (b Bearing) MarshalText() ([]byte, error)  { return bearings.Marshal(int(b)) }
func (b *Bearing) UnmarshalText(t []byte) error { return parse(bearings, t, (*int)(b)) }

// Checked is what the sides of a dossier say of one statement.
type Checked struct {
	Rashomon   int                   `json:"rashomon"`
	Statement  []narrative.Assertion `json:"statement"` // its claims, as they were read
	Parties    []narrative.Party     `json:"parties"`
	Places     []narrative.Place     `json:"places"`
	Sources    []*source.Document    `json:"sources"`    // without their texts
	Assertions []Assertion           `json:"assertions"` // that the answers cite, in order of id
	Answers    []Answer              `json:"answers"`    // one for each side that has a word in the dossier, in order of side
}

// Answer is what one side says of the statement.
type Answer struct {
	Side     string   `json:"side"`
	Bearing  Bearing  `json:"bearing"`
	Strength float64  `json:"strength"` // the least of the confidences that it rests on; 0 where it rests on nothing
	Flags    []string `json:"flags"`    // denial, admission, echo, hedged, relayed, declined, unknown
	Parts    []Part   `json:"parts"`    // what it rests on, in the order of claims and facets
	Missing  []string `json:"missing"`  // what the statement says and the side leaves open
	Instead  []string `json:"instead"`  // of a side that says nothing of it: its words on another time, place or group, or why it is silent
	Why      string   `json:"why"`      // one sentence
}

// Part is what a side says on one facet of one claim of the statement.
type Part struct {
	Claim      int             `json:"claim"` // its index in Statement
	Facet      narrative.Facet `json:"facet"`
	Bearing    Bearing         `json:"bearing"` // supports, contradicts or undetermined
	Asked      string          `json:"asked"`   // what the statement says
	Says       string          `json:"says"`    // what the side says
	Assertions []string        `json:"assertions"`
	Flags      []string        `json:"flags"`
	Missing    []string        `json:"missing"` // of an undetermined part
}

// ErrUnread says that the statement has no structure to compare, neither an event
// nor a figure, and that there is no [Inferrer] to compare its words.
var ErrUnread = errors.New("nothing in the statement can be compared: say what happened, or how many there were")

// maxStatement bounds the claims of one statement.
const maxStatement = 16

// Check says what each side of d says of a statement. The statement is given as
// assertions, as a coder reads them from a sentence; whose they are, and who wrote
// them, makes no difference, and d must know the parties and places that they
// name. It need not be said by anybody in d, nor be true.
//
// A side supports the statement if its standing words in one happening, taken
// together, say all that the statement says, or more exactly so. It contradicts it
// by a denial that meets it (law 6) or by a value on the same question of the same
// act that can't be true beside it. What it says of another time, place or group is
// neither, and of silence nothing follows (law 1).
//
// Which happening is meant is for the Aligner to say, as if the statement were a
// further word in the dossier. Where other happenings bear it out, or a denial
// elsewhere meets it, that counts too; their values don't. Claims without structure
// are compared as texts, by [Comparer.Infer].
//
// An error says that d or the statement is at fault, wraps [ErrUnread] where
// there is nothing to compare, or says that ctx ended.
func (c *Comparer) Check(ctx context.Context, d *narrative.Dossier, statement ...narrative.Assertion) (*Checked, error) {
	k, err := c.newChecker(ctx, d, statement)
	if err != nil {
		return nil, err
	}
	read := false
	for n := range k.claims {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		structured, err := k.claim(n)
		if err != nil {
			return nil, err
		}
		if !structured && c.Infer != nil {
			if err := k.infer(n, c.Infer); err != nil {
				return nil, err
			}
		}
		read = read || structured || c.Infer != nil
	}
	if !read {
		return nil, fmt.Errorf("compare: %w", ErrUnread)
	}
	return k.checked(), nil
}

// checker checks one statement.
type checker struct {
	ctx       context.Context
	b         *book
	judges    []*Judge
	aligner   Aligner
	groups    []group
	inquiries map[int]*inquiry // of the groups that were needed
	claims    []narrative.Assertion
	meant     map[int]bool // groups that one of the claims belongs to
	asked     []int        // how many questions each claim puts
	effects   []*effect
	sides     map[string]*voice
}

// voice is what was noted of one side beside effects.
type voice struct {
	instead []instead
	flags   map[string]bool
}

// instead is a word that a side says in the place of an answer, and the flag that it
// gives it, if any.
type instead struct {
	word *word
	flag string
}

// compare puts first what tells why a side says nothing, then the stronger word.
func (x instead) compare(y instead) int {
	rank := func(i instead) int { return slices.Index([]string{"declined", "unknown", "relayed", ""}, i.flag) }
	return cmp.Or(cmp.Compare(rank(x), rank(y)), stronger(x.word, y.word))
}

func (c *Comparer) newChecker(ctx context.Context, d *narrative.Dossier, statement []narrative.Assertion) (*checker, error) {
	switch n := len(statement); {
	case n == 0:
		return nil, fmt.Errorf("compare: %w", ErrUnread)
	case n > maxStatement:
		return nil, fmt.Errorf("compare: a statement of %d claims: check them one by one, at most %d together", n, maxStatement)
	}
	m, err := c.open(ctx, d)
	if err != nil {
		return nil, err
	}
	e, claims := restated(m.b.d, statement)
	trial := *e
	trial.Assertions = slices.Concat(e.Assertions, claims)
	if err := trial.Validate(); err != nil {
		return nil, fmt.Errorf("compare: the statement: %w", err)
	}
	k := &checker{ctx: ctx, b: newBook(e), judges: m.judges, aligner: c.Align, groups: m.groups, inquiries: map[int]*inquiry{}, claims: claims,
		meant: map[int]bool{}, asked: make([]int, len(claims)), sides: map[string]*voice{}}
	k.b.plain = m.b.plain
	if k.aligner == nil {
		k.aligner = align.Linkage{}
	}
	for i := range e.Assertions {
		k.sides[k.b.cast.Side(e.Assertions[i].Party)] = &voice{flags: map[string]bool{}}
	}
	return k, nil
}

// restated returns d with a party of the statement's own, and the statement as that
// party's bare word: who says it, where and through whom is not asked.
func restated(d *narrative.Dossier, statement []narrative.Assertion) (*narrative.Dossier, []narrative.Assertion) {
	taken, published := map[string]bool{}, dates(d)
	for _, p := range d.Parties {
		taken[p.ID] = true
	}
	for _, p := range d.Places {
		taken[p.ID] = true
	}
	known := map[string]bool{}
	for i := range d.Assertions {
		known[d.Assertions[i].ID] = true
	}
	free := func(taken map[string]bool, id string) string {
		for taken[id] {
			id += "'"
		}
		return id
	}
	e := *d
	author := narrative.Party{ID: free(taken, "statement"), Name: "The statement", Kind: "anonymous"}
	e.Parties = append(slices.Clone(d.Parties), author)
	claims := make([]narrative.Assertion, len(statement))
	for n, a := range statement {
		s := narrative.Assertion{ID: free(known, fmt.Sprintf("statement-%d", n+1)), Party: author.ID, Stance: a.Stance, Focus: a.Focus, Certainty: a.Certainty, Claim: a.Claim}
		s.Said = a.Said
		if s.Said.IsZero() {
			s.Said = published[a.Source]
		}
		s.Claim.Text = cmp.Or(a.Claim.Text, a.Quoted())
		if !known[s.Claim.About] {
			s.Claim.About = ""
		}
		if s.Stance == narrative.Asserts && s.Certainty != narrative.NotKnown {
			s.Focus = ""
		}
		known[s.ID] = true
		claims[n] = s
	}
	return &e, claims
}

// inquiry returns the inquiry into a group, which is made once.
func (k *checker) inquiry(i int) (*inquiry, error) {
	if q := k.inquiries[i]; q != nil {
		return q, nil
	}
	q := k.b.inquire(k.ctx, k.judges, k.groups[i])
	if err := q.facets(); err != nil {
		return nil, fmt.Errorf("compare: %w", err)
	}
	k.inquiries[i] = q
	return q, nil
}

// claim notes what the sides say of one claim. structured is false where the claim
// puts no question.
func (k *checker) claim(n int) (structured bool, err error) {
	s := &k.claims[n]
	in, beside, err := k.place(s)
	if err != nil {
		return false, err
	}
	if len(in) == 0 {
		in = k.meant // what the rest of the statement speaks of
	}
	for i := range k.groups {
		if !in[i] && !beside[i] {
			continue
		}
		q, err := k.inquiry(i)
		if err != nil {
			return false, err
		}
		w := q.read(s)
		asked := q.questions(w)
		effects, err := q.rule(w, asked)
		if err != nil {
			return false, fmt.Errorf("compare: %w", err)
		}
		if !in[i] {
			effects = settled(effects, len(asked))
		} else {
			k.notice(q, w)
		}
		for _, r := range effects {
			r.claim = n
		}
		k.effects = append(k.effects, effects...)
	}
	for i := range in {
		k.meant[i] = true
	}
	q := k.b.newInquiry(k.ctx, k.judges, group{})
	k.asked[n] = len(q.questions(q.read(s)))
	return k.asked[n] > 0, nil
}

// Encode writes the result as JSON. The same result gives the same bytes.
func (c *Checked) Encode(w io.Writer) error { return jsonfile.Encode(w, "check", c) }
