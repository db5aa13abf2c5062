package when

import "time"

// Suggestion is a quick choice of the reminder dialog.
type Suggestion struct {
	Label string // "later today"
	Time  time.Time
}

// Suggestions returns the six quick choices of the dialog, each after now. Late in the evening "later today" gives way to "in 2 hours".
func Suggestions(now time.Time, o Options) []Suggestion {
	r := reader{now: now, opt: o, tense: ahead}
	today := dateOf(now)
	morning := func(d date) time.Time { return r.moment(d, o.morning()) }
	return []Suggestion{
		r.soon(),
		{"tomorrow", morning(today.addDays(1))},
		{"in 3 days", morning(today.addDays(3))},
		{"next week", morning(today.monday().addDays(7))},
		{"in 2 weeks", morning(today.addDays(14))},
		{"in a month", morning(today.addMonths(1))},
	}
}

// soon is today at 17:00 or at 20:00, at least half an hour ahead.
func (r reader) soon() Suggestion {
	for _, c := range []struct {
		label string
		hour  int
	}{{"later today", endHour}, {"tonight", nightHour}} {
		t := r.moment(dateOf(r.now), clock{hour: c.hour})
		if t.Sub(r.now) >= 30*time.Minute {
			return Suggestion{c.label, t}
		}
	}
	return Suggestion{"in 2 hours", r.away([years + 1]int{hours: 2}).exact}
}
