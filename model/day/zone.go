package day

import "time"

// Start answers the first instant of the day in a time zone (nil is UTC). Usually that is midnight; where
// clocks jump forward at midnight the day begins later, and where a zone skipped the whole day (Samoa had
// no 30 December 2011) it is the first instant of the next one.
func (d Day) Start(loc *time.Location) time.Time {
	if loc == nil {
		loc = time.UTC
	}
	midnight := int64(d) * secondsPerDay
	// Walk the stretches of constant offset, from before the day can have begun anywhere on Earth, to the
	// first one in which a clock shows this midnight or later.
	from := time.Unix(midnight-2*secondsPerDay, 0).In(loc)
	for {
		_, offset := from.Zone()
		_, end := from.ZoneBounds()
		start := max(midnight-int64(offset), from.Unix())
		if end.IsZero() || start < end.Unix() {
			return time.Unix(start, 0).In(loc)
		}
		from = end
	}
}
