package when

import "time"

// date is a day of the calendar, in no zone.
type date struct {
	year  int
	month time.Month
	day   int
}

func dateOf(t time.Time) date {
	y, m, d := t.Date()
	return date{y, m, d}
}

func (d date) utc() time.Time { return time.Date(d.year, d.month, d.day, 0, 0, 0, 0, time.UTC) }

func (d date) weekday() time.Weekday { return d.utc().Weekday() }

func (d date) before(e date) bool { return d.utc().Before(e.utc()) }

// valid reports whether the calendar has the day.
func (d date) valid() bool { return dateOf(d.utc()) == d }

func (d date) addDays(n int) date { return dateOf(d.utc().AddDate(0, 0, n)) }

// addMonths moves by months; from a day that the month has not, to its last.
func (d date) addMonths(n int) date {
	first := date{d.year, d.month + time.Month(n), 1}.utc()
	last := first.AddDate(0, 1, -1).Day()
	return date{first.Year(), first.Month(), min(d.day, last)}
}

// monday returns the first day of the week that d is in.
func (d date) monday() date { return d.addDays(-((int(d.weekday()) + 6) % 7)) }

func (d date) monthEnd() date { return date{d.year, d.month, 1}.addMonths(1).addDays(-1) }

// daysUntil counts the midnights from d to e.
func (d date) daysUntil(e date) int { return int(e.utc().Sub(d.utc()).Hours() / 24) }

// clock is a time of day.
type clock struct{ hour, minute, second int }

// at returns the moments when clocks in the zone show c on day d. It is one
// moment on most days; two when the clocks are set back over it; and when they
// are set forward over it, the first moment after the gap.
func at(d date, c clock, zone *time.Location) (first, last time.Time) {
	t := time.Date(d.year, d.month, d.day, c.hour, c.minute, c.second, 0, zone)
	start, end := t.ZoneBounds()
	if want := wall(d, c); showing(t) != want {
		if showing(t).After(want) {
			return start, start
		}
		return end, end
	}
	first, last = t, t
	if !start.IsZero() {
		if early := t.Add(offset(t) - offset(start.Add(-1))); early.Before(start) {
			first = early
		}
	}
	if !end.IsZero() {
		if late := t.Add(offset(t) - offset(end)); !late.Before(end) {
			last = late
		}
	}
	return first, last
}

// wall is a reading of a clock, as a moment in UTC so that two can be compared.
func wall(d date, c clock) time.Time {
	return time.Date(d.year, d.month, d.day, c.hour, c.minute, c.second, 0, time.UTC)
}

// showing returns what a clock shows at t.
func showing(t time.Time) time.Time {
	return wall(dateOf(t), clock{t.Hour(), t.Minute(), t.Second()})
}

func offset(t time.Time) time.Duration {
	_, seconds := t.Zone()
	return time.Duration(seconds) * time.Second
}
