package ui

import (
	"fmt"

	"github.com/dustin/go-humanize"

	"cordial/model"
	"cordial/model/clean"
	"cordial/model/triage"
	"cordial/model/when"
)

// describe says a decision in words, as what was done: "archived Maria Rossi".
func (a *App) describe(d model.Decision) string {
	if text := a.describeTriage(d); text != "" {
		return text
	}
	switch d := d.(type) {
	case model.ContactAdded:
		return "added " + clean.Line(d.Name)
	case model.SeatOpened:
		return "opened the seat " + clean.Line(d.Name)
	case model.SeatPlanChanged:
		return "changed the plan of " + a.seatName(d.Seat)
	case model.SeatCancelled:
		return "cancelled " + a.seatName(d.Seat)
	case model.SeatReconciled:
		return fmt.Sprintf("set the balance of %s to %d", a.seatName(d.Seat), d.Balance)
	case model.InMailSent:
		return "booked the InMail to " + a.contactName(d.Contact)
	case model.InMailAnswered:
		return "booked the answer to the InMail"
	case model.InMailUndelivered:
		return "booked the InMail as not delivered"
	case model.InvitationRecorded:
		return "booked the invitation of " + a.contactName(d.Contact) + " as " + d.State
	case model.ExportImported:
		return "imported " + clean.Line(d.Name)
	case model.EventReverted:
		if e, ok := a.book.Reverted(d); ok {
			return "took back: " + a.describe(e.Decision)
		}
	}
	return "a decision"
}

// describeTriage says a decision about conversations; empty for others.
func (a *App) describeTriage(d model.Decision) string {
	who := a.subjects(model.SubjectsOf(d))
	switch d := d.(type) {
	case model.ThreadMarked:
		return fmt.Sprintf(markFormat(d.Mark), who)
	case model.LabelCreated:
		return "created the label " + clean.Line(d.Label)
	case model.LabelApplied:
		return "put " + clean.Line(d.Label) + " on " + who
	case model.LabelRemoved:
		return "took " + clean.Line(d.Label) + " off " + who
	case model.ReminderSet:
		text := "put " + who + " away until " + when.Short(d.Due, a.now)
		if d.IfNoReply {
			text += ", if no reply comes"
		}
		return text
	case model.ReminderDone:
		return "ticked off the reminder of " + who
	case model.NoteAdded:
		return "noted about " + who
	default:
		return ""
	}
}

// markFormat is a mark as what was done, with a place for whom.
func markFormat(m model.Mark) string {
	switch m {
	case model.MarkArchived:
		return "archived %s"
	case model.MarkUnarchived:
		return "put %s back into the inbox"
	case model.MarkStarred:
		return "starred %s"
	case model.MarkUnstarred:
		return "took the star off %s"
	case model.MarkRead:
		return "marked %s read"
	case model.MarkUnread:
		return "marked %s unread"
	case model.MarkMuted:
		return "muted %s"
	default:
		return "unmuted %s"
	}
}

// subjects names whom a decision is about: one by name, several by number.
func (a *App) subjects(s model.Subjects) string {
	if s.Count() != 1 {
		return humanize.Comma(int64(s.Count())) + " conversations"
	}
	for _, id := range s.Threads {
		if key, err := model.ParseThreadID(id); err == nil {
			return a.threadName(key)
		}
	}
	for _, id := range s.People {
		return a.contactName(id)
	}
	return "a conversation"
}

// threadName is how a conversation is called.
func (a *App) threadName(key model.Key) string {
	if l, ok := a.board.Line(triage.ID{Thread: key}); ok {
		return l.Name
	}
	return "a conversation"
}

// contactName is how a contact is called.
func (a *App) contactName(id string) string {
	if p, ok := a.book.Contact(id); ok {
		return clean.Line(p.Name)
	}
	return "somebody"
}

// seatName is how a seat is called.
func (a *App) seatName(id string) string {
	if s, ok := a.book.FindSeat(id); ok {
		return clean.Line(s.Name)
	}
	return "the seat"
}
