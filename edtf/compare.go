package edtf

// Equal tells whether t and u mean the same: the same span, the same marks.
// "2022-09-12T18:00Z" equals "2022-09-12T22:00+04:00", but "2022" doesn't equal
// "2022?". A wall-clock time never equals one with an offset.
func (t Time) Equal(u Time) bool {
	return t.qual == u.qual && t.start.equal(u.start) && t.end.equal(u.end)
}

// Before tells whether t is over, for certain, when u starts.
// It is false where either is unstated, or an end that matters isn't known.
func (t Time) Before(u Time) bool {
	return t.end.limit == Stated && u.start.limit == Stated && t.end.compare(u.start) <= 0
}

// Overlaps tells whether t and u may have a moment in common: neither is over
// for certain before the other starts. It is false where either is unstated.
func (t Time) Overlaps(u Time) bool {
	return !t.IsZero() && !u.IsZero() && !t.Before(u) && !u.Before(t)
}

// Within tells whether every moment of t lies in u, for certain. A time lies
// within itself, an end that isn't known lies only within an open one. It is
// false where either is unstated.
func (t Time) Within(u Time) bool {
	if t.IsZero() || u.IsZero() {
		return false
	}
	if t.Equal(u) {
		return true
	}
	return covers(u.start, t.start, -1) && covers(u.end, t.end, +1)
}

// EndsBy tells whether t is over, for certain, by the time that u is. Everything,
// what has no known end too, is over by an open end. It is false where either is
// unstated.
func (t Time) EndsBy(u Time) bool {
	return !t.IsZero() && !u.IsZero() && covers(u.end, t.end, +1)
}

// covers tells whether the bound u reaches at least as far as the bound t, to
// the past (dir < 0) or to the future.
func covers(u, t Bound, dir int) bool {
	switch {
	case u.limit == Open:
		return true
	case u.limit == Stated && t.limit == Stated:
		return u.compare(t)*dir >= 0
	}
	return false
}

// HasUnknown tells whether t has an end of which only the existence is known,
// as "2022-09-12/", so that [Time.Overlaps] is a possibility and no more.
func (t Time) HasUnknown() bool {
	return t.start.limit == Unknown || t.end.limit == Unknown
}
