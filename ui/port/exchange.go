package port

import (
	"context"
	"io"
	"iter"
	"time"

	"cordial/model"
	"cordial/model/contactlist"
	"cordial/model/credit"
)

// Exchange reads and writes the files of other programs.
type Exchange struct {
	// IsExport tells LinkedIn's own export from other files, and IsList a list of
	// people that is read without a mapping.
	IsExport, IsList func(path string) (bool, error)
	// OwnerUnsure tells that an import failed because the export does not say whose it
	// is, and who it may be, the likeliest first.
	OwnerUnsure func(error) ([]Candidate, bool)
	// ReadList reads a list of people; the mapping, "name=Column,…", may be empty.
	// BadMapping tells that it failed because the mapping does not fit.
	ReadList   func(ctx context.Context, path, mapping string) (ContactList, error)
	BadMapping func(error) bool
	// Columns lists the columns of a table of which nobody knows what they hold.
	Columns func(path string) ([]Column, error)

	// The writers take a format of those that the commands offer.
	WriteContacts  func(w io.Writer, format string, rows iter.Seq2[ContactCopy, error]) error
	WriteMessages  func(w io.Writer, format string, rows iter.Seq2[model.MessageCopy, error]) error
	WriteReminders func(w io.Writer, rows []ReminderCopy, now time.Time) error
	WriteStatement func(w io.Writer, format string, rows []StatementCopy) error
}

// Candidate is somebody whose export it could be.
type Candidate struct {
	URL           string // of the profile
	Name          string
	Conversations int // in which they take part
	Invitations   int // in which they stand where the owner does
}

// Column is one column of a table.
type Column struct {
	Name   string
	Sample string // the first cell that is filled; may be empty
	Field  string // what the name means, as mappings write it; empty when it means nothing
}

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
