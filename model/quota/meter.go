package quota

import (
	"time"

	"cordial/model/day"
	"cordial/model/source"
)

// week is the length of a rolling week, and of the lock after LinkedIn's limit was
// hit: seven times 24 hours, whatever the clocks do.
const week = 7 * 24 * time.Hour

// Sending is one thing that was sent. Where evidence gives a day without a zone, On
// is that day and At any instant on it.
type Sending struct {
	At time.Time
	On day.Day
}

// Activity is what was sent, in any order; what is not dated within the time of a
// quota does not matter.
type Activity struct {
	Invitations []Sending // connection requests, withdrawn ones included
	Notes       []Sending // those of them with a note
	Messages    []Sending
}

// Setting is what the user says of a quota. The zero Setting is the default.
type Setting struct {
	Limit *int
	Off   bool
}

// Meter is where a quota stands.
type Meter struct {
	Quota
	Limit
	Default     Limit // what the limit is unless the user sets another
	Count       int
	LockedUntil time.Time // zero unless LinkedIn's limit was hit in the last seven days
}

// Left is how many may still be sent; meaningless without a limit.
func (m Meter) Left() int { return max(0, m.Number-m.Count) }

// Over is by how many the limit would be exceeded after sending n more; 0 without a
// limit.
func (m Meter) Over(n int) int {
	if m.Off {
		return 0
	}
	return max(0, m.Count+n-m.Number)
}

// Locked tells that LinkedIn's limit was hit less than seven days ago.
func (m Meter) Locked() bool { return !m.LockedUntil.IsZero() }

// Measure answers the meters of all quotas at an instant, whose zone decides what
// today and this month are. settings are the user's; hits is when LinkedIn said last
// that a limit is reached; paid tells which defaults count.
func Measure(a Activity, settings map[ID]Setting, hits map[ID]time.Time, paid bool, now time.Time) []Meter {
	meters := make([]Meter, 0, len(All()))
	for _, q := range All() {
		m := Meter{Quota: q, Default: q.Free, Count: a.count(q.ID, now)}
		if paid {
			m.Default = q.Paid
		}
		m.Limit = settings[q.ID].over(m.Default)
		for id, hit := range hits {
			until := hit.Add(week)
			if sameThing(id, q.ID) && !hit.After(now) && until.After(now) && until.After(m.LockedUntil) {
				m.LockedUntil = until
			}
		}
		meters = append(meters, m)
	}
	return meters
}

// over is the default with the user's word in its place.
func (s Setting) over(standard Limit) Limit {
	switch {
	case s.Off:
		return Limit{Off: true, Source: source.Yours, Basis: "you switched it off"}
	case s.Limit != nil:
		return Limit{Number: *s.Limit, Source: source.Yours, Basis: "you set it"}
	default:
		return standard
	}
}

// count is how much of a quota is used at an instant.
func (a Activity) count(id ID, now time.Time) int {
	today := day.Of(now, now.Location())
	year, month, _ := today.Date()
	switch id {
	case InvitationsDay:
		return tally(a.Invitations, func(s Sending) bool { return s.On == today })
	case InvitationsWeek:
		return tally(a.Invitations, func(s Sending) bool { return within(s.At, now) })
	case NotesMonth:
		return tally(a.Notes, func(s Sending) bool {
			y, m, _ := s.On.Date()
			return y == year && m == month && s.On <= today
		})
	case MessagesWeek:
		return tally(a.Messages, func(s Sending) bool { return within(s.At, now) })
	default:
		return 0
	}
}

// within tells whether an instant is in the rolling week that ends now.
func within(at, now time.Time) bool { return at.After(now.Add(-week)) && !at.After(now) }

// tally counts those that match.
func tally(sent []Sending, matches func(Sending) bool) int {
	n := 0
	for _, s := range sent {
		if matches(s) {
			n++
		}
	}
	return n
}
