package model

import "time"

// Decision is something the user did. The set is closed: see Kinds.
type Decision interface {
	// Kind is the name in the journal, "thing.happened".
	Kind() string
	// check refuses what is wrong in itself, whatever the Book holds.
	check() error
}

// Event is a decision in the journal. It is never changed: what is taken back is
// taken back by an EventReverted.
type Event struct {
	ID       string    // unique, 1 to 64 bytes
	At       time.Time // when it happened
	Recorded time.Time // when it was typed
	Decision Decision
}

// Draft is a decision that waits for its id.
type Draft struct {
	At       time.Time
	Decision Decision
}

// Seal makes events of drafts. newID must answer a new id each time.
func Seal(drafts []Draft, recorded time.Time, newID func(time.Time) string) []Event {
	events := make([]Event, len(drafts))
	for i, d := range drafts {
		events[i] = Event{ID: newID(recorded), At: d.At, Recorded: recorded, Decision: d.Decision}
	}
	return events
}
