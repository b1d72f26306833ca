package edtf

import "time"

// A Limit says what is known of an end of a [Time].
type Limit uint8

const (
	Unstated Limit = iota // the end of the zero Time
	Stated                // the end is at a known moment
	Open                  // "..": there is no end
	Unknown               // "": there is an end, nobody knows when
)

var limitNames = [...]string{"unstated", "stated", "open", "unknown"}

func (l Limit) String() string {
	if int(l) < len(limitNames) {
		return limitNames[l]
	}
	return "invalid"
}

// A Bound is the moment at which a [Time] starts or is over, if that is known.
type Bound struct {
	wall   int64 // seconds since 1970 on the clock on the wall
	offset int32 // seconds east of UTC
	zoned  bool
	limit  Limit
}

// Start returns the first moment of t.
func (t Time) Start() Bound { return t.start }

// End returns the first moment after t: spans are half-open.
func (t Time) End() Bound { return t.end }

// Limit says whether the moment is known.
func (b Bound) Limit() Limit { return b.limit }

// Zoned tells whether the moment has an offset from UTC.
func (b Bound) Zoned() bool { return b.zoned }

// At returns the moment, in a zone with its offset; one without an offset is
// given in UTC, for its clock to be read. It is the zero time.Time unless the
// moment is known.
func (b Bound) At() time.Time {
	if b.limit != Stated {
		return time.Time{}
	}
	if b.offset == 0 {
		return time.Unix(b.wall, 0).UTC()
	}
	return time.Unix(b.wall-int64(b.offset), 0).In(time.FixedZone("", int(b.offset)))
}

// compare orders two stated moments: as instants if both have an offset, else
// by the clock on the wall, which for the one without an offset is taken to be
// the other's.
func (b Bound) compare(c Bound) int {
	x, y := b.wall, c.wall
	if b.zoned && c.zoned {
		x, y = x-int64(b.offset), y-int64(c.offset)
	}
	switch {
	case x < y:
		return -1
	case x > y:
		return +1
	}
	return 0
}

func (b Bound) equal(c Bound) bool {
	return b.limit == c.limit && b.zoned == c.zoned && (b.limit != Stated || b.compare(c) == 0)
}
