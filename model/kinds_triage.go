package model

import (
	"strings"
	"time"
)

// Subjects names what a triage decision is about. A decision about a person holds
// for every direct conversation with them, present and future.
type Subjects struct {
	Threads []string `json:"threads,omitempty" cbor:"1,keyasint,omitempty"` // ThreadID
	People  []string `json:"people,omitempty" cbor:"2,keyasint,omitempty"`  // contact ids
}

// Count is how many threads and people are named.
func (s Subjects) Count() int { return len(s.Threads) + len(s.People) }

func (s Subjects) check() error {
	if s.Count() == 0 {
		return badInput("threads and people are both missing")
	}
	for _, id := range s.Threads {
		if _, err := ParseThreadID(id); err != nil {
			return badInput("%q: %s", id, err)
		}
	}
	for _, id := range s.People {
		if err := idField("people", id); err != nil {
			return err
		}
	}
	return nil
}

// Mark is a triage state that is set or taken away as a whole.
type Mark string

// The marks, as the journal's kinds name them after "thread.".
const (
	MarkArchived   Mark = "archived"
	MarkUnarchived Mark = "unarchived"
	MarkStarred    Mark = "starred"
	MarkUnstarred  Mark = "unstarred"
	MarkRead       Mark = "read"
	MarkUnread     Mark = "unread"
	MarkMuted      Mark = "muted"
	MarkUnmuted    Mark = "unmuted"
)

// marks lists them all.
func marks() []Mark {
	return []Mark{MarkArchived, MarkUnarchived, MarkStarred, MarkUnstarred, MarkRead, MarkUnread, MarkMuted, MarkUnmuted}
}

// ThreadMarked sets or takes away one mark. Archiving is done at a time: a message
// that arrives later brings the thread back, unless it is muted.
type ThreadMarked struct {
	Mark Mark `json:"-" cbor:"-"`
	Subjects
}

// LabelCreated makes a label that has no thread yet. Two labels exist from the
// start: see BuiltinLabels.
type LabelCreated struct {
	Label string `json:"label" cbor:"1,keyasint"`
}

// LabelApplied puts a label on threads; an unknown one comes into being.
type LabelApplied struct {
	Label string `json:"label" cbor:"3,keyasint"`
	Subjects
}

// LabelRemoved takes a label off threads.
type LabelRemoved struct {
	Label string `json:"label" cbor:"3,keyasint"`
	Subjects
}

// ReminderSet asks to be reminded. The thread leaves the inbox until Due or until
// a message arrives. A later one replaces an earlier one.
type ReminderSet struct {
	Due       time.Time `json:"due" cbor:"3,keyasint"`
	Text      string    `json:"text,omitempty" cbor:"4,keyasint,omitempty"`
	IfNoReply bool      `json:"if_no_reply,omitempty" cbor:"5,keyasint,omitempty"` // a message of theirs clears it
	Subjects
}

// ReminderDone ends a reminder.
type ReminderDone struct{ Subjects }

// NoteAdded keeps a private note.
type NoteAdded struct {
	Text string `json:"text" cbor:"3,keyasint"`
	Subjects
}

// InvitationRecorded tells what became of a connection request.
type InvitationRecorded struct {
	State    string `json:"-" cbor:"-"` // InviteSent and its siblings
	Contact  string `json:"contact" cbor:"1,keyasint"`
	Note     string `json:"note,omitempty" cbor:"2,keyasint,omitempty"`
	Template string `json:"template,omitempty" cbor:"3,keyasint,omitempty"` // the id of the one its note was made from
}

// What can be recorded of a connection request.
const (
	InviteSent      = "sent"
	InviteAccepted  = "accepted"
	InviteDeclined  = "declined"
	InviteWithdrawn = "withdrawn"
	InviteReceived  = "received"
)

// inviteStates lists them all.
func inviteStates() []string {
	return []string{InviteSent, InviteAccepted, InviteDeclined, InviteWithdrawn, InviteReceived}
}

// ExportImported remembers that an archive was read. Newest is the newest message
// in it: what the first import brings counts as already read.
type ExportImported struct {
	Archive  string    `json:"archive" cbor:"1,keyasint"` // hash of what was read
	Name     string    `json:"name,omitempty" cbor:"2,keyasint,omitempty"`
	Newest   time.Time `json:"newest" cbor:"3,keyasint"`
	Messages int       `json:"messages" cbor:"4,keyasint"` // new ones
	People   int       `json:"people" cbor:"5,keyasint"`
}

// Kind is "thread." and the mark.
func (d ThreadMarked) Kind() string { return "thread." + string(d.Mark) }

// Kind is "label.created".
func (LabelCreated) Kind() string { return "label.created" }

// Kind is "label.applied".
func (LabelApplied) Kind() string { return "label.applied" }

// Kind is "label.removed".
func (LabelRemoved) Kind() string { return "label.removed" }

// Kind is "reminder.set".
func (ReminderSet) Kind() string { return "reminder.set" }

// Kind is "reminder.done".
func (ReminderDone) Kind() string { return "reminder.done" }

// Kind is "note.added".
func (NoteAdded) Kind() string { return "note.added" }

// Kind is "invitation." and the state.
func (d InvitationRecorded) Kind() string { return "invitation." + d.State }

// Kind is "export.imported".
func (ExportImported) Kind() string { return "export.imported" }

func (d ThreadMarked) check() error { return d.Subjects.check() }

func (d LabelCreated) check() error { return CheckLabel(d.Label) }

func (d LabelApplied) check() error { return firstError(CheckLabel(d.Label), d.Subjects.check()) }

func (d LabelRemoved) check() error { return firstError(CheckLabel(d.Label), d.Subjects.check()) }

func (d ReminderSet) check() error {
	if d.Due.IsZero() {
		return badInput("due is missing")
	}
	return d.Subjects.check()
}

func (d ReminderDone) check() error { return d.Subjects.check() }

func (d NoteAdded) check() error {
	if strings.TrimSpace(d.Text) == "" {
		return badInput("text is missing")
	}
	return d.Subjects.check()
}

func (d InvitationRecorded) check() error { return idField("contact", d.Contact) }

func (d ExportImported) check() error {
	if d.Archive == "" {
		return badInput("archive is missing")
	}
	return nil
}

// CheckLabel refuses a label name that is empty, longer than 40 characters, or
// not in one line.
func CheckLabel(name string) error {
	switch {
	case strings.TrimSpace(name) == "":
		return badInput("label is missing")
	case len([]rune(name)) > 40:
		return badInput("label %q is longer than 40 characters", name)
	case strings.ContainsAny(name, "\n\r\t"):
		return badInput("a label is one line")
	}
	return nil
}

// firstError is the first of them that is one.
func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
