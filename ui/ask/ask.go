package ask

import (
	"time"

	"cordial/keymap"
	"cordial/model"
	"cordial/model/triage"
)

// Request is something a screen or a dialog wants done. The set is closed; nil
// asks for nothing.
type Request interface{ request() }

// Batch is several requests, done one after the other. The first one that is
// refused ends it, so that Batch{SetReminder{…}, Close{}} leaves the dialog
// open with the reason.
type Batch []Request

// Close closes the dialog in front.
type Close struct{}

// ToastKind is how a toast looks.
type ToastKind uint8

// The kinds of toast.
const (
	Said   ToastKind = iota // for information
	Done                    // it worked
	Failed                  // it did not, and the text says what to do next
)

// Toast says one line in passing.
type Toast struct {
	Text string
	Kind ToastKind
}

// Question asks for a yes or a no in front of everything else. The question
// closes first, then the answer's request is done; nil does nothing. Later is
// offered only when it is not nil, and so is Extra, which answers nothing.
type Question struct {
	Title          string
	Text           string // may have several lines
	YesText        string // what yes means: "yes, throw it away"
	NoText         string // what no means; no is the default
	LaterText      string
	ExtraText      string // what else can be done without answering: "copy the subject"
	Yes, No, Later Request
	Extra          Request
}

// Mark sets or takes away a mark (archived, starred, …) as one step.
type Mark struct {
	Targets []triage.ID
	Mark    model.Mark
}

// ApplyLabel puts a label on, or takes it off, as one step. A label that does
// not exist yet comes into being by being put on.
type ApplyLabel struct {
	Targets []triage.ID
	Label   string
	On      bool
}

// CreateLabel makes a label without a conversation.
type CreateLabel struct{ Label string }

// SetReminder sets a reminder as one step.
type SetReminder struct {
	Targets   []triage.ID
	Due       time.Time
	Text      string
	IfNoReply bool // a message of theirs clears it
}

// EndReminder ends the reminders as one step.
type EndReminder struct{ Targets []triage.ID }

// AddNote keeps a private note.
type AddNote struct {
	Target triage.ID
	Text   string
}

// LogInMail records an InMail that was sent. The request comes without an id,
// which the App gives it.
type LogInMail struct{ InMail model.InMailRequest }

// AnswerInMail records what became of the latest open InMail to a person.
type AnswerInMail struct {
	Person model.Person
	Answer string // model.AnswerAccepted and its siblings, or model.Undelivered
	At     time.Time
	Insist bool // record it although no credit comes back
}

// OpenSeat opens a seat. It comes without an id: the name makes one.
type OpenSeat struct {
	Seat model.SeatOpened
	At   time.Time
}

// GoToPerson shows the conversation with a person, or the person if there is
// none.
type GoToPerson struct{ Key model.Key }

// GoToThread shows a conversation.
type GoToThread struct{ ID triage.ID }

// GoToTab shows a tab of the inbox.
type GoToTab struct{ Tab triage.Tab }

// GoToCredits shows the credits.
type GoToCredits struct{}

// Back leaves the screen for the one it was opened from.
type Back struct{}

// Copy puts a text on the clipboard; What names it in the toast: "profile URL".
type Copy struct{ Text, What string }

// Browse opens an address in the browser.
type Browse struct{ URL string }

// PickLabel opens the label picker for conversations.
type PickLabel struct{ Targets []triage.ID }

// JumpToLabel opens the picker that goes to a label's tab.
type JumpToLabel struct{}

// PickReminder opens the reminder dialog for conversations.
type PickReminder struct {
	Targets   []triage.ID
	IfNoReply bool // preselected
}

// WriteNote opens the note dialog.
type WriteNote struct{ Target triage.ID }

// FillInMail opens the dialog that books an InMail to a person.
type FillInMail struct{ Person model.Person }

// FillAnswer opens the dialog that books the answer to an InMail.
type FillAnswer struct{ Person model.Person }

// FillSeat opens the dialog that opens a seat. It lies on top of the dialog
// that asked for it, if one did.
type FillSeat struct{}

// FindPeople opens the search.
type FindPeople struct{}

// ShowHelp opens the help for what is in front.
type ShowHelp struct{}

// Perform asks the App to do an action of the keymap as if its key had been
// pressed on the screen.
type Perform struct {
	Action keymap.Action
	Nth    int // which of its keys, from 0, where that matters: the number of a tab
}

func (Batch) request()        {}
func (Close) request()        {}
func (Toast) request()        {}
func (Question) request()     {}
func (Mark) request()         {}
func (ApplyLabel) request()   {}
func (CreateLabel) request()  {}
func (SetReminder) request()  {}
func (EndReminder) request()  {}
func (AddNote) request()      {}
func (LogInMail) request()    {}
func (AnswerInMail) request() {}
func (OpenSeat) request()     {}
func (GoToPerson) request()   {}
func (GoToThread) request()   {}
func (GoToTab) request()      {}
func (GoToCredits) request()  {}
func (Back) request()         {}
func (Copy) request()         {}
func (Browse) request()       {}
func (PickLabel) request()    {}
func (JumpToLabel) request()  {}
func (PickReminder) request() {}
func (WriteNote) request()    {}
func (FillInMail) request()   {}
func (FillAnswer) request()   {}
func (FillSeat) request()     {}
func (FindPeople) request()   {}
func (ShowHelp) request()     {}
func (Perform) request()      {}
