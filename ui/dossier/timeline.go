package dossier

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"cordial/model"
	"cordial/model/clean"
	"cordial/model/day"
)

// Kind is what an entry of the timeline tells.
type Kind uint8

// The kinds of entry.
const (
	Theirs Kind = iota // a message to the user
	Ours               // a message, an InMail or an invitation of the user's
	Note               // a private note
	Good               // something went well: accepted, answered
	Quiet              // bookkeeping: labels, reminders, archiving
)

// Entry is one thing that happened, cleaned for a terminal.
type Entry struct {
	At      time.Time // in the user's zone
	DayOnly bool      // the hour is not known
	Kind    Kind
	Who     string // "Maria", "You", "Note", or what happened
	Aside   string // behind it, in brackets: "InMail, 1 credit"
	Subject string
	Text    string // may have several lines
	Message bool   // a message of the conversation itself
}

// Timeline is everything that happened, oldest first. What is older than the
// messages read so far waits until they are read, so that nothing is shown out of
// its place.
func (s Subject) Timeline() []Entry {
	var entries []Entry
	for i, m := range s.Evidence.Messages {
		entries = append(entries, s.message(m, i == 0 && s.Evidence.Complete))
	}
	for _, e := range s.Book.About(s.ID.Thread, s.ID.Person) {
		entries = s.decision(entries, e)
	}
	entries = append(entries, s.invitations()...)
	if !s.Evidence.Complete && len(s.Evidence.Messages) > 0 {
		from := s.Evidence.Messages[0].At
		entries = slices.DeleteFunc(entries, func(e Entry) bool { return e.At.Before(from) })
	}
	slices.SortStableFunc(entries, func(a, b Entry) int { return a.At.Compare(b.At) })
	return entries
}

// message is a message as an entry; first tells that it began the conversation.
func (s Subject) message(m model.Message, first bool) Entry {
	e := Entry{
		At: m.At.In(s.Now.Location()), Kind: Theirs, Who: firstName(clean.Line(m.From.Name)),
		Subject: clean.Line(m.Subject), Text: clean.Block(m.Text), Message: true,
	}
	if m.Me {
		e.Kind, e.Who = Ours, "You"
	} else if e.Who == "" {
		e.Who = firstName(s.Name())
	}
	if s.Listed && s.Line.Head.Group && !m.Me {
		e.Who = clean.Line(m.From.Name)
	}
	if first && s.Listed && s.Line.Thread.InMail.Kind != model.NoInMail {
		e.Aside = "probably an InMail"
	}
	if n := len(m.Attachments); n > 0 {
		e.Aside = join(", ", e.Aside, attachments(n))
	}
	if strings.TrimSpace(e.Text) == "" {
		e.Text = "(no text)"
	}
	return e
}

// firstName is the first word of a name.
func firstName(name string) string {
	word, _, _ := strings.Cut(name, " ")
	return word
}

// attachments counts what came with a message.
func attachments(n int) string {
	if n == 1 {
		return "1 attachment"
	}
	return fmt.Sprintf("%d attachments", n)
}

// decision adds a decision, if it is worth a line.
func (s Subject) decision(entries []Entry, event model.Event) []Entry {
	e := Entry{At: event.At.In(s.Now.Location()), Kind: Quiet}
	switch d := event.Decision.(type) {
	case model.InMailSent:
		e.Kind, e.Who, e.Aside = Ours, "You", "InMail, "+cost(d)
		e.Subject, e.Text = clean.Line(d.Subject), clean.Block(d.Body)
		return append(entries, e)
	case model.MessageRecorded:
		return s.byHand(entries, d, e)
	}
	e.Who, e.Text = s.event(event)
	switch d := event.Decision.(type) {
	case model.NoteAdded:
		e.Kind = Note
	case model.InMailAnswered:
		e.Kind = Good
	case model.InvitationRecorded:
		switch d.State {
		case model.InviteSent:
			e.Kind = Ours
		case model.InviteReceived:
			e.Kind = Theirs
		case model.InviteAccepted:
			e.Kind = Good
		}
	}
	if e.Who == "" {
		return entries
	}
	return append(entries, e)
}

// byHand adds a message that was recorded by hand, unless the export has brought it
// since: one of about that time that says the same.
func (s Subject) byHand(entries []Entry, d model.MessageRecorded, e Entry) []Entry {
	const about = 24 * time.Hour
	mine := d.Direction == model.MessageSent
	text := strings.TrimSpace(d.Text)
	for _, m := range s.Evidence.Messages {
		near := m.At.Sub(e.At).Abs() < about
		if near && m.Me == mine && (text == "" || text == strings.TrimSpace(m.Text)) {
			return entries
		}
	}
	e.Kind, e.Who, e.Aside, e.Text, e.Message = Theirs, firstName(s.Name()), "recorded by hand", clean.Block(d.Text), true
	if mine {
		e.Kind, e.Who = Ours, "You"
	}
	return append(entries, e)
}

// invitations are the connection requests that the export knows, and when they
// were accepted.
func (s Subject) invitations() []Entry {
	var entries []Entry
	var sent day.Day
	for _, i := range s.Evidence.Invitations {
		on := day.Of(i.At, time.UTC)
		e := Entry{At: on.Start(s.Now.Location()), DayOnly: true, Kind: Theirs, Who: "Invitation received", Text: clean.Block(i.Note)}
		if i.Outgoing {
			e.Kind, e.Who = Ours, "Invitation sent"
			sent = on
		}
		entries = append(entries, e)
	}
	on := s.Evidence.Person.ConnectedOn
	if !s.Evidence.Known || on == 0 {
		return entries
	}
	e := Entry{At: on.Start(s.Now.Location()), DayOnly: true, Kind: Good, Who: "Connected"}
	if sent != 0 && on >= sent {
		e.Who = fmt.Sprintf("Invitation accepted, %s", after(on.Sub(sent)))
	}
	return append(entries, e)
}

// after is a number of days in words.
func after(days int) string {
	switch days {
	case 0:
		return "on the same day"
	case 1:
		return "after 1 day"
	default:
		return fmt.Sprintf("after %d days", days)
	}
}
