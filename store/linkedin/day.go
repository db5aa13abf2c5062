package linkedin

import (
	"fmt"
	"time"
)

// Day is a calendar day as a file names it, without a zone. The zero Day is none.
type Day struct {
	Year  int
	Month time.Month
	Day   int
}

// dayOf answers the UTC day of an instant.
func dayOf(unix int64) Day {
	year, month, day := time.Unix(unix, 0).UTC().Date()
	return Day{year, month, day}
}

// IsZero reports that there is no day.
func (d Day) IsZero() bool { return d == Day{} }

// Time answers the day's first instant in UTC.
func (d Day) Time() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// Before reports whether d is an earlier day than other.
func (d Day) Before(other Day) bool { return d.Time().Before(other.Time()) }

// Since answers how many days d is after other.
func (d Day) Since(other Day) int { return int(d.Time().Sub(other.Time()) / (24 * time.Hour)) }

// String answers YYYY-MM-DD, or nothing for the zero Day.
func (d Day) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// valid reports a day that is in the calendar and could be LinkedIn's: two and four digit years both land there.
func (d Day) valid() bool {
	year, month, day := d.Time().Date()
	return d.Year >= 1970 && d.Year <= 2999 && d == Day{year, month, day}
}
