package triage

import (
	"time"

	"cordial/model"
)

// Place is where a conversation is.
type Place string

// The places.
const (
	InInbox    Place = "inbox"
	InArchive  Place = "archived"
	OutOfSight Place = "snoozed"
)

// View is what is true of one conversation at an instant: the evidence and the
// decisions taken together.
type View struct {
	Head     model.Head
	State    model.State
	Place    Place
	Unread   bool
	Waiting  bool
	Due      bool      // a reminder is due today or late
	Activity time.Time // its place in the order, newest first

	heard time.Time // the last message of theirs, by evidence or by hand
}

// look derives a View. readBefore is Book.ReadBefore.
func look(h model.Head, s model.State, facts personFacts, readBefore, now time.Time) View {
	v := View{Head: h, State: s, Activity: later(time.Unix(h.LastAt, 0), facts.last)}
	in := unix(h.LastIn)
	v.heard = later(in, facts.in)
	v.Place = place(s, v.heard, now)
	v.Due = v.Reminding() && s.Reminder.Due.Before(endOfDay(now))
	v.Unread = s.Unread || !h.LastFromMe && !in.IsZero() && in.After(later(s.ReadAt, readBefore))
	spoke := facts.lastFromMe(h) && !h.Group || facts.open
	v.Waiting = spoke && !s.Muted && v.Place == InInbox
	return v
}

// lastFromMe tells whether the last message is the user's, those recorded by hand
// included.
func (f personFacts) lastFromMe(h model.Head) bool {
	if later(f.out, f.in).After(unix(h.LastAt)) {
		return f.out.After(f.in)
	}
	return h.LastFromMe
}

// place tells where a conversation is. Archiving and snoozing are done at a time:
// a message that comes later brings the conversation back, unless it is muted.
func place(s model.State, lastIn, now time.Time) Place {
	back := func(since time.Time) bool { return lastIn.After(since) && !s.Muted }
	switch {
	case !s.ArchivedAt.IsZero() && !back(s.ArchivedAt):
		return InArchive
	case reminding(s, lastIn) && s.Reminder.Due.After(now) && !back(s.Reminder.Set):
		return OutOfSight
	default:
		return InInbox
	}
}

// reminding tells whether there is a reminder that no reply has cleared.
func reminding(s model.State, lastIn time.Time) bool {
	return s.Reminder != nil && !(s.Reminder.IfNoReply && lastIn.After(s.Reminder.Set))
}

// Reminding tells whether the conversation has a reminder that no reply has
// cleared.
func (v View) Reminding() bool { return reminding(v.State, v.heard) }

// in tells whether a conversation belongs to a tab.
func (v View) in(t Tab) bool {
	switch t.Kind {
	case Inbox:
		return v.Place == InInbox
	case Labelled:
		return v.Place == InInbox && v.State.HasLabel(t.Label)
	case Waiting:
		return v.Waiting
	case Due:
		return v.Due
	case Archived:
		return v.Place == InArchive
	case Snoozed:
		return v.Place == OutOfSight
	case Starred:
		return v.State.Starred
	default:
		return true
	}
}

// unix is an instant from evidence; 0 is never.
func unix(sec int64) time.Time {
	if sec == 0 {
		return time.Time{}
	}
	return time.Unix(sec, 0)
}

// later is the later of two instants.
func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// endOfDay is the first instant of the next day, where now is.
func endOfDay(now time.Time) time.Time {
	y, m, d := now.Date()
	return time.Date(y, m, d+1, 0, 0, 0, 0, now.Location())
}
