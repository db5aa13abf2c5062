package model

import (
	"context"
	"errors"
	"time"
)

// What the rooms around the model say to each other: the plain types and errors
// in which a store answers whoever draws and types.

// Errors that a store answers in words of its own, wrapping one of these.
var (
	// ErrMoved: the journal has grown since it was read; read on and try again.
	ErrMoved = errors.New("the journal has grown meanwhile")
	// ErrBusy: another program holds the file.
	ErrBusy = errors.New("the database is busy")
	// ErrDamaged: the file is not whole, or does not say what was written.
	ErrDamaged = errors.New("the database is damaged")
	// ErrNewer: a newer version of the program wrote the file.
	ErrNewer = errors.New("the database is newer than this program")
	// ErrNotOurs: there is something at the path, but no database of ours.
	ErrNotOurs = errors.New("this is no database of Cordial's")
)

// Stamp tells how far a database has come. Two equal stamps mean that nothing
// was written between them.
type Stamp struct {
	Journal  uint64 // number of events
	Evidence uint64 // counts the writes of imports
}

// ThreadSet is a picture of all conversations: heads in memory, rows read when
// they are drawn. It does not change when the store does.
type ThreadSet interface {
	// Len is the number of conversations.
	Len() int
	// Head is what order and tabs need of conversation i, 0 <= i < Len.
	Head(i int) Head
	// Row is all of it, decoded at each call.
	Row(i int) Thread
}

// PeopleSet is a picture of everybody the evidence names. It does not change when
// the store does.
type PeopleSet interface {
	// Len is the number of people.
	Len() int
	// Name is the name of person i for the search: cheap, not cleaned.
	Name(i int) string
	// Row is all that is known of person i, decoded at each call.
	Row(i int) Person
}

// ImportPhase is what an import is at.
type ImportPhase int

// The phases of an import, in order. TakingBack follows a cancelled one, or is an
// undo of its own.
const (
	Reading ImportPhase = iota
	Comparing
	Writing
	TakingBack
)

// Progress tells how far an import, or taking it back, has come.
type Progress struct {
	Step        string // in words: "reading messages.csv", "comparing people"
	Phase       ImportPhase
	File        string // while reading: the file's name as the archive has it
	Rows        int    // while reading: records of the file so far
	Done, Total int64  // bytes or records of this step; Total is 0 while it is not known
}

// PreparedImport is an import that was read and compared with what is there.
// Nothing is written yet. It holds no lock: others may write before it is applied.
type PreparedImport interface {
	// Report is what it would do: DryRun is set.
	Report() ImportReport
	// Apply writes it, after comparing again when something was written meanwhile.
	// When ctx ends first, everything it wrote is taken back, no trace stays, and the
	// error is ctx's.
	Apply(ctx context.Context, progress func(Progress)) (ImportReport, error)
}

// ImportOptions are the choices of an import, and of taking it back, which asks only
// for Now and NewID.
type ImportOptions struct {
	Owner  string // profile URL of the export's owner, empty: find out
	DryRun bool   // count and check, write nothing
	Now    time.Time
	NewID  func(time.Time) string // for the event that is added to the journal
}
