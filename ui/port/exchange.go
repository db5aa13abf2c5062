package port

import (
	"context"
	"iter"

	"cordial/model"
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

// ContactList is what a list of people of another program says.
type ContactList struct {
	File       string // base name
	Format     string // one word for programs, such as "google"
	FormatName string // as people call it
	Encoding   string // what it was read as when it was not Unicode; empty when it was
	Contacts   []ListedContact
	Records    int             // that hold anything; each is a contact, a duplicate or refused
	Duplicates int             // further records of somebody in the list
	Refused    int             // records that were not taken
	Problems   []model.Problem // the first thousand, also of single cells
	ProblemAll int             // how many there are
}

// ListedContact is one person of a list. Texts are not cleaned.
type ListedContact struct {
	Keys        []string // identity keys, that of URL first
	ID          string   // contact id, only of this program's exports
	Name        string   // may be empty
	URL         string
	Email       string
	Company     string
	Position    string
	Headline    string
	Degree      model.Degree
	OpenProfile *bool // nil where the list does not say
	Labels      []string
	Notes       string
	Line        int // where the record begins
}
