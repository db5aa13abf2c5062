package day

import (
	"fmt"
	"math"
	"time"
)

// Day is a civil day, counted from 1970-01-01. Two days are compared with < and ==.
type Day int32

const (
	// Min is 0001-01-01, the first day [Parse] and [Of] answer.
	Min Day = -719162
	// Max is 9999-12-31, the last day [Parse] and [Of] answer.
	Max Day = 2932896
	// Never comes after every day: the expiry of what does not expire.
	Never Day = math.MaxInt32
)

const secondsPerDay = 24 * 60 * 60

// layout is ISO 8601's calendar date.
const layout = "2006-01-02"

// New answers the day of a calendar date. Values outside their usual range are carried over as [time.Date]
// does: the 32nd of January is the 1st of February, and day 0 of March is the last of February.
func New(year int, month time.Month, dayOfMonth int) Day {
	return Day(time.Date(year, month, dayOfMonth, 0, 0, 0, 0, time.UTC).Unix() / secondsPerDay)
}

// Of answers the civil day of an instant in a time zone (nil is UTC). An instant before [Min] or after
// [Max] answers that limit.
func Of(t time.Time, loc *time.Location) Day {
	if loc == nil {
		loc = time.UTC
	}
	_, offset := t.In(loc).Zone()
	local := t.Unix() + int64(offset)
	days := local / secondsPerDay
	if local%secondsPerDay < 0 {
		days-- // division rounds towards 1970, a day begins at its own midnight
	}
	return Day(min(max(days, int64(Min)), int64(Max)))
}

// Parse reads a day written as 2026-01-05, between [Min] and [Max].
func Parse(s string) (Day, error) {
	t, err := time.Parse(layout, s)
	if err != nil || t.Year() < 1 {
		return 0, fmt.Errorf("%q is not a day: write it as 2026-01-05", s)
	}
	return Of(t, time.UTC), nil
}

// String writes the day as 2026-01-05, and [Never] as "never".
func (d Day) String() string {
	if d == Never {
		return "never"
	}
	return d.midnight().Format(layout)
}

// Date answers the day's year, month and day of the month.
func (d Day) Date() (year int, month time.Month, dayOfMonth int) { return d.midnight().Date() }

// Weekday answers the day of the week.
func (d Day) Weekday() time.Weekday { return d.midnight().Weekday() }

// Add answers the day n days later, or earlier if n is negative. [Never] stays Never.
func (d Day) Add(n int) Day {
	if d == Never {
		return Never
	}
	return d + Day(n)
}

// Sub answers how many days d comes after other; negative if it comes before.
func (d Day) Sub(other Day) int { return int(d) - int(other) }

// midnight is the day's beginning where there are no time zones.
func (d Day) midnight() time.Time { return time.Unix(int64(d)*secondsPerDay, 0).UTC() }
