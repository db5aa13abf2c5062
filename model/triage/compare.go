package triage

import (
	"fmt"
	"slices"
	"time"

	"cordial/model"
	"cordial/model/channel"
	"cordial/model/quota"
)

// Occasion is what speaks for and against writing to somebody by one way or another.
type Occasion struct {
	Person    model.Person
	Answering bool            // they have written, so that a message goes to them in the same conversation
	Seat      string          // the one an InMail would be sent from, empty for none
	Requests  []model.Request // the connection requests so far: Book.RequestsWith
	Meters    []quota.Meter   // Book.Quotas
	Urgent    bool            // there is no time to wait until an invitation is accepted
}

// Compare is the check before sending: a message, a connection request without and
// with a note, an InMail; what each costs, what remains, what refuses it and what
// would help, and which is the cheapest that is likely to be answered.
func Compare(b *model.Book, o Occasion, now time.Time) Advice {
	a := Advice{Options: []Option{o.message(), o.invite(b, "", now), o.invite(b, "-", now)}}
	a.addInMail(b, o.Person, o.Seat, now)
	paid := b.Paid(now)
	for i := range a.Options {
		way := &a.Options[i]
		way.Subject, way.Body = channel.Limits(way.Channel, paid)
	}
	a.choose(o.Person)
	if o.incoming() && a.open(ByMessage) == nil {
		a.Best, a.Why = ByInvitation, "accept the invitation you received: it is free"
		return a
	}
	if way := a.open(a.Best); a.Best == ByInvitation {
		switch {
		case o.Urgent && a.open(ByInMail) != nil:
			a.Best, a.Why = ByInMail, "spend the credit: an invitation must be accepted first, and time is short"
		case !a.Options[2].Open:
			a.Why = fmt.Sprintf("send a connection request without a note: it is free, and %s", a.Options[2].Why)
		case len(way.Warnings) > 0:
			a.Why += fmt.Sprintf("; but %s", way.Warnings[0])
		}
	}
	return a
}

// message is the way of 1st-degree connections, and of those who have written, while
// LinkedIn lets messages through.
func (o Occasion) message() Option {
	way := messageOption(o.Person)
	if o.Answering && !way.Open {
		way = Option{Channel: ByMessage, Open: true, Why: "free: it answers what they wrote"}
	}
	for _, m := range o.Meters {
		if m.ID != quota.MessagesWeek {
			continue
		}
		way.Meters = []quota.Meter{m}
		switch {
		case way.Open && m.Locked():
			way.Open = false
			way.Why = "LinkedIn said that its limit of messages is reached"
			way.Help = "wait until " + m.LockedUntil.Format("Mon 2 Jan 15:04")
		case m.Over(1) > 0:
			way.Warnings = []string{fmt.Sprintf("%d of about %d %s are sent (%s)", m.Count, m.Number, m.Name, m.Basis)}
		}
	}
	return way
}

// invite is a connection request, with a note or without.
func (o Occasion) invite(b *model.Book, note string, now time.Time) Option {
	way := Option{Channel: ByInvitation, Note: note != ""}
	for _, m := range o.Meters {
		if m.ID == quota.InvitationsDay || m.ID == quota.InvitationsWeek || m.ID == quota.NotesMonth && way.Note {
			way.Meters = append(way.Meters, m)
		}
	}
	if o.incoming() {
		if way.Open = !way.Note; way.Open {
			way.Why = "free: accept the invitation you received"
		} else {
			way.Why = "they have invited you already"
		}
		return way
	}
	check := b.CheckInvite(model.InviteRequest{
		Person: o.Person, State: model.InviteSent, Note: note, At: now, Before: o.Requests, Meters: o.Meters,
	}, now)
	if check.Refusal != nil {
		way.Why, way.Help = check.Refusal.Reason, check.Refusal.Help
		return way
	}
	way.Open, way.Warnings = true, check.Warnings
	way.Why = "free: a connection request without a note"
	if way.Note {
		way.Why = "free: a connection request with a note" + notesLeft(way.Meters)
	}
	return way
}

// notesLeft says how many notes remain, where they are counted.
func notesLeft(meters []quota.Meter) string {
	for _, m := range meters {
		if m.ID == quota.NotesMonth && !m.Off {
			return fmt.Sprintf("; %d of %d are left this month", m.Left(), m.Number)
		}
	}
	return ""
}

// incoming tells whether an invitation waits for the user.
func (o Occasion) incoming() bool {
	return slices.ContainsFunc(o.Requests, func(r model.Request) bool { return r.State == model.InvitationIncoming })
}
