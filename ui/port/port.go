// Package port declares what the screens and the commands ask of a store. The
// store satisfies these interfaces without knowing them.
package port

import (
	"context"
	"time"

	"cordial/model"
	"cordial/model/channel"
)

// Errors that a store answers in words of its own, wrapping one of these.
var (
	// ErrMoved: the journal has grown since it was read; read on and try again.
	ErrMoved = model.ErrMoved
	// ErrBusy: another program holds the file.
	ErrBusy = model.ErrBusy
	// ErrDamaged: the file is not whole, or does not say what was written.
	ErrDamaged = model.ErrDamaged
	// ErrNewer: a newer version of the program wrote the file.
	ErrNewer = model.ErrNewer
	// ErrNotOurs: there is something at the path, but no database of ours.
	ErrNotOurs = model.ErrNotOurs
)

// The plain types are the model's, so that a store can answer them without
// knowing this package.
type (
	// Stamp tells how far a database has come.
	Stamp = model.Stamp
	// Threads is a picture of all conversations.
	Threads = model.ThreadSet
	// People is a picture of all people.
	People = model.PeopleSet
	// Progress tells how far an import has come.
	Progress = model.Progress
	// Prepared is an import that was read and compared, and not written yet.
	Prepared = model.PreparedImport
	// ImportOptions are the choices of an import.
	ImportOptions = model.ImportOptions
)

// Journal keeps decisions.
type Journal interface {
	// Stamp is cheap: it is asked every second or two.
	Stamp() (Stamp, error)
	// Events lists the events after the first n, oldest first.
	Events(after uint64) ([]model.Event, error)
	// Append adds events in one durable transaction, all or none, if the journal
	// still has exactly `after` events; otherwise it answers ErrMoved and adds
	// nothing. Events whose id is there already are passed over.
	Append(after uint64, events []model.Event) error
}

// Archive keeps evidence.
type Archive interface {
	// Threads is every conversation, in no order, as of now.
	Threads() (Threads, error)
	// People is everybody the evidence names, in no order, as of now.
	People() (People, error)
	// Person is one of them; ok is false when the evidence does not know the key.
	Person(key model.Key) (p model.Person, ok bool, err error)
	// Messages is the last n messages of a thread before an instant (zero: the
	// newest), oldest first.
	Messages(thread model.Key, before time.Time, n int) ([]model.Message, error)
	// Invitations lists the connection requests from and to a person, oldest first.
	Invitations(person model.Key) ([]model.Invitation, error)
	// AllInvitations lists the connection requests from and to everybody, oldest first.
	AllInvitations() ([]model.Invitation, error)
	// Owner is whose export it is; ok is false before the first import.
	Owner() (p model.Person, ok bool, err error)
}

// Importer brings evidence in, and takes it back.
type Importer interface {
	// Prepare reads LinkedIn exports (zip, folder or single CSVs) and compares them
	// with what is there. It writes nothing.
	Prepare(ctx context.Context, paths []string, o ImportOptions, progress func(Progress)) (Prepared, error)
	// Import is Prepare and Apply at once, and with DryRun only Prepare. It is
	// idempotent, and one transaction from the user's point of view: after an
	// interruption the same call finishes what was begun, with the same result.
	Import(ctx context.Context, paths []string, o ImportOptions, progress func(Progress)) (model.ImportReport, error)
	// Unfinished lists the paths of an import whose program was killed half-way, while
	// writing it or taking it back: importing them again brings all of it, Abandon takes
	// it back. Empty when there is none.
	Unfinished() (paths []string, err error)
	// Abandon takes an unfinished import back instead of finishing it; none is no
	// error.
	Abandon(ctx context.Context, progress func(Progress)) error
	// TakeBack undoes the newest import that counts, whose event export.imported has
	// this id: all it brought goes, what it changed is as before, and an event.reverted
	// is added for it. Interrupted, the same call finishes it. It is refused when the
	// import is not the newest or was made before imports could be undone.
	TakeBack(ctx context.Context, event string, o ImportOptions, progress func(Progress)) error
}

// Checker compares a database with itself.
type Checker interface {
	// Check verifies chain and checksums and compares everything derived with what
	// it is derived from; with repair it rebuilds what differs. A damaged journal is
	// never repaired, only reported.
	Check(ctx context.Context, repair bool) (model.CheckReport, error)
}

// Drafts keeps texts that are being written. They are no decisions: nothing has
// happened yet.
type Drafts interface {
	// SaveDraft keeps a draft durably in the place of the last one to its person by its
	// channel. A blank one drops it.
	SaveDraft(d model.Letter) error
	// Draft is the draft to a person by a channel; ok is false when there is none.
	Draft(person model.Key, by channel.Channel) (d model.Letter, ok bool, err error)
	// Drafts lists all drafts, the one saved last first. Beside an error there may be
	// those that can be read.
	Drafts() ([]model.Letter, error)
	// DropDraft forgets a draft; that there is none is no error.
	DropDraft(person model.Key, by channel.Channel) error
}

// Store is all of it.
type Store interface {
	Journal
	Archive
	Importer
	Checker
}
