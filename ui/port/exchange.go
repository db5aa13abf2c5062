package port

import (
	"context"
	"iter"

	"cordial/model"
	"cordial/model/contactlist"
	"cordial/model/credit"
)

// Outgoing hands out evidence as a whole, for an export. Not every store does.
type Outgoing interface {
	// AllMessages is every message, conversation by conversation, the oldest of each
	// first, a few at a time in memory. An error is the last that comes.
	AllMessages(ctx context.Context) iter.Seq2[model.MessageCopy, error]
}

// ContactCopy is one person for an export, with what the user keeps about them.
type ContactCopy struct {
	model.Person
	Labels []string
	Notes  []model.Note // oldest first
}

// ReminderCopy is one open reminder for an export.
type ReminderCopy struct {
	model.Reminder
	ID   string // of the conversation, or of the person without one
	Name string // of the person or the group
	URL  string // of the profile; empty when there is none
}

// StatementCopy is the statement of one seat for an export.
type StatementCopy struct {
	Seat, Name string
	Lines      []StatementLine
}

// StatementLine is one entry of the ledger and the name of whom its InMail went to.
type StatementLine struct {
	credit.Entry
	Name string
}

// The lists that are read are the model's, too, so that the rules by which they are
// taken can be.
type (
	// ContactList is what a list of people of another program says.
	ContactList = contactlist.List
	// ListedContact is one person of a list. Texts are not cleaned.
	ListedContact = contactlist.Contact
)
