package model

import (
	"slices"
	"time"
)

// Decision is something the user did. The set is closed: see Kinds.
type Decision interface {
	// Kind is the name in the journal, "thing.happened".
	Kind() string
	// check refuses what is wrong in itself, whatever the Book holds.
	check() error
	// mentions is what it names of what the Book holds.
	mentions() mention
}

// Event is a decision in the journal. It is never changed: what is taken back is
// taken back by an EventReverted.
type Event struct {
	ID       string    // unique, 1 to 64 bytes
	At       time.Time // when it happened
	Recorded time.Time // when it was typed
	Step     string    // events with the same one are undone as one; empty: by itself
	Decision Decision
}

// Draft is a decision that waits for its id.
type Draft struct {
	At       time.Time
	Decision Decision
	Group    int // drafts side by side with the same one become one step
}

// Seal makes events of drafts. What one key or one command decides is one step, which
// undo takes back as a whole, unless the drafts say otherwise. Somebody from an export
// whom several of them name is made known once. newID must answer a new id each time.
func Seal(drafts []Draft, recorded time.Time, newID func(time.Time) string) []Event {
	drafts = introducedOnce(drafts)
	events := make([]Event, len(drafts))
	for i, d := range drafts {
		events[i] = Event{ID: newID(recorded), At: d.At, Recorded: recorded, Decision: d.Decision}
	}
	for first := 0; first < len(drafts); {
		end := first + 1
		for end < len(drafts) && drafts[end].Group == drafts[first].Group {
			end++
		}
		joinStep(events[first:end])
		first = end
	}
	return events
}

// introducedOnce leaves out what makes a contact known that an earlier draft has made
// known already: each rule asks only the Book.
func introducedOnce(drafts []Draft) []Draft {
	known := map[string]bool{}
	return slices.DeleteFunc(slices.Clone(drafts), func(d Draft) bool {
		if ofTheUser(d.Decision) {
			return false
		}
		id := d.Decision.(ContactAdded).Contact
		again := known[id]
		known[id] = true
		return again
	})
}

// joinStep names the step of events that were decided together, when there are several
// that undo takes back.
func joinStep(events []Event) {
	n := 0
	for _, e := range events {
		if ofTheUser(e.Decision) {
			n++
		}
	}
	for i := range events {
		if n > 1 && ofTheUser(events[i].Decision) {
			events[i].Step = events[0].ID
		}
	}
}

// ofTheUser is false for what the program adds by itself: contacts that a decision
// names and an export knows.
func ofTheUser(d Decision) bool {
	added, ok := d.(ContactAdded)
	return !ok || added.Source != SourceExport
}
