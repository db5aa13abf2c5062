package when

import (
	"fmt"
	"time"
)

// Format writes a moment in full, in its own zone: "Tue 24 Nov 2026 09:00".
// Parse reads it back.
func Format(t time.Time) string { return t.Format("Mon 02 Jan 2006 15:04") }

// Describe writes a moment in now's zone and how far it is: "Tue 24 Nov 2026
// 09:00, in 5 days 18 hours". It is the echo of what was understood.
func Describe(t, now time.Time) string {
	return Format(t.In(now.Location())) + ", " + Distance(t, now)
}

// Distance says how far t is from now: "in 5 days 18 hours", "in 40 minutes",
// "3 days ago", "now". It rounds to hours from a day on, and to days from two
// weeks on.
func Distance(t, now time.Time) string {
	span := t.Sub(now)
	if span < 0 {
		if text := length(-span); text != "" {
			return text + " ago"
		}
	} else if text := length(span); text != "" {
		return "in " + text
	}
	return "now"
}

// length writes a span in its two largest units, "" under half a minute.
func length(span time.Duration) string {
	const day = 24 * time.Hour
	span = span.Round(time.Minute)
	switch {
	case span >= 14*day:
		return count(span.Round(day), day, "day")
	case span >= day:
		span = span.Round(time.Hour)
		return two(count(span, day, "day"), count(span%day, time.Hour, "hour"))
	}
	return two(count(span, time.Hour, "hour"), count(span%time.Hour, time.Minute, "minute"))
}

func two(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " " + b
}

// count writes how many whole units the span has, "" for none.
func count(span, of time.Duration, name string) string {
	switch n := int(span / of); n {
	case 0:
		return ""
	case 1:
		return "1 " + name
	default:
		return fmt.Sprintf("%d %ss", n, name)
	}
}

// Short writes a moment for a list, in now's zone: "today 09:00", "tomorrow
// 17:00", "Tue 24 Nov 09:00", and with the year "24 Dec 2027 09:00" when it is
// another one.
func Short(t, now time.Time) string {
	t = t.In(now.Location())
	switch days := dateOf(now).daysUntil(dateOf(t)); {
	case days == 0:
		return t.Format("today 15:04")
	case days == 1:
		return t.Format("tomorrow 15:04")
	case days == -1:
		return t.Format("yesterday 15:04")
	case t.Year() != now.Year():
		return t.Format("02 Jan 2006 15:04")
	}
	return t.Format("Mon 02 Jan 15:04")
}

// Age writes how long ago t was in at most three cells: "now", "5m", "2h",
// "12d", "5w", "2y", rounded down. Days run to 34, weeks to a year. What has
// not come yet is "now".
func Age(t, now time.Time) string {
	const day, year = 24 * time.Hour, 8766 * time.Hour
	switch span := now.Sub(t); {
	case span < time.Minute:
		return "now"
	case span < time.Hour:
		return fmt.Sprintf("%dm", span/time.Minute)
	case span < day:
		return fmt.Sprintf("%dh", span/time.Hour)
	case span < 35*day:
		return fmt.Sprintf("%dd", span/day)
	case span < year:
		return fmt.Sprintf("%dw", span/(7*day))
	default:
		return fmt.Sprintf("%dy", min(span/year, 99))
	}
}
