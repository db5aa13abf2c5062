package cli

import (
	"context"
	"io"
	"iter"
	"time"

	"cordial/model"
	"cordial/ui/port"
)

// Exchange reads and writes the files of other programs.
type Exchange struct {
	// IsExport tells LinkedIn's own export from other files, and IsList a list of
	// people that is read without a mapping.
	IsExport, IsList func(path string) (bool, error)
	// ReadList reads a list of people; the mapping, "name=Column,…", may be empty.
	// BadMapping tells that it failed because the mapping does not fit.
	ReadList   func(ctx context.Context, path, mapping string) (port.ContactList, error)
	BadMapping func(error) bool

	// The writers take a format of those that the commands offer.
	WriteContacts  func(w io.Writer, format string, rows iter.Seq2[port.ContactCopy, error]) error
	WriteMessages  func(w io.Writer, format string, rows iter.Seq2[model.MessageCopy, error]) error
	WriteReminders func(w io.Writer, rows []port.ReminderCopy, now time.Time) error
	WriteStatement func(w io.Writer, format string, rows []port.StatementCopy) error
}
